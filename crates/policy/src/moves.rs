//! From which class to which the items of a directory went.

use alloc::vec::Vec;

use crate::Matrix;
use crate::order::ordered;
use crate::partition::Partition;
use crate::shift::Shift;

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
        let [was, now] = [old, new].map(|matrix| &matrix.connection.home.directory);
        let stands = |at: usize| now.position_of_user(&was.users.get(at)?.id);
        let stood = |at: usize| was.position_of_user(&now.users.get(at)?.id);
        let aligned = Aligned::of(Shift::of_users(was, now), &stands, &stood);
        Self::between([&old.user_partition, &new.user_partition], was.is_same(now), aligned)
    }

    /// The moves of the applications of two matrices.
    pub(crate) fn of_applications(old: &Matrix, new: &Matrix) -> Self {
        let [was, now] = [old, new].map(|matrix| &matrix.connection.resource.directory);
        let stands = |at: usize| now.position_of_application(&was.applications.get(at)?.app_id);
        let stood = |at: usize| was.position_of_application(&now.applications.get(at)?.app_id);
        let aligned = Aligned::of(Shift::of_applications(was, now), &stands, &stood);
        Self::between([&old.app_partition, &new.app_partition], was.is_same(now), aligned)
    }

    fn between([before, after]: [&Partition; 2], is_same_directory: bool, aligned: Aligned) -> Self {
        let mut moves = Moves { moves: Vec::new(), aligned };
        if is_same_directory {
            before.moves(after, &mut |before, after, count| moves.add(Some(before), Some(after), count));
            return moves;
        }
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

/// Where the items of a later list stood in an earlier one, those too that an edit has put elsewhere.
#[derive(Clone, Debug, Default)]
struct Aligned {
    shift: Shift,
    /// Where the items stand, at the place of the edit, that both lists hold, and where they stood.
    between: Vec<(usize, usize)>,
}

impl Aligned {
    /// By where an item of the earlier list stands in the later one, and the other way round.
    fn of(
        shift: Shift,
        stands: &dyn Fn(usize) -> Option<usize>,
        stood: &dyn Fn(usize) -> Option<usize>,
    ) -> Self {
        let (gone, came) = (shift.gone(), shift.came());
        // The one may be of any length beside the other: the shorter is looked up in the longer.
        let between: Vec<(usize, usize)> = if gone.len() < came.len() {
            let found = gone.filter_map(|at| Some((stands(at).filter(|at| came.contains(at))? as u64, at)));
            ordered(found.collect()).into_iter().map(|(at, stood)| (at as usize, stood)).collect()
        } else {
            came.filter_map(|at| Some((at, stood(at).filter(|at| gone.contains(at))?))).collect()
        };
        Aligned { shift, between }
    }

    fn before(&self, at: usize) -> Option<usize> {
        let found = || self.between.binary_search_by_key(&at, |(stands, _)| *stands).ok();
        let elsewhere = || self.between.get(found()?).map(|(_, stood)| *stood);
        self.shift.was(at).or_else(elsewhere)
    }

    /// Every item that both lists hold: where it stood, and where it stands.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let [first, last] = self.shift.kept();
        let between = self.between.iter().map(|(stands, stood)| (*stood, *stands));
        first.chain(between).chain(last)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec;

    use super::*;
    use crate::List;

    fn stood(old: &str, new: &str) -> Vec<Option<usize>> {
        let [old, new] = [old, new].map(|list| list.split(' ').map(String::from).collect::<List<String>>());
        let shift = Shift::between(&old, &new, |item| item);
        let stands = |at: usize| new.iter().position(|item| *item == old[at]);
        let stood = |at: usize| old.iter().position(|item| *item == new[at]);
        let aligned = Aligned::of(shift, &stands, &stood);
        let stood: Vec<_> = (0..new.len()).map(|at| aligned.before(at)).collect();
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
