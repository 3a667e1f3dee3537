//! Which rows and columns the matrix has, for what is expanded and searched for.

use entente_policy::{Decision, Matrix, Resource, Subject};
use entente_workspace::Action;

use crate::components::search::folded;
use crate::host::Snapshot;

/// Up to how many people all classes are expanded to begin with.
const EXPANDED_UP_TO: usize = 12;
/// How many people of a class are listed at once.
const LISTED: usize = 200;

/// A row.
#[derive(Clone)]
pub(super) enum Row {
    /// A class of people alike.
    Class { class: usize, key: String, name: String, detail: String, open: bool, people: usize },
    /// One of them.
    Person { class: usize, at: usize, user: Subject, name: String },
    /// Whoever the directory does not list.
    AnyOther { class: usize, name: String },
    /// The rest of a long class.
    More { class: usize, count: usize },
}

/// A column.
#[derive(Clone, Copy)]
pub(super) enum Column {
    /// An application of the directory, by position.
    Application(usize),
    /// Any other application, by the class it belongs to.
    AnyOther(usize),
}

/// The rows and columns.
pub(super) struct Grid {
    pub(super) rows: Vec<Row>,
    pub(super) columns: Vec<Column>,
    pub(super) head: String,
}

impl Grid {
    pub(super) fn new(snapshot: &Snapshot, query: &str) -> Self {
        let matrix = snapshot.answers.matrix();
        let narrator = snapshot.narrator();
        let connection = &matrix.connection;
        let wanted = folded(query.trim());
        let matches = |name: &str| folded(name).contains(&wanted);

        let applications = &connection.resource.directory.applications;
        let mut columns: Vec<Column> = (0..applications.len()).map(Column::Application).collect();
        let others = matrix.applications.iter().enumerate().filter(|(_, class)| !class.any_other.is_empty());
        columns.extend(others.map(|(class, _)| Column::AnyOther(class)));

        let users = &connection.home.directory.users;
        let user_found = users.iter().any(|user| matches(&user.display_name));
        let app_found = applications.iter().any(|app| matches(&app.display_name));
        let searching = !wanted.is_empty();
        if searching && app_found {
            columns.retain(|column| matches(&column.name(snapshot)));
        }
        let all = users.len() <= EXPANDED_UP_TO;
        let expanded = &snapshot.workspace.view().expanded;
        let mut rows = Vec::new();
        for (at, class) in matrix.users.iter().enumerate() {
            let members = class.members.iter().filter_map(|member| Some((member, users.get(member)?)));
            let members: Vec<_> = members
                .filter(|(_, user)| !searching || !user_found || matches(&user.display_name))
                .collect();
            if searching && (user_found && members.is_empty() || !user_found && !app_found) {
                continue;
            }
            let name = narrator.class(matrix, class);
            let key = class
                .members
                .get(0)
                .and_then(|member| users.get(member))
                .map_or_else(|| "anyone".to_string(), |user| user.id.as_str().to_string());
            let open = searching && user_found || expanded.get(&key).copied().unwrap_or(all);
            let people = members.len() + usize::from(class.any_other && !class.members.is_empty());
            rows.push(Row::Class {
                class: at,
                key,
                name: name.name,
                detail: name.detail,
                open,
                people: if class.members.is_empty() { 0 } else { people },
            });
            if open && !class.members.is_empty() {
                rows.extend(members.iter().take(LISTED).map(|(member, user)| Row::Person {
                    class: at,
                    at: *member,
                    user: Subject::User(user.id.clone()),
                    name: user.display_name.clone(),
                }));
                if members.len() > LISTED {
                    rows.push(Row::More { class: at, count: members.len() - LISTED });
                }
                if class.any_other && !(searching && user_found) {
                    rows.push(Row::AnyOther {
                        class: at,
                        name: format!("Anyone else at {}", connection.home.display_name),
                    });
                }
            }
        }
        Grid { rows, columns, head: format!("{}’s people", connection.home.display_name) }
    }

    pub(super) fn decision<'a>(&self, matrix: &'a Matrix, row: usize, column: usize) -> Option<&'a Decision> {
        let class = self.rows.get(row)?.class()?;
        matrix.class_decision(class, self.columns.get(column)?.class(matrix)?)
    }
}

impl Column {
    pub(super) fn name(&self, snapshot: &Snapshot) -> String {
        let matrix = snapshot.answers.matrix();
        match self {
            Column::Application(at) => {
                let applications = &matrix.connection.resource.directory.applications;
                applications.get(*at).map(|app| app.display_name.clone()).unwrap_or_default()
            }
            Column::AnyOther(class) => {
                let kinds = matrix.applications.get(*class).map(|class| class.any_other.clone());
                snapshot.narrator().any_other_application(&kinds.unwrap_or_default())
            }
        }
    }

    /// The suite an application is in, which settings may name.
    pub(super) fn detail(&self, snapshot: &Snapshot) -> Option<String> {
        let applications = &snapshot.answers.matrix().connection.resource.directory.applications;
        match self {
            Column::Application(at) => match applications.get(*at)?.kind {
                entente_policy::AppKind::Office365 => Some("Office 365".into()),
                entente_policy::AppKind::Microsoft => Some("Microsoft".into()),
                entente_policy::AppKind::LineOfBusiness => None,
            },
            Column::AnyOther(_) => Some("now or later".into()),
        }
    }

    pub(super) fn key(&self, snapshot: &Snapshot) -> String {
        let matrix = snapshot.answers.matrix();
        match self {
            Column::Application(at) => {
                let applications = &matrix.connection.resource.directory.applications;
                applications.get(*at).map(|app| app.app_id.as_str().to_string()).unwrap_or_default()
            }
            Column::AnyOther(class) => format!("other {class}"),
        }
    }

    /// The application's position in the directory.
    pub(super) fn at(&self) -> Option<usize> {
        match self {
            Column::Application(at) => Some(*at),
            Column::AnyOther(_) => None,
        }
    }

    pub(super) fn class(&self, matrix: &Matrix) -> Option<usize> {
        match self {
            Column::Application(at) => matrix.class_of_application(*at),
            Column::AnyOther(class) => Some(*class),
        }
    }

    pub(super) fn resource(&self, matrix: &Matrix) -> Resource {
        let connection = &matrix.connection;
        match self {
            Column::Application(at) => connection
                .resource
                .directory
                .applications
                .get(*at)
                .map_or(Resource::AnyOther(Default::default()), |app| {
                    Resource::Application(app.app_id.clone())
                }),
            Column::AnyOther(class) => {
                let kind = matrix.applications.get(*class).and_then(|class| class.any_other.first());
                Resource::AnyOther(kind.copied().unwrap_or_default())
            }
        }
    }
}

impl Row {
    /// The class whose decisions stand in the row; none for a row without cells.
    pub(super) fn class(&self) -> Option<usize> {
        match self {
            Row::Class { class, .. } | Row::Person { class, .. } | Row::AnyOther { class, .. } => {
                Some(*class)
            }
            Row::More { .. } => None,
        }
    }

    /// The position of the row's person in the directory.
    pub(super) fn at(&self) -> Option<usize> {
        match self {
            Row::Person { at, .. } => Some(*at),
            Row::Class { .. } | Row::AnyOther { .. } | Row::More { .. } => None,
        }
    }

    pub(super) fn subject(&self, matrix: &Matrix) -> Subject {
        match self {
            Row::Class { class, .. } => matrix
                .users
                .get(*class)
                .map_or(Subject::AnyOther, |class| class.representative(&matrix.connection.home)),
            Row::Person { user, .. } => user.clone(),
            Row::AnyOther { .. } | Row::More { .. } => Subject::AnyOther,
        }
    }

    pub(super) fn key(&self) -> String {
        match self {
            Row::Class { key, .. } => format!("class {key}"),
            Row::Person { user, .. } => String::from(user.clone()),
            Row::AnyOther { class, .. } => format!("anyone {class}"),
            Row::More { class, .. } => format!("more {class}"),
        }
    }

    pub(super) fn level(&self) -> usize {
        if matches!(self, Row::Class { .. }) { 1 } else { 2 }
    }

    pub(super) fn name(&self) -> String {
        match self {
            Row::Class { name, .. } | Row::Person { name, .. } | Row::AnyOther { name, .. } => name.clone(),
            Row::More { count, .. } => format!("and {count} more, alike"),
        }
    }

    pub(super) fn detail(&self) -> String {
        match self {
            Row::Class { detail, .. } => detail.clone(),
            Row::AnyOther { .. } => "now or later".into(),
            Row::Person { .. } | Row::More { .. } => String::new(),
        }
    }

    pub(super) fn expanded(&self) -> Option<bool> {
        match self {
            Row::Class { open, people, .. } if *people > 0 => Some(*open),
            _ => None,
        }
    }

    pub(super) fn toggle(&self) -> Option<Action> {
        match self {
            Row::Class { key, open, people, .. } if *people > 0 => Some(Action::Expand(key.clone(), !open)),
            _ => None,
        }
    }

    pub(super) fn css_class(&self) -> &'static str {
        match self {
            Row::Class { .. } => "class",
            Row::AnyOther { .. } => "any",
            Row::Person { .. } | Row::More { .. } => "person",
        }
    }
}
