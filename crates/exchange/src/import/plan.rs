//! The first step: what files hold. Nothing changes by it.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario};

use super::bytes::{self, Encoding, Lines};
use super::envelope::{Around, KNOWN, Opening};
use super::limits::{MAX_BYTES, MAX_FILES, MAX_NOTES};
use super::normalise::Found;
use super::piece::{Settling, declared_twice, shape_of};
use super::remark::Remark;
use super::text::{self, Format};
use super::whose::{self, Evidence, Guess};
use super::{Belongs, Choices, File, ImportError, Kept, Note, Piece, What, csv, foreign};

/// What files hold, whose it seems to be, and what is to be known of it.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The files, in their order.
    pub files: Vec<FileRead>,
    /// The parts of files that belong to one tenant each: mostly a whole file.
    pub sources: Vec<Source>,
    /// What was found, in the order of the files.
    pub pieces: Vec<Piece>,
    /// What is to be known of it.
    pub notes: Vec<Note>,
    /// Properties that no rule knows. They are kept and written back.
    pub kept: Vec<Kept>,
}

/// One file that was looked at.
#[derive(Clone, Debug)]
pub struct FileRead {
    /// What it is called.
    pub name: String,
    /// How its bytes spell its text.
    pub encoding: Encoding,
    /// What it is written in.
    pub format: Format,
    /// How many documents are in it.
    pub documents: usize,
    /// Why it could not be read. Nothing of it is then in the plan.
    pub refused: Option<ImportError>,
}

/// A part of the files that belongs to one tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file.
    pub file: String,
    /// What it says of whose it is.
    pub evidence: Vec<Evidence>,
}

impl Source {
    /// The domain that it says it is from.
    pub(super) fn domain(&self) -> Option<&str> {
        self.evidence.iter().find_map(|evidence| match evidence {
            Evidence::Domain(domain) | Evidence::People(domain) => Some(&**domain),
            _ => None,
        })
    }
}

/// Looks at files. It reads what it can: a file that cannot be read says why in [`FileRead::refused`].
pub fn read(files: &[File<'_>]) -> Plan {
    let mut plan = Plan::default();
    let mut bytes = 0_usize;
    for (number, file) in files.iter().enumerate() {
        bytes = bytes.saturating_add(file.bytes.len());
        let mut seen = FileRead {
            name: file.name.into(),
            encoding: Encoding::default(),
            format: Format::default(),
            documents: 0,
            refused: None,
        };
        let read = if number >= MAX_FILES {
            let what = format!("there are more than {MAX_FILES} files");
            Err(ImportError::new(file.name, "", "tooMuch", what, "Give them in several turns"))
        } else {
            look_at(file, bytes, &mut seen)
        };
        match read {
            Ok(read) => plan.add(read),
            Err(error) => seen.refused = Some(error),
        }
        plan.files.push(seen);
    }
    plan
}

/// What one file holds.
fn look_at(file: &File<'_>, bytes_so_far: usize, seen: &mut FileRead) -> Result<Plan, ImportError> {
    let refuse = |code, what: String, remedy: &str| Err(ImportError::new(file.name, "", code, what, remedy));
    if bytes_so_far > MAX_BYTES {
        let most = MAX_BYTES / 1_048_576;
        return refuse(
            "tooMuch",
            format!("the file is longer than {most} MB, or all files together are"),
            "Split it, a file for each request",
        );
    }
    if let Some(known) = foreign::of_bytes(file.bytes) {
        return refuse(known.code, known.what, known.remedy);
    }
    let (encoding, text) = bytes::text(file.bytes);
    seen.encoding = encoding;
    let said =
        text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\0' | '\u{feff}'));
    if matches!(said, "" | "null" | "\"\"") {
        let found = Found { at: 0, pointer: String::new(), remark: Remark::EmptyFile };
        let notes = notes(file.name, alloc::vec![found], &Lines::of(&text));
        return Ok(Plan { notes, ..Plan::default() });
    }
    if let Some(known) = foreign::of_table(&text) {
        return refuse(known.code, known.what, known.remedy);
    }
    let lines = Lines::of(&text);
    let (format, documents) = text::documents(&text, file.name).map_err(|broken| {
        let mut error = match foreign::of_text(&text) {
            Some(known) => ImportError::new(file.name, "", known.code, known.what, known.remedy),
            None => {
                let what = format!("this cannot be read: {}", broken.what);
                ImportError::new(file.name, "", "broken", what, text::remedy(&text))
            }
        };
        error.place = Some(lines.place(broken.at));
        error
    })?;
    seen.format = format;
    seen.documents = documents.len();
    if documents.is_empty() {
        let known = foreign::of_text(&text).or_else(|| foreign::of_text_around(&text));
        return match (known, csv::unknown(&text)) {
            (Some(known), _) => refuse(known.code, known.what, known.remedy),
            (None, Some(columns)) => Err(ImportError::unknown_table(file.name, &columns)),
            (None, None) => refuse("notJson", "there is no JSON in this".into(), foreign::EXPORT),
        };
    }
    let mut plan = Plan::default();
    let mut opening = Opening {
        file: file.name,
        lines: &lines,
        found: Vec::new(),
        remarks: Vec::new(),
        sources: alloc::vec![Vec::new()],
        source: 0,
        failed: Vec::new(),
        texts: 0,
        searched: 0,
    };
    let mut settling =
        Settling { file: file.name, document: 0, lines: &lines, found: Vec::new(), kept: BTreeMap::new() };
    if encoding == Encoding::Windows1252 {
        settling.found.push(Found {
            at: 0,
            pointer: String::new(),
            remark: Remark::Encoding(encoding.name()),
        });
    }
    let (several, mut passed_over) = (documents.len() > 1, None);
    for (number, document) in documents.into_iter().enumerate() {
        settling.document = number.saturating_add(1);
        let at_top = |(at, remark)| Found { at, pointer: String::new(), remark };
        settling.found.extend(document.remarks.into_iter().map(at_top));
        let (at, failures) = (document.node.at, opening.failed.len());
        let around = Around { status: document.status, what: document.what, ..Around::of(document.asked) };
        match opening.open(document.node, "", &around) {
            // Of several documents, one may be about something else: the head of an answer, as JSON.
            Err(error) if error.code == "notKnown" && several => {
                opening.remark(at, "", Remark::NotKnown(error.what.clone()));
                passed_over.get_or_insert(error);
            }
            // The columns as the file has them say more than what was made of them.
            Err(error) if error.code == "notKnown" && format == Format::Csv => {
                return Err(csv::unknown(&text)
                    .map_or(error, |columns| ImportError::unknown_table(file.name, &columns)));
            }
            opened => opened?,
        }
        if around.status.is_some_and(|status| status >= 400) && failures == opening.failed.len() {
            opening.failed(at, "", around.status, "");
        }
        settling.found.append(&mut opening.remarks);
        for raw in core::mem::take(&mut opening.found) {
            plan.pieces.push(settling.piece(raw)?);
        }
    }
    if let (true, Some(error)) = (plan.pieces.is_empty(), opening.failed.into_iter().next()) {
        return Err(error);
    }
    if plan.pieces.is_empty() && settling.found.iter().any(|found| found.remark == Remark::Questions) {
        return refuse(
            "questions",
            "this is what was asked, and not what was answered".into(),
            "Give the answer: the `responses` of the batch",
        );
    }
    if let (true, Some(error)) = (plan.pieces.is_empty(), passed_over) {
        return Err(error);
    }
    let is_empty = settling.found.iter().any(|found| found.remark == Remark::EmptyList);
    if plan.pieces.is_empty() && !is_empty {
        let what = "nothing in it is about cross-tenant access, or about who is there".into();
        return refuse("notKnown", what, KNOWN);
    }
    if let Some(error) = declared_twice(&plan.pieces) {
        return Err(error);
    }
    only_the_last(file.name, &mut plan.pieces, &mut settling);
    plan.sources =
        opening.sources.into_iter().map(|evidence| Source { file: file.name.into(), evidence }).collect();
    plan.kept = settling.kept.into_values().collect();
    plan.notes = notes(file.name, settling.found, &lines);
    Ok(plan)
}

/// EntraExporter has one path for all organizations.
fn only_the_last(name: &str, pieces: &mut [Piece], settling: &mut Settling<'_>) {
    let path = name.replace('\\', "/").to_ascii_lowercase();
    let is_theirs = path.ends_with("partners/partners/partners.json");
    for piece in
        pieces.iter_mut().filter(|piece| is_theirs && matches!(piece.what, What::Partner | What::Partners))
    {
        if piece.count < 2 {
            piece.is_partial |= piece.what == What::Partners;
            settling.found.push(Found {
                at: 0,
                pointer: piece.pointer.clone(),
                remark: Remark::OneFileForAll,
            });
        }
    }
}

/// The remarks as notes: what is said of items of one list is said once.
fn notes(file: &str, found: Vec<Found>, lines: &Lines<'_>) -> Vec<Note> {
    let mut known: BTreeMap<(Remark, String), usize> = BTreeMap::new();
    let mut notes: Vec<Note> = Vec::new();
    for Found { at, pointer, remark } in found {
        let key = (remark.clone(), shape_of(&pointer));
        if let Some(note) = known.get(&key).and_then(|at| notes.get_mut(*at)) {
            note.times = note.times.saturating_add(1);
            continue;
        }
        if notes.len() >= MAX_NOTES {
            continue;
        }
        known.insert(key, notes.len());
        notes.push(remark.at(file, &pointer, lines.place(at)));
    }
    notes
}

impl Plan {
    /// Takes in what further files hold, after what is here.
    pub fn add(&mut self, mut read: Plan) {
        let before = self.sources.len();
        // A part that nothing was found in belongs to nobody.
        let mut numbers: Vec<Option<usize>> = Vec::new();
        let mut next = before;
        for (source, part) in read.sources.into_iter().enumerate() {
            let is_used = read.pieces.iter().any(|piece| piece.source == source);
            numbers.push(is_used.then_some(next));
            if is_used {
                next = next.saturating_add(1);
                self.sources.push(part);
            }
        }
        for piece in &mut read.pieces {
            piece.source = numbers.get(piece.source).copied().flatten().unwrap_or(before);
        }
        self.pieces.append(&mut read.pieces);
        self.notes.append(&mut read.notes);
        self.kept.append(&mut read.kept);
        self.files.append(&mut read.files);
    }

    /// Whether the files can be this scenario’s: no tenant that they name by its id is missing there, or they have
    /// settings about one that is there.
    pub fn fits(&self, scenario: &Scenario) -> bool {
        let is_there = |id: &Id| scenario.tenant(id).is_some();
        let partners = self.partners();
        let own = self.tenants();
        own.iter().all(|named| is_there(&named.id))
            && (!own.is_empty() || partners.is_empty() || partners.iter().any(is_there))
    }

    /// Why files could not be read.
    pub fn refused(&self) -> impl Iterator<Item = &ImportError> {
        self.files.iter().filter_map(|file| file.refused.as_ref())
    }

    /// Whose each part is, and why.
    pub fn whose(&self, scenario: &Scenario) -> Vec<Guess> {
        whose::guess(self, scenario)
    }

    /// Choices to begin with: each part where it seems to belong, as far as the scenario has that tenant.
    pub fn propose(&self, scenario: &Scenario) -> Choices {
        let guesses = self.whose(scenario).into_iter();
        let known = guesses.filter_map(|guess| {
            let tenant = guess.tenant.filter(|tenant| scenario.tenant(tenant).is_some())?;
            Some((guess.source, Belongs::to(tenant)))
        });
        Choices { of: known.collect(), ..Choices::default() }
    }

    /// The tenants that the files have settings about, in the order of their ids.
    pub fn partners(&self) -> Vec<Id> {
        let mut partners: Vec<Id> = self.pieces.iter().flat_map(Piece::partners).collect();
        partners.sort();
        partners.dedup();
        partners
    }
}
