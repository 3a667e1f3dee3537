//! From a text to the documents in it, each with what stands above it.
//!
//! A file can hold several: answers pasted one under the other, with or without the heads of HTTP above them, the
//! fences of Markdown around them, or the command line that sent them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::asked::Asked;
use super::json::{Broken, Parser};
use super::limits::MAX_DOCUMENTS;
use super::remark::Remark;
use super::tree::{Data, Node};
use super::{What, csv, dsc, embedded};

/// What a text is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    #[default]
    Json,
    /// Comma-separated values.
    Csv,
    /// Configuration text of Microsoft365DSC.
    Dsc,
}

impl Format {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::Csv => "CSV",
            Format::Dsc => "Microsoft365DSC",
        }
    }
}

/// One document of a file.
#[derive(Debug)]
pub(super) struct Document {
    /// What the lines above it say was asked.
    pub(super) asked: Asked,
    /// The status that the answer had.
    pub(super) status: Option<u16>,
    /// What it lists, where the names of its columns say it.
    pub(super) what: Option<What>,
    pub(super) node: Node,
    pub(super) remarks: Vec<(usize, Remark)>,
}

impl Document {
    /// Whether it is the body of a request that changes something, of which nothing says yet what came of it.
    fn is_change(&self) -> bool {
        self.asked.is_change && self.status.is_none()
    }
}

/// The documents in the text of a file.
pub(super) fn documents(text: &str, file: &str) -> Result<(Format, Vec<Document>), Broken> {
    if dsc::is_one(text) {
        return dsc::read(text).map(|(node, remarks)| (Format::Dsc, alloc::vec![document(node, remarks)]));
    }
    if csv::is_one(text) {
        let table = |(node, what)| alloc::vec![Document { what, ..document(node, Vec::new()) }];
        return csv::read(text, file).map(|read| (Format::Csv, table(read)));
    }
    json(text).map(|documents| (Format::Json, documents))
}

/// What to do about a text that is broken.
pub(super) fn remedy(text: &str) -> &'static str {
    if dsc::is_one(text) {
        "Export it again: each block has its braces, and each text its quotes"
    } else if csv::is_one(text) {
        "Export it again as CSV: each line has as many values as the first has names, and what has a comma in it stands between quotes"
    } else {
        "Save answers of Microsoft Graph as they come, from the first { or [ to the last"
    }
}

fn document(node: Node, remarks: Vec<(usize, Remark)>) -> Document {
    Document { asked: Asked::default(), status: None, what: None, node, remarks }
}

fn json(text: &str) -> Result<Vec<Document>, Broken> {
    if let Some((node, remarks)) = escaped(text) {
        let remarks = remarks.into_iter().map(|remark| (0, remark)).collect();
        return Ok(alloc::vec![document(node, remarks)]);
    }
    let mut parser = Parser::new(text);
    let mut head = Head::default();
    let mut found = Vec::new();
    loop {
        parser.space();
        let Some(first) = parser.rest().chars().next() else { break };
        let at = parser.at;
        let node = match first {
            '{' if is_progress(parser.rest()) => {
                head.line(&mut parser);
                continue;
            }
            '[' if is_log(parser.rest()) => {
                head.line(&mut parser);
                continue;
            }
            '{' | '[' => parser.value()?,
            ',' => {
                parser.at = parser.at.saturating_add(1);
                continue;
            }
            '"' | '“' if is_member(text, at) => {
                let members = parser.members(None)?;
                parser.remarks.push((at, Remark::NoBraces));
                Node::new(at, Data::Object(members))
            }
            '"' if let Some(text) = quoted(text, &mut parser) => Node::text_at(at, text),
            _ => {
                let before = head.status;
                head.line(&mut parser);
                // What Graph has refused is not so.
                if head.status != before && head.is_refusal() && found.last().is_some_and(Document::is_change)
                {
                    found.pop();
                    head.passed_over.push((at, Remark::RefusedChange));
                }
                continue;
            }
        };
        if found.len() >= MAX_DOCUMENTS {
            return Err(Broken { at, what: "there are too many documents in this file".into() });
        }
        let head = core::mem::take(&mut head);
        let mut remarks = core::mem::take(&mut parser.remarks);
        remarks.extend(head.words_at.map(|at| (at, Remark::WordsAround)));
        remarks.extend(head.passed_over);
        found.push(Document { asked: head.asked, status: head.status, what: None, node, remarks });
    }
    match (found.last_mut(), head.passed_over.first()) {
        (Some(last), _) => {
            last.remarks.extend(head.words_at.map(|at| (at, Remark::WordsAround)));
            last.remarks.append(&mut head.passed_over);
        }
        (None, Some((at, remark))) => {
            return Err(Broken { at: *at, what: remark.says().trim_end_matches('.').into() });
        }
        (None, None) => {}
    }
    Ok(found)
}

/// A document that has been converted twice is a text.
fn quoted(text: &str, parser: &mut Parser<'_>) -> Option<String> {
    let mut ahead = Parser::new(text);
    ahead.at = parser.at;
    let quoted = ahead.string().ok().filter(|quoted| embedded::may_be_one(quoted))?;
    parser.at = ahead.at;
    Some(quoted)
}

/// A document that was taken out of a text with the backslashes that it has there.
fn escaped(text: &str) -> Option<(Node, Vec<Remark>)> {
    let start = text.trim_start();
    let inner = start.strip_prefix(['{', '['])?.trim_start_matches(['{', ' ']);
    if !(inner.starts_with("\\\"") || inner.starts_with("\\n") || inner.starts_with("\\r")) {
        return None;
    }
    let quoted = alloc::format!("\"{}\"", start.trim_end());
    embedded::document(&Parser::new(&quoted).string().ok()?, 0)
}

/// Whether a line of a log begins here: `[time] words`, `[INFO] words`.
fn is_log(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default();
    let Some((inner, after)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) else {
        return false;
    };
    let is_word = |letter: char| letter.is_ascii_alphabetic() || letter == ':';
    !after.trim().is_empty()
        && !after.trim_start().starts_with([',', ']', '}'])
        && !inner.contains(['"', '\'', '{', '[', ',', '“', '‘'])
        && inner.contains(is_word)
        && !["true", "false", "null"].contains(&inner.trim())
}

/// Whether curl says here how much it has got, among the heads that `-v` shows.
fn is_progress(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim_end();
    line.starts_with("{ [") && line.ends_with("bytes data]")
}

/// Whether a property begins here that has no object around it.
fn is_member(text: &str, at: usize) -> bool {
    let mut parser = Parser::new(text);
    parser.at = at;
    parser.string().is_ok() && {
        parser.space();
        parser.rest().starts_with(':')
    }
}

/// What stands above a document.
#[derive(Default)]
struct Head {
    asked: Asked,
    status: Option<u16>,
    /// Where something stands that is no part of an answer or a request.
    words_at: Option<usize>,
    /// Requests that nothing was taken from.
    passed_over: Vec<(usize, Remark)>,
}

const METHODS: [&str; 5] = ["GET", "PATCH", "POST", "PUT", "DELETE"];

impl Head {
    /// Whether it is that of an answer by which Graph refuses the request above.
    fn is_refusal(&self) -> bool {
        self.asked.path.is_empty() && self.status.is_some_and(|status| status >= 400)
    }

    /// Reads a line that is no JSON. Where the body of a command begins in it, reading goes on there.
    fn line(&mut self, parser: &mut Parser<'_>) {
        let (at, rest) = (parser.at, parser.rest());
        let length = rest.find('\n').unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default();
        // curl shows what it sends and what it gets.
        let told = line.strip_prefix(['<', '>', '*']).unwrap_or(line);
        let words: Vec<&str> = told.split_whitespace().collect();
        if let Some(url) =
            words.iter().map(|word| word.trim_matches(['"', '\''])).find(|word| is_address(word))
        {
            let method = words
                .iter()
                .map(|word| word.trim_matches(['"', '\'']))
                .find(|word| METHODS.iter().any(|method| method.eq_ignore_ascii_case(word)));
            let method = method.unwrap_or_default();
            self.asked = Asked::of_url(method, url);
            if method.eq_ignore_ascii_case("DELETE") || self.asked.path.ends_with("resettosystemdefault") {
                self.passed_over.push((at, Remark::Removal(url.into())));
            }
        }
        let is_status = words.first().is_some_and(|word| word.starts_with("HTTP/"));
        if is_status {
            self.status = words.get(1).and_then(|status| status.parse().ok());
        }
        let is_header = words.first().is_some_and(|word| {
            word.strip_suffix(':').is_some_and(|name| {
                name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            })
        });
        let is_shown = told.len() < line.len();
        let is_fence =
            is_shown || line.starts_with("```") || line.starts_with("###") || line.starts_with("---");
        let is_request = words.first().is_some_and(|word| METHODS.contains(word));
        if is_request {
            // A status above it is that of the answer to another.
            self.status = None;
        }
        if !(is_status || is_header || is_fence || is_request) && self.words_at.is_none() {
            self.words_at = Some(at);
        }
        let body = body_in(line).unwrap_or(length);
        parser.at = at.saturating_add(body.max(1).min(rest.len()));
    }
}

/// Whether a word is an address; the host may be a variable of an editor’s.
fn is_address(word: &str) -> bool {
    let path = word.strip_prefix("{{").and_then(|rest| rest.split_once("}}")).map_or(word, |(_, path)| path);
    word.starts_with("https://")
        || ["/v1.0/", "/beta/", "/policies/"].iter().any(|start| path.starts_with(start))
}

/// Where the body of a command begins in its line: `--body '{`.
fn body_in(line: &str) -> Option<usize> {
    let flag = ["--body", "-Body", "--data", " -d "].iter().filter_map(|flag| line.find(flag)).min()?;
    let after = line.get(flag..)?;
    after.find('{').and_then(|at| flag.checked_add(at))
}

/// What a file is that cannot be read, and what to do instead.
pub(super) struct Foreign {
    pub(super) code: &'static str,
    pub(super) what: String,
    pub(super) remedy: &'static str,
}

impl Foreign {
    pub(super) fn new(code: &'static str, what: &str, remedy: &'static str) -> Self {
        Foreign { code, what: what.to_string(), remedy }
    }
}
