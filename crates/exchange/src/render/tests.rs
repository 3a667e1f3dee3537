use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::{Feature, Matrix, Scenario};

use super::{Sheet, Theme, csv, markdown, narrow_svg, page, svg, tables};
use crate::gallery::Entry;

fn sheets(scenario: &Scenario) -> Vec<Sheet> {
    let [one, other] = [0, 1].map(|at| scenario.tenants[at].id.clone());
    let ways = [(&other, &one), (&one, &other)];
    let matrices =
        ways.map(|(home, resource)| Matrix::new(scenario, home, resource, Feature::B2bDirectConnect));
    matrices.iter().map(|matrix| Sheet::of(scenario, matrix)).collect()
}

fn example() -> Scenario {
    Entry::find("example-2").unwrap().scenario()
}

/// Names as somebody would choose them who means harm.
fn hostile() -> Scenario {
    let mut scenario = example();
    let name = |what: &str| alloc::format!("\"'><script>{what}</script>|`*_<!--\u{1}\n&amp;=1+2]]>");
    scenario.title = name("title");
    for tenant in &mut scenario.tenants {
        let tenant = Arc::make_mut(tenant);
        tenant.display_name = name("tenant");
        let directory = tenant.directory.edit();
        directory.users.iter_mut().for_each(|user| user.display_name = name("=user"));
        directory.groups.iter_mut().for_each(|group| group.display_name = name("group"));
        directory
            .applications
            .iter_mut()
            .for_each(|application| application.display_name = name("application"));
    }
    scenario
}

/// The elements of a text of ours, by their names; anything else between angle brackets stops the test.
fn elements(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for part in text.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        assert!(!words.contains('>') && !tag.contains('\u{1}'), "{part}");
        let name = tag.split([' ', '\n']).next().unwrap();
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed));
        } else {
            assert!(name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '!'), "{tag}");
            // Quotes come in pairs, so no value has ended early.
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            found.push(name.into());
            if !tag.ends_with('/') && !["meta", "!doctype"].contains(&name) {
                open.push(name.into());
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    found
}

#[test]
fn tables_are_read_by_everybody() {
    let text = tables(&sheets(&example()));
    for words in [
        "<caption><strong>Fabrikam → Contoso, B2B direct connect</strong> Open for Marketing.",
        "<th scope=\"col\">Who</th>",
        "<th scope=\"row\">Marketing <small>3 people alike</small></th>",
        "<td class=\"allowed\"><span aria-hidden=\"true\">✓</span> Yes</td>",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    for forbidden in ["style", "<script", "http", "src="] {
        assert!(!text.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn a_picture_says_what_it_shows_and_needs_nothing() {
    let scenario = example();
    let auto = svg(&scenario.title, &sheets(&scenario), Theme::Auto);
    assert!(auto.contains("role=\"img\"") && auto.contains("<title id="), "{auto}");
    assert!(auto.contains("Marketing (3 people alike): Teams shared channel"), "{auto}");
    assert!(auto.contains("prefers-color-scheme: dark"));
    for theme in [Theme::Light, Theme::Dark] {
        let text = svg(&scenario.title, &sheets(&scenario), theme);
        assert!(!text.contains("style") && !text.contains("class="), "{text}");
        assert!(!text.replace("http://www.w3.org/2000/svg", "").contains("http"));
    }
    assert_ne!(svg("", &sheets(&scenario), Theme::Light), svg("", &sheets(&scenario), Theme::Dark));
}

/// What stands behind a word and `="` in a text, wherever that is, as numbers.
fn numbers(text: &str, word: &str) -> Vec<u32> {
    let word = alloc::format!(" {word}=\"");
    text.split(word.as_str()).skip(1).filter_map(|rest| rest.split('"').next()?.parse().ok()).collect()
}

#[test]
fn a_narrow_picture_is_read_at_350_pixels() {
    for scenario in [example(), hostile()] {
        let text = narrow_svg(&scenario.title, &sheets(&scenario), Theme::Auto);
        let width = numbers(&text, "width")[0];
        let smallest = *numbers(&text, "font-size").iter().min().unwrap();
        assert!(f64::from(smallest) * 350.0 / f64::from(width.max(350)) >= 11.0, "{smallest} of {width}");
        assert!(numbers(&text, "x").iter().all(|x| *x < width), "{text}");
        assert!(!elements(&text).is_empty());
    }
    let text = narrow_svg("", &sheets(&example()), Theme::Light);
    for words in [">Fabrikam’s outbound<", ">Marketing<", ">3 people alike<", ">Yes<"] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn names_are_never_markup() {
    let scenario = hostile();
    let sheets = sheets(&scenario);
    for text in [tables(&sheets), page(&scenario.title, &sheets), svg(&scenario.title, &sheets, Theme::Auto)]
        .into_iter()
        .chain([narrow_svg(&scenario.title, &sheets, Theme::Auto)])
    {
        let known = [
            "div", "table", "caption", "strong", "thead", "tbody", "tr", "th", "td", "small", "span", "html",
            "head", "meta", "title", "style", "body", "h1", "!doctype", "svg", "desc", "rect", "text",
            "circle",
        ];
        let others: Vec<String> =
            elements(&text).into_iter().filter(|name| !known.contains(&name.as_str())).collect();
        assert!(others.is_empty(), "{others:?}");
    }
    let text = markdown(&scenario.title, &sheets);
    assert!(!text.contains("<script") && !text.contains("'>"), "{text}");
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
    assert!(
        lines.windows(3).any(|lines| lines.iter().all(|line| columns(line) == columns(lines[0]))),
        "{text}"
    );
}

#[test]
fn a_list_has_a_line_for_each_person_and_application() {
    let scenario = example();
    let sheets = sheets(&scenario);
    let text = csv(&sheets[..1]);
    let people = scenario.tenants[1].directory.users.len() + 1;
    let applications = scenario.tenants[0].directory.applications.len() + 2;
    assert_eq!(text.lines().count(), 1 + people * applications);
    let mut scenario = scenario;
    let tenant = Arc::make_mut(&mut scenario.tenants[1]);
    tenant.directory.edit().users.get_mut(0).unwrap().display_name = "=cmd|\"x\"".into();
    let [one, other] = [0, 1].map(|at| scenario.tenants[at].id.clone());
    let matrix = Matrix::new(&scenario, &other, &one, Feature::B2bDirectConnect);
    let text = csv(&[Sheet::of(&scenario, &matrix)]);
    assert!(text.contains("\"'=cmd|\"\"x\"\"\""), "{text}");
}

#[test]
fn nobody_and_nothing_can_be_shown() {
    let mut scenario = example();
    for tenant in &mut scenario.tenants {
        Arc::make_mut(tenant).directory = Default::default();
    }
    for text in
        [svg("", &sheets(&scenario), Theme::Auto), page("", &sheets(&scenario)), svg("", &[], Theme::Dark)]
            .into_iter()
            .chain([narrow_svg("", &sheets(&scenario), Theme::Auto), narrow_svg("", &[], Theme::Dark)])
    {
        assert!(!elements(&text).is_empty());
    }
}
