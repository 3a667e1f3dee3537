//! Two tenants that nobody knows anything of yet, for files to be read into.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec;

use entente_policy::graph::{CrossTenantAccessPolicy, Rest};
use entente_policy::{AppKind, Application, Directory, Id, Scenario, Tenant};

/// A tenant as somebody calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The organization's name.
    pub name: String,
    /// The tenant id.
    pub id: Id,
}

impl Named {
    /// Reads `Contoso=c0000000-…`, a name, or an id.
    pub fn of(text: &str) -> Self {
        match text.split_once('=') {
            Some((name, id)) => Named { name: name.trim().to_string(), id: Id::from(id.trim()) },
            None => Named { name: text.trim().to_string(), id: Id::from(text.trim()) },
        }
    }
}

/// The applications by which most people meet another tenant.
const APPLICATIONS: [(&str, &str); 2] = [
    ("cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "Teams shared channel"),
    ("00000003-0000-0ff1-ce00-000000000000", "SharePoint Online"),
];

/// A scenario of two tenants with empty directories, of whose settings nobody has seen any.
pub fn pair(one: &Named, other: &Named) -> Scenario {
    let tenants = vec![Arc::new(tenant(one)), Arc::new(tenant(other))];
    let title = alloc::format!("{} and {}", one.name, other.name);
    Scenario { title, tenants, ..Scenario::default() }
}

fn tenant(named: &Named) -> Tenant {
    let applications = APPLICATIONS.map(|(id, name)| Application {
        app_id: Id::from(id),
        display_name: name.into(),
        kind: AppKind::Office365,
        rest: Rest::new(),
    });
    let directory = Directory { applications: applications.into_iter().collect(), ..Directory::default() };
    Tenant {
        display_name: named.name.clone(),
        directory: directory.into(),
        cross_tenant_access_policy: CrossTenantAccessPolicy::unseen(),
        ..Tenant::untouched(named.id.clone())
    }
}
