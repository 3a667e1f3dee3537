//! Why: one sentence or two for each reason code.

use alloc::format;

use entente_policy::graph::{AccessType, TargetConfiguration};
use entente_policy::{
    AppKind, Decision, Direction, Gate, GateResult, Ground, Half, Id, Match, Reason, Request, Resource,
    Source, Status, Tenant, effective_b2b,
};

use crate::verdict::{feature, feature_short};
use crate::{Narrator, Text};

/// A setting as the subject of a sentence: "Fabrikam’s outbound default" (one), "Contoso’s inbound
/// settings for Fabrikam" (many).
pub(crate) struct Where {
    words: Text,
    many: bool,
}

impl Where {
    /// The subject with its verb in the right form.
    fn does(&self, one: &str, many: &str) -> Text {
        self.words.clone().and(" ").and(if self.many { many } else { one })
    }
}

/// One access gate's side of a request.
pub(crate) struct AccessSide<'a> {
    pub(crate) owner: &'a Id,
    pub(crate) other: &'a Id,
    pub(crate) direction: Direction,
}

pub(crate) fn side(gate: Gate, request: &Request) -> AccessSide<'_> {
    match gate {
        Gate::HomeOutbound => {
            AccessSide { owner: &request.home, other: &request.resource, direction: Direction::Outbound }
        }
        _ => AccessSide { owner: &request.resource, other: &request.home, direction: Direction::Inbound },
    }
}

impl<'a> Narrator<'a> {
    /// Why a gate says what it says.
    pub fn ground(&self, decision: &Decision, gate: &GateResult, ground: &Ground) -> Text {
        let request = &decision.request;
        match ground.reason {
            Reason::EveryoneAllowed
            | Reason::Listed
            | Reason::NotBlocked
            | Reason::EveryoneBlocked
            | Reason::UserNotListed
            | Reason::ApplicationNotListed
            | Reason::UserBlocked
            | Reason::ApplicationBlocked
            | Reason::PairBlocked
            | Reason::EmptyList
            | Reason::MissingHalf
            | Reason::UnknownAccessType => self.access(request, gate.gate, ground),
            Reason::WithinFeature | Reason::OutsideFeature => self.feature_scope(request, ground.status),
            Reason::MissingHalfInherits
            | Reason::MissingHalfSetsNoLimit
            | Reason::EmptyListNamesNobody
            | Reason::EmptyListNamesEveryone
            | Reason::UnsupportedBlocks
            | Reason::UnsupportedIgnored
            | Reason::AllUsersIncludesDirectConnect
            | Reason::AllUsersMeansDirectory
            | Reason::NullTrustIsOff
            | Reason::NullTrustInherits => self.reading(ground.reason).into(),
            _ => self.conditional_access(request, ground),
        }
    }

    fn feature_scope(&self, request: &Request, status: Status) -> Text {
        let application = self.application(&request.resource, &request.application);
        let feature = feature(request.feature);
        let text = Text::new();
        if status == Status::Pass {
            return text.strong(capital(&application)).and(format!(
                " is within what {feature} reaches: Teams shared channels and what they need."
            ));
        }
        let text = text
            .and(format!("{feature} works with Teams shared channels. "))
            .strong(capital(&application))
            .and(" is not part of them, whatever the settings say.");
        if matches!(&request.application, Resource::AnyOther(AppKind::Microsoft)) {
            text.and(" My Apps is the one exception.")
        } else {
            text
        }
    }

    /// The setting a ground of an access gate comes from.
    pub(crate) fn place(&self, side: &AccessSide<'_>, source: Option<Source>) -> Where {
        let way = match side.direction {
            Direction::Inbound => "inbound",
            Direction::Outbound => "outbound",
        };
        let owner = Text::new().strong(self.tenants(side.owner));
        match source {
            Some(Source::Organizational) => Where {
                words: owner.and(format!(" {way} settings for {}", self.tenant(side.other))),
                many: true,
            },
            Some(Source::ServiceDefault) => {
                Where { words: owner.and(format!(" {way} default, as shipped,")), many: false }
            }
            _ => Where { words: owner.and(format!(" {way} default")), many: false },
        }
    }

    fn access(&self, request: &Request, gate: Gate, ground: &Ground) -> Text {
        let side = side(gate, request);
        let place = self.place(&side, ground.source);
        let untouched;
        let tenant: &Tenant = match self.find_tenant(side.owner) {
            Some(tenant) => tenant,
            None => {
                untouched = Tenant::untouched(side.owner.clone());
                &untouched
            }
        };
        let setting = effective_b2b(tenant, side.other, request.feature.property(side.direction));
        let users = setting.users_and_groups.value.as_ref();
        let applications = setting.applications.value.as_ref();
        let feature = feature(request.feature);
        let user = self.user(&request.home, &request.user);
        let application = self.application(&request.resource, &request.application);
        let user_list = |last: &str| self.user_list(&request.home, users, last);
        let application_list = |last: &str| self.application_list(&request.resource, applications, last);

        match ground.reason {
            Reason::EveryoneAllowed => place.does("lets", "let").and(match side.direction {
                Direction::Outbound => " everyone out, to every application.",
                Direction::Inbound => " everyone in, to every application.",
            }),
            Reason::Listed => {
                let evidence = ground.evidence.as_ref();
                place
                    .does("allows", "allow")
                    .and(" ")
                    .then(self.who(request, evidence.map(|evidence| &evidence.user)))
                    .and(" to reach ")
                    .then(self.what(request, applications, evidence.map(|evidence| &evidence.application)))
                    .and(".")
            }
            Reason::NotBlocked if applications.access_type == AccessType::Allowed => place
                .does("blocks", "block")
                .and(" ")
                .then(user_list(" and "))
                .and(format!(", and {user} is not among them. Everyone else may reach "))
                .then(application_list(" and "))
                .and("."),
            Reason::NotBlocked => place
                .does("blocks", "block")
                .and(" only ")
                .then(user_list(" and "))
                .and(" from ")
                .then(application_list(" and "))
                .and(format!(". That does not meet {user} with {application}.")),
            Reason::EveryoneBlocked => place.does("blocks", "block").and(format!(" {feature} for everyone.")),
            Reason::UserNotListed => match side.direction {
                Direction::Outbound => Text::from("Only ")
                    .then(user_list(" and "))
                    .and(format!(" may use {feature} with {}. ", self.tenant(side.other))),
                Direction::Inbound => Text::new()
                    .strong(self.tenant(side.owner))
                    .and(" admits only ")
                    .then(user_list(" and "))
                    .and(format!(" by {feature}. ")),
            }
            .then(self.membership(&request.home, &request.user)),
            Reason::ApplicationNotListed => place
                .does("opens", "open")
                .and(" only ")
                .then(application_list(" and "))
                .and(". ")
                .strong(capital(&application))
                .and(" is not among them."),
            Reason::UserBlocked => {
                let text = place.does("blocks", "block").and(" ").then(user_list(" and ")).and(". ");
                match ground.evidence.as_ref().map(|evidence| &evidence.user) {
                    Some(Match::Everyone) => text.and("That is everyone."),
                    Some(Match::Itself) => text.and(format!("{user} is named there.")),
                    _ => text.then(self.membership(&request.home, &request.user)),
                }
            }
            Reason::ApplicationBlocked => {
                place.does("blocks", "block").and(" ").then(application_list(" and ")).and(
                    match ground.evidence.as_ref().map(|evidence| &evidence.application) {
                        Some(Match::Everyone) => " for everyone it lets in.",
                        _ => " for everyone.",
                    },
                )
            }
            Reason::PairBlocked => place
                .does("blocks", "block")
                .and(" ")
                .then(user_list(" and "))
                .and(" from ")
                .then(application_list(" and "))
                .and(format!(", and that meets {user} with {application}. Either alone would get through.")),
            Reason::MissingHalf => place.does("says", "say").and(match setting.missing_half {
                Some(Half::UsersAndGroups) => {
                    " nothing about users and groups. What that means is not documented."
                }
                _ => " nothing about applications. What that means is not documented.",
            }),
            Reason::EmptyList => place
                .does("has", "have")
                .and(" a list that names nobody or nothing. What that means is not documented."),
            _ => place.does("has", "have").and(format!(
                " an access type this page does not know (`{}`, `{}`).",
                users.access_type.as_str(),
                applications.access_type.as_str()
            )),
        }
    }

    /// Whom an allow list lets through, and how it names this user.
    fn who(&self, request: &Request, found: Option<&Match>) -> Text {
        let user = self.user(&request.home, &request.user);
        match found {
            Some(Match::Groups(groups)) => Text::list(
                groups.iter().map(|group| Text::new().strong(self.group(&request.home, group))).collect(),
                " and ",
            )
            .and(format!(", which {user} is in,")),
            Some(Match::Itself) => Text::new().strong(user).and(" by name"),
            _ => "everyone".into(),
        }
    }

    /// What may be reached, and how the list names this application.
    fn what(&self, request: &Request, list: &TargetConfiguration, found: Option<&Match>) -> Text {
        let application = self.application(&request.resource, &request.application);
        match found {
            Some(Match::Everyone) => "every application".into(),
            Some(Match::Suite(_)) => self
                .application_list(&request.resource, list, " and ")
                .and(format!(", which {application} is part of")),
            Some(Match::Itself) => Text::new().strong(application),
            _ => Text::from("every application except ").then(self.application_list(
                &request.resource,
                list,
                " and ",
            )),
        }
    }

    /// A feature's limits in a few words, for the head of a column; nothing where the feature reaches it.
    pub fn out_of_reach(&self, decision: &Decision) -> Option<alloc::string::String> {
        decision
            .gates
            .iter()
            .any(|gate| gate.gate == Gate::FeatureScope && gate.status == Status::Fail)
            .then(|| format!("not within {}", feature_short(decision.request.feature)))
    }
}

/// With a capital first letter, where our own words begin a sentence. A name that begins with another
/// letter than a to z is left as it was typed.
pub(crate) fn capital(words: &str) -> alloc::string::String {
    let mut words = alloc::string::String::from(words);
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
