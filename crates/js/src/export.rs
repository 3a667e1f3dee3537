//! A scenario, or what comes of it, as a text for others.

use entente_exchange::render::{STYLES, Sheet, Theme, Way, csv, markdown, page, svg, tables, ways};
use entente_exchange::{document, export};
use entente_policy::{Id, Matrix, Scenario};
use serde_json::Value;

use crate::failure::Failure;
use crate::import::known;
use crate::options::Options;

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

/// What writes texts for others: first what is wanted; then, with the answers for its ways, the text.
#[derive(Clone, Copy)]
pub(crate) struct Exporting {
    pub(crate) read: fn(&Scenario, Value) -> Result<Wanted, Failure>,
    pub(crate) write: fn(&Scenario, &Wanted, &[Matrix]) -> String,
}

/// The part.
pub(crate) const EXPORTING: Exporting = Exporting { read, write };

/// What is wanted, and of which ways.
pub(crate) struct Wanted {
    form: Form,
    pub(crate) ways: Vec<Way>,
}

enum Form {
    Document,
    Graph(Id),
    Markdown,
    Csv,
    Svg(Theme),
    Tables,
    Page,
    Styles,
}

fn read(scenario: &Scenario, options: Value) -> Result<Wanted, Failure> {
    let mut options = Options::of(options, &OPTIONS)?;
    let name: String = options.require("format")?;
    let (_, belonging) = one_of("format", &name, &FORMATS)?;
    let mut options = options.with_none_but(belonging)?;
    let form = match name.as_str() {
        "graph" => {
            let id: Id = options.require("tenant")?;
            known(scenario, &id, "/tenant")?;
            Form::Graph(id)
        }
        "markdown" => Form::Markdown,
        "csv" => Form::Csv,
        "svg" => {
            let theme = options.take::<String>("theme")?;
            let theme = theme.map(|theme| one_of("theme", &theme, &THEMES)).transpose()?;
            Form::Svg(theme.map(|(_, theme)| theme).unwrap_or_default())
        }
        "html" => Form::Tables,
        "page" => Form::Page,
        "css" => Form::Styles,
        _ => Form::Document,
    };
    let ways = match form {
        Form::Document | Form::Graph(_) | Form::Styles => Vec::new(),
        _ => {
            let home: Option<Id> = options.take("home")?;
            if let Some(home) = &home {
                known(scenario, home, "/home")?;
            }
            ways(scenario, home.as_ref(), options.take("feature")?)
        }
    };
    Ok(Wanted { form, ways })
}

fn write(scenario: &Scenario, wanted: &Wanted, matrices: &[Matrix]) -> String {
    let title = &scenario.title;
    let sheets = || matrices.iter().map(|matrix| Sheet::of(scenario, matrix)).collect::<Vec<_>>();
    match &wanted.form {
        Form::Document => document::to_text(scenario) + "\n",
        Form::Graph(id) => {
            scenario.tenant(id).map(|tenant| export::bundle(tenant) + "\n").unwrap_or_default()
        }
        Form::Markdown => markdown(title, &sheets()),
        Form::Csv => csv(&sheets()),
        Form::Svg(theme) => svg(title, &sheets(), *theme),
        Form::Tables => tables(&sheets()),
        Form::Page => page(title, &sheets()),
        Form::Styles => STYLES.into(),
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
