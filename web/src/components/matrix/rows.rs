//! Which rows the matrix has, for what is expanded and searched for. A row is made when it is drawn.

use entente_policy::{Matrix, Subject};
use entente_workspace::Action;

use super::columns::{self, Column};
use crate::components::search::Found;
use crate::host::Snapshot;

/// Up to how many people all classes are expanded to begin with.
const EXPANDED_UP_TO: usize = 12;
/// From how many people or applications on only what is in sight is drawn.
const LONG_FROM: usize = 100;

/// A class of people alike, with the rows it takes.
#[derive(Clone)]
pub(super) struct Block {
    pub(super) class: usize,
    pub(super) key: String,
    pub(super) open: bool,
    /// How many rows it has when it is open; none if it is its own only member.
    pub(super) people: usize,
    /// Which of its members are shown, by position in the directory; all if nobody is looked for.
    found: Option<Vec<usize>>,
    /// Where its own row stands.
    first: usize,
}

impl Block {
    /// How many rows it takes.
    fn rows(&self) -> usize {
        if self.open { 1 + self.people } else { 1 }
    }

    pub(super) fn toggle(&self) -> Option<Action> {
        (self.people > 0).then(|| Action::Expand(self.key.clone(), !self.open))
    }
}

/// A row.
pub(super) enum Row<'a> {
    /// A class of people alike.
    Class(&'a Block),
    /// One of them, by position in the directory, and which one it is of the class.
    Person { block: &'a Block, at: usize, rank: usize },
    /// Whoever the directory does not list.
    AnyOther(&'a Block),
}

/// The rows and columns.
pub(super) struct Grid {
    blocks: Vec<Block>,
    pub(super) rows: usize,
    pub(super) columns: Vec<Column>,
    pub(super) head: String,
    /// Whether there is so much of it that only what is in sight is drawn.
    pub(super) is_long: bool,
}

impl Grid {
    pub(super) fn new(snapshot: &Snapshot, found: Option<&Found>) -> Self {
        let matrix = snapshot.answers.matrix();
        let connection = &matrix.connection;
        let users = &connection.home.directory.users;
        let applications = connection.resource.directory.applications.len();
        let columns = columns::columns(snapshot, found);
        let user_found = found.is_some_and(|found| !found.users.is_empty());
        let app_found = found.is_some_and(|found| !found.applications.is_empty());
        let mut by_class: Vec<Vec<usize>> = vec![Vec::new(); if user_found { matrix.users.len() } else { 0 }];
        for at in found.iter().flat_map(|found| &found.users) {
            let class = matrix.class_of_user(*at).and_then(|class| by_class.get_mut(class));
            class.into_iter().for_each(|members| members.push(*at));
        }
        let all = users.len() <= EXPANDED_UP_TO;
        let expanded = &snapshot.workspace.view().expanded;
        let (mut blocks, mut rows) = (Vec::new(), 0);
        for (class, about) in matrix.users.iter().enumerate() {
            let members = by_class.get_mut(class).map(std::mem::take);
            let count = members.as_ref().map_or(about.members.len(), Vec::len);
            if found.is_some() && (user_found && count == 0 || !user_found && !app_found) {
                continue;
            }
            let first = about.members.get(0).and_then(|member| users.get(member));
            let key = first.map_or_else(|| "anyone".to_string(), |user| user.id.as_str().to_string());
            let any_other = about.any_other && !user_found;
            let block = Block {
                class,
                open: user_found || expanded.get(&key).copied().unwrap_or(all),
                key,
                people: if about.members.is_empty() { 0 } else { count + usize::from(any_other) },
                found: members,
                first: rows,
            };
            rows += block.rows();
            blocks.push(block);
        }
        Grid {
            blocks,
            rows,
            columns,
            head: format!("{}’s people", connection.home.display_name),
            is_long: users.len() >= LONG_FROM || applications >= LONG_FROM,
        }
    }

    /// The row at this place.
    pub(super) fn row(&self, matrix: &Matrix, at: usize) -> Option<Row<'_>> {
        let behind = self.blocks.partition_point(|block| block.first <= at);
        let block = self.blocks.get(behind.checked_sub(1)?)?;
        let Some(rank) = (at - block.first).checked_sub(1) else { return Some(Row::Class(block)) };
        if rank >= block.people {
            return None;
        }
        let at = match &block.found {
            Some(found) => found.get(rank).copied(),
            None => matrix.users.get(block.class).and_then(|class| class.members.get(rank)),
        };
        Some(at.map_or(Row::AnyOther(block), |at| Row::Person { block, at, rank }))
    }

    /// The class whose own row stands at this place.
    pub(super) fn block(&self, at: usize) -> Option<&Block> {
        self.blocks.iter().find(|block| block.first == at)
    }
}

impl Row<'_> {
    pub(super) fn block(&self) -> &Block {
        match self {
            Row::Class(block) | Row::Person { block, .. } | Row::AnyOther(block) => block,
        }
    }

    /// The position of the row's person in the directory.
    pub(super) fn at(&self) -> Option<usize> {
        match self {
            Row::Person { at, .. } => Some(*at),
            Row::Class { .. } | Row::AnyOther { .. } => None,
        }
    }

    pub(super) fn subject(&self, matrix: &Matrix) -> Subject {
        let home = &matrix.connection.home;
        match self {
            Row::Class(block) => {
                matrix.users.get(block.class).map_or(Subject::AnyOther, |class| class.representative(home))
            }
            Row::Person { at, .. } => {
                let user = home.directory.users.get(*at);
                user.map_or(Subject::AnyOther, |user| Subject::User(user.id.clone()))
            }
            Row::AnyOther(_) => Subject::AnyOther,
        }
    }

    pub(super) fn key(&self, matrix: &Matrix) -> String {
        match self {
            Row::Class(block) => format!("class {}", block.key),
            Row::Person { .. } => String::from(self.subject(matrix)),
            Row::AnyOther(block) => format!("anyone {}", block.class),
        }
    }

    /// Which of how many in its class it is, for a row that is one of many.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        match self {
            Row::Class(_) => None,
            Row::Person { block, rank, .. } => Some((rank + 1, block.people)),
            Row::AnyOther(block) => Some((block.people, block.people)),
        }
    }

    /// What it is called, and what is said beside that.
    pub(super) fn caption(&self, snapshot: &Snapshot, is_long: bool) -> (String, String) {
        let matrix = snapshot.answers.matrix();
        let home = &matrix.connection.home;
        match self {
            Row::Class(block) => {
                let class = matrix.users.get(block.class);
                let name = class.map(|class| snapshot.narrator().class(matrix, class));
                name.map(|name| (name.name, name.detail)).unwrap_or_default()
            }
            Row::Person { at, .. } => {
                let user = home.directory.users.get(*at);
                // Among many, two have the same name.
                user.map(|user| {
                    let detail = if is_long { user.user_principal_name.clone() } else { String::new() };
                    (user.display_name.clone(), detail)
                })
                .unwrap_or_default()
            }
            Row::AnyOther(_) => (format!("Anyone else at {}", home.display_name), "now or later".into()),
        }
    }

    pub(super) fn level(&self) -> usize {
        if matches!(self, Row::Class(_)) { 1 } else { 2 }
    }

    pub(super) fn expanded(&self) -> Option<bool> {
        match self {
            Row::Class(block) if block.people > 0 => Some(block.open),
            _ => None,
        }
    }

    pub(super) fn css_class(&self) -> &'static str {
        match self {
            Row::Class(_) => "class",
            Row::AnyOther(_) => "any",
            Row::Person { .. } => "person",
        }
    }
}
