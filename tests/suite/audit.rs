//! What the audit logs would say of the way from one scenario to another.

use entente_policy::Scenario;
use entente_policy::consequence::{Activity, Category, OtherChange, recorded};
use serde_json::{Value, json};

const CONTOSO: &str = "c0500000-0000-4000-8000-000000000000";
const FABRIKAM: &str = "fab00000-0000-4000-8000-000000000000";
const ANA: &str = "fab00000-0001-4000-8000-000000000001";

/// Two tenants nobody has configured, with values put at JSON pointers into Contoso.
fn contoso(with: &[(&str, Value)]) -> Scenario {
    let text = include_str!("../cases/scenarios/contoso-and-fabrikam.json");
    let mut scenario: Value = serde_json::from_str(text).unwrap();
    for (pointer, value) in with {
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        let parent = scenario["tenants"][0].pointer_mut(parent).unwrap();
        parent[last] = value.clone();
    }
    serde_json::from_value(scenario).unwrap()
}

/// Contoso's settings about Fabrikam.
fn about_fabrikam(settings: Value) -> Scenario {
    let mut partner = json!({ "tenantId": FABRIKAM });
    partner.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    contoso(&[("/crossTenantAccessPolicy/partners", json!([partner]))])
}

fn guests(guests: Value) -> Scenario {
    contoso(&[("/guests", guests)])
}

fn guest(state: &str) -> Value {
    json!([{ "id": "g", "homeTenant": FABRIKAM, "homeUser": ANA, "externalUserState": state,
        "identityProvider": "azureActiveDirectory" }])
}

/// The entries, as the name of the activity with the properties.
fn entries(before: &Scenario, after: &Scenario) -> Vec<String> {
    let recorded = recorded(before, after);
    assert!(recorded.len() <= 1, "one tenant was edited");
    recorded
        .iter()
        .flat_map(|tenant| {
            assert_eq!(tenant.tenant.as_str(), CONTOSO);
            &tenant.events
        })
        .map(|event| match event.properties.as_slice() {
            [] => event.activity.as_str().to_owned(),
            properties => format!("{}: {}", event.activity.as_str(), properties.join(", ")),
        })
        .collect()
}

#[test]
fn what_is_the_same_is_not_recorded() {
    assert_eq!(recorded(&contoso(&[]), &contoso(&[])), []);
    // Null is what is not there.
    assert_eq!(recorded(&about_fabrikam(json!({})), &about_fabrikam(json!({ "inboundTrust": null }))), []);
}

#[test]
fn an_organization_is_added_changed_and_removed() {
    let (untouched, added) = (contoso(&[]), about_fabrikam(json!({})));
    let trusting = about_fabrikam(json!({ "inboundTrust": { "isMfaAccepted": true } }));
    assert_eq!(entries(&untouched, &added), ["Add a partner to cross-tenant access setting"]);
    assert_eq!(entries(&added, &trusting), ["Update a partner cross-tenant access setting: inboundTrust"]);
    assert_eq!(
        entries(&untouched, &trusting),
        [
            "Add a partner to cross-tenant access setting",
            "Update a partner cross-tenant access setting: inboundTrust"
        ]
    );
    assert_eq!(entries(&trusting, &added), ["Update a partner cross-tenant access setting: inboundTrust"]);
    assert_eq!(entries(&trusting, &untouched), ["Delete partner specific cross-tenant access setting"]);
}

#[test]
fn the_defaults_are_changed_and_reset() {
    let default = |value| contoso(&[("/crossTenantAccessPolicy/default", value)]);
    let shipped = default(json!({}));
    let open = default(json!({ "isServiceDefault": false, "b2bDirectConnectInbound": {
        "usersAndGroups": { "accessType": "allowed", "targets": [{ "target": "AllUsers", "targetType": "user" }] },
        "applications": { "accessType": "allowed", "targets": [{ "target": "AllApplications", "targetType": "application" }] }
    } }));
    let spelled_out = default(json!({ "inboundTrust": { "isMfaAccepted": false,
        "isCompliantDeviceAccepted": false, "isHybridAzureADJoinedDeviceAccepted": false } }));
    assert_eq!(
        entries(&shipped, &open),
        ["Update the company default cross-tenant access setting: b2bDirectConnectInbound"]
    );
    assert_eq!(
        entries(&open, &shipped),
        ["Reset the cross-tenant access default setting: b2bDirectConnectInbound"]
    );
    assert_eq!(recorded(&shipped, &spelled_out), [], "the shipped values, spelled out");
}

#[test]
fn synchronization_is_recorded_by_itself() {
    let (added, allowed) = (
        about_fabrikam(json!({})),
        about_fabrikam(
            json!({ "identitySynchronization": { "userSyncInbound": { "isSyncAllowed": true } } }),
        ),
    );
    let stopped = about_fabrikam(
        json!({ "identitySynchronization": { "userSyncInbound": { "isSyncAllowed": false } } }),
    );
    assert_eq!(entries(&added, &allowed), ["Create a partner cross-tenant identity sync setting"]);
    assert_eq!(entries(&allowed, &stopped), ["Update a partner cross-tenant identity sync setting"]);
    assert_eq!(entries(&stopped, &added), ["Delete a partner cross-tenant identity sync setting"]);
    assert_eq!(
        entries(&stopped, &contoso(&[])),
        [
            "Delete a partner cross-tenant identity sync setting",
            "Delete partner specific cross-tenant access setting"
        ]
    );
}

#[test]
fn guests_are_invited_and_redeem() {
    let none = guests(json!([]));
    let (pending, accepted) = (guests(guest("PendingAcceptance")), guests(guest("Accepted")));
    assert_eq!(entries(&none, &pending), ["Invite external user"]);
    assert_eq!(entries(&pending, &accepted), ["Redeem external user invite"]);
    assert_eq!(entries(&none, &accepted), ["Invite external user", "Redeem external user invite"]);
    assert_eq!(entries(&contoso(&[]), &accepted), [""; 0], "stating guests is no invitation");
    let gone = recorded(&accepted, &none);
    assert!(gone[0].events.is_empty());
    assert_eq!(gone[0].others, [OtherChange::Guests]);
}

#[test]
fn what_other_logs_are_about_is_named() {
    let renamed = contoso(&[("/displayName", json!("Contoso Ltd"))]);
    assert_eq!(recorded(&contoso(&[]), &renamed)[0].others, [OtherChange::Identity]);
    let inviting = contoso(&[("/authorizationPolicy", json!({ "allowInvitesFrom": "none" }))]);
    assert_eq!(recorded(&contoso(&[]), &inviting)[0].others, [OtherChange::ExternalCollaboration]);
}

#[test]
fn categories_are_the_audit_logs_own() {
    assert_eq!(Activity::AddPartner.category(), Some(Category::CrossTenantAccessSettings));
    // Listed there, though it is about access settings.
    assert_eq!(Activity::UpdateDefault.category(), Some(Category::CrossTenantIdentitySyncSettings));
    assert_eq!(Activity::InviteExternalUser.category(), None);
}
