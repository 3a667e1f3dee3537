use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use crate::gallery::ENTRIES;

fn shared(at: usize) -> Shared {
    let entry = &ENTRIES[at];
    let view = entry.first_view();
    let scenario = entry.scenario();
    Shared {
        baseline: (at > 0).then(|| ENTRIES[at - 1].scenario()),
        view: SharedView {
            home: view.home,
            feature: view.feature,
            cell: view.cell(&scenario),
            whole_class: at % 2 == 1,
            defaults: [at % 3 == 1, at % 3 == 2],
            expanded: [(String::from("anyone"), true), (scenario.tenants[0].id.as_str().into(), false)]
                .into_iter()
                .take(at % 3)
                .collect(),
        },
        scenario,
    }
}

#[test]
fn what_is_shared_is_read() {
    for (at, entry) in ENTRIES.iter().enumerate() {
        let shared = shared(at);
        let link = encode(&shared);
        assert!(is_link(&link));
        assert_eq!(decode(&link).unwrap(), shared, "{}", entry.id);
    }
}

#[test]
fn texts_that_look_like_symbols_stay_as_they_are() {
    let mut shared = shared(0);
    for title in ["~0", "~~", "~", "a~1", "~1~"] {
        shared.scenario.title = title.into();
        assert_eq!(decode(&encode(&shared)).unwrap().scenario.title, title);
    }
}

#[test]
fn a_broken_link_says_what_is_wrong() {
    let link = encode(&shared(2));
    let said = |link: &str| decode(link).unwrap_err().to_string();
    assert!(said("").contains("no link"));
    assert!(said("9.abc").contains("newer Entente"));
    assert!(said("1.a+b").contains("changed on its way"));
    assert!(said(&link.chars().take(link.len() / 2).collect::<String>()).contains("cut short"));
    assert!(said(&alloc::format!("{link}AAAA")).contains("cut short or changed"));
    let nothing =
        alloc::format!("1.{}", base64url::encode(&wrap(&[], b"{\"i\":[],\"x\":{\"s\":{\"tenants\":[]}}}")));
    assert!(said(&nothing).contains("0 of the two tenants"));
    let bomb = wrap(&[], &alloc::vec![b' '; MAX_BYTES + 1]);
    assert!(said(&alloc::format!("1.{}", base64url::encode(&bomb))).contains("more than this page reads"));
}

#[test]
fn a_view_that_makes_no_sense_is_left_out() {
    let scenario = shared(0).scenario;
    let state = serde_json::json!({ "s": scenario.write(),
        "v": { "h": 7, "f": "telepathy", "w": "yes", "p": [2, 1, 1], "o": [3, "anyone"], "c": "all" } });
    let (ids, state) = symbols::shorten(state);
    let link = alloc::format!("1.{}", base64url::encode(&wrap(&ids, state.to_string().as_bytes())));
    let view = decode(&link).unwrap().view;
    assert_eq!(view.defaults, [false, true]);
    assert_eq!(view.expanded, [(String::from("anyone"), true)]);
    assert_eq!(SharedView { defaults: [false; 2], expanded: Vec::new(), ..view }, SharedView::default());
}

#[test]
fn no_link_breaks_the_reader() {
    let link: Vec<u8> = encode(&shared(3)).into_bytes();
    for at in 2..link.len() {
        for byte in [b'A', b'z', b'_', link[at] ^ 1] {
            let mut changed = link.clone();
            changed[at] = byte;
            let _ = decode(&String::from_utf8_lossy(&changed));
        }
        let _ = decode(&String::from_utf8_lossy(&link[..at]));
    }
}

/// Two tenants with six people and four applications each, all ids random as directories make them, groups,
/// organizational settings on both sides, a policy, and three tests.
fn typical() -> Shared {
    let mut seed = 7_u64;
    let mut id = || {
        let mut word = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            seed >> 32
        };
        let (a, b, c) = (word(), word(), word());
        alloc::format!(
            "{a:08x}-{:04x}-4{:03x}-8{:03x}-{:04x}{c:08x}",
            b >> 16 & 0xFFFF,
            b & 0xFFF,
            a & 0xFFF,
            c & 0xFFFF
        )
    };
    let people = [
        ["Maya Lindqvist", "Tom Becker", "Aisha Rahman", "Jonas Weber", "Chloe Martin", "Diego Santos"],
        ["Ana Ruiz", "Li Wei", "Noor Haddad", "Ben Okafor", "Priya Nair", "Sam Dubois"],
    ];
    let apps =
        [["SharePoint Online", "Payroll", "Expenses"], ["SharePoint Online", "Campaign planner", "Wiki"]];
    let names = ["Contoso", "Fabrikam"];
    let mut tenants = Vec::new();
    let tenant_ids = [id(), id()];
    for side in 0..2 {
        let users: Vec<Value> = people[side]
            .iter()
            .map(|name| {
                let short = name.split(' ').next().unwrap().to_lowercase();
                serde_json::json!({ "id": id(), "displayName": name,
                    "userPrincipalName": alloc::format!("{short}@{}.com", names[side].to_lowercase()) })
            })
            .collect();
        let mut applications: Vec<Value> = apps[side]
            .iter()
            .map(|name| serde_json::json!({ "appId": id(), "displayName": name, "kind": "lineOfBusiness" }))
            .collect();
        applications.push(serde_json::json!({ "appId": "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
            "displayName": "Teams shared channel", "kind": "office365" }));
        let marketing = id();
        let groups = serde_json::json!([{ "id": marketing, "displayName": "Marketing",
            "members": [users[0]["id"], users[1]["id"], users[2]["id"]] }]);
        tenants.push(serde_json::json!({ "id": tenant_ids[side], "displayName": names[side],
            "domains": [alloc::format!("{}.com", names[side].to_lowercase())], "cloud": "commercial",
            "directory": { "users": users, "groups": groups, "applications": applications } }));
    }
    let all = |access: &str| {
        serde_json::json!({
        "usersAndGroups": { "accessType": access, "targets": [{ "target": "AllUsers", "targetType": "user" }] },
        "applications": { "accessType": access, "targets": [{ "target": "AllApplications", "targetType": "application" }] } })
    };
    let group = |id: &Value| {
        serde_json::json!({
        "usersAndGroups": { "accessType": "allowed", "targets": [{ "target": id, "targetType": "group" }] },
        "applications": { "accessType": "allowed", "targets": [{ "target": "AllApplications", "targetType": "application" }] } })
    };
    let marketing = tenants[1]["directory"]["groups"][0]["id"].clone();
    for side in 0..2 {
        let (into, out) =
            if side == 0 { (group(&marketing), all("allowed")) } else { (all("allowed"), group(&marketing)) };
        tenants[side]["crossTenantAccessPolicy"] = serde_json::json!({
            "default": { "b2bDirectConnectInbound": all("blocked"), "b2bDirectConnectOutbound": all("blocked") },
            "partners": [{ "tenantId": tenant_ids[1 - side], "b2bDirectConnectInbound": into,
                "b2bDirectConnectOutbound": out, "inboundTrust": { "isMfaAccepted": true,
                "isCompliantDeviceAccepted": false, "isHybridAzureADJoinedDeviceAccepted": false } }] });
    }
    tenants[0]["conditionalAccessPolicies"] = serde_json::json!([{ "id": id(), "displayName": "External users: require MFA",
        "state": "enabled", "conditions": { "users": { "includeGuestsOrExternalUsers": {
        "guestOrExternalUserTypes": "b2bDirectConnectUser", "externalTenants": { "membershipKind": "all" } } },
        "applications": { "includeApplications": ["Office365"] } },
        "grantControls": { "operator": "AND", "builtInControls": ["mfa"] } }]);
    let test = |user: usize, outcome: &str| {
        serde_json::json!({
        "what": alloc::format!("{} is {outcome}", people[1][user]), "home": tenant_ids[1], "resource": tenant_ids[0],
        "feature": "b2bDirectConnect", "user": tenants[1]["directory"]["users"][user]["id"],
        "application": "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "expect": { "outcome": outcome } })
    };
    let tests = [test(0, "blocked"), test(3, "blocked"), test(4, "blocked")];
    let scenario = serde_json::json!({ "title": "Marketing only", "tenants": tenants, "tests": tests });
    let scenario = document::from_value(scenario).unwrap();
    let view = SharedView {
        home: 1,
        feature: Feature::B2bDirectConnect,
        cell: Some((
            Subject::User(scenario.tenants[1].directory.users[3].id.clone()),
            Resource::Application(scenario.tenants[0].directory.applications[3].app_id.clone()),
        )),
        whole_class: true,
        defaults: [true, false],
        expanded: alloc::vec![("anyone".into(), false)],
    };
    let mut before = scenario.clone();
    before.title = "Before".into();
    Shared { scenario, baseline: Some(before), view }
}

#[test]
fn a_link_is_short_enough_to_be_sent() {
    let shared = typical();
    let link = encode(&shared);
    assert_eq!(decode(&link).unwrap(), shared);
    assert!(link.len() <= 1_200, "{} characters", link.len());
}
