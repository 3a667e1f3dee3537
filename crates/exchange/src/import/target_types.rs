//! What targets say that they are, and what the directories know by their ids: one that does not say it is what stands
//! there; of one that says otherwise a person is told.

use alloc::collections::BTreeSet;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::graph::{Settings, TargetConfiguration, TargetType};
use entente_policy::{Id, Property, Scenario};
use serde_json::Value;

use super::remark::Remark;
use super::{Choices, Note, Piece, Plan, directory};

/// The type of a target of which nobody has said it. What it decides is open.
pub(super) const NOT_SAID: &str = "";

/// Most targets with another type that are told.
const MOST_TOLD: usize = 100;

/// Gives the targets of users and groups the types that the directories know.
pub(super) fn find(scenario: &mut Scenario) {
    let tenants = scenario.tenants.clone();
    let known = |id: &Id| {
        let has = |has: &dyn Fn(&entente_policy::Directory) -> bool| {
            tenants.iter().any(|tenant| has(&tenant.directory))
        };
        if has(&|directory| directory.user(id).is_some()) {
            Some(TargetType::User)
        } else {
            has(&|directory| directory.group(id).is_some()).then_some(TargetType::Group)
        }
    };
    for tenant in &mut scenario.tenants {
        let policy = &tenant.cross_tenant_access_policy;
        let layers = policy.partners.iter().map(|partner| &partner.settings);
        if !layers.chain([&policy.default.settings]).any(leaves_open) {
            continue;
        }
        let policy = &mut Arc::make_mut(tenant).cross_tenant_access_policy;
        if leaves_open(&policy.default.settings) {
            fill_in(&mut Arc::make_mut(&mut policy.default).settings, &known);
        }
        for partner in policy.partners.iter_mut().filter(|partner| leaves_open(&partner.settings)) {
            fill_in(&mut Arc::make_mut(partner).settings, &known);
        }
    }
}

/// Whether a setting has a target that does not say what it is.
fn leaves_open(settings: &Settings) -> bool {
    let users = |property| settings.b2b(property)?.users_and_groups.as_ref();
    let is_open = |list: &TargetConfiguration| list.targets.iter().any(|target| is_open(&target.target_type));
    Property::ALL.into_iter().filter_map(users).any(is_open)
}

fn is_open(target_type: &TargetType) -> bool {
    matches!(target_type, TargetType::Other(said) if said.as_str() == NOT_SAID)
}

fn fill_in(settings: &mut Settings, known: &impl Fn(&Id) -> Option<TargetType>) {
    for property in Property::ALL {
        let setting = settings.b2b_mut(property).and_then(Option::as_mut);
        let Some(list) = setting.and_then(|setting| setting.users_and_groups.as_mut()) else { continue };
        for target in list.targets.iter_mut().filter(|target| is_open(&target.target_type)) {
            if let Some(target_type) = known(&target.target) {
                target.target_type = target_type;
            }
        }
    }
}

/// A note for each target that says to be a user and is a group, or the other way round: where the files name it, and
/// else where they list it.
pub(super) fn notes(plan: &Plan, scenario: &Scenario, choices: &Choices) -> Vec<Note> {
    let policies = scenario.tenants.iter().map(|tenant| &tenant.cross_tenant_access_policy);
    let layers = policies.flat_map(|policy| {
        policy.partners.iter().map(|partner| &partner.settings).chain([&policy.default.settings])
    });
    let lists = layers.flat_map(|settings| {
        let list = |property| settings.b2b(property)?.users_and_groups.as_ref();
        Property::ALL.into_iter().filter_map(list)
    });
    let is_asked = |piece: &&Piece| !choices.left_out.contains(&piece.source);
    let (mut told, mut notes) = (BTreeSet::new(), Vec::new());
    for target in lists.flat_map(|list| &list.targets) {
        if notes.len() >= MOST_TOLD || told.contains(&target.target) {
            continue;
        }
        let id = &target.target;
        let Some(remark) = other(scenario, id, &target.target_type) else { continue };
        told.insert(id);
        let pieces = || plan.pieces.iter().filter(is_asked);
        let piece = pieces().find(|piece| is_named(&piece.value, id)).or_else(|| {
            let mut of_directory = pieces().filter(|piece| piece.what.is_of_directory());
            of_directory
                .find(|piece| piece.items().iter().any(|item| directory::id_of(item).as_ref() == Some(id)))
        });
        notes.extend(piece.map(|piece| remark.on(piece)));
    }
    notes
}

/// What to say of a target that a directory knows as something else.
fn other(scenario: &Scenario, id: &Id, said: &TargetType) -> Option<Remark> {
    let mut directories = scenario.tenants.iter().map(|tenant| &tenant.directory);
    let user = directories.clone().find_map(|directory| directory.user(id));
    let group = directories.find_map(|directory| directory.group(id));
    let (said, is, name) = match (said, user, group) {
        (TargetType::User, None, Some(group)) => ("user", "group", &group.display_name),
        (TargetType::Group, Some(user), None) => ("group", "user", &user.display_name),
        _ => return None,
    };
    Some(Remark::TargetTypeOther { id: id.as_str().into(), said, is, name: name.clone() })
}

/// Whether a target in it has this id.
fn is_named(value: &Value, id: &Id) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| is_named(item, id)),
        Value::Object(object) => {
            object.get("target").and_then(Value::as_str).is_some_and(|target| id.is(target))
                || object.values().any(|value| is_named(value, id))
        }
        _ => false,
    }
}
