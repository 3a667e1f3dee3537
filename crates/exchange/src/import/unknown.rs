//! Properties that no rule knows.
//!
//! Whether the model has a property is asked of the model: a number belongs nowhere in it, so a property that can
//! be a number without an error is one it only keeps.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use super::{File, Kept, Piece, What};

/// What was found of properties, by their places with the numbers of items left out.
#[derive(Default)]
pub(super) struct Unknown {
    known: BTreeMap<(What, String), bool>,
    found: BTreeMap<(What, String), (String, usize)>,
}

impl Unknown {
    /// Looks for unknown properties in a piece.
    pub(super) fn look_at(&mut self, piece: &Piece) {
        match (piece.what, &piece.value) {
            (What::Partners, Value::Array(items)) => self.items(piece, What::Partner, items),
            (What::ConditionalAccessPolicies, Value::Array(items)) => {
                self.items(piece, What::ConditionalAccessPolicy, items);
            }
            (What::Template | What::DeletedPartner | What::Scenario, _) => {}
            (what, value) => self.whole(what, value, &piece.pointer),
        }
    }

    fn items(&mut self, piece: &Piece, what: What, items: &[Value]) {
        for (at, item) in items.iter().enumerate() {
            self.whole(what, item, &format!("{}/{at}", piece.pointer));
        }
    }

    fn whole(&mut self, what: What, whole: &Value, around: &str) {
        // What has not the shape is an error of its own, told elsewhere.
        if what.check(whole.clone()).is_ok() {
            self.walk(what, whole, whole, "", "", around);
        }
    }

    fn walk(&mut self, what: What, whole: &Value, value: &Value, pointer: &str, shape: &str, around: &str) {
        match value {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.walk(what, whole, item, &format!("{pointer}/{at}"), &format!("{shape}/*"), around);
                }
            }
            Value::Object(object) => {
                for (key, value) in object {
                    let token = key.replace('~', "~0").replace('/', "~1");
                    let (pointer, shape) = (format!("{pointer}/{token}"), format!("{shape}/{token}"));
                    if self.is_known(what, whole, &pointer, &shape) {
                        self.walk(what, whole, value, &pointer, &shape, around);
                    } else {
                        let first = || (format!("{around}{pointer}"), 0);
                        let found = self.found.entry((what, shape)).or_insert_with(first);
                        found.1 = found.1.saturating_add(1);
                    }
                }
            }
            _ => {}
        }
    }

    fn is_known(&mut self, what: What, whole: &Value, pointer: &str, shape: &str) -> bool {
        if what.keeps(shape) {
            return true;
        }
        if let Some(known) = self.known.get(&(what, shape.to_string())) {
            return *known;
        }
        let mut probe = whole.clone();
        if let Some(place) = probe.pointer_mut(pointer) {
            *place = Value::from(7);
        }
        let known = what.check(probe).is_err();
        self.known.insert((what, shape.to_string()), known);
        known
    }

    /// The unknown properties, each where it stands first.
    pub(super) fn kept(self, file: &File<'_>) -> Vec<Kept> {
        let name = file.name.to_string();
        self.found.into_values().map(|(pointer, times)| Kept { file: name.clone(), pointer, times }).collect()
    }
}

impl What {
    /// Properties that identify the object, or are read from beside the model.
    fn keeps(self, shape: &str) -> bool {
        matches!(
            (self, shape),
            (What::Synchronization, "/tenantId") | (What::Policy, "/id") | (What::Default, "/id")
        )
    }
}
