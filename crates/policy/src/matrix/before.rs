//! What a matrix takes over from the one before an edit.
//!
//! Behind a trait: a program that never goes on from another matrix holds nothing of this.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::hint::black_box;

use super::Matrix;
use crate::class::{AppClass, UserClass};
use crate::classify::{Earlier, Parted, parted};
use crate::conditions::{AppQuestion, Asked, Basis, UserQuestion};
use crate::gate_table::{GateTable, Said};
use crate::gates::Gate;
use crate::passage::Passage;
use crate::question::Question;
use crate::{Connection, Scenario, reads};

/// What is known from before.
pub(super) trait Before {
    /// What the matrix was made from.
    fn basis(&self) -> Basis<'_>;

    /// What becomes of the classes of users that there were.
    fn users(&self, questions: &[UserQuestion]) -> Parted<UserClass>;

    /// What becomes of the classes of applications that there were.
    fn applications(&self, questions: &[AppQuestion]) -> Parted<AppClass>;

    /// What a gate has said, if nothing that it reads was edited and it asks the same.
    fn table<'a>(&'a self, now: &Matrix, gate: Gate, asked: &Asked) -> Known<'a>;
}

/// What a gate has said.
pub(super) enum Known<'a> {
    /// All that it is asked.
    Everything(Rc<GateTable>),
    /// Some of it.
    Something(Box<Said<'a>>),
    /// Nothing that still holds.
    Nothing,
}

/// A matrix, and what was edited since.
struct After<'a> {
    matrix: &'a Matrix,
    users: Passage<'a>,
    applications: Passage<'a>,
    has_same_directories: bool,
    /// Which parts of the settings: see [`reads`].
    edited: reads::Parts,
    /// What each class answered.
    answers: [Vec<&'a [bool]>; 2],
}

impl Matrix {
    /// The same direction and feature after an edit. People are not put into classes again where nobody has edited
    /// their directory and the gates ask the same about them.
    pub fn after(&self, scenario: &Scenario) -> Self {
        let before = &self.connection;
        let mut now = Connection::new(scenario, &before.home.id, &before.resource.id, before.feature);
        now.keep_guests_of(before);
        let [home, resource] = [&now.home, &now.resource].map(|tenant| tenant.directory.clone());
        let after = After {
            matrix: self,
            users: Passage::of_users(&before.home.directory, &home),
            applications: Passage::of_applications(&before.resource.directory, &resource),
            has_same_directories: before.has_directories_of(&now),
            edited: reads::edited(before, &now),
            answers: [
                self.users.iter().map(|class| class.answers.as_slice()).collect(),
                self.applications.iter().map(|class| class.answers.as_slice()).collect(),
            ],
        };
        // Seeing that nothing else is ever handed over, the compiler would put all of it where every matrix is made.
        Self::of(now, Some(black_box::<&dyn Before>(&after)))
    }
}

impl Before for After<'_> {
    fn basis(&self) -> Basis<'_> {
        Basis {
            connection: &self.matrix.connection,
            users: &self.matrix.user_questions,
            applications: if self.applications.keeps_kinds() { &self.matrix.app_questions } else { &[] },
            has_same_positions: self.users.keeps_positions(),
        }
    }

    fn users(&self, questions: &[UserQuestion]) -> Parted<UserClass> {
        let Matrix { user_questions, users, user_partition, .. } = self.matrix;
        let earlier = Earlier { questions: user_questions, classes: users, partition: user_partition };
        parted(&self.users, questions, &earlier)
    }

    fn applications(&self, questions: &[AppQuestion]) -> Parted<AppClass> {
        let Matrix { app_questions, applications, app_partition, .. } = self.matrix;
        let earlier = Earlier { questions: app_questions, classes: applications, partition: app_partition };
        parted(&self.applications, questions, &earlier)
    }

    fn table<'a>(&'a self, now: &Matrix, gate: Gate, asked: &Asked) -> Known<'a> {
        let before = self.matrix;
        let reads_edit = reads::parts(gate, now.connection.feature) & self.edited != 0;
        if reads_edit || self.edited == reads::ALL {
            return Known::Nothing;
        }
        let table = before.gates.iter().find(|table| table.gate() == gate);
        match table.filter(|table| asks_same(now, asked, before, &table.asked)) {
            Some(table)
                if table.asked == *asked
                    && self.has_same_directories
                    && Rc::ptr_eq(&before.users, &now.users)
                    && Rc::ptr_eq(&before.applications, &now.applications) =>
            {
                Known::Everything(table.clone())
            }
            Some(table) => Known::Something(Box::new(|asked, classes, cell| {
                table.said(&self.answers, asked, classes, cell)
            })),
            None => Known::Nothing,
        }
    }
}

/// Whether a gate asks what it asked before; of whom it is so may be other people.
fn asks_same(now: &Matrix, asked: &Asked, before: &Matrix, had_asked: &Asked) -> bool {
    type Questions<'a, Q> = (&'a [Arc<Question<Q>>], &'a [usize]);
    fn find<Q>((questions, numbers): Questions<'_, Q>, at: usize) -> Option<&Arc<Question<Q>>> {
        numbers.get(at).and_then(|number| questions.get(*number))
    }
    fn are_same<Q: PartialEq>(now: Questions<'_, Q>, then: Questions<'_, Q>) -> bool {
        let is_same = |at| match (find(now, at), find(then, at)) {
            (Some(now), Some(then)) => Arc::ptr_eq(now, then) || now.condition == then.condition,
            _ => false,
        };
        now.1.len() == then.1.len() && (0..now.1.len()).all(is_same)
    }
    are_same((&now.user_questions, &asked.users), (&before.user_questions, &had_asked.users))
        && are_same(
            (&now.app_questions, &asked.applications),
            (&before.app_questions, &had_asked.applications),
        )
}
