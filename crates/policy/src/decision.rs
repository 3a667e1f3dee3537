//! The answer: an outcome, and every gate with its grounds.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::Value;

use crate::record::{Properties, Record, codes};
use crate::shape::Shape;
use crate::{Half, Id, Reason, Request, SettingPath, Statement};

codes! {
    /// What a request comes to.
    Outcome {
        /// Every gate lets the request through.
        Allowed = "allowed",
        /// Every gate lets it through once the person has answered a prompt.
        AllowedAfter = "allowedAfter",
        /// A gate refuses.
        Blocked = "blocked",
        /// Something the scenario does not state decides.
        Depends = "depends",
        /// The documentation is silent or contradicts itself, and its readings differ.
        Undocumented = "undocumented",
    }
}

impl Outcome {
    /// Whether the person gets there, at once or after a prompt.
    pub fn connects(self) -> bool {
        matches!(self, Outcome::Allowed | Outcome::AllowedAfter)
    }
}

codes! {
    /// What one gate says. Ordered from best to worst for the person who asks.
    Status {
        /// Lets the request through.
        Pass = "pass",
        /// Lets it through after a prompt.
        Prompt = "prompt",
        /// Something the scenario does not state decides.
        Depends = "depends",
        /// The readings of the documentation differ.
        Undocumented = "undocumented",
        /// Refuses.
        Fail = "fail",
    }
}

codes! {
    /// One check that must pass.
    Gate {
        /// The home tenant's outbound access settings.
        HomeOutbound = "homeOutbound",
        /// The resource tenant's inbound access settings.
        ResourceInbound = "resourceInbound",
        /// What the feature itself can reach.
        FeatureScope = "featureScope",
        /// The resource tenant's conditional access, with the claims it trusts.
        ConditionalAccess = "conditionalAccess",
    }
}

codes! {
    /// Whose administrator can change what a gate says.
    Owner {
        /// The tenant of the user.
        Home = "home",
        /// The tenant of the application.
        Resource = "resource",
        /// Nobody's: a limit of the service.
        Service = "service",
    }
}

codes! {
    /// Who has to act for a gate to let the request through.
    Actor {
        /// The home tenant's administrator.
        HomeAdministrator = "homeAdministrator",
        /// The resource tenant's administrator.
        ResourceAdministrator = "resourceAdministrator",
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

codes! {
    /// An error the person who signs in would see.
    ErrorCode {
        /// The home tenant's outbound access settings refuse.
        NotAllowedByOutboundPolicyTenant = "AADSTS500212",
        /// The resource tenant's inbound access settings refuse.
        NotAllowedByInboundPolicyTenant = "AADSTS500213",
        /// Multifactor authentication at home is not accepted.
        InboundMfaNotAccepted = "AADSTS90071",
        /// Device claims from home are not accepted.
        AcceptCompliantDevice = "AADSTS530004",
        /// The device is not compliant.
        DeviceNotCompliant = "AADSTS53000",
        /// The device is not joined.
        DeviceNotDomainJoined = "AADSTS53001",
        /// The app is not an approved client app.
        NotApprovedApp = "AADSTS53002",
        /// Conditional access refuses.
        BlockedByConditionalAccess = "AADSTS53003",
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
}

impl Record for Note {
    fn record(&self) -> Value {
        let kind = |word: &str| Properties::default().and("kind", word.into());
        match self {
            Note::MissingHalf { half } => kind("missingHalf").and("half", half.as_str().into()),
            Note::PortalRefuses => kind("portalRefuses"),
            Note::ShapeNotDocumented => kind("shapeNotDocumented"),
            Note::TargetOfOtherTenant { target, tenant } => {
                kind("targetOfOtherTenant").and("target", target.write()).and("tenant", tenant.write())
            }
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
            .and("statement", self.statement.record())
            .and("standing", self.standing.record())
            .and_any("readings", &self.readings)
            .and_any("notes", &self.notes)
            .and("actor", self.actor.record())
            .object()
    }
}

impl Record for SettingPath {
    fn record(&self) -> Value {
        self.to_string().into()
    }
}

/// What one gate says, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct GateResult {
    /// Which gate.
    pub gate: Gate,
    /// Whose administrator can change it.
    pub owner: Owner,
    /// The worst of its grounds.
    pub status: Status,
    /// Every ground, the deciding ones first. Never empty.
    pub grounds: Vec<Ground>,
}

impl Record for GateResult {
    fn record(&self) -> Value {
        Properties::default()
            .and("gate", self.gate.record())
            .and("owner", self.owner.record())
            .and("status", self.status.record())
            .and("grounds", self.grounds.record())
            .object()
    }
}

codes! {
    /// A part of the real world that a decision leaves out.
    NotModelled {
        /// The Microsoft clouds of the two tenants.
        Cloud = "cloud",
        /// Whether the guest has been invited and has redeemed the invitation.
        GuestObject = "guestObject",
        /// Teams' own policies for shared channels.
        TeamsPolicies = "teamsPolicies",
        /// Tenant restrictions of the network or device.
        TenantRestrictions = "tenantRestrictions",
        /// Consent to the application and assignment to it.
        ApplicationAssignment = "applicationAssignment",
    }
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What was asked.
    pub request: Request,
    /// What it comes to.
    pub outcome: Outcome,
    /// Every gate, in the order in which they stand between the person and the application.
    pub gates: Vec<GateResult>,
    /// What the decision leaves out.
    pub not_modelled: Vec<NotModelled>,
}

impl Decision {
    /// The decision as JSON.
    pub fn to_json(&self) -> Value {
        Properties::default()
            .and("request", self.request.write())
            .and("outcome", self.outcome.record())
            .and("gates", self.gates.record())
            .and("notModelled", self.not_modelled.record())
            .object()
    }

    /// Who has to act for the request to get through, without repetition, in the gates' order.
    pub fn actors(&self) -> Vec<Actor> {
        let mut actors = Vec::new();
        for ground in self.failing() {
            if let Some(actor) = ground.actor
                && !actors.contains(&actor)
            {
                actors.push(actor);
            }
        }
        actors
    }

    /// Every ground that refuses.
    pub fn failing(&self) -> impl Iterator<Item = &Ground> {
        self.gates
            .iter()
            .filter(|gate| gate.status == Status::Fail)
            .flat_map(|gate| gate.grounds.iter().filter(|ground| ground.status == Status::Fail))
    }
}

impl serde::Serialize for Decision {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
