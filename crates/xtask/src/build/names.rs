//! Makes the names by which a program and its script know each other pack well.
//!
//! `wasm-bindgen` ends the name of whatever is imported or exported in a hash, so that those of several crates
//! differ. Sixteen digits of chance are eight bytes that no packer saves, twice for each of two hundred names. Among
//! the names of one program a number tells them apart, and it is 0 for nearly all of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::folder::unreadable;

/// How many digits a hash has. A number is written with as many, so that nothing in a program moves.
const DIGITS: usize = 16;

/// Numbers the names in the script `knowing` all of them, in it and in `files`: the programs and scripts that use them.
pub(super) fn number(knowing: &PathBuf, files: &[PathBuf]) -> Outcome {
    let script = fs::read(knowing).map_err(|error| unreadable(knowing, &error))?;
    let numbers = numbers(&script);
    for path in files.iter().chain([knowing]) {
        let mut contents = fs::read(path).map_err(|error| unreadable(path, &error))?;
        replace(&mut contents, &numbers);
        fs::write(path, contents)
            .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))?;
    }
    Ok(())
}

type Hash = [u8; DIGITS];

/// A number for each hash at the end of a name, counted among the names that are the same without it.
fn numbers(script: &[u8]) -> BTreeMap<Hash, Hash> {
    let mut names: Vec<(&[u8], Hash)> =
        hashes(script).map(|(start, hash)| (name_before(script, start), hash)).collect();
    names.sort_unstable();
    names.dedup();
    let mut count = 0;
    let mut before: &[u8] = b"";
    let mut numbers = BTreeMap::new();
    for (name, hash) in names {
        count = if name == before { count + 1 } else { 0 };
        before = name;
        let digits = format!("{count:0DIGITS$}");
        if let Ok(number) = Hash::try_from(digits.as_bytes()) {
            numbers.insert(hash, number);
        }
    }
    numbers
}

fn replace(contents: &mut [u8], numbers: &BTreeMap<Hash, Hash>) {
    let found: Vec<(usize, Hash)> =
        hashes(contents).filter_map(|(start, hash)| Some((start, *numbers.get(&hash)?))).collect();
    for (start, number) in found {
        if let Some(place) = contents.get_mut(start..start + DIGITS) {
            place.copy_from_slice(&number);
        }
    }
}

/// Where hashes stand at the end of a name, and what they are.
fn hashes(contents: &[u8]) -> impl Iterator<Item = (usize, Hash)> {
    let starts = contents.windows(2).enumerate().filter_map(|(at, pair)| match pair {
        [b'_', b'h'] => Some(at + 2),
        [b'_', _] => Some(at + 1),
        _ => None,
    });
    starts.filter_map(|start| {
        let hash = Hash::try_from(contents.get(start..start + DIGITS)?).ok()?;
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let ends = contents.get(start + DIGITS).is_none_or(|byte| !is_digit(*byte));
        (ends && hash.iter().all(|byte| is_digit(*byte))).then_some((start, hash))
    })
}

fn name_before(script: &[u8], end: usize) -> &[u8] {
    let before = script.get(..end).unwrap_or_default();
    let start = before.iter().rposition(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_');
    before.get(start.map_or(0, |at| at + 1)..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{numbers, replace};

    fn numbered(script: &str) -> String {
        let mut contents = script.as_bytes().to_vec();
        let numbers = numbers(&contents);
        replace(&mut contents, &numbers);
        String::from_utf8(contents).unwrap()
    }

    #[test]
    fn a_hash_becomes_a_number_among_its_like() {
        assert_eq!(
            numbered(
                "a.__wbg_get_00000000deadbeef(); __wbg_get_1111111111111111; __wbg_set_2222222222222222=f"
            ),
            "a.__wbg_get_0000000000000000(); __wbg_get_0000000000000001; __wbg_set_0000000000000000=f"
        );
        assert_eq!(numbered("closures__invoke__h0208afad9180515f"), "closures__invoke__h0000000000000000");
    }

    #[test]
    fn the_same_name_gets_the_same_number_everywhere() {
        assert_eq!(
            numbered("x_ffffffffffffffff x_aaaaaaaaaaaaaaaa x_ffffffffffffffff"),
            "x_0000000000000001 x_0000000000000000 x_0000000000000001"
        );
    }

    #[test]
    fn other_digits_are_left_alone() {
        for text in ["x_00112233445566778", "0011223344556677", "x_0011223344556G77", "x_0011"] {
            assert_eq!(numbered(text), text);
        }
    }
}
