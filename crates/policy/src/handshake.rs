//! One direction at a glance: how many people connect, and where the others stop.

use alloc::vec::Vec;

use crate::{Connection, Gate, GateResult, Matrix, Owner, SettingPath, Source, Status};

/// How far a gate is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// For everyone.
    All,
    /// For some.
    Some,
    /// For nobody.
    None,
    /// For nobody for certain, and not everybody is refused: something decides that is not stated or not documented.
    Open,
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
    /// Whether it is not settled for somebody: neither open nor shut.
    pub is_unsettled: bool,
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
        let rows: Vec<Vec<usize>> = (0..matrix.users.len()).map(|class| in_reach(matrix, class)).collect();
        let connects = |class: usize, app: &usize| {
            matrix.class_outcome(class, *app).is_some_and(|outcome| outcome.connects())
        };
        let connected_classes: Vec<usize> = rows
            .iter()
            .enumerate()
            .filter(|(class, row)| row.iter().any(|app| connects(*class, app)))
            .map(|(class, _)| class)
            .collect();
        let gates = Gate::ALL.iter().filter(|gate| **gate != Gate::FeatureScope);
        Handshake {
            connected: connected_classes.iter().map(|class| size(matrix, *class)).sum(),
            people: matrix.connection.home.directory.users.len(),
            any_other_connects: matrix
                .class_of_any_other_user()
                .is_some_and(|class| connected_classes.contains(&class)),
            gates: gates.filter_map(|gate| gate_spread(*gate, matrix, &rows)).collect(),
            connected_classes,
        }
    }
}

/// How many people a class of users holds.
fn size(matrix: &Matrix, class: usize) -> usize {
    matrix.users.get(class).map_or(0, |class| class.members.len())
}

/// The classes of applications that the feature reaches, for a class of users; all of them if it reaches none.
fn in_reach(matrix: &Matrix, class: usize) -> Vec<usize> {
    let all = 0..matrix.applications.len();
    let is_reached = |app: &usize| {
        let gate = matrix.gate_result(Gate::FeatureScope, class, *app);
        gate.is_none_or(|gate| gate.status != Status::Fail)
    };
    let reached: Vec<usize> = all.clone().filter(is_reached).collect();
    if reached.is_empty() { all.collect() } else { reached }
}

/// One gate, over the decisions that it takes part in; nothing where it is at rest in all of them.
fn gate_spread(gate: Gate, matrix: &Matrix, rows: &[Vec<usize>]) -> Option<GateSpread> {
    let result = |class: usize, app: &usize| matrix.gate_result(gate, class, *app);
    let results: Vec<Vec<&GateResult>> = rows
        .iter()
        .enumerate()
        .map(|(class, row)| row.iter().filter_map(|app| result(class, app)).collect())
        .collect();
    let all = || results.iter().flatten().copied();
    let owner = all().find(|result| !result.is_at_rest())?.owner;
    let Connection { home, imagined, .. } = &matrix.connection;
    // Where nobody is listed, and a group may hold anybody, whom it holds decides.
    let is_open_to_members =
        home.directory.users.is_empty() && imagined.iter().any(|it| it.is_open_to_members(gate));
    let passes = |result: &GateResult| matches!(result.status, Status::Pass | Status::Prompt);
    let is_refused = |result: &GateResult| result.status == Status::Fail;
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
        spread: if is_open_to_members {
            Spread::Open
        } else if all().all(passes) {
            Spread::All
        } else if !open.is_empty() {
            Spread::Some
        } else if all().all(is_refused) {
            Spread::None
        } else {
            Spread::Open
        },
        source: if sources.len() == 1 { sources.first().copied().flatten() } else { None },
        setting: setting(all()),
        open_to: open.iter().map(|class| size(matrix, *class)).sum(),
        is_unsettled: all().any(|result| !passes(result) && !is_refused(result)),
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
