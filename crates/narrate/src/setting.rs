//! What settings are called.

use alloc::format;
use alloc::string::String;

use entente_policy::{Half, Layer, Property, SettingPath};

use crate::Narrator;

impl Narrator<'_> {
    /// A setting's name, with its tenant's and its layer's.
    pub fn setting(&self, path: &SettingPath) -> String {
        let whose = self.tenants(path.tenant());
        match path {
            SettingPath::CrossTenantAccess { layer, property, half, .. } => {
                let property = match property {
                    Property::B2bCollaborationInbound => "inbound collaboration",
                    Property::B2bCollaborationOutbound => "outbound collaboration",
                    Property::B2bDirectConnectInbound => "inbound direct connect",
                    Property::B2bDirectConnectOutbound => "outbound direct connect",
                    Property::InboundTrust => "trust",
                    Property::AutomaticUserConsentSettings => "automatic redemption",
                };
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
            SettingPath::Session { tenant, user } => {
                let subject =
                    user.clone().map_or(entente_policy::Subject::AnyOther, entente_policy::Subject::User);
                format!("session of {}", self.user(tenant, &subject))
            }
        }
    }
}
