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
    let word = run(text, char::is_alphanumeric);
    for spelling in vocabulary.beginning_with(&word.to_lowercase()) {
        if let Some(length) = matches(text, &spelling.words) {
            return (length, Some(spelling.pseudonym.clone()));
        }
    }
    (word.len(), None)
}

/// The beginning of `text` that is made of such letters.
fn run(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    let end = text.find(|letter| !belongs(letter)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// How long the beginning of `text` is that is made of these words, with anything but letters between them.
fn matches(text: &str, name: &[String]) -> Option<usize> {
    let mut at = 0_usize;
    for (number, word) in name.iter().enumerate() {
        let rest = text.get(at..)?;
        let between = if number == 0 { 0 } else { rest.find(char::is_alphanumeric)? };
        let found = run(rest.get(between..)?, char::is_alphanumeric);
        if words(found).first() != Some(word) {
            return None;
        }
        at = at.saturating_add(between).saturating_add(found.len());
    }
    Some(at)
}
