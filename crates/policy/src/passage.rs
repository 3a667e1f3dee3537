//! A list of users, or of applications, before an edit and after it.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ptr;

use crate::directory_index::DirectoryIndex;
use crate::kinds::Kinds;
use crate::partition::Asked;
use crate::question::Answer;
use crate::shift::Shift;
use crate::{AppKind, SharedDirectory};

/// What an edit of a directory has made of one of its lists: where everybody stands now, and who is of another kind.
pub(crate) struct Passage<'a> {
    was: &'a SharedDirectory,
    now: &'a SharedDirectory,
    pub(crate) was_kinds: &'a Arc<Kinds>,
    pub(crate) kinds: &'a Arc<Kinds>,
    pub(crate) shift: Shift,
    groups: Shift,
    /// The positions of those who are of another kind than they were, in order.
    pub(crate) of_other_kind: Vec<u32>,
    /// For each kind, and behind them for any other user, the one that it was.
    pub(crate) was_kind: Vec<Option<usize>>,
}

impl<'a> Passage<'a> {
    /// The passage of a directory's users.
    pub(crate) fn of_users(was: &'a SharedDirectory, now: &'a SharedDirectory) -> Self {
        let shift = Shift::of_users(was, now);
        let [was_kinds, kinds] = [was, now].map(|directory| &directory.index().user_kinds);
        let is_alike = |stood: usize, at: usize| {
            now.users.is_same_at(at, &was.users, stood)
                || was.users.get(stood).map(|user| user.kind()) == now.users.get(at).map(|user| user.kind())
        };
        let mut differing = now.users.differing(&was.users);
        let mut passage = Passage::new([was, now], [was_kinds, kinds], shift, &mut differing, &is_alike);
        if !Arc::ptr_eq(was_kinds, kinds) {
            let was_kind = |kind| {
                let mut stayed = kinds.positions(kind).iter().filter_map(|at| {
                    let is_other = passage.of_other_kind.binary_search(at).is_ok();
                    shift.was(*at as usize).filter(|_| !is_other)
                });
                stayed.next().and_then(|stood| was_kinds.of(stood as u32))
            };
            let any_other = Some(was_kinds.count());
            passage.was_kind = (0..kinds.count()).map(was_kind).chain([any_other]).collect();
        }
        passage
    }

    /// The passage of a directory's applications.
    pub(crate) fn of_applications(was: &'a SharedDirectory, now: &'a SharedDirectory) -> Self {
        let shift = Shift::of_applications(was, now);
        let kinds = [was, now].map(|directory| &directory.index().app_kinds);
        let is_alike = |stood: usize, at: usize| {
            was.applications.get(stood).map(|app| app.kind) == now.applications.get(at).map(|app| app.kind)
        };
        let mut differing = now.applications.differing(&was.applications);
        let mut passage = Passage::new([was, now], kinds, shift, &mut differing, &is_alike);
        passage.was_kind = (0..AppKind::ALL.len()).map(Some).collect();
        passage
    }

    fn new(
        [was, now]: [&'a SharedDirectory; 2],
        [was_kinds, kinds]: [&'a Arc<Kinds>; 2],
        shift: Shift,
        differing: &mut dyn Iterator<Item = usize>,
        is_alike: &dyn Fn(usize, usize) -> bool,
    ) -> Self {
        let is_of_other = |at: &usize| shift.was(*at).is_some_and(|stood| !is_alike(stood, *at));
        let of_other_kind: Vec<usize> = if Arc::ptr_eq(was_kinds, kinds) {
            Vec::new()
        } else if shift.is_none() {
            differing.filter(is_of_other).collect()
        } else {
            (0..kinds.length()).filter(is_of_other).collect()
        };
        Passage {
            groups: Shift::of_groups(was, now),
            was,
            now,
            was_kinds,
            kinds,
            shift,
            of_other_kind: of_other_kind.into_iter().map(|at| at as u32).collect(),
            was_kind: (0..=kinds.count()).map(Some).collect(),
        }
    }

    /// The index after the edit.
    pub(crate) fn index(&self) -> &'a DirectoryIndex {
        self.now.index()
    }

    /// Whether everybody, and every group, stands where they stood.
    pub(crate) fn keeps_positions(&self) -> bool {
        self.shift.is_none() && self.groups.is_none()
    }

    /// Whether everything stands where it stood and is of the kind that it was.
    pub(crate) fn keeps_kinds(&self) -> bool {
        self.shift.is_none() && Arc::ptr_eq(self.was_kinds, self.kinds)
    }

    /// Whether nobody is of another kind, and no question tells kinds apart that did not before.
    pub(crate) fn asks_as_before(&self, asked: &[Asked<'_>]) -> bool {
        let is_apart = |asked: &Asked<'_>| {
            !ptr::eq(asked.was, asked.now) && (asked.was.tells_kinds_apart() || asked.now.tells_kinds_apart())
        };
        self.keeps_kinds() && !asked.iter().any(is_apart)
    }

    /// Whether every kind that there was answers what it did.
    pub(crate) fn kinds_stay(&self, asked: &[Asked<'_>]) -> bool {
        let stays = |(kind, was): (usize, usize)| {
            asked.iter().all(|asked| asked.was.kind(was) == asked.now.kind(kind))
        };
        let mut kinds = self.was_kind.iter().take(self.kinds.count()).enumerate();
        kinds.all(|(kind, was)| was.is_none_or(|was| stays((kind, was))))
    }

    /// Whether an answer is so of other people now, though it names the same: its groups have other members.
    pub(crate) fn is_of_others(&self, answer: &Answer) -> bool {
        answer.groups.iter().any(|group| {
            let stood = self.groups.was(*group as usize);
            stood.is_none_or(|stood| !self.index().has_same_members(*group as usize, self.was.index(), stood))
        })
    }

    /// The positions, in order in each list, for which `after` and not `before` makes it otherwise than for their
    /// kind; some for which `before` does so in another way as well.
    pub(crate) fn gained(&self, before: &Answer, after: &'a Answer) -> Vec<Cow<'a, [u32]>> {
        let mut lists: Vec<Cow<'a, [u32]>> = Vec::new();
        for group in &after.groups {
            let members = self.index().members(*group as usize);
            let stood = self.groups.was(*group as usize);
            match stood.filter(|stood| before.groups.binary_search(&(*stood as u32)).is_ok()) {
                None => lists.push(members.into()),
                Some(stood) if self.stay(stood, *group as usize) => {}
                Some(stood) => {
                    lists.push(beyond(members, &self.moved(self.was.index().members(stood))).into())
                }
            }
        }
        lists.push(beyond_or_all(&after.others, &self.moved(&before.others)));
        lists
    }

    /// The positions now for which `before` and not `after` made it otherwise than for their kind, in the same way.
    pub(crate) fn lost(&self, before: &'a Answer, after: &Answer) -> Vec<Cow<'a, [u32]>> {
        let mut lists: Vec<Cow<'a, [u32]>> = Vec::new();
        for stood in &before.groups {
            let members = self.was.index().members(*stood as usize);
            let group = self.groups.now(*stood as usize);
            match group.filter(|group| after.groups.binary_search(&(*group as u32)).is_ok()) {
                None => lists.push(self.moved(members)),
                Some(group) if self.stay(*stood as usize, group) => {}
                Some(group) => lists.push(beyond(&self.moved(members), self.index().members(group)).into()),
            }
        }
        match self.moved(&before.others) {
            Cow::Borrowed(others) => lists.push(beyond_or_all(others, &after.others)),
            Cow::Owned(others) => lists.push(beyond(&others, &after.others).into()),
        }
        lists
    }

    /// Whether a group's members are the same, wherever they stand.
    fn stay(&self, stood: usize, group: usize) -> bool {
        if self.shift.is_only_behind() {
            return self.index().has_same_members(group, self.was.index(), stood);
        }
        // Of a group that nobody has edited, that names users alone, of whom nobody is gone.
        self.now.groups.is_same_at(group, &self.was.groups, stood)
            && self.was.index().knows_all(stood)
            && self.index().knows_all(group)
            && self.shift.keeps(self.was.index().members(stood))
    }

    /// Where those stand now who stood at these positions.
    fn moved<'b>(&self, positions: &'b [u32]) -> Cow<'b, [u32]> {
        match self.shift.is_only_behind() {
            true => positions.into(),
            false => self.shift.all_now(positions).collect(),
        }
    }
}

/// The positions of the one list that the other does not hold. Both are in order.
fn beyond(list: &[u32], other: &[u32]) -> Vec<u32> {
    let mut rest = other;
    let mut is_new = |one: &u32| {
        let at = rest.iter().position(|known| known >= one).unwrap_or(rest.len());
        rest = rest.get(at..).unwrap_or_default();
        rest.first() != Some(one)
    };
    list.iter().copied().filter(|one| is_new(one)).collect()
}

/// The same, without a copy where the other holds nothing.
fn beyond_or_all<'a>(list: &'a [u32], other: &[u32]) -> Cow<'a, [u32]> {
    if other.is_empty() { list.into() } else { beyond(list, other).into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_list_holds_beyond_another_is_found() {
        assert_eq!(beyond(&[1, 3, 5, 9], &[0, 3, 4, 9, 12]), [1, 5]);
        assert!(beyond(&[], &[1]).is_empty());
        assert_eq!(beyond(&[1, 2], &[]), [1, 2]);
    }
}
