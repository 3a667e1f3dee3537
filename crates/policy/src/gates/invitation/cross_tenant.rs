//! Access settings at the invitation: inbound and outbound `usersAndGroups` say who can be invited.
//!
//! Whether a block of applications alone stops an invitation is not documented: both readings are tried.

use alloc::vec;
use alloc::vec::Vec;

use super::{Reason, Statement};
use crate::conditions::Conditions;
use crate::graph::{AccessType, TargetConfiguration};
use crate::person::Person;
use crate::resolve::{Effective, effective_b2b};
use crate::{Actor, Connection, Direction, Feature, Ground, Half, Reading, SettingPath, Standing, Status};

/// What one side's setting makes of an invitation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Open,
    Refused,
    /// The users' half and what can be reached do not say the same.
    Unclear,
}

fn setting(connection: &Connection, direction: Direction) -> Effective<'_> {
    let property = Feature::B2bCollaboration.property(direction);
    match direction {
        Direction::Inbound => effective_b2b(&connection.resource, &connection.home.id, property),
        Direction::Outbound => effective_b2b(&connection.home, &connection.resource.id, property),
    }
}

/// The lists that decide who can be invited.
pub(super) fn conditions<'a>(connection: &'a Connection, conditions: &mut Conditions<'a>) {
    for direction in [Direction::Outbound, Direction::Inbound] {
        conditions.users_on(&setting(connection, direction).users_and_groups.value);
    }
}

/// A half of a setting under one reading: its access type, whether it names the user or anything at all, and
/// whether it names everything.
#[derive(Clone, Copy)]
struct Side<'a> {
    access: &'a AccessType,
    named: bool,
    all: bool,
}

/// Every reading of a half: an empty list may name nothing or everything.
fn readings(list: &TargetConfiguration, named: bool) -> Vec<Side<'_>> {
    let side = |named, all| Side { access: &list.access_type, named, all };
    if list.targets.is_empty() {
        vec![side(false, false), side(true, true)]
    } else {
        vec![side(named, list.names_all())]
    }
}

/// A half that sets no limit.
const NO_LIMIT: Side<'static> = Side { access: &AccessType::Allowed, named: true, all: true };

/// What one reading makes of an invitation: who may be invited, against what could be reached afterwards.
fn judge(users: Side<'_>, applications: Side<'_>) -> Fate {
    use AccessType::{Allowed, Blocked};
    let reaches = match (users.access, applications.access) {
        (Allowed, Allowed) => users.named && applications.named,
        (Allowed, Blocked) => users.named && !applications.all,
        (Blocked, Allowed) => !users.named && applications.named,
        (Blocked, Blocked) => !(users.named && applications.all),
        _ => return Fate::Unclear,
    };
    let refused = (*users.access == Blocked) == users.named;
    match (refused, reaches) {
        (false, true) => Fate::Open,
        (true, false) => Fate::Refused,
        _ => Fate::Unclear,
    }
}

fn fate(setting: &Effective<'_>, person: &Person<'_>) -> Fate {
    let users = &setting.users_and_groups.value;
    let applications = &setting.applications.value;
    let users = readings(users, person.meets(&users.targets).is_named());
    let applications = readings(applications, !applications.targets.is_empty());
    let mut ways = vec![(users.clone(), applications.clone())];
    if setting.gap.is_some() {
        // What the setting leaves out may be the layer's below, or no limit.
        let limited = |half| !setting.misses(half);
        ways.push((
            if limited(Half::UsersAndGroups) { users } else { vec![NO_LIMIT] },
            if limited(Half::Applications) { applications } else { vec![NO_LIMIT] },
        ));
    }
    let mut fates = ways.iter().flat_map(|(users, applications)| {
        users.iter().flat_map(|users| applications.iter().map(|applications| judge(*users, *applications)))
    });
    let first = fates.next().unwrap_or(Fate::Unclear);
    if fates.all(|fate| fate == first) { first } else { Fate::Unclear }
}

/// Whether inbound settings keep the person from being invited.
pub(super) fn inbound_refuses(connection: &Connection, person: &Person<'_>) -> bool {
    fate(&setting(connection, Direction::Inbound), person) == Fate::Refused
}

/// The settings that decide that.
pub(super) fn inbound_cited(connection: &Connection) -> Vec<SettingPath> {
    setting(connection, Direction::Inbound).cited()
}

/// What access settings have against inviting the person.
pub(super) fn obstacles(connection: &Connection, person: &Person<'_>) -> Vec<Ground> {
    let sides = [
        (Direction::Outbound, Reason::OutboundBlocks, Actor::HomeAdministrator, Standing::Inferred),
        (Direction::Inbound, Reason::InboundBlocks, Actor::ResourceAdministrator, Standing::Documented),
    ];
    let ground = |(direction, reason, actor, standing)| {
        let setting = setting(connection, direction);
        let source = setting.users_and_groups.source.min(setting.applications.source);
        let ground = |status, reason| {
            Ground::new(status, reason, Statement::InvitationAccess)
                .decided_by(setting.cited())
                .of_layer(source)
        };
        match fate(&setting, person) {
            Fate::Open => None,
            Fate::Refused => Some(ground(Status::Fail, reason).standing(standing).turned_by(actor, None)),
            Fate::Unclear => Some(ground(Status::Undocumented, Reason::BlocksApplications).read_as(vec![
                Reading::new(Reason::BlockStopsInvitation, Status::Fail),
                Reading::new(Reason::OnlyUsersMatter, Status::Pass),
            ])),
        }
    };
    sides.into_iter().filter_map(ground).collect()
}
