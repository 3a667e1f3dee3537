//! What gates are called, and whose they are.

use alloc::format;
use alloc::string::String;

use entente_policy::{Gate, Owner, Request};

use crate::Narrator;
use crate::verdict::feature_short;

impl Narrator<'_> {
    /// A gate's name, with its tenant's.
    pub fn gate(&self, gate: Gate, request: &Request) -> String {
        match gate {
            Gate::HomeOutbound => format!("{} outbound", self.tenants(&request.home)),
            Gate::ResourceInbound => format!("{} inbound", self.tenants(&request.resource)),
            Gate::FeatureScope => format!("What {} reaches", feature_short(request.feature)),
            Gate::ConditionalAccess => format!("{} conditional access", self.tenants(&request.resource)),
        }
    }

    /// A gate's name in a word, where its tenant is plain to see.
    pub fn gate_short(&self, gate: Gate) -> &'static str {
        match gate {
            Gate::HomeOutbound => "Outbound",
            Gate::ResourceInbound => "Inbound",
            Gate::FeatureScope => "Reach",
            Gate::ConditionalAccess => "Access",
        }
    }

    /// Who can change what a gate says.
    pub fn owner(&self, owner: Owner, request: &Request) -> String {
        match owner {
            Owner::Home => format!("{} administrator", self.tenants(&request.home)),
            Owner::Resource => format!("{} administrator", self.tenants(&request.resource)),
            Owner::Service => "a limit of the service".into(),
        }
    }
}
