//! Text that people typed, quoted so that it stays text.

use alloc::format;
use alloc::string::String;

use serde_json::Value;

/// JSON of ASCII characters alone, indented. No two braces open next to each other, which some tools read as the
/// beginning of a variable.
pub(crate) fn json(value: &Value) -> String {
    let mut text = String::new();
    let mut units = [0; 2];
    for character in format!("{value:#}").chars() {
        let opens_again = character == '{' && text.ends_with('{');
        if character == '\n' || (!opens_again && matches!(character, ' '..='~')) {
            text.push(character);
        } else {
            for unit in character.encode_utf16(&mut units) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

/// Text on the one line of a comment.
pub(crate) fn comment(text: &str) -> String {
    let is_break = |character: char| character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
    text.chars().map(|character| if is_break(character) { ' ' } else { character }).collect()
}

/// Text as a value of PowerShell: a string between single quotes, in which nothing but a quote means anything, and
/// whatever is not ASCII by its number. Older versions read scripts in the encoding of the machine.
pub(crate) fn powershell(text: &str) -> String {
    let mut parts = String::new();
    let mut is_plain = true;
    let mut units = [0; 2];
    parts.push('\'');
    for character in text.chars() {
        match character {
            '\'' => parts.push_str("''"),
            ' '..='~' => parts.push(character),
            _ => {
                is_plain = false;
                parts.push('\'');
                for unit in character.encode_utf16(&mut units) {
                    parts.push_str(&format!(" + [char]0x{unit:04X}"));
                }
                parts.push_str(" + '");
            }
        }
    }
    parts.push('\'');
    if is_plain { parts } else { format!("({parts})") }
}
