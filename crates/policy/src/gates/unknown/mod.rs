//! Settings, and members of groups, that nobody has seen: any gate says of them what it would say whatever they are.
//!
//! A gate that reads such a setting is asked once for each value that can make a difference (`value`), and once for
//! each way to be in the groups on its lists (`members`). What it says in every case is the answer; where the cases
//! differ, the answer depends on something that somebody has yet to look up, and the ground names it. No gate's rule
//! has to know of this: to each, every setting is known, and who is in every group.

mod members;
mod value;

use alloc::vec::Vec;

use self::value::Value;
use super::declare::{reasons, statements};
use super::{Gate, GateRule, invitation, result};
use crate::conditions::Conditions;
use crate::gates::Rules;
use crate::person::{App, Person};
use crate::{Actor, Connection, GateResult, Ground, Id, SettingPath, Source, Standing, Status};

reasons! {
    /// Nobody has seen the setting, and it decides.
    NotSeen = "unknown.notSeen",
    /// Nobody has seen the setting, and whatever it is, it comes to the same.
    EitherWay = "unknown.eitherWay",
}

statements! {
    /// Which settings hold: those about the organization, property by property, or else the default.
    Precedence = "settingsPrecedence" on "entra/external-id/cross-tenant-access-overview",
}

/// What a gate's unknown settings may be.
#[derive(Clone, Debug)]
pub(crate) struct Imagined {
    gate: Gate,
    /// The settings that nobody has seen.
    unknown: Vec<SettingPath>,
    /// The connection once for every combination of their values.
    connections: Vec<Connection>,
    /// The groups that somebody may be in, as far as anybody has seen: none, and every other combination.
    taken_in: Vec<Vec<Id>>,
}

impl Imagined {
    /// For every gate of the connection that reads settings nobody has seen.
    pub(crate) fn of(connection: &Connection) -> Vec<Imagined> {
        let taken_in = members::taken_in_by_gate(connection);
        let of_gate = |(gate, taken_in): (&Gate, Vec<Vec<Id>>)| {
            let groups = value::read_by(*gate, connection);
            let unknown: Vec<SettingPath> = groups.iter().flatten().map(Value::path).collect();
            if unknown.is_empty() && taken_in.len() == 1 {
                return None;
            }
            let most = groups.iter().map(|group| value::combinations(group)).max().unwrap_or(1);
            let connections = (0..most).map(|number| imagine(connection, &groups, number)).collect();
            Some(Imagined { gate: *gate, unknown, connections, taken_in })
        };
        Gate::ALL.iter().zip(taken_in).filter_map(of_gate).collect()
    }

    /// Whether the gate may say otherwise of members of groups that nobody has seen.
    pub(crate) fn is_open_to_members(&self, gate: Gate) -> bool {
        self.gate == gate && self.looks_at_members()
    }

    /// Whether it matters whom the directory lists.
    fn looks_at_members(&self) -> bool {
        self.taken_in.len() > 1
    }
}

/// The connection with one combination of values. No gate reads the settings of two groups at once, so that
/// they change side by side.
fn imagine(connection: &Connection, groups: &[Vec<Value>], number: usize) -> Connection {
    let mut imagined = connection.clone();
    for group in groups {
        let mut number = number;
        for value in group {
            let choices = value.choices();
            value.fill(&mut imagined, number.checked_rem(choices).unwrap_or(0));
            number = number.checked_div(choices).unwrap_or(0);
        }
    }
    imagined
}

/// The rule of a gate where some settings are unknown.
struct OfUnknown(Gate);

/// The rule of a gate where some settings are unknown.
pub(super) fn rule(gate: Gate) -> &'static dyn GateRule {
    match gate {
        Gate::Cloud => &OfUnknown(Gate::Cloud),
        Gate::HomeOutbound => &OfUnknown(Gate::HomeOutbound),
        Gate::ResourceInbound => &OfUnknown(Gate::ResourceInbound),
        Gate::Invitation => &OfUnknown(Gate::Invitation),
        Gate::TenantRestrictions => &OfUnknown(Gate::TenantRestrictions),
        Gate::ConditionalAccess => &OfUnknown(Gate::ConditionalAccess),
        Gate::Teams => &OfUnknown(Gate::Teams),
        // These read nothing that can be unknown and keeps anybody out.
        Gate::FeatureScope | Gate::ServiceProvider => Rules::ALL.of(gate),
    }
}

impl OfUnknown {
    fn rule(&self) -> &'static dyn GateRule {
        Rules::ALL.of(self.0)
    }

    fn imagined<'a>(&self, connection: &'a Connection) -> Option<&'a Imagined> {
        connection.imagined.iter().find(|imagined| imagined.gate == self.0)
    }
}

impl GateRule for OfUnknown {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        match self.imagined(connection) {
            None => self.rule().conditions(connection, conditions),
            Some(imagined) => {
                for connection in &imagined.connections {
                    self.rule().conditions(connection, conditions);
                }
                if imagined.looks_at_members() {
                    conditions.in_directory();
                }
            }
        }
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        let Some(imagined) = self.imagined(connection) else {
            return self.rule().judge(connection, person, app);
        };
        let in_groups = |taken_in: &Vec<Id>| {
            let person = Person { taken_in, ..person.clone() };
            let connections = imagined.connections.iter();
            connections.filter_map(|connection| self.rule().judge(connection, &person, app)).collect()
        };
        let cases: Vec<Vec<GateResult>> = imagined.taken_in.iter().map(in_groups).collect();
        let unknown: Vec<SettingPath> =
            members::that_matter(&imagined.taken_in, &cases, &connection.home.id).collect();
        together(connection, [&unknown, &imagined.unknown], cases.concat())
    }

    fn looks_beyond_users(&self) -> bool {
        self.rule().looks_beyond_users()
    }
}

/// What a gate says in all cases, and, of what it says in some, that it depends: on groups, and on settings.
fn together(
    connection: &Connection,
    unknown: [&[SettingPath]; 2],
    cases: Vec<GateResult>,
) -> Option<GateResult> {
    let (first, others) = cases.split_first()?;
    let in_all = |ground: &&Ground| others.iter().all(|case| case.grounds.contains(ground));
    let mut grounds: Vec<Ground> = first.grounds.iter().filter(in_all).cloned().collect();
    let open: Vec<Vec<&Ground>> = cases
        .iter()
        .map(|case| case.grounds.iter().filter(|ground| !grounds.contains(ground)).collect())
        .collect();
    if open.iter().any(|case| !case.is_empty()) {
        grounds.push(ground(connection, unknown, &open));
    }
    Some(result(first.gate, first.owner, grounds))
}

/// What a gate's unknown settings leave open, by what it would say in each case.
fn ground(connection: &Connection, [groups, unknown]: [&[SettingPath]; 2], cases: &[Vec<&Ground>]) -> Ground {
    let worst = |case: &Vec<&Ground>| case.iter().map(|ground| ground.status).max().unwrap_or(Status::Pass);
    let first = cases.first().map_or(Status::Pass, worst);
    let agree = cases.iter().all(|case| worst(case) == first);
    let ground = if agree {
        Ground::new(first, Reason::EitherWay, Statement::Precedence)
    } else {
        Ground::new(Status::Depends, Reason::NotSeen, Statement::Precedence)
    };
    let grounds = || cases.iter().flatten();
    let standing = grounds().map(|ground| ground.standing).max().filter(|_| agree);
    // What synchronization would do hangs on everything that may stand in its way, and on what does not.
    let synchronization = crate::Statement::Invitation(invitation::Statement::Synchronization);
    let beside = if grounds().any(|ground| ground.statement == synchronization) {
        invitation::read_by_synchronization(connection)
    } else {
        Vec::new()
    };
    let ground = ground
        .decided_by(
            groups
                .iter()
                .cloned()
                .chain(cited(unknown, grounds().flat_map(|ground| &ground.settings).chain(&beside))),
        )
        .of_layer(Source::Unknown)
        .standing(standing.unwrap_or(Standing::Documented));
    if ground.status != Status::Fail {
        return ground;
    }
    let mut refusals = grounds().filter(|ground| ground.status == Status::Fail);
    let Some(refusal) = refusals.next() else { return ground };
    let error = refusal.error.filter(|error| refusals.all(|other| other.error == Some(*error)));
    ground.turned_by(refusal.actor.unwrap_or(Actor::Nobody), error)
}

/// The unknown settings that the grounds hang on, first; then what else these cite.
fn cited<'a>(unknown: &[SettingPath], paths: impl Iterator<Item = &'a SettingPath>) -> Vec<SettingPath> {
    let mut known: Vec<SettingPath> = Vec::new();
    for path in paths.flat_map(SettingPath::with_other_half) {
        if !known.contains(&path) {
            known.push(path);
        }
    }
    let mut settings: Vec<SettingPath> =
        unknown.iter().filter(|unknown| known.iter().any(|path| unknown.contains(path))).cloned().collect();
    settings.extend(known.into_iter().filter(|path| !unknown.contains(path)));
    settings
}
