//! The words of settings that nobody has seen: which, and how whoever administers them can look.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::gates::unknown::{Reason, Statement};
use entente_policy::{Id, Layer, Place, Property, SettingPath, Status};

use super::Case;
use crate::setting::property_name;
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// Whether nobody has seen a setting.
    fn is_unseen(&self, path: &SettingPath) -> bool {
        use entente_policy::graph::UnknownPart;
        let Some(tenant) = self.find_tenant(path.tenant()) else { return false };
        let policy = &tenant.cross_tenant_access_policy;
        match path {
            SettingPath::Policy { place: Place::Groups, .. } => true,
            SettingPath::CrossTenantAccess { layer, property, half: None, .. } => {
                policy.is_unknown(layer, *property)
            }
            SettingPath::Policy { place: Place::Partners, .. } => {
                policy.is_part_unknown(UnknownPart::Partners)
            }
            SettingPath::Policy { place: Place::AllowedCloudEndpoints, .. } => {
                policy.is_part_unknown(UnknownPart::AllowedCloudEndpoints)
            }
            _ => false,
        }
    }

    /// What nobody has seen, in the middle of a sentence.
    fn unseen(&self, path: &SettingPath) -> String {
        let whose = self.tenants(path.tenant());
        match path {
            SettingPath::CrossTenantAccess { layer, property, .. } => {
                let settings = if *property == Property::TenantRestrictions { "" } else { " settings" };
                let property = property_name(*property);
                match layer {
                    Layer::Default => format!("{whose} default {property}{settings}"),
                    Layer::Partner(other) => {
                        format!("{whose} {property}{settings} for {}", self.tenant(other))
                    }
                }
            }
            SettingPath::Policy { place: Place::AllowedCloudEndpoints, .. } => {
                format!("{whose} Microsoft cloud settings")
            }
            SettingPath::Policy { tenant, place: Place::Groups, item: Some(group) } => {
                let group = Id::from(group.as_str());
                let known = self.find_tenant(tenant).and_then(|tenant| tenant.directory.group(&group));
                let who = if known.is_none_or(|group| group.members.is_empty()) { "who" } else { "who else" };
                format!("{who} is in {} at {}", self.group(tenant, &group), self.tenant(tenant))
            }
            other => format!("{whose} settings for other organizations ({})", self.setting(other)),
        }
    }

    /// Who can look, and by which request to Microsoft Graph.
    fn look(&self, path: &SettingPath) -> Text {
        let policy = "GET /policies/crossTenantAccessPolicy";
        let request = match path {
            SettingPath::CrossTenantAccess { layer: Layer::Default, .. } => format!("{policy}/default"),
            SettingPath::CrossTenantAccess { layer: Layer::Partner(other), property, .. } => {
                let last = if *property == Property::IdentitySynchronization {
                    "/identitySynchronization"
                } else {
                    ""
                };
                format!("{policy}/partners/{other}{last}")
            }
            SettingPath::Policy { place: Place::Partners, .. } => format!("{policy}/partners"),
            SettingPath::Policy { place: Place::Groups, item: Some(group), .. } => {
                format!("GET /groups/{group}/transitiveMembers")
            }
            _ => policy.into(),
        };
        Text::new().strong(self.tenants(path.tenant())).and(" administrator finds out by ").strong(request)
    }
}

/// The settings among these that nobody has seen.
fn unseen<'a>(narrator: &Narrator<'_>, settings: &'a [SettingPath]) -> Vec<&'a SettingPath> {
    let unseen: Vec<&SettingPath> = settings.iter().filter(|path| narrator.is_unseen(path)).collect();
    if unseen.is_empty() { settings.iter().take(1).collect() } else { unseen }
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let narrator = case.narrator;
    let paths = unseen(narrator, &case.ground.settings);
    let text = named(narrator, &paths);
    if reason == Reason::EitherWay {
        return text.and(match case.ground.status {
            Status::Pass => ". Whatever is set there lets this through.",
            Status::Prompt => ". Whatever is set there, a prompt comes.",
            Status::Fail => ". Whatever is set there does not let this through.",
            Status::Depends | Status::Undocumented => ". Whatever is set there does not settle this.",
        });
    }
    text.and(", which decides this. ").then(ways(narrator, &paths)).and(".")
}

/// What nobody has seen of the settings that something follows from, and who finds out how.
pub(crate) fn not_seen(narrator: &Narrator<'_>, settings: &[SettingPath]) -> Text {
    let paths = unseen(narrator, settings);
    named(narrator, &paths).and(". ").then(ways(narrator, &paths)).and(".")
}

fn named(narrator: &Narrator<'_>, paths: &[&SettingPath]) -> Text {
    let names = paths.iter().map(|path| Text::new().strong(narrator.unseen(path))).collect();
    Text::from("Not known: nobody has seen ").then(Text::list(names, " and "))
}

fn ways(narrator: &Narrator<'_>, paths: &[&SettingPath]) -> Text {
    let mut ways: Vec<Text> = Vec::new();
    for way in paths.iter().map(|path| narrator.look(path)) {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    Text::list(ways, ", and ")
}

pub(super) fn deed(_: &Case<'_>, _: Reason) -> Text {
    Text::from("look at what this is about")
}

pub(super) fn prompt(_: &Case<'_>, _: Reason) -> Option<String> {
    Some("answers a prompt".into())
}

pub(super) fn word(_: Reason) -> Option<&'static str> {
    None
}

pub(super) fn reading(_: Reason) -> &'static str {
    ""
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::Precedence => {
            "Settings about an organization come before the default ones, property by property; what neither states is what the service ships."
        }
    }
}
