//! Finding one among a hundred thousand.

use alloc::vec;
use alloc::vec::Vec;

/// Positions in a list, found by a hash of what stands there. The list itself is handed in with every question.
///
/// Open addressing, half full at most: a tree asks seventeen times for what this asks once or twice, and the hash
/// map of a library is more to load than all of this.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    slots: Vec<Slot>,
    /// How many positions have been entered.
    count: usize,
}

/// Part of a hash, and a position plus one; zero is free.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    tag: u32,
    number: u32,
}

/// In the place of a position that is gone. No list is that long.
const GONE: u32 = u32::MAX;

impl Table {
    /// Room for this many.
    pub(crate) fn new(length: usize) -> Self {
        Table { slots: vec![Slot::default(); length.saturating_mul(2).next_power_of_two()], count: 0 }
    }

    /// The position that was entered with this hash and is it.
    pub(crate) fn find(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        self.look(hash, is_it).ok()
    }

    /// The same; where there is none, this is the position from now on.
    pub(crate) fn enter(&mut self, hash: u64, position: usize, is_it: impl Fn(usize) -> bool) -> usize {
        self.look(hash, is_it).unwrap_or_else(|free| {
            if let Some(slot) = self.slots.get_mut(free) {
                self.count = self.count.saturating_add(1);
                *slot = Slot { tag: tag(hash), number: (position as u32).wrapping_add(1) };
            }
            position
        })
    }

    /// The position, or the slot where it would belong.
    fn look(&self, hash: u64, is_it: impl Fn(usize) -> bool) -> Result<usize, usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != 0) {
            let position = slot.number.wrapping_sub(1) as usize;
            if slot.tag == tag(hash) && slot.number != GONE && is_it(position) {
                return Ok(position);
            }
            at = at.wrapping_add(1) & mask;
        }
        Err(at)
    }

    /// The same of a list after an edit, of which `length` items are left or have come: each position is what
    /// `now` makes of it, or gone. Nothing if the table is too full for that.
    pub(crate) fn renumbered(&self, length: usize, now: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        let mut table = self.clone();
        table.count = 0;
        let mut gone = 0_usize;
        for slot in table.slots.iter_mut().filter(|slot| slot.number != 0) {
            let was = Some(slot.number.wrapping_sub(1) as usize).filter(|_| slot.number != GONE);
            let position = was.and_then(&now);
            // Others may be found behind what is gone, so its slot is not free.
            slot.number = position.map_or(GONE, |position| (position as u32).wrapping_add(1));
            match position {
                Some(_) => table.count = table.count.saturating_add(1),
                None => gone = gone.saturating_add(1),
            }
        }
        (length.saturating_add(gone).saturating_mul(2) <= table.slots.len()).then_some(table)
    }

    /// How many positions it holds: of equal ones, the first.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        size_of_val(self.slots.as_slice())
    }
}

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// Spreads what differs in few bits over all of them.
pub(crate) fn mixed(value: u64) -> u64 {
    let value = (value ^ (value >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    value ^ (value >> 29)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::Id;

    #[test]
    fn what_is_entered_is_found_where_it_stands_first() {
        let mut ids: Vec<Id> = (0..1_000).map(|number| Id::from(format!("User-{number}"))).collect();
        ids.push(Id::from("USER-7"));
        let mut table = Table::new(ids.len());
        for (at, id) in ids.iter().enumerate() {
            table.enter(id.hash(), at, |other| ids[other] == *id);
        }
        let find = |text: &str| {
            let id = Id::from(text);
            table.find(id.hash(), |at| ids[at] == id)
        };
        assert_eq!(find("user-7"), Some(7));
        assert_eq!(find("USER-999"), Some(999));
        assert_eq!(find("user-1000"), None);
        assert_eq!(Table::default().find(1, |_| true), None);
        assert_eq!(Table::new(0).find(1, |_| true), None);
    }
}
