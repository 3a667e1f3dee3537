//! The scenarios one can start from.
//!
//! Each is a file in `gallery/`: a title, a story in four parts (`setup`, `happens`, `why`, `change`), how to
//! look at it first with the outcome that stands there (a test compares it with the answer), and the settings
//! in which it differs, by JSON pointer, from another scenario or from the two untouched tenants of
//! `gallery/tenants.rs`. To add one, write such a file and name it in `entries!`, with what it starts from.
//! [`FIRST`] alone is a program, so that a page can show it before it can read.

mod example_2;
mod tenants;

use alloc::string::String;

use entente_narrate::list_on;
use entente_policy::{Feature, Outcome, Resource, Scenario, Shape, Subject};
use serde_json::{Map, Value};

use crate::pointer;

/// The parts of a story, in order.
const STORY: [&str; 4] = ["setup", "happens", "why", "change"];

/// One scenario of the gallery. Two entries are equal if they have the same id.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The stable name, also the file's.
    pub id: &'static str,
    /// The heading it stands under.
    pub theme: &'static str,
    content: Content,
    /// The scenario it starts from; none for one that starts from two untouched tenants.
    from: Option<&'static Entry>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Entry {}

/// What a scenario of the gallery is written as.
#[derive(Clone, Copy, Debug)]
enum Content {
    File(&'static str),
    Program(&'static Program),
}

/// A scenario of the gallery that is a program.
#[derive(Debug)]
struct Program {
    title: &'static str,
    story: [&'static str; 4],
    view: FirstView,
    outcome: Outcome,
    /// The scenario without title and story.
    tenants: fn() -> Scenario,
}

/// Texts, a line each.
fn lines(texts: &[impl AsRef<str>]) -> String {
    let mut lines = String::new();
    texts.iter().for_each(|line| list_on(&mut lines, "\n", line.as_ref()));
    lines
}

impl Program {
    fn scenario(&self) -> Scenario {
        Scenario { title: self.title.into(), story: lines(&self.story), ..(self.tenants)() }
    }
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
    fn of(text: &str) -> Self {
        File(serde_json::from_str(text).unwrap_or_default())
    }

    fn text(&self, key: &str) -> String {
        self.0.get(key).and_then(Value::as_str).unwrap_or_default().into()
    }

    fn with(&self) -> Map<String, Value> {
        self.0.get("with").and_then(Value::as_object).cloned().unwrap_or_default()
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

macro_rules! entries {
    ($($theme:literal: $($name:ident = $id:literal $(from $from:ident)? $(by $program:path)?;)+)+) => {
        $($(static $name: Entry = Entry {
            id: $id,
            theme: $theme,
            content: entries!(@content $id $($program)?),
            from: entries!(@from $($from)?),
        };)+)+

        /// Every scenario of the gallery, in order.
        pub static ENTRIES: &[&Entry] = &[$($(&$name),+),+];
    };
    (@from $from:ident) => { Some(&$from) };
    (@from) => { None };
    (@content $id:literal) => { Content::File(include_str!(concat!("../gallery/", $id, ".json"))) };
    (@content $id:literal $program:path) => { Content::Program(&$program) };
}

entries! {
    "Start":
        SHIPPED_DEFAULTS = "shipped-defaults";
        OPENED_BY_DEFAULT = "opened-by-default";
        WRONG_DIRECTION = "wrong-direction";
    "Example 1: everyone at Fabrikam":
        EXAMPLE_1 = "example-1";
        EXAMPLE_1_HALF_DONE = "example-1-half-done";
    "Example 2: only Marketing":
        EXAMPLE_2 = "example-2" by example_2::PROGRAM;
        EXAMPLE_2_WRONG_GROUP = "example-2-wrong-group" from EXAMPLE_2;
        HALF_SCOPED = "half-scoped" from EXAMPLE_2;
    "Users and applications":
        PAIR_BLOCKED = "pair-blocked";
        APP_ALLOW_LIST = "app-allow-list";
        TEAMS_ALONE = "teams-alone" from EXAMPLE_1;
        LINE_OF_BUSINESS = "line-of-business" from EXAMPLE_1;
    "Trust and conditional access":
        MFA_WITHOUT_TRUST = "mfa-without-trust" from EXAMPLE_2;
        MFA_WITH_TRUST = "mfa-with-trust" from MFA_WITHOUT_TRUST;
        DEVICE_TRUST = "device-trust" from EXAMPLE_2;
        PHISHING_RESISTANT = "phishing-resistant";
    "Compare":
        COLLABORATION = "collaboration" from MFA_WITHOUT_TRUST;
    "Guests and invitations":
        NOT_INVITED = "not-invited";
        DOMAIN_DENIED = "domain-denied" from NOT_INVITED;
        NOBODY_MAY_INVITE = "nobody-may-invite" from NOT_INVITED;
        AUTOMATIC_REDEMPTION = "automatic-redemption" from NOT_INVITED;
        PERSONAL_ACCOUNT = "personal-account";
    "Teams":
        TEAMS_POLICY_OFF = "teams-policy-off" from EXAMPLE_1;
        FEDERATION_BLOCKED = "federation-blocked" from EXAMPLE_1;
    "Other clouds, other networks":
        ACROSS_CLOUDS = "across-clouds";
        VISITORS_NETWORK = "visitors-network";
        EMPLOYEE_ELSEWHERE = "employee-elsewhere";
}

/// What someone sees who comes for the first time: an example that answers differently for different people.
pub static FIRST: &Entry = &EXAMPLE_2;

/// [`FIRST`] as [`Entry::scenario`] and [`Entry::first_view`] give it, for a program that does not hold what reads
/// all the others.
pub fn first() -> (Scenario, FirstView) {
    (example_2::PROGRAM.scenario(), example_2::PROGRAM.view)
}

impl Entry {
    /// The entry with this id.
    pub fn find(id: &str) -> Option<&'static Entry> {
        ENTRIES.iter().copied().find(|entry| entry.id == id)
    }

    /// The tenants of the scenario it starts from, with what differs.
    fn document(&self) -> Value {
        let Content::File(text) = self.content else { return self.scenario().write() };
        let mut document = match self.from {
            Some(entry) => entry.document(),
            None => tenants::untouched().write(),
        };
        for (place, value) in File::of(text).with() {
            pointer::set(&mut document, &place, value);
        }
        document
    }

    /// The scenario.
    pub fn scenario(&self) -> Scenario {
        match self.content {
            Content::Program(program) => program.scenario(),
            Content::File(_) => {
                let mut scenario = Scenario::from_json(self.document()).unwrap_or_default();
                scenario.title = self.title();
                scenario.story = self.story();
                scenario
            }
        }
    }

    /// The scenario's title.
    pub fn title(&self) -> String {
        match self.content {
            Content::Program(program) => program.title.into(),
            Content::File(text) => File::of(text).text("title"),
        }
    }

    /// What is set up.
    pub fn setup(&self) -> String {
        let [setup, ..] = self.story_parts();
        setup
    }

    /// What is set up, what happens, why, and what to change: a line each.
    pub fn story(&self) -> String {
        lines(&self.story_parts())
    }

    fn story_parts(&self) -> [String; 4] {
        match self.content {
            Content::Program(program) => program.story.map(String::from),
            Content::File(text) => {
                let file = File::of(text);
                STORY.map(|part| file.text(part))
            }
        }
    }

    /// What the cell to look at first comes to, as the story has it: an outcome's word.
    pub fn outcome(&self) -> String {
        match self.content {
            Content::Program(program) => program.outcome.as_str().into(),
            Content::File(text) => {
                let outcome = File::of(text).0.pointer("/view/outcome").cloned();
                outcome.and_then(|outcome| outcome.as_str().map(String::from)).unwrap_or_default()
            }
        }
    }

    /// How it is best looked at first.
    pub fn first_view(&self) -> FirstView {
        match self.content {
            Content::Program(program) => program.view,
            Content::File(text) => File::of(text).view(),
        }
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
            assert!(!entry.title().is_empty(), "{}", entry.id);
            assert!(entry.story_parts().iter().all(|part| part.ends_with('.')), "{}", entry.id);
            let scenario = entry.scenario();
            assert!(scenario.tenants.len() >= 2, "{}", entry.id);
            assert!(entry.first_view().cell(&scenario).is_some(), "{}", entry.id);
            assert_eq!(crate::document::from_text(&crate::document::to_text(&scenario)).unwrap(), scenario);
        }
    }

    #[test]
    fn every_file_is_read_whole() {
        for entry in ENTRIES {
            let Content::File(text) = entry.content else { continue };
            let file =
                File(serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", entry.id)));
            for key in file.0.as_object().unwrap().keys() {
                let known =
                    ["title", "view", "with"].contains(&key.as_str()) || STORY.contains(&key.as_str());
                assert!(known, "{}: {key}", entry.id);
            }
            let mut document = match entry.from {
                Some(from) => from.document(),
                None => tenants::untouched().write(),
            };
            for (place, value) in file.with() {
                assert!(pointer::set(&mut document, &place, value), "{}: {place}", entry.id);
            }
            let mut scenario = Scenario::from_json(document).unwrap();
            (scenario.title, scenario.story) = (entry.title(), entry.story());
            assert_eq!(entry.scenario(), scenario);
        }
    }

    #[test]
    fn the_first_is_one_of_them() {
        assert!(ENTRIES.contains(&FIRST));
        assert_eq!(first(), (FIRST.scenario(), FIRST.first_view()));
    }

    #[test]
    fn the_base_is_two_tenants_nobody_has_configured() {
        let scenario = tenants::untouched();
        for tenant in &scenario.tenants {
            assert_eq!(tenant.cross_tenant_access_policy, Default::default());
            assert!(tenant.conditional_access_policies.is_empty());
            assert!(tenant.directory.users.iter().all(|user| user.id.is_guid()));
        }
    }
}
