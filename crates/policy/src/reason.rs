//! Stable reason codes. Their words live in `entente-narrate`.

use serde::{Serialize, Serializer};

use crate::{Actor, ErrorCode, Gate};

/// Declares the reasons with their codes.
macro_rules! reasons {
    ($($(#[$meta:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        /// Why a ground says what it says. The codes never change their meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason {
            $($(#[$meta])* $variant,)+
        }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Reason] = &[$(Reason::$variant),+];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Reason::$variant => $code,)+
                }
            }
        }
    };
}

reasons! {
    // Users and applications of one B2B setting.
    /// The setting lets everyone reach everything.
    EveryoneAllowed = "access.everyoneAllowed",
    /// The setting's lists let this user reach this application.
    Listed = "access.listed",
    /// The setting blocks, but not this user and this application.
    NotBlocked = "access.notBlocked",
    /// The setting keeps everyone from everything.
    EveryoneBlocked = "access.everyoneBlocked",
    /// The setting allows some users, and this one is not among them.
    UserNotListed = "access.userNotListed",
    /// The setting allows some applications, and this one is not among them.
    ApplicationNotListed = "access.applicationNotListed",
    /// The block list names this user.
    UserBlocked = "access.userBlocked",
    /// The block list names this application.
    ApplicationBlocked = "access.applicationBlocked",
    /// The block lists name this user with this application.
    PairBlocked = "access.pairBlocked",
    /// The setting's list names nobody or nothing, and what that means is not documented.
    EmptyList = "access.emptyList",
    /// The setting leaves one half out, and what that means is not documented.
    MissingHalf = "access.missingHalf",
    /// The setting has an access type this engine does not know.
    UnknownAccessType = "access.unknownAccessType",
    // Readings of a missing half and of an empty list.
    /// Reading: a missing half is inherited from the layer below.
    MissingHalfInherits = "access.missingHalfInherits",
    /// Reading: a missing half sets no limit.
    MissingHalfSetsNoLimit = "access.missingHalfSetsNoLimit",
    /// Reading: an empty list names nobody and nothing.
    EmptyListNamesNobody = "access.emptyListNamesNobody",
    /// Reading: an empty list sets no limit, as if it named everyone or everything.
    EmptyListNamesEveryone = "access.emptyListNamesEveryone",

    // What a feature reaches.
    /// The feature reaches this application.
    WithinFeature = "feature.within",
    /// The feature does not reach this application, whatever the settings say.
    OutsideFeature = "feature.outside",

    // Conditional access.
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

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl Reason {
    /// The error the person who signs in would see, where the documentation names one.
    pub fn error(self, gate: Gate) -> Option<ErrorCode> {
        match (gate, self) {
            (Gate::HomeOutbound, reason) if reason.refuses() => {
                Some(ErrorCode::NotAllowedByOutboundPolicyTenant)
            }
            (Gate::ResourceInbound, reason) if reason.refuses() => {
                Some(ErrorCode::NotAllowedByInboundPolicyTenant)
            }
            (_, Reason::PolicyBlocks) => Some(ErrorCode::BlockedByConditionalAccess),
            (_, Reason::MfaNotTrusted) => Some(ErrorCode::InboundMfaNotAccepted),
            (_, Reason::CompliantDeviceNotTrusted | Reason::HybridJoinedDeviceNotTrusted) => {
                Some(ErrorCode::AcceptCompliantDevice)
            }
            (_, Reason::CompliantDeviceMissing) => Some(ErrorCode::DeviceNotCompliant),
            (_, Reason::HybridJoinedDeviceMissing) => Some(ErrorCode::DeviceNotDomainJoined),
            (_, Reason::ApprovedAppNotSupported) => Some(ErrorCode::NotApprovedApp),
            _ => None,
        }
    }

    /// Who has to act to turn a refusal for this reason.
    pub(crate) fn actor(self, gate: Gate) -> Actor {
        match (gate, self) {
            (
                _,
                Reason::MfaNotDoneAtHome | Reason::CompliantDeviceMissing | Reason::HybridJoinedDeviceMissing,
            ) => Actor::Person,
            (Gate::HomeOutbound, _) => Actor::HomeAdministrator,
            (Gate::ResourceInbound | Gate::ConditionalAccess, _) => Actor::ResourceAdministrator,
            (Gate::FeatureScope, _) => Actor::Nobody,
        }
    }

    /// Whether a B2B setting refuses for this reason.
    fn refuses(self) -> bool {
        matches!(
            self,
            Reason::EveryoneBlocked
                | Reason::UserNotListed
                | Reason::ApplicationNotListed
                | Reason::UserBlocked
                | Reason::ApplicationBlocked
                | Reason::PairBlocked
        )
    }
}
