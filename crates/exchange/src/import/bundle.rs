//! Bundles: parts of a tenant that stand side by side in one object, under names of their own.

use alloc::format;
use alloc::string::ToString;
use alloc::vec::Vec;

use entente_policy::Id;

use super::embedded;
use super::envelope::{Around, Opened, Opening};
use super::hollow::is_hollow;
use super::limits::MAX_BESIDE;
use super::raw::Raw;
use super::remark::Remark;
use super::schema::SETTINGS;
use super::side_by_side::SideBySide;
use super::tree::{Data, Node};
use super::whose::Evidence;
use super::{What, names};
use crate::annotation::UNKNOWN;

/// What a bundle calls its parts, and what each of them is.
const PARTS: [(&str, What); 25] = [
    ("policy", What::Policy),
    ("crossTenantAccessPolicy", What::Policy),
    ("basePolicy", What::Policy),
    ("default", What::Default),
    ("defaults", What::Default),
    ("defaultCrossTenantAccessPolicy", What::Default),
    ("defaultConfiguration", What::Default),
    ("defaultSettings", What::Default),
    ("defaultPolicy", What::Default),
    ("crossTenantAccessPolicyConfigurationDefault", What::Default),
    ("partners", What::Partners),
    ("partnerCrossTenantAccessPolicy", What::Partners),
    ("partnerConfigurations", What::Partners),
    ("partnerSettings", What::Partners),
    ("partnerPolicies", What::Partners),
    ("crossTenantAccessPolicyConfigurationPartner", What::Partners),
    ("conditionalAccessPolicies", What::ConditionalAccessPolicies),
    ("authorizationPolicy", What::Authorization),
    ("organization", What::Organization),
    ("users", What::Users),
    ("groups", What::Groups),
    ("servicePrincipals", What::Applications),
    ("memberships", What::Memberships),
    ("signIns", What::SignIns),
    ("b2bSetting", What::B2bSetting),
];

/// Parts that have a place only beside others: by themselves they are properties of something else.
const BESIDE: [(&str, What); 2] =
    [("applications", What::Applications), ("identitySynchronization", What::Synchronization)];

/// What a bundle calls the tenant that it is of.
const WHOSE: [&str; 3] = ["tenantId", "tenant", "homeTenantId"];

/// Whether a part of a bundle says nothing: nobody has asked for it, or it could not be read.
fn is_not_there(what: What, node: &Node, is_of_module: bool) -> bool {
    let is_list = |node: &Node| matches!(node.data, Data::List(_));
    // A policy that works with no other cloud says so by an empty list, and may say nothing else.
    let states_clouds = what == What::Policy && node.get("allowedCloudEndpoints").is_some_and(is_list);
    // PowerShell's module shows relationships that it has not asked for as nothing, or as an object of nulls.
    let is_hollow = is_hollow(node) && !states_clouds && !node.has("value") && !node.has(UNKNOWN);
    node.text().is_some_and(|text| text.trim().is_empty()) || is_hollow && (!is_list(node) || is_of_module)
}

impl Opening<'_> {
    pub(super) fn part(key: &str) -> Option<What> {
        PARTS.iter().find(|(name, _)| names::same(name, key)).map(|(_, what)| *what)
    }

    /// Whether an object holds parts that have names. Settings may have a property that is called like people or groups.
    pub(super) fn is_bundle(&self, node: &Node) -> bool {
        let has_settings = What::has_settings(node) || node.has(UNKNOWN);
        !node.get("tenants").is_some_and(|tenants| matches!(tenants.data, Data::List(_)))
            && !node.has("conditions")
            && node.members().iter().any(|member| {
                let may_be = match &member.node.data {
                    Data::Object(_) | Data::List(_) => true,
                    Data::Text(text) => embedded::may_be_one(text),
                    _ => false,
                };
                may_be && Self::part(&member.key).is_some_and(|what| !has_settings || !what.is_of_directory())
            })
    }

    /// Whether such an object stands in it, at most so deep.
    pub(super) fn holds_bundle(&self, node: &Node, depth: usize) -> bool {
        let Some(deeper) = depth.checked_sub(1) else { return false };
        self.is_bundle(node)
            || node.members().iter().any(|member| {
                // Settings have parts of the same names.
                let is_setting = SETTINGS.iter().any(|name| names::same(name, &member.key));
                !is_setting && self.holds_bundle(&member.node, deeper)
            })
    }

    pub(super) fn bundle(&mut self, mut node: Node, pointer: &str, around: &Around) -> Opened {
        let said = WHOSE.into_iter().find_map(|key| node.text_of(key)).filter(|id| names::is_guid(id));
        if let Some(id) = said.map(Id::from) {
            self.own_source(&id);
            if let Some(known) = self.sources.get_mut(self.source) {
                known.push(Evidence::Said(id));
            }
        }
        let (before, source) = (self.found.len(), self.source);
        let Data::Object(members) = &mut node.data else { return Ok(()) };
        let (parts, rest): (Vec<_>, Vec<_>) = core::mem::take(members).into_iter().partition(|member| {
            let is_beside = BESIDE.iter().any(|(name, _)| names::same(name, &member.key));
            Self::part(&member.key).is_some() || (is_beside && !matches!(member.node.data, Data::Text(_)))
        });
        *members = rest;
        let own = self.own(&node, around);
        let is_of_module = node.members().iter().any(|member| member.key == "AllowedCloudEndpoints");
        let mut opened = SideBySide::of(self);
        for member in parts {
            let beside =
                BESIDE.iter().find(|(name, _)| names::same(name, &member.key)).map(|(_, what)| *what);
            let what = Self::part(&member.key).or(beside);
            let pointer = format!("{pointer}/{}", member.step());
            if what.is_some_and(|what| is_not_there(what, &member.node, is_of_module)) {
                continue;
            }
            // What was asked for along with the policy goes on by itself.
            let its_own = format!("{}@odata.nextLink", member.key);
            let goes_on = node.text_of(&its_own).is_some_and(|address| !address.is_empty());
            if goes_on {
                self.remark(member.node.at, &pointer, Remark::MorePages);
            }
            let around = Around { what, has_more: around.has_more || goes_on, ..Around::default() };
            opened.open(self, member.node, &pointer, &around)?;
        }
        if let Some(what) = own {
            self.piece(what, node, pointer, around)?;
            return opened.finish(self);
        }
        self.beside(&mut node, pointer)?;
        opened.finish(self)?;
        if before == self.found.len() && node.members().is_empty() {
            return Ok(());
        }
        if before == self.found.len() || !self.keep(&mut node, pointer, source) {
            self.pass_over(&node, pointer);
        }
        Ok(())
    }

    /// What the rest of a bundle is: the policy with its relationships beside its own properties, the default with the
    /// organizations beside its own, or only what is called something.
    fn own(&self, rest: &Node, around: &Around) -> Option<What> {
        if rest.has("allowedCloudEndpoints") || What::of(rest, &around.asked) == Some(What::Policy) {
            return Some(What::Policy);
        }
        What::has_settings(rest).then_some(What::Default)
    }

    /// Keeps what stands beside the parts and no rule knows, if it is not too long.
    fn keep(&mut self, node: &mut Node, pointer: &str, source: usize) -> bool {
        if let Data::Object(members) = &mut node.data {
            let is_read = |key: &str| WHOSE.iter().any(|name| names::same(name, key));
            members.retain(|member| !is_read(&member.key) && !member.key.contains("@odata."));
        }
        if node.members().is_empty() {
            return true;
        }
        if node.value().to_string().len() > MAX_BESIDE {
            return false;
        }
        let node = core::mem::replace(node, Node::new(node.at, Data::Null));
        self.found.push(Raw::of(What::Beside, node, pointer, source));
        true
    }

    /// Looks for pieces under names that nobody knows; what nothing was found in stays.
    fn beside(&mut self, node: &mut Node, pointer: &str) -> Opened {
        let Data::Object(members) = &mut node.data else { return Ok(()) };
        let mut rest = Vec::new();
        for member in core::mem::take(members) {
            if !matches!(member.node.data, Data::Object(_) | Data::List(_)) {
                rest.push(member);
                continue;
            }
            let before = (self.found.len(), self.failed.len());
            let pointer = format!("{pointer}/{}", member.step());
            self.open(member.node.clone(), &pointer, &Around { is_search: true, ..Around::default() })?;
            if before == (self.found.len(), self.failed.len()) {
                rest.push(member);
            }
        }
        *members = rest;
        Ok(())
    }

    /// What belongs to another tenant than what came before has a source of its own.
    pub(super) fn own_source(&mut self, id: &Id) {
        let mut said = self.sources.get(self.source).into_iter().flatten().filter_map(Evidence::id);
        if said.any(|said| said != id) {
            self.new_source(None);
        }
    }

    pub(super) fn new_source(&mut self, evidence: Option<Evidence>) {
        self.sources.push(evidence.into_iter().collect());
        self.source = self.sources.len().saturating_sub(1);
    }

    pub(super) fn pass_over(&mut self, node: &Node, pointer: &str) {
        const TOLD: usize = 6;
        let says_nothing = |key: &str| {
            key.contains("@odata.")
                || key.to_ascii_lowercase().ends_with("nextlink")
                || ["count", "metadata", "displayName", "createdDateTime"]
                    .iter()
                    .chain(&WHOSE)
                    .any(|name| names::same(name, key))
        };
        let keys: Vec<&str> = node
            .members()
            .iter()
            .map(|member| member.key.as_str())
            .filter(|key| !says_nothing(key))
            .take(TOLD)
            .collect();
        if !keys.is_empty() {
            self.remark(node.at, pointer, Remark::PassedOver(keys.join("`, `")));
        }
    }
}
