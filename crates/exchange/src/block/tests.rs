use alloc::format;
use alloc::string::{String, ToString};

use entente_policy::{Feature, Subject};

use super::*;
use crate::gallery;

const BLOCK: &str = "\
from: example-2
title: Ben is let out, but not in
changes:
  /tenants/1/crossTenantAccessPolicy/partners/0/b2bDirectConnectOutbound/usersAndGroups/targets:
    - {target: AllUsers, targetType: user}
view:
  direction: Fabrikam to Contoso
  user: Ben Okafor
  application: Teams shared channel
  mode: explanation
tests:
  - what: Contoso still stops Ben
    expect: {outcome: blocked}
  - what: Ana gets in
    user: ana@fabrikam.com
    expect:
      outcome: allowed
";

fn error(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

#[test]
fn a_block_changes_a_scenario_of_the_gallery_and_its_tests_hold() {
    let block = read(BLOCK).unwrap();
    assert_eq!(block.shared.scenario.title, "Ben is let out, but not in");
    assert_eq!(block.mode.as_deref(), Some("explanation"));
    assert_eq!(block.shared.view.home, 1);
    assert_eq!(block.shared.view.feature, Feature::B2bDirectConnect);
    let Some((Subject::User(_), Resource::Application(_))) = &block.shared.view.cell else {
        panic!("{:?}", block.shared.view.cell)
    };
    assert_eq!(block.shared.scenario.tests.len(), 2);
    for test in &block.shared.scenario.tests {
        assert_eq!(test.run(&block.shared.scenario), [], "{}", test.what);
    }
}

#[test]
fn a_block_is_yaml_or_json() {
    let yaml = "from: example-2\nview:\n  user: Ana Ruiz\n";
    let json = "{\n\t\"from\": \"example-2\",\n\t\"view\": {\"user\": \"Ana Ruiz\"}\n}\n";
    assert_eq!(read(yaml).unwrap(), read(json).unwrap());
    for entry in gallery::ENTRIES {
        let scenario = entry.scenario();
        let document = document::to_text(&scenario);
        assert_eq!(read(&document).unwrap().shared.scenario, scenario, "{}", entry.id);
    }
}

#[test]
fn every_scenario_of_the_gallery_is_shown_as_the_gallery_shows_it() {
    for entry in gallery::ENTRIES {
        let block = read(&format!("from: {}", entry.id)).unwrap();
        assert_eq!(block.shared.scenario, entry.scenario());
        let first = entry.first_view();
        assert_eq!(block.shared.view.home, first.home);
        assert_eq!(block.shared.view.feature, first.feature);
        assert_eq!(block.shared.view.cell, first.cell(&block.shared.scenario), "{}", entry.id);
    }
}

#[test]
fn mistakes_are_named_by_line_and_column() {
    let starts = |text: &str, start: &str| {
        let said = error(text);
        assert!(said.starts_with(start), "{text}\n{said}");
    };
    starts("", "line 1, column 1: the block is empty");
    starts("- 1", "line 1, column 1: a block is a scenario");
    starts("title: only", "line 1, column 1: a block is a scenario");
    starts(
        "from: exampel-2",
        "line 1, column 1: the gallery has no scenario \"exampel-2\"; it has shipped-defaults",
    );
    starts("from: example-2\nchange: {}\n", "line 2, column 1: `change` is not understood here");
    starts("from: example-2\nview:\n  users: Ben\n", "line 3, column 3: `users` is not understood");
    starts("from: example-2\nview: {user: Bem}\n", "line 2, column 8: Fabrikam has no user `Bem`");
    starts("from: example-2\nview:\n  direction: out\n", "line 3, column 3: `out` is no direction");
    starts("from: example-2\ntitle: 2024\n", "line 2, column 1: `title` is a text");
    starts("from: example-2\nfrom: example-1\n", "line 2, column 1: `from` stands here twice");
    starts("from: [a\ntitle: b", "line 2, column");
    starts("from: example-2\n---\nfrom: example-1\n", "line 2, column 1: the block ends here");
    starts("{\"from\": \"example-2\", \"view\": {\"mode\": 3}}", "line 1, column 32: `mode` is a text");
    starts(
        "from: example-2\ntests:\n  - expect: {outcom: blocked}\n    usr: Ben\n",
        "line 4, column 5: `usr` is not",
    );
    starts("from: !x example-2", "line 1, column 7: tags");
    starts("a: &a\n  <<: *a", "line 2, column 3: `<<`");
}

#[test]
fn mistakes_in_what_is_changed_are_found_where_it_is_changed() {
    let change = |pointer: &str, value: &str| {
        error(&format!("from: example-2\nchanges:\n  {pointer}:\n    {value}\n"))
    };
    let inbound = "/tenants/0/crossTenantAccessPolicy/partners/0/b2bDirectConnectInbound";
    // The wrong type, a misspelt key, a pointer that leads nowhere.
    let said = change(inbound, "usersAndGroups: {accessType: 3, targets: []}");
    assert!(said.starts_with("line 4, column 22: `/tenants/0/cross"), "{said}");
    let said = change(inbound, "userAndGroups: {accessType: allowed}");
    assert!(said.starts_with("line 4, column 5: there is no setting `userAndGroups`"), "{said}");
    let said = change(&inbound.replace("Direct", "Dirct"), "{}");
    assert!(said.starts_with("line 3, column 3: there is no setting `b2bDirctConnectInbound`"), "{said}");
    let said = change(&inbound.replace("partners/0", "partners/7"), "{}");
    assert!(said.starts_with("line 3, column 3: "), "{said}");
    let said = change("tenants", "1");
    assert!(said.contains("leads nowhere"), "{said}");
    let said = change("/tenants/0/id", "~");
    assert!(said.starts_with("line 3, column 3: "), "{said}");
}

#[test]
fn what_is_repeated_is_counted() {
    let block = "from: example-2\nview: &v {user: Ana Ruiz}\n";
    assert!(read(block).is_ok());
    let mut bomb = String::from("a: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
    for at in 1..12 {
        let item = format!("*a{}", at - 1);
        let items = [item.as_str(); 10].join(",");
        bomb.push_str(&format!("b{at}: &a{at} [{items}]\n"));
    }
    assert!(error(&bomb).contains("a block may hold"), "{}", error(&bomb));
}

#[test]
fn no_text_breaks_the_reader() {
    for open in ["[", "{a: ", "- ", "? ", "\"", "'", "|\n", "&a ", "*a", "!", "%", "\t"] {
        let text: String = core::iter::repeat_n(open, 20_000).collect();
        assert!(!read(&text).unwrap_err().to_string().is_empty());
    }
    for cut in (0..BLOCK.len()).step_by(3) {
        let (start, end) = BLOCK.split_at(cut);
        let _ = (read(start), read(end));
    }
    assert!(error(&" ".repeat(MAX_BYTES + 1)).contains("512 KB"));
}
