//! Random access settings and trust settings.

use entente_policy::graph::{
    AccessType, B2bSetting, InboundTrust, Rest, Target, TargetConfiguration, TargetType,
};
use entente_policy::{Half, Id};
use proptest::collection::vec;
use proptest::prelude::*;

use super::directory::{app_id, group_id, user_id};
use super::{Shapes, TENANTS};

/// A setting about the users of tenant `users` and the applications of tenant `applications`.
pub(super) fn b2b_setting(
    users: usize,
    applications: usize,
    shapes: Shapes,
) -> impl Strategy<Value = B2bSetting> {
    let half = move |half, tenant| sometimes_missing(14, target_configuration(half, tenant, shapes), shapes);
    prop_oneof![
        4 => Just(B2bSetting::everyone(AccessType::Allowed)),
        1 => Just(B2bSetting::everyone(AccessType::Blocked)),
        5 => (half(Half::UsersAndGroups, users), half(Half::Applications, applications)).prop_map(
            |(users_and_groups, applications)| B2bSetting { users_and_groups, applications, rest: Rest::new() },
        ),
    ]
}

/// One half of a setting, about users or applications of `tenant`.
pub(crate) fn target_configuration(
    half: Half,
    tenant: usize,
    shapes: Shapes,
) -> impl Strategy<Value = TargetConfiguration> {
    let odd = u32::from(shapes == Shapes::Any);
    (access_type(odd), targets(half, tenant, odd)).prop_map(|(access_type, targets)| TargetConfiguration {
        access_type,
        targets,
        rest: Rest::new(),
    })
}

fn access_type(odd: u32) -> impl Strategy<Value = AccessType> {
    prop_oneof![
        20 => Just(AccessType::Allowed),
        20 => Just(AccessType::Blocked),
        odd => Just(AccessType::Other("unknownFutureValue".into())),
    ]
}

fn targets(half: Half, tenant: usize, odd: u32) -> BoxedStrategy<Vec<Target>> {
    let all = match half {
        Half::UsersAndGroups => Target::new(Target::ALL_USERS, TargetType::User),
        Half::Applications => Target::new(Target::ALL_APPLICATIONS, TargetType::Application),
    };
    prop_oneof![
        6 => Just(vec![all]),
        12 => vec(target(half, tenant, odd), 1..=4),
        odd => Just(vec![]),
    ]
    .boxed()
}

fn target(half: Half, tenant: usize, odd: u32) -> BoxedStrategy<Target> {
    // Ids are compared without regard to case: some lists shout.
    let written = |id: Id, shout: bool| if shout { Id::from(id.as_str().to_uppercase()) } else { id };
    let named = move |id: fn(usize, usize) -> Id, tenant: usize, target_type: TargetType| {
        (0..8usize, proptest::bool::weighted(0.1)).prop_map(move |(number, shout)| {
            Target::new(written(id(tenant, number), shout), target_type.clone())
        })
    };
    let foreign = (tenant + 1) % TENANTS;
    let word = |word: &'static str, target_type: TargetType| Just(Target::new(word, target_type));
    match half {
        Half::UsersAndGroups => prop_oneof![
            10 => named(user_id, tenant, TargetType::User),
            14 => named(group_id, tenant, TargetType::Group),
            2 => named(user_id, foreign, TargetType::User),
            2 => named(group_id, foreign, TargetType::Group),
            1 => word(Target::ALL_USERS, TargetType::User),
            odd => named(user_id, tenant, TargetType::Group),
            odd => named(group_id, tenant, TargetType::User),
            odd => word(Target::ALL_USERS, TargetType::Group),
            odd => word(Target::ALL_APPLICATIONS, TargetType::Application),
            odd => word("nobody", TargetType::Other("unknownFutureValue".into())),
        ]
        .boxed(),
        Half::Applications => prop_oneof![
            12 => named(app_id, tenant, TargetType::Application),
            8 => word(Target::OFFICE_365, TargetType::Application),
            3 => word(Target::ALL_MICROSOFT_APPS, TargetType::Application),
            2 => named(app_id, foreign, TargetType::Application),
            1 => word(Target::ALL_APPLICATIONS, TargetType::Application),
            odd => named(app_id, tenant, TargetType::User),
            odd => word(Target::ALL_USERS, TargetType::User),
            odd => word("nothing", TargetType::Other("unknownFutureValue".into())),
        ]
        .boxed(),
    }
}

/// Trust settings; only wild ones leave a switch null.
pub(crate) fn trust(shapes: Shapes) -> impl Strategy<Value = InboundTrust> {
    let switch = move || sometimes_missing(4, any::<bool>(), shapes);
    (switch(), switch(), switch()).prop_map(|(mfa, compliant, hybrid)| InboundTrust {
        is_mfa_accepted: mfa,
        is_compliant_device_accepted: compliant,
        is_hybrid_azure_ad_joined_device_accepted: hybrid,
        rest: Rest::new(),
    })
}

/// A value that a wild scenario leaves out once in a while: there `present` times, missing once.
fn sometimes_missing<T: Clone + std::fmt::Debug + 'static>(
    present: u32,
    value: impl Strategy<Value = T> + 'static,
    shapes: Shapes,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![
        present => value.prop_map(Some),
        u32::from(shapes == Shapes::Any) => Just(None),
    ]
}
