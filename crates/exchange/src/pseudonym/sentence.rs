//! Sentences that people wrote, with pseudonyms in the place of what the scenario names.

use alloc::string::String;

use entente_policy::Id;

use super::public;
use super::vocabulary::{Vocabulary, looks_like_address, looks_like_domain, words};

/// `text` with pseudonyms.
pub(super) fn replace(vocabulary: &mut Vocabulary, text: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if !first.is_alphanumeric() {
            written.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
            continue;
        }
        let (length, pseudonym) = next(vocabulary, rest);
        let (original, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        written.push_str(pseudonym.as_deref().unwrap_or(original));
        rest = after;
    }
    for (name, pseudonym) in vocabulary.unspaced() {
        written = written.replace(name.as_str(), pseudonym);
    }
    written
}

/// How much of `text`, which begins with a letter or digit, belongs together, and what stands for it.
fn next(vocabulary: &mut Vocabulary, text: &str) -> (usize, Option<String>) {
    let technical = run(text, |letter| letter.is_alphanumeric() || "._%+-@#".contains(letter));
    // A full stop ends the sentence, not the address.
    let technical = technical.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    if public::is_graph_type(technical) || public::is_host(technical) {
        return (technical.len(), None);
    }
    if Id::from(technical).is_guid() || looks_like_address(technical) || looks_like_domain(technical) {
        return (technical.len(), vocabulary.met(technical));
    }
    name(vocabulary, text)
}

/// The longest name that `text` begins with, or its first word.
fn name(vocabulary: &Vocabulary, text: &str) -> (usize, Option<String>) {
    let first = run(text, char::is_alphanumeric);
    let (mut end, mut found) = (0_usize, (first.len(), None));
    let mut spelling = String::new();
    for number in 0..vocabulary.longest() {
        let rest = text.get(end..).unwrap_or_default();
        // Anything but letters may stand between the words of a name.
        let Some(between) = rest.find(char::is_alphanumeric) else { break };
        let word = run(rest.get(between..).unwrap_or_default(), char::is_alphanumeric);
        if number > 0 {
            spelling.push(' ');
        }
        words(word).iter().for_each(|word| spelling.push_str(word));
        end = end.saturating_add(between).saturating_add(word.len());
        if let Some(pseudonym) = vocabulary.spelt(&spelling) {
            found = (end, Some(pseudonym.into()));
        }
    }
    found
}

/// The beginning of `text` that is made of such letters.
fn run(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|letter| !belongs(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}
