//! Both organizations' Teams policies for shared channels.

use alloc::vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::class::Conditions;
use crate::person::{App, Person};
use crate::{Connection, Feature, GateResult, Ground, Owner, Status};

reasons! {
    /// Nothing in the scenario has to do with it.
    AsShipped = "teams.asShipped",
}

statements! {
    /// What the gate rests on.
    ChannelsPolicy = "teamsChannelsPolicy" on "microsoftteams/shared-channels",
}

/// The gate.
pub(super) struct Teams;

impl GateRule for Teams {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        if connection.feature != Feature::B2bDirectConnect {
            return None;
        }
        let ground = Ground::new(Status::Pass, Reason::AsShipped, Statement::ChannelsPolicy).at_rest();
        Some(result(Gate::Teams, Owner::Both, vec![ground]))
    }
}
