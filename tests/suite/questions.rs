//! Everything that can be asked of a scenario.

use entente_policy::{AppKind, Feature, Id, Request, Resource, Scenario, Subject, Tenant};

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
