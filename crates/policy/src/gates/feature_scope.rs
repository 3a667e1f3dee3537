//! What a feature reaches at all: direct connect works with Teams shared channels, so it reaches the
//! applications of the Office 365 suite, and My Apps. A line-of-business application is never reachable.
//! Source: B2B direct connect overview.

use alloc::vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::class::AppCondition;
use crate::conditions::Conditions;
use crate::person::{App, Person};
use crate::{Actor, AppKind, Connection, Feature, GateResult, Ground, Id, Owner, Standing, Status};

reasons! {
    /// The feature reaches this application.
    WithinFeature = "feature.within",
    /// The feature does not reach this application, whatever the settings say.
    OutsideFeature = "feature.outside",
}

statements! {
    /// Direct connect currently works with Teams shared channels only.
    SharedChannelsOnly = "sharedChannelsOnly" on "entra/external-id/b2b-direct-connect-overview",
    /// Direct connect users have access to the My Apps portal.
    MyAppsPortal = "myAppsPortal" on "entra/external-id/b2b-direct-connect-overview",
}

/// The application id of the My Apps portal.
const MY_APPS: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";

/// The limits of direct connect itself.
pub(super) struct FeatureScope;

/// Whether direct connect reaches an application.
pub(crate) fn direct_connect_reaches(app: &App<'_>) -> bool {
    app.kind == AppKind::Office365 || is_my_apps(app)
}

/// The application that direct connect reaches whatever its kind.
pub(crate) fn reached_by_id() -> Id {
    Id::from(MY_APPS)
}

fn is_my_apps(app: &App<'_>) -> bool {
    app.id.is_some_and(|id| id.is(MY_APPS))
}

impl GateRule for FeatureScope {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        if connection.feature == Feature::B2bDirectConnect {
            conditions.application(AppCondition::DirectConnect);
        }
    }

    fn judge(&self, connection: &Connection, _: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        if connection.feature == Feature::B2bCollaboration {
            return None;
        }
        let reaches = direct_connect_reaches(app);
        let (status, reason) = if reaches {
            (Status::Pass, Reason::WithinFeature)
        } else {
            (Status::Fail, Reason::OutsideFeature)
        };
        let statement = if is_my_apps(app) { Statement::MyAppsPortal } else { Statement::SharedChannelsOnly };
        let mut ground = Ground::new(status, reason, statement);
        if !reaches {
            ground = ground.turned_by(Actor::Nobody, None);
        }
        // Pages name Teams shared channels and, as out of reach, the Azure portal and line-of-business
        // applications; that other Microsoft applications are out of reach as well follows from "only".
        if app.kind == AppKind::Microsoft && !reaches {
            ground = ground.standing(Standing::Inferred);
        }
        Some(result(Gate::FeatureScope, Owner::Service, vec![ground]))
    }
}
