//! Looking for pieces in what nobody knows: wrappers of tools, recordings, files of one's own making.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::asked::Asked;
use super::envelope::{Around, KNOWN, Opened, Opening};
use super::hollow::is_hollow;
use super::limits::MAX_SEARCHED;
use super::remark::Remark;
use super::stand_in::is_cut_short;
use super::tree::{Data, Member, Node};
use super::whose::Evidence;
use super::{ImportError, What, names, refusal, resource};

impl Opening<'_> {
    /// Whether an object stands for settings that nobody was able to read.
    fn is_hollow_bundle(&self, node: &Node) -> bool {
        node.members().iter().any(|member| Self::part(&member.key).is_some())
            && node.members().iter().all(|member| is_hollow(&member.node))
    }

    /// Passes over an entry of an audit log. If there is nothing else, that is why nothing is read.
    fn past_change(&mut self, at: usize, pointer: &str) {
        let what = "this is from an audit log, which tells of changes of the past and not of what is set now";
        let mut error = ImportError::new(self.file, pointer, "pastChange", what, super::foreign::EXPORT);
        error.place = Some(self.lines.place(at));
        self.failed.push(error);
        self.remark(at, pointer, Remark::NotKnown(what.into()));
    }

    /// Looks for pieces in what nobody knows.
    pub(super) fn search(&mut self, mut node: Node, pointer: &str, around: &Around) -> Opened {
        let at = node.at;
        self.searched = self.searched.saturating_add(1);
        if self.searched > MAX_SEARCHED {
            let what = format!(
                "there are more than {MAX_SEARCHED} objects in this file of which nobody knows what they are"
            );
            return self.error(at, pointer, "tooMuch", what, KNOWN);
        }
        if is_past_change(&node) {
            self.past_change(at, pointer);
            return Ok(());
        }
        let before = (self.found.len(), self.failed.len());
        if let Some((body, step, inner)) = asked(&mut node, around) {
            return self.open(body, &format!("{pointer}/{step}"), &inner);
        }
        if let Some((body, steps, inner)) = recorded(&mut node, around) {
            return self.open(body, &format!("{pointer}/{steps}"), &inner);
        }
        let is_of_terraform = resource::is_of_terraform(&node);
        let is_hollow_bundle = self.is_hollow_bundle(&node);
        let keys: Vec<String> = node.members().iter().map(|member| member.key.clone()).take(6).collect();
        let Data::Object(members) = &mut node.data else { return Ok(()) };
        let members = core::mem::take(members);
        let is_cut = members.iter().find(|member| member.node.text().is_some_and(is_cut_short));
        if let Some(member) = is_cut {
            let pointer = format!("{pointer}/{}", member.step());
            let text = member.node.text().unwrap_or_default();
            return self.fail(member.node.at, ImportError::cut_short(self.file, &pointer, text));
        }
        let several = members.iter().filter(|member| self.holds_bundle(&member.node, 3)).count() > 1;
        let outer = self.source;
        let (mut passed_over, mut is_wrapped) = (Vec::new(), false);
        for member in members {
            let pointer = format!("{pointer}/{}", member.step());
            let is_text = member.node.text().is_some_and(|text| self.may_be_document(text));
            if !is_text && !matches!(member.node.data, Data::Object(_) | Data::List(_)) {
                continue;
            }
            if several && self.holds_bundle(&member.node, 3) {
                self.new_source(Some(Evidence::Key(member.key.clone())));
            }
            let found = self.found.len();
            let inner = Around { is_search: true, what: None, ..around.clone() };
            let (key, at, failures) = (member.key.clone(), member.node.at, self.failed.len());
            self.open(by_id(member), &pointer, &inner)?;
            let is_nothing = found == self.found.len() && failures == self.failed.len();
            if is_nothing && !around.is_search && !is_text {
                passed_over.push((at, pointer, key));
            }
            is_wrapped |= is_text && !is_nothing;
            self.source = outer;
        }
        // What stands beside the text of an answer is about how it was got.
        for (at, pointer, key) in passed_over.into_iter().filter(|_| !is_wrapped) {
            self.remark(at, &pointer, Remark::PassedOver(key));
        }
        if before != (self.found.len(), self.failed.len()) || around.is_search {
            return Ok(());
        }
        if is_of_terraform {
            let what = "this is Terraform’s, and no resource that is there, or is to be, is about cross-tenant access";
            let remedy = "Give what `terraform show -json` prints where such resources are managed: those of deploymenttheory/microsoft365, terraprovider/microsoft365wp and microsoft/msgraph are read";
            return self.error(at, pointer, "notKnown", what, remedy);
        }
        let named = super::quote(&keys.join("`, `"));
        if is_hollow_bundle {
            let what = format!("there is nothing in `{named}`: whoever exported it could not read anything");
            return self.error(at, pointer, "emptyBundle", what, refusal::remedy(None, ""));
        }
        let what = if keys.is_empty() {
            "this object is empty".to_string()
        } else {
            format!("an object with `{named}` is nothing that Entente knows")
        };
        self.error(at, pointer, "notKnown", what, KNOWN)
    }
}

/// Whether an object is an entry of the audit log of a directory, or of Microsoft 365.
fn is_past_change(node: &Node) -> bool {
    node.has("modifiedProperties")
        || (node.has("targetResources") && (node.has("activityDisplayName") || node.has("initiatedBy")))
        || (node.has("oldValue") && node.has("newValue"))
}

/// Settings that stand under the id of the organization that they are about, and do not say it again.
fn by_id(member: Member) -> Node {
    let Member { key, mut node, .. } = member;
    let id = names::bare(&key);
    if names::is_guid(id) && !node.has("tenantId") && What::has_settings(&node) {
        let at = node.at;
        if let Data::Object(members) = &mut node.data {
            members.push(Member::new("tenantId", Node::text_at(at, id)));
        }
    }
    node
}

/// Whether every property is called by an id.
pub(super) fn is_map(node: &Node) -> bool {
    !node.members().is_empty() && node.members().iter().all(|member| names::is_guid(names::bare(&member.key)))
}

/// The answer in a browser's recording, which has the question beside it.
fn recorded(node: &mut Node, around: &Around) -> Option<(Node, String, Around)> {
    let request = node.get("request")?;
    let asked = Asked::of_url(request.text_of("method")?, request.text_of("url")?);
    let mut response = node.take("response")?.node;
    let status = match response.get("status").map(|status| &status.data) {
        Some(Data::Number(status)) => status.to_string().parse().ok(),
        _ => None,
    };
    let body = response.take("content")?.node.take("text")?.node;
    let around = Around { asked, status, is_search: true, ..around.clone() };
    Some((body, "response/content/text".into(), around))
}

/// The body of a request that stands with its address.
fn asked(node: &mut Node, around: &Around) -> Option<(Node, String, Around)> {
    let asked = Asked::of_url(node.text_of("method")?, node.text_of("url")?);
    let body = node.take("body")?;
    Some((body.node.clone(), body.step(), Around { asked, ..around.clone() }))
}
