//! From what tools make of Graph's JSON to Graph's JSON: names, nulls, true and false, lists of one.
//!
//! Only what the schema names is touched. An unknown property stays as it came.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::graph::Target;

use super::hollow::{is_hollow, says_nothing};
use super::names;
use super::remark::Remark;
use super::schema::{Object, Role, Type};
use super::stand_in::{is_cut_short, is_placeholder};
use super::target_types;
use super::tree::{Data, Member, Node};

/// What can stand for an id, and what it is then.
const KEYWORDS: [(&str, &str); 4] = [
    (Target::ALL_USERS, "user"),
    (Target::ALL_APPLICATIONS, "application"),
    (Target::OFFICE_365, "application"),
    (Target::ALL_MICROSOFT_APPS, "application"),
];

/// A remark with its place.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) at: usize,
    pub(super) pointer: String,
    pub(super) remark: Remark,
}

/// Why it cannot be read.
#[derive(Clone, Debug)]
pub(super) struct Wrong {
    pub(super) at: usize,
    pub(super) pointer: String,
    pub(super) cause: Cause,
}

#[derive(Clone, Debug)]
pub(super) enum Cause {
    /// PowerShell wrote a text in the place of what it holds.
    CutShort(String),
    /// A placeholder stands where everything hangs on the value.
    NotFilledIn(String),
    /// A name or a domain stands where the id of an organization belongs.
    NotAnId(String),
}

/// What came of it.
#[derive(Default)]
pub(super) struct Normaliser {
    path: Vec<String>,
    pub(super) found: Vec<Found>,
    pub(super) wrong: Option<Wrong>,
    /// Annotations of OData's that were left out.
    pub(super) annotations: usize,
}

/// What PowerShell's module does not know comes under a name of its own: it is put among the other properties. Where
/// that stood, if it was more than annotations.
pub(super) fn lifted(members: &mut Vec<Member>) -> Option<usize> {
    let is_additional = |member: &Member| {
        member.key == "AdditionalProperties" && matches!(member.node.data, Data::Object(_) | Data::Null)
    };
    let at = members.iter().position(is_additional)?;
    let additional = members.remove(at);
    let Data::Object(inner) = additional.node.data else { return None };
    let mut is_told = false;
    for mut member in inner {
        if members.iter().any(|known| names::same(&known.key, &member.key) && !is_hollow(&known.node)) {
            continue;
        }
        members.retain(|known| !names::same(&known.key, &member.key));
        is_told |= !member.key.contains("@odata.");
        member.was = Some(format!("AdditionalProperties/{}", member.step()));
        members.push(member);
    }
    is_told.then_some(additional.node.at)
}

impl Normaliser {
    /// Makes of the node what belongs there, as far as it is that.
    pub(super) fn normalise(&mut self, node: &mut Node, kind: Type, pointer: &str) {
        self.path = alloc::vec![pointer.to_string()];
        match kind {
            Type::Spelt => self.spelt(node, false),
            Type::Listed => self.spelt(node, true),
            _ => self.settle(node, kind, ""),
        }
    }

    fn pointer(&self) -> String {
        self.path.join("/")
    }

    pub(super) fn remark(&mut self, at: usize, remark: Remark) {
        let pointer = self.pointer();
        self.found.push(Found { at, pointer, remark });
    }

    fn wrong(&mut self, at: usize, cause: Cause) {
        if self.wrong.is_none() {
            let pointer = self.pointer();
            self.wrong = Some(Wrong { at, pointer, cause });
        }
    }

    fn within(&mut self, step: String, look: impl FnOnce(&mut Self)) {
        self.path.push(step);
        look(self);
        self.path.pop();
    }

    fn settle(&mut self, node: &mut Node, kind: Type, within: &str) {
        let at = node.at;
        if let Some(text) = node.text().filter(|text| is_cut_short(text)) {
            let text = text.to_string();
            return self.wrong(at, Cause::CutShort(text));
        }
        if node.is_null() {
            return;
        }
        match kind {
            Type::Object(object) => self.object(node, object, within),
            Type::List(item) => self.list(node, *item, within),
            Type::Flag => self.flag(node),
            Type::Word(words) => self.word(node, words),
            Type::TenantId => self.tenant_id(node),
            Type::Text => {}
            Type::Spelt => self.spelt(node, false),
            Type::Listed => self.spelt(node, true),
        }
    }

    fn list(&mut self, node: &mut Node, item: Type, within: &str) {
        let at = node.at;
        // Windows PowerShell writes some lists with their length.
        if node.has("value")
            && node.has("Count")
            && let Some(value) = node.take("value")
        {
            *node = value.node;
        }
        // An empty list comes as an empty object, and where PowerShell cuts short, as an empty text.
        let is_nobody = node.text().is_some_and(|text| text.trim().is_empty())
            || matches!(&node.data, Data::Object(members) if members.is_empty());
        if is_nobody {
            node.data = Data::List(Vec::new());
        }
        // PowerShell puts spaces between the items where it makes one text of a list.
        if let (Data::Text(text), Type::Text | Type::Word(_)) = (&node.data, item)
            && text.trim().contains(char::is_whitespace)
        {
            let text = text.clone();
            return self.wrong(at, Cause::CutShort(text));
        }
        if matches!(node.data, Data::Object(_) | Data::Text(_)) {
            self.remark(at, Remark::Unrolled);
            let one = core::mem::replace(&mut node.data, Data::Null);
            node.data = Data::List(alloc::vec![Node::new(at, one)]);
        }
        let Data::List(items) = &mut node.data else { return };
        let mut known = BTreeSet::new();
        for (number, item_node) in items.iter_mut().enumerate() {
            self.within(number.to_string(), |this| {
                this.settle(item_node, item, within);
                if let Some(target) = item_node.text_of("target").map(str::to_ascii_lowercase)
                    && !known.insert(target.clone())
                {
                    this.remark(item_node.at, Remark::TargetTwice(target));
                }
            });
        }
    }

    fn object(&mut self, node: &mut Node, object: &Object, within: &str) {
        let at = node.at;
        let Data::Object(members) = &mut node.data else { return };
        self.additional(members);
        self.strip(members);
        for number in 0..members.len() {
            self.name(members, number, object);
        }
        // Of two spellings, one that says nothing is nothing to keep.
        members.retain(|member| {
            let is_other = |name: &str| member.key != name && names::same(name, &member.key);
            !says_nothing(&member.node) || !object.properties.iter().any(|(name, _)| is_other(name))
        });
        // PowerShell's module shows a relationship that it has not asked for as an object of nulls.
        members.retain(|member| {
            member.key != "identitySynchronization"
                || member.node.is_null()
                || !(is_hollow(&member.node) && matches!(member.node.data, Data::Object(_)))
        });
        for member in members.iter_mut() {
            let kind = object.properties.iter().find(|(name, _)| *name == member.key).map(|(_, kind)| *kind);
            let (step, key) = (member.step(), member.key.clone());
            let value = &mut member.node;
            self.within(step, |this| match kind {
                Some(kind) if object.role == Role::Half => this.settle(value, kind, within),
                Some(kind) => this.settle(value, kind, &key),
                None => this.unknown(value),
            });
        }
        match object.role {
            Role::Target => self.target(node, within),
            Role::Half => self.half(node),
            Role::Halves => self.halves(node),
            Role::Switches => self.switches(node),
            Role::Setting | Role::Whole => {}
        }
        // How PowerShell's module and Microsoft365DSC write what is inherited: an object, and nulls or nothing in it.
        if object.role != Role::Whole && object.role != Role::Target && is_hollow(node) {
            *node = Node::new(at, Data::Null);
        }
    }

    /// Gives a property the name that Graph has for it.
    fn name(&mut self, members: &mut [Member], number: usize, object: &Object) {
        let Some(member) = members.get(number) else { return };
        let Some((name, _)) = object.properties.iter().find(|(name, _)| names::same(name, &member.key))
        else {
            return;
        };
        if member.key == *name {
            return;
        }
        // Two spellings of one property: Graph's own is the one, unless it says nothing; the other is kept as something
        // unknown.
        if let Some(own) = members.iter().position(|other| other.key == *name) {
            let (at, key) = (member.node.at, member.key.clone());
            if members.get(own).is_some_and(|own| says_nothing(&own.node))
                && let Ok([own, other]) = members.get_disjoint_mut([own, number])
            {
                core::mem::swap(&mut own.node, &mut other.node);
            }
            return self.within(key.clone(), |this| this.remark(at, Remark::OtherSpelling(key, name)));
        }
        if member.key.starts_with("b2B") {
            let (at, key) = (member.node.at, member.key.clone());
            self.within(key.clone(), |this| this.remark(at, Remark::RefusedSpelling(key)));
        }
        if let Some(member) = members.get_mut(number) {
            member.rename(name);
        }
    }

    fn additional(&mut self, members: &mut Vec<Member>) {
        if let Some(at) = lifted(members) {
            self.remark(at, Remark::AdditionalProperties);
        }
    }

    fn strip(&mut self, members: &mut Vec<Member>) {
        let before = members.len();
        members.retain(|member| !member.key.contains("@odata."));
        self.annotations = self.annotations.saturating_add(before.saturating_sub(members.len()));
    }

    /// A property that the schema does not name stays as it is, but for annotations.
    fn unknown(&mut self, node: &mut Node) {
        if let Some(text) = node.text().filter(|text| is_cut_short(text)) {
            let (at, text) = (node.at, text.to_string());
            return self.wrong(at, Cause::CutShort(text));
        }
        match &mut node.data {
            Data::List(items) => {
                for (number, item) in items.iter_mut().enumerate() {
                    self.within(number.to_string(), |this| this.unknown(item));
                }
            }
            Data::Object(members) => {
                self.strip(members);
                for member in members {
                    let (step, value) = (member.step(), &mut member.node);
                    self.within(step, |this| this.unknown(value));
                }
            }
            _ => {}
        }
    }

    /// Graph's names from PowerShell's, which differ in the first letter.
    fn spelt(&mut self, node: &mut Node, is_listed: bool) {
        if let Some(text) = node.text().filter(|text| is_cut_short(text)) {
            if is_listed {
                node.data = Data::Null;
                return;
            }
            let (at, text) = (node.at, text.to_string());
            return self.wrong(at, Cause::CutShort(text));
        }
        let mut is_of_module = false;
        match &mut node.data {
            Data::List(items) => {
                for (number, item) in items.iter_mut().enumerate() {
                    self.within(number.to_string(), |this| this.spelt(item, is_listed));
                }
            }
            Data::Object(members) => {
                self.additional(members);
                self.strip(members);
                for member in members {
                    is_of_module |= member.key.starts_with(|first: char| first.is_ascii_uppercase());
                    member.rename(&names::lowered(&member.key));
                    // Who is a member is asked for.
                    let is_listed = is_listed && member.key != "members";
                    let (step, value) = (member.step(), &mut member.node);
                    self.within(step, |this| this.spelt(value, is_listed));
                }
            }
            _ => {}
        }
        if is_of_module && is_hollow(node) {
            *node = Node::new(node.at, Data::Null);
        }
    }

    fn flag(&mut self, node: &mut Node) {
        let said = match &node.data {
            Data::Text(text) => text.clone(),
            Data::Number(number) => number.to_string(),
            _ => return,
        };
        let flag = match said.trim().trim_start_matches('$').to_ascii_lowercase().as_str() {
            "true" | "1" => Data::Flag(true),
            "false" | "0" => Data::Flag(false),
            "" | "null" => Data::Null,
            _ if is_placeholder(&said) => return self.wrong(node.at, Cause::NotFilledIn(said)),
            _ => return,
        };
        node.data = flag;
        self.remark(node.at, Remark::QuotedFlag(said));
    }

    /// A text without the spaces around it.
    fn trim(&mut self, node: &mut Node) -> Option<String> {
        let at = node.at;
        let Data::Text(text) = &mut node.data else { return None };
        let trimmed = text.trim().to_string();
        if trimmed.len() < text.len() {
            let before = core::mem::replace(text, trimmed.clone());
            self.remark(at, Remark::Trimmed(before));
        }
        Some(trimmed)
    }

    fn word(&mut self, node: &mut Node, words: &[&str]) {
        let Some(word) = self.trim(node) else { return };
        if word.is_empty() {
            node.data = Data::Null;
            return;
        }
        // Documentation puts all the words there, with strokes between them.
        if is_placeholder(&word) || word.contains('|') {
            return self.wrong(node.at, Cause::NotFilledIn(word));
        }
        let known = words.iter().find(|known| known.eq_ignore_ascii_case(&word));
        match known {
            Some(known) if *known != "unknownFutureValue" => node.data = Data::Text((*known).into()),
            _ => self.remark(node.at, Remark::UnknownWord(word)),
        }
    }

    fn tenant_id(&mut self, node: &mut Node) {
        let Some(id) = self.trim(node) else { return };
        if id.is_empty() {
            node.data = Data::Null;
            return;
        }
        if is_placeholder(&id) {
            return self.wrong(node.at, Cause::NotFilledIn(id));
        }
        let inner = names::bare(&id);
        if inner.contains(['.', '@', ' ']) {
            return self.wrong(node.at, Cause::NotAnId(inner.into()));
        }
        if let Some(dashed) = names::dashed(inner) {
            node.data = Data::Text(dashed);
            return;
        }
        if !names::is_guid(inner) {
            self.remark(node.at, Remark::NoTenantId(inner.into()));
        }
        if inner.len() < id.len() {
            node.data = Data::Text(inner.into());
        }
    }

    fn target(&mut self, node: &mut Node, within: &str) {
        let at = node.at;
        let mut target = String::new();
        if let Data::Object(members) = &mut node.data
            && let Some(member) = members.iter_mut().find(|member| member.key == "target")
        {
            target = self.trim(&mut member.node).unwrap_or_default();
            let inner = names::bare(&target);
            let bare = names::dashed(inner)
                .or_else(|| (names::is_guid(inner) && inner.len() < target.len()).then(|| inner.into()));
            if let Some(bare) = bare {
                target = bare;
                member.node.data = Data::Text(target.clone());
            }
        }
        let keyword = KEYWORDS.iter().find(|(keyword, _)| target.eq_ignore_ascii_case(keyword));
        let of_keyword = keyword.map(|(_, kind)| *kind);
        if let (Some((keyword, _)), Data::Object(members)) = (keyword, &mut node.data)
            && let Some(member) = members.iter_mut().find(|member| member.key == "target")
        {
            member.node.data = Data::Text((*keyword).into());
        }
        if node.get("targetType").is_none_or(Node::is_null) {
            let kind = of_keyword.or((within == "applications").then_some("application"));
            self.remark(at, kind.map_or(Remark::TargetTypeMissing, Remark::TargetTypeTaken));
            node.take("targetType");
            if let Data::Object(members) = &mut node.data {
                members.push(Member::new(
                    "targetType",
                    Node::text_at(at, kind.unwrap_or(target_types::NOT_SAID)),
                ));
            }
        }
        let said = node.text_of("targetType").unwrap_or_default();
        let is_of_applications = within == "applications";
        let belongs = (said == "application") == is_of_applications || said == target_types::NOT_SAID;
        if !belongs || of_keyword.is_some_and(|kind| kind != said) {
            return self.remark(at, Remark::TargetTypeElsewhere(target));
        }
        if of_keyword.is_some() || names::is_guid(&target) {
            return;
        }
        let remark =
            if is_placeholder(&target) { Remark::NotFilledIn(target) } else { Remark::NotAnId(target) };
        self.remark(at, remark);
    }
}
