//! Why conditional access says what it says, and the statements that rests on.

use crate::gates::declare::{reasons, statements};
use crate::{Actor, ErrorCode};

reasons! {
    /// No policy in force meets this user and this application.
    NoPolicyApplies = "conditionalAccess.noPolicyApplies",
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
    /// Whether the method used at home satisfies the required strength is not stated.
    StrengthDependsOnMethod = "conditionalAccess.strengthDependsOnMethod",
    /// The required strength can only be met at home, where it does not count.
    StrengthNotTrusted = "conditionalAccess.strengthNotTrusted",
    /// The person has to accept terms of use.
    TermsOfUsePrompt = "conditionalAccess.termsOfUsePrompt",
    /// The policy imposes what direct connect does not support, and what happens then is not documented.
    NotSupportedForDirectConnect = "conditionalAccess.notSupportedForDirectConnect",
    /// The policy has a condition or control this engine does not evaluate.
    NotEvaluated = "conditionalAccess.notEvaluated",
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
            _ => return None,
        })
    }

    /// Who has to act to turn a refusal for this reason.
    pub(super) fn actor(self) -> Actor {
        match self {
            Reason::MfaNotDoneAtHome | Reason::CompliantDeviceMissing | Reason::HybridJoinedDeviceMissing => {
                Actor::Person
            }
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
    /// Authentication strengths for external users.
    AuthenticationStrength = "authenticationStrength" on "entra/identity/authentication/concept-authentication-strength-external-users",
    /// Whom `All users` takes in.
    AllUsersScope = "allUsersScope" on "entra/identity/conditional-access/concept-conditional-access-users-groups",
    /// Trust settings and their null values.
    TrustSettings = "trustSettings" on "graph/api/resources/crosstenantaccesspolicyinboundtrust",
}
