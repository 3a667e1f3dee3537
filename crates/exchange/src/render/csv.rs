//! Decisions as CSV: a line for each person and each application.

use alloc::string::String;

use super::Sheet;

/// The first line.
const HEAD: [&str; 11] = [
    "home",
    "resource",
    "feature",
    "user",
    "userId",
    "application",
    "applicationId",
    "outcome",
    "answer",
    "whoActs",
    "alike",
];

/// A line for each person and each application of every sheet, and for whoever and whatever no list names.
pub fn csv(sheets: &[Sheet]) -> String {
    let mut text = String::new();
    line(&mut text, &HEAD);
    for sheet in sheets {
        for person in &sheet.people {
            let Some(row) = sheet.rows.get(person.row) else { continue };
            for (column, cell) in sheet.columns.iter().zip(&row.cells) {
                for (at, application) in column.names.iter().enumerate() {
                    let id = column.ids.get(at).map(String::as_str).unwrap_or_default();
                    line(
                        &mut text,
                        &[
                            &sheet.home,
                            &sheet.resource,
                            sheet.feature,
                            &person.name,
                            &person.id,
                            application,
                            id,
                            cell.outcome.as_str(),
                            &cell.word,
                            &cell.who_acts,
                            &row.name,
                        ],
                    );
                }
            }
        }
    }
    text
}

fn line(text: &mut String, fields: &[&str]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push('"');
        // A spreadsheet takes these for the beginning of a formula.
        if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            text.push('\'');
        }
        text.push_str(&field.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}
