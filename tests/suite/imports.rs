//! Files of real tenants: the bodies that Microsoft Graph's reference prints are read, and what is exported is read
//! back as it was.

mod encodings;
mod hostile;
mod shapes;

use std::fs;
use std::path::Path;

use entente_exchange::export::bundle;
use entente_exchange::gallery::ENTRIES;
use entente_exchange::import::{About, Belongs, Choices, File, Imported, Named, What, apply, pair, read};
use entente_policy::{Id, Property, Scenario, Shape};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategy::{Random, Shapes, config, scenario};

/// The bodies, and what each is.
const BODIES: [(&str, What); 13] = [
    ("beta_default_GET_response_serviceDefault", What::Default),
    ("v1.0_default_GET_response_serviceDefault", What::Default),
    ("v1.0_crossTenantAccessPolicy_GET_response", What::Policy),
    ("v1.0_default_PATCH_request_ex1_blockOutboundB2BCollabForGroup", What::Settings),
    ("v1.0_partner_PATCH_request_ex1_inboundTrust", What::Settings),
    ("v1.0_partner_PATCH_request_ex3_tenantRestrictions", What::Settings),
    ("v1.0_identitySynchronization_GET_response", What::Synchronization),
    ("v1.0_partner_GET_response", What::Partner),
    ("v1.0_partners_POST_request", What::Partner),
    ("v1.0_partners_POST_response", What::Partner),
    ("v1.0_partners_LIST_response", What::Partners),
    ("v1.0_partners_LIST_response_expandIdentitySynchronization", What::Partners),
    ("v1.0_template_mtoPartnerConfiguration_GET_response_configured", What::Template),
];

fn fresh() -> Scenario {
    pair(
        &Named::of("Contoso=c0000000-0000-4000-8000-000000000001"),
        &Named::of("Fabrikam=f0000000-0000-4000-8000-000000000001"),
    )
}

/// All files into one tenant.
fn import(scenario: &Scenario, belongs: &Belongs, files: &[File<'_>]) -> Imported {
    let plan = read(files);
    if let Some(error) = plan.refused().next() {
        panic!("{error}");
    }
    apply(&plan, scenario, &Choices::all(belongs.clone())).unwrap_or_else(|error| panic!("{error}"))
}

/// Without what Graph gives as null: null and absent are the same to every property that has a type.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(object) => object
            .into_iter()
            .filter(|(key, value)| !value.is_null() && !key.starts_with('@'))
            .map(|(key, value)| (key, without_nulls(value)))
            .filter(|(_, value)| !value.as_object().is_some_and(serde_json::Map::is_empty))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

#[test]
fn every_body_of_the_reference_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("graph");
    let mut settings = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let file = File::of_text(&name, &text);
        let is_lone = name.starts_with("overview_b2bSetting");
        let expected = BODIES.iter().find(|(body, _)| *body == name).map(|(_, what)| *what);
        let expected = expected.or(is_lone.then_some(What::B2bSetting));
        let pieces = read(&[file]).pieces;
        assert_eq!(Some(pieces[0].what), expected, "{name}");
        let belongs = Belongs {
            about: Some(About::Default),
            property: Some(Property::B2bCollaborationInbound),
            ..Belongs::to(fresh().tenants[0].id.clone())
        };
        let imported = import(&fresh(), &belongs, &[file]);
        let policy = &imported.scenario.tenants[0].cross_tenant_access_policy;
        let body: Value = serde_json::from_str(&text).unwrap();
        let (written, body) = match pieces[0].what {
            What::Default | What::Settings => (policy.default.write(), body),
            What::B2bSetting => {
                settings += 1;
                (policy.default.settings.b2b_collaboration_inbound.write(), body["b2bSetting"].clone())
            }
            What::Partner => (policy.partners[0].write(), body),
            What::Partners => (policy.partners[0].write(), body["value"][0].clone()),
            What::Synchronization => (policy.partners[0].settings.identity_synchronization.write(), body),
            _ => continue,
        };
        assert_eq!(without_nulls(written), without_nulls(body), "{name}");
    }
    assert_eq!(settings, 9);
}

fn comes_back(scenario: &Scenario) {
    let mut bare = scenario.clone();
    for tenant in &mut bare.tenants {
        let tenant = std::sync::Arc::make_mut(tenant);
        tenant.cross_tenant_access_policy = Default::default();
        tenant.conditional_access_policies.clear();
        tenant.authorization_policy = Default::default();
        tenant.invitation_domains = Default::default();
    }
    for tenant in &scenario.tenants {
        let text = bundle(tenant);
        let file = File::of_text("bundle.json", &text);
        bare = import(&bare, &Belongs::to(tenant.id.clone()), &[file]).scenario;
        assert_eq!(bundle(bare.tenant(&tenant.id).unwrap()), text);
    }
    // Whom settings name, and no directory lists, is listed by then.
    for (tenant, own) in bare.tenants.iter_mut().zip(&scenario.tenants) {
        std::sync::Arc::make_mut(tenant).directory = own.directory.clone();
    }
    assert_eq!(bare.write(), scenario.write());
}

#[test]
fn what_the_gallery_exports_is_read_back() {
    for entry in ENTRIES {
        comes_back(&entry.scenario());
    }
}

#[test]
fn unknown_properties_go_there_and_back() {
    let mut scenario = fresh();
    let contoso = scenario.tenant_mut(&Id::from("c0000000-0000-4000-8000-000000000001")).unwrap();
    let text = json!({
        "policy": { "allowedCloudEndpoints": [], "x": { "y": [null, 1.50] } },
        "default": { "isServiceDefault": false, "crossCloudMeetingConfiguration": { "inboundAllowed": null } },
        "partners": [{ "tenantId": "f0000000-0000-4000-8000-000000000001", "z": true }],
    });
    let body = text.to_string();
    let file = File::of_text("a", &body);
    let id = contoso.id.clone();
    let imported = import(&scenario, &Belongs::to(id.clone()), &[file]);
    assert_eq!(imported.report.kept.len(), 3);
    comes_back(&imported.scenario);
    let written: Value = serde_json::from_str(&bundle(imported.scenario.tenant(&id).unwrap())).unwrap();
    assert_eq!(written["policy"]["x"], text["policy"]["x"]);
    assert_eq!(written["default"]["crossCloudMeetingConfiguration"], json!({ "inboundAllowed": null }));
}

/// Whether there is nothing in it but nulls and empty lists.
fn is_hollow(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(object) => object.values().all(is_hollow),
        _ => false,
    }
}

/// Without settings that have nothing in them: in a file they are not set.
fn without_hollow(value: &mut Value) {
    if let Value::Object(object) = value {
        object.retain(|_, value| !(value.is_object() && is_hollow(value)));
        object.values_mut().for_each(without_hollow);
    }
}

fn settled(scenario: &Scenario) -> Scenario {
    let mut written = scenario.write();
    for tenant in written["tenants"].as_array_mut().into_iter().flatten() {
        let Some(policy) = tenant.get_mut("crossTenantAccessPolicy") else { continue };
        policy.get_mut("default").into_iter().for_each(without_hollow);
        let partners = policy.get_mut("partners").and_then(Value::as_array_mut);
        partners.into_iter().flatten().for_each(without_hollow);
    }
    Scenario::from_json(written).unwrap()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn what_any_scenario_exports_is_read_back(Random(scenario) in scenario(Shapes::Any)) {
        comes_back(&settled(&scenario));
    }
}
