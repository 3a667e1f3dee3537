//! The words of what a feature itself can reach.

use alloc::format;
use alloc::string::String;

use entente_policy::gates::feature_scope::{Reason, Statement};
use entente_policy::{AppKind, Decision, Gate, Id, Request, Resource, Status};

use super::Case;
use crate::names::capital;
use crate::verdict::{feature, feature_short};
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, request: &Request) -> String {
    format!("What {} reaches", feature_short(request.feature))
}

pub(super) fn short(_: Gate) -> &'static str {
    "Reach"
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let application = case.application();
    let feature = feature(case.feature());
    match reason {
        Reason::WithinFeature => Text::new()
            .strong(capital(&application))
            .and(format!(" is within what {feature} reaches: Teams shared channels and what they need.")),
        Reason::OutsideFeature => {
            let text = Text::from(feature)
                .and(" works with Teams shared channels. ")
                .strong(capital(&application))
                .and(" is not part of them, whatever the settings say.");
            if matches!(case.request().application, Resource::AnyOther(AppKind::Microsoft)) {
                text.and(" My Apps is the one exception.")
            } else {
                text
            }
        }
    }
}

pub(super) fn deed(case: &Case<'_>, _: Reason) -> Text {
    Text::from("To share it, invite ").and(case.user()).and(" as a guest by B2B collaboration")
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
        Statement::SharedChannelsOnly => "Direct connect currently works with Teams shared channels.",
        Statement::MyAppsPortal => "Direct connect users have access to the My Apps portal.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}

impl Narrator<'_> {
    /// A feature's limits in a few words, for the head of a column; nothing where the feature reaches it.
    pub fn out_of_reach(&self, decision: &Decision) -> Option<String> {
        decision
            .gates
            .iter()
            .any(|gate| gate.gate == Gate::FeatureScope && gate.status == Status::Fail)
            .then(|| format!("not within {}", feature_short(decision.request.feature)))
    }
}
