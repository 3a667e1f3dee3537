//! Decisions as HTML tables: no script, nothing fetched, no styles of their own, so that any policy lets them pass.
//!
//! They read well as they are. [`STYLES`] is for whoever may add a style sheet; its classes are what these tables
//! have: `entente`, and on each cell the outcome.

use alloc::format;
use alloc::string::String;

use super::Sheet;

/// The style sheet of the tables, for light and dark.
pub const STYLES: &str = include_str!("tables.css");

/// A table for each sheet, to be put into a page.
pub fn tables(sheets: &[Sheet]) -> String {
    sheets.iter().map(table).collect()
}

/// A page of its own with the tables and their style sheet.
pub fn page(title: &str, sheets: &[Sheet]) -> String {
    let title = escape(if title.is_empty() { "Who can connect" } else { title });
    let tables = tables(sheets);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>\n{STYLES}</style>\n</head>\n<body class=\"entente-page\">\n<h1>{title}</h1>\n{tables}</body>\n</html>\n"
    )
}

fn table(sheet: &Sheet) -> String {
    let mut text = format!(
        "<div class=\"entente\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\">\n<table>\n<caption><strong>{title}</strong> {summary}</caption>\n",
        title = escape(&sheet.title()),
        summary = escape(&sheet.summary),
    );
    text.push_str("<thead>\n<tr><th scope=\"col\">Who</th>");
    for column in &sheet.columns {
        text.push_str(&format!("<th scope=\"col\">{}</th>", escape(&column.name())));
    }
    text.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &sheet.rows {
        text.push_str(&format!(
            "<tr><th scope=\"row\">{} <small>{}</small></th>",
            escape(&row.name),
            escape(&row.detail)
        ));
        for cell in &row.cells {
            text.push_str(&format!(
                "<td class=\"{}\"><span aria-hidden=\"true\">{}</span> {}</td>",
                cell.outcome.as_str(),
                cell.sign,
                escape(&cell.word)
            ));
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody>\n</table>\n</div>\n");
    text
}

/// Words that are no markup, in a text or between quotes.
pub(super) fn escape(text: &str) -> String {
    let mut written = String::new();
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            // No document may hold these.
            '\t' | '\n' | '\r' => written.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => written.push(letter),
        }
    }
    written
}
