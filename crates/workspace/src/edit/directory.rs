//! Edits of people, groups, memberships, applications and sessions.

use entente_policy::graph::Rest;
use entente_policy::{Application, Directory, Group, Id, Scenario, Session, User};

use super::{name, new_id};
use crate::{Edit, PersonClaim};

pub(super) fn apply(scenario: &mut Scenario, edit: Edit) -> Option<()> {
    match edit {
        Edit::AddUser { tenant, name: new } => {
            let display_name = name(&new)?;
            let domain = scenario.tenant(&tenant)?.domains.first().cloned();
            let directory = directory(scenario, &tenant)?;
            let id = new_id("a1000000", |id| directory.user(id).is_some());
            let user_principal_name =
                domain.map_or_else(String::new, |domain| sign_in_name(&display_name, &domain));
            directory.users.push(User {
                id,
                display_name,
                user_principal_name,
                mail: None,
                user_type: None,
                session: Session::default(),
                rest: Rest::new(),
            });
        }
        Edit::RenameUser { tenant, user: id, name: new } => {
            user(scenario, &tenant, &id)?.display_name = name(&new)?;
        }
        Edit::RemoveUser { tenant, user } => {
            let directory = directory(scenario, &tenant)?;
            directory.users.retain(|other| other.id != user);
            let holds = |group: &Group| group.members.contains(&user);
            let held: Vec<usize> =
                (0..).zip(&directory.groups).filter(|(_, group)| holds(group)).map(|(at, _)| at).collect();
            for at in held {
                directory.groups.get_mut(at)?.members.retain(|member| *member != user);
            }
        }
        Edit::SetSession { tenant, user, claim, held } => {
            let session = session(scenario, &tenant, user)?;
            *match claim {
                PersonClaim::Mfa => &mut session.mfa,
                PersonClaim::CompliantDevice => &mut session.compliant_device,
                PersonClaim::HybridJoinedDevice => &mut session.hybrid_joined_device,
            } = held;
        }
        Edit::Session { tenant, user: who, edit } => {
            super::session::apply(session(scenario, &tenant, who)?, edit);
        }
        Edit::SetSignInName { tenant, user: id, name: new } => {
            user(scenario, &tenant, &id)?.user_principal_name = name(&new)?;
        }
        Edit::SetMail { tenant, user: id, mail } => {
            let user = user(scenario, &tenant, &id)?;
            user.mail = name(&mail).filter(|mail| *mail != user.user_principal_name);
        }
        Edit::SetUserType { tenant, user: id, user_type } => {
            user(scenario, &tenant, &id)?.user_type = user_type;
        }
        Edit::AddGroup { tenant, name: new } => {
            let display_name = name(&new)?;
            let directory = directory(scenario, &tenant)?;
            let id = new_id("a2000000", |id| directory.group(id).is_some());
            directory.groups.push(Group::empty(id, display_name));
        }
        Edit::RenameGroup { tenant, group, name: new } => {
            let groups = &mut directory(scenario, &tenant)?.groups;
            groups.find_mut(|other| other.id == group)?.display_name = name(&new)?;
        }
        Edit::SetMayHaveOthers { tenant, group, may } => {
            let groups = &mut directory(scenario, &tenant)?.groups;
            groups.find_mut(|other| other.id == group)?.set_may_have_others(may);
        }
        Edit::RemoveGroup { tenant, group } => {
            directory(scenario, &tenant)?.groups.retain(|other| other.id != group);
        }
        Edit::SetMember { tenant, group, user, member } => {
            let groups = &mut directory(scenario, &tenant)?.groups;
            let members = &mut groups.find_mut(|other| other.id == group)?.members;
            match (member, members.contains(&user)) {
                (true, false) => members.push(user),
                (false, true) => members.retain(|other| *other != user),
                _ => {}
            }
        }
        Edit::AddApplication { tenant, name: new, kind } => {
            let display_name = name(&new)?;
            let directory = directory(scenario, &tenant)?;
            let app_id = new_id("a3000000", |id| directory.application(id).is_some());
            directory.applications.push(Application { app_id, display_name, kind, rest: Rest::new() });
        }
        Edit::RenameApplication { tenant, application, name: new } => {
            app(scenario, &tenant, &application)?.display_name = name(&new)?;
        }
        Edit::SetApplicationKind { tenant, application, kind } => {
            app(scenario, &tenant, &application)?.kind = kind;
        }
        Edit::RemoveApplication { tenant, application } => {
            directory(scenario, &tenant)?.applications.retain(|other| other.app_id != application);
        }
        _ => return None,
    }
    Some(())
}

fn directory<'a>(scenario: &'a mut Scenario, tenant: &Id) -> Option<&'a mut Directory> {
    scenario.tenant_mut(tenant).map(|tenant| tenant.directory.edit())
}

fn user<'a>(scenario: &'a mut Scenario, tenant: &Id, id: &Id) -> Option<&'a mut User> {
    let directory = &mut scenario.tenant_mut(tenant)?.directory;
    let at = directory.position_of_user(id)?;
    directory.edit().users.get_mut(at)
}

/// The session of a user, or of everyone the directory does not list.
fn session<'a>(scenario: &'a mut Scenario, tenant: &Id, who: Option<Id>) -> Option<&'a mut Session> {
    match who {
        None => Some(&mut directory(scenario, tenant)?.any_other_user),
        Some(id) => Some(&mut user(scenario, tenant, &id)?.session),
    }
}

fn app<'a>(scenario: &'a mut Scenario, tenant: &Id, id: &Id) -> Option<&'a mut Application> {
    let directory = &mut scenario.tenant_mut(tenant)?.directory;
    let at = directory.position_of_application(id)?;
    directory.edit().applications.get_mut(at)
}

/// A sign-in name from a person's name: its ASCII letters and digits, words joined by dots.
fn sign_in_name(name: &str, domain: &str) -> String {
    let plain = |word: &str| -> String {
        word.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let words: Vec<String> = name.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { String::new() } else { format!("{}@{domain}", words.join(".")) }
}
