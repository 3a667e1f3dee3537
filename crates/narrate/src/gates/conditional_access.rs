//! The words of conditional access and the claims it lets count.

use alloc::format;
use alloc::string::String;

use entente_policy::gates::conditional_access::{Reason, Statement};
use entente_policy::{Feature, Gate, Ground, Id, Request};

use super::Case;
use crate::verdict::feature_short;
use crate::{Narrator, Text};

pub(super) fn name(narrator: &Narrator<'_>, _: Gate, request: &Request) -> String {
    format!("{} conditional access", narrator.tenants(&request.resource))
}

pub(super) fn short(_: Gate) -> &'static str {
    "Access"
}

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
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let (home, resource) = (case.home(), case.resource());
    let (user, application) = (case.user(), case.application());
    let feature = feature_short(case.feature());
    let policy = || case.narrator.policy(case.request(), case.ground);
    let asks = |what: &str| policy().and(format!(" asks for {what}. "));
    let mfa = "multifactor authentication";
    match reason {
            Reason::NoPolicyApplies => Text::new().and(match case.feature() {
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
            Reason::MfaOfOtherAccount => asks(mfa).and(format!(
                "{user} does not sign in with an account of {home}, so is asked for it in {resource}, whatever {resource} accepts from {home}."
            )),
            Reason::DeviceOfOtherAccount => asks("a compliant or hybrid joined device").and(format!(
                "{user} does not sign in with an account of {home}, so no tenant’s word for a device can count."
            )),
            Reason::StrengthOfOtherAccount => asks("an authentication strength").and(format!(
                "{user} does not sign in with an account of {home}, and a strength cannot be applied to such guests. What happens then is not documented."
            )),
            Reason::UnsupportedBlocks
            | Reason::UnsupportedIgnored
            | Reason::AllUsersIncludesDirectConnect
            | Reason::AllUsersMeansDirectory
            | Reason::NullTrustIsOff
            | Reason::NullTrustInherits => reading(reason).into(),
        }
}

pub(super) fn deed(case: &Case<'_>, reason: Reason) -> Text {
    let home = case.home();
    let text = Text::new();
    match reason {
            Reason::MfaNotTrusted | Reason::StrengthNotTrusted => {
                text.and(format!("accept multifactor authentication from {home} in the trust settings"))
            }
            Reason::CompliantDeviceNotTrusted => text.and(format!(
                "accept compliant devices from {home} in the trust settings, or leave external users out of the policy"
            )),
            Reason::HybridJoinedDeviceNotTrusted => text.and(format!(
                "accept hybrid joined devices from {home} in the trust settings, or leave external users out of the policy"
            )),
            Reason::MfaNotDoneAtHome => {
                text.and(format!("sign in to {home} with multifactor authentication first"))
            }
            Reason::CompliantDeviceMissing => {
                text.and(format!("sign in from a device that {home} finds compliant, in a browser or app that says so"))
            }
            Reason::HybridJoinedDeviceMissing => {
                text.and(format!("sign in from a device that is hybrid joined to {home}, in a browser or app that says so"))
            }
            Reason::DeviceOfOtherAccount => {
                text.and("leave guests without a tenant out of the policy, or ask them for multifactor authentication instead")
            }
            Reason::PolicyBlocks | Reason::ControlNotSupported | Reason::ApprovedAppNotSupported => {
                text.and("leave external users out of the policy, or ask them for something else")
            }
            _ => text.and("look at this policy"),
    }
}

/// What a prompt asks of the person, after the person's name.
pub(super) fn prompt(case: &Case<'_>, reason: Reason) -> Option<String> {
    Some(match reason {
        Reason::MfaPromptAtHome => format!("is asked for multifactor authentication at {}", case.home()),
        Reason::MfaPromptInResource | Reason::MfaOfOtherAccount => format!(
            "is asked for multifactor authentication in {}, and registers there first if need be",
            case.resource()
        ),
        Reason::TermsOfUsePrompt => "accepts terms of use".into(),
        _ => return None,
    })
}

pub(super) fn word(reason: Reason) -> Option<&'static str> {
    Some(match reason {
        Reason::MfaPromptAtHome | Reason::MfaPromptInResource | Reason::MfaOfOtherAccount => "After MFA",
        Reason::TermsOfUsePrompt => "After terms",
        Reason::MfaNotDoneAtHome => "Until MFA",
        Reason::CompliantDeviceMissing | Reason::HybridJoinedDeviceMissing => "Needs device",
        _ => return None,
    })
}

pub(super) fn reading(reading: Reason) -> &'static str {
    match reading {
        Reason::UnsupportedBlocks => "What is not supported cannot be satisfied",
        Reason::UnsupportedIgnored => "What is not supported is passed over",
        Reason::AllUsersIncludesDirectConnect => "All users takes in direct connect users",
        Reason::AllUsersMeansDirectory => "All users means users with an object in the tenant",
        Reason::NullTrustIsOff => "Null means not trusted",
        Reason::NullTrustInherits => "Null inherits the default’s switch",
        _ => "",
    }
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::ConditionalAccessApplies => {
            "The resource tenant’s conditional access policies are evaluated when an external user signs in."
        }
        Statement::GrantControls => "Which grant controls conditional access has for external users.",
        Statement::MfaTrust => {
            "With trust, multifactor authentication done at home counts; without, guests do it in the resource tenant."
        }
        Statement::MfaTrustRequired => {
            "With a policy that requires multifactor authentication, direct connect needs the trust setting."
        }
        Statement::MfaDoneAtHome => {
            "The direct connect overview refuses a person who has not done multifactor authentication at home; the page on conditional access for external users describes a challenge at home instead. This page follows the first."
        }
        Statement::DeviceTrust => "Device claims of external users count only with the trust setting.",
        Statement::UnsupportedControls => {
            "Approved client apps, app protection policies and password change are not supported for external users."
        }
        Statement::UnsupportedForDirectConnect => {
            "Terms of use and session controls are not supported for direct connect users."
        }
        Statement::OtherIdentityProviders => {
            "Guests who sign in with a personal or Google account, a federation or a passcode always do multifactor authentication in the resource tenant."
        }
        Statement::AuthenticationStrength => {
            "Which methods satisfy an authentication strength at home and in the resource tenant."
        }
        Statement::AllUsersScope => "All users takes in everyone in the directory, guests included.",
        Statement::TrustSettings => "The three trust settings; null is not explained.",
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
