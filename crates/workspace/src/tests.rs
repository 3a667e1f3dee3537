use entente_policy::graph::{AccessType, Target, TargetType};
use entente_policy::{Change, Feature, Half, Id, Layer, Property, Resource, Subject};

use super::*;

fn start(id: &str) -> Workspace {
    Workspace::from_gallery(gallery::Entry::find(id).unwrap())
}

fn ids(workspace: &Workspace) -> [Id; 2] {
    [workspace.scenario().tenants[0].id.clone(), workspace.scenario().tenants[1].id.clone()]
}

fn edit(workspace: &Workspace, edit: Edit) -> Workspace {
    workspace.apply(Action::Edit(edit))
}

fn verb(tenant: &Id, partner: &Id, property: Property, access_type: AccessType) -> Edit {
    Edit::SetVerb { tenant: tenant.clone(), layer: Layer::Partner(partner.clone()), property, access_type }
}

#[test]
fn example_1_is_four_edits_from_shipped_defaults() {
    let mut now = start("shipped-defaults");
    let [contoso, fabrikam] = ids(&now);
    for (tenant, other) in [(&contoso, &fabrikam), (&fabrikam, &contoso)] {
        for property in [Property::B2bDirectConnectInbound, Property::B2bDirectConnectOutbound] {
            now = edit(&now, verb(tenant, other, property, AccessType::Allowed));
        }
    }
    let answers = Answers::of(&now);
    assert_eq!((answers.handshakes[0].connected, answers.handshakes[0].people), (6, 6));
    assert_eq!((answers.handshakes[1].connected, answers.handshakes[1].people), (5, 5));
}

#[test]
fn an_edit_of_an_inherited_setting_takes_it_over_and_giving_back_inherits_again() {
    let before = start("shipped-defaults");
    let [contoso, fabrikam] = ids(&before);
    let property = Property::B2bDirectConnectInbound;
    let taken =
        edit(&before, Edit::TakeOver { tenant: contoso.clone(), partner: fabrikam.clone(), property });
    let policy = &taken.scenario().tenants[0].cross_tenant_access_policy;
    assert!(policy.partner(&fabrikam).unwrap().settings.has(property));
    assert_eq!(Answers::of(&before).handshakes, {
        let mut same = Answers::of(&taken).handshakes;
        // Only the layer that decides is another.
        for (gate, old) in same[1].gates.iter_mut().zip(&Answers::of(&before).handshakes[1].gates) {
            (gate.source, gate.setting) = (old.source, old.setting.clone());
        }
        same
    });
    let given = edit(&taken, Edit::GiveBack { tenant: contoso, partner: fabrikam.clone(), property });
    let policy = &given.scenario().tenants[0].cross_tenant_access_policy;
    assert!(!policy.partner(&fabrikam).unwrap().settings.has(property));
}

#[test]
fn undo_takes_everything_back_and_redo_brings_it_again() {
    let first = start("example-2");
    let [contoso, fabrikam] = ids(&first);
    let edits = [
        Edit::RenameTenant { tenant: contoso.clone(), name: "Contoso AG".into() },
        Edit::AddUser { tenant: fabrikam.clone(), name: "Zoë O’Neil".into() },
        Edit::AddGroup { tenant: fabrikam.clone(), name: "<b>Night & day</b>".into() },
        Edit::AddPolicy { tenant: contoso.clone() },
        Edit::SetTargets {
            tenant: contoso.clone(),
            layer: Layer::Partner(fabrikam.clone()),
            property: Property::B2bDirectConnectInbound,
            half: Half::UsersAndGroups,
            targets: vec![Target::new(Target::ALL_USERS, TargetType::User)],
        },
        Edit::SetTrust {
            tenant: contoso.clone(),
            layer: Layer::Default,
            claim: TrustClaim::Mfa,
            accepted: true,
        },
        Edit::SetConsent { tenant: contoso, partner: fabrikam, inbound: true, allowed: true },
    ];
    let mut states = vec![first];
    for step in edits {
        let next = edit(states.last().unwrap(), step.clone());
        assert_ne!(next.scenario(), states.last().unwrap().scenario(), "{step:?} changes something");
        states.push(next);
    }
    let mut now = states.last().unwrap().clone();
    for state in states.iter().rev() {
        assert_eq!(now.scenario(), state.scenario());
        now = now.apply(Action::Undo);
    }
    assert!(!now.can_undo());
    assert!(!now.is_edited());
    for state in &states {
        assert_eq!(now.scenario(), state.scenario());
        now = now.apply(Action::Redo);
    }
    assert!(!now.can_redo());
}

#[test]
fn what_changes_nothing_is_no_step() {
    let now = start("example-1");
    let [contoso, fabrikam] = ids(&now);
    let nothing = [
        Edit::RenameTenant { tenant: contoso.clone(), name: "  Contoso ".into() },
        Edit::RenameTenant { tenant: contoso.clone(), name: "   ".into() },
        Edit::AddUser { tenant: Id::from("nowhere"), name: "X".into() },
        Edit::RemoveUser { tenant: contoso.clone(), user: Id::from("nobody") },
        Edit::GiveBack {
            tenant: contoso.clone(),
            partner: Id::from("nobody"),
            property: Property::InboundTrust,
        },
        verb(&contoso, &fabrikam, Property::B2bDirectConnectInbound, AccessType::Allowed),
    ];
    for step in nothing {
        let next = edit(&now, step.clone());
        assert_eq!(next, now, "{step:?}");
        assert!(!next.can_undo());
    }
}

#[test]
fn a_change_says_which_cells_it_closed() {
    let now = start("example-2");
    let [contoso, fabrikam] = ids(&now);
    let group = now.scenario().tenants[1].directory.groups[0].id.clone();
    let user = now.scenario().tenants[1].directory.users[0].id.clone();
    let next = edit(&now, Edit::SetMember { tenant: fabrikam, group, user: user.clone(), member: false });
    let answers = Answers::of(&next);
    let teams = next.scenario().tenant(&contoso).unwrap().directory.applications[0].app_id.clone();
    let cells = |changes: &Changes| changes.each_ref().map(|way| way.cells().collect::<Vec<_>>());
    let closed = cells(&answers.since_baseline);
    assert_eq!(cells(&answers.by_last_step), closed);
    assert_eq!(closed[0], vec![]);
    assert!(closed[1].iter().all(|change| change.user == user && change.change == Change::Closed));
    assert_eq!(closed[1].len(), answers.since_baseline[1].count(Change::Closed));
    let place = |id: &Id| {
        answers.matrix().connection.resource.directory.applications.iter().position(|app| app.app_id == *id)
    };
    assert_eq!(next.view().home, 1);
    assert_eq!(answers.change(0, place(&teams).unwrap()).map(|change| change.change), Some(Change::Closed));
    let marked = next.apply(Action::CompareFromHere);
    assert!(Answers::of(&marked).since_baseline[1].is_empty());
    // What is known already is not made again, and says the same.
    let later = answers.after(&marked);
    assert!(Rc::ptr_eq(&later.matrices[1], &answers.matrices[1]));
    assert!(later.since_baseline[1].is_empty());
    let back = later.after(&marked.apply(Action::Undo));
    assert_eq!(back.by_last_step[1].count(Change::Opened), answers.by_last_step[1].count(Change::Closed));
}

#[test]
fn a_selection_goes_with_what_it_names() {
    let now = start("example-2");
    let [_, fabrikam] = ids(&now);
    let user = now.scenario().tenants[1].directory.users[3].id.clone();
    let application = now.scenario().tenants[0].directory.applications[0].app_id.clone();
    let cell = Cell {
        user: Subject::User(user.clone()),
        application: Resource::Application(application),
        whole_class: false,
    };
    let selected = now.apply(Action::Select(Some(cell.clone())));
    assert_eq!(selected.view().cell, Some(cell));
    let gone = edit(&selected, Edit::RemoveUser { tenant: fabrikam, user });
    assert_eq!(gone.view().cell, None);
}

#[test]
fn ids_of_what_is_added_are_new_and_repeatable() {
    let now = start("shipped-defaults");
    let [contoso, _] = ids(&now);
    let add = || Edit::AddUser { tenant: contoso.clone(), name: "Sam Field".into() };
    let twice = edit(&edit(&now, add()), add());
    let users = &twice.scenario().tenants[0].directory.users;
    let (a, b) = (&users[users.len() - 2], &users[users.len() - 1]);
    assert_ne!(a.id, b.id);
    assert!(a.id.is_guid());
    assert_eq!(a.user_principal_name, "sam.field@contoso.com");
    assert_eq!(edit(&edit(&now, add()), add()).scenario(), twice.scenario());
}

#[test]
fn edits_are_told_as_the_audit_logs_would() {
    let now = start("example-1");
    assert_eq!(now.recorded(), []);
    let [contoso, fabrikam] = ids(&now);
    let layer = Layer::Partner(fabrikam);
    let trusting =
        edit(&now, Edit::SetTrust { tenant: contoso.clone(), layer, claim: TrustClaim::Mfa, accepted: true });
    let recorded = trusting.recorded();
    assert_eq!(recorded.len(), 1);
    assert_eq!(recorded[0].tenant, contoso);
    assert_eq!(recorded[0].events[0].properties, ["inboundTrust"]);
    assert_eq!(trusting.apply(Action::Undo).recorded(), []);
}

#[test]
fn the_first_scenario_is_answered_by_gates_at_rest() {
    let (first, entry) = (Workspace::first(), Workspace::from_gallery(gallery::FIRST));
    assert_eq!(
        (first.scenario(), first.view(), first.origin()),
        (entry.scenario(), entry.view(), entry.origin())
    );
    let (at_rest, whole) = (Answers::at_rest(&first).unwrap(), Answers::of(&first));
    assert_eq!(at_rest.handshakes, whole.handshakes);
    for (at_rest, whole) in at_rest.matrices.iter().zip(&whole.matrices) {
        assert_eq!((&at_rest.users, &at_rest.applications), (&whole.users, &whole.applications));
        for user in 0..whole.users.len() {
            for application in 0..whole.applications.len() {
                let decision =
                    |matrix: &entente_policy::Matrix| matrix.class_decision(user, application).cloned();
                assert_eq!(decision(at_rest), decision(whole));
            }
        }
    }
}

#[test]
fn what_gates_have_to_do_with_is_not_answered_by_gates_at_rest() {
    assert!(Answers::at_rest(&start("mfa-without-trust")).is_none());
    let edited = start("example-1").apply(Action::Edit(Edit::RenameTenant {
        tenant: Workspace::first().scenario().tenants[0].id.clone(),
        name: "Contoso Ltd".into(),
    }));
    assert!(Answers::at_rest(&edited).is_none(), "what an edit changed is part of the answer");
}

#[test]
fn what_is_shared_is_what_was_looked_at() {
    let workspace = Workspace::from_gallery(gallery::FIRST)
        .apply(Action::Edit(Edit::SetTitle("Mine".into())))
        .apply(Action::ShowPane(Side::Right, Pane::Defaults))
        .apply(Action::Expand("anyone".into(), false));
    let again = Workspace::from_shared(workspace.shared());
    assert_eq!(again.shared(), workspace.shared());
    assert_eq!(again.view().panes, workspace.view().panes);
    assert_eq!(again.view().cell, workspace.view().cell);
    assert_eq!(again.view().expanded.get("anyone"), Some(&false));
    assert!(again.is_edited());
    assert_eq!(again.link(), None);
    let linked = again.linked("1.abc").apply(Action::Edit(Edit::SetTitle("Yours".into())));
    assert_eq!(linked.link(), Some("1.abc"));
    assert_eq!(linked.apply(Action::OpenEntry(gallery::FIRST)).link(), None);
}

#[test]
fn something_is_looked_at_by_name() {
    let workspace = Workspace::from_gallery(gallery::FIRST);
    let aim = Aim { feature: Some("b2bCollaboration"), user: Some("Maya Lindqvist"), ..Aim::default() };
    let (aimed, missing) = workspace.aimed(aim);
    assert!(missing.is_empty(), "{missing:?}");
    // She is of the other tenant: the direction follows.
    assert_eq!(aimed.view().home, 0);
    assert_eq!(aimed.view().feature, Feature::B2bCollaboration);
    assert!(aimed.view().cell.is_some());
    let nonsense = Aim {
        feature: Some("telepathy"),
        direction: Some("7"),
        user: Some("Nobody"),
        application: Some("Nothing"),
    };
    let (same, missing) = workspace.aimed(nonsense);
    assert_eq!(missing.len(), 4, "{missing:?}");
    assert_eq!(same, workspace);
}

#[test]
fn an_import_is_one_step_and_changes_are_counted_from_it() {
    let rename = |name: &str| Action::Edit(Edit::SetTitle(name.into()));
    let edited = Workspace::first().apply(rename("Edited"));
    let mut read = (**edited.scenario()).clone();
    read.title = "Read".into();
    let imported = edited.apply(Action::Import(Box::new(read.clone())));
    assert!(!imported.is_edited(), "nothing has been changed since the import");
    assert_eq!(imported.scenario().title, "Read");
    let changed = imported.apply(rename("Changed"));
    assert_eq!(changed.baseline().title, "Read");
    // Back over the import: the work as it was, with what it was compared with.
    let back = changed.apply(Action::Undo).apply(Action::Undo);
    assert_eq!(back.scenario(), edited.scenario());
    assert_eq!(back.baseline(), edited.baseline());
    assert!(back.is_edited());
    let forth = back.apply(Action::Redo);
    assert_eq!(forth.scenario().title, "Read");
    assert!(!forth.is_edited());
    assert_eq!(forth.apply(Action::Redo).baseline().title, "Read");
    // What is compared with can move in between; the import alone takes it back.
    let marked = changed.apply(Action::CompareFromHere).apply(Action::Undo);
    assert_eq!(marked.baseline().title, "Changed");
    assert_eq!(marked.apply(Action::Undo).baseline(), edited.baseline());
    // The same once more is no step, and nothing is changed since.
    let again = changed.apply(Action::Import(Box::new((**changed.scenario()).clone())));
    assert!(!again.is_edited());
    assert_eq!(again.apply(Action::Undo).scenario().title, "Read");
    assert!(!Action::Import(Box::new(read)).only_looks());
}
