//! Why a gate says what it says.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use crate::gates::invitation::RedeemsWith;
use crate::record::{Properties, Record, codes};
use crate::shape::Shape;
use crate::{ErrorCode, Half, Id, Reason, SettingPath, Statement, Status};

codes! {
    /// Who has to act for a gate to let the request through.
    Actor {
        /// The home tenant's administrator.
        HomeAdministrator = "homeAdministrator",
        /// The resource tenant's administrator.
        ResourceAdministrator = "resourceAdministrator",
        /// The administrator of the tenant that owns the device or the network.
        NetworkAdministrator = "networkAdministrator",
        /// Somebody of the resource tenant who may invite.
        Inviter = "inviter",
        /// The person who signs in.
        Person = "person",
        /// Nobody can: the service does not do it.
        Nobody = "nobody",
    }
}

codes! {
    /// Which layer a value comes from.
    Source {
        /// Settings about the one organization.
        Organizational = "organizational",
        /// The tenant's default settings.
        Default = "default",
        /// Default settings nobody has changed: what the service ships.
        ServiceDefault = "serviceDefault",
        /// None that anybody has seen.
        Unknown = "unknown",
    }
}

codes! {
    /// How well the documentation supports a ground.
    Standing {
        /// The documentation says so.
        Documented = "documented",
        /// It follows from what the documentation says.
        Inferred = "inferred",
        /// The documentation is silent.
        Undocumented = "undocumented",
        /// The documentation contradicts itself.
        Contradictory = "contradictory",
    }
}

/// How a list meets a user or an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Not at all.
    NotNamed,
    /// By the word that stands for everyone or everything.
    Everyone,
    /// By its own id.
    Itself,
    /// Through these groups.
    Groups(Vec<Id>),
    /// Through a suite of applications, by its reserved word.
    Suite(Id),
}

impl Match {
    /// Whether the list meets it at all.
    pub fn is_named(&self) -> bool {
        *self != Match::NotNamed
    }
}

impl Record for Match {
    fn record(&self) -> Value {
        match self {
            Match::NotNamed => "notNamed".into(),
            Match::Everyone => "everyone".into(),
            Match::Itself => "itself".into(),
            Match::Groups(groups) => Properties::default().and("groups", groups.write()).object(),
            Match::Suite(suite) => Properties::default().and("suite", suite.write()).object(),
        }
    }
}

/// How the two halves of a B2B setting meet the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// How the list of users and groups meets the user.
    pub user: Match,
    /// How the list of applications meets the application.
    pub application: Match,
}

impl Record for Evidence {
    fn record(&self) -> Value {
        Properties::default()
            .and("user", self.user.record())
            .and("application", self.application.record())
            .object()
    }
}

/// Something worth knowing about a setting that took part in a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The setting leaves this half out; it was taken from the layer below. Undocumented.
    MissingHalf {
        /// Which half.
        half: Half,
    },
    /// The portal refuses to save this combination of users and applications; Graph takes it.
    PortalRefuses,
    /// No documented example has this shape; the formula of the documented ones was used.
    ShapeNotDocumented,
    /// The list names an object of another tenant than the one whose users it is about.
    TargetOfOtherTenant {
        /// The target as it stands on the list.
        target: Id,
        /// The tenant that has such an object.
        tenant: Id,
    },
    /// The setting lets a part of the Office 365 suite through, and a shared channel needs more of it.
    PartOfOffice365,
    /// Whoever may not join external shared channels still gets into one with a team that is a member of it.
    JoinsWithTeam,
    /// Turning invitations off leaves the members whom a channel already has.
    MembersStay,
    /// The person has an object in the resource tenant as well, and is added by the account of home.
    AddedByHomeAccount,
    /// Teams finds the person by this sign-in name, not by the e-mail address.
    AddedByPrincipalName {
        /// The sign-in name.
        name: String,
    },
    /// What the person would redeem an invitation with.
    RedeemsWith {
        /// Which identity.
        identity: RedeemsWith,
    },
    /// Another page gives another error for this.
    OtherError {
        /// Which.
        error: ErrorCode,
    },
    /// Guests can't satisfy Identity Protection's multifactor authentication registration policy.
    MfaRegistrationPolicy,
    /// In a shared channel the condition is enforced at its files alone: the channel opens.
    FilesOnly,
    /// The portal cannot remove an organization that is a service provider.
    CannotBeRemoved,
    /// The list chooses users in default settings that are always for everyone.
    DefaultIsForEveryone,
    /// The list chooses users among personal accounts, which cannot be told apart.
    PersonalAccountsAlike,
}

impl Record for Note {
    fn record(&self) -> Value {
        let kind = |word: &str| Properties::default().and("kind", word.into());
        match self {
            Note::RedeemsWith { identity } => kind("redeemsWith").and("identity", identity.record()),
            Note::MissingHalf { half } => kind("missingHalf").and("half", half.as_str().into()),
            Note::PortalRefuses => kind("portalRefuses"),
            Note::ShapeNotDocumented => kind("shapeNotDocumented"),
            Note::OtherError { error } => kind("otherError").and("error", error.record()),
            Note::MfaRegistrationPolicy => kind("mfaRegistrationPolicy"),
            Note::FilesOnly => kind("filesOnly"),
            Note::CannotBeRemoved => kind("cannotBeRemoved"),
            Note::DefaultIsForEveryone => kind("defaultIsForEveryone"),
            Note::PersonalAccountsAlike => kind("personalAccountsAlike"),
            Note::TargetOfOtherTenant { target, tenant } => {
                kind("targetOfOtherTenant").and("target", target.write()).and("tenant", tenant.write())
            }
            Note::PartOfOffice365 => kind("partOfOffice365"),
            Note::JoinsWithTeam => kind("joinsWithTeam"),
            Note::MembersStay => kind("membersStay"),
            Note::AddedByHomeAccount => kind("addedByHomeAccount"),
            Note::AddedByPrincipalName { name } => kind("addedByPrincipalName").and("name", name.write()),
        }
        .object()
    }
}

/// One way to read what the documentation leaves open, and what it would mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which reading.
    pub reason: Reason,
    /// What the gate would say.
    pub status: Status,
}

impl Reading {
    /// What the gate would say under this reading.
    pub(crate) fn new(reason: impl Into<Reason>, status: Status) -> Self {
        Reading { reason: reason.into(), status }
    }
}

impl Record for Reading {
    fn record(&self) -> Value {
        Properties::default()
            .and("reason", self.reason.code().into())
            .and("status", self.status.record())
            .object()
    }
}

/// Why a gate says what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// What this ground comes to.
    pub status: Status,
    /// The stable reason.
    pub reason: Reason,
    /// The settings that decided it. No other setting of the scenario can change this ground.
    pub settings: Vec<SettingPath>,
    /// The layer the deciding value comes from.
    pub source: Option<Source>,
    /// How the lists meet the request.
    pub evidence: Option<Evidence>,
    /// The conditional access policy it is about.
    pub policy: Option<Id>,
    /// The error the person would see.
    pub error: Option<ErrorCode>,
    /// The documented statement behind it.
    pub statement: Statement,
    /// How well that statement supports it.
    pub standing: Standing,
    /// The readings, where the documentation leaves more than one.
    pub readings: Vec<Reading>,
    /// What else is worth knowing.
    pub notes: Vec<Note>,
    /// Who has to act to change it; nobody named where nothing needs to change.
    pub actor: Option<Actor>,
    /// Nothing in the scenario has to do with it: the gate lets everyone through as things are shipped, and
    /// whoever looks for a reason need not look here.
    pub at_rest: bool,
}

impl Ground {
    /// A documented ground that no setting decides.
    pub(crate) fn new(status: Status, reason: impl Into<Reason>, statement: impl Into<Statement>) -> Self {
        Ground {
            status,
            reason: reason.into(),
            settings: Vec::new(),
            source: None,
            evidence: None,
            policy: None,
            error: None,
            statement: statement.into(),
            standing: Standing::Documented,
            readings: Vec::new(),
            notes: Vec::new(),
            actor: None,
            at_rest: false,
        }
    }

    /// How well the documentation supports it, where that is not "documented".
    pub(crate) fn standing(self, standing: Standing) -> Self {
        Ground { standing, ..self }
    }

    /// The settings that decide it.
    pub(crate) fn decided_by(self, settings: impl IntoIterator<Item = SettingPath>) -> Self {
        Ground { settings: settings.into_iter().collect(), ..self }
    }

    /// The layer the deciding value comes from.
    pub(crate) fn of_layer(self, source: Source) -> Self {
        Ground { source: Some(source), ..self }
    }

    /// Who can turn a refusal, and the error that the person sees, where one is documented.
    pub(crate) fn turned_by(self, actor: Actor, error: Option<ErrorCode>) -> Self {
        Ground { actor: Some(actor), error, ..self }
    }

    /// What else is worth knowing.
    pub(crate) fn noting(self, notes: impl IntoIterator<Item = Note>) -> Self {
        Ground { notes: notes.into_iter().collect(), ..self }
    }

    /// Left open by the documentation, with its readings.
    pub(crate) fn read_as(self, readings: Vec<Reading>) -> Self {
        Ground { standing: Standing::Undocumented, readings, ..self }
    }

    /// Nothing in the scenario has to do with it.
    pub(crate) fn at_rest(self) -> Self {
        Ground { at_rest: true, ..self }
    }
}

impl Record for Ground {
    fn record(&self) -> Value {
        Properties::default()
            .and("status", self.status.record())
            .and("reason", self.reason.code().into())
            .and("settings", self.settings.record())
            .and("source", self.source.record())
            .and("evidence", self.evidence.record())
            .and("policy", self.policy.write())
            .and("error", self.error.record())
            .and("statement", self.statement.code().into())
            .and("standing", self.standing.record())
            .and_any("readings", &self.readings)
            .and_any("notes", &self.notes)
            .and("actor", self.actor.record())
            .and("atRest", if self.at_rest { true.into() } else { Value::Null })
            .object()
    }
}

impl Record for SettingPath {
    fn record(&self) -> Value {
        self.to_string().into()
    }
}
