//! One tenant: who it is, whom and what it holds, and what it has set.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::graph::{
    AuthorizationPolicy, ConditionalAccessPolicy, CrossTenantAccessPolicy, InvitationDomains,
};
use crate::shape::{Rest, object, words};
use crate::{Guest, Id, SharedDirectory, TeamsSettings};

words! {
    /// The Microsoft cloud a tenant lives in.
    Cloud or Commercial {
        /// The worldwide commercial cloud.
        Commercial = "commercial",
        /// Microsoft Azure Government.
        UsGovernment = "usGovernment",
        /// Microsoft Azure operated by 21Vianet.
        China = "china",
    }
}

impl Cloud {
    /// Every cloud.
    pub const ALL: [Cloud; 3] = [Cloud::Commercial, Cloud::UsGovernment, Cloud::China];

    /// The cloud's name among a policy's `allowedCloudEndpoints`.
    pub fn endpoint(self) -> &'static str {
        match self {
            Cloud::Commercial => "microsoftonline.com",
            Cloud::UsGovernment => "microsoftonline.us",
            Cloud::China => "partner.microsoftonline.cn",
        }
    }
}

object! {
    /// A Microsoft Entra tenant.
    ///
    /// The big parts are shared pointers, so that keeping every earlier state of a scenario costs what changed.
    Tenant {
        /// The tenant id.
        id: Id = "id",
        /// The organization's name.
        display_name: String = "displayName",
        /// Verified domains, the first being the one shown.
        domains: Vec<String> = "domains",
        /// The Microsoft cloud.
        cloud: Cloud = "cloud",
        /// Users, groups, memberships and applications.
        directory: SharedDirectory = "directory",
        /// Default and organizational settings.
        cross_tenant_access_policy: CrossTenantAccessPolicy = "crossTenantAccessPolicy",
        /// Conditional access policies that may meet external users.
        conditional_access_policies: Vec<Arc<ConditionalAccessPolicy>> = "conditionalAccessPolicies",
        /// External collaboration settings: who may invite.
        authorization_policy: AuthorizationPolicy = "authorizationPolicy",
        /// External collaboration settings: which domains invitations may go to.
        invitation_domains: InvitationDomains = "invitationsAllowedAndBlockedDomainsPolicy",
        /// The guests of this tenant that come from other tenants of the scenario. Null where the scenario does
        /// not state them: whoever collaborates is then taken to be a guest already.
        guests: Option<Arc<Vec<Guest>>> = "guests",
        /// What Teams has to say about shared channels.
        teams: Arc<TeamsSettings> = "teams",
    }
}

impl Tenant {
    /// A tenant nobody has configured: an empty directory and the settings the service ships.
    pub fn untouched(id: Id) -> Self {
        Tenant {
            display_name: id.to_string(),
            id,
            domains: Vec::new(),
            cloud: Cloud::default(),
            directory: SharedDirectory::default(),
            cross_tenant_access_policy: CrossTenantAccessPolicy::default(),
            conditional_access_policies: Vec::new(),
            authorization_policy: AuthorizationPolicy::default(),
            invitation_domains: InvitationDomains::default(),
            guests: None,
            teams: Arc::default(),
            rest: Rest::new(),
        }
    }

    /// The object that a user of `home` has as a guest here, if the scenario states one.
    pub fn guest(&self, home: &Id, user: &Id) -> Option<&Guest> {
        self.guests.as_deref()?.iter().find(|guest| guest.home_tenant == *home && guest.home_user == *user)
    }
}
