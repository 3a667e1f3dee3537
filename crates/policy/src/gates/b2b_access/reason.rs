//! Why access settings say what they say, and the statements that rests on.

use crate::gates::declare::{reasons, statements};

reasons! {
    // Users and applications of one B2B setting.
    /// The setting lets everyone reach everything.
    EveryoneAllowed = "access.everyoneAllowed",
    /// The setting's lists let this user reach this application.
    Listed = "access.listed",
    /// The setting blocks, but not this user and this application.
    NotBlocked = "access.notBlocked",
    /// The setting keeps everyone from everything.
    EveryoneBlocked = "access.everyoneBlocked",
    /// The setting allows some users, and this one is not among them.
    UserNotListed = "access.userNotListed",
    /// The setting allows some applications, and this one is not among them.
    ApplicationNotListed = "access.applicationNotListed",
    /// The block list names this user.
    UserBlocked = "access.userBlocked",
    /// The block list names this application.
    ApplicationBlocked = "access.applicationBlocked",
    /// The block lists name this user with this application.
    PairBlocked = "access.pairBlocked",
    /// The setting's list names nobody or nothing, and what that means is not documented.
    EmptyList = "access.emptyList",
    /// The setting leaves one half out, and what that means is not documented.
    MissingHalf = "access.missingHalf",
    /// The setting has an access type this engine does not know.
    UnknownAccessType = "access.unknownAccessType",
    /// A target of the setting stands for nobody or nothing that this engine knows of: a name in the place of an id,
    /// or a type that is not documented.
    OpenTarget = "access.openTarget",
    // Readings of a missing half, of an empty list and of an open target.
    /// Reading: a missing half is inherited from the layer below.
    MissingHalfInherits = "access.missingHalfInherits",
    /// Reading: a missing half sets no limit.
    MissingHalfSetsNoLimit = "access.missingHalfSetsNoLimit",
    /// Reading: an empty list names nobody and nothing.
    EmptyListNamesNobody = "access.emptyListNamesNobody",
    /// Reading: an empty list sets no limit, as if it named everyone or everything.
    EmptyListNamesEveryone = "access.emptyListNamesEveryone",
    /// Reading: the open target stands for somebody or something else.
    OpenTargetNamesOthers = "access.openTargetNamesOthers",
    /// Reading: the open target stands for this user or this application.
    OpenTargetNamesIt = "access.openTargetNamesIt",
    // Guests who sign in with something else than an account of a tenant.
    /// The guest does not sign in with an account of the home tenant, so its settings do not govern.
    OtherAccount = "access.otherAccount",
    /// The guest belongs to no tenant that settings could be about; the default would let them in anyway.
    OtherAccountLetIn = "access.otherAccountLetIn",
    /// The guest belongs to no tenant that settings could be about, and whether the default governs is not
    /// documented.
    OtherAccountNotDocumented = "access.otherAccountNotDocumented",
    /// Reading: the default governs guests who belong to no tenant.
    DefaultGovernsOtherAccounts = "access.defaultGovernsOtherAccounts",
    /// Reading: no access settings govern guests who belong to no tenant.
    NothingGovernsOtherAccounts = "access.nothingGovernsOtherAccounts",
}

statements! {
    /// Direct connect works only when both organizations allow it, each in its direction.
    MutualDirectConnect = "mutualDirectConnect" on "entra/external-id/b2b-direct-connect-overview",
    /// Collaboration is checked against the home tenant's outbound and the resource tenant's inbound settings.
    BothSidesChecked = "bothSidesChecked" on "entra/external-id/authentication-conditional-access",
    /// How users and applications of one setting combine: the table of nine settings.
    UsersAndApplications = "usersAndApplications" on "graph/api/resources/crosstenantaccesspolicy-overview",
    /// Target lists.
    TargetLists = "targetLists" on "graph/api/resources/crosstenantaccesspolicytargetconfiguration",
    /// Access settings are about other Microsoft Entra organizations.
    EntraOrganizations = "entraOrganizations" on "entra/external-id/cross-tenant-access-overview",
    /// Which checks guests of other identity providers meet.
    OtherIdentityProviders = "otherIdentityProviders" on "entra/external-id/authentication-conditional-access",
}
