//! Groups of which nobody has seen who is in them, and which of them somebody may be in.
//!
//! A list takes in whoever is in one of its groups. So groups that stand on the same lists of a gate come to the same,
//! and every combination of such kinds of groups is tried.

use alloc::vec;
use alloc::vec::Vec;

use crate::class::UserCondition;
use crate::conditions::{Asked, Conditions};
use crate::gates::Gate;
use crate::graph::TargetType;
use crate::resolve::{default_b2b, effective_b2b};
use crate::{Connection, GateResult, Id, Place, Property, SettingPath};

/// How many kinds of groups are tried in every combination. A gate's lists in force are two or three, which make fewer
/// kinds; of more, each is tried alone and all together.
const KINDS: u32 = 7;

/// For each gate, which groups somebody may be in: none at first, and every other combination that can make a
/// difference to it.
pub(super) fn taken_in_by_gate(connection: &Connection) -> Vec<Vec<Vec<Id>>> {
    let half_seen: Vec<&Id> = connection.home.directory.half_seen_groups().map(|group| &group.id).collect();
    if half_seen.is_empty() {
        return Gate::ALL.iter().map(|_| combinations(Vec::new())).collect();
    }
    let asked = Conditions::of(connection, None);
    let of_gate = |(gate, its): (&Gate, &Asked)| {
        let questions = its.users.iter().filter_map(|number| asked.users.get(*number));
        let lists = questions.filter_map(|question| match &question.condition {
            UserCondition::Listed { targets, users } => targets.get(*users..).map(<[Id]>::to_vec),
            _ => None,
        });
        let mut lists: Vec<Vec<Id>> = lists.collect();
        if *gate == Gate::TenantRestrictions {
            lists.extend(restrictions(connection));
        }
        combinations(kinds(&half_seen, &lists))
    };
    Gate::ALL.iter().zip(&asked.by_gate).map(of_gate).collect()
}

/// The groups on the lists of every tenant's restrictions: a request may carry a signal that no session has.
fn restrictions(connection: &Connection) -> impl Iterator<Item = Vec<Id>> {
    let Connection { home, resource, tenants, .. } = connection;
    let property = Property::TenantRestrictions;
    let settings = tenants.iter().flat_map(move |owner| {
        let about = [home, resource].map(|about| effective_b2b(owner, &about.id, property));
        about.into_iter().chain([default_b2b(owner, property)])
    });
    settings.map(|setting| {
        let targets = setting.users_and_groups.value.targets.iter();
        let groups = targets.filter(|target| target.target_type == TargetType::Group);
        groups.map(|group| group.target.clone()).collect()
    })
}

/// The groups that stand on the same of these lists, together.
fn kinds(groups: &[&Id], lists: &[Vec<Id>]) -> Vec<Vec<Id>> {
    let mut kinds: Vec<(Vec<bool>, Vec<Id>)> = Vec::new();
    for group in groups {
        let on: Vec<bool> = lists.iter().map(|list| list.contains(group)).collect();
        match kinds.iter_mut().find(|(known, _)| *known == on) {
            Some((_, kind)) => kind.push((*group).clone()),
            None if on.contains(&true) => kinds.push((on, vec![(*group).clone()])),
            None => {}
        }
    }
    kinds.into_iter().map(|(_, groups)| groups).collect()
}

/// No groups, and every combination of these kinds of them, fewer kinds not after more.
fn combinations(kinds: Vec<Vec<Id>>) -> Vec<Vec<Id>> {
    let number = kinds.len() as u32;
    if number > KINDS {
        let all = kinds.concat();
        return [Vec::new()].into_iter().chain(kinds).chain([all]).collect();
    }
    let taken = |combination: u32| {
        let of_kinds = kinds.iter().enumerate().filter(|(kind, _)| combination >> kind & 1 == 1);
        of_kinds.flat_map(|(_, groups)| groups.iter().cloned()).collect()
    };
    (0..1_u32 << number).map(taken).collect()
}

/// The addresses of those groups that it makes a difference to be in, by what a gate says in each case.
pub(super) fn that_matter<'a>(
    taken_in: &'a [Vec<Id>],
    cases: &[Vec<GateResult>],
    tenant: &'a Id,
) -> impl Iterator<Item = SettingPath> + 'a {
    let mut matter: Vec<&Id> = Vec::new();
    let of_none = cases.first();
    for (groups, _) in taken_in.iter().zip(cases).filter(|(_, case)| Some(*case) != of_none) {
        if !groups.iter().any(|group| matter.contains(&group)) {
            matter.extend(groups);
        }
    }
    matter.into_iter().map(|group| SettingPath::Policy {
        tenant: tenant.clone(),
        place: Place::Groups,
        item: Some(group.as_str().into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<Id> {
        text.split_whitespace().map(Id::from).collect()
    }

    #[test]
    fn groups_on_the_same_lists_are_one_kind() {
        let groups = ids("a b c d");
        let groups: Vec<&Id> = groups.iter().collect();
        let found = kinds(&groups, &[ids("a b c x"), ids("c")]);
        assert_eq!(found, [ids("a b"), ids("c")]);
        assert_eq!(combinations(found), [ids(""), ids("a b"), ids("c"), ids("a b c")]);
        assert!(kinds(&groups, &[ids("x")]).is_empty());
        assert_eq!(combinations(Vec::new()), [ids("")]);
    }

    #[test]
    fn of_very_many_kinds_each_is_tried_alone_and_all_together() {
        let many: Vec<Vec<Id>> = (0..=KINDS).map(|number| ids(&alloc::format!("g{number}"))).collect();
        let tried = combinations(many.clone());
        assert_eq!(tried.len(), many.len() + 2);
        assert_eq!(tried.last(), Some(&many.concat()));
    }
}
