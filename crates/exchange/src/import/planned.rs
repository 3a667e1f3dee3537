//! What Terraform plans to do to one resource: it stands with the value before, the value after, and what of that is
//! known only when it has been done.

use alloc::string::String;
use alloc::vec::Vec;

use super::envelope::{Around, Opened, Opening};
use super::remark::Remark;
use super::resource;
use super::tree::{Data, Member, Node};

/// A resource as it is to be.
pub(super) struct Planned {
    /// The resource as `terraform show` has it; nothing where there is to be none.
    pub(super) resource: Option<Node>,
    /// The properties of which nobody knows yet what they will be. They are left out.
    pub(super) open: Vec<String>,
}

/// Whether an object is a change that is planned.
fn is_one(node: &Node) -> bool {
    node.has("type") && node.get("change").is_some_and(|change| change.has("actions"))
}

/// Whether it is one after which something is there.
pub(super) fn is_there(node: &Node) -> bool {
    is_one(node) && node.get("change").is_some_and(|change| change.get("after").is_some_and(is_object))
}

fn is_object(node: &Node) -> bool {
    matches!(node.data, Data::Object(_))
}

impl Planned {
    /// The resource after a change. What it is before is the state, which stands elsewhere.
    pub(super) fn of(node: &mut Node) -> Option<Self> {
        let mut change = is_one(node).then(|| node.take("change"))??.node;
        let kind = node.member("type")?.clone();
        let mode =
            node.take("mode").unwrap_or_else(|| Member::new("mode", Node::text_at(node.at, "managed")));
        let unknown = change.take("after_unknown");
        let after = change.take("after").filter(|after| is_object(&after.node));
        let Some(mut after) = after else { return Some(Planned { resource: None, open: Vec::new() }) };
        let members = unknown.as_ref().map(|unknown| unknown.node.members()).unwrap_or_default();
        let unknown = members.iter().filter(|member| is_open(&member.node)).map(|member| member.key.clone());
        let mut open: Vec<String> = unknown.collect();
        // Of a setting of which a part is unknown, nobody knows what it comes to.
        open.iter().for_each(|name| drop(after.node.take(name)));
        open.retain(|name| !resource::is_of_tool(name) && name != "id");
        after.rename("values");
        after.was = Some("change/after".into());
        Some(Planned {
            resource: Some(Node::new(node.at, Data::Object(alloc::vec![kind, mode, after]))),
            open,
        })
    }
}

impl Opening<'_> {
    /// Opens what is planned as if it had been carried out.
    pub(super) fn planned(&mut self, planned: Planned, at: usize, pointer: &str, around: &Around) -> Opened {
        let Some(resource) = planned.resource else { return Ok(()) };
        let before = self.found.len();
        self.open(resource, pointer, around)?;
        if before < self.found.len() {
            self.remark(at, pointer, Remark::Planned);
            let open = planned.open.into_iter();
            open.for_each(|name| self.remark(at, pointer, Remark::Expression(name)));
        }
        Ok(())
    }
}

/// Whether something in it is known only afterwards.
fn is_open(unknown: &Node) -> bool {
    match &unknown.data {
        Data::Flag(is_unknown) => *is_unknown,
        Data::List(items) => items.iter().any(is_open),
        Data::Object(members) => members.iter().any(|member| is_open(&member.node)),
        _ => false,
    }
}
