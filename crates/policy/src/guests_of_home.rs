//! The guests of the resource tenant that come from the home tenant.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::order::ordered;
use crate::{Connection, Guest, Id};

/// The guests that come from one tenant: the position of each in the home directory, if it lists them, and in the
/// list of guests. In the order of the home directory, and of two objects of one person only the first.
#[derive(Debug, Default)]
pub(crate) struct GuestsOfHome(Vec<(u64, usize)>);

/// In the place of whom the home directory does not list.
const UNLISTED: u64 = u64::MAX;

impl Connection {
    fn guests_of_home(&self) -> &GuestsOfHome {
        self.guests_of_home.get_or_init(|| {
            let guests = self.resource.guests.iter().flat_map(|guests| guests.iter()).enumerate();
            let of_home = guests.filter(|(_, guest)| guest.home_tenant == self.home.id);
            let position =
                |id: &Id| self.home.directory.position_of_user(id).map_or(UNLISTED, |at| at as u64);
            let mut list = ordered(of_home.map(|(at, guest)| (position(&guest.home_user), at)).collect());
            list.dedup_by_key(
                |(position, at)| if *position == UNLISTED { (UNLISTED, *at) } else { (*position, 0) },
            );
            Arc::new(GuestsOfHome(list))
        })
    }

    /// The guests of the resource tenant that come from the home tenant, each with the position in the home directory;
    /// of two objects of one person, the first, as in [`Tenant::guest`](crate::Tenant::guest).
    pub(crate) fn guests(&self) -> impl Iterator<Item = (Option<u32>, &Guest)> {
        let guests = self.resource.guests.as_deref();
        self.guests_of_home().0.iter().filter_map(move |(position, at)| {
            Some(((*position != UNLISTED).then_some(*position as u32), guests?.get(*at)?))
        })
    }

    /// The guest object of a user of the home tenant, who stands at this position if the directory lists them. Whoever
    /// asks for many has had the guests put in order.
    pub(crate) fn guest(&self, user: &Id, position: Option<u32>) -> Option<&Guest> {
        let (Some(known), Some(position)) = (self.guests_of_home.get(), position) else {
            return self.resource.guest(&self.home.id, user);
        };
        let at = known.0.binary_search_by_key(&u64::from(position), |(position, _)| *position).ok()?;
        self.resource.guests.as_deref()?.get(known.0.get(at)?.1)
    }

    /// Whether the guests, and what tells one from another, are those of another connection of the same tenants: who of
    /// the home tenant each is, and which groups of the resource tenant hold them.
    pub(crate) fn has_guests_of(&self, other: &Self) -> bool {
        let [home, others] = [self, other].map(|connection| &connection.home.directory);
        let same_list = match (&self.resource.guests, &other.resource.guests) {
            (Some(ours), Some(theirs)) => Arc::ptr_eq(ours, theirs),
            (None, None) => true,
            _ => false,
        };
        same_list
            && (home.is_same(others) || Arc::ptr_eq(&home.index().users, &others.index().users))
            && self.resource.directory.groups.is_same(&other.resource.directory.groups)
    }

    /// Whether the directories of both tenants are those of another connection.
    pub(crate) fn has_directories_of(&self, other: &Self) -> bool {
        self.home.directory.is_same(&other.home.directory)
            && self.resource.directory.is_same(&other.resource.directory)
    }

    /// Takes over what is known of the guests, if they are those of another connection of the same tenants.
    pub(crate) fn keep_guests_of(&mut self, other: &Self) {
        if self.has_guests_of(other) {
            self.guests_of_home = other.guests_of_home.clone();
        }
    }
}
