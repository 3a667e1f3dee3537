//! Gates at rest say the same as their whole rules.

use std::sync::Arc;

use entente_policy::{
    Carrier, Id, Matrix, Request, Scenario, Subject, Tenant, TenantRestrictionsSignal, evaluate,
    evaluate_at_rest,
};
use proptest::prelude::*;

use crate::questions::{ways, ways_within};
use crate::strategy::{Random, Shapes, config, scenario, see_all};

/// What takes something away that a gate has to do with.
const CALMS: [fn(&mut Tenant); 7] = [
    see_all,
    |tenant| tenant.conditional_access_policies.clear(),
    |tenant| tenant.teams = Arc::default(),
    |tenant| {
        let directory = tenant.directory.edit();
        directory.any_other_user.tenant_restrictions = None;
        directory.users.iter_mut().for_each(|user| user.session.tenant_restrictions = None);
    },
    |tenant| {
        for partner in &mut tenant.cross_tenant_access_policy.partners {
            Arc::make_mut(partner).settings.is_service_provider = None;
        }
    },
    |tenant| {
        tenant.directory.edit().users.iter_mut().for_each(|user| user.user_type = None);
    },
    |tenant| {
        tenant.guests = None;
        tenant.authorization_policy = Default::default();
        tenant.invitation_domains = Default::default();
    },
];

fn signal(owner: &Id) -> TenantRestrictionsSignal {
    TenantRestrictionsSignal {
        policy_owner: owner.clone(),
        carrier: Carrier::Proxy,
        rest: Default::default(),
    }
}

fn calmed(scenario: &Scenario, which: &[bool]) -> Scenario {
    let mut scenario = scenario.clone();
    for tenant in &mut scenario.tenants {
        for (calm, _) in CALMS.iter().zip(which).filter(|(_, wanted)| **wanted) {
            calm(Arc::make_mut(tenant));
        }
    }
    scenario
}

/// Compares the two answers for every direction; whether there was one by gates at rest everywhere.
fn compare(scenario: &Scenario) -> Result<bool, TestCaseError> {
    let mut always = true;
    for way in ways(scenario).into_iter().chain(ways_within(scenario)) {
        let at_rest = Matrix::at_rest(scenario, &way.home, &way.resource, way.feature);
        always &= at_rest.is_some();
        for request in way.requests(scenario) {
            let nobody = [Subject::Anonymous, Subject::ServicePrincipal]
                .map(|user| Request { user, ..request.clone() });
            for request in nobody.into_iter().chain([request]) {
                let asked = evaluate_at_rest(scenario, &request);
                prop_assert_eq!(asked.is_some(), at_rest.is_some());
                prop_assert!(asked.is_none_or(|decision| decision == evaluate(scenario, &request)));
                let signal = Some(signal(&way.home));
                let asked = evaluate_at_rest(scenario, &Request { signal, ..request });
                prop_assert!(asked.is_none());
            }
        }
        let Some(at_rest) = at_rest else { continue };
        let whole = Matrix::new(scenario, &way.home, &way.resource, way.feature);
        prop_assert!(at_rest.user_conditions().eq(whole.user_conditions()));
        prop_assert_eq!(&at_rest.users, &whole.users);
        prop_assert_eq!(&at_rest.applications, &whole.applications);
        for request in way.requests(scenario) {
            let ask = |matrix: &Matrix| matrix.decision(&request.user, &request.application);
            prop_assert_eq!(ask(&at_rest), ask(&whole));
        }
    }
    Ok(always)
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn gates_at_rest_say_what_their_whole_rules_say(
        Random(scenario) in scenario(Shapes::Any),
        which in prop::collection::vec(prop::bool::weighted(0.7), CALMS.len()),
    ) {
        compare(&scenario)?;
        compare(&calmed(&scenario, &which))?;
        let calm = calmed(&scenario, &[true; CALMS.len()]);
        prop_assert!(compare(&calm)?, "a gate is not at rest where nothing has to do with it");
    }
}
