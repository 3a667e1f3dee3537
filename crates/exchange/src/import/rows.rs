//! Lists whose items are of several tenants: whose each of them is, as far as it says so.

use alloc::vec::Vec;

use super::envelope::Opening;
use super::tree::Node;
use super::whose::Evidence;

/// What the items of a list say of whose they are.
pub(super) struct Owners(Vec<Option<Evidence>>);

/// Looks at each item. Bundles side by side are of one tenant each, and may have no more than a name.
pub(super) fn owners(items: &[Node], is_bundle: impl Fn(&Node) -> bool) -> Owners {
    let bundles = items.iter().filter(|item| is_bundle(item)).count();
    let of_item = |item: &Node| {
        let named = || {
            let name = ["displayName", "name", "tenantName", "tenant", "tenantId"];
            name.into_iter().find_map(|key| item.text_of(key)).map(|name| Evidence::Key(name.into()))
        };
        Evidence::of_row(item).or_else(|| if bundles > 1 && is_bundle(item) { named() } else { None })
    };
    Owners(items.iter().map(of_item).collect())
}

impl Owners {
    /// Whether they are of more than one.
    pub(super) fn is_several(&self) -> bool {
        let mut said = self.0.iter().flatten();
        let first = said.next();
        said.any(|other| Some(other) != first)
    }

    /// Whose the item at this position is, if they are of more than one.
    pub(super) fn of(&self, item: usize) -> Option<&Evidence> {
        self.0.get(item).and_then(Option::as_ref)
    }
}

impl Opening<'_> {
    /// The part of whoever this names: one that there is, or a new one.
    pub(super) fn source_of(&mut self, owner: &Evidence) -> usize {
        let known = self.sources.iter().position(|source| source.contains(owner));
        known.unwrap_or_else(|| {
            self.new_source(Some(owner.clone()));
            self.source
        })
    }
}
