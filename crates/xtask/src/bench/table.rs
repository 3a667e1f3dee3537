//! What was measured, as tables in Markdown.

use std::fmt::Write as _;

use super::figure::{bytes, duration, figure, per_second};
use super::record::{Profile, Record, Row};

/// What each line compares: its name, what was measured, and beside which of the engine's.
const LINES: [(&str, &str, &str); 14] = [
    ("**Entente**", "entente", "entente"),
    ("**Entente in WebAssembly**", "entente in wasm", "entente in wasm"),
    ("only writing that many bits", "only writing the bits", "entente"),
    ("a loop by hand, Rust", "rust by hand", "entente"),
    ("a loop by hand, JavaScript", "javascript by hand", "entente in wasm"),
    ("Cedar, a request a pair", "cedar, a pair", "entente"),
    ("regorus, a query a pair", "regorus, a pair", "entente"),
    ("regorus, a query a row", "regorus, a row", "entente"),
    ("Cedar in WebAssembly", "cedar-wasm", "entente in wasm"),
    ("casbin, JavaScript", "casbin", "entente in wasm"),
    ("CASL, JavaScript", "casl", "entente in wasm"),
    ("one edit", "one edit", "entente"),
    ("one edit in WebAssembly", "one edit in wasm", "entente in wasm"),
    ("indexing the directory, once", "indexing", "entente"),
];

/// All tables.
pub(super) fn tables(record: &Record<'_>) -> String {
    let sections =
        [times(record), amounts(record), every_gate(record), other_edits(record), profiles(record)];
    sections.join("\n")
}

fn head(first: &str, names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    format!("| {first} | {} |\n|---|{}\n", names.join(" | "), "---:|".repeat(names.len()))
}

fn of_workloads(columns: &[&Row<'_>]) -> String {
    head("", columns.iter().map(|row| format!("{} × {}, {}", row.users, row.applications, row.settings)))
}

/// Time per decision, and how many times the engine's that is.
fn times(record: &Record<'_>) -> String {
    let columns = record.workloads();
    let mut text = String::from(
        "Nanoseconds per decision, and how many times Entente’s time beside it (natively, or in WebAssembly):\n\n",
    );
    text.push_str(&of_workloads(&columns));
    for (name, what, beside) in LINES {
        let _ = write!(text, "| {name} |");
        for column in &columns {
            let find = |what: &str| record.find(what, column.size, column.settings);
            let _ = match (find(what), find(beside)) {
                (Some(row), Some(_)) if what == beside => {
                    write!(text, " {} ({}) |", figure(row.per_decision()), duration(row.time))
                }
                (Some(row), Some(ours)) => {
                    let ratio = figure(row.per_decision() / ours.per_decision());
                    write!(text, " {}, × {ratio} |", figure(row.per_decision()))
                }
                _ => write!(text, " |"),
            };
        }
        text.push('\n');
    }
    text
}

/// Decisions per second, growth, and memory.
fn amounts(record: &Record<'_>) -> String {
    let columns = record.workloads();
    let mut text = String::from("How much, how it grows, and what it takes in memory:\n\n");
    text.push_str(&of_workloads(&columns));
    let mut line = |name: &str, cell: &dyn Fn(&Row<'_>) -> Option<String>| {
        let cells: Vec<String> = columns.iter().map(|column| cell(column).unwrap_or_default()).collect();
        let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
    };
    let beside = |column: &Row<'_>, what: &str| {
        record.find(what, column.size, column.settings).map(|row| (row.time, row.bytes))
    };
    for (name, what) in [("natively", "entente"), ("in WebAssembly", "entente in wasm")] {
        line(&format!("decisions per second, {name}"), &|column| {
            Some(per_second(record.find(what, column.size, column.settings)?.per_decision()))
        });
        line(&format!("time against the size before, {name}"), &|column| {
            let smaller = record.find(what, column.size.checked_sub(1)?, column.settings)?;
            let larger = record.find(what, column.size, column.settings)?;
            let cells = figure(larger.cells / smaller.cells);
            Some(format!("× {} (cells × {cells})", figure(larger.time / smaller.time)))
        });
    }
    for (name, what) in [
        ("the index of the directory", "indexing"),
        ("the same in WebAssembly", "indexing in wasm"),
        ("classes and outcomes", "entente"),
        ("the same in WebAssembly", "entente in wasm"),
    ] {
        line(name, &|column| Some(bytes(beside(column, what)?.1)));
    }
    text
}

/// The largest size with every gate in force.
fn every_gate(record: &Record<'_>) -> String {
    let mut text = String::from(
        "Every gate in force, 100,000 × 1,000, natively, with 2,000 guests, conditional access, tenant restrictions, lists of domains and Teams policies:\n\n",
    );
    let names = ["the whole matrix", "one edit of a list", "of the whole", "classes", "memory"];
    text.push_str(&head("", names.into_iter().map(str::to_owned)));
    for row in &record.every_gate {
        let _ = writeln!(
            text,
            "| {}, {} | {} | {} | 1/{} | {} × {} | {} |",
            row.direction,
            row.feature,
            duration(row.time),
            duration(row.edit),
            figure(row.time / row.edit),
            row.classes[0],
            row.classes[1],
            bytes(row.bytes),
        );
    }
    text
}

/// Edits of what is no list, at the largest size.
fn other_edits(record: &Record<'_>) -> String {
    let mut text = String::from(
        "Other edits with every gate in force, Fabrikam → Contoso by B2B collaboration, with what each does to the index of the directory:\n\n",
    );
    let names = ["the edit", "everything from nothing", "of that"];
    text.push_str(&head("", names.into_iter().map(str::to_owned)));
    for row in &record.other_edits {
        let [time, anew] = [row.time, row.anew].map(duration);
        let _ = writeln!(text, "| {} | {time} | {anew} | 1/{} |", row.edit, figure(row.anew / row.time));
    }
    text
}

/// Where the time goes, by rooms.
fn profiles(record: &Record<'_>) -> String {
    let mut text = String::from(
        "Where the time goes in WebAssembly, as the browser’s profiler samples it, by files of `crates/policy/src`; what a library does counts for the file that calls it, but for giving and taking memory:\n\n",
    );
    let name = |profile: &Profile<'_>| {
        let size = ["25 × 15", "1000 × 100", "100000 × 1000"]
            .get(profile.size as usize)
            .copied()
            .unwrap_or_default();
        let what = match profile.of {
            "matrix" => "a matrix",
            "index" => "indexing",
            _ => "one edit",
        };
        let settings = ["both blocked, lists", "group × applications allowed"];
        format!("{what}, {size}, {}", settings.get(profile.restriction as usize).copied().unwrap_or_default())
    };
    text.push_str("| | |\n|---|---|\n");
    for profile in &record.profiles {
        let seen = profile.rooms.iter().filter(|(_, share)| *share >= 0.03);
        let seen: Vec<String> = seen.map(|(room, share)| format!("{room} {:.0} %", share * 100.0)).collect();
        let _ = writeln!(text, "| {} | {} |", name(profile), seen.join(", "));
    }
    text
}
