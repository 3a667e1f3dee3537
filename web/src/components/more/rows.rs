//! What sections are made of: rows with an address, each a sentence with words to choose.

use entente_policy::{Id, Place, SettingPath};
use entente_workspace::{Action, Edit};
use yew::prelude::*;

use crate::components::control::{Choice, word};
use crate::components::setting::is_lit;
use crate::host::Playground;

/// A section: its title, what of it is not as shipped, and its rows.
pub(crate) struct Section {
    pub(crate) title: &'static str,
    /// What stands beside the title where nothing is set.
    pub(crate) rest: &'static str,
    /// What is not as shipped, in a few words each.
    pub(crate) set: Vec<String>,
    pub(crate) body: Html,
}

impl Section {
    /// What is not as shipped, with the section's title.
    pub(super) fn set(&self) -> Option<String> {
        (!self.set.is_empty()).then(|| format!("{}: {}", self.title, self.set.join(", ")))
    }
}

/// The section of a tenant called `own`, closed until somebody opens it.
pub(crate) fn open_section(section: Section, own: &str) -> Html {
    let Section { title, rest, set, body } = section;
    let class = if set.is_empty() { "part" } else { "part own" };
    let state = if set.is_empty() { rest.to_string() } else { set.join(", ") };
    html! {
        <details key={title} {class}>
            <summary><h4>{ title }{ " " }<span>{ state }</span><span class="hidden">{ format!(" for {own}") }</span></h4></summary>
            <div class="rows">{ body }</div>
        </details>
    }
}

/// The address of a setting beside the layers.
pub(super) fn place(tenant: &Id, place: Place) -> SettingPath {
    SettingPath::Policy { tenant: tenant.clone(), place, item: None }
}

/// The address of one item of such a setting.
pub(super) fn item(tenant: &Id, place: Place, item: &str) -> SettingPath {
    SettingPath::Policy { tenant: tenant.clone(), place, item: Some(item.into()) }
}

/// A row with an address, which lights up when it is pointed out.
pub(crate) fn row(playground: &Playground, path: &SettingPath, body: Html) -> Html {
    let class = if is_lit(playground, path) { "entry lit" } else { "entry" };
    let name = playground.snapshot.narrator().setting(path);
    html! {
        <div key={path.to_string()} {class} tabindex="-1" role="group" aria-label={name} data-setting={path.to_string()}>
            { body }
        </div>
    }
}

/// A word of a sentence, from a table of values and what they are called. A value that is not in the table is
/// shown by `stranger` until another is chosen.
pub(crate) fn chosen<T: PartialEq + Clone>(
    playground: &Playground,
    label: &str,
    table: &[(T, &str)],
    current: &T,
    stranger: &str,
    edit: impl Fn(T) -> Edit,
) -> Html {
    let words: Vec<&str> = table.iter().map(|(_, words)| *words).collect();
    let at = table.iter().position(|(value, _)| value == current);
    let value = |at: usize| table.get(at).map_or(current, |(value, _)| value).clone();
    alternatives(playground, label, &words, at, stranger, &|at| edit(value(at)))
}

/// A word among others, by its place; one that is not among them by `stranger`.
fn alternatives(
    playground: &Playground,
    label: &str,
    words: &[&str],
    at: Option<usize>,
    stranger: &str,
    edit: &dyn Fn(usize) -> Edit,
) -> Html {
    let one = |(place, words): (usize, &&str)| -> Choice {
        ((*words).to_string(), at == Some(place), Action::Edit(edit(place)))
    };
    let mut choices: Vec<Choice> = words.iter().enumerate().map(one).collect();
    if at.is_none() {
        choices.push((stranger.to_string(), true, Action::Edit(edit(words.len()))));
    }
    word(&playground.dispatch, "joint", label, choices)
}

/// What a value is called in such a table.
pub(super) fn called<'a, T: PartialEq>(table: &[(T, &'a str)], value: &T) -> &'a str {
    table.iter().find(|(known, _)| known == value).map_or("another value", |(_, words)| words)
}
