//! Errors that stand where an answer belongs.

use alloc::format;
use alloc::string::{String, ToString};

use super::tree::{Data, Node, token};

/// What to do about one that says nothing else.
const FORBIDDEN: &str = "Ask again with an account that may read policies (scope Policy.Read.All)";

/// An error, as a service words it.
pub(super) struct Refusal {
    /// Where it stands.
    pub(super) at: usize,
    /// The step to it.
    pub(super) step: String,
    /// Its code and its message.
    pub(super) words: String,
}

impl Refusal {
    /// The error that an object holds in the place of an answer: Graph's, of the directory before it, or of whoever
    /// signs in.
    pub(super) fn of(node: &Node) -> Option<Self> {
        let member = ["error", "odata.error"].into_iter().find_map(|key| node.member(key))?;
        let error = &member.node;
        let words = match &error.data {
            Data::Text(code) => format!("{code} {}", node.text_of("error_description")?),
            _ => {
                let message = error.get("message");
                let message = message
                    .and_then(|message| message.text().or_else(|| message.text_of("value")))
                    .unwrap_or_default();
                let code = error.text_of("code").unwrap_or_default();
                (error.has("code") || error.has("message")).then(|| format!("{code} {message}"))?
            }
        };
        Some(Refusal { at: error.at, step: token(&member.key), words: words.trim().to_string() })
    }
}

/// What to do about an error, by the status of the answer or by its words.
pub(super) fn remedy(status: Option<u16>, words: &str) -> &'static str {
    let says = |known: &[&str]| known.iter().any(|known| words.contains(known));
    if status == Some(404) || says(&["NotFound", "ResourceNotFound"]) {
        "There is no such thing in that tenant: an organization that has not been added has no settings of its own, and else look at the address"
    } else if status == Some(401) || says(&["InvalidAuthenticationToken", "invalid_grant", "AADSTS"]) {
        "Sign in again, and ask once more"
    } else if status.is_some_and(|status| status == 429 || status >= 500) || says(&["TooManyRequests"]) {
        "The service was busy: ask again in a while"
    } else if status == Some(400) || says(&["BadRequest", "Request_BadRequest"]) {
        "The request was not understood: look at its address, or run the export script that Entente shows (`entente script`)"
    } else {
        FORBIDDEN
    }
}
