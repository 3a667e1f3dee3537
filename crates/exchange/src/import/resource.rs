//! Settings as tools have them that describe a tenant by resources: Microsoft365DSC, Graph's configuration management
//! (which has its names) and the providers of Terraform.

use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Id;
use entente_policy::graph::Target;

use super::asked::Asked;
use super::hollow::is_hollow;
use super::remark::Remark;
use super::tree::{Data, Member, Node};
use super::what::What;
use super::whose::Evidence;
use super::{names, planned};

/// A tool that does not write every property that Graph has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    Dsc,
    ConfigurationManagement,
    Terraform,
    /// The resource of Terraform that changes what another one has added.
    TerraformUpdate,
    /// What Terraform has only looked up: it declares nothing.
    TerraformData,
    /// The provider that fills in what a default does not name.
    Microsoft365wp,
}

impl Tool {
    pub(super) fn name(self) -> &'static str {
        match self {
            Tool::Dsc => "Microsoft365DSC",
            Tool::ConfigurationManagement => "Graph’s configuration management",
            Tool::Terraform | Tool::TerraformUpdate | Tool::TerraformData => "Terraform’s provider",
            Tool::Microsoft365wp => "Terraform’s provider microsoft365wp",
        }
    }
}

impl Tool {
    /// Whether what it has is what is to be there.
    pub(super) fn declares(self) -> bool {
        !matches!(self, Tool::TerraformUpdate | Tool::TerraformData)
    }

    /// How to get a good file from it.
    pub(super) fn remedy(self) -> &'static str {
        match self {
            Tool::Dsc => "Correct the block, or export it again with `Export-M365DSCConfiguration`",
            Tool::ConfigurationManagement => "Take the snapshot again, and give it as it comes",
            Tool::Terraform | Tool::TerraformUpdate | Tool::TerraformData | Tool::Microsoft365wp => {
                "Give what `terraform show -json` prints"
            }
        }
    }
}

/// What Microsoft365DSC calls the id of an organization.
const PARTNER_KEYS: [&str; 2] = ["partnerTenantId", "crossTenantAccessPolicyConfigurationPartnerTenantId"];

/// Properties of a resource that are about the tool and not about the tenant.
const OF_TOOLS: [&str; 24] = [
    "ensure",
    "isSingleInstance",
    "credential",
    "applicationId",
    "applicationSecret",
    "certificateThumbprint",
    "certificatePath",
    "certificatePassword",
    "managedIdentity",
    "accessTokens",
    "verbose",
    "dependsOn",
    "psDscRunAsCredential",
    "resourceName",
    "resourceInstanceName",
    "resourceId",
    "moduleVersion",
    "cimInstance",
    "timeouts",
    "hardDelete",
    "restoreDefaultsOnDestroy",
    "serviceDefault",
    "sourceInfo",
    "configurationName",
];

/// Whether a property of a resource is about the tool.
pub(super) fn is_of_tool(key: &str) -> bool {
    OF_TOOLS.iter().any(|name| names::same(name, key))
}

/// Whether an object is a tool's resource, of whatever type.
pub(super) fn is_one(node: &Node) -> bool {
    let initials = node.initials();
    (initials.may_have("type") || initials.may_have("resourceType"))
        && (parts(node).is_some() || has_instances(node))
}

fn has_instances(node: &Node) -> bool {
    node.has("type")
        && node.has("mode")
        && matches!(node.get("instances").map(|node| &node.data), Some(Data::List(_)))
}

/// The instances of a resource in a file of Terraform's state, each as `terraform show` has them, and the steps there.
pub(super) fn instances(node: &mut Node) -> Option<Vec<(String, Node)>> {
    let (kind, mode) =
        has_instances(node).then(|| Some((node.get("type")?.clone(), node.get("mode")?.clone())))??;
    let Data::List(instances) = node.take("instances")?.node.data else { return None };
    let each = instances.into_iter().enumerate().filter_map(|(number, mut instance)| {
        let mut values = instance.take("attributes")?;
        values.rename("values");
        let members =
            alloc::vec![Member::new("type", kind.clone()), Member::new("mode", mode.clone()), values];
        Some((alloc::format!("/instances/{number}"), Node::new(instance.at, Data::Object(members))))
    });
    Some(each.collect())
}

/// The name of its type, what it holds, and the step to that.
fn parts(node: &Node) -> Option<(&str, Option<&'static str>, Tool)> {
    if let Some(name) = node.text_of("resourceType").filter(|_| node.has("properties")) {
        let tool = if name.contains('.') { Tool::ConfigurationManagement } else { Tool::Dsc };
        return Some((name, Some("properties"), tool));
    }
    if let Some(name) = node.text_of("type").filter(|_| node.has("values") && node.has("mode")) {
        let tool = match node.text_of("mode") {
            Some("data") => Tool::TerraformData,
            _ if name.starts_with("microsoft365wp_") => Tool::Microsoft365wp,
            _ => Tool::Terraform,
        };
        return Some((name, Some("values"), tool));
    }
    let name = node.text_of("ResourceName").filter(|name| name.starts_with("AAD"))?;
    Some((name, None, Tool::Dsc))
}

/// What a tool's resource is, with what it holds, and the steps to that in the file.
pub(super) fn of(
    node: &Node,
    sources: &mut [Vec<Evidence>],
    source: usize,
) -> Option<(What, Tool, Node, String)> {
    let (name, step, tool) = parts(node)?;
    if name.starts_with("msgraph_") {
        let is_update = name.starts_with("msgraph_update");
        return of_request(node, if is_update { Tool::TerraformUpdate } else { tool });
    }
    let what = What::of_resource(name)?;
    let inner = step.and_then(|step| node.member(step));
    let pointer = inner.map_or_else(String::new, |member| alloc::format!("/{}", member.step()));
    let mut held = inner.map_or_else(|| node.clone(), |member| member.node.clone());
    let is_absent = held.text_of("ensure").is_some_and(|ensure| ensure.trim().eq_ignore_ascii_case("absent"));
    let is_terraform = matches!(tool, Tool::Terraform | Tool::TerraformData | Tool::Microsoft365wp);
    if !is_terraform {
        // Here it is the tenant that is asked, by its first domain.
        if let Some(known) = sources.get_mut(source)
            && let Some(tenant) = held.text_of("tenantId")
        {
            let evidence = if names::is_guid(tenant) {
                Evidence::Said(Id::from(tenant))
            } else {
                Evidence::Domain(tenant.into())
            };
            if tenant.contains(['.', '-']) && !known.contains(&evidence) {
                known.push(evidence);
            }
        }
        if PARTNER_KEYS.iter().any(|key| held.has(key)) || matches!(what, What::Default | What::Policy) {
            held.take("tenantId");
        }
    }
    if what == What::Policy
        && let Some(evidence) = Evidence::in_policy_name(&held)
        && let Some(known) = sources.get_mut(source).filter(|known| !known.contains(&evidence))
    {
        known.push(evidence);
    }
    if let Data::Object(members) = &mut held.data {
        members.retain(|member| {
            let is_id = is_terraform && member.key == "id";
            !is_of_tool(&member.key) && !is_id
        });
        let is_key = |member: &&mut Member| PARTNER_KEYS.iter().any(|key| names::same(&member.key, key));
        members.iter_mut().filter(is_key).for_each(|member| member.rename("tenantId"));
    }
    if what == What::Synchronization {
        inbound(&mut held);
    }
    without_instances(&mut held);
    if what == What::Default && tool == Tool::Microsoft365wp {
        fill_in(&mut held);
    }
    Some((if is_absent { absent(what, &mut held) } else { what }, tool, held, pointer))
}

/// The resource for synchronization by itself has the switch where Graph has an object around it.
fn inbound(held: &mut Node) {
    let Some(switch) = held.take("isSyncAllowed") else { return };
    let (at, was) = (held.at, switch.step());
    let Data::Object(members) = &mut held.data else { return };
    let inner = Node::new(at, Data::Object(alloc::vec![Member::new("isSyncAllowed", switch.node)]));
    let mut member = Member::new("userSyncInbound", inner);
    member.was = Some(was);
    members.push(member);
}

/// What a resource says that is to be absent. Only what can be added can be: of the policy and its default settings it
/// is what an export writes that was not able to read them, and no tool carries it out.
fn absent(what: What, held: &mut Node) -> What {
    let Data::Object(members) = &mut held.data else { return what };
    match what {
        What::Policy | What::Default => {
            members.clear();
            what
        }
        What::Synchronization => {
            members.retain(|member| names::same(&member.key, "tenantId"));
            members.push(Member::new("identitySynchronization", Node::new(held.at, Data::Null)));
            What::Partner
        }
        _ => What::DeletedPartner,
    }
}

/// The names of classes that a parser of Microsoft365DSC leaves in every instance.
fn without_instances(node: &mut Node) {
    match &mut node.data {
        Data::Object(members) => {
            members.retain(|member| member.key != "CIMInstance");
            members.iter_mut().for_each(|member| without_instances(&mut member.node));
        }
        Data::List(items) => items.iter_mut().for_each(without_instances),
        _ => {}
    }
}

/// The provider names everybody where the default names nobody.
fn fill_in(node: &mut Node) {
    let Data::Object(settings) = &mut node.data else { return };
    for setting in settings {
        let Data::Object(halves) = &mut setting.node.data else { continue };
        for half in halves {
            let (all, kind) = if names::same(&half.key, "usersAndGroups") {
                (Target::ALL_USERS, "user")
            } else if names::same(&half.key, "applications") {
                (Target::ALL_APPLICATIONS, "application")
            } else {
                continue;
            };
            let is_stated = half.node.get("accessType").is_some_and(|access| !access.is_null());
            if !is_stated || half.node.get("targets").is_some_and(|targets| !is_hollow(targets)) {
                continue;
            }
            let at = half.node.at;
            half.node.take("targets");
            let target = Node::new(
                at,
                Data::Object(alloc::vec![
                    Member::new("target", Node::text_at(at, all)),
                    Member::new("targetType", Node::text_at(at, kind)),
                ]),
            );
            if let Data::Object(members) = &mut half.node.data {
                members.push(Member::new("targets", Node::new(at, Data::List(alloc::vec![target]))));
            }
        }
    }
}

/// The provider that sends requests holds their bodies, as Graph has them.
fn of_request(node: &Node, tool: Tool) -> Option<(What, Tool, Node, String)> {
    let values = node.member("values")?;
    let asked = Asked::of_url("PATCH", values.node.text_of("url")?);
    let said = values.node.member("body")?;
    let value = value_of_any_type(&said.node);
    let body = value.unwrap_or(said);
    let is_about = |end: &str| asked.path.ends_with(end);
    let what = if is_about("crosstenantaccesspolicy/partners") {
        What::Partner
    } else if is_about("partners/identitysynchronization") {
        What::Synchronization
    } else if is_about("crosstenantaccesspolicy/default") {
        What::Default
    } else if is_about("crosstenantaccesspolicy") {
        // The policy itself has no settings: whose these are, the address does not say.
        if What::has_settings(&body.node) { What::Settings } else { What::Policy }
    } else {
        return None;
    };
    let mut held = body.node.clone();
    if let (Some(partner), Data::Object(members), false) =
        (&asked.partner, &mut held.data, body.node.has("tenantId"))
    {
        members.push(Member::new("tenantId", Node::text_at(body.node.at, partner.as_str())));
    }
    let within = value.map_or_else(String::new, |value| alloc::format!("/{}", value.step()));
    Some((what, tool, held, alloc::format!("/{}/{}{within}", values.step(), said.step())))
}

/// The value of an attribute that may be of any type: a file of the state has the type beside it.
fn value_of_any_type(node: &Node) -> Option<&Member> {
    let is_one = node.members().len() == 2 && node.has("type");
    node.member("value").filter(|_| is_one)
}

/// Of what Terraform shows, the part that says what is: the state, and where there is nothing of ours in that, what is
/// planned. What is to be known of that.
pub(super) fn of_terraform(node: &mut Node) -> Option<Remark> {
    if !is_of_terraform(node) {
        return None;
    }
    // A file of the state has its resources beside what is about the file.
    let steps = ["values", "prior_state", "resources", "planned_values", "resource_changes"];
    let is_there = |step: &&str| node.get(step).is_some_and(holds_ours);
    let step = steps.into_iter().find(is_there)?;
    if let Data::Object(members) = &mut node.data {
        members.retain(|member| member.key == step);
    }
    match step {
        "planned_values" => Some(Remark::Planned),
        "prior_state" => Some(Remark::BeforeThePlan),
        _ => None,
    }
}

/// Whether it is Terraform's state or plan.
pub(super) fn is_of_terraform(node: &Node) -> bool {
    node.has("terraform_version") || node.has("format_version")
}

/// Whether a type of Terraform's resources is known.
fn is_ours(name: &str) -> bool {
    name.starts_with("msgraph_") || What::of_resource(name).is_some()
}

/// Whether a resource of a known kind is in it.
fn holds_ours(node: &Node) -> bool {
    match &node.data {
        Data::List(items) => items.iter().any(holds_ours),
        Data::Object(members) => {
            (is_one(node) || planned::is_there(node)) && node.text_of("type").is_some_and(is_ours)
                || members.iter().any(|member| holds_ours(&member.node))
        }
        _ => false,
    }
}
