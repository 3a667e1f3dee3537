//! What a directory is asked for all the time, found out once: whom groups hold, and which users are alike.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::kinds::Kinds;
use crate::position_set::PositionSet;
use crate::table::{Table, mixed};
use crate::{AppKind, Application, Directory, Group, Id, List, User};

mod after;

pub(crate) use self::after::Earlier;

/// The index of one directory. What an edit does not touch is shared with the index before it.
#[derive(Clone, Debug)]
pub(crate) struct DirectoryIndex {
    /// Where each user stands.
    pub(crate) users: Arc<Table>,
    /// Where each group stands.
    pub(crate) groups: Arc<Table>,
    applications: Arc<Table>,
    members: Vec<Members>,
    /// The users by what settings can ask about them, beside ids and groups.
    pub(crate) user_kinds: Arc<Kinds>,
    /// The applications by their kind, in the order of [`AppKind::ALL`].
    pub(crate) app_kinds: Arc<Kinds>,
}

/// The members of a group.
#[derive(Clone, Debug)]
struct Members {
    /// Their positions in order; whom the directory does not list as a user is left out.
    positions: Arc<Vec<u32>>,
    /// Whether all that the group names are users of the directory.
    are_all: bool,
}

impl DirectoryIndex {
    pub(crate) fn of(directory: &Directory) -> Self {
        let users = Arc::new(table(&directory.users, |user| &user.id));
        DirectoryIndex {
            groups: Arc::new(table(&directory.groups, |group| &group.id)),
            applications: Arc::new(table(&directory.applications, |application| &application.app_id)),
            members: members(directory, &users),
            user_kinds: Arc::new(Kinds::of_users(&directory.users)),
            app_kinds: Arc::new(app_kinds(&directory.applications)),
            users,
        }
    }

    /// The position of the first user with this id.
    pub(crate) fn user(&self, directory: &Directory, id: &Id) -> Option<usize> {
        self.users.find(id.hash(), |at| directory.users.get(at).is_some_and(|user| user.id == *id))
    }

    /// The position of the first group with this id.
    pub(crate) fn group(&self, directory: &Directory, id: &Id) -> Option<usize> {
        self.groups.find(id.hash(), |at| directory.groups.get(at).is_some_and(|group| group.id == *id))
    }

    /// The position of the first application with this id.
    pub(crate) fn application(&self, directory: &Directory, id: &Id) -> Option<usize> {
        self.applications.find(id.hash(), |at| {
            directory.applications.get(at).is_some_and(|application| application.app_id == *id)
        })
    }

    /// The positions of the users whom the group at this position holds, in order.
    pub(crate) fn members(&self, group: usize) -> &[u32] {
        self.members.get(group).map(|members| members.positions.as_slice()).unwrap_or_default()
    }

    /// Whether a group holds the members that another held before an edit, by their positions.
    pub(crate) fn has_same_members(&self, group: usize, was: &Self, stood: usize) -> bool {
        match (self.members.get(group), was.members.get(stood)) {
            (Some(now), Some(then)) => Arc::ptr_eq(&now.positions, &then.positions),
            (now, then) => now.is_none() && then.is_none(),
        }
    }

    /// Whether all that a group names are users of the directory.
    pub(crate) fn knows_all(&self, group: usize) -> bool {
        self.members.get(group).is_some_and(|members| members.are_all)
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        let tables = [&self.users, &self.groups, &self.applications].map(|table| table.bytes());
        let lists = self
            .members
            .iter()
            .map(|members| size_of::<Members>().saturating_add(size_of_val(members.positions.as_slice())));
        let kinds = [&self.user_kinds, &self.app_kinds].map(|kinds| kinds.bytes());
        tables.into_iter().chain(lists).chain(kinds).sum()
    }
}

fn table<T>(list: &List<T>, id: impl Fn(&T) -> &Id) -> Table {
    let mut table = Table::new(list.len());
    for (at, item) in list.iter().enumerate() {
        table.enter(id(item).hash(), at, |other| list.get(other).map(&id) == Some(id(item)));
    }
    table
}

fn app_kinds(applications: &List<Application>) -> Kinds {
    let kind = |application: &Application| {
        AppKind::ALL.iter().position(|known| *known == application.kind).unwrap_or(0)
    };
    Kinds::new(applications.iter().map(|application| kind(application) as u32).collect(), AppKind::ALL.len())
}

/// The members of every group.
fn members(directory: &Directory, users: &Table) -> Vec<Members> {
    // Groups mostly name their members by the very text that names the user: to find that, nothing is compared.
    let addresses: Vec<usize> = directory.users.iter().map(|user| user.id.address()).collect();
    let mut shared = Table::new(addresses.len());
    for (at, address) in addresses.iter().enumerate() {
        shared.enter(mixed(*address as u64), at, |other| addresses.get(other) == Some(address));
    }
    let find = |id: &Id| {
        let address = id.address();
        let known = shared.find(mixed(address as u64), |at| addresses.get(at) == Some(&address));
        known.or_else(|| position(&directory.users, users, id))
    };
    directory.groups.iter().map(|group| Members::of(group, directory.users.len(), &find)).collect()
}

fn position(users: &List<User>, table: &Table, id: &Id) -> Option<usize> {
    table.find(id.hash(), |at| users.get(at).is_some_and(|user| user.id == *id))
}

impl Members {
    /// Those of `count` users whom a group holds.
    fn of(group: &Group, count: usize, find: &dyn Fn(&Id) -> Option<usize>) -> Self {
        let mut positions: Vec<u32> = Vec::with_capacity(group.members.len());
        let mut is_in_order = true;
        let mut last = None;
        for id in &group.members {
            let Some(position) = find(id) else { continue };
            is_in_order &= last < Some(position);
            last = Some(position);
            positions.push(position as u32);
        }
        let are_all = positions.len() == group.members.len();
        if !is_in_order {
            let mut set = PositionSet::new(count);
            positions.drain(..).for_each(|position| set.insert(position));
            positions = set.number();
        }
        Members { positions: Arc::new(positions), are_all }
    }
}

impl Directory {
    /// Has the groups of a directory that was just made name their members by the text that names the user, so that no
    /// id is in memory once for each group.
    pub(crate) fn share_ids(&mut self) {
        let Directory { users, groups, .. } = self;
        let table = table(users, |user| &user.id);
        for id in groups.own_mut().flat_map(|group| &mut group.members) {
            let is_it = |at: usize| users.get(at).is_some_and(|user| user.id.as_str() == id.as_str());
            if let Some(user) = table.find(id.hash(), is_it).and_then(|at| users.get(at)) {
                *id = user.id.clone();
            }
        }
    }
}
