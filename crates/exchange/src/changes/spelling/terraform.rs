//! Terraform with the two providers that have a type for each part: what is to be there of whatever was touched.
//!
//! A block holds a part as a whole, for what it does not hold goes back to the default. So a part with something in it
//! that a provider refuses or fills in by itself is left out as a whole, and that is said.

mod provider;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::Tenant;
use serde_json::{Map, Value};

pub(super) use self::provider::{DEPLOYMENTTHEORY, Provider, TERRAPROVIDER};
use super::typed::{Touched, lines, touched};
use super::{LeftOut, Spelled, foot, hcl, head};
use crate::changes::{Changes, Part};
use crate::quote::comment;

/// The changes as a configuration of Terraform for one of the providers.
pub(super) fn terraform(changes: &Changes, tenant: &Tenant, provider: &Provider) -> Spelled {
    let mut left_out = Vec::new();
    let mut blocks = String::new();
    for (at, touched) in touched(changes, tenant).iter().enumerate() {
        let number = at.saturating_add(1).to_string();
        match block(provider, touched, &number, &mut left_out) {
            Ok(block) => blocks.push_str(&block),
            Err(mut left) => {
                left.why.push_str(&format!(" {}", who_can(provider, touched)));
                left_out.push(left);
            }
        }
    }
    let how = "Each block holds the whole of what it is about, and imports what is there: terraform plan then shows what was changed.";
    let mut text = String::new();
    let words = head(changes, how);
    for line in words.iter().chain(&lines(&left_out)).chain(&foot(changes, true)) {
        text.push_str(&format!("# {}\n", comment(line)));
    }
    let (name, source) = (provider.name, provider.source);
    text.push_str(&format!(
        "terraform {{\n  required_providers {{\n    {name} = {{\n      source = \"{source}\"\n    }}\n  }}\n}}\n"
    ));
    text.push_str(&blocks);
    Spelled { text, left_out }
}

/// Which provider can say what this one can’t.
fn who_can(provider: &Provider, touched: &Touched) -> String {
    let mut left_out = Vec::new();
    let is_said = provider.is_strict && block(&TERRAPROVIDER, touched, "", &mut left_out).is_ok();
    if is_said && left_out.is_empty() {
        format!("{} can say it: `--format terraform-microsoft365wp`.", TERRAPROVIDER.source)
    } else {
        "microsoft/msgraph sends it as the request that it is: `--format terraform-msgraph`.".into()
    }
}

fn block(
    provider: &Provider,
    touched: &Touched,
    number: &str,
    left_out: &mut Vec<LeftOut>,
) -> Result<String, LeftOut> {
    let (resource, import, id) = match &touched.part {
        Part::Policy => (provider.policy, provider.policy_id, None),
        Part::Default => (provider.default, Some(provider.default_id), None),
        Part::Partner(id) => (provider.partner, Some(id.as_str()), Some(id)),
        Part::Synchronization(id) => (provider.synchronization, Some(id.as_str()), Some(id)),
        Part::ConditionalAccess(_) | Part::Authorization => {
            return Err(touched.left_out("These blocks are for cross-tenant access alone."));
        }
    };
    let Some(Value::Object(after)) = &touched.after else {
        return Err(touched.left_out("Terraform removes what it manages when its block is taken away."));
    };
    let mut attributes = Map::new();
    if let Some(id) = id {
        attributes.insert("tenant_id".into(), id.as_str().into());
    }
    let properties = provider.properties(&touched.part);
    for (name, value) in
        after.iter().filter(|(name, value)| properties.contains(&name.as_str()) && !value.is_null())
    {
        if let Some(why) = provider.refuses(&touched.part, name, value) {
            return Err(touched.left_out(&format!("{name}: {why}")));
        }
        attributes.insert(snake(name), snaked(value));
    }
    if matches!(touched.part, Part::Synchronization(_)) && !attributes.contains_key("user_sync_inbound") {
        return Err(touched.left_out("The provider wants it said whether users are synchronized."));
    }
    for name in &touched.changed {
        let is_said = properties.contains(&name.as_str())
            && (touched.part != Part::Default || attributes.contains_key(&snake(name)));
        if !is_said {
            let why = format!(
                "{} has no word for it here. microsoft/msgraph sends it as the request that it is: `--format terraform-msgraph`.",
                provider.source
            );
            left_out.push(LeftOut { settings: touched.settings_of(name), why });
        }
    }
    let why = "Nobody has seen this, so the block does not hold it; and what a block does not hold goes back to the default. Import the tenant’s answer before you apply it.";
    left_out.extend(touched.leave_out_not_seen(|name| properties.contains(&name), why));
    for (name, value) in provider.on_removal(&touched.part) {
        attributes.insert((*name).into(), Value::Bool(*value));
    }
    let label = format!("entente_{number}");
    let mut written = format!("\n# {}\n", comment(&touched.does));
    if let Some(id) = import.filter(|_| !touched.is_new) {
        written.push_str(&format!("import {{\n  to = {resource}.{label}\n  id = {}\n}}\n\n", hcl::text(id)));
    }
    let body = hcl::value(&Value::Object(attributes), 0);
    written.push_str(&format!("resource \"{resource}\" \"{label}\" {body}\n"));
    Ok(written)
}

/// Graph’s name of a property as Terraform writes it.
fn snake(name: &str) -> String {
    let mut written = String::new();
    let mut characters = name.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(character) = characters.next() {
        let begins = match before {
            None => false,
            Some(before) if before.is_ascii_uppercase() => {
                characters.peek().is_some_and(|next| next.is_ascii_lowercase())
            }
            Some(_) => true,
        };
        if character.is_ascii_uppercase() && begins {
            written.push('_');
        }
        written.push(character.to_ascii_lowercase());
        before = Some(character);
    }
    written
}

fn snaked(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let stated = object.iter().filter(|(_, value)| !value.is_null());
            Value::Object(stated.map(|(name, value)| (snake(name), snaked(value))).collect())
        }
        Value::Array(items) => items.iter().map(snaked).collect(),
        other => other.clone(),
    }
}
