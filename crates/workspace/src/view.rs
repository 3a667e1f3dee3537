//! What of a scenario is being looked at. Not part of the scenario and not undone.

use std::collections::BTreeSet;

use entente_policy::{Feature, Resource, Scenario, Subject};

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
    /// The classes of people that are expanded, by their first member's id.
    pub expanded: BTreeSet<String>,
}

impl View {
    /// The position of the tenant whose applications the matrix shows.
    pub fn resource(&self) -> usize {
        1 - self.home.min(1)
    }

    /// Lets go of a selected person or application that the scenario no longer holds.
    pub(crate) fn forget_what_is_gone(&mut self, scenario: &Scenario) {
        let Some(cell) = &self.cell else { return };
        let user = match &cell.user {
            Subject::AnyOther => true,
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
