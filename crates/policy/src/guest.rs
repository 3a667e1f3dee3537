//! Guest objects: what an invitation, or cross-tenant synchronization, leaves in the resource tenant.

use alloc::vec::Vec;

use crate::Id;
use crate::shape::{object, words};

words! {
    /// Whether a user object is a member's or a guest's. Graph: `userType`.
    kept UserType or Member {
        /// A member.
        Member = "Member",
        /// A guest.
        Guest = "Guest",
    }
}

words! {
    /// How far an invitation has come. Graph: `externalUserState`.
    kept ExternalUserState or Accepted {
        /// Redeemed.
        Accepted = "Accepted",
        /// Sent, and not redeemed yet.
        PendingAcceptance = "PendingAcceptance",
    }
}

words! {
    /// The identity a guest signs in with.
    kept IdentityProvider or AzureActiveDirectory {
        /// The account of a Microsoft Entra tenant.
        AzureActiveDirectory = "azureActiveDirectory",
        /// A personal Microsoft account.
        MicrosoftAccount = "microsoftAccount",
        /// A Google account.
        Google = "google",
        /// SAML or WS-Federation with the guest's organization.
        ExternalFederation = "externalFederation",
        /// A passcode sent by e-mail for each sign-in.
        EmailOneTimePasscode = "emailOneTimePasscode",
    }
}

object! {
    /// A guest of a tenant, from another tenant of the scenario.
    Guest {
        /// The object id in the resource tenant.
        id: Id = "id",
        /// The guest's home tenant.
        home_tenant: Id = "homeTenant",
        /// The object id in the home tenant.
        home_user: Id = "homeUser",
        /// How far the invitation has come.
        external_user_state: ExternalUserState = "externalUserState",
        /// Whether the object is a guest's or, as synchronization makes them, a member's.
        user_type: Option<UserType> = "userType",
        /// The directory roles that the object holds, by the id of their template; null where nobody has stated them.
        directory_roles: Option<Vec<Id>> = "directoryRoles",
        /// Whether the guest has registered for multifactor authentication in the resource tenant; null where
        /// nobody has stated it. Graph: `userRegistrationDetails`.
        is_mfa_registered: Option<bool> = "isMfaRegistered",
        /// What the guest signs in with.
        identity_provider: IdentityProvider = "identityProvider",
    }
}

impl Guest {
    /// The identity that the guest signs in with, where it is not an account of the home tenant.
    pub fn other_account(&self) -> Option<&IdentityProvider> {
        Some(&self.identity_provider).filter(|provider| **provider != IdentityProvider::AzureActiveDirectory)
    }
}
