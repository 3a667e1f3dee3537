//! Cases as data: every file below `tests/cases` is one idea, with what the documentation says of it.
//!
//! The browser specs run the same files against the page.

mod case;

mod comparison;
mod consequences;
mod typing_errors;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use entente_policy::{Reason, Scenario, Shape, evaluate};
use serde_json::Value;

use self::case::{Asked, Case, Situation};

/// Where the cases are.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// The folder in `cases` that holds what the cases start from.
const SCENARIOS: &str = "scenarios";

/// Every `.json` file below `folder`, by its path without the extension.
fn json_files(folder: &Path) -> BTreeMap<String, Value> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let text = fs::read_to_string(&path).unwrap();
                let value =
                    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                let name = path.with_extension("");
                let parts = name.strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap());
                files.insert(parts.collect::<Vec<_>>().join("/"), value);
            }
        }
    }
    files
}

/// What the cases start from, and the cases, by name.
fn load() -> (BTreeMap<String, Value>, BTreeMap<String, Value>) {
    let (scenarios, cases): (BTreeMap<_, _>, BTreeMap<_, _>) =
        json_files(&folder()).into_iter().partition(|(name, _)| name.starts_with(SCENARIOS));
    let prefix = format!("{SCENARIOS}/");
    (scenarios.into_iter().map(|(name, value)| (name.replacen(&prefix, "", 1), value)).collect(), cases)
}

/// Asks the questions of one situation, and tells what came out otherwise than expected.
fn run(situation: &Situation) -> Result<Vec<String>, String> {
    typing_errors::check(&situation.scenario, &situation.asked)?;
    let scenario: Scenario = serde_json::from_value(situation.scenario.clone())
        .map_err(|error| format!("the scenario cannot be read: {error}"))?;
    let mut lines = Vec::new();
    for (number, Asked { request, expect, consequences }) in situation.asked.iter().enumerate() {
        let mismatches = expect.mismatches(&evaluate(&scenario, request));
        let mut mismatches: Vec<String> = mismatches.iter().map(ToString::to_string).collect();
        mismatches.extend(consequences::compare(&scenario, request, consequences));
        if !mismatches.is_empty() {
            let user = String::from(request.user.clone());
            let application = String::from(request.application.clone());
            lines.push(format!("  question {}: {:?}, {user} → {application}", number + 1, request.feature));
            lines.extend(mismatches.iter().map(|mismatch| format!("    {mismatch}")));
        }
    }
    Ok(lines)
}

/// The scenario of a situation, with the questions as its tests.
fn document(situation: &Situation) -> Value {
    let mut document = situation.scenario.clone();
    document["tests"] = situation
        .asked
        .iter()
        .map(|asked| {
            let mut test = asked.request.write();
            test["expect"] = asked.expect.write();
            test
        })
        .collect();
    document
}

/// Asks the questions of one situation on the command line, which reads the scenario from a file.
fn run_on_the_command_line(situation: &Situation) -> Result<Vec<String>, String> {
    let document = document(situation);
    let file = std::env::temp_dir().join(format!("entente-case-{}.json", std::process::id()));
    fs::write(&file, document.to_string()).map_err(|error| error.to_string())?;
    let mut out = String::new();
    let name = file.display().to_string();
    let verdict =
        entente_cli::run(["entente", "test", &name], &mut out).map_err(|error| error.to_string())?;
    Ok(if verdict == entente_cli::Verdict::Well { Vec::new() } else { vec![out] })
}

/// Every case, asked at one door of the engine.
fn every_case_holds_at(door: fn(&Situation) -> Result<Vec<String>, String>) {
    let (scenarios, cases) = load();
    let (mut failures, mut questions) = (Vec::new(), 0);
    for (name, value) in &cases {
        let situations = Case::read(value).and_then(|case| case.situations(&scenarios));
        match situations {
            Err(error) => failures.push(format!("{name}\n  {error}")),
            Ok(situations) => {
                for situation in situations {
                    questions += situation.asked.len();
                    match door(&situation) {
                        Err(error) => failures.push(format!("{name}: {}\n  {error}", situation.what)),
                        Ok(lines) if lines.is_empty() => {}
                        Ok(lines) => {
                            failures.push(format!("{name}: {}\n{}", situation.what, lines.join("\n")))
                        }
                    }
                }
            }
        }
    }
    println!("{} cases, {questions} questions", cases.len());
    assert!(questions > cases.len(), "there are hardly any questions: is the folder of cases complete?");
    assert!(
        failures.is_empty(),
        "{} failures in {} cases with {questions} questions\n\n{}\n",
        failures.len(),
        cases.len(),
        failures.join("\n\n")
    );
}

#[test]
fn every_case_holds() {
    every_case_holds_at(run);
}

#[test]
fn every_case_holds_on_the_command_line() {
    every_case_holds_at(run_on_the_command_line);
}

/// The scenario of every situation, with the questions as its tests.
pub(crate) fn scenarios() -> Vec<Scenario> {
    let (scenarios, cases) = load();
    let situations =
        cases.values().flat_map(|value| Case::read(value).unwrap().situations(&scenarios).unwrap());
    situations.map(|situation| serde_json::from_value(document(&situation)).unwrap()).collect()
}

/// A reason that no case brings about has no documentation behind it.
#[test]
fn every_reason_has_a_case() {
    let (scenarios, cases) = load();
    let mut seen: Vec<Reason> = Vec::new();
    for value in cases.values() {
        for situation in Case::read(value).unwrap().situations(&scenarios).unwrap() {
            let scenario: Scenario = serde_json::from_value(situation.scenario).unwrap();
            for asked in &situation.asked {
                let decision = evaluate(&scenario, &asked.request);
                for ground in decision.gates.iter().flat_map(|gate| &gate.grounds) {
                    seen.push(ground.reason);
                    seen.extend(ground.readings.iter().map(|reading| reading.reason));
                }
            }
        }
    }
    let missing: Vec<&str> =
        Reason::all().filter(|reason| !seen.contains(reason)).map(|reason| reason.code()).collect();
    assert!(missing.is_empty(), "no case brings these reasons about: {missing:?}");
}
