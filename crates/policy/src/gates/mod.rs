//! The gates, in the order in which they stand between a person and an application.
//!
//! A gate is one file here. It declares its reasons and the statements it rests on, says which conditions of
//! the scenario can tell two users or two applications apart (`GateRule::conditions`), and what it makes of
//! one user and one application (`GateRule::judge`). Everything else (the decision, the classes, the matrix,
//! the handshake) follows from the line in the register below.
//!
//! Most gates have nothing to do with most scenarios. What such a gate says then, and when, is a second rule of
//! its file, `AtRest`: see `rules`. What any gate says of a setting that nobody has seen is in `unknown`.

pub mod b2b_access;
pub mod cloud;
pub mod conditional_access;
mod declare;
pub mod feature_scope;
pub mod invitation;
mod rules;
pub mod service_provider;
pub mod teams;
pub mod tenant_restrictions;
pub mod unknown;
mod users_and_applications;

use alloc::vec::Vec;

pub(crate) use self::conditional_access::meets_application;
use self::declare::gates;
pub(crate) use self::feature_scope::{direct_connect_reaches, reached_by_id};
pub(crate) use self::rules::Rules;
pub(crate) use self::unknown::Imagined;
use crate::conditions::Conditions;
use crate::person::{App, Person};
use crate::{Connection, GateResult, Ground, Owner, Status};

gates! {
    Cloud(cloud) {
        /// The Microsoft clouds of the two tenants.
        Cloud = "cloud" by cloud::Cloud;
    }
    Access(b2b_access) {
        /// The home tenant's outbound access settings.
        HomeOutbound = "homeOutbound" by b2b_access::HOME_OUTBOUND;
        /// The resource tenant's inbound access settings.
        ResourceInbound = "resourceInbound" by b2b_access::RESOURCE_INBOUND;
    }
    FeatureScope(feature_scope) {
        /// What the feature itself can reach.
        FeatureScope = "featureScope" by feature_scope::FeatureScope;
    }
    Invitation(invitation) {
        /// The invitation to the resource tenant, and the guest object it leaves there.
        Invitation = "invitation" by invitation::Invitation, at rest invitation::AtRest;
    }
    TenantRestrictions(tenant_restrictions) {
        /// Tenant restrictions of whoever owns the device or the network.
        TenantRestrictions = "tenantRestrictions" by tenant_restrictions::TenantRestrictions, at rest tenant_restrictions::AtRest;
    }
    ConditionalAccess(conditional_access) {
        /// The resource tenant's conditional access, with the claims it trusts.
        ConditionalAccess = "conditionalAccess" by conditional_access::ConditionalAccess, at rest conditional_access::AtRest;
    }
    Teams(teams) {
        /// Both organizations' Teams policies for shared channels.
        Teams = "teams" by teams::Teams, at rest teams::AtRest;
    }
    ServiceProvider(service_provider) {
        /// Delegated administration by a service provider, which goes by other ways.
        ServiceProvider = "serviceProvider" by service_provider::ServiceProvider, at rest service_provider::AtRest;
    }
    Unknown(unknown) {}
}

/// One gate.
pub(crate) trait GateRule: Sync {
    /// Names every condition that this gate's judgement depends on.
    ///
    /// INVARIANT: two users (or applications) that agree on all conditions named here get the same
    /// status and reasons from [`GateRule::judge`]. The class engine relies on it.
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>);

    /// What the gate says; nothing where it does not exist for the request.
    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult>;

    /// The status that [`GateRule::judge`] comes to. Most of a judgement is evidence, which a cell of the matrix has
    /// no use for.
    fn status(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<Status> {
        self.judge(connection, person, app).map(|result| result.status)
    }

    /// Whether the gate looks at requests within one tenant, and at requests that nobody signs in for. Most
    /// stand between two tenants, and between a user and an application.
    fn looks_beyond_users(&self) -> bool {
        false
    }

    /// Whether this is all that the gate has to say on the connection: of a gate at rest, whether it is.
    fn says_all(&self, _: &Connection) -> bool {
        true
    }
}

/// Whether a gate looks at requests of this connection by this person at all.
pub(crate) fn looks_at(rule: &dyn GateRule, connection: &Connection, person: &Person<'_>) -> bool {
    rule.looks_beyond_users() || (connection.crosses_tenants() && person.is_user())
}

/// A gate's result from its grounds: the worst decides, and the worst come first.
fn result(gate: Gate, owner: Owner, found: Vec<Ground>) -> GateResult {
    let mut grounds: Vec<Ground> = Vec::with_capacity(found.len());
    for ground in found {
        let at = grounds.iter().position(|other| other.status < ground.status).unwrap_or(grounds.len());
        grounds.insert(at, ground);
    }
    let status = grounds.first().map_or(Status::Pass, |ground| ground.status);
    GateResult { gate, owner, status, grounds }
}
