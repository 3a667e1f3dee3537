//! Users, groups, memberships and applications of one tenant.

use alloc::string::String;
use alloc::vec::Vec;

use crate::graph::{AuthenticationMethod, RiskLevel, Target, UnknownPart};
use crate::shape::{Rest, object, words};
use crate::{Id, List, TenantRestrictionsSignal, UserType};

object! {
    /// What a tenant's directory holds, as far as the scenario states it.
    #[derive(Default)]
    Directory {
        /// Users.
        users: List<User> = "users",
        /// Groups with their members.
        groups: List<Group> = "groups",
        /// Applications that live in this tenant.
        applications: List<Application> = "applications",
        /// The session assumed of every user the directory does not list.
        any_other_user: Session = "anyOtherUser",
    }
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

    /// The groups that more users may be in than those listed.
    pub fn half_seen_groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter().filter(|group| group.may_have_others())
    }

    /// Whether one of these is a group that more users may be in than those listed.
    pub fn has_half_seen(&self, ids: &[Id]) -> bool {
        self.half_seen_groups().any(|group| ids.contains(&group.id))
    }

    /// The groups a user is a member of, in the directory's order.
    pub fn groups_of<'a>(&'a self, user: &'a Id) -> impl Iterator<Item = &'a Group> {
        self.groups.iter().filter(move |group| group.members.contains(user))
    }
}

object! {
    /// A user. Graph: `user`.
    User {
        /// The object id in the home tenant.
        id: Id = "id",
        /// The user's name.
        display_name: String = "displayName",
        /// The sign-in name.
        user_principal_name: String = "userPrincipalName",
        /// The e-mail address, where it differs from the sign-in name.
        mail: Option<String> = "mail",
        /// Whether this is the tenant's own user or a guest of it; null is a member.
        user_type: Option<UserType> = "userType",
        /// What the user's sign-in session holds at this moment.
        session: Session = "session",
    }
}

object! {
    /// Claims in a user's session from signing in to the home tenant.
    #[derive(Default)]
    Session {
        /// Multifactor authentication has been done in the home tenant.
        mfa: bool = "mfa",
        /// The device is compliant with the home tenant's policies, and the session says so.
        compliant_device: bool = "compliantDevice",
        /// The device is hybrid joined to the home tenant, and the session says so.
        hybrid_joined_device: bool = "hybridJoinedDevice",
        /// The method of that multifactor authentication; null where nobody has stated it.
        mfa_method: Option<AuthenticationMethod> = "mfaMethod",
        /// The risk that the resource tenant sees in the sign-in; null where nobody has stated it.
        sign_in_risk: Option<RiskLevel> = "signInRisk",
        /// The risk that the home tenant sees in the user; null where nobody has stated it.
        user_risk: Option<RiskLevel> = "userRisk",
        /// The signal of tenant restrictions that the network or device adds; none if it adds none.
        tenant_restrictions: Option<TenantRestrictionsSignal> = "tenantRestrictions",
    }
}

object! {
    /// A group and its effective members: nested membership is stated flat. Graph: `group`.
    Group {
        /// The object id in the home tenant.
        id: Id = "id",
        /// The group's name.
        display_name: String = "displayName",
        /// Object ids of the members.
        members: Vec<Id> = "members",
        /// What nobody has seen of the group.
        unknown: Vec<UnknownPart> = "@entente.unknown",
    }
}

impl Group {
    /// A group without members.
    pub fn empty(id: Id, display_name: String) -> Self {
        Group { id, display_name, members: Vec::new(), unknown: Vec::new(), rest: Rest::new() }
    }

    /// Whether more users may be in the group than those listed.
    pub fn may_have_others(&self) -> bool {
        self.unknown.contains(&UnknownPart::Members)
    }

    /// Notes whether more users may be in the group than those listed.
    pub fn set_may_have_others(&mut self, may: bool) {
        self.unknown.clear();
        if may {
            self.unknown.push(UnknownPart::Members);
        }
    }
}

words! {
    /// What an application is to the suites that settings can name.
    AppKind or LineOfBusiness {
        /// A member of conditional access's Office 365 suite, which holds what a Teams shared channel needs.
        Office365 = "office365",
        /// Another Microsoft cloud application.
        Microsoft = "microsoft",
        /// The organization's own or a third party's application.
        LineOfBusiness = "lineOfBusiness",
    }
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

object! {
    /// An application in the resource tenant. Graph: `servicePrincipal`.
    Application {
        /// The application id. Microsoft's own applications have the same in every tenant.
        app_id: Id = "appId",
        /// The application's name.
        display_name: String = "displayName",
        /// Which suites take it in.
        kind: AppKind = "kind",
    }
}
