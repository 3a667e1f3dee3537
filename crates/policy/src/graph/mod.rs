//! Microsoft Graph's own types for cross-tenant access and conditional access: the same names, the same
//! nesting, the same meaning of null.
//!
//! Properties without a type here are kept in a `rest` map and written back as they came, so a document
//! that goes through this crate loses nothing. A value that Graph may add later (`unknownFutureValue`)
//! is kept as text.

mod access;
mod authentication;
mod authorization;
mod conditional_access;
mod cross_tenant;
mod unknown;

pub use access::{AccessType, B2bSetting, Target, TargetConfiguration, TargetType};
pub use authentication::{AuthenticationMethod, AuthenticationStrength};
pub use authorization::{AllowInvitesFrom, AuthorizationPolicy, InvitationDomains};
pub use conditional_access::{
    BuiltInControl, ConditionSet, ConditionalAccessApplications, ConditionalAccessPolicy,
    ConditionalAccessUsers, ExternalTenants, GrantControls, GuestsOrExternalUsers, Operator, PolicyState,
    RiskLevel,
};
pub use cross_tenant::{
    AppServiceConnect, ConfigurationDefault, ConfigurationPartner, CrossTenantAccessPolicy,
    IdentitySynchronization, InboundOutboundPolicyConfiguration, InboundTrust, InvitationRedemption,
    M365CollaborationInbound, M365CollaborationOutbound, Settings, UserSyncInbound,
};
pub use unknown::UnknownPart;

pub use crate::shape::Rest;
