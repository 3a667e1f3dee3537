//! From which class to which the items of a directory went.

use alloc::vec::Vec;

use crate::order::ordered;
use crate::partition::Partition;
use crate::{Id, Matrix, SharedDirectory};

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
        Self::between([&old.user_partition, &new.user_partition], ours.is_same(theirs), || {
            Aligned::of(&Users(ours), &Users(theirs))
        })
    }

    /// The moves of the applications of two matrices.
    pub(crate) fn of_applications(old: &Matrix, new: &Matrix) -> Self {
        let [ours, theirs] = [old, new].map(|matrix| &matrix.connection.resource.directory);
        Self::between([&old.app_partition, &new.app_partition], ours.is_same(theirs), || {
            Aligned::of(&Applications(ours), &Applications(theirs))
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

/// A list of things with ids.
trait Listed {
    fn length(&self) -> usize;

    /// The id at a position.
    fn id(&self, at: usize) -> Option<&Id>;

    /// Where an id stands.
    fn position(&self, id: &Id) -> Option<usize>;
}

struct Users<'a>(&'a SharedDirectory);

impl Listed for Users<'_> {
    fn length(&self) -> usize {
        self.0.users.len()
    }

    fn id(&self, at: usize) -> Option<&Id> {
        self.0.users.get(at).map(|user| &user.id)
    }

    fn position(&self, id: &Id) -> Option<usize> {
        self.0.position_of_user(id)
    }
}

struct Applications<'a>(&'a SharedDirectory);

impl Listed for Applications<'_> {
    fn length(&self) -> usize {
        self.0.applications.len()
    }

    fn id(&self, at: usize) -> Option<&Id> {
        self.0.applications.get(at).map(|application| &application.app_id)
    }

    fn position(&self, id: &Id) -> Option<usize> {
        self.0.position_of_application(id)
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

    fn of(old: &dyn Listed, new: &dyn Listed) -> Self {
        let lengths = [old.length(), new.length()];
        let shorter = lengths.into_iter().min().unwrap_or_default();
        let same_first = (0..shorter).take_while(|at| old.id(*at) == new.id(*at)).count();
        let from_end = |list: &dyn Listed, back: usize| list.length().checked_sub(back);
        let same_last = (1..=shorter.saturating_sub(same_first))
            .take_while(|back| {
                let ids = [old, new].map(|list| list.id(from_end(list, *back)?));
                ids.first() == ids.last()
            })
            .count();
        let [olds, news] = lengths.map(|length| same_first..length.saturating_sub(same_last));
        // The one may be of any length beside the other: the shorter is looked up in the longer.
        let between: Vec<(usize, usize)> = if olds.len() < news.len() {
            let stands = |at: usize| new.position(old.id(at)?).filter(|at| news.contains(at));
            let found = olds.filter_map(|at| Some((stands(at)? as u64, at)));
            ordered(found.collect()).into_iter().map(|(at, stood)| (at as usize, stood)).collect()
        } else {
            let stood = |at: usize| old.position(new.id(at)?).filter(|at| olds.contains(at));
            news.filter_map(|at| Some((at, stood(at)?))).collect()
        };
        Aligned { lengths, same_first, same_last, between }
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

    impl Listed for Vec<Id> {
        fn length(&self) -> usize {
            self.len()
        }

        fn id(&self, at: usize) -> Option<&Id> {
            self.get(at)
        }

        fn position(&self, id: &Id) -> Option<usize> {
            self.iter().position(|known| known == id)
        }
    }

    fn stood(old: &str, new: &str) -> Vec<Option<usize>> {
        let [old, new] = [old, new].map(|list| list.split(' ').map(Id::from).collect::<Vec<_>>());
        let length = new.len();
        let aligned = Aligned::of(&old, &new);
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
        assert_eq!(stood("c a", "x a y b c z"), vec![None, Some(1), None, None, Some(0), None]);
        assert_eq!(stood("x a y b c z", "c a"), vec![Some(4), Some(1)]);
    }
}
