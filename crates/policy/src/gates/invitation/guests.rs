//! The guests of the resource tenant that come from the home tenant, and the questions about them.

use crate::conditions::Conditions;
use crate::gates::Gate;
use crate::person::Person;
use crate::{Connection, Feature, Guest, Place, SettingPath};

/// The address of the resource tenant's guests.
pub(super) fn path(connection: &Connection) -> SettingPath {
    SettingPath::Policy { tenant: connection.resource.id.clone(), place: Place::Guests, item: None }
}

/// The guest object of a person who has one: it says which account they sign in with.
pub(in crate::gates) fn account_cited(connection: &Connection, person: &Person<'_>) -> Option<SettingPath> {
    let is_guest = connection.feature == Feature::B2bCollaboration && person.guest.is_some();
    is_guest.then(|| path(connection))
}

/// Names the condition of a guest who does not sign in with an account of the home tenant. Whether there is one.
pub(in crate::gates) fn other_accounts(connection: &Connection, conditions: &mut Conditions<'_>) -> bool {
    fact(connection, conditions, "otherAccount", |guest| guest.other_account().is_some())
}

/// Names a question about guests; not if it is so of none of them, since it would tell nobody apart.
pub(super) fn fact(
    connection: &Connection,
    conditions: &mut Conditions<'_>,
    code: &'static str,
    is_so: impl Fn(&Guest) -> bool,
) -> bool {
    let is_so_of_any =
        connection.feature == Feature::B2bCollaboration && connection.guests().any(|(_, guest)| is_so(guest));
    if is_so_of_any {
        conditions.guests(Gate::Invitation, code, Some(connection.resource.id.clone()), &is_so);
    }
    is_so_of_any
}
