//! What is to be known of users that were read.

use entente_policy::Id;

use super::asked::Asked;
use super::directory::MOST_SHOWN;
use super::envelope::Opening;
use super::remark::Remark;
use super::tree::{Data, Member, Node};
use super::{guests, names};

/// What a row of a table of members says it is.
const KIND: &str = "objectType";

/// What Graph calls the members of a group in the context of an answer, and other lists of people as well.
const OBJECTS: &str = "directoryobjects";

/// Puts what Graph says each member is where the tables of the portal have it.
pub(super) fn tell_kinds(node: &mut Node) {
    let items = match &mut node.data {
        Data::List(items) => items.as_mut_slice(),
        _ => core::slice::from_mut(node),
    };
    for item in items.iter_mut().filter(|item| !item.has(KIND)) {
        let Some(kind) = item.text_of("@odata.type").and_then(|kind| kind.rsplit('.').next()) else {
            continue;
        };
        let (at, kind) = (item.at, kind.into());
        if let Data::Object(members) = &mut item.data {
            members.push(Member::new(KIND, Node::new(at, Data::Text(kind))));
        }
    }
}

/// The same of the members that stand with their groups.
pub(super) fn tell_kinds_of_members(node: &mut Node) {
    let groups = match &mut node.data {
        Data::List(items) => items.as_mut_slice(),
        _ => core::slice::from_mut(node),
    };
    for group in groups {
        let Data::Object(properties) = &mut group.data else { continue };
        let shown = properties.iter_mut().filter(|property| names::same(&property.key, "members"));
        shown.for_each(|members| tell_kinds(&mut members.node));
    }
}

fn is(row: &Node, wanted: &str) -> bool {
    row.text_of(KIND).is_some_and(|kind| kind.trim().eq_ignore_ascii_case(wanted))
}

/// Whether a row of a table of members is a group.
fn is_group(row: &Node) -> bool {
    is(row, "group")
}

/// Whether it is a device, a contact or an application.
fn is_nobody(row: &Node) -> bool {
    row.text_of(KIND).is_some_and(|kind| !kind.trim().is_empty()) && !is_group(row) && !is(row, "user")
}

impl Opening<'_> {
    /// What is to be known of users: that not all of them are one's own, and that not everything of them is kept.
    pub(super) fn people(&mut self, node: &Node, pointer: &str, asked: &Asked) {
        const PERSONAL: [&str; 8] = [
            "businessPhones",
            "mobilePhone",
            "jobTitle",
            "officeLocation",
            "givenName",
            "surname",
            "department",
            "streetAddress",
        ];
        let one = core::slice::from_ref(node);
        let users = if let Data::List(items) = &node.data { items.as_slice() } else { one };
        self.guests(node.at, pointer, users.iter());
        if users.first().is_some_and(|user| PERSONAL.iter().any(|key| user.has(key))) {
            self.remark(node.at, pointer, Remark::LeftOut);
        }
        if (asked.path.ends_with("members") || asked.path == OBJECTS) && asked.group.is_none() {
            self.remark(node.at, pointer, Remark::MembersOfWhom);
        }
    }

    /// How many of the users have their accounts elsewhere.
    fn guests<'a>(&mut self, at: usize, pointer: &str, users: impl Iterator<Item = &'a Node>) {
        let guests = users.filter(|user| guests::is_one(|name| user.text_of(name))).count();
        if guests > 0 {
            self.remark(at, pointer, Remark::Guests(guests));
        }
    }

    /// Members as the portal exports them: of which group, the name of the file says at best.
    pub(super) fn members_of_a_table(&mut self, node: &Node, pointer: &str, asked: &mut Asked) {
        let is_group = |user: &&Node| is_group(user);
        let groups = node.items().iter().filter(is_group).count();
        if groups > 0 {
            self.remark(node.at, pointer, Remark::GroupsAmongPeople(groups));
        }
        let nobody = node.items().iter().filter(|row| is_nobody(row)).count();
        if nobody > 0 {
            self.remark(node.at, pointer, Remark::NoPeople(nobody));
        }
        let has = |key: &str| node.items().first().is_some_and(|user| user.has(key));
        let name = self.file.rsplit(['/', '\\']).next().unwrap_or(self.file);
        let is_called = |word: &str| name.to_ascii_lowercase().contains(word);
        let is_of_members = has("objectType") && has("isGroup")
            || is_called("groupmember")
            || asked.path == OBJECTS && is_called("members");
        if is_of_members && asked.group.is_none() {
            asked.path = "members".into();
            asked.group = names::guid_in(name).map(Id::from);
        }
    }

    /// Whether more people are members than stand here: those of groups that are members themselves.
    pub(super) fn goes_deeper(&self, node: &Node, asked: &Asked) -> bool {
        !asked.path.contains("transitive") && node.items().iter().any(is_group)
    }

    /// Groups that are shown with their members: Graph stops at twenty, and not all of them are people.
    pub(super) fn members_shown(&mut self, node: &Node, pointer: &str) {
        let one = core::slice::from_ref(node);
        let groups = if let Data::List(items) = &node.data { items.as_slice() } else { one };
        let is_cut = |group: &&Node| {
            let shown = group.get("members").map_or(0, |members| members.items().len());
            group.text_of("members@odata.nextLink").is_some()
                || shown == MOST_SHOWN
                    && group
                        .get("members")
                        .is_some_and(|members| members.items().iter().all(|member| member.text().is_none()))
        };
        for group in groups.iter().filter(is_cut) {
            self.remark(group.at, pointer, Remark::TwentyMembers);
        }
        let shown = groups.iter().filter_map(|group| group.get("members")).flat_map(Node::items);
        self.guests(node.at, pointer, shown.clone());
        let nobody = shown.filter(|member| is_nobody(member)).count();
        if nobody > 0 {
            self.remark(node.at, pointer, Remark::NoPeople(nobody));
        }
    }
}
