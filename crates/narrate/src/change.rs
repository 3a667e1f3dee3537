//! What a change opened and closed.

use alloc::format;
use alloc::string::String;
use core::ops::Deref;

use entente_policy::{Change, Changes, Matrix, Subject};

use crate::{Narrator, Text, grouped};

impl Narrator<'_> {
    /// What a step changed, for a screen reader and for the eye.
    pub fn step<M: Deref<Target = Matrix>>(&self, changes: &[Changes<M>]) -> Text {
        let total = |change| changes.iter().map(|changes| changes.count(change)).sum::<usize>();
        let (opened, closed, other) = (total(Change::Opened), total(Change::Closed), total(Change::Other));
        let number = |count: usize| {
            if count == 1 { "1 connection".into() } else { format!("{} connections", grouped(count)) }
        };
        let words: String = match (opened, closed, other) {
            (0, 0, 0) => return "No connection changed.".into(),
            (0, 0, other) => format!("{} answered differently, none opened or closed.", grouped(other)),
            (opened, 0, _) => format!("{} opened", number(opened)),
            (0, closed, _) => format!("{} closed", number(closed)),
            (opened, closed, _) => format!("{} opened, {} closed", number(opened), grouped(closed)),
        };
        if opened.saturating_add(closed) == 0 {
            return Text::new().and(words);
        }
        // One that stands alone is named.
        let alone = opened.saturating_add(closed) == 1;
        let only = changes.iter().filter(|_| alone).find_map(|changes| {
            let change = changes.cells().find(|change| change.change != Change::Other)?;
            Some((change, &changes.after().connection))
        });
        match only {
            Some((change, connection)) => Text::new()
                .and(words)
                .and(": ")
                .strong(self.user(&connection.home.id, &Subject::User(change.user)))
                .and(" to ")
                .strong(format!(
                    "{} {}",
                    self.tenants(&connection.resource.id),
                    self.application_by_id(&connection.resource.id, &change.application)
                ))
                .and("."),
            None => Text::new().and(words).and("."),
        }
    }
}
