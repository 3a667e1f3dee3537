//! The readings of what the documentation leaves open.

use entente_policy::{Reason, Status};

use crate::Narrator;

impl Narrator<'_> {
    /// A reading in a few words; empty for a reason that is no reading.
    pub fn reading(&self, reading: Reason) -> &'static str {
        match reading {
            Reason::MissingHalfInherits => "What is left out is inherited from the layer below",
            Reason::MissingHalfSetsNoLimit => "What is left out sets no limit",
            Reason::EmptyListNamesNobody => "An empty list names nobody and nothing",
            Reason::EmptyListNamesEveryone => "An empty list sets no limit",
            Reason::UnsupportedBlocks => "What is not supported cannot be satisfied",
            Reason::UnsupportedIgnored => "What is not supported is passed over",
            Reason::AllUsersIncludesDirectConnect => "All users takes in direct connect users",
            Reason::AllUsersMeansDirectory => "All users means users with an object in the tenant",
            Reason::NullTrustIsOff => "Null means not trusted",
            Reason::NullTrustInherits => "Null inherits the default’s switch",
            _ => "",
        }
    }

    /// What a gate says under a reading.
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Pass => "lets through",
            Status::Prompt => "lets through after a prompt",
            Status::Depends => "depends",
            Status::Undocumented => "not documented",
            Status::Fail => "refuses",
        }
    }
}
