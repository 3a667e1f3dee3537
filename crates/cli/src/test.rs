//! The expectations stored in scenario documents and in pages of documentation, run.

use entente_exchange::{block, fences};
use entente_policy::{Mismatch, Scenario};
use serde_json::{Value, json};

use crate::arguments::Test;
use crate::failure::Failure;
use crate::say;
use crate::{Verdict, paint, source};

/// One test of one document.
struct Ran {
    document: String,
    what: String,
    mismatches: Vec<Mismatch>,
}

/// How the names of Markdown pages end.
const PAGES: [&str; 3] = [".md", ".mdx", ".markdown"];

pub(crate) fn run(question: &Test, out: &mut String) -> Result<Verdict, Failure> {
    let mut ran = Vec::new();
    for name in &question.documents {
        if PAGES.iter().any(|end| name.to_ascii_lowercase().ends_with(end)) {
            for (place, scenario) in blocks(name)? {
                ran.extend(tests(&place, &scenario));
            }
        } else {
            let scenario = source::read(name)?;
            if scenario.tests.is_empty() {
                return Err(without_tests(name));
            }
            ran.extend(tests(name, &scenario));
        }
    }
    if ran.is_empty() {
        return Err(without_tests(&question.documents.join(", ")));
    }
    let failed = ran.iter().filter(|test| !test.mismatches.is_empty()).count();
    let passed = ran.len().saturating_sub(failed);
    if question.json {
        let tests: Vec<Value> = ran.iter().map(record).collect();
        say!(out, "{:#}", json!({ "passed": passed, "failed": failed, "tests": tests }));
    } else {
        for test in &ran {
            print(out, test);
        }
        say!(out, "{passed} passed, {failed} failed");
    }
    Ok(if failed == 0 { Verdict::Well } else { Verdict::Differs })
}

fn without_tests(name: &str) -> Failure {
    Failure::new(format!("{name} has no tests"))
        .remedy("write what should come out under `tests`: a list of requests, each with `expect`")
}

/// The scenarios of a page's blocks, each with its line. A block without tests has to be readable as well.
fn blocks(name: &str) -> Result<Vec<(String, Scenario)>, Failure> {
    let page = source::text(name)?;
    let blocks = fences::find(&page).into_iter().map(|fence| {
        let read = block::read(&fence.text).map_err(|error| {
            let (line, column) = (fence.line.saturating_add(error.place.line), error.place.column);
            // The error names the line within the block; people look for it in the page.
            let said = error.to_string();
            let what = said.split_once(": ").map_or(said.as_str(), |(_, what)| what);
            Failure::new(format!("{name}, line {line}, column {column}: {what}"))
        })?;
        Ok((format!("{name}:{}", fence.line), read.shared.scenario))
    });
    blocks.collect()
}

fn tests<'a>(document: &'a str, scenario: &'a Scenario) -> impl Iterator<Item = Ran> + 'a {
    scenario.tests.iter().enumerate().map(move |(at, test)| Ran {
        document: document.into(),
        what: if test.what.is_empty() { format!("test {}", at.saturating_add(1)) } else { test.what.clone() },
        mismatches: test.run(scenario),
    })
}

fn print(out: &mut String, test: &Ran) {
    let sign = if test.mismatches.is_empty() {
        paint::status(entente_policy::Status::Pass)
    } else {
        paint::status(entente_policy::Status::Fail)
    };
    say!(out, "{sign} {}  {}", test.what, paint::dim(&test.document));
    for mismatch in &test.mismatches {
        say!(out, "    {mismatch}");
    }
}

fn record(test: &Ran) -> Value {
    let mismatches: Vec<Value> = test
        .mismatches
        .iter()
        .map(|found| json!({ "key": found.key, "expected": found.expected, "got": found.got }))
        .collect();
    json!({
        "document": test.document,
        "what": test.what,
        "passed": test.mismatches.is_empty(),
        "mismatches": mismatches,
    })
}
