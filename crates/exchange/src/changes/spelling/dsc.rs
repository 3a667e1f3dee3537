//! Microsoft365DSC: the resources for cross-tenant access, with the properties they have had since 2023, and where one
//! of those of 2026 is needed, with that.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::{Id, Tenant};
use serde_json::Value;

use super::typed::{Touched, lines, touched};
use super::{LeftOut, Spelled, foot, head};
use crate::changes::{Changes, Method, Part};
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

/// Those that came in 2026.
const NEWER: [(&str, &str); 6] = [
    ("tenantRestrictions", "TenantRestrictions"),
    ("m365CollaborationInbound", "M365CollaborationInbound"),
    ("m365CollaborationOutbound", "M365CollaborationOutbound"),
    ("appServiceConnectInbound", "AppServiceConnectInbound"),
    ("blockServiceProviderOutboundAccess", "BlockServiceProviderOutboundAccess"),
    (REDEMPTION, "InvitationRedemptionIdentityProviderConfiguration"),
];

const REDEMPTION: &str = "invitationRedemptionIdentityProviderConfiguration";

/// What a resource has of Graph’s property, if it has it.
fn name_of(part: &Part, name: &str) -> Option<&'static str> {
    let is_there = match name {
        // On the defaults nobody can change the one, and the resource has not the other.
        "automaticUserConsentSettings" | "m365CollaborationInbound" => *part != Part::Default,
        REDEMPTION => *part == Part::Default,
        _ => true,
    };
    let mut known = SETTINGS.into_iter().chain(NEWER);
    known.find(|(graph, _)| is_there && *graph == name).map(|(_, property)| property)
}

/// The changes as blocks of a configuration.
pub(super) fn dsc(changes: &Changes, tenant: &Tenant) -> Spelled {
    let mut left_out = Vec::new();
    let mut blocks = String::new();
    for (at, touched) in touched(changes, tenant).iter().enumerate() {
        let left = match &touched.part {
            Part::Partner(id) if touched.after.is_none() && unsynchronizes(changes, id) => {
                Some(touched.left_out(STILL_SYNCHRONIZED))
            }
            _ => None,
        };
        let block =
            left.map_or_else(|| block(touched, &at.saturating_add(1).to_string(), &mut left_out), Err);
        match block {
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

const STILL_SYNCHRONIZED: &str = "Graph refuses to remove an organization that still has synchronization, and these blocks do not remove that.";

/// Whether the requests take synchronization away from an organization, or what may be there of it.
fn unsynchronizes(changes: &Changes, id: &Id) -> bool {
    let mut removals = changes.operations.iter().filter(|operation| operation.method == Method::Delete);
    removals.any(|operation| matches!(&operation.part, Part::Synchronization(of) if of == id))
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
            return Err(touched.left_out(
                "Synchronization is a property of the organization since 2026, and is not written here.",
            ));
        }
        Part::ConditionalAccess(_) | Part::Authorization => {
            return Err(touched.left_out("These blocks are for cross-tenant access alone."));
        }
    };
    let mut properties = alloc::vec![key];
    let is_there = touched.after.is_some();
    if let Some(after) = &touched.after {
        for name in &touched.changed {
            match property(touched, name, after.get(name)) {
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
            _ => name_of(&touched.part, name).is_some(),
        };
        let why = "Nobody has seen this, so the block does not name it, and it stays as it is.";
        left_out.extend(touched.leave_out_not_seen(has_word, why));
    }
    properties.push(format!("Ensure = '{}'", if is_there { "Present" } else { "Absent" }));
    let properties: String = properties.iter().map(|property| format!("    {property}\n")).collect();
    let is_newer = NEWER.iter().any(|(_, name)| properties.contains(&format!("    {name} = ")));
    let since = if is_newer { "\n# It needs Microsoft365DSC of 2026 or newer." } else { "" };
    Ok(format!("\n# {}{since}\n{resource} 'Entente{number}'\n{{\n{properties}}}\n", comment(&touched.does)))
}

fn property(touched: &Touched, name: &str, value: Option<&Value>) -> Result<String, &'static str> {
    let part = &touched.part;
    let value = value.filter(|value| !value.is_null());
    if *part == Part::Policy {
        return match (name, value) {
            ("allowedCloudEndpoints", Some(Value::Array(clouds))) => {
                let clouds: Vec<String> = clouds.iter().filter_map(Value::as_str).map(quoted).collect();
                Ok(format!("AllowedCloudEndpoints = @({})", clouds.join(", ")))
            }
            ("displayName", Some(Value::String(name))) => Ok(format!("DisplayName = {}", quoted(name))),
            _ => Err("It is not among the properties of the resource."),
        };
    }
    let Some(property) = name_of(part, name) else {
        return Err("It is not among the properties of the resource.");
    };
    let Some(value) = value else {
        return Err(
            "What a block does not name stays as it is, so nothing can be returned to the default settings.",
        );
    };
    let sent = touched.sent.get(name);
    let written = match name {
        "inboundTrust" => switches(
            value,
            sent,
            "InboundTrust",
            &[
                ("isMfaAccepted", "IsMfaAccepted"),
                ("isCompliantDeviceAccepted", "IsCompliantDeviceAccepted"),
                ("isHybridAzureADJoinedDeviceAccepted", "IsHybridAzureADJoinedDeviceAccepted"),
            ],
        )?,
        "automaticUserConsentSettings" => switches(
            value,
            sent,
            "AutomaticUserConsentSettings",
            &[("inboundAllowed", "InboundAllowed"), ("outboundAllowed", "OutboundAllowed")],
        )?,
        "blockServiceProviderOutboundAccess" => {
            let flag = value.as_bool().ok_or("It has another shape.")?;
            String::from(if flag { "$True" } else { "$False" })
        }
        REDEMPTION => redemption(value)?,
        "m365CollaborationInbound" => {
            halves(value, "M365CollaborationInboundSetting", &[("users", "Users")])?
        }
        "m365CollaborationOutbound" => {
            halves(value, "M365CollaborationOutboundSetting", &[("usersAndGroups", "UsersAndGroups")])?
        }
        "appServiceConnectInbound" => {
            halves(value, "AppServiceConnectSetting", &[("applications", "Applications")])?
        }
        "tenantRestrictions" => halves(value, "TenantRestrictions", &BOTH)?,
        _ => halves(value, "B2BSetting", &BOTH)?,
    };
    Ok(format!("{property} = {written}"))
}

fn switches(
    value: &Value,
    sent: Option<&Value>,
    class: &str,
    names: &[(&str, &str)],
) -> Result<String, &'static str> {
    let object = value.as_object().ok_or("It has another shape.")?;
    let mut written = Vec::new();
    for (name, value) in object.iter().filter(|(_, value)| !value.is_null()) {
        let known = names.iter().find(|(graph, _)| graph == name);
        let Some(((_, name), value)) = known.zip(value.as_bool()) else {
            return Err("It holds something that is not among the properties of the resource.");
        };
        written.push(format!("        {name} = ${}\n", if value { "True" } else { "False" }));
    }
    let mut sent = sent.and_then(Value::as_object).into_iter().flatten();
    if sent.any(|(_, value)| value.is_null()) {
        return Err(
            "What a block does not name stays as it is, so a switch can’t be returned to the default settings.",
        );
    }
    Ok(format!("{PREFIX}{class} {{\n{}    }}", written.concat()))
}

/// The halves of most settings.
const BOTH: [(&str, &str); 2] = [("applications", "Applications"), ("usersAndGroups", "UsersAndGroups")];

fn redemption(value: &Value) -> Result<String, &'static str> {
    let object = value.as_object().ok_or("It has another shape.")?;
    let providers = object.get("primaryIdentityProviderPrecedenceOrder").and_then(Value::as_array);
    let fallback = object.get("fallbackIdentityProvider").and_then(Value::as_str);
    let (Some(providers), Some(fallback), 2) = (providers, fallback, object.len()) else {
        return Err("It does not state both the order and the fallback, or something else beside them.");
    };
    let providers: Vec<String> = providers.iter().filter_map(Value::as_str).map(quoted).collect();
    Ok(format!(
        "MSFT_AADDefaultInvitationRedemptionIdentityProviderConfiguration {{\n        PrimaryIdentityProviderPrecedenceOrder = @({})\n        FallbackIdentityProvider = {}\n    }}",
        providers.join(", "),
        quoted(fallback)
    ))
}

fn halves(value: &Value, setting: &str, names: &[(&str, &str)]) -> Result<String, &'static str> {
    let object = value.as_object().ok_or("It has another shape.")?;
    let stated = object.iter().filter(|(_, value)| !value.is_null());
    if stated.into_iter().any(|(key, _)| !names.iter().any(|(name, _)| name == key)) {
        return Err("It holds something that is not among the properties of the resource.");
    }
    let mut written = String::new();
    for (name, class) in names {
        let half = object.get(*name).and_then(Value::as_object).ok_or("Only one half of it is stated.")?;
        let targets =
            half.get("targets").and_then(Value::as_array).ok_or("A list without targets can’t be said.")?;
        if half.keys().any(|key| key != "accessType" && key != "targets") {
            return Err("It holds something that is not among the properties of the resource.");
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
                return Err("It holds something that is not among the properties of the resource.");
            }
            let (target, target_type) = (word("target"), word("targetType"));
            written.push_str(&format!(
                "                {PREFIX}Target {{ Target = {target}; TargetType = {target_type} }}\n"
            ));
        }
        written.push_str("            )\n        }\n");
    }
    Ok(format!("{PREFIX}{setting} {{\n{written}    }}"))
}
