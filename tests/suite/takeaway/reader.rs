//! Small readers of the languages that changes are written in: what text stands in a file, and what is around it.

use serde_json::Value;

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Method, address and body of each request.
    pub(super) requests: Vec<(String, String, Value)>,
    /// The texts, as the language understands them.
    pub(super) texts: Vec<String>,
    /// Everything else but comments, with a mark for each text.
    pub(super) skeleton: String,
}

const MARK: char = '§';

fn is_comment(line: &str) -> bool {
    line.starts_with('#') && !line.starts_with("###")
}

fn body(text: &str) -> Value {
    if text.trim().is_empty() { Value::Null } else { serde_json::from_str(text).unwrap() }
}

/// The lines of a file as its language counts them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r'])
}

/// A file of requests: `###` between them, comments, a line with method and address, heads, an empty line, the body.
pub(super) fn http(file: &str) -> Read {
    let mut read = Read::default();
    assert_eq!(file.matches("{{").count(), file.matches("Bearer {{token}}").count(), "{file}");
    let mut parts = vec![Vec::new()];
    for line in lines(file) {
        if line.starts_with("###") {
            parts.push(Vec::new());
        } else if !is_comment(line) {
            parts.last_mut().unwrap().push(line);
        }
    }
    assert!(parts.remove(0).iter().all(|line| line.is_empty()));
    for part in parts {
        let part: Vec<&str> = part.into_iter().skip_while(|line| line.is_empty()).collect();
        let mut first = part[0].split(' ');
        let (method, url) = (first.next().unwrap(), first.next().unwrap());
        assert_eq!(first.collect::<Vec<_>>(), ["HTTP/1.1"]);
        let empty = part.iter().position(|line| line.is_empty()).unwrap();
        read.skeleton.push_str(&part[1..empty].join("\n"));
        let text = part[empty..].join("\n");
        assert!(text.is_ascii());
        read.requests.push((method.into(), url.into(), body(&text)));
    }
    read
}

/// The code of a script without comments, which are whole lines.
fn code(file: &str) -> String {
    let code: Vec<&str> = lines(file).filter(|line| !is_comment(line)).collect();
    code.join("\n")
}

/// PowerShell: strings between single quotes, joined with characters by their numbers, and strings of several lines.
pub(super) fn powershell(file: &str) -> Read {
    let mut read = Read::default();
    let code = code(file);
    assert!(code.is_ascii(), "{code}");
    let mut rest = code.as_str();
    let mut bodies = Vec::new();
    while let Some(first) = rest.chars().next() {
        if let Some(inner) = rest.strip_prefix("@'\n") {
            let (text, after) = inner.split_once("\n'@").unwrap();
            bodies.push(text.to_owned());
            read.skeleton.push('¶');
            rest = after;
        } else if let Some((text, after)) = joined(rest) {
            read.texts.push(text);
            read.skeleton.push(MARK);
            rest = after;
        } else if first == '\'' {
            let (text, after) = single_quoted(rest);
            read.texts.push(text);
            read.skeleton.push(MARK);
            rest = after;
        } else {
            assert!(!matches!(first, '"' | '`'), "{rest}");
            read.skeleton.push(first);
            rest = &rest[1..];
        }
    }
    // Each request names its address, has a body or none, and is sent by its method.
    let mut bodies = bodies.into_iter();
    let urls = read.texts.iter().filter(|text| text.starts_with("https://graph"));
    let sent: Vec<&str> = read.skeleton.split("Invoke-MgGraphRequest -Method ").skip(1).collect();
    read.requests = sent
        .into_iter()
        .zip(urls)
        .map(|(sent, url)| {
            let method = sent.split(' ').next().unwrap();
            let has_body = sent.lines().next().unwrap().contains("-Body");
            let text = if has_body { bodies.next().unwrap() } else { String::new() };
            (method.into(), url.clone(), body(&text))
        })
        .collect();
    read
}

fn single_quoted(text: &str) -> (String, &str) {
    let mut read = String::new();
    let mut rest = text.strip_prefix('\'').unwrap();
    loop {
        let (part, after) = rest.split_once('\'').unwrap();
        read.push_str(part);
        match after.strip_prefix('\'') {
            Some(after) => {
                read.push('\'');
                rest = after;
            }
            None => return (read, after),
        }
    }
}

/// A text made of strings and characters in brackets; a bracket around one string is that of a call or a list.
fn joined(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('(').filter(|rest| rest.starts_with('\''))?;
    let mut units = Vec::new();
    let mut parts = 0;
    loop {
        if let Some(number) = rest.strip_prefix("[char]0x") {
            units.push(u16::from_str_radix(&number[..4], 16).unwrap());
            rest = &number[4..];
        } else {
            let (text, after) = single_quoted(rest);
            units.extend(text.encode_utf16());
            rest = after;
        }
        parts += 1;
        match rest.strip_prefix(" + ") {
            Some(after) => rest = after,
            None if parts == 1 => return None,
            None => return Some((String::from_utf16(&units).unwrap(), rest.strip_prefix(')').unwrap())),
        }
    }
}

/// A POSIX shell: words between single quotes, and documents between quoted marks.
pub(super) fn shell(file: &str) -> Read {
    let mut read = Read::default();
    let file = code(file);
    let mut document: Option<String> = None;
    let mut text = String::new();
    let mut kept = String::new();
    let mut bodies = Vec::new();
    for line in file.split('\n') {
        match &mut document {
            Some(lines) if line == "JSON" => {
                bodies.push(std::mem::take(lines));
                document = None;
            }
            Some(lines) => lines.push_str(&format!("{line}\n")),
            None => {
                kept.push_str(&format!("{line}\n"));
                if line.ends_with("<<'JSON'") {
                    document = Some(String::new());
                }
            }
        }
    }
    let mut in_quotes = false;
    let mut characters = kept.chars();
    while let Some(character) = characters.next() {
        match (character, in_quotes) {
            ('\\', false) => read.skeleton.extend(['\\', characters.next().unwrap()]),
            ('\'', _) => {
                if in_quotes {
                    read.texts.push(std::mem::take(&mut text));
                    read.skeleton.push(MARK);
                }
                in_quotes = !in_quotes;
            }
            (_, true) => text.push(character),
            (_, false) => read.skeleton.push(character),
        }
    }
    assert!(!in_quotes && document.is_none(), "{file}");
    // A quote within a word stands between its parts: 'it'\''s'.
    while let Some(at) = read.skeleton.find("§\\'§") {
        let count = read.skeleton[..at].matches(MARK).count();
        let second = read.texts.remove(count + 1);
        read.texts[count].push_str(&format!("'{second}"));
        read.skeleton.replace_range(at..at + "§\\'§".len(), "§");
    }
    let mut bodies = bodies.into_iter();
    let mut urls = read.texts.iter().filter(|text| text.starts_with("https://graph"));
    for line in read.skeleton.lines().filter(|line| line.starts_with("az rest ")) {
        let method = line.split(' ').nth(3).unwrap().to_uppercase();
        let text = if line.contains("--body") { bodies.next().unwrap() } else { String::new() };
        read.requests.push((method, urls.next().unwrap().clone(), body(&text)));
    }
    read
}

/// HCL: strings between double quotes, in which a brace after a dollar or percent sign begins a template.
pub(super) fn hcl(file: &str) -> Read {
    let mut read = Read::default();
    let code: Vec<&str> = lines(file).filter(|line| !is_comment(line)).collect();
    let code = code.join("\n");
    let mut rest = code.as_str();
    while let Some(first) = rest.chars().next() {
        if first == '"' {
            let (text, after) = double_quoted(rest);
            read.texts.push(text);
            read.skeleton.push(MARK);
            rest = after;
        } else {
            assert!(first.is_ascii() && !rest.starts_with("<<"), "{rest}");
            read.skeleton.push(first);
            rest = &rest[1..];
        }
    }
    read
}

fn double_quoted(text: &str) -> (String, &str) {
    let mut read = String::new();
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (read, &text[at + 1..]),
            '\\' => {
                let (at, escaped) = characters.next().unwrap();
                if escaped == 'u' {
                    let number = u32::from_str_radix(&text[at + 1..at + 5], 16).unwrap();
                    read.push(char::from_u32(number).unwrap());
                    characters.by_ref().take(4).for_each(drop);
                } else {
                    assert!(matches!(escaped, '"' | '\\'), "\\{escaped}");
                    read.push(escaped);
                }
            }
            '$' | '%' => {
                assert_ne!(characters.peek().map(|(_, next)| *next), Some('{'), "a template in {text}");
                read.push(character);
            }
            _ => {
                assert!(!character.is_control(), "{text}");
                read.push(character);
            }
        }
    }
    panic!("a string without an end: {text}")
}

/// Terraform’s generic provider: blocks that are requests.
pub(super) fn msgraph(file: &str) -> Read {
    let code: Vec<&str> = lines(file).filter(|line| !is_comment(line)).collect();
    let code = code.join("\n");
    let mut read = hcl(file);
    for block in code.split("\nresource ").skip(1) {
        let value = |name: &str| {
            let start = block.find(&format!("  {name} = "))? + name.len() + 5;
            Some(hcl_value(&block[start..]).0)
        };
        let text = |name: &str| value(name).map(|value| value.as_str().unwrap().to_owned());
        let path = text("resource_url").or_else(|| text("url")).unwrap();
        let version = text("api_version").unwrap_or("v1.0".into());
        let url = format!("https://graph.microsoft.com/{version}/{path}");
        read.requests.push((
            text("method").unwrap_or("PATCH".into()),
            url,
            value("body").unwrap_or_default(),
        ));
    }
    // What is deeper stands in bodies, which are compared, and has names of people as names of properties.
    let is_shallow = |line: &&str| !line.starts_with("    ");
    read.skeleton = read.skeleton.lines().filter(is_shallow).collect();
    read
}

fn hcl_value(text: &str) -> (Value, &str) {
    let text = text.trim_start();
    if text.starts_with('"') {
        let (read, rest) = double_quoted(text);
        return (read.into(), rest);
    }
    if let Some(mut rest) = text.strip_prefix('[') {
        let mut items = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(rest) = rest.strip_prefix(']') {
                return (items.into(), rest);
            }
            let (item, after) = hcl_value(rest);
            items.push(item);
            rest = after.trim_start().strip_prefix(',').unwrap();
        }
    }
    if let Some(mut rest) = text.strip_prefix('{') {
        let mut pairs = Vec::new();
        loop {
            rest = rest.trim_start();
            if let Some(rest) = rest.strip_prefix('}') {
                return (super::quoting::object(pairs), rest);
            }
            let (name, after) = if rest.starts_with('"') {
                double_quoted(rest)
            } else {
                let end = rest.find(' ').unwrap();
                (rest[..end].to_owned(), &rest[end..])
            };
            let (value, after) = hcl_value(after.strip_prefix(" = ").unwrap());
            pairs.push((name, value));
            rest = after;
        }
    }
    let end = text.find(['\n', ',', '}', ']']).unwrap();
    (serde_json::from_str(&text[..end]).unwrap(), &text[end..])
}
