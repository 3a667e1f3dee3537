//! What is worth knowing about a B2B setting beside what it decides.

use alloc::vec;
use alloc::vec::Vec;

use super::Context;
use crate::graph::{AccessType, Target, TargetConfiguration};
use crate::person::App;
use crate::{AppKind, Evidence, Feature, Id, Note, Status, Tenant};

/// The application id of Microsoft Teams.
const TEAMS: &str = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";

/// The application id of SharePoint Online, which holds a channel's files.
const SHARE_POINT: &str = "00000003-0000-0ff1-ce00-000000000000";

impl Context<'_> {
    pub(super) fn notes(&self, status: Status) -> Vec<Note> {
        let mut notes = Vec::new();
        if let Some(half) = self.setting.missing_half {
            notes.push(Note::MissingHalf { half });
        }
        notes.extend(shape_notes(&self.setting.users_and_groups.value, &self.setting.applications.value));
        let users = &self.setting.users_and_groups.value.targets;
        notes.extend(users.iter().filter_map(|target| {
            self.foreign(
                target,
                |tenant, id| tenant.directory.user(id).is_some() || tenant.directory.group(id).is_some(),
                &self.connection.home,
            )
        }));
        let applications = &self.setting.applications.value.targets;
        notes.extend(applications.iter().filter_map(|target| {
            self.foreign(
                target,
                |tenant, id| tenant.directory.application(id).is_some(),
                &self.connection.resource,
            )
        }));
        if status == Status::Pass && self.stops_part_of_office_365() {
            notes.push(Note::PartOfOffice365);
        }
        notes
    }

    /// Whether direct connect gets through to this application of the Office 365 suite, but not to all that
    /// a shared channel needs. Microsoft's guidance is to name the suite.
    fn stops_part_of_office_365(&self) -> bool {
        let kind = AppKind::Office365;
        if self.feature != Feature::B2bDirectConnect || self.app.kind != kind {
            return false;
        }
        let named = [TEAMS, SHARE_POINT].map(Id::from);
        let needed = named.iter().map(Some).chain([None]).map(|id| App { id, kind });
        needed.into_iter().any(|app| {
            let application = app.meets(&self.setting.applications.value.targets);
            let evidence = Evidence { user: self.evidence.user.clone(), application };
            let context = Context { evidence: &evidence, app: &app, ..*self };
            context.verdicts().iter().any(|verdict| verdict.status != Status::Pass)
        })
    }

    /// The note that `target` belongs to another tenant than `expected`, if it does.
    fn foreign(&self, target: &Target, has: fn(&Tenant, &Id) -> bool, expected: &Tenant) -> Option<Note> {
        if target.is_reserved() || has(expected, &target.target) {
            return None;
        }
        let tenant = self.connection.tenants.iter().find(|tenant| has(tenant, &target.target))?;
        Some(Note::TargetOfOtherTenant { target: target.target.clone(), tenant: tenant.id.clone() })
    }
}

/// What is worth knowing about the combination of the two halves.
/// Source: the consistency rules of the portal, and the shapes the Graph table does not cover.
fn shape_notes(users: &TargetConfiguration, applications: &TargetConfiguration) -> Vec<Note> {
    use AccessType::{Allowed, Blocked};
    let (all_users, all_applications) = (users.names_all(), applications.names_all());
    match (&users.access_type, &applications.access_type) {
        (Blocked, _) if all_users && !(applications.access_type == Blocked && all_applications) => {
            vec![Note::PortalRefuses, Note::ShapeNotDocumented]
        }
        (Allowed, Blocked) if all_applications => vec![Note::PortalRefuses, Note::ShapeNotDocumented],
        // Graph's own example; the portal's rule pairs "all applications blocked" with "all users blocked".
        (Blocked, Blocked) if all_applications && !all_users => vec![Note::PortalRefuses],
        _ => Vec::new(),
    }
}
