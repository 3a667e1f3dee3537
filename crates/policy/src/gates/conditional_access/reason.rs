//! Why conditional access says what it says, and the statements that rests on.

use crate::gates::declare::{reasons, statements};
use crate::{Actor, ErrorCode};

reasons! {
    /// No policy in force meets this user and this application.
    NoPolicyApplies = "conditionalAccess.noPolicyApplies",
    /// The policy meets others, and what somebody has set or stated of this person decides that.
    PolicyNotForPerson = "conditionalAccess.policyNotForPerson",
    /// The policy is for other levels of risk.
    RiskDoesNotMatch = "conditionalAccess.riskDoesNotMatch",
    /// The policy asks for nothing.
    NothingRequired = "conditionalAccess.nothingRequired",
    /// The policy blocks.
    PolicyBlocks = "conditionalAccess.policyBlocks",
    /// Multifactor authentication was done at home, and that counts.
    MfaAtHomeCounts = "conditionalAccess.mfaAtHomeCounts",
    /// Multifactor authentication at home would count; the person is asked for it there.
    MfaPromptAtHome = "conditionalAccess.mfaPromptAtHome",
    /// Multifactor authentication at home does not count; the person is asked for it in the resource tenant.
    MfaPromptInResource = "conditionalAccess.mfaPromptInResource",
    /// Multifactor authentication at home would count, but has not been done.
    MfaNotDoneAtHome = "conditionalAccess.mfaNotDoneAtHome",
    /// Multifactor authentication at home does not count, and direct connect has no other.
    MfaNotTrusted = "conditionalAccess.mfaNotTrusted",
    /// The device is compliant at home, and that counts.
    CompliantDeviceCounts = "conditionalAccess.compliantDeviceCounts",
    /// Device compliance at home would count, but the session has no such claim.
    CompliantDeviceMissing = "conditionalAccess.compliantDeviceMissing",
    /// Device compliance at home does not count.
    CompliantDeviceNotTrusted = "conditionalAccess.compliantDeviceNotTrusted",
    /// The device is hybrid joined at home, and that counts.
    HybridJoinedDeviceCounts = "conditionalAccess.hybridJoinedDeviceCounts",
    /// A hybrid joined device would count, but the session has no such claim.
    HybridJoinedDeviceMissing = "conditionalAccess.hybridJoinedDeviceMissing",
    /// A device hybrid joined at home does not count.
    HybridJoinedDeviceNotTrusted = "conditionalAccess.hybridJoinedDeviceNotTrusted",
    /// The control is not supported for external users, so they cannot satisfy it.
    ControlNotSupported = "conditionalAccess.controlNotSupported",
    /// The client app is not an approved one, and external users cannot have it approved.
    ApprovedAppNotSupported = "conditionalAccess.approvedAppNotSupported",
    /// The policy is for users at risk, which the home tenant sees, and blocks.
    UserRiskBlocks = "conditionalAccess.userRiskBlocks",
    /// The policy has users at risk change their password, which external users can't in the resource tenant.
    PasswordChangeImpossible = "conditionalAccess.passwordChangeImpossible",
    /// Nobody may register for multifactor authentication in a sign-in at risk, and this person has not.
    RegistrationBlockedByRisk = "conditionalAccess.registrationBlockedByRisk",
    /// Whether this person has registered for multifactor authentication in the resource tenant is not stated.
    RegistrationNotStated = "conditionalAccess.registrationNotStated",
    /// The sign-in is at risk, and whether multifactor authentication at home then counts is not documented.
    RiskWithTrust = "conditionalAccess.riskWithTrust",
    /// The method used at home satisfies the required strength, and that counts.
    StrengthMetAtHome = "conditionalAccess.strengthMetAtHome",
    /// The method used at home does not satisfy the required strength; the person is asked for another there.
    StrengthPromptAtHome = "conditionalAccess.strengthPromptAtHome",
    /// The method used at home does not satisfy the required strength.
    StrengthNotMetAtHome = "conditionalAccess.strengthNotMetAtHome",
    /// Nothing from home counts; the person is asked for a method that the resource tenant has.
    StrengthPromptInResource = "conditionalAccess.strengthPromptInResource",
    /// The method satisfies the required strength, and no page says whether it counts if used at home.
    StrengthMethodNotDocumented = "conditionalAccess.strengthMethodNotDocumented",
    /// Whether the method used at home satisfies the required strength is not stated.
    StrengthDependsOnMethod = "conditionalAccess.strengthDependsOnMethod",
    /// The required strength can only be met at home, where it does not count.
    StrengthNotTrusted = "conditionalAccess.strengthNotTrusted",
    /// The person has to accept terms of use.
    TermsOfUsePrompt = "conditionalAccess.termsOfUsePrompt",
    /// Another service judges a custom control.
    CustomControlDecides = "conditionalAccess.customControlDecides",
    /// A custom control does not work with claims from home that count, and what happens then is not documented.
    CustomControlWithTrust = "conditionalAccess.customControlWithTrust",
    /// Session controls of the policy hold for guests as well. They refuse nobody.
    SessionControlsApply = "conditionalAccess.sessionControlsApply",
    /// The policy imposes what direct connect does not support, and what happens then is not documented.
    NotSupportedForDirectConnect = "conditionalAccess.notSupportedForDirectConnect",
    /// The policy has a condition or control this engine does not evaluate.
    NotEvaluated = "conditionalAccess.notEvaluated",
    /// The policy names groups, roles or objects, and the scenario does not state the person's.
    MembershipNotStated = "conditionalAccess.membershipNotStated",
    /// The policy is for a risk in the sign-in that the scenario does not state.
    SignInRiskNotStated = "conditionalAccess.signInRiskNotStated",
    /// The policy is for a risk in the user that the scenario does not state.
    UserRiskNotStated = "conditionalAccess.userRiskNotStated",
    /// The policy is for some locations.
    LocationNotStated = "conditionalAccess.locationNotStated",
    /// The policy is for some device platforms.
    PlatformNotStated = "conditionalAccess.platformNotStated",
    /// The policy is for some kinds of client apps.
    ClientAppNotStated = "conditionalAccess.clientAppNotStated",
    /// The policy filters devices, and the scenario does not state what the device is.
    DeviceFilterNotStated = "conditionalAccess.deviceFilterNotStated",
    /// The policy filters devices, and no claim about devices from home counts.
    DeviceFilterNeedsTrust = "conditionalAccess.deviceFilterNeedsTrust",
    /// The policy leaves out those of the other way across, and whether that goes for who crosses over is not
    /// documented.
    CrossOverNotDocumented = "conditionalAccess.crossOverNotDocumented",
    /// The policy is for direct connect users, and whether direct connect would let the guest through is not
    /// documented.
    EligibilityNotDocumented = "conditionalAccess.eligibilityNotDocumented",
    /// Whether the policy meets direct connect users is not documented.
    ScopeNotDocumented = "conditionalAccess.scopeNotDocumented",
    /// A trust setting is null inside an object that is not, and what that means is not documented.
    TrustNotStated = "conditionalAccess.trustNotStated",
    /// The guest belongs to no tenant whose multifactor authentication could count, and does it in the resource
    /// tenant.
    MfaOfOtherAccount = "conditionalAccess.mfaOfOtherAccount",
    /// The guest belongs to no tenant whose word for a device could count.
    DeviceOfOtherAccount = "conditionalAccess.deviceOfOtherAccount",
    /// An authentication strength cannot be applied to guests who belong to no tenant.
    StrengthOfOtherAccount = "conditionalAccess.strengthOfOtherAccount",
    // Readings.
    /// Reading: the unsupported control cannot be satisfied.
    UnsupportedBlocks = "conditionalAccess.unsupportedBlocks",
    /// Reading: the unsupported control is passed over.
    UnsupportedIgnored = "conditionalAccess.unsupportedIgnored",
    /// Reading: `All users` takes in direct connect users.
    AllUsersIncludesDirectConnect = "conditionalAccess.allUsersIncludesDirectConnect",
    /// Reading: `All users` means users with an object in the tenant.
    AllUsersMeansDirectory = "conditionalAccess.allUsersMeansDirectory",
    /// Reading: whom a policy leaves out is left out the other way across, too.
    CrossOverExcludes = "conditionalAccess.crossOverExcludes",
    /// Reading: leaving somebody out goes for one way across alone.
    CrossOverDoesNotExclude = "conditionalAccess.crossOverDoesNotExclude",
    /// Reading: direct connect would let the guest through, so policies for direct connect users are for them.
    EligibleForDirectConnect = "conditionalAccess.eligibleForDirectConnect",
    /// Reading: direct connect would not let the guest through.
    NotEligibleForDirectConnect = "conditionalAccess.notEligibleForDirectConnect",
    /// Reading: multifactor authentication at home counts in a sign-in at risk.
    HomeMfaCountsUnderRisk = "conditionalAccess.homeMfaCountsUnderRisk",
    /// Reading: a sign-in at risk needs registration in the resource tenant.
    RegistrationNeededUnderRisk = "conditionalAccess.registrationNeededUnderRisk",
    /// Reading: a method that no page lists counts.
    StrengthMethodCounts = "conditionalAccess.strengthMethodCounts",
    /// Reading: only methods that a page lists count.
    StrengthMethodDoesNotCount = "conditionalAccess.strengthMethodDoesNotCount",
    /// Reading: the custom control is asked for all the same.
    CustomControlAskedAnyway = "conditionalAccess.customControlAskedAnyway",
    /// Reading: null counts as not trusted.
    NullTrustIsOff = "conditionalAccess.nullTrustIsOff",
    /// Reading: null inherits the default's switch.
    NullTrustInherits = "conditionalAccess.nullTrustInherits",
}

impl Reason {
    /// The error the person who signs in would see, where the documentation names one.
    pub(super) fn error(self) -> Option<ErrorCode> {
        Some(match self {
            Reason::PolicyBlocks => ErrorCode::BlockedByConditionalAccess,
            Reason::MfaNotTrusted => ErrorCode::InboundMfaNotAccepted,
            Reason::CompliantDeviceNotTrusted | Reason::HybridJoinedDeviceNotTrusted => {
                ErrorCode::AcceptCompliantDevice
            }
            Reason::CompliantDeviceMissing => ErrorCode::DeviceNotCompliant,
            Reason::HybridJoinedDeviceMissing => ErrorCode::DeviceNotDomainJoined,
            Reason::ApprovedAppNotSupported => ErrorCode::NotApprovedApp,
            Reason::RegistrationBlockedByRisk => ErrorCode::ProofUpBlockedDueToRisk,
            Reason::UserRiskBlocks | Reason::PasswordChangeImpossible => ErrorCode::BlockedByRiskOnHomeTenant,
            _ => return None,
        })
    }

    /// Who has to act to turn a refusal for this reason.
    pub(super) fn actor(self) -> Actor {
        match self {
            Reason::MfaNotDoneAtHome
            | Reason::StrengthNotMetAtHome
            | Reason::CompliantDeviceMissing
            | Reason::HybridJoinedDeviceMissing => Actor::Person,
            Reason::UserRiskBlocks | Reason::PasswordChangeImpossible => Actor::HomeAdministrator,
            _ => Actor::ResourceAdministrator,
        }
    }
}

statements! {
    /// No conditional access policy in force meets external users here.
    ConditionalAccessApplies = "conditionalAccessApplies" on "entra/external-id/authentication-conditional-access",
    /// Conditional access for external users: grant controls.
    GrantControls = "grantControls" on "entra/external-id/authentication-conditional-access",
    /// Multifactor authentication and trust for external users.
    MfaTrust = "mfaTrust" on "entra/external-id/authentication-conditional-access",
    /// Direct connect users are blocked where a policy asks for multifactor authentication without trust.
    MfaTrustRequired = "mfaTrustRequired" on "entra/external-id/b2b-direct-connect-overview",
    /// A direct connect user who has not done multifactor authentication at home is blocked.
    MfaDoneAtHome = "mfaDoneAtHome" on "entra/external-id/b2b-direct-connect-overview",
    /// Device claims count only if trusted.
    DeviceTrust = "deviceTrust" on "entra/external-id/authentication-conditional-access",
    /// Which controls are not supported for external users.
    UnsupportedControls = "unsupportedControls" on "entra/external-id/authentication-conditional-access",
    /// Which controls are not supported for direct connect users.
    UnsupportedForDirectConnect = "unsupportedForDirectConnect" on "entra/external-id/authentication-conditional-access",
    /// Guests of other identity providers always do multifactor authentication in the resource tenant.
    OtherIdentityProviders = "otherIdentityProvidersMfa" on "entra/external-id/authentication-conditional-access",
    /// Which session controls are supported for guests.
    SessionControls = "sessionControls" on "entra/external-id/authentication-conditional-access",
    /// Custom controls do not work with cross-tenant trust.
    CustomControls = "customControls" on "entra/external-id/authentication-conditional-access",
    /// How external users are told apart, by type and by the ids of the tenant.
    UserTypes = "userTypes" on "entra/identity/conditional-access/concept-conditional-access-users-groups",
    /// Conditions beside users and applications.
    Conditions = "conditions" on "entra/identity/conditional-access/concept-conditional-access-conditions",
    /// Sign-in risk is evaluated in the resource tenant, user risk at home.
    Risk = "risk" on "entra/external-id/authentication-conditional-access",
    /// Authentication strengths for external users.
    AuthenticationStrength = "authenticationStrength" on "entra/identity/authentication/concept-authentication-strength-external-users",
    /// Whom `All users` takes in.
    AllUsersScope = "allUsersScope" on "entra/identity/conditional-access/concept-conditional-access-users-groups",
    /// Trust settings and their null values.
    TrustSettings = "trustSettings" on "graph/api/resources/crosstenantaccesspolicyinboundtrust",
}
