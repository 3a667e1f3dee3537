//! The members of a class.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::OnceCell;

use crate::kinds::Kinds;
use crate::partition::{Class, Partition};
use crate::position_set::PositionSet;

/// How many kinds a class may take in without being listed.
const KINDS: usize = 64;

/// Positions in a directory's list of users or applications, in its order.
///
/// How many they are and which is the first is known from the beginning. Who they are is put together when somebody
/// asks, and even then only those are listed whom a setting names: a class of nobody in particular is all of some
/// kinds but those, and holds the whole tenant without touching it.
#[derive(Clone, Debug, Default)]
pub struct Members {
    of: Arc<Partition>,
    class: usize,
    listed: OnceCell<Box<Listed>>,
}

/// All of some kinds but these, and those.
#[derive(Clone, Debug, Default)]
struct Listed {
    /// The whole list by kinds.
    all: Arc<Kinds>,
    /// The kinds that are members.
    kinds: Vec<usize>,
    /// Those of these kinds that are not.
    but: Vec<u32>,
    /// Members of other kinds.
    and: Vec<u32>,
}

impl Members {
    /// The members of a class of a list.
    pub(crate) fn of(of: &Arc<Partition>, class: usize) -> Self {
        Members { of: of.clone(), class, listed: OnceCell::new() }
    }

    fn class(&self) -> Option<&Class> {
        self.of.classes().get(self.class)
    }

    fn listed(&self) -> &Listed {
        self.listed.get_or_init(|| Box::new(Listed::of(&self.of, self.class as u32)))
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.class().map_or(0, |class| class.count)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The position of the member before whom stand `rank` others.
    pub fn get(&self, rank: usize) -> Option<usize> {
        let first = self.class()?.first.map(|at| at as usize);
        if rank == 0 { first } else { self.listed().get(rank) }
    }

    /// How many members stand before the one at `position`; nothing if that is no member.
    pub fn rank(&self, position: usize) -> Option<usize> {
        self.listed().rank(position)
    }

    /// The positions of all.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.listed().iter()
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Listed {
    fn of(partition: &Partition, class: u32) -> Self {
        let all = &partition.kinds;
        let kinds: Vec<usize> = partition.kinds_of(class).filter(|kind| *kind < all.count()).collect();
        let takes_all = kinds.len() == all.count();
        let is_of_kinds = |position| takes_all || all.of(position).is_some_and(|kind| kinds.contains(&kind));
        let (mut but, mut and) = (Vec::new(), Vec::new());
        for (position, other) in partition.touched() {
            if other == class {
                and.push(position);
            } else if !kinds.is_empty() && is_of_kinds(position) {
                but.push(position);
            }
        }
        Self::put_together(all, kinds, but, and)
    }

    fn put_together(all: &Arc<Kinds>, kinds: Vec<usize>, but: Vec<u32>, and: Vec<u32>) -> Self {
        if kinds.len() <= KINDS || kinds.len() == all.count() {
            return Listed { all: all.clone(), kinds, but, and };
        }
        let mut set = PositionSet::new(all.length());
        let positions = kinds.iter().flat_map(|kind| all.positions(*kind));
        positions.filter(|at| but.binary_search(at).is_err()).for_each(|at| set.insert(*at));
        and.iter().for_each(|at| set.insert(*at));
        Listed { and: set.number(), ..Listed::default() }
    }

    fn takes_all(&self) -> bool {
        self.kinds.len() == self.all.count()
    }

    /// How many stand before a position.
    fn before(&self, position: u32) -> usize {
        let before = |list: &[u32]| list.partition_point(|at| *at < position);
        let of_kinds: usize = if self.takes_all() {
            self.all.length().min(position as usize)
        } else {
            self.kinds.iter().map(|kind| before(self.all.positions(*kind))).sum()
        };
        before(&self.and).saturating_add(of_kinds).saturating_sub(before(&self.but))
    }

    fn is_of_kinds(&self, position: u32) -> bool {
        self.all.of(position).is_some_and(|kind| self.takes_all() || self.kinds.contains(&kind))
    }

    fn get(&self, rank: usize) -> Option<usize> {
        if self.kinds.is_empty() {
            return self.and.get(rank).map(|at| *at as usize);
        }
        // The first position after which stands one member more.
        let (mut low, mut high) = (0_u32, self.all.length() as u32);
        while low < high {
            let middle = low.midpoint(high);
            if self.before(middle.wrapping_add(1)) > rank {
                high = middle
            } else {
                low = middle.wrapping_add(1)
            }
        }
        ((low as usize) < self.all.length()).then_some(low as usize)
    }

    fn rank(&self, position: usize) -> Option<usize> {
        let position = u32::try_from(position).ok()?;
        let is_of_kinds = self.is_of_kinds(position) && self.but.binary_search(&position).is_err();
        (is_of_kinds || self.and.binary_search(&position).is_ok()).then(|| self.before(position))
    }

    fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let is_listed = self.kinds.is_empty();
        let whole = if is_listed { 0 } else { self.all.length() as u32 };
        let mut but = self.but.iter().peekable();
        let mut and = self.and.iter().peekable();
        let unlisted = (0..whole).filter(move |at| {
            let is_out = but.next_if_eq(&at).is_some();
            and.next_if_eq(&at).is_some() || (!is_out && self.is_of_kinds(*at))
        });
        let listed = if is_listed { self.and.as_slice() } else { &[] };
        unlisted.chain(listed.iter().copied()).map(|at| at as usize)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn check(members: &Listed, expected: &[usize]) {
        assert_eq!(members.iter().collect::<Vec<_>>(), expected);
        for (rank, position) in expected.iter().enumerate() {
            assert_eq!((members.get(rank), members.rank(*position)), (Some(*position), Some(rank)));
        }
        assert_eq!(members.get(expected.len()), None);
        assert!((0..20).filter(|at| !expected.contains(at)).all(|at| members.rank(at).is_none()));
    }

    fn listed(all: &Arc<Kinds>, kinds: Vec<usize>, but: Vec<u32>, and: Vec<u32>) -> Listed {
        Listed::put_together(all, kinds, but, and)
    }

    #[test]
    fn members_are_found_by_rank_and_ranked_by_position() {
        let all = Arc::new(Kinds::new(vec![0, 1, 0, 2, 1, 0, 2, 0], 3));
        check(&listed(&all, vec![], vec![], vec![2, 3, 7]), &[2, 3, 7]);
        check(&listed(&all, vec![0, 1, 2], vec![0, 6], vec![]), &[1, 2, 3, 4, 5, 7]);
        check(&listed(&all, vec![0, 2], vec![0, 6], vec![4]), &[2, 3, 4, 5, 7]);
        check(&Listed::default(), &[]);
        assert_eq!((Members::default().len(), Members::default().get(0)), (0, None));
    }

    #[test]
    fn a_class_of_very_many_kinds_is_listed() {
        let all = Arc::new(Kinds::new((0..200).collect(), 200));
        let members = listed(&all, (3..180).collect(), vec![4, 5], vec![1]);
        check(&members, &[1, 3].into_iter().chain(6..180).collect::<Vec<_>>());
    }
}
