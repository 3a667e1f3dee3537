//! The line and column of a JSON pointer in a text that is known to be JSON.

use alloc::string::String;

use super::{File, ImportError};

/// The error with line and column, if it has a place in the file.
pub(super) fn with_line(mut error: ImportError, file: &File<'_>) -> ImportError {
    if error.place.is_none() && error.file == file.name {
        let text = file.text.strip_prefix('\u{feff}').unwrap_or(file.text);
        error.place = find(text, &error.pointer);
    }
    error
}

/// Line and column of what `pointer` names, or of the nearest thing around it.
fn find(text: &str, pointer: &str) -> Option<(usize, usize)> {
    let mut seeker = Seeker { text, at: 0 };
    seeker.space();
    let mut found = seeker.at;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        if seeker.enter(&token).is_none() {
            break;
        }
        found = seeker.at;
    }
    let before = text.get(..found)?;
    let line = before.matches('\n').count().checked_add(1)?;
    let column = before.rsplit('\n').next()?.chars().count().checked_add(1)?;
    Some((line, column))
}

struct Seeker<'a> {
    text: &'a str,
    at: usize,
}

impl Seeker<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn step(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.step(
            rest.len().saturating_sub(rest.trim_start_matches([' ', '\t', '\r', '\n', ',', ':']).len()),
        );
    }

    /// Steps over a string, and gives what is between its quotes.
    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.step(1);
        loop {
            match self.rest().bytes().next()? {
                b'"' => break,
                b'\\' => self.step(2),
                _ => {
                    let letter = self.rest().chars().next()?;
                    self.step(letter.len_utf8());
                }
            }
        }
        self.step(1);
        serde_json::from_str(self.text.get(start..self.at)?).ok()
    }

    /// Steps over a value.
    fn value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.space();
            match self.rest().bytes().next()? {
                b'{' | b'[' => {
                    depth = depth.checked_add(1)?;
                    self.step(1);
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.step(1);
                }
                b'"' => {
                    self.string()?;
                }
                _ => {
                    let word = self.rest().find(|letter: char| ",]} \t\r\n".contains(letter));
                    self.step(word.unwrap_or(self.rest().len()).max(1));
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Goes to a property's value or a list's item; nowhere if there is none.
    fn enter(&mut self, token: &str) -> Option<()> {
        let start = self.at;
        let found = self.seek(token);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    fn seek(&mut self, token: &str) -> Option<()> {
        let is_list = match self.rest().bytes().next()? {
            b'{' => false,
            b'[' => true,
            _ => return None,
        };
        self.step(1);
        let wanted: Option<usize> = token.parse().ok();
        let mut number = 0_usize;
        loop {
            self.space();
            match self.rest().bytes().next()? {
                b'}' | b']' => return None,
                _ if is_list => {
                    if wanted == Some(number) {
                        return Some(());
                    }
                    number = number.checked_add(1)?;
                }
                _ => {
                    let key = self.string()?;
                    self.space();
                    if key == token {
                        return Some(());
                    }
                }
            }
            self.value()?;
        }
    }
}
