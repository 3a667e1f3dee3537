//! What was changed, for each tenant, as requests to Microsoft Graph: what an administrator takes away.
//!
//! [`changes`] compares two states of a scenario. What differs is either carried out by an [`Operation`], or by a
//! [`Command`] of another module of PowerShell, or there is a [`Remark`] that says what is to be done about it and
//! where. Nothing that differs is passed over, and nothing else is touched.
//!
//! An operation is a request as the reference of Microsoft Graph documents it, and they are in the order in which they
//! can be sent: an organization is added before it is changed, and its synchronization goes before it does. A PATCH
//! holds every changed property as a whole, both halves of a setting included, with null for what was there before:
//! it comes to the same whether Graph replaces what is nested or merges it.
//!
//! Everything else here spells these, see [`Spelling`].

mod collaboration;
mod conditional_access;
mod cross_tenant;
mod difference;
mod elsewhere;
mod layer;
pub(crate) mod refused;
mod remark;
mod request;
mod spelling;
mod teams;
mod whole;

use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Cloud, Id, Scenario, Tenant};

pub use self::difference::same;
pub use self::remark::{Matter, Remark};
pub use self::request::{Command, Method, Operation, Part, Version};
pub use self::spelling::{LeftOut, Spelled, Spelling};

/// What was changed in one tenant.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The tenant.
    pub tenant: Id,
    /// Its name.
    pub display_name: String,
    /// The Microsoft cloud it lives in, which decides the address of Graph.
    pub cloud: Cloud,
    /// Requests to Microsoft Graph, in the order in which they are to be sent.
    pub operations: Vec<Operation>,
    /// Commands for what Microsoft Graph does not set.
    pub commands: Vec<Command>,
    /// What is not carried out by any of these, and what to know about what is.
    pub remarks: Vec<Remark>,
}

impl Changes {
    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.operations.is_empty() && self.commands.is_empty() && self.remarks.is_empty()
    }

    /// Whether something was changed that none of the requests and commands carries out.
    pub fn leaves_something(&self) -> bool {
        self.remarks.iter().any(|remark| !remark.is_carried_out())
    }

    /// The request that holds what a remark is about, if one does: it is the one to be put right before it is sent.
    pub fn request_of(&self, remark: &Remark) -> Option<&Operation> {
        let holds = |operation: &&Operation| {
            remark.settings.iter().any(|setting| operation.settings.contains(setting))
        };
        self.operations.iter().find(holds)
    }

    /// The addresses of everything that was changed, as [`SettingPath`](entente_policy::SettingPath) writes them.
    /// Properties that have no such path have an address made in the same way.
    pub fn settings(&self) -> impl Iterator<Item = &str> {
        let operations = self.operations.iter().flat_map(|operation| &operation.settings);
        let commands = self.commands.iter().flat_map(|command| &command.settings);
        let remarks = self.remarks.iter().flat_map(|remark| &remark.settings);
        operations.chain(commands).chain(remarks).map(String::as_str)
    }
}

/// What was changed between two states of a scenario, for each tenant of the later one, in its order.
///
/// A tenant that the earlier state does not hold is compared with one that nobody has configured. A tenant that the
/// later state does not hold has nothing changed.
pub fn changes(before: &Scenario, after: &Scenario) -> Vec<Changes> {
    after.tenants.iter().map(|tenant| tenant_changes(before, after, tenant)).collect()
}

fn tenant_changes(before: &Scenario, after: &Scenario, tenant: &Tenant) -> Changes {
    let mut book = Book::of(after, tenant);
    let untouched;
    let earlier = match before.tenant(&tenant.id) {
        Some(earlier) => earlier.as_ref(),
        None => {
            untouched = Tenant {
                display_name: tenant.display_name.clone(),
                domains: tenant.domains.clone(),
                cloud: tenant.cloud,
                ..Tenant::untouched(tenant.id.clone())
            };
            &untouched
        }
    };
    cross_tenant::write(&mut book, earlier);
    conditional_access::write(&mut book, earlier);
    collaboration::write(&mut book, earlier);
    teams::write(&mut book, earlier);
    elsewhere::write(&mut book, earlier);
    book.changes
}

/// The changes of one tenant while they are written down.
struct Book<'a> {
    scenario: &'a Scenario,
    tenant: &'a Tenant,
    changes: Changes,
}

impl<'a> Book<'a> {
    fn of(scenario: &'a Scenario, tenant: &'a Tenant) -> Self {
        let changes = Changes {
            tenant: tenant.id.clone(),
            display_name: tenant.display_name.clone(),
            cloud: tenant.cloud,
            operations: Vec::new(),
            commands: Vec::new(),
            remarks: Vec::new(),
        };
        Book { scenario, tenant, changes }
    }

    /// The address of a setting of this tenant.
    fn address(&self, within: &str) -> String {
        alloc::format!("{}/{within}", self.tenant.id)
    }

    /// What the scenario calls a tenant.
    fn name(&self, tenant: &Id) -> String {
        let known = self.scenario.tenant(tenant).filter(|tenant| !tenant.display_name.is_empty());
        known.map_or_else(|| tenant.as_str().into(), |tenant| tenant.display_name.clone())
    }

    fn send(&mut self, operation: Operation) {
        self.changes.operations.push(operation);
    }

    fn run(&mut self, command: Command) {
        self.changes.commands.push(command);
    }

    /// Notes something about settings, unless there are none.
    fn remark(&mut self, matter: Matter, settings: Vec<String>) {
        if !settings.is_empty() {
            self.changes.remarks.push(Remark { matter, settings });
        }
    }
}
