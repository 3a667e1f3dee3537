//! The documented tables once more, as plain as they can be, and what becomes of them when the engine is
//! compared with them on random scenarios.
//!
//! Written from the documentation, not from the engine: this shares the types of the model and nothing of the
//! gates. Every gate is one file with its table; each says one word about a request, and the worst word is the
//! outcome. The engine has to say the same, gate by gate.

mod access;
mod cloud;
mod compare;
mod conditional_access;
mod feature_scope;
mod invitation;
mod question;
mod run;
mod says;
mod shrink;
mod teams;
mod tenant_restrictions;
mod unknown;

use entente_policy::{Gate, Request, Scenario};

use self::question::Question;
use self::says::Says;

/// A gate that has a table here.
type Table = fn(&Question<'_>) -> Says;

/// Every gate that has a table here. The engine's other gates are to let everyone through.
const TABLES: [(Gate, Table); 8] = [
    (Gate::Cloud, cloud::says),
    (Gate::HomeOutbound, access::home_outbound),
    (Gate::ResourceInbound, access::resource_inbound),
    (Gate::FeatureScope, feature_scope::says),
    (Gate::Invitation, invitation::says),
    (Gate::TenantRestrictions, tenant_restrictions::says),
    (Gate::ConditionalAccess, conditional_access::says),
    (Gate::Teams, teams::says),
];

/// What the tables say of a request.
fn answers(scenario: &Scenario, request: &Request) -> [(Gate, Says); TABLES.len()] {
    let question = Question::new(scenario, request);
    TABLES.map(|(gate, says)| (gate, says(&question)))
}
