//! A hand-over gives away what has to go from one side to the other, and nothing else of ours.

use entente_exchange::gallery::ENTRIES;
use entente_exchange::handover::{Handover, handover};
use entente_policy::{Scenario, Tenant};
use proptest::prelude::*;

use super::edit::{Edit, edited};
use crate::strategy::{Random, Shapes, config, scenario};

/// Whether a text stands in another by itself, and not as a part of a longer word.
fn occurs(text: &str, word: &str) -> bool {
    let is_part = |character: Option<char>| {
        character.is_some_and(|character| character.is_alphanumeric() || character == '-')
    };
    let text = text.replace('\\', "").to_lowercase();
    let word = word.to_lowercase();
    text.match_indices(&word).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}

/// Everything of a tenant that has an id or a name.
fn ids_and_names(tenant: &Tenant) -> Vec<(String, bool)> {
    let directory = &tenant.directory;
    let mut all = Vec::new();
    let mut add = |id: &str, name: &str| all.extend([(id.to_owned(), true), (name.to_owned(), false)]);
    directory.users.iter().for_each(|user| add(user.id.as_str(), &user.display_name));
    directory.users.iter().for_each(|user| add(user.id.as_str(), &user.user_principal_name));
    directory.groups.iter().for_each(|group| add(group.id.as_str(), &group.display_name));
    directory.applications.iter().for_each(|app| add(app.app_id.as_str(), &app.display_name));
    tenant
        .conditional_access_policies
        .iter()
        .for_each(|policy| add(policy.id.as_str(), &policy.display_name));
    all.retain(|(text, _)| !text.trim().is_empty());
    all
}

fn tells_nothing_else(handover: &Handover, ours: &Tenant, theirs: &Tenant) {
    let texts = [handover.markdown(), handover.to_json().to_string()];
    let known_to_them = ids_and_names(theirs);
    for (word, is_id) in ids_and_names(ours) {
        let is_received = is_id && handover.receives.iter().any(|object| object.id.is(&word));
        let is_theirs = known_to_them.iter().any(|(theirs, _)| theirs.eq_ignore_ascii_case(&word));
        // Applications of Microsoft’s have one id, and one name, everywhere.
        if is_received || is_theirs || word == ours.display_name {
            continue;
        }
        for text in &texts {
            assert!(
                !occurs(text, &word),
                "{word} of {} is nobody else’s business:\n{text}",
                ours.display_name
            );
        }
    }
    for partner in &ours.cross_tenant_access_policy.partners {
        let id = partner.tenant_id.as_str();
        let is_party = [&handover.to.0, &handover.from.0].contains(&&partner.tenant_id);
        assert!(is_party || texts.iter().all(|text| !occurs(text, id)), "{id} is another organization’s");
    }
}

fn all_tell_nothing_else(before: &Scenario, after: &Scenario) -> usize {
    let mut count = 0;
    for ours in &after.tenants {
        for theirs in after.tenants.iter().filter(|theirs| theirs.id != ours.id) {
            if let Some(handover) = handover(before, after, &theirs.id, &ours.id) {
                tells_nothing_else(&handover, ours, theirs);
                count += 1;
            }
        }
    }
    count
}

#[test]
fn hand_overs_between_scenarios_of_the_gallery() {
    let mut count = 0;
    for before in ENTRIES {
        for after in ENTRIES {
            count += all_tell_nothing_else(&before.scenario(), &after.scenario());
        }
    }
    assert!(count > 500, "{count} hand-overs are too few to say anything");
}

#[test]
fn what_lets_in_is_answered_by_what_lets_out() {
    let find = |id: &str| ENTRIES.iter().find(|entry| entry.id == id).unwrap().scenario();
    let (before, after) = (find("shipped-defaults"), find("example-2"));
    let [contoso, fabrikam] = [&after.tenants[0], &after.tenants[1]];
    let handover = handover(&before, &after, &fabrikam.id, &contoso.id).unwrap();
    let markdown = handover.markdown();
    assert!(markdown.contains("b2bDirectConnectOutbound"), "{markdown}");
    assert!(markdown.contains(contoso.id.as_str()), "{markdown}");
    assert!(handover.sends.iter().all(|object| fabrikam.directory.group(&object.id).is_some()), "{markdown}");
    assert!(!handover.sends.is_empty(), "{markdown}");
}

/// Their side of the example as it was edited, and what is asked of them.
fn asked(edit: impl FnOnce(&mut Scenario)) -> (Option<Handover>, [entente_policy::Id; 2]) {
    let before = ENTRIES.iter().find(|entry| entry.id == "example-2").unwrap().scenario();
    let mut after = before.clone();
    edit(&mut after);
    let ids = [after.tenants[0].id.clone(), after.tenants[1].id.clone()];
    (handover(&before, &after, &ids[1], &ids[0]), ids)
}

fn put(scenario: &mut Scenario, address: &str, value: serde_json::Value) {
    *scenario = entente_exchange::place::set(scenario, address, value).unwrap();
}

#[test]
fn synchronization_defaults_and_clouds_of_theirs_are_asked_for() {
    use serde_json::json;
    let everybody = json!({
        "usersAndGroups": { "accessType": "allowed", "targets": [{ "target": "AllUsers", "targetType": "user" }] },
        "applications": { "accessType": "allowed", "targets": [{ "target": "AllApplications", "targetType": "application" }] },
    });
    let (told, _) = asked(|after| {
        let (us, they) = (after.tenants[0].id.clone(), after.tenants[1].id.clone());
        let sync = json!({ "userSyncInbound": { "isSyncAllowed": true } });
        put(after, &format!("{they}/partners/{us}/identitySynchronization"), sync);
    });
    let told = told.unwrap();
    assert_eq!((told.asks.len(), told.asks[0].name), (1, "identitySynchronization"));
    assert!(told.not_asked.is_empty() && told.markdown().contains("isSyncAllowed"), "{}", told.markdown());
    // Their defaults reach us where they state nothing about us.
    let (told, _) = asked(|after| {
        let they = after.tenants[1].id.clone();
        put(after, &format!("{they}/default/inboundTrust"), json!({ "isMfaAccepted": true }));
    });
    let told = told.unwrap();
    assert_eq!(told.asks[0].of, entente_exchange::handover::Of::Default);
    assert!(told.markdown().contains("Default settings: inboundTrust"), "{}", told.markdown());
    let (told, _) = asked(|after| {
        let (us, they) = (after.tenants[0].id.clone(), after.tenants[1].id.clone());
        assert!(
            after.tenants[1]
                .cross_tenant_access_policy
                .partner(&us)
                .is_some_and(|partner| partner.settings.b2b_direct_connect_outbound.is_some())
        );
        put(after, &format!("{they}/default/b2bDirectConnectOutbound"), everybody.clone());
    });
    let told = told.unwrap();
    assert!(told.asks.is_empty(), "{told:?}");
    assert_eq!(told.not_asked, [entente_exchange::handover::Beside::Default]);
    // The other cloud is enabled on both sides.
    let government = |after: &mut Scenario| {
        std::sync::Arc::make_mut(&mut after.tenants[0]).cloud = entente_policy::Cloud::UsGovernment;
    };
    let mut before = ENTRIES.iter().find(|entry| entry.id == "example-2").unwrap().scenario();
    government(&mut before);
    for (edited, is_stated) in [(1, true), (0, false)] {
        let mut after = before.clone();
        let other = after.tenants[1 - edited].cloud.endpoint();
        let edited = std::sync::Arc::make_mut(&mut after.tenants[edited]);
        edited.cross_tenant_access_policy.allowed_cloud_endpoints.push(other.into());
        let told = handover(&before, &after, &after.tenants[1].id, &after.tenants[0].id).unwrap();
        assert_eq!((told.asks.len(), told.asks[0].is_stated), (1, is_stated), "{told:?}");
        assert_eq!(
            (told.asks[0].name, &told.asks[0].value),
            ("allowedCloudEndpoints", &json!(["microsoftonline.us"]))
        );
        assert!(told.not_asked.is_empty());
    }
}

#[test]
fn what_is_not_about_us_is_named_and_not_asked_for() {
    use serde_json::json;
    let (told, _) = asked(|after| {
        let they = after.tenants[1].id.clone();
        put(after, &format!("{they}/authorizationPolicy/allowInvitesFrom"), json!("none"));
    });
    let told = told.unwrap();
    assert!(told.asks.is_empty() && told.markdown().contains("external collaboration settings"), "{told:?}");
    assert_eq!(told.not_asked, [entente_exchange::handover::Beside::Collaboration]);
    assert!(asked(|_| {}).0.is_none());
}

#[test]
fn a_name_is_no_object_id() {
    let (told, _) = asked(|after| {
        let (us, they) = (after.tenants[0].id.clone(), after.tenants[1].id.clone());
        let named = serde_json::json!({
            "usersAndGroups": { "accessType": "allowed", "targets": [
                { "target": "ana@contoso.example", "targetType": "user" }, { "target": "{groupId}", "targetType": "group" }] },
            "applications": { "accessType": "bogus", "targets": [] },
        });
        put(after, &format!("{they}/partners/{us}/b2bCollaborationInbound"), named);
    });
    let told = told.unwrap();
    let text = told.markdown();
    assert!(told.names_no_ids() && !text.contains("Object ids of ours"), "{text}");
    assert!(text.contains("Names of ours that stand in these settings, and are no ids yet"), "{text}");
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn nothing_else_is_told(
        Random(before) in scenario(Shapes::Any),
        Random(other) in scenario(Shapes::Any),
        edit in any::<Edit>(),
    ) {
        let after = edited(&before, &other, &edit);
        all_tell_nothing_else(&before, &after);
    }
}
