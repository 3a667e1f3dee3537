//! Where a setting's value comes from, and the way to take it over or give it back.

use entente_policy::{Id, Layer, Property, Source};
use entente_workspace::Edit;
use yew::prelude::*;

use crate::host::Dispatch;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SourceLineProps {
    pub(crate) dispatch: Dispatch,
    pub(crate) tenant: Id,
    pub(crate) layer: Layer,
    pub(crate) property: Property,
    pub(crate) source: Source,
    /// The other tenant's name.
    pub(crate) other: AttrValue,
    /// What the setting is called, for people who do not see where the line stands.
    pub(crate) setting: AttrValue,
}

/// One line: "Set for Fabrikam · Return to default".
#[component]
pub(crate) fn SourceLine(props: &SourceLineProps) -> Html {
    let SourceLineProps { dispatch, tenant, layer, property, source, other, setting } = props;
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
                Edit::GiveBack { tenant: tenant.clone(), partner: partner.clone(), property: *property },
            )),
        ),
        Layer::Partner(partner) => (
            "Inherited from default".to_string(),
            Some((
                format!("Set for {other}"),
                Edit::TakeOver { tenant: tenant.clone(), partner: partner.clone(), property: *property },
            )),
        ),
    };
    let marked = own || *source == Source::Default;
    html! {
        <footer class="source">
            <span class={classes!("src", marked.then_some("own"))}>{ words }</span>
            <span>
                if let Some((label, edit)) = button {
                    <button class="link" aria-label={format!("{label}: {setting}")} onclick={dispatch.on_edit::<MouseEvent>(edit)}>
                        { label }
                    </button>
                }
            </span>
        </footer>
    }
}
