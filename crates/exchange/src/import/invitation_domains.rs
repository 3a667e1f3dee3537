//! The lists of domains that invitations may go to, out of the definition of their policy: `b2bManagementPolicies` of
//! beta, and the policies of modules before Graph’s.

use alloc::format;

use super::What;
use super::embedded;
use super::envelope::{Around, Opened, Opening};
use super::remark::Remark;
use super::tree::{Data, Member, Node};
use crate::invitation_domains::{ALLOWED, BLOCKED, LISTS, POLICY};

/// The texts that the definition is made of: a list, which some exports make one text of.
fn definitions(policy: &Node) -> &[Node] {
    match policy.get("definition") {
        Some(Node { data: Data::List(texts), .. }) => texts,
        Some(text) => core::slice::from_ref(text),
        None => &[],
    }
}

/// Whether it is the policy with the lists, with its definition in it.
pub(super) fn is_one(object: &Node) -> bool {
    let is_called =
        |key: &str| object.text_of(key).is_some_and(|name| name.trim().eq_ignore_ascii_case(POLICY));
    let is_defined = || definitions(object).iter().filter_map(Node::text).any(|text| text.contains(POLICY));
    object.has("definition") && (is_called("type") || is_defined())
}

impl Opening<'_> {
    /// Takes the lists out of the definition.
    pub(super) fn invitation_domains(&mut self, policy: &Node, pointer: &str, around: &Around) -> Opened {
        let is_off = |node: &Node| {
            let said = node.text().map(str::trim).map(|text| text.eq_ignore_ascii_case("false"));
            said.unwrap_or(matches!(node.data, Data::Flag(false)))
        };
        if policy.get("isOrganizationDefault").is_some_and(is_off) {
            self.remark(policy.at, pointer, Remark::NotInForce(POLICY));
            return Ok(());
        }
        let defined = definitions(policy).iter().find_map(|text| embedded::document(text.text()?, text.at));
        let Some((defined, _)) = defined else {
            self.remark(policy.at, pointer, Remark::NotUsed(POLICY));
            return Ok(());
        };
        let defined = defined.get(POLICY).unwrap_or(&defined);
        let lists = defined.get(LISTS);
        let list = |from: &str, to: &str| {
            let member = lists.and_then(|lists| lists.get(from)).filter(|list| !list.is_null());
            member.map(|list| Member::new(to, list.clone()))
        };
        // Without them, invitations may go anywhere.
        let members = [list(ALLOWED, "allowedDomains"), list(BLOCKED, "blockedDomains")];
        let node = Node::new(policy.at, Data::Object(members.into_iter().flatten().collect()));
        self.piece(What::InvitationDomains, node, &format!("{pointer}/definition"), around)
    }
}
