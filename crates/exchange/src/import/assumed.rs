//! What decisions take for granted in the place of what nobody has sent, and whom they depend on.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::graph::{AuthorizationPolicy, InvitationDomains, Settings, TargetType};
use entente_policy::{AppKind, Application, Group, Property, Scenario, Tenant};

use super::{What, several};

/// Most applications that are named.
const MOST_NAMED: usize = 5;

/// What decisions take for granted, or depend on, in the place of something that nobody has sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// In the place of what.
    pub of: What,
    /// A sentence.
    pub says: String,
}

/// What is taken for granted of a tenant that has sent some things, and others not.
pub(super) fn of(tenant: &Tenant, has: &[What], missing: &[What], scenario: &Scenario) -> Vec<Assumed> {
    let instead = missing.iter().filter_map(|what| in_the_place_of(*what, tenant));
    let beside = [domains(tenant, has), members_of_groups(tenant, scenario), applications_by_id(tenant)];
    instead.chain(beside.into_iter().flatten()).collect()
}

/// The domains that invitations may go to: Graph keeps them beside who may invite.
fn domains(tenant: &Tenant, has: &[What]) -> Option<Assumed> {
    let is_open = has.contains(&What::Authorization) && !has.contains(&What::InvitationDomains);
    let instead = if tenant.invitation_domains == InvitationDomains::default() {
        "decisions take it that there is none, and that they may go to any domain"
    } else {
        "decisions take the one that was there before"
    };
    is_open.then(|| Assumed {
        of: What::InvitationDomains,
        says: format!(
            "No file holds the list of domains that invitations may go to: {instead}. Ask for it with {}.",
            What::InvitationDomains.request().unwrap_or_default()
        ),
    })
}

/// Applications of which nothing but an id is known may be Microsoft's, and of a suite that settings name.
fn applications_by_id(tenant: &Tenant) -> Option<Assumed> {
    let by_id = |application: &&Application| {
        application.kind == AppKind::LineOfBusiness && application.display_name == application.app_id.as_str()
    };
    let mut by_id =
        tenant.directory.applications.iter().filter(by_id).map(|known| known.app_id.to_string()).peekable();
    by_id.peek().is_some().then(|| Assumed {
        of: What::Applications,
        says: format!(
            "Settings name {} by the id alone: decisions take it that these are applications of {} and none of Microsoft’s, which direct connect and the names of suites hang on. Ask for them with {}.",
            several::named(by_id, MOST_NAMED),
            tenant.display_name,
            What::Applications.request_in(tenant.cloud).unwrap_or_default()
        ),
    })
}

/// What decisions take for granted where this is missing. What has a mark of its own is unknown instead.
fn in_the_place_of(what: What, tenant: &Tenant) -> Option<Assumed> {
    let name = &tenant.display_name;
    let says = match what {
        What::ConditionalAccessPolicies if tenant.conditional_access_policies.is_empty() => {
            format!(
                "Until they come, decisions take it that {name} has no conditional access policy, and say that none is known."
            )
        }
        What::ConditionalAccessPolicies => {
            format!("Until they come, decisions take those of {name} that were there before.")
        }
        What::Authorization if tenant.authorization_policy == AuthorizationPolicy::default() => {
            // The lists of domains come by themselves.
            let is_listed = tenant.invitation_domains != InvitationDomains::default();
            let domains = if is_listed { "" } else { ", and from any domain" };
            format!(
                "Until they come, decisions take it that everybody may invite to {name}, guests included{domains}, as Microsoft ships it."
            )
        }
        What::Authorization => {
            format!("Until they come, decisions take those of {name} that were there before.")
        }
        _ => return None,
    };
    Some(Assumed { of: what, says })
}

/// Groups that settings name and that more people may be in than those who are known to be.
fn members_of_groups(tenant: &Tenant, scenario: &Scenario) -> Option<Assumed> {
    let policies = scenario.tenants.iter().map(|tenant| &tenant.cross_tenant_access_policy);
    let layers: Vec<&Settings> = policies
        .flat_map(|policy| {
            policy.partners.iter().map(|partner| &partner.settings).chain([&policy.default.settings])
        })
        .collect();
    let is_named = |group: &Group| {
        layers.iter().any(|settings| {
            let lists = Property::ALL
                .into_iter()
                .filter_map(|property| settings.b2b(property)?.users_and_groups.as_ref());
            let mut targets = lists.flat_map(|list| &list.targets);
            targets.any(|target| target.target_type == TargetType::Group && target.target == group.id)
        })
    };
    let groups = tenant.directory.half_seen_groups().filter(|group| is_named(group));
    let names: Vec<&str> = groups.map(|group| group.display_name.as_str()).collect();
    (!names.is_empty()).then(|| Assumed {
        of: What::Memberships,
        says: format!(
            "No file says, or not of everybody, who is in {}: decisions about people who may be are left open. Ask for the members, with GET /groups/{{id}}/transitiveMembers.",
            names.join(", ")
        ),
    })
}
