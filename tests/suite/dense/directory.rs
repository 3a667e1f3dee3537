//! Who and what a tenant holds.

use entente_policy::graph::{AuthenticationMethod, RiskLevel};
use entente_policy::{
    AppKind, Application, Carrier, Directory, Group, Id, Session, TenantRestrictionsSignal, User,
};

use super::dice::Dice;
use super::{TENANTS, tenant_id};

/// Users of every tenant.
pub(super) const USERS: usize = 3;
/// Groups of every tenant.
pub(super) const GROUPS: usize = 2;

/// What direct connect reaches beside Office 365.
const MY_APPS: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";
const TEAMS: &str = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";
const SHARE_POINT: &str = "00000003-0000-0ff1-ce00-000000000000";

// Settings name people and groups by GUIDs: any other text that no directory has for an id is a name.
pub(super) fn user_id(tenant: usize, number: usize) -> Id {
    Id::from(format!("0000000{tenant}-0001-4000-8000-00000000000{number}"))
}

pub(super) fn group_id(tenant: usize, number: usize) -> Id {
    Id::from(format!("0000000{tenant}-0002-4000-8000-00000000000{number}"))
}

/// The object id in `tenant` of a guest from another.
pub(super) fn guest_id(tenant: usize, home: usize, number: usize) -> Id {
    Id::from(format!("t{tenant}-t{home}-u{number}"))
}

/// A domain each tenant's users are of, and one that few are of.
pub(super) fn domains(tenant: usize) -> Vec<String> {
    vec![format!("t{tenant}.example"), format!("t{tenant}.test")]
}

/// An application of `tenant`, or one that Microsoft has in all of them.
pub(super) fn app_id(dice: &mut Dice, tenant: usize) -> Id {
    match dice.below(8) {
        0 => Id::from(MY_APPS),
        1 => Id::from(TEAMS),
        2 => Id::from(SHARE_POINT),
        number => own_app(tenant, number % 3),
    }
}

/// The organization's own, in the shape of a GUID: anything else would be a name.
fn own_app(tenant: usize, number: usize) -> Id {
    Id::from(format!("{tenant:08}-0003-4000-8000-{number:012}"))
}

pub(super) fn directory(dice: &mut Dice, tenant: usize) -> Directory {
    let mut kinds = |number: usize| {
        let kind = *dice.pick(&AppKind::ALL);
        (own_app(tenant, number).to_string(), kind)
    };
    let own = [kinds(0), kinds(1), kinds(2)];
    let microsoft =
        [(MY_APPS, AppKind::Microsoft), (TEAMS, AppKind::Office365), (SHARE_POINT, AppKind::Office365)]
            .map(|(id, kind)| (id.to_owned(), kind));
    Directory {
        users: (0..USERS).map(|number| user(dice, tenant, number)).collect(),
        groups: (0..GROUPS).map(|number| group(dice, tenant, number)).collect(),
        applications: own.into_iter().chain(microsoft).map(application).collect(),
        any_other_user: session(dice),
        ..Directory::default()
    }
}

fn application((id, kind): (String, AppKind)) -> Application {
    Application { display_name: id.clone(), app_id: Id::from(id), kind, rest: Default::default() }
}

fn user(dice: &mut Dice, tenant: usize, number: usize) -> User {
    let id = user_id(tenant, number);
    let domain = domains(tenant).swap_remove(usize::from(dice.hits(1, 5)));
    User {
        display_name: id.to_string(),
        user_principal_name: format!("u{number}@{domain}"),
        // Few have an address of another domain than the sign-in name's.
        mail: dice.maybe(1, 8, |dice| format!("u{number}@{}", dice.pick(&domains(tenant)))),
        user_type: None,
        session: session(dice),
        id,
        rest: Default::default(),
    }
}

/// A group of the tenant's own users and of its guests.
fn group(dice: &mut Dice, tenant: usize, number: usize) -> Group {
    let own = (0..USERS).map(|user| user_id(tenant, user));
    let guests = (0..TENANTS)
        .filter(|home| *home != tenant)
        .flat_map(|home| (0..USERS).map(move |user| guest_id(tenant, home, user)));
    let everyone: Vec<Id> = own.chain(guests).collect();
    let id = group_id(tenant, number);
    let name = id.to_string();
    Group { members: dice.some_of(&everyone, 2, 5), ..Group::empty(id, name) }
}

fn session(dice: &mut Dice) -> Session {
    Session {
        mfa: dice.hits(1, 2),
        compliant_device: dice.hits(1, 2),
        hybrid_joined_device: dice.hits(1, 2),
        mfa_method: dice.maybe(2, 3, |dice| {
            dice.pick(&[
                AuthenticationMethod::Sms,
                AuthenticationMethod::AuthenticatorPush,
                AuthenticationMethod::HardwareOath,
                AuthenticationMethod::PhoneSignIn,
                AuthenticationMethod::Fido2,
                AuthenticationMethod::WindowsHello,
                AuthenticationMethod::Certificate,
            ])
            .clone()
        }),
        sign_in_risk: risk(dice),
        user_risk: risk(dice),
        tenant_restrictions: dice.maybe(1, 2, signal),
        ..Session::default()
    }
}

fn risk(dice: &mut Dice) -> Option<RiskLevel> {
    dice.maybe(2, 3, |dice| dice.pick(&[RiskLevel::None, RiskLevel::Low, RiskLevel::High]).clone())
}

/// The signal of a tenant of the scenario, or of one that it does not hold.
pub(super) fn signal(dice: &mut Dice) -> TenantRestrictionsSignal {
    TenantRestrictionsSignal {
        policy_owner: tenant_id(dice.below(TENANTS)),
        carrier: *dice.pick(&[Carrier::Proxy, Carrier::WindowsDevicePolicy, Carrier::GlobalSecureAccess]),
        rest: Default::default(),
    }
}
