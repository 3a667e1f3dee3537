//! Where the blocks of a configuration begin, and what of it is comment or text.

use alloc::vec::Vec;

/// The resources that are read.
const RESOURCES: [&str; 4] = [
    "AADCrossTenantAccessPolicyConfigurationDefault",
    "AADCrossTenantAccessPolicyConfigurationPartner",
    "AADCrossTenantIdentitySyncPolicyPartner",
    "AADCrossTenantAccessPolicy",
];

/// What their names begin with.
pub(super) const START: &str = "AADCross";

/// Where comments begin and end, `# …` to the end of its line and `<# … #>`, and texts over several lines, `@'` to `'@`.
pub(super) fn comments(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut at, mut quote, mut before) = (0_usize, None, '\n');
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or_default();
        // In a word, it is a letter like any other.
        let is_start = !before.is_alphanumeric() && !matches!(before, '`' | '_' | '-' | '.' | '/');
        let length = match quote {
            None if rest.starts_with("<#") => {
                Some(rest.find("#>").map_or(rest.len(), |end| end.saturating_add(2)))
            }
            None => here(rest)
                .or_else(|| (letter == '#' && is_start).then(|| rest.find('\n').unwrap_or(rest.len()))),
            _ => None,
        };
        if let Some(length) = length {
            found.push((at, at.saturating_add(length)));
            (at, before) = (at.saturating_add(length), '\n');
            continue;
        }
        quote = match (letter, quote) {
            // An apostrophe in words around, and not a text that goes on.
            ('\n', _) => None,
            ('\'' | '"', None) => Some(letter),
            (letter, Some(open)) if letter == open => None,
            _ => quote,
        };
        (at, before) = (at.saturating_add(letter.len_utf8()), letter);
    }
    found
}

/// Where the next block begins, and of what.
pub(super) fn next_block(
    text: &str,
    comments: &[(usize, usize)],
    from: usize,
) -> Option<(usize, &'static str)> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let next = at.checked_add(rest.find(START)?)?;
        // What somebody has put into a comment is no configuration.
        let around = comments.partition_point(|(_, end)| *end <= next);
        if let Some((_, end)) = comments.get(around).filter(|(start, _)| *start <= next) {
            at = *end;
            continue;
        }
        let is_edge =
            |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_');
        let found = text.get(next..)?;
        let name = RESOURCES.into_iter().find(|name| {
            found.strip_prefix(*name).is_some_and(|after| {
                // The name of a block, and then its brace: elsewhere it is a word in a comment or a path.
                is_edge(after.chars().next()) && title(after).is_some()
            })
        });
        let before = text.get(..next)?.chars().next_back();
        match name {
            Some(name) if is_edge(before) => return Some((next, name)),
            _ => at = next.checked_add(START.len())?,
        }
    }
}

/// How long a text over several lines is that begins here, if one does and ends.
fn here(text: &str) -> Option<usize> {
    let end = if text.starts_with("@'") { "\n'@" } else { "\n\"@" };
    let inner = text.strip_prefix("@'").or_else(|| text.strip_prefix("@\""))?;
    let first = inner.find('\n').filter(|at| inner.get(..*at).is_some_and(|line| line.trim().is_empty()))?;
    let length = inner.get(first..)?.find(end)?;
    Some(2_usize.saturating_add(first).saturating_add(length).saturating_add(end.len()))
}

/// How long the title of a block is: to its brace, that does not stand between quotes.
pub(super) fn title(text: &str) -> Option<usize> {
    const LONGEST: usize = 300;
    let (mut quote, mut lines) = (None, 0_usize);
    for (at, letter) in text.char_indices().take(LONGEST) {
        match (letter, quote) {
            ('{', None) => return Some(at),
            (']' | ';' | '=', None) => return None,
            ('\n', _) if lines >= 2 => return None,
            ('\n', _) => (quote, lines) = (None, lines.saturating_add(1)),
            ('\'' | '"', None) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            _ => {}
        }
    }
    None
}
