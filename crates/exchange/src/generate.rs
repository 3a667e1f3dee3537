//! Directories of any size, the same ones every time: for whoever wants to see a tenant as large as their own, for
//! tests and for benchmarks.

pub mod every_gate;

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::graph::{
    AccessType, B2bSetting, ConfigurationPartner, Rest, Target, TargetConfiguration, TargetType,
};
use entente_policy::{AppKind, Application, Directory, Group, Id, Scenario, Session, Tenant, User};

/// How large a directory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// How many users it holds.
    pub users: usize,
    /// How many applications.
    pub applications: usize,
    /// How many groups.
    pub groups: usize,
    /// In how many of the groups each user is.
    pub memberships: usize,
}

const FIRST: [&str; 24] = [
    "Ana", "Li", "Noor", "Ben", "Priya", "Maya", "Tom", "Aisha", "Jonas", "Chloe", "Diego", "Yuki", "Omar",
    "Ines", "Kofi", "Lena", "Ravi", "Sofia", "Emil", "Zeynep", "Mateo", "Hana", "Luca", "Amara",
];
const FAMILY: [&str; 24] = [
    "Ruiz",
    "Wei",
    "Haddad",
    "Okafor",
    "Nair",
    "Lindqvist",
    "Becker",
    "Rahman",
    "Weber",
    "Martin",
    "Santos",
    "Tanaka",
    "Farouk",
    "Costa",
    "Mensah",
    "Novak",
    "Iyer",
    "Rossi",
    "Berg",
    "Demir",
    "Silva",
    "Kim",
    "Conti",
    "Diallo",
];
const GROUPS: [&str; 12] = [
    "Marketing",
    "Sales",
    "Engineering",
    "Finance",
    "Legal",
    "Support",
    "Research",
    "Logistics",
    "Procurement",
    "Field service",
    "Design",
    "Operations",
];
const APPLICATIONS: [&str; 12] = [
    "Payroll",
    "Campaign planner",
    "Expenses",
    "Inventory",
    "Travel",
    "Helpdesk",
    "Ledger",
    "Roadmap",
    "Archive",
    "Fleet",
    "Surveys",
    "Warehouse",
];
/// The applications that every tenant has.
const MICROSOFT: [(&str, &str, AppKind); 3] = [
    ("cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "Teams shared channel", AppKind::Office365),
    ("00000003-0000-0ff1-ce00-000000000000", "SharePoint Online", AppKind::Office365),
    ("c44b4083-3bb0-49c1-b47d-974e53cbdf3c", "Azure portal", AppKind::Microsoft),
];

/// A directory of this size, whose people sign in at `domain`. Directories of different seeds share no object.
pub fn directory(size: &Size, domain: &str, seed: u64) -> Directory {
    let mut growing = Growing::new(size, domain, seed);
    growing.go_on(size.users);
    growing.directory
}

/// A directory in the making, some people at a time: whoever makes a large one can do something else in between.
#[derive(Clone, Debug)]
pub struct Growing {
    size: Size,
    domain: String,
    seed: u64,
    /// How many people have been made.
    made: usize,
    directory: Directory,
}

impl Growing {
    /// A directory that will have this size.
    pub fn new(size: &Size, domain: &str, seed: u64) -> Self {
        Self::around(Directory::default(), size, domain, seed)
    }

    /// A directory that will have this size, around what there is: its people and applications are among those that
    /// are wanted, and its groups gain members.
    pub fn around(held: Directory, size: &Size, domain: &str, seed: u64) -> Self {
        let mut directory = held;
        let each = size.users.saturating_mul(size.memberships) / size.groups.max(1);
        directory.groups.iter_mut().for_each(|group| group.members.reserve(each));
        let known = directory.groups.len();
        directory.groups.extend((known..size.groups).map(|number| Group {
            members: Vec::with_capacity(each),
            ..Group::empty(object(seed, 2, number), numbered(&GROUPS, number))
        }));
        let microsoft = MICROSOFT.iter().map(|(id, name, kind)| (Id::from(*id), String::from(*name), *kind));
        let own = (0..size.applications.saturating_sub(MICROSOFT.len())).map(|number| {
            (object(seed, 3, number), numbered(&APPLICATIONS, number), AppKind::LineOfBusiness)
        });
        let known: Vec<Id> = directory.applications.iter().map(|app| app.app_id.clone()).collect();
        let new = microsoft.chain(own).filter(|(id, ..)| !known.contains(id));
        let missing = size.applications.saturating_sub(known.len());
        directory.applications.extend(new.take(missing).map(|(app_id, display_name, kind)| Application {
            app_id,
            display_name,
            kind,
            rest: Rest::new(),
        }));
        let made = directory.users.len().min(size.users);
        Growing { size: *size, domain: domain.into(), seed, made, directory }
    }

    /// Makes so many more people.
    pub fn go_on(&mut self, people: usize) {
        let Growing { size, seed, .. } = *self;
        // Steps of less than this reach as many different groups as there are memberships.
        let longest_step = (size.groups / size.memberships.max(1)).max(1);
        for number in self.made..self.made.saturating_add(people).min(size.users) {
            let user = user(number, &self.domain, seed);
            let chance = mixed(seed, 4, number);
            let mut at = below(chance, size.groups.max(1));
            let step = 1 + below(chance >> 32, longest_step);
            for _ in 0..size.memberships.min(size.groups) {
                if let Some(group) = self.directory.groups.get_mut(at) {
                    group.members.push(user.id.clone());
                }
                at = (at + step) % size.groups.max(1);
            }
            self.directory.users.push(user);
            self.made = number + 1;
        }
    }

    /// How many people there are so far, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.made, self.size.users)
    }

    /// The directory, if it is all there.
    pub fn finished(self) -> Option<Directory> {
        (self.made >= self.size.users).then_some(self.directory)
    }
}

fn user(number: usize, domain: &str, seed: u64) -> User {
    let chance = mixed(seed, 5, number);
    let pick = |names: &[&'static str], chance: u64| {
        names.get(below(chance, names.len())).copied().unwrap_or_default()
    };
    let (first, family) = (pick(&FIRST, chance), pick(&FAMILY, chance >> 16));
    // Some have done multifactor authentication, and some of them sit at a managed device.
    let (mfa, compliant_device) = ((chance >> 40).is_multiple_of(3), (chance >> 44).is_multiple_of(5));
    User {
        id: object(seed, 1, number),
        display_name: format!("{first} {family}"),
        user_principal_name: format!("{first}.{family}{number}@{domain}").to_ascii_lowercase(),
        mail: None,
        user_type: None,
        session: Session { mfa, compliant_device: mfa && compliant_device, ..Session::default() },
        rest: Rest::new(),
    }
}

/// The names in turn, with a number from the second turn on.
fn numbered(names: &[&'static str], number: usize) -> String {
    let name = names.get(number % names.len().max(1)).copied().unwrap_or_default();
    match number / names.len().max(1) {
        0 => name.into(),
        turn => format!("{name} {}", turn + 1),
    }
}

/// An object id: what it is and its number at the end, and before that what looks like chance.
fn object(seed: u64, what: u64, number: usize) -> Id {
    let chance = mixed(seed, what, number);
    Id::from(format!(
        "{:08x}-{:04x}-4{:03x}-8{what:03x}-{number:012x}",
        chance >> 32,
        (chance >> 16) & 0xffff,
        chance & 0xfff,
    ))
}

/// What looks like chance and is the same every time (the finalizer of SplitMix64).
fn mixed(seed: u64, what: u64, number: usize) -> u64 {
    let mut z = seed ^ (what << 56) ^ (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A number below `count`.
fn below(chance: u64, count: usize) -> usize {
    (chance as u32 as usize) % count.max(1)
}

/// How the settings of a generated scenario restrict both directions of both features.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restriction {
    /// A list of users and groups and a list of applications, both blocked: who is on the one gets nowhere on the
    /// other.
    BothBlocked,
    /// A group and a list of applications, both allowed: nobody else, and nothing else.
    BothAllowed,
}

impl Restriction {
    /// Both.
    pub const ALL: [Restriction; 2] = [Restriction::BothBlocked, Restriction::BothAllowed];
}

/// Two tenants of this size, each with organizational settings about the other.
pub fn scenario(size: &Size, restriction: Restriction) -> Scenario {
    let mut tenants = [(1, "Contoso"), (2, "Fabrikam")].map(|(seed, name)| {
        let domain = format!("{}.example", name.to_ascii_lowercase());
        Tenant {
            display_name: name.into(),
            directory: directory(size, &domain, seed).into(),
            domains: Vec::from([domain]),
            ..Tenant::untouched(object(seed, 0, 0))
        }
    });
    let directories = tenants.each_ref().map(|tenant| (tenant.id.clone(), tenant.directory.clone()));
    let [one, two] = &mut tenants;
    for (tenant, own, (other, others)) in
        [(one, &directories[0].1, &directories[1]), (two, &directories[1].1, &directories[0])]
    {
        let mut partner = ConfigurationPartner::inheriting(other.clone());
        let settings = &mut partner.settings;
        let inbound = Some(setting(restriction, others, own, 0));
        let outbound = Some(setting(restriction, own, others, 1));
        settings.b2b_direct_connect_inbound = inbound.clone();
        settings.b2b_collaboration_inbound = inbound;
        settings.b2b_direct_connect_outbound = outbound.clone();
        settings.b2b_collaboration_outbound = outbound;
        tenant.cross_tenant_access_policy.partners.push(Arc::new(partner));
    }
    Scenario { tenants: tenants.into_iter().map(Arc::new).collect(), ..Scenario::default() }
}

/// Blocked are neighbouring groups and every tenth application, from different ones on; allowed is inbound one group
/// and every tenth application, and outbound these and some more.
fn setting(restriction: Restriction, users_of: &Directory, apps_of: &Directory, turn: usize) -> B2bSetting {
    let groups = users_of.groups.iter().skip(turn).step_by(7);
    let group = |group: &Group| Target::new(group.id.clone(), TargetType::Group);
    let everywhere = |user: &User| Target::new(user.id.clone(), TargetType::User);
    let (access, users): (AccessType, Vec<Target>) = match restriction {
        Restriction::BothAllowed => {
            let groups = users_of.groups.iter().step_by(7).take(1 + turn);
            (AccessType::Allowed, groups.map(group).collect())
        }
        Restriction::BothBlocked => {
            let users = users_of.users.iter().skip(turn).step_by(3).take(5).map(everywhere);
            (AccessType::Blocked, groups.take(2).map(group).chain(users).collect())
        }
    };
    let (first, step) = match restriction {
        Restriction::BothAllowed => (0, if turn == 0 { 10 } else { 5 }),
        Restriction::BothBlocked => (turn * 2, 10),
    };
    let applications = apps_of.applications.iter().skip(first).step_by(step);
    let applications =
        applications.map(|app| Target::new(app.app_id.clone(), TargetType::Application)).collect();
    B2bSetting {
        users_and_groups: Some(TargetConfiguration {
            targets: users,
            ..TargetConfiguration::all_users(access.clone())
        }),
        applications: Some(TargetConfiguration {
            targets: applications,
            ..TargetConfiguration::all_applications(access)
        }),
        rest: Rest::new(),
    }
}

#[cfg(test)]
mod tests {
    use entente_policy::IdIndex;

    use super::*;

    #[test]
    fn a_directory_is_as_large_as_wanted_and_nobody_is_there_twice() {
        let size = Size { users: 1_000, applications: 50, groups: 20, memberships: 8 };
        let made = directory(&size, "contoso.example", 1);
        assert_eq!((made.users.len(), made.applications.len(), made.groups.len()), (1_000, 50, 20));
        assert_eq!(made.groups.iter().map(|group| group.members.len()).sum::<usize>(), 8_000);
        assert_eq!(IdIndex::of(made.users.iter().map(|user| &user.id)).first_repeated(), None);
        for group in &made.groups {
            assert!(group.members.len() > 200, "{}", group.members.len());
            assert_eq!(IdIndex::of(group.members.iter()).first_repeated(), None);
        }
        assert!(made.users.iter().all(|user| user.id.is_guid()));
        assert_eq!(made, directory(&size, "contoso.example", 1));
        let other = directory(&size, "contoso.example", 2);
        assert!(other.users.iter().all(|user| made.user(&user.id).is_none()));
    }

    #[test]
    fn a_directory_grows_around_what_there_is() {
        let size = Size { users: 300, applications: 20, groups: 10, memberships: 3 };
        let held =
            directory(&Size { users: 5, applications: 4, groups: 2, memberships: 1 }, "contoso.example", 1);
        let mut growing = Growing::around(held.clone(), &size, "contoso.example", 2);
        assert_eq!(growing.progress(), (5, 300));
        growing.go_on(100);
        assert_eq!(growing.progress(), (105, 300));
        assert_eq!(growing.clone().finished(), None);
        growing.go_on(1_000);
        let grown = growing.finished().unwrap();
        assert_eq!((grown.users.len(), grown.applications.len(), grown.groups.len()), (300, 20, 10));
        assert!(grown.users.iter().take(5).eq(&held.users));
        assert_eq!(grown.groups[0].id, held.groups[0].id);
        assert!(grown.groups[0].members.len() > 20);
        assert_eq!(IdIndex::of(grown.applications.iter().map(|app| &app.app_id)).first_repeated(), None);
    }

    #[test]
    fn the_smallest_directories_are_no_exception() {
        for users in 0..3 {
            let size = Size { users, applications: users, groups: users, memberships: 8 };
            let made = directory(&size, "contoso.example", 1);
            assert_eq!((made.users.len(), made.applications.len(), made.groups.len()), (users, users, users));
        }
    }
}
