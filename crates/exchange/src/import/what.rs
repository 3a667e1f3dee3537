//! What a piece of a file is.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::graph::{
    AuthorizationPolicy, B2bSetting, ConditionalAccessPolicy, ConfigurationDefault, ConfigurationPartner,
    CrossTenantAccessPolicy, IdentitySynchronization, InvitationDomains, Settings,
};
use entente_policy::{Cloud, Shape, ShapeError, unknown_properties};
use serde_json::Value;

use super::schema::{self, Type};
use crate::endpoint;

/// What a piece of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A scenario document of Entente's.
    Scenario,
    /// The cross-tenant access policy without its default and its partners.
    Policy,
    /// The default settings.
    Default,
    /// The organizational settings about one tenant.
    Partner,
    /// The organizational settings about all tenants that have been added.
    Partners,
    /// Cross-tenant synchronization from one tenant.
    Synchronization,
    /// One conditional access policy.
    ConditionalAccessPolicy,
    /// All conditional access policies.
    ConditionalAccessPolicies,
    /// The external collaboration settings.
    Authorization,
    /// The domains that invitations may go to.
    InvitationDomains,
    /// Some settings of one configuration: the body of a PATCH, that does not say of which.
    Settings,
    /// One B2B setting, that does not say which.
    B2bSetting,
    /// A template of a multitenant organization: it makes partners, and is none.
    Template,
    /// A partner that has been deleted.
    DeletedPartner,
    /// Conditional access policies of which it is not stated whom they meet, or what they ask for.
    PolicyInPart,
    /// The tenant itself: its id, its name, its domains.
    Organization,
    /// One user.
    User,
    /// Users.
    Users,
    /// One group.
    Group,
    /// Groups.
    Groups,
    /// That somebody is a member of a group.
    Membership,
    /// Who is a member of which group.
    Memberships,
    /// One application or service principal.
    Application,
    /// Applications or service principals.
    Applications,
    /// One sign-in across tenants.
    SignIn,
    /// Sign-ins across tenants.
    SignIns,
    /// What stands in a bundle beside its parts, and no rule knows.
    Beside,
}

impl What {
    /// What a whole picture of a tenant needs.
    pub const WHOLE: [What; 6] = [
        What::Policy,
        What::Default,
        What::Partners,
        What::Synchronization,
        What::ConditionalAccessPolicies,
        What::Authorization,
    ];

    /// What several of this are.
    pub(super) fn several(self) -> Option<Self> {
        match self {
            What::Partner => Some(What::Partners),
            What::ConditionalAccessPolicy => Some(What::ConditionalAccessPolicies),
            What::User => Some(What::Users),
            What::Group => Some(What::Groups),
            What::Membership => Some(What::Memberships),
            What::Application => Some(What::Applications),
            What::SignIn => Some(What::SignIns),
            _ => None,
        }
    }

    /// Whether there can be several of it.
    pub fn is_list(self) -> bool {
        self.one().is_some()
    }

    /// What one of several is.
    pub(super) fn one(self) -> Option<Self> {
        [
            What::Partner,
            What::ConditionalAccessPolicy,
            What::User,
            What::Group,
            What::Membership,
            What::Application,
            What::SignIn,
        ]
        .into_iter()
        .find(|one| one.several() == Some(self))
    }

    /// Whether it is about people, groups and applications.
    pub fn is_of_directory(self) -> bool {
        let one = self.one().unwrap_or(self);
        matches!(one, What::User | What::Group | What::Membership | What::Application)
    }

    /// Whether somebody who has read `other` has this.
    pub(super) fn is_covered_by(self, other: What) -> bool {
        self == other || other.several() == Some(self)
    }

    /// A word for scripts.
    pub fn code(self) -> &'static str {
        match self {
            What::Scenario => "scenario",
            What::Policy => "policy",
            What::Default => "default",
            What::Partner => "partner",
            What::Partners => "partners",
            What::Synchronization => "identitySynchronization",
            What::ConditionalAccessPolicy => "conditionalAccessPolicy",
            What::ConditionalAccessPolicies => "conditionalAccessPolicies",
            What::Authorization => "authorizationPolicy",
            What::InvitationDomains => "invitationDomains",
            What::Settings => "settings",
            What::B2bSetting => "b2bSetting",
            What::Template => "template",
            What::DeletedPartner => "deletedPartner",
            What::PolicyInPart => "policyInPart",
            What::Organization => "organization",
            What::User => "user",
            What::Users => "users",
            What::Group => "group",
            What::Groups => "groups",
            What::Membership => "membership",
            What::Memberships => "memberships",
            What::Application => "application",
            What::Applications => "applications",
            What::SignIn => "signIn",
            What::SignIns => "signIns",
            What::Beside => "beside",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            What::Scenario => "a scenario document",
            What::Policy => "the cross-tenant access policy",
            What::Default => "the default settings",
            What::Partner => "organizational settings",
            What::Partners => "organizational settings",
            What::Synchronization => "cross-tenant synchronization",
            What::ConditionalAccessPolicy => "a conditional access policy",
            What::ConditionalAccessPolicies => "conditional access policies",
            What::Authorization => "external collaboration settings",
            What::InvitationDomains => "the domains for invitations",
            What::Settings => "some settings, as a PATCH sends them",
            What::B2bSetting => "one B2B setting",
            What::Template => "a template of a multitenant organization",
            What::DeletedPartner => "a deleted organization",
            What::PolicyInPart => "conditional access policies in part",
            What::Organization => "the organization itself",
            What::User => "a user",
            What::Users => "users",
            What::Group => "a group",
            What::Groups => "groups",
            What::Membership => "a membership",
            What::Memberships => "memberships",
            What::Application => "an application",
            What::Applications => "applications",
            What::SignIn => "a sign-in",
            What::SignIns => "sign-ins",
            What::Beside => "what no rule knows",
        }
    }

    /// The request that gets it from Graph, if one does, in the commercial cloud.
    pub fn request(self) -> Option<String> {
        self.request_in(Cloud::Commercial)
    }

    /// The request that gets it from Graph in a cloud, if one does.
    pub fn request_in(self, cloud: Cloud) -> Option<String> {
        let path = match self {
            What::Policy => "policies/crossTenantAccessPolicy",
            What::Default | What::Settings | What::B2bSetting => "policies/crossTenantAccessPolicy/default",
            What::Partner | What::Partners | What::Synchronization => {
                "policies/crossTenantAccessPolicy/partners?$expand=identitySynchronization"
            }
            What::ConditionalAccessPolicy | What::ConditionalAccessPolicies => {
                "identity/conditionalAccess/policies"
            }
            What::Authorization => "policies/authorizationPolicy",
            What::InvitationDomains => "policies/b2bManagementPolicies",
            What::Organization => "organization?$select=id,displayName,verifiedDomains",
            What::User | What::Users => "users?$select=id,displayName,userPrincipalName,mail,userType",
            What::Group | What::Groups | What::Membership | What::Memberships => {
                "groups?$select=id,displayName&$expand=members($select=id)"
            }
            What::Application | What::Applications => {
                "servicePrincipals?$select=appId,displayName,appOwnerOrganizationId"
            }
            What::SignIn | What::SignIns => "auditLogs/signIns?$filter=crossTenantAccessType ne 'none'",
            What::Scenario | What::Template | What::DeletedPartner | What::PolicyInPart | What::Beside => {
                return None;
            }
        };
        let is_of_beta = matches!(self, What::SignIn | What::SignIns | What::InvitationDomains);
        let version = if is_of_beta { "beta" } else { "v1.0" };
        Some(format!("GET {}/{version}/{path}", endpoint::of(cloud)))
    }

    /// How to get a good file.
    pub(super) fn remedy(self) -> String {
        match self.request() {
            Some(request) => format!("Get it again with `{request}`, and save the answer as it comes"),
            None => "Save it again from Entente".into(),
        }
    }

    /// Reads a value as this, to see whether it has the shape.
    pub(super) fn check(self, value: Value) -> Result<(), ShapeError> {
        match self {
            What::Default => ConfigurationDefault::from_json(value).map(|_| ()),
            What::Partner => ConfigurationPartner::from_json(value).map(|_| ()),
            What::Settings => Settings::from_json(value).map(|_| ()),
            What::B2bSetting => B2bSetting::from_json(value).map(|_| ()),
            What::Synchronization => IdentitySynchronization::from_json(value).map(|_| ()),
            What::ConditionalAccessPolicy => ConditionalAccessPolicy::from_json(value).map(|_| ()),
            What::Authorization => AuthorizationPolicy::from_json(value).map(|_| ()),
            What::InvitationDomains => InvitationDomains::from_json(value).map(|_| ()),
            What::Policy => CrossTenantAccessPolicy::from_json(value).map(|_| ()),
            What::Scenario => entente_policy::Scenario::from_json(value).map(|_| ()),
            _ => Ok(()),
        }
    }

    /// What belongs in it.
    pub(super) fn kind(self) -> Option<Type> {
        match self {
            What::Default | What::Partner | What::Settings => Some(schema::CONFIGURATION),
            What::Policy => Some(schema::POLICY),
            What::Synchronization => Some(schema::SYNC),
            What::B2bSetting => Some(schema::B2B),
            What::ConditionalAccessPolicy | What::Authorization | What::SignIn => Some(Type::Spelt),
            What::Organization | What::User | What::Group | What::Application | What::Membership => {
                Some(Type::Listed)
            }
            _ => None,
        }
    }

    /// The properties in a value that no rule knows, by JSON pointer.
    pub(super) fn unknown(self, value: Value) -> Vec<String> {
        match self {
            What::Default => unknown_properties::<ConfigurationDefault>(value),
            What::Partner => unknown_properties::<ConfigurationPartner>(value),
            What::Settings => unknown_properties::<Settings>(value),
            What::B2bSetting => unknown_properties::<B2bSetting>(value),
            What::Synchronization => unknown_properties::<IdentitySynchronization>(value),
            What::ConditionalAccessPolicy => unknown_properties::<ConditionalAccessPolicy>(value),
            What::Authorization => unknown_properties::<AuthorizationPolicy>(value),
            What::Policy => unknown_properties::<CrossTenantAccessPolicy>(value),
            _ => Vec::new(),
        }
    }

    /// Properties that Graph documents and no rule asks for: they say what the object is, or what the service does not
    /// do yet. They are kept without a word.
    pub(super) fn identifies(self, pointer: &str) -> bool {
        let within = |property: &str| match self {
            What::Synchronization => Some(pointer),
            What::Default | What::Partner | What::Settings => pointer.strip_prefix(property),
            _ => None,
        };
        let of_synchronization = within("/identitySynchronization");
        let of_restrictions = within("/tenantRestrictions").filter(|_| self != What::Synchronization);
        matches!((self, pointer), (What::Policy | What::Default, "/id"))
            || matches!((self, pointer), (What::Partner, "/isInMultiTenantOrganization"))
            || of_synchronization.is_some_and(|property| {
                property == "/tenantId"
                    || property == "/displayName"
                    || is_or_within(property, "/groupSyncInbound")
            })
            || of_restrictions.is_some_and(|property| is_or_within(property, "/devices"))
    }
}

/// Whether a place is a property or in it.
fn is_or_within(pointer: &str, property: &str) -> bool {
    pointer.strip_prefix(property).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
