//! What nobody has seen of a tenant's settings: neither a value nor null. What is ticked is not known, and may be
//! anything.

use entente_narrate::property_name;
use entente_policy::graph::{CrossTenantAccessPolicy, UnknownPart};
use entente_policy::{Layer, Property};
use entente_workspace::{CloudEdit, Edit, LayerEdit};
use yew::prelude::*;

use super::rows::Section;
use crate::components::control::{check, checks};
use crate::components::setting::layer_of;
use crate::components::tenant::Panel;

/// The parts of a policy that may be unknown as a whole.
const PARTS: [(UnknownPart, &str); 2] = [
    (UnknownPart::Partners, "other organizations it may have added"),
    (UnknownPart::AllowedCloudEndpoints, "other Microsoft clouds it may work with"),
];

pub(super) fn section(panel: &Panel<'_>) -> Section {
    let Panel { playground, tenant, other, .. } = *panel;
    let dispatch = &playground.dispatch;
    let layer = layer_of(panel);
    let policy: &CrossTenantAccessPolicy = &tenant.cross_tenant_access_policy;
    let own = &tenant.display_name;
    let (whose, has): (String, fn(Property) -> bool) = match layer {
        Layer::Default => (format!("{own}’s default settings"), Property::is_of_defaults),
        Layer::Partner(_) => {
            (format!("{own}’s settings for {}", other.display_name), Property::is_of_partners)
        }
    };
    let of = format!(": not seen of {whose}");
    let one = |property: Property| {
        let unknown = policy.is_unknown(&layer, property);
        let edit = LayerEdit::SetUnknown(property, !unknown);
        let edit = Edit::Layer { tenant: tenant.id.clone(), layer: layer.clone(), edit };
        check(dispatch, property_name(property), "", &of, unknown, edit)
    };
    let properties = || Property::ALL.into_iter().filter(|property| has(*property));
    let part = |(part, words): (UnknownPart, &str)| {
        let unknown = policy.is_part_unknown(part);
        let edit = CloudEdit::SetUnknown { part, unknown: !unknown };
        check(dispatch, words, "", &of, unknown, Edit::Cloud { tenant: tenant.id.clone(), edit })
    };
    let mut unseen = properties().filter(|property| policy.is_unknown(&layer, *property)).count();
    let mut boxes =
        vec![checks(&format!("Nobody has seen what {whose} say of"), properties().map(one).collect())];
    if layer == Layer::Default {
        unseen += PARTS.iter().filter(|(part, _)| policy.is_part_unknown(*part)).count();
        boxes.push(checks(&format!("Nobody has seen all of {own}’s"), PARTS.into_iter().map(part).collect()));
    }
    let set = if unseen == 0 { Vec::new() } else { vec![format!("{unseen} of {whose}")] };
    let body = html! {
        <>
            <p class="muted">{ "What nobody has seen may be anything. Wherever it decides, the answer is that it is not known." }</p>
            { for boxes.into_iter().enumerate().map(|(at, boxes)| html! { <div key={at}>{ boxes }</div> }) }
        </>
    };
    Section { title: "Not seen", rest: "all settings are known", set, body }
}
