//! Edits of the conditions that no scenario states the facts for: where a sign-in comes from, and on what.
//! A policy that has one depends; what exactly it says of places or devices is not evaluated.

use entente_policy::graph::{ConditionalAccessPolicy, Rest};
use serde_json::{Value, json};

/// Such a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Everywhere but at trusted locations.
    Locations,
    /// On phones.
    Platforms,
    /// By clients that know no modern authentication.
    ClientApps,
    /// On devices that a filter takes in.
    Devices,
    /// For applications that a filter takes in.
    Applications,
}

impl Condition {
    /// Every such condition.
    pub const ALL: [Condition; 5] = [
        Condition::Locations,
        Condition::Platforms,
        Condition::ClientApps,
        Condition::Devices,
        Condition::Applications,
    ];

    /// Graph's name for it.
    fn name(self) -> &'static str {
        match self {
            Condition::Locations => "locations",
            Condition::Platforms => "platforms",
            Condition::ClientApps => "clientAppTypes",
            Condition::Devices => "devices",
            Condition::Applications => "applicationFilter",
        }
    }

    /// What it says where this page puts it on.
    fn example(self) -> Value {
        match self {
            Condition::Locations => {
                json!({ "includeLocations": ["All"], "excludeLocations": ["AllTrusted"] })
            }
            Condition::Platforms => json!({ "includePlatforms": ["android", "iOS"] }),
            Condition::ClientApps => json!(["exchangeActiveSync", "other"]),
            Condition::Devices => json!({
                "deviceFilter": { "mode": "include", "rule": "device.isCompliant -eq True" }
            }),
            Condition::Applications => json!({
                "mode": "include", "rule": "CustomSecurityAttribute.Partners_Shared -eq \"yes\""
            }),
        }
    }

    /// Whether a policy has it.
    pub fn is_on(self, policy: &ConditionalAccessPolicy) -> bool {
        let conditions = &policy.conditions;
        let rest =
            if self == Condition::Applications { &conditions.applications.rest } else { &conditions.rest };
        let every_client = |value: &Value| self == Condition::ClientApps && *value == json!(["all"]);
        rest.get(self.name()).is_some_and(|value| !value.is_null() && !every_client(value))
    }

    pub(super) fn set(self, policy: &mut ConditionalAccessPolicy, on: bool) {
        if on == self.is_on(policy) {
            return;
        }
        let conditions = &mut policy.conditions;
        let rest: &mut Rest = if self == Condition::Applications {
            &mut conditions.applications.rest
        } else {
            &mut conditions.rest
        };
        if on {
            rest.insert(self.name().into(), self.example());
        } else {
            rest.remove(self.name());
        }
    }
}
