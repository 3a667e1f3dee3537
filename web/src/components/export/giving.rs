//! What is handed to others: the decisions as a list, and the whole scenario.

use entente_exchange::handover::handover;
use entente_exchange::pseudonym::Pseudonyms;
use entente_exchange::render::{Sheet, csv, markdown};
use entente_exchange::{document, pseudonym};
use entente_policy::{Feature, Matrix, Scenario};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::file_name;
use crate::components::copied::Copyable;
use crate::host::Shared;

/// What can be given away.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gift {
    /// What the administrator of the tenant at this position is asked for.
    Handover(usize),
    Markdown,
    Csv,
    Scenario,
}

impl Gift {
    const ALL: [Gift; 5] = [Gift::Handover(0), Gift::Handover(1), Gift::Markdown, Gift::Csv, Gift::Scenario];

    fn name(self, scenario: &Scenario) -> String {
        match self {
            Gift::Handover(at) => format!("What {}’s administrator is asked to set", tenant(scenario, at)),
            Gift::Markdown => "Who can connect, as Markdown".into(),
            Gift::Csv => "Who can connect, as CSV".into(),
            Gift::Scenario => "The whole scenario, to be opened in Entente".into(),
        }
    }

    fn file(self, scenario: &Scenario) -> String {
        match self {
            Gift::Handover(at) => file_name(&format!("for {}", tenant(scenario, at)), "md"),
            Gift::Markdown => file_name(&scenario.title, "md"),
            Gift::Csv => file_name(&scenario.title, "csv"),
            Gift::Scenario => file_name(&scenario.title, "entente.json"),
        }
    }

    /// The text; nothing where there is nothing to say.
    fn write(self, before: &Scenario, scenario: &Scenario) -> Option<String> {
        match self {
            Gift::Handover(at) => {
                let (to, from) = (scenario.tenants.get(at)?, scenario.tenants.get(1 - at.min(1))?);
                Some(handover(before, scenario, &to.id, &from.id)?.markdown())
            }
            Gift::Markdown => Some(markdown(&scenario.title, &sheets(scenario))),
            Gift::Csv => Some(csv(&sheets(scenario))),
            Gift::Scenario => Some(document::to_text(scenario)),
        }
    }
}

fn tenant(scenario: &Scenario, at: usize) -> String {
    scenario.tenants.get(at).map(|tenant| tenant.display_name.clone()).unwrap_or_default()
}

/// Both directions by both features.
fn sheets(scenario: &Scenario) -> Vec<Sheet> {
    let [Some(left), Some(right)] = [scenario.tenants.first(), scenario.tenants.get(1)] else {
        return Vec::new();
    };
    let ways = [(left, right), (right, left)];
    let of = |feature: Feature| {
        ways.map(|(home, resource)| {
            Sheet::of(scenario, &Matrix::new(scenario, &home.id, &resource.id, feature))
        })
    };
    Feature::ALL.into_iter().flat_map(of).collect()
}

#[component]
pub(super) fn Giving(props: &Shared) -> Html {
    let chosen = use_state(|| None::<Gift>);
    let nameless = use_state(|| false);
    let original = props.playground.snapshot.scenario();
    let toggle = {
        let nameless = nameless.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            nameless.set(input.checked());
        })
    };
    let given = chosen.map(|gift| {
        let before = props.playground.snapshot.workspace.baseline();
        let (before, scenario) = if *nameless {
            // One pseudonym for one name, then and now.
            let mut pseudonyms = Pseudonyms::of([&**original, &**before]);
            (pseudonyms.scenario(before), pseudonyms.scenario(original))
        } else {
            ((**before).clone(), (**original).clone())
        };
        let file = gift.file(&scenario);
        match gift.write(&before, &scenario) {
            Some(text) => html! { <Copyable title={file.clone()} {text} {file} /> },
            None => html! { <p class="muted">{ "Nothing between the two tenants was changed: there is nothing to ask for." }</p> },
        }
    });
    let read_again = if *nameless { pseudonym::sentences(original) } else { Vec::new() };
    html! {
        <section class="giving" aria-labelledby="export-giving">
            <h3 id="export-giving">{ "To keep, or to show to others" }</h3>
            <fieldset class="gifts">
                <legend class="hidden">{ "What to write" }</legend>
                { for Gift::ALL.into_iter().map(|gift| {
                    let chosen = chosen.clone();
                    let is_chosen = *chosen == Some(gift);
                    let onchange = Callback::from(move |_: Event| chosen.set(Some(gift)));
                    html! {
                        <label class="check" key={gift.name(original)}>
                            <input type="radio" name="gift" checked={is_chosen} {onchange} />
                            <span>{ gift.name(original) }</span>
                        </label>
                    }
                }) }
            </fieldset>
            <label class="check">
                <input type="checkbox" checked={*nameless} onchange={toggle} />
                <span>{ "With pseudonyms" }{ " " }<small>{ "for names, ids, addresses and domains; everything is decided as before" }</small></span>
            </label>
            <p class="muted">{ (!read_again.is_empty()).then(|| format!("Read once more what people wrote: {}.", read_again.join(", "))) }</p>
            <div>{ given }</div>
        </section>
    }
}
