//! What things are called.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::gates::tenant_restrictions::PERSONAL_ACCOUNTS;
use entente_policy::graph::{Target, TargetConfiguration, TargetType};
use entente_policy::{AppKind, Guest, Id, IdentityProvider, Request, Resource, Subject, Tenant};

use crate::{Narrator, Text};

/// An id too long to read in a sentence, cut.
pub(crate) fn short(id: &Id) -> String {
    let text = id.as_str();
    if text.chars().count() <= 13 {
        text.into()
    } else {
        format!("{}…", text.chars().take(8).collect::<String>())
    }
}

impl<'a> Narrator<'a> {
    pub(crate) fn find_tenant(&self, id: &Id) -> Option<&'a Tenant> {
        self.scenario.tenants.iter().map(AsRef::as_ref).find(|tenant| tenant.id == *id)
    }

    /// A tenant's name.
    pub fn tenant(&self, id: &Id) -> String {
        self.find_tenant(id)
            .map(|tenant| tenant.display_name.clone())
            .or_else(|| self.is_personal(id).then(|| "the consumer tenant".into()))
            .unwrap_or_else(|| format!("tenant {}", short(id)))
    }

    /// Whether a tenant stands for personal Microsoft accounts.
    pub(crate) fn is_personal(&self, tenant: &Id) -> bool {
        tenant.is(PERSONAL_ACCOUNTS)
    }

    /// Whose: a tenant's name in the genitive.
    pub fn tenants(&self, id: &Id) -> String {
        format!("{}’s", self.tenant(id))
    }

    /// A person's name, or what stands for everyone no list names.
    pub fn user(&self, home: &Id, subject: &Subject) -> String {
        match subject {
            Subject::AnyOther => format!("anyone else at {}", self.tenant(home)),
            Subject::Anonymous => "somebody who does not sign in".into(),
            Subject::ServicePrincipal => format!("an application of {}", self.tenant(home)),
            Subject::User(id) => self
                .find_tenant(home)
                .and_then(|tenant| tenant.directory.user(id))
                .map_or_else(|| format!("user {}", short(id)), |user| user.display_name.clone()),
        }
    }

    /// The guest object of a request's person, if the scenario states one.
    pub(crate) fn guest(&self, request: &Request) -> Option<&'a Guest> {
        let Subject::User(user) = &request.user else { return None };
        self.find_tenant(&request.resource)?.guest(&request.home, user)
    }

    /// The same for whoever has but one account of the home tenant: that account.
    pub(crate) fn account_of(&self, request: &Request) -> String {
        match self.guest(request).and_then(Guest::other_account) {
            None => format!("the {} account", self.tenant(&request.home)),
            Some(_) => self.account(request),
        }
    }

    /// What a request's person signs in with as a guest.
    pub(crate) fn account(&self, request: &Request) -> String {
        match self.guest(request).map(|guest| &guest.identity_provider) {
            None | Some(IdentityProvider::AzureActiveDirectory) => {
                format!("an account of {}", self.tenant(&request.home))
            }
            Some(IdentityProvider::MicrosoftAccount) => "a personal Microsoft account".into(),
            Some(IdentityProvider::Google) => "a Google account".into(),
            Some(IdentityProvider::ExternalFederation) => "the federation of their organization".into(),
            Some(IdentityProvider::EmailOneTimePasscode) => "a passcode sent by e-mail".into(),
            Some(IdentityProvider::Other(other)) => format!("an identity of `{other}`"),
        }
    }

    /// An application's name, or what stands for every application no list names.
    pub fn application(&self, resource: &Id, wanted: &Resource) -> String {
        match wanted {
            Resource::AnyOther(kind) => self.any_other_application(&[*kind]),
            Resource::Application(id) => self.application_by_id(resource, id),
        }
    }

    pub(crate) fn application_by_id(&self, tenant: &Id, id: &Id) -> String {
        self.find_tenant(tenant)
            .and_then(|tenant| tenant.directory.application(id))
            .map_or_else(|| format!("application {}", short(id)), |app| app.display_name.clone())
    }

    /// What stands for any other application of these kinds.
    pub fn any_other_application(&self, kinds: &[AppKind]) -> String {
        let has = |kind| kinds.contains(&kind);
        match (has(AppKind::Office365), has(AppKind::Microsoft), has(AppKind::LineOfBusiness)) {
            (true, true, true) | (false, false, false) => "any other application",
            (true, true, false) => "any other Microsoft application",
            (true, false, true) => "any other application, Office 365 or not Microsoft’s",
            (true, false, false) => "any other Office 365 application",
            (false, true, true) => "any other application outside Office 365",
            (false, true, false) => "any other Microsoft application outside Office 365",
            (false, false, true) => "any other application not of Microsoft",
        }
        .into()
    }

    pub(crate) fn group(&self, tenant: &Id, id: &Id) -> String {
        self.find_tenant(tenant)
            .and_then(|tenant| tenant.directory.group(id))
            .map_or_else(|| format!("group {}", short(id)), |group| group.display_name.clone())
    }

    /// What a target on a list about the users of `home` is called. A name of another tenant's object says
    /// whose it is; an id that no directory of the scenario holds is shown as an id.
    pub fn user_target(&self, home: &Id, target: &Target) -> String {
        if target.is_all() {
            return "all users".into();
        }
        let id = &target.target;
        let name = |tenant: &Tenant| {
            let group = tenant.directory.group(id).map(|group| group.display_name.clone());
            group.or_else(|| tenant.directory.user(id).map(|user| user.display_name.clone()))
        };
        if let Some(name) = self.find_tenant(home).and_then(name) {
            return name;
        }
        let elsewhere = self.scenario.tenants.iter().find_map(|tenant| Some((tenant, name(tenant)?)));
        match (elsewhere, &target.target_type) {
            (Some((tenant, name)), _) => format!("{}’s own {name}", tenant.display_name),
            (None, TargetType::Group) => format!("group {}", short(id)),
            (None, TargetType::User) => format!("user {}", short(id)),
            (None, _) => short(id),
        }
    }

    /// What a target on a list of applications of `resource` is called.
    pub fn application_target(&self, resource: &Id, target: &Target) -> String {
        let id = &target.target;
        if target.is_all() {
            "all applications".into()
        } else if id.is(Target::OFFICE_365) {
            "Office 365".into()
        } else if id.is(Target::ALL_MICROSOFT_APPS) {
            "all Microsoft applications".into()
        } else {
            self.application_by_id(resource, id)
        }
    }

    pub(crate) fn user_list(&self, home: &Id, list: &TargetConfiguration, last: &str) -> Text {
        let item = |target: &Target| Text::new().strong(self.user_target(home, target));
        named(list.targets.iter().map(item).collect(), "nobody", last)
    }

    pub(crate) fn application_list(&self, resource: &Id, list: &TargetConfiguration, last: &str) -> Text {
        let item = |target: &Target| Text::new().strong(self.application_target(resource, target));
        named(list.targets.iter().map(item).collect(), "no application", last)
    }

    /// "Ana is in Marketing.", for a person whose groups explain a decision.
    pub(crate) fn membership(&self, home: &Id, subject: &Subject) -> Text {
        let Subject::User(id) = subject else {
            return "Nobody else is on that list.".into();
        };
        let name = self.user(home, subject);
        let groups: Vec<Text> = self
            .find_tenant(home)
            .map(|tenant| {
                tenant.directory.groups_of(id).map(|group| Text::new().strong(&group.display_name)).collect()
            })
            .unwrap_or_default();
        if groups.is_empty() {
            Text::new().and(format!("{name} is in no group of {}.", self.tenant(home)))
        } else {
            Text::new().and(format!("{name} is in ")).then(Text::list(groups, " and ")).and(".")
        }
    }
}

fn named(items: Vec<Text>, nobody: &str, last: &str) -> Text {
    if items.is_empty() { Text::from(nobody) } else { Text::list(items, last) }
}

/// With a capital first letter, where our own words begin a sentence. A name that begins with another
/// letter than a to z is left as it was typed.
pub(crate) fn capital(words: &str) -> String {
    let mut words = String::from(words);
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
