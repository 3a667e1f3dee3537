//! Why the invitation says what it says, and the statements that rests on.

use crate::gates::declare::{reasons, statements};

reasons! {
    /// The scenario states no guests, and nothing would keep the person from becoming one.
    TakenToBeGuest = "invitation.takenToBeGuest",
    /// The guest has redeemed the invitation.
    Redeemed = "invitation.redeemed",
    /// The invitation is pending, and redeeming it asks for consent.
    RedeemsWithPrompt = "invitation.redeemsWithPrompt",
    /// The invitation is pending, and redeems itself: both sides have automatic redemption on.
    RedeemsAutomatically = "invitation.redeemsAutomatically",
    /// The guest object is in a state this engine does not know.
    UnknownState = "invitation.unknownState",
    /// The person has no object in the resource tenant.
    NotInvited = "invitation.notInvited",
    // What stands in the way of an invitation.
    /// The resource tenant lets nobody invite.
    InvitationsNotAllowed = "invitation.invitationsNotAllowed",
    /// Who may invite is set to a word this engine does not know.
    UnknownInviteSetting = "invitation.unknownInviteSetting",
    /// The person's domain is on the list of blocked ones.
    DomainBlocked = "invitation.domainBlocked",
    /// There is a list of allowed domains, and the person's is not on it.
    DomainNotListed = "invitation.domainNotListed",
    /// The scenario does not state the person's domain, or states two that the lists treat differently.
    DomainNotStated = "invitation.domainNotStated",
    /// The resource tenant's inbound settings block the person, and so the invitation.
    InboundBlocks = "invitation.inboundBlocks",
    /// The home tenant's outbound settings block the person, and so the invitation.
    OutboundBlocks = "invitation.outboundBlocks",
    /// One side's settings block, but not the person as such. Whether that stops an invitation is not documented.
    BlocksApplications = "invitation.blocksApplications",
    /// Reading: such a block stops the invitation.
    BlockStopsInvitation = "invitation.blockStopsInvitation",
    /// Reading: only users matter to an invitation.
    OnlyUsersMatter = "invitation.onlyUsersMatter",
    // Cross-tenant synchronization.
    /// Synchronization can create the object, if the home tenant takes the person into its scope.
    SyncMayCreate = "invitation.syncMayCreate",
    /// Synchronization is allowed, and fails because the home tenant does not redeem automatically.
    SyncNeedsHomeRedemption = "invitation.syncNeedsHomeRedemption",
    /// Synchronization is allowed, and fails because the resource tenant does not redeem automatically.
    SyncNeedsResourceRedemption = "invitation.syncNeedsResourceRedemption",
    /// Synchronization is allowed, and forbidden because nobody may invite guests.
    SyncForbidden = "invitation.syncForbidden",
    /// Synchronization is allowed, and inbound settings that block the person can stop it.
    SyncBlockedInbound = "invitation.syncBlockedInbound",
}

statements! {
    /// How a guest redeems an invitation.
    Redemption = "redemption" on "entra/external-id/redemption-experience",
    /// Automatic redemption needs both sides, each in its direction.
    AutomaticRedemption = "automaticRedemption" on "entra/external-id/cross-tenant-access-overview",
    /// Whoever signs in as a guest has an object in the resource tenant.
    GuestObject = "guestObject" on "troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist",
    /// Who may invite.
    WhoMayInvite = "whoMayInvite" on "entra/external-id/external-collaboration-settings-configure",
    /// Domain lists are for invitations, sent or pending; redeemed guests are unaffected.
    DomainLists = "domainLists" on "entra/external-id/allow-deny-list",
    /// Access settings of both sides decide whether a person can be invited.
    InvitationAccess = "invitationAccess" on "entra/external-id/cross-tenant-access-settings-b2b-collaboration",
    /// What cross-tenant synchronization needs, and how it fails.
    Synchronization = "synchronization" on "entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure",
}
