//! One B2B setting as a sentence that can be edited where it stands.

use std::sync::Arc;

use entente_narrate::{Text, feature_short};
use entente_policy::graph::{AccessType, TargetConfiguration};
use entente_policy::{Direction, Half, Id, Layer, Property, SettingPath, Tenant, effective_b2b};
use entente_workspace::{Action, Edit, Pane};
use yew::prelude::*;

use super::control::word;
use super::picker::{Whose, is_open, picker};
use super::source::source_line;
use super::tenant::Panel;
use super::words::word_list;
use crate::host::Playground;
use crate::lazy::{self, When};

/// Which settings a panel shows.
pub(crate) fn layer_of(panel: &Panel<'_>) -> Layer {
    match panel.pane {
        Pane::Partner => Layer::Partner(panel.other.id.clone()),
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
    let Panel { playground, tenant, other, .. } = *panel;
    let feature = playground.snapshot.workspace.view().feature;
    let layer = layer_of(panel);
    let inbound = direction == Direction::Inbound;
    let (title, about_whom) = heading(inbound, &layer, tenant, other);
    let (home, resource) = if inbound { (other, tenant) } else { (tenant, other) };
    // Remarks are added to the sentence once it stands.
    let remarks = lazy::editors(&playground.dispatch, When::Idle);
    b2b(
        panel,
        &B2b {
            property: feature.property(direction),
            home,
            resource,
            name: format!(
                "{title} {} {}, {}",
                if inbound { "to" } else { "from" },
                tenant.display_name,
                feature_short(feature)
            ),
            title,
            about_whom,
            notes: remarks.map(|editors| (editors.notes)(panel, &layer, direction)).unwrap_or_default(),
        },
    )
}

/// A B2B setting to be shown.
pub(crate) struct B2b<'a> {
    /// One of those with users and groups, and applications.
    pub(crate) property: Property,
    /// Whose users it is about.
    pub(crate) home: &'a Arc<Tenant>,
    /// Whose applications.
    pub(crate) resource: &'a Arc<Tenant>,
    /// What its controls are called.
    pub(crate) name: String,
    pub(crate) title: &'static str,
    pub(crate) about_whom: String,
    pub(crate) notes: Vec<Text>,
}

/// A B2B setting of the layer on view: the sentence, what is worth knowing, and where it comes from.
pub(crate) fn b2b(panel: &Panel<'_>, shown: &B2b<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let B2b { property, name, title, about_whom, .. } = shown;
    let property = *property;
    let dispatch = &playground.dispatch;
    let layer = layer_of(panel);
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };
    let class = match (is_lit(playground, &path), is_changed(playground, tenant, &layer, property)) {
        (true, _) => "setting lit",
        (false, true) => "setting changed",
        (false, false) => "setting",
    };
    let effective = effective_b2b(tenant, &about(&layer), property);
    let users = effective.users_and_groups.value.as_ref();
    let applications = effective.applications.value.as_ref();

    let whose = |half: Half| Whose {
        tenant: tenant.clone(),
        home: shown.home.clone(),
        resource: shown.resource.clone(),
        layer: layer.clone(),
        property,
        half,
    };
    let (who, what) = (whose(Half::UsersAndGroups), whose(Half::Applications));
    let verb = |access_type: AccessType, words: &str| {
        let chosen = access_type == users.access_type;
        let (tenant, layer) = (tenant.id.clone(), layer.clone());
        (words.to_string(), chosen, Action::Edit(Edit::SetVerb { tenant, layer, property, access_type }))
    };
    let joint = |access_type: AccessType, words: &str| {
        let chosen = access_type == applications.access_type;
        let (tenant, layer, half) = (tenant.id.clone(), layer.clone(), Half::Applications);
        let edit = Edit::SetAccessType { tenant, layer, property, half, access_type };
        (words.to_string(), chosen, Action::Edit(edit))
    };
    // A word that this page does not know is shown, and can be replaced.
    let known = |list: &TargetConfiguration| !matches!(list.access_type, AccessType::Other(_));
    let blocks = users.access_type == AccessType::Blocked;
    let mut verbs = vec![verb(AccessType::Allowed, "Allow"), verb(AccessType::Blocked, "Block")];
    if !known(users) {
        verbs.push(verb(users.access_type.clone(), users.access_type.as_str()));
    }
    let mut joints = if blocks {
        vec![joint(AccessType::Blocked, "from"), joint(AccessType::Allowed, "and let others reach only")]
    } else {
        vec![joint(AccessType::Allowed, "to reach"), joint(AccessType::Blocked, "to reach all except")]
    };
    if !known(applications) {
        joints.push(joint(applications.access_type.clone(), applications.access_type.as_str()));
    }
    let choosing = |whose: &Whose, list: &TargetConfiguration| {
        is_open(playground, whose).then(|| match lazy::editors(dispatch, When::Now) {
            Ok(editors) => (editors.choices)(playground, whose, list, name),
            Err(place) => place,
        })
    };
    let side_effects = match lazy::editors(dispatch, When::Idle) {
        Ok(editors) => (editors.side_effects)(panel, &path),
        Err(_) => html! { <details class="side-effects" hidden=true /> },
    };
    let source = effective.users_and_groups.source.min(effective.applications.source);
    html! {
        <section {class} tabindex="-1" data-setting={path.to_string()} aria-label={format!("{title}: {about_whom}")}>
            <h3>{ *title }{ " " }<span>{ about_whom }</span></h3>
            <div class="sentence" hidden={!effective.is_known()}>
                { word(dispatch, if blocks { "verb block" } else { "verb allow" }, &format!("{name}: allow or block"), verbs) }
                { picker(playground, &who, users, name) }
                { word(dispatch, "joint", &format!("{name}: how applications are meant"), joints) }
                { picker(playground, &what, applications, name) }
            </div>
            <div class="drop">
                { choosing(&who, users) }
                { choosing(&what, applications) }
            </div>
            { word_list("notes", &shown.notes) }
            { side_effects }
            { source_line(panel, &layer, property, source, name) }
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
