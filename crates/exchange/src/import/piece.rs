//! A piece of a file: something that has a place in a tenant.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Cloud, Id, IdIndex};
use serde_json::Value;

use super::bytes::Lines;
use super::normalise::{Cause, Found, Normaliser};
use super::raw::Raw;
use super::remark::{Remark, Weight};
use super::tree::{Data, Node};
use super::{About, ImportError, What, directory};
use crate::endpoint;

/// A piece of a file: something that has a place in a tenant.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Of which part of the files it is, by its number in [`Plan::sources`](super::Plan::sources).
    pub source: usize,
    /// Which file it is from.
    pub file: String,
    /// Which document in the file, counted from one.
    pub document: usize,
    /// Where in the document, as a JSON pointer.
    pub pointer: String,
    /// Line and column in the file, counted from one.
    pub place: (u32, u32),
    /// What it is.
    pub what: What,
    /// How many of them.
    pub count: usize,
    /// What does not stand in it was not asked for, or comes on a further page: it is unknown, not unset.
    pub is_partial: bool,
    /// Which settings they are, where the request says it.
    pub about: Option<About>,
    /// Annotations of OData's that were left out.
    pub annotations: usize,
    /// A tool declares by it what is to be there, in a block or a resource.
    pub(super) is_declared: bool,
    /// The cloud that it was asked for in, where the request says it.
    pub(super) cloud: Option<Cloud>,
    /// It is the body of a change, and says what is to be.
    pub(super) is_change: bool,
    /// The group whose members they are, where the request says it.
    pub(super) group: Option<Id>,
    pub(super) value: Value,
    /// Where the organizations stand that it holds settings about.
    pub(super) spots: Vec<(Id, Spot)>,
}

/// A place in a file: the JSON pointer, and line and column.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub(super) pointer: String,
    pub(super) place: (u32, u32),
}

/// A property that no rule knows. It is kept and written back.
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
    /// A word for scripts.
    pub code: &'static str,
    /// How much it matters.
    pub weight: Weight,
    /// The file.
    pub file: String,
    /// Where it stands first, as a JSON pointer.
    pub pointer: String,
    /// Line and column of that, counted from one.
    pub place: (u32, u32),
    /// How often it stands there, items of lists taken together.
    pub times: usize,
    /// A sentence.
    pub says: String,
}

impl Piece {
    /// The tenants whose organizational settings it holds.
    pub fn partners(&self) -> impl Iterator<Item = Id> {
        self.spots.iter().map(|(id, _)| id.clone())
    }

    /// The sign-ins in it, if it holds such.
    pub(crate) fn sign_ins(&self) -> Option<&[Value]> {
        matches!(self.what, What::SignIn | What::SignIns).then(|| self.items())
    }

    /// Where its item at this position stands, as a JSON pointer.
    pub(crate) fn pointer_of(&self, item: usize) -> String {
        if self.value.is_array() { format!("{}/{item}", self.pointer) } else { self.pointer.clone() }
    }

    /// The value without its list.
    pub(super) fn items(&self) -> &[Value] {
        match &self.value {
            Value::Array(items) => items,
            one => core::slice::from_ref(one),
        }
    }
}

/// A JSON pointer with the numbers of items left out.
pub(super) fn shape_of(pointer: &str) -> String {
    let is_number = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    let steps: Vec<&str> = pointer.split('/').map(|step| if is_number(step) { "*" } else { step }).collect();
    steps.join("/")
}

/// An organization stands where only one of it can.
fn twice(file: &str, spot: &Spot, what: &str) -> ImportError {
    let remedy = "A tenant has one entry for each organization: remove one of them";
    let mut error = ImportError::new(file, &spot.pointer, "organizationTwice", what, remedy);
    error.place = Some(spot.place);
    error
}

/// An organization that two blocks of one file declare.
pub(super) fn declared_twice(pieces: &[Piece]) -> Option<ImportError> {
    let declares = |piece: &&Piece| piece.is_declared && piece.what == What::Partner;
    let blocks = pieces.iter().filter(declares);
    let mut known = BTreeSet::new();
    let mut spots = blocks.flat_map(|piece| piece.spots.iter().map(move |(id, spot)| (piece, id, spot)));
    let (piece, _, spot) = spots.find(|(piece, id, _)| !known.insert((piece.source, *id)))?;
    Some(twice(&piece.file, spot, "a block before this one declares the same organization"))
}

/// What is found while the pieces of one file get Graph's own shape.
pub(super) struct Settling<'a> {
    pub(super) file: &'a str,
    pub(super) document: usize,
    pub(super) lines: &'a Lines<'a>,
    pub(super) found: Vec<Found>,
    pub(super) kept: BTreeMap<(What, String), Kept>,
}

impl Settling<'_> {
    /// The piece with Graph's own shape.
    pub(super) fn piece(&mut self, raw: Raw) -> Result<Piece, ImportError> {
        let Raw { what, mut node, pointer, source, is_partial, is_declared, asked, tool } = raw;
        let mut normaliser = Normaliser::default();
        let of_tool = |error: ImportError| match tool {
            Some(tool) => error.with_remedy(tool.remedy()),
            None => error,
        };
        let one = what.one();
        match (&mut node.data, one) {
            (Data::List(items), Some(one)) => {
                for (number, item) in items.iter_mut().enumerate() {
                    self.settle(item, one, &format!("{pointer}/{number}"), &mut normaliser)
                        .map_err(of_tool)?;
                }
            }
            _ => self.settle(&mut node, one.unwrap_or(what), &pointer, &mut normaliser).map_err(of_tool)?,
        }
        if what == What::Beside {
            for member in node.members() {
                self.keep(what, &member.step(), &pointer, &format!("/{}", member.step()));
            }
        }
        let spots = self.spots(&node, what, &pointer);
        let value = node.value();
        let one = one.unwrap_or(what);
        if one.is_of_directory() {
            let items = value.as_array().map_or(core::slice::from_ref(&value), Vec::as_slice);
            let nameless = directory::nameless(one, items);
            if nameless > 0 {
                let remark = Remark::NoId(nameless);
                self.found.push(Found { at: node.at, pointer: pointer.clone(), remark });
            }
        }
        if what == What::Partners
            && let Some((_, spot)) =
                IdIndex::of(spots.iter().map(|(id, _)| id)).first_repeated().and_then(|at| spots.get(at))
        {
            return Err(twice(self.file, spot, "this organization stands in the list already"));
        }
        if let Some(cloud) = asked.cloud.filter(|cloud| *cloud != Cloud::Commercial) {
            let remark = Remark::OfCloud(endpoint::of(cloud));
            self.found.push(Found { at: node.at, pointer: pointer.clone(), remark });
        }
        let about = match (asked.partner, asked.path.as_str()) {
            (Some(partner), _) => Some(About::Partner(partner)),
            (None, path) if path.ends_with("crosstenantaccesspolicy/default") => Some(About::Default),
            _ => None,
        };
        Ok(Piece {
            source,
            file: self.file.into(),
            document: self.document,
            place: self.lines.place(node.at),
            count: if what.is_list() { node.items().len() } else { 1 },
            is_partial,
            about,
            is_declared,
            is_change: asked.is_change,
            annotations: normaliser.annotations,
            group: asked.group,
            cloud: asked.cloud,
            value,
            pointer,
            what,
            spots,
        })
    }

    fn settle(
        &mut self,
        node: &mut Node,
        what: What,
        pointer: &str,
        normaliser: &mut Normaliser,
    ) -> Result<(), ImportError> {
        let Some(kind) = what.kind() else { return Ok(()) };
        normaliser.normalise(node, kind, pointer);
        self.found.append(&mut normaliser.found);
        if let Some(wrong) = normaliser.wrong.take() {
            let mut error = match &wrong.cause {
                Cause::CutShort(text) => ImportError::cut_short(self.file, &wrong.pointer, text),
                Cause::NotFilledIn(text) => ImportError::not_filled_in(self.file, &wrong.pointer, text),
                Cause::NotAnId(text) => ImportError::not_an_id(self.file, &wrong.pointer, text),
            };
            error.place = Some(self.lines.place(wrong.at));
            return Err(error);
        }
        let value = node.value();
        for unknown in what.unknown(value.clone()) {
            if what.identifies(&unknown) {
                continue;
            }
            let (traced, _) = node.trace(&unknown);
            self.keep(what, &unknown, pointer, &traced);
        }
        what.check(value).map_err(|error| {
            let (traced, at) = node.trace(&error.pointer);
            let mut told = ImportError::shape(self.file, &format!("{pointer}{traced}"), &error, what);
            if error.found.is_none() {
                // What is missing has no place of its own.
                told.pointer = format!("{pointer}{}", error.pointer);
            }
            told.place = Some(self.lines.place(at));
            told
        })
    }

    /// Notes that something is kept that no rule knows, once for all items of a list.
    fn keep(&mut self, what: What, property: &str, pointer: &str, step: &str) {
        let kept = self.kept.entry((what, shape_of(property))).or_insert_with(|| Kept {
            file: self.file.into(),
            pointer: format!("{pointer}{step}"),
            times: 0,
        });
        kept.times = kept.times.saturating_add(1);
    }

    fn spots(&self, node: &Node, what: What, pointer: &str) -> Vec<(Id, Spot)> {
        let items = match (what, &node.data) {
            (What::Partners, Data::List(items)) => items.as_slice(),
            (What::Partners | What::Partner | What::Synchronization, _) => core::slice::from_ref(node),
            _ => return Vec::new(),
        };
        let is_list = matches!(node.data, Data::List(_));
        let spot = |(number, item): (usize, &Node)| {
            let member = item.member("tenantId")?;
            let step = if is_list { format!("/{number}") } else { String::new() };
            let pointer = format!("{pointer}{step}/{}", member.step());
            Some((Id::from(member.node.text()?), Spot { pointer, place: self.lines.place(member.node.at) }))
        };
        items.iter().enumerate().filter_map(spot).collect()
    }
}
