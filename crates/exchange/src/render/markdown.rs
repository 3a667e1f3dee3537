//! Decisions as Markdown, for tickets and reviews.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::Sheet;

/// A section with a table for each sheet.
pub fn markdown(title: &str, sheets: &[Sheet]) -> String {
    let mut text = format!("# {}\n", plain(if title.is_empty() { "Who can connect" } else { title }));
    for sheet in sheets {
        text.push_str(&format!("\n## {}\n\n{}\n\n", plain(&sheet.title()), plain(&sheet.summary)));
        let heads: Vec<String> = sheet.columns.iter().map(|column| plain(&column.name())).collect();
        text.push_str(&format!("| Who | {} |\n", heads.join(" | ")));
        text.push_str(&format!("|---|{}\n", "---|".repeat(heads.len())));
        for row in &sheet.rows {
            let cells: Vec<String> =
                row.cells.iter().map(|cell| format!("{} {}", cell.sign, plain(&cell.word))).collect();
            text.push_str(&format!(
                "| **{}**, {} | {} |\n",
                plain(&row.name),
                plain(&row.detail),
                cells.join(" | ")
            ));
        }
        let stops = who_acts(sheet);
        if !stops.is_empty() {
            text.push_str("\nWhat stands in the way:\n\n");
            stops.iter().for_each(|line| text.push_str(&format!("- {line}\n")));
        }
    }
    text
}

/// Who has to act so that whom reaches what, once for each row that is shut out of everything alike.
fn who_acts(sheet: &Sheet) -> Vec<String> {
    let mut lines = Vec::new();
    for row in &sheet.rows {
        let mut met: Vec<(&str, Vec<String>)> = Vec::new();
        for (column, cell) in
            sheet.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.who_acts.is_empty())
        {
            match met.iter_mut().find(|(who, _)| *who == cell.who_acts) {
                Some((_, names)) => names.push(plain(&column.name())),
                None => met.push((&cell.who_acts, alloc::vec![plain(&column.name())])),
            }
        }
        for (who, columns) in met {
            lines.push(format!("{} to {}: {}", plain(&row.name), columns.join("; "), plain(who)));
        }
    }
    lines
}

/// Words that are no markup.
fn plain(text: &str) -> String {
    let mut written = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                written.push('\\');
                written.push(letter);
            }
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '&' => written.push_str("&amp;"),
            '\r' | '\n' => written.push(' '),
            _ => written.push(letter),
        }
    }
    written
}
