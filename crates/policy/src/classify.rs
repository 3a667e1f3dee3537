//! Putting users and applications into classes, by the conditions that the gates name.
//!
//! A list touches only those it names. Everybody else is told apart by kind alone: a kind is asked once, however many
//! are of it.

use alloc::collections::BinaryHeap;
use alloc::vec;
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::class::{AppClass, AppCondition, UserClass};
use crate::class_of::ClassOf;
use crate::conditions::{Answered, Named};
use crate::graph::TargetType;
use crate::partition::Partition;
use crate::person::App;
use crate::position_set::PositionSet;
use crate::{AppKind, Connection, Id, Members, SharedDirectory, gates};

/// Calls `each` with the position of every user whom a list names.
fn each_named(directory: &SharedDirectory, named: &Named, each: &mut dyn FnMut(u32)) {
    let index = directory.index();
    for group in named.groups.iter().filter_map(|id| index.group(directory, id)) {
        index.members(group).iter().for_each(|position| each(*position));
    }
    for position in named.users.iter().filter_map(|id| directory.position_of_user(id)) {
        each(position as u32);
    }
}

/// The classes of users, and the class of each.
pub(crate) fn users(directory: &SharedDirectory, conditions: &[Answered]) -> (Vec<UserClass>, ClassOf) {
    let kinds = &directory.index().user_kinds;
    // Behind the kinds stands any other user, and then those whom lists name.
    let any_other = kinds.count();
    let mut partition = Partition::new(any_other.saturating_add(1));
    let mut set = PositionSet::new(kinds.length());
    for (number, meets) in conditions.iter().enumerate() {
        match meets {
            Answered::Named(named) => each_named(directory, named, &mut |position| set.insert(position)),
            Answered::Kinds(kinds) => {
                partition.begin(number);
                let meeting = kinds.iter().enumerate().filter(|(_, meets)| **meets);
                meeting.for_each(|(kind, _)| partition.meets(kind));
            }
        }
    }
    let touched = set.number();
    let first = any_other.saturating_add(1);
    partition.join(touched.iter().filter_map(|position| kinds.of(*position)));
    for (number, meets) in conditions.iter().enumerate() {
        let Answered::Named(named) = meets else { continue };
        partition.begin(number);
        each_named(directory, named, &mut |position| {
            if let Some(item) = set.number_of(position) {
                partition.meets(first.saturating_add(item));
            }
        });
    }
    let (class_of, classes) = partition.into_classes();
    // Those whom most conditions name come first, whoever is named by nothing comes last. No two classes
    // share a first member, so no two have the same key.
    let mut found: Vec<Option<UserClass>> = vec![None; classes.len()];
    let mut order = BinaryHeap::new();
    for (at, (items, met)) in classes.into_iter().enumerate() {
        let of_kinds = items.partition_point(|item| *item <= any_other);
        let (its_kinds, its_touched) = items.split_at_checked(of_kinds).unwrap_or_default();
        let is_any_other = its_kinds.last() == Some(&any_other);
        let its_kinds: Vec<usize> = its_kinds.iter().copied().filter(|kind| *kind < any_other).collect();
        let is_its = |position: &&u32| kinds.of(**position).is_some_and(|kind| its_kinds.contains(&kind));
        let but = match its_kinds.len() {
            0 => Vec::new(),
            all if all == any_other => touched.clone(),
            _ => touched.iter().filter(is_its).copied().collect(),
        };
        let and =
            its_touched.iter().filter_map(|item| touched.get(item.checked_sub(first)?)).copied().collect();
        let members = Members::new(kinds, its_kinds, but, and);
        if members.is_empty() && !is_any_other {
            continue;
        }
        order.push((is_any_other, Reverse(met.len()), members.get(0), at));
        let answers = (0..conditions.len()).map(|number| met.contains(&number)).collect();
        if let Some(class) = found.get_mut(at) {
            *class = Some(UserClass { members, any_other: is_any_other, answers });
        }
    }
    let order = order.into_sorted_vec().into_iter().map(|(_, _, _, at)| at);
    in_order(order, found, class_of, touched, first)
}

/// Puts classes in order, and with them the class of each item.
fn in_order<T>(
    order: impl Iterator<Item = usize>,
    mut found: Vec<Option<T>>,
    class_of: Vec<usize>,
    touched: Vec<u32>,
    first_touched: usize,
) -> (Vec<T>, ClassOf) {
    let mut number_of = vec![0_u32; found.len()];
    let mut classes = Vec::new();
    for at in order {
        if let Some(number) = number_of.get_mut(at) {
            *number = classes.len() as u32;
        }
        classes.extend(found.get_mut(at).and_then(Option::take));
    }
    let mut of_kind: Vec<u32> =
        class_of.into_iter().map(|class| number_of.get(class).copied().unwrap_or_default()).collect();
    let of_touched = of_kind.split_off(first_touched.min(of_kind.len()));
    (classes, ClassOf { touched, of_touched, of_kind })
}

/// What of a directory's applications an application condition names by id.
fn each_named_application(condition: &AppCondition<'_>, each: &mut dyn FnMut(&Id)) {
    match condition {
        AppCondition::Listed(targets) => {
            let named = targets.iter().filter(|target| target.target_type == TargetType::Application);
            named.for_each(|target| each(&target.target));
        }
        AppCondition::DirectConnect => each(&gates::reached_by_id()),
        AppCondition::Kind(_) => {}
        AppCondition::ConditionalAccess(applications) => {
            let lists = [&applications.include_applications, &applications.exclude_applications];
            lists.into_iter().flatten().for_each(each);
        }
    }
}

/// Whether an application meets a condition.
fn is_met(condition: &AppCondition<'_>, app: &App<'_>) -> bool {
    match condition {
        AppCondition::Listed(targets) => app.meets(targets).is_named(),
        AppCondition::DirectConnect => gates::direct_connect_reaches(app),
        AppCondition::Kind(kind) => app.kind == *kind,
        AppCondition::ConditionalAccess(applications) => gates::meets_application(applications, app),
    }
}

/// The classes of applications, and the class of each. Whatever the directory does not list is told apart by kind.
pub(crate) fn applications(
    connection: &Connection,
    conditions: &[AppCondition<'_>],
) -> (Vec<AppClass>, ClassOf) {
    let directory = &connection.resource.directory;
    let kinds = &directory.index().app_kinds;
    let mut set = PositionSet::new(kinds.length());
    let position = |id: &Id| directory.position_of_application(id).map(|at| at as u32);
    for condition in conditions {
        each_named_application(condition, &mut |id| position(id).into_iter().for_each(|at| set.insert(at)));
    }
    let touched = set.number();
    let first = AppKind::ALL.len();
    let mut partition = Partition::new(first.saturating_add(touched.len()));
    for (number, condition) in conditions.iter().enumerate() {
        partition.begin(number);
        let of_kind = AppKind::ALL.map(|kind| is_met(condition, &App { id: None, kind }));
        let by_kind = of_kind.iter().enumerate().filter(|(_, is_met)| **is_met);
        by_kind.for_each(|(kind, _)| partition.meets(kind));
        // A list takes in what it names and what is of its suites: to name each is not to compare it with all.
        let is_list = matches!(condition, AppCondition::Listed(_));
        for (item, at) in (first..).zip(&touched) {
            let Some(app) = directory.applications.get(*at as usize) else { continue };
            let kind = kinds.of(*at).and_then(|kind| of_kind.get(kind)).copied().unwrap_or_default();
            let app = App { id: Some(&app.app_id), kind: app.kind };
            if if is_list { kind } else { is_met(condition, &app) } {
                partition.meets(item);
            }
        }
        if is_list {
            each_named_application(condition, &mut |id| {
                if let Some(item) = position(id).and_then(|at| set.number_of(at)) {
                    partition.meets(first.saturating_add(item));
                }
            });
        }
    }
    let (class_of, classes) = partition.into_classes();
    // In the directory's order, and behind that what is none of it.
    let mut found: Vec<Option<AppClass>> = vec![None; classes.len()];
    let mut order = BinaryHeap::new();
    for (at, (items, met)) in classes.into_iter().enumerate() {
        let of_kinds = items.partition_point(|item| *item < first);
        let (its_kinds, its_touched) = items.split_at_checked(of_kinds).unwrap_or_default();
        let is_its = |position: &&u32| kinds.of(**position).is_some_and(|kind| its_kinds.contains(&kind));
        let but = touched.iter().filter(is_its).copied().collect();
        let and =
            its_touched.iter().filter_map(|item| touched.get(item.checked_sub(first)?)).copied().collect();
        let members = Members::new(kinds, its_kinds.to_vec(), but, and);
        let any_other: Vec<AppKind> =
            its_kinds.iter().filter_map(|kind| AppKind::ALL.get(*kind)).copied().collect();
        if members.is_empty() && any_other.is_empty() {
            continue;
        }
        order.push((members.get(0).unwrap_or(usize::MAX), any_other.first().copied(), at));
        if let Some(class) = found.get_mut(at) {
            let answers = (0..conditions.len()).map(|number| met.contains(&number)).collect();
            *class = Some(AppClass { members, any_other, answers });
        }
    }
    let order = order.into_sorted_vec().into_iter().map(|(_, _, at)| at);
    in_order(order, found, class_of, touched, first)
}
