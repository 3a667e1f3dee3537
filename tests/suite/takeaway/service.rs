//! Microsoft Graph as its reference describes it, for one tenant: it holds raw JSON, takes requests, and refuses what the
//! reference says is refused. It shares nothing with what writes the requests.

use std::collections::{BTreeMap, BTreeSet};

use entente_exchange::export::bundle;
use entente_policy::Tenant;
use serde_json::{Map, Value, json};

use super::state::{State, ids};

/// What becomes of what is nested in a property that a PATCH holds. The reference does not say it for every type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nested {
    /// The property is replaced as a whole.
    Replaced,
    /// Objects are merged, lists are replaced.
    Merged,
}

pub(super) struct Service {
    tenant: String,
    nested: Nested,
    policy: Value,
    default: Value,
    partners: BTreeMap<String, Value>,
    policies: BTreeMap<String, Value>,
    known: BTreeSet<String>,
    authorization: Value,
}

type Answer = Result<(), String>;

/// Properties of default settings and organizations that v1.0 has.
const STABLE: [&str; 9] = [
    "inboundTrust",
    "b2bCollaborationInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "tenantRestrictions",
    "m365CollaborationInbound",
    "m365CollaborationOutbound",
    "appServiceConnectInbound",
];

/// Properties that nobody writes.
const READ_ONLY: [&str; 6] = [
    "id",
    "tenantId",
    "isServiceDefault",
    "isInMultiTenantOrganization",
    "isServiceProvider",
    "m365Capabilities",
];

impl Service {
    pub(super) fn of(tenant: &Tenant, nested: Nested) -> Self {
        let mut bundle: Value = serde_json::from_str(&bundle(tenant)).unwrap();
        let by = |list: Value, key: &str| -> BTreeMap<String, Value> {
            let items = list.as_array().cloned().unwrap_or_default();
            items.into_iter().map(|item| (item[key].as_str().unwrap().to_lowercase(), item)).collect()
        };
        let object = |value: Value| if value.is_null() { json!({}) } else { value };
        Service {
            tenant: tenant.id.as_str().into(),
            nested,
            policy: bundle["policy"].take(),
            default: bundle["default"].take(),
            partners: by(bundle["partners"].take(), "tenantId"),
            policies: by(bundle["conditionalAccessPolicies"].take(), "id"),
            known: ids(tenant),
            authorization: object(bundle["authorizationPolicy"].take()),
        }
    }

    pub(super) fn state(&self) -> State {
        let mut state = State::default();
        state.put_policy(&self.tenant, &self.policy);
        state.put_default(&self.tenant, &self.default);
        for (id, partner) in &self.partners {
            state.put_partner(&self.tenant, id, partner);
        }
        let policies: Vec<Value> = self.policies.values().cloned().collect();
        state.put_policies(&self.tenant, &policies, &self.known);
        state.put_authorization(&self.tenant, &self.authorization);
        state
    }

    pub(super) fn send(&mut self, method: &str, version: &str, path: &str, body: Option<&Value>) -> Answer {
        let empty = Map::new();
        let properties = body.map_or(Some(&empty), Value::as_object).ok_or("400 the body is no object")?;
        if (method == "DELETE" || path.ends_with("/resetToSystemDefault")) != body.is_none() {
            return Err("400 a body where none belongs, or none where one does".into());
        }
        let steps: Vec<String> = path.split('/').skip(1).map(decoded).collect();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        let nested = self.nested;
        match (method, steps.as_slice()) {
            ("PATCH", ["policies", "crossTenantAccessPolicy"]) => {
                only(properties, &["allowedCloudEndpoints", "displayName"])?;
                if properties.get("allowedCloudEndpoints").is_some_and(Value::is_null) {
                    return Err("400 allowedCloudEndpoints is not nullable".into());
                }
                patch(&mut self.policy, properties, nested);
                Ok(())
            }
            ("PATCH", ["policies", "crossTenantAccessPolicy", "default"]) => {
                settings(version, properties, &["invitationRedemptionIdentityProviderConfiguration"])?;
                if let Some((name, _)) = properties.iter().find(|(_, value)| value.is_null()) {
                    return Err(format!("400 nothing below the default for {name} to inherit"));
                }
                patch(&mut self.default, properties, nested);
                self.default["isServiceDefault"] = json!(false);
                Ok(())
            }
            ("POST", ["policies", "crossTenantAccessPolicy", "default", "resetToSystemDefault"]) => {
                let id = self.default["id"].take();
                self.default = json!({ "isServiceDefault": true });
                if !id.is_null() {
                    self.default["id"] = id;
                }
                Ok(())
            }
            ("POST", ["policies", "crossTenantAccessPolicy", "partners"]) => {
                let id =
                    properties.get("tenantId").and_then(Value::as_str).ok_or("400 tenantId is required")?;
                if self.partners.contains_key(&id.to_lowercase()) {
                    return Err("400 Request_MultipleObjectsWithSameKeyValue".into());
                }
                self.partners.insert(id.to_lowercase(), Value::Object(properties.clone()));
                Ok(())
            }
            ("PATCH", ["policies", "crossTenantAccessPolicy", "partners", id]) => {
                settings(version, properties, &["automaticUserConsentSettings"])?;
                patch(self.partner(id)?, properties, nested);
                Ok(())
            }
            ("DELETE", ["policies", "crossTenantAccessPolicy", "partners", id]) => {
                if !self.partner(id)?["identitySynchronization"].is_null() {
                    return Err("400 the organization has synchronization".into());
                }
                self.partners.remove(&id.to_lowercase());
                Ok(())
            }
            (_, ["policies", "crossTenantAccessPolicy", "partners", id, "identitySynchronization"]) => {
                if version == "v1.0" {
                    only(properties, &["displayName", "userSyncInbound"])?;
                }
                let partner = self.partner(id)?;
                let is_there = !partner["identitySynchronization"].is_null();
                match (method, is_there) {
                    ("PUT", false) => partner["identitySynchronization"] = Value::Object(properties.clone()),
                    ("PUT", true) => return Err("400 Request_MultipleObjectsWithSameKeyValue".into()),
                    ("PATCH", true) => patch(&mut partner["identitySynchronization"], properties, nested),
                    ("DELETE", true) => drop(partner["identitySynchronization"].take()),
                    _ => return Err("404".into()),
                }
                Ok(())
            }
            ("POST", ["identity", "conditionalAccess", "policies"]) => {
                if properties.contains_key("id")
                    || body.unwrap().pointer("/conditions/clientAppTypes").is_none()
                {
                    return Err("400 the service gives the id, and clientAppTypes is required".into());
                }
                external_tenants(body.unwrap())?;
                let id = format!("new {}", self.policies.len());
                let mut policy = properties.clone();
                policy.insert("id".into(), json!(id));
                self.policies.insert(id, policy.into());
                Ok(())
            }
            ("PATCH", ["identity", "conditionalAccess", "policies", id]) => {
                let policy = self.policies.get_mut(&id.to_lowercase()).ok_or("404")?;
                if properties.contains_key("id") {
                    return Err("400 the id is the service’s".into());
                }
                external_tenants(body.unwrap())?;
                patch(policy, properties, nested);
                Ok(())
            }
            ("DELETE", ["identity", "conditionalAccess", "policies", id]) => {
                self.policies.remove(&id.to_lowercase()).map(drop).ok_or("404".into())
            }
            ("PATCH", ["policies", "authorizationPolicy"]) => {
                only(properties, &["allowInvitesFrom", "guestUserRoleId"])?;
                patch(&mut self.authorization, properties, nested);
                Ok(())
            }
            _ => Err(format!("404 nobody documents {method} {path}")),
        }
    }

    fn partner(&mut self, id: &str) -> Result<&mut Value, String> {
        self.partners.get_mut(&id.to_lowercase()).ok_or("404 there is no such organization".into())
    }
}

fn decoded(step: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = step.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: Vec<u8> = rest.by_ref().take(2).collect();
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn only(properties: &Map<String, Value>, known: &[&str]) -> Answer {
    match properties.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => Err(format!("400 Invalid property '{key}'")),
        None => Ok(()),
    }
}

/// What settings may hold in a version, and beside what is shared.
fn settings(version: &str, properties: &Map<String, Value>, own: &[&str]) -> Answer {
    for (name, value) in properties {
        let is_stable = STABLE.contains(&name.as_str()) || own.contains(&name.as_str());
        let is_other = matches!(
            name.as_str(),
            "automaticUserConsentSettings"
                | "invitationRedemptionIdentityProviderConfiguration"
                | "identitySynchronization"
        );
        if READ_ONLY.contains(&name.as_str()) || (is_other && !is_stable) {
            return Err(format!("400 {name} cannot be written here"));
        }
        let is_known_within = name != "inboundTrust" || value.get("isCompliantNetworkAccepted").is_none();
        if version == "v1.0" && !(is_stable && is_known_within) {
            return Err(format!("400 Invalid property '{name}' in v1.0"));
        }
    }
    Ok(())
}

/// External tenants are of one of two types, which has to be said, and only one of them has members.
fn external_tenants(body: &Value) -> Answer {
    for which in ["include", "exclude"] {
        let place = format!("/conditions/users/{which}GuestsOrExternalUsers/externalTenants");
        let Some(tenants) = body.pointer(&place).filter(|tenants| !tenants.is_null()) else { continue };
        let (type_name, has_members) = match tenants["membershipKind"].as_str() {
            Some("enumerated") => ("#microsoft.graph.conditionalAccessEnumeratedExternalTenants", true),
            _ => ("#microsoft.graph.conditionalAccessAllExternalTenants", false),
        };
        if tenants["@odata.type"] != type_name {
            return Err("400 cannot create an abstract class".into());
        }
        if tenants.get("members").is_some() && !has_members {
            return Err("400 The property 'members' does not exist on type".into());
        }
    }
    Ok(())
}

fn patch(target: &mut Value, properties: &Map<String, Value>, nested: Nested) {
    for (name, value) in properties {
        let place = &mut target[name.as_str()];
        match (nested, value) {
            // What is of another type is another object.
            (Nested::Merged, Value::Object(inner)) if place.is_object() && name != "externalTenants" => {
                patch(place, inner, nested);
            }
            _ => *place = value.clone(),
        }
    }
}
