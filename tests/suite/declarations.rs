//! The TypeScript declarations of the model are what `entente-policy` declares, with its comments.
//!
//! `crates/js/types/model.d.ts` is written from the sources: objects, words and codes are declared there in one
//! form, and a declaration that is copied by hand would soon say something else.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use self::source::{Declared, Field, Kind, declared};

const FILE: &str = "../crates/js/types/model.d.ts";

/// What sets the test to writing the file.
const UPDATE: &str = "ENTENTE_UPDATE";

/// Types that are declared by hand, in `calls.d.ts` and `decision.d.ts`.
const BY_HAND: [&str; 2] = ["Subject", "Resource"];

/// What a type of the model is called in TypeScript, where it is called something else: `Scenario` is the class.
fn name(of: &str) -> &str {
    if of == "Scenario" { "ScenarioDocument" } else { of }
}

fn comment(out: &mut String, indent: &str, lines: &[String]) {
    match lines {
        [] => {}
        [line] => drop(writeln!(out, "{indent}/** {line} */")),
        lines => {
            let _ = writeln!(out, "{indent}/**");
            for line in lines {
                let _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(out, "{indent} */");
        }
    }
}

/// A type of Rust as TypeScript writes it. What may be absent is noted by the field.
fn typed(rust: &str) -> String {
    let inner = |wrapper: &str| rust.strip_prefix(wrapper)?.strip_suffix('>');
    if let Some(item) = inner("Vec<").or_else(|| inner("List<")) {
        let item = typed(item);
        return if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") };
    }
    if let Some(inner) = inner("Arc<").or_else(|| inner("Option<")) {
        return typed(inner);
    }
    match rust {
        "String" => "string".into(),
        "bool" => "boolean".into(),
        "i64" | "u64" | "u32" | "i32" => "number".into(),
        "Rest" => "Record<string, unknown>".into(),
        "Value" => "unknown".into(),
        name => self::name(name).into(),
    }
}

fn property(out: &mut String, field: &Field, required: &BTreeSet<&str>) {
    comment(out, "  ", &field.comment);
    let nullable = field.rust.starts_with("Option<");
    let mark = if required.contains(field.rust.as_str()) { "" } else { "?" };
    let null = if nullable { " | null" } else { "" };
    // A mark of our own is no name in JavaScript.
    let quote = if field.key.starts_with('@') { "\"" } else { "" };
    let _ = writeln!(out, "  {quote}{}{quote}{mark}: {}{null};", field.key, typed(&field.rust));
}

/// The declarations of everything that is declared.
fn written(all: &BTreeMap<String, Declared>) -> String {
    let mut out = String::from(
        "// Written by tests/suite/declarations.rs from what crates/policy declares: do not edit.\n",
    );
    // What has to be there: ids, and words that nothing stands for when they are absent.
    let mut required = BTreeSet::from(["Id", "Subject", "Resource"]);
    required.extend(
        all.iter()
            .filter(|(_, one)| one.kind == Kind::Words { required: true })
            .map(|(name, _)| name.as_str()),
    );
    for (rust, one) in all {
        out.push('\n');
        comment(&mut out, "", &one.comment);
        let name = name(rust);
        if one.kind == Kind::Object {
            let extends = one.extends.map(|base| format!(" extends {base}")).unwrap_or_default();
            let _ = writeln!(out, "export interface {name}{extends} {{");
            if rust == "Scenario" {
                out.push_str("  /** The version of the document's form. */\n  ententeVersion?: 1;\n");
            }
            one.fields.iter().for_each(|field| property(&mut out, field, &required));
            out.push_str("}\n");
            continue;
        }
        let _ = writeln!(out, "export type {name} =");
        for field in &one.fields {
            comment(&mut out, "  ", &field.comment);
            let _ = writeln!(out, "  | \"{}\"", field.key);
        }
        if one.is_open {
            out.push_str("  /** A word that Entente does not know is kept. */\n  | (string & {})\n");
        }
        let end = out.trim_end().len();
        out.truncate(end);
        out.push_str(";\n");
    }
    out
}

#[test]
fn the_model_is_declared_as_it_is() {
    let all = declared();
    let known: BTreeSet<&str> = all.keys().map(String::as_str).chain(BY_HAND).collect();
    for (name, one) in &all {
        for field in &one.fields {
            let words = field.rust.split(['<', '>']).filter(|word| !word.is_empty());
            for word in words {
                let plain = [
                    "Vec", "List", "Arc", "Option", "String", "bool", "i64", "u64", "u32", "Rest", "Id",
                    "Value",
                ];
                assert!(
                    known.contains(word) || plain.contains(&word),
                    "{name}.{}: {word} is not declared",
                    field.key
                );
            }
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let now = written(&all);
    if std::env::var_os(UPDATE).is_some() {
        fs::write(&file, &now).unwrap();
    }
    let then = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        then == now,
        "crates/js/types/model.d.ts is not what crates/policy declares; write it anew:\n  {UPDATE}=1 cargo test -p entente-tests declared_as_it_is"
    );
}
