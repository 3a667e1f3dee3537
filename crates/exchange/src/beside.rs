//! What the files of a tenant held beside its settings, and no rule knows: it is kept with the tenant, under a name of
//! our own since a part of a bundle may be called like something else of the tenant, and written back where it stood.

use alloc::string::{String, ToString};

use entente_policy::Tenant;
use serde_json::{Map, Value};

use crate::annotation::BESIDE;

/// Keeps the properties of `read`. What a later file says takes the place of what an earlier one said.
pub(crate) fn keep(tenant: &mut Tenant, read: &Value) {
    let Some(read) = read.as_object() else { return };
    let before = tenant.rest.entry(BESIDE.to_string()).or_insert_with(|| Value::Object(Map::new()));
    if !before.is_object() {
        *before = Value::Object(Map::new());
    }
    if let Some(before) = before.as_object_mut() {
        before.extend(read.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
}

/// Writes it into a bundle, beside the parts that are there.
pub(crate) fn write(tenant: &Tenant, bundle: &mut Map<String, Value>) {
    let kept = tenant.rest.get(BESIDE).and_then(Value::as_object);
    for (name, value) in kept.into_iter().flatten() {
        bundle.entry(name.clone()).or_insert_with(|| value.clone());
    }
}
