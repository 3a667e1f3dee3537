//! The properties of the default settings and of an organization’s, and how Graph takes each of them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::graph::Settings;
use entente_policy::{Property, Shape, service_default, unknown_properties};
use serde_json::{Value, json};

use super::difference::{properties, same, written_over};
use super::refused;
use super::{Book, Matter, Operation, Part, Version};
use crate::annotation::UNKNOWN;
use crate::changes::Method;

/// Which of the two kinds of settings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Default,
    Partner,
}

/// How Graph takes a property.
enum Taken {
    /// In a PATCH to this version.
    By(Version),
    /// In a PATCH to beta of its own: nobody has documented it.
    Uncharted,
    /// Not in a PATCH.
    Not(Matter),
}

/// Properties that both kinds of settings have in v1.0.
const SHARED: [&str; 9] = [
    "b2bCollaborationInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "inboundTrust",
    "tenantRestrictions",
    "m365CollaborationInbound",
    "m365CollaborationOutbound",
    "appServiceConnectInbound",
];

const READ_ONLY: [&str; 8] = [
    "id",
    "tenantId",
    "isServiceDefault",
    "isServiceProvider",
    "isInMultiTenantOrganization",
    "createdDateTime",
    "modifiedDateTime",
    "deletedDateTime",
];

const RELATIONSHIPS: [&str; 3] =
    ["m365Capabilities", "serviceProviderConstraints", "identitySynchronization"];

const CONSENT: &str = "automaticUserConsentSettings";
const REDEMPTION: &str = "invitationRedemptionIdentityProviderConfiguration";
const BLOCK_PROVIDERS: &str = "blockServiceProviderOutboundAccess";

fn taken(kind: Kind, property: &str) -> Taken {
    match (property, kind) {
        (CONSENT, Kind::Default) => Taken::Not(Matter::DefaultConsent),
        (REDEMPTION, Kind::Partner) => Taken::Not(Matter::Misplaced),
        ("identitySynchronization" | "isServiceProvider", Kind::Default) => Taken::Not(Matter::Misplaced),
        (CONSENT | REDEMPTION, _) => Taken::By(Version::V1),
        (BLOCK_PROVIDERS, _) => Taken::By(Version::Beta),
        _ if SHARED.contains(&property) => Taken::By(Version::V1),
        _ if READ_ONLY.contains(&property) => Taken::Not(Matter::ReadOnly),
        _ if RELATIONSHIPS.contains(&property) => Taken::Not(Matter::Relationship),
        _ => Taken::Uncharted,
    }
}

/// Whether the settings are as shipped: nothing is stated but what Graph alone writes.
pub(super) fn is_shipped(settings: &Value) -> bool {
    let mut stated = settings.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    stated.all(|(property, _)| READ_ONLY.contains(&property.as_str()) || property.contains("@odata."))
}

/// What the service ships for a property of the default settings, where that is documented.
fn shipped(property: &str) -> Option<Value> {
    let mut shipped = service_default().write();
    let shipped = shipped.as_object_mut().and_then(|settings| settings.remove(property));
    shipped.or_else(|| (property == BLOCK_PROVIDERS).then_some(Value::Bool(false)))
}

/// All that v1.0 documents within a property: where nobody has seen what was there, none of it is to be left.
fn anything(property: &str) -> Value {
    let half = json!({ "accessType": "", "targets": [] });
    match property {
        REDEMPTION => json!({ "primaryIdentityProviderPrecedenceOrder": [], "fallbackIdentityProvider": "" }),
        "m365CollaborationInbound" => json!({ "users": half }),
        "m365CollaborationOutbound" => json!({ "usersAndGroups": half }),
        "appServiceConnectInbound" => json!({ "applications": half }),
        _ => shipped(property).unwrap_or_default(),
    }
}

/// The properties that differ. On the default settings nothing is the same as what is shipped. What nobody had seen
/// before differs from whatever is stated now, if it is a property that settings of this kind have.
pub(super) fn differing(kind: Kind, before: &Value, after: &Value) -> Vec<String> {
    let mut names = properties(before, after);
    if kind == Kind::Default {
        // It says whether anybody has changed them, and changes with them.
        names.retain(|name| name != "isServiceDefault");
        let of = |settings: &Value, name: &str| {
            let own = settings.get(name).filter(|value| !value.is_null()).cloned();
            own.or_else(|| shipped(name)).unwrap_or_default()
        };
        names.retain(|name| !same(&of(before, name), &of(after, name)));
    }
    let is_there = |property: &Property| match kind {
        Kind::Default => property.is_of_defaults(),
        Kind::Partner => property.is_of_partners(),
    };
    let open = |name: &String| is_unknown(before, name) != is_unknown(after, name) && !names.contains(name);
    let own = Property::ALL.into_iter().filter(is_there).map(|property| property.as_str().to_string());
    let further: Vec<String> = own.filter(open).collect();
    names.extend(further);
    names
}

/// Whether nobody has seen a property of these settings.
pub(super) fn is_unknown(settings: &Value, name: &str) -> bool {
    let mut unknown = settings.get(UNKNOWN).and_then(Value::as_array).into_iter().flatten();
    settings.get(name).is_none_or(Value::is_null) && unknown.any(|unknown| unknown.as_str() == Some(name))
}

/// Settings of one layer, to be changed by PATCH.
pub(super) struct Layer<'a> {
    pub(super) part: Part,
    pub(super) kind: Kind,
    /// Where Graph has them.
    pub(super) path: String,
    /// Where the model has them.
    pub(super) address: String,
    /// What they are called.
    pub(super) name: String,
    pub(super) before: &'a Value,
    pub(super) after: &'a Value,
}

/// A PATCH in the making.
#[derive(Default)]
struct Group {
    body: serde_json::Map<String, Value>,
    settings: Vec<String>,
}

impl Layer<'_> {
    /// Writes down what differs in `names`: at most one request for each version, and one for what nobody documents.
    pub(super) fn write(&self, book: &mut Book<'_>, names: &[String]) {
        let (mut stable, mut beta, mut uncharted) = (Group::default(), Group::default(), Group::default());
        for name in names {
            let address = alloc::format!("{}/{name}", self.address);
            if is_unknown(self.after, name) {
                book.remark(Matter::NotSeen, alloc::vec![address]);
                continue;
            }
            let group = match taken(self.kind, name) {
                Taken::Not(matter) => {
                    book.remark(matter, alloc::vec![address]);
                    continue;
                }
                Taken::Uncharted => &mut uncharted,
                Taken::By(Version::V1) if !self.holds_unknown(name) => &mut stable,
                Taken::By(_) => &mut beta,
            };
            let anything = is_unknown(self.before, name).then(|| anything(name));
            let before = anything.as_ref().or_else(|| self.before.get(name));
            let after = self.after.get(name).filter(|value| !value.is_null()).cloned();
            let after = match (after, self.kind) {
                (None, Kind::Default) => match shipped(name) {
                    None => {
                        book.remark(Matter::ShippedUnknown, alloc::vec![address]);
                        continue;
                    }
                    shipped => shipped,
                },
                (after, _) => after,
            };
            group.body.insert(name.clone(), written_over(before, after.as_ref()));
            self.note(book, name, &address);
            group.settings.push(address);
        }
        book.remark(Matter::Beta, beta.settings.clone());
        book.remark(Matter::Uncharted, uncharted.settings.clone());
        for (version, group) in [(Version::V1, stable), (Version::Beta, beta), (Version::Beta, uncharted)] {
            if group.settings.is_empty() {
                continue;
            }
            let names: Vec<&str> = group.body.keys().map(String::as_str).collect();
            let does = alloc::format!("Change {}: {}", self.name, names.join(", "));
            book.send(Operation {
                part: self.part.clone(),
                method: Method::Patch,
                version,
                path: self.path.clone(),
                body: Some(Value::Object(group.body)),
                settings: group.settings,
                does,
            });
        }
    }

    /// Whether a property holds something that no type of v1.0 has.
    fn holds_unknown(&self, name: &str) -> bool {
        let is_unknown = |settings: &Value| {
            let settings = json!({ name: settings.get(name).cloned().unwrap_or_default() });
            unknown_properties::<Settings>(settings)
                .iter()
                .any(|place| place != "/tenantRestrictions/devices" && !place.contains("@odata."))
        };
        is_unknown(self.before) || is_unknown(self.after)
    }

    /// What to know about a setting.
    fn note(&self, book: &mut Book<'_>, name: &str, address: &str) {
        let Some(setting) = self.after.get(name).filter(|value| !value.is_null()) else { return };
        for matter in refused::matters(setting) {
            book.remark(matter, alloc::vec![address.into()]);
        }
        let is_b2b = name.starts_with("b2b") || name == "tenantRestrictions";
        let half = |half: &str| setting.get(half).filter(|half| !half.is_null());
        let users = half("usersAndGroups");
        if is_b2b && (users.is_none() || half("applications").is_none()) {
            book.remark(Matter::Half, alloc::vec![address.into()]);
        }
        let targets = users.and_then(|users| users.get("targets")?.as_array());
        let names_somebody =
            |target: &Value| target.get("target").and_then(Value::as_str) != Some("AllUsers");
        let is_inbound = name.ends_with("Inbound") || name == "tenantRestrictions";
        if self.kind == Kind::Default
            && is_b2b
            && is_inbound
            && targets.is_some_and(|targets| targets.iter().any(names_somebody))
        {
            book.remark(Matter::DefaultNamesSomebody, alloc::vec![address.into()]);
        }
        if setting.get("devices").is_some_and(|devices| !devices.is_null()) {
            book.remark(Matter::Devices, alloc::vec![address.into()]);
        }
    }
}
