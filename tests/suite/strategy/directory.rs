//! Random directories.

use entente_policy::graph::Rest;
use entente_policy::{AppKind, Application, Directory, Group, Id, Session, User, UserType};
use proptest::collection::vec;
use proptest::prelude::*;

use super::Shapes;
use super::signal::signal;

/// Users a directory may list. Groups and lists may name one more, whom the directory does not list.
pub(super) const USERS: usize = 6;
/// Groups a directory may list.
const GROUPS: usize = 4;

/// The application that direct connect reaches although it does not belong to Office 365.
const MY_APPS: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";

pub(super) fn user_id(tenant: usize, number: usize) -> Id {
    Id::from(format!("t{tenant}-u{}", number % (USERS + 1)))
}

pub(super) fn group_id(tenant: usize, number: usize) -> Id {
    Id::from(format!("t{tenant}-g{}", number % (GROUPS + 1)))
}

/// The first two applications are Microsoft's and have the same id in every tenant.
pub(super) fn app_id(tenant: usize, number: usize) -> Id {
    match number % 4 {
        0 => Id::from("teams"),
        1 => Id::from(MY_APPS),
        number => Id::from(format!("t{tenant}-a{number}")),
    }
}

fn session(shapes: Shapes) -> impl Strategy<Value = Session> {
    (any::<bool>(), any::<bool>(), any::<bool>(), signal(shapes)).prop_map(
        |(mfa, compliant_device, hybrid_joined_device, tenant_restrictions)| Session {
            mfa,
            compliant_device,
            hybrid_joined_device,
            tenant_restrictions,
            ..Session::default()
        },
    )
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
    let member = move || (0..=USERS).prop_map(move |number| user_id(tenant, number));
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
                    Group {
                        id: group_id(tenant, number),
                        display_name: format!("Group {number}"),
                        members,
                        rest: Rest::new(),
                    }
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
