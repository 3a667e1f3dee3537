//! Parts that stand side by side: the answers of a `$batch`, the items of a list, the parts of a bundle. What is
//! understood is read, and what is not is told of, unless nothing is.

use alloc::vec::Vec;

use super::ImportError;
use super::envelope::{Around, Opened, Opening};
use super::remark::Remark;
use super::tree::Node;

/// What was opened of them so far.
pub(super) struct SideBySide {
    /// How much had been found, and had failed, before the first.
    before: (usize, usize),
    /// Those that nobody knows, with where each stands.
    unknown: Vec<(usize, ImportError)>,
}

impl SideBySide {
    pub(super) fn of(opening: &Opening<'_>) -> Self {
        SideBySide { before: (opening.found.len(), opening.failed.len()), unknown: Vec::new() }
    }

    /// Opens one of them.
    pub(super) fn open(
        &mut self,
        opening: &mut Opening<'_>,
        node: Node,
        pointer: &str,
        around: &Around,
    ) -> Opened {
        let at = node.at;
        match opening.open(node, pointer, around) {
            Err(error) if matches!(error.code, "notKnown" | "notAnObject") => {
                self.unknown.push((at, error));
                Ok(())
            }
            opened => opened,
        }
    }

    /// Tells of what nobody knows.
    ///
    /// # Errors
    ///
    /// If there is nothing else.
    pub(super) fn finish(self, opening: &mut Opening<'_>) -> Opened {
        let is_nothing = self.before == (opening.found.len(), opening.failed.len());
        let mut unknown = self.unknown.into_iter();
        if is_nothing {
            return unknown.next().map_or(Ok(()), |(_, error)| Err(error));
        }
        for (at, error) in unknown {
            opening.remark(at, &error.pointer, Remark::NotKnown(error.what));
        }
        Ok(())
    }
}
