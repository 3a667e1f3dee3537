//! The words of the gate “Service provider”.

use alloc::format;
use alloc::string::String;

use entente_policy::gates::service_provider::{Reason, Statement};
use entente_policy::{ErrorCode, Gate, Id, Request};

use super::Case;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Service provider".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Provider"
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let (home, resource) = (case.home(), case.resource());
    let policy = || case.narrator.policy(case.request(), case.ground);
    match reason {
        Reason::DelegatedAdministrators => Text::new().strong(&home).and(format!(
            " is a service provider of {resource}. Its delegated administrators come by other ways than guests and direct connect users: they always do multifactor authentication at {home}, and it always counts, whatever {resource} trusts."
        )),
        Reason::OutboundBlocked => Text::new().strong(&home).and(format!(
            " keeps its people from administering other organizations on their behalf, {resource} included. The error for a delegated administrator who is blocked is {}. Guests and direct connect users do not notice.",
            ErrorCode::DelegatedAdminBlocked.as_str()
        )),
        Reason::PolicyMeetsThem => policy().and(format!(" is for delegated administrators of {home} as well.")),
        Reason::PolicyBlocksThem => policy()
            .and(format!(" blocks delegated administrators of {home} as well, from the applications it is for.")),
        Reason::InboundNotDocumented => Text::new().and(format!(
            "Whether the inbound settings of {resource} keep delegated administrators of {home} out is not documented."
        )),
    }
}

pub(super) fn deed(_: &Case<'_>, _: Reason) -> Text {
    "look at this setting".into()
}

pub(super) fn prompt(_: &Case<'_>, _: Reason) -> Option<String> {
    None
}

pub(super) fn word(_: Reason) -> Option<&'static str> {
    None
}

pub(super) fn reading(_: Reason) -> &'static str {
    ""
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::DelegatedAdministration => {
            "Delegated administrators of a service provider do multifactor authentication at home, and the trust setting does not matter for them."
        }
        Statement::OutboundSwitch => {
            "A switch, in beta, that keeps users from administering other organizations."
        }
        Statement::ServiceProviderType => "Conditional access has a user type for service providers.",
        Statement::AccessSettings => "Access settings are about collaboration and direct connect.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
