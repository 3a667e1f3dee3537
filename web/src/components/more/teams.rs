//! Teams and Microsoft 365: the service, guests and sharing, external access, channel policies.

use entente_policy::{Id, Place, TeamsChannelsPolicy, TeamsService};
use entente_workspace::{Action, ChannelSwitch, Edit, GLOBAL, TeamsEdit, TeamsSwitch};
use yew::prelude::*;

use super::guests::{domain_rule, rule, rule_in_words};
use super::rows::{Section, chosen, item, place, row};
use crate::components::control::{add_line, button, check, checks, name_field};
use crate::components::tenant::{Panel, counted};

const SERVICES: [(TeamsService, &str); 2] =
    [(TeamsService::Commercial, "the commercial service"), (TeamsService::Gcc, "GCC")];

const SWITCHES: [(ChannelSwitch, &str); 3] = [
    (ChannelSwitch::Create, "create shared channels"),
    (ChannelSwitch::Invite, "invite external people to them"),
    (ChannelSwitch::Join, "join external shared channels"),
];

pub(super) fn section(panel: &Panel<'_>) -> Section {
    let Panel { playground, tenant, other, .. } = *panel;
    let own = &tenant.display_name;
    let teams = &tenant.teams;
    let of = |edit| Edit::Teams { tenant: tenant.id.clone(), edit };
    let service = teams.service.unwrap_or_default();
    let federation = &teams.federation;
    let domains = rule(federation.allowed_domains.as_ref(), &federation.blocked_domains);
    // A switch: its address, whether it is on, what it says, and what stands in the summary where it is off.
    let switches = [
        (
            Place::TeamsGuestAccess,
            TeamsSwitch::GuestsInGroups,
            teams.allow_guests_to_access_groups,
            "guests use Microsoft 365 groups",
            "no guests in groups",
        ),
        (
            Place::SharePointSharing,
            TeamsSwitch::SharePoint,
            teams.allow_share_point_external_sharing,
            "SharePoint shares with external people",
            "no SharePoint sharing",
        ),
        (
            Place::TeamsFederation,
            TeamsSwitch::Federation,
            federation.allow_federated_users,
            "external access: chat and presence with other organizations",
            "no external access",
        ),
    ];
    let mut set = Vec::new();
    if service == TeamsService::Gcc {
        set.push("GCC".into());
    }
    set.extend(
        switches.iter().filter(|(_, _, on, _, _)| *on == Some(false)).map(|(.., off)| off.to_string()),
    );
    set.extend(rule_in_words(&domains, "external access to"));
    let policies = &teams.channels_policies;
    if !policies.is_empty() {
        set.push(counted(policies.len(), "channel policy", "channel policies"));
    }
    let boxes = switches.into_iter().map(|(at, switch, on, says, _)| {
        let on = on.unwrap_or(true);
        let label = format!("{own}: {says}");
        let domains = (switch == TeamsSwitch::Federation && on).then(|| {
            let edit = |rule| of(TeamsEdit::SetDomains(rule));
            let label = format!("Domains of {own}’s external access");
            domain_rule(playground, "External access is for ", &label, &domains, other.domains.first(), &edit)
        });
        let line = row(
            playground,
            &place(&tenant.id, at),
            html! {
                <>
                    { check(&playground.dispatch, &label, "", "", on, of(TeamsEdit::Set(switch, !on))) }
                    <div>{ domains }</div>
                </>
            },
        );
        (at.as_str(), line)
    });
    let shipped = TeamsChannelsPolicy { identity: GLOBAL.into(), ..TeamsChannelsPolicy::default() };
    let is_global = |policy: &&TeamsChannelsPolicy| policy.identity.eq_ignore_ascii_case(GLOBAL);
    let global = policies.iter().find(is_global).unwrap_or(&shipped);
    let assigned = policies.iter().filter(|policy| !is_global(policy));
    let body = html! {
        <>
            { row(playground, &place(&tenant.id, Place::TeamsService), html! {
                <p>
                    { own }{ " uses Teams in " }
                    { chosen(playground, &format!("{own}’s Teams service"), &SERVICES, &service, "", |service| of(TeamsEdit::SetService(service))) }
                </p>
            }) }
            <div>{ for boxes.map(|(key, switch)| html! { <div {key}>{ switch }</div> }) }</div>
            { row(playground, &place(&tenant.id, Place::TeamsChannelsPolicies), html! {
                <>
                    { channel_policy(panel, global) }
                    <div>{ for assigned.map(|policy| html! { <div key={policy.identity.clone()}>{ channel_policy(panel, policy) }</div> }) }</div>
                    { add_line(&playground.dispatch, &format!("Add a channel policy of {own}"), of(TeamsEdit::AddPolicy { name: String::new() })) }
                </>
            }) }
        </>
    };
    Section { title: "Teams", rest: "all of it on", set, body }
}

/// A channel policy: what it lets people do, and whom it is assigned to.
fn channel_policy(panel: &Panel<'_>, policy: &TeamsChannelsPolicy) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let own = &tenant.display_name;
    let name = &policy.identity;
    let of = |edit| Edit::Teams { tenant: tenant.id.clone(), edit };
    let is_global = name.eq_ignore_ascii_case(GLOBAL);
    let of_policy = format!(": {own}’s policy {name}");
    let switches = SWITCHES.iter().map(|(switch, says)| {
        let on = switch.is_on(policy);
        let label = format!("may {says}");
        let edit = of(TeamsEdit::SetChannels { policy: name.clone(), switch: *switch, on: !on });
        check(dispatch, &label, "", &of_policy, on, edit)
    });
    let directory = &tenant.directory;
    let one = |group: bool, id: &Id, whom: &str| {
        let list = if group { &policy.assigned_groups } else { &policy.assigned_users };
        let assigned = list.contains(id);
        let edit = TeamsEdit::Assign { policy: name.clone(), group, to: id.clone(), assigned: !assigned };
        let shown = check(dispatch, whom, if group { "group" } else { "" }, &of_policy, assigned, of(edit));
        html! { <span key={id.as_str()}>{ shown }</span> }
    };
    let groups = directory.groups.iter().take(50).map(|group| one(true, &group.id, &group.display_name));
    let people = directory.users.iter().take(50).map(|user| one(false, &user.id, &user.display_name));
    let remove = Action::Edit(of(TeamsEdit::RemovePolicy { policy: name.clone() }));
    let rename = of(TeamsEdit::RenamePolicy { policy: name.clone(), name: String::new() });
    row(
        playground,
        &item(&tenant.id, Place::TeamsChannelsPolicies, name),
        html! {
            <>
                <div class="head">
                    if is_global {
                        <b>{ GLOBAL }</b><small>{ format!("for everyone of {own} whom no other policy is assigned to") }</small>
                    } else {
                        { name_field(dispatch, &format!("Name of {own}’s channel policy {name}"), name, rename) }
                        <small>{ "channel policy" }</small>
                        { button(dispatch, "remove", "×", &format!("Remove {own}’s channel policy {name}"), remove) }
                    }
                </div>
                { checks(&format!("People with {own}’s policy {name}"), switches.collect()) }
                <div>
                    if !is_global {
                        <details class="assigned">
                            <summary>{ assigned_to(policy) }<span class="hidden">{ &of_policy }</span></summary>
                            { checks(&format!("Assigned {name}"), groups.chain(people).collect()) }
                        </details>
                    }
                </div>
            </>
        },
    )
}

fn assigned_to(policy: &TeamsChannelsPolicy) -> String {
    match (policy.assigned_groups.len(), policy.assigned_users.len()) {
        (0, 0) => "Assigned to nobody".into(),
        (groups, 0) => format!("Assigned to {}", counted(groups, "group", "groups")),
        (0, people) => format!("Assigned to {}", counted(people, "person", "people")),
        (groups, people) => format!(
            "Assigned to {} and {}",
            counted(groups, "group", "groups"),
            counted(people, "person", "people")
        ),
    }
}
