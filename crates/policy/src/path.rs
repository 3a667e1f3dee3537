//! The one address of a setting.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::shape::words;

words! {
    /// A property of the default or of an organization's settings, by Graph's name.
    Property or B2bCollaborationInbound {
        /// Guests from outside, coming in.
        B2bCollaborationInbound = "b2bCollaborationInbound",
        /// One's own users, being guests elsewhere.
        B2bCollaborationOutbound = "b2bCollaborationOutbound",
        /// External users in one's own shared channels.
        B2bDirectConnectInbound = "b2bDirectConnectInbound",
        /// One's own users in other organizations' shared channels.
        B2bDirectConnectOutbound = "b2bDirectConnectOutbound",
        /// Which claims of the other tenant count.
        InboundTrust = "inboundTrust",
        /// Automatic redemption.
        AutomaticUserConsentSettings = "automaticUserConsentSettings",
        /// External accounts in external tenants, on one's own network and devices.
        TenantRestrictions = "tenantRestrictions",
        /// Which identities a guest may redeem an invitation with. On the defaults alone.
        InvitationRedemptionIdentityProviderConfiguration = "invitationRedemptionIdentityProviderConfiguration",
        /// Cross-tenant synchronization from the other tenant. On organizational settings alone.
        IdentitySynchronization = "identitySynchronization",
        /// The other organization is a cloud service provider. On organizational settings alone.
        IsServiceProvider = "isServiceProvider",
        /// One's own users may not administer other organizations on behalf of them.
        BlockServiceProviderOutboundAccess = "blockServiceProviderOutboundAccess",
    }
}

impl Property {
    /// Every property.
    pub const ALL: [Property; 11] = [
        Property::B2bCollaborationInbound,
        Property::B2bCollaborationOutbound,
        Property::B2bDirectConnectInbound,
        Property::B2bDirectConnectOutbound,
        Property::InboundTrust,
        Property::AutomaticUserConsentSettings,
        Property::TenantRestrictions,
        Property::InvitationRedemptionIdentityProviderConfiguration,
        Property::IdentitySynchronization,
        Property::IsServiceProvider,
        Property::BlockServiceProviderOutboundAccess,
    ];

    /// Those that every default and every organization's settings can state, in v1.0 of Graph.
    pub const SHARED: [Property; 7] = {
        let [a, b, c, d, e, f, g, ..] = Self::ALL;
        [a, b, c, d, e, f, g]
    };

    /// Whether defaults have this property.
    pub fn is_of_defaults(self) -> bool {
        !matches!(self, Property::IdentitySynchronization | Property::IsServiceProvider)
    }

    /// Whether settings about an organization have this property.
    pub fn is_of_partners(self) -> bool {
        self != Property::InvitationRedemptionIdentityProviderConfiguration
    }
}

/// Which settings of a tenant: its defaults, or those about one other organization.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Layer {
    /// Default settings.
    Default,
    /// Organizational settings about this tenant.
    Partner(Id),
}

/// One half of a B2B setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Half {
    /// `usersAndGroups`
    UsersAndGroups,
    /// `applications`
    Applications,
}

impl Half {
    /// Graph's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Half::UsersAndGroups => "usersAndGroups",
            Half::Applications => "applications",
        }
    }
}

crate::record::codes! {
    /// A setting beside the layers of the cross-tenant access policy.
    Place {
        /// The Microsoft cloud the tenant lives in.
        Cloud = "cloud",
        /// Which other Microsoft clouds the tenant works with.
        AllowedCloudEndpoints = "crossTenantAccessPolicy/allowedCloudEndpoints",
        /// The organizations that have settings of their own.
        Partners = "crossTenantAccessPolicy/partners",
        /// Conditional access policies, all of them.
        ConditionalAccessPolicies = "conditionalAccessPolicies",
        /// Who may invite.
        AllowInvitesFrom = "authorizationPolicy/allowInvitesFrom",
        /// Which domains invitations may go to.
        InvitationDomains = "invitationsAllowedAndBlockedDomainsPolicy",
        /// Guests.
        Guests = "guests",
        /// Users, with what is stated about them.
        Users = "directory/users",
        /// Who is in a group.
        Groups = "directory/groups",
        /// Teams channel policies.
        TeamsChannelsPolicies = "teams/channelsPolicies",
        /// Guests in Microsoft 365 groups.
        TeamsGuestAccess = "teams/allowGuestsToAccessGroups",
        /// SharePoint's sharing with external users.
        SharePointSharing = "teams/allowSharePointExternalSharing",
        /// Teams external access.
        TeamsFederation = "teams/federationConfiguration",
        /// Which Teams service the tenant uses.
        TeamsService = "teams/service",
    }
}

/// The address of a setting: explanations, highlights, changes and messages all speak in it.
///
/// Written as text it reads `contoso/partners/fabrikam/b2bDirectConnectInbound/usersAndGroups`, with the
/// tenants' ids in the place of their names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SettingPath {
    /// In the cross-tenant access policy of `tenant`.
    CrossTenantAccess {
        /// Whose policy.
        tenant: Id,
        /// Defaults or an organization.
        layer: Layer,
        /// Which setting.
        property: Property,
        /// Which half of a B2B setting; none for the whole setting.
        half: Option<Half>,
    },
    /// A conditional access policy of `tenant`.
    ConditionalAccess {
        /// Whose policy.
        tenant: Id,
        /// Which policy.
        policy: Id,
    },
    /// A setting of `tenant` beside the layers of its cross-tenant access policy.
    Policy {
        /// Whose setting.
        tenant: Id,
        /// Which.
        place: Place,
        /// Which item of it, where there are several.
        item: Option<String>,
    },
    /// The session of a user of `tenant`.
    Session {
        /// The user's home tenant.
        tenant: Id,
        /// Which user; none for everyone the directory does not list.
        user: Option<Id>,
    },
}

impl SettingPath {
    /// The tenant whose setting this is.
    pub fn tenant(&self) -> &Id {
        match self {
            SettingPath::CrossTenantAccess { tenant, .. }
            | SettingPath::ConditionalAccess { tenant, .. }
            | SettingPath::Policy { tenant, .. }
            | SettingPath::Session { tenant, .. } => tenant,
        }
    }

    /// Both halves of the setting that this is a half of: whichever refuses, the other may have a part in it. Any
    /// other setting alone.
    pub(crate) fn with_other_half(&self) -> Vec<SettingPath> {
        match self {
            SettingPath::CrossTenantAccess { tenant, layer, property, half: Some(_) } => {
                let of = |half| SettingPath::CrossTenantAccess {
                    tenant: tenant.clone(),
                    layer: layer.clone(),
                    property: *property,
                    half: Some(half),
                };
                [Half::UsersAndGroups, Half::Applications].map(of).into()
            }
            other => [other.clone()].into(),
        }
    }

    /// Whether `other` is this setting or a part of it.
    pub fn contains(&self, other: &SettingPath) -> bool {
        match (self, other) {
            (
                SettingPath::CrossTenantAccess { tenant, layer, property, half: None },
                SettingPath::CrossTenantAccess { tenant: t, layer: l, property: p, .. },
            ) => tenant == t && layer == l && property == p,
            (
                SettingPath::Policy { tenant, place, item: None },
                SettingPath::Policy { tenant: t, place: p, .. },
            ) => tenant == t && place == p,
            _ => self == other,
        }
    }
}

impl fmt::Display for SettingPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SettingPath::CrossTenantAccess { tenant, layer, property, half } => {
                write!(f, "{tenant}/")?;
                match layer {
                    Layer::Default => f.write_str("default")?,
                    Layer::Partner(partner) => write!(f, "partners/{partner}")?,
                }
                write!(f, "/{}", property.as_str())?;
                half.map_or(Ok(()), |half| write!(f, "/{}", half.as_str()))
            }
            SettingPath::ConditionalAccess { tenant, policy } => {
                write!(f, "{tenant}/conditionalAccessPolicies/{policy}")
            }
            SettingPath::Policy { tenant, place, item } => {
                write!(f, "{tenant}/{}", place.as_str())?;
                item.as_ref().map_or(Ok(()), |item| write!(f, "/{item}"))
            }
            SettingPath::Session { tenant, user: Some(user) } => write!(f, "{tenant}/users/{user}/session"),
            SettingPath::Session { tenant, user: None } => write!(f, "{tenant}/anyOtherUser/session"),
        }
    }
}

impl Serialize for SettingPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
