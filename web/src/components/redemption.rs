//! Automatic redemption: whether consent prompts are suppressed. Only organizational settings can.

use entente_policy::{Layer, Property, SettingPath, effective_consent};
use entente_workspace::Edit;
use yew::prelude::*;

use super::control::check;
use super::setting::{is_lit, layer_of};
use super::source::source_line;
use super::tenant::Panel;
use crate::lazy::{self, When};

/// A line that says what is so, and behind it two switches, for the two directions.
pub(crate) fn redemption(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, other, .. } = *panel;
    let layer = layer_of(panel);
    let property = Property::AutomaticUserConsentSettings;
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };
    let class = if is_lit(playground, &path) { "setting more lit" } else { "setting more" };
    let consent = effective_consent(tenant, &other.id);
    let on = [consent.value.inbound_allowed, consent.value.outbound_allowed].map(|on| on.unwrap_or(false));
    let partner = matches!(layer, Layer::Partner(_));
    let state = match (partner, on) {
        (true, _) if !consent.is_known() => "not known",
        (true, [true, true]) => "on, both ways",
        (true, [true, false]) => "on for those coming in",
        (true, [false, true]) => "on for those going out",
        _ => "off",
    };
    let of = format!(", {}", tenant.display_name);
    let inside = match lazy::editors(&playground.dispatch, When::Idle) {
        Ok(editors) => (editors.redemption)(panel),
        Err(place) => place,
    };
    html! {
        <details {class} tabindex="-1" aria-label="Automatic redemption" data-setting={path.to_string()}>
            <summary><h3>{ "Automatic redemption " }<span>{ state }</span><span class="hidden">{ of }</span></h3></summary>
            <div>{ inside }</div>
        </details>
    }
}

/// The two switches.
pub(crate) fn switches(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, other, .. } = *panel;
    let own = &tenant.display_name;
    let layer = layer_of(panel);
    let property = Property::AutomaticUserConsentSettings;
    let consent = effective_consent(tenant, &other.id);
    let on = [consent.value.inbound_allowed, consent.value.outbound_allowed].map(|on| on.unwrap_or(false));
    let partner = matches!(layer, Layer::Partner(_));
    let switch = |inbound: bool, on: bool, label: String| {
        let edit =
            Edit::SetConsent { tenant: tenant.id.clone(), partner: other.id.clone(), inbound, allowed: !on };
        check(&playground.dispatch, &label, "", &format!(", by {own}"), on, edit)
    };
    html! {
        <>
            <p class="muted">{ "No consent prompt, if both organizations say so in the same direction. It never decides who gets in." }</p>
            <div>
                if partner {
                    <div class="checks" hidden={!consent.is_known()}>
                        { switch(true, on[0], format!("for {}’s people coming in", other.display_name)) }
                        { switch(false, on[1], format!("for {}’s people going out", tenant.display_name)) }
                    </div>
                    { source_line(panel, &layer, property, consent.source, &format!("{own}’s automatic redemption")) }
                } else {
                    <p class="muted">{ "Off by default, and only settings for one organization can change it." }</p>
                }
            </div>
        </>
    }
}
