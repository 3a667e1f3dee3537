//! Changes as files: one representation, spelled for whoever carries it out.
//!
//! What people typed stands in these files as text and is never read as anything else: each language has its way of
//! quoting, in [`quote`], and requests hold nothing but ASCII, so that no tool can read them in another encoding.

mod http;
mod patch;
pub(super) mod quote;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub use self::http::http;
pub use self::patch::patch;
use super::Changes;

/// A way of writing changes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// The requests as data: JSON.
    Patch,
    /// A file of requests that editors send: `.http`.
    Http,
}

impl Spelling {
    /// Every spelling.
    pub const ALL: [Spelling; 2] = [Spelling::Patch, Spelling::Http];

    /// The spelling as a word, for options and data.
    pub fn as_str(self) -> &'static str {
        match self {
            Spelling::Patch => "patch",
            Spelling::Http => "http",
        }
    }

    /// How the name of such a file ends.
    pub fn extension(self) -> &'static str {
        match self {
            Spelling::Patch => "json",
            Spelling::Http => "http",
        }
    }

    /// The changes of one tenant, written in this way.
    pub fn write(self, changes: &Changes) -> String {
        match self {
            Spelling::Patch => patch(changes),
            Spelling::Http => http(changes),
        }
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

/// What a file says after everything else: what it does not carry out, and what to know about what it does.
fn foot(changes: &Changes, with_commands: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut about = |title: &str, is_carried_out: bool| {
        let remarks = changes.remarks.iter().filter(|remark| remark.is_carried_out() == is_carried_out);
        for (at, remark) in remarks.enumerate() {
            if at == 0 {
                lines.push(title.into());
            }
            lines.push(format!("- {}: {}", remark.settings.join(", "), remark.says()));
        }
    };
    about("Not carried out by this file:", false);
    about("To know:", true);
    if with_commands && !changes.commands.is_empty() {
        lines.push("Microsoft Graph does not set this; these commands of PowerShell do:".into());
        lines.extend(changes.commands.iter().map(|command| format!("- {}", command.line)));
    }
    lines
}
