//! The cross-tenant access policy: the policy itself, its default settings, and the organizations.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::graph::{ConfigurationPartner, UnknownPart};
use entente_policy::{Shape, Tenant};
use serde_json::{Map, Value, json};

use super::difference::{properties, written_over};
use super::layer::{Kind, Layer, differing, is_shipped};
use super::request::step;
use super::whole::Whole;
use super::{Book, Matter, Method, Operation, Part, Version};

const POLICY: &str = "/policies/crossTenantAccessPolicy";

/// The policy itself.
const ITSELF: Whole = Whole {
    part: Part::Policy,
    called: "cross-tenant access policy",
    within: "crossTenantAccessPolicy",
    path: POLICY,
    written: &["allowedCloudEndpoints", "displayName"],
    read_only: &["id", "definition", "description", "deletedDateTime"],
};

/// What Graph documents of the synchronization of an organization, in v1.0.
const OF_SYNCHRONIZATION: [&str; 2] = ["displayName", "userSyncInbound"];

const SYNCHRONIZATION: &str = "identitySynchronization";

/// Writes down what differs from `before`.
pub(super) fn write(book: &mut Book<'_>, before: &Tenant) {
    policy(book, before);
    default(book, before);
    partners(book, before);
}

/// The value without these properties.
fn without(value: Value, names: &[&str]) -> Value {
    let Value::Object(object) = value else { return value };
    Value::Object(object.into_iter().filter(|(name, _)| !names.contains(&name.as_str())).collect())
}

fn policy(book: &mut Book<'_>, before: &Tenant) {
    let own = |tenant: &Tenant| without(tenant.cross_tenant_access_policy.write(), &["default", "partners"]);
    let after = own(book.tenant);
    ITSELF.write(book, &own(before), &after);
}

fn default(book: &mut Book<'_>, before: &Tenant) {
    let own = |tenant: &Tenant| tenant.cross_tenant_access_policy.default.write();
    let (before, after) = (own(before), own(book.tenant));
    let names = differing(Kind::Default, &before, &after);
    if is_shipped(&after) && !is_shipped(&before) && !names.is_empty() {
        book.send(Operation {
            part: Part::Default,
            method: Method::Post,
            version: Version::V1,
            path: format!("{POLICY}/default/resetToSystemDefault"),
            body: None,
            settings: names.iter().map(|name| book.address(&format!("default/{name}"))).collect(),
            does: "Return the default settings to what the service ships".into(),
        });
        return;
    }
    let layer = Layer {
        part: Part::Default,
        kind: Kind::Default,
        path: format!("{POLICY}/default"),
        address: book.address("default"),
        name: "the default settings".into(),
        before: &before,
        after: &after,
    };
    layer.write(book, &names);
}

fn partners(book: &mut Book<'_>, before: &Tenant) {
    let tenant = book.tenant;
    for partner in &before.cross_tenant_access_policy.partners {
        if tenant.cross_tenant_access_policy.partner(&partner.tenant_id).is_none() {
            removed(book, partner);
        }
    }
    for partner in &tenant.cross_tenant_access_policy.partners {
        changed(book, before.cross_tenant_access_policy.partner(&partner.tenant_id), partner);
    }
}

fn path(partner: &ConfigurationPartner) -> String {
    format!("{POLICY}/partners/{}", step(partner.tenant_id.as_str()))
}

fn removed(book: &mut Book<'_>, partner: &ConfigurationPartner) {
    let name = book.name(&partner.tenant_id);
    let address = book.address(&format!("partners/{}", partner.tenant_id));
    let delete = |part: Part, path: String, settings: Vec<String>, does: String| Operation {
        part,
        method: Method::Delete,
        version: Version::V1,
        path,
        body: None,
        settings,
        does,
    };
    if partner.settings.identity_synchronization.is_some() {
        let settings = alloc::vec![format!("{address}/{SYNCHRONIZATION}")];
        let does =
            format!("Remove synchronization from {name}: an organization that has it can’t be removed");
        let part = Part::Synchronization(partner.tenant_id.clone());
        book.send(delete(part, format!("{}/{SYNCHRONIZATION}", path(partner)), settings, does));
    }
    if partner.settings.is_service_provider == Some(true) {
        book.remark(Matter::ServiceProvider, alloc::vec![address.clone()]);
    }
    let part = Part::Partner(partner.tenant_id.clone());
    book.send(delete(part, path(partner), alloc::vec![address], format!("Remove the organization {name}")));
}

fn changed(book: &mut Book<'_>, known: Option<&ConfigurationPartner>, partner: &ConfigurationPartner) {
    let name = book.name(&partner.tenant_id);
    let address = book.address(&format!("partners/{}", partner.tenant_id));
    if known.is_none() {
        if book.tenant.cross_tenant_access_policy.is_part_unknown(UnknownPart::Partners) {
            book.remark(Matter::MayBeThere, alloc::vec![address.clone()]);
        }
        book.send(Operation {
            part: Part::Partner(partner.tenant_id.clone()),
            method: Method::Post,
            version: Version::V1,
            path: format!("{POLICY}/partners"),
            body: Some(json!({ "tenantId": partner.tenant_id.as_str() })),
            settings: alloc::vec![address.clone()],
            does: format!("Add the organization {name}"),
        });
    }
    // The key is the same but for its case.
    let own = |partner: &ConfigurationPartner| without(partner.write(), &["tenantId", SYNCHRONIZATION]);
    // What nobody had seen before the organization was added is as it was.
    let unseen = ConfigurationPartner::unseen(partner.tenant_id.clone());
    let may_be_there = book.tenant.cross_tenant_access_policy.is_part_unknown(UnknownPart::Partners);
    let added = || if may_be_there { own(&unseen) } else { json!({}) };
    let (before, after) = (known.map_or_else(added, own), own(partner));
    let layer = Layer {
        part: Part::Partner(partner.tenant_id.clone()),
        kind: Kind::Partner,
        path: path(partner),
        address: address.clone(),
        name: format!("the settings about {name}"),
        before: &before,
        after: &after,
    };
    layer.write(book, &differing(Kind::Partner, &before, &after));
    synchronization(book, known, partner, &format!("{address}/{SYNCHRONIZATION}"));
}

fn synchronization(
    book: &mut Book<'_>,
    known: Option<&ConfigurationPartner>,
    partner: &ConfigurationPartner,
    address: &str,
) {
    let name = book.name(&partner.tenant_id);
    let own = |partner: &ConfigurationPartner| {
        let synchronization = partner.settings.identity_synchronization.as_ref()?;
        Some(without(synchronization.write(), &["tenantId"]))
    };
    let (before, after) = (known.and_then(own), own(partner));
    let path = format!("{}/{SYNCHRONIZATION}", path(partner));
    let settings = alloc::vec![String::from(address)];
    let mut send = |method, version, body: Option<Value>, does: String| {
        let settings = settings.clone();
        let part = Part::Synchronization(partner.tenant_id.clone());
        book.send(Operation { part, method, version, path: path.clone(), body, settings, does });
    };
    let after = match (&before, after) {
        (None, None) => return,
        (Some(_), None) => {
            return send(Method::Delete, Version::V1, None, format!("Remove synchronization from {name}"));
        }
        (_, Some(after)) => after,
    };
    let is_new = before.is_none();
    let before = before.unwrap_or_else(|| json!({}));
    let (mut stable, mut beta) = (Map::new(), Map::new());
    for property in properties(&before, &after) {
        let group = if OF_SYNCHRONIZATION.contains(&property.as_str()) { &mut stable } else { &mut beta };
        group.insert(property.clone(), written_over(before.get(&property), after.get(&property)));
    }
    if is_new {
        let does = format!("Add synchronization from {name}");
        send(Method::Put, Version::V1, Some(Value::Object(stable)), does);
    } else if !stable.is_empty() {
        let does = format!("Change synchronization from {name}");
        send(Method::Patch, Version::V1, Some(Value::Object(stable)), does);
    }
    if !beta.is_empty() {
        let does = format!("Change synchronization from {name}");
        send(Method::Patch, Version::Beta, Some(Value::Object(beta)), does);
        book.remark(Matter::Beta, settings);
    }
}
