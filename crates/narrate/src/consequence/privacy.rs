//! The words of who learns what of whom.

use alloc::format;

use entente_policy::consequence::facts::Privacy as Fact;
use entente_policy::graph::AccessType;
use entente_policy::{Direction, Feature, effective_b2b};

use super::Following;
use crate::Text;

pub(super) fn says(following: &Following<'_>, fact: Fact) -> Text {
    let narrator = following.narrator;
    let (tenant, other) = (narrator.tenant(following.tenant()), narrator.tenant(following.other()));
    let of_tenant = |before: &str, after: &str| {
        Text::new().and(before).strong(&tenant).and(after.replace("{other}", &other))
    };
    match fact {
        Fact::Searchable => whom(following).and(format!(
            " can be found by {other}’s users, who search for the full e-mail address: outbound direct connect is open."
        )),
        Fact::NotSearchable => of_tenant(
            "Nobody of ",
            " can be found by {other}’s users this way: outbound direct connect is shut.",
        ),
        Fact::NotSeen => Text::from("Whether anybody of ")
            .then(Text::new().strong(&tenant))
            .and(format!(" can be found by {other}’s users, who search for the full e-mail address: "))
            .then(following.not_seen()),
        Fact::NamesShared => "A match tells limited data: first name and family name among it.".into(),
        Fact::MoreAfterConsent => {
            "More is shared only after the person has consented to the other organization’s privacy policies.".into()
        }
        Fact::OtherOrganizationsPolicy => {
            "What was shared is subject to the privacy policies of the organization that received it.".into()
        }
        Fact::AddPrivacyStatement => of_tenant(
            "",
            " lets people in by direct connect: it should publish a privacy contact and a privacy statement, which they are shown.",
        ),
        Fact::OrganizationalSettingsInBoth => {
            of_tenant("", "’s settings for {other} are stored in both tenants.")
        }
        Fact::DefaultsReadByOthers => {
            "Default settings are replicated between regions, and other tenants read them to evaluate access.".into()
        }
        Fact::MayLeave => {
            "Whether external users may leave by themselves is a setting that covers direct connect too.".into()
        }
    }
}

/// Whom outbound direct connect lets out.
fn whom(following: &Following<'_>) -> Text {
    let (narrator, tenant) = (following.narrator, following.tenant());
    let whose = narrator.tenants(tenant);
    let Some(found) = narrator.find_tenant(tenant) else { return Text::from("Users") };
    let property = Feature::B2bDirectConnect.property(Direction::Outbound);
    let list = effective_b2b(found, following.other(), property).users_and_groups.value;
    match (&list.access_type, list.names_all()) {
        (AccessType::Allowed, false) => {
            Text::new().strong(whose).and(" ").then(narrator.user_list(tenant, &list, " and "))
        }
        (AccessType::Blocked, false) => Text::from("All of ")
            .strong(whose)
            .and(" users except ")
            .then(narrator.user_list(tenant, &list, " and ")),
        _ => Text::from("All of ").strong(whose).and(" users"),
    }
}
