//! What can be asked on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use entente_exchange::changes::Spelling;
use entente_policy::Feature;

/// Who can connect to what across two Microsoft Entra tenants, and why.
#[derive(Parser)]
#[command(name = "entente", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Explains one person's access to one application, gate by gate.
    Explain(Explain),
    /// Shows everybody × everything, by classes that no setting tells apart.
    Matrix(Matrix),
    /// Runs the expectations stored in scenario documents, and in the `entente` blocks of Markdown pages.
    Test(Test),
    /// Shows which connections open and close between two documents.
    Diff(Diff),
    /// Asks sign-ins of the past again: who of those who connected would be stopped by a change, and who would get in.
    Replay(Replay),
    /// Reads files of a real tenant into a scenario: answers of Microsoft Graph and bundles of them.
    Import(Import),
    /// Writes the script that exports a tenant to one file, which `import` reads.
    Script {
        /// The shell that it is for.
        #[arg(value_enum, default_value = "powershell")]
        shell: ScriptShell,
    },
    /// Writes a scenario, a tenant's settings, or who can connect, as a file for others.
    Export(Export),
    /// Lists the scenarios of the gallery, or writes one as a document.
    Gallery(Gallery),
    /// Makes a link of a scenario document, or a document of a link.
    Link(Link),
    /// Writes a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// In which shell a tenant is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScriptShell {
    /// PowerShell with the module Microsoft.Graph.Authentication.
    Powershell,
    /// A shell of Unix with the Azure CLI and jq.
    Sh,
}

/// A feature, as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FeatureName {
    /// B2B direct connect.
    #[value(alias = "b2bDirectConnect")]
    DirectConnect,
    /// B2B collaboration.
    #[value(alias = "b2bCollaboration")]
    Collaboration,
}

impl From<FeatureName> for Feature {
    fn from(name: FeatureName) -> Self {
        match name {
            FeatureName::DirectConnect => Feature::B2bDirectConnect,
            FeatureName::Collaboration => Feature::B2bCollaboration,
        }
    }
}

#[derive(Args)]
pub(crate) struct Explain {
    /// The scenario document: a file, `-` for standard input, or `gallery:NAME`.
    pub(crate) document: String,
    /// Who: a name, a sign-in name, an object id, or `anyone` for whoever no setting names.
    #[arg(long)]
    pub(crate) user: String,
    /// To what: an application's name or id.
    #[arg(long)]
    pub(crate) application: String,
    /// The tenant of the user, by name, domain or id. Needed where the user does not say it.
    #[arg(long)]
    pub(crate) home: Option<String>,
    /// The tenant of the application. Needed where there are more than two tenants.
    #[arg(long)]
    pub(crate) resource: Option<String>,
    /// By which feature.
    #[arg(long, value_enum, default_value = "direct-connect")]
    pub(crate) feature: FeatureName,
    /// Writes the decision as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Matrix {
    /// The scenario document: a file, `-` for standard input, or `gallery:NAME`.
    pub(crate) document: String,
    /// Whose people; without it both of the first two tenants'.
    #[arg(long)]
    pub(crate) home: Option<String>,
    /// By which feature; without it by both.
    #[arg(long, value_enum)]
    pub(crate) feature: Option<FeatureName>,
    /// Writes an outcome for each person and application as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Test {
    /// Scenario documents or Markdown pages: files, `-` for standard input, or `gallery:NAME`.
    #[arg(required = true)]
    pub(crate) documents: Vec<String>,
    /// Writes the results as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Diff {
    /// The document before.
    pub(crate) before: String,
    /// The document after.
    pub(crate) after: String,
    /// Writes the changes as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Replay {
    /// The sign-ins, or `-` for standard input: the table that Get-MsIdCrossTenantAccessActivity writes, or what Graph
    /// answers to `auditLogs/signIns`.
    #[arg(required = true)]
    pub(crate) files: Vec<String>,
    /// The scenario after the change: a file or `gallery:NAME`.
    #[arg(long, value_name = "DOCUMENT")]
    pub(crate) scenario: String,
    /// The scenario before it. Without it the sign-ins are only compared with what the scenario says of them.
    #[arg(long, value_name = "DOCUMENT")]
    pub(crate) before: Option<String>,
    /// Whose log it is. Needed for a table that names only the other tenant, where the scenario has more than two.
    #[arg(long)]
    pub(crate) tenant: Option<String>,
    /// Writes what becomes of everybody who was seen as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Import {
    /// The files, or `-` for standard input. Later ones go on top of earlier ones.
    #[arg(required = true)]
    pub(crate) files: Vec<String>,
    /// Whose settings they are where a file does not say it: a tenant of the scenario by name, domain or id; for a
    /// new scenario NAME=ID.
    #[arg(long)]
    pub(crate) tenant: Option<String>,
    /// Whose one file is: FILE=TENANT. This is believed more than what the file says. Can be given several times.
    #[arg(long, value_name = "FILE=TENANT")]
    pub(crate) whose: Vec<String>,
    /// The scenario they go into; without it a new one of two tenants is made.
    #[arg(long, value_name = "DOCUMENT")]
    pub(crate) onto: Option<String>,
    /// The other tenant of a new scenario: NAME=ID. Not needed where the files say it.
    #[arg(long, conflicts_with = "onto")]
    pub(crate) partner: Option<String>,
    /// For a file that does not say it: `default`, or the organization that its settings are about.
    #[arg(long)]
    pub(crate) about: Option<String>,
    /// For a file that holds one B2B setting: which, such as `b2bDirectConnectInbound`.
    #[arg(long)]
    pub(crate) setting: Option<String>,
    /// Writes the scenario to this file, and the report to standard output. Without it the scenario goes to
    /// standard output, and the report to standard error.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<String>,
    /// Only says what the files hold, and whose they seem to be. Nothing is put anywhere.
    #[arg(long, conflicts_with = "output")]
    pub(crate) look: bool,
    /// Writes the report, and the scenario where it has no file of its own, as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The scenario document.
    Scenario,
    /// One tenant's settings as a bundle of Microsoft Graph's JSON.
    Graph,
    /// Who can connect, as Markdown.
    Markdown,
    /// Who can connect, a line for each person and application.
    Csv,
    /// Who can connect, as a picture.
    Svg,
    /// Who can connect, as HTML tables for a page of one's own.
    Html,
    /// Who can connect, as a page of HTML.
    Page,
    /// The style sheet for the HTML tables.
    Css,
    /// What was changed, as requests to Microsoft Graph: data.
    Patch,
    /// What was changed, as a file of requests that editors send.
    Http,
    /// What was changed, as a script of PowerShell.
    #[value(name = "powershell")]
    PowerShell,
    /// What was changed, as a script of the Azure CLI.
    Az,
    /// What was changed, as Terraform with the provider microsoft/msgraph.
    #[value(name = "terraform-msgraph")]
    TerraformMsGraph,
    /// What was changed, as Terraform with the provider deploymenttheory/microsoft365.
    #[value(name = "terraform-microsoft365")]
    TerraformMicrosoft365,
    /// What was changed, as Terraform with the provider terraprovider/microsoft365wp.
    #[value(name = "terraform-microsoft365wp")]
    TerraformMicrosoft365Wp,
    /// What was changed, as blocks of Microsoft365DSC.
    Dsc,
    /// What another tenant’s administrator is to set, and which object ids go from one side to the other.
    Handover,
}

impl Format {
    /// The way of writing down what was changed, if it is one.
    pub(crate) fn spelling(self) -> Option<Spelling> {
        match self {
            Format::Patch => Some(Spelling::Patch),
            Format::Http => Some(Spelling::Http),
            Format::PowerShell => Some(Spelling::PowerShell),
            Format::Az => Some(Spelling::AzureCli),
            Format::TerraformMsGraph => Some(Spelling::TerraformMsGraph),
            Format::TerraformMicrosoft365 => Some(Spelling::TerraformMicrosoft365),
            Format::TerraformMicrosoft365Wp => Some(Spelling::TerraformMicrosoft365Wp),
            Format::Dsc => Some(Spelling::Dsc),
            _ => None,
        }
    }
}

/// The light of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeName {
    /// As the reader prefers; needs a style within the picture.
    Auto,
    /// Light, by attributes alone.
    Light,
    /// Dark, by attributes alone.
    Dark,
}

#[derive(Args)]
pub(crate) struct Export {
    /// The scenario document: a file, `-` for standard input, or `gallery:NAME`.
    pub(crate) document: String,
    /// As what.
    #[arg(long, value_enum, default_value = "scenario")]
    pub(crate) format: Format,
    /// The document as it was before it was edited: what was changed since is written, for one tenant. The exit code
    /// is 1 where something was changed that the file does not carry out.
    #[arg(long, value_name = "DOCUMENT", conflicts_with_all = ["home", "feature"])]
    pub(crate) changes_from: Option<String>,
    /// Whose settings, whose changes, or for whom a hand-over is. Not needed where only one tenant was changed.
    #[arg(long)]
    pub(crate) tenant: Option<String>,
    /// Whose people; without it both of the first two tenants'.
    #[arg(long)]
    pub(crate) home: Option<String>,
    /// By which feature; without it by both.
    #[arg(long, value_enum)]
    pub(crate) feature: Option<FeatureName>,
    /// By which light a picture is looked at.
    #[arg(long, value_enum, default_value = "auto")]
    pub(crate) theme: ThemeName,
    /// Draws a picture for a column as narrow as a telephone.
    #[arg(long)]
    pub(crate) narrow: bool,
    /// Replaces ids, names, addresses and domains.
    #[arg(long, alias = "pseudonymize")]
    pub(crate) pseudonymise: bool,
    /// Writes to this file.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<String>,
    /// Writes what was changed, and the file that carries it out, as JSON.
    #[arg(long, requires = "changes_from")]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Gallery {
    /// Writes this scenario as a document.
    pub(crate) name: Option<String>,
}

#[derive(Args)]
pub(crate) struct Link {
    /// The scenario document: a file, `-` for standard input, or `gallery:NAME`; with --read a link.
    pub(crate) document: String,
    /// The address of the page that the link opens.
    #[arg(long, default_value = "")]
    pub(crate) page: String,
    /// Writes the scenario that a link carries as a document.
    #[arg(long)]
    pub(crate) read: bool,
}
