//! The answer in one sentence, and what the person who signs in would see.

use alloc::format;
use alloc::vec::Vec;

use entente_policy::gates::feature_scope;
use entente_policy::{Decision, ErrorCode, Feature, Outcome, Reason, Status, Subject};

use crate::gates::Case;
use crate::names::capital;
use crate::verdict::{feature_short, is_not_seen};
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// The answer in one sentence: who can or cannot open what.
    pub fn headline(&self, decision: &Decision) -> Text {
        let request = &decision.request;
        let user = capital(&self.user(&request.home, &request.user));
        let application = format!(
            "{} {}",
            self.tenants(&request.resource),
            self.application(&request.resource, &request.application)
        );
        Text::new().and(match decision.outcome {
            Outcome::Allowed => format!("{user} can open {application}."),
            Outcome::AllowedAfter => format!("{user} can open {application} after a prompt."),
            Outcome::Blocked => format!("{user} can’t open {application}."),
            Outcome::Depends => format!(
                "Whether {} can open {application} {}.",
                uncapital(&user, request.user == Subject::AnyOther),
                if is_not_seen(decision) { "is not known" } else { "depends" }
            ),
            Outcome::Undocumented => format!(
                "Whether {} can open {application} is not documented.",
                uncapital(&user, request.user == Subject::AnyOther)
            ),
        })
    }

    /// What the person would see.
    pub fn user_sees(&self, decision: &Decision) -> Text {
        let request = &decision.request;
        let user = capital(&self.user(&request.home, &request.user));
        let (home, resource) = (self.tenant(&request.home), self.tenant(&request.resource));
        match decision.outcome {
            Outcome::Allowed => Text::new().and(match request.feature {
                _ if request.user == Subject::Anonymous => format!("{user} opens it without an account."),
                _ if request.user == Subject::ServicePrincipal => format!("{user} gets a token for it."),
                _ if request.home == request.resource => {
                    format!("{user} signs in with the {home} account, as always at {home}.")
                }
                Feature::B2bDirectConnect => format!(
                    "{user} opens it from {home}’s own Teams, without switching tenants or signing in again. The token holds for one hour."
                ),
                Feature::B2bCollaboration => format!(
                    "{user} signs in with {}, switches to {resource}, and is a guest there.",
                    self.account_of(request)
                ),
            }),
            Outcome::AllowedAfter => {
                Text::new().and(format!("{user} ")).then(self.prompts(decision)).and(", then gets through.")
            }
            Outcome::Blocked => self.refusal(decision, &user),
            Outcome::Depends if is_not_seen(decision) => {
                "That depends on settings that nobody has seen.".into()
            }
            Outcome::Depends => "That depends on what this scenario does not state.".into(),
            Outcome::Undocumented => {
                "The documentation leaves it open. The readings above say what each would mean.".into()
            }
        }
    }

    /// What is asked of the person, after the person's name.
    pub(crate) fn prompts(&self, decision: &Decision) -> Text {
        let mut steps: Vec<Text> = Vec::new();
        for gate in &decision.gates {
            for ground in gate.grounds.iter().filter(|ground| ground.status == Status::Prompt) {
                let step = self.prompt(&Case { narrator: self, decision, gate, ground });
                if let Some(step) = step.map(|step| Text::new().and(step))
                    && !steps.contains(&step)
                {
                    steps.push(step);
                }
            }
        }
        Text::list(steps, " and ")
    }

    fn refusal(&self, decision: &Decision, user: &str) -> Text {
        let request = &decision.request;
        let mut codes: Vec<ErrorCode> = Vec::new();
        for code in decision.failing().filter_map(|ground| ground.error) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let outside = decision
            .failing()
            .any(|ground| ground.reason == Reason::FeatureScope(feature_scope::Reason::OutsideFeature));
        if outside {
            return Text::new().and(format!(
                "{} does not offer it: there is nothing to sign in to.",
                capital(feature_short(request.feature))
            ));
        }
        match codes.as_slice() {
            [] if decision.failing().all(|ground| matches!(ground.reason, Reason::Teams(_))) => {
                "Teams does not offer it, and shows no error code.".into()
            }
            [] => Text::new().and(format!("{user} is refused. No error code is documented for this.")),
            [code] => Text::new().and(format!("{user}’s sign-in ends with ")).strong(code.as_str()).and("."),
            _ => Text::new()
                .and(format!("{user}’s sign-in ends with an error: "))
                .then(any_of(&codes))
                .and(". Which comes first is not documented."),
        }
    }

    /// What an error code means.
    pub fn error(&self, code: ErrorCode) -> &'static str {
        match code {
            ErrorCode::NotAllowedByOutboundPolicyTenant => {
                "refused by the outbound settings of the person’s own tenant"
            }
            ErrorCode::NotAllowedByInboundPolicyTenant => {
                "refused by the inbound settings of the resource tenant"
            }
            ErrorCode::InboundMfaNotAccepted => "multifactor authentication from home is not accepted",
            ErrorCode::AcceptCompliantDevice => "device claims from home are not accepted",
            ErrorCode::DeviceNotCompliant => "the device is not compliant",
            ErrorCode::DeviceNotDomainJoined => "the device is not joined",
            ErrorCode::NotApprovedApp => "the app is not an approved client app",
            ErrorCode::BlockedByConditionalAccess => "blocked by conditional access",
            ErrorCode::ProofUpBlockedDueToRisk => {
                "registering for multifactor authentication is blocked by risk"
            }
            ErrorCode::BlockedByRiskOnHomeTenant => "blocked by risk that the home tenant sees",
            ErrorCode::UserStrongAuthClientAuthNRequired => {
                "multifactor authentication is asked for: a step, not a refusal"
            }
            ErrorCode::UserStrongAuthEnrollmentRequired => {
                "multifactor authentication has to be registered first: a step, not a refusal"
            }
            ErrorCode::ResourceCloudNotAllowedOnIdentityTenant => {
                "the home tenant has not enabled the other Microsoft cloud"
            }
            ErrorCode::TenantRestricted => "refused by tenant restrictions of the device or network",
            ErrorCode::NotInResourceTenant => "the account is not in the resource tenant",
            ErrorCode::ExternalAccountNotInTenant => {
                "the same in the home tenant’s log: the account is not in the other tenant"
            }
            ErrorCode::GuestUserInPendingState => "the invitation has not been redeemed",
            ErrorCode::DelegatedAdminBlocked => "delegated administration is blocked",
        }
    }
}

/// Error codes, one of which comes up.
pub(crate) fn any_of(codes: &[ErrorCode]) -> Text {
    Text::list(codes.iter().map(|code| Text::new().strong(code.as_str())).collect(), " or ")
}

/// A name keeps its capital; "Anyone else" in mid-sentence does not.
fn uncapital(words: &str, common: bool) -> alloc::string::String {
    if common { words.replacen('A', "a", 1) } else { words.into() }
}
