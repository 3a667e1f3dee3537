//! A matrix that is made after an edit from the one before it is the one made from scratch, and no more is looked at
//! for it than the edit touched.

use std::sync::Arc;

use entente_exchange::generate::{self, Restriction, Size};
use entente_policy::graph::{
    AccessType, B2bSetting, PolicyState, Settings, Target, TargetConfiguration, TargetType,
};
use entente_policy::{Directory, Feature, Group, Handshake, Id, Matrix, Scenario, Tenant, User, Work};
use proptest::prelude::*;

use crate::questions::ways;
use crate::strategy::{Random, Shapes, config, scenario};

/// Edits the settings about each other tenant, and the default ones.
fn settings(tenant: &mut Tenant, other: &Tenant, edit: fn(&mut Settings, &Settings)) {
    let policy = &mut tenant.cross_tenant_access_policy;
    let others = &other.cross_tenant_access_policy;
    edit(&mut Arc::make_mut(&mut policy.default).settings, &others.default.settings);
    for (partner, other) in policy.partners.iter_mut().zip(&others.partners) {
        edit(&mut Arc::make_mut(partner).settings, &other.settings);
    }
}

/// Puts one user more, or one less, on the list of a setting about another tenant.
fn one_more_or_less(settings: &mut Settings, user: &str, group: &str) {
    let lists = [&mut settings.b2b_collaboration_inbound, &mut settings.b2b_direct_connect_outbound];
    for list in lists.into_iter().flatten().filter_map(|setting| setting.users_and_groups.as_mut()) {
        let user = Target::new(user, TargetType::User);
        match list.targets.iter().position(|target| *target == user) {
            Some(at) => drop(list.targets.remove(at)),
            None => list.targets.push(user),
        }
        list.targets.retain(|target| !target.target.is(group));
    }
}

/// Somebody of another directory, whom a list or a group may name already.
fn new_user(tenant: &Tenant, other: &Tenant) -> Option<User> {
    other.directory.users.iter().find(|user| tenant.directory.user(&user.id).is_none()).cloned()
}

/// What an edit can take over from another scenario's tenant.
const EDITS: [fn(&mut Tenant, &Tenant); 34] = [
    |tenant, other| tenant.directory = other.directory.clone(),
    |tenant, other| {
        let directory = tenant.directory.edit();
        directory.groups.clone_from(&other.directory.groups);
    },
    |tenant, other| {
        let directory = tenant.directory.edit();
        if let Some(user) = directory.users.get_mut(0) {
            user.session = other.directory.any_other_user.clone();
        }
    },
    |tenant, other| {
        let directory = tenant.directory.edit();
        if let (Some(user), Some(other)) = (directory.users.get_mut(1), other.directory.users.last()) {
            (user.user_type, user.session) = (other.user_type.clone(), other.session.clone());
        }
    },
    |tenant, other| {
        let directory = tenant.directory.edit();
        if let (Some(user), Some(other)) = (directory.users.get_mut(2), other.directory.users.first()) {
            (user.mail, user.display_name) = (other.mail.clone(), other.display_name.clone());
            user.user_principal_name.clone_from(&other.user_principal_name);
        }
    },
    |tenant, other| tenant.directory.edit().any_other_user = other.directory.any_other_user.clone(),
    |tenant, _| tenant.directory.edit().users.remove(0),
    |tenant, _| {
        let directory = tenant.directory.edit();
        directory.users.remove(directory.users.len() / 2);
    },
    |tenant, other| {
        let new = new_user(tenant, other);
        tenant.directory.edit().users.extend(new);
    },
    |tenant, other| {
        let new = new_user(tenant, other);
        let directory = tenant.directory.edit();
        directory.users = new.into_iter().chain(directory.users.iter().cloned()).collect();
    },
    |tenant, _| {
        let directory = tenant.directory.edit();
        directory.users = directory.users.iter().cloned().collect::<Vec<_>>().into_iter().rev().collect();
    },
    |tenant, _| {
        let directory = tenant.directory.edit();
        let id = directory.users.last().map(|user| user.id.clone());
        if let (Some(id), Some(group)) = (id, directory.groups.get_mut(0)) {
            match group.members.iter().position(|member| *member == id) {
                Some(at) => drop(group.members.remove(at)),
                None => group.members.push(id),
            }
        }
    },
    |tenant, _| tenant.directory.edit().groups.remove(0),
    |tenant, other| {
        let directory = tenant.directory.edit();
        if let (Some(app), Some(other)) =
            (directory.applications.get_mut(0), other.directory.applications.last())
        {
            app.kind = other.kind;
        }
    },
    |tenant, other| {
        let directory = tenant.directory.edit();
        directory.applications.remove(1);
        let new = other.directory.applications.first();
        let new = new.filter(|new| directory.application(&new.app_id).is_none()).cloned();
        directory.applications.extend(new);
    },
    |tenant, other| tenant.cross_tenant_access_policy = other.cross_tenant_access_policy.clone(),
    |tenant, other| tenant.conditional_access_policies.clone_from(&other.conditional_access_policies),
    |tenant, other| {
        tenant.conditional_access_policies.truncate(1);
        tenant.conditional_access_policies.extend(other.conditional_access_policies.first().cloned());
    },
    |tenant, other| tenant.guests.clone_from(&other.guests),
    |tenant, other| tenant.teams = other.teams.clone(),
    |tenant, other| tenant.authorization_policy = other.authorization_policy.clone(),
    |tenant, other| tenant.invitation_domains = other.invitation_domains.clone(),
    |tenant, other| tenant.domains.clone_from(&other.domains),
    |tenant, other| tenant.cloud = other.cloud,
    |tenant, other| {
        let theirs = &other.cross_tenant_access_policy.allowed_cloud_endpoints;
        tenant.cross_tenant_access_policy.allowed_cloud_endpoints.clone_from(theirs);
    },
    |tenant, other| {
        settings(tenant, other, |ours, theirs| {
            ours.b2b_collaboration_inbound.clone_from(&theirs.b2b_collaboration_inbound);
        });
    },
    |tenant, other| {
        settings(tenant, other, |ours, theirs| {
            ours.b2b_collaboration_outbound.clone_from(&theirs.b2b_collaboration_outbound);
        });
    },
    |tenant, other| {
        settings(tenant, other, |ours, theirs| {
            ours.b2b_direct_connect_inbound.clone_from(&theirs.b2b_direct_connect_inbound);
        });
    },
    |tenant, other| {
        settings(tenant, other, |ours, theirs| ours.inbound_trust.clone_from(&theirs.inbound_trust));
    },
    |tenant, other| {
        settings(tenant, other, |ours, theirs| {
            ours.tenant_restrictions.clone_from(&theirs.tenant_restrictions);
        });
    },
    |tenant, other| {
        settings(tenant, other, |ours, theirs| {
            ours.automatic_user_consent_settings.clone_from(&theirs.automatic_user_consent_settings);
            ours.is_service_provider = theirs.is_service_provider;
            ours.block_service_provider_outbound_access = theirs.block_service_provider_outbound_access;
        });
    },
    |tenant, other| {
        settings(tenant, other, |ours, theirs| {
            ours.identity_synchronization.clone_from(&theirs.identity_synchronization);
        });
    },
    |tenant, other| {
        settings(tenant, other, |ours, _| {
            one_more_or_less(
                ours,
                "00000001-0001-4000-8000-000000000000",
                "00000000-0002-4000-8000-000000000000",
            )
        })
    },
    |tenant, other| {
        settings(tenant, other, |ours, _| {
            one_more_or_less(
                ours,
                "00000000-0001-4000-8000-000000000001",
                "00000001-0002-4000-8000-000000000001",
            )
        })
    },
];

fn edited(scenario: &Scenario, other: &Scenario, tenant: usize, edit: usize) -> Scenario {
    let mut after = scenario.clone();
    let count = after.tenants.len();
    let from = &other.tenants[tenant % other.tenants.len()];
    EDITS[edit % EDITS.len()](Arc::make_mut(&mut after.tenants[tenant % count]), from);
    after
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn edit_by_edit_is_as_good_as_from_scratch(
        Random(start) in scenario(Shapes::Any),
        Random(other) in scenario(Shapes::Any),
        edits in prop::collection::vec((0..6_usize, 0..EDITS.len()), 1..8),
    ) {
        for way in ways(&start) {
            let mut scenario = start.clone();
            let mut matrix = Matrix::new(&scenario, &way.home, &way.resource, way.feature);
            for (tenant, edit) in &edits {
                // What has been asked for is kept where nothing has changed.
                let _ = Handshake::of(&matrix);
                scenario = edited(&scenario, &other, *tenant, *edit);
                matrix = matrix.after(&scenario);
                let scratch = Matrix::new(&scenario, &way.home, &way.resource, way.feature);
                prop_assert!(matrix.user_conditions().eq(scratch.user_conditions()));
                prop_assert_eq!(&matrix.users, &scratch.users);
                prop_assert_eq!(&matrix.applications, &scratch.applications);
                prop_assert_eq!(Handshake::of(&matrix), Handshake::of(&scratch));
                for user in 0..matrix.connection.home.directory.users.len() {
                    prop_assert_eq!(matrix.class_of_user(user), scratch.class_of_user(user));
                }
                for class in matrix.users.iter() {
                    prop_assert_eq!(class.members.len(), class.members.iter().count());
                    prop_assert_eq!(class.members.get(0), class.members.iter().next());
                }
                for user in 0..scratch.users.len() {
                    for app in 0..scratch.applications.len() {
                        prop_assert_eq!(matrix.class_outcome(user, app), scratch.class_outcome(user, app));
                        prop_assert_eq!(matrix.class_decision(user, app), scratch.class_decision(user, app));
                    }
                }
            }
        }
    }
}

/// Two tenants where every gate has something to say, of a hundred people in each of ten groups.
fn every_gate() -> (Scenario, [Id; 2]) {
    let size = Size { users: 500, applications: 60, groups: 10, memberships: 2 };
    let scenario = generate::every_gate::scenario(&size, Restriction::BothBlocked);
    let [contoso, fabrikam] = [0, 1].map(|at| scenario.tenants[at].id.clone());
    (scenario, [fabrikam, contoso])
}

/// What it takes to make a matrix after an edit of Contoso or Fabrikam.
fn work(edit: fn(&mut Scenario)) -> [Work; 2] {
    let (mut scenario, [home, resource]) = every_gate();
    let matrix = Matrix::new(&scenario, &home, &resource, Feature::B2bCollaboration);
    edit(&mut scenario);
    [matrix.work, matrix.after(&scenario).work]
}

fn partner(scenario: &mut Scenario, tenant: usize) -> &mut Settings {
    let tenant = Arc::make_mut(&mut scenario.tenants[tenant]);
    &mut Arc::make_mut(&mut tenant.cross_tenant_access_policy.partners[0]).settings
}

#[test]
fn an_edit_that_the_direction_does_not_read_takes_no_work() {
    let [whole, again] = work(|_| {});
    assert!(whole.lists > 10 && whole.users > 100 && whole.gates == 9 && whole.judgements > 30, "{whole:?}");
    assert_eq!(again, Work::default());
    let [_, other] = work(|scenario| {
        partner(scenario, 1).b2b_collaboration_inbound = None;
        Arc::make_mut(&mut scenario.tenants[0]).display_name = "Contoso Ltd".into();
    });
    assert_eq!(other, Work::default());
}

#[test]
fn an_edit_of_one_list_signs_that_list_and_asks_those_gates_that_read_it() {
    let [whole, after] = work(|scenario| {
        let user = scenario.tenants[1].directory.users[250].id.clone();
        let setting = partner(scenario, 0).b2b_collaboration_inbound.as_mut().unwrap();
        setting.users_and_groups.as_mut().unwrap().targets.push(Target::new(user, TargetType::User));
    });
    // Inbound and the invitation read it.
    assert_eq!((after.lists, after.users, after.applications, after.gates), (1, 1, 0, 2), "{after:?}");
    assert!(after.judgements < whole.judgements);
}

#[test]
fn an_edit_of_one_gate_asks_that_gate_alone() {
    let [_, teams] = work(|scenario| {
        let tenant = Arc::make_mut(&mut scenario.tenants[1]);
        Arc::make_mut(&mut tenant.teams).allow_guests_to_access_groups = Some(false);
    });
    assert_eq!((teams.lists, teams.users, teams.gates), (0, 0, 1), "{teams:?}");
    // Whose claims count is asked of sessions, so people are told apart in another way.
    let [_, trust] = work(|scenario| partner(scenario, 0).inbound_trust = None);
    assert_eq!((trust.lists, trust.gates), (0, 1), "{trust:?}");
}

/// What it takes after an edit of Fabrikam's directory, whose people come to Contoso.
fn directory_work(edit: fn(&mut Directory)) -> Work {
    let (mut scenario, [home, resource]) = every_gate();
    let matrix = Matrix::new(&scenario, &home, &resource, Feature::B2bCollaboration);
    edit(Arc::make_mut(&mut scenario.tenants[1]).directory.edit());
    matrix.after(&scenario).work
}

#[test]
fn an_edit_of_somebody_looks_at_that_person_alone() {
    let name = directory_work(|directory| directory.users.get_mut(250).unwrap().display_name.push('x'));
    assert_eq!(name, Work::default());
    let session = directory_work(|directory| {
        let session = &mut directory.users.get_mut(250).unwrap().session;
        session.mfa = !session.mfa;
    });
    assert_eq!((session.lists, session.users), (0, 1), "{session:?}");
    let member = directory_work(|directory| {
        let [id, other] = [250, 251].map(|at| directory.users[at].id.clone());
        let holds = |group: &Group| group.members.contains(&id) && !group.members.contains(&other);
        directory.groups.find_mut(holds).unwrap().members.push(other);
    });
    assert!(member.lists == 0 && member.users <= 1, "{member:?}");
    let leaves = directory_work(|directory| {
        directory.groups.iter_mut().for_each(|group| drop(group.members.remove(0)))
    });
    assert!(leaves.lists == 0 && (1..=10).contains(&leaves.users), "{leaves:?}");
}

/// Where somebody comes or goes, lists are looked up again, for they may name whom nobody knew; nobody else is put
/// into another class.
#[test]
fn whoever_comes_or_goes_leaves_the_others_in_their_classes() {
    let comes = directory_work(|directory| {
        let new = User { id: "b0000000-0000-4000-8000-000000000001".into(), ..directory.users[7].clone() };
        directory.users.push(new);
    });
    let goes = directory_work(|directory| directory.users.remove(123));
    for work in [comes, goes] {
        assert!(work.users <= 1, "{work:?}");
    }
}

/// Whom a name stands for in the place of an id is open, until a directory has it for an id.
#[test]
fn a_name_that_a_directory_comes_to_know_is_one_no_longer() {
    let (mut scenario, [home, resource]) = every_gate();
    let contoso = scenario.tenants.iter_mut().find(|tenant| tenant.id == resource).unwrap();
    let policy = &mut Arc::make_mut(contoso).cross_tenant_access_policy;
    for settings in policy.partners.iter_mut().map(|partner| &mut Arc::make_mut(partner).settings) {
        let list = TargetConfiguration {
            access_type: AccessType::Blocked,
            targets: vec![Target::new("staff", TargetType::Group)],
            rest: Default::default(),
        };
        let everything = TargetConfiguration::all_applications(AccessType::Blocked);
        settings.b2b_collaboration_inbound = Some(B2bSetting {
            users_and_groups: Some(list),
            applications: Some(everything),
            ..B2bSetting::default()
        });
    }
    let matrix = Matrix::new(&scenario, &home, &resource, Feature::B2bCollaboration);
    let fabrikam = scenario.tenants.iter_mut().find(|tenant| tenant.id == home).unwrap();
    let directory = Arc::make_mut(fabrikam).directory.edit();
    directory.groups.push(Group::empty("staff".into(), "Staff".into()));
    let scratch = Matrix::new(&scenario, &home, &resource, Feature::B2bCollaboration);
    let inbound = |matrix: &Matrix| {
        let anyone = matrix.class_of_any_other_user().unwrap();
        let of_application = |app| matrix.class_decision(anyone, app).unwrap().clone();
        (0..matrix.applications.len()).map(of_application).collect::<Vec<_>>()
    };
    assert_eq!(inbound(&matrix.after(&scenario)), inbound(&scratch));
    assert!(inbound(&matrix) != inbound(&scratch));
}

/// What trust makes of people who have done multifactor authentication, and of those who have not, is no question about
/// who is on a list.
#[test]
fn other_kinds_are_told_apart_without_looking_lists_up() {
    let [whole, after] = work(|scenario| {
        let policy = &mut Arc::make_mut(&mut scenario.tenants[0]).conditional_access_policies[0];
        Arc::make_mut(policy).state = PolicyState::Disabled;
    });
    assert!(after.lists <= 2 && after.users < whole.users, "{after:?} of {whole:?}");
}
