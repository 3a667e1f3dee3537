//! External collaboration settings: who may invite, and from which domains.
//! Graph: `authorizationPolicy`; the domain lists as the directory's B2B management policy names them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::shape::{object, words};

words! {
    /// Who may invite guests. Graph: `allowInvitesFrom`. An untouched tenant lets everyone invite.
    kept AllowInvitesFrom or Everyone {
        /// Everyone in the organization, guests included.
        Everyone = "everyone",
        /// Administrators, guest inviters and all members.
        AdminsGuestInvitersAndAllMembers = "adminsGuestInvitersAndAllMembers",
        /// Administrators and guest inviters.
        AdminsAndGuestInviters = "adminsAndGuestInviters",
        /// Nobody.
        None = "none",
    }
}

object! {
    /// The part of a tenant's authorization policy that is about guests. Graph: `authorizationPolicy`.
    #[derive(Default)]
    AuthorizationPolicy {
        /// Who may invite guests; null is everyone.
        allow_invites_from: Option<AllowInvitesFrom> = "allowInvitesFrom",
    }
}

object! {
    /// The domains that invitations may go to: a list of allowed or a list of blocked ones, not both.
    #[derive(Default)]
    InvitationDomains {
        /// Invitations go to these domains alone; null where there is no such list.
        allowed_domains: Option<Vec<String>> = "allowedDomains",
        /// Invitations do not go to these domains; null where there is no such list.
        blocked_domains: Option<Vec<String>> = "blockedDomains",
    }
}
