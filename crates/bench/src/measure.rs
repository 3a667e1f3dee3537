//! The engine and what it is weighed against, timed.

use std::hint::black_box;
use std::sync::Arc;

use entente_policy::graph::{Target, TargetType};
use entente_policy::{Direction, Feature, Matrix, Scenario};

use crate::workload::{Workload, checksum};

/// The answers of a matrix as a checksum, every `step`th row.
pub fn checksum_of(matrix: &Matrix, step: usize) -> u32 {
    let users = matrix.connection.home.directory.users.len();
    let applications = matrix.connection.resource.directory.applications.len();
    let columns: Vec<usize> =
        (0..applications).map(|app| matrix.class_of_application(app).unwrap_or_default()).collect();
    checksum(users, applications, step, |user, app| {
        let class = matrix.class_of_user(user).unwrap_or_default();
        matrix.class_outcome(class, columns[app]).is_some_and(|outcome| outcome.connects())
    })
}

/// How many cells connect: products of the sizes of classes.
pub fn connecting(matrix: &Matrix) -> usize {
    let apps: Vec<usize> = matrix.applications.iter().map(|class| class.members.len()).collect();
    let mut count = 0;
    for (user, class) in matrix.users.iter().enumerate() {
        let reached: usize = (0..apps.len())
            .filter(|app| matrix.class_outcome(user, *app).is_some_and(|outcome| outcome.connects()))
            .map(|app| apps[app])
            .sum();
        count += reached * class.members.len();
    }
    count
}

/// Writes as many bits as the matrix has cells, and no more than that.
pub fn write_bits(bits: &mut [u64]) {
    black_box(bits).fill(black_box(0x5555_aaaa_0f0f_3333));
}

/// The workload after one edit: the inbound list names one user more.
pub fn edited(workload: &Workload, turn: usize) -> Scenario {
    edited_inbound(&workload.scenario, 1, 0, Feature::B2bCollaboration, turn)
}

/// The scenario after one edit: the list of those who may come in names one user more.
pub fn edited_inbound(
    scenario: &Scenario,
    home: usize,
    resource: usize,
    feature: Feature,
    turn: usize,
) -> Scenario {
    let mut scenario = scenario.clone();
    let users = &scenario.tenants[home].directory.users;
    let user = users[(turn * 17 + 11) % users.len()].id.clone();
    let tenant = Arc::make_mut(&mut scenario.tenants[resource]);
    let partner = Arc::make_mut(&mut tenant.cross_tenant_access_policy.partners[0]);
    let setting = partner.settings.b2b_mut(feature.property(Direction::Inbound)).and_then(Option::as_mut);
    if let Some(list) = setting.and_then(|setting| setting.users_and_groups.as_mut()) {
        list.targets.push(Target::new(user, TargetType::User));
    }
    scenario
}
