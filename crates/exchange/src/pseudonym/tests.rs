use alloc::string::ToString;

use entente_policy::{Scenario, Shape};
use serde_json::{Value, json};

use super::{Pseudonyms, pseudonymise, sentences};

fn scenario() -> Scenario {
    Scenario::from_json(json!({
        "title": "Contoso and Fabrikam’s Marketing",
        "story": "Ana may, Ben (ben.okafor@fabrikam.com) may not: see ticket of zoe@wingtip.com, tenant 7b1d9c52-0c1e-4d0b-9f6a-2f1c5f7a1e10. CONTOSO’s portal is https://portal.contoso.com.",
        "ticket": { "reportedBy": "Zoe Quinn", "Ana Ruiz": 1, "contoso": true, "at": "2026-05-04T09:12:11Z", "count": 7 },
        "tenants": [
            {
                "id": "c0000000-0000-4000-8000-000000000001", "displayName": "Contoso", "domains": ["contoso.com"],
                "crossTenantAccessPolicy": {
                    "allowedCloudEndpoints": ["microsoftonline.us"],
                    "partners": [{
                        "tenantId": "F0000000-0000-4000-8000-000000000001", "federationBrandName": "Fabrikam Inc",
                        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#partners/f0000000-0000-4000-8000-000000000001",
                        "b2bDirectConnectInbound": {
                            "usersAndGroups": { "accessType": "allowed", "targets": [{ "target": "f2000000-0000-4000-8000-000000000001", "targetType": "group" }] },
                            "applications": { "accessType": "allowed", "targets": [{ "target": "Office365", "targetType": "application" }] }
                        }
                    }]
                },
                "conditionalAccessPolicies": [{
                    "id": "mfa", "displayName": "MFA", "state": "enabled",
                    "conditions": { "clientAppTypes": ["all"], "users": { "includeUsers": ["All"] }, "applications": { "includeApplications": ["All"] } },
                    "grantControls": { "operator": "OR", "builtInControls": ["mfa"] }
                }],
                "invitationsAllowedAndBlockedDomainsPolicy": { "blockedDomains": ["Fabrikam.com", "wingtip.com"] },
                "@entente.beside": { "exportedBy": "Ana Ruiz", "count": 7 }
            },
            {
                "id": "f0000000-0000-4000-8000-000000000001", "displayName": "Fabrikam", "domains": ["fabrikam.com"],
                "directory": {
                    "users": [
                        { "id": "f1000000-0000-4000-8000-000000000001", "displayName": "Ana Ruiz", "userPrincipalName": "ana@fabrikam.com", "session": { "mfa": true } },
                        { "id": "f1000000-0000-4000-8000-000000000002", "displayName": "Ben Okafor", "userPrincipalName": "ben.okafor@fabrikam.com", "mail": "ben@mail.fabrikam.com" }
                    ],
                    "groups": [{ "id": "f2000000-0000-4000-8000-000000000001", "displayName": "Marketing", "members": ["f1000000-0000-4000-8000-000000000001"] }],
                    "applications": [
                        { "appId": "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "displayName": "Contoso’s Teams", "kind": "office365" },
                        { "appId": "f3000000-0000-4000-8000-000000000001", "displayName": "Campaign planner" }
                    ]
                }
            }
        ]
    }))
    .unwrap()
}

#[test]
fn nothing_is_left_of_what_was_named() {
    let text = pseudonymise(&scenario()).write().to_string().to_lowercase();
    for original in [
        "contoso",
        "fabrikam",
        "wingtip",
        "ana",
        "ruiz",
        "ben",
        "okafor",
        "zoe",
        "quinn",
        "marketing",
        "campaign",
        "f0000000",
        "f1000000",
        "f2000000",
        "f3000000",
        "c0000000",
        "7b1d9c52",
    ] {
        assert!(!text.contains(original), "{original} is left in {text}");
    }
}

#[test]
fn the_same_stays_the_same_and_words_stay() {
    let document = pseudonymise(&scenario()).write();
    let at = |pointer: &str| document.pointer(pointer).cloned().unwrap_or(Value::Null);
    let fabrikam = at("/tenants/1/id");
    let partner = "/tenants/0/crossTenantAccessPolicy/partners/0";
    assert_eq!(at(&alloc::format!("{partner}/tenantId")), fabrikam);
    assert_eq!(
        at(&alloc::format!("{partner}/b2bDirectConnectInbound/usersAndGroups/targets/0/target")),
        at("/tenants/1/directory/groups/0/id")
    );
    let domain = at("/tenants/1/domains/0");
    assert_eq!(at("/tenants/0/invitationsAllowedAndBlockedDomainsPolicy/blockedDomains/0"), domain);
    assert_eq!(at("/tenants/1/directory/users/0/userPrincipalName"), json!("user1@tenant-b.example"));
    assert_eq!(domain, json!("tenant-b.example"));
    assert_eq!(at("/tenants/0/conditionalAccessPolicies/0/grantControls/builtInControls/0"), json!("mfa"));
    assert_eq!(at("/tenants/1/directory/users/0/session/mfa"), json!(true));
    assert_eq!(at("/tenants/0/crossTenantAccessPolicy/allowedCloudEndpoints/0"), json!("microsoftonline.us"));
    assert_eq!(at("/tenants/1/directory/applications/0/displayName"), json!("Teams shared channel"));
    assert_eq!(at("/ticket/at"), json!("2026-05-04T09:12:11Z"));
    assert_eq!(at("/ticket/count"), json!(7));
    assert_eq!(at("/title"), json!("Tenant A and Tenant B’s Group 1"));
    let story = at("/story").as_str().unwrap().to_string();
    assert!(story.starts_with("User 1 may, User 2 (user2@tenant-b.example) may not: see ticket"), "{story}");
    assert!(story.contains("Tenant A’s portal is https://"), "{story}");
}

#[test]
fn what_goes_with_a_tenant_stays_with_it() {
    let value = pseudonymise(&scenario()).write();
    let beside = &value["tenants"][0]["@entente.beside"];
    assert_eq!(beside["count"], 7);
    assert!(beside["exportedBy"].as_str().is_some_and(|name| name != "Ana Ruiz"), "{beside}");
}

#[test]
fn two_states_of_a_scenario_get_the_same_pseudonyms() {
    let (mut now, before) = (scenario(), scenario());
    now.tenants.reverse();
    let mut pseudonyms = Pseudonyms::of([&now, &before]);
    let (mut now, before) = (pseudonyms.scenario(&now), pseudonyms.scenario(&before));
    now.tenants.reverse();
    assert_eq!(now, before);
    assert_eq!(pseudonyms.id(&scenario().tenants[0].id), before.tenants[0].id);
}

#[test]
fn sentences_are_named_to_be_read_once_more() {
    assert_eq!(sentences(&scenario()), ["/title", "/story"]);
}
