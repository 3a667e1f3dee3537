//! Files of real tenants, read into a scenario: answers of Microsoft Graph, what PowerShell and other tools make of
//! them, and our own documents.
//!
//! It goes in two steps, so that nothing changes before a person has seen what will. [`read`] looks at files and says
//! what is in them, whose it seems to be and why: a [`Plan`]. [`apply`] puts what a plan holds where it belongs, by
//! the [`Choices`] that somebody has confirmed; [`Plan::propose`] makes choices to begin with. Both are pure.
//!
//! A file is read in steps, each in a file of its own here: `bytes` makes a text of it, `text` finds the documents in
//! that, `json`, `csv` and `dsc` make trees of them that know their places, `envelope` takes the pieces out of what
//! they came in, `recognise` says what a piece is, `normalise` gives it Graph's own shape by the `schema`, `whose` says
//! whose it is, and `apply` puts it in its place.

mod again;
mod app_kinds;
mod apply;
mod asked;
mod assumed;
mod batch;
mod blocks;
mod bundle;
mod by_id;
mod bytes;
mod called;
mod choices;
mod csv;
mod directory;
mod dsc;
mod embedded;
mod envelope;
mod error;
mod foreign;
mod groups_in_groups;
mod guests;
mod half_seen;
mod hollow;
mod invitation_domains;
mod json;
mod left_open;
pub mod limits;
mod names;
mod normalise;
mod pages;
mod pair;
mod people;
mod piece;
mod plan;
mod planned;
mod policies_in_part;
mod raw;
mod recognise;
mod refusal;
mod remark;
mod report;
mod resource;
mod rows;
mod schema;
mod script;
mod search;
mod several;
mod side_by_side;
mod sign_in_names;
mod stand_in;
pub mod tables;
mod taken_out;
mod target_types;
mod tenants;
mod text;
mod tree;
mod what;
mod whole;
mod whose;

use alloc::string::String;

use entente_policy::Property;

pub use self::apply::{Imported, apply};
pub use self::assumed::Assumed;
pub use self::bytes::Encoding;
pub use self::choices::{About, Belongs, Choices};
pub use self::error::ImportError;
pub use self::pair::{Named, pair};
pub use self::piece::{Kept, Note, Piece};
pub use self::plan::{FileRead, Plan, Source, read};
pub use self::remark::Weight;
pub use self::report::{OfTenant, Report, Taken, Unnamed, Unstated};
pub use self::script::ExportScript;
pub use self::text::Format;
pub use self::what::What;
pub use self::whose::{Evidence, Guess};

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
    /// What it is called, with its folders where they are known: they can say whose it is.
    pub name: &'a str,
    /// What is in it. A browser's `File.text()` takes everything for UTF-8: give the bytes.
    pub bytes: &'a [u8],
}

impl<'a> File<'a> {
    /// A file whose text is known.
    pub fn of_text(name: &'a str, text: &'a str) -> Self {
        File { name, bytes: text.as_bytes() }
    }
}

pub(crate) use self::app_kinds::kind_of;
pub(crate) use self::names::same as same_name;
pub(crate) use self::stand_in::is_placeholder;

/// A piece of a text that a message repeats: short, on one line, and without what could be taken for its own quotes.
fn quote(text: &str) -> String {
    let mut quoted: String = text
        .chars()
        .map(
            |letter| {
                if letter.is_control() || letter == '`' && !text.contains("`, `") { ' ' } else { letter }
            },
        )
        .take(limits::MAX_QUOTE)
        .collect();
    if text.chars().nth(limits::MAX_QUOTE).is_some() {
        quoted.push('…');
    }
    quoted
}

#[cfg(test)]
mod tests;
