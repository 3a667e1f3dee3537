//! Whether a policy meets the users and the application of a request.

use crate::graph::{
    ConditionalAccessApplications, ConditionalAccessPolicy, ConditionalAccessUsers, GuestsOrExternalUsers,
};
use crate::person::App;
use crate::{Connection, Feature, Id};

/// Whether a policy meets the external users of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meets {
    Yes,
    No,
    /// The documentation says that `All` takes in guests; of users without an object it says nothing.
    Unclear,
    /// It is for direct connect users, and also meets guests of Teams and SharePoint who are eligible for
    /// direct connect.
    IfEligible,
}

/// The user type that conditional access sees in users of this feature.
fn user_type(feature: Feature) -> &'static str {
    match feature {
        Feature::B2bDirectConnect => "b2bDirectConnectUser",
        Feature::B2bCollaboration => "b2bCollaborationGuest",
    }
}

/// Whether the policy meets the connection's users. It never depends on which user.
pub(super) fn meets_users(policy: &ConditionalAccessPolicy, connection: &Connection) -> Meets {
    let users: &ConditionalAccessUsers = &policy.conditions.users;
    let has = |list: &[Id], word: &str| list.iter().any(|id| id.is(word));
    let of_type = |guests: &Option<GuestsOrExternalUsers>, user_type: &str| {
        guests.as_ref().is_some_and(|guests| {
            guests.has_type(user_type)
                && guests
                    .external_tenants
                    .as_ref()
                    .is_none_or(|tenants| tenants.includes(&connection.home.id))
        })
    };
    let named = |guests: &Option<GuestsOrExternalUsers>| of_type(guests, user_type(connection.feature));
    if has(&users.exclude_users, "GuestsOrExternalUsers") || named(&users.exclude_guests_or_external_users) {
        return Meets::No;
    }
    if has(&users.include_users, "GuestsOrExternalUsers") || named(&users.include_guests_or_external_users) {
        return Meets::Yes;
    }
    match (has(&users.include_users, "All"), connection.feature) {
        (false, Feature::B2bCollaboration)
            if of_type(&users.include_guests_or_external_users, user_type(Feature::B2bDirectConnect)) =>
        {
            Meets::IfEligible
        }
        (false, _) => Meets::No,
        (true, Feature::B2bCollaboration) => Meets::Yes,
        (true, Feature::B2bDirectConnect) => Meets::Unclear,
    }
}

/// Whether the policy meets the application.
pub(crate) fn meets_application(applications: &ConditionalAccessApplications, app: &App<'_>) -> bool {
    let names = |list: &[Id]| list.iter().any(|id| id.is("All") || app.kind.is_in(id) || app.id == Some(id));
    names(&applications.include_applications) && !names(&applications.exclude_applications)
}

/// Whether the policy has conditions beside users and applications that narrow it.
pub(super) fn has_other_conditions(policy: &ConditionalAccessPolicy) -> bool {
    let conditions = &policy.conditions;
    let risk = [&conditions.sign_in_risk_levels, &conditions.user_risk_levels];
    risk.into_iter().any(|levels| !levels.is_empty())
        || conditions.rest.iter().any(|(name, value)| {
            let open = match value {
                serde_json::Value::Null => true,
                serde_json::Value::Array(items) => {
                    items.is_empty()
                        || (name == "clientAppTypes" && items.iter().all(|item| item.as_str() == Some("all")))
                }
                _ => false,
            };
            !open && !name.starts_with('@')
        })
}
