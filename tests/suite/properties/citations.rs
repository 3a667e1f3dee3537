//! What a ground does not cite, it does not depend on.

use std::collections::BTreeSet;
use std::sync::Arc;

use entente_policy::graph::{B2bSetting, Settings, TargetConfiguration};
use entente_policy::{
    Decision, Gate, Ground, Half, Layer, Place as TeamsPlace, Property, Scenario, SettingPath, TeamsSettings,
    evaluate,
};
use proptest::prelude::*;

use super::B2B;
use crate::questions::{all, beyond_users};
use crate::strategy::{Random, Shapes, config, scenario, seen_scenario, target_configuration, teams, trust};

/// One existing half of a B2B setting, anywhere in the scenario.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    tenant: usize,
    partner: Option<usize>,
    property: Property,
    half: Half,
}

impl Place {
    fn all(scenario: &Scenario) -> Vec<Place> {
        let mut places = Vec::new();
        for (tenant, owner) in scenario.tenants.iter().enumerate() {
            let partners = (0..owner.cross_tenant_access_policy.partners.len()).map(Some);
            for partner in partners.chain([None]) {
                for property in B2B.into_iter().chain([Property::TenantRestrictions]) {
                    for half in [Half::UsersAndGroups, Half::Applications] {
                        let place = Place { tenant, partner, property, half };
                        if place.list(&mut scenario.clone()).is_some() {
                            places.push(place);
                        }
                    }
                }
            }
        }
        places
    }

    fn list<'a>(&self, scenario: &'a mut Scenario) -> Option<&'a mut TargetConfiguration> {
        let setting: &mut B2bSetting =
            settings(scenario, self.tenant, self.partner).b2b_mut(self.property)?.as_mut()?;
        match self.half {
            Half::UsersAndGroups => setting.users_and_groups.as_mut(),
            Half::Applications => setting.applications.as_mut(),
        }
    }

    fn path(&self, scenario: &Scenario) -> SettingPath {
        address(scenario, self.tenant, self.partner, self.property, Some(self.half))
    }
}

/// The settings of a tenant about a partner, or its defaults, by position.
fn settings(scenario: &mut Scenario, tenant: usize, partner: Option<usize>) -> &mut Settings {
    let policy = &mut Arc::make_mut(&mut scenario.tenants[tenant]).cross_tenant_access_policy;
    match partner {
        Some(partner) => &mut Arc::make_mut(&mut policy.partners[partner]).settings,
        None => &mut Arc::make_mut(&mut policy.default).settings,
    }
}

/// Their address.
fn address(
    scenario: &Scenario,
    tenant: usize,
    partner: Option<usize>,
    property: Property,
    half: Option<Half>,
) -> SettingPath {
    let tenant = &scenario.tenants[tenant];
    let partners = &tenant.cross_tenant_access_policy.partners;
    let layer = partner.map_or(Layer::Default, |at| Layer::Partner(partners[at].tenant_id.clone()));
    SettingPath::CrossTenantAccess { tenant: tenant.id.clone(), layer, property, half }
}

/// What a ground claims. Notes and evidence tell of the whole setting and are left out.
fn claim(gate: Gate, ground: &Ground) -> impl PartialEq + std::fmt::Debug + use<> {
    let settings: BTreeSet<SettingPath> = ground.settings.iter().cloned().collect();
    let readings: Vec<_> = ground.readings.iter().map(|reading| (reading.reason, reading.status)).collect();
    (gate, ground.status, ground.reason, settings, ground.source, readings)
}

fn grounds(decision: &Decision) -> impl Iterator<Item = (Gate, &Ground)> {
    decision.gates.iter().flat_map(|gate| gate.grounds.iter().map(|ground| (gate.gate, ground)))
}

/// Fails if a ground that does not cite `path` is there before a change to it and gone after.
fn unchanged(before: &Scenario, after: &Scenario, path: &SettingPath) -> Result<(), TestCaseError> {
    for request in all(before).into_iter().chain(beyond_users(before)) {
        let (old, new) = (evaluate(before, &request), evaluate(after, &request));
        let claims: Vec<_> = grounds(&new).map(|(gate, ground)| claim(gate, ground)).collect();
        let cites = |ground: &Ground| ground.settings.iter().any(|cited| path.contains(cited));
        for (gate, ground) in grounds(&old).filter(|(_, ground)| !cites(ground)) {
            prop_assert!(
                claims.contains(&claim(gate, ground)),
                "{:?}\ndoes not cite {} and is gone after a change there\n{:?}",
                ground,
                path,
                &request
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(60))]

    /// The change is to a documented shape: beside an empty list or an unknown access type even the other
    /// half's ground hangs on both.
    #[test]
    fn an_uncited_setting_changes_no_ground(
        Random(scenario) in scenario(Shapes::Any),
        users in target_configuration(Half::UsersAndGroups, 0, Shapes::Documented),
        applications in target_configuration(Half::Applications, 1, Shapes::Documented),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 6),
    ) {
        let places = Place::all(&scenario);
        prop_assume!(!places.is_empty());
        let picked: BTreeSet<&Place> = picks.iter().map(|pick| pick.get(&places)).collect();
        for place in picked {
            let mut after = scenario.clone();
            *place.list(&mut after).unwrap() = match place.half {
                Half::UsersAndGroups => users.clone(),
                Half::Applications => applications.clone(),
            };
            unchanged(&scenario, &after, &place.path(&scenario))?;
        }
    }

    #[test]
    fn an_uncited_trust_setting_changes_no_ground(
        Random(scenario) in scenario(Shapes::Any),
        trust in trust(Shapes::Any),
    ) {
        for (at, tenant) in scenario.tenants.iter().enumerate() {
            let partners = &tenant.cross_tenant_access_policy.partners;
            for partner in (0..partners.len()).map(Some).chain([None]) {
                let mut after = scenario.clone();
                match &mut settings(&mut after, at, partner).inbound_trust {
                    Some(existing) => *existing = trust.clone(),
                    None => continue,
                }
                let path = address(&scenario, at, partner, Property::InboundTrust, None);
                unchanged(&scenario, &after, &path)?;
            }
        }
    }

    /// Looked up, a setting that nobody has seen changes what hangs on it, and that says so.
    #[test]
    fn looking_up_an_uncited_setting_changes_no_ground(
        Random(scenario) in scenario(Shapes::Any),
        Random(other) in seen_scenario(Shapes::Any),
    ) {
        for (at, tenant) in scenario.tenants.iter().enumerate() {
            let values = &other.tenants[at % other.tenants.len()].cross_tenant_access_policy;
            let partners = &tenant.cross_tenant_access_policy.partners;
            for partner in (0..partners.len()).map(Some).chain([None]) {
                let source = values.partners.first().filter(|_| partner.is_some());
                let value = source.map_or(&values.default.settings, |partner| &partner.settings);
                let unknown = settings(&mut scenario.clone(), at, partner).unknown.clone();
                for property in unknown {
                    let mut after = scenario.clone();
                    let settings = settings(&mut after, at, partner);
                    if settings.has(property) {
                        continue;
                    }
                    settings.make_known(property);
                    look_up(settings, property, value);
                    unchanged(&scenario, &after, &address(&scenario, at, partner, property, None))?;
                }
            }
        }
    }

    #[test]
    fn an_uncited_teams_setting_changes_no_ground(
        Random(scenario) in scenario(Shapes::Any),
        teams in teams(0, Shapes::Any),
        picks in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&TEAMS[..])), 4),
    ) {
        for (at, (place, change)) in picks {
            let at = at.index(scenario.tenants.len());
            let mut after = scenario.clone();
            change(Arc::make_mut(&mut Arc::make_mut(&mut after.tenants[at]).teams), &teams);
            let tenant = scenario.tenants[at].id.clone();
            unchanged(&scenario, &after, &SettingPath::Policy { tenant, place, item: None })?;
        }
    }
}

/// Gives a property the value that it has elsewhere.
fn look_up(settings: &mut Settings, property: Property, value: &Settings) {
    match property {
        Property::InboundTrust => settings.inbound_trust.clone_from(&value.inbound_trust),
        Property::AutomaticUserConsentSettings => {
            settings.automatic_user_consent_settings.clone_from(&value.automatic_user_consent_settings);
        }
        Property::IdentitySynchronization => {
            settings.identity_synchronization.clone_from(&value.identity_synchronization);
        }
        b2b => {
            if let Some(place) = settings.b2b_mut(b2b) {
                *place = value.b2b(b2b).cloned();
            }
        }
    }
}

type TakeOver = fn(&mut TeamsSettings, &TeamsSettings);

/// Each of a tenant's Teams settings, and how to take it over from others.
const TEAMS: [(TeamsPlace, TakeOver); 5] = [
    (TeamsPlace::TeamsService, |teams, other| teams.service = other.service),
    (TeamsPlace::TeamsChannelsPolicies, |teams, other| {
        teams.channels_policies = other.channels_policies.clone();
    }),
    (TeamsPlace::TeamsGuestAccess, |teams, other| {
        teams.allow_guests_to_access_groups = other.allow_guests_to_access_groups;
    }),
    (TeamsPlace::SharePointSharing, |teams, other| {
        teams.allow_share_point_external_sharing = other.allow_share_point_external_sharing;
    }),
    (TeamsPlace::TeamsFederation, |teams, other| teams.federation = other.federation.clone()),
];
