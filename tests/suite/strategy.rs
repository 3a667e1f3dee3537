//! Random scenarios, dense enough that every outcome occurs.
//!
//! Ids tell what they name (`t1-u0` is a user of the second tenant), and lists refer to few of them, so that
//! lists, memberships and requests meet often. [`Shapes::Any`] also makes what no document describes: empty
//! lists, missing halves, words in the wrong place; [`Shapes::Documented`] keeps to what the tables cover.

mod access;
mod clouds;
mod conditional_access;
mod directory;
mod invitation;
mod signal;
mod teams;

use std::fmt;
use std::sync::Arc;

use entente_policy::graph::{
    ConfigurationDefault, ConfigurationPartner, CrossTenantAccessPolicy, Settings, UnknownPart,
};
use entente_policy::{Id, Property, Scenario, Tenant};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

pub(crate) use self::access::{target_configuration, trust};
pub(crate) use self::teams::teams;

/// How wild a scenario may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shapes {
    /// Whatever the model can hold.
    Any,
    /// What the documented tables say something about.
    Documented,
}

/// The tenants a scenario may hold.
const TENANTS: usize = 3;

/// `cases` random inputs, the same ones every time. The environment may ask for more, or for others.
pub(crate) fn config(cases: u32) -> Config {
    let environment = Config::default();
    let wanted = |name| std::env::var_os(name).is_some();
    Config {
        cases: if wanted("PROPTEST_CASES") { environment.cases.max(cases) } else { cases },
        rng_seed: if wanted("PROPTEST_RNG_SEED") {
            environment.rng_seed
        } else {
            RngSeed::Fixed(0x0000_E27E)
        },
        failure_persistence: None,
        // Scenarios are large; past this, a smaller one is not worth the wait.
        max_shrink_iters: 2_000,
        ..environment
    }
}

/// The id of a tenant.
fn tenant_id(at: usize) -> Id {
    Id::from(format!("t{at}"))
}

/// A random scenario. Where a property does not hold it is printed as the document it is, to be opened in the
/// page.
#[derive(Clone)]
pub(crate) struct Random(pub(crate) Scenario);

impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(&self.0).map_err(|_| fmt::Error)?)
    }
}

/// A scenario of two or three tenants.
pub(crate) fn scenario(shapes: Shapes) -> impl Strategy<Value = Random> {
    (2..=TENANTS)
        .prop_flat_map(move |count| {
            (0..count).map(|at| invitation::added_to(tenant(at, shapes), at, shapes)).collect::<Vec<_>>()
        })
        .prop_map(|tenants| {
            Random(Scenario {
                title: "random".into(),
                tenants: tenants.into_iter().map(Arc::new).collect(),
                ..Scenario::default()
            })
        })
}

fn tenant(at: usize, shapes: Shapes) -> impl Strategy<Value = Tenant> {
    (
        directory::directory(at, shapes),
        (clouds::cloud(shapes), clouds::endpoints(), seen(shapes)),
        settings(at, None, shapes),
        (0..TENANTS)
            .filter(|other| *other != at)
            .map(|other| proptest::option::weighted(0.7, settings(at, Some(other), shapes)))
            .collect::<Vec<_>>(),
        prop_oneof![
            2 => Just(Vec::new()),
            3 => vec(conditional_access::policy(at, shapes), 1..=3),
        ],
        teams(at, shapes),
    )
        .prop_map(
            move |(
                directory,
                (cloud, allowed_cloud_endpoints, is_seen),
                default,
                partners,
                policies,
                teams,
            )| Tenant {
                id: tenant_id(at),
                display_name: format!("Tenant {at}"),
                domains: vec![format!("t{at}.example")],
                teams: Arc::new(teams),
                cloud,
                directory: directory.into(),
                cross_tenant_access_policy: CrossTenantAccessPolicy {
                    allowed_cloud_endpoints,
                    default: Arc::new(ConfigurationDefault { is_service_default: None, settings: default }),
                    partners: (0..TENANTS)
                        .filter(|other| *other != at)
                        .zip(partners)
                        .filter_map(|(other, settings)| {
                            let tenant_id = tenant_id(other);
                            Some(Arc::new(ConfigurationPartner { tenant_id, settings: settings? }))
                        })
                        .collect(),
                    unknown: if is_seen { Vec::new() } else { vec![UnknownPart::Partners] },
                    ..CrossTenantAccessPolicy::default()
                },
                conditional_access_policies: policies
                    .into_iter()
                    .enumerate()
                    .map(|(number, mut policy)| {
                        policy.id = Id::from(format!("t{at}-p{number}"));
                        Arc::new(policy)
                    })
                    .collect(),
                ..Tenant::untouched(tenant_id(at))
            },
        )
}

/// Settings of tenant `at`, about `other` or about everyone.
fn settings(at: usize, other: Option<usize>, shapes: Shapes) -> BoxedStrategy<Settings> {
    // Lists of a default are about nobody in particular: let them name the next tenant's objects.
    let other = other.unwrap_or((at + 1) % TENANTS);
    let inbound = move || proptest::option::weighted(0.6, access::b2b_setting(other, at, shapes));
    let outbound = move || proptest::option::weighted(0.6, access::b2b_setting(at, other, shapes));
    let restrictions = proptest::option::weighted(0.5, access::b2b_setting(other, other, shapes));
    let trust = proptest::option::weighted(0.6, access::trust(shapes));
    let unknown = unknown(shapes);
    (inbound(), outbound(), inbound(), outbound(), trust, restrictions, unknown)
        .prop_map(
            |(collaboration_in, collaboration_out, direct_in, direct_out, trust, restrictions, unknown)| {
                Settings {
                    b2b_collaboration_inbound: collaboration_in,
                    b2b_collaboration_outbound: collaboration_out,
                    b2b_direct_connect_inbound: direct_in,
                    b2b_direct_connect_outbound: direct_out,
                    inbound_trust: trust,
                    tenant_restrictions: restrictions,
                    unknown,
                    ..Settings::default()
                }
            },
        )
        // On the heap: a strategy is as large as all it is made of.
        .boxed()
}

/// Properties that nobody has seen, now and then, where they have no value. In order, as they are kept.
fn unknown(shapes: Shapes) -> impl Strategy<Value = Vec<Property>> {
    let some = proptest::sample::subsequence(Property::ALL.to_vec(), 0..=Property::ALL.len());
    prop_oneof![
        8 => Just(Vec::new()),
        u32::from(shapes == Shapes::Any) => some,
    ]
}

/// Whether all organizations that a tenant has added have been seen.
fn seen(shapes: Shapes) -> impl Strategy<Value = bool> {
    proptest::bool::weighted(if shapes == Shapes::Any { 0.9 } else { 1.0 })
}

/// The tenant with everything seen: what has no value is null.
pub(crate) fn see_all(tenant: &mut Tenant) {
    let policy = &mut tenant.cross_tenant_access_policy;
    policy.unknown.clear();
    Arc::make_mut(&mut policy.default).settings.unknown.clear();
    for partner in &mut policy.partners {
        Arc::make_mut(partner).settings.unknown.clear();
    }
}

/// A scenario of which everything has been seen.
pub(crate) fn seen_scenario(shapes: Shapes) -> impl Strategy<Value = Random> {
    scenario(shapes).prop_map(|Random(mut scenario)| {
        scenario.tenants.iter_mut().for_each(|tenant| see_all(Arc::make_mut(tenant)));
        Random(scenario)
    })
}
