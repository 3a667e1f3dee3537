//! Programs that could answer the same questions, each by its most efficient published interface.

pub mod cedar;
pub mod regorus;

use crate::workload::Flat;

/// A row every so many is asked of a peer that would take hours for all of them.
pub fn step(users: usize) -> usize {
    users.div_ceil(1_000)
}

/// Whether a user, by their groups, is on a setting's list.
pub fn is_named(flat: &Flat, user: usize, groups: &[u32]) -> bool {
    flat.users.contains(&user) || groups.iter().any(|group| flat.groups.contains(&(*group as usize)))
}
