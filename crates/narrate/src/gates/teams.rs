//! The words of the gate “Teams policies”.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::gates::teams::{Reason, Statement};
use entente_policy::{Gate, Id, Request, SettingPath};

use super::Case;
use crate::names::capital;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Teams policies".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Teams"
}

/// The channel policies that a ground names.
fn policies<'a>(case: &Case<'a>) -> Vec<&'a str> {
    let name = |path: &'a SettingPath| match path {
        SettingPath::Policy { item: Some(item), .. } => Some(item.as_str()),
        _ => None,
    };
    case.ground.settings.iter().filter_map(name).collect()
}

/// The channel policies that a ground names: “Students” and “Interns”.
fn named(case: &Case<'_>, last: &str) -> Text {
    let quoted = |name: &str| Text::from("“").strong(name).and("”");
    Text::list(policies(case).into_iter().map(quoted).collect(), last)
}

/// The same with what they are.
fn policy(case: &Case<'_>, last: &str) -> Text {
    let what = if policies(case).len() == 1 { "channel policy " } else { "channel policies " };
    Text::from(what).then(named(case, last))
}

/// The same as the subject of a sentence, with its verb in the right form.
fn does(case: &Case<'_>, one: &str, many: &str) -> Text {
    let verb = if policies(case).len() == 1 { one } else { many };
    policy(case, " and ").and(" ").and(verb)
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let (home, resource, user) = (case.home(), case.resource(), case.user());
    let whose = |tenant: &str| Text::new().strong(format!("{tenant}’s")).and(" ");
    let meetings = "Channels can be shared all the same, but without presence and channel meetings.";
    match reason {
        Reason::AsShipped if case.gate.grounds.len() == 1 => {
            "Both organizations’ Teams settings let shared channels be shared, as shipped.".into()
        }
        Reason::AsShipped => {
            "Whatever else shared channels need of Teams is as shipped, and lets them be shared.".into()
        }
        Reason::MayJoin if policies(case).is_empty() => whose(&home)
            .and(format!("channel policies leave {user} to the one as shipped, which lets people join external shared channels.")),
        Reason::MayJoin => whose(&home)
            .then(does(case, "lets", "let"))
            .and(format!(" {user} join external shared channels.")),
        Reason::MayNotJoin => whose(&home)
            .then(does(case, "keeps", "keep"))
            .and(format!(" {user} out of external shared channels.")),
        Reason::SeveralPolicies => whose(&home)
            .then(policy(case, " and "))
            .and(format!(" all hold for {user}, and do not agree on joining external shared channels. Which is in force hangs on their ranks, which this scenario does not state.")),
        Reason::GuestOfHome => Text::new()
            .strong(capital(&user))
            .and(format!(" is a guest at {home}. Guests cannot be added to shared channels.")),
        Reason::SharedChannelsOff => {
            whose(&resource).then(does(case, "lets", "let")).and(" nobody create shared channels.")
        }
        Reason::InvitationsOff => whose(&resource)
            .then(does(case, "lets", "let"))
            .and(" nobody invite external people to shared channels."),
        Reason::HangsOnOwner => whose(&resource)
            .then(does(case, "keeps", "keep"))
            .and(" some people from creating shared channels or from inviting to them. It hangs on the channel’s owner, who is not part of this scenario."),
        Reason::GuestsOff => Text::new()
            .strong(&resource)
            .and(" lets no guests into Microsoft 365 groups, which sharing a channel needs."),
        Reason::SharePointOff => Text::new()
            .strong(&resource)
            .and("’s SharePoint shares with nobody outside, and a channel’s files live there."),
        Reason::OtherService => Text::new()
            .strong(&home)
            .and(" and ")
            .strong(&resource)
            .and(" use different Teams services, one the commercial one and one GCC. Channels cannot be shared between them."),
        Reason::NotFederatedByHome => whose(&home)
            .and(format!("external access does not allow {resource}’s domain. {meetings}")),
        Reason::NotFederatedByResource => whose(&resource)
            .and(format!("external access does not allow {home}’s domain. {meetings}")),
    }
}

pub(super) fn deed(case: &Case<'_>, reason: Reason) -> Text {
    match reason {
        Reason::MayNotJoin => Text::from("let people join external shared channels in ")
            .then(policy(case, " and "))
            .and(format!(", or assign {} one that does", case.user())),
        Reason::SharedChannelsOff => {
            Text::from("let people create shared channels in ").then(policy(case, " or "))
        }
        Reason::InvitationsOff => {
            Text::from("let people invite external people to shared channels in ").then(policy(case, " or "))
        }
        Reason::GuestsOff => "let guests into Microsoft 365 groups".into(),
        Reason::SharePointOff => "let SharePoint share with external people".into(),
        Reason::OtherService => {
            Text::from("To share it, invite ").and(case.user()).and(" as a guest by B2B collaboration")
        }
        Reason::GuestOfHome => "be added with the account of their own organization".into(),
        Reason::AsShipped
        | Reason::MayJoin
        | Reason::SeveralPolicies
        | Reason::HangsOnOwner
        | Reason::NotFederatedByHome
        | Reason::NotFederatedByResource => "look at this setting".into(),
    }
}

/// Which administrator changes what a ground is about.
pub(super) fn administrator(reason: Reason) -> &'static str {
    match reason {
        Reason::GuestsOff => "Microsoft 365 administrator",
        Reason::SharePointOff => "SharePoint administrator",
        _ => "Teams administrator",
    }
}

pub(super) fn prompt(_: &Case<'_>, _: Reason) -> Option<String> {
    None
}

pub(super) fn word(_: Reason) -> Option<&'static str> {
    None
}

pub(super) fn reading(_: Reason) -> &'static str {
    ""
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::SharedChannels => {
            "What shared channels need, and that guests and other Teams services are left out of them."
        }
        Statement::ChannelsPolicy => {
            "Channel policies say who creates shared channels, who invites external people to them, and who joins external ones; all three are on as shipped."
        }
        Statement::PolicyPrecedence => {
            "A policy of one’s own comes before a group’s, of several groups’ the one of highest rank, and the global policy comes last."
        }
        Statement::CollaborateInChannel => {
            "Sharing a channel needs guests in Microsoft 365 groups and SharePoint’s sharing; external access is for presence and channel meetings."
        }
    }
}

pub(super) fn condition(
    narrator: &Narrator<'_>,
    _: &str,
    about: Option<&Id>,
    answer: bool,
) -> Option<String> {
    let home = about.map(|id| narrator.tenant(id)).unwrap_or_default();
    answer.then(|| format!("guests at {home}"))
}
