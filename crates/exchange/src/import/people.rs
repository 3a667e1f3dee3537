//! What is to be known of users that were read.

use super::asked::Asked;
use super::envelope::Opening;
use super::remark::Remark;
use super::tree::{Data, Node};

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
        let is_guest =
            |user: &&Node| user.text_of("userType").is_some_and(|kind| kind.eq_ignore_ascii_case("guest"));
        let guests = users.iter().filter(is_guest).count();
        if guests > 0 {
            self.remark(node.at, pointer, Remark::Guests(guests));
        }
        if users.first().is_some_and(|user| PERSONAL.iter().any(|key| user.has(key))) {
            self.remark(node.at, pointer, Remark::LeftOut);
        }
        if asked.path.ends_with("members") && asked.group.is_none() {
            self.remark(node.at, pointer, Remark::MembersOfWhom);
        }
    }
}
