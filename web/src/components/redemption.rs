//! Automatic redemption: whether consent prompts are suppressed. Only organizational settings can.

use entente_policy::{Layer, Property, SettingPath, effective_consent};
use entente_workspace::Edit;
use yew::prelude::*;

use super::setting::{layer_of, use_pointing};
use super::source::SourceLine;
use super::tenant::TenantProps;

/// Two switches, for the two directions.
#[component]
pub(crate) fn Redemption(props: &TenantProps) -> Html {
    let TenantProps { of, tenant, other } = props;
    let layer = layer_of(&of.playground, of.position, other);
    let property = Property::AutomaticUserConsentSettings;
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };
    let node = use_node_ref();
    let lit = use_pointing(&of.playground, &path, &node);
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
                <input type="checkbox" checked={on} onchange={of.playground.dispatch.on_edit::<Event>(edit)} />
                <span>{ label }</span>
            </label>
        }
    });
    let partner = matches!(layer, Layer::Partner(_));
    html! {
        <section ref={node} class={classes!("setting", "slim", lit.then_some("lit"))} tabindex="-1" data-setting={path.to_string()} aria-label="Automatic redemption">
            <h3>{ "Automatic redemption " }<span>{ "no consent prompt, if both sides say so" }</span></h3>
            <div>
                if partner {
                    <div class="checks">{ for checks }</div>
                    <SourceLine
                        dispatch={of.playground.dispatch.clone()}
                        tenant={tenant.id.clone()}
                        layer={layer.clone()}
                        {property}
                        source={consent.source}
                        other={other.display_name.clone()}
                        setting="automatic redemption"
                    />
                } else {
                    <p class="muted">{ "Off by default, and only settings for one organization can change it." }</p>
                }
            </div>
        </section>
    }
}
