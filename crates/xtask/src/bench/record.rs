//! What was measured.

use serde_json::Value;

/// One thing measured, of one size with one kind of settings.
pub(super) struct Row<'a> {
    pub(super) what: &'a str,
    pub(super) size: u64,
    pub(super) settings: &'a str,
    pub(super) users: f64,
    pub(super) applications: f64,
    pub(super) cells: f64,
    /// Nanoseconds.
    pub(super) time: f64,
    /// What it takes in memory, where that was looked at.
    pub(super) bytes: f64,
}

impl Row<'_> {
    /// Nanoseconds for one decision.
    pub(super) fn per_decision(&self) -> f64 {
        self.time / self.cells
    }
}

/// One direction of one feature with every gate in force.
pub(super) struct EveryGate<'a> {
    pub(super) direction: &'a str,
    pub(super) feature: &'a str,
    /// Nanoseconds.
    pub(super) time: f64,
    /// Nanoseconds for one edit.
    pub(super) edit: f64,
    pub(super) classes: [f64; 2],
    pub(super) bytes: f64,
}

/// An edit of something else than a list, with every gate in force.
pub(super) struct OtherEdit<'a> {
    pub(super) edit: &'a str,
    /// Nanoseconds, with what it does to the index of the directory.
    pub(super) time: f64,
    /// Nanoseconds that the same takes from nothing.
    pub(super) anew: f64,
}

/// Where the time goes in one thing that the engine does.
pub(super) struct Profile<'a> {
    pub(super) of: &'a str,
    pub(super) size: u64,
    pub(super) restriction: u64,
    /// Rooms of the engine, each with its share, the largest first.
    pub(super) rooms: Vec<(&'a str, f64)>,
}

/// Everything that was measured natively and in the browser.
pub(super) struct Record<'a> {
    rows: Vec<Row<'a>>,
    pub(super) every_gate: Vec<EveryGate<'a>>,
    pub(super) other_edits: Vec<OtherEdit<'a>>,
    pub(super) profiles: Vec<Profile<'a>>,
}

fn number(row: &Value, pointer: &str) -> f64 {
    row.pointer(pointer).and_then(Value::as_f64).unwrap_or_default()
}

fn text<'a>(row: &'a Value, name: &str) -> Option<&'a str> {
    row.get(name)?.as_str()
}

impl<'a> Record<'a> {
    /// Reads `{ native, browser: { records }, profile: { records } }`.
    pub(super) fn read(record: &'a Value) -> Self {
        let list = |pointer: &str| record.pointer(pointer).and_then(Value::as_array).into_iter().flatten();
        let row = |row: &'a Value| {
            Some(Row {
                what: text(row, "what")?,
                size: row.get("size")?.as_u64()?,
                settings: text(row, "settings")?,
                cells: row.get("cells")?.as_f64()?,
                users: number(row, "/users"),
                applications: number(row, "/applications"),
                time: number(row, "/nanoseconds"),
                bytes: number(row, "/bytes"),
            })
        };
        let every_gate = |row: &'a Value| {
            Some(EveryGate {
                direction: text(row, "direction")?,
                feature: text(row, "feature")?,
                time: number(row, "/nanoseconds"),
                edit: number(row, "/edit"),
                classes: [number(row, "/classes/0"), number(row, "/classes/1")],
                bytes: number(row, "/bytes"),
            })
        };
        let other_edit = |row: &'a Value| {
            let edit = text(row, "edit")?;
            Some(OtherEdit { edit, time: number(row, "/nanoseconds"), anew: number(row, "/anew") })
        };
        let profile = |row: &'a Value| {
            let rooms = row.get("rooms")?.as_object()?.iter();
            let mut rooms: Vec<(&str, f64)> =
                rooms.filter_map(|(room, share)| Some((room.as_str(), share.as_f64()?))).collect();
            rooms.sort_by(|one, other| other.1.total_cmp(&one.1));
            Some(Profile {
                of: text(row, "of")?,
                size: row.get("size")?.as_u64()?,
                restriction: row.get("restriction")?.as_u64()?,
                rooms,
            })
        };
        Record {
            other_edits: list("/native").filter_map(other_edit).collect(),
            profiles: list("/profile/records").filter_map(profile).collect(),
            rows: list("/native").chain(list("/browser/records")).filter_map(row).collect(),
            every_gate: list("/native").filter_map(every_gate).collect(),
        }
    }

    /// One thing, by what it is called, its size and its settings.
    pub(super) fn find(&self, what: &str, size: u64, settings: &str) -> Option<&Row<'a>> {
        self.rows.iter().find(|row| row.what == what && row.size == size && row.settings == settings)
    }

    /// The engine, of every size with every kind of settings.
    pub(super) fn workloads(&self) -> Vec<&Row<'a>> {
        self.rows.iter().filter(|row| row.what == "entente").collect()
    }
}
