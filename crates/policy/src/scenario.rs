//! The whole document.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde_json::Value;

use crate::shape::{object, written_but};
use crate::{Id, ScenarioTest, Tenant};

object! {
    /// Two tenants (or more) whose settings meet.
    #[derive(Default)]
    Scenario {
        /// The scenario's name.
        title: String = "title",
        /// What it is about, in a few sentences.
        story: String = "story",
        /// The tenants. The first two stand side by side.
        tenants: Vec<Arc<Tenant>> = "tenants",
        /// What should come out of it: whoever publishes the scenario can have that checked.
        tests: Vec<Arc<ScenarioTest>> = "tests",
    }
}

impl Scenario {
    /// The tenant with this id.
    pub fn tenant(&self, id: &Id) -> Option<&Arc<Tenant>> {
        self.tenants.iter().find(|tenant| tenant.id == *id)
    }

    /// The tenant with this id, to be changed.
    pub fn tenant_mut(&mut self, id: &Id) -> Option<&mut Tenant> {
        self.tenants.iter_mut().find(|tenant| tenant.id == *id).map(Arc::make_mut)
    }

    /// The document of everything but the directories, which may hold a hundred thousand people.
    pub fn write_without_directories(&self) -> Value {
        let mut document = written_but(self, "tenants");
        let tenants = self.tenants.iter().map(|tenant| Value::Object(written_but(&**tenant, "directory")));
        document.insert("tenants".into(), Value::Array(tenants.collect()));
        Value::Object(document)
    }

    /// The tenant with this id, or, where the scenario does not hold it, one that nobody has configured.
    pub(crate) fn tenant_or_untouched(&self, id: &Id) -> Arc<Tenant> {
        self.tenant(id).cloned().unwrap_or_else(|| Arc::new(Tenant::untouched(id.clone())))
    }
}
