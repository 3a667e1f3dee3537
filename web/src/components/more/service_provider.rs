//! Delegated administration: whether the other organization is a service provider, and whether one's own users
//! may administer others.

use entente_policy::{Layer, Property, SettingPath};
use entente_workspace::{Edit, LayerEdit};
use yew::prelude::*;

use super::rows::{Section, chosen, row};
use crate::components::setting::layer_of;
use crate::components::tenant::Panel;

pub(super) fn section(panel: &Panel<'_>) -> Section {
    let Panel { playground, tenant, other, .. } = *panel;
    let (own, theirs) = (&tenant.display_name, &other.display_name);
    let layer = layer_of(panel);
    let policy = &tenant.cross_tenant_access_policy;
    let partner = policy.partner(&other.id).map(|partner| &partner.settings);
    let default = &policy.default.settings;
    let is_one = partner.and_then(|settings| settings.is_service_provider).unwrap_or(false);
    let settings = if layer == Layer::Default { Some(default) } else { partner };
    let own_word = settings.and_then(|settings| settings.block_service_provider_outbound_access);
    let blocked = own_word.or(default.block_service_provider_outbound_access).unwrap_or(false);
    let path = |layer: Layer, property: Property| SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer,
        property,
        half: None,
    };
    let of = |layer: &Layer, edit| Edit::Layer { tenant: tenant.id.clone(), layer: layer.clone(), edit };
    let about = Layer::Partner(other.id.clone());
    let whom = if layer == Layer::Default { "any other organization" } else { theirs };
    let mut set = Vec::new();
    if is_one {
        set.push(format!("{theirs} is one"));
    }
    if blocked {
        set.push(format!("no administration of {whom}"));
    }
    let body = html! {
        <>
            <div>
                if layer != Layer::Default {
                    { row(playground, &path(about.clone(), Property::IsServiceProvider), html! {
                        <p>
                            { "For " }{ own }{ ", " }{ theirs }{ " " }
                            { chosen(playground, &format!("Whether {theirs} is a service provider of {own}"), &[(false, "is not"), (true, "is")], &is_one, "", |on| {
                                of(&about, LayerEdit::SetServiceProvider(on))
                            }) }
                            { " a cloud service provider" }
                        </p>
                    }) }
                }
            </div>
            { row(playground, &path(layer.clone(), Property::BlockServiceProviderOutboundAccess), html! {
                <p>
                    { own }{ "’s people " }
                    { chosen(playground, &format!("Whether {own}’s people may administer {whom}"), &[(false, "may"), (true, "may not")], &blocked, "", |on| {
                        of(&layer, LayerEdit::SetAdministrationBlocked(on))
                    }) }
                    { " administer " }{ whom }{ " on behalf of it" }
                    <small>{ " Graph beta" }</small>
                </p>
            }) }
        </>
    };
    Section { title: "Service providers", rest: "none", set, body }
}
