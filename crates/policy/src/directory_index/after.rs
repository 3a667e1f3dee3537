//! The index of a directory after an edit, from the one before it.
//!
//! Behind a trait: a program in which nobody edits a directory holds nothing of this.

use alloc::sync::Arc;
use alloc::vec::Vec;

use super::{DirectoryIndex, Members, app_kinds, position, table};
use crate::kinds::{Kinds, Numbers};
use crate::shift::Shift;
use crate::table::Table;
use crate::{Directory, Id, List};

/// What is known of a directory from before an edit.
pub(crate) trait Earlier: Send + Sync {
    /// The index of what the directory is now.
    fn index(&self, now: &Directory) -> DirectoryIndex;
}

/// A directory before an edit, with its index.
struct Before {
    directory: Directory,
    index: DirectoryIndex,
}

impl DirectoryIndex {
    /// What is known of `directory`, of which this is the index.
    pub(crate) fn kept(&self, directory: &Directory) -> Arc<dyn Earlier> {
        Arc::new(Before { directory: directory.clone(), index: self.clone() })
    }
}

impl Earlier for Before {
    fn index(&self, now: &Directory) -> DirectoryIndex {
        let Before { directory: was, index: known } = self;
        let people = Shift::of_users(was, now);
        let users = kept_or_made(people, &known.users, [&was.users, &now.users], |user| &user.id);
        let groups = Shift::of_groups(was, now);
        let applications = Shift::of_applications(was, now);
        let app_kinds = app_kinds(&now.applications);
        DirectoryIndex {
            members: self.members(now, people, groups, &users),
            user_kinds: self.user_kinds(now, people),
            groups: kept_or_made(groups, &known.groups, [&was.groups, &now.groups], |group| &group.id),
            applications: kept_or_made(
                applications,
                &known.applications,
                [&was.applications, &now.applications],
                |app| &app.app_id,
            ),
            app_kinds: if app_kinds == *known.app_kinds {
                known.app_kinds.clone()
            } else {
                Arc::new(app_kinds)
            },
            users,
        }
    }
}

impl Before {
    /// The members of every group. Of a group that nobody has edited they are those they were.
    fn members(&self, now: &Directory, people: Shift, groups: Shift, users: &Table) -> Vec<Members> {
        let Before { directory: was, index: known } = self;
        // Where an id stands twice, nothing tells whom a group means after an edit but to look again.
        let are_unique = known.users.count() == was.users.len() && users.count() == now.users.len();
        let of = |(at, group)| {
            let stood = groups.was(at).filter(|stood| now.groups.is_same_at(at, &was.groups, *stood));
            let members = stood.and_then(|stood| known.members.get(stood));
            let kept = members.and_then(|members| match people.is_none() {
                true => Some(members.clone()),
                false => members.moved(people).filter(|_| are_unique),
            });
            kept.unwrap_or_else(|| Members::of(group, now.users.len(), &|id| position(&now.users, users, id)))
        };
        now.groups.iter().enumerate().map(of).collect()
    }

    /// The users by kinds. Only those are looked at whom somebody has edited.
    fn user_kinds(&self, now: &Directory, people: Shift) -> Arc<Kinds> {
        let Before { directory: was, index: known } = self;
        let is_alike = |at: usize| {
            now.users.get(at).map(|user| user.kind()) == was.users.get(at).map(|user| user.kind())
        };
        if people.is_none() && now.users.differing(&was.users).all(is_alike) {
            return known.user_kinds.clone();
        }
        let mut numbers = Numbers::new(now.users.len());
        // For each kind that there was its number now.
        let mut known_now: Vec<Option<u32>> = (0..known.user_kinds.count()).map(|_| None).collect();
        let mut of = Vec::with_capacity(now.users.len());
        for (at, user) in now.users.iter().enumerate() {
            let stood = people.was(at).filter(|stood| now.users.is_same_at(at, &was.users, *stood));
            let was_kind = stood.and_then(|stood| known.user_kinds.of(stood as u32));
            of.push(match was_kind.and_then(|kind| known_now.get_mut(kind)) {
                Some(number) => *number.get_or_insert_with(|| numbers.of(user.kind())),
                None => numbers.of(user.kind()),
            });
        }
        Arc::new(Kinds::new(of, numbers.kinds.len()))
    }
}

/// The table of a list, which goes on from the one before: only what has come is entered. Where an id stands twice,
/// nothing tells which of the two is meant after an edit but to begin again.
fn kept_or_made<T>(
    shift: Shift,
    known: &Arc<Table>,
    [was, now]: [&List<T>; 2],
    id: impl Fn(&T) -> &Id,
) -> Arc<Table> {
    if shift.is_none() {
        return known.clone();
    }
    let renumbered = || known.renumbered(now.len(), |stood| shift.now(stood));
    let mut kept = (known.count() == was.len()).then(renumbered).flatten();
    for at in shift.came() {
        let Some((table, item)) = kept.as_mut().zip(now.get(at)) else { break };
        let is_new =
            table.enter(id(item).hash(), at, |other| now.get(other).map(&id) == Some(id(item))) == at;
        if !is_new {
            kept = None;
        }
    }
    Arc::new(kept.unwrap_or_else(|| table(now, id)))
}

impl Members {
    /// The same people, where they stand now; nothing if somebody is to be looked for again.
    fn moved(&self, people: Shift) -> Option<Self> {
        if !self.are_all || people.is_only_behind() {
            return self.are_all.then(|| self.clone());
        }
        let positions: Vec<u32> = people.all_now(&self.positions).collect();
        (positions.len() == self.positions.len())
            .then(|| Members { positions: Arc::new(positions), are_all: true })
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;

    use serde_json::json;

    use super::*;
    use crate::shape::Shape;
    use crate::{AppKind, SharedDirectory};

    /// Numbers that look like chance, the same each time.
    struct Chance(u64);

    impl Chance {
        fn below(&mut self, count: usize) -> usize {
            self.0 = crate::table::mixed(self.0.wrapping_add(0x9e37_79b9_7f4a_7c15));
            ((self.0 >> 33) as usize).checked_rem(count).unwrap_or(0)
        }
    }

    fn user(number: usize) -> crate::User {
        let id = format!("u{number}");
        let value =
            json!({"id": id, "displayName": id, "userPrincipalName": format!("{id}@{}.example", number % 2)});
        crate::User::from_json(value).unwrap()
    }

    fn group(number: usize, members: &[usize]) -> crate::Group {
        let members: Vec<String> = members.iter().map(|number| format!("U{number}")).collect();
        let value = json!({"id": format!("g{number}"), "displayName": "a group", "members": members});
        crate::Group::from_json(value).unwrap()
    }

    fn application(number: usize) -> crate::Application {
        let value = json!({"appId": format!("a{number}"), "displayName": "one", "kind": "microsoft"});
        crate::Application::from_json(value).unwrap()
    }

    fn edit(directory: &mut Directory, chance: &mut Chance) {
        let (number, at) = (chance.below(9), chance.below(directory.users.len()));
        let group_at = chance.below(directory.groups.len());
        match chance.below(14) {
            0 | 1 => directory.users.push(user(number)),
            2 => directory.users.remove(at),
            3 => {
                let users: Vec<_> = directory.users.iter().cloned().collect();
                directory.users = users.into_iter().rev().collect();
            }
            4 => directory.users.iter_mut().take(at).for_each(|user| user.session.mfa ^= true),
            5 | 6 => {
                if let Some(user) = directory.users.get_mut(at) {
                    user.session.compliant_device ^= true;
                }
            }
            7 => {
                if let Some(user) = directory.users.get_mut(at) {
                    user.display_name.push('x');
                }
            }
            8 => directory.groups.push(group(number, &[chance.below(9), chance.below(9), number])),
            9 => directory.groups.remove(group_at),
            10 | 11 => {
                if let Some(group) = directory.groups.get_mut(group_at) {
                    group.members.push(Id::from(format!("u{number}")));
                }
            }
            12 => directory.applications.push(application(number)),
            _ => {
                if let Some(app) = directory.applications.get_mut(number) {
                    app.kind = AppKind::ALL[number % 3];
                }
            }
        }
    }

    /// Whatever is edited, and however often, the index says what one made from nothing says.
    #[test]
    fn an_index_after_edits_is_the_one_from_nothing() {
        let mut chance = Chance(7);
        let mut looked_again = 0;
        for _ in 0..300 {
            let mut shared = SharedDirectory::default();
            for _ in 0..chance.below(40) {
                if chance.below(3) > 0 {
                    shared.make_index();
                }
                edit(shared.edit(), &mut chance);
            }
            let (index, anew) = (shared.index(), DirectoryIndex::of(&shared));
            for number in 0..9 {
                let [user, group, app] = ["u", "g", "a"].map(|kind| Id::from(format!("{kind}{number}")));
                assert_eq!(index.user(&shared, &user), anew.user(&shared, &user));
                assert_eq!(index.group(&shared, &group), anew.group(&shared, &group));
                assert_eq!(index.application(&shared, &app), anew.application(&shared, &app));
            }
            for at in 0..shared.groups.len() {
                assert_eq!(index.members(at), anew.members(at));
                assert_eq!(index.members[at].are_all, anew.members[at].are_all);
                looked_again += usize::from(!anew.members[at].are_all);
            }
            assert_eq!(index.user_kinds, anew.user_kinds);
            assert_eq!(index.app_kinds, anew.app_kinds);
        }
        assert!(looked_again > 100, "groups that name somebody whom nobody knows: {looked_again}");
    }

    /// What an edit does not touch is the same in memory afterwards.
    #[test]
    fn an_index_shares_what_nobody_edited() {
        let shared = SharedDirectory::from(Directory {
            users: (0..6).map(user).collect(),
            groups: (0..3).map(|number| group(number, &[number, number + 1])).collect(),
            applications: (0..2).map(application).collect(),
            ..Directory::default()
        });
        shared.make_index();
        let before = shared.index().clone();
        let kept = |shared: &SharedDirectory| {
            let now = shared.index();
            let members = before.members.iter().zip(&now.members);
            let is_kept = |(was, is): (&Members, &Members)| Arc::ptr_eq(&was.positions, &is.positions);
            (
                Arc::ptr_eq(&before.users, &now.users),
                Arc::ptr_eq(&before.user_kinds, &now.user_kinds),
                members.filter(|pair| is_kept(*pair)).count(),
            )
        };
        let after = |edit: &dyn Fn(&mut Directory)| {
            let mut shared = shared.clone();
            edit(shared.edit());
            kept(&shared)
        };
        assert_eq!(
            after(&|directory| directory.users.get_mut(1).unwrap().display_name.clear()),
            (true, true, 3)
        );
        assert_eq!(
            after(&|directory| directory.users.get_mut(1).unwrap().session.mfa = true),
            (true, false, 3)
        );
        assert_eq!(after(&|directory| directory.groups.get_mut(1).unwrap().members.clear()), (true, true, 2));
        assert_eq!(after(&|directory| directory.groups.remove(2)), (true, true, 2));
        assert_eq!(after(&|directory| directory.users.push(user(8))), (false, false, 3));
    }
}
