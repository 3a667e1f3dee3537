//! The settings of a tenant as a list of addresses and what stands there, so that two states can be compared.

use std::collections::{BTreeMap, BTreeSet};

use entente_policy::{Property, Shape, Tenant};
use serde_json::{Value, json};

/// What stands at each address. What says nothing does not stand there.
#[derive(Clone, Debug, Default)]
pub(super) struct State(BTreeMap<String, Value>);

/// What stands where nobody has seen what does.
const UNSEEN: &str = "nobody has seen it";

fn everyone(word: &str) -> Value {
    json!({
        "applications": { "accessType": word, "targets": [{ "target": "AllApplications", "targetType": "application" }] },
        "usersAndGroups": { "accessType": word, "targets": [{ "target": "AllUsers", "targetType": "user" }] },
    })
}

/// What the service ships, by the table of the reference.
fn shipped(property: &str) -> Value {
    match property {
        "b2bCollaborationInbound" | "b2bCollaborationOutbound" => everyone("allowed"),
        "b2bDirectConnectInbound" | "b2bDirectConnectOutbound" | "tenantRestrictions" => everyone("blocked"),
        "inboundTrust" => json!({
            "isMfaAccepted": false, "isCompliantDeviceAccepted": false, "isHybridAzureADJoinedDeviceAccepted": false,
        }),
        "automaticUserConsentSettings" => json!({ "inboundAllowed": false, "outboundAllowed": false }),
        "blockServiceProviderOutboundAccess" => json!(false),
        _ => Value::Null,
    }
}

/// Without null, empty lists, what OData adds and the order of lists that are sets.
fn plain(key: &str, value: &Value) -> Value {
    match value {
        Value::Object(object) => object
            .iter()
            .filter(|(key, _)| !key.contains("@odata."))
            // The type of all external tenants has no members.
            .filter(|(key, _)| *key != "members" || object.get("membershipKind") != Some(&json!("all")))
            .map(|(key, value)| (key.clone(), plain(key, value)))
            .filter(|(key, value)| !(value.is_null() || key == "clientAppTypes" && *value == json!(["all"])))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) if items.is_empty() => Value::Null,
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| plain(key, item)).collect();
            if key != "primaryIdentityProviderPrecedenceOrder" {
                items.sort_by_key(Value::to_string);
                items.dedup();
            }
            items.into()
        }
        other => other.clone(),
    }
}

impl State {
    pub(super) fn put(&mut self, address: String, value: &Value) {
        let key = address.rsplit('/').next().unwrap().to_owned();
        let value = plain(&key, value);
        if !value.is_null() {
            self.0.insert(address, value);
        }
    }

    fn put_all(&mut self, address: &str, object: &Value) {
        for (key, value) in object.as_object().into_iter().flatten() {
            self.put(format!("{address}/{key}"), value);
        }
    }

    /// What nobody has seen of some settings stands there as such.
    fn put_unseen(
        &mut self,
        address: &str,
        settings: &mut Value,
        is_there: fn(Property) -> bool,
    ) -> Vec<String> {
        let object = settings.as_object_mut().unwrap();
        let marks = object.remove("@entente.unknown").unwrap_or_default();
        let marks = marks.as_array().into_iter().flatten().map(|mark| mark.as_str().unwrap());
        let unseen: Vec<String> = marks
            .filter(|mark| object.get(*mark).is_none_or(Value::is_null))
            .filter(|mark| {
                Property::ALL.iter().any(|property| property.as_str() == *mark && is_there(*property))
            })
            .map(String::from)
            .collect();
        for name in &unseen {
            self.put(format!("{address}/{name}"), &json!(UNSEEN));
        }
        unseen
    }

    /// The default settings: what is not stated is as shipped, and whether they were touched is no setting.
    pub(super) fn put_default(&mut self, tenant: &str, settings: &Value) {
        let mut settings = settings.clone();
        let address = format!("{tenant}/default");
        let unseen = self.put_unseen(&address, &mut settings, Property::is_of_defaults);
        let object = settings.as_object_mut().unwrap();
        object.remove("isServiceDefault");
        for property in [
            "b2bCollaborationInbound",
            "b2bCollaborationOutbound",
            "b2bDirectConnectInbound",
            "b2bDirectConnectOutbound",
            "tenantRestrictions",
            "inboundTrust",
            "automaticUserConsentSettings",
            "blockServiceProviderOutboundAccess",
        ] {
            let stated = object.get(property).is_some_and(|value| !value.is_null());
            if !stated && !unseen.iter().any(|name| name == property) {
                object.insert(property.into(), shipped(property));
            }
        }
        self.put_all(&address, &settings);
    }

    pub(super) fn put_partner(&mut self, tenant: &str, id: &str, settings: &Value) {
        let address = format!("{tenant}/partners/{}", id.to_lowercase());
        let mut settings = settings.clone();
        settings.as_object_mut().unwrap().remove("tenantId");
        self.put_unseen(&address, &mut settings, Property::is_of_partners);
        if let Some(synchronization) =
            settings.get_mut("identitySynchronization").and_then(Value::as_object_mut)
        {
            synchronization.remove("tenantId");
        }
        self.0.insert(format!("{address}/"), json!("is there"));
        self.put_all(&address, &settings);
    }

    /// Conditional access policies: those that have no id of before are told apart by what they say.
    pub(super) fn put_policies(&mut self, tenant: &str, policies: &[Value], known: &BTreeSet<String>) {
        let mut added = Vec::new();
        for policy in policies {
            let mut policy = policy.clone();
            let id = policy["id"].as_str().unwrap().to_owned();
            policy.as_object_mut().unwrap().remove("id");
            if let Some(strength) = policy.pointer_mut("/grantControls/authenticationStrength")
                && strength.is_object()
            {
                *strength = json!({ "id": strength["id"] });
            }
            if known.contains(&id.to_lowercase()) {
                self.put(format!("{tenant}/conditionalAccessPolicies/{id}"), &policy);
            } else {
                added.push(policy);
            }
        }
        self.put(format!("{tenant}/conditionalAccessPolicies/added"), &added.into());
    }

    pub(super) fn put_policy(&mut self, tenant: &str, policy: &Value) {
        let mut policy = policy.clone();
        let object = policy.as_object_mut().unwrap();
        for relationship in ["default", "partners"] {
            object.remove(relationship);
        }
        let marks = object.remove("@entente.unknown").unwrap_or_default();
        for mark in marks.as_array().into_iter().flatten() {
            match mark.as_str().unwrap() {
                // A list of which nobody has seen all says what is on it, and that there may be more.
                "partners" => self.put(format!("{tenant}/partners"), &json!(UNSEEN)),
                list => {
                    let listed = object.remove(list);
                    self.put(format!("{tenant}/crossTenantAccessPolicy/{list}"), &json!([UNSEEN, listed]));
                }
            }
        }
        self.put_all(&format!("{tenant}/crossTenantAccessPolicy"), &policy);
    }

    pub(super) fn put_authorization(&mut self, tenant: &str, policy: &Value) {
        let mut policy = policy.clone();
        if policy["allowInvitesFrom"].is_null() {
            policy["allowInvitesFrom"] = json!("everyone");
        }
        self.put_all(&format!("{tenant}/authorizationPolicy"), &policy);
    }

    /// What Graph has of a tenant.
    pub(super) fn of(tenant: &Tenant) -> State {
        Self::with_known(tenant, &ids(tenant))
    }

    pub(super) fn with_known(tenant: &Tenant, known: &BTreeSet<String>) -> State {
        let id = tenant.id.as_str();
        let mut state = State::default();
        let policy = &tenant.cross_tenant_access_policy;
        state.put_policy(id, &policy.write());
        state.put_default(id, &policy.default.write());
        for partner in &policy.partners {
            state.put_partner(id, partner.tenant_id.as_str(), &partner.write());
        }
        let policies: Vec<Value> =
            tenant.conditional_access_policies.iter().map(|policy| policy.write()).collect();
        state.put_policies(id, &policies, known);
        state.put_authorization(id, &tenant.authorization_policy.write());
        state
    }

    /// The addresses at which two states differ.
    pub(super) fn differing(&self, other: &State) -> BTreeSet<String> {
        let addresses = self.0.keys().chain(other.0.keys());
        addresses.filter(|address| self.0.get(*address) != other.0.get(*address)).cloned().collect()
    }

    pub(super) fn get(&self, address: &str) -> Option<&Value> {
        self.0.get(address)
    }
}

/// The ids of a tenant’s conditional access policies.
pub(super) fn ids(tenant: &Tenant) -> BTreeSet<String> {
    tenant.conditional_access_policies.iter().map(|policy| policy.id.as_str().to_lowercase()).collect()
}

/// Everything that a scenario states of a tenant, whether Graph has it or not.
pub(super) fn settings_of(tenant: &Tenant) -> State {
    let id = tenant.id.as_str();
    let mut state = State::of(tenant);
    let policies = &tenant.conditional_access_policies;
    state.put(format!("{id}/conditionalAccessPolicies/added"), &Value::Null);
    for policy in policies {
        state.put(format!("{id}/conditionalAccessPolicies/{}", policy.id), &policy.write());
    }
    let written = tenant.write();
    let handled =
        ["id", "crossTenantAccessPolicy", "conditionalAccessPolicies", "authorizationPolicy", "teams"];
    for (key, value) in
        written.as_object().unwrap().iter().filter(|(key, _)| !handled.contains(&key.as_str()))
    {
        // Which list there is says something, even if it is empty.
        state.0.insert(format!("{id}/{key}"), value.clone());
    }
    for (key, value) in written["teams"].as_object().into_iter().flatten() {
        let mut value = value.clone();
        // The policy for everybody else is there whether or not it is stated.
        if let Some(policies) = value.as_array_mut() {
            policies.retain(|policy| {
                let is_global =
                    policy["identity"].as_str().unwrap_or_default().eq_ignore_ascii_case("Global");
                let mut stated = policy.as_object().into_iter().flatten();
                !is_global
                    || stated.any(|(key, value)| {
                        key != "identity"
                            && !value.is_null()
                            && !(key.starts_with("allow") && value == &json!(true))
                    })
            });
            if policies.is_empty() {
                continue;
            }
        }
        for policy in value.as_array_mut().into_iter().flatten() {
            for switch in [
                "allowSharedChannelCreation",
                "allowChannelSharingToExternalUser",
                "allowUserToParticipateInExternalSharedChannel",
            ] {
                // A switch that is not stated is on.
                if policy[switch].is_null() {
                    policy[switch] = json!(true);
                }
            }
        }
        if key == "federationConfiguration" {
            // Which list there is says something, even if it is empty; that people work with others does not.
            let federation = value.as_object_mut().unwrap();
            federation
                .retain(|key, value| !(value.is_null() || key == "allowFederatedUsers" && *value == true));
            if !federation.is_empty() {
                state.0.insert(format!("{id}/teams/{key}"), value);
            }
            continue;
        }
        state.put(format!("{id}/teams/{key}"), &value);
    }
    state
}
