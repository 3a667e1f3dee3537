//! What the gates of a connection ask about users and applications.

use alloc::borrow::Cow;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::class::{AppCondition, SessionClaim, UserCondition};
use crate::gates::{Gate, meets_application};
use crate::graph::{Target, TargetConfiguration, TargetType};
use crate::kinds::UserKind;
use crate::person::App;
use crate::question::{Answer, Question};
use crate::{AppKind, Connection, Guest, Id, Session, gates, order};

/// A question about users.
pub(crate) type UserQuestion = Arc<Question<UserCondition>>;
/// A question about applications.
pub(crate) type AppQuestion = Arc<Question<AppCondition<'static>>>;

/// What a matrix was made from: the connection, and what its gates asked. Of the same directories the same questions
/// have the same answers.
#[derive(Clone, Debug)]
pub(crate) struct Basis<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) users: &'a [UserQuestion],
    pub(crate) applications: &'a [AppQuestion],
    /// Whether whom the home directory lists, and its groups, stand where they stood.
    pub(crate) has_same_positions: bool,
}

/// The conditions that the gates name.
pub(crate) struct Conditions<'a> {
    connection: &'a Connection,
    /// Those that were named before, as far as their answers still hold.
    before: Option<Basis<'a>>,
    /// Whether the guests are the same as before.
    has_same_guests: bool,
    /// What can tell two users apart, and who meets it.
    pub(crate) users: Vec<UserQuestion>,
    /// What can tell two applications apart.
    pub(crate) applications: Vec<AppQuestion>,
    /// What each gate asks of these, by their numbers, in the order of [`Gate::ALL`].
    pub(crate) by_gate: Vec<Asked>,
    /// How many answers had to be found out.
    pub(crate) found_out: usize,
}

/// What one gate asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    pub(crate) users: Vec<usize>,
    pub(crate) applications: Vec<usize>,
}

impl<'a> Conditions<'a> {
    /// The conditions that every gate names for `connection`, which has the same directories as the one before.
    pub(crate) fn of(connection: &'a Connection, before: Option<Basis<'a>>) -> Self {
        let has_same_guests =
            before.as_ref().is_some_and(|before| connection.has_guests_of(before.connection));
        let mut conditions = Conditions {
            connection,
            before,
            has_same_guests,
            users: Vec::new(),
            applications: Vec::new(),
            by_gate: Vec::with_capacity(Gate::ALL.len()),
            found_out: 0,
        };
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
        let mut named: Vec<&Id> = Vec::new();
        let mut users = 0;
        for wanted in [TargetType::User, TargetType::Group] {
            users = named.len();
            let its = list.targets.iter().filter(|target| target.target_type == wanted);
            named.extend(its.map(|target| &target.target));
        }
        let is_it = |question: &UserQuestion| match &question.condition {
            UserCondition::Listed { targets, users: known } => {
                *known == users && targets.iter().eq(named.iter().copied())
            }
            _ => false,
        };
        let holds = self.before.as_ref().is_some_and(|before| before.has_same_positions);
        if self.asks_again(&is_it, holds) {
            return;
        }
        let directory = &self.connection.home.directory;
        let index = directory.index();
        let targets: Arc<[Id]> = named.iter().copied().cloned().collect();
        let (people, groups) = named.split_at_checked(users).unwrap_or_default();
        let answer = Answer {
            of_kind: Vec::new(),
            others: order::positions(people.iter().filter_map(|id| index.user(directory, id))),
            groups: order::positions(groups.iter().filter_map(|id| index.group(directory, id))),
        };
        // In another order it is the same list, if the directory knows all that it names.
        let is_known = answer.others.len().saturating_add(answer.groups.len()) == targets.len();
        let is_same = |question: &UserQuestion| match &question.condition {
            UserCondition::Listed { targets: known, .. } => {
                is_known && known.len() == targets.len() && question.answer == answer
            }
            _ => false,
        };
        if !self.asks_again(&is_same, false) {
            self.ask(UserCondition::Listed { targets, users }, answer);
        }
    }

    /// A question of a gate about guests, with those of whom it is so. It is not so of anyone else. Whether it is so
    /// of anyone.
    pub(crate) fn guests(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        is_so: &dyn Fn(&Guest) -> bool,
    ) {
        let condition = UserCondition::Fact { gate, code, about };
        if self.asks_again(&|question| question.condition == condition, self.has_same_guests) {
            return;
        }
        let guests = self.connection.guests().filter(|(_, guest)| is_so(guest));
        let others = guests.filter_map(|(position, _)| position).collect();
        self.ask(condition, Answer { others, ..Answer::default() });
    }

    /// A question of a gate about the session.
    pub(crate) fn session_fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        is_so: impl Fn(&Session) -> bool,
    ) {
        self.of_kinds(UserCondition::Fact { gate, code, about }, &|_, session| is_so(session));
    }

    /// A question of a gate about what the directory states of a user, with none for any other user.
    pub(crate) fn user_fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        is_so: impl Fn(Option<&UserKind<'_>>) -> bool,
    ) {
        self.of_kinds(UserCondition::Fact { gate, code, about }, &|user, _| is_so(user));
    }

    /// Whether the directory lists the user.
    pub(crate) fn in_directory(&mut self) {
        self.of_kinds(UserCondition::InDirectory, &|user, _| user.is_some());
    }

    /// A claim of the session.
    pub(crate) fn session(&mut self, claim: SessionClaim) {
        self.of_kinds(UserCondition::Session(claim), &|_, session| claim.is_in(session));
    }

    /// A question that is asked of each kind of user, with none for any other user.
    fn of_kinds(
        &mut self,
        condition: UserCondition,
        is_so: &dyn Fn(Option<&UserKind<'_>>, &Session) -> bool,
    ) {
        if self.asks_again(&|question| question.condition == condition, false) {
            return;
        }
        let directory = &self.connection.home.directory;
        let kinds = directory.kinds().map(|user| is_so(Some(&user), user.session));
        let of_kind = kinds.chain([is_so(None, &directory.any_other_user)]).collect();
        let answer = Answer { of_kind, ..Answer::default() };
        if !self.asks_again(&|question| question.condition == condition && question.answer == answer, true) {
            self.ask(condition, answer);
        }
    }

    /// Whether this is asked already, or was before; then the gate whose turn it is asks it too.
    fn asks_again(&mut self, is_it: &dyn Fn(&UserQuestion) -> bool, was_before: bool) -> bool {
        let mut number = self.users.iter().position(is_it);
        if let (None, true, Some(before)) = (number, was_before, &self.before)
            && let Some(known) = before.users.iter().find(|question| is_it(question))
        {
            number = Some(self.users.len());
            self.users.push(known.clone());
        }
        if let (Some(number), Some(asked)) = (number, self.by_gate.last_mut()) {
            asked.users.push(number);
        }
        number.is_some()
    }

    fn ask(&mut self, condition: UserCondition, answer: Answer) {
        if let Some(asked) = self.by_gate.last_mut() {
            asked.users.push(self.users.len());
        }
        self.found_out = self.found_out.saturating_add(1);
        self.users.push(Arc::new(Question { condition, answer }));
    }

    /// A list of applications. One that names everything tells no two applications apart.
    pub(crate) fn applications_on(&mut self, list: &'a TargetConfiguration) {
        if !list.names_all() {
            self.application(AppCondition::Listed(Cow::Borrowed(&list.targets)));
        }
    }

    /// A condition on applications.
    pub(crate) fn application(&mut self, condition: AppCondition<'a>) {
        let is_it = |question: &AppQuestion| question.condition == condition;
        let number = self.applications.iter().position(is_it).unwrap_or_else(|| {
            let before =
                self.before.as_ref().and_then(|before| before.applications.iter().find(|known| is_it(known)));
            let question = before.cloned().unwrap_or_else(|| {
                self.found_out = self.found_out.saturating_add(1);
                let answer = answer(&condition, self.connection);
                Arc::new(Question { condition: condition.clone().into_owned(), answer })
            });
            self.applications.push(question);
            self.applications.len().saturating_sub(1)
        });
        if let Some(asked) = self.by_gate.last_mut() {
            asked.applications.push(number);
        }
    }
}

/// Which applications meet a condition.
fn answer(condition: &AppCondition<'_>, connection: &Connection) -> Answer {
    let directory = &connection.resource.directory;
    let of_kind = AppKind::ALL.map(|kind| is_met(condition, &App { id: None, kind }));
    let is_other = |at: &usize| {
        directory.applications.get(*at).is_some_and(|app| {
            let its =
                AppKind::ALL.iter().position(|kind| *kind == app.kind).and_then(|kind| of_kind.get(kind));
            // A list takes in what it names: to name each is not to compare it with all.
            let is_met = matches!(condition, AppCondition::Listed(_))
                || is_met(condition, &App { id: Some(&app.app_id), kind: app.kind });
            its.is_some_and(|its| *its != is_met)
        })
    };
    let positions = named(condition).filter_map(|id| directory.position_of_application(&id));
    let others = order::positions(positions.filter(is_other));
    let of_kind = if of_kind.contains(&true) { of_kind.into() } else { Vec::new() };
    Answer { of_kind, others, groups: Vec::new() }
}

/// What of a directory's applications a condition names by id.
fn named<'a>(condition: &'a AppCondition<'_>) -> impl Iterator<Item = Id> + 'a {
    let (targets, lists, own): (&[Target], [&[Id]; 2], Option<Id>) = match condition {
        AppCondition::Listed(targets) => (targets, [&[]; 2], None),
        AppCondition::DirectConnect => (&[], [&[]; 2], Some(gates::reached_by_id())),
        AppCondition::Kind(_) => (&[], [&[]; 2], None),
        AppCondition::ConditionalAccess(applications) => {
            (&[], [&applications.include_applications, &applications.exclude_applications], None)
        }
    };
    let targets = targets.iter().filter(|target| target.target_type == TargetType::Application);
    targets.map(|target| &target.target).chain(lists.into_iter().flatten()).cloned().chain(own)
}

/// Whether an application meets a condition.
fn is_met(condition: &AppCondition<'_>, app: &App<'_>) -> bool {
    match condition {
        AppCondition::Listed(targets) => app.meets(targets).is_named(),
        AppCondition::DirectConnect => gates::direct_connect_reaches(app),
        AppCondition::Kind(kind) => app.kind == *kind,
        AppCondition::ConditionalAccess(applications) => meets_application(applications, app),
    }
}
