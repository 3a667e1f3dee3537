//! Where the items of a list stand after an edit.

use core::iter::Zip;
use core::ops::Range;

use crate::{Directory, List};

/// What stands before and behind one place of a list is as it was; what stood there is gone, and other items are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shift {
    /// How many items stand before the place.
    before: usize,
    /// How many are gone.
    gone: usize,
    /// How many came.
    came: usize,
    /// How many stand behind the place.
    behind: usize,
}

impl Shift {
    /// Of a directory's users.
    pub(crate) fn of_users(old: &Directory, new: &Directory) -> Self {
        Shift::between(&old.users, &new.users, |user| &user.id)
    }

    /// Of a directory's groups.
    pub(crate) fn of_groups(old: &Directory, new: &Directory) -> Self {
        Shift::between(&old.groups, &new.groups, |group| &group.id)
    }

    /// Of a directory's applications.
    pub(crate) fn of_applications(old: &Directory, new: &Directory) -> Self {
        Shift::between(&old.applications, &new.applications, |app| &app.app_id)
    }

    /// Between two states of a list, in which the same item has the same id.
    pub(crate) fn between<T, I: PartialEq>(old: &List<T>, new: &List<T>, id: impl Fn(&T) -> &I) -> Self {
        if old.is_same(new) {
            return Shift { before: old.len(), gone: 0, came: 0, behind: 0 };
        }
        let is_same = |at: usize, now: usize| {
            let have_same_id = || old.get(at).map(&id) == new.get(now).map(&id);
            old.is_same_at(at, new, now) || have_same_id()
        };
        let shorter = old.len().min(new.len());
        let before = old.differing(new).find(|at| !is_same(*at, *at)).unwrap_or(shorter);
        let from_end = |length: usize, back: usize| length.saturating_sub(back);
        let behind = (1..=shorter.saturating_sub(before))
            .take_while(|back| is_same(from_end(old.len(), *back), from_end(new.len(), *back)))
            .count();
        let between = |length: usize| length.saturating_sub(before).saturating_sub(behind);
        Shift { before, gone: between(old.len()), came: between(new.len()), behind }
    }

    /// Whether everything stands where it stood.
    pub(crate) fn is_none(self) -> bool {
        self.gone == 0 && self.came == 0
    }

    /// Whether all that there was stands where it stood.
    pub(crate) fn is_only_behind(self) -> bool {
        self.is_none() || self.gone == 0 && self.behind == 0
    }

    /// Where those stand that came.
    pub(crate) fn came(self) -> Range<usize> {
        self.before..self.before.saturating_add(self.came)
    }

    /// Where those stood that are gone.
    pub(crate) fn gone(self) -> Range<usize> {
        self.before..self.before.saturating_add(self.gone)
    }

    /// Where those stood, and where they stand, who are before the place, and those who are behind it.
    pub(crate) fn kept(self) -> [Zip<Range<usize>, Range<usize>>; 2] {
        let behind = |start: usize| start..start.saturating_add(self.behind);
        let before = || 0..self.before;
        [before().zip(before()), behind(self.gone().end).zip(behind(self.came().end))]
    }

    /// Whether all at these positions, which are in order, are still there.
    pub(crate) fn keeps(self, positions: &[u32]) -> bool {
        let first = positions.partition_point(|at| (*at as usize) < self.before);
        positions.get(first).is_none_or(|at| *at as usize >= self.gone().end)
    }

    /// Where an item stands now.
    pub(crate) fn now(self, was: usize) -> Option<usize> {
        Self::across(was, self.before, self.gone, self.came)
    }

    /// Where an item stood.
    pub(crate) fn was(self, now: usize) -> Option<usize> {
        Self::across(now, self.before, self.came, self.gone)
    }

    fn across(at: usize, before: usize, gone: usize, came: usize) -> Option<usize> {
        match at.checked_sub(before) {
            None => Some(at),
            Some(behind) => behind.checked_sub(gone)?.checked_add(before)?.checked_add(came),
        }
    }

    /// Where those stand now that stood at these positions, in the same order.
    pub(crate) fn all_now(self, positions: &[u32]) -> impl Iterator<Item = u32> + '_ {
        positions.iter().filter_map(move |at| self.now(*at as usize)).map(|at| at as u32)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;

    #[test]
    fn what_stands_around_an_edit_is_found_again() {
        let list = |text: &str| text.split(' ').map(String::from).collect::<List<String>>();
        let stood = |old: &str, new: &str| {
            let (old, new) = (list(old), list(new));
            let shift = Shift::between(&old, &new, |item| item);
            for (now, item) in new.iter().enumerate() {
                if let Some(was) = shift.was(now) {
                    assert_eq!(shift.now(was), Some(now));
                    assert_eq!(old[was], *item);
                }
            }
            (shift.before, shift.gone, shift.came)
        };
        assert_eq!(stood("a b c", "a b c"), (3, 0, 0));
        assert_eq!(stood("a b c", "a x b c"), (1, 0, 1));
        assert_eq!(stood("a b c d", "a b d"), (2, 1, 0));
        assert_eq!(stood("a b c", "a b c d"), (3, 0, 1));
        assert_eq!(stood("a b c d", "a c b d"), (1, 2, 2));
        assert_eq!(stood("a a", "a"), (1, 1, 0));
        let shift = Shift::between(&list("a b c d"), &list("a x d"), |item| item);
        assert_eq!(shift.came(), 1..2);
        assert!(shift.keeps(&[0, 3]) && shift.keeps(&[]) && !shift.keeps(&[0, 2, 3]));
        assert_eq!(Shift::between(&list("a b c"), &list("a c"), |item| item).all_now(&[0, 1, 2]).count(), 2);
    }
}
