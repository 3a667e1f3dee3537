//! A scenario, or what comes of it, as a text for others.

use entente_exchange::render::{STYLES, Sheet, Theme, csv, markdown, page, svg, tables};
use entente_exchange::{document, export};
use entente_policy::{Feature, Id, Matrix};
use wasm_bindgen::prelude::*;

use crate::failure::Failure;
use crate::options::Options;
use crate::scenario::Scenario;

/// What can be said of any format at all.
const OPTIONS: [&str; 5] = ["format", "tenant", "home", "feature", "theme"];

/// Every format, with what belongs to it beside its name.
const FORMATS: [(&str, &[&str]); 8] = [
    ("scenario", &["format"]),
    ("graph", &["format", "tenant"]),
    ("markdown", &["format", "home", "feature"]),
    ("csv", &["format", "home", "feature"]),
    ("svg", &["format", "home", "feature", "theme"]),
    ("html", &["format", "home", "feature"]),
    ("page", &["format", "home", "feature"]),
    ("css", &["format"]),
];

const THEMES: [(&str, Theme); 3] = [("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark)];

#[wasm_bindgen]
impl Scenario {
    /// The text of a file for others: the document, one tenant's settings as Microsoft Graph has them, or who can
    /// connect, as Markdown, CSV, a picture or HTML. The command line writes the same.
    #[wasm_bindgen(js_name = export)]
    pub fn to_file(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ExportOptions")] options: &JsValue,
    ) -> Result<String, Failure> {
        let mut options = Options::read(options, &OPTIONS)?;
        let name: String = options.require("format")?;
        let (_, known) = one_of("format", &name, &FORMATS)?;
        let mut options = options.only(known)?;
        let title = &self.inner.title;
        Ok(match name.as_str() {
            "graph" => {
                let id: Id = options.require("tenant")?;
                self.known(&id, "/tenant")?;
                self.inner.tenant(&id).map(|tenant| export::bundle(tenant) + "\n").unwrap_or_default()
            }
            "markdown" => markdown(title, &self.sheets(&mut options)?),
            "csv" => csv(&self.sheets(&mut options)?),
            "svg" => {
                let theme = options.take::<String>("theme")?;
                let theme = theme.map(|theme| one_of("theme", &theme, &THEMES)).transpose()?;
                svg(title, &self.sheets(&mut options)?, theme.map(|(_, theme)| theme).unwrap_or_default())
            }
            "html" => tables(&self.sheets(&mut options)?),
            "page" => page(title, &self.sheets(&mut options)?),
            "css" => STYLES.into(),
            _ => document::to_text(&self.inner) + "\n",
        })
    }
}

impl Scenario {
    /// Who can connect: from one tenant to every other, or between the first two both ways, by one feature or by
    /// both.
    fn sheets(&self, options: &mut Options) -> Result<Vec<Sheet>, Failure> {
        let home: Option<Id> = options.take("home")?;
        if let Some(home) = &home {
            self.known(home, "/home")?;
        }
        let feature: Option<Feature> = options.take("feature")?;
        let features = feature.map_or_else(|| Feature::ALL.to_vec(), |feature| vec![feature]);
        let ids = || self.inner.tenants.iter().map(|tenant| &tenant.id);
        let ways: Vec<(&Id, &Id)> = match (&home, ids().next(), ids().nth(1)) {
            (Some(home), _, _) => ids().filter(|other| *other != home).map(|other| (home, other)).collect(),
            (None, Some(one), Some(two)) => vec![(one, two), (two, one)],
            _ => Vec::new(),
        };
        let sheet = |feature| {
            let ways = ways.iter();
            ways.map(move |(home, resource)| Matrix::new(&self.inner, home, resource, feature))
        };
        let matrices = features.into_iter().flat_map(sheet);
        Ok(matrices.map(|matrix| Sheet::of(&self.inner, &matrix)).collect())
    }
}

/// What a word stands for.
fn one_of<T: Copy>(key: &str, word: &str, known: &[(&'static str, T)]) -> Result<(&'static str, T), Failure> {
    known.iter().find(|(name, _)| *name == word).copied().ok_or_else(|| {
        let names: Vec<String> = known.iter().map(|(name, _)| format!("`{name}`")).collect();
        let message = format!("`/{key}` should be one of {}, and is `{word}`", names.join(", "));
        Failure::at(format!("/{key}"), message)
    })
}
