//! Home outbound and resource inbound: users × applications of one B2B setting.
//!
//! Source: B2B direct connect overview; authentication and conditional access for External ID.

mod notes;
mod other_account;
mod reason;

use alloc::vec;
use alloc::vec::Vec;

pub use self::reason::{Reason, Statement};
use super::users_and_applications::UsersAndApplications;
use super::{Gate, GateRule, invitation, result};
use crate::conditions::Conditions;
use crate::person::{App, Person};
use crate::resolve::{Effective, effective_b2b};
use crate::{
    Actor, Connection, Direction, ErrorCode, Feature, GateResult, Ground, Id, Note, Owner, Place,
    SettingPath, Status, Tenant,
};

/// One side's access settings.
pub(super) struct B2bAccess {
    gate: Gate,
    owner: Owner,
    direction: Direction,
    actor: Actor,
    error: ErrorCode,
}

/// The home tenant lets its users out.
pub(super) const HOME_OUTBOUND: B2bAccess = B2bAccess {
    gate: Gate::HomeOutbound,
    owner: Owner::Home,
    direction: Direction::Outbound,
    actor: Actor::HomeAdministrator,
    error: ErrorCode::NotAllowedByOutboundPolicyTenant,
};

/// The resource tenant lets them in.
pub(super) const RESOURCE_INBOUND: B2bAccess = B2bAccess {
    gate: Gate::ResourceInbound,
    owner: Owner::Resource,
    direction: Direction::Inbound,
    actor: Actor::ResourceAdministrator,
    error: ErrorCode::NotAllowedByInboundPolicyTenant,
};

impl B2bAccess {
    /// The tenant that has the setting, and the one the setting is about.
    fn sides<'a>(&self, connection: &'a Connection) -> (&'a Tenant, &'a Id) {
        match self.direction {
            Direction::Outbound => (&connection.home, &connection.resource.id),
            Direction::Inbound => (&connection.resource, &connection.home.id),
        }
    }

    fn setting<'a>(&self, connection: &'a Connection, feature: Feature) -> Effective<'a> {
        let (tenant, other) = self.sides(connection);
        effective_b2b(tenant, other, feature.property(self.direction))
    }

    fn conditions_for<'a>(
        &self,
        connection: &'a Connection,
        feature: Feature,
        conditions: &mut Conditions<'a>,
    ) {
        self.setting(connection, feature).conditions(conditions);
    }

    fn grounds_for(
        &self,
        connection: &Connection,
        feature: Feature,
        person: &Person<'_>,
        app: &App<'_>,
    ) -> Vec<Ground> {
        let setting = self.setting(connection, feature);
        let meeting = self.meeting(connection, feature, &setting);
        let mut grounds = meeting.grounds(person, app);
        if feature == Feature::B2bDirectConnect && notes::stops_part_of_office_365(&meeting, person, app) {
            for ground in grounds.iter_mut().filter(|ground| ground.status == Status::Pass) {
                ground.notes.push(Note::PartOfOffice365);
            }
        }
        grounds
    }

    /// The setting as it meets the home tenant's users.
    fn meeting<'a>(
        &self,
        connection: &'a Connection,
        feature: Feature,
        setting: &'a Effective<'a>,
    ) -> UsersAndApplications<'a> {
        let for_everyone = match feature {
            Feature::B2bDirectConnect => Statement::MutualDirectConnect,
            Feature::B2bCollaboration => Statement::BothSidesChecked,
        };
        UsersAndApplications {
            connection,
            setting,
            users_of: &connection.home,
            for_everyone: for_everyone.into(),
            actor: self.actor,
            error: Some(self.error),
        }
    }
}

/// Both sides' access settings for direct connect, whichever feature a request is for: conditional access
/// asks who would be eligible.
pub(super) mod direct_connect {
    use super::{
        App, Conditions, Connection, Feature, HOME_OUTBOUND, Person, Place, RESOURCE_INBOUND, SettingPath,
        Status, Vec, invitation,
    };

    const FEATURE: Feature = Feature::B2bDirectConnect;

    /// The conditions that eligibility depends on.
    pub(in crate::gates) fn conditions<'a>(connection: &'a Connection, conditions: &mut Conditions<'a>) {
        if !within_one_cloud(connection) {
            return;
        }
        HOME_OUTBOUND.conditions_for(connection, FEATURE, conditions);
        RESOURCE_INBOUND.conditions_for(connection, FEATURE, conditions);
        invitation::other_accounts(connection, conditions);
    }

    /// Direct connect never crosses clouds.
    fn within_one_cloud(connection: &Connection) -> bool {
        connection.home.cloud == connection.resource.cloud
    }

    /// What both sides' settings, and the clouds, make of this user and this application by direct connect, and the
    /// settings that decide it.
    pub(in crate::gates) fn worst(
        connection: &Connection,
        person: &Person<'_>,
        app: &App<'_>,
    ) -> (Status, Vec<SettingPath>) {
        let clouds = [&connection.home, &connection.resource].map(|tenant| SettingPath::Policy {
            tenant: tenant.id.clone(),
            place: Place::Cloud,
            item: None,
        });
        if !within_one_cloud(connection) {
            return (Status::Fail, clouds.into());
        }
        let mut grounds = HOME_OUTBOUND.grounds_for(connection, FEATURE, person, app);
        grounds.extend(RESOURCE_INBOUND.grounds_for(connection, FEATURE, person, app));
        // Only accounts of a tenant come by direct connect.
        let worst = match person.other_account {
            Some(_) => Status::Fail,
            None => grounds.iter().map(|ground| ground.status).max().unwrap_or(Status::Pass),
        };
        // A half that refuses has a ground of its own, which comes and goes; here it is one answer.
        let mut settings: Vec<SettingPath> = Vec::new();
        let halves =
            grounds.iter().flat_map(|ground| &ground.settings).flat_map(SettingPath::with_other_half);
        for path in halves.chain(clouds) {
            if !settings.contains(&path) {
                settings.push(path);
            }
        }
        settings.extend(invitation::account_cited(connection, person));
        (worst, settings)
    }
}

impl GateRule for B2bAccess {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        self.conditions_for(connection, connection.feature, conditions);
        other_account::conditions(self, connection, conditions);
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        let mut grounds = match person.other_account {
            Some(_) => vec![other_account::ground(self, connection, person, app)],
            None => self.grounds_for(connection, connection.feature, person, app),
        };
        for ground in &mut grounds {
            ground.settings.extend(invitation::account_cited(connection, person));
        }
        Some(result(self.gate, self.owner, grounds))
    }

    fn status(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<Status> {
        if person.other_account.is_some() {
            return self.judge(connection, person, app).map(|result| result.status);
        }
        let setting = self.setting(connection, connection.feature);
        Some(self.meeting(connection, connection.feature, &setting).status(person, app))
    }
}
