//! What of a workspace a link carries, and a workspace from what a link carries.

use std::rc::Rc;

use entente_exchange::link::{Shared, SharedView};

use crate::{Action, Cell, Pane, View, Workspace};

impl Workspace {
    /// What a link carries of this state: the scenario with its tests, the baseline if it differs, and what is
    /// looked at and open.
    pub fn shared(&self) -> Shared {
        let view = self.view();
        Shared {
            scenario: (**self.scenario()).clone(),
            baseline: self.is_edited().then(|| (**self.baseline()).clone()),
            view: SharedView {
                home: view.home,
                feature: view.feature,
                cell: view.cell.as_ref().map(|cell| (cell.user.clone(), cell.application.clone())),
                whole_class: view.cell.as_ref().is_some_and(|cell| cell.whole_class),
                defaults: view.panes.map(|pane| pane == Pane::Defaults),
                expanded: view.expanded.iter().map(|(key, open)| (key.clone(), *open)).collect(),
            },
        }
    }

    /// A workspace that starts from what a link carries.
    pub fn from_shared(shared: Shared) -> Self {
        let Shared { scenario, baseline, view } = shared;
        let mut seen = View { feature: view.feature, home: view.home, ..View::default() };
        seen.panes = view.defaults.map(|defaults| if defaults { Pane::Defaults } else { Pane::Partner });
        for (key, open) in view.expanded {
            seen.expanded.insert(key, open);
        }
        let cell =
            view.cell.map(|(user, application)| Cell { user, application, whole_class: view.whole_class });
        let baseline = baseline.unwrap_or_else(|| scenario.clone());
        Workspace::resumed(scenario, baseline, None, seen).apply(Action::Select(cell))
    }

    /// The same, started from the link with this fragment.
    pub fn linked(mut self, fragment: &str) -> Self {
        self.link = Some(Rc::from(fragment));
        self
    }
}

/// What is in something that is given away, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The names of the tenants.
    pub tenants: Vec<String>,
    /// How many people.
    pub people: usize,
    /// How many groups.
    pub groups: usize,
    /// How many applications.
    pub applications: usize,
    /// How many conditional access policies.
    pub policies: usize,
    /// How many tests.
    pub tests: usize,
    /// Whether there is a baseline that differs.
    pub baseline: bool,
}

impl Contents {
    /// What is in this.
    pub fn of(shared: &Shared) -> Self {
        let tenants = &shared.scenario.tenants;
        let sum =
            |count: fn(&entente_policy::Tenant) -> usize| tenants.iter().map(|tenant| count(tenant)).sum();
        Contents {
            tenants: tenants.iter().map(|tenant| tenant.display_name.clone()).collect(),
            people: sum(|tenant| tenant.directory.users.len()),
            groups: sum(|tenant| tenant.directory.groups.len()),
            applications: sum(|tenant| tenant.directory.applications.len()),
            policies: sum(|tenant| tenant.conditional_access_policies.len()),
            tests: shared.scenario.tests.len(),
            baseline: shared.baseline.is_some(),
        }
    }
}
