//! Whether a policy meets the users and the application of a request.
//!
//! Whom a policy names is told by types of external users, and by ids of the tenant that has the policy: those
//! name the object that a person has there. The two ways across cross over: who comes by direct connect and has
//! an object is also met as a guest, and a guest who could come by direct connect is also met as one who does.

use alloc::vec::Vec;

use super::object::{self, Named, Side};
use super::{Reason, direct_connect};
use crate::class::AppCondition;
use crate::conditions::Conditions;
use crate::graph::{ConditionalAccessApplications, ConditionalAccessPolicy};
use crate::person::{App, Person};
use crate::{AppKind, Connection, Feature, Guest, Id, Place, Reading, SettingPath, Status, UserType};

/// Where a guest may be met as a direct connect user: Teams and SharePoint Online, which Office 365 holds. My Apps,
/// which direct connect reaches as well, is not named there.
const TEAMS_AND_SHAREPOINT: AppKind = AppKind::Office365;

const DIRECT_CONNECT: &str = "b2bDirectConnectUser";
/// What the object of somebody who collaborates can be, a guest where it is not stated.
const WITH_OBJECT: [&str; 3] = ["b2bCollaborationGuest", "b2bCollaborationMember", "otherExternalUser"];

/// Whether a policy meets a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meets {
    Yes,
    No,
    /// It names groups, roles or objects, and the scenario does not state the person's.
    NotStated,
    /// The documentation says that `All` takes in guests; of users without an object it says nothing.
    AllUsers,
    /// It leaves out those of the other way across; whether that goes for whoever crosses over is not documented.
    CrossOver,
    /// It is for direct connect users; whether the guest could come as one is not documented.
    Eligibility,
}

impl Meets {
    /// The readings of a policy that would come to `worst`.
    pub(super) fn readings(self, worst: Status) -> Vec<Reading> {
        let [meets, spares] = match self {
            Meets::AllUsers => [Reason::AllUsersIncludesDirectConnect, Reason::AllUsersMeansDirectory],
            Meets::CrossOver => [Reason::CrossOverDoesNotExclude, Reason::CrossOverExcludes],
            Meets::Eligibility => [Reason::EligibleForDirectConnect, Reason::NotEligibleForDirectConnect],
            Meets::Yes | Meets::No | Meets::NotStated => return Vec::new(),
        };
        [Reading::new(meets, worst), Reading::new(spares, Status::Pass)].into()
    }
}

/// Whether a person has the type of the other way across as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Crosses {
    No,
    /// The documentation leaves open whether direct connect would let them through.
    NotDocumented,
    Yes,
}

/// Whether a policy meets a person, with the settings beside the policy that decide it.
pub(super) struct Scope {
    pub(super) meets: Meets,
    pub(super) settings: Vec<SettingPath>,
}

/// The type of external user that an object makes of a person.
fn type_of(guest: Option<&Guest>) -> &'static str {
    match guest.and_then(|guest| guest.user_type.as_ref()) {
        None | Some(UserType::Guest) => "b2bCollaborationGuest",
        Some(UserType::Member) => "b2bCollaborationMember",
        Some(UserType::Other(_)) => "otherExternalUser",
    }
}

/// The address of the resource tenant's guests, where the scenario states them.
pub(super) fn guests(connection: &Connection) -> Option<SettingPath> {
    connection.resource.guests.as_ref().map(|_| SettingPath::Policy {
        tenant: connection.resource.id.clone(),
        place: Place::Guests,
        item: None,
    })
}

/// A policy that is in force, and the connection whose users it may meet.
#[derive(Clone, Copy)]
pub(super) struct Scoped<'a> {
    include: Side<'a>,
    exclude: Side<'a>,
    connection: &'a Connection,
}

impl<'a> Scoped<'a> {
    pub(super) fn of(policy: &'a ConditionalAccessPolicy, connection: &'a Connection) -> Self {
        let [include, exclude] = Side::both(&policy.conditions.users);
        Scoped { include, exclude, connection }
    }

    /// The tenant of whoever comes by direct connect, and of guests who sign in with its accounts.
    fn home(&self) -> Option<&'a Id> {
        Some(&self.connection.home.id)
    }

    /// The tenant of a person's account.
    fn home_of(&self, person: &Person<'_>) -> Option<&'a Id> {
        self.home().filter(|_| person.other_account.is_none())
    }

    fn is_direct_connect(&self) -> bool {
        self.connection.feature == Feature::B2bDirectConnect
    }

    /// Whether the policy may meet anybody of this connection.
    pub(super) fn may_meet(&self) -> bool {
        let types = if self.is_direct_connect() { &[DIRECT_CONNECT][..] } else { &WITH_OBJECT[..] };
        // An object that nobody has stated is a guest's.
        let stated = self.connection.resource.guests.is_some();
        let types =
            if stated || self.is_direct_connect() { types } else { types.get(..1).unwrap_or_default() };
        // A guest whose account is of no tenant is spared only where those of all tenants are.
        let homes = [self.home(), self.home().filter(|_| !stated)];
        let spared = types.iter().all(|one| homes.iter().all(|home| self.exclude.has_type(one, *home)));
        let meets = types.iter().any(|one| self.include.has_type(one, self.home()));
        !spared
            && (meets
                || self.include.is_all()
                || self.include.names_objects()
                || self.crosses_on(&self.include))
    }

    /// Whether one side names those of the other way across.
    fn crosses_on(&self, side: &Side<'_>) -> bool {
        match self.connection.feature {
            Feature::B2bCollaboration => side.has_type(DIRECT_CONNECT, self.home()),
            Feature::B2bDirectConnect => {
                let stated = self.connection.resource.guests.is_some();
                stated && WITH_OBJECT.iter().any(|one| side.has_type(one, self.home()))
            }
        }
    }

    /// Whether it can matter which object a person has.
    fn looks_at_object(&self) -> bool {
        let by_type = |side: &Side<'_>| {
            let homes = [self.home(), None];
            let mut met = WITH_OBJECT.iter().flat_map(|one| homes.map(|home| side.has_type(one, home)));
            let first = met.next();
            met.any(|other| Some(other) != first)
        };
        let sides = [&self.include, &self.exclude];
        sides.into_iter().any(|side| side.names_objects() || by_type(side))
            || (self.is_direct_connect()
                && (self.include.is_all() || sides.into_iter().any(|side| self.crosses_on(side))))
    }

    /// Names what whether the policy meets a person depends on.
    pub(super) fn conditions(&self, conditions: &mut Conditions<'a>) {
        let sides = [&self.include, &self.exclude];
        if self.looks_at_object() {
            object::conditions(self.connection, &sides, conditions);
        }
        if !self.is_direct_connect() && sides.into_iter().any(|side| self.crosses_on(side)) {
            conditions.application(AppCondition::Kind(TEAMS_AND_SHAREPOINT));
            direct_connect::conditions(self.connection, conditions);
        }
    }

    /// Whether the policy meets a person who wants this application.
    pub(super) fn meets(&self, person: &Person<'_>, app: &App<'_>) -> Scope {
        let mut settings: Vec<SettingPath> = Vec::new();
        if self.looks_at_object() {
            settings.extend(guests(self.connection));
        }
        let meets = self.judge(person, app, &mut settings);
        Scope { meets, settings }
    }

    fn judge(&self, person: &Person<'_>, app: &App<'_>, settings: &mut Vec<SettingPath>) -> Meets {
        let (include, exclude) = (&self.include, &self.exclude);
        let object = object::object_of(self.connection, person);
        let own = if self.is_direct_connect() { DIRECT_CONNECT } else { type_of(object) };
        if exclude.has_type(own, self.home_of(person)) {
            return Meets::No;
        }
        let excluded = exclude.names(self.connection, person);
        if excluded == Named::Yes {
            return Meets::No;
        }
        let has_object = !self.is_direct_connect() || object.is_some();
        let mut included = if include.has_type(own, self.home_of(person)) || (include.is_all() && has_object)
        {
            Named::Yes
        } else {
            include.names(self.connection, person)
        };
        let mut open = false;
        if included != Named::Yes {
            match self.crosses(include, person, app, settings) {
                Crosses::Yes => included = Named::Yes,
                Crosses::NotDocumented => open = included == Named::No,
                Crosses::No => {}
            }
        }
        match (included, excluded) {
            (Named::No, Named::NotStated) if open => Meets::NotStated,
            (Named::No, _) if open => Meets::Eligibility,
            (Named::No, _) if include.is_all() => Meets::AllUsers,
            (Named::No, _) => Meets::No,
            (Named::NotStated, _) | (_, Named::NotStated) => Meets::NotStated,
            // Whether it leaves out whoever crosses over is open, be it certain or not that somebody does.
            (Named::Yes, _) if self.crosses(exclude, person, app, settings) != Crosses::No => {
                Meets::CrossOver
            }
            (Named::Yes, _) => Meets::Yes,
        }
    }

    /// Whether a side names the type that the person has by crossing over.
    fn crosses(
        &self,
        side: &Side<'_>,
        person: &Person<'_>,
        app: &App<'_>,
        settings: &mut Vec<SettingPath>,
    ) -> Crosses {
        if self.is_direct_connect() {
            let object = object::object_of(self.connection, person);
            let is_met = object.is_some() && side.has_type(type_of(object), self.home_of(person));
            return if is_met { Crosses::Yes } else { Crosses::No };
        }
        if !side.has_type(DIRECT_CONNECT, self.home_of(person)) || app.kind != TEAMS_AND_SHAREPOINT {
            return Crosses::No;
        }
        let (worst, decided_by) = direct_connect::worst(self.connection, person, app);
        settings.extend(decided_by);
        match worst {
            Status::Pass => Crosses::Yes,
            Status::Undocumented => Crosses::NotDocumented,
            _ => Crosses::No,
        }
    }
}

/// Whether the policy meets the application. One that chooses applications by a filter may meet any.
pub(crate) fn meets_application(applications: &ConditionalAccessApplications, app: &App<'_>) -> bool {
    let names = |list: &[Id]| list.iter().any(|id| id.is("All") || app.kind.is_in(id) || app.id == Some(id));
    (names(&applications.include_applications) || super::condition::filters_applications(applications))
        && !names(&applications.exclude_applications)
}
