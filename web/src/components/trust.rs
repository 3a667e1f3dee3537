//! Trust settings: which claims of the other tenant count.

use entente_policy::graph::InboundTrust;
use entente_policy::{Layer, Property, SettingPath, effective_trust};
use entente_workspace::{Edit, TrustClaim};
use yew::prelude::*;

use super::control::check;
use super::setting::{about, is_lit, layer_of};
use super::source::source_line;
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
    let Panel { playground, tenant, other, .. } = *panel;
    let layer = layer_of(panel);
    let property = Property::InboundTrust;
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };
    let class = if is_lit(playground, &path) { "setting slim lit" } else { "setting slim" };
    let trust = effective_trust(tenant, &about(&layer));
    let whose = match &layer {
        Layer::Partner(_) => format!("claims accepted from {}", other.display_name),
        Layer::Default => "claims accepted from any other organization".into(),
    };
    let whose_trust = format!("{}’s trust", tenant.display_name);
    let of = format!(": {whose_trust}");
    let checks = CLAIMS.iter().map(|(claim, label)| {
        let on = accepted(&trust.value, *claim);
        let edit =
            Edit::SetTrust { tenant: tenant.id.clone(), layer: layer.clone(), claim: *claim, accepted: !on };
        check(&playground.dispatch, label, "", &of, on, edit)
    });
    html! {
        <section {class} tabindex="-1" data-setting={path.to_string()} aria-label={format!("{whose_trust}: {whose}")}>
            <h3>{ "Trust " }<span>{ &whose }</span></h3>
            <div class="checks" hidden={!trust.is_known()}>{ for checks }</div>
            { source_line(panel, &layer, property, trust.source, &whose_trust) }
        </section>
    }
}
