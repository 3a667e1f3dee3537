//! Tenant restrictions of whoever owns the device or the network.
//!
//! Three tenants take part: the *policy owner*, whose signal the request carries; the home tenant, which issued
//! the account; and the resource tenant. Restrictions are for external accounts in external tenants, so a request
//! from a policy owner's account, or to a policy owner's applications, is none of theirs. Of any other, the policy
//! owner's `tenantRestrictions` about the foreign organization decide. Neither inbound nor outbound settings have
//! a part in it. Source: tenant restrictions v2, universal tenant restrictions.

mod table;

use alloc::vec;
use alloc::vec::Vec;

pub use self::table::{TenantRestrictionsRow, tenant_restrictions_table};
use super::declare::{reasons, statements};
use super::users_and_applications::UsersAndApplications;
use super::{Gate, GateRule, result};
use crate::class::AppCondition;
use crate::conditions::Conditions;
use crate::person::{App, Person};
use crate::resolve::{Effective, default_b2b, effective_b2b};
use crate::{
    Actor, AppKind, Carrier, Connection, ErrorCode, Feature, GateResult, Ground, Id, Note, Owner, Place,
    Property, Reading, Session, SettingPath, Source, Standing, Status, Subject, Tenant,
    TenantRestrictionsSignal,
};

reasons! {
    /// The request carries no signal: nothing in the scenario has to do with it.
    NoSignal = "tenantRestrictions.noSignal",
    /// The application is the policy owner's own.
    OwnResource = "tenantRestrictions.ownResource",
    /// The account is the policy owner's own.
    OwnAccount = "tenantRestrictions.ownAccount",
    /// A personal account as a guest: its restrictions do not stop that.
    PersonalGuest = "tenantRestrictions.personalGuest",
    /// Nobody signs in, and what carries the signal is only there when somebody does.
    AuthenticationPlaneOnly = "tenantRestrictions.authenticationPlaneOnly",
    /// Nobody signs in, and the application does not look for the signal itself.
    NotOnDataPlane = "tenantRestrictions.notOnDataPlane",
    /// The policy owner is in another cloud: signing in is not restricted.
    OtherCloud = "tenantRestrictions.otherCloud",
    /// The policy owner is in another cloud, and applications that look for the signal themselves refuse.
    OtherCloudRefused = "tenantRestrictions.otherCloudRefused",
    /// The scenario does not hold the policy owner.
    PolicyUnknown = "tenantRestrictions.policyUnknown",
    /// Which of the policy owner's settings count is not documented.
    EntryNotDocumented = "tenantRestrictions.entryNotDocumented",
    /// Which applications look for the signal themselves is told in two ways.
    DataPlaneContradictory = "tenantRestrictions.dataPlaneContradictory",
    // Readings.
    /// Reading: the settings about the account's tenant count.
    EntryForHome = "tenantRestrictions.entryForHome",
    /// Reading: the settings about the application's tenant count.
    EntryForResource = "tenantRestrictions.entryForResource",
    /// Reading: the default counts, as nobody's account is of any organization.
    DefaultForNobody = "tenantRestrictions.defaultForNobody",
    /// Reading: of applications, Microsoft Graph alone looks for the signal.
    DataPlaneOfGraph = "tenantRestrictions.dataPlaneOfGraph",
    /// Reading: Office 365 looks for the signal as it does from Windows devices.
    DataPlaneOfOffice = "tenantRestrictions.dataPlaneOfOffice",
}

impl Reason {
    /// Whether the policy owner's restrictions have to do with the request at all.
    pub fn is_processed(self) -> bool {
        !matches!(
            self,
            Reason::NoSignal
                | Reason::OwnResource
                | Reason::OwnAccount
                | Reason::PersonalGuest
                | Reason::AuthenticationPlaneOnly
                | Reason::NotOnDataPlane
                | Reason::OtherCloud
        )
    }
}

statements! {
    /// Restrictions are enforced only on requests that carry their signal.
    Signal = "tenantRestrictionsSignal" on "entra/external-id/tenant-restrictions-v2",
    /// The policy owner's own applications are left alone, whoever comes.
    OwnTenant = "tenantRestrictionsOwnTenant" on "entra/global-secure-access/how-to-universal-tenant-restrictions",
    /// The policy owner's own accounts are left to outbound settings.
    OwnMembers = "tenantRestrictionsOwnMembers" on "entra/external-id/tenant-restrictions-v2",
    /// External accounts in external tenants meet the settings about their organization, or else the default.
    ExternalAccounts = "tenantRestrictionsExternalAccounts" on "entra/external-id/tenant-restrictions-v2",
    /// Personal accounts are an organization of their own; as guests they are not stopped.
    PersonalAccounts = "tenantRestrictionsPersonalAccounts" on "entra/external-id/tenant-restrictions-v2",
    /// Requests by nobody: stopped on the data plane, which a proxy does not have.
    AnonymousAccess = "tenantRestrictionsAnonymousAccess" on "entra/external-id/tenant-restrictions-v2",
    /// What universal tenant restrictions protect beside signing in.
    UniversalDataPlane = "tenantRestrictionsUniversalDataPlane" on "entra/global-secure-access/how-to-universal-tenant-restrictions",
    /// Across clouds: not enforced when signing in, refused by the data plane.
    AcrossClouds = "tenantRestrictionsAcrossClouds" on "entra/external-id/tenant-restrictions-v2",
}

/// The tenant of every personal Microsoft account.
pub const PERSONAL_ACCOUNTS: &str = "9188040d-6c67-4c5b-b112-36a304b66dad";

/// The gate.
pub(super) struct TenantRestrictions;

/// A request that may carry a signal.
#[derive(Clone, Copy)]
struct Asked<'a> {
    connection: &'a Connection,
    person: &'a Person<'a>,
    app: &'a App<'a>,
}

/// The tenant that owns a signal; nothing if the scenario does not hold it.
fn policy_owner<'a>(connection: &'a Connection, signal: &TenantRestrictionsSignal) -> Option<&'a Tenant> {
    connection.tenants.iter().find(|tenant| tenant.id == signal.policy_owner).map(AsRef::as_ref)
}

/// The sessions of the home tenant's users.
fn sessions(connection: &Connection) -> impl Iterator<Item = &Session> {
    let directory = &connection.home.directory;
    directory.kinds().map(|user| user.session).chain([&directory.any_other_user])
}

/// The signals that sessions of the home tenant's users carry, each once.
fn signals(connection: &Connection) -> Vec<&TenantRestrictionsSignal> {
    let mut signals: Vec<&TenantRestrictionsSignal> = Vec::new();
    for signal in sessions(connection).filter_map(|session| session.tenant_restrictions.as_ref()) {
        if !signals.iter().any(|known| is_same(known, signal)) {
            signals.push(signal);
        }
    }
    signals
}

fn is_same(one: &TenantRestrictionsSignal, other: &TenantRestrictionsSignal) -> bool {
    one.policy_owner == other.policy_owner && one.carrier == other.carrier
}

/// The two tenants' clouds.
fn clouds(one: &Tenant, other: &Tenant) -> [SettingPath; 2] {
    [one, other].map(|tenant| SettingPath::Policy {
        tenant: tenant.id.clone(),
        place: Place::Cloud,
        item: None,
    })
}

fn worst(grounds: &[Ground]) -> Status {
    grounds.iter().map(|ground| ground.status).max().unwrap_or(Status::Pass)
}

/// What two readings come to: where they agree, that is the answer, and what either rests on decides it; where
/// they differ, the question is `open`.
fn agreed(open: Ground, first: (Reason, Vec<Ground>), second: (Reason, Vec<Ground>)) -> Vec<Ground> {
    let mut settings: Vec<SettingPath> = Vec::new();
    let cited = first.1.iter().chain(&second.1).flat_map(|ground| &ground.settings);
    for path in cited.flat_map(SettingPath::with_other_half) {
        if !settings.contains(&path) {
            settings.push(path);
        }
    }
    let statuses = [worst(&first.1), worst(&second.1)];
    if statuses[0] != statuses[1] {
        let standing = open.standing;
        let readings = vec![Reading::new(first.0, statuses[0]), Reading::new(second.0, statuses[1])];
        return vec![open.decided_by(settings).read_as(readings).standing(standing)];
    }
    let inferred = |ground: Ground| match ground.standing {
        Standing::Documented => ground.standing(Standing::Inferred),
        _ => ground,
    };
    first.1.into_iter().map(|ground| inferred(ground.decided_by(settings.clone()))).collect()
}

/// A question that the documentation leaves open.
fn open(reason: Reason, statement: Statement) -> Ground {
    Ground::new(Status::Undocumented, reason, statement).standing(Standing::Undocumented)
}

fn pass(reason: Reason, statement: Statement) -> Ground {
    Ground::new(Status::Pass, reason, statement)
}

impl Asked<'_> {
    fn is_anonymous(&self) -> bool {
        *self.person.subject == Subject::Anonymous
    }

    /// What the policy owner's restrictions make of the request.
    fn grounds(&self) -> Vec<Ground> {
        let Some(signal) = self.person.signal else {
            return vec![no_signal()];
        };
        if let Some(ground) = self.beyond_restrictions(signal) {
            return vec![ground];
        }
        let Some(owner) = policy_owner(self.connection, signal) else {
            return vec![Ground::new(Status::Depends, Reason::PolicyUnknown, Statement::ExternalAccounts)];
        };
        let resource = &self.connection.resource;
        let mut grounds = if owner.cloud != resource.cloud {
            self.across_clouds(signal.carrier)
        } else if self.is_anonymous() {
            self.anonymous(owner, signal.carrier)
        } else {
            self.signed_in(owner)
        };
        for ground in &mut grounds {
            ground.settings.extend(clouds(owner, resource));
        }
        grounds
    }

    /// Why the restrictions have nothing to do with the request, if they do not.
    fn beyond_restrictions(&self, signal: &TenantRestrictionsSignal) -> Option<Ground> {
        let Connection { home, resource, feature, .. } = self.connection;
        let is_user = self.person.is_user();
        let owner = &signal.policy_owner;
        if resource.id == *owner {
            let ground = pass(Reason::OwnResource, Statement::OwnTenant);
            // The page's table has members, guests and open links; who comes otherwise follows from the rule.
            let is_listed = self.is_anonymous() || (is_user && *feature == Feature::B2bCollaboration);
            let is_listed = is_listed || home.id == resource.id;
            return Some(if is_listed { ground } else { ground.standing(Standing::Inferred) });
        }
        if self.is_anonymous() {
            // A proxy's header is there only when somebody signs in.
            if signal.carrier == Carrier::Proxy {
                return Some(pass(Reason::AuthenticationPlaneOnly, Statement::AnonymousAccess));
            }
            // The pages name Teams, SharePoint, Exchange and Office; that others do not look follows from that.
            let looks = self.app.kind == AppKind::Office365;
            let ground = pass(Reason::NotOnDataPlane, Statement::AnonymousAccess);
            return (!looks).then(|| ground.standing(Standing::Inferred));
        }
        if home.id == *owner {
            let ground = pass(Reason::OwnAccount, Statement::OwnMembers);
            return Some(if is_user { ground } else { ground.standing(Standing::Inferred) });
        }
        (home.id.is(PERSONAL_ACCOUNTS) && home.id != resource.id)
            .then(|| pass(Reason::PersonalGuest, Statement::PersonalAccounts))
    }

    /// Somebody signs in with an external account: the settings about its organization count. Where the
    /// application is a third tenant's, the documentation does not say about whose.
    fn signed_in(&self, owner: &Tenant) -> Vec<Ground> {
        let Connection { home, resource, .. } = self.connection;
        let about = |tenant: &Tenant| self.entry(owner, tenant, Some(ErrorCode::TenantRestricted));
        if home.id == resource.id {
            return about(home);
        }
        agreed(
            open(Reason::EntryNotDocumented, Statement::ExternalAccounts),
            (Reason::EntryForHome, about(home)),
            (Reason::EntryForResource, about(resource)),
        )
    }

    /// Nobody signs in. Blocked where the default blocks; whether settings about the application's tenant come
    /// before it is not documented.
    fn anonymous(&self, owner: &Tenant, carrier: Carrier) -> Vec<Ground> {
        let resource = &self.connection.resource;
        let for_resource = self.entry(owner, resource, None);
        let own = owner.cross_tenant_access_policy.partner(&resource.id);
        let enforced = if own.is_none_or(|partner| partner.settings.tenant_restrictions.is_none()) {
            for_resource
        } else {
            agreed(
                open(Reason::EntryNotDocumented, Statement::AnonymousAccess),
                (Reason::EntryForResource, for_resource),
                (
                    Reason::DefaultForNobody,
                    self.by(&default_b2b(owner, Property::TenantRestrictions), resource, None),
                ),
            )
        };
        self.by_data_plane(carrier, Reason::NotOnDataPlane, Statement::AnonymousAccess, enforced)
    }

    /// The policy owner is in another cloud than the application: whoever signs in is let through, and what looks
    /// for the signal itself refuses, whatever the settings say.
    fn across_clouds(&self, carrier: Carrier) -> Vec<Ground> {
        let through = pass(Reason::OtherCloud, Statement::AcrossClouds);
        if carrier == Carrier::Proxy {
            return vec![through];
        }
        if self.app.kind != AppKind::Office365 {
            return vec![through.standing(Standing::Inferred)];
        }
        let refused = Ground::new(Status::Fail, Reason::OtherCloudRefused, Statement::AcrossClouds)
            .turned_by(Actor::NetworkAdministrator, None);
        self.by_data_plane(carrier, Reason::OtherCloud, Statement::AcrossClouds, vec![refused])
    }

    /// What the applications' own look for the signal comes to: it is documented of Windows devices, and told in
    /// two ways of universal tenant restrictions.
    fn by_data_plane(
        &self,
        carrier: Carrier,
        otherwise: Reason,
        statement: Statement,
        enforced: Vec<Ground>,
    ) -> Vec<Ground> {
        if carrier != Carrier::GlobalSecureAccess {
            return enforced;
        }
        agreed(
            open(Reason::DataPlaneContradictory, Statement::UniversalDataPlane)
                .standing(Standing::Contradictory),
            (Reason::DataPlaneOfGraph, vec![pass(otherwise, statement)]),
            (Reason::DataPlaneOfOffice, enforced),
        )
    }

    /// What the policy owner's restrictions about `about` say.
    fn entry(&self, owner: &Tenant, about: &Tenant, error: Option<ErrorCode>) -> Vec<Ground> {
        self.by(&effective_b2b(owner, &about.id, Property::TenantRestrictions), about, error)
    }

    /// What one setting, about the users of `about`, says.
    fn by(&self, setting: &Effective<'_>, about: &Tenant, error: Option<ErrorCode>) -> Vec<Ground> {
        let meeting = UsersAndApplications {
            connection: self.connection,
            setting,
            users_of: about,
            for_everyone: if self.is_anonymous() {
                Statement::AnonymousAccess.into()
            } else {
                Statement::ExternalAccounts.into()
            },
            actor: Actor::NetworkAdministrator,
            error,
        };
        let mut grounds = meeting.grounds(self.person, self.app);
        let users = &setting.users_and_groups;
        if users.value.names_all() || users.value.targets.is_empty() {
            return grounds;
        }
        for ground in &mut grounds {
            if users.source != Source::Organizational {
                ground.notes.push(Note::DefaultIsForEveryone);
            }
            if about.id.is(PERSONAL_ACCOUNTS) {
                ground.notes.push(Note::PersonalAccountsAlike);
            }
            // No page says how a list of chosen users meets who is not a user.
            if !self.person.is_user() && ground.standing == Standing::Documented {
                ground.standing = Standing::Inferred;
            }
        }
        grounds
    }

    /// The session, where the signal is the session's.
    fn session(&self) -> Option<SettingPath> {
        let is_its = self.person.signal == self.person.session.tenant_restrictions.as_ref();
        (self.person.is_user() && is_its).then(|| SettingPath::Session {
            tenant: self.connection.home.id.clone(),
            user: self.person.user.map(|user| user.id.clone()),
        })
    }
}

impl GateRule for TenantRestrictions {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        let (home, resource) = (&connection.home, &connection.resource);
        for signal in signals(connection) {
            conditions.session_fact(
                Gate::TenantRestrictions,
                signal.carrier.as_str(),
                Some(signal.policy_owner.clone()),
                move |session| session.tenant_restrictions.as_ref().is_some_and(|its| is_same(its, signal)),
            );
            let is_own = [&home.id, &resource.id].contains(&&signal.policy_owner);
            let Some(owner) = policy_owner(connection, signal).filter(|_| !is_own) else { continue };
            if owner.cloud != resource.cloud {
                conditions.application(AppCondition::Kind(AppKind::Office365));
                continue;
            }
            for about in [&home.id, &resource.id] {
                effective_b2b(owner, about, Property::TenantRestrictions).conditions(conditions);
            }
        }
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        let asked = Asked { connection, person, app };
        let session: Option<SettingPath> = asked.session();
        let mut grounds = asked.grounds();
        for ground in &mut grounds {
            ground.settings.extend(session.iter().cloned());
        }
        Some(result(Gate::TenantRestrictions, Owner::Network, grounds))
    }

    fn looks_beyond_users(&self) -> bool {
        true
    }
}

/// The gate where no session carries a signal.
pub(super) struct AtRest;

impl GateRule for AtRest {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        let session = Asked { connection, person, app }.session();
        Some(result(Gate::TenantRestrictions, Owner::Network, vec![no_signal().decided_by(session)]))
    }

    fn looks_beyond_users(&self) -> bool {
        true
    }

    fn says_all(&self, connection: &Connection) -> bool {
        sessions(connection).all(|session| session.tenant_restrictions.is_none())
    }
}

fn no_signal() -> Ground {
    pass(Reason::NoSignal, Statement::Signal).at_rest()
}

/// Whether `tenant` is that of personal Microsoft accounts.
pub(super) fn is_personal(tenant: &Id) -> bool {
    tenant.is(PERSONAL_ACCOUNTS)
}
