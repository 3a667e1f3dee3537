//! What the documentation says of each format is what it does.

use std::fs;
use std::path::Path;

use entente_exchange::changes::{Spelling, changes};
use entente_exchange::import::{Belongs, Choices, File, apply, read};
use entente_policy::{Scenario, Shape};
use serde_json::{Value, json};

/// A scenario whose first tenant has this.
fn with(tenant: Value) -> Scenario {
    let mut first = json!({ "id": "a", "displayName": "A" });
    first.as_object_mut().unwrap().extend(tenant.as_object().unwrap().clone());
    let document = json!({ "title": "t", "tenants": [first, { "id": "b", "displayName": "B" }] });
    Scenario::from_json(document).unwrap()
}

fn partner(settings: Value) -> Scenario {
    let mut partner = json!({ "tenantId": "b" });
    partner.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    with(json!({ "crossTenantAccessPolicy": { "partners": [partner] } }))
}

fn setting(users: &str, applications: &str) -> Value {
    let list = |word: &str, target: &str, kind: &str| json!({ "accessType": word, "targets": [{ "target": target, "targetType": kind }] });
    let group = "00000000-0000-4000-8000-000000000001";
    json!({
        "usersAndGroups": list(users, group, "group"), "applications": list(applications, "Office365", "application"),
    })
}

fn is_expressed(spelling: Spelling, before: &Scenario, after: &Scenario) -> bool {
    let changes = changes(before, after).swap_remove(0);
    assert!(!changes.operations.is_empty() && !changes.leaves_something());
    spelling.write(&changes, &after.tenants[0]).left_out.is_empty()
}

/// What the columns of the table stand for: edits that have to be expressed.
fn columns() -> [Vec<(Scenario, Scenario)>; 4] {
    let nothing = || partner(json!({}));
    let default = |settings: Value| with(json!({ "crossTenantAccessPolicy": { "default": settings } }));
    let policy = |state: &str| {
        with(json!({ "conditionalAccessPolicies": [{ "id": "c", "displayName": "C", "state": state }] }))
    };
    [
        vec![
            (nothing(), partner(json!({ "b2bDirectConnectInbound": setting("allowed", "allowed") }))),
            (nothing(), partner(json!({ "b2bCollaborationInbound": setting("allowed", "blocked") }))),
            (nothing(), partner(json!({ "tenantRestrictions": setting("allowed", "allowed") }))),
            (
                nothing(),
                default(
                    json!({ "b2bCollaborationOutbound": { "usersAndGroups": setting("allowed", "allowed")["usersAndGroups"] } }),
                ),
            ),
        ],
        vec![(
            nothing(),
            partner(json!({ "identitySynchronization": { "userSyncInbound": { "isSyncAllowed": true } } })),
        )],
        vec![
            (policy("enabled"), policy("disabled")),
            (
                nothing(),
                with(
                    json!({ "crossTenantAccessPolicy": { "partners": [{ "tenantId": "b" }] }, "authorizationPolicy": { "allowInvitesFrom": "none" } }),
                ),
            ),
        ],
        vec![(partner(json!({ "b2bDirectConnectInbound": setting("allowed", "allowed") })), nothing())],
    ]
}

#[test]
fn every_format_has_a_word_for_other_clouds() {
    let clouds =
        |endpoints: Value| with(json!({ "crossTenantAccessPolicy": { "allowedCloudEndpoints": endpoints } }));
    let (none, one) = (clouds(json!([])), clouds(json!(["microsoftonline.us"])));
    for spelling in Spelling::ALL {
        assert!(is_expressed(spelling, &none, &one), "{spelling:?}");
        assert!(is_expressed(spelling, &one, &none), "{spelling:?}");
    }
}

#[test]
fn the_table_of_formats_is_what_they_do() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/docs/src/takeaway.md");
    let page = fs::read_to_string(page).unwrap();
    let rows: Vec<Vec<&str>> = page
        .lines()
        .skip_while(|line| !line.starts_with("| `--format` |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let names: Vec<String> =
        Spelling::ALL.iter().map(|spelling| format!("`{}`", spelling.as_str())).collect();
    assert_eq!(rows.iter().map(|row| row[0]).collect::<Vec<_>>(), names);
    for (spelling, row) in Spelling::ALL.into_iter().zip(&rows) {
        for (said, edits) in row[1..].iter().zip(columns()) {
            let count = edits.iter().filter(|(before, after)| is_expressed(spelling, before, after)).count();
            let is = if count == edits.len() {
                "yes"
            } else if count == 0 {
                "no"
            } else {
                "in part"
            };
            assert_eq!(*said, is, "{spelling:?}: {row:?}");
        }
    }
}

#[test]
fn a_provider_that_refuses_names_the_one_that_can() {
    let left = |spelling: Spelling, before: &Scenario, after: &Scenario| {
        let changes = changes(before, after).swap_remove(0);
        spelling.write(&changes, &after.tenants[0]).left_out.swap_remove(0).why
    };
    let nothing = partner(json!({}));
    let mixed = partner(json!({ "b2bCollaborationInbound": setting("allowed", "blocked") }));
    let why = left(Spelling::TerraformMicrosoft365, &nothing, &mixed);
    assert!(why.contains("`--format terraform-microsoft365wp`"), "{why}");
    let redeemed = partner(
        json!({ "m365CollaborationInbound": { "users": setting("allowed", "allowed")["usersAndGroups"] } }),
    );
    for spelling in [Spelling::TerraformMicrosoft365, Spelling::TerraformMicrosoft365Wp] {
        let why = left(spelling, &nothing, &redeemed);
        assert!(why.contains("`--format terraform-msgraph`"), "{why}");
    }
}

#[test]
fn what_graph_refuses_is_said_in_every_format() {
    let list = |word: &str, targets: Value| json!({ "accessType": word, "targets": targets });
    let named = json!([{ "target": "ana@b.example", "targetType": "user" }, { "target": "{groupId}", "targetType": "group" }]);
    let after = partner(json!({ "b2bDirectConnectInbound": {
        "usersAndGroups": list("allowed", named), "applications": list("bogus", json!([])),
    } }));
    let changes = changes(&partner(json!({})), &after).swap_remove(0);
    let codes: Vec<&str> = changes.remarks.iter().map(|remark| remark.code()).collect();
    assert_eq!(codes, ["noId", "notFilledIn", "accessType", "nobodyNamed"]);
    assert!(changes.leaves_something());
    for spelling in Spelling::ALL.into_iter().filter(|spelling| *spelling != Spelling::Patch) {
        let text = spelling.write(&changes, &after.tenants[0]).text;
        assert!(text.contains("ana@b.example") && text.contains("will refuse"), "{spelling:?}: {text}");
        // Which request it is, and not that nothing is sent for it.
        let request = "PATCH /policies/crossTenantAccessPolicy/partners/b: ";
        assert!(text.contains(request) && !text.contains("No request for this"), "{spelling:?}: {text}");
    }
    let data = changes.to_json();
    assert!(data["remarks"][0]["request"]["url"].as_str().unwrap().ends_with("/partners/b"), "{data}");
    let domains =
        with(json!({ "invitationsAllowedAndBlockedDomainsPolicy": { "allowedDomains": ["b.example"] } }));
    let after =
        with(json!({ "invitationsAllowedAndBlockedDomainsPolicy": { "allowedDomains": ["c.example"] } }));
    let changes = entente_exchange::changes::changes(&domains, &after).swap_remove(0);
    let text = Spelling::Http.write(&changes, &after.tenants[0]).text;
    assert!(!changes.is_empty() && text.contains("No request for this is in this file"), "{text}");
}

#[test]
fn microsoft365dsc_writes_what_its_resources_have_since_2026() {
    let half = setting("allowed", "allowed")["usersAndGroups"].clone();
    let after = partner(json!({
        "tenantRestrictions": setting("blocked", "allowed"), "blockServiceProviderOutboundAccess": true,
        "m365CollaborationInbound": { "users": half }, "m365CollaborationOutbound": { "usersAndGroups": half },
    }));
    let spelled = |before: &Scenario, after: &Scenario| {
        let changes = changes(before, after).swap_remove(0);
        Spelling::Dsc.write(&changes, &after.tenants[0])
    };
    let written = spelled(&partner(json!({})), &after);
    assert!(written.left_out.is_empty(), "{:?}", written.left_out);
    for words in [
        "It needs Microsoft365DSC of 2026",
        "TenantRestrictions = MSFT_AADCrossTenantAccessPolicyTenantRestrictions {",
        "BlockServiceProviderOutboundAccess = $True",
        "Users = MSFT_AADCrossTenantAccessPolicyTargetConfiguration {",
    ] {
        assert!(written.text.contains(words), "{words}: {}", written.text);
    }
    // What it writes is read back as it was.
    let plan = read(&[File::of_text("a.ps1", &written.text)]);
    let choices = Choices::all(Belongs::to(after.tenants[0].id.clone()));
    let read = apply(&plan, &partner(json!({})), &choices).unwrap().scenario;
    let of = |scenario: &Scenario| scenario.tenants[0].cross_tenant_access_policy.partners[0].write();
    for property in ["tenantRestrictions", "m365CollaborationInbound", "m365CollaborationOutbound"] {
        assert_eq!(of(&read)[property], of(&after)[property], "{property}");
    }
    let older = spelled(
        &partner(json!({})),
        &partner(json!({ "inboundTrust": {
        "isMfaAccepted": true, "isCompliantDeviceAccepted": false, "isHybridAzureADJoinedDeviceAccepted": false,
    } })),
    );
    assert!(!older.text.contains("2026"), "{}", older.text);
}

#[test]
fn a_null_needs_no_attribute_of_terraform() {
    let default = |devices: Value, is_accepted: bool| {
        let mut restrictions = json!({
            "usersAndGroups": { "accessType": "blocked", "targets": [{ "target": "AllUsers", "targetType": "user" }] },
            "applications": { "accessType": "blocked", "targets": [{ "target": "AllApplications", "targetType": "application" }] },
        });
        restrictions["devices"] = devices;
        let trust = json!({ "isMfaAccepted": is_accepted });
        let default = json!({ "tenantRestrictions": restrictions, "inboundTrust": trust });
        with(json!({ "crossTenantAccessPolicy": { "default": default } }))
    };
    let devices = json!({ "mode": "allowed", "rule": "x" });
    for spelling in [Spelling::TerraformMicrosoft365, Spelling::TerraformMicrosoft365Wp] {
        let is_said = |devices: &Value| {
            is_expressed(spelling, &default(devices.clone(), false), &default(devices.clone(), true))
        };
        assert!(is_said(&Value::Null) && !is_said(&devices), "{spelling:?}");
    }
}

#[test]
fn microsoft365dsc_states_switches_of_which_none_returns_to_the_default() {
    let trust = |switches: Value| partner(json!({ "inboundTrust": switches }));
    let one = || trust(json!({ "isMfaAccepted": true }));
    let two = || trust(json!({ "isMfaAccepted": true, "isCompliantDeviceAccepted": true }));
    let is_said = |before: &Scenario, after: &Scenario| is_expressed(Spelling::Dsc, before, after);
    assert!(is_said(&one(), &two()) && is_said(&partner(json!({})), &one()));
    assert!(!is_said(&two(), &one()) && !is_said(&one(), &partner(json!({}))));
}

#[test]
fn microsoft365dsc_removes_no_organization_that_is_still_synchronized() {
    let synchronized =
        partner(json!({ "identitySynchronization": { "userSyncInbound": { "isSyncAllowed": true } } }));
    let nothing = with(json!({}));
    let written = |before: &Scenario| {
        let changes = changes(before, &nothing).swap_remove(0);
        Spelling::Dsc.write(&changes, &nothing.tenants[0])
    };
    let kept = written(&synchronized);
    assert!(!kept.text.contains("Absent"), "{}", kept.text);
    assert!(kept.left_out.iter().any(|left| left.why.contains("refuses to remove")), "{:?}", kept.left_out);
    let removed = written(&partner(json!({ "inboundTrust": { "isMfaAccepted": true } })));
    assert!(removed.text.contains("Absent") && removed.left_out.is_empty(), "{}", removed.text);
}

/// The type that declares the members is derived from an abstract one: Graph refuses tenants that do not say which.
#[test]
fn external_tenants_are_sent_with_the_type_they_are_of() {
    const ENUMERATED: &str = "#microsoft.graph.conditionalAccessEnumeratedExternalTenants";
    const ALL: &str = "#microsoft.graph.conditionalAccessAllExternalTenants";
    let policy = |tenants: Value| {
        let guests =
            json!({ "guestOrExternalUserTypes": "b2bDirectConnectUser", "externalTenants": tenants });
        let users = json!({ "includeGuestsOrExternalUsers": guests });
        with(
            json!({ "conditionalAccessPolicies": [{ "id": "c", "displayName": "C", "state": "enabled", "conditions": { "users": users } }] }),
        )
    };
    let enumerated = |members: Value| policy(json!({ "membershipKind": "enumerated", "members": members }));
    let (none, all) = (with(json!({})), policy(json!({ "membershipKind": "all" })));
    let (one, two) = (enumerated(json!(["b"])), enumerated(json!(["b", "n"])));
    for (before, after, expected) in [
        (&none, &one, json!({ "@odata.type": ENUMERATED, "membershipKind": "enumerated", "members": ["b"] })),
        (
            &one,
            &two,
            json!({ "@odata.type": ENUMERATED, "membershipKind": "enumerated", "members": ["b", "n"] }),
        ),
        (&one, &all, json!({ "@odata.type": ALL, "membershipKind": "all" })),
    ] {
        let changes = changes(before, after).swap_remove(0);
        let body = changes.operations[0].body.as_ref().unwrap();
        let sent = body.pointer("/conditions/users/includeGuestsOrExternalUsers/externalTenants");
        assert_eq!(sent, Some(&expected));
        for spelling in [
            Spelling::Patch,
            Spelling::Http,
            Spelling::PowerShell,
            Spelling::AzureCli,
            Spelling::TerraformMsGraph,
        ] {
            let written = spelling.write(&changes, &after.tenants[0]);
            let is_left = written.left_out.iter().any(|left| left.why.contains("conditional access"));
            let type_name = expected["@odata.type"].as_str().unwrap();
            assert!(written.text.contains(type_name) || is_left, "{spelling:?}: {}", written.text);
        }
    }
}
