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
