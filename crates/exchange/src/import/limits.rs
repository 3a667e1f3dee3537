//! How much is read. Every limit has a message of its own that says how to stay below it.

use crate::document;

/// Longest file, in bytes, and longest of all files together: what a scenario document may have.
pub const MAX_BYTES: usize = document::MAX_BYTES;

/// Most files at once.
pub const MAX_FILES: usize = 500;

/// How deep lists and objects may stand in one another. Graph's deepest answer has nine levels.
pub const MAX_DEPTH: usize = 64;

/// Most values in one file: objects, lists, texts, numbers and words. A directory of two hundred thousand people
/// stays below it.
pub const MAX_VALUES: usize = 4_000_000;

/// Most objects in one file that nobody knows, and in which something known is looked for.
pub const MAX_SEARCHED: usize = 200_000;

/// Longest text, as JSON, of what a bundle holds and no rule knows that is kept, in bytes. It goes wherever the scenario
/// goes, into links too.
pub const MAX_BESIDE: usize = 65_536;

/// Most documents in one file.
pub const MAX_DOCUMENTS: usize = 10_000;

/// Most notes that are told of one file; further ones are counted.
pub const MAX_NOTES: usize = 200;

/// Longest piece of a file that a message repeats, in characters.
pub const MAX_QUOTE: usize = 80;
