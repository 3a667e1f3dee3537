//! Microsoft Graph's own types for cross-tenant access and conditional access: the same names, the same
//! nesting, the same meaning of null.
//!
//! Properties without a type here are kept in a `rest` map and written back as they came, so a document
//! that goes through this crate loses nothing. A value that Graph may add later (`unknownFutureValue`)
//! is kept as text.

mod access;
mod conditional_access;
mod cross_tenant;
mod word;

pub use access::{AccessType, B2bSetting, Target, TargetConfiguration, TargetType};
pub use conditional_access::{
    AuthenticationStrength, BuiltInControl, ConditionSet, ConditionalAccessApplications,
    ConditionalAccessPolicy, ConditionalAccessUsers, ExternalTenants, GrantControls, GuestsOrExternalUsers,
    Operator, PolicyState,
};
pub use cross_tenant::{
    AppServiceConnect, ConfigurationDefault, ConfigurationPartner, CrossTenantAccessPolicy,
    InboundOutboundPolicyConfiguration, InboundTrust, M365CollaborationInbound, M365CollaborationOutbound,
    Settings,
};

/// Properties this crate has no type for, kept as they came.
pub type Rest = serde_json::Map<alloc::string::String, serde_json::Value>;

/// Reads a collection that Graph may send as null.
pub(crate) fn null_as_empty<'de, D, T>(deserializer: D) -> Result<alloc::vec::Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    use serde::Deserialize;
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}
