//! What a change leaves to say: what is not carried out by it, and what to know about what is.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Graph says what it is, and lets nobody write it.
    ReadOnly,
    /// Automatic redemption on the defaults is off, and stays so.
    DefaultConsent,
    /// The setting has no place on defaults, or on organizations.
    Misplaced,
    /// It was returned to what the service ships, and no documentation says what that is.
    ShippedUnknown,
    /// It is reached by a relationship of its own, for which nothing is written here.
    Relationship,
    /// Only beta documents it.
    Beta,
    /// No reference page documents the property.
    Uncharted,
    /// Only one half of a setting is stated.
    Half,
    /// A default that names users or groups, where the portal has everybody or nobody.
    DefaultNamesSomebody,
    /// Devices in tenant restrictions.
    Devices,
    /// Names where ids belong.
    NoId(String),
    /// Placeholders where ids belong.
    NotFilledIn(String),
    /// Access types that no page documents.
    AccessType(String),
    /// Targets of which nobody says what they are.
    TargetType(String),
    /// An access type and nobody whom it concerns.
    NobodyNamed,
    /// A service provider that is to be removed.
    ServiceProvider,
    /// A conditional access policy that is new: the service gives it an id.
    NewPolicy,
    /// Client application types, which a new conditional access policy has to state.
    ClientAppTypes,
    /// The name or the combinations of an authentication strength, which is a policy of its own.
    Strength,
    /// Which domains invitations may go to: the words say what is to be there.
    InvitationDomains(String),
    /// Assignments of a Teams policy.
    TeamsAssignments,
    /// Domains of Teams external access.
    TeamsDomains,
    /// Which Teams service the tenant uses.
    TeamsService,
    /// Guests in Microsoft 365 groups.
    GroupGuests,
    /// Sharing by SharePoint.
    SharePointSharing,
    /// Something else that is stated of Teams, of which nobody knows what it is.
    TeamsOther,
    /// People, groups and applications, and what is stated of them.
    Directory,
    /// Guests.
    Guests,
    /// What the tenant is: its name, domains and cloud.
    Identity,
    /// A property of the scenario’s own that nobody knows.
    Unknown,
    /// Settings that nobody has seen.
    NotSeen,
    /// Settings about an organization that may have been added already.
    MayBeThere,
    /// Organizations that may have been added, beside those that are listed now.
    MayBeMore,
    /// Synchronization of which nobody has seen whether it was there.
    MayBeSynchronized,
}

/// Something to say about settings that were changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub matter: Matter,
    /// The addresses of the settings.
    pub settings: Vec<String>,
}

impl Remark {
    /// Whether the settings are carried out by a request or a command, and this is only to be known about them.
    pub fn is_carried_out(&self) -> bool {
        matches!(
            self.matter,
            Matter::Beta
                | Matter::Uncharted
                | Matter::Half
                | Matter::DefaultNamesSomebody
                | Matter::Devices
                | Matter::ServiceProvider
                | Matter::MayBeThere
                | Matter::MayBeSynchronized
                | Matter::NewPolicy
                | Matter::ClientAppTypes
        )
    }

    /// The remark as a word, for data.
    pub fn code(&self) -> &'static str {
        match self.matter {
            Matter::ReadOnly => "readOnly",
            Matter::DefaultConsent => "defaultConsent",
            Matter::Misplaced => "misplaced",
            Matter::ShippedUnknown => "shippedUnknown",
            Matter::Relationship => "relationship",
            Matter::Beta => "beta",
            Matter::Uncharted => "uncharted",
            Matter::Half => "half",
            Matter::DefaultNamesSomebody => "defaultNamesSomebody",
            Matter::Devices => "devices",
            Matter::NoId(_) => "noId",
            Matter::NotFilledIn(_) => "notFilledIn",
            Matter::AccessType(_) => "accessType",
            Matter::TargetType(_) => "targetType",
            Matter::NobodyNamed => "nobodyNamed",
            Matter::ServiceProvider => "serviceProvider",
            Matter::NewPolicy => "newPolicy",
            Matter::ClientAppTypes => "clientAppTypes",
            Matter::Strength => "strength",
            Matter::InvitationDomains(_) => "invitationDomains",
            Matter::TeamsAssignments => "teamsAssignments",
            Matter::TeamsDomains => "teamsDomains",
            Matter::TeamsService => "teamsService",
            Matter::GroupGuests => "groupGuests",
            Matter::SharePointSharing => "sharePointSharing",
            Matter::TeamsOther => "teamsOther",
            Matter::Directory => "directory",
            Matter::Guests => "guests",
            Matter::Identity => "identity",
            Matter::Unknown => "unknown",
            Matter::NotSeen => "notSeen",
            Matter::MayBeThere => "mayBeThere",
            Matter::MayBeMore => "mayBeMore",
            Matter::MayBeSynchronized => "mayBeSynchronized",
        }
    }

    /// The remark as a sentence or two, without the settings.
    pub fn says(&self) -> String {
        let says = match &self.matter {
            Matter::InvitationDomains(lists) => {
                return format!(
                    "{lists} Set this in the Microsoft Entra admin center, under External Identities › External collaboration settings › Collaboration restrictions. In Graph the lists stand inside the definition of `b2bManagementPolicies` (beta), which is replaced as a whole."
                );
            }
            Matter::NoId(names) => {
                return format!(
                    "{names}: a name, and no id. Microsoft Graph takes ids alone here and will refuse it. Put the id in its place."
                );
            }
            Matter::NotFilledIn(names) => {
                return format!(
                    "{names}: a placeholder that nobody has filled in. Microsoft Graph will refuse it. Put the id in its place."
                );
            }
            Matter::AccessType(words) => {
                return format!(
                    "{words}: no access type that is documented. Microsoft Graph will refuse it. State `allowed` or `blocked`."
                );
            }
            Matter::TargetType(names) => {
                return format!(
                    "{names}: whether this is a user, a group or an application is not said, and Microsoft Graph will refuse it. State its `targetType`."
                );
            }
            Matter::NobodyNamed => {
                "An access type is stated, and nobody whom it concerns. Microsoft Graph will refuse an empty list: name somebody, or everybody."
            }
            Matter::ReadOnly => "Graph lets nobody write this.",
            Matter::DefaultConsent => {
                "Automatic redemption on the default settings is off and can’t be changed. Set it on the organization."
            }
            Matter::Misplaced => {
                "Graph has no such setting here: it stands on the other of defaults and organizations."
            }
            Matter::ShippedUnknown => {
                "This goes back to what the service ships, and no page says what that is. Reset the default settings as a whole, or set it by hand."
            }
            Matter::Relationship => {
                "This is reached by an address of its own, and is left to be set by hand."
            }
            Matter::Beta => "Only the beta version of Graph documents this.",
            Matter::Uncharted => {
                "No page of the Graph reference documents this property. It is sent to beta by itself, so that it takes nothing else with it if it is refused."
            }
            Matter::Half => {
                "Only one half of this setting is stated, and what the other then is, no page says. State both users and applications."
            }
            Matter::DefaultNamesSomebody => {
                "The admin center lets these default settings name everybody or nobody, and may show particular users and groups wrongly."
            }
            Matter::Devices => "The service does not support devices in tenant restrictions yet.",
            Matter::ServiceProvider => {
                "This organization is a service provider, and the admin center can’t remove it. The request may be refused."
            }
            Matter::NewPolicy => {
                "The service gives a new conditional access policy an id. Keep an emergency account out of it, and try it in report-only mode first."
            }
            Matter::ClientAppTypes => {
                "A new conditional access policy has to say which client applications it meets: all of them, as nothing else is stated."
            }
            Matter::Strength => {
                "An authentication strength is a policy of its own. The conditional access policy only says which one; its name and its methods are to be changed there."
            }
            Matter::TeamsAssignments => {
                "Whom a Teams policy is assigned to is set in the Teams admin center, or with `Grant-CsTeamsChannelsPolicy`."
            }
            Matter::TeamsDomains => {
                "The domains of external access are set in the Teams admin center, under Users › External access, or with `Set-CsTenantFederationConfiguration`."
            }
            Matter::TeamsService => "Which Teams service a tenant uses is a matter of its subscription.",
            Matter::GroupGuests => {
                "Guests in Microsoft 365 groups are allowed in the Microsoft 365 admin center, under Settings › Org settings › Microsoft 365 Groups, by a Global Administrator."
            }
            Matter::SharePointSharing => {
                "Sharing with external users is set in the SharePoint admin center, under Policies › Sharing, by a SharePoint Administrator."
            }
            Matter::TeamsOther => "Nobody knows what this property is, so it is left to be set by hand.",
            Matter::Directory => {
                "This is no setting: people, groups, memberships and applications are changed in the directory."
            }
            Matter::Guests => {
                "This is no setting: guests come by invitation or synchronization, and go when they are removed from the directory."
            }
            Matter::Identity => "This is what the tenant is, and no setting of these.",
            Matter::NotSeen => "Nobody has seen this, so nothing is sent for it: it stays as it is.",
            Matter::MayBeThere => {
                "Nobody has seen whether this organization has been added. If it has, leave out the request that adds it."
            }
            Matter::MayBeMore => {
                "Nobody had seen all organizations that have been added. Those that are not listed here are still there: ask Graph for `partners`, and remove what is not wanted."
            }
            Matter::MayBeSynchronized => {
                "Nobody has seen whether synchronization has been set here. If it has, send the request that adds it as PATCH in place of PUT; if it has not, leave out the one that removes it."
            }
            Matter::Unknown => "Nobody knows what this property is, so nothing is sent for it.",
        };
        says.into()
    }
}
