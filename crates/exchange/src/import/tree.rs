//! A document as a tree that knows where in the file each of its values stands, whatever it was written in.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Number, Value};

use super::names;
pub(super) use crate::pointer::escaped as token;

/// A value, and at which byte of the text it begins.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) at: usize,
    pub(super) data: Data,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Data {
    Null,
    Flag(bool),
    Number(Number),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    /// What it is called.
    pub(super) key: String,
    /// What the file calls it, as the part of a JSON pointer, where that is another name.
    pub(super) was: Option<String>,
    pub(super) node: Node,
}

impl Member {
    pub(super) fn new(key: impl Into<String>, node: Node) -> Self {
        Member { key: key.into(), was: None, node }
    }

    /// The part of a JSON pointer that leads to it in the file.
    pub(super) fn step(&self) -> String {
        self.was.clone().unwrap_or_else(|| token(&self.key))
    }

    /// Gives it another name, and keeps the one in the file.
    pub(super) fn rename(&mut self, name: &str) {
        if self.key != name {
            let step = self.step();
            self.key = name.into();
            self.was = Some(step);
        }
    }
}

/// The letters that names of properties begin with: most objects of others have none that begins as ours do, so that
/// nobody has to look for each of ours in them.
#[derive(Clone, Copy)]
pub(super) struct Initials(u32);

impl Initials {
    fn letter(name: &str) -> u32 {
        let first = name.bytes().find(|letter| !matches!(letter, b'_' | b' ' | b'-'));
        let place = first.filter(u8::is_ascii_alphabetic).map_or(31, |letter| letter & 0x1f);
        1_u32.checked_shl(u32::from(place)).unwrap_or_default()
    }

    /// Whether a name may be among them, however it is spelt.
    pub(super) fn may_have(self, name: &str) -> bool {
        self.0 & Initials::letter(name) != 0
    }
}

impl Node {
    /// What the names of its properties begin with.
    pub(super) fn initials(&self) -> Initials {
        Initials(self.members().iter().fold(0, |known, member| known | Initials::letter(&member.key)))
    }

    pub(super) fn new(at: usize, data: Data) -> Self {
        Node { at, data }
    }

    pub(super) fn text_at(at: usize, text: impl Into<String>) -> Self {
        Node::new(at, Data::Text(text.into()))
    }

    pub(super) fn is_null(&self) -> bool {
        self.data == Data::Null
    }

    pub(super) fn text(&self) -> Option<&str> {
        if let Data::Text(text) = &self.data { Some(text) } else { None }
    }

    pub(super) fn members(&self) -> &[Member] {
        if let Data::Object(members) = &self.data { members } else { &[] }
    }

    pub(super) fn items(&self) -> &[Node] {
        if let Data::List(items) = &self.data { items } else { &[] }
    }

    /// The property with this name, however it is spelt.
    pub(super) fn member(&self, name: &str) -> Option<&Member> {
        let mut members = self.members().iter().filter(|member| names::same(&member.key, name));
        let first = members.next()?;
        // Graph's own spelling comes before others.
        if first.key == name {
            Some(first)
        } else {
            members.find(|member| member.key == name).or(Some(first))
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        self.member(name).map(|member| &member.node)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.member(name).is_some()
    }

    pub(super) fn text_of(&self, name: &str) -> Option<&str> {
        self.get(name)?.text()
    }

    /// Takes a property out.
    pub(super) fn take(&mut self, name: &str) -> Option<Member> {
        let Data::Object(members) = &mut self.data else { return None };
        let at = members.iter().position(|member| names::same(&member.key, name))?;
        Some(members.remove(at))
    }

    /// The value without its places.
    pub(super) fn value(&self) -> Value {
        match &self.data {
            Data::Null => Value::Null,
            Data::Flag(flag) => Value::Bool(*flag),
            Data::Number(number) => Value::Number(number.clone()),
            Data::Text(text) => Value::String(text.clone()),
            Data::List(items) => Value::Array(items.iter().map(Node::value).collect()),
            Data::Object(members) => {
                let mut object = Map::new();
                for member in members {
                    object.insert(member.key.clone(), member.node.value());
                }
                Value::Object(object)
            }
        }
    }

    /// The JSON pointer in the file, and the byte, of what `pointer` names here, or of the nearest thing around it.
    pub(super) fn trace(&self, pointer: &str) -> (String, usize) {
        let (mut node, mut path) = (self, String::new());
        for step in pointer.split('/').skip(1) {
            let next = match &node.data {
                Data::List(items) => {
                    step.parse().ok().and_then(|at: usize| items.get(at)).map(|item| (step.to_string(), item))
                }
                Data::Object(members) => members
                    .iter()
                    .find(|member| token(&member.key) == step)
                    .map(|member| (member.step(), &member.node)),
                _ => None,
            };
            let Some((step, next)) = next else { break };
            path = format!("{path}/{step}");
            node = next;
        }
        (path, node.at)
    }
}
