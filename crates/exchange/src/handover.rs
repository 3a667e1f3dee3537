//! A hand-over for the other tenant’s administrator: what to set there and why, which object ids go from one side to the
//! other, and nothing else of ours.
//!
//! What they are asked for is what the edit changed in their settings about us; where it changed ours and not theirs, the
//! setting that answers ours, with what ours lets through and never with what it blocks. Of us it names the tenant, and
//! the ids that stand in these settings. What else the edit changed on their side is named by its kind, and not asked for.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::graph::{
    AccessType, B2bSetting, ConfigurationPartner, Target, TargetConfiguration, TargetType,
};
use entente_policy::{Half, Id, Property, Scenario, Shape, Tenant};
use serde_json::{Map, Value, json};

use crate::changes::{refused, same};

mod clouds;
mod markdown;
mod theirs;

pub use self::theirs::Beside;

/// What one administrator asks of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// The tenant whose administrator is asked, by id and name.
    pub to: (Id, String),
    /// The tenant that asks, by id and name.
    pub from: (Id, String),
    /// Whether they have to add our organization first.
    pub adds_organization: bool,
    /// Whether they have to remove our organization, with all that they have set about it.
    pub removes_organization: bool,
    /// What they are asked to set about us.
    pub asks: Vec<Ask>,
    /// Object ids of ours that they need for it.
    pub receives: Vec<Object>,
    /// Object ids of theirs that we need, to be sent or confirmed.
    pub sends: Vec<Object>,
    /// What else was changed on their side, and is not asked for.
    pub not_asked: Vec<Beside>,
}

/// A setting of theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Its address.
    pub setting: String,
    /// Graph’s name.
    pub name: &'static str,
    /// Where they set it.
    pub of: Of,
    /// What to set; null goes back to what holds without it.
    pub value: Value,
    /// Which connection it serves.
    pub why: String,
    /// Whether the edit says it, or it was made to answer a setting of ours.
    pub is_stated: bool,
}

/// Where a setting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// In their settings about us.
    Organization,
    /// In their default settings, which hold for us where those about us state nothing.
    Default,
    /// In the policy itself.
    Policy,
}

/// An object that a setting names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    /// Its id, in the tenant that has it.
    pub id: Id,
    /// What it is, as Graph says it: `user`, `group` or `application`.
    pub kind: String,
    /// What their administrator knows it as; nothing for objects of ours.
    pub name: Option<String>,
    /// The setting that names it, by Graph’s name.
    pub setting: &'static str,
}

const B2B: [Property; 4] = [
    Property::B2bCollaborationInbound,
    Property::B2bCollaborationOutbound,
    Property::B2bDirectConnectInbound,
    Property::B2bDirectConnectOutbound,
];

/// The settings that two tenants have about each other. What one restricts on its own network and devices is none of them.
fn settings() -> impl Iterator<Item = Property> {
    let shared = Property::SHARED.into_iter().filter(|property| *property != Property::TenantRestrictions);
    shared.chain([Property::IdentitySynchronization])
}

/// The setting of the other tenant that a connection passes as well.
fn answer(property: Property) -> Property {
    match property {
        Property::B2bCollaborationInbound => Property::B2bCollaborationOutbound,
        Property::B2bCollaborationOutbound => Property::B2bCollaborationInbound,
        Property::B2bDirectConnectInbound => Property::B2bDirectConnectOutbound,
        Property::B2bDirectConnectOutbound => Property::B2bDirectConnectInbound,
        other => other,
    }
}

/// The hand-over for the administrator of `to` from that of `from`; nothing if the scenario lacks one of them, or if
/// nothing between the two and nothing on their side was changed.
pub fn handover(before: &Scenario, after: &Scenario, to: &Id, from: &Id) -> Option<Handover> {
    let (theirs, ours) = (after.tenant(to)?, after.tenant(from)?);
    let was = |tenant: &Id, other: &Id| value_of(before.tenant(tenant).map(AsRef::as_ref), other);
    let (their_old, their_new) = (was(to, from), value_of(Some(theirs), from));
    let (our_old, our_new) = (was(from, to), value_of(Some(ours), to));
    let changed = |old: &Value, new: &Value, property: Property| {
        let of = |value: &Value| value.get(property.as_str()).cloned().unwrap_or_default();
        (!same(&of(old), &of(new))).then(|| of(new))
    };
    let has = |tenant: Option<&Tenant>| {
        tenant.is_some_and(|tenant| tenant.cross_tenant_access_policy.partner(from).is_some())
    };
    let (had_us, has_us) = (has(before.tenant(to).map(AsRef::as_ref)), has(Some(theirs)));
    let mut handover = Handover {
        to: (to.clone(), theirs.display_name.clone()),
        from: (from.clone(), ours.display_name.clone()),
        adds_organization: !had_us && has_us,
        removes_organization: had_us && !has_us,
        asks: Vec::new(),
        receives: Vec::new(),
        sends: Vec::new(),
        not_asked: Vec::new(),
    };
    for property in settings().filter(|_| has_us) {
        if let Some(value) = changed(&their_old, &their_new, property)
            && !theirs::is_unseen(theirs, from, property)
        {
            handover.ask(ours, property, Of::Organization, value, true);
        }
    }
    let is_removed = handover.removes_organization;
    for property in settings() {
        let Some(value) = changed(&our_old, &our_new, property) else { continue };
        let answering = answer(property);
        let is_stated = handover.asks.iter().any(|ask| ask.name == answering.as_str());
        if let Some(value) = answer_to(ours, property, &value).filter(|_| !is_stated && !is_removed) {
            handover.adds_organization |= !had_us;
            handover.ask(ours, answering, Of::Organization, value, false);
        }
        handover.sends_of(ours, theirs, property);
    }
    handover.beside(before, after, theirs, ours);
    let Handover { adds_organization, removes_organization, asks, sends, not_asked, .. } = &handover;
    let is_empty = asks.is_empty() && sends.is_empty() && not_asked.is_empty();
    (!is_empty || *adds_organization || *removes_organization).then_some(handover)
}

/// A tenant’s settings about another.
fn value_of(tenant: Option<&Tenant>, other: &Id) -> Value {
    let partner = tenant.and_then(|tenant| tenant.cross_tenant_access_policy.partner(other));
    partner.map_or_else(|| json!({}), ConfigurationPartner::write)
}

/// What answers a setting of ours: what it lets through, and nothing where it blocks.
fn answer_to(ours: &Tenant, property: Property, value: &Value) -> Option<Value> {
    let mut answer = Map::new();
    match property {
        Property::AutomaticUserConsentSettings => {
            for (own, other) in [("inboundAllowed", "outboundAllowed"), ("outboundAllowed", "inboundAllowed")]
            {
                if value.get(own) == Some(&Value::Bool(true)) {
                    answer.insert(other.into(), Value::Bool(true));
                }
            }
        }
        // Whose claims we trust, and whom we take in by synchronization, is for us to set, and asks nothing of them.
        Property::InboundTrust | Property::IdentitySynchronization => {}
        _ => {
            let setting = B2bSetting::from_json(value.clone()).ok()?;
            let allows = |list: &&TargetConfiguration| {
                list.access_type == AccessType::Allowed && !list.targets.is_empty()
            };
            let lists = [
                (Half::UsersAndGroups, setting.users_and_groups.as_ref()),
                (Half::Applications, setting.applications.as_ref()),
            ];
            for (half, list) in lists {
                let list = list.filter(allows)?;
                // What stands on the list of the other tenant’s objects and is ours is a mistake, and stays here.
                let is_told = |target: &&Target| {
                    names_own(property, half)
                        || target.is_reserved()
                        || known_as(ours, &target.target).is_none()
                };
                let targets = list.targets.iter().filter(is_told).map(|target| {
                    json!({ "target": target.target.as_str(), "targetType": target.target_type.as_str() })
                });
                let targets: Vec<Value> = targets.collect();
                if targets.is_empty() {
                    return None;
                }
                answer.insert(half.as_str().into(), json!({ "accessType": "allowed", "targets": targets }));
            }
        }
    }
    (!answer.is_empty()).then_some(Value::Object(answer))
}

/// Whose objects one half of a setting names: one’s own, or the other tenant’s.
fn names_own(property: Property, half: Half) -> bool {
    let is_inbound =
        matches!(property, Property::B2bCollaborationInbound | Property::B2bDirectConnectInbound);
    is_inbound == (half == Half::Applications)
}

impl Handover {
    fn ask(&mut self, ours: &Tenant, property: Property, of: Of, value: Value, is_stated: bool) {
        // Their own settings can name objects of ours.
        if let Ok(setting) = B2bSetting::from_json(value.clone())
            && B2B.contains(&property)
        {
            // On the lists of their own objects, those that are ours were put there by them.
            let theirs = objects(&setting, property, true);
            let theirs = theirs.into_iter().filter(|object| known_as(ours, &object.id).is_some());
            for object in objects(&setting, property, false).into_iter().chain(theirs) {
                if !self.receives.contains(&object) {
                    self.receives.push(object);
                }
            }
        }
        let why = self.why(property);
        let name = property.as_str();
        let setting = match of {
            Of::Default => format!("{}/default/{name}", self.to.0),
            _ => format!("{}/partners/{}/{name}", self.to.0, self.from.0),
        };
        self.asks.push(Ask { setting, name, of, value, why, is_stated });
    }

    /// Objects of theirs that a setting of ours names.
    fn sends_of(&mut self, ours: &Tenant, theirs: &Tenant, property: Property) {
        let partner = ours.cross_tenant_access_policy.partner(&theirs.id);
        let Some(setting) = partner.and_then(|partner| partner.settings.b2b(property)) else { return };
        let allowed = |list: &Option<TargetConfiguration>| {
            list.clone().filter(|list| list.access_type == AccessType::Allowed)
        };
        let setting = B2bSetting {
            users_and_groups: allowed(&setting.users_and_groups),
            applications: allowed(&setting.applications),
            ..B2bSetting::default()
        };
        for mut object in objects(&setting, property, false) {
            object.name = known_as(theirs, &object.id);
            // What the scenario knows as ours is no object of theirs, whatever list it stands on.
            if known_as(ours, &object.id).is_none() && !self.sends.contains(&object) {
                self.sends.push(object);
            }
        }
    }

    fn why(&self, property: Property) -> String {
        let (to, from) = (&self.to.1, &self.from.1);
        match property {
            Property::B2bDirectConnectInbound => {
                format!("People of {from} come into shared channels of {to} by B2B direct connect.")
            }
            Property::B2bDirectConnectOutbound => {
                format!("People of {to} go out to shared channels of {from} by B2B direct connect.")
            }
            Property::B2bCollaborationInbound => {
                format!("People of {from} come into {to} as guests, by B2B collaboration.")
            }
            Property::B2bCollaborationOutbound => {
                format!("People of {to} go out to {from} as guests, by B2B collaboration.")
            }
            Property::InboundTrust => {
                format!(
                    "What people of {from} have done at home, or the state of their devices, counts in {to}."
                )
            }
            Property::IdentitySynchronization => {
                format!(
                    "{from} may create, update and remove people of its own as guests in {to}, or no longer may."
                )
            }
            Property::InvitationRedemptionIdentityProviderConfiguration => {
                format!("People of {from} redeem invitations of {to} with one of these identities.")
            }
            Property::TenantRestrictions
            | Property::IsServiceProvider
            | Property::BlockServiceProviderOutboundAccess
            | Property::AutomaticUserConsentSettings => {
                format!("Nobody between {to} and {from} is asked for consent once more.")
            }
        }
    }

    /// Whether a name stands somewhere where Graph takes ids alone, or nobody at all.
    pub fn names_no_ids(&self) -> bool {
        let mut objects = self.receives.iter().chain(&self.sends);
        objects.any(|object| !object.id.is_guid())
            || self.asks.iter().any(|ask| !refused::matters(&ask.value).is_empty())
    }

    /// The hand-over as JSON, for scripts.
    pub fn to_json(&self) -> Value {
        let tenant = |(id, name): &(Id, String)| json!({ "id": id.as_str(), "displayName": name });
        let objects = |objects: &[Object]| -> Vec<Value> {
            let written = objects.iter().map(|object| {
                json!({ "id": object.id.as_str(), "kind": object.kind, "name": object.name, "setting": object.setting })
            });
            written.collect()
        };
        let asks: Vec<Value> = self
            .asks
            .iter()
            .map(|ask| {
                json!({ "setting": ask.setting, "value": ask.value, "why": ask.why, "isStated": ask.is_stated })
            })
            .collect();
        json!({
            "to": tenant(&self.to), "from": tenant(&self.from), "addsOrganization": self.adds_organization,
            "removesOrganization": self.removes_organization,
            "asks": asks, "receives": objects(&self.receives), "sends": objects(&self.sends),
            "notAsked": self.not_asked.iter().map(|beside| beside.code()).collect::<Vec<_>>(),
        })
    }
}

/// The objects on the lists of a setting that belong to the tenant that has it, or to the other one.
fn objects(setting: &B2bSetting, property: Property, own: bool) -> Vec<Object> {
    let lists = [
        (Half::UsersAndGroups, setting.users_and_groups.as_ref()),
        (Half::Applications, setting.applications.as_ref()),
    ];
    let mut objects = Vec::new();
    for (half, list) in lists {
        let targets = list.into_iter().flat_map(|list| &list.targets);
        for target in targets.filter(|target| names_own(property, half) == own && !target.is_reserved()) {
            let is_known =
                matches!(target.target_type, TargetType::User | TargetType::Group | TargetType::Application);
            if is_known {
                objects.push(Object {
                    id: target.target.clone(),
                    kind: target.target_type.as_str().into(),
                    name: None,
                    setting: property.as_str(),
                });
            }
        }
    }
    objects
}

/// What a tenant’s directory calls an object.
fn known_as(tenant: &Tenant, id: &Id) -> Option<String> {
    let directory = &tenant.directory;
    let user = directory.user(id).map(|user| user.display_name.clone());
    let group = || directory.group(id).map(|group| group.display_name.clone());
    let application = || directory.application(id).map(|application| application.display_name.clone());
    user.or_else(group).or_else(application)
}
