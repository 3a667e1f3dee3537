//! From which class to which the items of a directory went.

use alloc::vec::Vec;

use crate::partition::Partition;
use crate::{Id, IdIndex, Matrix, SharedDirectory};

/// Items that stood in one class before, and stand in one class now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Move {
    /// The class of the earlier matrix.
    pub(crate) before: usize,
    /// The class of the later one.
    pub(crate) after: usize,
    /// How many they are.
    pub(crate) count: usize,
}

/// Every move that items both lists hold have made, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Moves {
    moves: Vec<Move>,
    aligned: Aligned,
}

impl Moves {
    /// The moves of the users of two matrices.
    pub(crate) fn of_users(old: &Matrix, new: &Matrix) -> Self {
        let [ours, theirs] = [old, new].map(|matrix| &matrix.connection.home.directory);
        let ids = |directory: &SharedDirectory| directory.users.iter().map(|user| user.id.clone()).collect();
        Self::between([&old.user_partition, &new.user_partition], ours.is_same(theirs), || {
            Aligned::of(ids(ours), ids(theirs))
        })
    }

    /// The moves of the applications of two matrices.
    pub(crate) fn of_applications(old: &Matrix, new: &Matrix) -> Self {
        let [ours, theirs] = [old, new].map(|matrix| &matrix.connection.resource.directory);
        let ids = |directory: &SharedDirectory| {
            directory.applications.iter().map(|application| application.app_id.clone()).collect()
        };
        Self::between([&old.app_partition, &new.app_partition], ours.is_same(theirs), || {
            Aligned::of(ids(ours), ids(theirs))
        })
    }

    fn between(
        [before, after]: [&Partition; 2],
        is_same_list: bool,
        aligned: impl FnOnce() -> Aligned,
    ) -> Self {
        if is_same_list {
            let mut moves = Moves { moves: Vec::new(), aligned: Aligned::same(after.kinds.length()) };
            before.moves(after, &mut |before, after, count| moves.add(Some(before), Some(after), count));
            return moves;
        }
        let mut moves = Moves { moves: Vec::new(), aligned: aligned() };
        for (was, is) in moves.aligned.pairs().collect::<Vec<_>>() {
            moves.add(before.number_at(was), after.number_at(is), 1);
        }
        moves
    }

    fn add(&mut self, before: Option<usize>, after: Option<usize>, count: usize) {
        let (Some(before), Some(after), true) = (before, after, count > 0) else { return };
        match self.position(before, after) {
            Ok(at) => {
                if let Some(known) = self.moves.get_mut(at) {
                    known.count = known.count.saturating_add(count);
                }
            }
            Err(at) => self.moves.insert(at, Move { before, after, count }),
        }
    }

    fn position(&self, before: usize, after: usize) -> Result<usize, usize> {
        self.moves.binary_search_by_key(&(before, after), |known| (known.before, known.after))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Move> {
        self.moves.iter()
    }

    /// Which move the item at this position of the later list made; nothing if the earlier list does not hold it.
    pub(crate) fn of(
        &self,
        at: usize,
        before: impl FnOnce(usize) -> Option<usize>,
        after: impl FnOnce(usize) -> Option<usize>,
    ) -> Option<usize> {
        self.position(before(self.aligned.before(at)?)?, after(at)?).ok()
    }
}

/// Where the items of a later list stood in an earlier one. Lists mostly differ in one place, so what stands before
/// and behind it is not looked up.
#[derive(Clone, Debug, Default)]
struct Aligned {
    /// How long the lists are.
    lengths: [usize; 2],
    /// How many items at the beginning are the same.
    same_first: usize,
    /// How many at the end.
    same_last: usize,
    /// Where the items between those stand that both lists hold, and where they stood.
    between: Vec<(usize, usize)>,
}

impl Aligned {
    fn same(length: usize) -> Self {
        Aligned { lengths: [length; 2], same_first: length, ..Self::default() }
    }

    fn of(old: Vec<Id>, new: Vec<Id>) -> Self {
        let same_first = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let rest = |list: &[Id]| list.len().saturating_sub(same_first);
        let same_last = old
            .iter()
            .rev()
            .zip(new.iter().rev())
            .take(rest(&old).min(rest(&new)))
            .take_while(|(old, new)| old == new)
            .count();
        let end = |list: &[Id]| list.len().saturating_sub(same_last);
        let mut between = Vec::new();
        if end(&old) > same_first && end(&new) > same_first {
            let index = IdIndex::of(old.iter().take(end(&old)).skip(same_first));
            let stood = |id: &Id| index.all(id).last().map(|at| at.saturating_add(same_first));
            let items = new.iter().enumerate().take(end(&new)).skip(same_first);
            between.extend(items.filter_map(|(at, id)| Some((at, stood(id)?))));
        }
        Aligned { lengths: [old.len(), new.len()], same_first, same_last, between }
    }

    fn before(&self, at: usize) -> Option<usize> {
        let [old, new] = self.lengths;
        if at < self.same_first {
            return Some(at);
        }
        if at >= new.saturating_sub(self.same_last) {
            return old.checked_sub(new.checked_sub(at)?);
        }
        let found = self.between.binary_search_by_key(&at, |(stands, _)| *stands).ok()?;
        self.between.get(found).map(|(_, stood)| *stood)
    }

    /// Every item that both lists hold: where it stood, and where it stands.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let [old, new] = self.lengths.map(|length| length.saturating_sub(self.same_last));
        let first = (0..self.same_first).map(|at| (at, at));
        let between = self.between.iter().map(|(stands, stood)| (*stood, *stands));
        let last = (0..self.same_last).map(move |at| (old.saturating_add(at), new.saturating_add(at)));
        first.chain(between).chain(last)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn stood(old: &str, new: &str) -> Vec<Option<usize>> {
        let ids = [old, new].map(|list| list.split(' ').map(Id::from).collect::<Vec<_>>());
        let [old, new] = ids;
        let length = new.len();
        let aligned = Aligned::of(old, new);
        let stood: Vec<_> = (0..length).map(|at| aligned.before(at)).collect();
        let pairs: Vec<_> =
            stood.iter().enumerate().filter_map(|(at, stood)| Some(((*stood)?, at))).collect();
        assert_eq!(aligned.pairs().collect::<Vec<_>>(), pairs);
        stood
    }

    #[test]
    fn items_are_found_where_they_stood() {
        assert_eq!(stood("a b c", "a b c"), vec![Some(0), Some(1), Some(2)]);
        assert_eq!(stood("a b c", "a x b c"), vec![Some(0), None, Some(1), Some(2)]);
        assert_eq!(stood("a b c d", "a c d"), vec![Some(0), Some(2), Some(3)]);
        assert_eq!(stood("a b c d", "a c b d"), vec![Some(0), Some(2), Some(1), Some(3)]);
        assert_eq!(stood("a a", "a"), vec![Some(0)]);
        assert_eq!(stood("a", "b"), vec![None]);
    }
}
