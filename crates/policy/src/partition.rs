//! Splitting a list into classes, by one condition after the other.

use alloc::vec;
use alloc::vec::Vec;

/// The items of a class, and the conditions that they met.
pub(crate) type ItemsAndMet = (Vec<usize>, Vec<usize>);

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

    /// Adds items, each in the class of another.
    pub(crate) fn join(&mut self, others: impl Iterator<Item = usize>) {
        for other in others {
            self.class_of.push(self.class_of.get(other).copied().unwrap_or_default());
        }
    }

    /// Turns to a condition.
    pub(crate) fn begin(&mut self, condition: usize) {
        self.condition = condition;
        self.meeting.clear();
        self.meeting.resize(self.met.len(), None);
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

    /// The class of each item, and for each class its items in order and the conditions they met. A class that all
    /// items have left has none.
    pub(crate) fn into_classes(self) -> (Vec<usize>, Vec<ItemsAndMet>) {
        let mut items = vec![Vec::new(); self.met.len()];
        for (item, class) in self.class_of.iter().enumerate() {
            if let Some(items) = items.get_mut(*class) {
                items.push(item);
            }
        }
        (self.class_of, items.into_iter().zip(self.met).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_part_where_a_condition_tells_them_apart() {
        let mut partition = Partition::new(3);
        partition.begin(0);
        [1, 2, 1, 9].into_iter().for_each(|item| partition.meets(item));
        partition.join([0].into_iter());
        partition.begin(1);
        [0, 1, 2, 3].into_iter().for_each(|item| partition.meets(item));
        partition.begin(2);
        partition.meets(2);
        let (class_of, classes) = partition.into_classes();
        assert!(class_of.iter().zip(0..).all(|(class, item)| classes[*class].0.contains(&item)));
        let mut classes: Vec<_> = classes.into_iter().filter(|(items, _)| !items.is_empty()).collect();
        classes.sort();
        let expected = [(vec![0, 3], vec![1]), (vec![1], vec![0, 1]), (vec![2], vec![0, 1, 2])];
        assert_eq!(classes, expected);
    }
}
