//! Sets of positions in a list.

use alloc::vec;
use alloc::vec::Vec;

/// Positions in a list, a bit for each: to put positions in order, to unite many lists of them, and to number those
/// that are in any.
pub(crate) struct PositionSet {
    words: Vec<u64>,
    /// Which word of the list's is the first of these.
    first: usize,
    /// How many are in the set before each word.
    before: Vec<u32>,
}

impl PositionSet {
    /// Nothing of a list of this length.
    pub(crate) fn new(length: usize) -> Self {
        PositionSet { words: vec![0; length.div_ceil(64)], first: 0, before: Vec::new() }
    }

    /// Room for the positions from the first to the last.
    pub(crate) fn between(first: u32, last: u32) -> Self {
        let (first, last) = ((first >> 6) as usize, (last >> 6) as usize);
        PositionSet {
            words: vec![0; last.saturating_sub(first).saturating_add(1)],
            first,
            before: Vec::new(),
        }
    }

    fn word(&self, position: u32) -> Option<usize> {
        ((position >> 6) as usize).checked_sub(self.first)
    }

    pub(crate) fn insert(&mut self, position: u32) {
        let at = self.word(position);
        if let Some(word) = at.and_then(|at| self.words.get_mut(at)) {
            *word |= 1 << (position & 63);
        }
    }

    /// All, in order. From here on they have numbers.
    pub(crate) fn number(&mut self) -> Vec<u32> {
        let mut all = Vec::new();
        self.before = self
            .words
            .iter()
            .zip(((self.first as u32).wrapping_mul(64)..).step_by(64))
            .map(|(word, first)| {
                let before = all.len() as u32;
                let mut rest = *word;
                while rest != 0 {
                    all.push(first | rest.trailing_zeros());
                    rest &= rest.wrapping_sub(1);
                }
                before
            })
            .collect();
        all
    }

    /// The number of a position in the set, once they are numbered.
    pub(crate) fn number_of(&self, position: u32) -> Option<usize> {
        let at = self.word(position)?;
        let (word, bit) = (self.words.get(at)?, 1 << (position & 63));
        let before = self.before.get(at)?.wrapping_add((word & u64::wrapping_sub(bit, 1)).count_ones());
        (word & bit != 0).then_some(before as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_put_in_order_and_numbered() {
        let mut set = PositionSet::new(200);
        for position in [150, 3, 64, 3, 63, 999] {
            set.insert(position);
        }
        assert_eq!(set.number(), [3, 63, 64, 150]);
        let mut narrow = PositionSet::between(130, 700);
        [150, 700, 130, 150, 9].into_iter().for_each(|position| narrow.insert(position));
        assert_eq!(narrow.number(), [130, 150, 700]);
        assert_eq!([130, 131, 700, 64].map(|at| narrow.number_of(at)), [Some(0), None, Some(2), None]);
        assert_eq!([3, 150, 4, 999].map(|at| set.number_of(at)), [Some(0), Some(3), None, None]);
    }
}
