//! Identifiers as Graph writes them.

use alloc::string::String;
use alloc::sync::Arc;
use core::cmp::Ordering;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::table::mixed;

/// An object id, application id or tenant id.
///
/// Usually a GUID. The text is kept as it came and compared without regard to ASCII case, because Graph
/// and its clients disagree on the case of GUIDs. Anything else that stands where an id belongs is kept
/// too: what a person typed is never lost.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Arc<str>);

impl Id {
    /// The text, as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text has the shape of a GUID: 8-4-4-4-12 hexadecimal digits.
    pub fn is_guid(&self) -> bool {
        let bytes = self.0.as_bytes();
        bytes.len() == 36
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => *byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
    }

    /// Whether the text has the dashes of a GUID where one has them. Neither a name nor an address has.
    pub(crate) fn is_dashed(&self) -> bool {
        let bytes = self.0.as_bytes();
        bytes.len() == 36 && [8, 13, 18, 23].iter().all(|at| bytes.get(*at) == Some(&b'-'))
    }

    /// A number that is the same for equal ids.
    pub(crate) fn hash(&self) -> u64 {
        // Letters of either case differ in this bit.
        const EITHER_CASE: u64 = 0x2020_2020_2020_2020;
        let (words, rest) = self.0.as_bytes().as_chunks::<8>();
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        words
            .iter()
            .chain([&last])
            .fold(0, |hash, word| mixed(hash ^ (u64::from_le_bytes(*word) | EITHER_CASE)))
    }

    /// Where the text is in memory. Clones share it.
    pub(crate) fn address(&self) -> usize {
        self.0.as_ptr() as usize
    }

    /// Whether this is the reserved word `word`, in any case.
    pub fn is(&self, word: &str) -> bool {
        self.0.eq_ignore_ascii_case(word)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Id(Arc::from(text))
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Id(Arc::from(text))
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.eq_ignore_ascii_case(&other.0)
    }
}

impl Eq for Id {}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        let ours = self.0.bytes().map(|byte| byte.to_ascii_lowercase());
        let theirs = other.0.bytes().map(|byte| byte.to_ascii_lowercase());
        ours.cmp(theirs)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn ids_compare_without_case_and_keep_their_text() {
        let upper = Id::from("AB");
        assert_eq!(upper, Id::from("ab"));
        assert_eq!(upper.as_str(), "AB");
        assert!(Id::from("a") < Id::from("B"));
    }

    #[test]
    fn a_guid_is_told_from_other_text() {
        assert!(Id::from("9188040d-6c67-4c5b-b112-36a304b66dad").is_guid());
        assert!(!Id::from("AllUsers").is_guid());
        assert!(!Id::from("9188040d-6c67-4c5b-b112-36a304b66da").is_guid());
    }
}
