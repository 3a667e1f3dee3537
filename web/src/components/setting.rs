//! One B2B setting as a sentence that can be edited where it stands.

use entente_narrate::feature_short;
use entente_policy::graph::{AccessType, TargetConfiguration};
use entente_policy::{
    Direction, Gate, Half, Id, Layer, Note, Property, Request, SettingPath, Tenant, effective_b2b,
};
use entente_workspace::{Edit, Pane};
use web_sys::{HtmlElement, HtmlSelectElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::picker::{Picker, Whose};
use super::source::SourceLine;
use super::words::words;
use crate::host::{OfTenant, Playground};

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

/// Brings an element into sight whenever its setting is pointed out, and hands it the focus.
#[hook]
pub(crate) fn use_pointing(playground: &Playground, path: &SettingPath, node: &NodeRef) -> bool {
    let view = playground.snapshot.workspace.view();
    let pointed = view.pointed_out.clone().filter(|(pointed, _)| path.contains(pointed));
    let hinted = view.hinted.iter().any(|hinted| path.contains(hinted));
    let node = node.clone();
    let lit = pointed.is_some();
    use_effect_with(pointed, move |pointed| {
        if pointed.is_some()
            && let Some(element) = node.cast::<HtmlElement>()
        {
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Smooth);
            options.set_block(ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
            let _ = element.focus();
        }
    });
    lit || hinted
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SettingProps {
    pub(crate) of: OfTenant,
    /// The tenant whose setting it is, and the one opposite.
    pub(crate) tenant: std::sync::Arc<Tenant>,
    pub(crate) other: std::sync::Arc<Tenant>,
    pub(crate) direction: Direction,
}

/// A setting of one direction, for the feature on view.
#[component]
pub(crate) fn Setting(props: &SettingProps) -> Html {
    let SettingProps { of, tenant, other, direction } = props;
    let playground = &of.playground;
    let snapshot = &playground.snapshot;
    let feature = snapshot.workspace.view().feature;
    let property = feature.property(*direction);
    let layer = layer_of(playground, of.position, other);
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };

    let open = use_state(|| None::<Half>);
    let node = use_node_ref();
    let lit = use_pointing(playground, &path, &node);

    let effective = effective_b2b(tenant, &about(&layer), property);
    let users = effective.users_and_groups.value.as_ref();
    let applications = effective.applications.value.as_ref();
    let inbound = *direction == Direction::Inbound;
    let (title, about_whom) = heading(inbound, &layer, tenant, other);
    let name = format!("{title}, {}", feature_short(feature));
    let changed = is_changed(playground, tenant, &layer, property);

    let half = |half: Half, list: &TargetConfiguration| {
        let toggle = {
            let open = open.clone();
            Callback::from(move |wanted: bool| open.set(wanted.then_some(half)))
        };
        html! {
            <Picker
                playground={playground.clone()}
                whose={Whose { tenant: tenant.clone(), other: other.clone(), layer: layer.clone(), property, half, inbound }}
                list={list.clone()}
                open={*open == Some(half)}
                ontoggle={toggle}
                label={name.clone()}
            />
        }
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
    let notes = notes(playground, of.position, &layer, *direction);

    html! {
        <section
            ref={node}
            class={classes!("setting", lit.then_some("lit"), changed.then_some("changed"))}
            tabindex="-1"
            data-setting={path.to_string()}
            aria-label={format!("{title}: {about_whom}")}
        >
            <h3>{ title }{ " " }<span>{ about_whom }</span></h3>
            <div class="sentence">
                <Choice
                    label={format!("{name}: allow or block")}
                    class={classes!("verb", if blocks { "block" } else { "allow" })}
                    options={vec![(AccessType::Allowed, "Allow"), (AccessType::Blocked, "Block")]}
                    chosen={users.access_type.clone()}
                    onchoose={set_verb}
                />
                { half(Half::UsersAndGroups, users) }
                <Choice
                    label={format!("{name}: how applications are meant")}
                    class="joint"
                    options={joints.to_vec()}
                    chosen={applications.access_type.clone()}
                    onchoose={set_applications}
                />
                { half(Half::Applications, applications) }
            </div>
            <ul class="notes">
                { for notes.iter().enumerate().map(|(at, (request, note))| html! {
                    <li key={at}>{ words(&narrator.note(request, note)) }</li>
                }) }
            </ul>
            <SourceLine
                dispatch={playground.dispatch.clone()}
                tenant={tenant.id.clone()}
                layer={layer.clone()}
                {property}
                source={effective.users_and_groups.source.min(effective.applications.source)}
                other={other.display_name.clone()}
                setting={name}
            />
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

#[derive(Clone, PartialEq, Properties)]
struct ChoiceProps {
    label: AttrValue,
    class: Classes,
    options: Vec<(AccessType, &'static str)>,
    chosen: AccessType,
    onchoose: Callback<AccessType>,
}

/// A word of the sentence that has an alternative.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let onchange = {
        let (options, onchoose) = (props.options.clone(), props.onchoose.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = usize::try_from(select.selected_index()).ok().and_then(|at| options.get(at));
            if let Some((access_type, _)) = chosen {
                onchoose.emit(access_type.clone());
            }
        })
    };
    let known = props.options.iter().any(|(access_type, _)| *access_type == props.chosen);
    let unknown = (!known).then(|| props.chosen.as_str().to_string());
    let current = props.options.iter().find(|(access_type, _)| *access_type == props.chosen);
    html! {
        <span class={classes!("choice", props.class.clone())}>
            // The select takes the width of the word in force, not of the longest.
            <span aria-hidden="true">{ current.map_or_else(|| unknown.clone().unwrap_or_default(), |(_, word)| word.to_string()) }</span>
            <select aria-label={props.label.clone()} {onchange}>
                { for props.options.iter().map(|(access_type, word)| html! {
                    <option key={*word} selected={*access_type == props.chosen}>{ *word }</option>
                }) }
                { for unknown.iter().map(|word| html! { <option key="?" selected=true disabled=true>{ word }</option> }) }
            </select>
        </span>
    }
}
