//! The words of the gate “Invitation”.

use alloc::string::String;

use entente_policy::gates::invitation::{Reason, Statement};
use entente_policy::{Gate, Id, Request};

use super::Case;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Invitation".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Invitation"
}

pub(super) fn why(_: &Case<'_>, reason: Reason) -> Text {
    match reason {
        Reason::TakenToBeGuest => {
            "The scenario does not state guests: whoever collaborates is taken to be a guest already.".into()
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
        Statement::Redemption => "How a guest redeems an invitation.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, code: &str, _: Option<&Id>, answer: bool) -> Option<String> {
    let words = match (code, answer) {
        ("otherAccount", true) => "signing in with another account",
        _ => return None,
    };
    Some(words.into())
}
