//! A user and an application as the gates see them: which lists name them, and what the session holds.

use alloc::vec::Vec;

use crate::graph::{Target, TargetType};
use crate::{
    AppKind, Connection, Feature, Guest, Id, IdentityProvider, Match, Resource, Session, SharedDirectory,
    Subject, Tenant, TenantRestrictionsSignal, User,
};

/// A user of the home tenant.
#[derive(Clone, Debug)]
pub(crate) struct Person<'a> {
    /// Who asks.
    pub(crate) subject: &'a Subject,
    /// The object id; none for whoever no list names.
    pub(crate) id: Option<&'a Id>,
    /// What the home directory states of the user.
    pub(crate) user: Option<&'a User>,
    /// The guest object in the resource tenant.
    pub(crate) guest: Option<&'a Guest>,
    /// The identity that the person signs in with, where it is not an account of the home tenant.
    pub(crate) other_account: Option<&'a IdentityProvider>,
    /// The directory that knows the user's groups.
    pub(crate) directory: Option<&'a SharedDirectory>,
    /// Where in that directory the user stands.
    pub(crate) position: Option<u32>,
    /// Groups that whomever the directory lists is taken to be in, beside their members.
    pub(crate) taken_in: &'a [Id],
    /// What the session holds.
    pub(crate) session: &'a Session,
    /// The signal of tenant restrictions that the request carries.
    pub(crate) signal: Option<&'a TenantRestrictionsSignal>,
}

impl<'a> Person<'a> {
    /// The user that `subject` means in the connection's home tenant. One the directory does not list is in no
    /// group. `signal` stands in the place of the session's.
    pub(crate) fn of(
        connection: &'a Connection,
        subject: &'a Subject,
        signal: Option<&'a TenantRestrictionsSignal>,
    ) -> Self {
        let directory = &connection.home.directory;
        let session = &directory.any_other_user;
        let mut person = Person {
            subject,
            id: None,
            user: None,
            guest: None,
            other_account: None,
            directory: None,
            position: None,
            taken_in: &[],
            session,
            signal,
        };
        if let Subject::User(id) = subject {
            person.id = Some(id);
            person.directory = Some(directory);
            let position = directory.position_of_user(id);
            person.position = position.map(|at| at as u32);
            person.user = position.and_then(|at| directory.users.get(at));
            person.guest = connection.guest(id, person.position);
            // Direct connect knows no guests: everyone signs in at home.
            let guest = person.guest.filter(|_| connection.feature == Feature::B2bCollaboration);
            person.other_account = guest.and_then(Guest::other_account);
            person.session = person.user.map_or(session, |user| &user.session);
        }
        if person.is_user() {
            person.signal = signal.or(person.session.tenant_restrictions.as_ref());
        }
        person
    }

    /// Whether a user signs in, and not an application or nobody.
    pub(crate) fn is_user(&self) -> bool {
        matches!(self.subject, Subject::User(_) | Subject::AnyOther)
    }

    /// The person as a tenant sees them that knows of no home tenant: whom no list names, unless it names
    /// everyone.
    pub(crate) fn of_no_tenant(&self) -> Self {
        Person { id: None, user: None, directory: None, position: None, ..self.clone() }
    }

    /// Whether the user is a member of the group with this id.
    fn is_in(&self, group: &Id) -> bool {
        let known = self.directory.zip(self.id);
        let is_listed = self.position.is_some();
        known.is_some_and(|(directory, id)| directory.is_member(group, id, self.position))
            || (is_listed && self.taken_in.contains(group))
    }

    /// How a list of users and groups meets this user.
    pub(crate) fn meets(&self, targets: &[Target]) -> Match {
        if targets.iter().any(|target| target.target_type == TargetType::User && target.is_all()) {
            return Match::Everyone;
        }
        let named =
            |target: &&Target| target.target_type == TargetType::User && self.id == Some(&target.target);
        if targets.iter().any(|target| named(&target)) {
            return Match::Itself;
        }
        let groups: Vec<Id> = targets
            .iter()
            .filter(|target| target.target_type == TargetType::Group && self.is_in(&target.target))
            .map(|target| target.target.clone())
            .collect();
        if groups.is_empty() { Match::NotNamed } else { Match::Groups(groups) }
    }
}

/// An application of the resource tenant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct App<'a> {
    /// The application id; none for one that no list names.
    pub(crate) id: Option<&'a Id>,
    /// Which suites take it in.
    pub(crate) kind: AppKind,
}

impl<'a> App<'a> {
    /// The application that `wanted` means in `resource`.
    pub(crate) fn of(resource: &'a Tenant, wanted: &'a Resource) -> Self {
        match wanted {
            Resource::AnyOther(kind) => App { id: None, kind: *kind },
            Resource::Application(id) => App {
                id: Some(id),
                kind: resource.directory.application(id).map(|app| app.kind).unwrap_or_default(),
            },
        }
    }

    /// How a list of applications meets this application.
    pub(crate) fn meets(&self, targets: &[Target]) -> Match {
        let application = |target: &&Target| target.target_type == TargetType::Application;
        if targets.iter().any(Target::is_all) {
            return Match::Everyone;
        }
        if targets.iter().filter(application).any(|target| self.id == Some(&target.target)) {
            return Match::Itself;
        }
        targets
            .iter()
            .filter(application)
            .find(|target| self.kind.is_in(&target.target))
            .map_or(Match::NotNamed, |target| Match::Suite(target.target.clone()))
    }
}
