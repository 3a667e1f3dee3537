//! The words of what the person sees and does.

use alloc::format;

use entente_policy::consequence::Step;
use entente_policy::consequence::facts::Experience as Fact;
use entente_policy::{IdentityProvider, Subject, User};

use super::Following;
use crate::names::capital;
use crate::outcome::any_of;
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// What a line of the steps is about.
    pub fn experience_step(&self, step: Step) -> &'static str {
        match step {
            Step::Added => "Getting added",
            Step::SignIn => "Signing in",
            Step::Consent => "Consent",
            Step::Prompt => "What else is asked",
            Step::Arrival => "What happens then",
            Step::Reach => "Within reach",
            Step::Lasting => "How long it lasts",
            Step::Change => "When a setting is changed",
        }
    }
}

pub(super) fn says(following: &Following<'_>, fact: Fact) -> Text {
    let (user, home, resource) = (following.user(), following.home(), following.resource());
    Text::new().and(match fact {
        Fact::ConsentNotSeen => return Text::from("Whether a prompt comes: ").then(following.not_seen()),
        Fact::SearchedByFullAddress => match account(following) {
            Some(user) => format!(
                "The owner of {resource}’s channel searches Teams for the full e-mail address, {}.",
                user.mail.as_ref().unwrap_or(&user.user_principal_name)
            ),
            None => format!("The owner of {resource}’s channel searches Teams for the full e-mail address."),
        },
        Fact::SearchedBySignInName => format!(
            "The owner of {resource}’s channel has to search Teams for the sign-in name{}, because the e-mail address differs from it.",
            account(following).map(|user| format!(", {}", user.user_principal_name)).unwrap_or_default()
        ),
        Fact::NotOfferedToOwner => {
            format!("The owner of {resource}’s channel can’t add {user}: only people whom both sides let through can be added.")
        }
        Fact::NothingOffered => format!("Nothing is offered: direct connect has no way to {} here.", following.application()),
        Fact::GuestAlready => format!("{} is a guest of {resource} already.", capital(&user)),
        Fact::InvitationPending => {
            format!("{} has been invited to {resource} and has not accepted yet.", capital(&user))
        }
        Fact::InvitedFirst => format!("Somebody of {resource} sends an invitation; {user} accepts it."),
        Fact::TakenToBeGuest => {
            format!("Taken for granted: {user} has accepted an invitation and is a guest of {resource}.")
        }
        Fact::NotInvited => format!("An invitation from {resource} is refused as things are set."),
        Fact::SignsInAtHome => format!("{} signs in with the {home} account, at {home}.", capital(&user)),
        Fact::SignsInOtherwise => {
            format!("{} signs in with {}, not with the {home} account.", capital(&user), identity(following))
        }
        Fact::ConsentsOnFirstUse => {
            format!("On first use, {user} consents to {resource}’s privacy terms.")
        }
        Fact::ConsentsAtRedemption => {
            format!("When accepting, {user} consents to what {resource} may read.")
        }
        Fact::ConsentSuppressed => {
            format!("No prompt: {home} outbound and {resource} inbound both redeem automatically.")
        }
        Fact::ConsentedAlready => "Given when the invitation was accepted.".into(),
        Fact::Prompted => {
            return Text::new().and(capital(&user)).and(" ").then(following.narrator.prompts(following.decision())).and(".");
        }
        Fact::NothingAsked => "Nothing.".into(),
        Fact::OpensInOwnTeams => {
            format!("It opens in {home}’s own Teams: no switching, no second sign-in.")
        }
        Fact::EntersAsGuest => format!("{} switches to {resource} and is a guest there.", capital(&user)),
        Fact::Refused => {
            return Text::from("An error page: ")
                .then(any_of(&following.consequence.errors))
                .and(if following.consequence.errors.len() > 1 {
                    ". Which comes first is not documented."
                } else {
                    "."
                });
        }
        Fact::RefusedWithoutCode => "It is refused; no error code is documented.".into(),
        Fact::LeftOpen => "Not settled: the gates say why.".into(),
        Fact::ReachesChannelOnly => {
            "The channel, its files and apps. Nothing else of the team.".into()
        }
        Fact::ReachesTeam => {
            "Whatever guests are allowed: whole teams and their private channels, but no shared channel.".into()
        }
        Fact::ReachesApplication => {
            format!("{}, with what it lets external users do.", capital(&following.application()))
        }
        Fact::TokenHoldsOneHour => "The token holds for one hour.".into(),
        Fact::ChangeMeetsNextRefresh => "A changed setting is met when it is refreshed.".into(),
        Fact::TokenLifetimeNotStated => "How long a guest’s token holds is not said.".into(),
        Fact::PropagationContradicts => {
            "Microsoft’s pages say it takes one hour, two hours, or six. So “not yet” can be the whole reason.".into()
        }
        Fact::TeamsPolicyTakesADay => "Teams’ own policies for shared channels take up to 24 hours.".into(),
    })
}

/// The person, if the home directory states them.
fn account<'a>(following: &'a Following<'_>) -> Option<&'a User> {
    let request = following.request();
    match &request.user {
        Subject::User(id) => following.narrator.find_tenant(&request.home)?.directory.user(id),
        _ => None,
    }
}

/// What the guest signs in with.
fn identity(following: &Following<'_>) -> &'static str {
    let request = following.request();
    let guest = match &request.user {
        Subject::User(id) => following
            .narrator
            .find_tenant(&request.resource)
            .and_then(|tenant| tenant.guest(&request.home, id)),
        _ => None,
    };
    match guest.map(|guest| &guest.identity_provider) {
        Some(IdentityProvider::MicrosoftAccount) => "a personal Microsoft account",
        Some(IdentityProvider::Google) => "a Google account",
        Some(IdentityProvider::ExternalFederation) => "the account of a federated organization",
        Some(IdentityProvider::EmailOneTimePasscode) => "a passcode sent by e-mail",
        _ => "another account",
    }
}
