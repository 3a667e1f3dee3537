//! The words of the gate “Service provider”.

use alloc::string::String;

use entente_policy::gates::service_provider::{Reason, Statement};
use entente_policy::{Gate, Id, Request};

use super::Case;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Service provider".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Provider"
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    match reason {
        Reason::DelegatedAdministrators => Text::new().strong(case.home()).and(alloc::format!(
            " is a service provider of {}. Its delegated administrators come by other ways, which these settings do not govern: they always do multifactor authentication at home, and it always counts.",
            case.resource()
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
            "Delegated administration goes by other ways than these settings."
        }
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
