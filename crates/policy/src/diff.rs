//! Which cells a change opened and closed.

use alloc::vec::Vec;

use crate::{Id, IdIndex, Matrix, Outcome};

/// What happened to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It connects now and did not before.
    Opened,
    /// It connected before and does not now.
    Closed,
    /// It answers differently without opening or closing, say after a prompt instead of at once.
    Other,
}

/// A cell that answers differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellChange {
    /// The user.
    pub user: Id,
    /// The application.
    pub application: Id,
    /// What it came to before.
    pub before: Outcome,
    /// What it comes to now.
    pub after: Outcome,
    /// What happened.
    pub change: Change,
}

/// The cells whose outcome differs between two matrices of the same direction and feature, for every user
/// and application that both hold, in the later directories' order.
pub fn changes(before: &Matrix, after: &Matrix) -> Vec<CellChange> {
    let mut changes = Vec::new();
    let (old, new) = (&before.connection, &after.connection);
    let users_before = IdIndex::of(old.home.directory.users.iter().map(|user| &user.id));
    let apps: Vec<(usize, &Id, Option<usize>)> = new
        .resource
        .directory
        .applications
        .iter()
        .enumerate()
        .map(|(at, app)| {
            let known = &old.resource.directory.applications;
            (at, &app.app_id, known.iter().position(|other| other.app_id == app.app_id))
        })
        .collect();
    for (at, user) in new.home.directory.users.iter().enumerate() {
        let Some(user_at) = users_before.all(&user.id).last() else { continue };
        for (app_at, application, app_before) in &apps {
            let old = app_before.and_then(|app_before| before.outcome(user_at, app_before));
            let (Some(old), Some(new)) = (old, after.outcome(at, *app_at)) else { continue };
            if old == new {
                continue;
            }
            let change = match (old.connects(), new.connects()) {
                (false, true) => Change::Opened,
                (true, false) => Change::Closed,
                _ => Change::Other,
            };
            changes.push(CellChange {
                user: user.id.clone(),
                application: (*application).clone(),
                before: old,
                after: new,
                change,
            });
        }
    }
    changes
}
