//! Trust settings: which claims of the other tenant count.

use entente_policy::graph::InboundTrust;
use entente_policy::{Layer, Property, SettingPath, effective_trust};
use entente_workspace::{Edit, TrustClaim};
use yew::prelude::*;

use super::setting::{about, layer_of, use_pointing};
use super::source::SourceLine;
use super::tenant::TenantProps;

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
#[component]
pub(crate) fn Trust(props: &TenantProps) -> Html {
    let TenantProps { of, tenant, other } = props;
    let layer = layer_of(&of.playground, of.position, other);
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property: Property::InboundTrust,
        half: None,
    };
    let node = use_node_ref();
    let lit = use_pointing(&of.playground, &path, &node);
    let trust = effective_trust(tenant, &about(&layer));
    let whose = match &layer {
        Layer::Partner(_) => format!("claims accepted from {}", other.display_name),
        Layer::Default => "claims accepted from any other organization".into(),
    };
    let checks = CLAIMS.iter().map(|(claim, label)| {
        let on = accepted(&trust.value, *claim);
        let edit = Edit::SetTrust {
            tenant: tenant.id.clone(),
            layer: layer.clone(),
            claim: *claim,
            accepted: !on,
        };
        html! {
            <label key={*label} class="check">
                <input type="checkbox" checked={on} onchange={of.playground.dispatch.on_edit::<Event>(edit)} />
                <span>{ *label }</span>
            </label>
        }
    });
    html! {
        <section ref={node} class={classes!("setting", "slim", lit.then_some("lit"))} tabindex="-1" data-setting={path.to_string()} aria-label={format!("Trust: {whose}")}>
            <h3>{ "Trust " }<span>{ &whose }</span></h3>
            <div class="checks">{ for checks }</div>
            <SourceLine
                dispatch={of.playground.dispatch.clone()}
                tenant={tenant.id.clone()}
                layer={layer.clone()}
                property={Property::InboundTrust}
                source={trust.source}
                other={other.display_name.clone()}
                setting="trust"
            />
        </section>
    }
}
