//! One direction at a glance: how many people connect, and where the others stop.

use alloc::vec::Vec;

use crate::{Decision, Gate, GateResult, Matrix, Owner, SettingPath, Source, Status};

/// How far a gate is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// For everyone.
    All,
    /// For some.
    Some,
    /// For nobody.
    None,
}

/// One gate of the handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateSpread {
    /// Which gate.
    pub gate: Gate,
    /// Whose it is.
    pub owner: Owner,
    /// For how many of the people it is open.
    pub spread: Spread,
    /// The layer that decides for those it is shut to, if all are shut out by the same.
    pub source: Option<Source>,
    /// The setting to look at: the first that the worst ground is decided by. None where no
    /// setting of the scenario decides.
    pub setting: Option<SettingPath>,
    /// How many of the directory's people it is open to.
    pub open_to: usize,
}

/// One direction of one feature at a glance.
///
/// A person counts as connected who reaches at least one application. Applications that the feature does
/// not reach, whatever the settings say, do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handshake {
    /// People of the home directory who reach something.
    pub connected: usize,
    /// People of the home directory.
    pub people: usize,
    /// Whether whoever the directory does not list reaches something.
    pub any_other_connects: bool,
    /// The gates, in order, without the limits of the feature itself and without those that nothing in the
    /// scenario has to do with.
    pub gates: Vec<GateSpread>,
    /// Positions of the classes of users that reach something.
    pub connected_classes: Vec<usize>,
}

impl Handshake {
    /// Sums up `matrix`.
    pub fn of(matrix: &Matrix) -> Self {
        let rows: Vec<Vec<&Decision>> =
            (0..matrix.users.len()).map(|class| in_reach(matrix, class)).collect();
        let connected_classes: Vec<usize> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.iter().any(|decision| decision.outcome.connects()))
            .map(|(class, _)| class)
            .collect();
        let size = |class: usize| matrix.users.get(class).map_or(0, |class| class.members.len());
        Handshake {
            connected: connected_classes.iter().map(|class| size(*class)).sum(),
            people: matrix.connection.home.directory.users.len(),
            any_other_connects: matrix
                .class_of_any_other_user()
                .is_some_and(|class| connected_classes.contains(&class)),
            gates: gate_spreads(&rows, size),
            connected_classes,
        }
    }
}

/// The decisions of a class of users for applications that the feature reaches; all of them if it reaches none.
fn in_reach(matrix: &Matrix, class: usize) -> Vec<&Decision> {
    let row = || (0..matrix.applications.len()).filter_map(move |app| matrix.class_decision(class, app));
    let reached: Vec<&Decision> = row()
        .filter(|decision| {
            !decision.gates.iter().any(|gate| gate.gate == Gate::FeatureScope && gate.status == Status::Fail)
        })
        .collect();
    if reached.is_empty() { row().collect() } else { reached }
}

fn gate_spreads(rows: &[Vec<&Decision>], size: impl Fn(usize) -> usize) -> Vec<GateSpread> {
    Gate::ALL
        .iter()
        .filter(|gate| **gate != Gate::FeatureScope)
        .filter_map(|gate| gate_spread(*gate, rows, &size))
        .collect()
}

/// One gate, over the decisions that it takes part in; nothing where it is at rest in all of them.
fn gate_spread(gate: Gate, rows: &[Vec<&Decision>], size: impl Fn(usize) -> usize) -> Option<GateSpread> {
    let results: Vec<Vec<&GateResult>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .filter_map(|decision| decision.gates.iter().find(|result| result.gate == gate))
                .collect()
        })
        .collect();
    let all = || results.iter().flatten().copied();
    let owner = all().find(|result| !result.is_at_rest())?.owner;
    let passes = |result: &GateResult| matches!(result.status, Status::Pass | Status::Prompt);
    let open: Vec<usize> = results
        .iter()
        .enumerate()
        .filter(|(_, row)| row.iter().copied().any(passes))
        .map(|(class, _)| class)
        .collect();
    let mut sources: Vec<Option<Source>> = all()
        .filter(|result| result.status == Status::Fail)
        .filter_map(|result| result.grounds.first().map(|ground| ground.source))
        .collect();
    sources.dedup();
    Some(GateSpread {
        gate,
        owner,
        spread: if all().all(passes) {
            Spread::All
        } else if open.is_empty() {
            Spread::None
        } else {
            Spread::Some
        },
        source: if sources.len() == 1 { sources.first().copied().flatten() } else { None },
        setting: setting(all()),
        open_to: open.iter().map(|class| size(*class)).sum(),
    })
}

/// The first setting that the worst ground among these results cites.
fn setting<'a>(results: impl Iterator<Item = &'a GateResult>) -> Option<SettingPath> {
    let mut worst: Option<(Status, &SettingPath)> = None;
    for ground in results.flat_map(|result| &result.grounds) {
        let is_worse = worst.as_ref().is_none_or(|(status, _)| ground.status > *status);
        if let (true, Some(setting)) = (is_worse, ground.settings.first()) {
            worst = Some((ground.status, setting));
        }
    }
    worst.map(|(_, setting)| setting.clone())
}
