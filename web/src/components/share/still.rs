//! What is shared with places that run no script: the answers as a picture, and as a table.

use std::rc::Rc;

use entente_exchange::link::Shared;
use entente_exchange::render::{Sheet, Theme, narrow_svg, page, svg, tables};
use entente_narrate::feature_short;
use entente_policy::{Feature, Matrix, Scenario};
use wasm_bindgen::prelude::*;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = download)]
    fn download(name: &str, text: &str, kind: &str);
}

/// What draws and writes. Only `lazy` names this.
#[derive(Clone, Copy)]
pub(crate) struct Still {
    sheet: fn(&Scenario, usize, Feature) -> Option<Sheet>,
    svg: fn(&str, &[Sheet], Theme) -> String,
    narrow_svg: fn(&str, &[Sheet], Theme) -> String,
    tables: fn(&[Sheet]) -> String,
    page: fn(&str, &[Sheet]) -> String,
}

impl Still {
    /// All of it.
    pub(crate) const ALL: Still = Still { sheet, svg, narrow_svg, tables, page };

    /// The answers that are looked at, as a table.
    pub(super) fn table(self, shared: &Shared) -> String {
        let sheet = (self.sheet)(&shared.scenario, shared.view.home, shared.view.feature);
        (self.tables)(sheet.as_slice())
    }

    fn sheets(self, shared: &Shared, extent: Extent) -> Vec<Sheet> {
        let (home, feature) = (shared.view.home, shared.view.feature);
        let features = if extent == Extent::All { Feature::ALL.to_vec() } else { vec![feature] };
        let homes = if extent == Extent::Looked { vec![home] } else { vec![home, 1 - home.min(1)] };
        let one =
            |feature| homes.iter().filter_map(move |home| (self.sheet)(&shared.scenario, *home, feature));
        features.into_iter().flat_map(one).collect()
    }
}

fn sheet(scenario: &Scenario, home: usize, feature: Feature) -> Option<Sheet> {
    let [home, resource] =
        [home, 1 - home.min(1)].map(|at| scenario.tenants.get(at).map(|tenant| &tenant.id));
    Some(Sheet::of(scenario, &Matrix::new(scenario, home?, resource?, feature)))
}

/// How much of the answers is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// What is looked at.
    Looked,
    /// Both directions of it.
    Both,
    /// Both directions by both features.
    All,
}

const EXTENTS: [Extent; 3] = [Extent::Looked, Extent::Both, Extent::All];

/// The section of the dialog. `copy` makes a button that copies a text, by its words, its name and the text.
pub(super) fn section(
    still: Still,
    shared: &Rc<Shared>,
    name: &str,
    chosen: &UseStateHandle<Extent>,
    copy: impl Fn(&'static str, String, String) -> Html,
) -> Html {
    let extent = **chosen;
    let words = |extent: Extent| {
        let tenant = |at: usize| shared.scenario.tenants.get(at).map(|tenant| tenant.display_name.as_str());
        let (home, resource) = (shared.view.home, 1 - shared.view.home.min(1));
        let way = format!("{} → {}", tenant(home).unwrap_or_default(), tenant(resource).unwrap_or_default());
        let feature = feature_short(shared.view.feature);
        match extent {
            Extent::Looked => format!("{way}, {feature}"),
            Extent::Both => format!("both directions, {feature}"),
            Extent::All => "both directions, both features".into(),
        }
    };
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let at = usize::try_from(select.selected_index()).unwrap_or_default();
            chosen.set(EXTENTS.get(at).copied().unwrap_or(Extent::Looked));
        })
    };
    let file = |words: &'static str,
                ending: &'static str,
                kind: &'static str,
                write: fn(Still, &str, &[Sheet]) -> String| {
        let (shared, name) = (shared.clone(), format!("{name}{ending}"));
        let onclick = Callback::from(move |_: MouseEvent| {
            let text = write(still, &shared.scenario.title, &still.sheets(&shared, extent));
            download(&name, &text, kind);
        });
        html! { <button class="small" {onclick}>{ words }</button> }
    };
    html! {
        <section class="to-share" aria-labelledby="share-still">
            <h3 id="share-still">{ "Where no script runs" }</h3>
            <label class="line">
                <span>{ "Shows" }</span>
                <select onchange={choose}>
                    { for EXTENTS.iter().enumerate().map(|(at, each)| html! {
                        <option key={at} selected={*each == extent}>{ words(*each) }</option>
                    }) }
                </select>
            </label>
            <p class="line">
                { file("Download picture", ".svg", "image/svg+xml", |still, title, sheets| (still.svg)(title, sheets, Theme::Auto)) }
                { file("Download narrow picture", "-narrow.svg", "image/svg+xml", |still, title, sheets| (still.narrow_svg)(title, sheets, Theme::Auto)) }
                { copy("Copy table", String::new(), (still.tables)(&still.sheets(shared, extent))) }
                { file("Download table", ".html", "text/html", |still, title, sheets| (still.page)(title, sheets)) }
            </p>
            <p class="holds">{ "The pictures are SVG that follows light and dark; the narrow one is for telephones. The table is plain HTML. All of them hold the names as they stand in the link." }</p>
        </section>
    }
}
