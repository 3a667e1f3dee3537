//! The scenarios one can start from.
//!
//! Each is a file in `gallery/`: a title, a story in four parts (`setup`, `happens`, `why`, `change`), how to
//! look at it first with the outcome that stands there (a test compares it with the answer), and the settings
//! in which it differs, by JSON pointer, from another scenario (`from`) or from the two untouched tenants of
//! `gallery/base.json`. To add one, write such a file and name it in [`ENTRIES`].

use alloc::string::String;

use entente_policy::{Feature, Resource, Scenario, Shape, Subject};
use serde_json::{Map, Value};

use crate::pointer;

/// The parts of a story, in order.
const STORY: [&str; 4] = ["setup", "happens", "why", "change"];

const BASE: &str = include_str!("../gallery/base.json");

/// One scenario of the gallery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The stable name, also the file's.
    pub id: &'static str,
    /// The heading it stands under.
    pub theme: &'static str,
    file: &'static str,
}

/// How a scenario is best looked at first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FirstView {
    /// By which feature.
    pub feature: Feature,
    /// Whose people: the position of the home tenant.
    pub home: usize,
    /// Whose cell: the position of the person in the home directory.
    pub user: usize,
    /// Whose cell: the position of the application in the resource directory.
    pub application: usize,
}

impl FirstView {
    /// The cell to look at first.
    pub fn cell(&self, scenario: &Scenario) -> Option<(Subject, Resource)> {
        let home = scenario.tenants.get(self.home)?;
        let resource = scenario.tenants.iter().enumerate().find(|(at, _)| *at != self.home)?.1;
        let user = home.directory.users.get(self.user)?;
        let application = resource.directory.applications.get(self.application)?;
        Some((Subject::User(user.id.clone()), Resource::Application(application.app_id.clone())))
    }
}

/// A file of the gallery. The files are part of the program, and a test reads all of them; one that could
/// not be read would be an empty scenario.
struct File(Value);

impl File {
    fn text(&self, key: &str) -> String {
        self.0.get(key).and_then(Value::as_str).unwrap_or_default().into()
    }

    fn with(&self) -> Map<String, Value> {
        self.0.get("with").and_then(Value::as_object).cloned().unwrap_or_default()
    }

    /// The tenants before they got names and a story: those of the scenario it starts from, with what differs.
    /// Scenarios start from earlier ones, so `behind` entries are left to look among.
    fn document(&self, behind: &[Entry]) -> Value {
        let from = self.text("from");
        let mut document = match behind.iter().rposition(|entry| entry.id == from) {
            Some(at) => behind
                .get(at)
                .map(Entry::file)
                .unwrap_or(File(Value::Null))
                .document(behind.get(..at).unwrap_or_default()),
            None => serde_json::from_str(BASE).unwrap_or_default(),
        };
        for (place, value) in self.with() {
            pointer::set(&mut document, &place, value);
        }
        document
    }

    fn view(&self) -> FirstView {
        let view = self.0.get("view");
        let number = |key| {
            let number = view.and_then(|view| view.get(key)).and_then(Value::as_u64);
            number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
        };
        let feature = view.and_then(|view| view.get("feature")).cloned();
        FirstView {
            feature: feature.and_then(|feature| Feature::from_json(feature).ok()).unwrap_or_default(),
            home: number("home"),
            user: number("user"),
            application: number("application"),
        }
    }
}

macro_rules! entry {
    ($theme:literal, $id:literal) => {
        Entry { id: $id, theme: $theme, file: include_str!(concat!("../gallery/", $id, ".json")) }
    };
}

macro_rules! entries {
    ($($theme:literal: $($id:literal),+;)+) => {
        /// Every scenario of the gallery, in order.
        pub const ENTRIES: &[Entry] = &[$($(entry!($theme, $id)),+),+];
    };
}

entries! {
    "Start": "shipped-defaults", "opened-by-default", "wrong-direction";
    "Example 1: everyone at Fabrikam": "example-1", "example-1-half-done";
    "Example 2: only Marketing": "example-2", "example-2-wrong-group", "half-scoped";
    "Users and applications": "pair-blocked", "app-allow-list", "teams-alone", "line-of-business";
    "Trust and conditional access": "mfa-without-trust", "mfa-with-trust", "device-trust", "phishing-resistant";
    "Compare": "collaboration";
}

/// What someone sees who comes for the first time: an example that answers differently for different people.
///
/// It stands here once more by itself, so that a program that begins with it need not hold all the others.
pub static FIRST: Entry = entry!("Example 2: only Marketing", "example-2");

impl Entry {
    /// The entry with this id.
    pub fn find(id: &str) -> Option<&'static Entry> {
        ENTRIES.iter().find(|entry| entry.id == id)
    }

    fn file(&self) -> File {
        File(serde_json::from_str(self.file).unwrap_or_default())
    }

    /// The scenario.
    pub fn scenario(&self) -> Scenario {
        let file = self.file();
        let earlier = ENTRIES.iter().position(|entry| entry.id == self.id).unwrap_or_default();
        let document = file.document(ENTRIES.get(..earlier).unwrap_or_default());
        let mut scenario = Scenario::from_json(document).unwrap_or_default();
        scenario.title = file.text("title");
        scenario.story = self.story();
        scenario
    }

    /// The scenario's title.
    pub fn title(&self) -> String {
        self.file().text("title")
    }

    /// What is set up.
    pub fn setup(&self) -> String {
        self.file().text("setup")
    }

    /// What is set up, what happens, why, and what to change: a line each.
    pub fn story(&self) -> String {
        let file = self.file();
        STORY.map(|part| file.text(part)).join("\n")
    }

    /// What the cell to look at first comes to, as the story has it: an outcome's word.
    pub fn outcome(&self) -> String {
        let outcome = self.file().0.get("view").and_then(|view| view.get("outcome")).cloned();
        outcome.and_then(|outcome| outcome.as_str().map(String::from)).unwrap_or_default()
    }

    /// How it is best looked at first.
    pub fn first_view(&self) -> FirstView {
        self.file().view()
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_entry_is_whole() {
        let mut ids = BTreeSet::new();
        for entry in ENTRIES {
            assert!(ids.insert(entry.id), "{} stands twice", entry.id);
            let file = File(
                serde_json::from_str(entry.file).unwrap_or_else(|error| panic!("{}: {error}", entry.id)),
            );
            assert!(!file.text("title").is_empty(), "{}", entry.id);
            assert!(STORY.iter().all(|part| file.text(part).ends_with('.')), "{}", entry.id);
            for key in file.0.as_object().unwrap().keys() {
                let known = ["title", "view", "from", "with"].contains(&key.as_str())
                    || STORY.contains(&key.as_str());
                assert!(known, "{}: {key}", entry.id);
            }
            let at = ENTRIES.iter().position(|other| other.id == entry.id).unwrap();
            let from = file.text("from");
            assert!(
                from.is_empty() || ENTRIES[..at].iter().any(|other| other.id == from),
                "{}: {from}",
                entry.id
            );
            let mut document = match Entry::find(&from) {
                Some(from) => from.file().document(&ENTRIES[..at]),
                None => serde_json::from_str(BASE).unwrap(),
            };
            for (place, value) in file.with() {
                assert!(pointer::set(&mut document, &place, value), "{}: {place}", entry.id);
            }
            let mut scenario = Scenario::from_json(document).unwrap();
            assert!(scenario.tenants.len() >= 2, "{}", entry.id);
            (scenario.title, scenario.story) = (entry.title(), entry.story());
            assert_eq!(entry.scenario(), scenario);
            assert!(file.view().cell(&scenario).is_some(), "{}", entry.id);
            assert_eq!(crate::document::from_text(&crate::document::to_text(&scenario)).unwrap(), scenario);
        }
    }

    #[test]
    fn the_first_is_one_of_them() {
        assert!(ENTRIES.contains(&FIRST));
    }

    #[test]
    fn the_base_is_two_tenants_nobody_has_configured() {
        let scenario = Scenario::from_json(serde_json::from_str(BASE).unwrap()).unwrap();
        for tenant in &scenario.tenants {
            assert_eq!(tenant.cross_tenant_access_policy, Default::default());
            assert!(tenant.conditional_access_policies.is_empty());
            assert!(tenant.directory.users.iter().all(|user| user.id.is_guid()));
        }
    }
}
