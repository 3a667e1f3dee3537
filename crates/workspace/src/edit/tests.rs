use entente_exchange::gallery;
use entente_policy::graph::{
    AllowInvitesFrom, AuthenticationMethod, AuthenticationStrength, Rest, RiskLevel,
};
use entente_policy::{
    Carrier, Cloud, ExternalUserState, Id, IdentityProvider, Layer, Place, Property, SettingPath,
    TeamsService, TenantRestrictionsSignal, UserType,
};

use super::*;
use crate::{Action, Pane, Workspace};

fn start() -> Workspace {
    Workspace::from_gallery(gallery::Entry::find("example-2").unwrap())
}

struct Ids {
    contoso: Id,
    fabrikam: Id,
    ana: Id,
    marketing: Id,
}

fn ids(workspace: &Workspace) -> Ids {
    let tenants = &workspace.scenario().tenants;
    Ids {
        contoso: tenants[0].id.clone(),
        fabrikam: tenants[1].id.clone(),
        ana: tenants[1].directory.users[0].id.clone(),
        marketing: tenants[1].directory.groups[0].id.clone(),
    }
}

fn edit(workspace: &Workspace, edit: Edit) -> Workspace {
    workspace.apply(Action::Edit(edit))
}

fn cloud(tenant: &Id, edit: CloudEdit) -> Edit {
    Edit::Cloud { tenant: tenant.clone(), edit }
}

fn guests(tenant: &Id, edit: GuestEdit) -> Edit {
    Edit::Guests { tenant: tenant.clone(), edit }
}

fn teams(tenant: &Id, edit: TeamsEdit) -> Edit {
    Edit::Teams { tenant: tenant.clone(), edit }
}

fn about(tenant: &Id, partner: &Id, edit: LayerEdit) -> Edit {
    Edit::Layer { tenant: tenant.clone(), layer: Layer::Partner(partner.clone()), edit }
}

fn strength() -> AuthenticationStrength {
    AuthenticationStrength {
        id: Id::from(AuthenticationStrength::MULTIFACTOR),
        display_name: String::new(),
        allowed_combinations: Vec::new(),
        rest: Rest::new(),
    }
}

/// Global Reader.
fn role() -> Id {
    Id::from("f2ef992c-3afb-46b9-b7cf-a126ee74c451")
}

fn named(kind: Named, id: Id, spared: bool) -> PolicyEdit {
    PolicyEdit::SetNamed { kind, id, spared, on: true }
}

#[test]
fn every_edit_can_be_undone_and_done_again() {
    let first = edit(&start(), Edit::AddPolicy { tenant: ids(&start()).contoso });
    let Ids { contoso, fabrikam, ana, marketing } = ids(&first);
    let policy = first.scenario().tenants[0].conditional_access_policies[0].id.clone();
    let (home, user) = (fabrikam.clone(), ana);
    let signal = TenantRestrictionsSignal {
        policy_owner: contoso.clone(),
        carrier: Carrier::Proxy,
        rest: Rest::new(),
    };
    let of_defaults = |edit| Edit::Layer { tenant: contoso.clone(), layer: Layer::Default, edit };
    let group = first.scenario().tenants[0].directory.groups[0].id.clone();
    let session = |user: Option<&Id>, edit| Edit::Session { tenant: home.clone(), user: user.cloned(), edit };
    let on_policy = |edit| Edit::Policy { tenant: contoso.clone(), policy: policy.clone(), edit };
    let edits = [
        cloud(&contoso, CloudEdit::LiveIn(Cloud::UsGovernment)),
        cloud(&contoso, CloudEdit::WorkWith { cloud: Cloud::Commercial, allowed: true }),
        cloud(&contoso, CloudEdit::SetAdded { partner: fabrikam.clone(), added: false }),
        cloud(&contoso, CloudEdit::SetAdded { partner: fabrikam.clone(), added: true }),
        guests(&contoso, GuestEdit::SetInviters(AllowInvitesFrom::None)),
        guests(&contoso, GuestEdit::SetDomains(DomainRule::Only(vec!["fabrikam.com".into()]))),
        guests(&contoso, GuestEdit::SetDomains(DomainRule::Except(vec!["fabrikam.com".into()]))),
        guests(&contoso, GuestEdit::SetStated { home: home.clone(), stated: true }),
        guests(&contoso, GuestEdit::SetState { home: home.clone(), user: user.clone(), state: None }),
        guests(
            &contoso,
            GuestEdit::SetState {
                home: home.clone(),
                user: user.clone(),
                state: Some(ExternalUserState::PendingAcceptance),
            },
        ),
        guests(
            &contoso,
            GuestEdit::SetProvider {
                home: home.clone(),
                user: user.clone(),
                provider: IdentityProvider::Google,
            },
        ),
        guests(
            &contoso,
            GuestEdit::SetType { home: home.clone(), user: user.clone(), user_type: Some(UserType::Member) },
        ),
        guests(
            &contoso,
            GuestEdit::SetRegistered { home: home.clone(), user: user.clone(), registered: Some(false) },
        ),
        guests(
            &contoso,
            GuestEdit::SetRoles { home: home.clone(), user: user.clone(), roles: Some(vec![role()]) },
        ),
        about(&contoso, &fabrikam, LayerEdit::SetSynchronization(true)),
        about(&contoso, &fabrikam, LayerEdit::SetServiceProvider(true)),
        about(&contoso, &fabrikam, LayerEdit::SetAdministrationBlocked(true)),
        of_defaults(LayerEdit::SetPrecedence(vec!["externalFederation".into()])),
        of_defaults(LayerEdit::SetFallback("emailOneTimePasscode".into())),
        teams(&contoso, TeamsEdit::SetService(TeamsService::Gcc)),
        teams(&contoso, TeamsEdit::Set(TeamsSwitch::GuestsInGroups, false)),
        teams(&contoso, TeamsEdit::Set(TeamsSwitch::SharePoint, false)),
        teams(&contoso, TeamsEdit::Set(TeamsSwitch::Federation, false)),
        teams(&contoso, TeamsEdit::SetDomains(DomainRule::Except(vec!["fabrikam.com".into()]))),
        teams(
            &contoso,
            TeamsEdit::SetChannels { policy: GLOBAL.into(), switch: ChannelSwitch::Join, on: false },
        ),
        teams(&contoso, TeamsEdit::AddPolicy { name: "Staff".into() }),
        teams(&contoso, TeamsEdit::RenamePolicy { policy: "Staff".into(), name: "Faculty".into() }),
        teams(
            &contoso,
            TeamsEdit::Assign { policy: "Faculty".into(), group: true, to: marketing, assigned: true },
        ),
        teams(&contoso, TeamsEdit::RemovePolicy { policy: "Faculty".into() }),
        on_policy(PolicyEdit::SetTenants { spared: false, tenants: Some(vec![fabrikam.clone()]) }),
        on_policy(PolicyEdit::SetTenant { spared: false, tenant: "northwind".into(), on: true }),
        on_policy(PolicyEdit::SetTenant { spared: false, tenant: fabrikam.clone(), on: false }),
        on_policy(PolicyEdit::SetUserTypes { spared: true, types: vec!["serviceProvider".into()] }),
        on_policy(PolicyEdit::SetTenant { spared: true, tenant: "northwind".into(), on: true }),
        on_policy(PolicyEdit::SetApplications { spared: true, applications: vec!["payroll".into()] }),
        on_policy(PolicyEdit::SetCustomControl(true)),
        on_policy(PolicyEdit::SetStrength(Some(strength()))),
        on_policy(PolicyEdit::SetTermsOfUse(true)),
        on_policy(PolicyEdit::SetSessionControl("signInFrequency", true)),
        Edit::AddTenant { name: "Northwind Traders".into() },
        session(Some(&user), SessionEdit::SetNetwork(Some(signal.clone()))),
        session(None, SessionEdit::SetNetwork(Some(signal))),
        session(Some(&user), SessionEdit::SetMethod(Some(AuthenticationMethod::Fido2))),
        session(Some(&user), SessionEdit::SetSignInRisk(Some(RiskLevel::High))),
        session(None, SessionEdit::SetUserRisk(Some(RiskLevel::None))),
        on_policy(PolicyEdit::SetRiskLevel { of_user: true, level: RiskLevel::High, on: true }),
        on_policy(PolicyEdit::SetRiskLevel { of_user: false, level: RiskLevel::Low, on: true }),
        on_policy(named(Named::Group, group.clone(), false)),
        on_policy(named(Named::Group, group, true)),
        on_policy(named(Named::User, "All".into(), false)),
        on_policy(named(Named::Role, role(), true)),
        on_policy(PolicyEdit::SetCondition(Condition::Locations, true)),
        on_policy(PolicyEdit::SetCondition(Condition::Applications, true)),
        on_policy(PolicyEdit::SetCondition(Condition::Locations, false)),
        Edit::SetDomains { tenant: fabrikam.clone(), domains: vec!["fabrikam.example".into()] },
        Edit::SetSignInName { tenant: fabrikam.clone(), user: user.clone(), name: "ana@a.example".into() },
        Edit::SetMail { tenant: fabrikam.clone(), user: user.clone(), mail: "ana@mail.example".into() },
        Edit::SetUserType { tenant: fabrikam, user, user_type: Some(UserType::Guest) },
    ];
    let mut states = vec![first];
    for step in edits {
        let next = edit(states.last().unwrap(), step.clone());
        assert_ne!(next.scenario(), states.last().unwrap().scenario(), "{step:?} changes something");
        let adds = matches!(step, Edit::AddTenant { .. });
        assert!(adds || edit(&next, step.clone()) == next, "{step:?} once is enough");
        states.push(next);
    }
    let mut now = states.last().unwrap().clone();
    for state in states.iter().rev() {
        assert_eq!(now.scenario(), state.scenario());
        now = now.apply(Action::Undo);
    }
    for state in &states {
        let last = now.scenario().clone();
        assert!(last == *state.scenario() || now.can_redo());
        now = if last == *state.scenario() { now } else { now.apply(Action::Redo) };
        assert_eq!(now.scenario(), state.scenario());
    }
}

#[test]
fn what_is_as_shipped_stays_unstated() {
    let now = start();
    let Ids { contoso, .. } = ids(&now);
    for step in [
        guests(&contoso, GuestEdit::SetInviters(AllowInvitesFrom::Everyone)),
        teams(&contoso, TeamsEdit::SetService(TeamsService::Commercial)),
        teams(&contoso, TeamsEdit::Set(TeamsSwitch::SharePoint, true)),
        teams(&contoso, TeamsEdit::RemovePolicy { policy: "Global".into() }),
        teams(&contoso, TeamsEdit::AddPolicy { name: "global".into() }),
        Edit::RemoveTenant { tenant: contoso.clone() },
    ] {
        assert_eq!(edit(&now, step.clone()), now, "{step:?}");
    }
}

#[test]
fn stating_the_guests_starts_from_what_was_taken_for_granted() {
    let before = start();
    let Ids { contoso, fabrikam, ana, .. } = ids(&before);
    let stated =
        edit(&before, guests(&contoso, GuestEdit::SetStated { home: fabrikam.clone(), stated: true }));
    let tenant = &stated.scenario().tenants[0];
    assert_eq!(tenant.guest(&fabrikam, &ana).unwrap().external_user_state, ExternalUserState::Accepted);
    assert_eq!(tenant.guests.as_ref().unwrap().len(), stated.scenario().tenants[1].directory.users.len());
    let back = edit(&stated, guests(&contoso, GuestEdit::SetStated { home: fabrikam, stated: false }));
    assert_eq!(back.scenario(), before.scenario());
}

#[test]
fn what_was_typed_becomes_the_domains() {
    let Ids { contoso, .. } = ids(&start());
    let rule = guests(&contoso, GuestEdit::SetDomains(DomainRule::Only(Vec::new())));
    let typed = rule.named("Fabrikam.com northwind.com".into());
    let now = edit(&start(), typed.clone());
    let list = now.scenario().tenants[0].invitation_domains.allowed_domains.clone().unwrap();
    assert_eq!(list, ["fabrikam.com", "northwind.com"]);
    // A word that is no domain changes nothing.
    assert_eq!(typed.clone().named("fabrikam".into()), typed);
}

#[test]
fn a_session_control_keeps_what_else_it_says() {
    let start = edit(&start(), Edit::AddPolicy { tenant: ids(&start()).contoso });
    let tenant = ids(&start).contoso;
    let policy = start.scenario().tenants[0].conditional_access_policies[0].id.clone();
    let set = |workspace: &Workspace, imposed| {
        let (tenant, policy) = (tenant.clone(), policy.clone());
        let switch = PolicyEdit::SetSessionControl("signInFrequency", imposed);
        edit(workspace, Edit::Policy { tenant, policy, edit: switch })
    };
    let on = set(&start, true);
    let off = set(&on, false);
    let controls = off.scenario().tenants[0].conditional_access_policies[0].session_controls.clone().unwrap();
    assert_eq!(controls["signInFrequency"]["isEnabled"], false);
}

#[test]
fn a_bystander_comes_and_goes() {
    let before = start();
    let now = edit(&before, Edit::AddTenant { name: " Northwind ".into() });
    let northwind = now.scenario().tenants[2].clone();
    assert_eq!(
        (northwind.display_name.as_str(), northwind.domains[0].as_str()),
        ("Northwind", "northwind.com")
    );
    let gone = edit(&now, Edit::RemoveTenant { tenant: northwind.id.clone() });
    assert_eq!(gone.scenario(), before.scenario());
}

#[test]
fn pointing_a_setting_out_shows_the_layer_it_stands_in() {
    let now = start();
    let Ids { contoso, fabrikam, .. } = ids(&now);
    let property = Property::InvitationRedemptionIdentityProviderConfiguration;
    let path = SettingPath::CrossTenantAccess {
        tenant: contoso.clone(),
        layer: Layer::Default,
        property,
        half: None,
    };
    let pointed = now.apply(Action::PointOut(path));
    assert_eq!(pointed.view().panes, [Pane::Defaults, Pane::Partner]);
    let layer = Layer::Partner(fabrikam);
    let property = Property::TenantRestrictions;
    let path = SettingPath::CrossTenantAccess { tenant: contoso.clone(), layer, property, half: None };
    assert_eq!(pointed.apply(Action::PointOut(path)).view().panes, [Pane::Partner; 2]);
    let place = SettingPath::Policy { tenant: contoso, place: Place::Guests, item: None };
    let again = pointed.apply(Action::PointOut(place.clone()));
    assert_eq!(again.view().panes, pointed.view().panes);
    assert_eq!(again.view().pointed_out.as_ref().map(|(path, _)| path), Some(&place));
}

#[test]
fn a_policy_names_other_organizations_one_by_one() {
    let start = edit(&start(), Edit::AddPolicy { tenant: ids(&start()).contoso });
    let Ids { contoso, fabrikam, .. } = ids(&start);
    let policy = start.scenario().tenants[0].conditional_access_policies[0].id.clone();
    let change = |workspace: &Workspace, change| {
        edit(workspace, Edit::Policy { tenant: contoso.clone(), policy: policy.clone(), edit: change })
    };
    let members = |workspace: &Workspace, spared: bool| {
        let users = &workspace.scenario().tenants[0].conditional_access_policies[0].conditions.users;
        let side = if spared {
            &users.exclude_guests_or_external_users
        } else {
            &users.include_guests_or_external_users
        };
        side.as_ref().and_then(|types| types.external_tenants.clone())
    };
    let set = |spared, tenant: &str, on| PolicyEdit::SetTenant { spared, tenant: tenant.into(), on };
    let one = change(&start, set(false, fabrikam.as_str(), true));
    let typed = Edit::Policy { tenant: contoso.clone(), policy: policy.clone(), edit: set(false, "", true) };
    assert_eq!(edit(&one, typed.clone()), one, "nothing typed is nobody named");
    let two = edit(&one, typed.named(" 11111111-2222-4333-8444-555555555555 ".into()));
    let named = members(&two, false).unwrap();
    assert_eq!(named.membership_kind, "enumerated");
    assert_eq!(named.members, [fabrikam, Id::from("11111111-2222-4333-8444-555555555555")]);
    let every = change(&two, PolicyEdit::SetTenants { spared: false, tenants: None });
    assert_eq!(members(&every, false).unwrap().membership_kind, "all");
    // Whoever is spared is spared by type; with the last type gone nobody is.
    let spared =
        change(&start, PolicyEdit::SetUserTypes { spared: true, types: vec!["internalGuest".into()] });
    let northwind = change(&spared, set(true, "northwind", true));
    assert_eq!(members(&northwind, true).unwrap().members, [Id::from("northwind")]);
    let none = change(&northwind, PolicyEdit::SetUserTypes { spared: true, types: Vec::new() });
    assert_eq!(none.scenario(), start.scenario());
}

#[test]
fn a_condition_that_is_there_already_keeps_what_it_says() {
    let start = edit(&start(), Edit::AddPolicy { tenant: ids(&start()).contoso });
    let tenant = ids(&start).contoso;
    let mut scenario = start.scenario().as_ref().clone();
    let policy = std::sync::Arc::make_mut(&mut scenario.tenants[0]).conditional_access_policies.first_mut();
    let policy = std::sync::Arc::make_mut(policy.unwrap());
    let id = policy.id.clone();
    policy.conditions.rest.insert("platforms".into(), serde_json::json!({ "includePlatforms": ["linux"] }));
    assert!(Condition::Platforms.is_on(policy));
    assert!(!Condition::ALL.iter().any(|other| *other != Condition::Platforms && other.is_on(policy)));
    let there = start.apply(Action::OpenScenario(Box::new(scenario)));
    let set = |on| {
        let edit = PolicyEdit::SetCondition(Condition::Platforms, on);
        Edit::Policy { tenant: tenant.clone(), policy: id.clone(), edit }
    };
    assert_eq!(edit(&there, set(true)).scenario(), there.scenario());
    let gone = edit(&there, set(false));
    assert!(gone.scenario().tenants[0].conditional_access_policies[0].conditions.rest.is_empty());
}

#[test]
fn a_guest_is_stated_down_to_roles_and_registration() {
    let before = start();
    let Ids { contoso, fabrikam, ana, .. } = ids(&before);
    let set = |edit| guests(&contoso, edit);
    let (home, user) = (fabrikam.clone(), ana.clone());
    let registered = set(GuestEdit::SetRegistered { home, user, registered: Some(true) });
    assert_eq!(edit(&before, registered.clone()), before, "who is not stated has nothing to state");
    let stated = edit(&before, set(GuestEdit::SetStated { home: fabrikam.clone(), stated: true }));
    let (home, user) = (fabrikam.clone(), ana.clone());
    let now = edit(&edit(&stated, registered), set(GuestEdit::SetRoles { home, user, roles: Some(vec![]) }));
    let guest = now.scenario().tenants[0].guest(&fabrikam, &ana).unwrap();
    assert_eq!((guest.is_mfa_registered, &guest.directory_roles), (Some(true), &Some(vec![])));
}
