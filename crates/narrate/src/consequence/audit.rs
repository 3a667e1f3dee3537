//! The words of what the audit logs would say.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::consequence::{AuditEvent, OtherChange, Recorded};
use entente_policy::{Id, Subject};

use crate::{Narrator, Text};

impl Narrator<'_> {
    /// What an entry is about, beside the name of its activity: the organization, the guest, the properties.
    pub fn audit_event(&self, event: &AuditEvent) -> String {
        let mut parts: Vec<String> = Vec::new();
        if let Some(partner) = &event.partner {
            parts.push(match &event.guest {
                Some(guest) => self.user(partner, &Subject::User(guest.clone())),
                None => self.tenant(partner),
            });
        }
        if !event.properties.is_empty() {
            parts.push(event.properties.join(", "));
        }
        parts.join(": ")
    }

    /// What differs besides, which these activities are not about; nothing where there is none.
    pub fn other_changes(&self, recorded: &Recorded) -> Option<Text> {
        let names = recorded.others.iter().map(|change| Text::from(other(*change)));
        let names: Vec<Text> = names.collect();
        (!names.is_empty()).then(|| {
            Text::from("Also changed, and not told here how it is recorded: ")
                .then(Text::list(names, " and "))
                .and(".")
        })
    }

    /// How many entries the audit logs would have: "3 entries in Contoso’s, 1 in Fabrikam’s".
    pub fn audit_summary(&self, recorded: &[Recorded]) -> String {
        let count = |tenant: &Id, entries: usize| {
            let entries =
                if entries == 1 { "1 entry".to_string() } else { alloc::format!("{entries} entries") };
            alloc::format!("{entries} in {}", self.tenants(tenant))
        };
        let counts: Vec<String> = recorded
            .iter()
            .filter(|tenant| !tenant.events.is_empty())
            .map(|tenant| count(&tenant.tenant, tenant.events.len()))
            .collect();
        if counts.is_empty() { "no entries".into() } else { counts.join(", ") }
    }
}

fn other(change: OtherChange) -> &'static str {
    match change {
        OtherChange::Identity => "the organization’s name, domains or cloud",
        OtherChange::Directory => "the directory",
        OtherChange::Clouds => "Microsoft cloud settings",
        OtherChange::ConditionalAccess => "conditional access policies",
        OtherChange::ExternalCollaboration => "external collaboration settings",
        OtherChange::Guests => "guests",
        OtherChange::Teams => "Teams",
    }
}
