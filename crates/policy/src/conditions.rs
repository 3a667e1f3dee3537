//! What the gates of a connection ask about users and applications.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::class::{AppCondition, SessionClaim, UserCondition};
use crate::gates::Gate;
use crate::graph::{Target, TargetConfiguration, TargetType};
use crate::kinds::UserKind;
use crate::{Connection, Id, IdIndex, Session, SharedDirectory};

/// The conditions that the gates name.
#[derive(Default)]
pub(crate) struct Conditions<'a> {
    /// What can tell two users apart, and who meets it.
    pub(crate) users: Vec<(UserCondition, Meets<'a>)>,
    /// What can tell two applications apart.
    pub(crate) applications: Vec<AppCondition<'a>>,
    /// What each gate asks of these, by their numbers, in the order of [`Gate::ALL`].
    pub(crate) by_gate: Vec<Asked>,
}

/// What one gate asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    pub(crate) users: Vec<usize>,
    pub(crate) applications: Vec<usize>,
}

/// Which users meet a condition.
pub(crate) enum Meets<'a> {
    /// Those whom a list names.
    Named(Named),
    /// Those of a kind of which it is so, with none for any other user.
    Kind(Box<AboutUser<'a>>),
}

/// The same, with the question asked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answered {
    /// Those whom a list names.
    Named(Named),
    /// Those of these kinds; the last is any other user.
    Kinds(Vec<bool>),
}

/// A question about users of a kind, with none for any other user.
type AboutUser<'a> = dyn Fn(Option<&UserKind<'_>>, &Session) -> bool + 'a;

/// Whom a list names. The kind counts: a user's id that is listed as a group's names nobody.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Named {
    pub(crate) users: Vec<Id>,
    pub(crate) groups: Vec<Id>,
}

impl Named {
    /// In order and without repetition.
    fn on(list: &TargetConfiguration) -> Self {
        let of = |wanted: TargetType| {
            let named = list.targets.iter().filter(|target| target.target_type == wanted);
            IdIndex::of(named.map(|target| &target.target)).ids()
        };
        Named { users: of(TargetType::User), groups: of(TargetType::Group) }
    }

    fn ids(&self) -> Vec<Id> {
        IdIndex::of(self.groups.iter().chain(&self.users)).ids()
    }
}

impl Meets<'_> {
    /// Asks the question of each kind of user.
    pub(crate) fn answered(self, directory: &SharedDirectory) -> Answered {
        match self {
            Meets::Named(named) => Answered::Named(named),
            Meets::Kind(is_so) => {
                let kinds = directory.kinds().map(|user| is_so(Some(&user), user.session));
                Answered::Kinds(kinds.chain([is_so(None, &directory.any_other_user)]).collect())
            }
        }
    }
}

impl<'a> Conditions<'a> {
    /// The conditions that every gate names for `connection`.
    pub(crate) fn of(connection: &'a Connection) -> Self {
        let mut conditions = Conditions::default();
        for gate in Gate::ALL {
            conditions.by_gate.push(Asked::default());
            let rule = connection.rules.of(*gate);
            if connection.crosses_tenants() || rule.looks_beyond_users() {
                rule.conditions(connection, &mut conditions);
            }
        }
        conditions
    }

    /// A list of users and groups. One that names everyone or nobody tells no two users apart.
    pub(crate) fn users_on(&mut self, list: &TargetConfiguration) {
        let everyone = |target: &Target| target.target_type == TargetType::User && target.is_all();
        if list.targets.is_empty() || list.targets.iter().any(everyone) {
            return;
        }
        let named = Named::on(list);
        let known = self.users.iter().position(|(condition, known)| {
            matches!(condition, UserCondition::Listed { .. })
                && matches!(known, Meets::Named(known) if *known == named)
        });
        self.ask_of_users(known, |users| {
            users.push((UserCondition::Listed { targets: named.ids() }, Meets::Named(named)));
        });
    }

    /// A question of a gate about users, with those of whom it is so. It is not so of anyone else.
    pub(crate) fn fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        users: impl Iterator<Item = &'a Id>,
    ) {
        let named = Named { users: users.cloned().collect(), groups: Vec::new() };
        self.user(UserCondition::Fact { gate, code, about }, Meets::Named(named));
    }

    /// A question of a gate about the session.
    pub(crate) fn session_fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        is_so: impl Fn(&Session) -> bool + 'a,
    ) {
        let meets = Meets::Kind(Box::new(move |_, session| is_so(session)));
        self.user(UserCondition::Fact { gate, code, about }, meets);
    }

    /// A question of a gate about what the directory states of a user, with none for any other user.
    pub(crate) fn user_fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        is_so: impl Fn(Option<&UserKind<'_>>) -> bool + 'a,
    ) {
        let meets = Meets::Kind(Box::new(move |user, _| is_so(user)));
        self.user(UserCondition::Fact { gate, code, about }, meets);
    }

    /// A claim of the session.
    pub(crate) fn session(&mut self, claim: SessionClaim) {
        let meets = Meets::Kind(Box::new(move |_, session| claim.is_in(session)));
        self.user(UserCondition::Session(claim), meets);
    }

    fn user(&mut self, condition: UserCondition, meets: Meets<'a>) {
        let known = self.users.iter().position(|(known, _)| *known == condition);
        self.ask_of_users(known, |users| users.push((condition, meets)));
    }

    /// The gate whose turn it is asks what is known by this number, or what is new.
    fn ask_of_users(&mut self, known: Option<usize>, add: impl FnOnce(&mut Vec<(UserCondition, Meets<'a>)>)) {
        let number = known.unwrap_or(self.users.len());
        if known.is_none() {
            add(&mut self.users);
        }
        if let Some(asked) = self.by_gate.last_mut() {
            asked.users.push(number);
        }
    }

    /// A list of applications. One that names everything tells no two applications apart.
    pub(crate) fn applications_on(&mut self, list: &'a TargetConfiguration) {
        if !list.names_all() {
            self.application(AppCondition::Listed(&list.targets));
        }
    }

    /// A condition on applications.
    pub(crate) fn application(&mut self, condition: AppCondition<'a>) {
        let number = self.applications.iter().position(|known| *known == condition).unwrap_or_else(|| {
            self.applications.push(condition);
            self.applications.len().saturating_sub(1)
        });
        if let Some(asked) = self.by_gate.last_mut() {
            asked.applications.push(number);
        }
    }
}
