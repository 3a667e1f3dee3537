//! Objects with nothing in them, as PowerShell’s module shows what it has not asked for.

use super::tree::{Data, Node};

/// Whether there is nothing but nulls in it.
pub(super) fn is_hollow(node: &Node) -> bool {
    match &node.data {
        Data::Null => true,
        Data::List(items) => items.is_empty(),
        Data::Object(members) => {
            members.iter().all(|member| is_hollow(&member.node) || member.key.contains("@odata."))
        }
        _ => false,
    }
}

/// Whether it stands for nothing: null, or an object with nothing in it. An empty list says that there is none.
pub(super) fn says_nothing(node: &Node) -> bool {
    matches!(node.data, Data::Null | Data::Object(_)) && is_hollow(node)
}
