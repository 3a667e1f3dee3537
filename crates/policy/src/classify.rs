//! Putting users and applications into classes, by the conditions that the gates name.

use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ptr;

use crate::class::{AppClass, UserClass};
use crate::directory_index::DirectoryIndex;
use crate::kinds::Kinds;
use crate::order::ordered;
use crate::partition::{Asked, Change, Partition};
use crate::passage::Passage;
use crate::question::{Answer, Question};
use crate::{AppKind, Members, SharedDirectory};

/// How many classes without members are kept before all are made anew.
const KEPT: usize = 64;

/// A list in classes, with the questions that tell them apart.
pub(crate) struct Classified<C> {
    /// The classes that have members, or stand for whom or what the directory does not list, in order.
    pub(crate) classes: Rc<Vec<C>>,
    /// The class of each.
    pub(crate) partition: Arc<Partition>,
    /// How many had to be looked at.
    pub(crate) looked_at: usize,
}

/// What the classes of a list were before an edit.
pub(crate) struct Earlier<'a, Q, C> {
    pub(crate) questions: &'a [Arc<Question<Q>>],
    pub(crate) classes: &'a Rc<Vec<C>>,
    pub(crate) partition: &'a Arc<Partition>,
}

/// The classes of users. Those whom most conditions are so of come first, whoever is named by nothing comes last.
pub(crate) fn users<Q>(
    directory: &SharedDirectory,
    questions: &[Arc<Question<Q>>],
    before: &dyn Fn() -> Parted<UserClass>,
) -> Classified<UserClass> {
    let index = directory.index();
    let any_other = index.user_kinds.count();
    let (mut partition, looked_at) = match before() {
        Parted::Same(same) => return same,
        Parted::Changed(partition, looked_at) => (partition, looked_at),
        Parted::Anew => anew(&index.user_kinds, any_other.saturating_add(1), questions, index),
    };
    let last = partition.of_kind.last().copied();
    let classes = (0_u32..).zip(partition.classes());
    let keys =
        classes.filter(|(number, class)| class.count > 0 || Some(*number) == last).map(|(number, class)| {
            let met = class.answers.iter().filter(|is_so| **is_so).count();
            let rank = u64::from(Some(number) == last) << 31 | 0x7fff_ffff_u64.saturating_sub(met as u64);
            (rank << 32 | u64::from(class.first.unwrap_or_default()), number as usize)
        });
    let order: Vec<usize> = ordered(keys.collect()).into_iter().map(|(_, class)| class).collect();
    partition.number(&order);
    let partition = Arc::new(partition);
    let class = |number: usize| UserClass {
        members: Members::of(&partition, number),
        any_other: Some(number as u32) == last,
        answers: answers(&partition, number),
    };
    Classified { classes: Rc::new(order.into_iter().map(class).collect()), partition, looked_at }
}

/// The classes of applications. Whatever the directory does not list is told apart by kind. In the directory's order,
/// and behind that what is none of it.
pub(crate) fn applications<Q>(
    directory: &SharedDirectory,
    questions: &[Arc<Question<Q>>],
    before: &dyn Fn() -> Parted<AppClass>,
) -> Classified<AppClass> {
    let index = directory.index();
    let (mut partition, looked_at) = match before() {
        Parted::Same(same) => return same,
        Parted::Changed(partition, looked_at) => (partition, looked_at),
        Parted::Anew => anew(&index.app_kinds, AppKind::ALL.len(), questions, index),
    };
    let classes = (0_u32..).zip(partition.classes());
    let keys = classes.filter_map(|(number, class)| {
        let kind = partition.kinds_of(number).next();
        let first = class.first.map_or(u64::from(u32::MAX), u64::from);
        let is_one = class.count > 0 || kind.is_some();
        is_one.then(|| (first << 2 | kind.unwrap_or_default() as u64, number as usize))
    });
    let order: Vec<usize> = ordered(keys.collect()).into_iter().map(|(_, class)| class).collect();
    partition.number(&order);
    let partition = Arc::new(partition);
    let class = |number: usize| AppClass {
        members: Members::of(&partition, number),
        any_other: partition
            .kinds_of(number as u32)
            .filter_map(|kind| AppKind::ALL.get(kind))
            .copied()
            .collect(),
        answers: answers(&partition, number),
    };
    Classified { classes: Rc::new(order.into_iter().map(class).collect()), partition, looked_at }
}

fn answers(partition: &Partition, class: usize) -> Vec<bool> {
    partition.classes().get(class).map(|class| class.answers.clone()).unwrap_or_default()
}

/// What an edit makes of the classes there were.
pub(crate) enum Parted<C> {
    /// Nothing else.
    Same(Classified<C>),
    /// Others; with how many people or applications had to be looked at.
    Changed(Partition, usize),
    /// Nothing that helps.
    Anew,
}

/// Puts a list into classes from nothing.
fn anew<Q>(
    kinds: &Arc<Kinds>,
    count: usize,
    questions: &[Arc<Question<Q>>],
    index: &DirectoryIndex,
) -> (Partition, usize) {
    let answers: Vec<&Answer> = questions.iter().map(|question| &question.answer).collect();
    let mut partition = Partition::by_kind(kinds, count, &answers);
    let gained = answers.into_iter().map(|answer| (answer, answer.all_others(index)));
    let changes: Vec<Change<'_>> = gained
        .enumerate()
        .map(|(condition, (answer, gained))| Change { condition, answer, gained, lost: Vec::new() })
        .collect();
    let looked_at = partition.change(&changes, index);
    (partition, looked_at)
}

/// Goes on from the classes there were. Only those are looked at about whom something is answered otherwise now.
pub(crate) fn parted<Q: PartialEq, C>(
    passage: &Passage<'_>,
    questions: &[Arc<Question<Q>>],
    earlier: &Earlier<'_, Q, C>,
) -> Parted<C> {
    let mut left: Vec<Option<usize>> = (0..earlier.questions.len()).map(Some).collect();
    let numbers = places(questions, earlier.questions, &mut left);
    let nobody = Answer::default();
    let before = |number: usize| earlier.questions.get(number).map_or(&nobody, |question| &question.answer);
    let was = |number: Option<usize>| number.map_or(&nobody, before);
    let mut asked: Vec<Asked<'_>> = questions
        .iter()
        .zip(&numbers)
        .map(|(question, number)| Asked { number: *number, was: was(*number), now: &question.answer })
        .collect();
    let is_as_it_was = |asked: &Asked<'_>| ptr::eq(asked.was, asked.now) && !passage.is_of_others(asked.now);
    let in_order = numbers.iter().zip(0..).all(|(number, at)| *number == Some(at));
    let is_left = left.iter().any(Option::is_some);
    if in_order && !is_left && passage.keeps_kinds() && asked.iter().all(is_as_it_was) {
        return Parted::Same(Classified {
            classes: earlier.classes.clone(),
            partition: earlier.partition.clone(),
            looked_at: 0,
        });
    }
    if earlier.partition.classes().len() > earlier.classes.len().saturating_mul(2).saturating_add(KEPT) {
        return Parted::Anew;
    }
    // Those that are asked no longer are so of nobody.
    let is_no_longer = |number: usize| Asked { number: Some(number), was: before(number), now: &nobody };
    asked.extend(left.into_iter().flatten().map(is_no_longer));
    let asks_as_before = passage.asks_as_before(&asked);
    let (mut partition, mut looked_at) =
        if asks_as_before || passage.shift.is_none() && passage.kinds_stay(&asked) {
            let numbers: Vec<Option<usize>> = asked.iter().map(|asked| asked.number).collect();
            let mut partition = earlier.partition.renumbered(&numbers);
            asked.iter_mut().zip(0..).for_each(|(asked, number)| asked.number = Some(number));
            let looked_at = if asks_as_before { 0 } else { partition.rekind(passage, &asked) };
            (partition, looked_at)
        } else {
            asked.truncate(questions.len());
            earlier.partition.carried(passage, &asked)
        };
    let changes: Vec<Change<'_>> = asked
        .iter()
        .enumerate()
        .filter(|(_, asked)| !passage.shift.is_none() || !is_as_it_was(asked))
        .map(|(condition, asked)| Change {
            condition,
            answer: asked.now,
            gained: passage.gained(asked.was, asked.now),
            lost: passage.lost(asked.was, asked.now),
        })
        .collect();
    looked_at = looked_at.saturating_add(partition.change(&changes, passage.index()));
    if asked.len() > questions.len() {
        let kept: Vec<Option<usize>> = (0..questions.len()).map(Some).collect();
        partition = partition.renumbered(&kept);
    }
    Parted::Changed(partition, looked_at)
}

/// For each question the one of before in whose place it is asked: the same one, or one about the same, or one of those
/// that nobody asks any more. Those are left.
fn places<Q: PartialEq>(
    questions: &[Arc<Question<Q>>],
    earlier: &[Arc<Question<Q>>],
    left: &mut [Option<usize>],
) -> Vec<Option<usize>> {
    type Is<'a, Q> = &'a dyn Fn(&Arc<Question<Q>>, &Arc<Question<Q>>) -> bool;
    let mut numbers: Vec<Option<usize>> = questions.iter().map(|_| None).collect();
    let ways: [Is<'_, Q>; 3] = [&Arc::ptr_eq, &|now, then| now.condition == then.condition, &|_, _| true];
    for is_it in ways {
        for (question, number) in questions.iter().zip(&mut numbers).filter(|(_, number)| number.is_none()) {
            let known = |number: &Option<usize>| number.and_then(|number| earlier.get(number));
            let found =
                left.iter_mut().find(|number| known(number).is_some_and(|known| is_it(question, known)));
            *number = found.and_then(Option::take);
        }
    }
    numbers
}
