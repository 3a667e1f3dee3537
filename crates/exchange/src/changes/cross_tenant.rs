//! The cross-tenant access policy: the policy itself, its default settings, and the organizations.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::graph::{ConfigurationPartner, CrossTenantAccessPolicy, UnknownPart};
use entente_policy::{Property, Shape, Tenant};
use serde_json::{Map, Value, json};

use super::difference::{properties, written_over};
use super::layer::{Kind, Layer, differing, is_shipped, is_unknown};
use super::request::step;
use super::whole::{Seen, Whole};
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
    ITSELF.write(book, &own(before), &after, &[clouds(book.tenant, before)]);
    let seen = |tenant: &Tenant| !tenant.cross_tenant_access_policy.is_part_unknown(UnknownPart::Partners);
    // Which organizations there are is no setting of its own; those that nobody had seen are still there.
    if seen(before) != seen(book.tenant) {
        let matter = if seen(before) { Matter::NotSeen } else { Matter::MayBeMore };
        book.remark(matter, alloc::vec![book.address(UnknownPart::Partners.as_str())]);
    }
}

/// What is to be said of the list of other clouds, beside its items: whether anybody has seen it.
fn clouds(tenant: &Tenant, before: &Tenant) -> Seen {
    let clouds = UnknownPart::AllowedCloudEndpoints;
    let unknown = |tenant: &Tenant| tenant.cross_tenant_access_policy.is_part_unknown(clouds);
    let name = clouds.as_str();
    Seen { name, before: !unknown(before), after: !unknown(tenant) }
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
    let (before, after) = (&before.cross_tenant_access_policy, &tenant.cross_tenant_access_policy);
    let may_be_more = |policy: &CrossTenantAccessPolicy| policy.is_part_unknown(UnknownPart::Partners);
    for partner in &before.partners {
        if after.partner(&partner.tenant_id).is_some() {
            continue;
        }
        // Of a list that has since become one of which nobody has seen all, nothing says that it was taken out.
        if may_be_more(after) && !may_be_more(before) {
            let address = format!("partners/{}", partner.tenant_id);
            book.remark(Matter::NotSeen, alloc::vec![book.address(&address)]);
        } else {
            removed(book, partner);
        }
    }
    for partner in &after.partners {
        match before.partner(&partner.tenant_id) {
            Some(known) => changed(book, known, partner),
            None => added(book, may_be_more(before), partner),
        }
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
    let is_unknown = partner.settings.is_unknown(Property::IdentitySynchronization);
    if is_unknown || partner.settings.identity_synchronization.is_some() {
        let settings = alloc::vec![format!("{address}/{SYNCHRONIZATION}")];
        if is_unknown {
            book.remark(Matter::MayBeSynchronized, settings.clone());
        }
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

/// Adds an organization. If nobody has seen all that were there, it may have been one of them.
fn added(book: &mut Book<'_>, may_be_there: bool, partner: &ConfigurationPartner) {
    let id = &partner.tenant_id;
    let address = book.address(&format!("partners/{id}"));
    if may_be_there {
        book.remark(Matter::MayBeThere, alloc::vec![address.clone()]);
    }
    book.send(Operation {
        part: Part::Partner(id.clone()),
        method: Method::Post,
        version: Version::V1,
        path: format!("{POLICY}/partners"),
        body: Some(json!({ "tenantId": id.as_str() })),
        settings: alloc::vec![address],
        does: format!("Add the organization {}", book.name(id)),
    });
    let blank = if may_be_there { ConfigurationPartner::unseen } else { ConfigurationPartner::inheriting };
    changed(book, &blank(id.clone()), partner);
}

fn changed(book: &mut Book<'_>, known: &ConfigurationPartner, partner: &ConfigurationPartner) {
    let name = book.name(&partner.tenant_id);
    let address = book.address(&format!("partners/{}", partner.tenant_id));
    // The key is the same but for its case.
    let own = |partner: &ConfigurationPartner| without(partner.write(), &["tenantId"]);
    let (before, after) = (own(known), own(partner));
    let layer = Layer {
        part: Part::Partner(partner.tenant_id.clone()),
        kind: Kind::Partner,
        path: path(partner),
        address: address.clone(),
        name: format!("the settings about {name}"),
        before: &before,
        after: &after,
    };
    let (further, own): (Vec<String>, Vec<String>) =
        differing(Kind::Partner, &before, &after).into_iter().partition(|name| name == SYNCHRONIZATION);
    layer.write(book, &own);
    if further.is_empty() {
        return;
    }
    let address = format!("{address}/{SYNCHRONIZATION}");
    if is_unknown(&after, SYNCHRONIZATION) {
        book.remark(Matter::NotSeen, alloc::vec![address]);
    } else {
        synchronization(book, known, partner, &address);
    }
}

fn synchronization(
    book: &mut Book<'_>,
    known: &ConfigurationPartner,
    partner: &ConfigurationPartner,
    address: &str,
) {
    let name = book.name(&partner.tenant_id);
    let own = |partner: &ConfigurationPartner| {
        let synchronization = partner.settings.identity_synchronization.as_ref()?;
        Some(without(synchronization.write(), &["tenantId"]))
    };
    let (before, after) = (own(known), own(partner));
    let path = format!("{}/{SYNCHRONIZATION}", path(partner));
    let settings = alloc::vec![String::from(address)];
    let may_be_there = known.settings.is_unknown(Property::IdentitySynchronization);
    if may_be_there {
        book.remark(Matter::MayBeSynchronized, settings.clone());
    }
    let mut send = |method, version, body: Option<Value>, does: String| {
        let settings = settings.clone();
        let part = Part::Synchronization(partner.tenant_id.clone());
        book.send(Operation { part, method, version, path: path.clone(), body, settings, does });
    };
    let after = match (&before, after) {
        (None, None) if !may_be_there => return,
        (_, None) => {
            return send(Method::Delete, Version::V1, None, format!("Remove synchronization from {name}"));
        }
        (_, Some(after)) => after,
    };
    let is_new = before.is_none();
    let mut before = before.unwrap_or_else(|| json!({}));
    let mut names = properties(&before, &after);
    if may_be_there {
        // What may have been there is written over, as far as v1.0 has it.
        before = json!({ "displayName": "", "userSyncInbound": { "isSyncAllowed": true } });
        names.extend(OF_SYNCHRONIZATION.map(String::from));
        names.sort();
        names.dedup();
    }
    let (mut stable, mut beta) = (Map::new(), Map::new());
    for property in names {
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
