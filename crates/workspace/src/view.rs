//! What of a scenario is being looked at. Not part of the scenario and not undone.

use entente_policy::{Feature, Layer, Resource, Scenario, SettingPath, Subject};

/// Which of a tenant's settings a panel shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// Organizational settings about the other tenant.
    #[default]
    Partner,
    /// Default settings.
    Defaults,
}

/// A cell of the matrix, whose explanation is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Who.
    pub user: Subject,
    /// To what.
    pub application: Resource,
    /// Whether the row of the whole class was chosen rather than one person of it.
    pub whole_class: bool,
}

/// Which classes of people are expanded, and which collapsed, by hand: a handful, by their key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expanded(Vec<(String, bool)>);

impl Expanded {
    /// Whether the class is expanded; nothing if nobody has touched it.
    pub fn get(&self, key: &str) -> Option<&bool> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, open)| open)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &(String, bool)> {
        self.0.iter()
    }

    pub(crate) fn insert(&mut self, key: String, open: bool) {
        self.0.retain(|(known, _)| *known != key);
        self.0.push((key, open));
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }
}

/// What is being looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// By which feature.
    pub feature: Feature,
    /// Whose people the matrix shows: the position of the home tenant, 0 or 1.
    pub home: usize,
    /// What the panels of the first and the second tenant show.
    pub panes: [Pane; 2],
    /// The cell that is explained.
    pub cell: Option<Cell>,
    /// The classes of people that have been expanded or collapsed by hand, by their key.
    pub expanded: Expanded,
    /// The half of a setting whose targets are being chosen.
    pub picking: Option<SettingPath>,
    /// The setting that was asked for last, to be brought into sight, and how often one was.
    pub pointed_out: Option<(SettingPath, u32)>,
    /// Settings that light up while a gate is being looked at.
    pub hinted: Vec<SettingPath>,
}

impl View {
    /// The position of the tenant whose applications the matrix shows.
    pub fn resource(&self) -> usize {
        1 - self.home.min(1)
    }

    /// Brings a setting into sight: its panel shows the layer it stands in.
    pub(crate) fn point_out(&mut self, scenario: &Scenario, path: SettingPath) {
        if let SettingPath::CrossTenantAccess { tenant, layer, .. } = &path {
            let pane = if *layer == Layer::Default { Pane::Defaults } else { Pane::Partner };
            let position = scenario.tenants.iter().position(|other| other.id == *tenant);
            if let Some(place) = position.and_then(|position| self.panes.get_mut(position)) {
                *place = pane;
            }
        }
        let times = self.pointed_out.as_ref().map_or(0, |(_, times)| *times);
        self.pointed_out = Some((path, times.wrapping_add(1)));
    }

    /// Lets go of a selected person or application that the scenario no longer holds.
    pub(crate) fn forget_what_is_gone(&mut self, scenario: &Scenario) {
        let Some(cell) = &self.cell else { return };
        let user = match &cell.user {
            Subject::AnyOther | Subject::Anonymous | Subject::ServicePrincipal => true,
            Subject::User(id) => {
                scenario.tenants.get(self.home).is_some_and(|tenant| tenant.directory.user(id).is_some())
            }
        };
        let application = match &cell.application {
            Resource::AnyOther(_) => true,
            Resource::Application(id) => scenario
                .tenants
                .get(self.resource())
                .is_some_and(|tenant| tenant.directory.application(id).is_some()),
        };
        if !(user && application) {
            self.cell = None;
        }
    }
}
