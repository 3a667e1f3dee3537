//! What was expected to follow against what does.

use std::collections::BTreeSet;

use entente_policy::consequence::{Consequences, Fact, side_effects};
use entente_policy::{Direction, Layer, Request, Scenario, SettingPath};

use super::case::Case;
use super::load;

/// The codes of everything that follows for a request, side effects of the two settings it meets among them.
fn codes(scenario: &Scenario, request: &Request) -> BTreeSet<&'static str> {
    let sides = [
        (&request.home, &request.resource, Direction::Outbound),
        (&request.resource, &request.home, Direction::Inbound),
    ];
    let mut codes = BTreeSet::new();
    for (tenant, other, direction) in sides {
        let path = SettingPath::CrossTenantAccess {
            tenant: tenant.clone(),
            layer: Layer::Partner(other.clone()),
            property: request.feature.property(direction),
            half: None,
        };
        let Some(tenant) = scenario.tenant(tenant) else { continue };
        codes.extend(side_effects(tenant, &path).iter().map(|found| found.fact.code()));
    }
    codes.extend(Consequences::of(scenario, request).iter().map(|found| found.fact.code()));
    codes
}

/// Every code that is missing, not wanted or not known.
pub(super) fn compare(scenario: &Scenario, request: &Request, expected: &[String]) -> Vec<String> {
    if expected.is_empty() {
        return Vec::new();
    }
    let found = codes(scenario, request);
    let complaint = |expected: &String| {
        let (code, wanted) = match expected.strip_prefix('!') {
            Some(code) => (code, false),
            None => (expected.as_str(), true),
        };
        if !Fact::all().any(|fact| fact.code() == code) {
            return Some(format!("consequences: there is no such fact as {code}"));
        }
        let word = if wanted { "does not follow" } else { "follows, and should not" };
        (found.contains(code) != wanted).then(|| format!("consequences: {code} {word}"))
    };
    expected.iter().filter_map(complaint).collect()
}

#[test]
fn codes_are_unique() {
    let codes: BTreeSet<&str> = Fact::all().map(Fact::code).collect();
    assert_eq!(codes.len(), Fact::all().count());
}

/// A fact that no case expects has no documentation behind it.
#[test]
fn every_fact_is_expected_by_a_case() {
    let (scenarios, cases) = load();
    let mut expected = BTreeSet::new();
    for value in cases.values() {
        for situation in Case::read(value).unwrap().situations(&scenarios).unwrap() {
            expected.extend(situation.asked.into_iter().flat_map(|asked| asked.consequences));
        }
    }
    let missing: Vec<&str> = Fact::all().map(Fact::code).filter(|code| !expected.contains(*code)).collect();
    assert!(missing.is_empty(), "no case expects these facts: {missing:?}");
}
