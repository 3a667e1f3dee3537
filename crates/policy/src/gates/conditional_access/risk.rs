//! What risk in a sign-in makes of a control that asks for multifactor authentication.
//!
//! Sign-in risk is seen in the resource tenant. Who is not registered for multifactor authentication there is
//! refused, so that nobody registers with a stolen password. Whether that holds where multifactor authentication
//! at home counts, no page says.

use alloc::vec;

use super::condition::Risk;
use super::scope::guests;
use super::{Draft, Reason, Statement};
use crate::conditions::Conditions;
use crate::gates::Gate;
use crate::person::Person;
use crate::{Connection, Feature, Guest, Reading, SettingPath, Standing, Status};

/// What a control that comes to `plain` comes to under sign-in risk.
pub(super) fn on_registration(
    plain: Draft,
    counts: bool,
    connection: &Connection,
    person: &Person<'_>,
) -> Draft {
    let registered = match connection.feature {
        Feature::B2bDirectConnect => Some(false),
        Feature::B2bCollaboration => person.guest.and_then(|guest| guest.is_mfa_registered),
    };
    let (status, reason) = match registered {
        Some(true) => return plain,
        Some(false) => (Status::Fail, Reason::RegistrationBlockedByRisk),
        None => (Status::Depends, Reason::RegistrationNotStated),
    };
    if plain.status == Status::Fail {
        return plain;
    }
    if !counts || plain.status == status {
        return Draft::new(status, reason, Statement::Risk, Standing::Documented);
    }
    let mut open =
        Draft::new(Status::Undocumented, Reason::RiskWithTrust, Statement::Risk, Standing::Undocumented);
    open.readings = vec![
        Reading::new(Reason::HomeMfaCountsUnderRisk, plain.status),
        Reading::new(Reason::RegistrationNeededUnderRisk, status),
    ];
    open
}

/// Names the conditions of registration.
pub(super) fn conditions(connection: &Connection, conditions: &mut Conditions<'_>) {
    if connection.feature == Feature::B2bDirectConnect {
        return;
    }
    for (code, registered) in [("mfaRegistered", true), ("mfaNotRegistered", false)] {
        let is_so = |guest: &Guest| guest.is_mfa_registered == Some(registered);
        conditions.guests(Gate::ConditionalAccess, code, Some(connection.resource.id.clone()), &is_so);
    }
}

/// The resource tenant's guests, where whether one is registered decides.
pub(super) fn cited(connection: &Connection, risk: Risk) -> Option<SettingPath> {
    let decides = risk.sign_in && connection.feature == Feature::B2bCollaboration;
    decides.then(|| guests(connection)).flatten()
}
