//! Lists in `html!` have keys: without them Yew takes one item for another when the list changes.
//!
//! A textual check. It follows a list to where its items are made: in place, in a variable of the same file,
//! or in a function of any file. Every element made there has to have a `key`.

use super::{assert_none, read, rust_sources};

/// A list in `html!`: the line it starts in and the text that gives its items.
struct List {
    line: usize,
    items: String,
}

/// `{ for items }` and `for pattern in items { … }`.
fn lists(source: &str) -> Vec<List> {
    let mut found = Vec::new();
    for (at, text) in blocks(source, "html!") {
        for (inner, _) in text.match_indices("for ") {
            let before = text[..inner].trim_end();
            if !before.ends_with(['{', '}', '>', '(']) {
                continue;
            }
            let rest = &text[inner + "for ".len()..];
            let items = if before.ends_with('{') && !starts_with_pattern_in(rest) {
                balanced(&text[before.len() - 1..]).unwrap_or(rest)
            } else if let Some(body) = starts_with_pattern_in(rest).then(|| rest.find('{')).flatten() {
                // The elements stand right in the body, as in a nested `html!`.
                &format!("html! {{{}}}", balanced(&rest[body..]).unwrap_or(rest))
            } else {
                continue;
            };
            let line = source[..at + inner].matches('\n').count() + 1;
            if found.iter().all(|list: &List| list.line != line || list.items != items) {
                found.push(List { line, items: items.to_owned() });
            }
        }
    }
    found
}

/// Whether `for …` goes on as `pattern in …`.
fn starts_with_pattern_in(rest: &str) -> bool {
    let header = rest.split(['{', ';', '.']).next().unwrap_or_default();
    header.contains(" in ")
}

/// Every `word { … }` or `word ( … )` in the text: where its inside starts, and the inside.
fn blocks<'a>(text: &'a str, word: &str) -> Vec<(usize, &'a str)> {
    text.match_indices(word)
        .filter_map(|(at, _)| {
            let open = at + word.len() + text[at + word.len()..].find(['{', '('])?;
            (text[at + word.len()..open].trim().is_empty()).then_some(())?;
            Some((open + 1, balanced(&text[open..])?))
        })
        .collect()
}

/// The inside of the bracket that `text` starts with.
fn balanced(text: &str) -> Option<&str> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' | '(' | '[' if !quoted => depth += 1,
            '}' | ')' | ']' if !quoted => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return text.get(1..at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The first elements of the `html!` blocks that make the items: in `items` itself, or where a name in it
/// is given its value.
fn first_elements(sources: Sources<'_>, items: &str, depth: usize) -> Vec<String> {
    let made: Vec<String> = blocks(items, "html!")
        .into_iter()
        .map(|(_, inside)| inside.trim_start())
        .filter(|inside| inside.starts_with('<'))
        .map(opening_tag)
        .collect();
    if !made.is_empty() || depth == 0 {
        return made.into_iter().take(1).collect();
    }
    let names = items.split(|character: char| !character.is_alphanumeric() && character != '_');
    names
        .filter(|name| name.len() > 1)
        .flat_map(|name| definitions(sources, items, name))
        .find_map(|definition| {
            let made = first_elements(sources, definition, depth - 1);
            (!made.is_empty()).then_some(made)
        })
        .unwrap_or_default()
}

/// An opening tag up to its end; a `>` inside of an attribute's value does not count.
fn opening_tag(text: &str) -> String {
    let mut depth = 0usize;
    let end = text.char_indices().find(|(at, character)| {
        match character {
            '{' | '(' => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            '>' if depth == 0 => return !text[..*at].ends_with('='),
            _ => {}
        }
        false
    });
    end.map_or(text, |(at, _)| &text[..at]).to_owned()
}

/// The file that is checked, and every file whose functions it may call.
#[derive(Clone, Copy)]
struct Sources<'a> {
    own: &'a str,
    all: &'a str,
}

/// Where `name` in `text` gets its value: a variable of this file, what is pushed on it, or a function.
fn definitions<'a>(sources: Sources<'a>, text: &str, name: &str) -> Vec<&'a str> {
    let source = sources.own;
    let mut found = Vec::new();
    for start in [
        format!("let {name} "),
        format!("let {name}:"),
        format!("let mut {name} "),
        format!("let mut {name}:"),
    ] {
        found.extend(source.match_indices(&start).map(|(at, _)| statement(&source[at..])));
    }
    for start in [format!("{name}.push("), format!("{name}.extend(")] {
        found.extend(source.match_indices(&start).map(|(at, _)| statement(&source[at..])));
    }
    // A function is called, or handed over whole; `.name` is a field or a method.
    let used = text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        !before.ends_with(['.', '_'])
            && (after.starts_with('(') || (before.ends_with('(') && after.starts_with(')')))
    });
    if used {
        for (at, _) in sources.all.match_indices(&format!("fn {name}(")) {
            let body = sources.all[at..].find('{').and_then(|open| balanced(&sources.all[at + open..]));
            found.extend(body);
        }
    }
    found
}

/// Up to the semicolon that ends the statement.
fn statement(text: &str) -> &str {
    let mut depth = 0usize;
    let end = text.char_indices().find(|(_, character)| {
        match character {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth = depth.saturating_sub(1),
            ';' => return depth == 0,
            _ => {}
        }
        false
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn is_keyed(tag: &str) -> bool {
    tag.split(|character: char| character.is_whitespace() || character == '{')
        .any(|word| word.starts_with("key="))
        || tag.contains("{key}")
}

/// The lists of a source whose elements have no key.
fn unkeyed(sources: Sources<'_>) -> Vec<usize> {
    lists(sources.own)
        .into_iter()
        .filter(|list| first_elements(sources, &list.items, 3).iter().any(|tag| !is_keyed(tag)))
        .map(|list| list.line)
        .collect()
}

#[test]
fn lists_in_html_have_keys() {
    let all: String = rust_sources("web").iter().map(read).collect();
    let complaints: Vec<String> = rust_sources("web")
        .into_iter()
        .flat_map(|path| {
            let lines = unkeyed(Sources { own: &read(&path), all: &all });
            lines.into_iter().map(move |line| format!("{}:{line}", path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert_none(&complaints, "the elements of a list in html! have keys");
}

#[test]
fn a_list_without_keys_is_found() {
    let keyed = [
        "html! { <ul>{ for xs.iter().map(|x| html! { <li key={x.id}>{ x }</li> }) }</ul> }",
        "let items = xs.iter().map(|x| html! { <li key={x}/> });\nhtml! { <ul>{ for items }</ul> }",
        "fn item() -> Html { html! { <li {key}/> } }\nfn list() { html! { <ul>{ for xs.map(item) }</ul> } }",
        "html! { <ul>for x in xs { <li key={x}/> }</ul> }",
        "html! { <p>{ \"for once\" }</p> }",
        "html! { <ul>{ for xs.iter().map(|x| html! { <li onclick={move |_| x > 1} key={x}/> }) }</ul> }",
    ];
    for source in keyed {
        assert_eq!(unkeyed(Sources { own: source, all: source }), [0; 0], "{source}");
    }
    for source in keyed.iter().filter(|source| source.contains("key")) {
        let without = source.replace("key=", "id=").replace("{key}", "");
        assert_eq!(unkeyed(Sources { own: &without, all: &without }).len(), 1, "{without}");
    }
}
