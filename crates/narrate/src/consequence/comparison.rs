//! The words of direct connect beside collaboration.

use alloc::format;

use entente_policy::consequence::Attribute;
use entente_policy::consequence::facts::Comparison as Fact;

use super::Following;
use crate::names::capital;
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// What a line of the comparison is about.
    pub fn attribute(&self, attribute: Attribute) -> &'static str {
        match attribute {
            Attribute::Answer => "Here",
            Attribute::Definition => "What it is",
            Attribute::Functionality => "How it works",
            Attribute::Applications => "Applications",
            Attribute::Access => "Single sign-on",
            Attribute::Integration => "Between the organizations",
            Attribute::IntendedFor => "Meant for",
            Attribute::Defaults => "Who has to act",
            Attribute::DirectoryObject => "Directory object",
            Attribute::Management => "Managed by",
            Attribute::Identities => "Accounts",
            Attribute::TenantSwitching => "Tenant switching",
            Attribute::Teams => "In Teams",
            Attribute::AzurePortal => "Azure portal",
            Attribute::MyApps => "My Apps",
            Attribute::Consent => "Invitation and consent",
            Attribute::Mfa => "Multifactor authentication",
            Attribute::Devices => "Device claims",
            Attribute::SessionControls => "Terms of use, session controls",
            Attribute::Clouds => "Other Microsoft clouds",
            Attribute::DomainLists => "Lists of domains",
            Attribute::Automation => "Synchronization, entitlement",
            Attribute::Log => "In sign-in logs",
            Attribute::AccessReviews => "Access reviews",
            Attribute::Branding => "Whose brand",
            Attribute::Compliance => "Security and compliance",
            Attribute::Licensing => "Licence",
        }
    }
}

pub(super) fn says(following: &Following<'_>, fact: Fact) -> Text {
    let (user, home, resource) = (following.user(), following.home(), following.resource());
    let application = following.application();
    Text::new().and(match fact {
        Fact::Answer => {
            let verdict = following.narrator.verdict(following.decision());
            return Text::new().strong(format!("{} {}", verdict.sign, verdict.word));
        }
        Fact::NotSeen => return following.not_seen(),
        Fact::TrustBetweenOrganizations => "A mutual trust of two organizations.".into(),
        Fact::InvitationOfPersons => "Persons are invited and become guests.".into(),
        Fact::SharedChannelsInOwnTeams => {
            format!("{resource}’s shared channel appears in {home}’s Teams.")
        }
        Fact::InvitationThenSignIn => {
            format!("An invitation is accepted; then one signs in to {resource}.")
        }
        Fact::SharedChannelsOnly => "Teams shared channels and what they need.".into(),
        Fact::EveryKindOfApplication => "Microsoft’s, bought ones and one’s own.".into(),
        Fact::ThisOneOutOfReach => format!("Not {application}."),
        Fact::SingleSignOnInChannels => format!("Within shared channels, with the {home} account."),
        Fact::SingleSignOnToApplications => "To every application connected to Entra.".into(),
        Fact::NotAtEveryAccess => {
            "That guests authenticate at each access, as one can read, is not what Microsoft’s pages say."
                .into()
        }
        Fact::LastingConnection => "A connection that lasts while both sides keep it.".into(),
        Fact::PersonByPerson => "None needed: person by person.".into(),
        Fact::BothUseEntra => "Organizations that both use Entra.".into(),
        Fact::WithOrWithoutEntra => "Partners with or without Entra.".into(),
        Fact::ShippedShut => "Shut as shipped: both sides have to open it, and have not.".into(),
        Fact::OpenedByBoth => format!("Shut as shipped; {home} and {resource} have both opened it."),
        Fact::ShippedOpen => "Open as shipped: nobody has to act.".into(),
        Fact::RestrictedHere => "Open as shipped; here a side restricts it.".into(),
        Fact::NoObject => format!("None in {resource}."),
        Fact::GuestObject => format!("{} is a guest object in {resource}.", capital(&user)),
        Fact::MemberObject => {
            format!("{} is a member object in {resource}, as synchronization makes them.", capital(&user))
        }
        Fact::NoObjectYet => format!("None yet in {resource}; an invitation makes one."),
        Fact::OwnerManages => "The owner of the channel.".into(),
        Fact::DirectoryManages => format!("{resource}’s administrators, by groups and entitlement."),
        Fact::WorkAccountsOnly => "Entra work or school accounts.".into(),
        Fact::ManyIdentities => "Any e-mail address, federation, social accounts.".into(),
        Fact::NoSwitching => "No.".into(),
        Fact::Switching => "Yes.".into(),
        Fact::ChannelOnly => "The shared channel, not the team.".into(),
        Fact::TeamWithoutSharedChannels => "The team and private channels, no shared channel.".into(),
        Fact::NoAzurePortal => "No.".into(),
        Fact::AzurePortalWithRights => "With rights there.".into(),
        Fact::MyApps => "Yes.".into(),
        Fact::NoInvitation => "No invitation; consent to privacy terms on first use.".into(),
        Fact::InvitationAndRedemption => "An invitation, accepted with consent.".into(),
        Fact::RedemptionAutomatic => "No prompt: both sides redeem automatically.".into(),
        Fact::MfaAtHomeCounts => format!("{resource} accepts what was done at {home}."),
        Fact::MfaWithoutTrustBlocks => {
            format!("{resource} does not accept {home}’s: a policy that asks for it blocks.")
        }
        Fact::MfaInResourceTenant => {
            format!("{resource} does not accept {home}’s: done again in {resource}.")
        }
        Fact::DeviceClaimsCount => format!("{resource} accepts device claims of {home}."),
        Fact::DeviceWithoutTrustBlocks => {
            format!("{resource} accepts none of {home}: a policy that asks for one blocks.")
        }
        Fact::SessionControlsUnsupported => "Not supported.".into(),
        Fact::SessionControlsSupported => "Supported.".into(),
        Fact::NotAcrossClouds => "No.".into(),
        Fact::AcrossClouds => "Once both sides have set it up.".into(),
        Fact::DomainListsNotMentioned => "Not mentioned.".into(),
        Fact::DomainListsAtInvitation => "Apply to invitations.".into(),
        Fact::NoAutomation => "No.".into(),
        Fact::Automation => "Yes.".into(),
        Fact::LoggedAsDirectConnect => return Text::new().strong("b2bDirectConnect"),
        Fact::LoggedAsCollaboration => return Text::new().strong("b2bCollaboration"),
        Fact::ReviewedByTeam => "Single-stage, of one team.".into(),
        Fact::ReviewedInFull => "In full.".into(),
        Fact::BrandOfHome => format!("{home}’s at sign-in, {resource}’s in the channel."),
        Fact::BrandOfHost => format!("{resource}’s; since 2025 sign-in starts at {home}’s page."),
        Fact::HostManaged => format!("{resource}’s hold, as host."),
        Fact::LicensedInBoth => {
            "P1 in both tenants. Whether people count as monthly active users is contradictory.".into()
        }
        Fact::LicensedByActiveUsers => "By monthly active users of type Guest.".into(),
    })
}
