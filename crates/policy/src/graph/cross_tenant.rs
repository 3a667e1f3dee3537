//! The cross-tenant access policy of one tenant: its defaults and its organizational settings.
//! Graph: `crossTenantAccessPolicy`, `…ConfigurationDefault`, `…ConfigurationPartner`.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{B2bSetting, Rest, TargetConfiguration, null_as_empty};
use crate::{Id, Property};

/// A tenant's cross-tenant access policy. Graph: `crossTenantAccessPolicy`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CrossTenantAccessPolicy {
    /// The policy's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// Other Microsoft clouds this tenant works with.
    #[serde(deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub allowed_cloud_endpoints: Vec<String>,
    /// What holds for every tenant without settings of its own.
    pub default: Arc<ConfigurationDefault>,
    /// What holds for one other tenant each.
    #[serde(deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Arc<ConfigurationPartner>>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ConfigurationDefault {
    /// True until the defaults are customised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_service_default: Option<bool>,
    /// The settings that defaults and organizational settings share.
    #[serde(flatten)]
    pub settings: Settings,
}

/// Organizational settings about one other tenant. Graph: `crossTenantAccessPolicyConfigurationPartner`.
///
/// A property that is null or absent inherits the default's value, property by property.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfigurationPartner {
    /// The other tenant.
    pub tenant_id: Id,
    /// The settings that defaults and organizational settings share.
    #[serde(flatten)]
    pub settings: Settings,
}

impl ConfigurationPartner {
    /// An organization just added: everything inherited.
    pub fn inheriting(tenant_id: Id) -> Self {
        ConfigurationPartner { tenant_id, settings: Settings::default() }
    }
}

/// The settings that [`ConfigurationDefault`] and [`ConfigurationPartner`] share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Guests from outside, coming in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b2b_collaboration_inbound: Option<B2bSetting>,
    /// One's own users, being guests elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b2b_collaboration_outbound: Option<B2bSetting>,
    /// External users in one's own shared channels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b2b_direct_connect_inbound: Option<B2bSetting>,
    /// One's own users in other organizations' shared channels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b2b_direct_connect_outbound: Option<B2bSetting>,
    /// Which claims of the other tenant count in one's own conditional access.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbound_trust: Option<InboundTrust>,
    /// Automatic redemption: whether consent prompts are suppressed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automatic_user_consent_settings: Option<InboundOutboundPolicyConfiguration>,
    /// External accounts in external tenants, on one's own network and devices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_restrictions: Option<B2bSetting>,
    /// Microsoft 365 collaboration, coming in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub m365_collaboration_inbound: Option<M365CollaborationInbound>,
    /// Microsoft 365 collaboration, going out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub m365_collaboration_outbound: Option<M365CollaborationOutbound>,
    /// App service connect, coming in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_service_connect_inbound: Option<AppServiceConnect>,
    /// Properties without a type here, among them `isServiceProvider`, `isInMultiTenantOrganization`,
    /// `identitySynchronization` and `invitationRedemptionIdentityProviderConfiguration`.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Settings {
    /// The B2B setting that `property` names; nothing if `property` is not one of the four.
    pub fn b2b(&self, property: Property) -> Option<&B2bSetting> {
        match property {
            Property::B2bCollaborationInbound => self.b2b_collaboration_inbound.as_ref(),
            Property::B2bCollaborationOutbound => self.b2b_collaboration_outbound.as_ref(),
            Property::B2bDirectConnectInbound => self.b2b_direct_connect_inbound.as_ref(),
            Property::B2bDirectConnectOutbound => self.b2b_direct_connect_outbound.as_ref(),
            Property::InboundTrust | Property::AutomaticUserConsentSettings => None,
        }
    }

    /// The place of the B2B setting that `property` names.
    pub fn b2b_mut(&mut self, property: Property) -> Option<&mut Option<B2bSetting>> {
        match property {
            Property::B2bCollaborationInbound => Some(&mut self.b2b_collaboration_inbound),
            Property::B2bCollaborationOutbound => Some(&mut self.b2b_collaboration_outbound),
            Property::B2bDirectConnectInbound => Some(&mut self.b2b_direct_connect_inbound),
            Property::B2bDirectConnectOutbound => Some(&mut self.b2b_direct_connect_outbound),
            Property::InboundTrust | Property::AutomaticUserConsentSettings => None,
        }
    }

    /// Whether `property` has a value of its own here.
    pub fn has(&self, property: Property) -> bool {
        match property {
            Property::InboundTrust => self.inbound_trust.is_some(),
            Property::AutomaticUserConsentSettings => self.automatic_user_consent_settings.is_some(),
            b2b => self.b2b(b2b).is_some(),
        }
    }
}

/// Which claims of the other tenant count. Graph: `crossTenantAccessPolicyInboundTrust`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InboundTrust {
    /// Multifactor authentication done at home counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_mfa_accepted: Option<bool>,
    /// A device that the home tenant finds compliant counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_compliant_device_accepted: Option<bool>,
    /// A device hybrid joined to the home tenant counts.
    #[serde(rename = "isHybridAzureADJoinedDeviceAccepted", skip_serializing_if = "Option::is_none")]
    pub is_hybrid_azure_ad_joined_device_accepted: Option<bool>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// A pair of switches. Graph: `inboundOutboundPolicyConfiguration`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InboundOutboundPolicyConfiguration {
    /// For the other tenant's users, coming in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inbound_allowed: Option<bool>,
    /// For one's own users, going out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outbound_allowed: Option<bool>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Graph: `crossTenantAccessPolicyM365CollaborationInboundSetting`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct M365CollaborationInbound {
    /// Which of the other tenant's users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub users: Option<TargetConfiguration>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Graph: `crossTenantAccessPolicyM365CollaborationOutboundSetting`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct M365CollaborationOutbound {
    /// Which of one's own users and groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub users_and_groups: Option<TargetConfiguration>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Graph: `crossTenantAccessPolicyAppServiceConnectSetting`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AppServiceConnect {
    /// Which applications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applications: Option<TargetConfiguration>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}
