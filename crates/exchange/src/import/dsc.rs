//! Configuration text of Microsoft365DSC: the blocks about cross-tenant access, with the instances within them.
//!
//! Only values that stand there are read. An expression is not evaluated: a property that has one is left out.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::blocks::{self, START, comments, next_block};
use super::json::Broken;
use super::limits::{MAX_DEPTH, MAX_VALUES};
use super::remark::Remark;
use super::resource;
use super::tree::{Data, Member, Node};

/// Whether a text holds such blocks.
pub(super) fn is_one(text: &str) -> bool {
    !text.trim_start().starts_with(['{', '[', '<'])
        && text.contains(START)
        && next_block(text, &comments(text), 0).is_some()
}

/// The blocks, each as an object with `resourceType` and `properties`.
pub(super) fn read(text: &str) -> Result<(Node, Vec<(usize, Remark)>), Broken> {
    let mut reader = Reader { text, at: 0, depth: 0, values: 0, is_open: false, remarks: Vec::new() };
    let mut items = Vec::new();
    let comments = comments(text);
    while let Some((at, name)) = next_block(text, &comments, reader.at) {
        reader.at = at.saturating_add(name.len());
        reader.title();
        let properties_at = reader.at;
        let properties = reader.block()?;
        items.push(Node::new(
            at,
            Data::Object(alloc::vec![
                Member::new("resourceType", Node::text_at(at, name)),
                Member::new("properties", Node::new(properties_at, Data::Object(properties))),
            ]),
        ));
    }
    Ok((Node::new(0, Data::List(items)), reader.remarks))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    values: usize,
    /// An expression stands in the setting that is being read.
    is_open: bool,
    remarks: Vec<(usize, Remark)>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.skip(text.len());
        }
        found
    }

    /// Steps over space, comments, and what separates properties.
    fn space(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed =
                rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, ';' | '`'));
            self.skip(rest.len().saturating_sub(trimmed.len()));
            if let Some(comment) = trimmed.strip_prefix("<#") {
                self.skip(comment.find("#>").map_or(trimmed.len(), |end| end.saturating_add(4)));
            } else if trimmed.starts_with('#') {
                self.skip(trimmed.find('\n').unwrap_or(trimmed.len()));
            } else {
                return;
            }
        }
    }

    /// Steps over the name of a block.
    fn title(&mut self) {
        let length = blocks::title(self.rest()).unwrap_or_default();
        self.skip(length);
    }

    fn found(&self) -> String {
        self.peek().map_or_else(|| "the end of the text".into(), |letter| format!("`{letter}`"))
    }

    fn broken<T>(&self, at: usize, what: impl Into<String>) -> Result<T, Broken> {
        Err(Broken { at, what: what.into() })
    }

    /// `{ Name = value; … }`
    fn block(&mut self) -> Result<Vec<Member>, Broken> {
        let start = self.at;
        if self.depth >= MAX_DEPTH {
            return self.broken(start, format!("more than {MAX_DEPTH} instances stand in one another here"));
        }
        if !self.eat("{") {
            return self.broken(start, format!("`{{` belongs here, and this is {}", self.found()));
        }
        self.depth = self.depth.saturating_add(1);
        let mut members = Vec::new();
        loop {
            self.space();
            if self.eat("}") {
                self.depth = self.depth.saturating_sub(1);
                return Ok(members);
            }
            let at = self.at;
            let name = self.name();
            if name.is_empty() {
                let what = match self.peek() {
                    None => "the text ends before the `}` of the block that begins here".to_string(),
                    Some(_) => format!("the name of a property belongs here, and this is {}", self.found()),
                };
                return self.broken(if self.peek().is_none() { start } else { at }, what);
            }
            self.space();
            if !self.eat("=") {
                return self.broken(self.at, format!("`=` belongs here, and this is {}", self.found()));
            }
            self.space();
            let (at, value_at) = (at, self.at);
            let value = self.value()?;
            if self.depth == 1 && core::mem::take(&mut self.is_open) {
                // Of a setting of which a part is unknown, nobody knows what it comes to.
                continue;
            }
            match value {
                Some(node) => members.push(Member::new(name, node)),
                None => {
                    let expression = self.text.get(value_at..self.at).unwrap_or_default().trim();
                    if name.eq_ignore_ascii_case("PartnerTenantId") {
                        // Without it nobody knows whom all of this is about.
                        members.push(Member::new(name, Node::text_at(value_at, expression)));
                    } else if !resource::is_of_tool(name) && !name.eq_ignore_ascii_case("TenantId") {
                        self.remarks.push((at, Remark::Expression(format!("{name} = {expression}"))));
                        self.is_open = self.depth > 1;
                    }
                }
            }
        }
    }

    fn name(&mut self) -> &'a str {
        let rest = self.rest();
        let length =
            rest.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(rest.len());
        self.skip(length);
        rest.get(..length).unwrap_or_default()
    }

    /// A value; nothing for an expression.
    fn value(&mut self) -> Result<Option<Node>, Broken> {
        self.values = self.values.saturating_add(1);
        if self.values > MAX_VALUES {
            return self.broken(self.at, format!("there are more than {MAX_VALUES} values in this file"));
        }
        self.space();
        let at = self.at;
        let data = match self.peek() {
            Some('\'' | '"' | '‘' | '“') => Data::Text(self.quoted()?),
            Some('@') if self.eat("@(") => match self.items()? {
                Some(items) => Data::List(items),
                None => return Ok(None),
            },
            Some('@') if ["@'", "@\""].iter().any(|start| self.rest().starts_with(start)) => {
                Data::Text(self.here()?)
            }
            Some('@') if self.rest().starts_with("@{") => {
                self.skip(1);
                Data::Object(self.block()?)
            }
            Some('$') => return Ok(self.variable(at)),
            Some('(' | '[') => {
                self.expression();
                return Ok(None);
            }
            Some('-')
                if !self.rest().starts_with(|letter: char| letter == '-' || letter.is_ascii_digit()) =>
            {
                self.expression();
                return Ok(None);
            }
            Some(letter) if letter.is_ascii_digit() || letter == '-' => {
                let rest = self.rest();
                let length =
                    rest.find(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '-' | '.')));
                let word = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
                self.skip(word.len());
                serde_json::from_str(word).map_or_else(|_| Data::Text(word.into()), Data::Number)
            }
            Some(letter) if letter.is_alphabetic() => {
                self.name();
                self.space();
                if !self.rest().starts_with('{') {
                    self.expression();
                    return Ok(None);
                }
                Data::Object(self.block()?)
            }
            _ => return self.broken(at, format!("a value belongs here, and this is {}", self.found())),
        };
        Ok(Some(Node::new(at, data)))
    }

    /// `$True`, `$False`, `$null`; anything else is an expression.
    fn variable(&mut self, at: usize) -> Option<Node> {
        self.skip(1);
        let data = match self.name().to_ascii_lowercase().as_str() {
            "true" => Data::Flag(true),
            "false" => Data::Flag(false),
            "null" => Data::Null,
            _ => {
                self.expression();
                return None;
            }
        };
        Some(Node::new(at, data))
    }

    /// Steps over the rest of an expression, with what it has between brackets and quotes.
    fn expression(&mut self) {
        let (mut open, mut quote, mut before) = (0_usize, None, ' ');
        for (at, letter) in self.rest().char_indices() {
            let is_word = !before.is_whitespace();
            before = letter;
            match (letter, quote) {
                ('#', None) if !is_word && open == 0 => return self.skip(at),
                (letter, Some(end)) if letter == end => quote = None,
                (_, Some(_)) => {}
                ('\'' | '"', None) => quote = Some(letter),
                ('(' | '[' | '{', None) => open = open.saturating_add(1),
                (')' | ']' | '}', None) if open > 0 => open = open.saturating_sub(1),
                ('\n' | ';' | '}' | ')' | ',', None) if open == 0 => return self.skip(at),
                _ => {}
            }
        }
        self.skip(self.rest().len());
    }

    /// The items of a list; nothing where one is an expression, as nobody knows who is in the list then.
    fn items(&mut self) -> Result<Option<Vec<Node>>, Broken> {
        let start = self.at;
        if self.depth >= MAX_DEPTH {
            return self.broken(start, format!("more than {MAX_DEPTH} lists stand in one another here"));
        }
        self.depth = self.depth.saturating_add(1);
        let mut items = Some(Vec::new());
        loop {
            self.space();
            while self.eat(",") {
                self.space();
            }
            if self.eat(")") {
                self.depth = self.depth.saturating_sub(1);
                return Ok(items);
            }
            if self.peek().is_none() {
                return self.broken(start, "the text ends before the `)` of the list that begins here");
            }
            let before = self.at;
            match (self.value()?, &mut items) {
                (Some(item), Some(items)) => items.push(item),
                _ => items = None,
            }
            if self.at == before {
                return self.broken(before, format!("a value belongs here, and this is {}", self.found()));
            }
        }
    }

    /// A text over several lines: `@'`, the lines, `'@`.
    fn here(&mut self) -> Result<String, Broken> {
        let start = self.at;
        let end = if self.eat("@'") { "\n'@" } else { "\n\"@" };
        if end == "\n\"@" {
            self.skip(2);
        }
        let rest = self.rest();
        let Some(length) = rest.find(end) else {
            return self.broken(start, "the text that begins here has no end on a line of its own");
        };
        self.skip(length.saturating_add(end.len()));
        let inner = rest.get(..length).unwrap_or_default();
        let inner = inner.split_once('\n').map_or("", |(_, inner)| inner);
        Ok(inner.strip_suffix('\r').unwrap_or(inner).into())
    }

    fn quoted(&mut self) -> Result<String, Broken> {
        let start = self.at;
        let quote = self.peek().unwrap_or('"');
        self.skip(quote.len_utf8());
        let close = match quote {
            '‘' => '’',
            '“' => '”',
            straight => straight,
        };
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let Some(end) = rest.find(|letter| letter == close || (letter == '`' && quote != '\'')) else {
                return self.broken(start, "the text that begins here has no closing quote");
            };
            text.push_str(rest.get(..end).unwrap_or_default());
            self.skip(end);
            if self.eat("`") {
                if let Some(letter) = self.peek() {
                    text.push(letter);
                    self.skip(letter.len_utf8());
                }
                continue;
            }
            self.skip(close.len_utf8());
            // A doubled quote is one of the text.
            if !self.rest().starts_with(close) {
                return Ok(text);
            }
            text.push(close);
            self.skip(close.len_utf8());
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn blocks_are_read_with_what_is_in_them() {
        let text = "Configuration M365TenantConfig {\n  Import-DscResource -ModuleName 'Microsoft365DSC'\n  AADCrossTenantAccessPolicyConfigurationPartner \"AAD-x\"\n  {\n    ApplicationId = $ConfigurationData.NonNodeData.ApplicationId; # who\n    InboundTrust = MSFT_AADCrossTenantAccessPolicyInboundTrust{\n      IsMfaAccepted = $True };\n    Targets = @(MSFT_T{ Target = 'it''s' }\n MSFT_T{ Target = \"b`\"\" });\n    PartnerTenantId = 'p'\n  }\n}";
        assert!(is_one(text));
        let expected = json!([{ "resourceType": "AADCrossTenantAccessPolicyConfigurationPartner", "properties": {
            "InboundTrust": { "IsMfaAccepted": true },
            "Targets": [{ "Target": "it's" }, { "Target": "b\"" }],
            "PartnerTenantId": "p"
        } }]);
        assert_eq!(read(text).unwrap().0.value(), expected);
    }

    #[test]
    fn broken_exports_are_errors_with_places() {
        let of = |body: &str| read(&format!("AADCrossTenantAccessPolicy 'x' {{ {body}")).unwrap_err().what;
        assert!(of("DisplayName = 'abc").contains("no closing quote"));
        assert!(of("DisplayName = 'abc'").contains("the text ends"));
        assert!(of("DisplayName 'abc' }").contains("`=` belongs here"));
        assert!(of("A = @('a' ").contains("before the `)`"));
    }
}
