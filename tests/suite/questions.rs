//! Everything that can be asked of a scenario.

use entente_policy::graph::Rest;
use entente_policy::{
    AppKind, Carrier, Feature, Id, Request, Resource, Scenario, Subject, Tenant, TenantRestrictionsSignal,
};

/// A direction and a feature.
#[derive(Clone, Debug)]
pub(crate) struct Way {
    pub(crate) home: Id,
    pub(crate) resource: Id,
    pub(crate) feature: Feature,
}

/// Every direction between two tenants of the scenario, by each feature.
pub(crate) fn ways(scenario: &Scenario) -> Vec<Way> {
    let mut ways = Vec::new();
    for home in &scenario.tenants {
        for resource in scenario.tenants.iter().filter(|tenant| tenant.id != home.id) {
            for feature in Feature::ALL {
                ways.push(Way { home: home.id.clone(), resource: resource.id.clone(), feature });
            }
        }
    }
    ways
}

/// Every tenant's requests to itself, which tenant restrictions look at as well.
pub(crate) fn ways_within(scenario: &Scenario) -> Vec<Way> {
    let within = |tenant: &std::sync::Arc<Tenant>| {
        let [home, resource] = [&tenant.id, &tenant.id].map(Id::clone);
        Way { home, resource, feature: Feature::B2bCollaboration }
    };
    scenario.tenants.iter().map(within).collect()
}

/// Everyone of the directory, and whoever it does not list.
pub(crate) fn subjects(home: &Tenant) -> Vec<Subject> {
    let listed = home.directory.users.iter().map(|user| Subject::User(user.id.clone()));
    listed.chain([Subject::AnyOther]).collect()
}

/// Every application of the directory, and any other of each kind.
pub(crate) fn resources(resource: &Tenant) -> Vec<Resource> {
    let listed = resource.directory.applications.iter().map(|app| Resource::Application(app.app_id.clone()));
    listed.chain(AppKind::ALL.map(Resource::AnyOther)).collect()
}

impl Way {
    /// The request of one user for one application.
    pub(crate) fn request(&self, user: &Subject, application: &Resource) -> Request {
        Request {
            home: self.home.clone(),
            resource: self.resource.clone(),
            feature: self.feature,
            user: user.clone(),
            application: application.clone(),
            signal: None,
        }
    }

    /// Every request that goes this way.
    pub(crate) fn requests(&self, scenario: &Scenario) -> Vec<Request> {
        let home = scenario.tenant(&self.home).expect("a way leads from a tenant of the scenario");
        let resource = scenario.tenant(&self.resource).expect("a way leads to a tenant of the scenario");
        let applications = resources(resource);
        subjects(home)
            .iter()
            .flat_map(|user| {
                applications.iter().map(|application| self.request(user, application)).collect::<Vec<_>>()
            })
            .collect()
    }
}

/// Every request there is.
pub(crate) fn all(scenario: &Scenario) -> Vec<Request> {
    ways(scenario).iter().flat_map(|way| way.requests(scenario)).collect()
}

/// What is asked only of gates that look beyond users of one tenant and applications of another: requests within
/// a tenant, and requests by applications and by nobody, with every signal there may be.
pub(crate) fn beyond_users(scenario: &Scenario) -> Vec<Request> {
    let mut requests: Vec<Request> =
        ways_within(scenario).iter().flat_map(|way| way.requests(scenario)).collect();
    let carriers = [Carrier::Proxy, Carrier::WindowsDevicePolicy, Carrier::GlobalSecureAccess];
    for way in ways(scenario).iter().filter(|way| way.feature == Feature::B2bCollaboration) {
        for (way, user) in [
            (way.clone(), Subject::AnyOther),
            (way.clone(), Subject::ServicePrincipal),
            (Way { home: way.resource.clone(), ..way.clone() }, Subject::ServicePrincipal),
            (Way { home: way.resource.clone(), ..way.clone() }, Subject::Anonymous),
        ] {
            for (tenant, carrier) in scenario.tenants.iter().zip(carriers.into_iter().cycle()) {
                let policy_owner = tenant.id.clone();
                let signal = TenantRestrictionsSignal { policy_owner, carrier, rest: Rest::new() };
                let application = Resource::AnyOther(AppKind::Office365);
                requests.push(Request { signal: Some(signal), ..way.request(&user, &application) });
            }
        }
    }
    requests
}
