//! Finding what a person means by what they typed, or saying why it is nobody and what there is instead.

use entente_exchange::naming;
use entente_policy::{Id, Resource, Scenario, Subject, Tenant, User};

use crate::failure::Failure;

/// Some of what there is, to choose from; nothing if there is nothing.
fn some(mut names: impl Iterator<Item = String>) -> Option<String> {
    const TOLD: usize = 12;
    let mut told: Vec<String> = names.by_ref().take(TOLD).collect();
    let more = names.count();
    if more > 0 {
        told.push(format!("and {more} more"));
    }
    (!told.is_empty()).then(|| told.join(", "))
}

/// The only one of `found`, or a failure that names what there is.
fn only<'a, T>(
    kind: &str,
    typed: &str,
    found: Vec<&'a T>,
    all: impl Iterator<Item = &'a T>,
    name: impl Fn(&T) -> String,
) -> Result<&'a T, Failure> {
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let names = some(all.map(name)).unwrap_or_else(|| format!("add a {kind} to the document"));
            Err(Failure::new(format!("there is no {kind} `{typed}`")).remedy(names))
        }
        several => {
            let names: Vec<String> = several.iter().map(|item| name(item)).collect();
            Err(Failure::new(format!("`{typed}` is the name of {} {kind}s", several.len()))
                .remedy(format!("use an id: {}", names.join(", "))))
        }
    }
}

/// The tenant that `typed` names: by name, domain or id.
pub(crate) fn tenant<'a>(scenario: &'a Scenario, typed: &str) -> Result<&'a Tenant, Failure> {
    let tenants = || scenario.tenants.iter().map(AsRef::as_ref);
    let found = tenants().filter(|tenant| naming::means_tenant(tenant, typed)).collect();
    only("tenant", typed, found, tenants(), |tenant: &Tenant| {
        format!("{} ({})", tenant.display_name, tenant.id)
    })
}

/// The person that `typed` names, with the home tenant: `home`, or the one whose directory holds the person.
pub(crate) fn person<'a>(
    scenario: &'a Scenario,
    typed: &str,
    home: Option<&str>,
) -> Result<(&'a Tenant, Subject), Failure> {
    let homes: Vec<&Tenant> = match home {
        Some(home) => vec![tenant(scenario, home)?],
        None => scenario.tenants.iter().map(AsRef::as_ref).collect(),
    };
    if naming::means_anyone(typed) {
        return match (home, homes.as_slice()) {
            (Some(_), [home]) => Ok((home, Subject::AnyOther)),
            _ => Err(Failure::new("`anyone` needs to be somebody’s").remedy("say whose with --home")),
        };
    }
    let people = || homes.iter().flat_map(|home| home.directory.users.iter().map(move |user| (*home, user)));
    let found: Vec<(&Tenant, &User)> = people().filter(|(_, user)| naming::means_user(user, typed)).collect();
    match found.as_slice() {
        [(home, user)] => Ok((home, Subject::User(user.id.clone()))),
        [] => match (home, homes.as_slice()) {
            // An id that no directory lists is a user in no group.
            (Some(_), [home]) if Id::from(typed).is_guid() => Ok((home, Subject::User(Id::from(typed)))),
            _ => {
                let names = some(people().map(|(_, user)| user.display_name.clone()));
                let names = names.unwrap_or_else(|| "an id, and whose it is with --home".into());
                Err(Failure::new(format!("there is no user `{typed}`")).remedy(names))
            }
        },
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|(home, user)| format!("{} of {} ({})", user.display_name, home.display_name, user.id))
                .collect();
            Err(Failure::new(format!("`{typed}` is the name of {} users", several.len()))
                .remedy(format!("use an id, or --home: {}", names.join(", "))))
        }
    }
}

/// The tenant whose application is asked for: `typed`, or the only other one.
pub(crate) fn resource<'a>(
    scenario: &'a Scenario,
    home: &Tenant,
    typed: Option<&str>,
) -> Result<&'a Tenant, Failure> {
    if let Some(typed) = typed {
        return tenant(scenario, typed);
    }
    let others: Vec<&Tenant> =
        scenario.tenants.iter().map(AsRef::as_ref).filter(|tenant| tenant.id != home.id).collect();
    match others.as_slice() {
        [other] => Ok(other),
        _ => Err(Failure::new("there is more than one other tenant").remedy("say which with --resource")),
    }
}

/// The application of `resource` that `typed` names: by name, id, or a word for any other application.
pub(crate) fn application(resource: &Tenant, typed: &str) -> Result<Resource, Failure> {
    if let Some(other) = naming::any_other(typed) {
        return Ok(other);
    }
    let applications = &resource.directory.applications;
    let found =
        applications.iter().filter(|application| naming::means_application(application, typed)).collect();
    let found: Result<_, Failure> = only("application", typed, found, applications.iter(), |application| {
        format!("{} ({})", application.display_name, application.app_id)
    });
    match found {
        Ok(application) => Ok(Resource::Application(application.app_id.clone())),
        Err(_) if Id::from(typed).is_guid() => Ok(Resource::Application(Id::from(typed))),
        Err(failure) => Err(failure),
    }
}
