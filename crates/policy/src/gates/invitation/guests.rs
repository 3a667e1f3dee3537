//! The guests of the resource tenant that come from the home tenant, and the questions about them.

use alloc::vec::Vec;

use crate::conditions::Conditions;
use crate::gates::Gate;
use crate::person::Person;
use crate::{Connection, Feature, Guest, Id, Place, SettingPath};

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
pub(in crate::gates) fn other_accounts<'a>(
    connection: &'a Connection,
    conditions: &mut Conditions<'a>,
) -> bool {
    fact(connection, conditions, "otherAccount", |guest| guest.other_account().is_some())
}

/// Names a question about guests; not if it is so of none of them, since it would tell nobody apart.
pub(super) fn fact<'a>(
    connection: &'a Connection,
    conditions: &mut Conditions<'a>,
    code: &'static str,
    is_so: impl Fn(&Guest) -> bool,
) -> bool {
    let users: Vec<&Id> =
        connection.guests().filter(|guest| is_so(guest)).map(|guest| &guest.home_user).collect();
    if users.is_empty() || connection.feature != Feature::B2bCollaboration {
        return false;
    }
    conditions.fact(Gate::Invitation, code, Some(connection.resource.id.clone()), users.into_iter());
    true
}
