//! Tenant restrictions: what external accounts reach from the tenant's network and devices.

use std::sync::Arc;

use entente_policy::gates::tenant_restrictions::PERSONAL_ACCOUNTS;
use entente_policy::graph::ConfigurationPartner;
use entente_policy::{Carrier, Id, Layer, Property, Subject, Tenant, tenant_restrictions_table};
use entente_workspace::Pane;
use yew::prelude::*;

use super::rows::Section;
use crate::components::bystanders::SIDE_BY_SIDE;
use crate::components::setting::{B2b, b2b, layer_of};
use crate::components::tenant::{Panel, counted};
use crate::components::words::words;

pub(super) fn section(panel: &Panel<'_>) -> Section {
    let Panel { playground, tenant, other, .. } = *panel;
    let property = Property::TenantRestrictions;
    let policy = &tenant.cross_tenant_access_policy;
    let mut set = Vec::new();
    if policy.default.settings.has(property) {
        set.push("set as default".to_string());
    }
    if policy.partner(&other.id).is_some_and(|partner| partner.settings.has(property)) {
        set.push(format!("set for {}", other.display_name));
    }
    let set_for = |partner: &&Arc<ConfigurationPartner>| {
        partner.settings.has(property) && partner.tenant_id != other.id
    };
    let third = policy.partners.iter().filter(set_for).count();
    if third > 0 {
        set.push(format!("set for {}", counted(third, "third party", "third parties")));
    }
    let tenants = playground.snapshot.scenario().tenants.iter();
    let on_network: usize = tenants.map(|home| on_network_of(tenant, home)).sum();
    if on_network > 0 {
        set.push(format!("{} on its network", counted(on_network, "person", "people")));
    }
    let body = html! {
        <>
            { restrictions(panel) }
            { about_others(panel) }
            { reached(panel) }
            <p class="muted">
                { format!("They count for external accounts on {}’s network or devices, and for nobody else. Who is there is stated with the people.", tenant.display_name) }
            </p>
        </>
    };
    Section { title: "Tenant restrictions", rest: "nobody is on its network", set, body }
}

/// What everyone reaches on the tenant's network, account by account.
fn reached(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let narrator = playground.snapshot.narrator();
    let scenario = playground.snapshot.scenario();
    let title = format!("What people on {}’s network reach", tenant.display_name);
    // Who signs in is treated alike, whatever carries the signal; who does not, is not.
    let rows = Carrier::ALL.into_iter().flat_map(|carrier| {
        let rows = tenant_restrictions_table(scenario, &tenant.id, carrier);
        let first = carrier == Carrier::default();
        rows.into_iter()
            .filter(move |row| first || row.decision.request.user == Subject::Anonymous)
            .map(move |row| (carrier, row))
    });
    html! {
        <details class="reached">
            <summary>{ &title }</summary>
            <table aria-label={title.clone()}>
                <thead>
                    <tr><th scope="col">{ "Who, to whose applications" }</th><th scope="col">{ "What comes of it" }</th></tr>
                </thead>
                <tbody>
                    { for rows.enumerate().map(|(at, (carrier, row))| {
                        let said = narrator.restrictions_row(&row);
                        let beside = narrator.beside_restrictions(&row).unwrap_or_default();
                        let anonymous = row.decision.request.user == Subject::Anonymous;
                        let by = if anonymous { format!(", by {}", narrator.carrier(carrier)) } else { String::new() };
                        html! {
                            <tr key={at}>
                                <th scope="row">{ said.account }{ by }{ ", to " }<b>{ said.resource }</b></th>
                                <td>{ words(&said.result) }{ " " }{ words(&beside) }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
        </details>
    }
}

/// How many sessions of `home` carry the signal of `owner`.
fn on_network_of(owner: &Tenant, home: &Tenant) -> usize {
    let directory = &home.directory;
    let sessions = directory.sessions().chain([(&directory.any_other_user, 1)]);
    let signals =
        sessions.filter_map(|(session, count)| Some((session.tenant_restrictions.as_ref()?, count)));
    signals.filter(|(signal, _)| signal.policy_owner == owner.id).map(|(_, count)| count).sum()
}

/// The sentence of the layer on view.
pub(crate) fn restrictions(panel: &Panel<'_>) -> Html {
    sentence(panel, "")
}

/// A sentence for every other organization than the one opposite, and for personal accounts: what restrictions say
/// of a third party's accounts hangs on settings about it.
pub(crate) fn about_others(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let personal = Arc::new(Tenant {
        display_name: "personal accounts".into(),
        ..Tenant::untouched(Id::from(PERSONAL_ACCOUNTS))
    });
    let tenants = playground.snapshot.scenario().tenants.iter();
    // One that stands by has no panel about the two side by side.
    let has_panel = |other: &Tenant| panel.position < SIDE_BY_SIDE && other.id == panel.other.id;
    let others: Vec<&Arc<Tenant>> = tenants
        .filter(|other| other.id != tenant.id && !has_panel(other) && other.id != personal.id)
        .chain([&personal])
        .collect();
    let has_own = |other: &Tenant| {
        let partner = tenant.cross_tenant_access_policy.partner(&other.id);
        partner.is_some_and(|partner| partner.settings.has(Property::TenantRestrictions))
    };
    html! {
        <ul class="about-others">
            { for others.iter().map(|other| {
                let name = &other.display_name;
                let about = Panel { other, pane: Pane::Partner, ..*panel };
                let state = if has_own(other) { "set" } else { "as by default" };
                html! {
                    <li key={other.id.as_str()}>
                        <details class="about">
                            <summary>{ format!("About {name}") }<span class="hidden">{ format!(", by {}", tenant.display_name) }</span>{ " " }<small>{ state }</small></summary>
                            { sentence(&about, &format!(" about {name}")) }
                        </details>
                    </li>
                }
            }) }
        </ul>
    }
}

/// A sentence; `about` says about whom, where others of the same kind stand beside it.
fn sentence(panel: &Panel<'_>, about: &str) -> Html {
    let Panel { tenant, other, .. } = *panel;
    let own = &tenant.display_name;
    let about_whom = match layer_of(panel) {
        Layer::Partner(_) if other.id.is(PERSONAL_ACCOUNTS) => {
            format!("personal accounts reach applications from {own}’s network")
        }
        Layer::Partner(_) => {
            format!("{0}’s accounts reach applications from {own}’s network", other.display_name)
        }
        Layer::Default => format!("other organizations’ accounts reach applications from {own}’s network"),
    };
    b2b(
        panel,
        &B2b {
            property: Property::TenantRestrictions,
            home: other,
            resource: other,
            name: format!("{own}’s tenant restrictions{about}"),
            title: "Restrictions",
            about_whom,
            notes: Vec::new(),
        },
    )
}
