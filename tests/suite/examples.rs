//! The examples in the documentation, and in the sites that the browser specs visit, say what they expect of
//! themselves, and it is so.

use std::fs;
use std::path::{Path, PathBuf};

use entente_exchange::gallery::Entry;
use entente_exchange::link::{Shared, SharedView};
use entente_exchange::render::{Sheet, tables};
use entente_exchange::snippet::{self, Example, Site};
use entente_exchange::{block, fences};
use entente_policy::Matrix;

/// Every page of Markdown below a folder of the project.
fn pages(folder: &str) -> Vec<PathBuf> {
    let mut pages = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("node_modules") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}

/// The blocks of a page that hold a scenario: the line each begins at, and its text. A block within a longer fence is
/// shown as text; it has to be right all the same.
fn blocks(page: &str) -> Vec<(usize, String)> {
    let mut blocks: Vec<_> = fences::find(page).into_iter().map(|fence| (fence.line, fence.text)).collect();
    for shown in fences::find_of(page, "markdown") {
        let inner = fences::find(&shown.text).into_iter();
        blocks.extend(inner.map(|fence| (shown.line + fence.line, fence.text)));
    }
    blocks
}

#[test]
fn examples_say_what_they_expect_and_it_is_so() {
    let (mut complaints, mut tests) = (Vec::new(), 0);
    for path in pages("web/docs/src").into_iter().chain(pages("tests/hosts")) {
        // The browser specs look at what a mistake is met with.
        if path.file_stem().is_some_and(|name| name == "mistake") {
            continue;
        }
        let page = fs::read_to_string(&path).unwrap();
        for (at, text) in blocks(&page) {
            let place = format!("{}:{at}", path.display());
            match block::read(&text) {
                Err(error) => complaints.push(format!("{place}: {error}")),
                Ok(block) => {
                    let scenario = &block.shared.scenario;
                    if scenario.tests.is_empty() {
                        complaints.push(format!("{place}: expects nothing of itself"));
                    }
                    for test in &scenario.tests {
                        tests += 1;
                        let mismatches = test.run(scenario);
                        complaints.extend(
                            mismatches.iter().map(|found| format!("{place}: {}: {found}", test.what)),
                        );
                    }
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(tests >= 15, "only {tests} expectations were found");
}

#[test]
fn the_pictures_in_the_documentation_are_what_the_command_line_writes() {
    for (name, option) in [("marketing.svg", ""), ("marketing-narrow.svg", " --narrow")] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/docs/src").join(name);
        let line = format!(
            "entente export gallery:example-2 --format svg{option} --home Fabrikam --feature direct-connect"
        );
        let mut written = String::new();
        entente_cli::run(line.split(' '), &mut written).unwrap();
        assert_eq!(
            fs::read_to_string(file).unwrap(),
            written,
            "write it again: {line} -o web/docs/src/{name}"
        );
    }
}

/// What the page offers for readers without scripts, with the table it has for them.
#[test]
fn an_element_that_is_offered_holds_its_answers_as_a_table() {
    let entry = Entry::find("example-2").unwrap();
    let (scenario, first) = (entry.scenario(), entry.first_view());
    let view = SharedView {
        home: first.home,
        feature: first.feature,
        cell: first.cell(&scenario),
        ..SharedView::default()
    };
    let [home, resource] = [first.home, 1 - first.home].map(|at| scenario.tenants[at].id.clone());
    let matrix = Matrix::new(&scenario, &home, &resource, first.feature);
    let table = tables(&[Sheet::of(&scenario, &matrix)]);
    let block = snippet::block(&Shared { scenario, baseline: None, view }, Some(entry.id));
    let example = Example { block: &block, table: &table, fragment: "", title: "", page: "" };
    let offered = &Site::Element.in_the_page(&example)[0].text;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts/plain/element.html");
    let page = fs::read_to_string(file).unwrap();
    assert!(page.contains(offered), "hosts/plain/element.html does not say\n{offered}");
}

/// What the page offers to be copied for a kind of site is what the sites are built with, and what the
/// documentation says of the others.
#[test]
fn what_is_offered_to_be_copied_is_what_is_tried_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for site in Site::ALL {
        let file = match site {
            Site::Html | Site::Element | Site::Frame => continue,
            Site::MdBook => "hosts/mdbook/theme/head.hbs",
            Site::Docusaurus => "hosts/docusaurus/docusaurus.config.js",
            Site::MkDocs => "hosts/mkdocs/mkdocs.yml",
            Site::Hugo | Site::Jekyll | Site::DocFx | Site::GitHubPages => "../web/docs/src/generators.md",
        };
        let text = fs::read_to_string(root.join(file)).unwrap();
        let offered = site.set_up().unwrap().text;
        assert!(text.contains(&offered), "{}: {file} does not say\n{offered}", site.name());
    }
    let page = fs::read_to_string(root.join("hosts/plain/index.html")).unwrap();
    let example = Example { block: "", table: "", fragment: "", title: "", page: "" };
    for piece in Site::Html.in_the_page(&example) {
        let script = piece.text.lines().last().unwrap_or_default().to_owned();
        assert!(page.contains(&script), "{script}");
    }
}
