//! Conditional access policies of which only a part was asked for. Graph states of each whom it meets and what it asks
//! for, null where that is nothing: one that leaves it out would be taken for one that asks for nothing.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::envelope::{Around, Opened, Opening};
use super::hollow::is_hollow;
use super::raw::Raw;
use super::remark::Remark;
use super::tree::{Data, Node};
use super::{What, names, quote, several};

/// What a policy asks for. There is none without one of them.
const CONTROLS: [&str; 2] = ["grantControls", "sessionControls"];

/// What a decision needs of a policy.
const NEEDED: [&str; 4] = ["state", "conditions", "grantControls", "sessionControls"];

/// Most of them that are named.
const MOST_NAMED: usize = 20;

/// Whether an object says that it is a conditional access policy, and little else.
pub(super) fn is_one(node: &Node) -> bool {
    const STATES: [&str; 3] = ["enabled", "disabled", "enabledForReportingButNotEnforced"];
    let is_state = |said: &str| STATES.iter().any(|state| names::same(state, said));
    node.has("id") && node.has("displayName") && node.text_of("state").is_some_and(is_state)
}

/// What is not stated of a policy, so that nobody knows what it asks for; nothing where all is stated that counts.
fn missing(policy: &Node, is_selection: bool) -> Vec<&'static str> {
    let is_missing = |name: &&str| !policy.has(name);
    let says = |name: &str| policy.get(name).is_some_and(|stated| !is_hollow(stated));
    // Some tools leave out what is null, but a policy has one of the controls.
    let is_whole =
        policy.has("conditions") && (CONTROLS.into_iter().any(says) || !CONTROLS.iter().any(is_missing));
    if is_whole && !is_selection { Vec::new() } else { NEEDED.into_iter().filter(is_missing).collect() }
}

/// What a policy is called.
fn called(policy: &Node) -> String {
    let name = policy.text_of("displayName").or_else(|| policy.text_of("id"));
    name.map_or_else(|| "one without a name".into(), |name| format!("`{}`", quote(name)))
}

impl Opening<'_> {
    /// Leaves out the policies that are stated in part, and opens the others. Nothing is done where all are whole.
    pub(super) fn policies_in_part(
        &mut self,
        what: What,
        policies: &Node,
        pointer: &str,
        around: &Around,
    ) -> Option<Opened> {
        if !matches!(what, What::ConditionalAccessPolicy | What::ConditionalAccessPolicies) {
            return None;
        }
        let is_selection = around.asked.is_selection || around.asked.is_change;
        let is_list = matches!(policies.data, Data::List(_));
        let items = if is_list { policies.items() } else { core::slice::from_ref(policies) };
        let missing: Vec<Vec<&str>> = items.iter().map(|policy| missing(policy, is_selection)).collect();
        let mut names: Vec<&str> = missing.iter().flatten().copied().collect();
        if names.is_empty() {
            return None;
        }
        names.sort_unstable();
        names.dedup();
        let mut left_out = Vec::new();
        for (number, (policy, missing)) in items.iter().zip(&missing).enumerate() {
            if missing.is_empty() {
                let pointer = format!("{pointer}/{number}");
                if let Err(error) =
                    self.piece(What::ConditionalAccessPolicy, policy.clone(), &pointer, around)
                {
                    return Some(Err(error));
                }
            } else {
                left_out.push(called(policy));
            }
        }
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        self.remark(
            policies.at,
            pointer,
            Remark::PolicyInPart(several::named(left_out, MOST_NAMED), names.join(", ")),
        );
        self.found.push(Raw::of(What::PolicyInPart, policies.clone(), pointer, self.source));
        Some(Ok(()))
    }
}
