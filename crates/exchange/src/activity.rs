//! Sign-ins across tenants: who has connected to what in the past, read from files, and what would have come of it.
//!
//! The files are read as all others are ([`import::read`](crate::import::read)); [`Activity::of`] makes of the sign-ins
//! in them the requests that they were, each once with how often it was seen. Whoever has decisions asks for each
//! request what it came to before a change and comes to after it, and hands that to [`Replay::of`]: who of those who
//! connected would be stopped, who would newly get in, and who connected although the scenario says otherwise.

mod day;
mod replay;
mod row;
mod told;
mod who;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::graph::Rest;
use entente_policy::{Application, Id, Request, Resource, Scenario, Subject};

pub use self::replay::{Effect, Replay, Seen};
pub use self::told::Told;

use self::row::Row;
use self::who::Directory;
use crate::import::{Choices, Piece, Plan, kind_of};

/// Most requests that are told apart. What is seen beyond is counted.
pub const MAX_WAYS: usize = 200_000;

/// What files say of who has connected.
#[derive(Clone, Debug, Default)]
pub struct Activity {
    /// Each request that was seen, in the order in which it was seen first.
    pub ways: Vec<Way>,
    /// What is no part of it.
    pub left_out: Vec<LeftOut>,
    /// How many sign-ins the files hold, those that are left out included.
    pub rows: usize,
    /// The first and the last day of it, where the files write dates as Graph does.
    pub period: Option<(String, String)>,
    /// Whether some sign-ins have a date that is not written as Graph does, and that the period therefore leaves out.
    pub is_undated: bool,
    /// Whether some files do not say which sign-ins succeeded. All in them are taken to have.
    pub is_silent: bool,
}

/// One person, one application, one way: with how often it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What was asked for.
    pub request: Request,
    /// What the files call the person.
    pub person: Option<String>,
    /// What the files call the application.
    pub application: Option<String>,
    /// How many sign-ins succeeded.
    pub connected: usize,
    /// How many did not.
    pub refused: usize,
    /// How many were asked for something, a second factor or whether to stay signed in: what came of it another sign-in
    /// says, or none.
    pub prompted: usize,
    /// The error codes of those that were refused, and how often.
    pub errors: BTreeMap<String, usize>,
    /// The last day it was seen.
    pub last: Option<String>,
    /// Where it stands first: the file.
    pub file: String,
    /// Where it stands first: the place in the file, as a JSON pointer. In a table, rows count from zero.
    pub pointer: String,
}

impl Way {
    /// How often it was seen.
    pub fn seen(&self) -> usize {
        self.connected.saturating_add(self.refused).saturating_add(self.prompted)
    }
}

/// Sign-ins that are no part of it, for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub why: Why,
    /// How many.
    pub rows: usize,
    /// Where the first of them stands: the file.
    pub file: String,
    /// Where the first of them stands: the place in the file, as a JSON pointer.
    pub pointer: String,
}

/// Why a sign-in is left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is from or to a tenant that the scenario does not have.
    OtherTenant,
    /// It is neither direct connect nor collaboration, but this; empty where nobody knows what.
    OtherKind(&'static str),
    /// It does not say of what kind it is, as those of v1.0 do not.
    NoKind,
    /// It does not leave its tenant, or does not say between which tenants it is.
    NoTenants,
    /// It does not say who.
    NoUser,
    /// It does not say to what.
    NoApplication,
    /// It stands in the files already, by its id.
    Again,
    /// It is a sum of sign-ins that does not say whose they were.
    Sum,
    /// There are more than are told apart.
    TooMany,
}

impl Activity {
    /// The sign-ins in files, between the tenants of a scenario. Whoever the scenario does not have goes by the id alone.
    pub fn of(plan: &Plan, scenario: &Scenario, choices: &Choices) -> Self {
        let mut reading = Reading::default();
        let directories: Vec<Directory<'_>> =
            scenario.tenants.iter().map(|tenant| Directory::of(scenario, tenant)).collect();
        for piece in plan.pieces.iter().filter(|piece| !choices.left_out.contains(&piece.source)) {
            let Some(rows) = piece.sign_ins() else { continue };
            let owner = choices.belongs(piece.source).map(|belongs| &belongs.tenant);
            for (number, value) in rows.iter().enumerate() {
                let pointer = piece.pointer_of(number);
                reading.take(&Row(value), piece, pointer, owner, &directories);
            }
        }
        reading.activity
    }

    /// The requests, in the order of the ways.
    pub fn requests(&self) -> Vec<Request> {
        self.ways.iter().map(|way| way.request.clone()).collect()
    }

    /// A scenario in which the applications that were signed in to are known by their names and kinds. A scenario that
    /// knows them is as it was.
    pub fn known_in(&self, scenario: &Scenario) -> Scenario {
        let mut known = scenario.clone();
        for tenant in &mut known.tenants {
            let mut new: BTreeMap<&Id, &Way> = BTreeMap::new();
            for way in self.ways.iter().filter(|way| way.request.resource == tenant.id) {
                if let Resource::Application(id) = &way.request.application
                    && tenant.directory.position_of_application(id).is_none()
                {
                    new.entry(id).or_insert(way);
                }
            }
            if new.is_empty() {
                continue;
            }
            let applications = new.into_iter().map(|(id, way)| Application {
                app_id: id.clone(),
                display_name: way.application.clone().unwrap_or_else(|| id.as_str().into()),
                kind: kind_of(id, None),
                rest: Rest::new(),
            });
            Arc::make_mut(tenant).directory.edit().applications.extend(applications);
        }
        known
    }

    /// Whether the files hold sign-ins, and none of them is part of it.
    pub fn is_all_left_out(&self) -> bool {
        self.rows > 0 && self.ways.is_empty()
    }

    /// How many sign-ins are part of it.
    pub fn seen(&self) -> usize {
        self.ways.iter().map(Way::seen).fold(0, usize::saturating_add)
    }
}

/// Sign-ins that are being read.
#[derive(Default)]
struct Reading {
    activity: Activity,
    /// Where each request stands among the ways.
    known: BTreeMap<Asked, usize>,
    /// The sign-ins that were read, by their ids.
    ids: BTreeSet<Id>,
}

/// A request as something to look up: from where, to where, by collaboration, who, to what.
type Asked = (Id, Id, bool, Id, Id);

impl Reading {
    fn take(
        &mut self,
        row: &Row<'_>,
        piece: &Piece,
        pointer: String,
        owner: Option<&Id>,
        directories: &[Directory<'_>],
    ) {
        self.activity.rows = self.activity.rows.saturating_add(1);
        let found = match row.request(owner, directories) {
            Ok(found) => found,
            Err(why) => return self.leave_out(why, piece, pointer),
        };
        if row.own_id().is_some_and(|id| !self.ids.insert(id)) {
            return self.leave_out(Why::Again, piece, pointer);
        }
        let request = &found.request;
        let (Subject::User(user), Resource::Application(application)) = (&request.user, &request.application)
        else {
            return;
        };
        let feature = request.feature == entente_policy::Feature::B2bCollaboration;
        let asked =
            (request.home.clone(), request.resource.clone(), feature, user.clone(), application.clone());
        let at = match self.known.get(&asked) {
            Some(at) => *at,
            None if self.activity.ways.len() >= MAX_WAYS => {
                return self.leave_out(Why::TooMany, piece, pointer);
            }
            None => {
                let at = self.activity.ways.len();
                self.known.insert(asked, at);
                self.activity.ways.push(Way {
                    request: found.request,
                    person: None,
                    application: None,
                    connected: 0,
                    refused: 0,
                    prompted: 0,
                    errors: BTreeMap::new(),
                    last: None,
                    file: piece.file.clone(),
                    pointer,
                });
                at
            }
        };
        let day = row.day();
        if let Some(way) = self.activity.ways.get_mut(at) {
            way.person = way.person.take().or(found.person);
            way.application = way.application.take().or(found.application);
            match row.error() {
                Some(code) if row::is_prompt(&code) => way.prompted = way.prompted.saturating_add(1),
                Some(code) => {
                    way.refused = way.refused.saturating_add(1);
                    let times = way.errors.entry(code).or_default();
                    *times = times.saturating_add(1);
                }
                None => way.connected = way.connected.saturating_add(1),
            }
            way.last = way.last.take().max(day.clone());
        }
        self.activity.is_undated |= day.is_none() && row.has_date();
        self.activity.is_silent |= !row.has_status();
        if let Some(day) = day {
            let (first, last) = self.activity.period.take().unwrap_or_else(|| (day.clone(), day.clone()));
            self.activity.period = Some((first.min(day.clone()), last.max(day)));
        }
    }

    fn leave_out(&mut self, why: Why, piece: &Piece, pointer: String) {
        match self.activity.left_out.iter_mut().find(|left| left.why == why && left.file == piece.file) {
            Some(left) => left.rows = left.rows.saturating_add(1),
            None => self.activity.left_out.push(LeftOut { why, rows: 1, file: piece.file.clone(), pointer }),
        }
    }
}
