//! The words of settings that hold users and applications: home outbound, resource inbound, and what tenant
//! restrictions say of somebody whom they meet.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::gates::b2b_access::{Reason, Statement};
use entente_policy::graph::{AccessType, TargetConfiguration};
use entente_policy::{
    Direction, Gate, Ground, Half, Id, Layer, Match, Note, Property, Request, SettingPath, Source, Subject,
    Tenant, effective_b2b,
};

use super::Case;
use crate::names::capital;
use crate::verdict::feature;
use crate::{Narrator, Text};

pub(super) fn name(narrator: &Narrator<'_>, gate: Gate, request: &Request) -> String {
    match gate {
        Gate::HomeOutbound => format!("{} outbound", narrator.tenants(&request.home)),
        _ => format!("{} inbound", narrator.tenants(&request.resource)),
    }
}

pub(super) fn short(gate: Gate) -> &'static str {
    if gate == Gate::HomeOutbound { "Outbound" } else { "Inbound" }
}

/// A setting as the subject of a sentence: "Fabrikam’s outbound default" (one), "Contoso’s inbound
/// settings for Fabrikam" (many).
struct Where {
    words: Text,
    many: bool,
}

impl Where {
    /// The subject with its verb in the right form.
    fn does(&self, one: &str, many: &str) -> Text {
        self.words.clone().and(" ").and(if self.many { many } else { one })
    }
}

/// Which way a setting looks.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Outbound,
    Inbound,
    /// External accounts in external tenants.
    Restrictions,
}

/// The setting that a ground is about.
struct AccessSide<'a> {
    owner: &'a Id,
    other: &'a Id,
    way: Way,
    property: Property,
}

fn side<'a>(case: &'a Case<'_>) -> AccessSide<'a> {
    let request = case.request();
    let (home, resource) = (&request.home, &request.resource);
    let feature = |direction| request.feature.property(direction);
    match case.gate.gate {
        Gate::HomeOutbound => {
            let property = feature(Direction::Outbound);
            AccessSide { owner: home, other: resource, way: Way::Outbound, property }
        }
        Gate::TenantRestrictions => {
            let property = Property::TenantRestrictions;
            let mut side = AccessSide { owner: resource, other: home, way: Way::Restrictions, property };
            let mut settings = case.ground.settings.iter();
            if let Some((tenant, layer)) = settings.find_map(|path| match path {
                SettingPath::CrossTenantAccess { tenant, layer, .. } => Some((tenant, layer)),
                _ => None,
            }) {
                side.owner = tenant;
                if let Layer::Partner(partner) = layer {
                    side.other = partner;
                }
            }
            side
        }
        _ => {
            let property = feature(Direction::Inbound);
            AccessSide { owner: resource, other: home, way: Way::Inbound, property }
        }
    }
}

impl<'a> Narrator<'a> {
    /// The setting a ground of an access gate comes from.
    fn place(&self, side: &AccessSide<'_>, source: Option<Source>) -> Where {
        let owner = Text::new().strong(self.tenants(side.owner));
        let way = match side.way {
            Way::Inbound => "inbound",
            Way::Outbound => "outbound",
            Way::Restrictions => {
                let words = owner.and(match source {
                    Some(Source::Organizational) => {
                        format!(" tenant restrictions for {}", self.tenant(side.other))
                    }
                    Some(Source::ServiceDefault) => " default tenant restrictions, as shipped,".into(),
                    _ => " default tenant restrictions".into(),
                });
                return Where { words, many: true };
            }
        };
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

    /// "Ben Okafor, or a group that Ben Okafor is in (Sales)".
    fn user_or_groups(&self, request: &Request) -> Text {
        let name = self.user(&request.home, &request.user);
        let text = Text::new().strong(&name);
        let Subject::User(id) = &request.user else {
            return text;
        };
        let groups: Vec<Text> = self
            .find_tenant(&request.home)
            .map(|tenant| {
                tenant.directory.groups_of(id).map(|group| Text::new().strong(&group.display_name)).collect()
            })
            .unwrap_or_default();
        if groups.is_empty() {
            text
        } else {
            text.and(", or the group ").then(Text::list(groups, " or ")).and(",")
        }
    }

    /// The object of the wrong tenant that a list names, if it names one.
    fn foreign_group(&self, ground: &Ground) -> Option<String> {
        ground.notes.iter().find_map(|note| match note {
            Note::TargetOfOtherTenant { target, tenant } => Some(self.foreign_name(tenant, target)),
            _ => None,
        })
    }
}

/// Why the gate says what it says.
pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let (narrator, ground, request) = (case.narrator, case.ground, case.request());
    let side = side(case);
    let place = narrator.place(&side, ground.source);
    let untouched;
    let tenant: &Tenant = match narrator.find_tenant(side.owner) {
        Some(tenant) => tenant,
        None => {
            untouched = Tenant::untouched(side.owner.clone());
            &untouched
        }
    };
    let setting = effective_b2b(tenant, side.other, side.property);
    let users = setting.users_and_groups.value.as_ref();
    let applications = setting.applications.value.as_ref();
    let feature = feature(request.feature);
    let user = narrator.user(&request.home, &request.user);
    let application = narrator.application(&request.resource, &request.application);
    let user_list = |last: &str| narrator.user_list(&request.home, users, last);
    let application_list = |last: &str| narrator.application_list(&request.resource, applications, last);

    match reason {
        Reason::EveryoneAllowed => place.does("lets", "let").and(match side.way {
            Way::Outbound => " everyone out, to every application.",
            Way::Inbound => " everyone in, to every application.",
            Way::Restrictions => " everyone through, to every application.",
        }),
        Reason::Listed => {
            let evidence = ground.evidence.as_ref();
            place
                .does("allows", "allow")
                .and(" ")
                .then(narrator.who(request, evidence.map(|evidence| &evidence.user)))
                .and(" to reach ")
                .then(narrator.what(request, applications, evidence.map(|evidence| &evidence.application)))
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
        Reason::EveryoneBlocked if side.way != Way::Restrictions => {
            place.does("blocks", "block").and(format!(" {feature} for everyone."))
        }
        Reason::EveryoneBlocked if request.user == Subject::Anonymous => {
            place.does("lets", "let").and(" nobody through who does not sign in.")
        }
        Reason::EveryoneBlocked => {
            place.does("lets", "let").and(" no external account through to external applications.")
        }
        Reason::UserNotListed => match side.way {
            Way::Restrictions => Text::from("On its network and devices ")
                .strong(narrator.tenant(side.owner))
                .and(" lets through only ")
                .then(user_list(" and "))
                .and(format!(" of {}. ", narrator.tenant(side.other))),
            Way::Outbound => Text::from("Only ")
                .then(user_list(" and "))
                .and(format!(" may use {feature} with {}. ", narrator.tenant(side.other))),
            Way::Inbound => Text::new()
                .strong(narrator.tenant(side.owner))
                .and(" admits only ")
                .then(user_list(" and "))
                .and(format!(" by {feature}. ")),
        }
        .then(narrator.membership(&request.home, &request.user)),
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
                _ => text.then(narrator.membership(&request.home, &request.user)),
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
        Reason::MissingHalf => {
            let misses = |half| setting.misses(half);
            place.does("says", "say").and(match (misses(Half::UsersAndGroups), misses(Half::Applications)) {
                (true, true) => " nothing about users, nor about applications. What that means is not documented.",
                (true, false) => " nothing about users and groups. What that means is not documented.",
                _ => " nothing about applications. What that means is not documented.",
            })
        }
        Reason::EmptyList => place
            .does("has", "have")
            .and(" a list that names nobody or nothing. What that means is not documented."),
        Reason::OtherAccount => Text::new().and(format!(
            "{user} signs in to {} with {}, so {} settings do not govern.",
            case.resource(),
            narrator.account(request),
            narrator.tenants(&request.home)
        )),
        Reason::OtherAccountLetIn => place.does("lets", "let").and(format!(
            " guests without a tenant reach {application}, if it governs them at all. {user} signs in with {}.",
            narrator.account(request)
        )),
        Reason::OtherAccountNotDocumented => Text::new()
            .and(format!("{user} signs in with {}, which belongs to no tenant. Whether ", narrator.account(request)))
            .then(place.does("governs", "govern"))
            .and(" such guests the documentation says differently in two places."),
        Reason::DefaultGovernsOtherAccounts
        | Reason::NothingGovernsOtherAccounts
        | Reason::MissingHalfInherits
        | Reason::MissingHalfSetsNoLimit
        | Reason::EmptyListNamesNobody
        | Reason::EmptyListNamesEveryone
        | Reason::OpenTargetNamesOthers
        | Reason::OpenTargetNamesIt => reading(reason).into(),
        Reason::OpenTarget => place
            .does("has", "have")
            .and(" a target that is a name instead of an id, or of a type that does not belong there. Whom or what it stands for is not known."),
        Reason::UnknownAccessType => place.does("has", "have").and(format!(
            " an access type this page does not know (`{}`, `{}`).",
            users.access_type.as_str(),
            applications.access_type.as_str()
        )),
    }
}

pub(super) fn deed(case: &Case<'_>, reason: Reason) -> Text {
    let (narrator, ground, request) = (case.narrator, case.ground, case.request());
    let side = side(case);
    let (home, other) = (case.home(), narrator.tenant(side.other));
    let (user, application) = (case.user(), case.application());
    let text = Text::new();
    match reason {
        Reason::EveryoneBlocked if side.way == Way::Restrictions => {
            let allow = text.and(format!("allow it in the tenant restrictions for {other}"));
            let signs_in = matches!(request.user, Subject::User(_) | Subject::AnyOther);
            if signs_in && !narrator.is_personal(side.other) {
                allow.and(format!(", or invite {user} as a guest instead"))
            } else {
                allow
            }
        }
        Reason::EveryoneBlocked => text.and(match ground.source {
            Some(Source::Organizational) => {
                format!("change the settings for {other} to allow {}", feature(request.feature))
            }
            _ => format!("allow it for {other}"),
        }),
        Reason::UserNotListed => match narrator.foreign_group(ground) {
            Some(name) => {
                text.and(format!("replace the id of {name} by the object id that the group has in {home}"))
            }
            None => {
                text.and("add ").then(narrator.user_or_groups(request)).and(" to the list of who is allowed")
            }
        },
        Reason::ApplicationNotListed => {
            text.and("add ").strong(application).and(" to the list of applications that are open")
        }
        Reason::UserBlocked => text.and(format!(
            "take whatever names {user} off the list of who is blocked, or allow others instead"
        )),
        Reason::ApplicationBlocked => {
            text.and("take ").strong(application).and(" off the list of applications that are blocked")
        }
        Reason::PairBlocked => {
            text.and(format!("take either {user} or {application} off the lists of what is blocked"))
        }
        _ => text.and("look at this setting"),
    }
}

pub(super) fn prompt(_: &Case<'_>, _: Reason) -> Option<String> {
    None
}

pub(super) fn word(_: Reason) -> Option<&'static str> {
    None
}

pub(super) fn reading(reading: Reason) -> &'static str {
    match reading {
        Reason::MissingHalfInherits => "What is left out is inherited from the layer below",
        Reason::MissingHalfSetsNoLimit => "What is left out sets no limit",
        Reason::EmptyListNamesNobody => "An empty list names nobody and nothing",
        Reason::EmptyListNamesEveryone => "An empty list sets no limit",
        Reason::OpenTargetNamesOthers => "The target stands for somebody or something else",
        Reason::OpenTargetNamesIt => "The target stands for this user or this application",
        Reason::DefaultGovernsOtherAccounts => "The default governs guests without a tenant",
        Reason::NothingGovernsOtherAccounts => "No access settings govern guests without a tenant",
        _ => "",
    }
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::MutualDirectConnect => {
            "Direct connect works only when both organizations allow it; both directions are blocked until someone opens them."
        }
        Statement::BothSidesChecked => {
            "A guest’s sign-in is checked against the home tenant’s outbound and the resource tenant’s inbound settings."
        }
        Statement::UsersAndApplications => {
            "How the users and the applications of one setting combine, by a table of nine settings."
        }
        Statement::EntraOrganizations => {
            "Cross-tenant access settings are about other Microsoft Entra organizations; guests with other identities are a matter of external collaboration settings."
        }
        Statement::OtherIdentityProviders => {
            "The overview limits access settings to Microsoft Entra organizations; the page on authentication has inbound settings checked for guests of other identity providers, too."
        }
        Statement::TargetLists => "Access type and targets; an empty list is not explained.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
