//! Whose settings a file holds, and why we think so.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, Tenant};

use super::called;
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
    /// Whether each tenant seems to have a folder of its own, and something in this one names the tenant by its id.
    pub is_beside: bool,
    /// The domain that it says it is from, if no tenant has it: then it is none of theirs.
    pub elsewhere: Option<String>,
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
        if guesses.get(at).is_none_or(|guess| guess.tenant.is_some() || guess.elsewhere.is_some()) {
            continue;
        }
        let Some(folder) = folders.get(at).copied().flatten() else { continue };
        let beside = guesses.iter().zip(&folders).filter(|(_, other)| **other == Some(folder));
        let are_apart = folders.iter().any(|other| *other != Some(folder));
        let is_beside = are_apart && beside.clone().any(|(guess, _)| guess.is_certain);
        let mut tenants: Vec<Id> = beside.filter_map(|(guess, _)| guess.tenant.clone()).collect();
        tenants.sort();
        tenants.dedup();
        if let ([one], Some(guess)) = (tenants.as_slice(), guesses.get_mut(at)) {
            guess.tenant = Some(one.clone());
            (guess.is_by_path, guess.is_beside) = (true, is_beside);
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
    let mut guess = Guess {
        source,
        tenant: None,
        is_certain: false,
        is_by_path: false,
        is_beside: false,
        elsewhere: None,
        why: Vec::new(),
    };
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
    let tenants: Vec<&Tenant> = scenario.tenants.iter().map(AsRef::as_ref).collect();
    for evidence in &known.evidence {
        let found = match evidence {
            Evidence::Domain(domain) | Evidence::People(domain) => called::by_domain(&tenants, domain),
            Evidence::Key(word) => called::by_words(&tenants, word).map(|tenant| (tenant, false)),
            _ => None,
        };
        if let Some((tenant, is_exact)) = found {
            guess.tenant = Some(tenant.id.clone());
            // People may have addresses of a domain that is another tenant’s.
            guess.is_certain = is_exact && matches!(evidence, Evidence::Domain(_));
            guess.why.push(evidence.says());
            return guess;
        }
        match evidence {
            Evidence::Domain(domain) if !tenants.is_empty() => {
                guess.elsewhere = Some(domain.clone());
                guess.why.push(format!("{}, and no tenant here has that domain", evidence.says()));
                return guess;
            }
            Evidence::People(_) => {
                guess.why.push(format!("{}, and no tenant here has that domain", evidence.says()));
            }
            _ => {}
        }
    }
    let abouts: Vec<Id> = pieces().flat_map(super::Piece::partners).collect();
    let (about, others): (Vec<&Tenant>, Vec<&Tenant>) =
        tenants.iter().partition(|tenant| abouts.contains(&tenant.id));
    if let Some(tenant) = called::by_path(&others, &known.file) {
        guess.tenant = Some(tenant.id.clone());
        guess.is_by_path = true;
        guess.why = alloc::vec!["the name of the file says so".into()];
        return guess;
    }
    let file_id = names::guid_in(&known.file).map(Id::from).filter(|id| !abouts.contains(id));
    if let (Some(id), false) = (file_id, known.file.to_lowercase().contains("crosstenantaccesspolicy")) {
        guess.tenant = Some(id);
        guess.is_by_path = true;
        guess.why = alloc::vec!["the name of the file has an id in it".into()];
        return guess;
    }
    if let ([one], Some(about)) = (others.as_slice(), about.first()) {
        guess.tenant = Some(one.id.clone());
        let about = &about.display_name;
        guess.why =
            alloc::vec![format!("it has settings about {about}, and no tenant has settings about itself")];
        return guess;
    }
    if guess.why.is_empty() {
        guess.why.push("nothing in it says whose it is".into());
    }
    guess
}
