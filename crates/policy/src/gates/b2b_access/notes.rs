//! What is worth knowing about a B2B setting beside what it decides.

use super::UsersAndApplications;
use crate::person::{App, Person};
use crate::{AppKind, Id, Status};

/// The application id of Microsoft Teams.
const TEAMS: &str = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";

/// The application id of SharePoint Online, which holds a channel's files.
const SHARE_POINT: &str = "00000003-0000-0ff1-ce00-000000000000";

/// Whether this application is of the Office 365 suite, and the setting does not let through all of the suite
/// that a shared channel needs. Microsoft's guidance is to name the suite.
pub(super) fn stops_part_of_office_365(
    setting: &UsersAndApplications<'_>,
    person: &Person<'_>,
    app: &App<'_>,
) -> bool {
    let kind = AppKind::Office365;
    let named = [TEAMS, SHARE_POINT].map(Id::from);
    let mut needed = named.iter().map(Some).chain([None]).map(|id| App { id, kind });
    app.kind == kind && needed.any(|app| setting.status(person, &app) != Status::Pass)
}
