//! The commands, as they are typed.

use crate::{Verdict, run};

fn answer(line: &[&str]) -> (Verdict, String) {
    let mut out = String::new();
    let verdict = run(["entente"].iter().chain(line), &mut out).unwrap_or_else(|failure| panic!("{failure}"));
    (verdict, anstream::adapter::strip_str(&out).to_string())
}

fn failure(line: &[&str]) -> String {
    run(["entente"].iter().chain(line), &mut String::new()).unwrap_err().to_string()
}

#[test]
fn explain_says_whose_setting_it_is_and_who_has_to_do_what() {
    let line = [
        "explain",
        "gallery:example-2",
        "--user",
        "ben@fabrikam.com",
        "--application",
        "Teams shared channel",
    ];
    let (verdict, said) = answer(&line);
    assert_eq!(verdict, Verdict::Well);
    for words in [
        "Ben Okafor can’t open Contoso’s Teams shared channel.",
        "✕ Fabrikam’s outbound",
        "→ Contoso’s administrator has to add Ben Okafor",
        "AADSTS500213",
        "https://learn.microsoft.com/",
    ] {
        assert!(said.contains(words), "{words} is not in\n{said}");
    }
    let (_, json) = answer(&[&line[..], &["--json"]].concat());
    let decision: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(decision["outcome"], "blocked");
}

#[test]
fn matrix_groups_people_whom_no_setting_tells_apart() {
    let (_, said) =
        answer(&["matrix", "gallery:example-2", "--home", "fabrikam.com", "--feature", "direct-connect"]);
    assert!(said.contains("Marketing (3 people alike)") && said.contains("✓ Yes"), "{said}");
    let (_, json) = answer(&["matrix", "gallery:example-2", "--json"]);
    let matrices: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(matrices.as_array().unwrap().len(), 4);
}

#[test]
fn diff_tells_what_opens_and_closes_and_says_so_by_its_exit() {
    let (verdict, said) = answer(&["diff", "gallery:example-1", "gallery:example-2"]);
    assert_eq!(verdict, Verdict::Differs);
    assert!(said.contains("- Ben Okafor to Teams shared channel: allowed → blocked"), "{said}");
    assert_eq!(answer(&["diff", "gallery:example-1", "gallery:example-1"]).0, Verdict::Well);
}

#[test]
fn test_reports_each_key_that_came_out_otherwise() {
    let (_, text) = answer(&["gallery", "example-1"]);
    let mut document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let (fabrikam, contoso) = (document["tenants"][1]["id"].clone(), document["tenants"][0]["id"].clone());
    let mut run_with = |outcome: &str| {
        document["tests"] = serde_json::json!([{
            "what": "Ana gets in", "home": fabrikam, "resource": contoso, "feature": "b2bDirectConnect",
            "user": document["tenants"][1]["directory"]["users"][0]["id"],
            "application": "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "expect": { "outcome": outcome }
        }]);
        let file = std::env::temp_dir().join(format!("entente-test-{}-{outcome}.json", std::process::id()));
        std::fs::write(&file, document.to_string()).unwrap();
        answer(&["test", file.to_str().unwrap()])
    };
    let (verdict, said) = run_with("allowed");
    assert_eq!((verdict, said.lines().last()), (Verdict::Well, Some("1 passed, 0 failed")));
    let (verdict, said) = run_with("blocked");
    assert_eq!(verdict, Verdict::Differs);
    assert!(said.contains("outcome: expected \"blocked\", got \"allowed\""), "{said}");
}

#[test]
fn what_cannot_be_read_is_said_with_the_way_out() {
    assert!(failure(&["matrix", "no-such-file.json"]).contains("no-such-file.json cannot be read"));
    assert!(failure(&["matrix", "gallery:nothing"]).contains("shipped-defaults"));
    assert!(failure(&["test", "gallery:example-1"]).contains("has no tests"));
    let line = ["explain", "gallery:example-1", "--user", "Zoe", "--application", "Payroll"];
    assert!(failure(&line).contains("there is no user `Zoe`"));
    assert!(failure(&line).contains("Ana Ruiz"));
}

#[test]
fn a_link_is_made_and_read() {
    let (_, link) = answer(&["link", "gallery:example-2", "--page", "https://example.org/"]);
    assert!(link.starts_with("https://example.org/#1."), "{link}");
    let (_, document) = answer(&["link", "--read", link.trim()]);
    assert_eq!(document, answer(&["gallery", "example-2"]).1);
    assert!(failure(&["link", "--read", "https://example.org/#1.AAAA"]).contains("cut short or changed"));
}

/// A file for a command to read, with a name of its own.
fn file(name: &str, text: &str) -> String {
    let (folder, name) = name.split_once('/').unwrap_or(("", name));
    let folder = std::env::temp_dir().join(folder);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("entente-cli-{}-{name}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const CONTOSO: &str = "Contoso=c0000000-0000-4000-8000-000000000001";

#[test]
fn files_of_a_folder_are_of_the_tenant_that_one_of_them_names() {
    let of = |folder: &str, id: &str| {
        let policy =
            format!(r#"{{"displayName": "CrossTenantAccessPolicy for {id}", "allowedCloudEndpoints": []}}"#);
        let default = r#"{"isServiceDefault": true}"#;
        [file(&format!("{folder}/policy.json"), &policy), file(&format!("{folder}/default.json"), default)]
    };
    let [first, beside] = of("ours", "c0000000-0000-4000-8000-000000000001");
    let [theirs, default] = of("theirs", "f0000000-0000-4000-8000-000000000001");
    let tenants = ["--tenant", CONTOSO, "--partner", "Fabrikam=f0000000-0000-4000-8000-000000000001"];
    let (_, said) = answer(
        &[&["import", &first, &beside, &theirs, &default, "-o", &file("two.json", "")], &tenants[..]]
            .concat(),
    );
    assert!(said.contains(&format!("{default}: the default settings, of Fabrikam")), "{said}");
    // In one folder, what nobody says of a file is as the command line has it.
    let (_, said) =
        answer(&[&["import", &theirs, &default, "-o", &file("one.json", "")], &tenants[..]].concat());
    assert!(said.contains(&format!("{default}: the default settings, of Contoso")), "{said}");
}

#[test]
fn files_of_a_tenant_become_a_scenario_and_a_report() {
    let default = file(
        "default.json",
        r#"{"isServiceDefault": false, "inboundTrust": {"isMfaAccepted": true}, "new": 1}"#,
    );
    let partners = file(
        "partners.json",
        "\u{feff}{\"value\": [{\"tenantId\": \"f0000000-0000-4000-8000-000000000001\", \"b2bDirectConnectInbound\": null}]}",
    );
    let line = ["import", &default, &partners, "--tenant", CONTOSO];
    let mut aside = String::new();
    let mut out = String::new();
    let output = crate::Output { out: &mut out, aside: &mut aside };
    crate::run_with(["entente"].iter().chain(&line), output).unwrap();
    let scenario: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(scenario["tenants"][0]["displayName"], "Contoso");
    assert_eq!(scenario["tenants"][1]["id"], "f0000000-0000-4000-8000-000000000001");
    let told = anstream::adapter::strip_str(&aside).to_string();
    for words in
        ["the default settings", "1 × organizational settings", "`/new`", "conditional access policies"]
    {
        assert!(told.contains(words), "{words} is not in\n{told}");
    }
    let (_, json) = answer(&[&line[..], &["--json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["report"]["read"][1]["as"], "partners");

    // The other side, onto what is there.
    let onto = file("onto.json", &out);
    let merged = file("merged.json", "");
    let patch = file("patch.json", r#"{"inboundTrust": {"isMfaAccepted": true}}"#);
    let line = [
        "import",
        &patch,
        "--tenant",
        "Contoso",
        "--onto",
        &onto,
        "--about",
        "f0000000-0000-4000-8000-000000000001",
        "-o",
        &merged,
    ];
    let (_, said) = answer(&line);
    assert!(said.contains("some settings, as a PATCH sends them"), "{said}");
    assert!(answer(&["matrix", &merged]).1.contains("Contoso"));
    assert!(
        failure(&["import", &patch, "--tenant", "Contoso", "--onto", &onto]).contains("does not say which")
    );
    assert!(failure(&["import", &default, "--tenant", CONTOSO]).contains("0 organizations"));
    // Where a file lies says less than the command line; what is in it contradicts.
    let whole = r#"{"isServiceDefault": true}"#;
    let lies = file("Fabrikam-default.json", whole);
    let (_, said) = answer(&["import", &lies, "--onto", &onto, "--tenant", "Contoso", "-o", &merged]);
    assert!(said.contains("of Contoso") && !said.contains("seems to be of"), "{said}");
    let id = "f0000000-0000-4000-8000-000000000001";
    let own = format!(r#"{{"tenantId": "{id}", "default": {whole}}}"#);
    let own = file("own.json", &own);
    let (_, said) = answer(&["import", &own, "--onto", &onto, "--tenant", "Contoso", "-o", &merged]);
    assert!(said.contains("and `--tenant` names Contoso. It was taken to be of"), "{said}");
    let broken = file("broken.json", "{\n  \"value\": [{\"tenantId\": 7}]}");
    let said = failure(&["import", &broken, "--tenant", "Contoso", "--onto", &onto]);
    assert!(said.contains("line 2, column 26, `/value/0/tenantId`"), "{said}");
}

#[test]
fn lists_that_are_about_each_other_say_whose_they_are() {
    let [ours, theirs] = ["c0000000-0000-4000-8000-000000000001", "f0000000-0000-4000-8000-000000000001"];
    let context = "https://graph.microsoft.com/v1.0/$metadata#policies/crossTenantAccessPolicy/partners";
    let item = |id: &str| format!(r#"{{"tenantId": "{id}", "inboundTrust": {{"isMfaAccepted": true}}}}"#);
    let list = |name: &str, items: &[String]| {
        file(name, &format!(r#"{{"@odata.context": "{context}", "value": [{}]}}"#, items.join(", ")))
    };
    let out = file("both.json", "");
    let (one, other) = (list("one.json", &[item(theirs)]), list("other.json", &[item(ours)]));
    let (_, said) = answer(&["import", &one, &other, "-o", &out]);
    assert!(said.contains(&format!("1. {ours}: it has settings about {theirs}")), "{said}");
    assert!(said.contains(&format!("2. {theirs}: it has settings about {ours}")), "{said}");
    // Whoever names one of the two for all files says nothing of the one that is about it.
    let told = ["--tenant", CONTOSO, "--partner", theirs, "-o", &out];
    let (_, said) = answer(&[&["import", &one, &other], &told[..]].concat());
    assert!(said.contains(&format!("It was taken to be of {theirs}; `--whose")), "{said}");
    // Somebody else in both lists tells nothing; somebody else in one of them leaves it open.
    let third = "7b1d9c52-0c1e-4d0b-9f6a-2f1c5f7a1e10";
    let (with, too) =
        (list("with.json", &[item(theirs), item(third)]), list("too.json", &[item(ours), item(third)]));
    assert!(answer(&["import", &with, &too, "-o", &out]).1.contains(&format!("1. {ours}:")));
    assert!(failure(&["import", &with, &other]).contains("--whose FILE=TENANT"));
    // Beside a file that is somebody else’s, what says nothing is taken as it is told, and that is said.
    std::fs::create_dir_all(std::env::temp_dir().join(format!("entente-cli-{}-theirs", std::process::id())))
        .unwrap();
    let name =
        format!(r#"{{"displayName": "CrossTenantAccessPolicy for {theirs}", "allowedCloudEndpoints": []}}"#);
    let (policy, default) =
        (file("theirs/policy.json", &name), file("theirs/default.json", r#"{"isServiceDefault": true}"#));
    let (_, said) = answer(&[&["import", &policy, &default], &told[..]].concat());
    assert!(said.contains("(nothing in it says whose it is; files of the same folder"), "{said}");
    assert!(said.contains("It was taken to be of Contoso"), "{said}");
    // What is said of one organization each may be of one tenant.
    let (one, other) = (file("a1.json", &item(theirs)), file("a2.json", &item(ours)));
    assert!(failure(&["import", &one, &other]).contains("--whose FILE=TENANT"));
}

#[test]
fn what_is_exported_is_fit_for_where_it_goes() {
    let export = |options: &[&str]| answer(&[&["export", "gallery:example-2"], options].concat()).1;
    assert!(export(&["--format", "svg"]).starts_with("<svg "));
    assert!(export(&["--format", "html"]).contains("<caption>"));
    assert!(export(&["--format", "page"]).starts_with("<!doctype html>"));
    assert!(export(&["--format", "css"]).contains(".entente"));
    assert!(export(&["--format", "csv", "--feature", "direct-connect"]).starts_with("\"home\""));
    assert!(
        export(&["--format", "markdown", "--home", "Fabrikam"]).contains("| **Marketing**, 3 people alike |")
    );
    assert_eq!(export(&[]), answer(&["gallery", "example-2"]).1);
    let bundle: serde_json::Value =
        serde_json::from_str(&export(&["--format", "graph", "--tenant", "Contoso"])).unwrap();
    assert!(bundle["partners"][0]["tenantId"].is_string());
    assert!(
        failure(&["export", "gallery:example-2", "--format", "graph"])
            .contains("--tenant: Contoso, Fabrikam")
    );
    let hidden = export(&["--format", "markdown", "--home", "Fabrikam", "--pseudonymise"]);
    assert!(hidden.contains("Tenant B → Tenant A") && !hidden.contains("Fabrikam"), "{hidden}");
    let svg = file("picture.svg", "");
    assert_eq!(export(&["--format", "svg", "--theme", "dark", "-o", &svg]), "");
    assert!(!std::fs::read_to_string(svg).unwrap().contains("style"));
}

#[test]
fn what_was_changed_is_taken_away_for_each_side() {
    let line = ["export", "gallery:example-2", "--changes-from", "gallery:shipped-defaults"];
    let take = |options: &[&str]| answer(&[&line[..], options].concat()).1;
    assert!(failure(&[&line[..], &["--format", "http"]].concat()).contains("--tenant: Contoso, Fabrikam"));
    assert!(failure(&[&line[..], &["--tenant", "Contoso"]].concat()).contains("--format patch"));
    assert!(failure(&["export", "gallery:example-2", "--format", "http"]).contains("--changes-from"));
    for (format, words) in [
        ("patch", "\"method\": \"PATCH\""),
        ("http", "PATCH https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/partners/"),
        ("powershell", "Invoke-MgGraphRequest -Method PATCH"),
        ("az", "az rest --method patch"),
        ("terraform-msgraph", "resource \"msgraph_update_resource\""),
        ("terraform-microsoft365", "resource \"microsoft365_graph_beta"),
        (
            "terraform-microsoft365wp",
            "resource \"microsoft365wp_cross_tenant_access_policy_configuration_partner\"",
        ),
        ("dsc", "AADCrossTenantAccessPolicyConfigurationPartner 'Entente"),
        ("handover", "b2bDirectConnectInbound"),
    ] {
        let said = take(&["--tenant", "Contoso", "--format", format]);
        assert!(said.contains(words), "{words} is not in\n{said}");
        let json: serde_json::Value =
            serde_json::from_str(&take(&["--tenant", "Contoso", "--format", format, "--json"])).unwrap();
        assert!(json.is_object());
    }
    let hidden = take(&["--tenant", "Fabrikam", "--format", "handover", "--pseudonymise"]);
    assert!(!hidden.contains("Fabrikam") && !hidden.contains("Contoso"), "{hidden}");
}

#[test]
fn the_blocks_of_a_page_are_tested_where_they_stand() {
    let block = |outcome: &str| {
        format!(
            "# Page\n\nText.\n\n```entente\nfrom: example-2\ntitle: t\nview: {{direction: Fabrikam to Contoso, user: Ana Ruiz, application: Teams shared channel}}\ntests:\n  - {{what: Ana gets in, expect: {{outcome: {outcome}}}}}\n```\n"
        )
    };
    let good = file("good.md", &block("allowed"));
    assert_eq!(answer(&["test", &good, &good]).0, Verdict::Well);
    let (verdict, said) = answer(&["test", &good, &file("bad.md", &block("blocked"))]);
    assert_eq!(verdict, Verdict::Differs);
    assert!(said.contains("bad.md:5") && said.contains("1 passed, 1 failed"), "{said}");
    let misspelt = file("misspelt.md", &block("allowed").replace("tests:", "test:"));
    assert!(
        failure(&["test", &misspelt]).contains("misspelt.md, line 9, column 1: "),
        "{}",
        failure(&["test", &misspelt])
    );
    assert!(failure(&["test", &file("none.md", "# Nothing")]).contains("has no tests"));
}

#[test]
fn every_shell_gets_a_completion_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(answer(&["completions", shell]).1.contains("import"), "{shell}");
    }
}
