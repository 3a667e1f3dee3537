//! What everybody is asked: two tenants of three sizes, with two kinds of settings, and who reaches what.

use entente_exchange::generate::{self, Restriction, Size};
use entente_policy::graph::{AccessType, B2bSetting, TargetConfiguration, TargetType};
use entente_policy::{Directory, Feature, Matrix, Scenario};

/// The sizes, the smallest first.
pub const SIZES: [Size; 3] = [
    Size { users: 25, applications: 15, groups: 5, memberships: 2 },
    Size { users: 1_000, applications: 100, groups: 50, memberships: 8 },
    Size { users: 100_000, applications: 1_000, groups: 500, memberships: 8 },
];

/// What a kind of settings is called.
pub fn name(restriction: Restriction) -> &'static str {
    match restriction {
        Restriction::BothBlocked => "both blocked, lists",
        Restriction::BothAllowed => "group × applications allowed",
    }
}

/// Fabrikam's people and Contoso's applications, by collaboration.
pub struct Workload {
    /// The tenants.
    pub scenario: Scenario,
    /// The settings in the words of the others.
    pub settings: [Flat; 2],
}

/// One side's setting as numbers: what any other program is given.
#[derive(Clone, Debug)]
pub struct Flat {
    /// Whether the users' list blocks whom it names. The applications' does the same in both kinds of settings.
    pub blocks: bool,
    /// The positions of the users that it names.
    pub users: Vec<usize>,
    /// The positions of the groups that it names.
    pub groups: Vec<usize>,
    /// The positions of the applications that it names.
    pub applications: Vec<usize>,
}

impl Workload {
    /// The one of this size, with these settings.
    pub fn new(size: &Size, restriction: Restriction) -> Self {
        let scenario = generate::scenario(size, restriction);
        let [contoso, fabrikam] = [&scenario.tenants[0], &scenario.tenants[1]];
        let flat = |setting: &Option<B2bSetting>| {
            Flat::of(setting.as_ref().unwrap(), &fabrikam.directory, &contoso.directory)
        };
        let settings = [
            flat(&fabrikam.cross_tenant_access_policy.partners[0].settings.b2b_collaboration_outbound),
            flat(&contoso.cross_tenant_access_policy.partners[0].settings.b2b_collaboration_inbound),
        ];
        Workload { settings, scenario }
    }

    /// The directory of the people.
    pub fn people(&self) -> &Directory {
        &self.scenario.tenants[1].directory
    }

    /// The directory of the applications.
    pub fn applications(&self) -> &Directory {
        &self.scenario.tenants[0].directory
    }

    /// The engine's answer to all of it.
    pub fn matrix(&self) -> Matrix {
        let [contoso, fabrikam] = [&self.scenario.tenants[0], &self.scenario.tenants[1]];
        Matrix::new(&self.scenario, &fabrikam.id, &contoso.id, Feature::B2bCollaboration)
    }

    /// The positions of the groups that each user is in.
    pub fn memberships(&self) -> Vec<Vec<u32>> {
        let people = self.people();
        let position: std::collections::HashMap<&str, usize> =
            people.users.iter().enumerate().map(|(at, user)| (user.id.as_str(), at)).collect();
        let mut groups = vec![Vec::new(); people.users.len()];
        for (at, group) in people.groups.iter().enumerate() {
            for member in &group.members {
                groups[position[member.as_str()]].push(at as u32);
            }
        }
        groups
    }
}

impl Flat {
    fn of(setting: &B2bSetting, people: &Directory, applications: &Directory) -> Self {
        let users = setting.users_and_groups.as_ref().unwrap();
        let named = |list: &TargetConfiguration, kind: TargetType, ids: Vec<&entente_policy::Id>| {
            let position: std::collections::HashMap<&str, usize> =
                ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
            let targets = list.targets.iter().filter(|target| target.target_type == kind);
            targets.map(|target| position[target.target.as_str()]).collect()
        };
        Flat {
            blocks: users.access_type == AccessType::Blocked,
            users: named(users, TargetType::User, people.users.iter().map(|user| &user.id).collect()),
            groups: named(users, TargetType::Group, people.groups.iter().map(|group| &group.id).collect()),
            applications: named(
                setting.applications.as_ref().unwrap(),
                TargetType::Application,
                applications.applications.iter().map(|app| &app.app_id).collect(),
            ),
        }
    }

    /// What the setting makes of a user and an application that are, or are not, on its lists.
    pub fn lets(&self, user: bool, application: bool) -> bool {
        if self.blocks { !(user && application) } else { user && application }
    }
}

/// A number that is the same for the same answers, whoever gives them: mixes in one answer, in the order of users
/// and, for each, of applications.
pub fn mix(checksum: u32, at: usize, is_allowed: bool) -> u32 {
    checksum.wrapping_add(
        (at as u32 ^ 0x9e37_79b9).wrapping_mul(0x85eb_ca6b) & (is_allowed as u32).wrapping_neg(),
    )
}

/// The checksum of answers cell by cell, every `step`th row.
pub fn checksum(
    users: usize,
    applications: usize,
    step: usize,
    is_allowed: impl Fn(usize, usize) -> bool,
) -> u32 {
    let mut sum = 0;
    for user in (0..users).step_by(step) {
        for app in 0..applications {
            sum = mix(sum, user * applications + app, is_allowed(user, app));
        }
    }
    sum
}
