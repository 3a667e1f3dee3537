//! Both organizations' Teams settings for shared channels.
//!
//! What stands in the way of a channel has a file for each side: whether the person may join channels of other
//! organizations (`joining`), and whether the host's people may share theirs (`hosting`). All of it is about
//! what a shared channel needs, so applications outside the Office 365 suite are no business of this gate. There
//! are no error codes: Teams offers nothing.

mod hosting;
mod joining;

use alloc::vec;
use alloc::vec::Vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::class::AppCondition;
use crate::conditions::Conditions;
use crate::kinds::UserKind;
use crate::person::{App, Person};
use crate::{
    Actor, AppKind, Connection, Feature, GateResult, Ground, Id, Note, Owner, Place, SettingPath, Status,
    TeamsChannelsPolicy, TeamsSettings, Tenant, UserType,
};

reasons! {
    /// What no other ground speaks of is as the service ships it, and lets shared channels be shared.
    AsShipped = "teams.asShipped",
    /// The person's channel policy lets them join external shared channels.
    MayJoin = "teams.mayJoin",
    /// The person's channel policy keeps them from external shared channels.
    MayNotJoin = "teams.mayNotJoin",
    /// Policies that differ are assigned to the person, and which is in force is not stated.
    SeveralPolicies = "teams.severalPolicies",
    /// The person is a guest of the home tenant, and guests cannot be added to shared channels.
    GuestOfHome = "teams.guestOfHome",
    /// Nobody at the host may create shared channels.
    SharedChannelsOff = "teams.sharedChannelsOff",
    /// Nobody at the host may invite external users to shared channels.
    InvitationsOff = "teams.invitationsOff",
    /// Some at the host may share channels and some may not: it hangs on the channel's owner.
    HangsOnOwner = "teams.hangsOnOwner",
    /// The host lets no guests into Microsoft 365 groups.
    GuestsOff = "teams.guestsOff",
    /// The host's SharePoint shares with nobody outside.
    SharePointOff = "teams.sharePointOff",
    /// The two tenants use different Teams services.
    OtherService = "teams.otherService",
    /// The home tenant's external access does not allow the other domain: no presence, no channel meetings.
    NotFederatedByHome = "teams.notFederatedByHome",
    /// The resource tenant's external access does not allow the other domain: the same.
    NotFederatedByResource = "teams.notFederatedByResource",
}

statements! {
    /// What shared channels need, and whom they cannot take in.
    SharedChannels = "sharedChannels" on "microsoftteams/shared-channels",
    /// The three switches of a Teams channel policy.
    ChannelsPolicy = "teamsChannelsPolicy" on "powershell/module/microsoftteams/set-csteamschannelspolicy",
    /// Which of several Teams policies is in force.
    PolicyPrecedence = "teamsPolicyPrecedence" on "microsoftteams/policy-assignment-overview",
    /// What both organizations set up to collaborate in a shared channel.
    CollaborateInChannel = "collaborateInChannel" on "microsoft-365/solutions/collaborate-teams-direct-connect",
}

/// The gate.
pub(super) struct Teams;

/// The policy that holds for whoever none is assigned to.
const GLOBAL: &str = "Global";

fn is_global(policy: &TeamsChannelsPolicy) -> bool {
    policy.identity.eq_ignore_ascii_case(GLOBAL)
}

/// The channel policies that are in force for somebody.
fn in_force(tenant: &Tenant) -> impl Iterator<Item = &TeamsChannelsPolicy> {
    tenant.teams.channels_policies.iter().filter(|policy| {
        is_global(policy) || !policy.assigned_users.is_empty() || !policy.assigned_groups.is_empty()
    })
}

/// A switch of the model that is on where nothing is stated.
fn is_on(switch: Option<bool>) -> bool {
    switch != Some(false)
}

fn path(tenant: &Tenant, place: Place) -> SettingPath {
    SettingPath::Policy { tenant: tenant.id.clone(), place, item: None }
}

/// Channel policies by name, and all of the tenant's: which holds for whom depends on every one.
fn policies_path<'a>(
    tenant: &Tenant,
    policies: impl IntoIterator<Item = &'a TeamsChannelsPolicy>,
) -> Vec<SettingPath> {
    let place = Place::TeamsChannelsPolicies;
    let item = |policy: &TeamsChannelsPolicy| Some(policy.identity.clone());
    let mut paths: Vec<SettingPath> = Vec::new();
    for policy in policies {
        paths.push(SettingPath::Policy { tenant: tenant.id.clone(), place, item: item(policy) });
    }
    paths.push(path(tenant, place));
    paths
}

/// The home tenant's object for the person, as a setting.
fn user_path(home: &Tenant, id: &Id) -> SettingPath {
    SettingPath::Policy { tenant: home.id.clone(), place: Place::Users, item: Some(id.as_str().into()) }
}

fn is_guest(user: &UserKind<'_>) -> bool {
    user.user_type == Some(&UserType::Guest)
}

impl GateRule for Teams {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        if connection.feature != Feature::B2bDirectConnect {
            return;
        }
        let home = &connection.home;
        let has_guests = home.directory.kinds().any(|user| is_guest(&user));
        if has_guests {
            let is_so = |user: Option<&UserKind<'_>>| user.is_some_and(is_guest);
            conditions.user_fact(Gate::Teams, "guestOfHome", Some(home.id.clone()), is_so);
        }
        if has_guests || has_a_say(connection) {
            conditions.application(AppCondition::Kind(AppKind::Office365));
        }
        if joining::matters(home) {
            for list in joining::lists(home) {
                conditions.users_on(&list);
            }
        }
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        if connection.feature != Feature::B2bDirectConnect {
            return None;
        }
        let mut grounds = Vec::new();
        if app.kind != AppKind::Office365 {
            if has_a_say(connection) {
                return None;
            }
        } else {
            grounds.extend(joining::ground(&connection.home, person));
            grounds.extend(hosting::grounds(&connection.resource));
            grounds.extend(between(connection));
            grounds.extend(guest_of_home(connection, person));
        }
        grounds.push(as_shipped(connection, person));
        Some(result(Gate::Teams, Owner::Both, grounds))
    }
}

/// The gate where Teams is as shipped in both tenants, and everybody is a member.
pub(super) struct AtRest;

impl GateRule for AtRest {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, person: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        (connection.feature == Feature::B2bDirectConnect)
            .then(|| result(Gate::Teams, Owner::Both, vec![as_shipped(connection, person)]))
    }

    fn says_all(&self, connection: &Connection) -> bool {
        let Connection { home, resource, .. } = connection;
        let is_shipped = |tenant: &Tenant| *tenant.teams == TeamsSettings::default();
        connection.feature != Feature::B2bDirectConnect
            || (is_shipped(home)
                && is_shipped(resource)
                && !home.directory.kinds().any(|user| is_guest(&user)))
    }
}

/// Whether either organization's settings are other than shipped in a way that shared channels notice.
fn has_a_say(connection: &Connection) -> bool {
    joining::matters(&connection.home)
        || !hosting::grounds(&connection.resource).is_empty()
        || !between(connection).is_empty()
}

/// What no other ground speaks of. It hangs on all that could make another ground.
fn as_shipped(connection: &Connection, person: &Person<'_>) -> Ground {
    let (home, resource) = (&connection.home, &connection.resource);
    let mut settings: Vec<SettingPath> = vec![
        path(home, Place::TeamsChannelsPolicies),
        path(resource, Place::TeamsChannelsPolicies),
        path(resource, Place::TeamsGuestAccess),
        path(resource, Place::SharePointSharing),
        path(home, Place::TeamsService),
        path(resource, Place::TeamsService),
        path(home, Place::TeamsFederation),
        path(resource, Place::TeamsFederation),
    ];
    settings.extend(person.user.map(|user| user_path(home, &user.id)));
    let ground = Ground::new(Status::Pass, Reason::AsShipped, Statement::SharedChannels)
        .decided_by(settings)
        .noting(how_to_add(person));
    // Somebody who adds the person has to know: that is worth a look.
    if ground.notes.is_empty() { ground.at_rest() } else { ground }
}

/// By which account and which name a channel's owner adds the person.
fn how_to_add(person: &Person<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if person.guest.is_some() {
        notes.push(Note::AddedByHomeAccount);
    }
    if let Some(user) = person.user {
        let name = &user.user_principal_name;
        let differs = |mail: &alloc::string::String| !mail.is_empty() && !mail.eq_ignore_ascii_case(name);
        if !name.is_empty() && user.mail.as_ref().is_some_and(differs) {
            notes.push(Note::AddedByPrincipalName { name: name.clone() });
        }
    }
    notes
}

/// A guest of the home tenant is not its account to share.
fn guest_of_home(connection: &Connection, person: &Person<'_>) -> Option<Ground> {
    let user = person.user.filter(|user| is_guest(&user.kind()))?;
    Some(
        Ground::new(Status::Fail, Reason::GuestOfHome, Statement::SharedChannels)
            .decided_by([user_path(&connection.home, &user.id)])
            .turned_by(Actor::Person, None),
    )
}

/// What lies between the two organizations: their Teams services, and external access.
fn between(connection: &Connection) -> Vec<Ground> {
    let (home, resource) = (&connection.home, &connection.resource);
    let mut grounds = Vec::new();
    let service = |tenant: &Tenant| tenant.teams.service.unwrap_or_default();
    if service(home) != service(resource) {
        grounds.push(
            Ground::new(Status::Fail, Reason::OtherService, Statement::SharedChannels)
                .decided_by([home, resource].map(|tenant| path(tenant, Place::TeamsService)))
                .turned_by(Actor::Nobody, None),
        );
    }
    for (tenant, other, reason) in
        [(home, resource, Reason::NotFederatedByHome), (resource, home, Reason::NotFederatedByResource)]
    {
        if !federates(tenant, other) {
            // Membership does not hang on it.
            grounds.push(
                Ground::new(Status::Pass, reason, Statement::CollaborateInChannel)
                    .decided_by([path(tenant, Place::TeamsFederation)]),
            );
        }
    }
    grounds
}

/// Whether the external access of `tenant` allows a domain of `other`.
fn federates(tenant: &Tenant, other: &Tenant) -> bool {
    let federation = &tenant.teams.federation;
    let on = |list: &[alloc::string::String], domain: &str| {
        list.iter().any(|listed| listed.eq_ignore_ascii_case(domain))
    };
    let allows = |domain: &alloc::string::String| {
        !on(&federation.blocked_domains, domain)
            && federation.allowed_domains.as_ref().is_none_or(|allowed| on(allowed, domain))
    };
    let domains = &other.domains;
    is_on(federation.allow_federated_users)
        && ((domains.is_empty() && federation.allowed_domains.is_none()) || domains.iter().any(allows))
}
