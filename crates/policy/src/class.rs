//! Classes: sets of users, and of applications, that no setting in force tells apart.
//!
//! The gates name their conditions; every user gets one bit per condition; equal bits, same class. The
//! symbolic members *any other user* and *any other application* stand for whoever and whatever no list
//! names, so that what holds for the classes holds for everyone who exists or ever will.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::gates::Gate;
use crate::graph::{ConditionalAccessApplications, Target};
use crate::{AppKind, Id, Members, Resource, Session, Subject, Tenant};

/// A claim that a session can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionClaim {
    /// Multifactor authentication done at home.
    Mfa,
    /// A device compliant at home.
    CompliantDevice,
    /// A device hybrid joined at home.
    HybridJoinedDevice,
}

impl SessionClaim {
    /// Every claim.
    pub const ALL: [SessionClaim; 3] =
        [SessionClaim::Mfa, SessionClaim::CompliantDevice, SessionClaim::HybridJoinedDevice];

    /// Whether `session` holds the claim.
    pub fn is_in(self, session: &Session) -> bool {
        match self {
            SessionClaim::Mfa => session.mfa,
            SessionClaim::CompliantDevice => session.compliant_device,
            SessionClaim::HybridJoinedDevice => session.hybrid_joined_device,
        }
    }
}

/// A question about a user whose answer a gate depends on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UserCondition {
    /// Is the user on this list? The same list on both sides is one condition.
    Listed {
        /// The users and then the groups on the list, in its order.
        targets: Arc<[Id]>,
        /// How many of them are users.
        users: usize,
    },
    /// Does the directory list the user? Whoever it does not is in no group, whatever nobody has seen.
    InDirectory,
    /// Does the user's session hold this claim?
    Session(SessionClaim),
    /// Is this so of the user? A gate's own question, by its code.
    Fact {
        /// The gate that asks.
        gate: Gate,
        /// Its question.
        code: &'static str,
        /// The tenant it is about.
        about: Option<Id>,
    },
}

/// A question about an application whose answer a gate depends on.
#[derive(Clone, Debug, PartialEq)]
pub enum AppCondition<'a> {
    /// Is the application on this list?
    Listed(Cow<'a, [Target]>),
    /// Does direct connect reach it?
    DirectConnect,
    /// Is it of this kind?
    Kind(AppKind),
    /// Does a policy with these applications meet it?
    ConditionalAccess(Cow<'a, ConditionalAccessApplications>),
}

impl AppCondition<'_> {
    /// The same, to be kept.
    pub(crate) fn into_owned(self) -> AppCondition<'static> {
        match self {
            AppCondition::Listed(targets) => AppCondition::Listed(Cow::Owned(targets.into_owned())),
            AppCondition::DirectConnect => AppCondition::DirectConnect,
            AppCondition::Kind(kind) => AppCondition::Kind(kind),
            AppCondition::ConditionalAccess(applications) => {
                AppCondition::ConditionalAccess(Cow::Owned(applications.into_owned()))
            }
        }
    }
}

/// A set of users that no setting in force tells apart.
#[derive(Clone, Debug, PartialEq)]
pub struct UserClass {
    /// The members, in the home directory's `users`.
    pub members: Members,
    /// Whether whoever the scenario names nowhere belongs here.
    pub any_other: bool,
    /// The answers to [`Matrix::user_conditions`](crate::Matrix::user_conditions), in that order.
    pub answers: Vec<bool>,
}

impl UserClass {
    /// A subject that stands for the class.
    pub fn representative(&self, home: &Tenant) -> Subject {
        self.members
            .get(0)
            .and_then(|at| home.directory.users.get(at))
            .map_or(Subject::AnyOther, |user| Subject::User(user.id.clone()))
    }
}

/// A set of applications that no setting in force tells apart.
#[derive(Clone, Debug, PartialEq)]
pub struct AppClass {
    /// The members, in the resource directory's `applications`.
    pub members: Members,
    /// The kinds of which any other application belongs here.
    pub any_other: Vec<AppKind>,
    /// The answers to what gates ask about applications.
    pub(crate) answers: Vec<bool>,
}

impl AppClass {
    /// An application that stands for the class.
    pub fn representative(&self, resource: &Tenant) -> Resource {
        self.members
            .get(0)
            .and_then(|at| resource.directory.applications.get(at))
            .map(|app| Resource::Application(app.app_id.clone()))
            .or_else(|| self.any_other.first().copied().map(Resource::AnyOther))
            .unwrap_or(Resource::AnyOther(AppKind::LineOfBusiness))
    }
}
