//! What a tenant's restrictions make of every account and every tenant of a scenario: a table to learn from.

use alloc::vec::Vec;

use super::PERSONAL_ACCOUNTS;
use crate::{
    AppKind, Carrier, Decision, Feature, Gate, GateResult, Id, Request, Resource, Scenario, Status, Subject,
    TenantRestrictionsSignal, evaluate,
};

/// One account, one resource tenant, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TenantRestrictionsRow {
    /// The whole decision, with the other gates.
    pub decision: Decision,
}

impl TenantRestrictionsRow {
    fn gate(&self) -> Option<&GateResult> {
        self.decision.gates.iter().find(|gate| gate.gate == Gate::TenantRestrictions)
    }

    /// What the restrictions alone say.
    pub fn status(&self) -> Status {
        self.gate().map_or(Status::Pass, |gate| gate.status)
    }

    /// Whether the policy owner's restrictions have to do with the request at all.
    pub fn is_processed(&self) -> bool {
        let grounds = self.gate().into_iter().flat_map(|gate| &gate.grounds);
        let mut reasons = grounds.map(|ground| ground.reason);
        reasons.any(|reason| match reason {
            crate::Reason::TenantRestrictions(reason) => reason.is_processed(),
            _ => true,
        })
    }
}

/// What the restrictions of `owner`, signalled by `carrier`, make of everyone: members in their own tenant and as
/// guests in each other, personal accounts, applications that sign in as themselves, and nobody who signs in. Each
/// row asks for an Office 365 application that no list names, by somebody whom no list names.
pub fn tenant_restrictions_table(
    scenario: &Scenario,
    owner: &Id,
    carrier: Carrier,
) -> Vec<TenantRestrictionsRow> {
    let signal = TenantRestrictionsSignal { policy_owner: owner.clone(), carrier, rest: Default::default() };
    let row = |home: &Id, resource: &Id, user: Subject| TenantRestrictionsRow {
        decision: evaluate(
            scenario,
            &Request {
                home: home.clone(),
                resource: resource.clone(),
                feature: Feature::B2bCollaboration,
                user,
                application: Resource::AnyOther(AppKind::Office365),
                signal: Some(signal.clone()),
            },
        ),
    };
    let tenants: Vec<&Id> = scenario.tenants.iter().map(|tenant| &tenant.id).collect();
    let organizations = || tenants.iter().copied().filter(|tenant| !super::is_personal(tenant));
    let personal = Id::from(PERSONAL_ACCOUNTS);
    let mut rows: Vec<TenantRestrictionsRow> = Vec::new();
    for home in organizations() {
        rows.extend(organizations().map(|resource| row(home, resource, Subject::AnyOther)));
    }
    rows.push(row(&personal, &personal, Subject::AnyOther));
    rows.extend(organizations().map(|resource| row(&personal, resource, Subject::AnyOther)));
    rows.extend(organizations().map(|tenant| row(tenant, tenant, Subject::ServicePrincipal)));
    rows.extend(organizations().map(|tenant| row(tenant, tenant, Subject::Anonymous)));
    rows
}
