//! Embed snippets: what somebody copies into a page of documentation to have a scenario live in it, for each kind
//! of site. The documentation shows the same words, and the sites that the tests build contain them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use entente_policy::{Resource, Scenario, Shape, Subject};
use serde_json::{Map, Value};

use crate::gallery::Entry;
use crate::link::{Shared, SharedView, changes};
use crate::{block, document, naming};

/// The language of the fenced block.
pub const LANGUAGE: &str = "entente";

/// The script that brings blocks to life, in the folder in which the site of Entente stands.
pub const LOADER: &str = "embed/entente.js";

/// The script that brings elements to life, in that folder.
pub const ELEMENT: &str = "embed/playground.js";

/// The page that frames show, in that folder.
pub const FRAME: &str = "embed/frame.html";

/// The folder in which recipes put the site of Entente.
pub const FOLDER: &str = "entente/";

/// A kind of site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// A page of HTML.
    Html,
    /// A page of HTML that shows the answers as a table where scripts do not run.
    Element,
    /// mdBook.
    MdBook,
    /// Docusaurus.
    Docusaurus,
    /// MkDocs with the theme Material.
    MkDocs,
    /// Hugo.
    Hugo,
    /// Jekyll.
    Jekyll,
    /// DocFX.
    DocFx,
    /// GitHub Pages, with the Jekyll it comes with.
    GitHubPages,
    /// Any page that allows frames.
    Frame,
}

/// One piece of text, and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it goes, as a sentence.
    pub place: &'static str,
    /// The text.
    pub text: String,
}

/// What is to be embedded.
#[derive(Clone, Copy, Debug)]
pub struct Example<'a> {
    /// The text of a fenced block, as [`block()`] makes it.
    pub block: &'a str,
    /// The answers as a table, as [`tables`](crate::render::tables) writes it; empty where none is wanted.
    pub table: &'a str,
    /// The fragment of a link, without the `#`.
    pub fragment: &'a str,
    /// What a frame is called.
    pub title: &'a str,
    /// The address of the full page, for frames; relative or whole, with a slash at its end.
    pub page: &'a str,
}

impl Site {
    /// Every kind of site.
    pub const ALL: [Site; 10] = [
        Site::Html,
        Site::Element,
        Site::MdBook,
        Site::Docusaurus,
        Site::MkDocs,
        Site::Hugo,
        Site::Jekyll,
        Site::DocFx,
        Site::GitHubPages,
        Site::Frame,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Site::Html => "Plain HTML",
            Site::Element => "HTML with a table inside",
            Site::MdBook => "mdBook",
            Site::Docusaurus => "Docusaurus",
            Site::MkDocs => "MkDocs Material",
            Site::Hugo => "Hugo",
            Site::Jekyll => "Jekyll",
            Site::DocFx => "DocFX",
            Site::GitHubPages => "GitHub Pages",
            Site::Frame => "A frame, on any site",
        }
    }

    /// What is done once for the whole site, after the built site of Entente has been copied into it: where the
    /// folder `entente/` goes, and what loads the script. Nothing where nothing is to be done.
    pub fn set_up(self) -> Option<Piece> {
        let (place, text) = match self {
            Site::Html | Site::Element | Site::Frame => return None,
            Site::MdBook => (
                "Copy the site into src/entente/, and put this into theme/head.hbs:",
                r#"<script src="{{ path_to_root }}entente/embed/entente.js" defer></script>"#,
            ),
            Site::Docusaurus => (
                "Copy the site into static/entente/, and add to docusaurus.config.js:",
                "scripts: [{ src: `${baseUrl}entente/embed/entente.js`, defer: true }],",
            ),
            Site::MkDocs => (
                "Copy the site into docs/entente/, and add to mkdocs.yml:",
                "markdown_extensions:
  - pymdownx.highlight
  - pymdownx.superfences:
      custom_fences:
        - name: entente
          class: entente
          format: !!python/name:pymdownx.superfences.fence_code_format
extra_javascript:
  - entente/embed/entente.js",
            ),
            Site::Hugo => (
                "Copy the site into static/entente/, and add to the head of your base template:",
                r#"<script src="{{ "entente/embed/entente.js" | relURL }}" defer></script>"#,
            ),
            Site::Jekyll => (
                "Copy the site into entente/, and add to _includes/head.html:",
                r#"<script src="{{ '/entente/embed/entente.js' | relative_url }}" defer></script>"#,
            ),
            Site::DocFx => (
                "Copy the site into entente/, name it among the resources in docfx.json, and add to partials/head.tmpl.partial of your template:",
                r#"<script src="{{_rel}}entente/embed/entente.js" defer></script>"#,
            ),
            Site::GitHubPages => (
                "Copy the site into entente/, and add to _includes/head-custom.html:",
                r#"<script src="{{ '/entente/embed/entente.js' | relative_url }}" defer></script>"#,
            ),
        };
        Some(Piece { place, text: text.to_string() })
    }

    /// Whether the answers stand in the page as a table as well.
    pub fn takes_table(self) -> bool {
        self == Site::Element
    }

    /// What goes into the page where the example is to stand.
    pub fn in_the_page(self, example: &Example<'_>) -> Vec<Piece> {
        match self {
            Site::Html => vec![Piece {
                place: "Copy the site into entente/ beside the page, and put this where the example is to stand:",
                text: format!(
                    "<pre><code class=\"language-{LANGUAGE}\">{}</code></pre>\n<script src=\"{FOLDER}{LOADER}\" defer></script>",
                    escaped(example.block)
                ),
            }],
            // No line is empty and the first is a `div`, so that Markdown lets it through in one piece.
            Site::Element => vec![Piece {
                place: "Copy the site into entente/ beside the page, and put this where the example is to stand:",
                text: format!(
                    "<div>\n<script type=\"module\" src=\"{FOLDER}{ELEMENT}\"></script>\n<entente-playground scenario=\"\n{}\n\">\n{}</entente-playground>\n</div>",
                    escaped(example.block.trim()).replace('"', "&quot;"),
                    example.table
                ),
            }],
            Site::Frame => vec![Piece {
                place: "Put this where the example is to stand; it shows the site of Entente itself:",
                text: format!(
                    "<iframe src=\"{}{FRAME}#{}\" title=\"{}\" loading=\"lazy\" width=\"100%\" height=\"620\"></iframe>",
                    example.page,
                    example.fragment,
                    escaped(example.title).replace('"', "&quot;")
                ),
            }],
            _ => vec![Piece {
                place: "In any page:",
                text: format!("```{LANGUAGE}\n{}\n```", example.block.trim_end()),
            }],
        }
    }
}

/// Text as it is written in HTML; in attributes, quotes as well.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A value as YAML writes it: words without quotes where they can be nothing else.
fn scalar(value: &Value) -> String {
    let is_plain = |text: &&str| {
        text.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && text.ends_with(|letter: char| letter.is_ascii_alphanumeric())
            && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == ' ')
            && !["true", "false", "null", "yes", "no", "on", "off"]
                .contains(&text.to_ascii_lowercase().as_str())
    };
    value.as_str().filter(is_plain).map_or_else(|| value.to_string(), String::from)
}

/// A link as Markdown writes it.
pub fn markdown_link(title: &str, address: &str) -> String {
    let mut words = String::new();
    for letter in title.chars() {
        if matches!(letter, '[' | ']' | '\\' | '`' | '*' | '_' | '<' | '>') {
            words.push('\\');
        }
        words.push(if letter == '\n' { ' ' } else { letter });
    }
    format!("[{}]({address})", if words.is_empty() { "A scenario" } else { words.as_str() })
}

/// The text of a fenced block that shows what is shared: what differs from the scenario of the gallery that the work
/// started from, or else the whole document. Its baseline is no part of it.
pub fn block(shared: &Shared, origin: Option<&str>) -> String {
    let view = view_of(&shared.scenario, &shared.view);
    if let Some(entry) = origin.and_then(Entry::find)
        && let Some(text) = from_gallery(&shared.scenario, entry, &view)
        && block::read(&text).is_ok_and(|read| read.shared.scenario == shared.scenario)
    {
        return text;
    }
    let text = document::to_text(&shared.scenario);
    let Ok(Value::Object(mut document)) = serde_json::from_str(&text) else { return text };
    document.insert("view".into(), Value::Object(view));
    format!("{:#}", Value::Object(document))
}

/// How it is looked at, in names where they are nobody else’s. What there is not is left out.
fn view_of(scenario: &Scenario, view: &SharedView) -> Map<String, Value> {
    let mut words = Map::new();
    let (Some(home), Some(resource)) =
        (scenario.tenants.get(view.home), scenario.tenants.get(1 - view.home.min(1)))
    else {
        return words;
    };
    words.insert("direction".into(), format!("{} to {}", home.display_name, resource.display_name).into());
    words.insert("feature".into(), view.feature.as_str().into());
    let Some((user, application)) = &view.cell else { return words };
    let names = match user {
        Subject::User(id) => {
            let name = home.directory.user(id).map(|user| user.display_name.clone());
            [name, Some(id.as_str().to_string())]
        }
        _ => [Some("anyone".to_string()), None],
    };
    let user = names.into_iter().flatten().find(|name| naming::user(home, name).as_ref() == Some(user));
    let names = match application {
        Resource::Application(id) => {
            let name = resource.directory.application(id).map(|application| application.display_name.clone());
            [name, Some(id.as_str().to_string())]
        }
        other => [other.write().as_str().map(String::from), None],
    };
    let application = names
        .into_iter()
        .flatten()
        .find(|name| naming::application(resource, name).as_ref() == Some(application));
    if let (Some(user), Some(application)) = (user, application) {
        words.insert("user".into(), user.into());
        words.insert("application".into(), application.into());
    }
    words
}

fn from_gallery(scenario: &Scenario, entry: &'static Entry, view: &Map<String, Value>) -> Option<String> {
    let start = entry.scenario();
    let mut text = format!("from: {}\n", entry.id);
    if scenario.title != start.title {
        text += &format!("title: {}\n", scalar(&scenario.title.as_str().into()));
    }
    if scenario.story != start.story {
        text += &format!("story: {}\n", Value::from(scenario.story.as_str()));
    }
    let mut changed = String::new();
    for change in changes::between(&start.write(), &scenario.write()).as_array()? {
        match change.as_array()?.as_slice() {
            [path, _] if path == "/title" || path == "/story" => {}
            [path, value] => changed += &format!("  {path}: {value}\n"),
            _ => return None,
        }
    }
    if !changed.is_empty() {
        text += "changes:\n";
        text += &changed;
    }
    text += "view:\n";
    for (key, value) in
        ["direction", "user", "application", "feature"].iter().filter_map(|key| view.get_key_value(*key))
    {
        text += &format!("  {key}: {}\n", scalar(value));
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gallery::ENTRIES;

    fn shared(entry: &Entry) -> Shared {
        let scenario = entry.scenario();
        let first = entry.first_view();
        let cell = first.cell(&scenario);
        let view = SharedView { home: first.home, feature: first.feature, cell, ..SharedView::default() };
        Shared { scenario, baseline: None, view }
    }

    #[test]
    fn a_block_says_what_differs_and_reads_as_what_is_shared() {
        for entry in ENTRIES {
            let mut shared = shared(entry);
            let as_it_is = block(&shared, Some(entry.id));
            assert!(as_it_is.starts_with(&format!("from: {}\n", entry.id)), "{as_it_is}");
            let read = block::read(&as_it_is).unwrap();
            assert_eq!(read.shared, shared, "{}", entry.id);

            shared.scenario.title = "\"Mine\": a # title".into();
            let text = block(&shared, Some(entry.id));
            assert!(text.len() < 700, "{text}");
            assert_eq!(block::read(&text).unwrap().shared, shared, "{text}");
        }
    }

    #[test]
    fn a_scenario_of_ones_own_is_written_whole() {
        let mut shared = shared(ENTRIES[0]);
        shared.scenario.tenants.reverse();
        for origin in [None, Some("no-such")] {
            let text = block(&shared, origin);
            assert!(text.starts_with('{'));
            assert_eq!(block::read(&text).unwrap().shared.scenario, shared.scenario);
        }
    }

    #[test]
    fn every_site_has_the_example_and_what_loads_it() {
        let example = Example {
            block: "from: example-2\ntitle: \"a < b\"\n",
            table: "<table></table>\n",
            fragment: "1.abc",
            title: "A \"b\"",
            page: "/entente/",
        };
        for site in Site::ALL {
            let mut all: String =
                site.in_the_page(&example).iter().map(|piece| piece.text.as_str()).collect();
            all += &site.set_up().map(|piece| piece.text).unwrap_or_default();
            if site == Site::Frame {
                assert!(
                    all.contains("src=\"/entente/embed/frame.html#1.abc\" title=\"A &quot;b&quot;\""),
                    "{all}"
                );
            } else {
                let script = if site == Site::Element { ELEMENT } else { LOADER };
                assert!(all.contains(&format!("entente/{script}")), "{all}");
                assert!(all.contains("from: example-2"), "{all}");
            }
            assert_eq!(all.contains("<table>"), site.takes_table());
        }
        assert!(Site::Html.in_the_page(&example)[0].text.contains("\"a &lt; b\""));
        let element = &Site::Element.in_the_page(&example)[0].text;
        assert!(
            element.contains("title: &quot;a &lt; b&quot;\n\">\n<table>") && !element.contains("\n\n"),
            "{element}"
        );
    }

    #[test]
    fn a_title_cannot_leave_its_markdown_link() {
        assert_eq!(
            markdown_link("A [b](c)\n*d*", "https://e/#1.f"),
            "[A \\[b\\](c) \\*d\\*](https://e/#1.f)"
        );
        assert_eq!(markdown_link("", "x"), "[A scenario](x)");
    }
}
