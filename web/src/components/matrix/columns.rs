//! Which columns the matrix has: a few applications one by one, many by class.

use entente_policy::{AppKind, Matrix, Resource};
use entente_workspace::Action;

use crate::components::search::Found;
use crate::host::Snapshot;

/// Up to how many applications each has a column to begin with.
const ONE_BY_ONE_UP_TO: usize = 24;

/// A column.
#[derive(Clone)]
pub(super) enum Column {
    /// An application of the directory, by position.
    Application(usize),
    /// Applications alike, any other among them or not.
    Class {
        /// Which class.
        class: usize,
        /// Whether its members stand behind it.
        open: bool,
    },
    /// Any other application, by the class it belongs to.
    AnyOther(usize),
}

/// The columns, for what is expanded and searched for.
pub(super) fn columns(snapshot: &Snapshot, found: Option<&Found>) -> Vec<Column> {
    let matrix = snapshot.answers.matrix();
    let applications = matrix.connection.resource.directory.applications.len();
    let classes = || matrix.applications.iter().enumerate();
    let others = classes().filter(|(_, class)| !class.any_other.is_empty());
    let others = others.map(|(class, _)| Column::AnyOther(class));
    if let Some(found) = found.filter(|found| !found.applications.is_empty()) {
        let others = others.filter(|column| found.wanted.is_in(&column.caption(snapshot).0));
        return found.applications.iter().copied().map(Column::Application).chain(others).collect();
    }
    if applications <= ONE_BY_ONE_UP_TO {
        return (0..applications).map(Column::Application).chain(others).collect();
    }
    let mut columns = Vec::new();
    for (at, class) in classes() {
        match (class.members.len(), class.any_other.is_empty()) {
            (0, _) => columns.push(Column::AnyOther(at)),
            (1, true) => columns.extend(class.members.iter().map(Column::Application)),
            _ => {
                let expanded = &snapshot.workspace.view().expanded;
                let open = expanded.get(&key(matrix, at)).copied().unwrap_or(false);
                columns.push(Column::Class { class: at, open });
                columns.extend(class.members.iter().filter(|_| open).map(Column::Application));
            }
        }
    }
    columns
}

/// What a class of applications is expanded by.
fn key(matrix: &Matrix, class: usize) -> String {
    let first = matrix.applications.get(class).and_then(|class| class.members.get(0));
    let first = first.and_then(|at| matrix.connection.resource.directory.applications.get(at));
    format!("applications {}", first.map(|app| app.app_id.as_str()).unwrap_or_default())
}

impl Column {
    /// What it is called, and what is said beside that: the suite an application is in, which settings may name.
    pub(super) fn caption(&self, snapshot: &Snapshot) -> (String, String) {
        let matrix = snapshot.answers.matrix();
        match self {
            Column::Application(at) => {
                let Some(app) = matrix.connection.resource.directory.applications.get(*at) else {
                    return Default::default();
                };
                let suite = match app.kind {
                    AppKind::Office365 => "Office 365",
                    AppKind::Microsoft => "Microsoft",
                    AppKind::LineOfBusiness => "",
                };
                (app.display_name.clone(), suite.into())
            }
            Column::Class { class, .. } => {
                let class = matrix.applications.get(*class);
                let name = class.map(|class| snapshot.narrator().app_class(matrix, class));
                name.map(|name| (name.name, name.detail)).unwrap_or_default()
            }
            Column::AnyOther(class) => {
                let kinds = matrix.applications.get(*class).map(|class| class.any_other.clone());
                let name = snapshot.narrator().any_other_application(&kinds.unwrap_or_default());
                (name, "now or later".into())
            }
        }
    }

    pub(super) fn key(&self, matrix: &Matrix) -> String {
        match self {
            Column::Application(at) => {
                let applications = &matrix.connection.resource.directory.applications;
                applications.get(*at).map(|app| app.app_id.as_str().to_string()).unwrap_or_default()
            }
            Column::Class { class, .. } => key(matrix, *class),
            Column::AnyOther(class) => format!("other {class}"),
        }
    }

    /// The application's position in the directory.
    pub(super) fn at(&self) -> Option<usize> {
        match self {
            Column::Application(at) => Some(*at),
            Column::Class { .. } | Column::AnyOther(_) => None,
        }
    }

    pub(super) fn class(&self, matrix: &Matrix) -> Option<usize> {
        match self {
            Column::Application(at) => matrix.class_of_application(*at),
            Column::Class { class, .. } | Column::AnyOther(class) => Some(*class),
        }
    }

    /// Whether its members stand behind it, and what shows or hides them.
    pub(super) fn toggle(&self, matrix: &Matrix) -> Option<(bool, Action)> {
        match self {
            Column::Class { class, open } => Some((*open, Action::Expand(key(matrix, *class), !open))),
            _ => None,
        }
    }

    pub(super) fn resource(&self, matrix: &Matrix) -> Resource {
        let resource = &matrix.connection.resource;
        match self {
            Column::Application(at) => {
                let app = resource.directory.applications.get(*at);
                app.map_or_else(nothing, |app| Resource::Application(app.app_id.clone()))
            }
            Column::Class { class, .. } => {
                let class = matrix.applications.get(*class);
                class.map_or_else(nothing, |class| class.representative(resource))
            }
            Column::AnyOther(class) => {
                let kind = matrix.applications.get(*class).and_then(|class| class.any_other.first());
                Resource::AnyOther(kind.copied().unwrap_or_default())
            }
        }
    }
}

/// What stands for a column that the directory does not hold.
fn nothing() -> Resource {
    Resource::AnyOther(AppKind::default())
}
