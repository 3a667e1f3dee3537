//! Automatic redemption: whether consent prompts are suppressed. Only organizational settings can.

use entente_policy::{Layer, Property, SettingPath, effective_consent};
use entente_workspace::Edit;
use yew::prelude::*;

use super::setting::{is_lit, layer_of};
use super::source::{Setting, source_line};
use super::tenant::Panel;

/// Two switches, for the two directions.
pub(crate) fn redemption(panel: &Panel<'_>) -> Html {
    let Panel { playground, position, tenant, other } = *panel;
    let layer = layer_of(playground, position, other);
    let property = Property::AutomaticUserConsentSettings;
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };
    let lit = is_lit(playground, &path);
    let consent = effective_consent(tenant, &other.id);
    let switches = [
        (true, consent.value.inbound_allowed, format!("for {}’s people coming in", other.display_name)),
        (false, consent.value.outbound_allowed, format!("for {}’s people going out", tenant.display_name)),
    ];
    let checks = switches.into_iter().map(|(inbound, on, label)| {
        let on = on.unwrap_or(false);
        let edit =
            Edit::SetConsent { tenant: tenant.id.clone(), partner: other.id.clone(), inbound, allowed: !on };
        html! {
            <label key={label.clone()} class="check">
                <input type="checkbox" checked={on} onchange={playground.dispatch.on_edit::<Event>(edit)} />
                <span>{ label }</span>
            </label>
        }
    });
    let partner = matches!(layer, Layer::Partner(_));
    let state = match (partner, consent.value.inbound_allowed, consent.value.outbound_allowed) {
        (true, Some(true), Some(true)) => "on, both ways",
        (true, Some(true), _) => "on for those coming in",
        (true, _, Some(true)) => "on for those going out",
        _ => "off",
    };
    html! {
        <details class={classes!("setting", "more", lit.then_some("lit"))} tabindex="-1" data-setting={path.to_string()}>
            <summary><h3>{ "Automatic redemption " }<span>{ state }</span></h3></summary>
            <p class="muted">{ "No consent prompt, if both organizations say so in the same direction. It never decides who gets in." }</p>
            <div>
                if partner {
                    <div class="checks">{ for checks }</div>
                    { source_line(&playground.dispatch, &Setting { tenant: &tenant.id, layer: &layer, property, source: consent.source, other: &other.display_name, name: "automatic redemption" }) }
                } else {
                    <p class="muted">{ "Off by default, and only settings for one organization can change it." }</p>
                }
            </div>
        </details>
    }
}
