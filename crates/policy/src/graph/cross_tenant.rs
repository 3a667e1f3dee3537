//! The cross-tenant access policy of one tenant: its defaults and its organizational settings.
//! Graph: `crossTenantAccessPolicy`, `…ConfigurationDefault`, `…ConfigurationPartner`.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::{B2bSetting, TargetConfiguration, UnknownPart};
use crate::shape::{Field, Object, Rest, Shape, as_object, object};
use crate::{Id, Property};

object! {
    /// A tenant's cross-tenant access policy. Graph: `crossTenantAccessPolicy`.
    #[derive(Default)]
    CrossTenantAccessPolicy {
        /// The policy's name.
        display_name: Option<String> = "displayName",
        /// Other Microsoft clouds this tenant works with.
        allowed_cloud_endpoints: Vec<String> = "allowedCloudEndpoints",
        /// What holds for every tenant without settings of its own.
        default: Arc<ConfigurationDefault> = "default",
        /// What holds for one other tenant each.
        partners: Vec<Arc<ConfigurationPartner>> = "partners",
        /// What of it nobody has seen.
        unknown: Vec<UnknownPart> = "@entente.unknown",
    }
}

impl CrossTenantAccessPolicy {
    /// The organizational settings about `tenant`, if that organization has been added.
    pub fn partner(&self, tenant: &Id) -> Option<&ConfigurationPartner> {
        self.partners.iter().find(|partner| partner.tenant_id == *tenant).map(Arc::as_ref)
    }
}

/// Default settings. Graph: `crossTenantAccessPolicyConfigurationDefault`.
///
/// A property that is absent here has the value the service ships, see [`crate::service_default()`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigurationDefault {
    /// True until the defaults are customised.
    pub is_service_default: Option<bool>,
    /// The settings that defaults and organizational settings share.
    pub settings: Settings,
}

/// Organizational settings about one other tenant. Graph: `crossTenantAccessPolicyConfigurationPartner`.
///
/// A property that is null or absent inherits the default's value, property by property, unless it is
/// [unknown](Settings::is_unknown).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigurationPartner {
    /// The other tenant.
    pub tenant_id: Id,
    /// The settings that defaults and organizational settings share.
    pub settings: Settings,
}

/// An object with one property before the settings, on the same level.
macro_rules! before_settings {
    ($name:ident { $field:ident = $key:literal }) => {
        impl Object for $name {
            fn each(&self, see: &mut dyn FnMut(&'static str, &dyn Field)) {
                see($key, &self.$field);
                self.settings.each(see);
            }

            fn each_mut(&mut self, see: &mut dyn FnMut(&'static str, &mut dyn Field)) {
                see($key, &mut self.$field);
                self.settings.each_mut(see);
            }

            fn rest(&self) -> Rest {
                self.settings.rest()
            }

            fn keep(&mut self, rest: Rest) {
                self.settings.keep(rest);
            }
        }

        as_object!($name { $field: Shape::blank(), settings: Settings::blank() });
    };
}

before_settings!(ConfigurationDefault { is_service_default = "isServiceDefault" });
before_settings!(ConfigurationPartner { tenant_id = "tenantId" });

impl ConfigurationPartner {
    /// An organization just added: everything inherited.
    pub fn inheriting(tenant_id: Id) -> Self {
        ConfigurationPartner { tenant_id, settings: Settings::default() }
    }
}

object! {
    /// The settings that [`ConfigurationDefault`] and [`ConfigurationPartner`] share.
    #[derive(Default)]
    Settings {
        /// Guests from outside, coming in.
        b2b_collaboration_inbound: Option<B2bSetting> = "b2bCollaborationInbound",
        /// One's own users, being guests elsewhere.
        b2b_collaboration_outbound: Option<B2bSetting> = "b2bCollaborationOutbound",
        /// External users in one's own shared channels.
        b2b_direct_connect_inbound: Option<B2bSetting> = "b2bDirectConnectInbound",
        /// One's own users in other organizations' shared channels.
        b2b_direct_connect_outbound: Option<B2bSetting> = "b2bDirectConnectOutbound",
        /// Which claims of the other tenant count in one's own conditional access.
        inbound_trust: Option<InboundTrust> = "inboundTrust",
        /// Automatic redemption: whether consent prompts are suppressed.
        automatic_user_consent_settings: Option<InboundOutboundPolicyConfiguration> = "automaticUserConsentSettings",
        /// External accounts in external tenants, on one's own network and devices.
        tenant_restrictions: Option<B2bSetting> = "tenantRestrictions",
        /// Which identities a guest may redeem an invitation with, in order. On the defaults alone.
        invitation_redemption_identity_provider_configuration: Option<InvitationRedemption> = "invitationRedemptionIdentityProviderConfiguration",
        /// Cross-tenant synchronization from the other tenant. On organizational settings alone.
        identity_synchronization: Option<IdentitySynchronization> = "identitySynchronization",
        /// The other organization is a cloud service provider. On organizational settings alone.
        is_service_provider: Option<bool> = "isServiceProvider",
        /// One's own users may not administer other organizations on behalf of them. Beta.
        block_service_provider_outbound_access: Option<bool> = "blockServiceProviderOutboundAccess",
        /// Microsoft 365 collaboration, coming in.
        m365_collaboration_inbound: Option<M365CollaborationInbound> = "m365CollaborationInbound",
        /// Microsoft 365 collaboration, going out.
        m365_collaboration_outbound: Option<M365CollaborationOutbound> = "m365CollaborationOutbound",
        /// App service connect, coming in.
        app_service_connect_inbound: Option<AppServiceConnect> = "appServiceConnectInbound",
        /// Properties that nobody has seen: they may be null, or have any value.
        unknown: Vec<Property> = "@entente.unknown",
    }
}

impl Settings {
    /// The B2B setting that `property` names; nothing if `property` is not one of the four.
    pub fn b2b(&self, property: Property) -> Option<&B2bSetting> {
        match property {
            Property::B2bCollaborationInbound => self.b2b_collaboration_inbound.as_ref(),
            Property::B2bCollaborationOutbound => self.b2b_collaboration_outbound.as_ref(),
            Property::B2bDirectConnectInbound => self.b2b_direct_connect_inbound.as_ref(),
            Property::B2bDirectConnectOutbound => self.b2b_direct_connect_outbound.as_ref(),
            Property::TenantRestrictions => self.tenant_restrictions.as_ref(),
            _ => None,
        }
    }

    /// The place of the B2B setting that `property` names.
    pub fn b2b_mut(&mut self, property: Property) -> Option<&mut Option<B2bSetting>> {
        match property {
            Property::B2bCollaborationInbound => Some(&mut self.b2b_collaboration_inbound),
            Property::B2bCollaborationOutbound => Some(&mut self.b2b_collaboration_outbound),
            Property::B2bDirectConnectInbound => Some(&mut self.b2b_direct_connect_inbound),
            Property::B2bDirectConnectOutbound => Some(&mut self.b2b_direct_connect_outbound),
            Property::TenantRestrictions => Some(&mut self.tenant_restrictions),
            _ => None,
        }
    }

    /// Whether `property` has a value of its own here.
    pub fn has(&self, property: Property) -> bool {
        match property {
            Property::InboundTrust => self.inbound_trust.is_some(),
            Property::AutomaticUserConsentSettings => self.automatic_user_consent_settings.is_some(),
            Property::InvitationRedemptionIdentityProviderConfiguration => {
                self.invitation_redemption_identity_provider_configuration.is_some()
            }
            Property::IdentitySynchronization => self.identity_synchronization.is_some(),
            Property::IsServiceProvider => self.is_service_provider.is_some(),
            Property::BlockServiceProviderOutboundAccess => {
                self.block_service_provider_outbound_access.is_some()
            }
            b2b => self.b2b(b2b).is_some(),
        }
    }
}

object! {
    /// Which claims of the other tenant count. Graph: `crossTenantAccessPolicyInboundTrust`.
    #[derive(Default)]
    InboundTrust {
        /// Multifactor authentication done at home counts.
        is_mfa_accepted: Option<bool> = "isMfaAccepted",
        /// A device that the home tenant finds compliant counts.
        is_compliant_device_accepted: Option<bool> = "isCompliantDeviceAccepted",
        /// A device hybrid joined to the home tenant counts.
        is_hybrid_azure_ad_joined_device_accepted: Option<bool> = "isHybridAzureADJoinedDeviceAccepted",
    }
}

object! {
    /// A pair of switches. Graph: `inboundOutboundPolicyConfiguration`.
    #[derive(Default)]
    InboundOutboundPolicyConfiguration {
        /// For the other tenant's users, coming in.
        inbound_allowed: Option<bool> = "inboundAllowed",
        /// For one's own users, going out.
        outbound_allowed: Option<bool> = "outboundAllowed",
    }
}

object! {
    /// Which identities a guest may redeem an invitation with.
    /// Graph: `defaultInvitationRedemptionIdentityProviderConfiguration`.
    #[derive(Default)]
    InvitationRedemption {
        /// In order: `azureActiveDirectory`, `externalFederation`, `socialIdentityProviders`.
        primary_identity_provider_precedence_order: Vec<String> = "primaryIdentityProviderPrecedenceOrder",
        /// `defaultConfiguredIdp`, `emailOneTimePasscode` or `microsoftAccount`.
        fallback_identity_provider: Option<String> = "fallbackIdentityProvider",
    }
}

object! {
    /// Cross-tenant synchronization from another tenant. Graph: `crossTenantIdentitySyncPolicyPartner`.
    #[derive(Default)]
    IdentitySynchronization {
        /// Users.
        user_sync_inbound: Option<UserSyncInbound> = "userSyncInbound",
    }
}

object! {
    /// Graph: `crossTenantUserSyncInbound`.
    #[derive(Default)]
    UserSyncInbound {
        /// Whether the other tenant may create users here.
        is_sync_allowed: Option<bool> = "isSyncAllowed",
    }
}

object! {
    /// Graph: `crossTenantAccessPolicyM365CollaborationInboundSetting`.
    #[derive(Default)]
    M365CollaborationInbound {
        /// Which of the other tenant's users.
        users: Option<TargetConfiguration> = "users",
    }
}

object! {
    /// Graph: `crossTenantAccessPolicyM365CollaborationOutboundSetting`.
    #[derive(Default)]
    M365CollaborationOutbound {
        /// Which of one's own users and groups.
        users_and_groups: Option<TargetConfiguration> = "usersAndGroups",
    }
}

object! {
    /// Graph: `crossTenantAccessPolicyAppServiceConnectSetting`.
    #[derive(Default)]
    AppServiceConnect {
        /// Which applications.
        applications: Option<TargetConfiguration> = "applications",
    }
}
