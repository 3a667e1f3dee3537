//! People, groups and applications, as far as settings and decisions name them.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::graph::Rest;
use entente_policy::{AppKind, Application, Directory, Group, Id, Scenario, Session, Tenant, User, UserType};
use serde_json::Value;

use super::{Piece, What, app_kinds, names};

/// How many members of a group Graph shows with it.
pub(super) const MOST_SHOWN: usize = 20;

pub(super) fn text<'a>(item: &'a Value, key: &str) -> Option<&'a str> {
    item.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

fn id(item: &Value, key: &str) -> Option<Id> {
    text(item, key).map(|id| Id::from(names::bare(id)))
}

/// Modules before Graph’s call it otherwise.
pub(super) fn id_of(item: &Value) -> Option<Id> {
    id(item, "id").or_else(|| id(item, "objectId"))
}

fn membership(item: &Value) -> Option<(Id, Id)> {
    Some((id(item, "groupId")?, id(item, "memberId").or_else(|| id(item, "userId"))?))
}

/// How many of these nothing can name: they have no id.
pub(super) fn nameless(what: What, items: &[Value]) -> usize {
    let has_id = |item: &&Value| match what {
        What::User | What::Group => id_of(item).is_some(),
        What::Application => id(item, "appId").is_some(),
        What::Membership => membership(item).is_some(),
        _ => true,
    };
    items.len().saturating_sub(items.iter().filter(has_id).count())
}

/// Puts a piece of the directory into its tenant.
pub(super) fn put(piece: &Piece, tenant: &mut Tenant) {
    let items = piece.items();
    match piece.what.one().unwrap_or(piece.what) {
        What::Organization => organization(items, tenant),
        What::User => {
            let directory = tenant.directory.edit();
            let of_kind = |wanted: &str| -> Vec<Value> {
                let is_it =
                    |item: &&Value| text(item, "objectType").unwrap_or("user").eq_ignore_ascii_case(wanted);
                items.iter().filter(is_it).cloned().collect()
            };
            let people = of_kind("user");
            users(&people, directory);
            groups(&of_kind("group"), directory);
            if let Some(group) = &piece.group {
                let found = BTreeMap::from([(group.clone(), people.iter().filter_map(id_of).collect())]);
                members(directory, found, piece.is_partial);
            }
        }
        What::Group => {
            let directory = tenant.directory.edit();
            groups(items, directory);
            described(items, directory);
        }
        What::Membership => {
            let mut found: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
            for (group, member) in items.iter().filter_map(membership) {
                found.entry(group).or_default().push(member);
            }
            members(tenant.directory.edit(), found, piece.is_partial);
            named(items, tenant.directory.edit());
        }
        What::Application => applications(items, tenant.directory.edit()),
        _ => {}
    }
}

fn organization(items: &[Value], tenant: &mut Tenant) {
    for item in items.iter().filter(|item| id_of(item).is_some_and(|id| id == tenant.id)) {
        if let Some(name) = text(item, "displayName") {
            tenant.display_name = name.into();
        }
        let mut domains: Vec<&Value> =
            item.get("verifiedDomains").and_then(Value::as_array).into_iter().flatten().collect();
        domains.sort_by_key(|domain| domain.get("isDefault").and_then(Value::as_bool) != Some(true));
        for domain in domains.into_iter().filter_map(|domain| text(domain, "name")) {
            if !tenant.domains.iter().any(|known| known.eq_ignore_ascii_case(domain)) {
                tenant.domains.push(domain.into());
            }
        }
    }
}

fn users(items: &[Value], directory: &mut Directory) {
    let mut known: BTreeMap<Id, usize> =
        directory.users.iter().enumerate().map(|(at, user)| (user.id.clone(), at)).collect();
    for item in items {
        let Some(id) = id_of(item) else { continue };
        let at = *known.entry(id).or_insert_with_key(|id| {
            directory.users.push(unnamed(id.clone()));
            directory.users.len().saturating_sub(1)
        });
        if let Some(user) = directory.users.get_mut(at) {
            learn(user, |key| text(item, key));
        }
    }
}

/// A user of whom only the id is known.
pub(super) fn unnamed(id: Id) -> User {
    User {
        display_name: id.to_string(),
        user_principal_name: String::new(),
        mail: None,
        user_type: None,
        session: Session::default(),
        rest: Rest::new(),
        id,
    }
}

/// Puts what a file says of a user in the place of what was known. What it does not say, such as the session, stays.
pub(super) fn learn<'a>(user: &mut User, says: impl Fn(&str) -> Option<&'a str>) {
    if let Some(name) = says("userPrincipalName") {
        user.user_principal_name = name.into();
    }
    // Who has no name goes by the sign-in name.
    let is_unnamed = user.display_name == user.id.as_str() && !user.user_principal_name.is_empty();
    if let Some(name) = says("displayName") {
        user.display_name = name.into();
    } else if is_unnamed {
        user.display_name.clone_from(&user.user_principal_name);
    }
    if let Some(mail) = says("mail") {
        user.mail = Some(mail.into());
    }
    user.mail = user.mail.take().filter(|mail| !mail.eq_ignore_ascii_case(&user.user_principal_name));
    match says("userType") {
        Some(word) if word.eq_ignore_ascii_case("Guest") => user.user_type = Some(UserType::Guest),
        Some(word) if word.eq_ignore_ascii_case("Member") => user.user_type = Some(UserType::Member),
        Some(word) => user.user_type = Some(UserType::Other(word.into())),
        None => {}
    }
}

/// Whom these say to be members of groups.
pub(super) fn members_of(what: What, item: &Value) -> Vec<Id> {
    match what.one().unwrap_or(what) {
        What::Group => {
            let listed = item.get("members").and_then(Value::as_array).map(Vec::as_slice);
            let person = |member: &&Value| is_of_kind(member, "user") || is_of_kind(member, "group");
            let id = |member: &Value| member.as_str().map(Id::from).or_else(|| id_of(member));
            listed.unwrap_or_default().iter().filter(person).filter_map(id).collect()
        }
        What::Membership => membership(item).map(|(_, member)| member).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The users that it is, or that stand in it.
pub(super) fn users_of(what: What, item: &Value) -> &[Value] {
    match what.one().unwrap_or(what) {
        What::User => core::slice::from_ref(item),
        What::Group => item.get("members").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default(),
        _ => &[],
    }
}

/// Whether a member of a group is of this kind; where it does not say what it is, it may be.
fn is_of_kind(member: &Value, kind: &str) -> bool {
    text(member, "objectType").is_none_or(|said| said.eq_ignore_ascii_case(kind))
}

fn groups(items: &[Value], directory: &mut Directory) {
    for item in items {
        let Some(id) = id_of(item) else { continue };
        let listed = item.get("members").and_then(Value::as_array);
        // Graph shows twenty members of a group at most; ids alone are no answer of Graph’s.
        let is_cut = listed.is_some_and(|members| {
            members.len() == MOST_SHOWN && members.iter().all(|member| !member.is_string())
        });
        let listed: Option<Vec<Id>> = listed.map(|_| members_of(What::Group, item));
        let name = text(item, "displayName");
        match directory.groups.find_mut(|group| group.id == id) {
            Some(group) => {
                if let Some(name) = name {
                    group.display_name = name.into();
                }
                match listed {
                    Some(members) if is_cut => add(group, members, true),
                    Some(members) => {
                        group.members = members;
                        group.set_may_have_others(false);
                    }
                    None => {}
                }
            }
            None => {
                let name = name.map_or_else(|| id.to_string(), String::from);
                let mut group = half_seen(id, name);
                if let Some(members) = listed {
                    group.members = members;
                    group.set_may_have_others(is_cut);
                }
                directory.groups.push(group);
            }
        }
    }
}

/// People and groups that stand with more than their ids among the members of groups.
fn described(items: &[Value], directory: &mut Directory) {
    let shown = items.iter().filter_map(|item| item.get("members").and_then(Value::as_array)).flatten();
    let said = |kind: &str, names: &[&str]| -> Vec<Value> {
        let is_said = |member: &&Value| {
            let is_named = names.iter().any(|name| text(member, name).is_some());
            is_named && text(member, "objectType").is_some_and(|said| said.eq_ignore_ascii_case(kind))
        };
        shown.clone().filter(is_said).cloned().collect()
    };
    users(&said("user", &["displayName", "userPrincipalName"]), directory);
    groups(&said("group", &["id", "objectId"]), directory);
}

/// A group of which nobody has seen who is in it.
pub(super) fn half_seen(id: Id, name: String) -> Group {
    let mut group = Group::empty(id, name);
    group.set_may_have_others(true);
    group
}

/// Adds memberships; a group that nobody has named is called by its id. Others may be in it if there are further pages.
fn members(directory: &mut Directory, found: BTreeMap<Id, Vec<Id>>, is_partial: bool) {
    for (id, added) in found {
        let at = directory.groups.iter().position(|group| group.id == id).unwrap_or_else(|| {
            let name = id.to_string();
            directory.groups.push(half_seen(id, name));
            directory.groups.len().saturating_sub(1)
        });
        if let Some(group) = directory.groups.get_mut(at) {
            add(group, added, is_partial);
        }
    }
}

/// Adds members to a group. Others may be in it if these are not all, and not all of them were known.
fn add(group: &mut Group, mut added: Vec<Id>, is_partial: bool) {
    let mut known: Vec<Id> = group.members.clone();
    known.sort();
    added.sort();
    added.dedup();
    added.retain(|id| known.binary_search(id).is_err());
    group.set_may_have_others(is_partial && (group.may_have_others() || !added.is_empty()));
    group.members.append(&mut added);
}

/// Gives groups that have only their id for a name the one that stands beside their members.
fn named(items: &[Value], directory: &mut Directory) {
    let names: BTreeMap<Id, &str> =
        items.iter().filter_map(|item| Some((id(item, "groupId")?, text(item, "groupName")?))).collect();
    for group in directory.groups.iter_mut().filter(|group| group.display_name == group.id.as_str()) {
        if let Some(name) = names.get(&group.id) {
            group.display_name = (*name).into();
        }
    }
}

fn applications(items: &[Value], directory: &mut Directory) {
    let mut known: BTreeMap<Id, usize> =
        directory.applications.iter().enumerate().map(|(at, app)| (app.app_id.clone(), at)).collect();
    for item in items {
        let Some(app_id) = id(item, "appId") else { continue };
        let owner = app_kinds::owner_of(|key| text(item, key));
        let kind = app_kinds::kind_of(&app_id, owner);
        let name = text(item, "displayName").or_else(|| text(item, "appDisplayName"));
        match known.get(&app_id).and_then(|at| directory.applications.get_mut(*at)) {
            Some(application) => {
                if let Some(name) = name {
                    application.display_name = name.into();
                }
                // That it is Microsoft’s says nothing against its being of the suite.
                let is_of_suite = application.kind == AppKind::Office365 && kind == AppKind::Microsoft;
                if owner.is_some() && !is_of_suite {
                    application.kind = kind;
                }
            }
            None => {
                known.insert(app_id.clone(), directory.applications.len());
                directory.applications.push(Application {
                    display_name: name.map_or_else(|| app_id.to_string(), String::from),
                    app_id,
                    kind,
                    rest: Rest::new(),
                });
            }
        }
    }
}

/// Gives names to what the files know only by id.
pub(super) fn name(scenario: &mut Scenario, names: &BTreeMap<Id, String>) {
    if names.is_empty() {
        return;
    }
    for unnamed in super::report::unnamed(scenario) {
        let Some(called) = names.get(&unnamed.id) else { continue };
        let Some(tenant) = scenario.tenant_mut(&unnamed.directory) else { continue };
        list(unnamed.kind, &unnamed.id, called, tenant);
    }
}

/// Lists somebody or something of which nothing but an id and a name is known.
pub(super) fn list(kind: &str, id: &Id, called: &str, tenant: &mut Tenant) {
    let directory = tenant.directory.edit();
    let key = if kind == "application" { "appId" } else { "id" };
    let value = serde_json::json!({ key: id.as_str(), "displayName": called });
    match kind {
        "user" => users(&[value], directory),
        "group" => groups(&[value], directory),
        _ => applications(&[value], directory),
    }
}
