//! What stands in the files of one tenant twice and says different things: only one of them can be so.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use entente_policy::Id;
use serde_json::Value;

use super::piece::Spot;
use super::remark::Remark;
use super::{Choices, Note, Piece, Plan, What};

/// One whole answer, and where it stands.
struct Answer<'a> {
    piece: &'a Piece,
    value: &'a Value,
    spot: Option<&'a Spot>,
}

/// A note for each answer that another one of the same tenant contradicts.
pub(super) fn notes(plan: &Plan, choices: &Choices) -> Vec<Note> {
    let mut known: BTreeMap<(Id, What, Option<&Id>), Answer<'_>> = BTreeMap::new();
    let mut lists: BTreeMap<Id, (&Piece, BTreeSet<&Id>)> = BTreeMap::new();
    let mut notes = Vec::new();
    let mut note = |remark: Remark, piece: &Piece, pointer: &str, place| {
        notes.push(Note {
            code: remark.code(),
            weight: remark.weight(),
            file: piece.file.clone(),
            pointer: pointer.into(),
            place,
            times: 1,
            says: remark.says(),
        });
    };
    let is_asked = |piece: &&Piece| !choices.left_out.contains(&piece.source);
    let pieces = plan.pieces.iter().filter(is_asked).filter(|piece| !piece.is_partial || piece.is_declared);
    for piece in pieces {
        let Some(belongs) = choices.belongs(piece.source) else { continue };
        if piece.what == What::Partners {
            let listed: BTreeSet<&Id> = piece.spots.iter().map(|(id, _)| id).collect();
            let before = lists.insert(belongs.tenant.clone(), (piece, listed.clone()));
            if let Some((before, _)) = before.filter(|(_, before)| *before != listed) {
                let remark = Remark::OtherList(before.file.clone());
                note(remark, piece, &piece.pointer, piece.place);
            }
        }
        for (what, about, answer) in answers(piece) {
            let place = answer.spot.map_or(piece.place, |spot| spot.place);
            let pointer = answer.spot.map_or(&piece.pointer, |spot| &spot.pointer);
            let key = (belongs.tenant.clone(), what, about);
            let Some(before) = known.insert(key, answer) else { continue };
            let Some(after) = known.get(&(belongs.tenant.clone(), what, about)) else { continue };
            if contradicts(before.value, after.value) {
                let remark = Remark::Again(what.name(), before.piece.file.clone());
                note(remark, piece, pointer, place);
            }
        }
    }
    notes
}

/// The answers in a piece, each with what it is and which organization it is about.
fn answers(piece: &Piece) -> Vec<(What, Option<&Id>, Answer<'_>)> {
    match piece.what {
        What::Policy | What::Default | What::Authorization | What::InvitationDomains => {
            alloc::vec![(piece.what, None, Answer { piece, value: &piece.value, spot: None })]
        }
        What::Partner | What::Partners => {
            let of_item =
                |(value, (id, spot))| (What::Partner, Some(id), Answer { piece, value, spot: Some(spot) });
            piece.items().iter().zip(piece.spots.iter().map(|(id, spot)| (id, spot))).map(of_item).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether both state something, and not the same.
fn contradicts(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.iter().any(|(key, value)| other.get(key).is_some_and(|other| contradicts(value, other)))
        }
        _ => one != other,
    }
}
