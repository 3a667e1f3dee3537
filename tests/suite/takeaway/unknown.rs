//! What nobody has seen is never sent, and what is set in its place always is.

use std::sync::Arc;

use entente_exchange::changes::{Changes, Spelling, changes};
use entente_exchange::export::bundle;
use entente_policy::graph::{
    AccessType, B2bSetting, ConfigurationPartner, IdentitySynchronization, Settings, UnknownPart,
};
use entente_policy::{Id, Property, Scenario, Tenant};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategy::{Random, Shapes, config, scenario};

const TRUST: Property = Property::InboundTrust;
const INBOUND: Property = Property::B2bCollaborationInbound;

/// Two tenants; the first has settings about the second.
fn two(settings: Settings) -> Scenario {
    let mut one = Tenant::untouched(Id::from("one"));
    let partner = ConfigurationPartner { tenant_id: Id::from("two"), settings };
    one.cross_tenant_access_policy.partners.push(Arc::new(partner));
    let tenants = vec![Arc::new(one), Arc::new(Tenant::untouched(Id::from("two")))];
    Scenario { tenants, ..Scenario::default() }
}

fn unknown(properties: &[Property]) -> Settings {
    Settings { unknown: properties.to_vec(), ..Settings::default() }
}

fn open() -> Settings {
    Settings {
        b2b_collaboration_inbound: Some(B2bSetting::everyone(AccessType::Allowed)),
        ..Settings::default()
    }
}

fn of_the_first(before: Settings, after: Settings) -> Changes {
    changes(&two(before), &two(after)).remove(0)
}

fn bodies(changes: &Changes) -> Vec<Value> {
    changes.operations.iter().filter_map(|operation| operation.body.clone()).collect()
}

fn codes(changes: &Changes) -> Vec<&str> {
    changes.remarks.iter().map(|remark| remark.code()).collect()
}

#[test]
fn a_value_in_the_place_of_what_nobody_has_seen_is_sent() {
    let changes = of_the_first(unknown(&[INBOUND, TRUST]), Settings { unknown: vec![TRUST], ..open() });
    let sent = bodies(&changes);
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].as_object().unwrap().keys().collect::<Vec<_>>(), ["b2bCollaborationInbound"]);
}

#[test]
fn what_is_to_be_inherited_is_sent_as_null_if_nobody_has_seen_it() {
    let changes = of_the_first(unknown(&[INBOUND]), Settings::default());
    assert_eq!(bodies(&changes), [json!({ "b2bCollaborationInbound": null })]);
}

#[test]
fn nothing_is_sent_for_what_nobody_has_seen() {
    let changes = of_the_first(open(), unknown(&[INBOUND]));
    assert!(changes.operations.is_empty());
    assert_eq!(codes(&changes), ["notSeen"]);
}

#[test]
fn languages_that_state_what_is_say_what_they_leave_out_because_nobody_has_seen_it() {
    let (before, after) = (two(unknown(&[INBOUND, TRUST])), two(Settings { unknown: vec![TRUST], ..open() }));
    let changes = changes(&before, &after).remove(0);
    for spelling in [Spelling::TerraformMicrosoft365, Spelling::TerraformMicrosoft365Wp, Spelling::Dsc] {
        let spelled = spelling.write(&changes, &after.tenants[0]);
        let [left] = spelled.left_out.as_slice() else { panic!("{spelling:?}: {:?}", spelled.left_out) };
        assert_eq!(left.settings, ["one/partners/two/inboundTrust"], "{spelling:?}");
        assert!(left.why.starts_with("Nobody has seen this"), "{}", left.why);
        assert!(
            spelled.text.contains("one/partners/two/inboundTrust: Nobody has seen this"),
            "{}",
            spelled.text
        );
        assert!(spelled.text.to_lowercase().replace('_', "").contains("b2bcollaborationinbound"));
    }
}

#[test]
fn an_organization_that_may_have_been_added_is_remarked_on() {
    let mut before = two(Settings::default());
    Arc::make_mut(&mut before.tenants[0]).cross_tenant_access_policy =
        entente_policy::graph::CrossTenantAccessPolicy::unseen();
    let mut after = before.clone();
    let policy = &mut Arc::make_mut(&mut after.tenants[0]).cross_tenant_access_policy;
    let mut partner = policy.to_be_added(Id::from("two"));
    partner.settings.b2b_collaboration_inbound = open().b2b_collaboration_inbound;
    policy.partners.push(Arc::new(partner));
    let changes = changes(&before, &after).remove(0);
    let sent = bodies(&changes);
    assert_eq!(sent[0], json!({ "tenantId": "two" }));
    assert_eq!(sent[1].as_object().unwrap().keys().collect::<Vec<_>>(), ["b2bCollaborationInbound"]);
    assert_eq!(sent.len(), 2);
    assert_eq!(codes(&changes), ["mayBeThere"]);
}

#[test]
fn synchronization_that_nobody_has_seen_is_told_from_what_is_synchronized() {
    const SYNC: Property = Property::IdentitySynchronization;
    let synchronized = || Settings {
        identity_synchronization: Some(IdentitySynchronization::default()),
        unknown: vec![SYNC],
        ..Settings::default()
    };
    // A mark beside a value says nothing.
    let seen = Settings { unknown: Vec::new(), ..synchronized() };
    assert!(of_the_first(synchronized(), seen.clone()).is_empty());
    let methods = |changes: &Changes| {
        changes.operations.iter().map(|operation| operation.method.as_str()).collect::<Vec<_>>()
    };
    for (before, after, sent, said) in [
        (unknown(&[SYNC]), seen.clone(), vec!["PUT"], "mayBeSynchronized"),
        (unknown(&[SYNC]), Settings::default(), vec!["DELETE"], "mayBeSynchronized"),
        (seen, unknown(&[SYNC]), vec![], "notSeen"),
    ] {
        let changes = of_the_first(before, after);
        assert_eq!((methods(&changes), codes(&changes)), (sent, vec![said]));
    }
}

#[test]
fn clouds_and_organizations_that_become_known_or_unknown_are_said() {
    let all = two(Settings::default());
    let with = |part: UnknownPart| {
        let mut scenario = all.clone();
        Arc::make_mut(&mut scenario.tenants[0]).cross_tenant_access_policy.unknown.push(part);
        scenario
    };
    let between = |before: &Scenario, after: &Scenario| changes(before, after).remove(0);
    let clouds = with(UnknownPart::AllowedCloudEndpoints);
    let known = between(&clouds, &all);
    assert_eq!(bodies(&known), [json!({ "allowedCloudEndpoints": [] })]);
    let unknown = between(&all, &clouds);
    assert_eq!((bodies(&unknown), codes(&unknown)), (vec![], vec!["notSeen"]));
    let partners = with(UnknownPart::Partners);
    assert_eq!(codes(&between(&partners, &all)), ["mayBeMore"]);
    assert_eq!(codes(&between(&all, &partners)), ["notSeen"]);
    let mut fewer = partners.clone();
    Arc::make_mut(&mut fewer.tenants[0]).cross_tenant_access_policy.partners.clear();
    // Taken out of a list that was known to be all, or out of one that was not.
    let unlisted = between(&all, &fewer);
    assert!(unlisted.operations.is_empty() && unlisted.leaves_something());
    assert_eq!(between(&partners, &fewer).operations.len(), 1);
}

#[test]
fn a_bundle_says_what_nobody_has_seen() {
    let written: Value = serde_json::from_str(&bundle(&two(unknown(&[TRUST])).tenants[0])).unwrap();
    assert_eq!(written["partners"][0], json!({ "tenantId": "two", "@entente.unknown": ["inboundTrust"] }));
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn no_request_holds_a_mark_of_ours(
        Random(before) in scenario(Shapes::Any),
        Random(mut after) in scenario(Shapes::Any),
    ) {
        after.tenants.truncate(before.tenants.len());
        for changes in changes(&before, &after) {
            for body in bodies(&changes) {
                prop_assert!(!body.to_string().contains("@entente"), "{body}");
            }
        }
    }
}
