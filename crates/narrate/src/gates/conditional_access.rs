//! The words of conditional access and the claims it lets count.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::gates::conditional_access::{Reason, Statement, named_by_condition};
use entente_policy::{Feature, Gate, Ground, Id, Request, Subject, Tenant};

use super::Case;
use crate::names::short as short_id;
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
    pub(super) fn policy(&self, request: &Request, ground: &Ground) -> Text {
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

/// Whether the scenario holds no policy of the resource tenant: nobody may have sent them.
fn has_none(case: &Case<'_>) -> bool {
    let resource = case.narrator.find_tenant(&case.request().resource);
    resource.is_some_and(|tenant| tenant.conditional_access_policies.is_empty())
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let (home, resource) = (case.home(), case.resource());
    let (user, application) = (case.user(), case.application());
    let feature = feature_short(case.feature());
    let policy = || case.narrator.policy(case.request(), case.ground);
    let asks = |what: &str| policy().and(format!(" asks for {what}. "));
    let mfa = "multifactor authentication";
    let strength = "an authentication strength";
    match reason {
            Reason::NoPolicyApplies => Text::new().and(match case.feature() {
                _ if has_none(case) => format!(
                    "No conditional access policy of {resource} is known here. One that it has could ask for something, or block."
                ),
                Feature::B2bDirectConnect => {
                    format!("No policy of {resource} in force meets {home}’s direct connect users with {application}.")
                }
                Feature::B2bCollaboration => {
                    format!("No policy of {resource} in force meets {home}’s guests with {application}.")
                }
            }),
            Reason::PolicyNotForPerson => policy().and(format!(
                " is for others. What {resource} and {home} have set and stated leaves {user} out of it."
            )),
            Reason::RiskDoesNotMatch => policy()
                .and(format!(" is for other levels of risk than the session of {user} states.")),
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
            Reason::UserRiskBlocks => policy().and(format!(
                " blocks users at risk, and {home} sees a risk in {user}. Only {home} can settle that."
            )),
            Reason::PasswordChangeImpossible => policy().and(format!(
                " has users at risk change their password, and {home} sees a risk in {user}. In {resource} {user} has no password to change."
            )),
            Reason::RegistrationBlockedByRisk => asks(mfa).and(format!(
                "{resource} sees a risk in the sign-in, {user} has not registered for it in {resource}, and nobody may register in a sign-in at risk."
            )),
            Reason::RegistrationNotStated => asks(mfa).and(format!(
                "{resource} sees a risk in the sign-in. Whoever has registered for it in {resource} is asked for it, whoever has not is refused. Whether {user} has is not stated."
            )),
            Reason::RiskWithTrust => asks(mfa).and(format!(
                "{resource} accepts {home}’s, and sees a risk in the sign-in. Whether that of {home} counts then, or {user} has to be registered in {resource}, is not documented."
            )),
            Reason::StrengthMetAtHome => asks(strength).and(format!(
                "{resource} accepts {home}’s {mfa}, and the method that {user} used there satisfies it."
            )),
            Reason::StrengthPromptAtHome => asks(strength).and(format!(
                "{resource} accepts {home}’s {mfa}, but the method that {user} used there does not satisfy it. {user} is asked for another at {home}."
            )),
            Reason::StrengthNotMetAtHome => asks(strength).and(format!(
                "{resource} accepts {home}’s {mfa}, but the method that {user} used there does not satisfy it, and {user} is refused until another does."
            )),
            Reason::StrengthPromptInResource => asks(strength).and(format!(
                "{resource} does not accept {home}’s {mfa}, so {user} is asked in {resource} for a method that satisfies it and that guests can use there."
            )),
            Reason::StrengthMethodNotDocumented => asks(strength).and(format!(
                "{resource} accepts {home}’s {mfa}, and the method that {user} used there satisfies it. Whether that method counts across tenants is not documented."
            )),
            Reason::StrengthDependsOnMethod => asks(strength).and(format!(
                "Whether {user} can satisfy it depends on the method, which the session here does not state."
            )),
            Reason::StrengthNotTrusted => asks(strength).and(format!(
                "It can only be met at home, and {resource} does not accept {home}’s {mfa}."
            )),
            Reason::TermsOfUsePrompt => policy().and(format!(" asks {user} to accept terms of use first.")),
            Reason::NotSupportedForDirectConnect => policy().and(format!(
                " imposes terms of use or session controls, which {feature} does not support. What happens then is not documented."
            )),
            Reason::CustomControlDecides => policy().and(" asks for a custom control. The service behind it decides."),
            Reason::CustomControlWithTrust => policy().and(format!(
                " asks for a custom control, which does not work where {resource} accepts {mfa} from {home}. What happens then is not documented."
            )),
            Reason::SessionControlsApply => policy().and(format!(
                " also limits the session of {user}, as for {resource}’s own people. That keeps nobody out."
            )),
            Reason::MembershipNotStated => policy().and(format!(
                " names people, groups or roles of {resource}. Whether it means {user} depends on the object that {user} has there, which is not stated."
            )),
            Reason::SignInRiskNotStated => policy()
                .and(" is for sign-ins at risk. What risk this one has is not stated."),
            Reason::UserRiskNotStated => policy()
                .and(format!(" is for users at risk. What risk {home} sees in {user} is not stated.")),
            Reason::LocationNotStated => policy()
                .and(format!(" is for some locations. Where {user} signs in from is not stated.")),
            Reason::PlatformNotStated => policy()
                .and(format!(" is for some device platforms. Which one {user} uses is not stated.")),
            Reason::ClientAppNotStated => policy()
                .and(format!(" is for some kinds of client apps. Which one {user} uses is not stated.")),
            Reason::DeviceFilterNotStated => policy()
                .and(format!(" filters devices. What is known of the device of {user} is not stated.")),
            Reason::DeviceFilterNeedsTrust => policy().and(format!(
                " filters devices. {resource} accepts no claim about devices from {home}, so it sees nothing of this one, and what the filter makes of that decides."
            )),
            Reason::EligibilityNotDocumented => policy().and(format!(
                " is for direct connect users. It also meets guests who could come by direct connect, and whether {user} could is not documented."
            )),
            Reason::CrossOverNotDocumented => policy().and(match case.feature() {
                Feature::B2bDirectConnect => format!(
                    " leaves out guests, and {user} has an object in {resource}. Whether that leaves out {user} here is not documented."
                ),
                Feature::B2bCollaboration => format!(
                    " leaves out direct connect users, and {user} could come that way as well. Whether that leaves out {user} here is not documented."
                ),
            }),
            Reason::NotEvaluated => policy()
                .and(" has a condition or control that this page does not evaluate, and that decides."),
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
            | Reason::CrossOverExcludes
            | Reason::CrossOverDoesNotExclude
            | Reason::EligibleForDirectConnect
            | Reason::NotEligibleForDirectConnect
            | Reason::HomeMfaCountsUnderRisk
            | Reason::RegistrationNeededUnderRisk
            | Reason::StrengthMethodCounts
            | Reason::StrengthMethodDoesNotCount
            | Reason::CustomControlAskedAnyway
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
            Reason::StrengthNotMetAtHome => {
                text.and(format!("sign in to {home} with a method that satisfies the strength first"))
            }
            Reason::RegistrationBlockedByRisk => text.and(format!(
                "have {} register for multifactor authentication in {} while no risk is seen, or leave external users out of the policy",
                case.user(),
                case.resource()
            )),
            Reason::UserRiskBlocks | Reason::PasswordChangeImpossible => {
                text.and(format!("settle the risk it sees in {}", case.user()))
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
        Reason::StrengthPromptAtHome => {
            format!("is asked for a stronger method of multifactor authentication at {}", case.home())
        }
        Reason::StrengthPromptInResource => format!(
            "is asked in {} for multifactor authentication by a method that is strong enough, and registers there first if need be",
            case.resource()
        ),
        Reason::TermsOfUsePrompt => "accepts terms of use".into(),
        _ => return None,
    })
}

pub(super) fn word(reason: Reason) -> Option<&'static str> {
    Some(match reason {
        Reason::MfaPromptAtHome
        | Reason::MfaPromptInResource
        | Reason::MfaOfOtherAccount
        | Reason::StrengthPromptAtHome
        | Reason::StrengthPromptInResource => "After MFA",
        Reason::TermsOfUsePrompt => "After terms",
        Reason::MfaNotDoneAtHome | Reason::StrengthNotMetAtHome => "Until MFA",
        Reason::UserRiskBlocks | Reason::PasswordChangeImpossible | Reason::RegistrationBlockedByRisk => {
            "At risk"
        }
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
        Reason::CrossOverExcludes => "Whom a policy leaves out is left out both ways",
        Reason::CrossOverDoesNotExclude => "Leaving somebody out goes for one way alone",
        Reason::EligibleForDirectConnect => "Direct connect would let the guest through",
        Reason::NotEligibleForDirectConnect => "Direct connect would not let the guest through",
        Reason::HomeMfaCountsUnderRisk => "Multifactor authentication at home counts all the same",
        Reason::RegistrationNeededUnderRisk => "A sign-in at risk needs registration in the resource tenant",
        Reason::StrengthMethodCounts => "A method that no page lists counts",
        Reason::StrengthMethodDoesNotCount => "Only the methods that a page lists count",
        Reason::CustomControlAskedAnyway => "The custom control is asked for all the same",
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
        Statement::SessionControls => "Session controls hold for guests as for anybody else.",
        Statement::CustomControls => "Custom controls do not work with cross-tenant trust.",
        Statement::UserTypes => {
            "External users are told apart by type. Policies for direct connect users also meet guests of Teams and SharePoint who are eligible for direct connect, and policies for guests also meet people in shared channels who have an object as well. Groups, roles and ids are those of the tenant that has the policy."
        }
        Statement::Conditions => "A policy applies only if all its conditions are met.",
        Statement::Risk => {
            "Sign-in risk is evaluated in the resource tenant, where whoever is not registered for multifactor authentication is blocked. User risk is evaluated at home, and a password can’t be changed elsewhere."
        }
        Statement::AuthenticationStrength => {
            "Which methods satisfy an authentication strength at home and in the resource tenant."
        }
        Statement::AllUsersScope => "All users takes in everyone in the directory, guests included.",
        Statement::TrustSettings => "The three trust settings; null is not explained.",
    }
}

pub(super) fn condition(
    narrator: &Narrator<'_>,
    code: &str,
    about: Option<&Id>,
    answer: bool,
) -> Option<String> {
    let tenant = || about.map_or_else(String::new, |tenant| narrator.tenant(tenant));
    let text = || about.map_or("", Id::as_str);
    Some(match (code, answer) {
        ("object", true) => format!("with an object in {}", tenant()),
        ("object", false) => format!("no object in {}", tenant()),
        ("member", true) => format!("a member of {}", tenant()),
        ("named", true) => format!("in {}", narrator.named(about)),
        ("named", false) => format!("not in {}", narrator.named(about)),
        ("notStated", true) => format!("perhaps in {}", narrator.named(about)),
        ("mfaRegistered", true) => format!("registered for MFA in {}", tenant()),
        ("mfaNotRegistered", true) => format!("not registered for MFA in {}", tenant()),
        ("method", true) => "method strong enough".into(),
        ("method", false) => "method not strong enough".into(),
        ("methodStated", false) => "method not stated".into(),
        ("methodInTable", false) => "method not listed".into(),
        ("signInRisk", true) => format!("sign-in risk {}", text()),
        ("signInRisk", false) => format!("sign-in risk other than {}", text()),
        ("signInRiskStated", false) => "sign-in risk not stated".into(),
        ("userRisk", true) => format!("user risk {}", text()),
        ("userRisk", false) => format!("user risk other than {}", text()),
        ("userRiskStated", false) => "user risk not stated".into(),
        _ => return None,
    })
}

impl Narrator<'_> {
    /// The objects and groups that a policy names, in a few words.
    fn named(&self, about: Option<&Id>) -> String {
        let names: Vec<String> =
            about.into_iter().flat_map(named_by_condition).map(|id| self.object(&id)).collect();
        match names.as_slice() {
            [] => "a role".into(),
            [one] => one.clone(),
            [first, second] => format!("{first} or {second}"),
            [first, second, rest @ ..] => format!("{first}, {second} or {} more", rest.len()),
        }
    }

    /// A group, or a guest by their name at home, of whichever tenant has it.
    fn object(&self, id: &Id) -> String {
        let find = |tenant: &Arc<Tenant>| {
            let group = tenant.directory.group(id).map(|group| group.display_name.clone());
            let guest =
                || tenant.guests.iter().flat_map(|guests| guests.iter()).find(|guest| guest.id == *id);
            group.or_else(|| {
                guest().map(|guest| self.user(&guest.home_tenant, &Subject::User(guest.home_user.clone())))
            })
        };
        self.scenario.tenants.iter().find_map(find).unwrap_or_else(|| short_id(id))
    }
}
