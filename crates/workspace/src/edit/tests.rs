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
        on_policy(PolicyEdit::SetTenants(Some(vec![fabrikam.clone()]))),
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
        on_policy(PolicyEdit::SetGroup { group: group.clone(), spared: false, on: true }),
        on_policy(PolicyEdit::SetGroup { group, spared: true, on: true }),
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
