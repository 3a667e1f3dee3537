//! The members of a class.

use alloc::vec::Vec;

/// Positions in a directory's list of users or applications, in its order.
///
/// Only those whom a setting names are listed, so nothing here may be asked for all members at once where a few
/// will do: a class of nobody in particular holds the whole tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members(Vec<u32>);

impl Members {
    /// How many they are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The position of the member before whom stand `rank` others.
    pub fn get(&self, rank: usize) -> Option<usize> {
        self.0.get(rank).map(|at| *at as usize)
    }

    /// How many members stand before the one at `position`; nothing if that is no member.
    pub fn rank(&self, position: usize) -> Option<usize> {
        self.0.binary_search(&u32::try_from(position).ok()?).ok()
    }

    /// The positions of all.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().map(|at| *at as usize)
    }

    pub(crate) fn push(&mut self, position: usize) {
        self.0.extend(u32::try_from(position));
    }
}

impl FromIterator<usize> for Members {
    fn from_iter<T: IntoIterator<Item = usize>>(positions: T) -> Self {
        let mut members = Members::default();
        positions.into_iter().for_each(|position| members.push(position));
        members
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_found_by_rank_and_ranked_by_position() {
        let members = Members::from_iter([2, 3, 7]);
        assert_eq!(members.iter().collect::<Vec<_>>(), [2, 3, 7]);
        assert_eq!([0, 2, 3].map(|rank| members.get(rank)), [Some(2), Some(7), None]);
        assert_eq!([2, 4, 7].map(|position| members.rank(position)), [Some(0), None, Some(2)]);
    }
}
