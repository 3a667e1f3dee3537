//! Files of real tenants, read into a scenario: answers of Microsoft Graph, bundles of them, and our own documents.
//!
//! A file is read in steps, each in a file of its own here: `text` makes a JSON value of it, `envelope` takes the
//! pieces out of what they came in, [`What`] says what a piece is, `apply` puts it where it belongs, and `unknown`
//! finds the properties that no rule knows. Nothing changes unless everything can be read: what comes out is a new
//! scenario, and a [`Report`] of what was read as what, what was kept though not understood, and what is missing.

mod apply;
mod envelope;
mod locate;
mod pair;
mod text;
mod unknown;
mod what;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use entente_policy::{Id, Property, Scenario, ShapeError};
use serde_json::Value;

pub use self::pair::{Named, pair};
pub use self::what::What;

/// The B2B settings that a file can hold alone.
pub const B2B_SETTINGS: [Property; 5] = [
    Property::B2bCollaborationInbound,
    Property::B2bCollaborationOutbound,
    Property::B2bDirectConnectInbound,
    Property::B2bDirectConnectOutbound,
    Property::TenantRestrictions,
];

/// A file as somebody handed it over.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What is in it.
    pub text: &'a str,
}

/// Where what the files hold belongs.
#[derive(Clone, Debug)]
pub struct Belongs {
    /// Whose settings they are.
    pub tenant: Id,
    /// Which settings, for a body that does not say it.
    pub about: Option<About>,
    /// Which property, for a lone B2B setting.
    pub property: Option<Property>,
}

impl Belongs {
    /// Files that say everything themselves but whose they are.
    pub fn to(tenant: Id) -> Self {
        Belongs { tenant, about: None, property: None }
    }
}

/// Which settings of a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The default settings.
    Default,
    /// The organizational settings about this tenant.
    Partner(Id),
}

/// A piece of a file: something that has a place in a tenant.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Which file it is from.
    pub file: String,
    /// Where in the file, as a JSON pointer.
    pub pointer: String,
    /// What it is.
    pub what: What,
    /// What does not stand in it was not asked for, or comes on a further page: it is unknown, not unset.
    pub is_partial: bool,
    /// Annotations of OData's that were left out.
    pub annotations: usize,
    value: Value,
}

impl Piece {
    /// The tenants whose organizational settings it holds.
    pub fn partners(&self) -> impl Iterator<Item = Id> {
        let one = core::slice::from_ref(&self.value);
        let items = match self.what {
            What::Partners => self.value.as_array().map_or(one, Vec::as_slice),
            What::Partner | What::Synchronization => one,
            _ => &[],
        };
        items.iter().filter_map(|item| item.get("tenantId")?.as_str().map(Id::from))
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The scenario with what was read in its place.
    pub scenario: Scenario,
    /// What was read.
    pub report: Report,
}

/// What was read, kept, and is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What was read.
    pub read: Vec<Taken>,
    /// Properties that no rule knows. They are kept and written back.
    pub kept: Vec<Kept>,
    /// What to know about it.
    pub notes: Vec<Note>,
    /// What no file held, of what a whole picture of a tenant needs.
    pub missing: Vec<What>,
    /// How many annotations of OData's were left out.
    pub annotations: usize,
}

/// One thing that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The file.
    pub file: String,
    /// The place in it, as a JSON pointer.
    pub pointer: String,
    /// As what.
    pub what: What,
    /// How many of them.
    pub count: usize,
}

/// A property that no rule knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The file.
    pub file: String,
    /// Where it stands first, as a JSON pointer.
    pub pointer: String,
    /// How often it stands there.
    pub times: usize,
}

/// Something to know about what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The file.
    pub file: String,
    /// The place in it, as a JSON pointer.
    pub pointer: String,
    /// A sentence.
    pub says: String,
}

/// Why a file cannot be read: where, what was expected, and how to get a good one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The file.
    pub file: String,
    /// The place in it, as a JSON pointer; empty for the whole of it.
    pub pointer: String,
    /// Line and column, counted from one, where they can be told.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl ImportError {
    fn new(file: &str, pointer: &str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        ImportError {
            file: file.into(),
            pointer: pointer.into(),
            place: None,
            what: what.into(),
            remedy: remedy.into(),
        }
    }

    /// Something of another shape than what it should be.
    fn shape(file: &str, around: &str, error: &ShapeError, what: What) -> Self {
        let expected = match error.found {
            Some(found) => format!("{} belongs here, and this is {found}", error.expected),
            None => format!("this is missing; {} belongs here", error.expected),
        };
        Self::new(file, &format!("{around}{}", error.pointer), expected, what.remedy())
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ", line {line}, column {column}")?;
        }
        if !self.pointer.is_empty() {
            write!(f, ", `{}`", self.pointer)?;
        }
        write!(f, ": {}. {}", self.what, self.remedy)
    }
}

impl core::error::Error for ImportError {}

/// What a file holds.
///
/// # Errors
/// When the text is no JSON, or holds nothing that has a place in a tenant.
pub fn read(file: &File<'_>) -> Result<Vec<Piece>, ImportError> {
    let value = text::value(file)?;
    envelope::pieces(file, value).map_err(|error| locate::with_line(error, file))
}

/// Puts what `files` hold into the tenant they belong to.
///
/// # Errors
/// When a file cannot be read, does not have the shape of what it seems to be, does not say which settings it holds,
/// or contradicts itself. The scenario is then as it was.
pub fn import(scenario: &Scenario, belongs: &Belongs, files: &[File<'_>]) -> Result<Imported, ImportError> {
    let mut imported = Imported { scenario: scenario.clone(), report: Report::default() };
    for file in files {
        let mut unknown = unknown::Unknown::default();
        for piece in read(file)? {
            unknown.look_at(&piece);
            apply::apply(&mut imported, belongs, piece).map_err(|error| locate::with_line(error, file))?;
        }
        imported.report.kept.extend(unknown.kept(file));
    }
    let report = &mut imported.report;
    let whole = report.read.iter().any(|taken| taken.what == What::Scenario);
    let held = |what: &What| report.read.iter().any(|taken| what.is_covered_by(taken.what));
    report.missing = What::WHOLE.into_iter().filter(|what| !whole && !held(what)).collect();
    Ok(imported)
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Taken { file, pointer, what, count } = self;
        let place = if pointer.is_empty() { String::new() } else { format!(", `{pointer}`") };
        let count = if what.is_list() { format!("{count} × ") } else { String::new() };
        write!(f, "{file}{place}: {count}{}", what.name())
    }
}

impl Report {
    /// The report as JSON, for scripts.
    pub fn to_json(&self) -> Value {
        let read = self.read.iter().map(|taken| {
            serde_json::json!({
                "file": taken.file, "pointer": taken.pointer, "as": taken.what.code(), "count": taken.count,
            })
        });
        let kept = self.kept.iter().map(
            |kept| serde_json::json!({ "file": kept.file, "pointer": kept.pointer, "times": kept.times }),
        );
        let notes = self
            .notes
            .iter()
            .map(|note| serde_json::json!({ "file": note.file, "pointer": note.pointer, "says": note.says }));
        serde_json::json!({
            "read": read.collect::<Vec<_>>(),
            "kept": kept.collect::<Vec<_>>(),
            "notes": notes.collect::<Vec<_>>(),
            "missing": self.missing.iter().map(|what| what.code().to_string()).collect::<Vec<_>>(),
            "annotationsLeftOut": self.annotations,
        })
    }
}

#[cfg(test)]
mod tests;
