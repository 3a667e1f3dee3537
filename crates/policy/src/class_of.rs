//! Finding the class of a user or an application.

use alloc::vec::Vec;

use crate::kinds::Kinds;

/// The class of every position of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ClassOf {
    /// The positions that a list names, in order.
    pub(crate) touched: Vec<u32>,
    /// Their classes.
    pub(crate) of_touched: Vec<u32>,
    /// The class of all others of each kind; the last is for who or what the directory does not list.
    pub(crate) of_kind: Vec<u32>,
}

impl ClassOf {
    /// The class of a position, whose kind is given.
    pub(crate) fn position(&self, position: usize, kind: Option<usize>) -> Option<usize> {
        let touched = self.touched.binary_search(&u32::try_from(position).ok()?);
        let class = match touched {
            Ok(number) => self.of_touched.get(number),
            Err(_) => self.of_kind.get(kind?),
        };
        class.map(|class| *class as usize)
    }

    /// The class of a position in a list of these kinds.
    pub(crate) fn find(&self, position: usize, kinds: &Kinds) -> Option<usize> {
        self.position(position, kinds.of(u32::try_from(position).ok()?))
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        let lists = [&self.touched, &self.of_touched, &self.of_kind];
        lists.map(|list| size_of_val(list.as_slice())).into_iter().sum()
    }
}
