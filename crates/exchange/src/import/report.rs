//! What a person is told: what was read, from where, as what; what was kept; what is missing; whose it is and why.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use entente_policy::graph::{Settings, TargetConfiguration, TargetType};
use entente_policy::{Cloud, Id, Layer, Property, Scenario, Tenant};
use serde_json::{Value, json};

use super::{
    About, Assumed, Choices, Guess, ImportError, Kept, Note, Piece, Plan, What, again, app_kinds, apply,
    assumed, groups_in_groups, sign_in_names, target_types, whole,
};

/// What was read, kept, and is missing.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// What was read.
    pub read: Vec<Taken>,
    /// Properties that no rule knows. They are kept and written back.
    pub kept: Vec<Kept>,
    /// What to know about it.
    pub notes: Vec<Note>,
    /// What no file held, of what a whole picture of a tenant needs.
    pub missing: Vec<What>,
    /// How many annotations of OData's were left out.
    pub annotations: usize,
    /// Whose each part of the files is, and why.
    pub whose: Vec<Guess>,
    /// What each tenant has sent, and what it still has to send.
    pub tenants: Vec<OfTenant>,
    /// Settings that a file was silent about without saying that they are not set. They are known from before, and
    /// were left as they were.
    pub unstated: Vec<Unstated>,
    /// Settings that nobody has seen, in these files or before. Decisions that hang on them say so.
    pub unknown: Vec<Unstated>,
    /// What settings name by an id that no directory has a name for.
    pub unnamed: Vec<Unnamed>,
    /// Files that could not be read.
    pub refused: Vec<ImportError>,
}

/// One thing that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The file.
    pub file: String,
    /// Which document in it, counted from one.
    pub document: usize,
    /// The place in it, as a JSON pointer.
    pub pointer: String,
    /// As what.
    pub what: What,
    /// How many of them.
    pub count: usize,
    /// Whose it is.
    pub tenant: Option<Id>,
}

/// What one tenant has sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfTenant {
    /// The tenant.
    pub tenant: Id,
    /// Its name.
    pub name: String,
    /// The Microsoft cloud it is in, where it is asked.
    pub cloud: Cloud,
    /// What it has sent, each once.
    pub has: Vec<What>,
    /// What a whole picture of it still needs. Until it comes, this is taken as the scenario has it.
    pub missing: Vec<What>,
    /// What decisions take for granted in the place of what is missing, and do not say is unknown.
    pub assumed: Vec<Assumed>,
}

/// Settings that a file was silent about without saying that they are not set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unstated {
    /// Whose settings.
    pub tenant: Id,
    /// Which of them.
    pub layer: Layer,
    /// The properties.
    pub properties: Vec<Property>,
}

/// What settings name by an id alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unnamed {
    /// In whose directory it belongs.
    pub directory: Id,
    /// `user`, `group` or `application`.
    pub kind: &'static str,
    /// The id.
    pub id: Id,
}

/// Most of them that are told.
const MOST_UNNAMED: usize = 1_000;

impl Report {
    /// What came of a plan in the scenario that it was applied to; or would come, in the one that it is meant for.
    pub(super) fn of(plan: &Plan, scenario: &Scenario, choices: &Choices) -> Self {
        let tenant_of = |piece: &Piece| choices.belongs(piece.source).map(|belongs| belongs.tenant.clone());
        let is_read =
            |piece: &&Piece| piece.what != What::Beside && !choices.left_out.contains(&piece.source);
        let pieces = plan.pieces.iter().filter(is_read);
        let read = pieces.map(|piece| Taken {
            file: piece.file.clone(),
            document: piece.document,
            pointer: piece.pointer.clone(),
            what: piece.what,
            count: piece.count,
            tenant: tenant_of(piece).filter(|_| piece.what != What::Scenario),
        });
        let mut report = Report {
            read: read.collect(),
            kept: plan.kept.clone(),
            notes: plan
                .notes
                .iter()
                .cloned()
                .chain(again::notes(plan, choices))
                .chain(app_kinds::notes(plan, scenario, choices))
                .chain(groups_in_groups::notes(plan, scenario, choices))
                .chain(sign_in_names::notes(plan, scenario, choices))
                .chain(target_types::notes(plan, scenario, choices))
                .collect(),
            annotations: plan.pieces.iter().map(|piece| piece.annotations).fold(0, usize::saturating_add),
            whose: plan.whose(scenario),
            refused: plan.refused().cloned().collect(),
            unnamed: unnamed(scenario),
            ..Report::default()
        };
        let unstated = unstated(plan, choices);
        report.unknown = unknown(scenario, &unstated);
        report.unstated = known(scenario, unstated);
        if plan.pieces.iter().any(|piece| piece.what == What::Scenario) {
            return report;
        }
        report.tenants =
            scenario.tenants.iter().map(|tenant| of_tenant(tenant, scenario, &report.read)).collect();
        let held = |what: What| report.read.iter().any(|taken| what.is_covered_by(taken.what));
        report.missing = What::WHOLE.into_iter().filter(|what| !held(*what)).collect();
        report
    }

    /// The report as JSON, for scripts.
    pub fn to_json(&self) -> Value {
        let codes = |list: &[What]| list.iter().map(|what| what.code()).collect::<Vec<_>>();
        let read = self.read.iter().map(|taken| {
            json!({
                "file": taken.file, "document": taken.document, "pointer": taken.pointer, "as": taken.what.code(),
                "count": taken.count, "tenant": taken.tenant.as_ref().map(Id::as_str),
            })
        });
        let kept = self
            .kept
            .iter()
            .map(|kept| json!({ "file": kept.file, "pointer": kept.pointer, "times": kept.times }));
        let notes = self.notes.iter().map(|note| {
            json!({
                "code": note.code, "file": note.file, "pointer": note.pointer, "line": note.place.0,
                "column": note.place.1, "times": note.times, "says": note.says,
            })
        });
        let whose = self.whose.iter().map(|guess| {
            json!({ "source": guess.source, "tenant": guess.tenant.as_ref().map(Id::as_str), "isCertain": guess.is_certain, "why": guess.why })
        });
        let tenants = self.tenants.iter().map(|tenant| {
            json!({
                "tenant": tenant.tenant.as_str(), "name": tenant.name, "has": codes(&tenant.has),
                "missing": codes(&tenant.missing),
                "assumed": tenant.assumed.iter()
                    .map(|assumed| json!({ "of": assumed.of.code(), "says": assumed.says })).collect::<Vec<_>>(),
            })
        });
        let open = |unstated: &Unstated| {
            let about = match &unstated.layer {
                Layer::Default => "default",
                Layer::Partner(id) => id.as_str(),
            };
            let properties: Vec<&str> =
                unstated.properties.iter().map(|property| property.as_str()).collect();
            json!({ "tenant": unstated.tenant.as_str(), "about": about, "properties": properties })
        };
        let unnamed = self.unnamed.iter().map(|unnamed| {
            json!({ "id": unnamed.id.as_str(), "kind": unnamed.kind, "directory": unnamed.directory.as_str() })
        });
        let refused = self.refused.iter().map(|error| {
            json!({
                "code": error.code, "file": error.file, "pointer": error.pointer, "line": error.place.map(|place| place.0),
                "column": error.place.map(|place| place.1), "says": format!("{}. {}", error.what, error.remedy),
            })
        });
        json!({
            "read": read.collect::<Vec<_>>(),
            "kept": kept.collect::<Vec<_>>(),
            "notes": notes.collect::<Vec<_>>(),
            "missing": codes(&self.missing),
            "annotationsLeftOut": self.annotations,
            "whose": whose.collect::<Vec<_>>(),
            "tenants": tenants.collect::<Vec<_>>(),
            "unstated": self.unstated.iter().map(open).collect::<Vec<_>>(),
            "unknown": self.unknown.iter().map(open).collect::<Vec<_>>(),
            "unnamed": unnamed.collect::<Vec<_>>(),
            "refused": refused.collect::<Vec<_>>(),
        })
    }
}

impl Plan {
    /// What would be told of it, were it applied by these choices: to be shown before somebody confirms them. Where it
    /// cannot be applied yet, nothing is said of what would be known.
    pub fn report(&self, scenario: &Scenario, choices: &Choices) -> Report {
        match apply(self, scenario, choices) {
            Ok(imported) => imported.report,
            Err(_) => Report { unknown: Vec::new(), ..Report::of(self, scenario, choices) },
        }
    }
}

fn of_tenant(tenant: &Tenant, scenario: &Scenario, read: &[Taken]) -> OfTenant {
    let mut has: Vec<What> = read
        .iter()
        .filter(|taken| taken.tenant.as_ref() == Some(&tenant.id))
        .map(|taken| taken.what)
        .collect();
    has.sort();
    has.dedup();
    let held = |what: What| has.iter().any(|held| what.is_covered_by(*held));
    let missing: Vec<What> = What::WHOLE.into_iter().filter(|what| !held(*what)).collect();
    let assumed = assumed::of(tenant, &has, &missing, scenario);
    let (id, name) = (tenant.id.clone(), tenant.display_name.clone());
    OfTenant { tenant: id, name, cloud: tenant.cloud, has, missing, assumed }
}

/// What partial pieces leave open.
fn unstated(plan: &Plan, choices: &Choices) -> Vec<Unstated> {
    let mut found: BTreeMap<(Id, Layer), Vec<Property>> = BTreeMap::new();
    let of_settings =
        |what: What| matches!(what, What::Default | What::Partner | What::Partners | What::Settings);
    for piece in plan.pieces.iter().filter(|piece| of_settings(piece.what)) {
        let Some(belongs) = choices.belongs(piece.source) else { continue };
        for item in piece.items() {
            let partner = item.get("tenantId").and_then(Value::as_str).map(Id::from);
            let about = belongs.about.as_ref().or(piece.about.as_ref());
            let layer = match (piece.what, partner, about) {
                (What::Default, ..) | (What::Settings, _, Some(About::Default)) => Layer::Default,
                (What::Partner | What::Partners, Some(id), _) => Layer::Partner(id),
                (What::Settings, _, Some(About::Partner(id))) => Layer::Partner(id.clone()),
                _ => continue,
            };
            let kind = if layer == Layer::Default { What::Default } else { What::Partner };
            let unsaid = whole::unsaid_by(kind, item);
            // One file says what another leaves out.
            found
                .entry((belongs.tenant.clone(), layer))
                .and_modify(|open| open.retain(|property| unsaid.contains(property)))
                .or_insert(unsaid);
        }
    }
    let unstated =
        found.into_iter().map(|((tenant, layer), properties)| Unstated { tenant, layer, properties });
    unstated.filter(|unstated| !unstated.properties.is_empty()).collect()
}

/// What of it was known before.
fn known(scenario: &Scenario, mut unstated: Vec<Unstated>) -> Vec<Unstated> {
    for Unstated { tenant, layer, properties } in &mut unstated {
        let policy = scenario.tenant(tenant).map(|tenant| &tenant.cross_tenant_access_policy);
        properties.retain(|property| policy.is_none_or(|policy| !policy.is_unknown(layer, *property)));
    }
    unstated.retain(|unstated| !unstated.properties.is_empty());
    unstated
}

/// What nobody has seen of the scenario's tenants: their defaults, what they say of each other, and of whomever else
/// the files are silent about.
fn unknown(scenario: &Scenario, unstated: &[Unstated]) -> Vec<Unstated> {
    let mut found = Vec::new();
    for tenant in &scenario.tenants {
        let policy = &tenant.cross_tenant_access_policy;
        let others = scenario.tenants.iter().filter(|other| other.id != tenant.id);
        let mut layers: Vec<Layer> = others.map(|other| Layer::Partner(other.id.clone())).collect();
        layers.push(Layer::Default);
        for open in unstated.iter().filter(|open| open.tenant == tenant.id) {
            if !layers.contains(&open.layer) {
                layers.push(open.layer.clone());
            }
        }
        for layer in layers {
            let is_there = |property: &Property| match layer {
                Layer::Default => whole::is_settable(*property),
                Layer::Partner(_) => property.is_of_partners(),
            };
            let is_unknown = |property: &Property| policy.is_unknown(&layer, *property);
            let properties: Vec<Property> =
                Property::ALL.into_iter().filter(is_there).filter(is_unknown).collect();
            if !properties.is_empty() {
                found.push(Unstated { tenant: tenant.id.clone(), layer, properties });
            }
        }
    }
    found
}

/// What settings of the scenario name by an id that the directory it belongs to has no name for.
pub(super) fn unnamed(scenario: &Scenario) -> Vec<Unnamed> {
    let mut found = BTreeSet::new();
    let names: Vec<Names<'_>> = scenario.tenants.iter().map(|tenant| Names::of(tenant)).collect();
    for (tenant, own) in scenario.tenants.iter().zip(&names) {
        for partner in &tenant.cross_tenant_access_policy.partners {
            if let Some(other) = names.iter().find(|other| *other.tenant == partner.tenant_id) {
                look_at(&mut found, &partner.settings, own, other);
            }
        }
        // What the default says of people from outside holds for any tenant: only one's own can be named.
        look_at(&mut found, &tenant.cross_tenant_access_policy.default.settings, own, own);
    }
    found.into_iter().collect()
}

/// The ids that a directory has names for.
struct Names<'a> {
    tenant: &'a Id,
    users: BTreeSet<&'a Id>,
    groups: BTreeSet<&'a Id>,
    applications: BTreeSet<&'a Id>,
}

impl<'a> Names<'a> {
    fn of(tenant: &'a Tenant) -> Self {
        let directory = &tenant.directory;
        Names {
            tenant: &tenant.id,
            users: named(directory.users.iter().map(|user| (&user.id, &user.display_name))),
            groups: named(directory.groups.iter().map(|group| (&group.id, &group.display_name))),
            applications: named(
                directory.applications.iter().map(|known| (&known.app_id, &known.display_name)),
            ),
        }
    }
}

/// The ids of those that have a name: one that only has its id for a name is yet to be named.
fn named<'a>(listed: impl Iterator<Item = (&'a Id, &'a String)>) -> BTreeSet<&'a Id> {
    listed.filter(|(id, name)| name.as_str() != id.as_str()).map(|(id, _)| id).collect()
}

fn look_at(found: &mut BTreeSet<Unnamed>, settings: &Settings, own: &Names<'_>, other: &Names<'_>) {
    let is_default = own.tenant == other.tenant;
    for (property, users, applications) in [
        (Property::B2bCollaborationInbound, other, own),
        (Property::B2bDirectConnectInbound, other, own),
        (Property::B2bCollaborationOutbound, own, other),
        (Property::B2bDirectConnectOutbound, own, other),
    ] {
        let Some(setting) = settings.b2b(property) else { continue };
        let is_inbound =
            matches!(property, Property::B2bCollaborationInbound | Property::B2bDirectConnectInbound);
        if let Some(half) = setting.users_and_groups.as_ref().filter(|_| !(is_default && is_inbound)) {
            targets(found, half, users);
        }
        if let Some(half) = setting.applications.as_ref().filter(|_| !is_default || is_inbound) {
            targets(found, half, applications);
        }
    }
}

fn targets(found: &mut BTreeSet<Unnamed>, half: &TargetConfiguration, names: &Names<'_>) {
    for target in half.targets.iter().filter(|target| !target.is_reserved()) {
        let (kind, known) = match target.target_type {
            TargetType::User => ("user", &names.users),
            TargetType::Group => ("group", &names.groups),
            TargetType::Application => ("application", &names.applications),
            TargetType::Other(_) => continue,
        };
        if !known.contains(&target.target) && found.len() < MOST_UNNAMED {
            found.insert(Unnamed { directory: names.tenant.clone(), kind, id: target.target.clone() });
        }
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Taken { file, pointer, what, count, document, .. } = self;
        f.write_str(file)?;
        if *document > 1 {
            write!(f, ", document {document}")?;
        }
        let place = if pointer.is_empty() { String::new() } else { format!(", `{pointer}`") };
        let count = if what.is_list() { format!("{count} × ") } else { String::new() };
        write!(f, "{place}: {count}{}", what.name())
    }
}
