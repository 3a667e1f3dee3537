//! The members of a class.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::kinds::Kinds;
use crate::position_set::PositionSet;

/// How many kinds a class may take in without being listed.
const KINDS: usize = 64;

/// Positions in a directory's list of users or applications, in its order.
///
/// Only those whom a setting names are listed: a class of nobody in particular is all of some kinds but those, and
/// holds the whole tenant without touching it.
#[derive(Clone, Debug, Default)]
pub struct Members {
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
    /// All of some kinds but these, and those.
    pub(crate) fn new(all: &Arc<Kinds>, kinds: Vec<usize>, but: Vec<u32>, and: Vec<u32>) -> Self {
        let members = Members { all: all.clone(), kinds, but, and };
        if members.kinds.len() <= KINDS || members.takes_all() {
            return members;
        }
        let mut set = PositionSet::new(all.length());
        let positions = members.kinds.iter().flat_map(|kind| all.positions(*kind));
        positions.filter(|at| members.but.binary_search(at).is_err()).for_each(|at| set.insert(*at));
        members.and.iter().for_each(|at| set.insert(*at));
        Members { and: set.number(), kinds: Vec::new(), but: Vec::new(), all: Arc::default() }
    }

    fn takes_all(&self) -> bool {
        self.kinds.len() == self.all.count()
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.before(u32::MAX)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
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

    /// The position of the member before whom stand `rank` others.
    pub fn get(&self, rank: usize) -> Option<usize> {
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

    /// How many members stand before the one at `position`; nothing if that is no member.
    pub fn rank(&self, position: usize) -> Option<usize> {
        let position = u32::try_from(position).ok()?;
        let is_of_kinds = self.is_of_kinds(position) && self.but.binary_search(&position).is_err();
        (is_of_kinds || self.and.binary_search(&position).is_ok()).then(|| self.before(position))
    }

    /// The positions of all.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
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

    /// How many bytes they take, beside what the directory's index holds.
    pub(crate) fn bytes(&self) -> usize {
        let lists = size_of_val(self.but.as_slice()).saturating_add(size_of_val(self.and.as_slice()));
        lists.saturating_add(size_of_val(self.kinds.as_slice()))
    }
}

impl PartialEq for Members {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn check(members: &Members, expected: &[usize]) {
        assert_eq!(members.iter().collect::<Vec<_>>(), expected);
        assert_eq!(members.len(), expected.len());
        for (rank, position) in expected.iter().enumerate() {
            assert_eq!((members.get(rank), members.rank(*position)), (Some(*position), Some(rank)));
        }
        assert_eq!(members.get(expected.len()), None);
        assert!((0..20).filter(|at| !expected.contains(at)).all(|at| members.rank(at).is_none()));
    }

    #[test]
    fn members_are_found_by_rank_and_ranked_by_position() {
        let all = Arc::new(Kinds::new(vec![0, 1, 0, 2, 1, 0, 2, 0], 3));
        check(&Members::new(&all, vec![], vec![], vec![2, 3, 7]), &[2, 3, 7]);
        check(&Members::new(&all, vec![0, 1, 2], vec![0, 6], vec![]), &[1, 2, 3, 4, 5, 7]);
        check(&Members::new(&all, vec![0, 2], vec![0, 6], vec![4]), &[2, 3, 4, 5, 7]);
        check(&Members::default(), &[]);
    }

    #[test]
    fn a_class_of_very_many_kinds_is_listed() {
        let all = Arc::new(Kinds::new((0..200).collect(), 200));
        let members = Members::new(&all, (3..180).collect(), vec![4, 5], vec![1]);
        check(&members, &[1, 3].into_iter().chain(6..180).collect::<Vec<_>>());
    }
}
