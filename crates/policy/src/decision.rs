//! The answer: an outcome, and every gate with its grounds.

use alloc::vec::Vec;

use serde::Serialize;

use crate::{Half, Id, Reason, Request, SettingPath, Statement};

/// What a request comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// Every gate lets the request through.
    Allowed,
    /// Every gate lets it through once the person has answered a prompt.
    AllowedAfter,
    /// A gate refuses.
    Blocked,
    /// Something the scenario does not state decides.
    Depends,
    /// The documentation is silent or contradicts itself, and its readings differ.
    Undocumented,
}

impl Outcome {
    /// Whether the person gets there, at once or after a prompt.
    pub fn connects(self) -> bool {
        matches!(self, Outcome::Allowed | Outcome::AllowedAfter)
    }

    /// The word used in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Allowed => "allowed",
            Outcome::AllowedAfter => "allowedAfter",
            Outcome::Blocked => "blocked",
            Outcome::Depends => "depends",
            Outcome::Undocumented => "undocumented",
        }
    }
}

/// What one gate says. Ordered from best to worst for the person who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Lets the request through.
    Pass,
    /// Lets it through after a prompt.
    Prompt,
    /// Something the scenario does not state decides.
    Depends,
    /// The readings of the documentation differ.
    Undocumented,
    /// Refuses.
    Fail,
}

impl Status {
    /// The word used in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Pass => "pass",
            Status::Prompt => "prompt",
            Status::Depends => "depends",
            Status::Undocumented => "undocumented",
            Status::Fail => "fail",
        }
    }
}

/// One check that must pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Gate {
    /// The home tenant's outbound access settings.
    HomeOutbound,
    /// The resource tenant's inbound access settings.
    ResourceInbound,
    /// What the feature itself can reach.
    FeatureScope,
    /// The resource tenant's conditional access, with the claims it trusts.
    ConditionalAccess,
}

/// Whose administrator can change what a gate says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Owner {
    /// The tenant of the user.
    Home,
    /// The tenant of the application.
    Resource,
    /// Nobody's: a limit of the service.
    Service,
}

/// Who has to act for a gate to let the request through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Actor {
    /// The home tenant's administrator.
    HomeAdministrator,
    /// The resource tenant's administrator.
    ResourceAdministrator,
    /// The person who signs in.
    Person,
    /// Nobody can: the service does not do it.
    Nobody,
}

/// Which layer a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// Settings about the one organization.
    Organizational,
    /// The tenant's default settings.
    Default,
    /// Default settings nobody has changed: what the service ships.
    ServiceDefault,
}

/// How well the documentation supports a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// The documentation says so.
    Documented,
    /// It follows from what the documentation says.
    Inferred,
    /// The documentation is silent.
    Undocumented,
    /// The documentation contradicts itself.
    Contradictory,
}

/// An error the person who signs in would see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum ErrorCode {
    /// The home tenant's outbound access settings refuse.
    #[serde(rename = "AADSTS500212")]
    NotAllowedByOutboundPolicyTenant,
    /// The resource tenant's inbound access settings refuse.
    #[serde(rename = "AADSTS500213")]
    NotAllowedByInboundPolicyTenant,
    /// Multifactor authentication at home is not accepted.
    #[serde(rename = "AADSTS90071")]
    InboundMfaNotAccepted,
    /// Device claims from home are not accepted.
    #[serde(rename = "AADSTS530004")]
    AcceptCompliantDevice,
    /// The device is not compliant.
    #[serde(rename = "AADSTS53000")]
    DeviceNotCompliant,
    /// The device is not joined.
    #[serde(rename = "AADSTS53001")]
    DeviceNotDomainJoined,
    /// The app is not an approved client app.
    #[serde(rename = "AADSTS53002")]
    NotApprovedApp,
    /// Conditional access refuses.
    #[serde(rename = "AADSTS53003")]
    BlockedByConditionalAccess,
}

impl ErrorCode {
    /// The code as the sign-in page prints it.
    pub fn as_str(self) -> &'static str {
        match self {
            ErrorCode::NotAllowedByOutboundPolicyTenant => "AADSTS500212",
            ErrorCode::NotAllowedByInboundPolicyTenant => "AADSTS500213",
            ErrorCode::InboundMfaNotAccepted => "AADSTS90071",
            ErrorCode::AcceptCompliantDevice => "AADSTS530004",
            ErrorCode::DeviceNotCompliant => "AADSTS53000",
            ErrorCode::DeviceNotDomainJoined => "AADSTS53001",
            ErrorCode::NotApprovedApp => "AADSTS53002",
            ErrorCode::BlockedByConditionalAccess => "AADSTS53003",
        }
    }
}

/// How a list meets a user or an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
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

/// How the two halves of a B2B setting meet the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// How the list of users and groups meets the user.
    pub user: Match,
    /// How the list of applications meets the application.
    pub application: Match,
}

/// Something worth knowing about a setting that took part in a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
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

/// One way to read what the documentation leaves open, and what it would mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// Which reading.
    pub reason: Reason,
    /// What the gate would say.
    pub status: Status,
}

/// Why a gate says what it says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ground {
    /// What this ground comes to.
    pub status: Status,
    /// The stable reason.
    pub reason: Reason,
    /// The settings that decided it. No other setting of the scenario can change this ground.
    pub settings: Vec<SettingPath>,
    /// The layer the deciding value comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// How the lists meet the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// The conditional access policy it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Id>,
    /// The error the person would see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorCode>,
    /// The documented statement behind it.
    pub statement: Statement,
    /// How well that statement supports it.
    pub standing: Standing,
    /// The readings, where the documentation leaves more than one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// What else is worth knowing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Who has to act to change it; nobody named where nothing needs to change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
}

/// What one gate says, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
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

/// A part of the real world that a decision leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum NotModelled {
    /// The Microsoft clouds of the two tenants.
    Cloud,
    /// Whether the guest has been invited and has redeemed the invitation.
    GuestObject,
    /// Teams' own policies for shared channels.
    TeamsPolicies,
    /// Tenant restrictions of the network or device.
    TenantRestrictions,
    /// Consent to the application and assignment to it.
    ApplicationAssignment,
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
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
