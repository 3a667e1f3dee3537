//! The second step: what a plan holds is put where it belongs.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::graph::{
    AuthorizationPolicy, ConditionalAccessPolicy, ConfigurationDefault, ConfigurationPartner,
    CrossTenantAccessPolicy, Settings, UnknownPart,
};
use entente_policy::{Id, Property, Scenario, Shape, Tenant};
use serde_json::{Map, Value};

use super::{
    About, Belongs, Choices, ImportError, Piece, Plan, Report, Source, What, by_id, directory,
    groups_in_groups, guests, half_seen, quote, taken_out, target_types, whole,
};
use crate::annotation::UNKNOWN;
use crate::{beside, document};

/// What came of it.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The scenario with what was read in its place.
    pub scenario: Scenario,
    /// What was read, kept, and is missing.
    pub report: Report,
}

/// Puts what a plan holds into the tenants that it belongs to.
///
/// Files that could not be read are not in the plan: whoever wants all or nothing looks at [`Plan::refused`] first.
///
/// # Errors
/// When a choice is missing, when the scenario has no such tenant, or when settings would be about the tenant that
/// has them. The scenario is as it was.
pub fn apply(plan: &Plan, scenario: &Scenario, choices: &Choices) -> Result<Imported, ImportError> {
    let mut changed = scenario.clone();
    let mut pieces: Vec<&Piece> =
        plan.pieces.iter().filter(|piece| !choices.left_out.contains(&piece.source)).collect();
    // Files come in any order; a list of organizations comes before what is said of one of them.
    pieces.sort_by_key(|piece| rank(piece.what));
    let mut cleared: Vec<(Id, What)> = Vec::new();
    for piece in pieces {
        if piece.what == What::Scenario {
            let error = |error| {
                ImportError::new(
                    &piece.file,
                    &piece.pointer,
                    "document",
                    format!("{error}"),
                    What::Scenario.remedy(),
                )
            };
            changed = document::from_value(piece.value.clone()).map_err(error)?;
            continue;
        }
        if matches!(
            piece.what,
            What::Template | What::DeletedPartner | What::PolicyInPart | What::SignIn | What::SignIns
        ) {
            continue;
        }
        let target = Target { piece, belongs: choices.belongs(piece.source) };
        let belongs = target.belongs(plan)?;
        let Some(tenant) = changed.tenant_mut(&belongs.tenant) else {
            let what = format!("the scenario has no tenant `{}` for this to belong to", belongs.tenant);
            return Err(target.error("noTenant", what, "Name one of its tenants"));
        };
        if let Some(cloud) = piece.cloud {
            tenant.cloud = cloud;
        }
        if piece.what.is_list() && !cleared.contains(&(belongs.tenant.clone(), piece.what)) {
            cleared.push((belongs.tenant.clone(), piece.what));
            target.clear(tenant, plan, choices);
        }
        target.put(tenant)?;
    }
    guests::take_out(&mut changed, plan, choices);
    directory::name(&mut changed, &choices.names);
    by_id::find(&mut changed, plan, choices);
    target_types::find(&mut changed);
    half_seen::find(&mut changed, plan, choices);
    groups_in_groups::take_out(&mut changed, plan, choices);
    let mut report = Report::of(plan, &changed, choices);
    report.notes.extend(taken_out::notes(plan, scenario, &changed, choices));
    Ok(Imported { scenario: changed, report })
}

fn rank(what: What) -> u8 {
    match what {
        What::Scenario => 0,
        What::Organization => 1,
        What::Policy => 2,
        What::Default => 3,
        What::Partners => 4,
        What::Partner => 5,
        What::Settings | What::B2bSetting => 6,
        What::Synchronization => 7,
        What::Groups | What::Group => 8,
        // Who is in a group adds to what stands with the group.
        _ => 9,
    }
}

struct Target<'a> {
    piece: &'a Piece,
    belongs: Option<&'a Belongs>,
}

impl Target<'_> {
    fn belongs(&self, plan: &Plan) -> Result<&Belongs, ImportError> {
        self.belongs.ok_or_else(|| {
            let remedy = format!(
                "Say it: `--tenant` names one of the scenario’s tenants, and `--whose {}=TENANT` the one that this file is of",
                self.piece.file
            );
            let domain = plan.sources.get(self.piece.source).and_then(Source::domain);
            let what = domain.map_or_else(
                || "whose settings these are is not known".into(),
                |domain| {
                    format!("the file says {}, a domain that no tenant of the scenario has", quote(domain))
                },
            );
            self.error("whose", what, remedy)
        })
    }

    fn error(&self, code: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> ImportError {
        let mut error = ImportError::new(&self.piece.file, &self.piece.pointer, code, what, remedy);
        error.place = Some(self.piece.place);
        error
    }

    /// A value that had the shape when it was looked at.
    fn read<T: Shape>(&self, value: Value, what: What) -> Result<T, ImportError> {
        T::from_json(value).map_err(|error| {
            ImportError::shape(
                &self.piece.file,
                &format!("{}{}", self.piece.pointer, error.pointer),
                &error,
                what,
            )
        })
    }

    /// A whole list takes the place of what was there; the pages of one list come together.
    fn clear(&self, tenant: &mut Tenant, plan: &Plan, choices: &Choices) {
        let mut pages = plan.pieces.iter().filter(|piece| {
            piece.what == self.piece.what
                && choices.belongs(piece.source).map(|belongs| &belongs.tenant)
                    == self.belongs.map(|belongs| &belongs.tenant)
        });
        if !pages.any(|page| !page.is_partial) {
            return;
        }
        match self.piece.what {
            What::Partners => {
                let policy = &mut tenant.cross_tenant_access_policy;
                // What we wrote ourselves says whether it was all.
                let mut own = plan.pieces.iter().filter(|piece| piece.what == What::Policy);
                let is_all =
                    !own.any(|piece| piece.source == self.piece.source && says_unknown(&piece.value));
                if is_all {
                    policy.make_known(UnknownPart::Partners);
                }
                // What the list does not say of an organization stays as it was.
                let listed: BTreeSet<Id> = plan.pieces.iter().flat_map(Piece::partners).collect();
                policy.partners.retain(|partner| listed.contains(&partner.tenant_id));
            }
            What::ConditionalAccessPolicies => tenant.conditional_access_policies.clear(),
            _ => {}
        }
    }

    fn put(&self, tenant: &mut Tenant) -> Result<(), ImportError> {
        let (value, what) = (&self.piece.value, self.piece.what);
        match what {
            What::Policy => self.policy(&mut tenant.cross_tenant_access_policy, value.clone())?,
            What::Default => match self.unsaid_by(value) {
                Some(unsaid) => {
                    let default = &mut tenant.cross_tenant_access_policy.default;
                    let kept = kept(default.as_ref(), &default.settings, &unsaid);
                    let mut read: ConfigurationDefault = self.read(changed(kept, value), what)?;
                    leave_unknown(&mut read.settings, &default.settings, &unsaid);
                    *default = Arc::new(read);
                }
                None => self.settings(tenant, &About::Default, value)?,
            },
            What::Partner | What::Partners => {
                let partners = tenant.cross_tenant_access_policy.partners.iter().enumerate();
                let mut known = partners.map(|(at, partner)| (partner.tenant_id.clone(), at)).collect();
                for item in self.piece.items() {
                    self.partner(tenant, item, &mut known)?;
                }
            }
            What::Synchronization => self.synchronization(tenant, value)?,
            What::ConditionalAccessPolicy | What::ConditionalAccessPolicies => {
                for item in self.piece.items() {
                    self.conditional_access(tenant, item.clone())?;
                }
            }
            What::Authorization => {
                tenant.authorization_policy = self.read::<AuthorizationPolicy>(value.clone(), what)?;
            }
            What::InvitationDomains => tenant.invitation_domains = self.read(value.clone(), what)?,
            What::Settings => match self.about() {
                Some(about) => self.settings(tenant, about, value)?,
                None => return Err(self.unsaid("which of the tenant’s settings these are", "about")),
            },
            What::B2bSetting => match (self.about(), self.belongs.and_then(|belongs| belongs.property)) {
                (Some(about), Some(property)) => {
                    let mut settings = Map::new();
                    settings.insert(property.as_str().into(), value.clone());
                    self.settings(tenant, about, &Value::Object(settings))?;
                }
                _ => {
                    return Err(
                        self.unsaid("which setting this is, and of which configuration", "about and setting")
                    );
                }
            },
            What::Beside => beside::keep(tenant, value),
            _ => directory::put(self.piece, tenant),
        }
        Ok(())
    }

    /// Which settings these are: as the person says, and else as the request did.
    fn about(&self) -> Option<&About> {
        self.belongs.and_then(|belongs| belongs.about.as_ref()).or(self.piece.about.as_ref())
    }

    fn unsaid(&self, what: &str, ask: &str) -> ImportError {
        let request = self.piece.what.request().unwrap_or_default();
        self.error(
            "about",
            format!("the file does not say {what}"),
            format!("Say it with the options for {ask}, or import the whole answer of `{request}`"),
        )
    }

    fn policy(&self, policy: &mut CrossTenantAccessPolicy, value: Value) -> Result<(), ImportError> {
        let states_clouds = value.get(UnknownPart::AllowedCloudEndpoints.as_str()).is_some();
        let says_all = states_clouds && !self.piece.is_partial;
        let has_marks = says_unknown(&value);
        let mut read: CrossTenantAccessPolicy = if says_all || has_marks {
            self.read(value, What::Policy)?
        } else {
            // What a selection, a change or a tool leaves unsaid stays as it was.
            let mut before = policy.write();
            if let Some(before) = before.as_object_mut() {
                before.retain(|name, _| name != "default" && name != "partners");
            }
            self.read(changed(before, &value), What::Policy)?
        };
        // They are relationships: the answer does not hold them, whatever it holds.
        core::mem::swap(&mut read.default, &mut policy.default);
        core::mem::swap(&mut read.partners, &mut policy.partners);
        if states_clouds && !has_marks {
            if says_all {
                core::mem::swap(&mut read.unknown, &mut policy.unknown);
            }
            read.make_known(UnknownPart::AllowedCloudEndpoints);
        }
        *policy = read;
        Ok(())
    }

    fn partner(
        &self,
        tenant: &mut Tenant,
        item: &Value,
        known: &mut BTreeMap<Id, usize>,
    ) -> Result<(), ImportError> {
        let mut read: ConfigurationPartner = self.read(item.clone(), What::Partner)?;
        if read.tenant_id == tenant.id {
            let mut error = self.error(
                "ownTenant",
                "these are settings about the tenant that has them",
                format!(
                    "A tenant is no partner of its own: they may be the other tenant’s (`--whose {}=TENANT`)",
                    self.piece.file
                ),
            );
            if let Some((_, spot)) = self.piece.spots.iter().find(|(id, _)| *id == tenant.id) {
                error.pointer.clone_from(&spot.pointer);
                error.place = Some(spot.place);
            }
            return Err(error);
        }
        let policy = &mut tenant.cross_tenant_access_policy;
        let mut unsaid = self.unsaid_by(item);
        if let Some(unsaid) = &mut unsaid
            && whole::leaves_synchronization_unsaid(item)
        {
            unsaid.push(Property::IdentitySynchronization);
        }
        let at = *known.entry(read.tenant_id.clone()).or_insert_with(|| {
            let added = added(policy, &read.tenant_id, unsaid.as_deref());
            policy.partners.push(Arc::new(added));
            policy.partners.len().saturating_sub(1)
        });
        let Some(place) = policy.partners.get_mut(at) else { return Ok(()) };
        match unsaid {
            Some(unsaid) => {
                let kept = kept(place.as_ref(), &place.settings, &unsaid);
                read = self.read(changed(kept, item), What::Partner)?;
                leave_unknown(&mut read.settings, &place.settings, &unsaid);
            }
            None => {
                read = self.read(changed(place.write(), item), What::Partner)?;
                state(&mut read.settings, item);
            }
        }
        *place = Arc::new(read);
        Ok(())
    }

    /// What a whole answer leaves unsaid all the same; nothing of a part of one.
    fn unsaid_by(&self, answer: &Value) -> Option<Vec<Property>> {
        let what = self.piece.what.one().unwrap_or(self.piece.what);
        let unsaid = whole::unsaid_by(what, answer);
        let says_all = what == What::Default && unsaid.is_empty();
        (says_all || !self.piece.is_partial && !whole::is_part(&unsaid)).then_some(unsaid)
    }

    fn synchronization(&self, tenant: &mut Tenant, value: &Value) -> Result<(), ImportError> {
        let named = value.get("tenantId").and_then(Value::as_str).map(Id::from);
        let about = match (self.about(), named) {
            (_, Some(id)) => id,
            (Some(About::Partner(id)), None) => id.clone(),
            _ => return Err(self.unsaid("which organization synchronizes", "about")),
        };
        // That of people and that of groups are asked for, and kept by Terraform, each by itself.
        let partner = tenant.cross_tenant_access_policy.partner(&about);
        let before = partner.and_then(|partner| partner.settings.identity_synchronization.as_ref());
        let whole = before.map_or_else(|| Value::Object(Map::new()), Shape::write);
        let mut synchronization = changed(whole, value);
        // What states nothing of people and of groups is none.
        if synchronization.as_object().is_some_and(|stated| stated.values().all(Value::is_null)) {
            synchronization = Value::Null;
        }
        let mut settings = Map::new();
        settings.insert(Property::IdentitySynchronization.as_str().into(), synchronization);
        self.settings(tenant, &About::Partner(about), &Value::Object(settings))
    }

    /// As a PATCH does it: what is there replaces what was there, null goes back to the default, and the rest stays.
    fn settings(&self, tenant: &mut Tenant, about: &About, value: &Value) -> Result<(), ImportError> {
        let policy = &mut tenant.cross_tenant_access_policy;
        let whole = match about {
            About::Default => policy.default.write(),
            About::Partner(id) => policy
                .partner(id)
                .map_or_else(|| ConfigurationPartner::unseen(id.clone()).write(), Shape::write),
        };
        let whole = changed(whole, value);
        match about {
            About::Default => {
                let mut read: ConfigurationDefault = self.read(whole, What::Default)?;
                state(&mut read.settings, value);
                policy.default = Arc::new(read);
            }
            About::Partner(id) => {
                let mut read: ConfigurationPartner = self.read(whole, What::Partner)?;
                state(&mut read.settings, value);
                match policy.partners.iter_mut().find(|partner| partner.tenant_id == *id) {
                    Some(known) => *known = Arc::new(read),
                    None => policy.partners.push(Arc::new(read)),
                }
            }
        }
        Ok(())
    }

    fn conditional_access(&self, tenant: &mut Tenant, value: Value) -> Result<(), ImportError> {
        let read: ConditionalAccessPolicy = self.read(value, What::ConditionalAccessPolicy)?;
        let policies = &mut tenant.conditional_access_policies;
        match policies.iter_mut().find(|policy| policy.id == read.id) {
            Some(known) => *known = Arc::new(read),
            None => policies.push(Arc::new(read)),
        }
        Ok(())
    }
}

/// Whether a file of our own says of something that nobody has seen it.
fn says_unknown(value: &Value) -> bool {
    value.get(UNKNOWN).is_some()
}

/// An organization that the scenario has not had yet. What is not said of it is unknown.
fn added(policy: &CrossTenantAccessPolicy, id: &Id, unsaid: Option<&[Property]>) -> ConfigurationPartner {
    let Some(unsaid) = unsaid else { return ConfigurationPartner::unseen(id.clone()) };
    let mut added = policy.to_be_added(id.clone());
    unsaid.iter().for_each(|property| added.settings.make_unknown(*property));
    added
}

/// What stays of an object as it was, because an answer leaves it unsaid.
fn kept(before: &impl Shape, settings: &Settings, unsaid: &[Property]) -> Value {
    let has_value = unsaid.iter().any(|property| settings.has(*property));
    let mut kept = if has_value { before.write() } else { Value::Object(Map::new()) };
    if let Some(kept) = kept.as_object_mut() {
        kept.retain(|key, _| unsaid.iter().any(|property| property.as_str() == key));
    }
    kept
}

/// What an answer leaves unsaid is unknown, if it was.
fn leave_unknown(settings: &mut Settings, before: &Settings, unsaid: &[Property]) {
    for property in unsaid.iter().copied().filter(|property| before.is_unknown(*property)) {
        settings.make_unknown(property);
    }
}

/// Notes that the properties of `stated` have been seen, those that are null as well.
fn state(settings: &mut Settings, stated: &Value) {
    for property in Property::ALL.into_iter().filter(|property| stated.get(property.as_str()).is_some()) {
        settings.make_known(property);
    }
}

/// An object with the properties of another in the place of its own. The two ways of automatic redemption are set each
/// by itself.
fn changed(mut whole: Value, changes: &Value) -> Value {
    if let (Some(whole), Value::Object(changes)) = (whole.as_object_mut(), changes) {
        for (key, value) in changes {
            let before = whole.get_mut(key).filter(|before| {
                key == Property::AutomaticUserConsentSettings.as_str()
                    && before.is_object()
                    && value.is_object()
            });
            match before {
                Some(before) => *before = changed(core::mem::take(before), value),
                None => drop(whole.insert(key.clone(), value.clone())),
            }
        }
    }
    whole
}
