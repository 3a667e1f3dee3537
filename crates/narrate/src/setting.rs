//! What settings are called.

use alloc::format;
use alloc::string::String;

use entente_policy::{Half, Id, Layer, Place, Property, SettingPath, Subject};

use crate::Narrator;

/// What a setting of the layers is called.
pub fn property_name(property: Property) -> &'static str {
    match property {
        Property::B2bCollaborationInbound => "inbound collaboration",
        Property::B2bCollaborationOutbound => "outbound collaboration",
        Property::B2bDirectConnectInbound => "inbound direct connect",
        Property::B2bDirectConnectOutbound => "outbound direct connect",
        Property::InboundTrust => "trust",
        Property::AutomaticUserConsentSettings => "automatic redemption",
        Property::TenantRestrictions => "tenant restrictions",
        Property::InvitationRedemptionIdentityProviderConfiguration => "redemption order",
        Property::IdentitySynchronization => "cross-tenant synchronization",
        Property::IsServiceProvider => "service provider",
        Property::BlockServiceProviderOutboundAccess => "administration of other organizations",
    }
}

/// What a setting beside the layers is called.
fn of_place(place: Place) -> &'static str {
    match place {
        Place::Cloud => "Microsoft cloud",
        Place::AllowedCloudEndpoints => "Microsoft cloud settings",
        Place::Partners => "organizational settings",
        Place::ConditionalAccessPolicies => "conditional access",
        Place::AllowInvitesFrom => "guest invite settings",
        Place::InvitationDomains => "domains for invitations",
        Place::Guests => "guests",
        Place::Users => "users",
        Place::Groups => "members of groups",
        Place::TeamsChannelsPolicies => "Teams channel policies",
        Place::TeamsGuestAccess => "guests in Microsoft 365 groups",
        Place::SharePointSharing => "SharePoint sharing",
        Place::TeamsFederation => "Teams external access",
        Place::TeamsService => "Teams service",
    }
}

/// A setting's name in a few words, where its tenant is plain to see.
pub fn setting_short(path: &SettingPath) -> &'static str {
    match path {
        SettingPath::CrossTenantAccess { property, .. } => match property {
            Property::B2bCollaborationInbound | Property::B2bDirectConnectInbound => "inbound",
            Property::B2bCollaborationOutbound | Property::B2bDirectConnectOutbound => "outbound",
            other => property_name(*other),
        },
        SettingPath::ConditionalAccess { .. } => "policy",
        SettingPath::Policy { place, .. } => of_place(*place),
        SettingPath::Session { .. } => "session",
    }
}

impl Narrator<'_> {
    /// A setting's name, with its tenant's and its layer's.
    pub fn setting(&self, path: &SettingPath) -> String {
        let whose = self.tenants(path.tenant());
        match path {
            SettingPath::CrossTenantAccess { layer, property, half, .. } => {
                let property = property_name(*property);
                let half = match half {
                    Some(Half::UsersAndGroups) => ", users and groups",
                    Some(Half::Applications) => ", applications",
                    None => "",
                };
                match layer {
                    Layer::Default => format!("{whose} default settings: {property}{half}"),
                    Layer::Partner(partner) => {
                        format!("{whose} settings for {}: {property}{half}", self.tenant(partner))
                    }
                }
            }
            SettingPath::ConditionalAccess { policy, .. } => {
                let name = self
                    .find_tenant(path.tenant())
                    .and_then(|tenant| {
                        tenant.conditional_access_policies.iter().find(|other| other.id == *policy)
                    })
                    .map_or_else(|| policy.as_str().into(), |policy| policy.display_name.clone());
                format!("{whose} conditional access: {name}")
            }
            SettingPath::Policy { place, item, .. } => {
                let what = of_place(*place);
                match item {
                    Some(item) => format!("{whose} {what}: {}", self.item(*place, path.tenant(), item)),
                    None => format!("{whose} {what}"),
                }
            }
            SettingPath::Session { tenant, user } => {
                let subject = user.clone().map_or(Subject::AnyOther, Subject::User);
                format!("session of {}", self.user(tenant, &subject))
            }
        }
    }

    /// A setting's name without its half.
    pub(crate) fn whole_setting(&self, path: &SettingPath) -> String {
        match path {
            SettingPath::CrossTenantAccess { tenant, layer, property, .. } => {
                self.setting(&SettingPath::CrossTenantAccess {
                    tenant: tenant.clone(),
                    layer: layer.clone(),
                    property: *property,
                    half: None,
                })
            }
            other => self.setting(other),
        }
    }

    /// What one item of a setting is called: the name of what its id stands for, if it is an id.
    fn item(&self, place: Place, tenant: &Id, item: &str) -> String {
        let id = Id::from(item);
        match place {
            Place::Partners => self.tenant(&id),
            Place::Users => self.user(tenant, &Subject::User(id)),
            Place::Groups => self.group(tenant, &id),
            _ => item.into(),
        }
    }
}
