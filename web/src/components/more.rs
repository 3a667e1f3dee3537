//! What decides beside access, trust and conditional access, behind one line: a section a subject, each made of
//! sentences that can be edited. What is set shows on the lines, so that nothing set is hidden.

mod cloud;
mod guests;
mod restrictions;
mod rows;
mod service_provider;
mod teams;
mod unknown;

use yew::prelude::*;

use self::rows::{Section, open_section};
use super::tenant::Panel;
use crate::host::Playground;

pub(crate) use self::cloud::lives_in;
pub(crate) use self::restrictions::{about_others, restrictions};
pub(crate) use self::rows::{chosen, row};

/// The line of the tenant at this position, and what is behind it.
pub(crate) fn more(playground: &Playground, position: usize) -> Html {
    let Some(panel) = Panel::of(playground, position) else {
        return html! { <details class="setting more" /> };
    };
    let own = &panel.tenant.display_name;
    let sections = [
        cloud::section(&panel),
        guests::section(&panel),
        restrictions::section(&panel),
        teams::section(&panel),
        service_provider::section(&panel),
        unknown::section(&panel),
    ];
    let set: Vec<String> = sections.iter().flat_map(Section::set).collect();
    let state = if set.is_empty() { "clouds, guests, networks, Teams".into() } else { set.join(" · ") };
    html! {
        <details class="setting more others" aria-label={format!("More that decides for {own}")}>
            <summary><h3>{ "More that decides " }<span>{ state }</span><span class="hidden">{ format!(" for {own}") }</span></h3></summary>
            <div class="sections">{
                for sections.into_iter().map(|section| html! {
                    <div key={section.title}>{ open_section(section, own) }</div>
                })
            }</div>
        </details>
    }
}
