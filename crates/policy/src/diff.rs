//! Which cells a change opened and closed.
//!
//! Two matrices are compared class by class: whoever stood in one class before and stands in one class now, for
//! applications that did the same, answers differently or does not. So a comparison costs what the settings name, and
//! the cells that differ are counted without being visited.

use alloc::vec::Vec;
use core::ops::Deref;

use crate::moves::Moves;
use crate::{Id, Matrix, Outcome};

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

impl Change {
    fn between(before: Outcome, after: Outcome) -> Self {
        match (before.connects(), after.connects()) {
            (false, true) => Change::Opened,
            (true, false) => Change::Closed,
            _ => Change::Other,
        }
    }
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

/// Cells of two classes that all came to the same before and come to the same now, which is something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// How many cells.
    pub cells: usize,
    /// What they came to before.
    pub before: Outcome,
    /// What they come to now.
    pub after: Outcome,
    /// What happened.
    pub change: Change,
    users: usize,
    applications: usize,
}

/// The cells whose outcome differs between two matrices of the same direction and feature, for every user and
/// application that both hold.
///
/// The matrices may be borrowed or shared: `M` is any pointer to them.
#[derive(Clone, Debug)]
pub struct Changes<M> {
    before: M,
    after: M,
    users: Moves,
    applications: Moves,
    regions: Vec<Region>,
}

impl<M: Deref<Target = Matrix>> Changes<M> {
    /// Compares two matrices.
    pub fn between(before: M, after: M) -> Self {
        let users = Moves::of_users(&before, &after);
        let applications = Moves::of_applications(&before, &after);
        let mut regions = Vec::new();
        for (user_move, user) in users.iter().enumerate() {
            for (app_move, app) in applications.iter().enumerate() {
                let outcome =
                    |matrix: &Matrix, user_class, app_class| matrix.class_outcome(user_class, app_class);
                let old = outcome(&before, user.before, app.before);
                let (Some(old), Some(new)) = (old, outcome(&after, user.after, app.after)) else { continue };
                if old != new {
                    regions.push(Region {
                        cells: user.count.saturating_mul(app.count),
                        before: old,
                        after: new,
                        change: Change::between(old, new),
                        users: user_move,
                        applications: app_move,
                    });
                }
            }
        }
        Changes { before, after, users, applications, regions }
    }

    /// What there is to say where nothing has changed.
    pub fn nothing(matrix: M) -> Self
    where
        M: Clone,
    {
        Changes {
            before: matrix.clone(),
            after: matrix,
            users: Moves::default(),
            applications: Moves::default(),
            regions: Vec::new(),
        }
    }

    /// The later matrix.
    pub fn after(&self) -> &Matrix {
        &self.after
    }

    /// Whether nothing answers differently.
    pub fn is_empty(&self) -> bool {
        self.regions.is_empty()
    }

    /// The cells that differ, by what happened to them.
    pub fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// How many cells this happened to.
    pub fn count(&self, change: Change) -> usize {
        let of_kind = self.regions.iter().filter(|region| region.change == change);
        of_kind.fold(0, |sum: usize, region| sum.saturating_add(region.cells))
    }

    /// What happened to the cell of the user and the application at these positions of the later directories.
    pub fn at(&self, user: usize, application: usize) -> Option<&Region> {
        if self.regions.is_empty() {
            return None;
        }
        self.region(self.user_move(user)?, self.application_move(application)?)
    }

    /// What happened to every cell of two of the later matrix's classes, if the same happened to all.
    pub fn of_classes(&self, user_class: usize, app_class: usize) -> Option<&Region> {
        if self.regions.is_empty() {
            return None;
        }
        let mut found: Option<&Region> = None;
        for (users, _) in self.users.iter().enumerate().filter(|(_, moved)| moved.after == user_class) {
            let into = self.applications.iter().enumerate().filter(|(_, moved)| moved.after == app_class);
            for (applications, _) in into {
                let region = self.region(users, applications)?;
                if found.is_some_and(|known| known.before != region.before) {
                    return None;
                }
                found = Some(region);
            }
        }
        found
    }

    /// Every cell, in the later directories' order. They may be as many as users times applications.
    pub fn cells(&self) -> impl Iterator<Item = CellChange> + '_ {
        let connection = &self.after.connection;
        let users = connection.home.directory.users.iter().enumerate();
        let touched = users.filter_map(|(at, user)| {
            let moved = self.user_move(at)?;
            self.regions.iter().any(|region| region.users == moved).then_some((moved, user))
        });
        touched.flat_map(move |(moved, user)| {
            let applications = connection.resource.directory.applications.iter().enumerate();
            applications.filter_map(move |(at, app)| {
                let region = self.region(moved, self.application_move(at)?)?;
                Some(CellChange {
                    user: user.id.clone(),
                    application: app.app_id.clone(),
                    before: region.before,
                    after: region.after,
                    change: region.change,
                })
            })
        })
    }

    fn user_move(&self, at: usize) -> Option<usize> {
        self.users.of(at, |at| self.before.class_of_user(at), |at| self.after.class_of_user(at))
    }

    fn application_move(&self, at: usize) -> Option<usize> {
        let (old, new) = (&self.before, &self.after);
        self.applications.of(at, |at| old.class_of_application(at), |at| new.class_of_application(at))
    }

    fn region(&self, users: usize, applications: usize) -> Option<&Region> {
        let found = self
            .regions
            .binary_search_by_key(&(users, applications), |region| (region.users, region.applications));
        self.regions.get(found.ok()?)
    }
}

/// Every cell whose outcome differs between two matrices of the same direction and feature, for every user and
/// application that both hold, in the later directories' order.
pub fn changes(before: &Matrix, after: &Matrix) -> Vec<CellChange> {
    Changes::between(before, after).cells().collect()
}
