//! What the scenario comes to: computed once for each state, from the scenario and the view alone.

use std::rc::Rc;

use entente_policy::{self as policy, Decision, Feature, Handshake, Id, Matrix, Region, Scenario};

use crate::{Cell, Workspace};

/// Both directions of one feature, by the position of the home tenant.
type Both = [Rc<Matrix>; 2];

/// What changed in both directions, by the position of the home tenant.
pub type Changes = [policy::Changes<Rc<Matrix>>; 2];

/// The answers for one state of a workspace.
#[derive(Clone, Debug)]
pub struct Answers {
    /// Both directions of the feature on view, by the position of the home tenant.
    pub matrices: Both,
    /// Both directions at a glance.
    pub handshakes: [Handshake; 2],
    /// What changed since the baseline.
    pub since_baseline: Changes,
    /// What changed by the last step.
    pub by_last_step: Changes,
    /// The scenarios that were answered for, with the feature and what they come to: the next state is compared with
    /// two of them.
    known: Rc<Vec<(Rc<Scenario>, Feature, Both)>>,
    home: usize,
}

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        // Answers are made anew with every state; the same pointer is the same answer.
        let same = |ours: &Both, theirs: &Both| ours.iter().zip(theirs).all(|(a, b)| Rc::ptr_eq(a, b));
        same(&self.matrices, &other.matrices)
            && self.home == other.home
            && self.known.len() == other.known.len()
            && self.known.iter().zip(other.known.iter()).all(|(a, b)| same(&a.2, &b.2))
    }
}

impl Answers {
    /// Answers for the state as it is.
    pub fn of(workspace: &Workspace) -> Self {
        Self::default().after(workspace)
    }

    /// Answers for the next state. What is known already is not asked again.
    #[must_use]
    pub fn after(&self, workspace: &Workspace) -> Self {
        let feature = workspace.view().feature;
        let both = |scenario: &Rc<Scenario>| {
            let mut known = self.known.iter();
            let same = known.find(|(known, by, _)| Rc::ptr_eq(known, scenario) && *by == feature);
            same.map_or_else(
                || [0, 1].map(|home| self.next(scenario, home, feature)),
                |(_, _, both)| both.clone(),
            )
        };
        let scenario = workspace.scenario();
        let now = both(scenario);
        let mut known = vec![(scenario.clone(), feature, now.clone())];
        let mut since = |before: &Rc<Scenario>| {
            let same = known.iter().find(|(known, ..)| Rc::ptr_eq(known, before));
            let before = same.map(|(_, _, both)| both.clone()).unwrap_or_else(|| {
                let then = both(before);
                known.push((before.clone(), feature, then.clone()));
                then
            });
            compare(&before, &now)
        };
        let since_baseline = since(workspace.baseline());
        let by_last_step = workspace.before().map_or_else(|| nothing(&now), since);
        Self::from(workspace, now, since_baseline, by_last_step, known)
    }

    /// A matrix, made from what is known of another state of the same direction, if anything is.
    fn next(&self, scenario: &Scenario, home: usize, feature: Feature) -> Rc<Matrix> {
        let [from, to] = ends(scenario, home);
        let known = self.known.iter().filter(|(_, by, _)| *by == feature).map(|(.., both)| of(both, home));
        let mut alike =
            known.filter(|matrix| matrix.connection.home.id == from && matrix.connection.resource.id == to);
        Rc::new(match alike.next() {
            Some(matrix) => matrix.after(scenario),
            None => Matrix::new(scenario, &from, &to, feature),
        })
    }

    /// The same for work that nobody has edited yet, if most gates have nothing to do with it: a program that only
    /// ever asks for this need not hold their rules ([`Matrix::at_rest`]).
    pub fn at_rest(workspace: &Workspace) -> Option<Self> {
        let scenario = workspace.scenario();
        let feature = workspace.view().feature;
        let matrix = |home| {
            let [home, resource] = ends(scenario, home);
            Matrix::at_rest(scenario, &home, &resource, feature).map(Rc::new)
        };
        let is_new = Rc::ptr_eq(scenario, workspace.baseline()) && workspace.before().is_none();
        let now = is_new.then(|| Some([matrix(0)?, matrix(1)?])).flatten()?;
        let known = vec![(scenario.clone(), feature, now.clone())];
        Some(Self::from(workspace, now.clone(), nothing(&now), nothing(&now), known))
    }

    fn from(
        workspace: &Workspace,
        now: Both,
        since_baseline: Changes,
        by_last_step: Changes,
        known: Vec<(Rc<Scenario>, Feature, Both)>,
    ) -> Self {
        Answers {
            handshakes: now.each_ref().map(|matrix| Handshake::of(matrix)),
            matrices: now,
            since_baseline,
            by_last_step,
            known: Rc::new(known),
            home: workspace.view().home.min(1),
        }
    }

    /// The matrix of the direction on view.
    pub fn matrix(&self) -> &Rc<Matrix> {
        of(&self.matrices, self.home)
    }

    /// What changed since the baseline in a cell of the direction on view, by position in the directories.
    pub fn change(&self, user: usize, application: usize) -> Option<&Region> {
        of(&self.since_baseline, self.home).at(user, application)
    }

    /// What changed since the baseline in all cells of two classes of the direction on view, if it is the same.
    pub fn change_of_classes(&self, users: usize, applications: usize) -> Option<&Region> {
        of(&self.since_baseline, self.home).of_classes(users, applications)
    }

    /// The decision of a cell of the direction on view.
    pub fn decision(&self, cell: &Cell) -> Decision {
        self.matrix().decision(&cell.user, &cell.application)
    }
}

/// Of a workspace whose answers are still to come.
impl Default for Answers {
    fn default() -> Self {
        let now = [0, 1].map(|_| Rc::new(Matrix::default()));
        Answers {
            handshakes: now.each_ref().map(|matrix| Handshake::of(matrix)),
            since_baseline: nothing(&now),
            by_last_step: nothing(&now),
            matrices: now,
            known: Rc::default(),
            home: 0,
        }
    }
}

fn nothing(now: &Both) -> Changes {
    now.each_ref().map(|matrix| policy::Changes::nothing(matrix.clone()))
}

fn compare(before: &Both, now: &Both) -> Changes {
    if before.iter().zip(now).all(|(before, now)| Rc::ptr_eq(before, now)) {
        return nothing(now);
    }
    let [first, second] = now.clone();
    [policy::Changes::between(before[0].clone(), first), policy::Changes::between(before[1].clone(), second)]
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
