//! Finding ids in long lists.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;

use crate::Id;

/// The ids of a list in alphabetical order, each with its position in the list.
///
/// A directory may hold a hundred thousand ids, so nothing may look through all of them for each. One type
/// for every such list, and a heap to sort with: a tree or a sort of its own for each is code to load.
#[derive(Clone, Debug, Default)]
pub struct IdIndex(Vec<(Id, usize)>);

impl IdIndex {
    /// The index of a list.
    pub fn of<'a>(ids: impl Iterator<Item = &'a Id>) -> Self {
        Self::sorted(ids.cloned().zip(0..).collect())
    }

    // Apart from the above, so that it exists once.
    fn sorted(list: Vec<(Id, usize)>) -> Self {
        IdIndex(BinaryHeap::from(list).into_sorted_vec())
    }

    /// Where `id` stands in the list, every time it does.
    pub fn all<'a>(&'a self, id: &'a Id) -> impl Iterator<Item = usize> + 'a {
        let first = self.0.partition_point(|(known, _)| known < id);
        let rest = self.0.get(first..).unwrap_or_default();
        rest.iter().take_while(move |(known, _)| known == id).map(|(_, at)| *at)
    }

    /// The first position whose id stands further up already.
    pub fn first_repeated(&self) -> Option<usize> {
        let pairs = self.0.iter().zip(self.0.iter().skip(1));
        pairs.filter(|((before, _), (id, _))| before == id).map(|(_, (_, at))| *at).min()
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    #[test]
    fn ids_are_found_wherever_they_stand() {
        let list = ["b", "a", "B", "c", "A"].map(Id::from);
        let index = IdIndex::of(list.iter());
        assert_eq!(index.all(&Id::from("b")).collect::<Vec<_>>(), vec![0, 2]);
        assert_eq!(index.all(&Id::from("c")).collect::<Vec<_>>(), vec![3]);
        assert_eq!(index.all(&Id::from("d")).count(), 0);
        assert_eq!(index.first_repeated(), Some(2));
        assert_eq!(IdIndex::default().first_repeated(), None);
    }
}
