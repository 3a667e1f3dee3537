//! What the engine and the page are held to, and whether they keep to it.

use std::fmt::Write as _;

use super::figure::{duration, figure};
use super::record::Record;
use crate::sizes::Sizes;

/// One target: what is held to it, what was measured as a factor of what is wanted (one and less is met), and a
/// sentence for whoever asks why it is missed.
struct Target {
    what: String,
    measured: String,
    /// What was measured, as a multiple of the most that is wanted.
    of_limit: f64,
    why: &'static str,
}

const FIXED: &str = "Where it goes stands above: most of what stands out puts the people whom the lists name, most by their groups, into classes one by one; after that comes giving and taking small pieces of memory, and many small things that are done before there is any cell";
const LOOP: &str = "Where it goes stands above, and the loop by hand does none of it: it knows these settings alone, reads numbers instead of ids and writes a byte a cell, where the engine asks nine gates first";
const EDIT: &str = "Where it goes stands above: an edit looks at what it touches alone, and beside that stands what the size has no part in, asking the gates that read the list, comparing settings and making small lists; only those who are named are copied";
const INDEX: &str = "Where it goes stands above: each of 800,000 memberships is looked up once, and each id is hashed, which is memory and not arithmetic";
const WEIGHT: &str = "See “Weight”";

/// The list of targets in Markdown.
pub(super) fn targets(record: &Record<'_>, sizes: Option<&Sizes>) -> String {
    let mut targets: Vec<Target> = Vec::new();
    let settings: Vec<&str> = {
        let mut names: Vec<&str> = record.workloads().iter().map(|row| row.settings).collect();
        names.dedup();
        let half = names.len().min(2);
        names.truncate(half);
        names
    };
    // The worst of both kinds of settings counts.
    let mut worst =
        |what: &str, why, limit: f64, measure: &dyn Fn(&str) -> Option<f64>, say: &dyn Fn(f64) -> String| {
            let found: Vec<f64> = settings.iter().filter_map(|settings| measure(settings)).collect();
            let worst = found.iter().copied().fold(0.0, f64::max);
            if !found.is_empty() {
                let measured: Vec<String> = found.into_iter().map(say).collect();
                targets.push(Target {
                    what: what.to_owned(),
                    measured: measured.join(" and "),
                    of_limit: worst / limit,
                    why,
                });
            }
        };
    let ratio = |theirs: &'static str, size: u64, ours: &'static str| {
        move |settings: &str| {
            let [theirs, ours] = [theirs, ours].map(|what| record.find(what, size, settings));
            Some(ours?.per_decision() / theirs?.per_decision())
        }
    };
    let times = |value: f64| format!("× {}", figure(1.0 / value));
    worst(
        "1,000 × 100 against Cedar, a request a pair: × 10,000",
        FIXED,
        1e-4,
        &ratio("cedar, a pair", 1, "entente"),
        &times,
    );
    worst(
        "1,000 × 100 against regorus, a query a pair: × 10,000",
        FIXED,
        1e-4,
        &ratio("regorus, a pair", 1, "entente"),
        &times,
    );
    worst(
        "1,000 × 100 against regorus, a query a row: × 500",
        FIXED,
        2e-3,
        &ratio("regorus, a row", 1, "entente"),
        &times,
    );
    worst(
        "1,000 × 100 in WebAssembly against a loop by hand in JavaScript: × 20",
        LOOP,
        0.05,
        &ratio("javascript by hand", 1, "entente in wasm"),
        &times,
    );
    worst(
        "100,000 × 1,000 in less time than only writing that many bits",
        FIXED,
        1.0,
        &ratio("only writing the bits", 2, "entente"),
        &|value| format!("{} of it", figure(value)),
    );
    worst(
        "indexing that directory, once: 20 times the same bit-writing",
        INDEX,
        20.0,
        &ratio("only writing the bits", 2, "indexing"),
        &|value| format!("× {}", figure(value)),
    );
    worst(
        "growth from 1,000 × 100 to 100,000 × 1,000: × 120",
        FIXED,
        120.0,
        &|settings| {
            Some(record.find("entente", 2, settings)?.time / record.find("entente", 1, settings)?.time)
        },
        &|value| format!("× {}", figure(value)),
    );
    worst(
        "one edit at 100,000 × 1,000: 1/20 of a full evaluation",
        EDIT,
        0.05,
        &ratio("entente", 2, "one edit"),
        &|value| format!("1/{}", figure(1.0 / value)),
    );
    for row in &record.every_gate {
        targets.push(Target {
            what: format!("one edit with every gate in force, {}, {}: 1/20", row.direction, row.feature),
            measured: format!("1/{} of {}", figure(row.time / row.edit), duration(row.time)),
            of_limit: row.edit / row.time * 20.0,
            why: EDIT,
        });
    }
    for (what, limit, weight) in sizes.into_iter().flat_map(Sizes::targets) {
        targets.push(Target {
            what: format!("{what}, gzip: {limit} KB"),
            measured: format!("{} KB", figure(weight as f64 / 1024.0)),
            of_limit: weight as f64 / 1024.0 / limit as f64,
            why: WEIGHT,
        });
    }
    let mut text =
        String::from("What is aimed at (measured with both kinds of settings, and judged by the worse):\n\n");
    text.push_str("| aim | measured | |\n|---|---:|---|\n");
    for target in &targets {
        let verdict = if target.of_limit <= 1.0 {
            "met".to_owned()
        } else {
            format!("missed by a factor of {}. {}", figure(target.of_limit), target.why)
        };
        let _ = writeln!(text, "| {} | {} | {verdict} |", target.what, target.measured);
    }
    if sizes.is_none() {
        text.push_str("\nWeights are among them where `dist/` has been built.\n");
    }
    text
}
