//! Whom a person means who writes a name: what documentation, attributes and links say of a scenario in words.
//!
//! A name is an id, a displayed name, a domain or an address, whatever its case. One that fits two is nobody's. Whoever
//! says why a name is nobody's asks one by one, by `means_…`.

use alloc::string::ToString;

use entente_policy::{AppKind, Application, Id, Resource, Scenario, Subject, Tenant, User};

/// The word for whoever no setting names.
const ANYONE: &str = "anyone";

/// The words between two tenants that say a direction.
const TO: [&str; 3] = [" to ", "→", "->"];

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

/// Whether `name` means a tenant: its name, one of its domains, or its id.
pub fn means_tenant(tenant: &Tenant, name: &str) -> bool {
    tenant.id == Id::from(name.trim())
        || same(&tenant.display_name, name)
        || tenant.domains.iter().any(|domain| same(domain, name))
}

/// Whether `name` means a person: the name, an address, or the id.
pub fn means_user(user: &User, name: &str) -> bool {
    user.id == Id::from(name.trim())
        || same(&user.display_name, name)
        || same(&user.user_principal_name, name)
        || user.mail.as_deref().is_some_and(|mail| same(mail, name))
}

/// Whether `name` means whoever no directory lists.
pub fn means_anyone(name: &str) -> bool {
    same(name, ANYONE)
}

/// Whether `name` means an application: its name or its id.
pub fn means_application(application: &Application, name: &str) -> bool {
    application.app_id == Id::from(name.trim()) || same(&application.display_name, name)
}

/// Whatever no list names, if `name` means it: "any other", or of which kind.
pub fn any_other(name: &str) -> Option<Resource> {
    if same(name, "any other") {
        return Some(Resource::AnyOther(AppKind::LineOfBusiness));
    }
    Some(Resource::from(name.trim().to_string())).filter(|other| matches!(other, Resource::AnyOther(_)))
}

/// The position of the tenant that `name` means: by name, domain or id.
pub fn tenant(scenario: &Scenario, name: &str) -> Option<usize> {
    let tenants = scenario.tenants.iter().enumerate();
    only(tenants.filter(|(_, tenant)| means_tenant(tenant, name)).map(|(at, _)| at))
}

/// The position of the home tenant in a direction: "Fabrikam to Contoso", with any arrow, or the home tenant
/// alone. Of two tenants named, the second has to be one as well.
pub fn direction(scenario: &Scenario, words: &str) -> Option<usize> {
    if let Some(home) = tenant(scenario, words) {
        return Some(home);
    }
    let (home, resource) = TO.iter().find_map(|to| words.split_once(to))?;
    let (home, resource) = (tenant(scenario, home)?, tenant(scenario, resource)?);
    (home != resource).then_some(home)
}

/// The person of `home` that `name` means: by name, address or id, or "anyone" else.
pub fn user(home: &Tenant, name: &str) -> Option<Subject> {
    if means_anyone(name) {
        return Some(Subject::AnyOther);
    }
    let found = only(home.directory.users.iter().filter(|user| means_user(user, name)));
    found.map(|user| Subject::User(user.id.clone()))
}

/// The application of `resource` that `name` means: by name or id, or "any other".
pub fn application(resource: &Tenant, name: &str) -> Option<Resource> {
    let applications = resource.directory.applications.iter();
    any_other(name).or_else(|| {
        let found = only(applications.filter(|application| means_application(application, name)))?;
        Some(Resource::Application(found.app_id.clone()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gallery;

    #[test]
    fn names_addresses_and_ids_are_understood() {
        let scenario = gallery::FIRST.scenario();
        let [contoso, fabrikam] = [&*scenario.tenants[0], &*scenario.tenants[1]];
        assert_eq!(tenant(&scenario, "FABRIKAM"), Some(1));
        assert_eq!(tenant(&scenario, "contoso.com"), Some(0));
        assert_eq!(tenant(&scenario, contoso.id.as_str()), Some(0));
        assert_eq!(tenant(&scenario, "Northwind"), None);
        let ben = user(fabrikam, "ben@fabrikam.com");
        assert_eq!(ben, user(fabrikam, "Ben Okafor"));
        assert!(ben.is_some());
        assert_eq!(user(contoso, "Ben Okafor"), None);
        assert_eq!(user(contoso, "Anyone"), Some(Subject::AnyOther));
        assert!(matches!(application(contoso, "teams shared channel"), Some(Resource::Application(_))));
        assert_eq!(application(contoso, "any other"), Some(Resource::AnyOther(AppKind::LineOfBusiness)));
        assert_eq!(application(contoso, "Payrol"), None);
    }

    #[test]
    fn a_direction_is_two_tenants_or_the_home_alone() {
        let scenario = gallery::FIRST.scenario();
        for words in ["Fabrikam to Contoso", "fabrikam → contoso", "fabrikam.com->contoso.com", "Fabrikam"]
        {
            assert_eq!(direction(&scenario, words), Some(1), "{words}");
        }
        for words in ["Fabrikam to Fabrikam", "Fabrikam to Northwind", "out", ""] {
            assert_eq!(direction(&scenario, words), None, "{words}");
        }
    }
}
