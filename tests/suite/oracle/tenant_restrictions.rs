//! Tenant restrictions. Tables: the pages about tenant restrictions and universal tenant restrictions.

use entente_policy::{AppKind, Carrier, Id, Property, Subject};

use super::access;
use super::question::Question;
use super::says::Says;

/// Who signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Account {
    /// One's own account on one's own network or device.
    Owners,
    /// An account of another tenant.
    Foreign,
    /// Nobody.
    Nobody,
}

/// Where the application is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// At the owner of the network or device.
    Owner,
    /// Where the account is from.
    Home,
    /// Elsewhere.
    Third,
}

/// What decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decides {
    /// Not tenant restrictions.
    Nothing,
    /// What the owner has set about the tenant of the application, which is the account's as well.
    Resource,
    /// What the owner has set about the account's tenant, or about the application's: the pages do not say.
    HomeOrResource,
    /// What looks for the signal at the application itself, and refuses if the owner's default blocks.
    DataPlane,
}

/// Whether a carrier's signal is looked for at the applications themselves (the data plane), beside the sign-in.
/// The pages on Global Secure Access have changed.
const DATA_PLANE: [(Carrier, Says); 3] = [
    (Carrier::Proxy, Says::No),
    (Carrier::WindowsDevicePolicy, Says::Yes),
    (Carrier::GlobalSecureAccess, Says::Unclear),
];

const TABLE: [(Account, At, Decides); 9] = {
    use Account::{Foreign, Nobody, Owners};
    use At::{Home, Owner, Third};
    [
        (Owners, Owner, Decides::Nothing),
        (Owners, Home, Decides::Nothing),
        // What its own accounts reach elsewhere is for outbound settings.
        (Owners, Third, Decides::Nothing),
        (Foreign, Owner, Decides::Nothing),
        (Foreign, Home, Decides::Resource),
        (Foreign, Third, Decides::HomeOrResource),
        (Nobody, Owner, Decides::Nothing),
        (Nobody, Home, Decides::DataPlane),
        (Nobody, Third, Decides::DataPlane),
    ]
};

pub(super) fn says(question: &Question<'_>) -> Says {
    let Some(signal) = question.signal() else { return Says::Yes };
    let (home, resource, owner) = (&question.home.id, &question.resource.id, &signal.policy_owner);
    let account = match &question.request.user {
        Subject::Anonymous => Account::Nobody,
        _ if home == owner => Account::Owners,
        _ => Account::Foreign,
    };
    let at = if resource == owner {
        At::Owner
    } else if resource == home {
        At::Home
    } else {
        At::Third
    };
    let decides = TABLE.iter().find(|row| (row.0, row.1) == (account, at)).expect("the table is complete").2;
    if decides == Decides::Nothing {
        return Says::Yes;
    }
    let (_, data_plane) =
        DATA_PLANE.iter().find(|(carrier, _)| *carrier == signal.carrier).expect("the table is complete");
    // At the data plane, the applications of Office 365 look for it.
    let data_plane = if question.kind() == AppKind::Office365 { *data_plane } else { Says::No };
    if decides == Decides::DataPlane && data_plane == Says::No {
        return Says::Yes;
    }
    let Some(owner) = question.scenario.tenants.iter().find(|tenant| tenant.id == *owner) else {
        return Says::Depends;
    };
    let about = |other: &Id| access::setting(question, owner, other, Property::TenantRestrictions);
    let at_the_data_plane = |refuses: Says| match data_plane {
        Says::No => Says::Yes,
        Says::Unclear => Says::read([Says::Yes, refuses]),
        _ => refuses,
    };
    // Across clouds nothing is restricted at the sign-in, and all is refused at the data plane.
    if owner.cloud != question.resource.cloud {
        return at_the_data_plane(Says::No);
    }
    match decides {
        Decides::Nothing => Says::Yes,
        Decides::Resource => about(resource),
        Decides::HomeOrResource => Says::read([about(home), about(resource)]),
        // Whether settings about the organization count as well no page says.
        Decides::DataPlane => at_the_data_plane(Says::read([about(&Id::from("no tenant")), about(resource)])),
    }
}
