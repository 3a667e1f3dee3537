//! Sentences as runs of words.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Lists a word behind others, if there are any, with something between them. The page's first program lists so rather
/// than by what joins any slice, which takes a kilobyte for each kind of text.
pub fn list_on(words: &mut String, between: &str, word: &str) {
    if !words.is_empty() {
        words.push_str(between);
    }
    words.push_str(word);
}

/// Some words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// Whether they stand out: names, mostly.
    pub strong: bool,
}

/// A sentence or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The runs, in order.
    pub runs: Vec<Run>,
}

impl Text {
    /// No words.
    pub fn new() -> Self {
        Text::default()
    }

    /// With plain words added.
    #[must_use]
    pub fn and(mut self, words: impl AsRef<str>) -> Self {
        self.push(words.as_ref(), false);
        self
    }

    /// With strong words added.
    #[must_use]
    pub fn strong(mut self, words: impl AsRef<str>) -> Self {
        self.push(words.as_ref(), true);
        self
    }

    /// With another text added.
    #[must_use]
    pub fn then(mut self, other: Text) -> Self {
        for run in other.runs {
            self.push(&run.words, run.strong);
        }
        self
    }

    /// With a sentence added, set off by a space.
    #[must_use]
    pub fn sentence(self, other: Text) -> Self {
        if self.runs.is_empty() || other.runs.is_empty() {
            self.then(other)
        } else {
            self.and(" ").then(other)
        }
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    fn push(&mut self, words: &str, strong: bool) {
        if words.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.strong == strong => last.words.push_str(words),
            _ => self.runs.push(Run { words: words.into(), strong }),
        }
    }

    /// The texts as one: "a", "a and b", "a, b and c", with `last` for "and".
    pub fn list(items: Vec<Text>, last: &str) -> Text {
        let count = items.len();
        items.into_iter().enumerate().fold(Text::new(), |text, (at, item)| {
            let joint = match at {
                0 => "",
                _ if at.saturating_add(1) == count => last,
                _ => ", ",
            };
            text.and(joint).then(item)
        })
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Text::new().and(words)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.runs.iter().try_for_each(|run| f.write_str(&run.words))
    }
}
