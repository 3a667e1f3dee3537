//! What properties Graph's objects have, for reading them however they are spelt.

/// What belongs somewhere.
#[derive(Clone, Copy, Debug)]
pub(super) enum Type {
    /// True or false.
    Flag,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A text.
    Text,
    /// The id of a tenant.
    TenantId,
    /// A list.
    List(&'static Type),
    /// An object.
    Object(&'static Object),
    /// An object of Graph's that is only spelt otherwise by PowerShell.
    Spelt,
    /// The same, of which rules ask for little: what PowerShell cut short elsewhere does not matter.
    Listed,
}

/// An object of Graph's.
#[derive(Debug)]
pub(super) struct Object {
    /// What its properties are called, and what they are.
    pub(super) properties: &'static [(&'static str, Type)],
    /// What it is among those that need a look of their own.
    pub(super) role: Role,
}

/// What an object is among those that need a look of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A setting, or a part of one: with nothing but nulls in it, it is not set.
    Setting,
    /// A setting of two halves.
    Halves,
    /// Switches, each of which every answer states.
    Switches,
    /// One half: an access type and whom it concerns.
    Half,
    /// One name on such a list.
    Target,
    /// An object with settings.
    Whole,
}

impl Object {
    const fn new(role: Role, properties: &'static [(&'static str, Type)]) -> Self {
        Object { properties, role }
    }
}

/// Whether a list of targets lets through or keeps out.
const ACCESS: Type = Type::Word(&["allowed", "blocked", "unknownFutureValue"]);

/// What a target is.
const TARGET_TYPE: Type = Type::Word(&["user", "group", "application", "unknownFutureValue"]);

const TARGET: Type =
    Type::Object(&Object::new(Role::Target, &[("target", Type::Text), ("targetType", TARGET_TYPE)]));

const HALF: Type =
    Type::Object(&Object::new(Role::Half, &[("accessType", ACCESS), ("targets", Type::List(&TARGET))]));

/// A setting of users and applications.
pub(super) const B2B: Type =
    Type::Object(&Object::new(Role::Halves, &[("usersAndGroups", HALF), ("applications", HALF)]));

/// Devices in tenant restrictions.
const DEVICES: Type = Type::Object(&Object::new(Role::Setting, &[("mode", ACCESS), ("rule", Type::Text)]));

const RESTRICTIONS: Type = Type::Object(&Object::new(
    Role::Halves,
    &[("usersAndGroups", HALF), ("applications", HALF), ("devices", DEVICES)],
));

const USERS: Type = Type::Object(&Object::new(Role::Setting, &[("users", HALF)]));
const USERS_AND_GROUPS: Type = Type::Object(&Object::new(Role::Setting, &[("usersAndGroups", HALF)]));
const APPLICATIONS: Type = Type::Object(&Object::new(Role::Setting, &[("applications", HALF)]));

const TRUST: Type = Type::Object(&Object::new(
    Role::Switches,
    &[
        ("isMfaAccepted", Type::Flag),
        ("isCompliantDeviceAccepted", Type::Flag),
        ("isHybridAzureADJoinedDeviceAccepted", Type::Flag),
        ("isCompliantNetworkAccepted", Type::Flag),
    ],
));

const CONSENT: Type = Type::Object(&Object::new(
    Role::Setting,
    &[("inboundAllowed", Type::Flag), ("outboundAllowed", Type::Flag)],
));

/// No rule asks for it, so it is kept with all its nulls.
const MEETINGS: Type = Type::Object(&Object::new(
    Role::Whole,
    &[("inboundAllowed", Type::Flag), ("outboundAllowed", Type::Flag)],
));

/// With what a guest can redeem an invitation.
const PROVIDER: Type = Type::Word(&[
    "azureActiveDirectory",
    "externalFederation",
    "socialIdentityProviders",
    "emailOneTimePasscode",
    "microsoftAccount",
    "defaultConfiguredIdp",
    "unknownFutureValue",
]);

/// Another Microsoft cloud.
const CLOUD: Type = Type::Word(&["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"]);

const REDEMPTION: Type = Type::Object(&Object::new(
    Role::Setting,
    &[
        ("primaryIdentityProviderPrecedenceOrder", Type::List(&PROVIDER)),
        ("fallbackIdentityProvider", PROVIDER),
    ],
));

const SYNC_INBOUND: Type = Type::Object(&Object::new(Role::Setting, &[("isSyncAllowed", Type::Flag)]));

/// Cross-tenant synchronization within a partner.
const SYNC_WITHIN: Type = Type::Object(&Object::new(
    Role::Setting,
    &[
        ("tenantId", Type::Text),
        ("displayName", Type::Text),
        ("userSyncInbound", SYNC_INBOUND),
        ("groupSyncInbound", SYNC_INBOUND),
    ],
));

/// Cross-tenant synchronization by itself.
pub(super) const SYNC: Type = Type::Object(&Object::new(
    Role::Whole,
    &[
        ("tenantId", Type::TenantId),
        ("displayName", Type::Text),
        ("userSyncInbound", SYNC_INBOUND),
        ("groupSyncInbound", SYNC_INBOUND),
    ],
));

/// A default, a partner, or some of their settings.
pub(super) const CONFIGURATION: Type = Type::Object(&Object::new(
    Role::Whole,
    &[
        ("id", Type::Text),
        ("tenantId", Type::TenantId),
        ("deletedDateTime", Type::Text),
        ("isServiceDefault", Type::Flag),
        ("isServiceProvider", Type::Flag),
        ("isInMultiTenantOrganization", Type::Flag),
        ("blockServiceProviderOutboundAccess", Type::Flag),
        ("b2bCollaborationInbound", B2B),
        ("b2bCollaborationOutbound", B2B),
        ("b2bDirectConnectInbound", B2B),
        ("b2bDirectConnectOutbound", B2B),
        ("tenantRestrictions", RESTRICTIONS),
        ("inboundTrust", TRUST),
        ("automaticUserConsentSettings", CONSENT),
        ("invitationRedemptionIdentityProviderConfiguration", REDEMPTION),
        ("identitySynchronization", SYNC_WITHIN),
        ("m365CollaborationInbound", USERS),
        ("m365CollaborationOutbound", USERS_AND_GROUPS),
        ("appServiceConnectInbound", APPLICATIONS),
        ("crossCloudMeetingConfiguration", MEETINGS),
        // What these hold no page says, but Graph’s names begin with a small letter.
        ("protectedContentSharing", Type::Spelt),
        ("m365Capabilities", Type::Spelt),
        ("serviceProviderConstraints", Type::Spelt),
    ],
));

/// The cross-tenant access policy itself.
pub(super) const POLICY: Type = Type::Object(&Object::new(
    Role::Whole,
    &[("id", Type::Text), ("displayName", Type::Text), ("allowedCloudEndpoints", Type::List(&CLOUD))],
));

/// The properties that make an object a default's, a partner's, or a part of theirs.
pub(super) const SETTINGS: [&str; 14] = [
    "b2bCollaborationInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "inboundTrust",
    "automaticUserConsentSettings",
    "tenantRestrictions",
    "identitySynchronization",
    "isServiceProvider",
    "blockServiceProviderOutboundAccess",
    "m365CollaborationInbound",
    "m365CollaborationOutbound",
    "appServiceConnectInbound",
    "invitationRedemptionIdentityProviderConfiguration",
];
