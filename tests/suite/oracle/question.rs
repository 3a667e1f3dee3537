//! The facts of a request that the tables are about.

use std::sync::Arc;

use entente_policy::graph::{ConfigurationPartner, Target, TargetConfiguration, TargetType};
use entente_policy::{
    AppKind, ExternalUserState, Feature, Guest, Id, IdentityProvider, Request, Resource, Scenario, Session,
    Subject, Tenant, TenantRestrictionsSignal, User,
};

/// A request and the tenants it is about.
pub(super) struct Question<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) request: &'a Request,
    pub(super) home: Arc<Tenant>,
    pub(super) resource: Arc<Tenant>,
}

/// The tenant with this id; one that nobody has configured if the scenario does not hold it.
fn tenant(scenario: &Scenario, id: &Id) -> Arc<Tenant> {
    let known = scenario.tenants.iter().find(|tenant| tenant.id == *id);
    known.cloned().unwrap_or_else(|| Arc::new(Tenant::untouched(id.clone())))
}

/// The organizational settings that a tenant has about another.
pub(super) fn about<'a>(tenant: &'a Tenant, other: &Id) -> Option<&'a ConfigurationPartner> {
    let partners = &tenant.cross_tenant_access_policy.partners;
    partners.iter().find(|partner| partner.tenant_id == *other).map(Arc::as_ref)
}

impl<'a> Question<'a> {
    pub(super) fn new(scenario: &'a Scenario, request: &'a Request) -> Self {
        let [home, resource] = [&request.home, &request.resource].map(|id| tenant(scenario, id));
        Question { scenario, request, home, resource }
    }

    /// Whether a user of one tenant reaches for an application of another: what cross-tenant access is about.
    pub(super) fn is_of_a_user_across_tenants(&self) -> bool {
        self.home.id != self.resource.id && matches!(self.request.user, Subject::User(_) | Subject::AnyOther)
    }

    pub(super) fn is_direct_connect(&self) -> bool {
        self.request.feature == Feature::B2bDirectConnect
    }

    pub(super) fn is_collaboration(&self) -> bool {
        self.request.feature == Feature::B2bCollaboration
    }

    /// The user, if the directory lists one.
    pub(super) fn user(&self) -> Option<&User> {
        match &self.request.user {
            Subject::User(id) => self.home.directory.users.iter().find(|user| user.id == *id),
            _ => None,
        }
    }

    pub(super) fn session(&self) -> &Session {
        self.user().map_or(&self.home.directory.any_other_user, |user| &user.session)
    }

    /// The signal of tenant restrictions: the request's own, or that of the session, if somebody signs in.
    pub(super) fn signal(&self) -> Option<&TenantRestrictionsSignal> {
        let of_session = match self.request.user {
            Subject::User(_) | Subject::AnyOther => self.session().tenant_restrictions.as_ref(),
            Subject::Anonymous | Subject::ServicePrincipal => None,
        };
        self.request.signal.as_ref().or(of_session)
    }

    pub(super) fn kind(&self) -> AppKind {
        match &self.request.application {
            Resource::AnyOther(kind) => *kind,
            Resource::Application(id) => {
                let apps = &self.resource.directory.applications;
                apps.iter().find(|app| app.app_id == *id).map_or(AppKind::LineOfBusiness, |app| app.kind)
            }
        }
    }

    pub(super) fn application_is_one_of(&self, ids: &[&str]) -> bool {
        match &self.request.application {
            Resource::Application(id) => ids.iter().any(|one| id.as_str().eq_ignore_ascii_case(one)),
            Resource::AnyOther(_) => false,
        }
    }

    /// Whether a list of users and groups names the user.
    pub(super) fn user_listed(&self, list: &TargetConfiguration) -> bool {
        list.targets.iter().any(|Target { target, target_type, .. }| {
            match (&self.request.user, target_type) {
                (_, TargetType::User) if target.as_str() == "AllUsers" => true,
                (Subject::User(id), TargetType::User) => id == target,
                (Subject::User(id), TargetType::Group) => {
                    let groups = &self.home.directory.groups;
                    groups.iter().any(|group| group.id == *target && group.members.contains(id))
                }
                _ => false,
            }
        })
    }

    /// Whether a list of applications names the application.
    pub(super) fn application_listed(&self, list: &TargetConfiguration) -> bool {
        list.targets.iter().any(|target| self.application_is(&target.target, "AllApplications"))
    }

    /// Whether an id, a suite's word or the word for everything means the application.
    pub(super) fn application_is(&self, id: &Id, everything: &str) -> bool {
        let word = id.as_str();
        let kind = self.kind();
        word == everything
            || (word == "Office365" && kind == AppKind::Office365)
            || (word == "AllMicrosoftApps" && kind != AppKind::LineOfBusiness)
            || self.request.application == Resource::Application(id.clone())
    }

    /// Whom the resource tenant has as its guest for the user.
    pub(super) fn guest(&self) -> GuestObject<'_> {
        let Some(guests) = &self.resource.guests else { return GuestObject::NotStated };
        let Subject::User(user) = &self.request.user else { return GuestObject::None };
        let found = guests.iter().find(|guest| guest.home_tenant == self.home.id && guest.home_user == *user);
        match found {
            None => GuestObject::None,
            Some(guest) if guest.external_user_state == ExternalUserState::PendingAcceptance => {
                GuestObject::Pending(guest)
            }
            Some(guest) => GuestObject::Redeemed(guest),
        }
    }

    /// Whether the user comes as a guest with an account that no Entra tenant has issued.
    pub(super) fn comes_with_another_account(&self) -> bool {
        match self.guest() {
            GuestObject::Pending(guest) | GuestObject::Redeemed(guest) => {
                self.is_collaboration() && guest.identity_provider != IdentityProvider::AzureActiveDirectory
            }
            _ => false,
        }
    }
}

/// What the resource tenant holds for the user.
#[derive(Clone, Copy, Debug)]
pub(super) enum GuestObject<'a> {
    /// The scenario does not say.
    NotStated,
    /// Nothing.
    None,
    /// An invitation that has not been redeemed.
    Pending(&'a Guest),
    /// A guest, or a member made by synchronization.
    Redeemed(&'a Guest),
}

impl<'a> GuestObject<'a> {
    /// The object, if there is one.
    pub(super) fn object(self) -> Option<&'a Guest> {
        match self {
            GuestObject::NotStated | GuestObject::None => None,
            GuestObject::Pending(guest) | GuestObject::Redeemed(guest) => Some(guest),
        }
    }
}
