//! One B2B setting: who, and to what.
//! Graph: `crossTenantAccessPolicyB2BSetting`, `…TargetConfiguration`, `…Target`.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Rest, null_as_empty, word::words};
use crate::Id;

words! {
    /// Whether a list of targets is an allow list or a block list.
    AccessType {
        /// Only the targets may.
        Allowed = "allowed",
        /// The targets may not.
        Blocked = "blocked",
    }
}

words! {
    /// What kind of object a target names.
    TargetType {
        /// A user's object id, or the reserved word `AllUsers`.
        User = "user",
        /// A group's object id.
        Group = "group",
        /// An application id, or one of the reserved words `AllApplications`, `Office365`,
        /// `AllMicrosoftApps`.
        Application = "application",
    }
}

/// One name on a target list. Graph: `crossTenantAccessPolicyTarget`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// An object id, an application id or a reserved word.
    pub target: Id,
    /// What `target` names.
    pub target_type: TargetType,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Target {
    /// Reserved word: every user of the other tenant (or one's own, outbound).
    pub const ALL_USERS: &'static str = "AllUsers";
    /// Reserved word: every application.
    pub const ALL_APPLICATIONS: &'static str = "AllApplications";
    /// Reserved word: the applications of conditional access's Office 365 suite.
    pub const OFFICE_365: &'static str = "Office365";
    /// Reserved word: every Microsoft cloud application.
    pub const ALL_MICROSOFT_APPS: &'static str = "AllMicrosoftApps";

    /// A target without further properties.
    pub fn new(target: impl Into<Id>, target_type: TargetType) -> Self {
        Target { target: target.into(), target_type, rest: Rest::new() }
    }

    /// Whether this target stands for everyone or everything.
    pub fn is_all(&self) -> bool {
        match self.target_type {
            TargetType::User => self.target.is(Self::ALL_USERS),
            TargetType::Application => self.target.is(Self::ALL_APPLICATIONS),
            _ => false,
        }
    }

    /// Whether this target is a reserved word rather than an id.
    pub fn is_reserved(&self) -> bool {
        [Self::ALL_USERS, Self::ALL_APPLICATIONS, Self::OFFICE_365, Self::ALL_MICROSOFT_APPS]
            .iter()
            .any(|word| self.target.is(word))
    }
}

/// One half of a B2B setting: an allow list or a block list.
/// Graph: `crossTenantAccessPolicyTargetConfiguration`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetConfiguration {
    /// Whether `targets` are let through or kept out.
    pub access_type: AccessType,
    /// Who or what the list names. A PATCH replaces the whole list.
    #[serde(default, deserialize_with = "null_as_empty")]
    pub targets: Vec<Target>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl TargetConfiguration {
    /// A list with the one target that stands for every user.
    pub fn all_users(access_type: AccessType) -> Self {
        Self::of(access_type, Target::new(Target::ALL_USERS, TargetType::User))
    }

    /// A list with the one target that stands for every application.
    pub fn all_applications(access_type: AccessType) -> Self {
        Self::of(access_type, Target::new(Target::ALL_APPLICATIONS, TargetType::Application))
    }

    fn of(access_type: AccessType, target: Target) -> Self {
        TargetConfiguration { access_type, targets: alloc::vec![target], rest: Rest::new() }
    }

    /// Whether the list names everyone or everything.
    pub fn names_all(&self) -> bool {
        self.targets.iter().any(Target::is_all)
    }
}

/// Users × applications. Graph: `crossTenantAccessPolicyB2BSetting`, and
/// `crossTenantAccessPolicyTenantRestrictions`, which adds `devices` (kept in `rest`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct B2bSetting {
    /// Which users and groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub users_and_groups: Option<TargetConfiguration>,
    /// Which applications.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applications: Option<TargetConfiguration>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl B2bSetting {
    /// The setting that lets everyone reach everything, or keeps everyone from everything.
    pub fn everyone(access_type: AccessType) -> Self {
        B2bSetting {
            users_and_groups: Some(TargetConfiguration::all_users(access_type.clone())),
            applications: Some(TargetConfiguration::all_applications(access_type)),
            rest: Rest::new(),
        }
    }
}
