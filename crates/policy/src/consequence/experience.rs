//! What the person sees and does, step by step, by direct connect and by collaboration.

use alloc::vec;
use alloc::vec::Vec;

use super::declare::facts;
use super::situation::{errors, offers_nothing, refuses};
use super::{Consequence, Row, Situation};
use crate::{Actor, AppKind, Decision, Feature, Gate, IdentityProvider, Outcome, Status};

facts! {
    /// The owner of the channel finds the person by the full e-mail address.
    SearchedByFullAddress = "experience.searchedByFullAddress" is Documented on DirectConnectOverview,
    /// E-mail address and sign-in name differ: the owner finds the person by the sign-in name.
    SearchedBySignInName = "experience.searchedBySignInName" is Documented on SharedChannels,
    /// The owner of the channel can add only people whom both sides let through.
    NotOfferedToOwner = "experience.notOfferedToOwner" is Documented on DirectConnectOverview,
    /// The feature offers nothing of the kind.
    NothingOffered = "experience.nothingOffered" is Documented on DirectConnectOverview,
    /// The person is a guest already.
    GuestAlready = "experience.guestAlready" is Documented on Redemption,
    /// The invitation has been sent and not redeemed.
    InvitationPending = "experience.invitationPending" is Documented on Redemption,
    /// Somebody has to invite the person first.
    InvitedFirst = "experience.invitedFirst" is Documented on Redemption,
    /// The scenario states no guests: the person is taken to be one.
    TakenToBeGuest = "experience.takenToBeGuest" is Documented on Redemption,
    /// The invitation is refused.
    NotInvited = "experience.notInvited" is Documented on Troubleshooting,
    /// The person signs in to the home tenant.
    SignsInAtHome = "experience.signsInAtHome" is Documented on ConditionalAccess,
    /// The guest redeemed with another identity than the home tenant's, and signs in with that.
    SignsInOtherwise = "experience.signsInOtherwise" is Documented on Redemption,
    /// The person consents to the other organization's privacy terms on first use.
    ConsentsOnFirstUse = "experience.consentsOnFirstUse" is Documented on DirectConnectOverview,
    /// The person consents when redeeming the invitation.
    ConsentsAtRedemption = "experience.consentsAtRedemption" is Documented on Redemption,
    /// Both sides suppress the prompt for consent.
    ConsentSuppressed = "experience.consentSuppressed" is Documented on CrossTenantAccessOverview,
    /// The person has consented when redeeming the invitation.
    ConsentedAlready = "experience.consentedAlready" is Documented on Redemption,
    /// Nobody has seen the settings that say whether the prompt is suppressed.
    ConsentNotSeen = "experience.consentNotSeen" is Documented on CrossTenantAccessOverview,
    /// Something is asked of the person.
    Prompted = "experience.prompted" is Documented on ConditionalAccess,
    /// Nothing more is asked of the person.
    NothingAsked = "experience.nothingAsked" is Documented on ConditionalAccess,
    /// The person opens the channel from their own Teams, without signing in again or switching.
    OpensInOwnTeams = "experience.opensInOwnTeams" is Documented on DirectConnectOverview,
    /// The person signs in to the resource tenant and is a guest there.
    EntersAsGuest = "experience.entersAsGuest" is Documented on ExternalCollaborationPlan,
    /// The sign-in ends with an error.
    Refused = "experience.refused" is Documented on ErrorCodes,
    /// The person is refused, and no code is documented.
    RefusedWithoutCode = "experience.refusedWithoutCode" is Undocumented on ErrorCodes,
    /// The documentation leaves the outcome open, or the scenario does.
    LeftOpen = "experience.leftOpen" is Undocumented on ConditionalAccess,
    /// The channel and nothing else of the team.
    ReachesChannelOnly = "experience.reachesChannelOnly" is Documented on DirectConnectOverview,
    /// The whole team, but no shared channel.
    ReachesTeam = "experience.reachesTeam" is Documented on ExternalCollaborationPlan,
    /// The application, with what a guest may do there.
    ReachesApplication = "experience.reachesApplication" is Documented on ExternalIdentitiesOverview,
    /// The token holds for one hour.
    TokenHoldsOneHour = "experience.tokenHoldsOneHour" is Documented on DirectConnectOverview,
    /// A changed policy is met at the next refresh.
    ChangeMeetsNextRefresh = "experience.changeMeetsNextRefresh" is Inferred on DirectConnectOverview,
    /// How long a guest's token holds is not said on these pages.
    TokenLifetimeNotStated = "experience.tokenLifetimeNotStated" is Undocumented on ConditionalAccess,
    /// How long a change takes: pages say one, two and six hours.
    PropagationContradicts = "experience.propagationContradicts" is Contradictory on TeamsDirectConnect,
    /// A changed Teams policy takes up to a day.
    TeamsPolicyTakesADay = "experience.teamsPolicyTakesADay" is Documented on SharedChannels,
}

crate::record::codes! {
    /// What a line of the steps is about.
    Step {
        /// How the person is found or invited.
        Added = "added",
        /// Signing in.
        SignIn = "signIn",
        /// Consent.
        Consent = "consent",
        /// What else is asked.
        Prompt = "prompt",
        /// Arriving, or being refused.
        Arrival = "arrival",
        /// What is within reach.
        Reach = "reach",
        /// How long that lasts.
        Lasting = "lasting",
        /// When a changed setting is met.
        Change = "change",
    }
}

/// The steps, those of direct connect beside those of collaboration.
pub(super) fn steps(situation: &Situation<'_>) -> Vec<Row<Step>> {
    let columns =
        Feature::ALL.map(|feature| Column { situation, feature, decision: situation.decision(feature) });
    vec![
        row(&columns, Step::Added, Column::added),
        row(&columns, Step::SignIn, Column::sign_in),
        row(&columns, Step::Consent, Column::consent),
        row(&columns, Step::Prompt, Column::prompt),
        row(&columns, Step::Arrival, Column::arrival),
        row(&columns, Step::Reach, Column::reach),
        row(&columns, Step::Lasting, Column::lasting),
        row(&columns, Step::Change, Column::change),
    ]
}

fn row<'a>(
    columns: &[Column<'a>; 2],
    step: Step,
    cell: impl Fn(&Column<'a>) -> Vec<Consequence>,
) -> Row<Step> {
    let [first, second] = columns;
    Row::new(step, cell(first), cell(second))
}

/// One feature's side of the steps.
struct Column<'a> {
    situation: &'a Situation<'a>,
    feature: Feature,
    decision: &'a Decision,
}

impl Column<'_> {
    /// Whether there is a way at all that the person could try.
    fn is_there(&self) -> bool {
        !offers_nothing(self.decision)
    }

    fn connects(&self) -> bool {
        self.decision.outcome.connects()
    }

    fn is_direct_connect(&self) -> bool {
        self.feature == Feature::B2bDirectConnect
    }

    fn added(&self) -> Vec<Consequence> {
        if !self.is_there() {
            return vec![Consequence::here(Fact::NothingOffered)];
        }
        let shut =
            refuses(self.decision, Gate::HomeOutbound) || refuses(self.decision, Gate::ResourceInbound);
        if self.is_direct_connect() {
            let differs = self.situation.user().is_some_and(|user| {
                user.mail.as_ref().is_some_and(|mail| !mail.eq_ignore_ascii_case(&user.user_principal_name))
            });
            return vec![match (shut, differs) {
                (true, _) => Consequence::here(Fact::NotOfferedToOwner),
                (false, true) => Consequence::here(Fact::SearchedBySignInName),
                (false, false) => Consequence::here(Fact::SearchedByFullAddress),
            }];
        }
        vec![match (self.situation.has_redeemed(), self.situation.guest()) {
            (None, _) => Consequence::here(Fact::TakenToBeGuest),
            (Some(true), _) => Consequence::here(Fact::GuestAlready),
            (Some(false), Some(_)) => Consequence::here(Fact::InvitationPending),
            (Some(false), None) if shut || self.invitation_is_refused() => {
                Consequence::here(Fact::NotInvited)
            }
            (Some(false), None) => Consequence::here(Fact::InvitedFirst),
        }]
    }

    /// Whether an administrator has to act before anybody can be invited.
    fn invitation_is_refused(&self) -> bool {
        let gate = self.decision.gates.iter().find(|gate| gate.gate == Gate::Invitation);
        gate.into_iter().flat_map(|gate| &gate.grounds).any(|ground| {
            matches!(ground.actor, Some(Actor::HomeAdministrator | Actor::ResourceAdministrator))
        })
    }

    fn sign_in(&self) -> Vec<Consequence> {
        if !self.is_there() {
            return Vec::new();
        }
        let otherwise = !self.is_direct_connect()
            && self
                .situation
                .guest()
                .is_some_and(|guest| guest.identity_provider != IdentityProvider::AzureActiveDirectory);
        vec![Consequence::here(if otherwise { Fact::SignsInOtherwise } else { Fact::SignsInAtHome })]
    }

    fn consent(&self) -> Vec<Consequence> {
        if !self.connects() {
            return Vec::new();
        }
        let (automatic, settings) = self.situation.consents_automatically();
        let fact = match (self.feature, automatic) {
            (Feature::B2bCollaboration, _) if self.situation.has_redeemed() != Some(false) => {
                return vec![Consequence::here(Fact::ConsentedAlready)];
            }
            (_, None) => Fact::ConsentNotSeen,
            (_, Some(true)) => Fact::ConsentSuppressed,
            (Feature::B2bDirectConnect, Some(false)) => Fact::ConsentsOnFirstUse,
            (Feature::B2bCollaboration, Some(false)) => Fact::ConsentsAtRedemption,
        };
        vec![Consequence::here(fact).from(settings)]
    }

    fn prompt(&self) -> Vec<Consequence> {
        let asks = self.decision.gates.iter().any(|gate| gate.status == Status::Prompt);
        match self.decision.outcome {
            Outcome::AllowedAfter if asks => vec![Consequence::here(Fact::Prompted).by(self.feature)],
            Outcome::Allowed => vec![Consequence::here(Fact::NothingAsked)],
            _ => Vec::new(),
        }
    }

    fn arrival(&self) -> Vec<Consequence> {
        if self.connects() {
            let fact = if self.is_direct_connect() { Fact::OpensInOwnTeams } else { Fact::EntersAsGuest };
            return vec![Consequence::here(fact)];
        }
        if self.decision.outcome != Outcome::Blocked {
            return vec![Consequence::here(Fact::LeftOpen)];
        }
        let errors = errors(self.decision);
        if !self.is_there() {
            Vec::new()
        } else if errors.is_empty() {
            vec![Consequence::here(Fact::RefusedWithoutCode)]
        } else {
            vec![Consequence::here(Fact::Refused).with(errors)]
        }
    }

    fn reach(&self) -> Vec<Consequence> {
        if !self.connects() {
            return Vec::new();
        }
        let teams = self.situation.kind() == AppKind::Office365;
        vec![Consequence::here(match (self.is_direct_connect(), teams) {
            (true, true) => Fact::ReachesChannelOnly,
            (false, true) => Fact::ReachesTeam,
            (_, false) => Fact::ReachesApplication,
        })]
    }

    fn lasting(&self) -> Vec<Consequence> {
        if !self.connects() {
            return Vec::new();
        }
        if self.is_direct_connect() {
            vec![
                Consequence::general(Fact::TokenHoldsOneHour),
                Consequence::general(Fact::ChangeMeetsNextRefresh),
            ]
        } else {
            vec![Consequence::general(Fact::TokenLifetimeNotStated)]
        }
    }

    fn change(&self) -> Vec<Consequence> {
        let mut facts = vec![Consequence::general(Fact::PropagationContradicts)];
        if self.situation.kind() == AppKind::Office365 {
            facts.push(Consequence::general(Fact::TeamsPolicyTakesADay));
        }
        facts
    }
}
