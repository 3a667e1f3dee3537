//! What gates ask about users and applications, with of whom and of what it is so.

use alloc::borrow::Cow;
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

    /// The positions for which it is otherwise than for their kind, in several lists, each in order.
    pub(crate) fn all_others<'a>(&'a self, index: &'a DirectoryIndex) -> Vec<Cow<'a, [u32]>> {
        let groups = self.groups.iter().map(|group| Cow::Borrowed(index.members(*group as usize)));
        groups.chain([Cow::Borrowed(&*self.others)]).collect()
    }

    /// Whether any kind is told apart from another.
    pub(crate) fn tells_kinds_apart(&self) -> bool {
        self.of_kind.contains(&true)
    }
}
