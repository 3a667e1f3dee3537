//! Targets that do not say what they are: what a directory that has been imported knows by that id, they are.

use alloc::sync::Arc;

use entente_policy::graph::{Settings, TargetConfiguration, TargetType};
use entente_policy::{Id, Property, Scenario};

/// The type of a target of which nobody has said it. What it decides is open.
pub(super) const NOT_SAID: &str = "";

/// Gives the targets of users and groups the types that the directories know.
pub(super) fn find(scenario: &mut Scenario) {
    let tenants = scenario.tenants.clone();
    let known = |id: &Id| {
        let has = |has: &dyn Fn(&entente_policy::Directory) -> bool| {
            tenants.iter().any(|tenant| has(&tenant.directory))
        };
        if has(&|directory| directory.user(id).is_some()) {
            Some(TargetType::User)
        } else {
            has(&|directory| directory.group(id).is_some()).then_some(TargetType::Group)
        }
    };
    for tenant in &mut scenario.tenants {
        let policy = &tenant.cross_tenant_access_policy;
        let layers = policy.partners.iter().map(|partner| &partner.settings);
        if !layers.chain([&policy.default.settings]).any(leaves_open) {
            continue;
        }
        let policy = &mut Arc::make_mut(tenant).cross_tenant_access_policy;
        if leaves_open(&policy.default.settings) {
            fill_in(&mut Arc::make_mut(&mut policy.default).settings, &known);
        }
        for partner in policy.partners.iter_mut().filter(|partner| leaves_open(&partner.settings)) {
            fill_in(&mut Arc::make_mut(partner).settings, &known);
        }
    }
}

/// Whether a setting has a target that does not say what it is.
fn leaves_open(settings: &Settings) -> bool {
    let users = |property| settings.b2b(property)?.users_and_groups.as_ref();
    let is_open = |list: &TargetConfiguration| list.targets.iter().any(|target| is_open(&target.target_type));
    Property::ALL.into_iter().filter_map(users).any(is_open)
}

fn is_open(target_type: &TargetType) -> bool {
    matches!(target_type, TargetType::Other(said) if said.as_str() == NOT_SAID)
}

fn fill_in(settings: &mut Settings, known: &impl Fn(&Id) -> Option<TargetType>) {
    for property in Property::ALL {
        let setting = settings.b2b_mut(property).and_then(Option::as_mut);
        let Some(list) = setting.and_then(|setting| setting.users_and_groups.as_mut()) else { continue };
        for target in list.targets.iter_mut().filter(|target| is_open(&target.target_type)) {
            if let Some(target_type) = known(&target.target) {
                target.target_type = target_type;
            }
        }
    }
}
