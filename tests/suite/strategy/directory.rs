//! Random directories.

use entente_policy::graph::{AuthenticationMethod, Rest};
use entente_policy::{AppKind, Application, Directory, Group, Id, Session, User, UserType};
use proptest::collection::vec;
use proptest::prelude::*;

use super::conditional_access::risk;
use super::signal::signal;
use super::{Shapes, TENANTS};

/// Users a directory may list. Groups and lists may name one more, whom the directory does not list.
pub(super) const USERS: usize = 6;
/// Groups a directory may list.
const GROUPS: usize = 4;

/// The application that direct connect reaches although it does not belong to Office 365.
const MY_APPS: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";

// Settings name people and groups by GUIDs: any other text that no directory has for an id is a name.
pub(super) fn user_id(tenant: usize, number: usize) -> Id {
    Id::from(format!("0000000{tenant}-0001-4000-8000-00000000000{}", number % (USERS + 1)))
}

/// The object that a user of `home` has in a tenant.
pub(super) fn guest_id(tenant: usize, home: usize, user: usize) -> Id {
    Id::from(format!("t{tenant}-guest-t{home}-u{user}"))
}

pub(super) fn group_id(tenant: usize, number: usize) -> Id {
    Id::from(format!("0000000{tenant}-0002-4000-8000-00000000000{}", number % (GROUPS + 1)))
}

/// The first two applications are Microsoft's and have the same id in every tenant.
pub(super) fn app_id(tenant: usize, number: usize) -> Id {
    match number % 4 {
        0 => Id::from("teams"),
        1 => Id::from(MY_APPS),
        number => Id::from(format!("{tenant:08}-0003-4000-8000-{number:012}")),
    }
}

fn session(shapes: Shapes) -> impl Strategy<Value = Session> {
    let claims = (any::<bool>(), any::<bool>(), any::<bool>());
    (claims, signal(shapes), stated(method(), shapes), stated(risk(), shapes), stated(risk(), shapes))
        .prop_map(
            |(
                (mfa, compliant_device, hybrid_joined_device),
                tenant_restrictions,
                mfa_method,
                sign_in,
                user,
            )| {
                Session {
                    mfa,
                    mfa_method,
                    sign_in_risk: sign_in,
                    user_risk: user,
                    compliant_device,
                    hybrid_joined_device,
                    tenant_restrictions,
                    rest: Rest::new(),
                }
            },
        )
}

/// What no table looks at is stated in wild scenarios alone, and there by half of the sessions.
fn stated<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
    shapes: Shapes,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![2 => Just(None), 2 * u32::from(shapes == Shapes::Any) => value.prop_map(Some)]
}

fn method() -> impl Strategy<Value = AuthenticationMethod> {
    prop_oneof![
        Just(AuthenticationMethod::Sms),
        Just(AuthenticationMethod::HardwareOath),
        Just(AuthenticationMethod::PhoneSignIn),
        Just(AuthenticationMethod::Fido2),
        Just(AuthenticationMethod::Other("temporaryAccessPassOneTime".into())),
        Just(AuthenticationMethod::Other("sms,password".into())),
    ]
}

/// Hardly anybody is a guest of the home tenant, and the tables say nothing about those who are.
fn user_type(shapes: Shapes) -> impl Strategy<Value = Option<UserType>> {
    prop_oneof![16 => Just(None), u32::from(shapes == Shapes::Any) => Just(Some(UserType::Guest))]
}

fn kind() -> impl Strategy<Value = AppKind> {
    prop_oneof![Just(AppKind::Office365), Just(AppKind::Microsoft), Just(AppKind::LineOfBusiness)]
}

/// The directory of a tenant.
pub(super) fn directory(tenant: usize, shapes: Shapes) -> impl Strategy<Value = Directory> {
    // Groups hold guests as well as the tenant's own.
    let member = move || {
        prop_oneof![
            2 => (0..=USERS).prop_map(move |number| user_id(tenant, number)),
            1 => (0..TENANTS, 0..=USERS).prop_map(move |(home, number)| guest_id(tenant, home, number)),
        ]
    };
    (
        vec((session(shapes), user_type(shapes)), 0..=USERS),
        vec(vec(member(), 0..=3), 0..=GROUPS),
        vec(kind(), 0..=4),
        session(shapes),
    )
        .prop_map(move |(users, groups, kinds, any_other_user)| Directory {
            users: users
                .into_iter()
                .enumerate()
                .map(|(number, (session, user_type))| User {
                    id: user_id(tenant, number),
                    display_name: format!("User {number}"),
                    user_principal_name: String::new(),
                    mail: None,
                    user_type,
                    session,
                    rest: Rest::new(),
                })
                .collect(),
            groups: groups
                .into_iter()
                .enumerate()
                .map(|(number, mut members)| {
                    members.sort();
                    members.dedup();
                    Group { members, ..Group::empty(group_id(tenant, number), format!("Group {number}")) }
                })
                .collect(),
            applications: kinds
                .into_iter()
                .enumerate()
                .map(|(number, kind)| Application {
                    app_id: app_id(tenant, number),
                    display_name: format!("Application {number}"),
                    kind,
                    rest: Rest::new(),
                })
                .collect(),
            any_other_user,
            rest: Rest::new(),
        })
}
