//! What follows: from a decision, for the person and for the logs of both tenants, and from the settings in
//! force, for privacy, licences and the applications that guests depend on.
//!
//! A section is one file here. It declares its facts, each with its page and its standing, and picks those that
//! hold. Nothing here decides about access: sections read a [`Decision`]'s gates, grounds and statuses, so that
//! what gates say anew needs no change.

mod application;
mod audit;
mod comparison;
mod declare;
mod experience;
mod licence;
mod page;
mod privacy;
mod review;
mod sign_in_log;
mod situation;

use alloc::vec::Vec;

pub use self::application::side_effects;
pub use self::audit::{Activity, AuditEvent, Category, OtherChange, Recorded, recorded};
pub use self::comparison::Attribute;
use self::declare::sections;
pub use self::experience::Step;
pub use self::page::Page;
pub use self::sign_in_log::LogField;
use self::situation::Situation;
use crate::{Decision, ErrorCode, Feature, Id, Request, Scenario, SettingPath, evaluate};

/// The facts of each section, by the section's name.
pub mod facts {
    pub use super::application::Fact as Application;
    pub use super::comparison::Fact as Comparison;
    pub use super::experience::Fact as Experience;
    pub use super::licence::Fact as Licence;
    pub use super::privacy::Fact as Privacy;
    pub use super::review::Fact as Review;
    pub use super::sign_in_log::Fact as SignInLog;
}

sections! {
    Experience(experience),
    SignInLog(sign_in_log),
    Review(review),
    Privacy(privacy),
    Licence(licence),
    Comparison(comparison),
    Application(application),
}

/// One thing that follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// What.
    pub fact: Fact,
    /// The tenant it is about, where that is not plain from the fact.
    pub tenant: Option<Id>,
    /// The feature it is about, where the fact alone does not say.
    pub feature: Option<Feature>,
    /// The settings of the scenario it follows from.
    pub settings: Vec<SettingPath>,
    /// The errors it is about.
    pub errors: Vec<ErrorCode>,
    /// Whether it follows from what the scenario states, and does not hold in general.
    pub here: bool,
}

impl Consequence {
    /// Something that holds in general.
    fn general(fact: impl Into<Fact>) -> Self {
        let (settings, errors) = (Vec::new(), Vec::new());
        Consequence { fact: fact.into(), tenant: None, feature: None, settings, errors, here: false }
    }

    /// Something that follows from what the scenario states.
    fn here(fact: impl Into<Fact>) -> Self {
        Consequence { here: true, ..Self::general(fact) }
    }

    fn of(self, tenant: &Id) -> Self {
        Consequence { tenant: Some(tenant.clone()), ..self }
    }

    fn by(self, feature: Feature) -> Self {
        Consequence { feature: Some(feature), ..self }
    }

    fn from(self, settings: Vec<SettingPath>) -> Self {
        Consequence { settings, ..self }
    }

    fn with(self, errors: Vec<ErrorCode>) -> Self {
        Consequence { errors, ..self }
    }
}

/// One line of a table with two columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<T> {
    /// What the line is about.
    pub topic: T,
    /// What each column says; nothing where there is nothing to say.
    pub cells: [Vec<Consequence>; 2],
}

impl<T> Row<T> {
    fn new(topic: T, first: Vec<Consequence>, second: Vec<Consequence>) -> Self {
        Row { topic, cells: [first, second] }
    }

    /// Whether both columns say the same.
    pub fn is_shared(&self) -> bool {
        self.cells[0] == self.cells[1]
    }

    /// Whether neither column says anything.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}

/// Everything that follows for one person and one application.
#[derive(Clone, Debug)]
pub struct Consequences {
    /// The answers by direct connect and by collaboration.
    pub decisions: [Decision; 2],
    /// What the person sees and does: direct connect beside collaboration.
    pub experience: Vec<Row<Step>>,
    /// What the sign-in logs record for the feature asked about: the home tenant's beside the resource tenant's.
    pub sign_in_log: Vec<Row<LogField>>,
    /// What else can be looked up: Teams' audit log, access reviews, tools.
    pub review: Vec<Consequence>,
    /// Who learns what of whom, and where the policies are kept.
    pub privacy: Vec<Consequence>,
    /// Licences and roles that the settings in force ask for.
    pub licence: Vec<Consequence>,
    /// The two features compared: direct connect beside collaboration.
    pub comparison: Vec<Row<Attribute>>,
}

impl Consequences {
    /// The answer by a feature.
    pub fn decision(&self, feature: Feature) -> &Decision {
        match feature {
            Feature::B2bDirectConnect => &self.decisions[0],
            Feature::B2bCollaboration => &self.decisions[1],
        }
    }

    /// What follows for the person and the application of `request`, by its feature and by the other one.
    pub fn of(scenario: &Scenario, request: &Request) -> Self {
        let decisions =
            Feature::ALL.map(|feature| evaluate(scenario, &Request { feature, ..request.clone() }));
        let situation = Situation::new(scenario, request, &decisions);
        let filled = |rows: Vec<Row<Step>>| rows.into_iter().filter(|row| !row.is_empty()).collect();
        Consequences {
            experience: filled(experience::steps(&situation)),
            sign_in_log: sign_in_log::entries(&situation, request.feature),
            review: review::records(&situation, request.feature),
            privacy: privacy::privacy(&situation),
            licence: licence::needs(&situation),
            comparison: comparison::rows(&situation),
            decisions,
        }
    }

    /// Every one of them, in the order of the sections.
    pub fn iter(&self) -> impl Iterator<Item = &Consequence> {
        let rows = self.experience.iter().flat_map(|row| row.cells.iter().flatten());
        rows.chain(self.sign_in_log.iter().flat_map(|row| row.cells.iter().flatten()))
            .chain(&self.review)
            .chain(&self.privacy)
            .chain(&self.licence)
            .chain(self.comparison.iter().flat_map(|row| row.cells.iter().flatten()))
    }
}
