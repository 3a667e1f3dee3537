//! What Microsoft Teams and Microsoft 365 have to say about shared channels, beside cross-tenant access.
//! Names are those of the Teams PowerShell module: `CsTeamsChannelsPolicy`, `CsTenantFederationConfiguration`.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Id;
use crate::shape::{object, words};

words! {
    /// The Teams service a tenant of the commercial cloud uses.
    TeamsService or Commercial {
        /// Commercial.
        Commercial = "commercial",
        /// The United States' government community cloud, GCC.
        Gcc = "gcc",
    }
}

object! {
    /// A tenant's settings for Teams. What is not stated is as the service ships it.
    #[derive(Default)]
    TeamsSettings {
        /// Which Teams service the tenant uses; null is the commercial one.
        service: Option<TeamsService> = "service",
        /// Channel policies. Whoever none is assigned to has the one called `Global`.
        channels_policies: Vec<TeamsChannelsPolicy> = "channelsPolicies",
        /// Whether guests may use Microsoft 365 groups; null is yes.
        allow_guests_to_access_groups: Option<bool> = "allowGuestsToAccessGroups",
        /// Whether SharePoint shares with external users; null is yes.
        allow_share_point_external_sharing: Option<bool> = "allowSharePointExternalSharing",
        /// External access: chat and presence with other organizations.
        federation: FederationConfiguration = "federationConfiguration",
    }
}

object! {
    /// A Teams channel policy. PowerShell: `CsTeamsChannelsPolicy`. A switch that is null is on, as shipped.
    #[derive(Default)]
    TeamsChannelsPolicy {
        /// The policy's name; `Global` is the one for everybody else.
        identity: String = "identity",
        /// People may create shared channels.
        allow_shared_channel_creation: Option<bool> = "allowSharedChannelCreation",
        /// People may invite external users to shared channels.
        allow_channel_sharing_to_external_user: Option<bool> = "allowChannelSharingToExternalUser",
        /// People may take part in external shared channels.
        allow_user_to_participate_in_external_shared_channel: Option<bool> = "allowUserToParticipateInExternalSharedChannel",
        /// Object ids of the users it is assigned to.
        assigned_users: Vec<Id> = "assignedUsers",
        /// Object ids of the groups it is assigned to.
        assigned_groups: Vec<Id> = "assignedGroups",
    }
}

object! {
    /// External access. PowerShell: `CsTenantFederationConfiguration`.
    #[derive(Default)]
    FederationConfiguration {
        /// Whether people work with other organizations at all; null is yes.
        allow_federated_users: Option<bool> = "allowFederatedUsers",
        /// Only these domains; null where all are allowed.
        allowed_domains: Option<Vec<String>> = "allowedDomains",
        /// Not these domains.
        blocked_domains: Vec<String> = "blockedDomains",
    }
}
