//! Why, for conditional access and the claims it lets count.

use alloc::format;

use entente_policy::{Feature, Ground, Reason, Request};

use crate::verdict::feature_short;
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// The policy a ground is about, as the subject of a sentence.
    fn policy(&self, request: &Request, ground: &Ground) -> Text {
        let name = ground.policy.as_ref().and_then(|id| {
            let tenant = self.find_tenant(&request.resource)?;
            tenant.conditional_access_policies.iter().find(|policy| policy.id == *id)
        });
        match name {
            Some(policy) if !policy.display_name.is_empty() => {
                Text::from("“").strong(&policy.display_name).and("”")
            }
            _ => "A policy".into(),
        }
    }

    pub(crate) fn conditional_access(&self, request: &Request, ground: &Ground) -> Text {
        let home = self.tenant(&request.home);
        let resource = self.tenant(&request.resource);
        let user = self.user(&request.home, &request.user);
        let application = self.application(&request.resource, &request.application);
        let feature = feature_short(request.feature);
        let policy = || self.policy(request, ground);
        let asks = |what: &str| policy().and(format!(" asks for {what}. "));
        let mfa = "multifactor authentication";
        match ground.reason {
            Reason::NoPolicyApplies => Text::new().and(match request.feature {
                Feature::B2bDirectConnect => {
                    format!("No policy of {resource} in force meets {home}’s direct connect users with {application}.")
                }
                Feature::B2bCollaboration => {
                    format!("No policy of {resource} in force meets {home}’s guests with {application}.")
                }
            }),
            Reason::NothingRequired => policy().and(" meets this and asks for nothing."),
            Reason::PolicyBlocks => policy().and(" blocks access."),
            Reason::MfaAtHomeCounts => {
                asks(mfa).and(format!("{resource} accepts {home}’s, and {user} has done it."))
            }
            Reason::MfaPromptAtHome => asks(mfa)
                .and(format!("{resource} accepts {home}’s. {user} has not done it yet and is asked for it at {home}.")),
            Reason::MfaPromptInResource => asks(mfa).and(format!(
                "{resource} does not accept {home}’s, so {user} is asked for it in {resource}, and registers there first if need be."
            )),
            Reason::MfaNotDoneAtHome => asks(mfa).and(format!(
                "{resource} accepts {home}’s, but {user} has not done it, and is refused until then."
            )),
            Reason::MfaNotTrusted => asks(mfa).and(format!(
                "{resource} does not accept {home}’s, and direct connect users have no other way to do it."
            )),
            Reason::CompliantDeviceCounts => asks("a compliant device")
                .and(format!("{resource} accepts {home}’s word, and {user}’s device is compliant.")),
            Reason::CompliantDeviceMissing => asks("a compliant device").and(format!(
                "{resource} accepts {home}’s word, but {user}’s session has no claim of a compliant device."
            )),
            Reason::CompliantDeviceNotTrusted => asks("a compliant device").and(format!(
                "{resource} does not accept {home}’s word for that, so no device of {home} satisfies it."
            )),
            Reason::HybridJoinedDeviceCounts => asks("a hybrid joined device")
                .and(format!("{resource} accepts {home}’s word, and {user}’s device is hybrid joined.")),
            Reason::HybridJoinedDeviceMissing => asks("a hybrid joined device").and(format!(
                "{resource} accepts {home}’s word, but {user}’s session has no claim of a hybrid joined device."
            )),
            Reason::HybridJoinedDeviceNotTrusted => asks("a hybrid joined device").and(format!(
                "{resource} does not accept {home}’s word for that, so no device of {home} satisfies it."
            )),
            Reason::ControlNotSupported => {
                policy().and(" asks for a control that external users cannot satisfy.")
            }
            Reason::ApprovedAppNotSupported => {
                asks("an approved client app").and("External users cannot satisfy that.")
            }
            Reason::StrengthDependsOnMethod => asks("an authentication strength").and(format!(
                "Whether {user} can satisfy it depends on the method, which the session here does not state."
            )),
            Reason::StrengthNotTrusted => asks("an authentication strength").and(format!(
                "It can only be met at home, and {resource} does not accept {home}’s {mfa}."
            )),
            Reason::TermsOfUsePrompt => policy().and(format!(" asks {user} to accept terms of use first.")),
            Reason::NotSupportedForDirectConnect => policy().and(format!(
                " imposes terms of use or session controls, which {feature} does not support. What happens then is not documented."
            )),
            Reason::NotEvaluated => policy()
                .and(" has a condition or control that this page does not evaluate (such as risk, location or device filter). It decides."),
            Reason::ScopeNotDocumented => policy()
                .and(" is for all users. The documentation says that this takes in guests; whether it takes in direct connect users it does not say."),
            Reason::TrustNotStated => {
                policy().and(format!(" hangs on a trust setting of {resource} that is null. What that means is not documented."))
            }
            other => self.reading(other).into(),
        }
    }
}
