//! Whether an answer says all that such an answer has. Graph states every property of a default and of an organization,
//! null where it is inherited: what is missing was left out by whoever made the file, and is unknown.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Property;
use serde_json::Value;

use super::hollow::is_hollow;
use super::remark::Remark;
use super::schema::SETTINGS;
use super::tree::{Data, Member, Node};
use super::{What, names};
use crate::annotation::UNKNOWN;

/// What Graph states ever since there are such settings.
const EVER: [Property; 5] = [
    Property::B2bCollaborationInbound,
    Property::B2bCollaborationOutbound,
    Property::B2bDirectConnectInbound,
    Property::B2bDirectConnectOutbound,
    Property::InboundTrust,
];

/// The settings of a default or an organization that some answers state, those of older versions aside.
fn all_of(what: What) -> impl Iterator<Item = Property> {
    let is_default = what == What::Default;
    Property::SHARED
        .into_iter()
        .chain([Property::InvitationRedemptionIdentityProviderConfiguration])
        .filter(move |property| if is_default { is_settable(*property) } else { property.is_of_partners() })
}

/// Whether somebody can change what the default says of it: redemption is never automatic there.
pub(super) fn is_settable(property: Property) -> bool {
    property.is_of_defaults() && property != Property::AutomaticUserConsentSettings
}

/// The settings that an object of this kind leaves unsaid, by what it states.
fn unsaid(what: What, states: impl Fn(&str) -> bool, is_untouched: bool) -> Vec<Property> {
    // Defaults that nobody has touched are what the service ships.
    if states(UNKNOWN) || (what == What::Default && is_untouched) {
        return Vec::new();
    }
    all_of(what).filter(|property| !states(property.as_str())).collect()
}

/// Whether settings are missing that every answer has: it is a part of one, then.
pub(super) fn is_part(unsaid: &[Property]) -> bool {
    unsaid.iter().any(|property| EVER.contains(property))
}

/// What an answer as Graph has it leaves unsaid.
pub(super) fn unsaid_by(what: What, answer: &Value) -> Vec<Property> {
    let is_untouched = answer.get("isServiceDefault").and_then(Value::as_bool) == Some(true);
    unsaid(what, |key| answer.get(key).is_some(), is_untouched)
}

/// Whether an answer about an organization says nothing of synchronization, which is asked for by itself.
pub(super) fn leaves_synchronization_unsaid(answer: &Value) -> bool {
    answer.get(UNKNOWN).is_none() && answer.get(Property::IdentitySynchronization.as_str()).is_none()
}

/// What is to be known of an answer, or a list of them, that does not say all.
pub(super) fn remark(what: What, node: &Node) -> Option<Remark> {
    let one = what.one().unwrap_or(what);
    if !matches!(one, What::Default | What::Partner) {
        return None;
    }
    let items = if let Data::List(items) = &node.data { items } else { core::slice::from_ref(node) };
    let of_item = |item: &Node| unsaid(one, |key| item.has(key), is_untouched(item));
    let mut unsaid: Vec<Property> = items.iter().flat_map(of_item).collect();
    unsaid.sort_unstable();
    unsaid.dedup();
    let names: Vec<String> = unsaid.iter().map(|property| format!("`{}`", property.as_str())).collect();
    match unsaid.as_slice() {
        [] => None,
        part if is_part(part) => Some(Remark::NotStated(one, names.join(", "))),
        _ => Some(Remark::NotYetStated(one, names.join(", "))),
    }
}

/// Takes out of a default what PowerShell’s module writes where it has read nothing: only of an organization null says
/// that nothing is set.
pub(super) fn leave_unread(node: &mut Node) {
    let is_unread = |property: Property| node.get(property.as_str()).is_none_or(is_hollow);
    if node.has(UNKNOWN) || is_untouched(node) || !EVER.into_iter().all(is_unread) {
        return;
    }
    if let Data::Object(members) = &mut node.data {
        let is_setting = |key: &str| SETTINGS.iter().any(|name| names::same(name, key));
        members.retain(|member| !(is_setting(&member.key) && is_hollow(&member.node)));
    }
}

/// Whether a default says that nobody has touched it.
fn is_untouched(node: &Node) -> bool {
    node.get("isServiceDefault").is_some_and(|said| match &said.data {
        Data::Flag(said) => *said,
        Data::Text(said) => said.trim().eq_ignore_ascii_case("true"),
        _ => false,
    })
}

/// States what the body of a request leaves out that adds an organization: nothing of its own.
pub(super) fn fill_in(node: &mut Node) {
    let missing: Vec<Property> =
        all_of(What::Partner).filter(|property| !node.has(property.as_str())).collect();
    let at = node.at;
    if let Data::Object(members) = &mut node.data {
        let null = |property: Property| Member::new(property.as_str(), Node::new(at, Data::Null));
        members.extend(missing.into_iter().map(null));
    }
}
