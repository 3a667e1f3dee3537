//! The visitor's side: whether the person's channel policy lets them join external shared channels.
//!
//! A policy assigned to the person comes before one assigned to a group of theirs, and that before `Global`.
//! Of several groups' policies the one of highest rank is in force; ranks are not stated here.

use alloc::vec::Vec;

use super::{Reason, Statement, in_force, is_global, is_on, policies_path};
use crate::graph::{AccessType, Target, TargetConfiguration, TargetType};
use crate::person::Person;
use crate::{Actor, Ground, Id, Note, Status, TeamsChannelsPolicy, Tenant};

fn lets_join(policy: &TeamsChannelsPolicy) -> bool {
    is_on(policy.allow_user_to_participate_in_external_shared_channel)
}

fn directly(policy: &TeamsChannelsPolicy) -> Vec<Target> {
    targets(&policy.assigned_users, &TargetType::User)
}

fn by_group(policy: &TeamsChannelsPolicy) -> Vec<Target> {
    targets(&policy.assigned_groups, &TargetType::Group)
}

fn targets(ids: &[Id], target_type: &TargetType) -> Vec<Target> {
    ids.iter().map(|id| Target::new(id.clone(), target_type.clone())).collect()
}

/// Whether anybody is kept from joining.
pub(super) fn matters(home: &Tenant) -> bool {
    in_force(home).any(|policy| !lets_join(policy))
}

/// The lists that tell people apart: to whom, directly and by group, is a policy assigned that lets them join,
/// and one that does not.
pub(super) fn lists(home: &Tenant) -> Vec<TargetConfiguration> {
    let ways: [fn(&TeamsChannelsPolicy) -> Vec<Target>; 2] = [directly, by_group];
    ways.into_iter()
        .flat_map(|way| {
            [true, false].map(|joins| {
                let policies = in_force(home).filter(|policy| lets_join(policy) == joins);
                TargetConfiguration {
                    targets: policies.flat_map(way).collect(),
                    ..TargetConfiguration::all_users(AccessType::Allowed)
                }
            })
        })
        .collect()
}

/// What the person's policy says; nothing where everybody may join.
pub(super) fn ground(home: &Tenant, person: &Person<'_>) -> Option<Ground> {
    if !matters(home) {
        return None;
    }
    let of = |assigned: &dyn Fn(&TeamsChannelsPolicy) -> bool| -> Vec<&TeamsChannelsPolicy> {
        in_force(home).filter(|policy| assigned(policy)).collect()
    };
    let mut theirs = of(&|policy| person.meets(&directly(policy)).is_named());
    if theirs.is_empty() {
        theirs = of(&|policy| person.meets(&by_group(policy)).is_named());
    }
    if theirs.is_empty() {
        theirs = of(&is_global);
    }
    let settings = policies_path(home, theirs.iter().copied());
    let some = |joins| theirs.iter().any(|policy| lets_join(policy) == joins);
    let ground = match (some(true), some(false)) {
        (true, true) => Ground::new(Status::Depends, Reason::SeveralPolicies, Statement::PolicyPrecedence),
        (false, true) => Ground::new(Status::Fail, Reason::MayNotJoin, Statement::ChannelsPolicy)
            .turned_by(Actor::HomeAdministrator, None)
            .noting([Note::JoinsWithTeam]),
        // Without any policy, `Global` is as shipped.
        (_, false) => Ground::new(Status::Pass, Reason::MayJoin, Statement::ChannelsPolicy),
    };
    Some(ground.decided_by(settings))
}
