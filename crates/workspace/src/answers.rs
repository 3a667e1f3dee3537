//! What the scenario comes to: computed once for each state, from the scenario and the view alone.

use std::rc::Rc;

use entente_policy::{CellChange, Decision, Handshake, Id, IdIndex, Matrix, Scenario, changes};

use crate::{Cell, Workspace};

/// The answers for one state of a workspace.
#[derive(Clone, Debug)]
pub struct Answers {
    /// Both directions of the feature on view, by the position of the home tenant.
    pub matrices: [Rc<Matrix>; 2],
    /// Both directions at a glance.
    pub handshakes: [Handshake; 2],
    /// What changed since the baseline, in both directions.
    pub since_baseline: [Vec<CellChange>; 2],
    /// What changed by the last step, in both directions.
    pub by_last_step: [Vec<CellChange>; 2],
    /// Where a person stands in `since_baseline`, for the direction on view.
    changed: IdIndex,
    home: usize,
}

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        // Answers are made anew with every state; the same pointer is the same answer.
        self.matrices.iter().zip(&other.matrices).all(|(a, b)| Rc::ptr_eq(a, b))
            && self.home == other.home
            && self.since_baseline == other.since_baseline
    }
}

impl Answers {
    /// Answers for the state as it is.
    pub fn of(workspace: &Workspace) -> Self {
        let feature = workspace.view().feature;
        let both = |scenario: &Scenario| {
            [0, 1].map(|home| {
                let [home, resource] = ends(scenario, home);
                Matrix::new(scenario, &home, &resource, feature)
            })
        };
        let now = both(workspace.scenario());
        let compare = |before: Option<&Rc<Scenario>>| match before {
            Some(before) if !Rc::ptr_eq(before, workspace.scenario()) => {
                let before = both(before);
                [changes(&before[0], &now[0]), changes(&before[1], &now[1])]
            }
            _ => [Vec::new(), Vec::new()],
        };
        let since_baseline = compare(Some(workspace.baseline()));
        let by_last_step = compare(workspace.before());
        Self::from(workspace, now, since_baseline, by_last_step)
    }

    /// The same for work that nobody has edited yet, if most gates have nothing to do with it: a program that only
    /// ever asks for this need not hold their rules ([`Matrix::at_rest`]).
    pub fn at_rest(workspace: &Workspace) -> Option<Self> {
        let scenario = workspace.scenario();
        let matrix = |home| {
            let [home, resource] = ends(scenario, home);
            Matrix::at_rest(scenario, &home, &resource, workspace.view().feature)
        };
        let is_new = Rc::ptr_eq(scenario, workspace.baseline()) && workspace.before().is_none();
        let now = is_new.then(|| Some([matrix(0)?, matrix(1)?])).flatten()?;
        Some(Self::from(workspace, now, Default::default(), Default::default()))
    }

    fn from(
        workspace: &Workspace,
        now: [Matrix; 2],
        since_baseline: [Vec<CellChange>; 2],
        by_last_step: [Vec<CellChange>; 2],
    ) -> Self {
        let home = workspace.view().home.min(1);
        let changed = IdIndex::of(of(&since_baseline, home).iter().map(|change| &change.user));
        Answers {
            handshakes: [Handshake::of(&now[0]), Handshake::of(&now[1])],
            matrices: now.map(Rc::new),
            since_baseline,
            by_last_step,
            changed,
            home,
        }
    }

    /// The matrix of the direction on view.
    pub fn matrix(&self) -> &Rc<Matrix> {
        of(&self.matrices, self.home)
    }

    /// What changed in a cell of the direction on view since the baseline.
    pub fn change(&self, user: &Id, application: &Id) -> Option<&CellChange> {
        let changes = of(&self.since_baseline, self.home);
        let of_user = self.changed.all(user).filter_map(|at| changes.get(at));
        of_user.into_iter().find(|change| change.application == *application)
    }

    /// The decision of a cell of the direction on view.
    pub fn decision(&self, cell: &Cell) -> Decision {
        self.matrix().decision(&cell.user, &cell.application)
    }
}

/// Of a workspace whose answers are still to come.
impl Default for Answers {
    fn default() -> Self {
        let now = [Matrix::default(), Matrix::default()];
        Answers {
            handshakes: [Handshake::of(&now[0]), Handshake::of(&now[1])],
            matrices: now.map(Rc::new),
            since_baseline: Default::default(),
            by_last_step: Default::default(),
            changed: IdIndex::default(),
            home: 0,
        }
    }
}

/// The home tenant at this position, and the resource tenant.
fn ends(scenario: &Scenario, home: usize) -> [Id; 2] {
    [home, 1 - home]
        .map(|at| scenario.tenants.get(at).map_or_else(|| Id::from(""), |tenant| tenant.id.clone()))
}

/// The one of a pair that belongs to the direction whose people are the tenant's at `home`.
fn of<T>(pair: &[T; 2], home: usize) -> &T {
    if home == 0 { &pair[0] } else { &pair[1] }
}
