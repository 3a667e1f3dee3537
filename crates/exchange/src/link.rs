//! Links: the whole state of a playground in the fragment of an address.
//!
//! `1.` and what follows, as base64url: object ids, sixteen bytes each, and the state as JSON, the ids in it told
//! by symbols, deflated with a dictionary of the words that every scenario is made of. The number is the version of all of this, the dictionary
//! included: a link that was made once can be read for ever.
//!
//! A link comes from anywhere. Reading it has limits, evaluates nothing, checks what it finds field by field as
//! a document is checked, and says what is wrong with it.

pub(crate) mod base64url;
pub(crate) mod changes;
mod packing;
mod symbols;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use entente_policy::{Feature, Resource, Scenario, Shape, Subject};
use serde_json::{Map, Value};

use crate::document;

/// Longest fragment that is read, in characters. Browsers and chat programs cut far earlier.
pub const MAX_CHARACTERS: usize = 512 * 1024;

/// Longest state that a link may unfold to, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// How many opened and how many closed classes a link tells of.
const MAX_CLASSES: usize = 64;

const VERSION: &str = "1";

/// What a link carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The scenario, with its tests.
    pub scenario: Scenario,
    /// What it is compared with; nothing where that is the scenario itself.
    pub baseline: Option<Scenario>,
    /// How it is looked at.
    pub view: SharedView,
}

/// How a shared scenario is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharedView {
    /// The position of the home tenant: 0 or 1.
    pub home: usize,
    /// By which feature.
    pub feature: Feature,
    /// The cell whose explanation is open.
    pub cell: Option<(Subject, Resource)>,
    /// Whether that cell stands for everyone alike rather than for the one person.
    pub whole_class: bool,
    /// Which of the first two tenants' panels show default settings.
    pub defaults: [bool; 2],
    /// The classes of people that were opened or closed by hand, by their key.
    pub expanded: Vec<(String, bool)>,
}

/// Why a link cannot be read. The message says what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkError(String);

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for LinkError {}

fn broken(what: impl fmt::Display) -> LinkError {
    LinkError(format!("{what}. Ask for the link again, or for the scenario as text"))
}

/// The fragment for `shared`, without the `#`.
pub fn encode(shared: &Shared) -> String {
    let mut state = Map::new();
    let scenario = shared.scenario.write();
    if let Some(baseline) = &shared.baseline {
        state.insert("b".into(), changes::between(&scenario, &baseline.write()));
    }
    let view = &shared.view;
    let mut looked_at = Map::new();
    if view.home != 0 {
        looked_at.insert("h".into(), view.home.into());
    }
    if view.feature != Feature::default() {
        looked_at.insert("f".into(), view.feature.write());
    }
    if let Some((user, application)) = &view.cell {
        looked_at.insert("u".into(), user.write());
        looked_at.insert("a".into(), application.write());
    }
    if view.whole_class {
        looked_at.insert("w".into(), true.into());
    }
    if view.defaults != [false; 2] {
        looked_at.insert("p".into(), view.defaults.map(u8::from).to_vec().into());
    }
    for (key, open) in [("o", true), ("c", false)] {
        let classes = view.expanded.iter().filter(|class| class.1 == open);
        let classes: Vec<Value> = classes.take(MAX_CLASSES).map(|class| class.0.clone().into()).collect();
        if !classes.is_empty() {
            looked_at.insert(key.into(), classes.into());
        }
    }
    if !looked_at.is_empty() {
        state.insert("v".into(), Value::Object(looked_at));
    }
    state.insert("s".into(), scenario);
    let (ids, state) = symbols::shorten(Value::Object(state));
    format!("{VERSION}.{}", base64url::encode(&wrap(&ids, state.to_string().as_bytes())))
}

/// The number of ids in two bytes, the ids, and the state.
fn wrap(ids: &[symbols::Bytes], state: &[u8]) -> Vec<u8> {
    let count = u16::try_from(ids.len()).unwrap_or(u16::MAX);
    let mut bytes = Vec::from(count.to_be_bytes());
    bytes.extend(ids.iter().flatten());
    bytes.extend(packing::pack(state));
    bytes
}

/// The ids and the state, still packed.
fn unwrap(bytes: &[u8]) -> Option<(Vec<symbols::Bytes>, &[u8])> {
    let (count, rest) = bytes.split_first_chunk::<2>()?;
    let (ids, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*count)).checked_mul(16)?)?;
    Some((ids.as_chunks::<16>().0.to_vec(), rest))
}

/// Whether a fragment says that it is a link of ours, of whatever version.
pub fn is_link(fragment: &str) -> bool {
    fragment.split_once('.').is_some_and(|(version, rest)| {
        !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()) && !rest.is_empty()
    })
}

/// Reads a fragment, without the `#`.
///
/// # Errors
/// When the fragment is no link, of a later version, cut short or changed on its way, too long, or holds
/// something that is no scenario.
pub fn decode(fragment: &str) -> Result<Shared, LinkError> {
    let Some((version, data)) = fragment.split_once('.') else {
        return Err(broken("this is no link to a scenario"));
    };
    if version != VERSION {
        return Err(LinkError(format!(
            "the link is of version {version}, and this page reads version {VERSION}. Open it with a newer Entente"
        )));
    }
    if data.len() > MAX_CHARACTERS {
        return Err(broken(format!("the link is longer than {MAX_CHARACTERS} characters")));
    }
    let packed = base64url::decode(data)
        .ok_or_else(|| broken("the link holds characters that no link has: it was changed on its way"))?;
    let (ids, packed) =
        unwrap(&packed).ok_or_else(|| broken("the link was cut short or changed on its way"))?;
    let bytes = packing::unpack(packed, MAX_BYTES).map_err(broken)?;
    let value: Value =
        serde_json::from_slice(&bytes).map_err(|_| broken("the link was cut short or changed on its way"))?;
    let Some(Value::Object(mut state)) = symbols::restore(&ids, value) else {
        return Err(broken("the link holds no scenario"));
    };
    let scenario = state.remove("s").unwrap_or_default();
    let read =
        |value: Value| document::from_value(value).map_err(|error| broken(format!("in the link, {error}")));
    let baseline = match state.remove("b") {
        Some(changes) => Some(read(
            changes::apply(scenario.clone(), &changes)
                .ok_or_else(|| broken("the link’s baseline does not fit its scenario"))?,
        )?),
        None => None,
    };
    let view = view(state.remove("v").unwrap_or_default());
    Ok(Shared { scenario: read(scenario)?, baseline, view })
}

/// A view that does not make sense is no reason to refuse the scenario.
fn view(value: Value) -> SharedView {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(String::from);
    let list = |key: &str| value.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    SharedView {
        home: usize::from(value.get("h").and_then(Value::as_u64) == Some(1)),
        feature: value
            .get("f")
            .and_then(|feature| Feature::from_json(feature.clone()).ok())
            .unwrap_or_default(),
        cell: text("u").zip(text("a")).map(|(user, application)| (user.into(), application.into())),
        whole_class: value.get("w").and_then(Value::as_bool).unwrap_or_default(),
        defaults: [0, 1].map(|at| list("p").get(at).and_then(Value::as_u64) == Some(1)),
        expanded: [("o", true), ("c", false)]
            .into_iter()
            .flat_map(|(key, open)| {
                let classes = list(key).iter().take(MAX_CLASSES);
                classes.filter_map(move |class| Some((class.as_str()?.into(), open)))
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests;
