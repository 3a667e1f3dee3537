//! How much room words take. Nobody knows the reader's font: the measure is that of a wide one, set bold.

use alloc::string::String;
use alloc::vec::Vec;

/// The width of a text in a size, in pixels.
pub(super) fn width(text: &str, size: usize) -> usize {
    text.chars().map(|letter| of(letter) * size).sum::<usize>().div_ceil(100)
}

/// A letter's width, in hundredths of its size.
fn of(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | 't' | 'f' | 'r' => {
            33
        }
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '→' => 104,
        letter if letter > '\u{2e80}' => 104,
        letter if letter.is_uppercase() => 77,
        _ => 68,
    }
}

/// A text that fits, with an ellipsis where it did not.
pub(super) fn cut(text: &str, size: usize, space: usize) -> String {
    if width(text, size) <= space {
        return text.into();
    }
    let mut short = String::new();
    for letter in text.chars() {
        short.push(letter);
        if width(&short, size) + size > space {
            short.pop();
            break;
        }
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// A text in lines that fit, at most `most` of them.
pub(super) fn wrap(text: &str, size: usize, space: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let mut longer = line.clone();
        if !longer.is_empty() {
            longer.push(' ');
        }
        longer.push_str(word);
        if !line.is_empty() && width(&longer, size) > space {
            lines.push(core::mem::take(&mut line));
            line.push_str(word);
        } else {
            line = longer;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| cut(line, size, space)).collect()
}
