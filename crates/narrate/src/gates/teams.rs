//! The words of the gate “Teams policies”.

use alloc::string::String;

use entente_policy::gates::teams::{Reason, Statement};
use entente_policy::{Gate, Id, Request};

use super::Case;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Teams policies".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Teams"
}

pub(super) fn why(_: &Case<'_>, reason: Reason) -> Text {
    match reason {
        Reason::AsShipped => {
            "Both organizations’ Teams policies are as shipped, and let shared channels be shared.".into()
        }
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
        Statement::ChannelsPolicy => "Which policies of both organizations shared channels hang on.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
