//! Microsoft365DSC: the resources for cross-tenant access, with the properties they have had since 2023.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::Tenant;
use serde_json::Value;

use super::typed::{Touched, lines, touched};
use super::{LeftOut, Spelled, foot, head};
use crate::changes::{Changes, Part};
use crate::quote::{comment, powershell as quoted};

const PREFIX: &str = "MSFT_AADCrossTenantAccessPolicy";

/// Properties of default settings and organizations, by the names of the resources.
const SETTINGS: [(&str, &str); 6] = [
    ("b2bCollaborationInbound", "B2BCollaborationInbound"),
    ("b2bCollaborationOutbound", "B2BCollaborationOutbound"),
    ("b2bDirectConnectInbound", "B2BDirectConnectInbound"),
    ("b2bDirectConnectOutbound", "B2BDirectConnectOutbound"),
    ("inboundTrust", "InboundTrust"),
    ("automaticUserConsentSettings", "AutomaticUserConsentSettings"),
];

/// The changes as blocks of a configuration.
pub(super) fn dsc(changes: &Changes, tenant: &Tenant) -> Spelled {
    let mut left_out = Vec::new();
    let mut blocks = String::new();
    for (at, touched) in touched(changes, tenant).iter().enumerate() {
        match block(touched, &at.saturating_add(1).to_string(), &mut left_out) {
            Ok(block) => blocks.push_str(&block),
            Err(left) => left_out.push(left),
        }
    }
    let how = "Put these blocks into the Node of a configuration, and add how it signs in to each.";
    let mut text = String::new();
    let words = head(changes, how);
    for line in words.iter().chain(&lines(&left_out)).chain(&foot(changes, true)) {
        text.push_str(&format!("# {}\n", comment(line)));
    }
    text.push_str(&blocks);
    Spelled { text, left_out }
}

fn block(touched: &Touched, number: &str, left_out: &mut Vec<LeftOut>) -> Result<String, LeftOut> {
    let (resource, key) = match &touched.part {
        Part::Policy => ("AADCrossTenantAccessPolicy", "IsSingleInstance = 'Yes'".into()),
        Part::Default => {
            ("AADCrossTenantAccessPolicyConfigurationDefault", "IsSingleInstance = 'Yes'".into())
        }
        Part::Partner(id) => (
            "AADCrossTenantAccessPolicyConfigurationPartner",
            format!("PartnerTenantId = {}", quoted(id.as_str())),
        ),
        Part::Synchronization(_) => {
            return Err(touched.left_out("Synchronization is not among the properties of 2023."));
        }
        Part::ConditionalAccess(_) | Part::Authorization => {
            return Err(touched.left_out("These blocks are for cross-tenant access alone."));
        }
    };
    let mut properties = alloc::vec![key];
    let is_there = touched.after.is_some();
    if let Some(after) = &touched.after {
        for name in &touched.changed {
            match property(&touched.part, name, after.get(name)) {
                Ok(property) => properties.push(property),
                Err(why) => left_out.push(LeftOut { settings: touched.settings_of(name), why: why.into() }),
            }
        }
        if properties.len() == 1 && !touched.is_new {
            return Ok(String::new());
        }
    }
    if is_there {
        let has_word = |name: &str| match touched.part {
            Part::Policy => name == "allowedCloudEndpoints",
            _ => SETTINGS.iter().any(|(graph, _)| *graph == name),
        };
        let why = "Nobody has seen this, so the block does not name it, and it stays as it is.";
        left_out.extend(touched.leave_out_not_seen(has_word, why));
    }
    properties.push(format!("Ensure = '{}'", if is_there { "Present" } else { "Absent" }));
    let properties: String = properties.iter().map(|property| format!("    {property}\n")).collect();
    Ok(format!("\n# {}\n{resource} 'Entente{number}'\n{{\n{properties}}}\n", comment(&touched.does)))
}

fn property(part: &Part, name: &str, value: Option<&Value>) -> Result<String, &'static str> {
    let value = value.filter(|value| !value.is_null());
    if *part == Part::Policy {
        return match (name, value) {
            ("allowedCloudEndpoints", Some(Value::Array(clouds))) => {
                let clouds: Vec<String> = clouds.iter().filter_map(Value::as_str).map(quoted).collect();
                Ok(format!("AllowedCloudEndpoints = @({})", clouds.join(", ")))
            }
            ("displayName", Some(Value::String(name))) => Ok(format!("DisplayName = {}", quoted(name))),
            _ => Err("It is not among the properties of 2023."),
        };
    }
    let known = SETTINGS.iter().find(|(graph, _)| *graph == name);
    let Some((_, property)) =
        known.filter(|_| *part != Part::Default || name != "automaticUserConsentSettings")
    else {
        return Err("It is not among the properties of 2023.");
    };
    let Some(value) = value else {
        return Err(
            "What a block does not name stays as it is, so nothing can be returned to the default settings.",
        );
    };
    let written = match name {
        "inboundTrust" => switches(
            value,
            "InboundTrust",
            &[
                ("isMfaAccepted", "IsMfaAccepted"),
                ("isCompliantDeviceAccepted", "IsCompliantDeviceAccepted"),
                ("isHybridAzureADJoinedDeviceAccepted", "IsHybridAzureADJoinedDeviceAccepted"),
            ],
        )?,
        "automaticUserConsentSettings" => switches(
            value,
            "AutomaticUserConsentSettings",
            &[("inboundAllowed", "InboundAllowed"), ("outboundAllowed", "OutboundAllowed")],
        )?,
        _ => setting(value)?,
    };
    Ok(format!("{property} = {written}"))
}

fn switches(value: &Value, class: &str, names: &[(&str, &str)]) -> Result<String, &'static str> {
    let object = value.as_object().ok_or("It has another shape.")?;
    let mut written = Vec::new();
    for (name, value) in object.iter().filter(|(_, value)| !value.is_null()) {
        let known = names.iter().find(|(graph, _)| graph == name);
        let Some(((_, name), value)) = known.zip(value.as_bool()) else {
            return Err("It holds something that is not among the properties of 2023.");
        };
        written.push(format!("        {name} = ${}\n", if value { "True" } else { "False" }));
    }
    if written.len() != names.len() {
        return Err(
            "What a block does not name stays as it is, so a switch can’t be returned to the default settings.",
        );
    }
    Ok(format!("{PREFIX}{class} {{\n{}    }}", written.concat()))
}

fn setting(value: &Value) -> Result<String, &'static str> {
    let object = value.as_object().ok_or("It has another shape.")?;
    if object.keys().any(|key| key != "usersAndGroups" && key != "applications") {
        return Err("It holds something that is not among the properties of 2023.");
    }
    let mut written = String::new();
    for (name, class) in [("applications", "Applications"), ("usersAndGroups", "UsersAndGroups")] {
        let half = object.get(name).and_then(Value::as_object).ok_or("Only one half of it is stated.")?;
        let targets =
            half.get("targets").and_then(Value::as_array).ok_or("A list without targets can’t be said.")?;
        if half.keys().any(|key| key != "accessType" && key != "targets") {
            return Err("It holds something that is not among the properties of 2023.");
        }
        let access_type = half.get("accessType").and_then(Value::as_str).unwrap_or_default();
        written.push_str(&format!(
            "        {class} = {PREFIX}TargetConfiguration {{\n            AccessType = {}\n            Targets = @(\n",
            quoted(access_type)
        ));
        for target in targets {
            let word = |key: &str| quoted(target.get(key).and_then(Value::as_str).unwrap_or_default());
            if target
                .as_object()
                .is_none_or(|target| target.keys().any(|key| key != "target" && key != "targetType"))
            {
                return Err("It holds something that is not among the properties of 2023.");
            }
            let (target, target_type) = (word("target"), word("targetType"));
            written.push_str(&format!(
                "                {PREFIX}Target {{ Target = {target}; TargetType = {target_type} }}\n"
            ));
        }
        written.push_str("            )\n        }\n");
    }
    Ok(format!("{PREFIX}B2BSetting {{\n{written}    }}"))
}
