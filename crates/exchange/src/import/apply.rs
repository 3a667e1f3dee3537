//! Putting a piece where it belongs.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::graph::{
    AuthorizationPolicy, ConditionalAccessPolicy, ConfigurationDefault, ConfigurationPartner,
    CrossTenantAccessPolicy, IdentitySynchronization,
};
use entente_policy::{Id, IdIndex, Shape, Tenant};
use serde_json::{Map, Value};

use super::{About, Belongs, ImportError, Imported, Note, Piece, Taken, What};
use crate::document;

/// Puts `piece` into the scenario, and says so in the report.
pub(super) fn apply(imported: &mut Imported, belongs: &Belongs, piece: Piece) -> Result<(), ImportError> {
    let count = if piece.what.is_list() { piece.value.as_array().map_or(1, Vec::len) } else { 1 };
    imported.report.annotations = imported.report.annotations.saturating_add(piece.annotations);
    imported.report.read.push(Taken {
        file: piece.file.clone(),
        pointer: piece.pointer.clone(),
        what: piece.what,
        count,
    });
    let mut target = Target { belongs, piece: &piece, notes: Vec::new() };
    if piece.what == What::Scenario {
        imported.scenario = document::from_value(piece.value.clone())
            .map_err(|error| target.error("", format!("{error}"), What::Scenario.remedy()))?;
        return Ok(());
    }
    let Some(tenant) = imported.scenario.tenant_mut(&belongs.tenant) else {
        let what = format!("the scenario has no tenant `{}` for this to belong to", belongs.tenant);
        return Err(target.error("", what, "Name one of its tenants"));
    };
    target.put(tenant)?;
    imported.report.notes.append(&mut target.notes);
    Ok(())
}

struct Target<'a> {
    belongs: &'a Belongs,
    piece: &'a Piece,
    notes: Vec<Note>,
}

impl Target<'_> {
    fn error(&self, below: &str, what: impl Into<String>, remedy: impl Into<String>) -> ImportError {
        ImportError::new(&self.piece.file, &format!("{}{below}", self.piece.pointer), what, remedy)
    }

    fn note(&mut self, below: &str, says: impl Into<String>) {
        self.notes.push(Note {
            file: self.piece.file.clone(),
            pointer: format!("{}{below}", self.piece.pointer),
            says: says.into(),
        });
    }

    /// Reads a value that stands at `below` in the piece.
    fn read<T: Shape>(&self, below: &str, value: Value, what: What) -> Result<T, ImportError> {
        let around = format!("{}{below}", self.piece.pointer);
        T::from_json(value).map_err(|error| ImportError::shape(&self.piece.file, &around, &error, what))
    }

    fn put(&mut self, tenant: &mut Tenant) -> Result<(), ImportError> {
        let value = self.piece.value.clone();
        let what = self.piece.what;
        match what {
            What::Scenario => {}
            What::Policy => self.policy(&mut tenant.cross_tenant_access_policy, value)?,
            What::Default if self.piece.is_partial => self.settings(tenant, &About::Default, value)?,
            What::Default => {
                let read: ConfigurationDefault = self.read("", value, what)?;
                tenant.cross_tenant_access_policy.default = Arc::new(read);
            }
            What::Partner => self.partner(tenant, "", value)?,
            What::Partners => self.partners(tenant, value)?,
            What::Synchronization => self.synchronization(tenant, value)?,
            What::ConditionalAccessPolicy => self.conditional_access(tenant, "", value)?,
            What::ConditionalAccessPolicies => {
                if !self.piece.is_partial {
                    tenant.conditional_access_policies.clear();
                }
                for (at, item) in items(value).into_iter().enumerate() {
                    self.conditional_access(tenant, &format!("/{at}"), item)?;
                }
            }
            What::Authorization => {
                let read: AuthorizationPolicy = self.read("", value, what)?;
                tenant.authorization_policy = read;
            }
            What::Settings => match &self.belongs.about {
                Some(about) => self.settings(tenant, about, value)?,
                None => return Err(self.unsaid("which of the tenant’s settings these are", "about")),
            },
            What::B2bSetting => match (&self.belongs.about, self.belongs.property) {
                (Some(about), Some(property)) => {
                    let mut settings = Map::new();
                    settings.insert(property.as_str().into(), value);
                    self.settings(tenant, about, Value::Object(settings))?;
                }
                _ => {
                    return Err(
                        self.unsaid("which setting this is, and of which configuration", "about and setting")
                    );
                }
            },
            What::Template => {
                self.note("", "A template says what partners of a multitenant organization get. It changes nothing by itself and was left out; import the partners.");
            }
            What::DeletedPartner => {
                self.note(
                    "",
                    "This organization has been deleted, so its settings hold no longer. It was left out.",
                );
            }
        }
        if self.piece.is_partial && matches!(what, What::Partners | What::Partner | What::Default) {
            self.note("", "This is not the whole answer: only some properties were asked for, or more pages follow. What it does not say is unknown and was left as it was.");
        }
        Ok(())
    }

    fn unsaid(&self, what: &str, ask: &str) -> ImportError {
        self.error(
            "",
            format!("the file does not say {what}"),
            format!(
                "Say it with the options for {ask}, or import the whole answer of `{}`",
                self.piece.what.request().unwrap_or_default()
            ),
        )
    }

    fn policy(&mut self, policy: &mut CrossTenantAccessPolicy, value: Value) -> Result<(), ImportError> {
        let mut read: CrossTenantAccessPolicy = self.read("", value, What::Policy)?;
        // They are relationships: the answer does not hold them, whatever it holds.
        core::mem::swap(&mut read.default, &mut policy.default);
        core::mem::swap(&mut read.partners, &mut policy.partners);
        *policy = read;
        Ok(())
    }

    fn partners(&mut self, tenant: &mut Tenant, value: Value) -> Result<(), ImportError> {
        let list = items(value);
        let ids: Vec<Id> = self.piece.partners().collect();
        if let Some(at) = IdIndex::of(ids.iter()).first_repeated() {
            return Err(self.error(
                &format!("/{at}/tenantId"),
                "this organization stands in the list already",
                "A tenant has one entry for each organization: remove one of them",
            ));
        }
        let mut before = Vec::new();
        if !self.piece.is_partial {
            before = core::mem::take(&mut tenant.cross_tenant_access_policy.partners);
        }
        for (at, mut item) in list.into_iter().enumerate() {
            self.remember_synchronization(&before, &mut item);
            self.partner(tenant, &format!("/{at}"), item)?;
        }
        Ok(())
    }

    /// A list that was asked for without synchronization says nothing of it.
    fn remember_synchronization(&self, before: &[Arc<ConfigurationPartner>], item: &mut Value) {
        let Some(object) =
            item.as_object_mut().filter(|object| !object.contains_key("identitySynchronization"))
        else {
            return;
        };
        let id = object.get("tenantId").and_then(Value::as_str).map(Id::from);
        let known = before.iter().find(|partner| Some(&partner.tenant_id) == id.as_ref());
        if let Some(synchronization) =
            known.and_then(|known| known.settings.identity_synchronization.as_ref())
        {
            object.insert("identitySynchronization".into(), synchronization.write());
        }
    }

    fn partner(&mut self, tenant: &mut Tenant, below: &str, mut value: Value) -> Result<(), ImportError> {
        let read: ConfigurationPartner = self.read(below, value.clone(), What::Partner)?;
        if read.tenant_id == tenant.id {
            return Err(self.error(
                &format!("{below}/tenantId"),
                "these are settings about the tenant that has them",
                "A tenant is no partner of its own: they may be the other tenant’s",
            ));
        }
        self.halves(below, &value);
        if self.piece.is_partial {
            return self.settings(tenant, &About::Partner(read.tenant_id), value);
        }
        let partners = &mut tenant.cross_tenant_access_policy.partners;
        match partners.iter_mut().find(|partner| partner.tenant_id == read.tenant_id) {
            Some(known) => {
                self.remember_synchronization(core::slice::from_ref(known), &mut value);
                *known = Arc::new(self.read(below, value, What::Partner)?);
            }
            None => partners.push(Arc::new(read)),
        }
        Ok(())
    }

    /// Notes settings of which only one half is stated: the other is not known to be open.
    fn halves(&mut self, below: &str, value: &Value) {
        for (key, setting) in value.as_object().into_iter().flatten() {
            let Some(setting) =
                setting.as_object().filter(|_| key.starts_with("b2b") || key == "tenantRestrictions")
            else {
                continue;
            };
            let has = |half: &str| setting.get(half).is_some_and(|half| !half.is_null());
            let (stated, missing) = match (has("usersAndGroups"), has("applications")) {
                (true, false) => ("usersAndGroups", "applications"),
                (false, true) => ("applications", "usersAndGroups"),
                _ => continue,
            };
            self.note(&format!("{below}/{key}"), format!("`{stated}` is stated and `{missing}` is not."));
        }
    }

    fn synchronization(&mut self, tenant: &mut Tenant, value: Value) -> Result<(), ImportError> {
        let named = value.get("tenantId").and_then(Value::as_str).map(Id::from);
        let about = match (&self.belongs.about, named) {
            (_, Some(id)) => id,
            (Some(About::Partner(id)), None) => id.clone(),
            _ => return Err(self.unsaid("which organization synchronizes", "about")),
        };
        let _: IdentitySynchronization = self.read("", value.clone(), What::Synchronization)?;
        let mut settings = Map::new();
        settings.insert("identitySynchronization".into(), value);
        self.settings(tenant, &About::Partner(about), Value::Object(settings))
    }

    /// As a PATCH does it: what is there replaces what was there, null goes back to the default, and the rest stays.
    fn settings(&mut self, tenant: &mut Tenant, about: &About, value: Value) -> Result<(), ImportError> {
        self.halves("", &value);
        let policy = &mut tenant.cross_tenant_access_policy;
        let added = match about {
            About::Default => policy.default.write(),
            About::Partner(id) => policy
                .partner(id)
                .map_or_else(|| ConfigurationPartner::inheriting(id.clone()).write(), Shape::write),
        };
        let mut whole = added;
        if let (Some(whole), Value::Object(changes)) = (whole.as_object_mut(), value) {
            for (key, value) in changes {
                whole.insert(key, value);
            }
        }
        match about {
            About::Default => policy.default = Arc::new(self.read("", whole, What::Default)?),
            About::Partner(id) => {
                let read: ConfigurationPartner = self.read("", whole, What::Partner)?;
                match policy.partners.iter_mut().find(|partner| partner.tenant_id == *id) {
                    Some(known) => *known = Arc::new(read),
                    None => policy.partners.push(Arc::new(read)),
                }
            }
        }
        Ok(())
    }

    fn conditional_access(&self, tenant: &mut Tenant, below: &str, value: Value) -> Result<(), ImportError> {
        let read: ConditionalAccessPolicy = self.read(below, value, What::ConditionalAccessPolicy)?;
        let policies = &mut tenant.conditional_access_policies;
        match policies.iter_mut().find(|policy| policy.id == read.id) {
            Some(known) => *known = Arc::new(read),
            None => policies.push(Arc::new(read)),
        }
        Ok(())
    }
}

fn items(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        other => alloc::vec![other],
    }
}
