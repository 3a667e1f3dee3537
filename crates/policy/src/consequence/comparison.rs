//! Direct connect beside collaboration, for one person and one application. Lines that follow from the scenario
//! say what holds here; the others say what the documentation says in general.

use alloc::vec;
use alloc::vec::Vec;

use super::declare::facts;
use super::situation::{direct_connect, halves, refuses};
use super::{Consequence, Row, Situation};
use crate::gates::unknown;
use crate::{Decision, Direction, Feature, Gate, Reason, SettingPath, UserType};

facts! {
    /// What the request comes to.
    Answer = "comparison.answer" is Documented on ConditionalAccess,
    /// A mutual trust between two organizations.
    TrustBetweenOrganizations = "comparison.trustBetweenOrganizations" is Documented on DirectConnectOverview,
    /// Persons are invited, one by one.
    InvitationOfPersons = "comparison.invitationOfPersons" is Documented on DirectConnectOverview,
    /// Shared channels appear in the person's own Teams.
    SharedChannelsInOwnTeams = "comparison.sharedChannelsInOwnTeams" is Documented on DirectConnectOverview,
    /// An invitation is redeemed; then the guest signs in to the resource tenant.
    InvitationThenSignIn = "comparison.invitationThenSignIn" is Documented on Redemption,
    /// Teams shared channels and what they need.
    SharedChannelsOnly = "comparison.sharedChannelsOnly" is Documented on DirectConnectOverview,
    /// Microsoft's, bought and own applications.
    EveryKindOfApplication = "comparison.everyKindOfApplication" is Documented on ExternalIdentitiesOverview,
    /// This application is out of direct connect's reach.
    ThisOneOutOfReach = "comparison.thisOneOutOfReach" is Documented on DirectConnectOverview,
    /// Single sign-on within shared channels.
    SingleSignOnInChannels = "comparison.singleSignOnInChannels" is Documented on ExternalIdentitiesOverview,
    /// Single sign-on to every application connected to Microsoft Entra.
    SingleSignOnToApplications = "comparison.singleSignOnToApplications" is Documented on ExternalIdentitiesOverview,
    /// That guests authenticate at every access, as can be read elsewhere, is not what these pages say.
    NotAtEveryAccess = "comparison.notAtEveryAccess" is Inferred on ExternalIdentitiesOverview,
    /// A lasting connection, for as long as both sides keep it.
    LastingConnection = "comparison.lastingConnection" is Documented on DirectConnectOverview,
    /// Person by person, without a connection between the organizations.
    PersonByPerson = "comparison.personByPerson" is Documented on DirectConnectOverview,
    /// Both organizations use Microsoft Entra.
    BothUseEntra = "comparison.bothUseEntra" is Documented on ExternalIdentitiesOverview,
    /// Anybody, with or without Microsoft Entra.
    WithOrWithoutEntra = "comparison.withOrWithoutEntra" is Documented on ExternalIdentitiesOverview,
    /// Blocked as shipped, so both sides have to act. They still have to.
    ShippedShut = "comparison.shippedShut" is Documented on CrossTenantAccessOverview,
    /// Blocked as shipped; here both sides have opened it.
    OpenedByBoth = "comparison.openedByBoth" is Documented on CrossTenantAccessOverview,
    /// Allowed as shipped, so nobody has to act.
    ShippedOpen = "comparison.shippedOpen" is Documented on CrossTenantAccessOverview,
    /// Allowed as shipped; here a side restricts it.
    RestrictedHere = "comparison.restrictedHere" is Documented on CrossTenantAccessOverview,
    /// Nobody has seen the settings that say so.
    NotSeen = "comparison.notSeen" is Documented on CrossTenantAccessOverview,
    /// No object in the resource tenant's directory.
    NoObject = "comparison.noObject" is Documented on DirectConnectOverview,
    /// A guest object.
    GuestObject = "comparison.guestObject" is Documented on DirectConnectOverview,
    /// A member object, as synchronization makes them.
    MemberObject = "comparison.memberObject" is Documented on UserProperties,
    /// No object yet.
    NoObjectYet = "comparison.noObjectYet" is Documented on DirectConnectOverview,
    /// The owner of the channel manages who is in it.
    OwnerManages = "comparison.ownerManages" is Documented on DirectConnectOverview,
    /// Administrators manage the object, by groups and entitlement.
    DirectoryManages = "comparison.directoryManages" is Documented on ExternalIdentitiesOverview,
    /// Work or school accounts of Microsoft Entra.
    WorkAccountsOnly = "comparison.workAccountsOnly" is Documented on ExternalIdentitiesOverview,
    /// Any e-mail address, federations and social identities too.
    ManyIdentities = "comparison.manyIdentities" is Documented on ExternalIdentitiesOverview,
    /// No switching of tenants.
    NoSwitching = "comparison.noSwitching" is Documented on DirectConnectOverview,
    /// Guests switch tenants.
    Switching = "comparison.switching" is Documented on ExternalCollaborationPlan,
    /// The shared channel, and nothing else of the team.
    ChannelOnly = "comparison.channelOnly" is Documented on DirectConnectOverview,
    /// The whole team with its private channels, and no shared channel.
    TeamWithoutSharedChannels = "comparison.teamWithoutSharedChannels" is Documented on ExternalCollaborationPlan,
    /// No Azure portal.
    NoAzurePortal = "comparison.noAzurePortal" is Documented on DirectConnectOverview,
    /// The Azure portal, with rights there.
    AzurePortalWithRights = "comparison.azurePortalWithRights" is Documented on ExternalIdentitiesOverview,
    /// My Apps is within reach.
    MyApps = "comparison.myApps" is Documented on ExternalIdentitiesOverview,
    /// No invitation; consent to privacy terms on first use.
    NoInvitation = "comparison.noInvitation" is Documented on DirectConnectOverview,
    /// An invitation, redeemed with consent unless both sides suppress it.
    InvitationAndRedemption = "comparison.invitationAndRedemption" is Documented on Redemption,
    /// Both sides suppress the prompt.
    RedemptionAutomatic = "comparison.redemptionAutomatic" is Documented on CrossTenantAccessOverview,
    /// Multifactor authentication at home counts here.
    MfaAtHomeCounts = "comparison.mfaAtHomeCounts" is Documented on ConditionalAccess,
    /// Without trust, a policy that asks for multifactor authentication blocks.
    MfaWithoutTrustBlocks = "comparison.mfaWithoutTrustBlocks" is Documented on ConditionalAccess,
    /// Without trust, it is done in the resource tenant.
    MfaInResourceTenant = "comparison.mfaInResourceTenant" is Documented on ConditionalAccess,
    /// Device claims from home count here, one kind or both.
    DeviceClaimsCount = "comparison.deviceClaimsCount" is Documented on ConditionalAccess,
    /// Without trust, a policy that asks for a device claim blocks.
    DeviceWithoutTrustBlocks = "comparison.deviceWithoutTrustBlocks" is Documented on ConditionalAccess,
    /// Terms of use and session controls are not supported.
    SessionControlsUnsupported = "comparison.sessionControlsUnsupported" is Documented on ConditionalAccess,
    /// Terms of use and session controls are supported.
    SessionControlsSupported = "comparison.sessionControlsSupported" is Documented on ConditionalAccess,
    /// Not across Microsoft clouds.
    NotAcrossClouds = "comparison.notAcrossClouds" is Documented on CloudSettings,
    /// Across Microsoft clouds, once both sides have set it up.
    AcrossClouds = "comparison.acrossClouds" is Documented on CloudSettings,
    /// Nothing is said of domain lists.
    DomainListsNotMentioned = "comparison.domainListsNotMentioned" is Undocumented on DomainLists,
    /// Domain lists apply to invitations.
    DomainListsAtInvitation = "comparison.domainListsAtInvitation" is Documented on DomainLists,
    /// Neither synchronization nor entitlement management.
    NoAutomation = "comparison.noAutomation" is Documented on ExternalIdentitiesOverview,
    /// Synchronization and entitlement management.
    Automation = "comparison.automation" is Documented on ExternalIdentitiesOverview,
    /// Logged as `b2bDirectConnect`.
    LoggedAsDirectConnect = "comparison.loggedAsDirectConnect" is Documented on SignInResource,
    /// Logged as `b2bCollaboration`.
    LoggedAsCollaboration = "comparison.loggedAsCollaboration" is Documented on SignInResource,
    /// Reviewed in a single-stage review of one team.
    ReviewedByTeam = "comparison.reviewedByTeam" is Documented on AccessReviews,
    /// Reviewed in full.
    ReviewedInFull = "comparison.reviewedInFull" is Documented on AccessReviews,
    /// The home tenant's brand at sign-in, the host's in the channel.
    BrandOfHome = "comparison.brandOfHome" is Documented on ExternalIdentitiesOverview,
    /// The host's brand; since 2025 the sign-in starts at the home tenant's page.
    BrandOfHost = "comparison.brandOfHost" is Documented on ExternalIdentitiesOverview,
    /// The host's security and compliance hold.
    HostManaged = "comparison.hostManaged" is Documented on ExternalIdentitiesOverview,
    /// P1 in both tenants; whether active users count is contradictory.
    LicensedInBoth = "comparison.licensedInBoth" is Contradictory on Pricing,
    /// By monthly active users.
    LicensedByActiveUsers = "comparison.licensedByActiveUsers" is Documented on Pricing,
}

crate::record::codes! {
    /// What a line of the comparison is about.
    Attribute {
        /// The answer for this person and this application.
        Answer = "answer",
        /// What it is.
        Definition = "definition",
        /// How it works.
        Functionality = "functionality",
        /// Which applications.
        Applications = "applications",
        /// Signing in.
        Access = "access",
        /// How the organizations are tied.
        Integration = "integration",
        /// Whom it is for.
        IntendedFor = "intendedFor",
        /// As shipped, and who has to act.
        Defaults = "defaults",
        /// The object in the resource tenant.
        DirectoryObject = "directoryObject",
        /// Who manages access.
        Management = "management",
        /// Accounts.
        Identities = "identities",
        /// Switching tenants.
        TenantSwitching = "tenantSwitching",
        /// In Teams.
        Teams = "teams",
        /// The Azure portal.
        AzurePortal = "azurePortal",
        /// My Apps.
        MyApps = "myApps",
        /// Invitation and consent.
        Consent = "consent",
        /// Multifactor authentication.
        Mfa = "mfa",
        /// Devices.
        Devices = "devices",
        /// Terms of use and session controls.
        SessionControls = "sessionControls",
        /// Other Microsoft clouds.
        Clouds = "clouds",
        /// Domain lists.
        DomainLists = "domainLists",
        /// Synchronization and entitlement management.
        Automation = "automation",
        /// Sign-in logs.
        Log = "log",
        /// Access reviews.
        AccessReviews = "accessReviews",
        /// Brand.
        Branding = "branding",
        /// Compliance.
        Compliance = "compliance",
        /// Licences.
        Licensing = "licensing",
    }
}

/// The lines, those of Microsoft's and of common comparisons first.
pub(super) fn rows(situation: &Situation<'_>) -> Vec<Row<Attribute>> {
    use {Attribute as A, Fact as F};
    let general = |topic, first, second| {
        Row::new(topic, vec![Consequence::general(first)], vec![Consequence::general(second)])
    };
    vec![
        answers(),
        general(A::Definition, F::TrustBetweenOrganizations, F::InvitationOfPersons),
        general(A::Functionality, F::SharedChannelsInOwnTeams, F::InvitationThenSignIn),
        applications(situation),
        Row::new(
            A::Access,
            vec![Consequence::general(F::SingleSignOnInChannels)],
            vec![
                Consequence::general(F::SingleSignOnToApplications),
                Consequence::general(F::NotAtEveryAccess),
            ],
        ),
        general(A::Integration, F::LastingConnection, F::PersonByPerson),
        general(A::IntendedFor, F::BothUseEntra, F::WithOrWithoutEntra),
        defaults(situation),
        here(A::DirectoryObject, F::NoObject, object(situation)),
        general(A::Management, F::OwnerManages, F::DirectoryManages),
        general(A::Identities, F::WorkAccountsOnly, F::ManyIdentities),
        general(A::TenantSwitching, F::NoSwitching, F::Switching),
        general(A::Teams, F::ChannelOnly, F::TeamWithoutSharedChannels),
        general(A::AzurePortal, F::NoAzurePortal, F::AzurePortalWithRights),
        general(A::MyApps, F::MyApps, F::MyApps),
        consent(situation),
        mfa(situation),
        devices(situation),
        general(A::SessionControls, F::SessionControlsUnsupported, F::SessionControlsSupported),
        clouds(situation),
        general(A::DomainLists, F::DomainListsNotMentioned, F::DomainListsAtInvitation),
        general(A::Automation, F::NoAutomation, F::Automation),
        general(A::Log, F::LoggedAsDirectConnect, F::LoggedAsCollaboration),
        general(A::AccessReviews, F::ReviewedByTeam, F::ReviewedInFull),
        general(A::Branding, F::BrandOfHome, F::BrandOfHost),
        general(A::Compliance, F::HostManaged, F::HostManaged),
        general(A::Licensing, F::LicensedInBoth, F::LicensedByActiveUsers),
    ]
}

fn answers() -> Row<Attribute> {
    let [first, second] = Feature::ALL.map(|feature| vec![Consequence::here(Fact::Answer).by(feature)]);
    Row::new(Attribute::Answer, first, second)
}

fn here(topic: Attribute, first: Fact, second: Fact) -> Row<Attribute> {
    Row::new(topic, vec![Consequence::here(first)], vec![Consequence::here(second)])
}

fn applications(situation: &Situation<'_>) -> Row<Attribute> {
    let mut first = vec![Consequence::general(Fact::SharedChannelsOnly)];
    if refuses(situation.decision(Feature::B2bDirectConnect), Gate::FeatureScope) {
        first.push(Consequence::here(Fact::ThisOneOutOfReach));
    }
    Row::new(Attribute::Applications, first, vec![Consequence::general(Fact::EveryKindOfApplication)])
}

/// Whether either side's access settings refuse, by feature.
fn defaults(situation: &Situation<'_>) -> Row<Attribute> {
    let refused = Feature::ALL.map(|feature| {
        let decision = situation.decision(feature);
        refuses(decision, Gate::HomeOutbound) || refuses(decision, Gate::ResourceInbound)
    });
    let (home, resource) = (situation.home(), situation.resource());
    let mut settings = halves(&direct_connect(home, &resource.id, Direction::Outbound));
    settings.extend(halves(&direct_connect(resource, &home.id, Direction::Inbound)));
    let [by_direct_connect, by_collaboration] = refused;
    let first = if by_direct_connect { Fact::ShippedShut } else { Fact::OpenedByBoth };
    let second = if by_collaboration { Fact::RestrictedHere } else { Fact::ShippedOpen };
    let first = vec![Consequence::here(first).from(settings)];
    let second = vec![Consequence::here(second)];
    // Who refuses does so whatever the other side says.
    let known = |refused: bool, feature: Feature, cell: Vec<Consequence>| {
        let open = not_seen(situation.decision(feature));
        if refused || open.is_empty() { cell } else { vec![Consequence::here(Fact::NotSeen).from(open)] }
    };
    Row::new(
        Attribute::Defaults,
        known(by_direct_connect, Feature::B2bDirectConnect, first),
        known(by_collaboration, Feature::B2bCollaboration, second),
    )
}

/// The access settings that a decision hangs on and nobody has seen.
fn not_seen(decision: &Decision) -> Vec<SettingPath> {
    let sides = [Gate::HomeOutbound, Gate::ResourceInbound];
    let gates = decision.gates.iter().filter(|result| sides.contains(&result.gate));
    let open = gates
        .flat_map(|result| &result.grounds)
        .filter(|ground| ground.reason == Reason::Unknown(unknown::Reason::NotSeen));
    open.flat_map(|ground| ground.settings.iter().cloned()).collect()
}

fn object(situation: &Situation<'_>) -> Fact {
    match (situation.guest(), situation.resource().guests.is_some()) {
        (Some(guest), _) if guest.user_type == Some(UserType::Member) => Fact::MemberObject,
        (Some(_), _) | (None, false) => Fact::GuestObject,
        (None, true) => Fact::NoObjectYet,
    }
}

fn consent(situation: &Situation<'_>) -> Row<Attribute> {
    let (automatic, settings) = situation.consents_automatically();
    let fact = match automatic {
        None => Fact::NotSeen,
        Some(true) => Fact::RedemptionAutomatic,
        Some(false) => {
            let [first, second] = [Fact::NoInvitation, Fact::InvitationAndRedemption].map(Consequence::here);
            return Row::new(
                Attribute::Consent,
                vec![first.from(settings.clone())],
                vec![second.from(settings)],
            );
        }
    };
    let cell = vec![Consequence::here(fact).from(settings)];
    Row::new(Attribute::Consent, cell.clone(), cell)
}

fn mfa(situation: &Situation<'_>) -> Row<Attribute> {
    let (trusted, path) = situation.trusts(&[|trust| trust.is_mfa_accepted]);
    let cell = |untrusted| vec![claims(trusted, Fact::MfaAtHomeCounts, untrusted).from(vec![path.clone()])];
    Row::new(Attribute::Mfa, cell(Fact::MfaWithoutTrustBlocks), cell(Fact::MfaInResourceTenant))
}

fn devices(situation: &Situation<'_>) -> Row<Attribute> {
    let (trusted, path) = situation.trusts(&[
        |trust| trust.is_compliant_device_accepted,
        |trust| trust.is_hybrid_azure_ad_joined_device_accepted,
    ]);
    let fact = claims(trusted, Fact::DeviceClaimsCount, Fact::DeviceWithoutTrustBlocks);
    let cell = vec![fact.from(vec![path])];
    Row::new(Attribute::Devices, cell.clone(), cell)
}

/// What is to be said of claims that count, do not, or nobody knows of.
fn claims(trusted: Option<bool>, counts: Fact, untrusted: Fact) -> Consequence {
    Consequence::here(match trusted {
        None => Fact::NotSeen,
        Some(true) => counts,
        Some(false) => untrusted,
    })
}

/// Whether it matters here depends on the clouds of the two tenants.
fn clouds(situation: &Situation<'_>) -> Row<Attribute> {
    let crosses = situation.home().cloud != situation.resource().cloud;
    let [first, second] = [Fact::NotAcrossClouds, Fact::AcrossClouds].map(|fact| {
        let fact = if crosses { Consequence::here(fact) } else { Consequence::general(fact) };
        vec![fact]
    });
    Row::new(Attribute::Clouds, first, second)
}
