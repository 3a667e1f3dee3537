//! Lists that many states of a scenario share.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::iter::{Extend, FromIterator};
use core::ops::Index;

use serde_json::Value;

use crate::shape::{Reader, Shape};

/// How many items lie together.
const CHUNK: usize = 512;

/// A list that is shared until it is edited, and so is each of its items: a directory may hold a hundred thousand
/// people, and every step that can be undone has one. An edit of one item leaves all others where they are in memory,
/// which is also how the items that differ between two lists are found without reading any.
///
/// Items lie in chunks, all of them full but the last, so that an edit copies one chunk and not the whole list.
pub struct List<T>(Arc<Vec<Chunk<T>>>);

type Chunk<T> = Arc<Vec<Arc<T>>>;

impl<T> List<T> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        let full = self.0.len().saturating_sub(1).saturating_mul(CHUNK);
        self.0.last().map_or(0, |last| full.saturating_add(last.len()))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn item(&self, at: usize) -> Option<&Arc<T>> {
        self.0.get(at / CHUNK)?.get(at % CHUNK)
    }

    /// The item at a position.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.item(at).map(Arc::as_ref)
    }

    /// The first item.
    pub fn first(&self) -> Option<&T> {
        self.get(0)
    }

    /// The last item.
    pub fn last(&self) -> Option<&T> {
        self.0.last()?.last().map(Arc::as_ref)
    }

    /// Every item, in order.
    pub fn iter(&self) -> Items<'_, T> {
        self.from(0)
    }

    /// Every item from a position on, in order.
    pub fn from(&self, at: usize) -> Items<'_, T> {
        let mut chunks = self.0.get(at / CHUNK..).unwrap_or_default().iter();
        let first = chunks.next().and_then(|chunk| chunk.get(at % CHUNK..)).unwrap_or_default();
        Items { chunk: first.iter(), chunks }
    }

    /// Whether both are the same list in memory.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Whether the items at these positions are the same in memory: nobody has edited the one since.
    pub(crate) fn is_same_at(&self, at: usize, other: &Self, at_other: usize) -> bool {
        matches!((self.item(at), other.item(at_other)), (Some(ours), Some(theirs)) if Arc::ptr_eq(ours, theirs))
    }

    /// The positions that both lists have where their items are not the same in memory.
    pub(crate) fn differing<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = usize> + 'a {
        let chunks = self.0.iter().zip(&*other.0).zip((0..).step_by(CHUNK));
        let differing = chunks.filter(|((ours, theirs), _)| !Arc::ptr_eq(ours, theirs));
        differing.flat_map(|((ours, theirs), first)| {
            let items = ours.iter().zip(&**theirs).zip(first..);
            items.filter(|((ours, theirs), _)| !Arc::ptr_eq(ours, theirs)).map(|(_, at)| at)
        })
    }

    /// Every item that nobody shares, to be finished: all those of a list that was just made.
    pub(crate) fn own_mut(&mut self) -> impl Iterator<Item = &mut T> {
        let chunks = Arc::get_mut(&mut self.0).into_iter().flatten();
        chunks.filter_map(Arc::get_mut).flatten().filter_map(Arc::get_mut)
    }

    /// Items in chunks, all of them full but the last.
    fn chunked(items: &[Arc<T>]) -> Vec<Chunk<T>> {
        items.chunks(CHUNK).map(|chunk| Arc::new(chunk.to_vec())).collect()
    }
}

impl<T: Clone> List<T> {
    /// The item at a position, to be edited.
    pub fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        let chunk = Arc::make_mut(&mut self.0).get_mut(at / CHUNK)?;
        Arc::make_mut(chunk).get_mut(at % CHUNK).map(Arc::make_mut)
    }

    /// Edits the first item that is wanted.
    pub fn find_mut(&mut self, is_wanted: impl FnMut(&T) -> bool) -> Option<&mut T> {
        self.iter().position(is_wanted).and_then(|at| self.get_mut(at))
    }

    /// Every item, to be edited. Whoever edits one of many asks for that one.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut T> {
        let chunks = Arc::make_mut(&mut self.0).iter_mut();
        chunks.flat_map(|chunk| Arc::make_mut(chunk).iter_mut()).map(Arc::make_mut)
    }

    /// Puts an item behind all others.
    pub fn push(&mut self, item: T) {
        let (chunks, item) = (Arc::make_mut(&mut self.0), Arc::new(item));
        match chunks.last_mut().filter(|last| last.len() < CHUNK) {
            Some(last) => Arc::make_mut(last).push(item),
            None => chunks.push(Arc::new(Vec::from([item]))),
        }
    }

    /// Takes an item out.
    pub fn remove(&mut self, at: usize) {
        self.leave(at, |number, _| number != at);
    }

    /// Leaves in only what is wanted.
    pub fn retain(&mut self, is_wanted: impl Fn(&T) -> bool) {
        if let Some(first) = self.iter().position(|item| !is_wanted(item)) {
            self.leave(first, |_, item| is_wanted(item));
        }
    }

    /// Leaves in what is wanted from the chunk on that holds a position.
    fn leave(&mut self, at: usize, is_wanted: impl Fn(usize, &T) -> bool) {
        let first = at / CHUNK;
        let chunks = Arc::make_mut(&mut self.0);
        let rest: Vec<Chunk<T>> = chunks.drain(first.min(chunks.len())..).collect();
        let items = rest.iter().flat_map(|chunk| chunk.iter()).zip(first.saturating_mul(CHUNK)..);
        let left = items.filter(|(item, number)| is_wanted(*number, item)).map(|(item, _)| item.clone());
        chunks.extend(Self::chunked(&left.collect::<Vec<_>>()));
    }
}

/// The items of a [`List`].
pub struct Items<'a, T> {
    chunk: core::slice::Iter<'a, Arc<T>>,
    chunks: core::slice::Iter<'a, Chunk<T>>,
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        loop {
            if let Some(item) = self.chunk.next() {
                return Some(item);
            }
            self.chunk = self.chunks.next()?.iter();
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let last = self.chunks.as_slice().last().map_or(0, |last| last.len());
        let full = self.chunks.len().saturating_sub(1).saturating_mul(CHUNK);
        let length = self.chunk.len().saturating_add(full).saturating_add(last);
        (length, Some(length))
    }
}

impl<T> ExactSizeIterator for Items<'_, T> {}

impl<T> Clone for Items<'_, T> {
    fn clone(&self) -> Self {
        Items { chunk: self.chunk.clone(), chunks: self.chunks.clone() }
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = Items<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let items: Vec<Arc<T>> = items.into_iter().map(Arc::new).collect();
        List(Arc::new(Self::chunked(&items)))
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Clone> Extend<T> for List<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T> Index<usize> for List<T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "whoever indexes a list has looked, as with any other")]
    fn index(&self, at: usize) -> &T {
        &self.0[at / CHUNK][at % CHUNK]
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        List(self.0.clone())
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        List(Arc::default())
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        let is_equal = |at| self.get(at) == other.get(at);
        self.is_same(other) || self.len() == other.len() && self.differing(other).all(is_equal)
    }
}

impl<T: Eq> Eq for List<T> {}

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<T: Shape> Shape for List<T> {
    const EXPECTED: &'static str = <Vec<T>>::EXPECTED;

    fn read(&mut self, value: Value, reader: &mut Reader) {
        let mut items: Vec<Arc<T>> = Vec::new();
        items.read(value, reader);
        *self = List(Arc::new(Self::chunked(&items)));
    }

    fn blank() -> Self {
        Self::default()
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(T::write).collect())
    }

    fn is_plain(&self) -> bool {
        self.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(range: core::ops::Range<usize>) -> List<usize> {
        range.collect()
    }

    #[test]
    fn a_list_is_what_a_vector_is() {
        for length in [0, 1, 511, 512, 513, 1024, 1300] {
            let mut list = list(0..length);
            let mut vector: Vec<usize> = (0..length).collect();
            assert_eq!((list.len(), list.is_empty()), (vector.len(), vector.is_empty()));
            for at in [0, 400, 511, 512, 1023, 1299, 5_000] {
                assert_eq!(list.get(at), vector.get(at));
                assert!(list.from(at).eq(vector.iter().skip(at)));
                assert_eq!(list.from(at).len(), vector.len().saturating_sub(at));
                list.remove(at);
                if at < vector.len() {
                    vector.remove(at);
                }
                list.push(at);
                vector.push(at);
                assert!(list.iter().eq(&vector));
            }
            list.retain(|item| item % 3 != 1);
            vector.retain(|item| item % 3 != 1);
            assert!(list.iter().eq(&vector));
            assert_eq!((list.first(), list.last()), (vector.first(), vector.last()));
            list.extend([7, 8]);
            assert_eq!(list.len(), vector.len() + 2);
        }
    }

    #[test]
    fn an_edit_leaves_all_else_in_its_place() {
        let old = list(0..2_000);
        let mut new = old.clone();
        assert!(new.is_same(&old) && new == old);
        *new.get_mut(700).unwrap() += 1;
        assert!(!new.is_same(&old) && new != old);
        assert_eq!(new.differing(&old).collect::<Vec<_>>(), [700]);
        assert!(new.is_same_at(3, &old, 3) && !new.is_same_at(3, &old, 4));
        *new.get_mut(700).unwrap() -= 1;
        assert_eq!(new, old);
        *new.find_mut(|item| *item == 1_999).unwrap() = 0;
        assert_eq!((old.get(1_999), new.get(1_999)), (Some(&1_999), Some(&0)));
    }
}
