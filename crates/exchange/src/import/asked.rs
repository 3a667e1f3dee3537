//! What an answer is an answer to: by the address that was asked, or by the context that Graph puts into it.

use alloc::string::String;

use entente_policy::{Cloud, Id};

use super::names;
use crate::endpoint;

/// What was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// The resource, in small letters, without keys, version and query.
    pub(super) path: String,
    /// Only some properties were asked for.
    pub(super) is_selection: bool,
    /// Only a part of a list was asked for.
    pub(super) is_filtered: bool,
    /// It is the body of a change, and holds only what changes.
    pub(super) is_change: bool,
    /// It is the body that adds an organization: what it does not hold is not set.
    pub(super) is_addition: bool,
    /// The organization in the address.
    pub(super) partner: Option<Id>,
    /// The group in the address.
    pub(super) group: Option<Id>,
    /// The cloud that the address is in.
    pub(super) cloud: Option<Cloud>,
}

impl Asked {
    /// By `@odata.context`, such as `…/$metadata#policies/crossTenantAccessPolicy/partners(tenantId)/$entity`.
    pub(super) fn of_context(context: &str) -> Self {
        let fragment = context.split_once('#').map_or("", |(_, fragment)| fragment);
        Asked {
            is_selection: is_selection(fragment),
            cloud: endpoint::cloud_of(context),
            ..Self::of_path(fragment)
        }
    }

    /// By the address of a request.
    pub(super) fn of_url(method: &str, url: &str) -> Self {
        let (address, query) = url.split_once('?').unwrap_or((url, ""));
        let address = address
            .strip_prefix("{{")
            .and_then(|rest| rest.split_once("}}"))
            .map_or(address, |(_, path)| path);
        let path = address
            .split_once("://")
            .map_or(address, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        let path = path.trim_start_matches('/');
        let path =
            ["v1.0/", "beta/", "1.0/"].iter().find_map(|version| path.strip_prefix(version)).unwrap_or(path);
        let query = query.to_ascii_lowercase();
        let of_path = Self::of_path(path);
        Asked {
            is_selection: query.contains("$select=") || query.contains("%24select="),
            is_filtered: ["filter", "top", "skip", "search", "skiptoken"]
                .iter()
                .any(|option| has(&query, option)),
            is_change: !method.is_empty() && !method.eq_ignore_ascii_case("GET"),
            cloud: endpoint::cloud_of(url),
            is_addition: method.eq_ignore_ascii_case("POST") && of_path.path.ends_with("/partners"),
            ..of_path
        }
    }

    fn of_path(text: &str) -> Self {
        let mut asked = Asked::default();
        let mut before = String::new();
        for segment in text.split('/') {
            let (name, key) = segment.split_once('(').unwrap_or((segment, ""));
            let name = name.trim().to_ascii_lowercase();
            let key = key.trim_end_matches(')').trim_matches('\'');
            // A key is a segment of its own in an address, and stands in parentheses in a context.
            let (id, is_key) = if names::is_guid(&name) { (name.as_str(), true) } else { (key, false) };
            if names::is_guid(id) {
                match if is_key { before.as_str() } else { name.as_str() } {
                    "partners" => asked.partner = Some(Id::from(id)),
                    "groups" => asked.group = Some(Id::from(id)),
                    _ => {}
                }
            }
            let is_left_out =
                is_key || name.is_empty() || name == "$entity" || name.starts_with(['{', '<', '$', '"']);
            if !is_left_out {
                if !asked.path.is_empty() {
                    asked.path.push('/');
                }
                asked.path.push_str(&name);
            }
            before = name;
        }
        asked
    }

    /// Whether these are the members of a group, whatever each of them is.
    pub(super) fn is_members(&self) -> bool {
        self.group.is_some() && self.path.ends_with("members")
    }

    /// What is said here, and where nothing is, what is said around it.
    pub(super) fn or(self, around: &Asked) -> Self {
        if self.path.is_empty() {
            return around.clone();
        }
        Asked {
            is_selection: self.is_selection || around.is_selection,
            is_filtered: self.is_filtered || around.is_filtered,
            is_change: self.is_change || around.is_change,
            is_addition: self.is_addition || around.is_addition,
            partner: self.partner.or_else(|| around.partner.clone()),
            group: self.group.or_else(|| around.group.clone()),
            cloud: self.cloud.or(around.cloud),
            path: self.path,
        }
    }
}

/// Whether a query has an option of OData's, as it is or escaped.
fn has(query: &str, option: &str) -> bool {
    let options = query.split('&').filter_map(|part| part.split_once('='));
    let mut names =
        options.filter_map(|(name, _)| name.strip_prefix('$').or_else(|| name.strip_prefix("%24")));
    names.any(|name| name == option)
}

/// Whether a context says that only some properties were asked for: `…/partners(tenantId,inboundTrust)`.
fn is_selection(fragment: &str) -> bool {
    let list = match fragment.rsplit_once('/') {
        Some((before, "$entity")) => before,
        Some((_, last)) => last,
        None => fragment,
    };
    let Some((_, list)) = list.split_once('(') else { return false };
    // `identitySynchronization()` alone says what was added, not what was left out.
    list.trim_end_matches(')').split(',').any(|name| {
        let name = name.trim();
        !name.is_empty() && !name.starts_with('\'') && !name.contains('(') && !names::is_guid(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "7b1d9c52-0c1e-4d0b-9f6a-2f1c5f7a1e10";

    #[test]
    fn a_context_says_what_was_asked_for() {
        let of = |fragment: &str| {
            Asked::of_context(&alloc::format!("https://graph.microsoft-ppe.com/v1.0/$metadata#{fragment}"))
        };
        let partners = "policies/crosstenantaccesspolicy/partners";
        for (fragment, path, is_selection) in [
            ("policies/crossTenantAccessPolicy/partners", partners, false),
            ("policies/crossTenantAccessPolicy/partners/$entity", partners, false),
            ("policies/crossTenantAccessPolicy/partners(identitySynchronization())", partners, false),
            ("policies/crossTenantAccessPolicy/partners(tenantId,identitySynchronization())", partners, true),
            ("policies/crossTenantAccessPolicy/partners(tenantId)/$entity", partners, true),
            (
                "policies/crossTenantAccessPolicy/default(inboundTrust)/$entity",
                "policies/crosstenantaccesspolicy/default",
                true,
            ),
            ("users(id,displayName)", "users", true),
        ] {
            let asked = of(fragment);
            assert_eq!((asked.path.as_str(), asked.is_selection), (path, is_selection), "{fragment}");
        }
        let key = alloc::format!(
            "policies/crossTenantAccessPolicy/partners('{ID}')/identitySynchronization/$entity"
        );
        assert_eq!(of(&key).partner, Some(Id::from(ID)));
        assert!(!of(&key).is_selection);
    }

    #[test]
    fn an_address_says_what_was_asked_for() {
        let url = alloc::format!(
            "https://graph.microsoft.com/beta/policies/crossTenantAccessPolicy/partners/{ID}?$select=inboundTrust"
        );
        let asked = Asked::of_url("GET", &url);
        assert_eq!(asked.path, "policies/crosstenantaccesspolicy/partners");
        assert_eq!(asked.partner, Some(Id::from(ID)));
        assert!(asked.is_selection && !asked.is_change);
        let members = Asked::of_url("GET", &alloc::format!("/v1.0/groups/{ID}/members"));
        assert_eq!((members.path.as_str(), members.group), ("groups/members", Some(Id::from(ID))));
        assert!(Asked::of_url("PATCH", "/policies/crossTenantAccessPolicy/default").is_change);
    }
}
