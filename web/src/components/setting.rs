//! One B2B setting as a sentence that can be edited where it stands.

use entente_narrate::feature_short;
use entente_policy::graph::{AccessType, TargetConfiguration};
use entente_policy::{
    Direction, Gate, Half, Id, Layer, Note, Property, Request, SettingPath, Tenant, effective_b2b,
};
use entente_workspace::{Edit, Pane};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::picker::{Whose, picker};
use super::source::{self, source_line};
use super::tenant::Panel;
use super::words::words;
use crate::host::Playground;

/// Which settings a panel shows.
pub(crate) fn layer_of(playground: &Playground, position: usize, other: &Tenant) -> Layer {
    let pane = playground.snapshot.workspace.view().panes.get(position).copied().unwrap_or_default();
    match pane {
        Pane::Partner => Layer::Partner(other.id.clone()),
        Pane::Defaults => Layer::Default,
    }
}

/// The tenant a layer is about: for the default, one that no scenario holds.
pub(crate) fn about(layer: &Layer) -> Id {
    match layer {
        Layer::Partner(partner) => partner.clone(),
        Layer::Default => Id::from(""),
    }
}

/// Whether a setting is lit: it was pointed out last, or a gate that reads it is being looked at.
pub(crate) fn is_lit(playground: &Playground, path: &SettingPath) -> bool {
    let view = playground.snapshot.workspace.view();
    view.pointed_out.as_ref().is_some_and(|(pointed, _)| path.contains(pointed))
        || view.hinted.iter().any(|hinted| path.contains(hinted))
}

/// A setting of one direction, for the feature on view.
pub(crate) fn setting(panel: &Panel<'_>, direction: Direction) -> Html {
    let Panel { playground, position, tenant, other } = *panel;
    let snapshot = &playground.snapshot;
    let feature = snapshot.workspace.view().feature;
    let property = feature.property(direction);
    let layer = layer_of(playground, position, other);
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };
    let lit = is_lit(playground, &path);
    let effective = effective_b2b(tenant, &about(&layer), property);
    let users = effective.users_and_groups.value.as_ref();
    let applications = effective.applications.value.as_ref();
    let inbound = direction == Direction::Inbound;
    let (title, about_whom) = heading(inbound, &layer, tenant, other);
    let name = format!("{title}, {}", feature_short(feature));
    let changed = is_changed(playground, tenant, &layer, property);

    let half = |half: Half, list: &TargetConfiguration| {
        let whose = Whose {
            tenant: tenant.clone(),
            other: other.clone(),
            layer: layer.clone(),
            property,
            half,
            inbound,
        };
        picker(playground, &whose, list, &name)
    };
    let blocks = users.access_type == AccessType::Blocked;
    let set_verb = {
        let (dispatch, tenant, layer) = (playground.dispatch.clone(), tenant.id.clone(), layer.clone());
        Callback::from(move |access_type: AccessType| {
            dispatch.edit(Edit::SetVerb {
                tenant: tenant.clone(),
                layer: layer.clone(),
                property,
                access_type,
            });
        })
    };
    let set_applications = {
        let (dispatch, tenant, layer) = (playground.dispatch.clone(), tenant.id.clone(), layer.clone());
        Callback::from(move |access_type: AccessType| {
            dispatch.edit(Edit::SetAccessType {
                tenant: tenant.clone(),
                layer: layer.clone(),
                property,
                half: Half::Applications,
                access_type,
            });
        })
    };
    let joints = if blocks {
        [(AccessType::Blocked, "from"), (AccessType::Allowed, "and let others reach only")]
    } else {
        [(AccessType::Allowed, "to reach"), (AccessType::Blocked, "to reach all except")]
    };
    let narrator = snapshot.narrator();
    let notes = notes(playground, position, &layer, direction);

    html! {
        <section
            class={classes!("setting", lit.then_some("lit"), changed.then_some("changed"))}
            tabindex="-1"
            data-setting={path.to_string()}
            aria-label={format!("{title}: {about_whom}")}
        >
            <h3>{ title }{ " " }<span>{ about_whom }</span></h3>
            <div class="sentence">
                { choice(
                    format!("{name}: allow or block"),
                    if blocks { "verb block" } else { "verb allow" },
                    [(AccessType::Allowed, "Allow"), (AccessType::Blocked, "Block")],
                    &users.access_type,
                    set_verb,
                ) }
                { half(Half::UsersAndGroups, users) }
                { choice(
                    format!("{name}: how applications are meant"),
                    "joint",
                    joints,
                    &applications.access_type,
                    set_applications,
                ) }
                { half(Half::Applications, applications) }
            </div>
            <ul class="notes">
                { for notes.iter().enumerate().map(|(at, (request, note))| html! {
                    <li key={at}>{ words(&narrator.note(request, note)) }</li>
                }) }
            </ul>
            { source_line(&playground.dispatch, &source::Setting {
                tenant: &tenant.id,
                layer: &layer,
                property,
                source: effective.users_and_groups.source.min(effective.applications.source),
                other: &other.display_name,
                name: &name,
            }) }
        </section>
    }
}

fn heading(inbound: bool, layer: &Layer, tenant: &Tenant, other: &Tenant) -> (&'static str, String) {
    let own = &tenant.display_name;
    match (inbound, layer) {
        (true, Layer::Partner(_)) => ("Inbound", format!("{}’s people reach {own}", other.display_name)),
        (true, Layer::Default) => ("Inbound", format!("any other organization’s people reach {own}")),
        (false, Layer::Partner(_)) => ("Outbound", format!("{own}’s people reach {}", other.display_name)),
        (false, Layer::Default) => ("Outbound", format!("{own}’s people reach any other organization")),
    }
}

/// Whether a setting differs from the baseline's.
fn is_changed(playground: &Playground, tenant: &Tenant, layer: &Layer, property: Property) -> bool {
    let setting = |tenant: &Tenant| {
        let policy = &tenant.cross_tenant_access_policy;
        match layer {
            Layer::Default => policy.default.settings.b2b(property).cloned(),
            Layer::Partner(partner) => {
                policy.partner(partner).and_then(|partner| partner.settings.b2b(property)).cloned()
            }
        }
    };
    let before = playground.snapshot.workspace.baseline().tenant(&tenant.id).map(|tenant| setting(tenant));
    before.is_some_and(|before| before != setting(tenant))
}

/// What is worth knowing about the setting in force: what the gate that reads it says of it.
fn notes(
    playground: &Playground,
    position: usize,
    layer: &Layer,
    direction: Direction,
) -> Vec<(Request, Note)> {
    let answers = &playground.snapshot.answers;
    let (gate, home) = match direction {
        Direction::Outbound => (Gate::HomeOutbound, position),
        Direction::Inbound => (Gate::ResourceInbound, 1 - position.min(1)),
    };
    let decision = answers.matrices.get(home).and_then(|matrix| matrix.class_decision(0, 0));
    let Some(decision) = decision else { return Vec::new() };
    let ground = decision.gates.iter().find(|other| other.gate == gate).and_then(|gate| gate.grounds.first());
    ground
        .filter(|ground| {
            ground.settings.iter().any(|path| {
                matches!(path, SettingPath::CrossTenantAccess { layer: decides, .. } if decides == layer)
            })
        })
        .map(|ground| ground.notes.iter().map(|note| (decision.request.clone(), note.clone())).collect())
        .unwrap_or_default()
}

/// A word of the sentence that has an alternative.
fn choice(
    label: String,
    class: &'static str,
    options: [(AccessType, &'static str); 2],
    chosen: &AccessType,
    onchoose: Callback<AccessType>,
) -> Html {
    let current = options.iter().find(|(access_type, _)| access_type == chosen).map(|(_, word)| *word);
    let words = options.clone().map(|(access_type, word)| (access_type == *chosen, word));
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let chosen = usize::try_from(select.selected_index()).ok().and_then(|at| options.get(at));
        if let Some((access_type, _)) = chosen {
            onchoose.emit(access_type.clone());
        }
    });
    let unknown = current.is_none().then(|| chosen.as_str().to_string());
    html! {
        <span class={classes!("choice", class)}>
            // The select takes the width of the word in force, not of the longest.
            <span aria-hidden="true">{ current.map(str::to_string).or(unknown.clone()) }</span>
            <select aria-label={label} {onchange}>
                { for words.iter().map(|(selected, word)| html! { <option key={*word} selected={*selected}>{ *word }</option> }) }
                { for unknown.iter().map(|word| html! { <option key="?" selected=true disabled=true>{ word }</option> }) }
            </select>
        </span>
    }
}
