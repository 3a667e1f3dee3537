//! Putting things in order.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;

/// Things with what they are ordered by, in order; of equal ones the lower number comes first.
///
/// A heap, and one for all that is put in order by number: a sort of its own for each kind of thing is code to load.
pub(crate) fn ordered(list: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    BinaryHeap::from(list).into_sorted_vec()
}

/// Positions in order, each once.
pub(crate) fn positions(list: impl Iterator<Item = usize>) -> Vec<u32> {
    let list: Vec<(u64, usize)> = list.map(|position| (position as u64, 0)).collect();
    let mut positions: Vec<u32> = ordered(list).into_iter().map(|(position, _)| position as u32).collect();
    positions.dedup();
    positions
}
