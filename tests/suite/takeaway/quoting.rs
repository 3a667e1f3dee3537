//! Whatever people typed stays text, in every language that changes are written in: each file is read by a small reader
//! of the language, and says the same with any names and ids as with plain ones but for these.

use entente_exchange::changes::{Changes, Operation, Spelling, changes};
use entente_policy::{Scenario, Shape};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::reader::{self, Read};
use crate::strategy::config;

/// A scenario before and after an edit that brings `text` into everything that a person can type.
fn edit(text: &str) -> (Scenario, Scenario) {
    let id = |what: &str| format!("{what}{text}");
    let tenant = |id: String| json!({ "id": id, "displayName": text, "cloud": "commercial" });
    let before = json!({ "title": "t", "tenants": [tenant(id("a")), tenant(id("b"))] });
    let mut after = before.clone();
    let list = |kind: &str| json!({ "accessType": "allowed", "targets": [{ "target": id(kind), "targetType": kind }] });
    let setting = json!({ "usersAndGroups": list("user"), "applications": list("application") });
    after["tenants"][0]["crossTenantAccessPolicy"] = json!({
        "displayName": text,
        "allowedCloudEndpoints": [id("cloud")],
        "default": { "b2bCollaborationOutbound": setting, "inboundTrust": { "isMfaAccepted": true, text: text } },
        "partners": [{
            "tenantId": id("b"), "b2bDirectConnectInbound": setting,
            "identitySynchronization": { "displayName": text, "userSyncInbound": { "isSyncAllowed": true } },
        }],
    });
    after["tenants"][0]["conditionalAccessPolicies"] = json!([{
        "id": id("p"), "displayName": text, "state": "enabled",
        "conditions": { "users": { "includeUsers": [text] }, "applications": { "includeApplications": ["All"] } },
    }]);
    after["tenants"][0]["teams"] =
        json!({ "channelsPolicies": [{ "identity": id("t"), "allowSharedChannelCreation": false }] });
    (Scenario::from_json(before).unwrap(), Scenario::from_json(after).unwrap())
}

fn written(spelling: Spelling, text: &str) -> (Changes, String) {
    let (before, after) = edit(text);
    let changes = changes(&before, &after).swap_remove(0);
    let written = spelling.write(&changes, &after.tenants[0]).text;
    (changes, written)
}

/// What a reader has to find: method, address and body of each request.
fn requests(operations: &[Operation], changes: &Changes) -> Vec<(String, String, Value)> {
    let body = |operation: &Operation| operation.body.clone().unwrap_or_default();
    let all = operations.iter();
    all.map(|operation| (operation.method.as_str().into(), operation.url(changes.cloud), body(operation)))
        .collect()
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    type Reader = fn(&str) -> Read;
    let requested: [(Spelling, Reader); 4] = [
        (Spelling::Http, reader::http),
        (Spelling::PowerShell, reader::powershell),
        (Spelling::AzureCli, reader::shell),
        (Spelling::TerraformMsGraph, reader::msgraph),
    ];
    for (spelling, read) in requested {
        let (changes, file) = written(spelling, text);
        let found = read(&file);
        prop_assert_eq!(&found.requests, &requests(&changes.operations, &changes), "{}", file);
        let plain = read(&written(spelling, "plain").1);
        prop_assert_eq!(&found.skeleton, &plain.skeleton, "{:?}\n{}", spelling, file);
    }
    for (spelling, read) in
        [(Spelling::TerraformMicrosoft365Wp, reader::hcl as Reader), (Spelling::Dsc, reader::powershell)]
    {
        let (_, file) = written(spelling, text);
        let (found, plain) = (read(&file), read(&written(spelling, "plain").1));
        prop_assert_eq!(&found.skeleton, &plain.skeleton, "{:?}\n{}", spelling, file);
        for (found, plain) in found.texts.iter().zip(&plain.texts) {
            prop_assert_eq!(found, &plain.replace("plain", text), "{}", file);
        }
    }
    let (changes, file) = written(Spelling::Patch, text);
    prop_assert_eq!(serde_json::from_str::<Value>(&file).unwrap(), changes.to_json());
    Ok(())
}

#[test]
fn what_has_a_meaning_elsewhere_is_text() {
    for text in [
        "'",
        "\"",
        "`",
        "$",
        "$(Remove-Item x)",
        "${x}",
        "%{if true}",
        "$${x}",
        "{{token}}",
        "{{",
        "'@",
        "\n'@\n",
        "@'",
        "JSON",
        "\nJSON\n",
        "\\",
        "\\u0024{",
        "#",
        "<#",
        "#>",
        "//",
        "/*",
        "*/",
        "###",
        "\r\n### x",
        "’",
        "‘ë’",
        "“”",
        "é😀",
        "\u{2028}x",
        "\u{85}",
        "\0",
        "\t",
        "!",
        "$'x'",
        "a\\'b",
        "<<EOF",
        "~{",
        "%00",
        "../..",
        ".",
        "..",
        "/",
        "?a=b&c#d",
        "@x",
    ] {
        holds(text).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn whatever_people_type_is_text(text in "([ -~]|['\"`$%{}()\\\\#\n\r\t@]|[‘’‚‛“”éë\u{301}😀\u{85}\u{2028}]|\\PC){1,12}") {
        // A name that is no name: Graph has none that says nothing.
        prop_assume!(!text.trim().is_empty());
        holds(&text)?;
    }
}

/// The requests of an object in a body are the same whoever looks at them.
pub(super) fn object(pairs: impl IntoIterator<Item = (String, Value)>) -> Value {
    Value::Object(pairs.into_iter().collect::<Map<_, _>>())
}
