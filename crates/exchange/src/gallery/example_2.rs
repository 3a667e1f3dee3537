//! Example 2, written as a program: the page shows it to whoever comes for the first time, before it has loaded
//! what reads scenarios.

use alloc::sync::Arc;
use alloc::vec;

use entente_policy::graph::{
    AccessType, B2bSetting, ConfigurationPartner, Target, TargetConfiguration, TargetType,
};
use entente_policy::{Feature, Id, Outcome, Scenario, Tenant};

use super::tenants::{CONTOSO, FABRIKAM, FABRIKAM_MARKETING, untouched};
use super::{FirstView, Program};

/// The scenario with its story.
pub(super) static PROGRAM: Program = Program {
    title: "Marketing only",
    story: [
        "Contoso admits only Fabrikam’s Marketing group, by the object id that Fabrikam gave it. Fabrikam lets only Marketing out to Contoso.",
        "Marketing gets in; Ben of Sales and everyone else at Fabrikam does not. Contoso’s own people still reach Fabrikam.",
        "An allow list lets in whom it names and nobody else, and both lists name the same group.",
        "Add Ben, or his group, to both lists: one alone changes only where he stops.",
    ],
    view: FirstView { feature: Feature::B2bDirectConnect, home: 1, user: 3, application: 0 },
    outcome: Outcome::Blocked,
    tenants,
};

fn tenants() -> Scenario {
    let mut scenario = untouched();
    let everyone = || B2bSetting::everyone(AccessType::Allowed);
    let mut tenants = scenario.tenants.iter_mut().map(Arc::make_mut);
    if let (Some(contoso), Some(fabrikam)) = (tenants.next(), tenants.next()) {
        set(contoso, FABRIKAM, marketing(), everyone());
        set(fabrikam, CONTOSO, everyone(), marketing());
    }
    scenario
}

/// Shuts direct connect by default, and opens it for one organization.
fn set(tenant: &mut Tenant, organization: &str, inbound: B2bSetting, outbound: B2bSetting) {
    let policy = &mut tenant.cross_tenant_access_policy;
    let default = Arc::make_mut(&mut policy.default);
    let nobody = || Some(B2bSetting::everyone(AccessType::Blocked));
    default.is_service_default = Some(false);
    default.settings.b2b_direct_connect_inbound = nobody();
    default.settings.b2b_direct_connect_outbound = nobody();
    let mut partner = ConfigurationPartner::inheriting(Id::from(organization));
    partner.settings.b2b_direct_connect_inbound = Some(inbound);
    partner.settings.b2b_direct_connect_outbound = Some(outbound);
    policy.partners = vec![Arc::new(partner)];
}

/// Fabrikam's Marketing, and every application.
fn marketing() -> B2bSetting {
    let group = Target::new(FABRIKAM_MARKETING, TargetType::Group);
    B2bSetting {
        users_and_groups: Some(TargetConfiguration {
            targets: vec![group],
            ..TargetConfiguration::all_users(AccessType::Allowed)
        }),
        ..B2bSetting::everyone(AccessType::Allowed)
    }
}
