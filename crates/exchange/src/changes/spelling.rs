//! Changes as files: one representation, spelled for whoever carries it out.
//!
//! What people typed stands in these files as text and is never read as anything else: each language has its way of
//! quoting, and requests hold nothing but ASCII, so that no tool can read them in another encoding.

mod azure_cli;
mod dsc;
mod hcl;
mod http;
mod msgraph;
mod patch;
mod powershell;
mod terraform;
mod typed;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Tenant;

use self::terraform::{DEPLOYMENTTHEORY, TERRAPROVIDER};
use super::{Changes, Remark};

/// A way of writing changes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// The requests as data: JSON.
    Patch,
    /// A file of requests that editors send: `.http`.
    Http,
    /// A script of PowerShell, with `Invoke-MgGraphRequest`.
    PowerShell,
    /// A script of the Azure CLI, with `az rest`.
    AzureCli,
    /// Terraform with the provider `microsoft/msgraph`, which sends requests.
    TerraformMsGraph,
    /// Terraform with the provider `deploymenttheory/microsoft365`.
    TerraformMicrosoft365,
    /// Terraform with the provider `terraprovider/microsoft365wp`.
    TerraformMicrosoft365Wp,
    /// Blocks of Microsoft365DSC.
    Dsc,
}

/// Changes written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// The file.
    pub text: String,
    /// What the language cannot say, beside what no request carries out. It stands in the file, too.
    pub left_out: Vec<LeftOut>,
}

/// Something that a language cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The addresses of what was changed and is left out.
    pub settings: Vec<String>,
    /// Why, in a sentence.
    pub why: String,
}

impl Spelling {
    /// Every spelling.
    pub const ALL: [Spelling; 8] = [
        Spelling::Patch,
        Spelling::Http,
        Spelling::PowerShell,
        Spelling::AzureCli,
        Spelling::TerraformMsGraph,
        Spelling::TerraformMicrosoft365,
        Spelling::TerraformMicrosoft365Wp,
        Spelling::Dsc,
    ];

    /// The spelling as a word, for options and data.
    pub fn as_str(self) -> &'static str {
        match self {
            Spelling::Patch => "patch",
            Spelling::Http => "http",
            Spelling::PowerShell => "powershell",
            Spelling::AzureCli => "az",
            Spelling::TerraformMsGraph => "terraform-msgraph",
            Spelling::TerraformMicrosoft365 => "terraform-microsoft365",
            Spelling::TerraformMicrosoft365Wp => "terraform-microsoft365wp",
            Spelling::Dsc => "dsc",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Spelling::Patch => "Microsoft Graph: bodies of requests",
            Spelling::Http => "Microsoft Graph: a file of requests",
            Spelling::PowerShell => "PowerShell: Invoke-MgGraphRequest",
            Spelling::AzureCli => "Azure CLI: az rest",
            Spelling::TerraformMsGraph => "Terraform: microsoft/msgraph",
            Spelling::TerraformMicrosoft365 => "Terraform: deploymenttheory/microsoft365",
            Spelling::TerraformMicrosoft365Wp => "Terraform: terraprovider/microsoft365wp",
            Spelling::Dsc => "Microsoft365DSC",
        }
    }

    /// How the name of such a file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Spelling::Patch => "json",
            Spelling::Http => "http",
            Spelling::PowerShell | Spelling::Dsc => "ps1",
            Spelling::AzureCli => "sh",
            Spelling::TerraformMsGraph
            | Spelling::TerraformMicrosoft365
            | Spelling::TerraformMicrosoft365Wp => "tf",
        }
    }

    /// The changes of one tenant, written in this way. `tenant` is the tenant as it is after them.
    pub fn write(self, changes: &Changes, tenant: &Tenant) -> Spelled {
        let text = match self {
            Spelling::TerraformMicrosoft365 => {
                return terraform::terraform(changes, tenant, &DEPLOYMENTTHEORY);
            }
            Spelling::TerraformMicrosoft365Wp => {
                return terraform::terraform(changes, tenant, &TERRAPROVIDER);
            }
            Spelling::Dsc => return dsc::dsc(changes, tenant),
            Spelling::Patch => patch::patch(changes),
            Spelling::Http => http::http(changes),
            Spelling::PowerShell => powershell::powershell(changes),
            Spelling::AzureCli => azure_cli::azure_cli(changes),
            Spelling::TerraformMsGraph => msgraph::terraform_msgraph(changes),
        };
        Spelled { text, left_out: Vec::new() }
    }
}

/// What a file says before everything else: whose changes these are, and how to read them.
fn head(changes: &Changes, how: &str) -> Vec<String> {
    let Changes { tenant, display_name, operations, .. } = changes;
    let mut lines = Vec::new();
    let count = match operations.len() {
        0 => "no request to Microsoft Graph".into(),
        1 => "one request to Microsoft Graph".into(),
        several => format!("{several} requests to Microsoft Graph, in the order in which they belong"),
    };
    lines.push(format!("What was changed in {display_name} ({tenant}): {count}."));
    if !operations.is_empty() {
        lines.push(how.into());
        lines.push(format!("Permissions: {}", permissions(changes).join(", ")));
    }
    lines
}

/// The permissions that all of the requests need.
fn permissions(changes: &Changes) -> Vec<&'static str> {
    let mut permissions: Vec<&str> =
        changes.operations.iter().flat_map(|operation| operation.permissions()).copied().collect();
    permissions.sort_unstable();
    permissions.dedup();
    permissions
}

/// What a file says besides: what it does not carry out, and what to know about what it does.
fn foot(changes: &Changes, with_commands: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let (carried_out, left): (Vec<&Remark>, Vec<&Remark>) =
        changes.remarks.iter().partition(|remark| remark.is_carried_out());
    let (refused, by_hand): (Vec<&Remark>, Vec<&Remark>) =
        left.into_iter().partition(|remark| changes.request_of(remark).is_some());
    let about = |remark: &Remark| format!("{}: {}", remark.settings.join(", "), remark.says());
    let mut group = |title: &str, remarks: Vec<String>| {
        if !remarks.is_empty() {
            lines.push(title.into());
            lines.extend(remarks.into_iter().map(|remark| format!("- {remark}")));
        }
    };
    let request = |remark: &&Remark| {
        let of = changes.request_of(remark);
        let of = of.map_or_else(String::new, |of| format!("{} {}: ", of.method.as_str(), of.path));
        format!("{of}{}", about(remark))
    };
    group(
        "Microsoft Graph will refuse these requests as they stand. Put right what is named before they are sent:",
        refused.iter().map(request).collect(),
    );
    group(
        "No request for this is in this file. It stays as it is until somebody does what is said here:",
        by_hand.iter().map(|remark| about(remark)).collect(),
    );
    group("To know:", carried_out.iter().map(|remark| about(remark)).collect());
    if with_commands && !changes.commands.is_empty() {
        lines.push("Microsoft Graph does not set this; these commands of PowerShell do:".into());
        lines.extend(changes.commands.iter().map(|command| format!("- {}", command.line)));
    }
    lines
}
