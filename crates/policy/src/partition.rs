//! A list of users, or of applications, in classes: who, or what, no condition tells apart.
//!
//! A list of targets touches only those it names. Everybody else is told apart by kind alone, and nobody goes through
//! them. After an edit only those are put into other classes whom a list names that did not before, or no longer.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::directory_index::DirectoryIndex;
use crate::kinds::Kinds;
use crate::position_set::PositionSet;
use crate::question::Answer;
use crate::table::{Table, mixed};

mod carried;

pub(crate) use self::carried::Asked;

/// The classes of a list, and the class of each of its positions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Partition {
    /// The list by kinds.
    pub(crate) kinds: Arc<Kinds>,
    /// The class of each kind, and behind them of any other user.
    pub(crate) of_kind: Vec<u32>,
    /// The positions that are of another class than their kind, in order.
    touched: Vec<u32>,
    /// Their classes.
    of_touched: Vec<u32>,
    classes: Vec<Class>,
}

/// In the place of a class that is not known.
const UNKNOWN: u32 = u32::MAX;

/// One class. It may have lost all its members to others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Class {
    /// Which conditions are so of its members.
    pub(crate) answers: Vec<bool>,
    /// How many members it has.
    pub(crate) count: usize,
    /// The position of the first.
    pub(crate) first: Option<u32>,
    /// Which it is among those that have members.
    pub(crate) number: usize,
}

/// Another answer to a condition than before.
pub(crate) struct Change<'a> {
    pub(crate) condition: usize,
    /// The answer now.
    pub(crate) answer: &'a Answer,
    /// Those for whom it is otherwise than for their kind, in lists, and was not before.
    pub(crate) gained: Vec<Cow<'a, [u32]>>,
    /// Those for whom it was, and one list at least says so no longer.
    pub(crate) lost: Vec<Cow<'a, [u32]>>,
}

impl Change<'_> {
    fn lists(&self) -> impl Iterator<Item = &Cow<'_, [u32]>> {
        self.gained.iter().chain(&self.lost)
    }
}

impl Partition {
    /// The list by kinds alone, of which there are `count`, with those that stand for whom the directory does not
    /// list.
    pub(crate) fn by_kind(kinds: &Arc<Kinds>, count: usize, answers: &[&Answer]) -> Self {
        let mut partition = Partition { kinds: kinds.clone(), ..Partition::default() };
        let mut known = Known::of(&[], &[]);
        for kind in 0..count {
            let answers = answers.iter().map(|answer| answer.kind(kind)).collect();
            let class = known.class(&mut partition.classes, &[], answers);
            partition.of_kind.push(class);
            let positions = kinds.positions(kind);
            if let (Some(class), Some(first)) = (partition.classes.get_mut(class as usize), positions.first())
            {
                class.count = class.count.saturating_add(positions.len());
                class.first = Some(class.first.map_or(*first, |known| known.min(*first)));
            }
        }
        partition
    }

    /// The same classes with the conditions in another order: for each the number that it had, if it was asked at all.
    /// Of what is no longer asked nobody may be told apart.
    pub(crate) fn renumbered(&self, numbers: &[Option<usize>]) -> Self {
        let mut partition = self.clone();
        for class in &mut partition.classes {
            let answer =
                |number: &Option<usize>| number.and_then(|number| class.answers.get(number).copied());
            class.answers = numbers.iter().map(|number| answer(number).unwrap_or_default()).collect();
        }
        partition
    }

    /// Puts those into other classes for whom conditions have another answer now. How many were looked at.
    pub(crate) fn change(&mut self, changes: &[Change<'_>], index: &DirectoryIndex) -> usize {
        let kinds = self.kinds.clone();
        // Each list is in order, and few people take little room wherever they stand.
        let (mut first, mut last) = (u32::MAX, 0);
        for list in changes.iter().flat_map(Change::lists) {
            first = first.min(list.first().copied().unwrap_or(first));
            last = last.max(list.last().copied().unwrap_or(last));
        }
        let mut set = PositionSet::between(first.min(last), last);
        for list in changes.iter().flat_map(Change::lists) {
            list.iter().for_each(|position| set.insert(*position));
        }
        let positions = set.number();
        let was: Vec<u32> = positions.iter().map(|position| self.class_at(*position)).collect();
        let mut class_of = was.clone();
        let mut known = Known::of(&self.classes, &self.of_kind);
        for Change { condition, answer, gained, lost } in changes {
            // For each class the one whose members differ from its in this alone, or do not.
            let mut to = [const { Vec::new() }; 2];
            let by_kind = answer.tells_kinds_apart().then_some(&kinds);
            let mut set_to = |position: u32, is_other: bool| {
                let item = set.number_of(position).and_then(|number| class_of.get_mut(number));
                let kind = by_kind.and_then(|kinds| kinds.of(position));
                let is_so = is_other != kind.is_some_and(|kind| answer.kind(kind));
                let (Some(item), Some(to)) = (item, to.get_mut(usize::from(is_so))) else { return };
                *item = match to.get(*item as usize) {
                    Some(class) if *class != UNKNOWN => *class,
                    _ => self.with(&mut known, to, *item, *condition, is_so),
                };
            };
            for position in gained.iter().flat_map(|list| &**list) {
                set_to(*position, true);
            }
            for position in lost.iter().flat_map(|list| &**list) {
                set_to(*position, answer.is_other(*position, index));
            }
        }
        self.put(&positions, &was, &class_of);
        positions.len()
    }

    /// The class that differs from another in the answer to one condition at most, kept in `to`.
    fn with(
        &mut self,
        known: &mut Known,
        to: &mut Vec<u32>,
        class: u32,
        condition: usize,
        is_so: bool,
    ) -> u32 {
        let at = class as usize;
        let mut answers = self.classes.get(at).map(|class| class.answers.clone()).unwrap_or_default();
        if let Some(answer) = answers.get_mut(condition) {
            *answer = is_so;
        }
        let found = known.class(&mut self.classes, &self.of_kind, answers);
        to.resize(to.len().max(self.classes.len()), UNKNOWN);
        if let Some(to) = to.get_mut(at) {
            *to = found;
        }
        found
    }

    /// Puts positions, in order, from the classes where they were into others.
    fn put(&mut self, positions: &[u32], was: &[u32], is: &[u32]) {
        let (old, of_old) = (core::mem::take(&mut self.touched), core::mem::take(&mut self.of_touched));
        let room = old.len().saturating_add(positions.len());
        let (mut touched, mut of_touched) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let mut copied = 0;
        let mut bereft: Vec<u32> = Vec::new();
        for ((position, was), is) in positions.iter().zip(was).zip(is) {
            let rest = old.get(copied..).unwrap_or_default();
            let end = copied.saturating_add(rest.partition_point(|other| other < position));
            touched.extend_from_slice(old.get(copied..end).unwrap_or_default());
            of_touched.extend_from_slice(of_old.get(copied..end).unwrap_or_default());
            copied = end.saturating_add(usize::from(old.get(end) == Some(position)));
            let of_kind = self.kinds.of(*position).and_then(|kind| self.of_kind.get(kind));
            if of_kind != Some(is) {
                touched.push(*position);
                of_touched.push(*is);
            }
            if was == is {
                continue;
            }
            if let Some(class) = self.classes.get_mut(*was as usize) {
                class.count = class.count.saturating_sub(1);
                if class.first == Some(*position) && bereft.last() != Some(was) {
                    bereft.push(*was);
                }
            }
            if let Some(class) = self.classes.get_mut(*is as usize) {
                class.count = class.count.saturating_add(1);
                class.first = Some(class.first.map_or(*position, |first| first.min(*position)));
            }
        }
        touched.extend_from_slice(old.get(copied..).unwrap_or_default());
        of_touched.extend_from_slice(of_old.get(copied..).unwrap_or_default());
        (self.touched, self.of_touched) = (touched, of_touched);
        for number in bereft {
            let first = self.first_of(number);
            if let Some(class) = self.classes.get_mut(number as usize) {
                class.first = first;
            }
        }
    }

    /// The first member of a class.
    fn first_of(&self, class: u32) -> Option<u32> {
        let listed = self.touched().find(|(_, other)| *other == class).map(|(position, _)| position);
        let of_kind = self.kinds_of(class).filter_map(|kind| {
            let mut positions = self.kinds.positions(kind).iter().copied();
            positions.find(|position| self.touched.binary_search(position).is_err())
        });
        of_kind.chain(listed).min()
    }

    /// The kinds of a class, any other user among them.
    pub(crate) fn kinds_of(&self, class: u32) -> impl Iterator<Item = usize> + '_ {
        let kinds = self.of_kind.iter().enumerate();
        kinds.filter(move |(_, of_kind)| **of_kind == class).map(|(kind, _)| kind)
    }

    /// Those that are of another class than their kind, in order, and their classes.
    pub(crate) fn touched(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.touched.iter().copied().zip(self.of_touched.iter().copied())
    }

    /// The class of a position.
    pub(crate) fn class_at(&self, position: u32) -> u32 {
        let class = match self.touched.binary_search(&position) {
            Ok(at) => self.of_touched.get(at),
            Err(_) => self.kinds.of(position).and_then(|kind| self.of_kind.get(kind)),
        };
        class.copied().unwrap_or_default()
    }

    /// The number of a position's class among those that have members.
    pub(crate) fn number_at(&self, position: usize) -> Option<usize> {
        let position = u32::try_from(position).ok().filter(|at| (*at as usize) < self.kinds.length())?;
        self.classes.get(self.class_at(position) as usize).map(|class| class.number)
    }

    /// Every class, those without members too.
    pub(crate) fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// Numbers the classes, in this order.
    pub(crate) fn number(&mut self, order: &[usize]) {
        for (number, class) in order.iter().enumerate() {
            if let Some(class) = self.classes.get_mut(*class) {
                class.number = number;
            }
        }
    }

    /// How many went from which class to which, by their numbers. Both are of the same list.
    pub(crate) fn moves(&self, after: &Self, each: &mut dyn FnMut(usize, usize, usize)) {
        let mut add = |before: u32, now: u32, count: usize| {
            let number = |partition: &Self, class: u32| {
                partition.classes.get(class as usize).map(|class| class.number)
            };
            if let (Some(before), Some(now), true) = (number(self, before), number(after, now), count > 0) {
                each(before, now, count);
            }
        };
        let mut left: Vec<usize> =
            (0..self.kinds.count()).map(|kind| self.kinds.positions(kind).len()).collect();
        let (mut ours, mut theirs) = (self.touched().peekable(), after.touched().peekable());
        loop {
            let next =
                [ours.peek(), theirs.peek()].into_iter().flatten().map(|(position, _)| *position).min();
            let Some(position) = next else { break };
            let Some(kind) = self.kinds.of(position) else { break };
            let of_kind = |partition: &Self| partition.of_kind.get(kind).copied().unwrap_or_default();
            let before =
                ours.next_if(|(at, _)| *at == position).map_or_else(|| of_kind(self), |(_, class)| class);
            let now =
                theirs.next_if(|(at, _)| *at == position).map_or_else(|| of_kind(after), |(_, class)| class);
            if let Some(left) = left.get_mut(kind) {
                *left = left.saturating_sub(1);
            }
            add(before, now, 1);
        }
        for ((before, now), count) in self.of_kind.iter().zip(&after.of_kind).zip(left) {
            add(*before, *now, count);
        }
    }

    /// How many bytes it takes, beside what the directory's index holds.
    pub(crate) fn bytes(&self) -> usize {
        let lists = [&self.touched, &self.of_touched, &self.of_kind].map(|list| size_of_val(list.as_slice()));
        let classes = self.classes.iter().map(|class| size_of::<Class>().saturating_add(class.answers.len()));
        lists.into_iter().chain(classes).sum()
    }
}

/// Classes by the conditions that are so of their members.
struct Known {
    table: Table,
    /// How many classes there may be before the table has to grow.
    room: usize,
    /// How many classes there were at first. Some of them may have lost their members before.
    old: usize,
}

impl Known {
    fn of(classes: &[Class], of_kind: &[u32]) -> Self {
        Self::with_room(16, classes.len(), classes, of_kind)
    }

    fn with_room(room: usize, old: usize, classes: &[Class], of_kind: &[u32]) -> Self {
        let room = room.max(classes.len());
        let mut known = Known { table: Table::new(room), room, old };
        for (number, class) in classes.iter().enumerate() {
            if number >= old || class.count > 0 || of_kind.contains(&(number as u32)) {
                known.enter(classes, number, &class.answers);
            }
        }
        known
    }

    fn enter(&mut self, classes: &[Class], number: usize, answers: &[bool]) -> usize {
        let is_it = |other: usize| classes.get(other).is_some_and(|class| class.answers == answers);
        self.table.enter(hash(answers), number, is_it)
    }

    /// The class of whoever gives these answers.
    fn class(&mut self, classes: &mut Vec<Class>, of_kind: &[u32], answers: Vec<bool>) -> u32 {
        if classes.len() >= self.room {
            *self = Self::with_room(self.room.saturating_mul(2), self.old, classes, of_kind);
        }
        let new = classes.len();
        let number = self.enter(classes, new, &answers);
        if number == new {
            classes.push(Class { answers, ..Class::default() });
        }
        number as u32
    }
}

fn hash(answers: &[bool]) -> u64 {
    answers.iter().fold(1, |hash, answer| mixed(hash ^ u64::from(*answer)))
}
