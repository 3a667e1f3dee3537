//! What the edit changed on their side beside the settings about us: what of it reaches us, and what does not.

use alloc::format;
use alloc::vec::Vec;

use entente_policy::{Id, Property, Scenario, Shape, Tenant};

use super::{Handover, Of, clouds, settings};
use crate::changes::changes;

/// Something that was changed on their side and is not asked for: no setting about us, or none that a letter can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beside {
    /// Default settings that do not reach us.
    Default,
    /// What they restrict on their own network and devices.
    TenantRestrictions,
    /// Other settings about us.
    Organization,
    /// Settings about other organizations.
    OtherOrganizations,
    /// The cross-tenant access policy itself.
    Policy,
    /// Conditional access policies.
    ConditionalAccess,
    /// Who may invite whom.
    Collaboration,
    /// Teams and sharing.
    Teams,
    /// People, groups, applications, guests, and what the tenant is.
    Directory,
}

impl Beside {
    /// A word for scripts.
    pub fn code(self) -> &'static str {
        match self {
            Beside::Default => "default",
            Beside::TenantRestrictions => "tenantRestrictions",
            Beside::Organization => "organization",
            Beside::OtherOrganizations => "otherOrganizations",
            Beside::Policy => "policy",
            Beside::ConditionalAccess => "conditionalAccess",
            Beside::Collaboration => "collaboration",
            Beside::Teams => "channelsAndSharing",
            Beside::Directory => "directory",
        }
    }

    /// What it is, in words that begin a list.
    pub fn says(self) -> &'static str {
        match self {
            Beside::Default => "default settings that do not reach this organization",
            Beside::TenantRestrictions => "tenant restrictions",
            Beside::Organization => {
                "other settings about this organization, or settings that nobody has seen"
            }
            Beside::OtherOrganizations => "settings about other organizations",
            Beside::Policy => "the cross-tenant access policy itself",
            Beside::ConditionalAccess => "conditional access policies",
            Beside::Collaboration => "external collaboration settings",
            Beside::Teams => "settings of channels, of external access and of sharing",
            Beside::Directory => "people, groups, applications or guests, or what the tenant is",
        }
    }

    /// What stands at an address within a tenant.
    fn of(within: &str, us: &Id) -> Self {
        let (first, rest) = within.split_once('/').unwrap_or((within, ""));
        match first {
            "default" if rest.starts_with("tenantRestrictions") => Beside::TenantRestrictions,
            "default" => Beside::Default,
            "partners" => {
                let (id, property) = rest.split_once('/').unwrap_or((rest, ""));
                if !us.is(id) {
                    Beside::OtherOrganizations
                } else if property.starts_with("tenantRestrictions") {
                    Beside::TenantRestrictions
                } else {
                    Beside::Organization
                }
            }
            "crossTenantAccessPolicy" => Beside::Policy,
            "conditionalAccessPolicies" | "authenticationStrengthPolicies" => Beside::ConditionalAccess,
            "authorizationPolicy" | "invitationsAllowedAndBlockedDomainsPolicy" => Beside::Collaboration,
            _ if within.to_ascii_lowercase().contains("teams") || first == "sharePoint" => Beside::Teams,
            _ => Beside::Directory,
        }
    }
}

/// Whether nobody has seen what they have set about us in a property.
pub(super) fn is_unseen(theirs: &Tenant, us: &Id, property: Property) -> bool {
    let partner = theirs.cross_tenant_access_policy.partner(us);
    partner.is_some_and(|partner| partner.settings.is_unknown(property))
}

impl Handover {
    /// Asks for what reaches us of whatever else was changed on their side, and names the rest.
    pub(super) fn beside(&mut self, before: &Scenario, after: &Scenario, theirs: &Tenant, ours: &Tenant) {
        let all = changes(before, after);
        let Some(changes) = all.iter().find(|changes| changes.tenant == theirs.id) else { return };
        let own = format!("{}/", theirs.id);
        let us = format!("partners/{}", ours.id);
        let about_us = theirs.cross_tenant_access_policy.partner(&ours.id).map(|partner| &partner.settings);
        let default = theirs.cross_tenant_access_policy.default.write();
        let mut not_asked = Vec::new();
        for within in changes.settings().filter_map(|address| address.strip_prefix(&own)) {
            let property = within
                .strip_prefix("default/")
                .and_then(|name| settings_of_defaults().find(|property| property.as_str() == name));
            // What is stated about us stands before the defaults; what nobody has seen there may not.
            let is_inherited = |property: Property| {
                about_us.is_none_or(|settings| {
                    settings.write().get(property.as_str()).is_none_or(serde_json::Value::is_null)
                })
            };
            let is_unseen =
                |property| theirs.cross_tenant_access_policy.default.settings.is_unknown(property);
            if let Some(property) =
                property.filter(|property| is_inherited(*property) && !is_unseen(*property))
            {
                let value = default.get(property.as_str()).cloned().unwrap_or_default();
                if !self.asks.iter().any(|ask| ask.of == Of::Default && ask.name == property.as_str()) {
                    self.ask(ours, property, Of::Default, value, true);
                }
                continue;
            }
            let is_asked = within == us && (self.adds_organization || self.removes_organization)
                || self.asks.iter().any(|ask| ask.setting.strip_prefix(&own) == Some(within))
                || self.removes_organization
                    && within.strip_prefix(&us).is_some_and(|rest| rest.starts_with('/'));
            let is_cloud = within.starts_with("crossTenantAccessPolicy/allowedCloudEndpoints");
            if !(is_asked || is_cloud && clouds::is_about(before, theirs, ours)) {
                not_asked.push(Beside::of(within, &ours.id));
            }
        }
        self.asks.extend(clouds::ask(before, theirs, ours));
        not_asked.sort_unstable();
        not_asked.dedup();
        self.not_asked = not_asked;
    }
}

/// The settings of defaults that hold for every organization of which nothing is stated.
fn settings_of_defaults() -> impl Iterator<Item = Property> {
    let redemption = Property::InvitationRedemptionIdentityProviderConfiguration;
    settings().filter(|property| property.is_of_defaults()).chain([redemption])
}
