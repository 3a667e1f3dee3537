//! Outbound and inbound access, and any setting of that shape. Tables: the overview of the cross-tenant access
//! settings API, section 3 of the ground rules for what stands on one list and not on the other.

use entente_policy::graph::{B2bSetting, TargetConfiguration};
use entente_policy::{Feature, Id, Property, Request, Subject, Tenant};

use super::question::{Question, about};
use super::says::Says;

/// Whether a list lets through or keeps out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Allowed,
    Blocked,
}

/// Whether a list names the user or the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listed {
    Yes,
    No,
}

/// One half of a setting as it meets a user or an application.
type Half = (Access, Listed);

/// Users and applications of one setting.
const ACCESS: [(Half, Half, Says); 16] = {
    use Access::{Allowed, Blocked};
    use Listed::{No, Yes};
    [
        ((Allowed, Yes), (Allowed, Yes), Says::Yes),
        ((Allowed, Yes), (Allowed, No), Says::No),
        ((Allowed, No), (Allowed, Yes), Says::No),
        ((Allowed, No), (Allowed, No), Says::No),
        // Allowed users, blocked applications: the users reach anything else.
        ((Allowed, Yes), (Blocked, Yes), Says::No),
        ((Allowed, Yes), (Blocked, No), Says::Yes),
        ((Allowed, No), (Blocked, Yes), Says::No),
        ((Allowed, No), (Blocked, No), Says::No),
        // Blocked users, allowed applications: the others reach these and nothing else.
        ((Blocked, Yes), (Allowed, Yes), Says::No),
        ((Blocked, Yes), (Allowed, No), Says::No),
        ((Blocked, No), (Allowed, Yes), Says::Yes),
        ((Blocked, No), (Allowed, No), Says::No),
        // Blocked users, blocked applications: only the pair is blocked.
        ((Blocked, Yes), (Blocked, Yes), Says::No),
        ((Blocked, Yes), (Blocked, No), Says::Yes),
        ((Blocked, No), (Blocked, Yes), Says::Yes),
        ((Blocked, No), (Blocked, No), Says::Yes),
    ]
};

/// What the service ships for everyone and everything, where nobody has set anything.
const SHIPPED: [(Property, Access); 5] = [
    (Property::B2bCollaborationInbound, Access::Allowed),
    (Property::B2bCollaborationOutbound, Access::Allowed),
    (Property::B2bDirectConnectInbound, Access::Blocked),
    (Property::B2bDirectConnectOutbound, Access::Blocked),
    (Property::TenantRestrictions, Access::Blocked),
];

/// How to read what no page describes: a setting without one of its halves, and a list that names nobody.
#[derive(Clone, Copy)]
struct Reading {
    /// The missing half is the one of the layer below; otherwise it sets no limit.
    missing_half_inherits: bool,
    /// The empty list names everyone; otherwise nobody.
    empty_list_names_everyone: bool,
}

const READINGS: [Reading; 4] = {
    const fn reading(missing_half_inherits: bool, empty_list_names_everyone: bool) -> Reading {
        Reading { missing_half_inherits, empty_list_names_everyone }
    }
    [reading(true, true), reading(true, false), reading(false, true), reading(false, false)]
};

pub(super) fn home_outbound(question: &Question<'_>) -> Says {
    let property = match question.request.feature {
        Feature::B2bCollaboration => Property::B2bCollaborationOutbound,
        Feature::B2bDirectConnect => Property::B2bDirectConnectOutbound,
    };
    // A guest's account that no Entra tenant has issued is not the home tenant's to let out.
    if !question.is_of_a_user_across_tenants() || question.comes_with_another_account() {
        return Says::Yes;
    }
    setting(question, &question.home, &question.resource.id, property)
}

pub(super) fn resource_inbound(question: &Question<'_>) -> Says {
    let property = match question.request.feature {
        Feature::B2bCollaboration => Property::B2bCollaborationInbound,
        Feature::B2bDirectConnect => Property::B2bDirectConnectInbound,
    };
    if !question.is_of_a_user_across_tenants() {
        return Says::Yes;
    }
    if question.comes_with_another_account() {
        return another_account(question, property);
    }
    setting(question, &question.resource, &question.home.id, property)
}

/// By one page the default is about guests of other identity providers as well, by another the settings are about
/// Entra organizations alone. No tenant is theirs, so that only a list of everyone names them.
fn another_account(question: &Question<'_>, property: Property) -> Says {
    let nobodys = Id::from("no tenant");
    let request = Request { home: nobodys.clone(), user: Subject::AnyOther, ..question.request.clone() };
    let question = Question::new(question.scenario, &request);
    let default = setting(&question, &question.resource, &nobodys, property);
    Says::read([default, Says::Yes])
}

/// What the setting `property` of `owner` about `other` says.
pub(super) fn setting(question: &Question<'_>, owner: &Tenant, other: &Id, property: Property) -> Says {
    Says::read(READINGS.map(|reading| read(question, reading, owner, other, property)))
}

fn read(question: &Question<'_>, reading: Reading, owner: &Tenant, other: &Id, property: Property) -> Says {
    let shipped = SHIPPED.iter().find(|(shipped, _)| *shipped == property).expect("a B2B setting").1;
    let default = b2b(&owner.cross_tenant_access_policy.default.settings, property);
    let organizational = about(owner, other).and_then(|partner| b2b(&partner.settings, property));
    let half = |half: fn(&B2bSetting) -> Option<&TargetConfiguration>,
                listed: &dyn Fn(&TargetConfiguration) -> bool| {
        for layer in [organizational, default].into_iter().flatten() {
            if let Some(list) = half(layer) {
                let named = listed(list) || (list.targets.is_empty() && reading.empty_list_names_everyone);
                return (access(list), if named { Listed::Yes } else { Listed::No });
            }
            if !reading.missing_half_inherits {
                return (Access::Allowed, Listed::Yes);
            }
        }
        (shipped, Listed::Yes)
    };
    let user = half(|setting| setting.users_and_groups.as_ref(), &|list| question.user_listed(list));
    let application =
        half(|setting| setting.applications.as_ref(), &|list| question.application_listed(list));
    ACCESS.iter().find(|row| (row.0, row.1) == (user, application)).expect("the table is complete").2
}

fn b2b(settings: &entente_policy::graph::Settings, property: Property) -> Option<&B2bSetting> {
    match property {
        Property::B2bCollaborationInbound => settings.b2b_collaboration_inbound.as_ref(),
        Property::B2bCollaborationOutbound => settings.b2b_collaboration_outbound.as_ref(),
        Property::B2bDirectConnectInbound => settings.b2b_direct_connect_inbound.as_ref(),
        Property::B2bDirectConnectOutbound => settings.b2b_direct_connect_outbound.as_ref(),
        Property::TenantRestrictions => settings.tenant_restrictions.as_ref(),
        _ => None,
    }
}

fn access(list: &TargetConfiguration) -> Access {
    match list.access_type.as_str() {
        "allowed" => Access::Allowed,
        "blocked" => Access::Blocked,
        other => panic!("{other} is not documented"),
    }
}
