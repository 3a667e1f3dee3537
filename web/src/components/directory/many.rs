//! Of a long list, those that somebody looks for: no list on the page is as long as a directory.

use entente_narrate::grouped;
use entente_policy::Directory;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{applications, groups, people};
use crate::components::search::Wanted;
use crate::components::tenant::Panel;
use crate::host::Playground;

/// From how many on a list is searched rather than shown.
pub(crate) const MANY: usize = 100;
/// How many of those that are found are shown.
const SHOWN: usize = 10;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    People,
    Groups,
    Applications,
}

impl What {
    fn plural(self) -> &'static str {
        match self {
            What::People => "people",
            What::Groups => "groups",
            What::Applications => "applications",
        }
    }

    fn count(self, directory: &Directory) -> usize {
        match self {
            What::People => directory.users.len(),
            What::Groups => directory.groups.len(),
            What::Applications => directory.applications.len(),
        }
    }

    fn is_wanted(self, directory: &Directory, at: usize, wanted: &Wanted) -> bool {
        match self {
            What::People => directory.users.get(at).is_some_and(|user| wanted.is_user(user)),
            What::Groups => directory.groups.get(at).is_some_and(|group| wanted.is_in(&group.display_name)),
            What::Applications => {
                directory.applications.get(at).is_some_and(|app| wanted.is_application(app))
            }
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ManyProps {
    playground: Playground,
    position: usize,
    what: What,
}

/// The list, all of it or as it is searched. `one` shows an entry.
pub(super) fn listed(panel: &Panel<'_>, what: What) -> Html {
    let count = what.count(&panel.tenant.directory);
    if count < MANY {
        return html! { <ul>{ for (0..count).map(|at| item(panel, what, at)) }</ul> };
    }
    html! { <Many playground={panel.playground.clone()} position={panel.position} {what} /> }
}

fn item(panel: &Panel<'_>, what: What, at: usize) -> Html {
    match what {
        What::People => people::entry_at(panel, at),
        What::Groups => groups::entry_at(panel, at),
        What::Applications => applications::entry_at(panel, at),
    }
}

#[component]
fn Many(props: &ManyProps) -> Html {
    let ManyProps { playground, position, what } = props;
    let query = use_state(String::new);
    let Some(panel) = Panel::of(playground, *position) else { return html! { <div /> } };
    let listing = &panel.tenant.directory;
    let count = what.count(listing);
    let wanted = Wanted::of(&query);
    // As far as it has to look, and no further.
    let found: Vec<usize> =
        (0..count).filter(|at| what.is_wanted(listing, *at, &wanted)).take(SHOWN + 1).collect();
    let shown = if wanted.is_nothing() { 0 } else { SHOWN };
    let search = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            query.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let said = match (wanted.is_nothing(), found.len()) {
        (true, _) => format!("{} {}: type to find one.", grouped(count), what.plural()),
        (false, 0) => format!("None of {} {} is called “{}”.", grouped(count), what.plural(), query.trim()),
        (false, found) if found > SHOWN => format!("The first {SHOWN}. Type more to find others."),
        (false, _) => String::new(),
    };
    html! {
        <div class="many">
            <input
                type="search"
                placeholder={format!("Find among {} {}", grouped(count), what.plural())}
                aria-label={format!("Find {} of {}", what.plural(), panel.tenant.display_name)}
                value={(*query).clone()}
                oninput={search}
            />
            <ul>{ for found.iter().take(shown).map(|at| item(&panel, *what, *at)) }</ul>
            <p class="muted">{ said }</p>
        </div>
    }
}
