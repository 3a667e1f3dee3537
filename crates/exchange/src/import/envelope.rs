//! What the pieces come in: lists, `value`, bundles, and OData's annotations.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

use super::{File, ImportError, Piece, What};

/// What a bundle calls its parts, and what each of them is.
const PARTS: [(&str, What); 6] = [
    ("policy", What::Policy),
    ("default", What::Default),
    ("partners", What::Partners),
    ("conditionalAccessPolicies", What::ConditionalAccessPolicies),
    ("authorizationPolicy", What::Authorization),
    ("b2bSetting", What::B2bSetting),
];

/// The parts of a bundle that are relationships of the policy.
const RELATED: [&str; 2] = ["default", "partners"];

/// What people can do about a file that nothing was found in.
const KNOWN: &str = "Entente reads the cross-tenant access policy, its default, its partners, identity synchronization, conditional access policies and the authorization policy as Microsoft Graph answers them, bundles of these under `policy`, `default` and `partners`, and its own documents";

/// The pieces that a file's value holds.
pub(super) fn pieces(file: &File<'_>, value: Value) -> Result<Vec<Piece>, ImportError> {
    let mut opening = Opening { file: file.name, found: Vec::new() };
    opening.open(value, "", &Around::default())?;
    Ok(opening.found)
}

/// What an envelope says of what is in it.
#[derive(Clone, Default)]
struct Around {
    context: String,
    has_more: bool,
    /// What it has to be, where the envelope says it.
    what: Option<What>,
}

struct Opening<'a> {
    file: &'a str,
    found: Vec<Piece>,
}

impl Opening<'_> {
    fn error(&self, pointer: &str, what: impl Into<String>, remedy: impl Into<String>) -> ImportError {
        ImportError::new(self.file, pointer, what, remedy)
    }

    fn open(&mut self, value: Value, pointer: &str, around: &Around) -> Result<(), ImportError> {
        match value {
            Value::Array(items) => self.list(items, pointer, around),
            Value::Object(object) => self.object(object, pointer, around),
            // A part that is not there.
            Value::Null if !pointer.is_empty() => Ok(()),
            _ => Err(self.error(pointer, "an object or a list belongs here", KNOWN)),
        }
    }

    fn object(
        &mut self,
        object: Map<String, Value>,
        pointer: &str,
        around: &Around,
    ) -> Result<(), ImportError> {
        let context =
            object.get("@odata.context").and_then(Value::as_str).unwrap_or(&around.context).to_string();
        if let Some(error) = object.get("error").filter(|_| !object.contains_key("tenantId")) {
            let text = |key| error.get(key).and_then(Value::as_str).unwrap_or_default();
            let what = format!("this is an error that Graph answered: {} {}", text("code"), text("message"));
            let remedy = "Ask again with an account that may read policies (scope Policy.Read.All)";
            return Err(self.error(&format!("{pointer}/error"), what.trim_end(), remedy));
        }
        // Whoever puts the relationships into the answer makes a bundle of it.
        if What::of(&object, &context) == Some(What::Policy)
            && RELATED.iter().any(|key| object.contains_key(*key))
        {
            return self.related(object, pointer, around);
        }
        let said = around.what.filter(|what| !what.is_list());
        let seen = What::of(&object, &context).filter(|what| *what != What::Settings || said.is_none());
        if let Some(what) = seen.or(said) {
            return self.piece(what, Value::Object(object), pointer, &Around { context, ..around.clone() });
        }
        if object.get("value").is_some_and(|value| value.is_array() || value.is_object()) {
            let has_more = around.has_more || object.contains_key("@odata.nextLink");
            return self.inside(object, "value", pointer, &Around { context, has_more, what: around.what });
        }
        if PARTS.iter().any(|(name, _)| object.contains_key(*name)) {
            return self.bundle(object, pointer);
        }
        let keys: Vec<&str> = object.keys().map(String::as_str).take(6).collect();
        let what = if keys.is_empty() {
            "this object is empty".to_string()
        } else {
            format!("an object with `{}` is nothing that Entente knows", keys.join("`, `"))
        };
        Err(self.error(pointer, what, KNOWN))
    }

    fn inside(
        &mut self,
        mut object: Map<String, Value>,
        key: &str,
        pointer: &str,
        around: &Around,
    ) -> Result<(), ImportError> {
        let value = object.remove(key).unwrap_or_default();
        self.open(value, &format!("{pointer}/{key}"), around)
    }

    fn related(
        &mut self,
        mut object: Map<String, Value>,
        pointer: &str,
        around: &Around,
    ) -> Result<(), ImportError> {
        let related: Vec<(&str, Option<Value>)> =
            RELATED.iter().map(|key| (*key, object.remove(*key))).collect();
        self.object(object, pointer, around)?;
        for (key, value) in related {
            let what = PARTS.iter().find(|(name, _)| *name == key).map(|(_, what)| *what);
            let around = Around { what, ..Around::default() };
            self.open(value.unwrap_or_default(), &format!("{pointer}/{key}"), &around)?;
        }
        Ok(())
    }

    fn bundle(&mut self, object: Map<String, Value>, pointer: &str) -> Result<(), ImportError> {
        for (key, value) in object {
            let what = PARTS.iter().find(|(name, _)| *name == key).map(|(_, what)| *what);
            if what.is_some() {
                self.open(value, &format!("{pointer}/{key}"), &Around { what, ..Around::default() })?;
            } else if !key.contains("@odata.") {
                return Err(self.error(
                    &format!("{pointer}/{key}"),
                    format!("a bundle has no part `{key}`"),
                    "Give what it holds as a file of its own",
                ));
            }
        }
        Ok(())
    }

    fn list(&mut self, items: Vec<Value>, pointer: &str, around: &Around) -> Result<(), ImportError> {
        let what = around.what.or_else(|| What::of_empty_list(&around.context));
        if items.is_empty() {
            let Some(what) = what else {
                return Err(self.error(pointer, "this list is empty, and does not say of what", KNOWN));
            };
            return self.piece(what, Value::Array(items), pointer, around);
        }
        let kinds: Vec<Option<What>> = items
            .iter()
            .map(|item| item.as_object().and_then(|object| What::of(object, &around.context)))
            .collect();
        let several = kinds.first().copied().flatten().and_then(What::several);
        let is_one_list =
            several.is_some() && kinds.iter().all(|kind| kind.and_then(What::several) == several);
        if let (Some(what), true) = (several, is_one_list) {
            return self.piece(what, Value::Array(items), pointer, around);
        }
        for (at, item) in items.into_iter().enumerate() {
            let around = Around { what: None, ..around.clone() };
            self.open(item, &format!("{pointer}/{at}"), &around)?;
        }
        Ok(())
    }

    fn piece(
        &mut self,
        what: What,
        mut value: Value,
        pointer: &str,
        around: &Around,
    ) -> Result<(), ImportError> {
        let mut annotations = 0;
        // Our own documents hold no answers of Graph's, only what somebody wanted to keep.
        if what != What::Scenario {
            strip(&mut value, &mut annotations);
        }
        self.found.push(Piece {
            file: self.file.into(),
            pointer: pointer.into(),
            what,
            is_partial: around.has_more || is_selection(&around.context),
            annotations,
            value,
        });
        Ok(())
    }
}

/// Whether a context says that only some properties were asked for: `…/partners(tenantId,inboundTrust)`.
fn is_selection(context: &str) -> bool {
    let fragment = context.split_once('#').map_or("", |(_, fragment)| fragment);
    let Some((_, list)) = fragment.split_once('(') else { return false };
    let list = list.trim_end_matches("/$entity").trim_end_matches(')');
    // `identitySynchronization()` alone says what was added, not what was left out.
    list.split(',').any(|name| !name.is_empty() && !name.starts_with('\'') && !name.contains('('))
}

/// Takes OData's annotations out.
fn strip(value: &mut Value, count: &mut usize) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| strip(item, count)),
        Value::Object(object) => {
            let before = object.len();
            object.retain(|key, _| !key.contains("@odata."));
            *count = count.saturating_add(before.saturating_sub(object.len()));
            object.values_mut().for_each(|value| strip(value, count));
        }
        _ => {}
    }
}
