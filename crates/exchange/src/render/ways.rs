//! Which matrices a file for others is about.

use alloc::vec;
use alloc::vec::Vec;

use entente_policy::{Feature, Id, Scenario};

/// From whom to whom, by what: all that the requests of one matrix share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The tenant of the people.
    pub home: Id,
    /// The tenant of the applications.
    pub resource: Id,
    /// By which feature.
    pub feature: Feature,
}

/// From one tenant to every other, or between the first two both ways, by one feature or by both.
pub fn ways(scenario: &Scenario, home: Option<&Id>, feature: Option<Feature>) -> Vec<Way> {
    let ids = || scenario.tenants.iter().map(|tenant| &tenant.id);
    let pairs: Vec<(&Id, &Id)> = match (home, ids().next(), ids().nth(1)) {
        (Some(home), _, _) => ids().filter(|other| *other != home).map(|other| (home, other)).collect(),
        (None, Some(one), Some(two)) => vec![(one, two), (two, one)],
        _ => Vec::new(),
    };
    let features = feature.map_or_else(|| Feature::ALL.to_vec(), |feature| vec![feature]);
    let by = |feature: Feature| {
        let pairs = pairs.iter();
        pairs.map(move |(home, resource)| Way {
            home: (*home).clone(),
            resource: (*resource).clone(),
            feature,
        })
    };
    features.into_iter().flat_map(by).collect()
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::sync::Arc;

    use entente_policy::Tenant;

    use super::*;

    fn told(home: Option<&str>, feature: Option<Feature>) -> Vec<alloc::string::String> {
        let tenants = ["a", "b", "c"].map(|id| Arc::new(Tenant::untouched(Id::from(id))));
        let scenario = Scenario { tenants: tenants.to_vec(), ..Scenario::default() };
        let ways = ways(&scenario, home.map(Id::from).as_ref(), feature);
        ways.iter().map(|way| format!("{} {} {}", way.home, way.resource, way.feature.as_str())).collect()
    }

    #[test]
    fn between_two_both_ways_or_from_one_to_all() {
        let collaboration = Some(Feature::B2bCollaboration);
        assert_eq!(told(None, collaboration), ["a b b2bCollaboration", "b a b2bCollaboration"]);
        assert_eq!(told(Some("b"), collaboration), ["b a b2bCollaboration", "b c b2bCollaboration"]);
        let both =
            ["a b b2bDirectConnect", "b a b2bDirectConnect", "a b b2bCollaboration", "b a b2bCollaboration"];
        assert_eq!(told(None, None), both);
    }
}
