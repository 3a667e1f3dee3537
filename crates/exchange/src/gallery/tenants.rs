//! Contoso and Fabrikam as nobody has configured them yet: what every scenario of the gallery starts from.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use alloc::{format, vec};

use entente_policy::graph::Rest;
use entente_policy::{AppKind, Application, Directory, Group, Id, Scenario, Session, Tenant, User};

/// The id of Contoso.
pub(super) const CONTOSO: &str = "c0000000-0000-4000-8000-000000000001";
/// The id of Fabrikam.
pub(super) const FABRIKAM: &str = "f0000000-0000-4000-8000-000000000001";
/// The id of Fabrikam's group Marketing.
pub(super) const FABRIKAM_MARKETING: &str = "f2000000-0000-4000-8000-000000000001";

/// An application with the same id in every tenant.
const SHARED_CHANNEL: (&str, &str, AppKind) =
    ("cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "Teams shared channel", AppKind::Office365);
const SHARE_POINT: (&str, &str, AppKind) =
    ("00000003-0000-0ff1-ce00-000000000000", "SharePoint Online", AppKind::Office365);

/// The two tenants, with the settings the service ships.
pub(super) fn untouched() -> Scenario {
    let contoso = tenant(
        CONTOSO,
        "Contoso",
        &["Maya Lindqvist", "Tom Becker", "Aisha Rahman", "Jonas Weber", "Chloe Martin", "Diego Santos"],
        &[("Project Aurora", &[1, 2, 3]), ("Engineering", &[2, 4]), ("Marketing", &[5])],
        &[
            SHARED_CHANNEL,
            SHARE_POINT,
            ("c44b4083-3bb0-49c1-b47d-974e53cbdf3c", "Azure portal", AppKind::Microsoft),
            ("c3000000-0000-4000-8000-000000000001", "Payroll", AppKind::LineOfBusiness),
        ],
    );
    let fabrikam = tenant(
        FABRIKAM,
        "Fabrikam",
        &["Ana Ruiz", "Li Wei", "Noor Haddad", "Ben Okafor", "Priya Nair"],
        &[("Marketing", &[1, 2, 3]), ("Sales", &[4])],
        &[
            SHARED_CHANNEL,
            SHARE_POINT,
            ("f3000000-0000-4000-8000-000000000001", "Campaign planner", AppKind::LineOfBusiness),
        ],
    );
    Scenario { tenants: vec![Arc::new(contoso), Arc::new(fabrikam)], ..Scenario::default() }
}

/// A tenant whose people sign in by their first name, and whose members of groups are told by their number.
fn tenant(
    id: &str,
    name: &str,
    people: &[&str],
    groups: &[(&str, &[usize])],
    applications: &[(&str, &str, AppKind)],
) -> Tenant {
    let domain = format!("{}.com", name.to_ascii_lowercase());
    let users = people.iter().enumerate().map(|(at, person)| {
        let first_name = person.split(' ').next().unwrap_or(person).to_ascii_lowercase();
        User {
            id: object(id, 1, at.saturating_add(1)),
            display_name: String::from(*person),
            user_principal_name: format!("{first_name}@{domain}"),
            mail: None,
            user_type: None,
            session: Session::default(),
            rest: Rest::new(),
        }
    });
    let groups = groups.iter().enumerate().map(|(at, (name, members))| Group {
        members: members.iter().map(|number| object(id, 1, *number)).collect(),
        ..Group::empty(object(id, 2, at.saturating_add(1)), String::from(*name))
    });
    let applications = applications.iter().map(|(id, name, kind)| Application {
        app_id: Id::from(*id),
        display_name: String::from(*name),
        kind: *kind,
        rest: Rest::new(),
    });
    let directory = Directory {
        users: users.collect(),
        groups: groups.collect(),
        applications: applications.collect(),
        ..Directory::default()
    };
    Tenant {
        display_name: String::from(name),
        directory: directory.into(),
        domains: Vec::from([domain]),
        ..Tenant::untouched(Id::from(id))
    }
}

/// The id of an object of a tenant: it begins as the tenant's, then tells what it is (1 a user, 2 a group), and
/// ends with a number.
fn object(tenant: &str, what: usize, number: usize) -> Id {
    let initial = tenant.chars().next().unwrap_or('0');
    Id::from(format!("{initial}{what}000000-0000-4000-8000-{number:012}"))
}
