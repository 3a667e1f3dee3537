//! The targets of one half of a setting: chips in the sentence, and below it the list to choose from.
//! It offers the directory of the tenant whose objects belong there.

use std::sync::Arc;

use entente_narrate::{grouped, list_on};
use entente_policy::gates::tenant_restrictions::PERSONAL_ACCOUNTS;
use entente_policy::graph::{Target, TargetConfiguration, TargetType};
use entente_policy::{Half, Id, Layer, Property, SettingPath, Tenant};
use entente_workspace::{Action, Edit};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

use super::control::{check, field_of};
use super::search::Wanted;
use crate::host::Playground;

/// From how many candidates on there is a field to search them.
const SEARCH_FROM: usize = 9;
/// How many candidates are shown at once.
const SHOWN: usize = 60;

/// Which half of which setting.
#[derive(Clone, PartialEq)]
pub(crate) struct Whose {
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) layer: Layer,
    pub(crate) property: Property,
    pub(crate) half: Half,
    /// The tenant whose users the setting is about: the other's coming in, one's own going out.
    pub(crate) home: Arc<Tenant>,
    /// The tenant whose applications the setting is about.
    pub(crate) resource: Arc<Tenant>,
}

impl Whose {
    /// Whether the users are those of other tenants.
    fn is_about_others(&self) -> bool {
        self.home.id != self.tenant.id
    }

    fn path(&self) -> SettingPath {
        SettingPath::CrossTenantAccess {
            tenant: self.tenant.id.clone(),
            layer: self.layer.clone(),
            property: self.property,
            half: Some(self.half),
        }
    }

    /// Whether the list may name single users, groups or applications. Defaults about all other organizations'
    /// users cannot name any of them, nor can settings about personal accounts.
    fn names_single(&self) -> bool {
        let of_many = self.layer == Layer::Default || self.home.id.is(PERSONAL_ACCOUNTS);
        !of_many || self.half == Half::Applications || !self.is_about_others()
    }
}

/// Something that can be put on the list.
struct Candidate {
    target: Target,
    name: String,
    detail: String,
}

/// The chips in the sentence.
pub(crate) fn picker(
    playground: &Playground,
    whose: &Whose,
    list: &TargetConfiguration,
    label: &str,
) -> Html {
    let name = |target: &Target| name_of(playground, whose, target);
    let path = whose.path();
    let open = is_open(playground, whose);
    let chips = list.targets.iter().enumerate().map(|(at, target)| {
        let kind = detail_of(whose, target);
        html! {
            <span key={at} class={classes!("chip", target.is_all().then_some("all"))}>
                { name(target) }{ " " }
                <small>{ kind }</small>
            </span>
        }
    });
    let which = which(whose);
    let toggle = Action::Pick((!open).then(|| path.clone()));
    html! {
        <span class={classes!("half", open.then_some("open"))}>
            <button
                class="targets"
                data-picks={path.to_string()}
                aria-expanded={open.to_string()}
                aria-label={format!("{label}: {which}. Now: {}", listed(whose, list, name))}
                onclick={playground.dispatch.on::<MouseEvent>(toggle)}
            >
                { for chips }
                <span class="nobody">
                    if list.targets.is_empty() { { nobody(whose) } }
                </span>
                <i class="add" aria-hidden="true">{ "+" }</i>
            </button>
        </span>
    }
}

/// Whether this half is being chosen.
pub(crate) fn is_open(playground: &Playground, whose: &Whose) -> bool {
    playground.snapshot.workspace.view().picking.as_ref() == Some(&whose.path())
}

/// The list to choose from; it stands below the sentence.
pub(crate) fn choices(
    playground: &Playground,
    whose: &Whose,
    list: &TargetConfiguration,
    label: &str,
) -> Html {
    let which = which(whose);
    html! {
        <Choices key={whose.path().to_string()} playground={playground.clone()} whose={whose.clone()} list={list.clone()} label={format!("{label}: {which}")} />
    }
}

/// What is chosen.
fn which(whose: &Whose) -> &'static str {
    if whose.half == Half::UsersAndGroups { "who" } else { "which applications" }
}

/// What stands where a list names nobody.
fn nobody(whose: &Whose) -> &'static str {
    if whose.half == Half::UsersAndGroups { "nobody named" } else { "nothing named" }
}

fn listed(whose: &Whose, list: &TargetConfiguration, name: impl Fn(&Target) -> String) -> String {
    if list.targets.is_empty() {
        return nobody(whose).into();
    }
    let mut listed = String::new();
    for target in &list.targets {
        list_on(&mut listed, ", ", format!("{} {}", name(target), detail_of(whose, target)).trim_end());
    }
    listed
}

fn name_of(playground: &Playground, whose: &Whose, target: &Target) -> String {
    let narrator = playground.snapshot.narrator();
    match whose.half {
        Half::UsersAndGroups => narrator.user_target(&whose.home.id, target),
        Half::Applications => narrator.application_target(&whose.resource.id, target),
    }
}

/// What kind of object a chip names.
fn detail_of(whose: &Whose, target: &Target) -> String {
    if target.is_reserved() {
        return String::new();
    }
    let directory = &whose.home.directory;
    match whose.half {
        Half::UsersAndGroups if directory.group(&target.target).is_some() => {
            if whose.is_about_others() {
                format!("{} group", whose.home.display_name)
            } else {
                "group".into()
            }
        }
        Half::UsersAndGroups if directory.user(&target.target).is_some() => "person".into(),
        Half::UsersAndGroups => "id".into(),
        Half::Applications => String::new(),
    }
}

/// What is known that has the name that is looked for: so much of it as is shown, and how much more there is.
fn candidates(
    playground: &Playground,
    whose: &Whose,
    list: &TargetConfiguration,
    wanted: &Wanted,
) -> (Vec<Candidate>, usize) {
    let mut found = Vec::new();
    let mut more = 0_usize;
    let mut add = |is_wanted: bool, candidate: &dyn Fn() -> Candidate| {
        if is_wanted && found.len() < SHOWN {
            found.push(candidate());
        } else if is_wanted {
            more += 1;
        }
    };
    if whose.names_single() {
        match whose.half {
            Half::UsersAndGroups => {
                let directory = &whose.home.directory;
                for group in &directory.groups {
                    add(wanted.is_in(&group.display_name), &|| Candidate {
                        target: Target::new(group.id.clone(), TargetType::Group),
                        name: group.display_name.clone(),
                        detail: format!("group of {}", group.members.len()),
                    });
                }
                for user in &directory.users {
                    add(wanted.is_user(user), &|| Candidate {
                        target: Target::new(user.id.clone(), TargetType::User),
                        name: user.display_name.clone(),
                        detail: "person".into(),
                    });
                }
            }
            Half::Applications => {
                for (word, detail) in [(Target::OFFICE_365, "suite"), (Target::ALL_MICROSOFT_APPS, "suite")] {
                    let target = Target::new(word, TargetType::Application);
                    let name = name_of(playground, whose, &target);
                    add(wanted.is_in(&name), &|| Candidate {
                        target: target.clone(),
                        name: name.clone(),
                        detail: detail.into(),
                    });
                }
                for app in &whose.resource.directory.applications {
                    add(wanted.is_application(app), &|| Candidate {
                        target: Target::new(app.app_id.clone(), TargetType::Application),
                        name: app.display_name.clone(),
                        detail: "application".into(),
                    });
                }
            }
        }
    }
    // What is on the list stays in sight, be it known here or not.
    let is_known = |target: &Target| {
        let id = &target.target;
        match whose.half {
            _ if !whose.names_single() => false,
            Half::UsersAndGroups => {
                let directory = &whose.home.directory;
                directory.group(id).is_some() || directory.user(id).is_some()
            }
            Half::Applications => {
                let is_suite = id.is(Target::OFFICE_365) || id.is(Target::ALL_MICROSOFT_APPS);
                is_suite || whose.resource.directory.application(id).is_some()
            }
        }
    };
    for target in list.targets.iter().filter(|target| !target.is_all() && !is_known(target)) {
        let name = name_of(playground, whose, target);
        add(wanted.is_in(&name), &|| Candidate {
            target: target.clone(),
            name: name.clone(),
            detail: "not an object of this tenant".into(),
        });
    }
    (found, more)
}

/// The list with `target` put on it or taken off it. Naming everyone replaces the list, naming someone
/// replaces everyone.
fn toggled(list: &TargetConfiguration, target: &Target, on: bool) -> Vec<Target> {
    let mut targets = list.targets.clone();
    targets.retain(|other| other.target != target.target);
    if on {
        targets.retain(|other| !other.is_all() && !target.is_all());
        targets.push(target.clone());
    }
    targets
}

#[derive(Clone, PartialEq, Properties)]
struct ChoicesProps {
    playground: Playground,
    whose: Whose,
    list: TargetConfiguration,
    label: AttrValue,
}

/// The list to choose from.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let ChoicesProps { playground, whose, list, label } = props;
    let query = use_state(String::new);
    let problem = use_state(String::new);
    {
        let dispatch = playground.dispatch.clone();
        use_effect_with((), move |()| dispatch.focus(".picker input"));
    }
    let close = {
        let (dispatch, path) = (playground.dispatch.clone(), whose.path());
        Callback::from(move |()| {
            dispatch.focus(&format!("[data-picks=\"{path}\"]"));
            dispatch.act(Action::Pick(None));
        })
    };
    let all = match whose.half {
        Half::UsersAndGroups => Target::new(Target::ALL_USERS, TargetType::User),
        Half::Applications => Target::new(Target::ALL_APPLICATIONS, TargetType::Application),
    };
    let wanted = Wanted::of(&query);
    let (found, more) = candidates(playground, whose, list, &wanted);
    let many = !wanted.is_nothing() || found.len() >= SEARCH_FROM;
    let set = |targets: Vec<Target>| Edit::SetTargets {
        tenant: whose.tenant.id.clone(),
        layer: whose.layer.clone(),
        property: whose.property,
        half: whose.half,
        targets,
    };
    let one = |target: &Target, name: &str, detail: &str| {
        let on = list.targets.iter().any(|other| other.target == target.target);
        let shown = check(&playground.dispatch, name, detail, "", on, set(toggled(list, target, !on)));
        // Two may have one name.
        html! { <span key={target.target.as_str()}>{ shown }</span> }
    };
    let all_of = match (whose.half, &whose.layer, whose.is_about_others()) {
        (Half::UsersAndGroups, Layer::Partner(_), _) | (Half::UsersAndGroups, Layer::Default, false) => {
            format!("of {}", whose.home.display_name)
        }
        (Half::UsersAndGroups, Layer::Default, true) => "of any other organization".into(),
        _ => String::new(),
    };
    let keys = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                close.emit(());
            }
        })
    };
    let search = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            query.set(input.value());
        })
    };
    let submit = {
        let (problem, list, whose, dispatch) =
            (problem.clone(), list.clone(), whose.clone(), playground.dispatch.clone());
        let users = whose.half == Half::UsersAndGroups;
        Callback::from(move |event: SubmitEvent| match typed(&event, users) {
            Ok(Some(target)) => {
                problem.set(String::new());
                dispatch.edit(Edit::SetTargets {
                    tenant: whose.tenant.id.clone(),
                    layer: whose.layer.clone(),
                    property: whose.property,
                    half: whose.half,
                    targets: toggled(&list, &target, true),
                });
            }
            Ok(None) => {}
            Err(words) => problem.set(words),
        })
    };
    html! {
        <div class="picker" role="group" aria-label={label.clone()} onkeydown={keys}>
            <div class="picker-head">
                { one(&all, &name_of(playground, whose, &all), &all_of) }
                <button class="small" onclick={Callback::from(move |_: MouseEvent| close.emit(()))}>{ "Done" }</button>
            </div>
            <div class="picker-search">
                if many {
                    <input type="search" placeholder="Search" aria-label={format!("Search: {label}")} value={(*query).clone()} oninput={search} />
                }
            </div>
            <ul class="picker-list">
                { for found.iter().map(|candidate| html! {
                    <li key={candidate.target.target.as_str()}>
                        { one(&candidate.target, &candidate.name, &candidate.detail) }
                    </li>
                }) }
            </ul>
            <p class="picker-more">
                if more > 0 { { format!("{} more: search for them", grouped(more)) } }
                if found.is_empty() && many { { "Nothing here has that name." } }
                if !whose.names_single() {
                    if whose.layer == Layer::Default {
                        { "These defaults hold for every other organization, so they cannot name single users or groups." }
                    } else {
                        { "Settings about personal accounts cannot name single ones of them." }
                    }
                }
            </p>
            <div>
                if whose.names_single() {
                    { other_id(whose.half == Half::UsersAndGroups, submit, &problem) }
                }
            </div>
        </div>
    }
}

/// The target that was typed; nothing if the field is gone.
fn typed(event: &SubmitEvent, users: bool) -> Result<Option<Target>, String> {
    event.prevent_default();
    let Some(input) = field_of(event) else { return Ok(None) };
    let id = Id::from(input.value().trim());
    if !id.is_guid() {
        return Err(format!(
            "“{id}” is not an object id. One looks like 8d2f1a3c-0b4e-4f5a-9c6d-7e8f90a1b2c3."
        ));
    }
    let kind = input.next_element_sibling().and_then(|kind| kind.dyn_into::<HtmlSelectElement>().ok());
    let target_type = match (users, kind.is_some_and(|kind| kind.selected_index() == 1)) {
        (false, _) => TargetType::Application,
        (true, false) => TargetType::Group,
        (true, true) => TargetType::User,
    };
    input.set_value("");
    Ok(Some(Target::new(id, target_type)))
}

/// A line for an object id typed or pasted, as one gets it from the other organization.
fn other_id(users: bool, onsubmit: Callback<SubmitEvent>, problem: &str) -> Html {
    let label = if users { "Another object id" } else { "Another application id" };
    html! {
        <form class="add-line other-id" {onsubmit}>
            <input type="text" aria-label={label} placeholder={label} autocomplete="off" spellcheck="false" />
            if users {
                <select aria-label="Kind of object">
                    <option selected=true>{ "group" }</option>
                    <option selected=false>{ "user" }</option>
                </select>
            }
            <button type="submit" class="small">{ "Add" }</button>
            <p class="problem" role="alert">{ problem }</p>
        </form>
    }
}
