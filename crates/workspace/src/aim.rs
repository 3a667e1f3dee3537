//! Looking at something by its name: a direction, a feature, a cell, as somebody writes it who embeds a
//! playground and has no reason to know an id.

use entente_exchange::naming;
use entente_policy::{AppKind, Feature, Resource, Scenario, Subject};

use crate::{Action, Cell, Workspace};

/// What is to be looked at. What is not said stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Aim<'a> {
    /// `b2bDirectConnect` or `b2bCollaboration`.
    pub feature: Option<&'a str>,
    /// From the home tenant to the resource tenant (`Fabrikam to Contoso`), or the home tenant alone: its position,
    /// name, domain or id.
    pub direction: Option<&'a str>,
    /// The person: an id, a name, a sign-in name or an address; `anyone` for whoever no list names.
    pub user: Option<&'a str>,
    /// The application: an id or a name; `any other` for whatever no list names.
    pub application: Option<&'a str>,
}

/// The position of the home tenant.
fn position(scenario: &Scenario, typed: &str) -> Option<usize> {
    match typed.trim() {
        "0" => Some(0),
        "1" => Some(1),
        typed => naming::direction(scenario, typed).filter(|home| *home < 2),
    }
}

impl Workspace {
    /// The state after looking at something else, and what was asked for that there is not.
    pub fn aimed(&self, aim: Aim<'_>) -> (Workspace, Vec<String>) {
        let mut next = self.clone();
        let mut missing = Vec::new();
        if let Some(word) = aim.feature {
            match Feature::ALL.into_iter().find(|feature| feature.as_str() == word.trim()) {
                Some(feature) => next = next.apply(Action::ShowFeature(feature)),
                None => missing
                    .push(format!("`feature` is `b2bDirectConnect` or `b2bCollaboration`, not `{word}`")),
            }
        }
        let scenario = self.scenario().clone();
        let tenant = |at: usize| scenario.tenants.get(at).map(AsRef::as_ref);
        if let Some(word) = aim.direction {
            match position(&scenario, word) {
                Some(home) => next = next.apply(Action::ShowDirection(home)),
                None => missing.push(format!("`direction` is 0, 1 or one of the two tenants, not `{word}`")),
            }
        } else if let Some(word) = aim.user
            && tenant(next.view().home).is_some_and(|home| naming::user(home, word).is_none())
            && let Some(home) = [0, 1]
                .into_iter()
                .find(|at| tenant(*at).is_some_and(|home| naming::user(home, word).is_some()))
        {
            next = next.apply(Action::ShowDirection(home));
        }
        if aim.user.is_none() && aim.application.is_none() {
            return (next, missing);
        }
        let (Some(home), Some(resource)) = (tenant(next.view().home), tenant(next.view().resource())) else {
            return (next, missing);
        };
        let user = aim.user.and_then(|word| {
            let found = naming::user(home, word);
            if found.is_none() {
                missing.push(format!("there is no person `{word}` at {}", home.display_name));
            }
            found
        });
        let app = aim.application.and_then(|word| {
            let found = naming::application(resource, word);
            if found.is_none() {
                missing.push(format!("there is no application `{word}` at {}", resource.display_name));
            }
            found
        });
        if user.is_some() || app.is_some() {
            let first = next.first_cell();
            let cell = user
                .or(first.as_ref().map(|cell| cell.user.clone()))
                .zip(app.or(first.map(|cell| cell.application)))
                .map(|(user, application)| Cell { user, application, whole_class: false });
            next = next.apply(Action::Select(cell));
        }
        (next, missing)
    }

    /// The cell that is explained; where none is, the first person’s first application.
    pub fn first_cell(&self) -> Option<Cell> {
        if let Some(cell) = &self.view().cell {
            return Some(cell.clone());
        }
        let tenant = |at: usize| self.scenario().tenants.get(at);
        let user = tenant(self.view().home)?.directory.users.first();
        let application = tenant(self.view().resource())?.directory.applications.first();
        Some(Cell {
            user: user.map_or(Subject::AnyOther, |user| Subject::User(user.id.clone())),
            application: application.map_or(Resource::AnyOther(AppKind::Office365), |app| {
                Resource::Application(app.app_id.clone())
            }),
            whole_class: false,
        })
    }
}
