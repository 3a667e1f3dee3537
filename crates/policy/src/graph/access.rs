//! One B2B setting: who, and to what.
//! Graph: `crossTenantAccessPolicyB2BSetting`, `…TargetConfiguration`, `…Target`.

use alloc::vec::Vec;

use crate::shape::{Rest, object, words};
use crate::{Half, Id};

words! {
    /// Whether a list of targets is an allow list or a block list.
    kept AccessType {
        /// Only the targets may.
        Allowed = "allowed",
        /// The targets may not.
        Blocked = "blocked",
    }
}

words! {
    /// What kind of object a target names.
    kept TargetType {
        /// A user's object id, or the reserved word `AllUsers`.
        User = "user",
        /// A group's object id.
        Group = "group",
        /// An application id, or one of the reserved words `AllApplications`, `Office365`,
        /// `AllMicrosoftApps`.
        Application = "application",
    }
}

object! {
    /// One name on a target list. Graph: `crossTenantAccessPolicyTarget`.
    Target {
        /// An object id, an application id or a reserved word.
        target: Id = "target",
        /// What `target` names.
        target_type: TargetType = "targetType",
    }
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

    /// A word of conditional access, for the portals of administrators. It names nothing on these lists.
    pub const ADMIN_PORTALS: &'static str = "MicrosoftAdminPortals";

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

    /// Whether something of this type belongs on the list of a half.
    pub(crate) fn belongs_to(&self, half: Half) -> bool {
        match self.target_type {
            TargetType::User | TargetType::Group => half == Half::UsersAndGroups,
            TargetType::Application => half == Half::Applications,
            TargetType::Other(_) => false,
        }
    }

    /// Whether this is what Graph has on the list of a half: a GUID, or a word that is reserved there, of a type that
    /// belongs there. Anything else is a name, unless a directory has it for an id.
    pub(crate) fn is_plain(&self, half: Half) -> bool {
        let is_word = match self.target_type {
            TargetType::Application => {
                self.target.is(Self::ADMIN_PORTALS) || self.is_reserved() && !self.target.is(Self::ALL_USERS)
            }
            _ => self.is_all(),
        };
        self.belongs_to(half) && (is_word || self.target.is_dashed())
    }

    /// Whether this target is a reserved word rather than an id.
    pub fn is_reserved(&self) -> bool {
        [Self::ALL_USERS, Self::ALL_APPLICATIONS, Self::OFFICE_365, Self::ALL_MICROSOFT_APPS]
            .iter()
            .any(|word| self.target.is(word))
    }
}

object! {
    /// One half of a B2B setting: an allow list or a block list.
    /// Graph: `crossTenantAccessPolicyTargetConfiguration`.
    TargetConfiguration {
        /// Whether `targets` are let through or kept out.
        access_type: AccessType = "accessType",
        /// Who or what the list names. A PATCH replaces the whole list.
        targets: Vec<Target> = "targets",
    }
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

object! {
    /// Users × applications. Graph: `crossTenantAccessPolicyB2BSetting`, and
    /// `crossTenantAccessPolicyTenantRestrictions`, which adds `devices` (kept in `rest`).
    #[derive(Default)]
    B2bSetting {
        /// Which users and groups.
        users_and_groups: Option<TargetConfiguration> = "usersAndGroups",
        /// Which applications.
        applications: Option<TargetConfiguration> = "applications",
    }
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
