use alloc::string::{String, ToString};

use entente_policy::{Id, Property, Scenario};
use serde_json::json;

use super::{About, Belongs, Choices, File, ImportError, Imported, Named, What, apply, pair, read};

const FABRIKAM: &str = "f0000000-0000-4000-8000-000000000001";

fn fresh() -> Scenario {
    pair(
        &Named::of("Contoso=c0000000-0000-4000-8000-000000000001"),
        &Named::of("Fabrikam=f0000000-0000-4000-8000-000000000001"),
    )
}

fn belongs() -> Belongs {
    Belongs::to(Id::from("c0000000-0000-4000-8000-000000000001"))
}

/// All or nothing, into the tenant that is told.
fn import(scenario: &Scenario, belongs: &Belongs, files: &[File<'_>]) -> Result<Imported, ImportError> {
    let plan = read(files);
    match plan.refused().next() {
        Some(error) => Err(error.clone()),
        None => apply(&plan, scenario, &Choices::all(belongs.clone())),
    }
}

fn imported(text: &str) -> Imported {
    import(&fresh(), &belongs(), &[File::of_text("a.json", text)]).unwrap_or_else(|error| panic!("{error}"))
}

fn error(text: &str) -> String {
    import(&fresh(), &belongs(), &[File::of_text("a.json", text)]).unwrap_err().to_string()
}

fn what(text: &str) -> What {
    read(&[File::of_text("a.json", text)]).pieces[0].what
}

#[test]
fn a_bundle_has_a_place_for_each_of_its_parts() {
    let text = json!({
        "policy": { "@odata.context": "…", "id": "x", "displayName": "CrossTenantAccessPolicy", "allowedCloudEndpoints": ["microsoftonline.us"] },
        "default": { "isServiceDefault": false, "inboundTrust": { "isMfaAccepted": true, "isCompliantNetworkAccepted": true } },
        "partners": { "value": [{ "tenantId": FABRIKAM, "crossCloudMeetingConfiguration": { "inboundAllowed": false }, "inboundTrust": null }] }
    });
    let Imported { scenario, report } = imported(&text.to_string());
    let policy = &scenario.tenants[0].cross_tenant_access_policy;
    assert_eq!(policy.allowed_cloud_endpoints, ["microsoftonline.us"]);
    assert_eq!(policy.default.settings.inbound_trust.as_ref().unwrap().is_mfa_accepted, Some(true));
    assert_eq!(policy.partners[0].tenant_id, Id::from(FABRIKAM));
    assert!(policy.partners[0].settings.rest.contains_key("crossCloudMeetingConfiguration"));
    let read: alloc::vec::Vec<What> = report.read.iter().map(|taken| taken.what).collect();
    assert_eq!(read, [What::Default, What::Partners, What::Policy]);
    let kept: alloc::vec::Vec<&str> = report.kept.iter().map(|kept| kept.pointer.as_str()).collect();
    assert_eq!(
        kept,
        [
            "/default/inboundTrust/isCompliantNetworkAccepted",
            "/partners/value/0/crossCloudMeetingConfiguration"
        ]
    );
    assert_eq!(report.annotations, 1);
    assert_eq!(report.missing, [What::Synchronization, What::ConditionalAccessPolicies, What::Authorization]);
}

#[test]
fn relationships_in_the_policy_are_read_as_well() {
    let text = json!({ "allowedCloudEndpoints": [], "default": { "inboundTrust": { "isMfaAccepted": true } }, "partners": [] });
    let policy = imported(&text.to_string()).scenario.tenants[0].cross_tenant_access_policy.clone();
    assert!(policy.default.settings.inbound_trust.is_some());
}

#[test]
fn conditional_access_and_who_may_invite() {
    let text = json!({ "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies",
        "value": [{ "id": "p", "displayName": "MFA", "state": "enabled", "createdDateTime": "2020-01-01T00:00:00Z",
            "conditions": { "users": { "includeUsers": ["All"] }, "applications": { "includeApplications": ["All"] }, "userRiskLevels": [], "locations": null },
            "grantControls": { "operator": "OR", "builtInControls": ["mfa"], "authenticationStrength": null }, "sessionControls": null }] });
    let Imported { scenario, report } = imported(&text.to_string());
    assert_eq!(scenario.tenants[0].conditional_access_policies.len(), 1);
    assert_eq!(report.read[0].what, What::ConditionalAccessPolicies);
    assert!(report.kept.iter().any(|kept| kept.pointer == "/value/0/createdDateTime"), "{report:?}");
    let text = r#"{"id":"authorizationPolicy","allowInvitesFrom":"adminsAndGuestInviters","guestUserRoleId":"2af84b1e-32c8-42b7-82bc-daa82404023b"}"#;
    let Imported { scenario, report } = imported(text);
    assert!(scenario.tenants[0].authorization_policy.allow_invites_from.is_some());
    assert_eq!(report.kept.len(), 2);
}

#[test]
fn a_body_that_does_not_say_whose_needs_to_be_told() {
    let text = r#"{"inboundTrust": {"isMfaAccepted": true}}"#;
    assert!(error(text).contains("does not say which of the tenant’s settings"), "{}", error(text));
    let about = |about| Belongs {
        about: Some(about),
        property: Some(Property::B2bDirectConnectInbound),
        ..belongs()
    };
    let file = File::of_text("a.json", text);
    let default = import(&fresh(), &about(About::Default), &[file]).unwrap().scenario;
    assert!(default.tenants[0].cross_tenant_access_policy.default.settings.inbound_trust.is_some());
    let setting = File::of_text(
        "b.json",
        r#"{"b2bSetting":{"applications":{"accessType":"allowed","targets":[{"target":"Office365","targetType":"application"}]}}}"#,
    );
    let partner = import(&fresh(), &about(About::Partner(Id::from(FABRIKAM))), &[file, setting]).unwrap();
    let settings = &partner.scenario.tenants[0].cross_tenant_access_policy.partners[0].settings;
    assert!(settings.inbound_trust.is_some() && settings.b2b_direct_connect_inbound.is_some());
    let notes = &partner.report.notes;
    assert!(notes.iter().any(|note| note.says.contains("`usersAndGroups` is not")));
}

#[test]
fn what_was_not_asked_for_stays_as_it_was() {
    let whole = format_args!(r#"[{{"tenantId":"{FABRIKAM}","inboundTrust":{{"isMfaAccepted":true}},"identitySynchronization":{{"userSyncInbound":{{"isSyncAllowed":true}}}}}}]"#).to_string();
    let selected = format_args!(r##"{{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#policies/crossTenantAccessPolicy/partners(tenantId,b2bCollaborationInbound)","value":[{{"tenantId":"{FABRIKAM}","b2bCollaborationInbound":null}}]}}"##).to_string();
    let unexpanded = format_args!(r#"{{"value":[{{"tenantId":"{FABRIKAM}","inboundTrust":null,"b2bCollaborationInbound":null,"b2bCollaborationOutbound":null,"b2bDirectConnectInbound":null,"b2bDirectConnectOutbound":null}}]}}"#).to_string();
    let files = |second| [File::of_text("1", &whole), File::of_text("2", second)];
    let after = import(&fresh(), &belongs(), &files(&selected)).unwrap();
    assert!(
        after.scenario.tenants[0].cross_tenant_access_policy.partners[0].settings.inbound_trust.is_some()
    );
    assert!(after.report.notes.iter().any(|note| note.says.contains("Only some properties were asked for")));
    let after = import(&fresh(), &belongs(), &files(&unexpanded)).unwrap();
    let settings = &after.scenario.tenants[0].cross_tenant_access_policy.partners[0].settings;
    assert!(settings.inbound_trust.is_none() && settings.identity_synchronization.is_some());
}

#[test]
fn errors_name_the_file_the_place_and_the_way_out() {
    assert_eq!(
        error("{\"value\": [\n  {\"tenantId\": \"f\"},\n  {\"tenantId\": 7}\n]}"),
        "a.json, line 3, column 16, `/value/1/tenantId`: an id belongs here, and this is a number. Get it again with `GET https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/partners?$expand=identitySynchronization`, and save the answer as it comes"
    );
    assert!(error("{\"a\": ").starts_with(
        "a.json, line 1, column 7: this cannot be read: a value belongs here, and this is the end of the text"
    ));
    let block = "AADCrossTenantAccessPolicyConfigurationPartner 'x' { PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'; InboundTrust = 'yes' }";
    assert!(error(block).contains("Export-M365DSCConfiguration"), "{}", error(block));
    assert!(error("{\"users\": 1}").contains("an object with `users` is nothing"));
    assert!(error("7").contains("there is no JSON in this"));
    assert!(
        error(r#"{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges"}}"#)
            .contains("Policy.Read.All")
    );
    assert!(
        error(r#"{"value":[{"tenantId":"A"},{"tenantId":"a"}]}"#)
            .contains("`/value/1/tenantId`: this organization stands in the list already")
    );
    assert!(
        error(r#"{"tenantId":"C0000000-0000-4000-8000-000000000001"}"#).contains("no partner of its own")
    );
    let nowhere =
        import(&fresh(), &Belongs::to(Id::from("x")), &[File::of_text("a", r#"{"isServiceDefault":true}"#)]);
    assert!(nowhere.unwrap_err().to_string().contains("no tenant `x`"));
}

#[test]
fn everything_says_what_it_is() {
    assert_eq!(what("\u{feff}{\"isServiceDefault\": true}"), What::Default);
    assert_eq!(what(r#"{"value":{"displayName":"CrossTenantAccessPolicy","definition":"…"}}"#), What::Policy);
    assert_eq!(what(r#"{"tenantId":"a","userSyncInbound":{"isSyncAllowed":true}}"#), What::Synchronization);
    assert_eq!(what(r#"{"templateApplicationLevel":"newPartners"}"#), What::Template);
    assert_eq!(what(r#"{"tenantId":"a","deletedDateTime":"2026-01-01T00:00:00Z"}"#), What::DeletedPartner);
    assert_eq!(what(&crate::document::to_text(&fresh())), What::Scenario);
    assert_eq!(
        what(
            r##"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#policies/crossTenantAccessPolicy/partners","value":[]}"##
        ),
        What::Partners
    );
}

#[test]
fn no_text_breaks_the_reader() {
    let text = json!({ "policy": { "allowedCloudEndpoints": [] }, "default": { "isServiceDefault": true, "x": [1, "é\"\\"] },
        "partners": [{ "tenantId": FABRIKAM, "tenantRestrictions": { "usersAndGroups": { "accessType": "blocked", "targets": [{ "target": "AllUsers", "targetType": "user" }] } } }] });
    let text = text.to_string();
    for cut in 0..text.len() {
        for with in ["", "7", "}", "null", "\"", "[]"] {
            let mut mutated = String::from_utf8_lossy(&text.as_bytes()[..cut]).into_owned();
            mutated.push_str(with);
            mutated.push_str(&String::from_utf8_lossy(&text.as_bytes()[(cut + 1).min(text.len())..]));
            let _ = import(&fresh(), &belongs(), &[File::of_text("a", &mutated)]);
        }
    }
    let deep: String = core::iter::repeat_n('[', 100_000).collect();
    assert!(error(&deep).contains("more than 64 objects and lists"));
}

#[test]
fn what_a_whole_list_takes_out_is_named() {
    const OTHER: &str = "e0000000-0000-4000-8000-000000000001";
    let before = json!({
        "partners": [{ "tenantId": FABRIKAM, "inboundTrust": null }, { "tenantId": OTHER, "inboundTrust": null }],
        "conditionalAccessPolicies": [{ "id": "1", "displayName": "Second factor", "state": "enabled", "conditions": {}, "grantControls": null, "sessionControls": null }]
    });
    let before = imported(&before.to_string()).scenario;
    let again = |text: serde_json::Value| {
        let text = text.to_string();
        let imported = import(&before, &belongs(), &[File::of_text("a.json", &text)]).unwrap();
        let told = imported.report.notes.into_iter().filter(|note| note.code == "takenOut");
        told.map(|note| (note.pointer, note.says)).collect::<alloc::vec::Vec<_>>()
    };
    let told = again(json!({ "partners": [{ "tenantId": OTHER, "inboundTrust": null }] }));
    let says =
        "Not in this list, and taken out: Fabrikam (`f0000000-0000-4000-8000-000000000001`).".to_string();
    assert_eq!(told, [("/partners".to_string(), says)]);
    let told = again(json!({ "conditionalAccessPolicies": [] }));
    let says = "Not in this list, and taken out: Second factor (`1`).".to_string();
    assert_eq!(told, [("/conditionalAccessPolicies".to_string(), says)]);
    assert_eq!(
        again(
            json!({ "partners": [{ "tenantId": FABRIKAM, "inboundTrust": null }, { "tenantId": OTHER, "inboundTrust": null }] })
        ),
        []
    );
    assert_eq!(
        again(json!({ "partners": { "value": [], "@odata.nextLink": "https://graph.microsoft.com/x" } })),
        []
    );
}
