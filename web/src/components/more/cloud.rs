//! The Microsoft cloud, the clouds the tenant works with, and whether it has added the other organization.

use entente_policy::{Cloud, Place};
use entente_workspace::{CloudEdit, Edit};
use yew::prelude::*;

use super::rows::{Section, called, chosen, item, place, row};
use crate::components::control::check;
use crate::components::tenant::Panel;

const CLOUDS: [(Cloud, &str); 3] = [
    (Cloud::Commercial, "the commercial cloud"),
    (Cloud::UsGovernment, "Azure Government (US)"),
    (Cloud::China, "21Vianet (China)"),
];

pub(super) fn section(panel: &Panel<'_>) -> Section {
    let Panel { playground, tenant, other, .. } = *panel;
    let (own, theirs) = (&tenant.display_name, &other.display_name);
    let policy = &tenant.cross_tenant_access_policy;
    let of = |edit| Edit::Cloud { tenant: tenant.id.clone(), edit };
    let works_with = |cloud: Cloud| {
        policy.allowed_cloud_endpoints.iter().any(|known| known.eq_ignore_ascii_case(cloud.endpoint()))
    };
    let mut set = Vec::new();
    if tenant.cloud != Cloud::Commercial {
        set.push(called(&CLOUDS, &tenant.cloud).to_string());
    }
    set.extend(
        CLOUDS.iter().filter(|(cloud, _)| works_with(*cloud)).map(|(_, name)| format!("works with {name}")),
    );
    let boxes = CLOUDS.iter().filter(|(cloud, _)| *cloud != tenant.cloud).map(|(cloud, name)| {
        let (cloud, on) = (*cloud, works_with(*cloud));
        let label = format!("{own} works with organizations in {name}");
        check(&playground.dispatch, &label, "", "", on, of(CloudEdit::WorkWith { cloud, allowed: !on }))
    });
    let added = policy.partner(&other.id).is_some();
    let body = html! {
        <>
            { lives_in(panel) }
            { row(playground, &place(&tenant.id, Place::AllowedCloudEndpoints), html! { <div class="checks">{ for boxes }</div> }) }
            { row(playground, &item(&tenant.id, Place::Partners, other.id.as_str()), html! {
                <p>
                    { own }{ " " }
                    { chosen(
                        playground,
                        &format!("Whether {own} has added {theirs}"),
                        &[(true, "has added"), (false, "has not added")],
                        &added,
                        "",
                        |added| of(CloudEdit::SetAdded { partner: other.id.clone(), added }),
                    ) }
                    { " " }{ theirs }{ " as an organization." }
                    <small>{ " Within one cloud that need not be; across clouds nobody comes in without it." }</small>
                </p>
            }) }
        </>
    };
    Section { title: "Microsoft cloud", rest: "commercial, and no other", set, body }
}

/// The sentence that says in which cloud the tenant is.
pub(crate) fn lives_in(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let own = &tenant.display_name;
    let edit = |cloud| Edit::Cloud { tenant: tenant.id.clone(), edit: CloudEdit::LiveIn(cloud) };
    row(
        playground,
        &place(&tenant.id, Place::Cloud),
        html! {
            <p>
                { own }{ " lives in " }
                { chosen(playground, &format!("{own}’s Microsoft cloud"), &CLOUDS, &tenant.cloud, "", edit) }
            </p>
        },
    )
}
