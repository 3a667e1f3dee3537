//! Everybody × everything, for one direction and one feature.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::class::{AppClass, Classes, UserClass, UserCondition};
use crate::evaluate::decide;
use crate::gates::Rules;
use crate::{
    AppKind, Connection, Decision, Feature, Id, Members, Outcome, Resource, Scenario, Subject, Tenant,
};

/// The whole answer for one direction and one feature: a decision for each class of users and each class
/// of applications. A cell for one user and one application is a look-up.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Whose users, whose applications, by which feature.
    pub connection: Connection,
    /// What can tell two users apart.
    pub user_conditions: Vec<UserCondition>,
    /// The classes of users; the last is the one that *any other user* belongs to.
    pub users: Vec<UserClass>,
    /// The classes of applications.
    pub applications: Vec<AppClass>,
    decisions: Vec<Decision>,
    user_class: Vec<usize>,
    app_class: Vec<usize>,
}

impl Matrix {
    /// Evaluates each class of users with each class of applications once.
    pub fn new(scenario: &Scenario, home: &Id, resource: &Id, feature: Feature) -> Self {
        Self::of(Connection::new(scenario, home, resource, feature))
    }

    /// The same by gates at rest: see [`evaluate_at_rest`](crate::evaluate_at_rest).
    pub fn at_rest(scenario: &Scenario, home: &Id, resource: &Id, feature: Feature) -> Option<Self> {
        Connection::at_rest(scenario, home, resource, feature).map(Self::of)
    }

    fn of(connection: Connection) -> Self {
        let Classes { user_conditions, users, applications } = Classes::of(&connection);
        let mut decisions = Vec::with_capacity(users.len().saturating_mul(applications.len()));
        for user in &users {
            let subject = user.representative(&connection.home);
            for app in &applications {
                decisions.push(decide(
                    &connection,
                    &subject,
                    &app.representative(&connection.resource),
                    None,
                ));
            }
        }
        let user_class =
            positions(connection.home.directory.users.len(), users.iter().map(|class| &class.members));
        let app_class = positions(
            connection.resource.directory.applications.len(),
            applications.iter().map(|class| &class.members),
        );
        Matrix { connection, user_conditions, users, applications, decisions, user_class, app_class }
    }

    /// The decision for a class of users and a class of applications. It names a representative of each.
    pub fn class_decision(&self, user_class: usize, app_class: usize) -> Option<&Decision> {
        if app_class >= self.applications.len() {
            return None;
        }
        let at = user_class.checked_mul(self.applications.len())?.checked_add(app_class)?;
        self.decisions.get(at)
    }

    /// The class of the user at this position of the home directory.
    pub fn class_of_user(&self, user: usize) -> Option<usize> {
        self.user_class.get(user).copied()
    }

    /// The class of the application at this position of the resource directory.
    pub fn class_of_application(&self, application: usize) -> Option<usize> {
        self.app_class.get(application).copied()
    }

    /// The class of whoever no list names.
    pub fn class_of_any_other_user(&self) -> Option<usize> {
        self.users.iter().position(|class| class.any_other)
    }

    /// The class of any application of this kind that no list names.
    pub fn class_of_any_other_application(&self, kind: AppKind) -> Option<usize> {
        self.applications.iter().position(|class| class.any_other.contains(&kind))
    }

    /// What one user and one application come to, by position in their directories.
    pub fn outcome(&self, user: usize, application: usize) -> Option<Outcome> {
        self.class_decision(self.class_of_user(user)?, self.class_of_application(application)?)
            .map(|decision| decision.outcome)
    }

    /// What a request comes to; nothing for a user or an application that the directories do not list.
    pub fn look_up(&self, user: &Subject, application: &Resource) -> Option<Outcome> {
        let user_class = match user {
            Subject::AnyOther => self.class_of_any_other_user()?,
            Subject::Anonymous | Subject::ServicePrincipal => return None,
            Subject::User(id) => {
                let at = self.connection.home.directory.users.iter().position(|user| user.id == *id)?;
                self.class_of_user(at)?
            }
        };
        let app_class = match application {
            Resource::AnyOther(kind) => self.class_of_any_other_application(*kind)?,
            Resource::Application(id) => {
                let applications = &self.connection.resource.directory.applications;
                self.class_of_application(applications.iter().position(|app| app.app_id == *id)?)?
            }
        };
        self.class_decision(user_class, app_class).map(|decision| decision.outcome)
    }

    /// The decision for one user and one application, with evidence about just these two.
    pub fn decision(&self, user: &Subject, application: &Resource) -> Decision {
        decide(&self.connection, user, application, None)
    }
}

/// Nobody and nothing.
impl Default for Matrix {
    fn default() -> Self {
        let nobody = Arc::new(Tenant::untouched(Id::from("")));
        Matrix {
            connection: Connection {
                home: nobody.clone(),
                resource: nobody,
                feature: Feature::default(),
                tenants: Vec::new(),
                rules: Rules::AT_REST,
            },
            user_conditions: Vec::new(),
            users: Vec::new(),
            applications: Vec::new(),
            decisions: Vec::new(),
            user_class: Vec::new(),
            app_class: Vec::new(),
        }
    }
}

fn positions<'a>(count: usize, classes: impl Iterator<Item = &'a Members>) -> Vec<usize> {
    let mut positions = alloc::vec![0; count];
    for (class, members) in classes.enumerate() {
        for member in members.iter() {
            if let Some(place) = positions.get_mut(member) {
                *place = class;
            }
        }
    }
    positions
}
