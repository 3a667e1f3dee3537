//! The fenced blocks of a page of documentation in Markdown that hold a scenario: ```` ```entente ````.

use alloc::string::String;
use alloc::vec::Vec;

/// The word after the fence.
const WORD: &str = "entente";

/// A fenced block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// The line of the page that its fence stands on, counted from one.
    pub line: usize,
    /// What stands between the fences, without the indentation of the first of them.
    pub text: String,
}

/// The blocks of a page that hold a scenario, in order.
pub fn find(page: &str) -> Vec<Fence> {
    find_of(page, WORD)
}

/// The blocks of a page in a language, in order. A block that never ends ends with the page.
pub fn find_of(page: &str, language: &str) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut open: Option<Open<'_>> = None;
    for (at, line) in page.lines().enumerate() {
        open = match open.take() {
            None => Open::at(line, at.saturating_add(1), language),
            Some(open) if open.is_ended_by(line) => {
                found.extend(open.fence());
                None
            }
            Some(mut open) => {
                open.push(line);
                Some(open)
            }
        };
    }
    found.extend(open.and_then(Open::fence));
    found
}

struct Open<'a> {
    mark: &'a str,
    indent: usize,
    is_wanted: bool,
    fence: Fence,
}

impl<'a> Open<'a> {
    /// The block that a line opens, whosever it is: what looks like a fence inside of another block is none.
    fn at(line: &'a str, number: usize, language: &str) -> Option<Self> {
        let bare = line.trim_start_matches([' ', '\t']);
        let first = bare.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
        let rest = bare.trim_start_matches(first);
        let mark = bare.strip_suffix(rest).filter(|mark| mark.len() >= 3)?;
        // A line of code in quotes of its own is no fence.
        if first == '`' && rest.contains('`') {
            return None;
        }
        let word = rest
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .find(|word| !word.is_empty());
        let indent = line.len().saturating_sub(bare.len());
        let is_wanted =
            word == Some(language) && rest.trim_start_matches([' ', '{', '.']).starts_with(language);
        Some(Open { mark, indent, is_wanted, fence: Fence { line: number, text: String::new() } })
    }

    fn is_ended_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.starts_with(self.mark) && line.chars().all(|letter| self.mark.starts_with(letter))
    }

    fn push(&mut self, line: &str) {
        let spaces = line.len().saturating_sub(line.trim_start_matches([' ', '\t']).len());
        let text = line.get(self.indent.min(spaces)..).unwrap_or(line);
        self.fence.text.push_str(text);
        self.fence.text.push('\n');
    }

    fn fence(self) -> Option<Fence> {
        self.is_wanted.then_some(self.fence)
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::find;

    #[test]
    fn only_blocks_of_ours_are_found() {
        let page = "# Page\n\n```entente\nfrom: example-2\n```\n\n````md\n```entente\nquoted\n```\n````\n\n- item\n\n  ~~~ {.entente}\n  title: x\n    y: z\n  ~~~\n\n```json\n{}\n```\n\n```` ```entente ````\n\n```ententes\n```\n``` entente mode=matrix\nlast\n";
        let found = find(page);
        let found: Vec<(usize, &str)> = found.iter().map(|fence| (fence.line, fence.text.as_str())).collect();
        assert_eq!(found, [(3, "from: example-2\n"), (15, "title: x\n  y: z\n"), (28, "last\n")]);
    }
}
