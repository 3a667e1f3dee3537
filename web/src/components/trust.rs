//! Trust settings: which claims of the other tenant count.

use entente_policy::graph::InboundTrust;
use entente_policy::{Layer, Property, SettingPath, effective_trust};
use entente_workspace::{Edit, TrustClaim};
use yew::prelude::*;

use super::setting::{about, is_lit, layer_of};
use super::source::{Setting, source_line};
use super::tenant::Panel;

const CLAIMS: [(TrustClaim, &str); 3] = [
    (TrustClaim::Mfa, "Multifactor authentication"),
    (TrustClaim::CompliantDevice, "Compliant device"),
    (TrustClaim::HybridJoinedDevice, "Hybrid joined device"),
];

fn accepted(trust: &InboundTrust, claim: TrustClaim) -> bool {
    match claim {
        TrustClaim::Mfa => trust.is_mfa_accepted,
        TrustClaim::CompliantDevice => trust.is_compliant_device_accepted,
        TrustClaim::HybridJoinedDevice => trust.is_hybrid_azure_ad_joined_device_accepted,
    }
    .unwrap_or(false)
}

/// Three switches.
pub(crate) fn trust(panel: &Panel<'_>) -> Html {
    let Panel { playground, position, tenant, other } = *panel;
    let layer = layer_of(playground, position, other);
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property: Property::InboundTrust,
        half: None,
    };
    let lit = is_lit(playground, &path);
    let trust = effective_trust(tenant, &about(&layer));
    let whose = match &layer {
        Layer::Partner(_) => format!("claims accepted from {}", other.display_name),
        Layer::Default => "claims accepted from any other organization".into(),
    };
    let checks = CLAIMS.iter().map(|(claim, label)| {
        let on = accepted(&trust.value, *claim);
        let edit =
            Edit::SetTrust { tenant: tenant.id.clone(), layer: layer.clone(), claim: *claim, accepted: !on };
        html! {
            <label key={*label} class="check">
                <input type="checkbox" checked={on} onchange={playground.dispatch.on_edit::<Event>(edit)} />
                <span>{ *label }</span>
            </label>
        }
    });
    html! {
        <section class={classes!("setting", "slim", lit.then_some("lit"))} tabindex="-1" data-setting={path.to_string()} aria-label={format!("Trust: {whose}")}>
            <h3>{ "Trust " }<span>{ &whose }</span></h3>
            <div class="checks">{ for checks }</div>
            { source_line(&playground.dispatch, &Setting { tenant: &tenant.id, layer: &layer, property: Property::InboundTrust, source: trust.source, other: &other.display_name, name: "trust" }) }
        </section>
    }
}
