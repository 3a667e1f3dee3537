//! What settings leave open: an access type without anybody, a half without the other, a switch that is not stated.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::hollow::is_hollow;
use super::normalise::Normaliser;
use super::remark::Remark;
use super::tree::{Data, Member, Node};

/// The access type of a half that does not state it. What it decides is open.
const NOT_SAID: &str = "";

/// The switches that every answer states.
const SWITCHES: [&str; 3] =
    ["isMfaAccepted", "isCompliantDeviceAccepted", "isHybridAzureADJoinedDeviceAccepted"];

impl Normaliser {
    /// One half: an access type without anybody, or somebody without an access type.
    pub(super) fn half(&mut self, node: &mut Node) {
        let states = |name: &str| node.get(name).is_some_and(|value| !is_hollow(value));
        match (states("accessType"), states("targets")) {
            (true, false) => self.remark(node.at, Remark::NoTargets),
            (false, true) => {
                let at = node.at;
                self.remark(at, Remark::NoAccessType);
                node.take("accessType");
                if let Data::Object(members) = &mut node.data {
                    members.push(Member::new("accessType", Node::text_at(at, NOT_SAID)));
                }
            }
            _ => {}
        }
    }

    /// Of a setting that states one half, the other is not known to be open.
    pub(super) fn halves(&mut self, node: &Node) {
        let has = |half: &str| node.get(half).is_some_and(|half| !half.is_null());
        let (stated, missing) = match (has("usersAndGroups"), has("applications")) {
            (true, false) => ("usersAndGroups", "applications"),
            (false, true) => ("applications", "usersAndGroups"),
            _ => return,
        };
        self.remark(node.at, Remark::HalfMissing { stated, missing });
    }

    /// Of trust settings that state one switch, the others are not known to be off.
    pub(super) fn switches(&mut self, node: &Node) {
        let is_stated = |name: &&str| node.get(name).is_some_and(|value| !value.is_null());
        let open: Vec<String> =
            SWITCHES.iter().filter(|name| !is_stated(name)).map(|name| format!("`{name}`")).collect();
        if !open.is_empty() && !is_hollow(node) {
            self.remark(node.at, Remark::SwitchNotStated(open.join(", ")));
        }
    }
}
