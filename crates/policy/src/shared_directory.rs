//! A directory that is shared, and indexed once.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::fmt;
use core::ops::Deref;

use once_cell::race::OnceBox;
use serde_json::Value;

use crate::directory_index::{DirectoryIndex, Earlier};
use crate::kinds::UserKind;
use crate::shape::{Reader, Shape};
use crate::{Application, Directory, Group, Id, Session, User};

/// A directory that every state of a scenario shares until it is edited.
///
/// It is indexed when it is first asked, and the index is shared with it. The one way to edit it puts the index aside
/// first, so that none outlives what it was made of; the next goes on from there, and looks at what was edited.
#[derive(Clone, Default)]
pub struct SharedDirectory(Arc<Indexed>);

#[derive(Clone, Default)]
struct Indexed {
    directory: Directory,
    index: Index,
}

#[derive(Default)]
struct Index {
    made: OnceBox<DirectoryIndex>,
    /// What was known before the edit that made this directory.
    earlier: Option<Arc<dyn Earlier>>,
}

impl SharedDirectory {
    /// The directory, to be edited. Whoever shares it keeps it as it was.
    pub fn edit(&mut self) -> &mut Directory {
        let Indexed { directory, index } = &*self.0;
        let earlier = index.made.get().map(|made| made.kept(directory)).or_else(|| index.earlier.clone());
        let own = Arc::make_mut(&mut self.0);
        own.index = Index { made: OnceBox::new(), earlier };
        &mut own.directory
    }

    /// Whether both are the same directory in memory: nobody has edited the one since the other was made of it.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The index, made when it is first asked for.
    pub(crate) fn index(&self) -> &DirectoryIndex {
        let Indexed { directory, index } = &*self.0;
        index.made.get_or_init(|| {
            let after = index.earlier.as_ref().map(|earlier| earlier.index(directory));
            Box::new(after.unwrap_or_else(|| DirectoryIndex::of(directory)))
        })
    }

    /// Makes the index, which asking does anyway, and says how many bytes it takes.
    pub fn make_index(&self) -> usize {
        self.index().bytes()
    }

    /// The kinds of users there are.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = UserKind<'_>> {
        let kinds = &self.index().user_kinds;
        let firsts = (0..kinds.count()).filter_map(|kind| kinds.positions(kind).first());
        firsts.filter_map(|at| self.users.get(*at as usize)).map(User::kind)
    }

    /// The sessions that users have, and how many have each: a session may be told of several times.
    pub fn sessions(&self) -> impl Iterator<Item = (&Session, usize)> {
        let kinds = &self.index().user_kinds;
        let of_kind = move |kind| {
            let positions = kinds.positions(kind);
            Some((&self.users.get(*positions.first()? as usize)?.session, positions.len()))
        };
        (0..kinds.count()).filter_map(of_kind)
    }

    /// The user with this object id.
    pub fn user(&self, id: &Id) -> Option<&User> {
        self.users.get(self.position_of_user(id)?)
    }

    /// Where in the list of users the one with this object id stands.
    pub fn position_of_user(&self, id: &Id) -> Option<usize> {
        self.index().user(self, id)
    }

    /// The group with this object id.
    pub fn group(&self, id: &Id) -> Option<&Group> {
        self.groups.get(self.index().group(self, id)?)
    }

    /// The application with this application id.
    pub fn application(&self, id: &Id) -> Option<&Application> {
        self.applications.get(self.position_of_application(id)?)
    }

    /// Where in the list of applications the one with this id stands.
    pub fn position_of_application(&self, id: &Id) -> Option<usize> {
        self.index().application(self, id)
    }

    /// The groups a user is a member of, in the directory's order.
    pub fn groups_of<'a>(&'a self, user: &'a Id) -> impl Iterator<Item = &'a Group> {
        let position = self.position_of_user(user).map(|at| at as u32);
        let groups = self.groups.iter().enumerate();
        groups.filter(move |(at, group)| self.holds(*at, group, user, position)).map(|(_, group)| group)
    }

    /// Whether the group with this id holds a user, of whom the position is given if the directory lists them.
    pub(crate) fn is_member(&self, group: &Id, user: &Id, position: Option<u32>) -> bool {
        let at = self.index().group(self, group);
        at.and_then(|at| Some((at, self.groups.get(at)?)))
            .is_some_and(|(at, group)| self.holds(at, group, user, position))
    }

    fn holds(&self, at: usize, group: &Group, user: &Id, position: Option<u32>) -> bool {
        match position {
            Some(position) => self.index().members(at).binary_search(&position).is_ok(),
            // Groups hold guests as well, who are no users of the directory.
            None => group.members.contains(user),
        }
    }
}

impl Deref for SharedDirectory {
    type Target = Directory;

    fn deref(&self) -> &Directory {
        &self.0.directory
    }
}

impl From<Directory> for SharedDirectory {
    fn from(directory: Directory) -> Self {
        SharedDirectory(Arc::new(Indexed { directory, index: Index::default() }))
    }
}

/// What is about to be edited has no index.
impl Clone for Index {
    fn clone(&self) -> Self {
        Index { made: OnceBox::new(), earlier: None }
    }
}

impl PartialEq for SharedDirectory {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other) || **self == **other
    }
}

impl Eq for SharedDirectory {}

impl fmt::Debug for SharedDirectory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl Shape for SharedDirectory {
    const EXPECTED: &'static str = Directory::EXPECTED;

    fn read(&mut self, value: Value, reader: &mut Reader) {
        let mut directory = Directory::blank();
        directory.read(value, reader);
        directory.share_ids();
        *self = directory.into();
    }

    fn blank() -> Self {
        Self::default()
    }

    fn write(&self) -> Value {
        (**self).write()
    }

    fn is_plain(&self) -> bool {
        (**self).is_plain()
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::vec::Vec;

    use serde_json::json;

    use super::*;

    fn directory() -> SharedDirectory {
        let user =
            |id: &str| json!({"id": id, "displayName": id, "userPrincipalName": format!("{id}@a.example")});
        let group = |id: &str, members: &[&str]| json!({"id": id, "displayName": id, "members": members});
        let value = json!({
            "users": (["a", "b", "c"].map(user)),
            "groups": [group("g", &["B", "c", "elsewhere"]), group("h", &["a"])],
            "applications": [{"appId": "x", "displayName": "x", "kind": "microsoft"}],
        });
        SharedDirectory::from_json(value).unwrap()
    }

    fn groups<'a>(directory: &'a SharedDirectory, user: &str) -> Vec<&'a str> {
        let user = Id::from(user);
        let groups =
            directory.groups.iter().filter(|group| directory.groups_of(&user).any(|one| one == *group));
        groups.map(|group| group.id.as_str()).collect()
    }

    #[test]
    fn what_the_index_says_is_what_the_directory_holds() {
        let directory = directory();
        assert_eq!(groups(&directory, "b"), ["g"]);
        assert_eq!(groups(&directory, "ELSEWHERE"), ["g"]);
        assert_eq!(groups(&directory, "nobody"), [""; 0]);
        assert_eq!(directory.user(&Id::from("C")).map(|user| user.id.as_str()), Some("c"));
        assert_eq!(directory.position_of_application(&Id::from("x")), Some(0));
        assert_eq!(directory.groups[0].members[0].as_str(), "B", "an id keeps the text it came with");
        assert_eq!(directory.groups[0].members[1].address(), directory.users[2].id.address());
        assert!(directory.make_index() > 0);
    }

    /// Whether others share the directory or not, an edit leaves no index behind that was made before it.
    #[test]
    fn an_index_does_not_outlive_what_it_was_made_of() {
        let mut edited = directory();
        edited.make_index();
        let shared = edited.clone();
        assert!(edited.is_same(&shared));
        edited.edit().groups.get_mut(1).unwrap().members.push(Id::from("c"));
        assert!(!edited.is_same(&shared));
        assert_eq!(groups(&edited, "c"), ["g", "h"]);
        assert_eq!(groups(&shared, "c"), ["g"]);
        // Nobody else has this one any more.
        edited.make_index();
        edited.edit().users.remove(0);
        assert!(edited.user(&Id::from("a")).is_none());
        assert_eq!(edited.position_of_user(&Id::from("c")), Some(1));
        let made_anew = SharedDirectory::from(Directory::clone(&edited));
        assert_eq!(edited, made_anew);
        for id in ["a", "b", "c", "elsewhere"] {
            assert_eq!(groups(&edited, id), groups(&made_anew, id));
        }
    }
}
