//! From which class to which the items of a directory went.

use alloc::vec::Vec;

use crate::{Id, IdIndex, Matrix, Members};

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
        let directories = [old, new].map(|matrix| &matrix.connection.home.directory);
        let aligned = match directories {
            [old, new] if old.is_same(new) => Aligned::same(new.users.len()),
            _ => {
                let ids = directories
                    .map(|directory| directory.users.iter().map(|user| &user.id).collect::<Vec<_>>());
                Aligned::of(&ids[0], &ids[1])
            }
        };
        let classes =
            [old, new].map(|matrix| matrix.users.iter().map(|class| &class.members).collect::<Vec<_>>());
        Self::counted(aligned, &classes, [&|at| old.class_of_user(at), &|at| new.class_of_user(at)])
    }

    /// The moves of the applications of two matrices.
    pub(crate) fn of_applications(old: &Matrix, new: &Matrix) -> Self {
        let directories = [old, new].map(|matrix| &matrix.connection.resource.directory);
        let aligned = match directories {
            [old, new] if old.is_same(new) => Aligned::same(new.applications.len()),
            _ => {
                let ids = directories.map(|directory| {
                    directory.applications.iter().map(|app| &app.app_id).collect::<Vec<_>>()
                });
                Aligned::of(&ids[0], &ids[1])
            }
        };
        let classes = [old, new]
            .map(|matrix| matrix.applications.iter().map(|class| &class.members).collect::<Vec<_>>());
        Self::counted(
            aligned,
            &classes,
            [&|at| old.class_of_application(at), &|at| new.class_of_application(at)],
        )
    }

    fn counted(
        aligned: Aligned,
        classes: &[Vec<&Members>; 2],
        class_of: [&dyn Fn(usize) -> Option<usize>; 2],
    ) -> Self {
        let [class_before, class_after] = class_of;
        let mut moves = Moves { moves: Vec::new(), aligned };
        let Some(all) = moves.aligned.whole() else {
            for (was, is) in moves.aligned.pairs().collect::<Vec<_>>() {
                moves.add(class_before(was), class_after(is), 1);
            }
            return moves;
        };
        // Those whom nothing names are most, and nobody goes through them: they are what is left.
        let rest = classes.each_ref().map(|classes| {
            (0..classes.len()).max_by_key(|class| classes.get(*class).map_or(0, |members| members.len()))
        });
        let named = |side: usize| {
            let classes = classes.get(side).into_iter().flatten().enumerate();
            let rest = rest.get(side).copied().flatten();
            classes
                .filter(move |(class, _)| Some(*class) != rest)
                .flat_map(|(class, members)| members.iter().map(move |at| (class, at)))
        };
        let mut left = all;
        for (class, at) in named(0) {
            moves.add(Some(class), class_after(at), 1);
            left = left.saturating_sub(1);
        }
        for (class, at) in named(1).filter(|(_, at)| class_before(*at) == rest[0]) {
            let _ = at;
            moves.add(rest[0], Some(class), 1);
            left = left.saturating_sub(1);
        }
        moves.add(rest[0], rest[1], left);
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

    fn of(old: &[&Id], new: &[&Id]) -> Self {
        let same_first = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let rest = |list: &[&'_ Id]| list.len().saturating_sub(same_first);
        let same_last = old
            .iter()
            .rev()
            .zip(new.iter().rev())
            .take(rest(old).min(rest(new)))
            .take_while(|(old, new)| old == new)
            .count();
        let end = |list: &[&Id]| list.len().saturating_sub(same_last);
        let mut between = Vec::new();
        if end(old) > same_first && end(new) > same_first {
            let index = IdIndex::of(old.iter().take(end(old)).skip(same_first).copied());
            let stood = |id: &Id| index.all(id).last().map(|at| at.saturating_add(same_first));
            let items = new.iter().enumerate().take(end(new)).skip(same_first);
            between.extend(items.filter_map(|(at, id)| Some((at, stood(id)?))));
        }
        Aligned { lengths: [old.len(), new.len()], same_first, same_last, between }
    }

    /// How long the lists are if they hold the same items.
    fn whole(&self) -> Option<usize> {
        let [old, new] = self.lengths;
        (old == new && self.same_first.saturating_add(self.same_last) >= new).then_some(new)
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
        let [old, new] = ids.each_ref().map(|list| list.iter().collect::<Vec<_>>());
        let aligned = Aligned::of(&old, &new);
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
    }
}
