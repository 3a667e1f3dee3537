//! The documented tables once more, as plain as they can be.
//!
//! Written from the documentation, not from the engine: it shares the types of the model and nothing of the
//! gates. It covers outbound and inbound access, what direct connect reaches, and the conditional access
//! controls block, multifactor authentication, compliant device and hybrid joined device, for scenarios made
//! of documented shapes.

mod tables;

use entente_policy::graph::{
    BuiltInControl, ConditionalAccessPolicy, GuestsOrExternalUsers, Operator, PolicyState, Target,
    TargetConfiguration, TargetType,
};
use entente_policy::{
    AppKind, Feature, Id, Outcome, Property, Request, Resource, Scenario, Session, Subject, Tenant, evaluate,
};
use proptest::prelude::*;

use self::tables::{ACCESS, Access, CONTROLS, Listed, SHIPPED, Says};
use crate::questions::all;
use crate::strategy::{Random, Shapes, config, scenario};

/// What a request comes to, by the tables.
fn outcome(scenario: &Scenario, request: &Request) -> Outcome {
    let tenant =
        |id: &Id| scenario.tenants.iter().find(|tenant| tenant.id == *id).expect("a tenant of the scenario");
    let (home, resource) = (tenant(&request.home), tenant(&request.resource));
    let (out, into) = match request.feature {
        Feature::B2bCollaboration => (Property::B2bCollaborationOutbound, Property::B2bCollaborationInbound),
        Feature::B2bDirectConnect => (Property::B2bDirectConnectOutbound, Property::B2bDirectConnectInbound),
    };
    let asker = Asker { home, resource, request };
    let mut answers = vec![asker.access(home, &resource.id, out), asker.access(resource, &home.id, into)];
    if request.feature == Feature::B2bDirectConnect {
        answers.push(asker.is_reached_by_direct_connect());
    }
    for policy in &resource.conditional_access_policies {
        answers.extend(asker.policy(policy));
    }
    for (says, outcome) in [
        (Says::Blocked, Outcome::Blocked),
        (Says::Unclear, Outcome::Undocumented),
        (Says::AfterPrompt, Outcome::AllowedAfter),
    ] {
        if answers.contains(&says) {
            return outcome;
        }
    }
    Outcome::Allowed
}

struct Asker<'a> {
    home: &'a Tenant,
    resource: &'a Tenant,
    request: &'a Request,
}

impl Asker<'_> {
    fn kind(&self) -> AppKind {
        match &self.request.application {
            Resource::AnyOther(kind) => *kind,
            Resource::Application(id) => {
                let apps = &self.resource.directory.applications;
                apps.iter().find(|app| app.app_id == *id).expect("an application of the directory").kind
            }
        }
    }

    fn session(&self) -> &Session {
        match &self.request.user {
            Subject::AnyOther | Subject::Anonymous | Subject::ServicePrincipal => {
                &self.home.directory.any_other_user
            }
            Subject::User(id) => {
                let users = &self.home.directory.users;
                &users.iter().find(|user| user.id == *id).expect("a user of the directory").session
            }
        }
    }

    /// Whether a list of users and groups names the user.
    fn user_listed(&self, list: &TargetConfiguration) -> bool {
        list.targets.iter().any(|Target { target, target_type, .. }| {
            match (&self.request.user, target_type) {
                (_, TargetType::User) if target.as_str().eq_ignore_ascii_case("AllUsers") => true,
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
    fn application_listed(&self, list: &TargetConfiguration) -> bool {
        list.targets.iter().any(|target| self.application_is(&target.target, "AllApplications"))
    }

    /// Whether an id, a suite's word or the word for everything means the application.
    fn application_is(&self, id: &Id, everything: &str) -> bool {
        let word = id.as_str();
        let kind = self.kind();
        word == everything
            || (word == "Office365" && kind == AppKind::Office365)
            || (word == "AllMicrosoftApps" && kind != AppKind::LineOfBusiness)
            || self.request.application == Resource::Application(id.clone())
    }

    /// What the setting `property` of `owner` about `other` says.
    fn access(&self, owner: &Tenant, other: &Id, property: Property) -> Says {
        let policy = &owner.cross_tenant_access_policy;
        let organizational = policy.partners.iter().find(|partner| partner.tenant_id == *other);
        let setting = organizational
            .and_then(|partner| partner.settings.b2b(property))
            .or_else(|| policy.default.settings.b2b(property));
        let Some(setting) = setting else {
            return SHIPPED.iter().find(|(shipped, _)| *shipped == property).expect("a B2B setting").1;
        };
        let users = setting.users_and_groups.as_ref().expect("documented settings have both halves");
        let applications = setting.applications.as_ref().expect("documented settings have both halves");
        let access = |list: &TargetConfiguration| match list.access_type.as_str() {
            "allowed" => Access::Allowed,
            "blocked" => Access::Blocked,
            other => panic!("{other} is not documented"),
        };
        let listed = |yes| if yes { Listed::Yes } else { Listed::No };
        let row = (
            (access(users), listed(self.user_listed(users))),
            (access(applications), listed(self.application_listed(applications))),
        );
        ACCESS
            .iter()
            .find(|(user, application, _)| (*user, *application) == row)
            .expect("the table is complete")
            .2
    }

    /// Shared channels need Office 365; beside that, direct connect users have My Apps.
    fn is_reached_by_direct_connect(&self) -> Says {
        let my_apps = Resource::Application(Id::from("2793995e-0a7d-40d7-bd35-6968ba142197"));
        if self.kind() == AppKind::Office365 || self.request.application == my_apps {
            Says::Yes
        } else {
            Says::Blocked
        }
    }

    /// What a conditional access policy says; nothing if it does not meet the request.
    fn policy(&self, policy: &ConditionalAccessPolicy) -> Option<Says> {
        let users = &policy.conditions.users;
        let applications = &policy.conditions.applications;
        let says = |list: &[Id], word: &str| list.iter().any(|id| id.as_str() == word);
        let meets = |list: &[Id]| list.iter().any(|id| self.application_is(id, "All"));
        let external =
            |types: &Option<GuestsOrExternalUsers>| types.as_ref().is_some_and(|types| self.is_one_of(types));
        if policy.state != PolicyState::Enabled
            || !meets(&applications.include_applications)
            || meets(&applications.exclude_applications)
            || says(&users.exclude_users, "GuestsOrExternalUsers")
            || external(&users.exclude_guests_or_external_users)
        {
            return None;
        }
        let required = self.required(policy);
        if says(&users.include_users, "GuestsOrExternalUsers")
            || external(&users.include_guests_or_external_users)
        {
            return Some(required);
        }
        if !says(&users.include_users, "All") {
            return None;
        }
        // All users takes in guests. Of direct connect users the page says nothing.
        match (self.request.feature, required) {
            (Feature::B2bDirectConnect, Says::Blocked | Says::AfterPrompt) => Some(Says::Unclear),
            (_, required) => Some(required),
        }
    }

    fn is_one_of(&self, types: &GuestsOrExternalUsers) -> bool {
        let wanted = match self.request.feature {
            Feature::B2bCollaboration => "b2bCollaborationGuest",
            Feature::B2bDirectConnect => "b2bDirectConnectUser",
        };
        let tenants = types.external_tenants.as_ref();
        types.guest_or_external_user_types.split(',').any(|one| one.trim() == wanted)
            && tenants.is_none_or(|tenants| {
                tenants.membership_kind == "all" || tenants.members.contains(&self.home.id)
            })
    }

    fn required(&self, policy: &ConditionalAccessPolicy) -> Says {
        let Some(controls) = &policy.grant_controls else { return Says::Yes };
        let answers: Vec<Says> =
            controls.built_in_controls.iter().map(|control| self.control(control)).collect();
        match controls.operator {
            Operator::And => answers.into_iter().max().unwrap_or(Says::Yes),
            Operator::Or => answers.into_iter().min().unwrap_or(Says::Yes),
            Operator::Other(_) => panic!("the operator is not documented"),
        }
    }

    fn control(&self, control: &BuiltInControl) -> Says {
        let policy = &self.resource.cross_tenant_access_policy;
        let about_home = policy.partners.iter().find(|partner| partner.tenant_id == self.home.id);
        let trust = about_home.and_then(|partner| partner.settings.inbound_trust.as_ref()).or(policy
            .default
            .settings
            .inbound_trust
            .as_ref());
        let session = self.session();
        let (trusted, claimed) = match control {
            BuiltInControl::Mfa => (trust.and_then(|trust| trust.is_mfa_accepted), session.mfa),
            BuiltInControl::CompliantDevice => {
                (trust.and_then(|trust| trust.is_compliant_device_accepted), session.compliant_device)
            }
            BuiltInControl::DomainJoinedDevice => (
                trust.and_then(|trust| trust.is_hybrid_azure_ad_joined_device_accepted),
                session.hybrid_joined_device,
            ),
            _ => (None, false),
        };
        let (.., collaboration, direct_connect) = CONTROLS
            .iter()
            .find(|(name, trust, claim, ..)| {
                *name == control.as_str() && trust.meets(trusted == Some(true)) && claim.meets(claimed)
            })
            .unwrap_or_else(|| panic!("no row for {control:?}"));
        match self.request.feature {
            Feature::B2bCollaboration => *collaboration,
            Feature::B2bDirectConnect => *direct_connect,
        }
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn the_engine_agrees_with_the_tables(Random(scenario) in scenario(Shapes::Documented)) {
        for request in all(&scenario) {
            prop_assert_eq!(evaluate(&scenario, &request).outcome, outcome(&scenario, &request), "{:?}", &request);
        }
    }
}
