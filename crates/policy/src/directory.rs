//! Users, groups, memberships and applications of one tenant.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::Id;
use crate::graph::{Rest, Target};

/// What a tenant's directory holds, as far as the scenario states it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Directory {
    /// Users.
    pub users: Vec<User>,
    /// Groups with their members.
    pub groups: Vec<Group>,
    /// Applications that live in this tenant.
    pub applications: Vec<Application>,
    /// The session assumed of every user the directory does not list.
    #[serde(skip_serializing_if = "Session::is_plain")]
    pub any_other_user: Session,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Directory {
    /// The user with this object id.
    pub fn user(&self, id: &Id) -> Option<&User> {
        self.users.iter().find(|user| user.id == *id)
    }

    /// The group with this object id.
    pub fn group(&self, id: &Id) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The application with this application id.
    pub fn application(&self, id: &Id) -> Option<&Application> {
        self.applications.iter().find(|application| application.app_id == *id)
    }

    /// The groups a user is a member of, in the directory's order.
    pub fn groups_of<'a>(&'a self, user: &'a Id) -> impl Iterator<Item = &'a Group> {
        self.groups.iter().filter(move |group| group.members.contains(user))
    }
}

/// A user. Graph: `user`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// The object id in the home tenant.
    pub id: Id,
    /// The user's name.
    pub display_name: String,
    /// The sign-in name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub user_principal_name: String,
    /// What the user's sign-in session holds at this moment.
    #[serde(default, skip_serializing_if = "Session::is_plain")]
    pub session: Session,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Claims in a user's session from signing in to the home tenant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Session {
    /// Multifactor authentication has been done in the home tenant.
    #[serde(skip_serializing_if = "is_false")]
    pub mfa: bool,
    /// The device is compliant with the home tenant's policies, and the session says so.
    #[serde(skip_serializing_if = "is_false")]
    pub compliant_device: bool,
    /// The device is hybrid joined to the home tenant, and the session says so.
    #[serde(skip_serializing_if = "is_false")]
    pub hybrid_joined_device: bool,
}

impl Session {
    /// Whether the session holds none of the claims.
    pub fn is_plain(&self) -> bool {
        *self == Session::default()
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

/// A group and its effective members: nested membership is stated flat. Graph: `group`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    /// The object id in the home tenant.
    pub id: Id,
    /// The group's name.
    pub display_name: String,
    /// Object ids of the members.
    #[serde(default)]
    pub members: Vec<Id>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What an application is to the suites that settings can name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AppKind {
    /// A member of conditional access's Office 365 suite, which holds what a Teams shared channel needs.
    Office365,
    /// Another Microsoft cloud application.
    Microsoft,
    /// The organization's own or a third party's application.
    #[default]
    LineOfBusiness,
}

impl AppKind {
    /// Every kind.
    pub const ALL: [AppKind; 3] = [AppKind::Office365, AppKind::Microsoft, AppKind::LineOfBusiness];

    /// Whether the reserved target `word` takes in applications of this kind.
    pub fn is_in(self, word: &Id) -> bool {
        match self {
            AppKind::Office365 => word.is(Target::OFFICE_365) || word.is(Target::ALL_MICROSOFT_APPS),
            AppKind::Microsoft => word.is(Target::ALL_MICROSOFT_APPS),
            AppKind::LineOfBusiness => false,
        }
    }
}

/// An application in the resource tenant. Graph: `servicePrincipal`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Application {
    /// The application id. Microsoft's own applications have the same in every tenant.
    pub app_id: Id,
    /// The application's name.
    pub display_name: String,
    /// Which suites take it in.
    #[serde(default)]
    pub kind: AppKind,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}
