//! Whom a policy names by ids of its own tenant: objects, groups and directory roles.
//!
//! A person from another tenant is met through the object they have here, if the scenario states one.

use alloc::string::String;
use alloc::vec::Vec;
use core::cell::OnceCell;

use crate::conditions::Conditions;
use crate::gates::Gate;
use crate::graph::{ConditionalAccessUsers, GuestsOrExternalUsers};
use crate::person::Person;
use crate::{Connection, Feature, Guest, Id, IdIndex};

/// Whether a policy names the object of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    No,
    /// The scenario does not state what it takes to tell.
    NotStated,
    Yes,
}

/// The words that stand for people in a list of ids.
const WORDS: [&str; 3] = ["All", "None", EXTERNAL];
const EXTERNAL: &str = "GuestsOrExternalUsers";

/// Whom a policy meets, or whom it spares.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    users: &'a [Id],
    groups: &'a [Id],
    roles: &'a [Id],
    types: Option<&'a GuestsOrExternalUsers>,
}

impl<'a> Side<'a> {
    /// Whom a policy meets, and whom it spares.
    pub(super) fn both(users: &'a ConditionalAccessUsers) -> [Self; 2] {
        let include = Side {
            users: &users.include_users,
            groups: &users.include_groups,
            roles: &users.include_roles,
            types: users.include_guests_or_external_users.as_ref(),
        };
        let exclude = Side {
            users: &users.exclude_users,
            groups: &users.exclude_groups,
            roles: &users.exclude_roles,
            types: users.exclude_guests_or_external_users.as_ref(),
        };
        [include, exclude]
    }

    fn has(&self, word: &str) -> bool {
        self.users.iter().any(|id| id.is(word))
    }

    /// Whether it takes in all users.
    pub(super) fn is_all(&self) -> bool {
        self.has("All")
    }

    /// Whether it takes in external users of this type from `home`; nothing for whose account is of no tenant, whom
    /// only a side for all tenants takes in.
    pub(super) fn has_type(&self, user_type: &str, home: Option<&Id>) -> bool {
        self.has(EXTERNAL)
            || self.types.is_some_and(|types| {
                let nobodys = Id::from("");
                let tenants = types.external_tenants.as_ref();
                types.has_type(user_type)
                    && tenants.is_none_or(|tenants| tenants.includes(home.unwrap_or(&nobodys)))
            })
    }

    fn objects(&self) -> impl Iterator<Item = &'a Id> + use<'a> {
        self.users.iter().filter(|id| !WORDS.iter().any(|word| id.is(word)))
    }

    /// Whether it names objects, groups or roles.
    pub(super) fn names_objects(&self) -> bool {
        self.objects().next().is_some() || !self.groups.is_empty() || !self.roles.is_empty()
    }

    /// Whether it names the object of a person. Who comes by direct connect and is no guest as well has none.
    pub(super) fn names(&self, connection: &Connection, person: &Person<'_>) -> Named {
        match object_of(connection, person) {
            Some(guest) => {
                let in_group = |group: &Id| {
                    connection
                        .resource
                        .directory
                        .group(group)
                        .is_some_and(|group| group.members.contains(&guest.id))
                };
                let is_listed = self.objects().any(|id| *id == guest.id) || self.groups.iter().any(in_group);
                self.names_object(connection, guest, is_listed)
            }
            None if connection.feature == Feature::B2bCollaboration && self.names_objects() => {
                Named::NotStated
            }
            None => Named::No,
        }
    }

    /// The objects that it names, by themselves or by groups, as far as they are guests'.
    fn listed(&self, connection: &Connection) -> IdIndex {
        let groups = self.groups.iter().filter_map(|group| connection.resource.directory.group(group));
        let members: Vec<&Id> = groups.flat_map(|group| &group.members).collect();
        if members.is_empty() {
            return IdIndex::of(self.objects());
        }
        let guests = IdIndex::of(connection.guests().map(|(_, guest)| &guest.id));
        let members = members.into_iter().filter(|id| guests.all(id).next().is_some());
        IdIndex::of(self.objects().chain(members))
    }

    /// Whether it names the object of a guest who is, or is not, on its lists of objects and groups.
    fn names_object(&self, connection: &Connection, guest: &Guest, is_listed: bool) -> Named {
        let roles = guest.directory_roles.as_ref();
        let holds = |role: &Id| roles.is_some_and(|held| held.contains(role));
        if is_listed || self.roles.iter().any(holds) {
            return Named::Yes;
        }
        let directory = &connection.resource.directory;
        let unknown_group = self.groups.iter().any(|group| directory.group(group).is_none());
        if unknown_group || (roles.is_none() && !self.roles.is_empty()) {
            Named::NotStated
        } else {
            Named::No
        }
    }

    /// Whom it names, as one text: two policies that name the same ask the same.
    fn key(&self) -> Id {
        let mut text = String::new();
        for (kind, ids) in [("", self.users), (GROUP, self.groups), (ROLE, self.roles)] {
            for id in ids.iter().filter(|id| !WORDS.iter().any(|word| id.is(word))) {
                if !text.is_empty() {
                    text.push(SEPARATOR);
                }
                text.push_str(kind);
                text.push_str(id.as_str());
            }
        }
        Id::from(text)
    }
}

/// Between the ids of a condition's text, and before those that are no object's.
const SEPARATOR: char = '|';
const GROUP: &str = "group:";
const ROLE: &str = "role:";

/// The object in the resource tenant through which a policy meets a person. Who comes by direct connect signs in
/// with the account of home, and an object for another account is not theirs then.
pub(super) fn object_of<'a>(connection: &Connection, person: &Person<'a>) -> Option<&'a Guest> {
    person.guest.filter(|guest| counts(connection, guest))
}

fn counts(connection: &Connection, guest: &Guest) -> bool {
    connection.feature == Feature::B2bCollaboration || guest.other_account().is_none()
}

/// Names what the sides of a policy can tell people apart by: what the object is, and whether they name it.
pub(super) fn conditions(connection: &Connection, sides: &[&Side<'_>], conditions: &mut Conditions<'_>) {
    let gate = Gate::ConditionalAccess;
    if !connection.guests().any(|(_, guest)| counts(connection, guest)) {
        return;
    }
    let resource = || Some(connection.resource.id.clone());
    let mut fact = |code, about: Option<Id>, is_so: &dyn Fn(&Guest) -> bool| {
        conditions.guests(gate, code, about, &|guest| counts(connection, guest) && is_so(guest));
    };
    fact("object", resource(), &|_| true);
    for (code, user_type) in [("member", "Member"), ("guest", "Guest")] {
        fact(code, resource(), &|guest| match &guest.user_type {
            Some(known) => known.as_str() == user_type,
            None => user_type == "Guest",
        });
    }
    for side in sides.iter().filter(|side| side.names_objects()) {
        // Those it names are many, and only put in order where the answer is not known yet.
        let listed = OnceCell::new();
        let named = |guest: &Guest| {
            let listed = listed.get_or_init(|| side.listed(connection));
            side.names_object(connection, guest, listed.all(&guest.id).next().is_some())
        };
        let key = side.key();
        fact("named", Some(key.clone()), &|guest| named(guest) == Named::Yes);
        fact("notStated", Some(key), &|guest| named(guest) == Named::NotStated);
    }
}

/// The objects and groups that a condition's text names; not the roles.
pub fn named_by_condition(about: &Id) -> impl Iterator<Item = Id> + '_ {
    let ids = about.as_str().split(SEPARATOR).filter(|text| !text.starts_with(ROLE));
    ids.map(|text| Id::from(text.strip_prefix(GROUP).unwrap_or(text)))
}
