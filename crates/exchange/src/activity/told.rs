//! A replay in words and as data.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_narrate::{Narrator, feature, grouped};
use entente_policy::{Gate, Resource, Scenario, Shape, Subject};
use serde_json::{Value, json};

use super::{Effect, LeftOut, Replay, Seen, Why};

impl Effect {
    /// What is said of all whom this happens to.
    pub fn title(self) -> &'static str {
        match self {
            Effect::Stopped => "Would be stopped",
            Effect::Uncertain => "Might be stopped",
            Effect::Admitted => "Would newly get in",
            Effect::Contradicted => "Connected, although the scenario says they were blocked",
            Effect::Asked => "Would be asked for something first",
            Effect::Same => "As before",
        }
    }

    /// What to make of it, where that does not go without saying.
    pub fn advice(self) -> Option<&'static str> {
        match self {
            Effect::Uncertain => Some(
                "Something that the scenario does not state decides, or the documentation leaves it open.",
            ),
            Effect::Admitted => Some("They tried in this time, and were refused."),
            Effect::Contradicted => Some(
                "The scenario lacks something: a setting as it was then, the members of a group, or who somebody is.",
            ),
            Effect::Stopped | Effect::Asked | Effect::Same => None,
        }
    }
}

/// One way that was seen, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Who.
    pub who: String,
    /// To what, and whose that is.
    pub to: String,
    /// By which feature.
    pub by: &'static str,
    /// How often, and when last.
    pub times: String,
    /// What holds it up; empty where nothing does.
    pub because: String,
}

impl Replay<'_> {
    /// What it comes to in a sentence or two.
    pub fn headline(&self) -> String {
        let people = |effect| self.people(effect);
        let when = match &self.activity.period {
            Some((first, last)) if first == last => format!(" on {first}"),
            Some((first, last)) => format!(" between {first} and {last}"),
            None => String::new(),
        };
        let connected = self.people_connected();
        let of = format!("Of {} who connected{when}", counted(connected, "person", "people"));
        let nobody = |number: usize| if number == 0 { "nobody".to_string() } else { grouped(number) };
        let mut told = if self.activity.is_all_left_out() {
            "None of the sign-ins in the files can be asked again: who connected is not known.".to_string()
        } else if connected == 0 {
            format!("Nobody connected{when}.")
        } else {
            format!("{of}, {} would be stopped.", nobody(people(Effect::Stopped)))
        };
        let more = [
            (Effect::Uncertain, "it is uncertain of", ""),
            (Effect::Asked, "", " would be asked for something first"),
            (Effect::Admitted, "", " who did not get in would"),
            (Effect::Contradicted, "", " connected although the scenario says that they were blocked"),
        ];
        for (effect, before, after) in more {
            let number = people(effect);
            if number > 0 {
                let space = if before.is_empty() { "" } else { " " };
                let words = format!("{before}{space}{}{after}", grouped(number));
                told.push(' ');
                told.push_str(&capital(&words));
                told.push('.');
            }
        }
        let prompted = self.people_prompted();
        if prompted > 0 {
            let (number, verb) = (grouped(prompted), if prompted == 1 { "was" } else { "were" });
            let words = "asked for something, and the files do not say what came of it";
            told.push_str(&format!(" {number} {verb} {words}."));
        }
        told
    }

    /// One way in words, with the names of the scenario, and else with those of the files.
    pub fn told(&self, seen: &Seen<'_>, scenario: &Scenario) -> Told {
        let narrator = Narrator::new(scenario);
        let (way, request) = (seen.way, &seen.way.request);
        let is_listed = match &request.user {
            Subject::User(id) => {
                let home = scenario.tenant(&request.home);
                home.is_some_and(|home| home.directory.position_of_user(id).is_some())
            }
            _ => true,
        };
        let who = match (&way.person, is_listed) {
            (Some(person), false) => person.clone(),
            _ => narrator.user(&request.home, &request.user),
        };
        let is_listed = match &request.application {
            Resource::Application(id) => {
                let resource = scenario.tenant(&request.resource);
                resource.is_some_and(|resource| resource.directory.position_of_application(id).is_some())
            }
            Resource::AnyOther(_) => true,
        };
        let application = match (&way.application, is_listed) {
            (Some(application), false) => application.clone(),
            _ => narrator.application(&request.resource, &request.application),
        };
        let mut times = counted(way.connected, "sign-in", "sign-ins");
        if way.refused > 0 {
            let codes: Vec<&str> = way.errors.keys().take(3).map(String::as_str).collect();
            let refused = format!("{} refused with {}", grouped(way.refused), codes.join(", "));
            times = if way.connected == 0 { refused } else { format!("{times}, {refused}") };
        }
        if way.prompted > 0 {
            let prompted = format!("{} asked for something", grouped(way.prompted));
            let is_all = way.prompted == way.seen();
            times = if is_all { prompted } else { format!("{times}, {prompted}") };
        }
        if let Some(last) = &way.last {
            times = format!("{times}, last on {last}");
        }
        let because: Vec<String> =
            seen.replayed.gates.iter().map(|gate| narrator.gate(*gate, request)).collect();
        Told {
            who,
            to: format!("{} {application}", narrator.tenants(&request.resource)),
            by: feature(request.feature),
            times,
            because: because.join(", "),
        }
    }

    /// All of it as JSON, for scripts.
    pub fn to_json(&self) -> Value {
        let ways = self.seen.iter().map(|seen| {
            let way = seen.way;
            let errors: serde_json::Map<String, Value> =
                way.errors.iter().map(|(code, times)| (code.clone(), (*times).into())).collect();
            json!({
                "request": way.request.write(),
                "person": way.person,
                "applicationName": way.application,
                "connected": way.connected,
                "refused": way.refused,
                "prompted": way.prompted,
                "errors": errors,
                "last": way.last,
                "file": way.file,
                "pointer": way.pointer,
                "before": seen.replayed.before.as_str(),
                "after": seen.replayed.after.as_str(),
                "effect": seen.effect.code(),
                "gates": seen.replayed.gates.iter().map(|gate| Gate::as_str(*gate)).collect::<Vec<_>>(),
            })
        });
        let mut people = serde_json::Map::new();
        people.insert("connected".into(), self.people_connected().into());
        for effect in Effect::ALL {
            people.insert(effect.code().into(), self.people(effect).into());
        }
        let left_out = self.activity.left_out.iter().map(|left| {
            json!({ "rows": left.rows, "file": left.file, "pointer": left.pointer, "says": left.says() })
        });
        let period = self.activity.period.as_ref();
        json!({
            "says": self.headline(),
            "rows": self.activity.rows,
            "first": period.map(|(first, _)| first),
            "last": period.map(|(_, last)| last),
            "isUndated": self.activity.is_undated,
            "statesSuccess": !self.activity.is_silent,
            "people": people,
            "ways": ways.collect::<Vec<_>>(),
            "leftOut": left_out.collect::<Vec<_>>(),
        })
    }
}

impl LeftOut {
    /// How many, and why they are no part of it.
    pub fn says(&self) -> String {
        let verb = |one: &str, many: &str| {
            let verb = if self.rows == 1 { one } else { many };
            format!("{} {verb}", counted(self.rows, "sign-in", "sign-ins"))
        };
        match &self.why {
            Why::OtherTenant => {
                format!("{} with tenants that the scenario does not have.", verb("is", "are"))
            }
            Why::OtherKind("") => format!("{} of a kind that is not known.", verb("is", "are")),
            Why::OtherKind(kind) => {
                format!("{} neither direct connect nor collaboration, but `{kind}`.", verb("is", "are"))
            }
            Why::NoKind => format!(
                "{} not say of what kind: `crossTenantAccessType` is missing. Graph’s v1.0 does not answer it, and beta does: `GET https://graph.microsoft.com/beta/auditLogs/signIns`.",
                verb("does", "do")
            ),
            Why::NoTenants => {
                format!("{} not say from which tenant to which other.", verb("does", "do"))
            }
            Why::NoUser => format!("{} not say who it was.", verb("does", "do")),
            Why::NoApplication => format!("{} not say to what.", verb("does", "do")),
            Why::Again => format!("{} in the files already, by the same id.", verb("stands", "stand")),
            Why::Sum => format!(
                "{} of sums, which do not say who it was: export without `-SummaryStats`.",
                counted(self.rows, "line is", "lines are")
            ),
            Why::TooMany => format!("{} too many to be told apart.", verb("is", "are")),
        }
    }
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
