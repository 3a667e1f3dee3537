//! One request to Microsoft Graph, and one command for what it does not set.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Cloud, Id};
use serde_json::Value;

use crate::endpoint;

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `POST`: something new, or an action.
    Post,
    /// `PUT`: the synchronization of an organization that has none.
    Put,
    /// `PATCH`: some properties of what is there.
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The method as HTTP spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

/// The version of Microsoft Graph that documents a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// `v1.0`
    V1,
    /// `beta`
    Beta,
}

impl Version {
    /// The version as addresses have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Version::V1 => "v1.0",
            Version::Beta => "beta",
        }
    }
}

/// The part of a tenant that a request changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The cross-tenant access policy itself.
    Policy,
    /// The default settings.
    Default,
    /// An organization, by the id of its tenant.
    Partner(Id),
    /// The synchronization of an organization.
    Synchronization(Id),
    /// A conditional access policy.
    ConditionalAccess(Id),
    /// The authorization policy.
    Authorization,
}

/// A request to Microsoft Graph.
#[derive(Clone, Debug, PartialEq)]
pub struct Operation {
    /// What it changes.
    pub part: Part,
    /// The method.
    pub method: Method,
    /// The version of Graph.
    pub version: Version,
    /// The path below the version, with ids percent-encoded.
    pub path: String,
    /// What is sent, if anything is.
    pub body: Option<Value>,
    /// The addresses of the settings it carries out.
    pub settings: Vec<String>,
    /// What it does, in a few words.
    pub does: String,
}

impl Operation {
    /// The whole address, in the Microsoft cloud of the tenant. It is made of characters that no shell and no file has a
    /// meaning for.
    pub fn url(&self, cloud: Cloud) -> String {
        format!("{}/{}{}", endpoint::of(cloud), self.version.as_str(), self.path)
    }

    /// The permissions it needs, from what the reference names as the least.
    pub fn permissions(&self) -> &'static [&'static str] {
        match self.part {
            Part::ConditionalAccess(_) => {
                &["Policy.Read.All", "Policy.ReadWrite.ConditionalAccess", "Application.Read.All"]
            }
            Part::Authorization => &["Policy.ReadWrite.Authorization"],
            Part::Policy | Part::Default | Part::Partner(_) | Part::Synchronization(_) => {
                &["Policy.ReadWrite.CrossTenantAccess"]
            }
        }
    }
}

/// A command of a module of PowerShell, for what Microsoft Graph does not set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The module that has it.
    pub module: &'static str,
    /// The command, with everything in it quoted.
    pub line: String,
    /// The addresses of the settings it carries out.
    pub settings: Vec<String>,
    /// What it does, in a few words.
    pub does: String,
}

/// Text as one step of a path: whatever it is, it leads nowhere else.
pub(super) fn step(text: &str) -> String {
    let mut step = String::new();
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'~' => step.push(byte.into()),
            // A step of dots alone would lead up.
            b'.' if text.bytes().any(|byte| byte != b'.') => step.push('.'),
            _ => step.push_str(&format!("%{byte:02X}")),
        }
    }
    step
}
