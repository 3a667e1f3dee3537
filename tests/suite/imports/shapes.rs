//! Every shape and every quirk of real files is a folder in `tests/imports`: the files as they come, and in
//! `expect.json` what they are read as. A folder of a quirk begins with its number.

use std::collections::{BTreeMap, BTreeSet};

use entente_exchange::import::{Belongs, Choices, File, ImportError, OfTenant, Plan, Unstated, apply, read};
use entente_policy::{Id, Layer, Shape};
use serde::Deserialize;
use serde_json::Value;

use super::fresh;
use crate::folders::{Expect, try_every};

/// What a case expects. A misspelt key is an error.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Expected {
    /// What holds, in a sentence.
    what: String,
    /// The tenant that somebody says all files are of; nobody says it where it is null.
    #[serde(default = "contoso")]
    tenant: Option<String>,
    /// Which settings a body is about, where somebody says it.
    #[serde(default)]
    about: Option<String>,
    /// What is read, in order: a kind, with its number for lists.
    #[serde(default)]
    read: Vec<String>,
    /// The codes of all notes, each once.
    #[serde(default)]
    notes: BTreeSet<String>,
    /// What is kept without being understood, by JSON pointer.
    #[serde(default)]
    kept: BTreeSet<String>,
    /// Why files are refused: `code` or `code@line:column` or `code@line:column/pointer`.
    #[serde(default)]
    refused: Vec<String>,
    /// Why it cannot be put into the scenario.
    #[serde(default)]
    error: Option<String>,
    /// Whose each part seems to be, with an exclamation mark where that is certain.
    #[serde(default)]
    whose: Option<Vec<String>>,
    /// Properties that are left as they were because no file states them.
    #[serde(default)]
    unstated: Option<BTreeSet<String>>,
    /// Properties that nobody has seen: of the defaults of one of the tenants (`0/default`), or of what it says of
    /// another (`0/` and the id).
    #[serde(default)]
    unknown: BTreeMap<String, BTreeSet<String>>,
    /// What decisions take for granted in the place of what is missing: `0/conditionalAccessPolicies` is that of the
    /// first tenant.
    #[serde(default)]
    assumed: Option<BTreeSet<String>>,
    /// What stands in the tenants afterwards, by JSON pointer; null where nothing may stand.
    #[serde(default)]
    values: serde_json::Map<String, Value>,
}

fn contoso() -> Option<String> {
    Some(fresh().tenants[0].id.to_string())
}

fn refusal(error: &ImportError) -> String {
    let place = error.place.map_or_else(String::new, |(line, column)| format!("@{line}:{column}"));
    format!("{}{place}{}", error.code, error.pointer)
}

fn told(plan: &Plan, expected: &Expected) -> Choices {
    let mut choices = plan.propose(&fresh());
    let about = expected.about.as_deref().map(|about| match about {
        "default" => entente_exchange::import::About::Default,
        id => entente_exchange::import::About::Partner(Id::from(id)),
    });
    choices.others = expected
        .tenant
        .as_deref()
        .map(|tenant| Belongs { about: about.clone(), ..Belongs::to(Id::from(tenant)) });
    choices.of.values_mut().for_each(|belongs| belongs.about.clone_from(&about));
    choices
}

fn differences(expected: &Expected, files: &[(String, Vec<u8>)]) -> Vec<String> {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let plan = read(&files);
    let mut wrong = Vec::new();
    let mut compare = |what: &str, found: String, expected: String| {
        if found != expected {
            wrong.push(format!("{what}: found {found}, expected {expected}"));
        }
    };
    let refused: Vec<String> = plan.refused().map(refusal).collect();
    let is_as_told = refused.len() == expected.refused.len()
        && refused
            .iter()
            .zip(&expected.refused)
            .all(|(found, expected)| found == expected || found.split('@').next() == Some(expected));
    if !is_as_told {
        compare("refused", format!("{refused:?}"), format!("{:?}", expected.refused));
    }
    for error in plan.refused() {
        let words = error.to_string();
        assert!(words.starts_with(&error.file) && words.ends_with(&*error.remedy), "{words}");
    }
    let choices = told(&plan, expected);
    let report = plan.report(&fresh(), &choices);
    let kinds: Vec<String> = report
        .read
        .iter()
        .map(|taken| {
            if taken.what.is_list() {
                format!("{} × {}", taken.count, taken.what.code())
            } else {
                taken.what.code().into()
            }
        })
        .collect();
    compare("read", format!("{kinds:?}"), format!("{:?}", expected.read));
    let notes: BTreeSet<&str> = report.notes.iter().map(|note| note.code).collect();
    compare("notes", format!("{notes:?}"), format!("{:?}", expected.notes));
    let kept: BTreeSet<&str> = report.kept.iter().map(|kept| kept.pointer.as_str()).collect();
    compare("kept", format!("{kept:?}"), format!("{:?}", expected.kept));
    if let Some(expected) = &expected.whose {
        let whose: Vec<String> = report
            .whose
            .iter()
            .map(|guess| {
                let tenant = guess.tenant.as_ref().map_or("nobody", Id::as_str);
                format!("{tenant}{}", if guess.is_certain { "!" } else { "" })
            })
            .collect();
        compare("whose", format!("{whose:?}"), format!("{expected:?}"));
    }
    if let Some(expected) = &expected.unstated {
        let unstated: BTreeSet<&str> = report
            .unstated
            .iter()
            .flat_map(|unstated| &unstated.properties)
            .map(|property| property.as_str())
            .collect();
        compare("unstated", format!("{unstated:?}"), format!("{expected:?}"));
    }
    for (layer, expected) in &expected.unknown {
        let of_layer = |unstated: &&Unstated| {
            let at = fresh().tenants.iter().position(|tenant| tenant.id == unstated.tenant);
            let about = match &unstated.layer {
                Layer::Default => "default".into(),
                Layer::Partner(id) => id.to_string(),
            };
            at.is_some_and(|at| *layer == format!("{at}/{about}"))
        };
        let properties = report.unknown.iter().filter(of_layer).flat_map(|unstated| &unstated.properties);
        let unknown: BTreeSet<&str> = properties.map(|property| property.as_str()).collect();
        compare(layer, format!("{unknown:?}"), format!("{expected:?}"));
    }
    if let Some(expected) = &expected.assumed {
        let of_tenant = |(at, tenant): (usize, &OfTenant)| -> Vec<String> {
            tenant.assumed.iter().map(|assumed| format!("{at}/{}", assumed.of.code())).collect()
        };
        let assumed: BTreeSet<String> = report.tenants.iter().enumerate().flat_map(of_tenant).collect();
        compare("assumed", format!("{assumed:?}"), format!("{expected:?}"));
    }
    let before = fresh();
    match apply(&plan, &before, &choices) {
        Ok(imported) => {
            compare("error", "none".into(), expected.error.clone().unwrap_or_else(|| "none".into()));
            let written = imported.scenario.write();
            for (pointer, expected) in &expected.values {
                let found = written.pointer(&format!("/tenants{pointer}")).cloned().unwrap_or_default();
                compare(pointer, found.to_string(), expected.to_string());
            }
        }
        Err(error) => {
            compare("error", refusal(&error), expected.error.clone().unwrap_or_else(|| "none".into()))
        }
    }
    assert_eq!(before, fresh());
    wrong
}

impl Expect for Expected {
    fn what(&self) -> &str {
        &self.what
    }

    fn differences(&self, files: &[(String, Vec<u8>)]) -> Vec<String> {
        differences(self, files)
    }
}

#[test]
fn every_shape_is_read_as_it_is_meant() {
    let cases = try_every::<Expected>("imports");
    let quirks: BTreeSet<&str> = cases.iter().filter_map(|case| case.split('-').next()).collect();
    let missing: Vec<String> = (1..=26)
        .map(|number| format!("Q{number:02}"))
        .filter(|quirk| !quirks.contains(quirk.as_str()))
        .collect();
    assert!(missing.is_empty(), "no case of {missing:?}");
}
