//! Light, dark, or as the system has it. The choice is an attribute of the element.

use web_sys::HtmlElement;

use crate::autosave::{is_wanted, storage};

const KEY: &str = "entente.theme";

/// A theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Theme::System => "Auto",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        }
    }

    /// The theme of an element.
    pub(crate) fn of(element: &HtmlElement) -> Theme {
        let word = element.get_attribute("theme").unwrap_or_default();
        Theme::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or(Theme::System)
    }

    /// Sets the theme of an element, and keeps the choice if the element keeps anything.
    pub(crate) fn set(self, element: &HtmlElement) {
        let _ = match self {
            Theme::System => element.remove_attribute("theme"),
            chosen => element.set_attribute("theme", chosen.word()),
        };
        if let Some(storage) = is_wanted(element).then(storage).flatten() {
            // Without storage the choice lasts as long as the page.
            let _ = storage.set_item(KEY, self.word());
        }
    }
}

/// Gives an element the theme chosen last time, unless it says its own.
pub(crate) fn restore(element: &HtmlElement) {
    if element.has_attribute("theme") || !is_wanted(element) {
        return;
    }
    let word = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    if let Some(word) = word.filter(|word| word != Theme::System.word()) {
        let _ = element.set_attribute("theme", &word);
    }
}
