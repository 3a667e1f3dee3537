//! What the service ships: the settings of a tenant nobody has configured.
//! Source: Graph, `crossTenantAccessPolicyConfigurationDefault`, and the overview page's table.

use crate::graph::{
    AccessType, B2bSetting, InboundOutboundPolicyConfiguration, InboundTrust, Rest, Settings,
};

/// The shipped defaults: collaboration open both ways, direct connect shut both ways, no claim trusted,
/// no prompt suppressed, tenant restrictions shut (without effect until a client sends the signal).
pub fn service_default() -> Settings {
    Settings {
        b2b_collaboration_inbound: Some(B2bSetting::everyone(AccessType::Allowed)),
        b2b_collaboration_outbound: Some(B2bSetting::everyone(AccessType::Allowed)),
        b2b_direct_connect_inbound: Some(B2bSetting::everyone(AccessType::Blocked)),
        b2b_direct_connect_outbound: Some(B2bSetting::everyone(AccessType::Blocked)),
        inbound_trust: Some(InboundTrust {
            is_mfa_accepted: Some(false),
            is_compliant_device_accepted: Some(false),
            is_hybrid_azure_ad_joined_device_accepted: Some(false),
            rest: Rest::new(),
        }),
        automatic_user_consent_settings: Some(InboundOutboundPolicyConfiguration {
            inbound_allowed: Some(false),
            outbound_allowed: Some(false),
            rest: Rest::new(),
        }),
        tenant_restrictions: Some(B2bSetting::everyone(AccessType::Blocked)),
        ..Settings::default()
    }
}
