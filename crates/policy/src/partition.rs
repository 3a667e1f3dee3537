//! Splitting a list into classes, by one condition after the other.

use alloc::vec;
use alloc::vec::Vec;

/// The items of a list in classes: those who met the same conditions so far.
pub(crate) struct Partition {
    /// The class of each item.
    class_of: Vec<usize>,
    /// The conditions that the items of each class met.
    met: Vec<Vec<usize>>,
    condition: usize,
    /// For each class there was before the condition: the class of those of its items that meet it.
    meeting: Vec<Option<usize>>,
}

impl Partition {
    /// All items in one class.
    pub(crate) fn new(items: usize) -> Self {
        Partition { class_of: vec![0; items], met: vec![Vec::new()], condition: 0, meeting: Vec::new() }
    }

    /// Turns to a condition.
    pub(crate) fn begin(&mut self, condition: usize) {
        self.condition = condition;
        self.meeting = vec![None; self.met.len()];
    }

    /// An item meets the condition. To say so twice makes no difference.
    pub(crate) fn meets(&mut self, item: usize) {
        let Some(class) = self.class_of.get_mut(item) else { return };
        // A class made for this condition has no place here: its items have moved already.
        let Some(meeting) = self.meeting.get_mut(*class) else { return };
        let (met, from) = (&mut self.met, *class);
        *class = *meeting.get_or_insert_with(|| {
            let mut conditions = met.get(from).cloned().unwrap_or_default();
            conditions.push(self.condition);
            met.push(conditions);
            met.len().saturating_sub(1)
        });
    }

    /// Every class that has items, with the conditions they met.
    pub(crate) fn into_classes(self) -> impl Iterator<Item = (Vec<usize>, Vec<usize>)> {
        let mut items = vec![Vec::new(); self.met.len()];
        for (item, class) in self.class_of.into_iter().enumerate() {
            if let Some(items) = items.get_mut(class) {
                items.push(item);
            }
        }
        items.into_iter().zip(self.met).filter(|(items, _)| !items.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_part_where_a_condition_tells_them_apart() {
        let mut partition = Partition::new(4);
        partition.begin(0);
        [1, 2, 1, 9].into_iter().for_each(|item| partition.meets(item));
        partition.begin(1);
        [0, 1, 2, 3].into_iter().for_each(|item| partition.meets(item));
        partition.begin(2);
        partition.meets(2);
        let mut classes: Vec<_> = partition.into_classes().collect();
        classes.sort();
        let expected = [(vec![0, 3], vec![1]), (vec![1], vec![0, 1]), (vec![2], vec![0, 1, 2])];
        assert_eq!(classes, expected);
    }
}
