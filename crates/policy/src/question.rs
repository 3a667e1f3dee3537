//! What gates ask about users and applications, with of whom and of what it is so.

use alloc::vec::Vec;

use crate::directory_index::DirectoryIndex;

/// A condition, and the answer.
///
/// The answer is found out once for each list: a matrix that is made after an edit shares the questions that are
/// still asked with the one before.
#[derive(Debug)]
pub(crate) struct Question<C> {
    pub(crate) condition: C,
    pub(crate) answer: Answer,
}

/// Of whom, or of what, of a directory a condition is so: of some kinds, and of others one by one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    /// For each kind, and behind them for any other user; nothing where it is so of no kind.
    pub(crate) of_kind: Vec<bool>,
    /// The positions of those for whom it is otherwise than for their kind, in order.
    pub(crate) others: Vec<u32>,
    /// The positions of the groups for whose members it is otherwise as well, in order.
    pub(crate) groups: Vec<u32>,
}

impl Answer {
    /// Whether it is so of a kind.
    pub(crate) fn kind(&self, kind: usize) -> bool {
        self.of_kind.get(kind).copied().unwrap_or_default()
    }

    /// Whether it is otherwise for a position than for its kind.
    pub(crate) fn is_other(&self, position: u32, index: &DirectoryIndex) -> bool {
        self.others.binary_search(&position).is_ok()
            || self.groups.iter().any(|group| index.members(*group as usize).binary_search(&position).is_ok())
    }

    /// Whether any kind is told apart from another.
    pub(crate) fn tells_kinds_apart(&self) -> bool {
        self.of_kind.contains(&true)
    }

    /// The positions for which this and not `other` makes it otherwise than for their kind, as slices; some for which
    /// `other` does so in another way as well.
    pub(crate) fn beyond<'a>(&'a self, other: &'a Answer, index: &'a DirectoryIndex) -> Vec<&'a [u32]> {
        let is_new = |known: &[u32], one: u32| known.binary_search(&one).is_err();
        let groups = self.groups.iter().filter(|group| is_new(&other.groups, **group));
        let mut slices: Vec<&[u32]> = groups.map(|group| index.members(*group as usize)).collect();
        if other.others.is_empty() {
            slices.push(&self.others);
        } else {
            let others = self.others.iter().filter(|position| is_new(&other.others, **position));
            slices.extend(others.map(core::slice::from_ref));
        }
        slices
    }
}
