//! Names, however they are spelt: `b2bCollaborationInbound`, `B2BCollaborationInbound`, `b2b_collaboration_inbound`.

use alloc::string::String;

/// The letters of a name that say which it is.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|letter| !matches!(letter, '_' | ' ' | '-')).map(|letter| letter.to_ascii_lowercase())
}

/// Whether two names are one, by other spellings. Files have many names that are none of ours: those mostly differ in
/// the first letter, which is compared where the name is looked for.
#[inline(always)]
pub(crate) fn same(one: &str, other: &str) -> bool {
    match (one.as_bytes().first(), other.as_bytes().first()) {
        (Some(one), Some(other))
            if (one ^ other) & !0x20 != 0 && one.is_ascii_alphabetic() && other.is_ascii_alphabetic() =>
        {
            false
        }
        _ => same_letters(one, other),
    }
}

fn same_letters(one: &str, other: &str) -> bool {
    let (mut ones, mut others) = (one.as_bytes(), other.as_bytes());
    loop {
        match (next_letter(&mut ones), next_letter(&mut others)) {
            (None, None) => return true,
            (one, other) if one != other => return false,
            _ => {}
        }
    }
}

/// The next byte that says which name it is: what spellings differ in is ASCII.
fn next_letter(name: &mut &[u8]) -> Option<u8> {
    while let Some((first, rest)) = name.split_first() {
        *name = rest;
        if !matches!(first, b'_' | b' ' | b'-') {
            return Some(first.to_ascii_lowercase());
        }
    }
    None
}

/// The name without what spellings differ in.
pub(super) fn folded(name: &str) -> String {
    letters(name).collect()
}

/// The first letter small, as Graph has its names.
pub(super) fn lowered(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// An id without the spaces and braces that it was copied with.
pub(super) fn bare(id: &str) -> &str {
    let is_around = |letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}');
    let id = id.trim_matches(is_around);
    id.strip_prefix('{').and_then(|id| id.strip_suffix('}')).map_or(id, |id| id.trim_matches(is_around))
}

/// The id that a text is without the dashes of one, as .NET writes it by `ToString("N")`.
pub(super) fn dashed(text: &str) -> Option<String> {
    let is_one = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let part = |from: usize, to: usize| text.get(from..to).filter(|_| is_one);
    let parts = [part(0, 8)?, part(8, 12)?, part(12, 16)?, part(16, 20)?, part(20, 32)?];
    Some(parts.join("-"))
}

/// Whether a text has the shape of a tenant id or an object id.
pub(super) fn is_guid(text: &str) -> bool {
    entente_policy::Id::from(text).is_guid()
}

/// The first GUID in a text.
pub(super) fn guid_in(text: &str) -> Option<&str> {
    const LENGTH: usize = 36;
    let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_alphanumeric());
    text.char_indices().find_map(|(at, letter)| {
        let end = at.checked_add(LENGTH)?;
        let found = text.get(at..end).filter(|_| letter.is_ascii_hexdigit())?;
        let is_whole =
            is_edge(text.get(..at)?.chars().next_back()) && is_edge(text.get(end..)?.chars().next());
        (is_whole && is_guid(found)).then_some(found)
    })
}
