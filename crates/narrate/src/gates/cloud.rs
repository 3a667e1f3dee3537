//! The words of the gate “Microsoft cloud”.

use alloc::string::String;

use entente_policy::gates::cloud::{Reason, Statement};
use entente_policy::{Gate, Id, Request};

use super::Case;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Microsoft cloud".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Cloud"
}

pub(super) fn why(_: &Case<'_>, reason: Reason) -> Text {
    match reason {
        Reason::SameCloud => "Both tenants are in the same Microsoft cloud.".into(),
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
        Statement::CloudSettings => "How organizations in different Microsoft clouds collaborate.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
