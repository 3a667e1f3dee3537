//! What languages that state what is to be there, and no requests, have in common: the parts of a tenant that were
//! touched, as they are to be.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::graph::UnknownPart;
use entente_policy::{Layer, Property, Shape, Tenant, service_default};
use serde_json::{Map, Value};

use super::LeftOut;
use crate::changes::{Changes, Operation, Part};

/// A part as it is to be.
pub(super) struct Touched {
    pub(super) part: Part,
    /// What is to be there; nothing if the part is to go.
    pub(super) after: Option<Value>,
    /// Whether nothing was there before.
    pub(super) is_new: bool,
    /// The properties that were changed, for languages that leave the others alone.
    pub(super) changed: Vec<String>,
    /// What the requests send of those: null for what returns to the default settings.
    pub(super) sent: Map<String, Value>,
    /// The addresses of what was changed.
    pub(super) settings: Vec<String>,
    /// The properties that nobody has seen, each with its address: nothing is said of them.
    pub(super) not_seen: Vec<(&'static str, String)>,
    /// What it is called.
    pub(super) does: String,
}

/// The touched parts, in the order of the requests.
pub(super) fn touched(changes: &Changes, tenant: &Tenant) -> Vec<Touched> {
    let mut parts: Vec<Touched> = Vec::new();
    for operation in &changes.operations {
        let changed = changed(operation);
        let sent = operation.body.as_ref().and_then(Value::as_object).cloned().unwrap_or_default();
        match parts.iter_mut().find(|known| known.part == operation.part) {
            Some(known) => {
                known.changed.extend(changed);
                known.sent.extend(sent);
                known.settings.extend(operation.settings.iter().cloned());
            }
            None => parts.push(Touched {
                part: operation.part.clone(),
                after: after(tenant, &operation.part),
                is_new: is_new(operation),
                changed,
                sent,
                settings: operation.settings.clone(),
                not_seen: not_seen(tenant, &operation.part),
                does: operation.does.clone(),
            }),
        }
    }
    parts
}

fn is_new(operation: &Operation) -> bool {
    use crate::changes::Method;
    matches!(operation.method, Method::Post | Method::Put) && operation.part != Part::Default
}

/// The properties that a request changes.
fn changed(operation: &Operation) -> Vec<String> {
    match operation.body.as_ref().and_then(Value::as_object) {
        Some(body) => body.keys().filter(|name| *name != "tenantId").cloned().collect(),
        // A reset: the addresses end in the properties.
        None => operation
            .settings
            .iter()
            .filter_map(|address| address.rsplit('/').next())
            .map(String::from)
            .collect(),
    }
}

/// What nobody has seen of a part.
fn not_seen(tenant: &Tenant, part: &Part) -> Vec<(&'static str, String)> {
    let policy = &tenant.cross_tenant_access_policy;
    let (layer, within) = match part {
        Part::Default => (Layer::Default, "default".into()),
        Part::Partner(id) => (Layer::Partner(id.clone()), format!("partners/{id}")),
        Part::Policy => {
            let clouds = UnknownPart::AllowedCloudEndpoints;
            let address = format!("{}/crossTenantAccessPolicy/{}", tenant.id, clouds.as_str());
            return if policy.is_part_unknown(clouds) {
                alloc::vec![(clouds.as_str(), address)]
            } else {
                Vec::new()
            };
        }
        Part::Synchronization(_) | Part::ConditionalAccess(_) | Part::Authorization => return Vec::new(),
    };
    let unknown = Property::ALL.into_iter().filter(|property| policy.is_unknown(&layer, *property));
    unknown
        .map(|property| (property.as_str(), format!("{}/{within}/{}", tenant.id, property.as_str())))
        .collect()
}

/// Whether a property is a mark of our own.
fn is_mark(name: &str) -> bool {
    name.starts_with("@entente.")
}

/// What is to be there of a part that these languages know.
fn after(tenant: &Tenant, part: &Part) -> Option<Value> {
    let policy = &tenant.cross_tenant_access_policy;
    match part {
        Part::Policy => {
            let mut whole = policy.write();
            let object = whole.as_object_mut()?;
            object.retain(|name, _| name == "allowedCloudEndpoints" || name == "displayName");
            if !policy.is_part_unknown(UnknownPart::AllowedCloudEndpoints) {
                object.entry("allowedCloudEndpoints").or_insert_with(|| Value::Array(Vec::new()));
            }
            Some(whole)
        }
        Part::Default => {
            // What is not stated is what the service ships.
            let mut whole = service_default().write();
            let object = whole.as_object_mut()?;
            if let Value::Object(stated) = policy.default.write() {
                object.extend(stated.into_iter().filter(|(name, value)| !value.is_null() && !is_mark(name)));
            }
            let settings = &policy.default.settings;
            object.retain(|name, _| {
                let mut unknown = Property::ALL.into_iter().filter(|property| settings.is_unknown(*property));
                !unknown.any(|property| property.as_str() == name)
            });
            Some(whole)
        }
        Part::Partner(id) => {
            let mut whole = policy.partner(id)?.write();
            whole.as_object_mut()?.retain(|name, _| name != "identitySynchronization" && !is_mark(name));
            Some(whole)
        }
        Part::Synchronization(id) => {
            policy.partner(id)?.settings.identity_synchronization.as_ref().map(Shape::write)
        }
        Part::ConditionalAccess(_) | Part::Authorization => None,
    }
}

impl Touched {
    /// The addresses of what was changed in one property; of everything, where none is.
    pub(super) fn settings_of(&self, property: &str) -> Vec<String> {
        let ending = format!("/{property}");
        let of: Vec<String> =
            self.settings.iter().filter(|address| address.ends_with(&ending)).cloned().collect();
        if of.is_empty() { self.settings.clone() } else { of }
    }

    /// Leaves out what nobody has seen, of the properties that a language has words for.
    pub(super) fn leave_out_not_seen(&self, has_word: impl Fn(&str) -> bool, why: &str) -> Option<LeftOut> {
        let unsaid = self.not_seen.iter().filter(|(name, _)| has_word(name));
        let settings: Vec<String> = unsaid.map(|(_, address)| address.clone()).collect();
        (!settings.is_empty()).then(|| LeftOut { settings, why: why.to_string() })
    }

    /// Leaves the whole part out.
    pub(super) fn left_out(&self, why: &str) -> LeftOut {
        LeftOut { settings: self.settings.clone(), why: why.to_string() }
    }
}

/// What is left out, as lines of a comment.
pub(super) fn lines(left_out: &[LeftOut]) -> Vec<String> {
    let mut lines = Vec::new();
    if !left_out.is_empty() {
        lines.push("Left out:".into());
    }
    lines.extend(left_out.iter().map(|left| format!("- {}: {}", left.settings.join(", "), left.why)));
    lines
}
