//! Putting users and applications into classes, by the conditions that the gates name.

use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::class::{AppClass, UserClass};
use crate::directory_index::DirectoryIndex;
use crate::order::ordered;
use crate::partition::{Change, Partition};
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
    before: &dyn Fn(&DirectoryIndex) -> Parted<UserClass>,
) -> Classified<UserClass> {
    let index = directory.index();
    let any_other = index.user_kinds.count();
    let (mut partition, looked_at) = match before(index) {
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
    before: &dyn Fn(&DirectoryIndex) -> Parted<AppClass>,
) -> Classified<AppClass> {
    let index = directory.index();
    let (mut partition, looked_at) = match before(index) {
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
    kinds: &Arc<crate::kinds::Kinds>,
    count: usize,
    questions: &[Arc<Question<Q>>],
    index: &DirectoryIndex,
) -> (Partition, usize) {
    let answers: Vec<&Answer> = questions.iter().map(|question| &question.answer).collect();
    let mut partition = Partition::by_kind(kinds, count, &answers);
    let nobody = Answer::default();
    let changes: Vec<Change<'_>> = answers
        .into_iter()
        .enumerate()
        .map(|(condition, after)| Change { condition, before: &nobody, after })
        .collect();
    let looked_at = partition.change(&changes, index);
    (partition, looked_at)
}

/// Goes on from the classes there were, unless the questions tell kinds apart in another way.
pub(crate) fn parted<Q, C>(
    index: &DirectoryIndex,
    questions: &[Arc<Question<Q>>],
    earlier: &Earlier<'_, Q, C>,
) -> Parted<C> {
    let mut left: Vec<Option<usize>> = (0..earlier.questions.len()).map(Some).collect();
    let find = |left: &mut [Option<usize>], is_it: &dyn Fn(&Arc<Question<Q>>) -> bool| {
        let known = |number: &Option<usize>| number.and_then(|number| earlier.questions.get(number));
        left.iter_mut().find(|number| known(number).is_some_and(is_it)).and_then(Option::take)
    };
    let mut numbers: Vec<Option<usize>> =
        questions.iter().map(|question| find(&mut left, &|known| Arc::ptr_eq(known, question))).collect();
    if left.iter().all(Option::is_none) && numbers.iter().zip(0..).all(|(number, at)| *number == Some(at)) {
        return Parted::Same(Classified {
            classes: earlier.classes.clone(),
            partition: earlier.partition.clone(),
            looked_at: 0,
        });
    }
    // What is asked for the first time goes on from what is asked no longer.
    let changed: Vec<usize> =
        numbers.iter().enumerate().filter(|(_, number)| number.is_none()).map(|(at, _)| at).collect();
    for at in &changed {
        if let Some(number) = numbers.get_mut(*at) {
            *number = find(&mut left, &|_| true);
        }
    }
    let nobody = Answer::default();
    let before = |number: Option<usize>| {
        number.and_then(|number| earlier.questions.get(number)).map_or(&nobody, |question| &question.answer)
    };
    let mut changes: Vec<Change<'_>> = Vec::new();
    for at in changed {
        let after = questions.get(at).map_or(&nobody, |question| &question.answer);
        changes.push(Change { condition: at, before: before(numbers.get(at).copied().flatten()), after });
    }
    // Those that are asked no longer are so of nobody, and then left away.
    for number in left.iter().copied().flatten() {
        changes.push(Change { condition: numbers.len(), before: before(Some(number)), after: &nobody });
        numbers.push(Some(number));
    }
    let too_many = earlier.classes.len().saturating_mul(2).saturating_add(KEPT);
    if earlier.partition.classes().len() > too_many
        || changes.iter().any(|change| change.before.tells_kinds_apart() || change.after.tells_kinds_apart())
    {
        return Parted::Anew;
    }
    let mut partition = earlier.partition.renumbered(&numbers);
    let looked_at = partition.change(&changes, index);
    if numbers.len() > questions.len() {
        let kept: Vec<Option<usize>> = (0..questions.len()).map(Some).collect();
        partition = partition.renumbered(&kept);
    }
    Parted::Changed(partition, looked_at)
}
