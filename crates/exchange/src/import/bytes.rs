//! From bytes to a text: what encodings PowerShell, browsers and editors write.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// How the bytes of a file spell its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without the mark at its beginning.
    #[default]
    Utf8,
    /// UTF-16, the low byte first: what Windows PowerShell writes by `>` and `Out-File`.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Not Unicode: read as Windows-1252, which Windows PowerShell's `Set-Content` writes in the West.
    Windows1252,
}

impl Encoding {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16 (little-endian)",
            Encoding::Utf16Be => "UTF-16 (big-endian)",
            Encoding::Windows1252 => "Windows-1252",
        }
    }
}

/// The text that the bytes spell, without the mark at its beginning.
pub(super) fn text(bytes: &[u8]) -> (Encoding, Cow<'_, str>) {
    match bytes {
        [0xff, 0xfe, rest @ ..] => (Encoding::Utf16Le, Cow::Owned(utf16(rest, u16::from_le_bytes))),
        [0xfe, 0xff, rest @ ..] => (Encoding::Utf16Be, Cow::Owned(utf16(rest, u16::from_be_bytes))),
        [0xef, 0xbb, 0xbf, rest @ ..] => eight(rest),
        _ => match unmarked(bytes) {
            Encoding::Utf16Le => (Encoding::Utf16Le, Cow::Owned(utf16(bytes, u16::from_le_bytes))),
            Encoding::Utf16Be => (Encoding::Utf16Be, Cow::Owned(utf16(bytes, u16::from_be_bytes))),
            _ => eight(bytes),
        },
    }
}

/// UTF-16 without a mark: no other text has zero bytes. Which of its two bytes comes first, a document says by the
/// letter that it begins with, and a table by how many letters are Latin.
fn unmarked(bytes: &[u8]) -> Encoding {
    let (pairs, _) = bytes.as_chunks::<2>();
    let begins = |letter: u8| matches!(letter, b'{' | b'[' | b'"' | b' ' | b'\t' | b'\r' | b'\n');
    let order = match pairs.first() {
        Some([letter, 0]) if begins(*letter) => Encoding::Utf16Le,
        Some([0, letter]) if begins(*letter) => Encoding::Utf16Be,
        _ => {
            let count = |is_it: fn(&[u8; 2]) -> bool| pairs.iter().filter(|pair| is_it(pair)).count();
            let (little, big) = (count(|[_, high]| *high == 0), count(|[high, _]| *high == 0));
            // Letters of other scripts have no zeros but for a few, which have one at the other place.
            if little / 2 > big {
                Encoding::Utf16Le
            } else if big / 2 > little {
                Encoding::Utf16Be
            } else {
                return Encoding::Utf8;
            }
        }
    };
    let unit = if order == Encoding::Utf16Le { u16::from_le_bytes } else { u16::from_be_bytes };
    if is_wide(pairs, unit) { order } else { Encoding::Utf8 }
}

/// Whether the units spell a text as a whole, and not for a part of it alone.
fn is_wide(pairs: &[[u8; 2]], unit: fn([u8; 2]) -> u16) -> bool {
    // So many letters of another script, each spelt as two Latin ones, come one after the other in no language.
    const NARROW: usize = 64;
    let is_text = pairs.iter().all(|pair| !matches!(unit(*pair), 0..=8 | 14..=31));
    let is_narrow =
        |[one, other]: &[u8; 2]| [one, other].iter().all(|byte| matches!(**byte, 9..=13 | 32..=126));
    is_text && !pairs.chunk_by(|one, other| is_narrow(one) && is_narrow(other)).any(|run| run.len() >= NARROW)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0,
    });
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn eight(bytes: &[u8]) -> (Encoding, Cow<'_, str>) {
    match core::str::from_utf8(bytes) {
        Ok(text) => (Encoding::Utf8, Cow::Borrowed(text)),
        Err(_) => (Encoding::Windows1252, Cow::Owned(bytes.iter().map(|byte| western(*byte)).collect())),
    }
}

/// The letters of Windows-1252 between 0x80 and 0x9f; all others are Latin-1's.
const WESTERN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn western(byte: u8) -> char {
    byte.checked_sub(0x80)
        .and_then(|at| WESTERN.get(usize::from(at)).copied())
        .unwrap_or_else(|| char::from(byte))
}

/// Where the lines of a text begin, to say where in it something stands.
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let starts = core::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at.saturating_add(1)));
        Lines { text, starts: starts.collect() }
    }

    /// Line and column, counted from one, of the byte at `at`.
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        // A file on one line must not be counted through for each of its notes: what is far out is told in bytes.
        const COUNTED: usize = 65_536;
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let before = self.text.get(start..at.min(self.text.len())).unwrap_or_default();
        let column = if before.len() > COUNTED { before.len() } else { before.chars().count() };
        let told = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        (told(line), told(column.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_is_told_and_read() {
        let text_of = |bytes: &[u8]| {
            let (encoding, text) = text(bytes);
            (encoding, String::from(text))
        };
        let letters = "{\"ä\": 1}";
        let wide = |unit: fn(u16) -> [u8; 2]| letters.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let (le, be) = (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        assert_eq!(text_of(letters.as_bytes()), (Encoding::Utf8, letters.into()));
        assert_eq!(text_of(&marked(b"\xef\xbb\xbf", letters.as_bytes())), (Encoding::Utf8, letters.into()));
        for bytes in [marked(b"\xff\xfe", &le), le] {
            assert_eq!(text_of(&bytes), (Encoding::Utf16Le, letters.into()));
        }
        for bytes in [marked(b"\xfe\xff", &be), be] {
            assert_eq!(text_of(&bytes), (Encoding::Utf16Be, letters.into()));
        }
        assert_eq!(text_of(b"\"\x93M\xfcller\""), (Encoding::Windows1252, "\"“Müller\"".into()));
        assert_eq!(text_of(b"\xff\xfe{"), (Encoding::Utf16Le, String::new()));
        // Letters of other scripts, and one whose low byte is zero.
        let named = "{\"displayName\": \"一一本社 Ā\"}";
        let named_le: Vec<u8> = named.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text_of(&named_le), (Encoding::Utf16Le, named.into()));
    }

    #[test]
    fn places_are_counted_from_one() {
        let lines = Lines::of("ab\nä c\n");
        assert_eq!([0, 1, 3, 6].map(|at| lines.place(at)), [(1, 1), (1, 2), (2, 1), (2, 3)]);
        assert_eq!(lines.place(900), (3, 1));
    }
}
