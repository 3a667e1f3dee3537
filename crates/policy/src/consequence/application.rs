//! Applications that guests depend on without anybody thinking of them, where a list of applications leaves
//! them out; and what a list for direct connect needs.

use alloc::vec::Vec;

use super::Consequence;
use super::declare::facts;
use super::situation::lets_anybody;
use crate::graph::{AccessType, Target, TargetConfiguration, TargetType};
use crate::{Half, Id, Layer, Property, SettingPath, Tenant, effective_b2b};

facts! {
    /// My Apps, where guests land.
    MyApps = "application.myApps" is Documented on CollaborationSettings,
    /// My Sign-ins, where guests register for multifactor authentication.
    MySignIns = "application.mySignIns" is Documented on CollaborationSettings,
    /// The App Access Panel, behind registering for multifactor authentication.
    AppAccessPanel = "application.appAccessPanel" is Documented on CollaborationSettings,
    /// My Profile.
    MyProfile = "application.myProfile" is Documented on CollaborationSettings,
    /// The service that shows terms of use.
    TermsOfUse = "application.termsOfUse" is Documented on CrossTenantAccessOverview,
    /// Rights management, without which encrypted mail cannot be read.
    RightsManagement = "application.rightsManagement" is Documented on CrossTenantAccessOverview,
    /// Direct connect wants the whole Office 365 suite.
    Office365 = "application.office365" is Documented on TeamsDirectConnect,
}

impl Fact {
    /// The application id; none for the suite.
    pub fn application(self) -> Option<&'static str> {
        match self {
            Fact::MyApps => Some("2793995e-0a7d-40d7-bd35-6968ba142197"),
            Fact::MySignIns => Some("19db86c3-b2b9-44cc-b339-36da233a3be2"),
            Fact::AppAccessPanel => Some("0000000c-0000-0000-c000-000000000000"),
            Fact::MyProfile => Some("8c59ead7-d703-4a27-9e55-c96a0054c8d2"),
            Fact::TermsOfUse => Some("d52792f4-ba38-424d-8140-ada5b883f293"),
            Fact::RightsManagement => Some("00000012-0000-0000-c000-000000000000"),
            Fact::Office365 => None,
        }
    }

    /// The settings whose lists have to let it through.
    fn matters_to(self, property: Property) -> bool {
        match property {
            Property::B2bCollaborationInbound => !matches!(self, Fact::Office365 | Fact::RightsManagement),
            Property::B2bCollaborationOutbound => {
                matches!(self, Fact::TermsOfUse | Fact::AppAccessPanel | Fact::RightsManagement)
            }
            Property::B2bDirectConnectInbound | Property::B2bDirectConnectOutbound => self == Fact::Office365,
            _ => false,
        }
    }
}

/// What the list of applications of the setting at `path` leaves out or blocks, though people whom it lets
/// through need it. Nothing for a setting that is no list of applications, or that lets nobody through.
pub fn side_effects(tenant: &Tenant, path: &SettingPath) -> Vec<Consequence> {
    let SettingPath::CrossTenantAccess { layer, property, .. } = path else { return Vec::new() };
    let other = match layer {
        Layer::Partner(other) => other.clone(),
        Layer::Default => Id::from(""),
    };
    let setting = effective_b2b(tenant, &other, *property);
    let list = &setting.applications.value;
    let open = lets_anybody(&setting);
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property: *property,
        half: Some(Half::Applications),
    };
    let kept_out = |fact: &Fact| match fact.application() {
        // Mail from a partner can be encrypted whether or not anybody is a guest there.
        Some(application) => (open || *fact == Fact::RightsManagement) && keeps_out(list, application),
        None => open && leaves_out_suite(list),
    };
    Fact::ALL
        .iter()
        .filter(|fact| fact.matters_to(*property) && kept_out(fact))
        .map(|fact| Consequence::here(*fact).of(&tenant.id).from([path.clone()].into()))
        .collect()
}

/// Whether a list keeps an application of Microsoft's out that belongs to no documented suite but "all".
fn keeps_out(list: &TargetConfiguration, application: &str) -> bool {
    let named = list.names_all()
        || list.targets.iter().any(|target| {
            target.target_type == TargetType::Application
                && (target.target.is(application) || target.target.is(Target::ALL_MICROSOFT_APPS))
        });
    match list.access_type {
        AccessType::Allowed => !named,
        AccessType::Blocked => named,
        AccessType::Other(_) => false,
    }
}

/// Whether a list for direct connect lets something through, and less than the Office 365 suite.
fn leaves_out_suite(list: &TargetConfiguration) -> bool {
    let suite = |target: &Target| {
        target.target_type == TargetType::Application
            && (target.target.is(Target::OFFICE_365) || target.target.is(Target::ALL_MICROSOFT_APPS))
    };
    match list.access_type {
        AccessType::Allowed => !list.names_all() && !list.targets.iter().any(suite),
        AccessType::Blocked => list.targets.iter().any(suite),
        AccessType::Other(_) => false,
    }
}
