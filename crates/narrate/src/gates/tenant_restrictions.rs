//! The words of the gate “Tenant restrictions”.

use alloc::string::String;

use entente_policy::gates::tenant_restrictions::{Reason, Statement};
use entente_policy::{Gate, Id, Request};

use super::Case;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Tenant restrictions".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Restrictions"
}

pub(super) fn why(_: &Case<'_>, reason: Reason) -> Text {
    match reason {
        Reason::NoSignal => "No tenant restrictions meet this device or network.".into(),
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
        Statement::Signal => "Tenant restrictions are enforced only on requests that carry their signal.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
