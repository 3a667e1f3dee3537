//! Where a setting's value comes from, and the way to take it over or give it back.

use entente_policy::{Layer, Property, Source};
use entente_workspace::{Action, Edit, LayerEdit};
use yew::prelude::*;

use super::control::button;
use super::tenant::Panel;

/// What is said of a setting that may have any value.
pub(crate) const UNSEEN: &str = "Not known: nobody has seen it";

/// One line: "Set for Fabrikam · Return to default". `name` is what the setting is called, for people who
/// do not see where the line stands.
pub(crate) fn source_line(
    panel: &Panel<'_>,
    layer: &Layer,
    property: Property,
    source: Source,
    name: &str,
) -> Html {
    let other = &panel.other.display_name;
    let own = source == Source::Organizational;
    let unseen = source == Source::Unknown;
    let (words, ways) = match layer {
        Layer::Default if unseen => {
            let edit = LayerEdit::SetUnknown(property, false);
            let edit = Edit::Layer { tenant: panel.tenant.id.clone(), layer: Layer::Default, edit };
            (UNSEEN.to_string(), Some(("Set as shipped".to_string(), edit)))
        }
        Layer::Default if source == Source::Default => ("Set as default".to_string(), None),
        Layer::Default => ("As shipped".to_string(), None),
        Layer::Partner(partner) => {
            let (tenant, partner) = (panel.tenant.id.clone(), partner.clone());
            if own {
                let edit = Edit::GiveBack { tenant, partner, property };
                (format!("Set for {other}"), Some(("Return to default".to_string(), edit)))
            } else {
                let edit = Edit::TakeOver { tenant, partner, property };
                (
                    if unseen { UNSEEN } else { "Inherited from default" }.to_string(),
                    Some((format!("Set for {other}"), edit)),
                )
            }
        }
    };
    let class = if own || source == Source::Default { "src own" } else { "src" };
    let dispatch = &panel.playground.dispatch;
    html! {
        <footer class="source">
            <span {class}>{ words }</span>
            <span>
                { ways.map(|(label, edit)| button(dispatch, "link", &label, &format!("{label}: {name}"), Action::Edit(edit))) }
            </span>
        </footer>
    }
}
