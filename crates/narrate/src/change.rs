//! What a change opened and closed.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{CellChange, Change, Matrix};

use crate::{Narrator, Text};

/// A number of connections that opened or closed.
pub fn count(changes: &[CellChange], change: Change) -> usize {
    changes.iter().filter(|other| other.change == change).count()
}

impl Narrator<'_> {
    /// What a step changed in both directions, for a screen reader and for the eye.
    pub fn step(&self, changes: &[Vec<CellChange>; 2], matrices: [&Matrix; 2]) -> Text {
        let total = |change| changes.iter().map(|list| count(list, change)).sum::<usize>();
        let (opened, closed, other) = (total(Change::Opened), total(Change::Closed), total(Change::Other));
        let number = |count: usize| {
            if count == 1 { "1 connection".into() } else { format!("{count} connections") }
        };
        let words: String = match (opened, closed, other) {
            (0, 0, 0) => return "No connection changed.".into(),
            (0, 0, other) => format!("{other} answered differently, none opened or closed."),
            (opened, 0, _) => format!("{} opened", number(opened)),
            (0, closed, _) => format!("{} closed", number(closed)),
            (opened, closed, _) => format!("{} opened, {closed} closed", number(opened)),
        };
        let first = changes.iter().zip(matrices).find_map(|(list, matrix)| {
            list.iter().find(|change| change.change != Change::Other).map(|change| (change, matrix))
        });
        match first {
            Some((change, matrix)) if opened.saturating_add(closed) == 1 => {
                let connection = &matrix.connection;
                let user = entente_policy::Subject::User(change.user.clone());
                Text::new()
                    .and(words)
                    .and(": ")
                    .strong(self.user(&connection.home.id, &user))
                    .and(" to ")
                    .strong(format!(
                        "{} {}",
                        self.tenants(&connection.resource.id),
                        self.application_by_id(&connection.resource.id, &change.application)
                    ))
                    .and(".")
            }
            Some(_) => Text::new().and(words).and("."),
            None => Text::new().and(words),
        }
    }
}
