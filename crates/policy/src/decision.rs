//! The answer: an outcome, and every gate with its grounds.

use alloc::vec::Vec;

use serde_json::Value;

use crate::record::{Properties, Record, codes};
use crate::shape::Shape;
use crate::{Actor, Gate, Ground, Request};

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
    /// Whose administrator can change what a gate says.
    Owner {
        /// The tenant of the user.
        Home = "home",
        /// The tenant of the application.
        Resource = "resource",
        /// Both tenants', each for its side.
        Both = "both",
        /// The tenant's that owns the device or the network.
        Network = "network",
        /// Nobody's: a limit of the service.
        Service = "service",
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

impl GateResult {
    /// Whether nothing in the scenario has to do with this gate: it lets everyone through as things are shipped.
    pub fn is_at_rest(&self) -> bool {
        self.grounds.iter().all(|ground| ground.at_rest)
    }
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
        /// Consent to the application and assignment to it.
        ApplicationAssignment = "applicationAssignment",
        /// What the application itself allows the person to do.
        ApplicationPermissions = "applicationPermissions",
        /// How long a change takes to arrive everywhere.
        Propagation = "propagation",
        /// Risk that the services see in users and sign-ins.
        Risk = "risk",
        /// Information barriers of the host organization.
        InformationBarriers = "informationBarriers",
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
