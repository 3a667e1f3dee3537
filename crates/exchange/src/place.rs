//! One setting of a scenario, by its address: read, and put in place.
//!
//! An address is a JSON pointer into the scenario document, such as
//! `/tenants/0/crossTenantAccessPolicy/default/inboundTrust`, or what a decision cites, such as
//! `TENANT/partners/OTHER/b2bDirectConnectInbound` with the tenants' ids. In both, an item of a list goes by its
//! position or by its id.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, Shape, unknown_properties};
use serde_json::{Map, Value};

use crate::document::{self, DocumentError};
use crate::pointer;
pub use crate::pointer::escaped;

/// By which properties the items of lists are known.
const IDS: [&str; 5] = ["id", "tenantId", "appId", "identity", "homeUser"];

/// What stands at an address; nothing where nothing is stated there.
///
/// # Errors
/// When the text is no address.
pub fn get(scenario: &Scenario, address: &str) -> Result<Option<Value>, DocumentError> {
    let steps = steps(scenario, address)?;
    let mut document = written(scenario, &steps);
    Ok(locate(&mut document, &steps).and_then(|keys| pointer::at(&mut document, &keys)).map(Value::take))
}

/// The scenario with `value` at an address; null is to state nothing there. What is not changed is shared, and a
/// setting costs what there are settings, however many people there are.
///
/// # Errors
/// When the text is no address, when nothing has a place there, when the value does not have the shape of what
/// belongs there, or when it brings a property that nobody knows.
pub fn set(scenario: &Scenario, address: &str, value: Value) -> Result<Scenario, DocumentError> {
    let steps = steps(scenario, address)?;
    let mut document = written(scenario, &steps);
    let known_before = unknown_properties::<Scenario>(document.clone());
    let nowhere = || {
        let message = format!("`{address}` leads nowhere: there is nothing to put a value into");
        DocumentError::at(address, message)
    };
    let keys = locate(&mut document, &steps).ok_or_else(nowhere)?;
    if !pointer::put(&mut document, keys.into_iter(), value) {
        return Err(nowhere());
    }
    let mut changed = document::from_value(document.clone())?;
    let unknown = unknown_properties::<Scenario>(document);
    if let Some(place) = unknown.into_iter().find(|place| !known_before.contains(place)) {
        let message = format!("`{place}` is a property that nobody knows: is it misspelt?");
        return Err(DocumentError::at(place, message));
    }
    if !is_of_directory(&steps) {
        for (new, old) in changed.tenants.iter_mut().zip(&scenario.tenants) {
            // Nobody else has what was just made.
            if let Some(new) = Arc::get_mut(new) {
                new.directory = old.directory.clone();
            }
        }
    }
    Ok(changed)
}

/// The steps of an address from the top of the document.
fn steps(scenario: &Scenario, address: &str) -> Result<Vec<String>, DocumentError> {
    if let Some(path) = address.strip_prefix('/') {
        return Ok(path.split('/').map(pointer::unescaped).collect());
    }
    let of_tenant = |tenant: &Id| {
        let (start, rest) = address.split_at_checked(tenant.as_str().len())?;
        tenant.is(start).then_some(())?;
        rest.strip_prefix('/')
    };
    let mut tenants = scenario.tenants.iter().enumerate();
    let Some((at, rest)) = tenants.find_map(|(at, tenant)| Some((at, of_tenant(&tenant.id)?))) else {
        let message = format!(
            "`{address}` is no address: one begins with `/`, or with the id of a tenant of the scenario"
        );
        return Err(DocumentError::at(address, message));
    };
    let mut steps = Vec::from(["tenants".to_string(), at.to_string()]);
    let (within, rest) = match rest.split('/').next() {
        Some("default" | "partners") => ("crossTenantAccessPolicy", rest),
        Some("users") => ("directory", rest),
        Some("anyOtherUser") => ("directory", "anyOtherUser"),
        _ => ("", rest),
    };
    steps.extend(
        [within].into_iter().chain(rest.split('/')).filter(|step| !step.is_empty()).map(String::from),
    );
    Ok(steps)
}

/// Whether an address leads into a directory, or to something that holds one.
fn is_of_directory(steps: &[String]) -> bool {
    match steps {
        [tenants, _, part, ..] => tenants == "tenants" && part == "directory",
        [first, ..] => first == "tenants" || first.is_empty(),
        [] => true,
    }
}

/// The scenario as a document; without directories, unless the address leads into one.
fn written(scenario: &Scenario, steps: &[String]) -> Value {
    if is_of_directory(steps) {
        return scenario.write();
    }
    scenario.write_without_directories()
}

/// The keys that an address leads by, with positions in the place of ids. An organization without settings of its own
/// gets some, that inherit everything.
fn locate(document: &mut Value, steps: &[String]) -> Option<Vec<String>> {
    let mut keys: Vec<String> = Vec::new();
    for step in steps {
        let is_partner = keys.last().is_some_and(|key| key == "partners");
        if is_partner && pointer::at(document, &keys).is_none() {
            pointer::put(document, keys.iter().cloned(), Value::Array(Vec::new()));
        }
        let key = match pointer::at(document, &keys) {
            Some(Value::Array(items)) => position(items, step, is_partner)?,
            _ => step.clone(),
        };
        keys.push(key);
    }
    Some(keys)
}

/// The position of the item that a step means.
fn position(items: &mut Vec<Value>, step: &str, is_partner: bool) -> Option<String> {
    if step == "-" || step.parse::<usize>().is_ok() {
        return Some(step.into());
    }
    let id = Id::from(step);
    let has_id = |item: &Value| IDS.iter().filter_map(|key| item.get(key)?.as_str()).any(|text| id.is(text));
    let at = items.iter().position(has_id);
    if at.is_none() && is_partner {
        // Neither by a macro nor from a list: what could go wrong with the one, and the sorting of the other, are more
        // of a program.
        let mut partner = Map::new();
        partner.insert("tenantId".into(), step.into());
        items.push(Value::Object(partner));
    }
    at.or(is_partner.then(|| items.len().saturating_sub(1))).map(|at| at.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::gallery;

    const CONTOSO: &str = "/tenants/0/crossTenantAccessPolicy";

    #[test]
    fn a_setting_is_put_in_place_and_read_again() {
        let scenario = gallery::FIRST.scenario();
        let address = format!("{CONTOSO}/default/inboundTrust");
        let trust = json!({ "isMfaAccepted": true });
        let changed = set(&scenario, &address, trust.clone()).unwrap();
        assert_eq!(get(&changed, &address).unwrap(), Some(trust));
        assert!(changed.tenants[1].directory.is_same(&scenario.tenants[1].directory));
        assert_eq!(set(&changed, &address, Value::Null).unwrap(), scenario);
        assert_eq!(get(&scenario, &address).unwrap(), None);
    }

    #[test]
    fn what_a_decision_cites_is_an_address() {
        let scenario = gallery::FIRST.scenario();
        let [contoso, fabrikam] = [&scenario.tenants[0].id, &scenario.tenants[1].id];
        let address = format!("{contoso}/partners/{fabrikam}/b2bDirectConnectInbound/usersAndGroups");
        let pointer = format!("{CONTOSO}/partners/0/b2bDirectConnectInbound/usersAndGroups");
        assert!(get(&scenario, &address).unwrap().is_some());
        assert_eq!(get(&scenario, &address), get(&scenario, &pointer));
        let user = &scenario.tenants[1].directory.users[0].id;
        let session = format!("{fabrikam}/users/{user}/session");
        let changed = set(&scenario, &session, json!({ "mfa": true })).unwrap();
        assert!(changed.tenants[1].directory.users[0].session.mfa);
        let others =
            set(&scenario, &format!("{fabrikam}/anyOtherUser/session"), json!({ "mfa": true })).unwrap();
        assert!(others.tenants[1].directory.any_other_user.mfa);
    }

    #[test]
    fn settings_about_an_organization_begin_with_the_first() {
        let scenario = gallery::Entry::find("shipped-defaults").unwrap().scenario();
        let [contoso, fabrikam] = [&scenario.tenants[0].id, &scenario.tenants[1].id];
        let mut untouched = scenario.clone();
        Arc::make_mut(&mut untouched.tenants[0]).cross_tenant_access_policy.partners.clear();
        let address = format!("{contoso}/partners/{fabrikam}/inboundTrust/isMfaAccepted");
        let changed = set(&untouched, &address, json!(true)).unwrap();
        let partner = &changed.tenants[0].cross_tenant_access_policy.partners[0];
        assert_eq!(partner.tenant_id, *fabrikam);
        assert!(partner.settings.inbound_trust.is_some());
    }

    #[test]
    fn what_has_no_place_is_refused_and_named() {
        let scenario = gallery::FIRST.scenario();
        let refused = |address: &str, value: Value| {
            let error = set(&scenario, address, value).unwrap_err();
            (error.pointer().map(String::from).unwrap_or_default(), error.to_string())
        };
        let (pointer, message) = refused(&format!("{CONTOSO}/default/inboundTrsut"), json!({}));
        assert_eq!(pointer, format!("{CONTOSO}/default/inboundTrsut"));
        assert!(message.contains("misspelt"), "{message}");
        let nested = json!({ "userAndGroups": {} });
        let (pointer, _) = refused(&format!("{CONTOSO}/default/b2bCollaborationInbound"), nested);
        assert!(pointer.ends_with("/b2bCollaborationInbound/userAndGroups"), "{pointer}");
        let (pointer, message) = refused(&format!("{CONTOSO}/default/inboundTrust"), json!(7));
        assert!(pointer.ends_with("/inboundTrust") && message.contains("a number"), "{message}");
        for nowhere in
            ["nobody/cloud", "/tenants/0/directory/users/nobody/session", "/title/x", "/tenants/9/cloud"]
        {
            let (_, message) = refused(nowhere, json!("x"));
            assert!(message.contains(nowhere), "{message}");
        }
        assert!(refused("/tenants", json!([])).1.contains("two tenants"));
    }
}
