//! Where a setting's value comes from, and the way to take it over or give it back.

use entente_policy::{Id, Layer, Property, Source};
use entente_workspace::Edit;
use yew::prelude::*;

use crate::host::Dispatch;

/// What the line is about.
pub(crate) struct Setting<'a> {
    pub(crate) tenant: &'a Id,
    pub(crate) layer: &'a Layer,
    pub(crate) property: Property,
    pub(crate) source: Source,
    /// The other tenant's name.
    pub(crate) other: &'a str,
    /// What the setting is called, for people who do not see where the line stands.
    pub(crate) name: &'a str,
}

/// One line: "Set for Fabrikam · Return to default".
pub(crate) fn source_line(dispatch: &Dispatch, setting: &Setting<'_>) -> Html {
    let Setting { tenant, layer, property, source, other, name } = setting;
    let own = *source == Source::Organizational;
    let (words, button) = match layer {
        Layer::Default => {
            let words = if *source == Source::Default { "Set as default" } else { "As shipped" };
            (words.to_string(), None)
        }
        Layer::Partner(partner) if own => (
            format!("Set for {other}"),
            Some((
                "Return to default".to_string(),
                Edit::GiveBack { tenant: (*tenant).clone(), partner: partner.clone(), property: *property },
            )),
        ),
        Layer::Partner(partner) => (
            "Inherited from default".to_string(),
            Some((
                format!("Set for {other}"),
                Edit::TakeOver { tenant: (*tenant).clone(), partner: partner.clone(), property: *property },
            )),
        ),
    };
    let marked = own || *source == Source::Default;
    html! {
        <footer class="source">
            <span class={classes!("src", marked.then_some("own"))}>{ words }</span>
            <span>
                if let Some((label, edit)) = button {
                    <button class="link" aria-label={format!("{label}: {name}")} onclick={dispatch.on_edit::<MouseEvent>(edit)}>
                        { label }
                    </button>
                }
            </span>
        </footer>
    }
}
