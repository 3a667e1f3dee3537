//! Random scenarios thrown by dice: as many as one likes, the same ones for the same seed.
//!
//! Ids tell what they name (`t1-u0` is a user of the second tenant) and there are few of them, so that lists,
//! memberships, assignments and requests meet often. Unlike the scenarios of `strategy`, these cost
//! microseconds, hold every part of the model that a gate looks at, and come with the requests to try.

mod access;
mod conditional_access;
mod dice;
mod directory;
mod guests;
mod teams;
mod unknown;

use std::sync::Arc;

use entente_policy::graph::{ConfigurationDefault, CrossTenantAccessPolicy};
use entente_policy::{AppKind, Cloud, Feature, Id, Request, Resource, Scenario, Subject, Tenant};

use self::dice::Dice;
pub(crate) use self::unknown::{completed, with_unknown};

/// The tenants a scenario may hold.
const TENANTS: usize = 3;

/// The scenario with this number, and requests to try on it.
pub(crate) fn scenario(seed: u64, number: u64) -> (Scenario, Vec<Request>) {
    let mut dice = Dice::of(seed, number);
    let count = dice.between(2, TENANTS);
    let tenants: Vec<Arc<Tenant>> = (0..count).map(|at| Arc::new(tenant(&mut dice, at))).collect();
    let requests = (0..REQUESTS).map(|_| request(&mut dice, &tenants)).collect();
    (Scenario { title: format!("random {seed}/{number}"), tenants, ..Scenario::default() }, requests)
}

/// Requests that are tried on every scenario.
pub(crate) const REQUESTS: usize = 16;

fn tenant_id(at: usize) -> Id {
    Id::from(format!("t{at}"))
}

/// A tenant other than this one. Not every scenario holds it.
fn other_than(dice: &mut Dice, at: usize) -> usize {
    (at + dice.between(1, TENANTS - 1)) % TENANTS
}

fn tenant(dice: &mut Dice, at: usize) -> Tenant {
    let next = (at + 1) % TENANTS;
    // The lists of a default are about nobody in particular: they name the next tenant's objects.
    let default = access::settings(dice, at, next);
    let partners = (0..TENANTS)
        .filter(|other| *other != at)
        .filter_map(|other| dice.maybe(7, 10, |dice| access::partner(dice, at, other)))
        .map(Arc::new)
        .collect::<Vec<_>>();
    Tenant {
        id: tenant_id(at),
        display_name: format!("Tenant {at}"),
        domains: directory::domains(at),
        cloud: match dice.below(10) {
            0 => Cloud::UsGovernment,
            1 => Cloud::China,
            _ => Cloud::Commercial,
        },
        directory: directory::directory(dice, at).into(),
        cross_tenant_access_policy: CrossTenantAccessPolicy {
            allowed_cloud_endpoints: dice
                .some_of(&["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"], 7, 10)
                .into_iter()
                .map(String::from)
                .collect(),
            default: Arc::new(ConfigurationDefault { is_service_default: None, settings: default }),
            partners,
            ..CrossTenantAccessPolicy::default()
        },
        conditional_access_policies: (0..dice.below(4))
            .map(|number| Arc::new(conditional_access::policy(dice, at, number)))
            .collect(),
        authorization_policy: guests::authorization_policy(dice),
        invitation_domains: guests::invitation_domains(dice),
        guests: guests::guests(dice, at),
        teams: Arc::new(teams::settings(dice, at)),
        ..Tenant::untouched(tenant_id(at))
    }
}

fn request(dice: &mut Dice, tenants: &[Arc<Tenant>]) -> Request {
    let home = dice.below(tenants.len());
    let resource =
        if dice.hits(1, 8) { home } else { (home + dice.between(1, tenants.len() - 1)) % tenants.len() };
    let (home, resource) = (&tenants[home], &tenants[resource]);
    let user = match dice.below(16) {
        0 => Subject::Anonymous,
        1 => Subject::ServicePrincipal,
        2 => Subject::AnyOther,
        _ => Subject::User(home.directory.users[dice.below(home.directory.users.len())].id.clone()),
    };
    // Whoever has no session has a signal only by the request.
    let has_session = matches!(user, Subject::User(_) | Subject::AnyOther);
    Request {
        home: home.id.clone(),
        resource: resource.id.clone(),
        feature: *dice.pick(&Feature::ALL),
        signal: dice.maybe(if has_session { 1 } else { 6 }, 8, directory::signal),
        user,
        application: match dice.below(5) {
            0 => Resource::AnyOther(*dice.pick(&AppKind::ALL)),
            _ => {
                let applications = &resource.directory.applications;
                Resource::Application(applications[dice.below(applications.len())].app_id.clone())
            }
        },
    }
}
