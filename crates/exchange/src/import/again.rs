//! What stands in the files of one tenant twice and says different things: only one of them can be so.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Id;
use serde_json::{Map, Value, json};

use super::piece::Spot;
use super::remark::Remark;
use super::{Choices, Note, Piece, Plan, What, names};
use crate::changes::same;

/// One answer, and where it stands.
struct Answer<'a> {
    piece: &'a Piece,
    value: &'a Value,
    spot: Option<&'a Spot>,
}

/// A property that answers state: whose, of what, about which organization, and which.
type Stated<'a> = (&'a Id, What, Option<&'a Id>, &'a str);

/// A note for each answer that another one of the same tenant contradicts.
pub(super) fn notes(plan: &Plan, choices: &Choices) -> Vec<Note> {
    let mut known: BTreeMap<Stated<'_>, (&Piece, &Value)> = BTreeMap::new();
    let mut lists: BTreeMap<Id, (&Piece, BTreeSet<&Id>)> = BTreeMap::new();
    let mut notes = Vec::new();
    // A change is there to say something else.
    let is_asked = |piece: &&Piece| !choices.left_out.contains(&piece.source) && !piece.is_change;
    for piece in plan.pieces.iter().filter(is_asked) {
        let Some(belongs) = choices.belongs(piece.source) else { continue };
        if piece.what == What::Partners && (!piece.is_partial || piece.is_declared) {
            let listed: BTreeSet<&Id> = piece.spots.iter().map(|(id, _)| id).collect();
            let before = lists.insert(belongs.tenant.clone(), (piece, listed.clone()));
            if let Some((before, _)) = before.filter(|(_, before)| *before != listed) {
                notes.push(Remark::OtherList(before.file.clone()).on(piece));
            }
        }
        for (what, about, Answer { piece, value, spot }) in answers(piece) {
            let mut contradicted = None;
            for (property, value) in value.as_object().into_iter().flatten() {
                let key = (&belongs.tenant, what, about, property.as_str());
                let before = known.insert(key, (piece, value));
                let other = before.filter(|(_, before)| contradicts(property, before, value));
                contradicted = contradicted.or(other.map(|(before, _)| before));
            }
            if let Some(before) = contradicted {
                let (pointer, place) =
                    spot.map_or((&piece.pointer, piece.place), |spot| (&spot.pointer, spot.place));
                notes.push(Remark::Again(what.name(), before.file.clone()).at(&piece.file, pointer, place));
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

/// Whether both values of a property state something, and not the same.
fn contradicts(property: &str, one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.iter().any(|(key, value)| other.get(key).is_some_and(|other| contradicts(key, value, other)))
        }
        _ => !same(&json!({ property: folded(one) }), &json!({ property: folded(other) })),
    }
}

/// A value with its ids in small letters, and null for an object of nulls.
fn folded(value: &Value) -> Value {
    match value {
        Value::String(text) if names::is_guid(text) => text.to_ascii_lowercase().into(),
        Value::Array(items) => items.iter().map(folded).collect(),
        Value::Object(object) => {
            let object: Map<String, Value> =
                object.iter().map(|(key, value)| (key.clone(), folded(value))).collect();
            if object.values().all(Value::is_null) { Value::Null } else { object.into() }
        }
        other => other.clone(),
    }
}
