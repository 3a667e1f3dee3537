//! Guests who sign in with something else than an account of their home tenant: a personal or a Google account,
//! their organization's federation, a passcode by e-mail.
//!
//! Cross-tenant access settings are about other Microsoft Entra organizations. The home tenant's do not govern
//! such guests. The resource tenant's could only by their default, for want of a tenant to be about; whether
//! they do, the documentation says differently in two places: both readings are tried.

use alloc::borrow::Cow;
use alloc::vec;

use super::{B2bAccess, Reason, Statement};
use crate::conditions::Conditions;
use crate::gates::invitation;
use crate::person::{App, Person};
use crate::resolve::default_b2b;
use crate::{Connection, Direction, Feature, Ground, Reading, Standing, Status};

const FEATURE: Feature = Feature::B2bCollaboration;

/// The conditions that set such guests apart.
pub(super) fn conditions<'a>(rule: &B2bAccess, connection: &'a Connection, conditions: &mut Conditions<'a>) {
    if connection.feature != FEATURE || !invitation::other_accounts(connection, conditions) {
        return;
    }
    if rule.direction == Direction::Inbound
        && let Cow::Borrowed(list) =
            default_b2b(&connection.resource, FEATURE.property(rule.direction)).applications.value
    {
        conditions.applications_on(list);
    }
}

/// What one side's access settings make of such a guest.
pub(super) fn ground(
    rule: &B2bAccess,
    connection: &Connection,
    person: &Person<'_>,
    app: &App<'_>,
) -> Ground {
    if rule.direction == Direction::Outbound {
        return Ground::new(Status::Pass, Reason::OtherAccount, Statement::EntraOrganizations);
    }
    let setting = default_b2b(&connection.resource, FEATURE.property(rule.direction));
    let governed = rule.meeting(connection, FEATURE, &setting).status(&person.of_no_tenant(), app);
    let ground = |status, reason| {
        Ground::new(status, reason, Statement::OtherIdentityProviders)
            .decided_by(setting.cited())
            .of_layer(setting.users_and_groups.source.min(setting.applications.source))
    };
    if governed == Status::Pass {
        return ground(Status::Pass, Reason::OtherAccountLetIn).standing(Standing::Inferred);
    }
    ground(Status::Undocumented, Reason::OtherAccountNotDocumented)
        .read_as(vec![
            Reading::new(Reason::DefaultGovernsOtherAccounts, governed),
            Reading::new(Reason::NothingGovernsOtherAccounts, Status::Pass),
        ])
        .standing(Standing::Contradictory)
}
