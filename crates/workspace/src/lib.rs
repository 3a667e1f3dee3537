//! What a person is editing: the scenario, its history, the baseline it is compared with, and what of it
//! is being looked at. No DOM and no Yew: the page is an adapter over [`Workspace::apply`].
//!
//! Every edit is an [`Action`]. An action that changes nothing leaves the very same state behind, so a
//! page can skip drawing it.

mod action;
mod aim;
mod answers;
mod edit;
mod history;
mod share;
mod view;

pub use action::{Action, Edit, PersonClaim, Side, TrustClaim};
pub use aim::Aim;
pub use answers::{Answers, Changes};
pub use edit::{
    ChannelSwitch, CloudEdit, Condition, DomainRule, GLOBAL, GuestEdit, LayerEdit, Named, PolicyEdit,
    SessionEdit, TeamsEdit, TeamsSwitch, domains, shipped_redemption,
};
pub use history::History;
pub use share::Contents;
pub use view::{Cell, Expanded, Pane, View};

use std::rc::Rc;

use entente_exchange::gallery;
use entente_policy::Scenario;
use entente_policy::consequence::{Recorded, recorded};

/// From how many people, applications and memberships on a scenario is large.
const LARGE: usize = 20_000;

/// The whole state of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    history: History,
    baseline: Rc<Scenario>,
    /// The id of the gallery entry the work started from.
    origin: Option<Rc<str>>,
    /// The link the work started from: the fragment of an address.
    link: Option<Rc<str>>,
    view: View,
}

impl Workspace {
    /// A workspace that starts from a gallery entry.
    pub fn from_gallery(entry: &'static gallery::Entry) -> Self {
        Self::looked_at(entry.scenario(), entry.id, entry.first_view())
    }

    /// A workspace for whoever comes for the first time: that of [`gallery::FIRST`].
    pub fn first() -> Self {
        let (scenario, view) = gallery::first();
        Self::looked_at(scenario, gallery::FIRST.id, view)
    }

    fn looked_at(scenario: Scenario, origin: &str, first: gallery::FirstView) -> Self {
        let mut workspace = Self::from_scenario(scenario);
        workspace.origin = Some(origin.into());
        workspace.view.feature = first.feature;
        workspace.view.home = first.home;
        workspace.view.cell = first.cell(workspace.scenario()).map(|(user, application)| Cell {
            user,
            application,
            whole_class: false,
        });
        workspace
    }

    /// A workspace that starts from any scenario.
    pub fn from_scenario(scenario: Scenario) -> Self {
        let scenario = Rc::new(scenario);
        Workspace {
            history: History::new(scenario.clone()),
            baseline: scenario,
            origin: None,
            link: None,
            view: View::default(),
        }
    }

    /// Work taken up again: `scenario` with an earlier `baseline` and the id of the gallery entry it came from.
    pub fn resumed(scenario: Scenario, baseline: Scenario, origin: Option<&str>, view: View) -> Self {
        let mut workspace = Self::from_scenario(scenario);
        workspace.baseline = Rc::new(baseline);
        workspace.origin = origin.map(Rc::from);
        workspace.view = view;
        workspace.view.forget_what_is_gone(&workspace.history.present().clone());
        workspace
    }

    /// The scenario as it is now.
    pub fn scenario(&self) -> &Rc<Scenario> {
        self.history.present()
    }

    /// The scenario that the present one is compared with.
    pub fn baseline(&self) -> &Rc<Scenario> {
        &self.baseline
    }

    /// The scenario as it was before the last step, for saying what that step did.
    pub fn before(&self) -> Option<&Rc<Scenario>> {
        self.history.before()
    }

    /// The id of the gallery entry the work started from.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The link the work started from, without the `#`.
    pub fn link(&self) -> Option<&str> {
        self.link.as_deref()
    }

    /// What is being looked at.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Whether there is an edit to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is an edit to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Whether the scenario differs from its baseline.
    pub fn is_edited(&self) -> bool {
        !Rc::ptr_eq(self.scenario(), &self.baseline) && **self.scenario() != *self.baseline
    }

    /// The state after opening another scenario, looked at from the same side.
    pub fn open(&self, scenario: Scenario) -> Workspace {
        let mut next = Self::from_scenario(scenario);
        next.view = View { feature: self.view.feature, home: self.view.home, ..View::default() };
        next
    }

    /// Whether there is more than links, texts and the browser's storage are made for.
    pub fn is_large(&self) -> bool {
        let held = |scenario: &Scenario| {
            let directories = scenario.tenants.iter().map(|tenant| &tenant.directory);
            directories
                .map(|directory| {
                    let members = directory.groups.iter().map(|group| group.members.len()).sum::<usize>();
                    directory.users.len() + directory.applications.len() + members
                })
                .sum::<usize>()
        };
        held(self.scenario()).max(held(&self.baseline)) > LARGE
    }

    /// What the audit log of each tenant would say of the edits since the baseline.
    pub fn recorded(&self) -> Vec<Recorded> {
        if Rc::ptr_eq(self.scenario(), &self.baseline) {
            return Vec::new();
        }
        recorded(&self.baseline, self.scenario())
    }

    /// The state after `action`.
    pub fn apply(&self, action: Action) -> Workspace {
        let mut next = self.clone();
        match action {
            Action::Edit(edit) => next.edit(edit),
            Action::EditNamed(edit, name) => next.edit(Rc::unwrap_or_clone(edit).named(name)),
            Action::Undo => next.history.undo(&mut next.baseline),
            Action::Redo => next.history.redo(&mut next.baseline),
            Action::OpenEntry(entry) => next = Self::from_gallery(entry),
            Action::OpenScenario(scenario) => next = self.open(*scenario),
            Action::Import(mut scenario) => {
                self.retitle(&mut scenario);
                next.history.push_afresh(Rc::new(*scenario), &mut next.baseline);
                next.view.picking = None;
            }
            Action::CompareFromHere => next.baseline = self.scenario().clone(),
            Action::ShowFeature(feature) => {
                next.view.feature = feature;
                next.view.picking = None;
            }
            Action::ShowDirection(home) => {
                if next.view.home != home {
                    next.view.home = home;
                    next.view.cell = None;
                    next.view.expanded.clear();
                }
            }
            Action::ShowPane(side, pane) => match side {
                Side::Left => next.view.panes[0] = pane,
                Side::Right => next.view.panes[1] = pane,
            },
            Action::Select(cell) => next.view.cell = cell,
            Action::Expand(key, open) => {
                next.view.expanded.insert(key, open);
            }
            Action::Pick(path) => next.view.picking = path,
            Action::PointOut(path) => next.view.point_out(self.scenario(), path),
            Action::Hint(paths) => next.view.hinted = paths,
        }
        let scenario = next.scenario().clone();
        next.view.forget_what_is_gone(&scenario);
        next
    }

    /// What an example tells of itself, and expects of itself, does not hold of what was read into it.
    fn retitle(&self, read: &mut Scenario) {
        let example = self.origin().and_then(gallery::Entry::find).map(gallery::Entry::scenario);
        if example.is_some_and(|example| example.title == read.title) {
            let names: Vec<&str> =
                read.tenants.iter().take(2).map(|tenant| tenant.display_name.as_str()).collect();
            read.title = names.join(" and ");
            read.story.clear();
            read.tests.clear();
        }
    }

    fn edit(&mut self, edit: Edit) {
        if let Some(scenario) = edit::apply(self.scenario(), edit) {
            self.history.push(Rc::new(scenario));
        }
    }
}

#[cfg(test)]
mod tests;
