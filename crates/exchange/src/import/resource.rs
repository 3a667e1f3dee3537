//! Settings as tools have them that describe a tenant by resources: Microsoft365DSC, Graph's configuration management
//! (which has its names) and the providers of Terraform.

use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Id;
use entente_policy::graph::Target;

use super::names;
use super::normalise::is_hollow;
use super::tree::{Data, Member, Node};
use super::what::What;
use super::whose::Evidence;

/// A tool that does not write every property that Graph has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    Dsc,
    ConfigurationManagement,
    Terraform,
    /// The provider that fills in what a default does not name.
    Microsoft365wp,
}

impl Tool {
    pub(super) fn name(self) -> &'static str {
        match self {
            Tool::Dsc => "Microsoft365DSC",
            Tool::ConfigurationManagement => "Graph’s configuration management",
            Tool::Terraform => "Terraform’s provider",
            Tool::Microsoft365wp => "Terraform’s provider microsoft365wp",
        }
    }
}

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

/// Whether an object is a tool's resource, of whatever type.
pub(super) fn is_one(node: &Node) -> bool {
    parts(node).is_some()
}

/// The name of its type, what it holds, and the step to that.
fn parts(node: &Node) -> Option<(&str, Option<&'static str>, Tool)> {
    if let Some(name) = node.text_of("resourceType").filter(|_| node.has("properties")) {
        let tool = if name.contains('.') { Tool::ConfigurationManagement } else { Tool::Dsc };
        return Some((name, Some("properties"), tool));
    }
    if let Some(name) = node.text_of("type").filter(|_| node.has("values") && node.has("mode")) {
        let tool = if name.starts_with("microsoft365wp_") { Tool::Microsoft365wp } else { Tool::Terraform };
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
    let what = What::of_resource(name)?;
    let inner = step.and_then(|step| node.member(step));
    let pointer = inner.map_or_else(String::new, |member| alloc::format!("/{}", member.step()));
    let mut held = inner.map_or_else(|| node.clone(), |member| member.node.clone());
    let is_absent = held.text_of("ensure").is_some_and(|ensure| ensure.trim().eq_ignore_ascii_case("absent"));
    let is_terraform = matches!(tool, Tool::Terraform | Tool::Microsoft365wp);
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
        if held.has("partnerTenantId") || matches!(what, What::Default | What::Policy) {
            held.take("tenantId");
        }
    }
    if let Data::Object(members) = &mut held.data {
        members.retain(|member| {
            let is_of_tool = OF_TOOLS.iter().any(|name| names::same(name, &member.key));
            let is_id = is_terraform && member.key == "id";
            !is_of_tool && !is_id
        });
        for member in members.iter_mut().filter(|member| names::same(&member.key, "partnerTenantId")) {
            member.rename("tenantId");
        }
    }
    without_instances(&mut held);
    if what == What::Default && tool == Tool::Microsoft365wp {
        fill_in(&mut held);
    }
    Some((if is_absent { What::DeletedPartner } else { what }, tool, held, pointer))
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

/// Of what Terraform shows, the part that says what is: the state, and where there is none, what is planned.
pub(super) fn of_terraform(node: &mut Node) {
    if !node.has("terraform_version") && !node.has("format_version") {
        return;
    }
    let Some(step) = ["values", "prior_state", "planned_values"].into_iter().find(|step| node.has(step))
    else {
        return;
    };
    if let Data::Object(members) = &mut node.data {
        members.retain(|member| member.key == step);
    }
}
