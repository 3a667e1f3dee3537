//! The words of the gate “Microsoft cloud”.

use alloc::format;
use alloc::string::String;

use entente_policy::gates::cloud::{Reason, Statement};
use entente_policy::{Cloud, Gate, Id, Request};

use super::Case;
use crate::{Narrator, Text};

pub(super) fn name(_: &Narrator<'_>, _: Gate, _: &Request) -> String {
    "Microsoft cloud".into()
}

pub(super) fn short(_: Gate) -> &'static str {
    "Cloud"
}

impl Narrator<'_> {
    /// The cloud that a tenant is in, as the settings for other clouds call it.
    pub(crate) fn cloud(&self, tenant: &Id) -> &'static str {
        match self.find_tenant(tenant).map(|tenant| tenant.cloud).unwrap_or_default() {
            Cloud::Commercial => "the commercial cloud",
            Cloud::UsGovernment => "Azure Government",
            Cloud::China => "Azure operated by 21Vianet",
        }
    }
}

/// "Contoso is in the commercial cloud and Fabrikam in Azure Government. "
fn apart(case: &Case<'_>) -> Text {
    let (home, resource) = (&case.request().home, &case.request().resource);
    Text::new()
        .strong(case.home())
        .and(format!(" is in {} and ", case.narrator.cloud(home)))
        .strong(case.resource())
        .and(format!(" in {}. ", case.narrator.cloud(resource)))
}

pub(super) fn why(case: &Case<'_>, reason: Reason) -> Text {
    let request = case.request();
    let not_enabled = |tenant: &Id, other: &Id| {
        apart(case)
            .strong(case.narrator.tenant(tenant))
            .and(format!(" has not enabled {} in its Microsoft cloud settings.", case.narrator.cloud(other)))
    };
    let not_added = |tenant: &Id, other: &Id| {
        let other = case.narrator.tenant(other);
        apart(case).strong(case.narrator.tenant(tenant)).and(format!(
            " has no organizational settings for {other}. Across clouds the default counts only for tenants that are added."
        ))
    };
    match reason {
        Reason::SameCloud => "Both tenants are in the same Microsoft cloud.".into(),
        Reason::BothPrepared => {
            apart(case).and("Both have enabled the other’s cloud and added the other tenant.")
        }
        Reason::HomeCloudNotEnabled => not_enabled(&request.home, &request.resource),
        Reason::HomeTenantNotAdded => not_added(&request.home, &request.resource),
        Reason::ResourceCloudNotEnabled => not_enabled(&request.resource, &request.home),
        Reason::ResourceTenantNotAdded => not_added(&request.resource, &request.home),
        Reason::NoDirectConnect => {
            apart(case).and("B2B direct connect does not work between Microsoft clouds.")
        }
        Reason::PairNotSupported => {
            apart(case).and("Only the commercial cloud collaborates with another Microsoft cloud.")
        }
    }
}

pub(super) fn deed(case: &Case<'_>, reason: Reason) -> Text {
    let request = case.request();
    let enable = |other: &Id| {
        Text::from("enable ").strong(case.narrator.cloud(other)).and(" in the Microsoft cloud settings")
    };
    let add = |other: &Id| {
        Text::from("add ")
            .strong(case.narrator.tenant(other))
            .and(" by its tenant id to the organizational settings")
    };
    match reason {
        Reason::HomeCloudNotEnabled => enable(&request.resource),
        Reason::HomeTenantNotAdded => add(&request.resource),
        Reason::ResourceCloudNotEnabled => enable(&request.home),
        Reason::ResourceTenantNotAdded => add(&request.home),
        Reason::NoDirectConnect => {
            Text::from("To share it, invite ").and(case.user()).and(" as a guest by B2B collaboration")
        }
        Reason::PairNotSupported => {
            Text::from("To share it, give ").and(case.user()).and(" an account of ").and(case.resource())
        }
        Reason::SameCloud | Reason::BothPrepared => "look at this setting".into(),
    }
}

pub(super) fn prompt(_: &Case<'_>, _: Reason) -> Option<String> {
    None
}

pub(super) fn word(_: Reason) -> Option<&'static str> {
    None
}

pub(super) fn reading(_: Reason) -> &'static str {
    ""
}

pub(super) fn says(statement: Statement) -> &'static str {
    match statement {
        Statement::CloudSettings => "How organizations in different Microsoft clouds collaborate.",
        Statement::BothEnableAndAdd => {
            "Across clouds both organizations enable the other’s cloud, and add the other organization by its tenant id."
        }
        Statement::BlockedUntilAdded => {
            "Once another cloud is enabled, collaboration with its organizations stays blocked until they are added; then the default settings count for them."
        }
        Statement::CloudNotAllowed => {
            "The error that a sign-in ends with when the person’s own tenant has not enabled the other cloud."
        }
        Statement::DirectConnectWithinCloud => "Direct connect is not supported between Microsoft clouds.",
        Statement::CloudPairs => {
            "The commercial cloud collaborates with Azure Government and with Azure operated by 21Vianet; no other pair is named."
        }
    }
}

pub(super) fn condition(_: &Narrator<'_>, _: &str, _: Option<&Id>, _: bool) -> Option<String> {
    None
}
