//! Whether a list goes on beyond what stands there.

use alloc::string::String;

use super::tree::{Data, Node};

/// Whether there is more of a list than stands here: it goes on at another address, or counts more.
pub(super) fn are_left(node: &Node) -> bool {
    go_on(node) || counts_more(node)
}

/// Whether a list goes on at another address: Graph's `@odata.nextLink`, and how clients and older versions spell it.
fn go_on(node: &Node) -> bool {
    node.members().iter().any(|member| {
        let name: String = member.key.chars().filter(char::is_ascii_alphabetic).collect();
        let is_it = ["odataNextLink", "nextLink"].iter().any(|known| known.eq_ignore_ascii_case(&name));
        is_it && member.node.text().is_some_and(|address| !address.trim().is_empty())
    })
}

/// Whether it counts more than stand in it: Graph's count, and the one that PowerShell puts beside a list.
fn counts_more(node: &Node) -> bool {
    let listed = node.get("value").map_or(0, |value| value.items().len());
    let counted = ["@odata.count", "Count"].into_iter().filter_map(|key| match &node.get(key)?.data {
        Data::Number(count) => count.as_u64(),
        _ => None,
    });
    counted.filter_map(|count| usize::try_from(count).ok()).any(|count| count > listed)
}
