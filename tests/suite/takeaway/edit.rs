//! Random edits: any part of a scenario replaced by the same part of another one, removed, or given a property that the
//! random scenarios do not have.

use entente_policy::{Scenario, Shape};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The choices of an edit, in the order in which they are made, and how often something is changed.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    choices: Vec<u8>,
    rate: u8,
}

impl Arbitrary for Edit {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        let rate = prop_oneof![3 => 1..20u8, 2 => 20..120u8, 1 => 200..=255u8];
        (proptest::collection::vec(any::<u8>(), 97), rate)
            .prop_map(|(choices, rate)| Edit { choices, rate })
            .boxed()
    }
}

impl Edit {
    /// The same made another way round, for the scenario that is edited.
    pub(super) fn of_the_base(&self) -> Edit {
        Edit { choices: self.choices.iter().rev().copied().collect(), rate: 0 }
    }
}

struct Dice<'a> {
    edit: &'a Edit,
    at: usize,
}

impl Dice<'_> {
    fn byte(&mut self) -> u8 {
        self.at += 1;
        let choices = &self.edit.choices;
        choices[self.at % choices.len()].wrapping_add((self.at / choices.len()) as u8).wrapping_mul(167)
    }

    fn changes(&mut self) -> bool {
        self.byte() < self.edit.rate
    }

    fn one_in(&mut self, sides: u8) -> bool {
        self.byte().is_multiple_of(sides)
    }
}

/// `scenario` with parts of `other`.
pub(super) fn edited(scenario: &Scenario, other: &Scenario, edit: &Edit) -> Scenario {
    let mut dice = Dice { edit, at: 0 };
    let mut document = scenario.write();
    let others = other.write();
    for tenant in document["tenants"].as_array_mut().unwrap() {
        let same = others["tenants"].as_array().unwrap().iter().find(|other| other["id"] == tenant["id"]);
        mix(tenant, same.unwrap_or(&Value::Null), &mut dice);
        let policy = &mut tenant["crossTenantAccessPolicy"];
        if policy.is_object() {
            add_to_policy(policy, &mut dice);
        }
    }
    Scenario::from_json(document).unwrap()
}

/// What cannot be done without: a document without it is none.
const KEYS: [&str; 6] = ["id", "tenantId", "displayName", "state", "homeTenant", "homeUser"];

fn mix(value: &mut Value, other: &Value, dice: &mut Dice<'_>) {
    match (value, other) {
        (Value::Object(object), Value::Object(other)) => {
            let mut names: Vec<String> = object.keys().chain(other.keys()).cloned().collect();
            names.dedup();
            for name in names.into_iter().filter(|name| !KEYS.contains(&name.as_str())) {
                match (object.get_mut(&name), other.get(&name)) {
                    (Some(value), Some(other)) if dice.changes() => *value = other.clone(),
                    (Some(value), Some(other)) => mix(value, other, dice),
                    // Words that have to be there stay.
                    (Some(Value::Object(_) | Value::Array(_)), None)
                        if dice.changes() && name != "conditions" =>
                    {
                        object.remove(&name);
                    }
                    (None, Some(other)) if dice.changes() => {
                        object.insert(name, other.clone());
                    }
                    _ => {}
                }
            }
        }
        (Value::Array(items), Value::Array(others)) => {
            let id = |item: &Value| item.get("tenantId").or(item.get("id")).cloned();
            for item in items.iter_mut() {
                if let Some(other) = others.iter().find(|other| id(other).is_some() && id(other) == id(item))
                {
                    mix(item, other, dice);
                }
            }
            if items.iter().any(|item| id(item).is_some()) {
                items.retain(|_| !dice.changes());
            }
            for other in others {
                if id(other).is_some() && dice.changes() && !items.iter().any(|item| id(item) == id(other)) {
                    items.push(other.clone());
                }
            }
        }
        _ => {}
    }
}

/// Properties that random scenarios do not have: what Graph alone writes, what beta has, and what nobody knows.
fn add_to_policy(policy: &mut Value, dice: &mut Dice<'_>) {
    let word = |dice: &mut Dice<'_>| ["allowed", "blocked"][usize::from(dice.byte() % 2)];
    let list = |dice: &mut Dice<'_>| json!({ "accessType": word(dice), "targets": [{ "target": format!("x{}", dice.byte() % 4), "targetType": "user" }] });
    let mut partners = policy.get_mut("partners").map_or_else(|| json!([]), Value::take);
    let mut default = policy.get_mut("default").map_or_else(|| json!({}), Value::take);
    let mut layers: Vec<&mut Value> = partners.as_array_mut().unwrap().iter_mut().collect();
    layers.push(&mut default);
    for layer in layers {
        let Some(layer) = layer.as_object_mut() else { continue };
        let put = |layer: &mut Map<String, Value>, name: &str, value: Value, dice: &mut Dice<'_>| match dice
            .byte()
            % 24
        {
            0 => drop(layer.insert(name.into(), value)),
            1 => drop(layer.remove(name)),
            _ => {}
        };
        let (yes, users) = (json!(dice.one_in(2)), list(dice));
        put(layer, "blockServiceProviderOutboundAccess", yes.clone(), dice);
        put(layer, "isServiceProvider", yes.clone(), dice);
        put(layer, "isInMultiTenantOrganization", yes.clone(), dice);
        put(layer, "m365CollaborationInbound", json!({ "users": users }), dice);
        put(layer, "m365CollaborationOutbound", json!({ "usersAndGroups": users }), dice);
        put(layer, "appServiceConnectInbound", json!({ "applications": users }), dice);
        put(layer, "crossCloudMeetingConfiguration", json!({ "inboundAllowed": yes }), dice);
        put(layer, "m365Capabilities", json!([{ "name": "x" }]), dice);
        if let Some(trust) = layer.get_mut("inboundTrust").and_then(Value::as_object_mut) {
            put(trust, "isCompliantNetworkAccepted", yes.clone(), dice);
        }
        if let Some(restrictions) = layer.get_mut("tenantRestrictions").and_then(Value::as_object_mut) {
            put(restrictions, "devices", json!({ "mode": "allowed", "rule": "x" }), dice);
        }
        if let Some(synchronization) = layer.get_mut("identitySynchronization").and_then(Value::as_object_mut)
        {
            put(synchronization, "groupSyncInbound", json!({ "isSyncAllowed": yes }), dice);
            put(synchronization, "displayName", json!("Sync"), dice);
        }
    }
    policy["partners"] = partners;
    policy["default"] = default;
    if dice.one_in(12) {
        policy["displayName"] = json!(format!("Policy {}", dice.byte() % 3));
    }
}
