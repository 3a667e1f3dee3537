//! Sign-in names in the place of ids: whose they are, where exactly one person has that name. It is said, and nothing
//! is put in its place.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, User};
use serde_json::Value;

use super::remark::Remark;
use super::{Choices, Note, Plan, What};

/// A note for each name that one person alone signs in with.
pub(super) fn notes(plan: &Plan, scenario: &Scenario, choices: &Choices) -> Vec<Note> {
    let mut notes = Vec::new();
    let is_of_settings =
        |what: What| !what.is_of_directory() && !matches!(what, What::SignIn | What::SignIns);
    let pieces = plan.pieces.iter().filter(|piece| !choices.left_out.contains(&piece.source));
    for piece in pieces.filter(|piece| is_of_settings(piece.what)) {
        let mut names = BTreeSet::new();
        look_into(&piece.value, &mut names);
        for (name, user) in names.into_iter().filter_map(|name| Some((name, whose(scenario, name)?))) {
            let remark = Remark::NameOf {
                name: name.into(),
                person: user.display_name.clone(),
                id: user.id.as_str().into(),
            };
            notes.push(remark.on(piece));
        }
    }
    notes
}

/// The sign-in names that targets have in the place of ids.
fn look_into<'a>(value: &'a Value, names: &mut BTreeSet<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| look_into(item, names)),
        Value::Object(object) => {
            if let (Some(Value::String(target)), true) =
                (object.get("target"), object.contains_key("targetType"))
                && target.contains('@')
            {
                names.insert(target);
            }
            object.values().for_each(|value| look_into(value, names));
        }
        _ => {}
    }
}

/// The one person who signs in by this name.
fn whose<'a>(scenario: &'a Scenario, name: &str) -> Option<&'a User> {
    let users = scenario.tenants.iter().flat_map(|tenant| &tenant.directory.users);
    let mut found =
        users.filter(|user| user.user_principal_name.eq_ignore_ascii_case(name) && user.id != Id::from(name));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
