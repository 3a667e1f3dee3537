//! The words of the gate “Tenant restrictions”.

use alloc::format;
use alloc::string::String;

use entente_policy::gates::tenant_restrictions::{Reason, Statement};
use entente_policy::{Carrier, Gate, Id, Request, Subject, TenantRestrictionsSignal};

use super::Case;
use crate::names::capital;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Tenant restrictions".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Restrictions"
}

impl Narrator<'_> {
    /// The signal of tenant restrictions that a request carries: its own, or the session's.
    fn signal<'s>(&'s self, request: &'s Request) -> Option<&'s TenantRestrictionsSignal> {
        let directory = || self.find_tenant(&request.home).map(|tenant| &*tenant.directory);
        let session = match &request.user {
            Subject::Anonymous | Subject::ServicePrincipal => None,
            Subject::AnyOther => directory().map(|directory| &directory.any_other_user),
            Subject::User(id) => directory()
                .map(|directory| directory.user(id).map_or(&directory.any_other_user, |user| &user.session)),
        };
        request.signal.as_ref().or_else(|| session.and_then(|session| session.tenant_restrictions.as_ref()))
    }
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let request = case.request();
    let owner_id = case.narrator.signal(request).map(|signal| &signal.policy_owner);
    let owner = owner_id.map_or_else(|| "the policy owner".into(), |owner| case.narrator.tenant(owner));
    let (home, resource) = (case.home(), case.resource());
    let user = capital(&case.user());
    let application = case.application();
    let anonymous = request.user == Subject::Anonymous;
    let apart = || {
        let cloud = |tenant: &Id| case.narrator.cloud(tenant);
        Text::new()
            .strong(capital(&owner))
            .and(format!(" is in {} and ", owner_id.map_or("another cloud", cloud)))
            .strong(&resource)
            .and(format!(" in {}. ", cloud(&request.resource)))
    };
    match reason {
        Reason::NoSignal => "No tenant restrictions meet this device or network.".into(),
        Reason::OwnResource => Text::new()
            .strong(capital(&application))
            .and(format!(" is {owner}’s own. {owner}’s tenant restrictions are for the applications of others.")),
        Reason::OwnAccount if request.user == Subject::ServicePrincipal => Text::new().and(format!(
            "{user} is {owner}’s own. Tenant restrictions leave that to {owner}’s other settings."
        )),
        Reason::OwnAccount => Text::new().and(format!(
            "{user} comes with an account of {owner}. Tenant restrictions leave that to {owner}’s outbound settings."
        )),
        Reason::PersonalGuest => Text::new().and(format!(
            "{user} comes as a guest with a personal account. Tenant restrictions do not stop that, even where they block personal accounts."
        )),
        Reason::AuthenticationPlaneOnly => Text::new().and(format!(
            "Nobody signs in here, and {owner}’s proxy puts the signal on sign-ins alone."
        )),
        Reason::NotOnDataPlane => Text::from("Nobody signs in here, and ")
            .strong(application)
            .and(" does not look for the signal of tenant restrictions by itself."),
        Reason::OtherCloud => apart().and("Tenant restrictions do not stop a sign-in to another cloud."),
        Reason::OtherCloudRefused => apart().and(
            "Office 365 refuses requests that carry tenant restrictions from another cloud, whatever these say.",
        ),
        Reason::PolicyUnknown => Text::from("The request carries the signal of ")
            .strong(owner)
            .and(", which this scenario does not hold. Its tenant restrictions decide."),
        Reason::EntryNotDocumented if anonymous => Text::new().and(format!(
            "Nobody signs in here. Whether {owner}’s tenant restrictions for {resource} count then, or its default, is not documented."
        )),
        Reason::EntryNotDocumented => Text::new().and(format!(
            "The account is of {home} and the application of {resource}. About which of the two {owner}’s tenant restrictions are asked is not documented."
        )),
        Reason::DataPlaneContradictory => Text::new().and(format!(
            "{} carries the signal by Global Secure Access. Whether ",
            capital(&owner)
        ))
        .strong(application)
        .and(" looks for it by itself is told in two ways."),
        Reason::EntryForHome
        | Reason::EntryForResource
        | Reason::DefaultForNobody
        | Reason::DataPlaneOfGraph
        | Reason::DataPlaneOfOffice => reading(reason).into(),
    }
}

pub(super) fn deed(_: &Case<'_>, reason: Reason) -> Text {
    match reason {
        Reason::OtherCloudRefused => "take its tenant restrictions off the device".into(),
        _ => "look at the tenant restrictions".into(),
    }
}

pub(super) fn prompt(_: &Case<'_>, _: Reason) -> Option<String> {
    None
}

pub(super) fn word(_: Reason) -> Option<&'static str> {
    None
}

pub(super) fn reading(reading: Reason) -> &'static str {
    match reading {
        Reason::EntryForHome => "The settings about the account’s tenant count",
        Reason::EntryForResource => "The settings about the application’s tenant count",
        Reason::DefaultForNobody => "The default counts for whoever does not sign in",
        Reason::DataPlaneOfGraph => "Microsoft Graph alone looks for the signal",
        Reason::DataPlaneOfOffice => "Office 365 looks for the signal as well",
        _ => "",
    }
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::Signal => "Tenant restrictions are enforced only on requests that carry their signal.",
        Statement::OwnTenant => {
            "Members and guests who reach for the tenant that owns the policy are not restricted by it."
        }
        Statement::OwnMembers => {
            "Tenant restrictions are not applied to the tenant’s own members: inbound and outbound settings are."
        }
        Statement::ExternalAccounts => {
            "Tenant restrictions control external accounts in external applications: by the settings about the organization, or else by the default."
        }
        Statement::PersonalAccounts => {
            "Personal accounts are restricted as an organization of their own, by application. As guests of others they are not stopped."
        }
        Statement::AnonymousAccess => {
            "Windows devices keep people from external meetings and links without signing in; a proxy does not, as nobody signs in there."
        }
        Statement::UniversalDataPlane => {
            "One revision of the page protects only Microsoft Graph beside signing in, another more of Microsoft 365."
        }
        Statement::AcrossClouds => {
            "Across clouds tenant restrictions do not stop signing in; what Windows devices protect beside that is refused."
        }
    }
}

/// The code is the carrier’s word, and the tenant the policy owner.
pub(super) fn condition(
    narrator: &Narrator<'_>,
    code: &str,
    about: Option<&Id>,
    answer: bool,
) -> Option<String> {
    let owner = narrator.tenants(about?);
    let carriers = [
        (Carrier::Proxy, format!("on {owner} network")),
        (Carrier::WindowsDevicePolicy, format!("on {owner} device")),
        (Carrier::GlobalSecureAccess, format!("through {owner} Global Secure Access")),
    ];
    let (_, words) = carriers.into_iter().find(|(carrier, _)| carrier.as_str() == code)?;
    answer.then_some(words)
}
