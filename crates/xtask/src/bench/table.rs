//! What was measured, as tables in Markdown.

use std::fmt::Write as _;

use serde_json::Value;

/// One thing measured.
struct Row<'a> {
    what: &'a str,
    size: u64,
    settings: &'a str,
    users: f64,
    applications: f64,
    cells: f64,
    time: f64,
}

fn rows(record: &Value) -> Vec<Row<'_>> {
    let list = |pointer: &str| record.pointer(pointer).and_then(Value::as_array).into_iter().flatten();
    let number = |row: &Value, name: &str| row.get(name).and_then(Value::as_f64).unwrap_or_default();
    list("/native")
        .chain(list("/browser/records"))
        .filter_map(|row| {
            Some(Row {
                what: row.get("what")?.as_str()?,
                size: row.get("size")?.as_u64()?,
                settings: row.get("settings")?.as_str()?,
                cells: row.get("cells")?.as_f64()?,
                users: number(row, "users"),
                applications: number(row, "applications"),
                time: number(row, "nanoseconds"),
            })
        })
        .collect()
}

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

/// Time per decision, and how many times the engine's that is.
pub(super) fn table(record: &Value) -> String {
    let rows = rows(record);
    let mut text = String::from(
        "Nanoseconds per decision, and how many times Entente’s time beside it (natively, or in WebAssembly):\n\n",
    );
    let find = |what: &str, size: u64, settings: &str| {
        rows.iter().find(|row| row.what == what && row.size == size && row.settings == settings)
    };
    let columns: Vec<&Row<'_>> = rows.iter().filter(|row| row.what == "entente").collect();
    text.push('|');
    for column in &columns {
        let _ = write!(text, " | {} × {}, {}", column.users, column.applications, column.settings);
    }
    text.push_str(" |\n|---|");
    text.push_str(&"---:|".repeat(columns.len()));
    for (name, what, beside) in LINES {
        let _ = write!(text, "\n| {name} |");
        for column in &columns {
            let per = |row: &Row<'_>| row.time / row.cells;
            match (find(what, column.size, column.settings), find(beside, column.size, column.settings)) {
                (Some(row), Some(_)) if what == beside => {
                    let _ = write!(text, " {} ({}) |", figure(per(row)), duration(row.time));
                }
                (Some(row), Some(ours)) => {
                    let _ = write!(text, " {}, × {} |", figure(per(row)), figure(per(row) / per(ours)));
                }
                _ => text.push_str(" |"),
            }
        }
    }
    text.push('\n');
    text
}

/// Three digits that count.
fn figure(value: f64) -> String {
    let digits = if value >= 100.0 { 0 } else { (2.0 - value.log10().floor()).clamp(0.0, 9.0) as usize };
    let text = format!("{value:.digits$}");
    let mut grouped = String::new();
    let whole = text.split('.').next().unwrap_or_default().len();
    for (at, digit) in text.chars().enumerate() {
        if at > 0 && at < whole && (whole - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        short if short < 1e3 => format!("{} ns", figure(short)),
        short if short < 1e6 => format!("{} µs", figure(short / 1e3)),
        long => format!("{} ms", figure(long / 1e6)),
    }
}

#[cfg(test)]
mod tests {
    use super::{duration, figure};

    #[test]
    fn figures_have_three_digits() {
        assert_eq!(figure(0.000_123_4), "0.000123");
        assert_eq!(figure(12.34), "12.3");
        assert_eq!(figure(1_234_567.0), "1,234,567");
        assert_eq!(duration(1_234_000.0), "1.23 ms");
    }
}
