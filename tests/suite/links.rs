//! Links that were made once can be read for ever: a link in `tests/links` is never changed, and opens what the
//! document beside it says.

use std::fs;
use std::path::Path;

use entente_exchange::link::SharedView;
use entente_exchange::{document, gallery, link};
use entente_policy::Feature;

#[test]
fn frozen_links_open_what_they_opened() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("links");
    let mut read = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "link") {
            continue;
        }
        let shared = link::decode(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let expected = fs::read_to_string(path.with_extension("json")).unwrap();
        assert_eq!(shared.scenario, document::from_text(&expected).unwrap(), "{}", path.display());
        read += 1;
    }
    assert!(read >= 4, "only {read} links were found");
}

#[test]
fn a_frozen_link_is_looked_at_as_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("links");
    let shared = link::decode(&fs::read_to_string(folder.join("example-2-looked-at.link")).unwrap()).unwrap();
    let entry = gallery::FIRST;
    let first = entry.first_view();
    assert_eq!(shared.baseline.unwrap().title, "Before");
    let expected = SharedView {
        home: first.home,
        feature: Feature::B2bCollaboration,
        cell: first.cell(&entry.scenario()),
        whole_class: true,
        defaults: [false, true],
        expanded: vec![("f1000000-0000-4000-8000-000000000001".into(), true), ("anyone".into(), false)],
    };
    assert_eq!(shared.view, expected);
}
