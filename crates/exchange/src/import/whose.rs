//! Whose settings a file holds, and why we think so.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, Tenant};

use super::names;
use super::plan::Plan;
use super::recognise;
use super::tree::Node;
use super::what::What;

/// Something in a file, or about it, that says whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// It stands beside the settings.
    Said(Id),
    /// The organization is among what was read.
    Organization {
        /// The tenant.
        id: Id,
        /// Its name.
        name: String,
        /// Its domains.
        domains: Vec<String>,
    },
    /// The policy's name has the tenant's id in it.
    PolicyName(Id),
    /// An address in an answer has the tenant's id in it.
    Address(Id),
    /// A domain that the tenant was asked by.
    Domain(String),
    /// The property that holds the settings has this name.
    Key(String),
    /// People with addresses of this domain are among the tenant's users.
    People(String),
}

impl Evidence {
    /// What an object says of whose it is.
    pub(super) fn in_object(node: &Node) -> Vec<Evidence> {
        let mut found: Vec<Evidence> = Evidence::of_row(node).into_iter().collect();
        let is_policy = node.has("allowedCloudEndpoints") || node.has("definition");
        found.extend(Evidence::in_policy_name(node).filter(|_| is_policy));
        let address = node.text_of("@odata.id").and_then(|address| address.split_once("/v2/"));
        if let Some(id) = address.and_then(|(_, rest)| rest.split('/').next()).filter(|id| names::is_guid(id))
        {
            found.push(Evidence::Address(Id::from(id)));
        }
        if let Some((_, domain)) = node.text_of("userPrincipalName").and_then(|name| name.rsplit_once('@')) {
            let is_guest = node.text_of("userPrincipalName").is_some_and(|name| name.contains("#EXT#"));
            // A sign-in is mostly of somebody else’s people.
            if !is_guest && !recognise::is_sign_in(node) {
                found.push(Evidence::People(domain.to_lowercase()));
            }
        }
        found
    }

    /// What the name of a cross-tenant access policy says: “CrossTenantAccessPolicy for”, and the id of the tenant.
    pub(super) fn in_policy_name(policy: &Node) -> Option<Evidence> {
        policy.text_of("displayName").and_then(names::guid_in).map(|id| Evidence::PolicyName(Id::from(id)))
    }

    /// What the organization itself says, with as much of it as was asked for.
    pub(super) fn of_organization(node: &Node) -> Option<Evidence> {
        let id = Id::from(names::bare(node.text_of("id").or_else(|| node.text_of("objectId"))?));
        let name = node.text_of("displayName").unwrap_or_default().into();
        let domains = node.get("verifiedDomains").map(Node::items).unwrap_or_default();
        let domains = domains.iter().filter_map(|domain| domain.text_of("name").or_else(|| domain.text()));
        Some(Evidence::Organization { id, name, domains: domains.map(String::from).collect() })
    }

    /// What a row of a report on several tenants says: CIPP puts the tenant beside what Graph answered.
    pub(super) fn of_row(node: &Node) -> Option<Evidence> {
        let tenant = node.members().iter().find(|member| member.key == "Tenant")?.node.text()?.trim();
        match tenant {
            "" => None,
            id if names::is_guid(id) => Some(Evidence::Said(Id::from(id))),
            domain => Some(Evidence::Domain(domain.into())),
        }
    }

    /// The tenant that it names by id.
    pub(super) fn id(&self) -> Option<&Id> {
        match self {
            Evidence::Said(id)
            | Evidence::Organization { id, .. }
            | Evidence::PolicyName(id)
            | Evidence::Address(id) => Some(id),
            _ => None,
        }
    }

    /// Whether it names this tenant by a word.
    fn means(&self, tenant: &Tenant) -> bool {
        match self {
            Evidence::Domain(domain) | Evidence::People(domain) => has_domain(tenant, domain),
            Evidence::Key(word) => is_named(tenant, word),
            other => other.id() == Some(&tenant.id),
        }
    }

    fn says(&self) -> String {
        match self {
            Evidence::Said(_) => "the file says so".into(),
            Evidence::Organization { .. } => "the organization itself is in the file".into(),
            Evidence::PolicyName(_) => "the name of the policy has the tenant’s id in it".into(),
            Evidence::Address(_) => "an address in the answer has the tenant’s id in it".into(),
            Evidence::Domain(domain) => format!("it was exported from {}", super::quote(domain)),
            Evidence::Key(word) => format!("it stands under `{}`", super::quote(word)),
            Evidence::People(domain) => format!("its users have addresses of {}", super::quote(domain)),
        }
    }
}

fn has_domain(tenant: &Tenant, domain: &str) -> bool {
    tenant.domains.iter().any(|known| known.eq_ignore_ascii_case(domain.trim()))
        || domain.split('.').next().is_some_and(|first| is_named(tenant, first))
}

/// Whether a word has the tenant's name, id or a domain in it.
fn is_named(tenant: &Tenant, words: &str) -> bool {
    let words = words.to_lowercase();
    let is_in = |name: &str| name.chars().count() > 2 && words.contains(&name.to_lowercase());
    is_in(tenant.id.as_str())
        || is_in(&tenant.display_name)
        || tenant.domains.iter().any(|domain| is_in(domain))
}

/// Whose a part of the files is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Which part, by its number in [`Plan::sources`].
    pub source: usize,
    /// The tenant, if one was found.
    pub tenant: Option<Id>,
    /// Whether the tenant is named by its id: then nobody needs to be asked.
    pub is_certain: bool,
    /// Whether it is only where the file lies and what it is called that says so, and nothing in it.
    pub is_by_path: bool,
    /// Why, in sentences without their full stops; or why not.
    pub why: Vec<String>,
}

/// Whose each part is: by ids in it; by names and domains; by the organizations that its settings are about, as no
/// tenant has settings about itself; and by the folder that it shares with another part.
pub(super) fn guess(plan: &Plan, scenario: &Scenario) -> Vec<Guess> {
    let mut guesses: Vec<Guess> =
        (0..plan.sources.len()).map(|source| alone(plan, scenario, source)).collect();
    let folders: Vec<Option<&str>> = plan.sources.iter().map(|source| folder(&source.file)).collect();
    for at in 0..guesses.len() {
        if guesses.get(at).is_none_or(|guess| guess.tenant.is_some()) {
            continue;
        }
        let Some(folder) = folders.get(at).copied().flatten() else { continue };
        let beside = guesses.iter().zip(&folders).filter(|(_, other)| **other == Some(folder));
        let mut tenants: Vec<Id> = beside.filter_map(|(guess, _)| guess.tenant.clone()).collect();
        tenants.sort();
        tenants.dedup();
        if let ([one], Some(guess)) = (tenants.as_slice(), guesses.get_mut(at)) {
            guess.tenant = Some(one.clone());
            guess.is_by_path = true;
            guess.why.push("files of the same folder are this tenant’s".into());
        }
    }
    guesses
}

/// The folder that a file shares with what else was exported with it.
fn folder(file: &str) -> Option<&str> {
    // EntraExporter has a tree of folders for each tenant.
    let theirs = ["Policies/CrossTenantAccessPolicy", "Policies\\CrossTenantAccessPolicy"];
    let tree = theirs.iter().find_map(|theirs| file.find(theirs)).and_then(|at| file.get(..at));
    tree.or_else(|| file.rsplit_once(['/', '\\']).map(|(folder, _)| folder))
}

fn alone(plan: &Plan, scenario: &Scenario, source: usize) -> Guess {
    let mut guess = Guess { source, tenant: None, is_certain: false, is_by_path: false, why: Vec::new() };
    let Some(known) = plan.sources.get(source) else { return guess };
    if let Some(evidence) = known.evidence.iter().find(|evidence| evidence.id().is_some()) {
        guess.tenant = evidence.id().cloned();
        guess.is_certain = true;
        guess.why.push(evidence.says());
        return guess;
    }
    let pieces = || plan.pieces.iter().filter(|piece| piece.source == source);
    if pieces().all(|piece| piece.what == What::Scenario) {
        guess.is_certain = true;
        guess.why.push("it is a whole scenario, with its tenants".into());
        return guess;
    }
    let only = |found: Vec<&Tenant>| match found.as_slice() {
        [one] => Some(one.id.clone()),
        _ => None,
    };
    let tenants = || scenario.tenants.iter().map(AsRef::as_ref);
    for evidence in &known.evidence {
        let meant = only(tenants().filter(|tenant| evidence.means(tenant)).collect());
        if let Some(tenant) = meant {
            guess.tenant = Some(tenant);
            guess.why.push(evidence.says());
            return guess;
        }
    }
    let abouts: Vec<Id> = pieces().flat_map(super::Piece::partners).collect();
    let is_about = |tenant: &Tenant| abouts.contains(&tenant.id);
    if let Some(tenant) =
        only(tenants().filter(|tenant| is_named(tenant, &known.file) && !is_about(tenant)).collect())
    {
        guess.tenant = Some(tenant);
        guess.is_by_path = true;
        guess.why.push("the name of the file says so".into());
        return guess;
    }
    let file_id = names::guid_in(&known.file).map(Id::from).filter(|id| !abouts.contains(id));
    if let (Some(id), false) = (file_id, known.file.to_lowercase().contains("crosstenantaccesspolicy")) {
        guess.tenant = Some(id);
        guess.is_by_path = true;
        guess.why.push("the name of the file has an id in it".into());
        return guess;
    }
    let others: Vec<&Tenant> = tenants().filter(|tenant| !is_about(tenant)).collect();
    if let ([one], true) = (others.as_slice(), tenants().any(is_about)) {
        guess.tenant = Some(one.id.clone());
        let about = tenants()
            .find(|tenant| is_about(tenant))
            .map_or_else(String::new, |tenant| tenant.display_name.clone());
        guess.why.push(format!("it has settings about {}, and no tenant has settings about itself", about));
        return guess;
    }
    guess.why.push("nothing in it says whose it is".into());
    guess
}
