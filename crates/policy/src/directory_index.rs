//! What a directory is asked for all the time, found out once: whom groups hold, and which users are alike.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::kinds::Kinds;
use crate::position_set::PositionSet;
use crate::table::{Table, mixed};
use crate::{AppKind, Directory, Id};

/// The index of one directory.
#[derive(Debug)]
pub(crate) struct DirectoryIndex {
    users: Table,
    groups: Table,
    applications: Table,
    /// The positions of the members of each group in order, group after group; whom the directory does not list as
    /// a user is left out.
    members: Vec<u32>,
    /// Where each group begins in `members`, and where the last ends.
    begins: Vec<u32>,
    /// The users by what settings can ask about them, beside ids and groups.
    pub(crate) user_kinds: Arc<Kinds>,
    /// The applications by their kind, in the order of [`AppKind::ALL`].
    pub(crate) app_kinds: Arc<Kinds>,
}

impl DirectoryIndex {
    pub(crate) fn of(directory: &Directory) -> Self {
        let ids = directory.users.iter().map(|user| &user.id);
        let users = table(ids.len(), ids.clone(), |at| Some(&directory.users.get(at)?.id));
        let (members, begins) = members(directory, &users);
        let groups = directory.groups.iter().map(|group| &group.id);
        let applications = directory.applications.iter().map(|application| &application.app_id);
        let kinds = directory.applications.iter().map(|application| application.kind);
        let kinds =
            kinds.map(|kind| AppKind::ALL.iter().position(|known| *known == kind).unwrap_or(0) as u32);
        DirectoryIndex {
            groups: table(groups.len(), groups, |at| Some(&directory.groups.get(at)?.id)),
            applications: table(applications.len(), applications, |at| {
                Some(&directory.applications.get(at)?.app_id)
            }),
            members,
            begins,
            user_kinds: Arc::new(Kinds::of_users(&directory.users)),
            app_kinds: Arc::new(Kinds::new(kinds.collect(), AppKind::ALL.len())),
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
        let [begin, end] =
            [group, group.saturating_add(1)].map(|at| self.begins.get(at).copied().unwrap_or(0));
        self.members.get(begin as usize..end as usize).unwrap_or_default()
    }

    /// How many bytes it takes.
    pub(crate) fn bytes(&self) -> usize {
        let tables = [&self.users, &self.groups, &self.applications].map(Table::bytes);
        let lists = [&self.members, &self.begins].map(|list| size_of_val(list.as_slice()));
        let kinds = [&self.user_kinds, &self.app_kinds].map(|kinds| kinds.bytes());
        tables.into_iter().chain(lists).chain(kinds).sum()
    }
}

fn table<'a>(
    length: usize,
    ids: impl Iterator<Item = &'a Id>,
    id_at: impl Fn(usize) -> Option<&'a Id>,
) -> Table {
    let mut table = Table::new(length);
    for (at, id) in ids.enumerate() {
        table.enter(id.hash(), at, |other| id_at(other) == Some(id));
    }
    table
}

/// The members of every group, and where each group begins.
fn members(directory: &Directory, users: &Table) -> (Vec<u32>, Vec<u32>) {
    // Groups mostly name their members by the very text that names the user: to find that, nothing is compared.
    let addresses: Vec<usize> = directory.users.iter().map(|user| user.id.address()).collect();
    let mut shared = Table::new(addresses.len());
    let find =
        |id: &Id| users.find(id.hash(), |at| directory.users.get(at).is_some_and(|user| user.id == *id));
    for (at, address) in addresses.iter().enumerate() {
        shared.enter(mixed(*address as u64), at, |other| addresses.get(other) == Some(address));
    }
    let count = directory.groups.iter().map(|group| group.members.len()).sum();
    let mut members: Vec<u32> = Vec::with_capacity(count);
    let mut begins: Vec<u32> = Vec::with_capacity(directory.groups.len().saturating_add(1));
    begins.push(0);
    for group in &directory.groups {
        let begin = members.len();
        let mut is_in_order = true;
        let mut last = None;
        for id in &group.members {
            let address = id.address();
            let known = shared.find(mixed(address as u64), |at| addresses.get(at) == Some(&address));
            let Some(position) = known.or_else(|| find(id)) else { continue };
            is_in_order &= last < Some(position);
            last = Some(position);
            members.push(position as u32);
        }
        if !is_in_order {
            let mut set = PositionSet::new(directory.users.len());
            members.drain(begin..).for_each(|position| set.insert(position));
            members.extend(set.number());
        }
        begins.push(members.len() as u32);
    }
    (members, begins)
}

impl Directory {
    /// Has groups name their members by the text that names the user, so that no id is in memory once for each group.
    pub(crate) fn share_ids(&mut self) {
        let Directory { users, groups, .. } = self;
        let ids = users.iter().map(|user| &user.id);
        let table = table(ids.len(), ids, |at| Some(&users.get(at)?.id));
        for id in groups.iter_mut().flat_map(|group| &mut group.members) {
            let is_it = |at: usize| users.get(at).is_some_and(|user| user.id.as_str() == id.as_str());
            if let Some(user) = table.find(id.hash(), is_it).and_then(|at| users.get(at)) {
                *id = user.id.clone();
            }
        }
    }
}
