//! What classes of people are called.

use alloc::format;
use alloc::string::String;

use entente_policy::graph::{Target, TargetType};
use entente_policy::{AppClass, AppKind, Id, Matrix, SessionClaim, UserClass, UserCondition};

use crate::Narrator;
use crate::text::list_on;

/// A class of people for the head of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassName {
    /// What its members have in common.
    pub name: String,
    /// How many they are.
    pub detail: String,
}

impl Narrator<'_> {
    /// The name of a class, from the conditions that set it apart from the others.
    pub fn class(&self, matrix: &Matrix, class: &UserClass) -> ClassName {
        let home = &matrix.connection.home.id;
        let (mut parts, mut outside, mut claims) = (String::new(), String::new(), String::new());
        let groups = self.find_tenant(home).map(|tenant| &tenant.directory);
        let mut perhaps_in = false;
        for (condition, answer) in matrix.user_conditions().zip(&class.answers) {
            match condition {
                UserCondition::Listed { targets, .. } => {
                    let name = self.targets(home, targets);
                    perhaps_in |= groups.is_some_and(|groups| groups.has_half_seen(targets));
                    if *answer {
                        list_on(&mut parts, " and ", &name)
                    } else {
                        list_on(&mut outside, " or ", &name)
                    }
                }
                UserCondition::InDirectory => {}
                UserCondition::Session(claim) => list_on(&mut claims, ", ", claim_words(*claim, *answer)),
                UserCondition::Fact { gate, code, about } => {
                    if let Some(claim) = self.condition(*gate, code, about.as_ref(), *answer) {
                        list_on(&mut claims, ", ", &claim);
                    }
                }
            }
        }
        let only_others = class.members.is_empty();
        let mut name = parts;
        if name.is_empty() {
            let words = match (only_others, outside.is_empty(), perhaps_in) {
                (true, ..) => "Anyone else at",
                (_, true, _) if class.any_other => "Everyone at",
                (_, true, _) => "People at",
                (.., true) => "Perhaps not in",
                _ => "Not in",
            };
            let of = if only_others || outside.is_empty() { self.tenant(home) } else { outside };
            name = words.into();
            list_on(&mut name, " ", &of);
        }
        if !claims.is_empty() {
            list_on(&mut name, ", ", &claims);
        }
        let count = class.members.len();
        let grouped = grouped(count);
        let people = if count == 1 { "1 person".into() } else { format!("{grouped} people alike") };
        let detail = match (only_others, class.any_other) {
            (true, _) => "now or later".into(),
            (false, true) if count == 1 => "1 person, and anyone else".into(),
            (false, true) => format!("{grouped} people, and anyone else"),
            (false, false) => people,
        };
        ClassName { name, detail }
    }

    /// The name of a class of applications.
    pub fn app_class(&self, matrix: &Matrix, class: &AppClass) -> ClassName {
        let applications = &matrix.connection.resource.directory.applications;
        let name = |rank: usize| {
            let app = class.members.get(rank).and_then(|at| applications.get(at));
            app.map(|app| app.display_name.as_str()).unwrap_or_default()
        };
        let count = class.members.len();
        let few = match count {
            1 => Some(name(0).into()),
            2 => Some(format!("{} and {}", name(0), name(1))),
            _ => None,
        };
        if class.any_other.is_empty() {
            let name =
                few.unwrap_or_else(|| format!("{} and {} more", name(0), grouped(count.saturating_sub(1))));
            return ClassName { name, detail: format!("{} applications alike", grouped(count)) };
        }
        let all = AppKind::ALL.iter().all(|kind| class.any_other.contains(kind));
        let other =
            if all { "any other, now or later".into() } else { self.any_other_application(&class.any_other) };
        ClassName {
            name: few.unwrap_or_else(|| format!("{} other applications", grouped(count))),
            detail: format!("and {other}"),
        }
    }

    fn targets(&self, home: &Id, targets: &[Id]) -> String {
        let name = |id: &Id| self.user_target(home, &Target::new(id.clone(), TargetType::Group));
        let mut names = String::new();
        let shown = if targets.len() > 3 { 2 } else { targets.len() };
        for id in targets.iter().take(shown) {
            list_on(&mut names, if targets.len() > shown { ", " } else { " or " }, &name(id));
        }
        if targets.len() > shown {
            names = format!("{names} and {} more", targets.len().saturating_sub(shown));
        }
        names
    }
}

/// A number as it is read: in groups of three digits.
pub fn grouped(number: usize) -> String {
    let digits = format!("{number}");
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let behind = digits.len().saturating_sub(at);
        if at > 0 && behind.checked_rem(3) == Some(0) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

fn claim_words(claim: SessionClaim, held: bool) -> &'static str {
    match (claim, held) {
        (SessionClaim::Mfa, true) => "MFA done",
        (SessionClaim::Mfa, false) => "MFA not done",
        (SessionClaim::CompliantDevice, true) => "on a compliant device",
        (SessionClaim::CompliantDevice, false) => "no compliant device",
        (SessionClaim::HybridJoinedDevice, true) => "on a hybrid joined device",
        (SessionClaim::HybridJoinedDevice, false) => "no hybrid joined device",
    }
}
