//! `regorus`: a compiled Rego policy run by its virtual machine, one query a pair or one a row.

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine, Value};
use serde_json::json;

use crate::workload::{Workload, mix};

/// A policy with its data.
pub struct Regorus {
    vm: RegoVM,
    users: Vec<String>,
    applications: Vec<String>,
    step: usize,
    is_row: bool,
}

const RULES: &str = r#"
package entente

named(side) if data.lists[side].users[input.user]
named(side) if {
    some group in data.member[input.user]
    data.lists[side].groups[group]
}
"#;

const BLOCKED: &str = r#"
refused contains app if { named("outbound"); some app, _ in data.lists.outbound.applications }
refused contains app if { named("inbound"); some app, _ in data.lists.inbound.applications }

stopped if { data.lists.outbound.applications[input.application]; named("outbound") }
stopped if { data.lists.inbound.applications[input.application]; named("inbound") }

allow if not stopped
row := {app | some app in data.applications; not refused[app]}
"#;

const ALLOWED: &str = r#"
let_out if { named("outbound"); named("inbound") }

both(app) if { data.lists.outbound.applications[app]; data.lists.inbound.applications[app] }

allow if { both(input.application); let_out }
row := {app | let_out; some app, _ in data.lists.outbound.applications; both(app)}
"#;

impl Regorus {
    /// Reads the workload, with every `step`th user.
    pub fn new(workload: &Workload, step: usize, is_row: bool) -> Self {
        let people = workload.people();
        let memberships = workload.memberships();
        let users: Vec<String> = people.users.iter().map(|user| user.id.to_string()).collect();
        let groups: Vec<String> = people.groups.iter().map(|group| group.id.to_string()).collect();
        let apps = &workload.applications().applications;
        let applications: Vec<String> = apps.iter().map(|app| app.app_id.to_string()).collect();
        let set = |ids: &[String], named: &[usize]| -> serde_json::Value {
            named.iter().map(|at| (ids[*at].clone(), true.into())).collect::<serde_json::Map<_, _>>().into()
        };
        let list = |side: usize| {
            let flat = &workload.settings[side];
            json!({
                "users": set(&users, &flat.users),
                "groups": set(&groups, &flat.groups),
                "applications": set(&applications, &flat.applications),
            })
        };
        let member: serde_json::Map<String, serde_json::Value> = (0..users.len())
            .step_by(step)
            .map(|at| {
                let its: Vec<&String> =
                    memberships[at].iter().map(|group| &groups[*group as usize]).collect();
                (users[at].clone(), json!(its))
            })
            .collect();
        let data = json!({
            "member": member,
            "applications": applications,
            "lists": { "outbound": list(0), "inbound": list(1) },
        });
        let rules = if workload.settings[0].blocks { BLOCKED } else { ALLOWED };
        let data = Value::from_json_str(&data.to_string()).unwrap();
        let mut engine = Engine::new();
        engine.add_policy("entente.rego".into(), format!("{RULES}{rules}")).unwrap();
        engine.add_data(data.clone()).unwrap();
        let entry = if is_row { "data.entente.row" } else { "data.entente.allow" };
        let policy = engine.compile_with_entrypoint(&entry.into()).unwrap();
        let program = Compiler::compile_from_policy(&policy, &[entry]).unwrap();
        let mut vm = RegoVM::new();
        vm.load_program(program);
        vm.set_data(data).unwrap();
        Regorus { vm, users, applications, step, is_row }
    }

    /// Asks. The checksum of the answers.
    pub fn answer(&mut self) -> u32 {
        let texts: Vec<Value> = self.applications.iter().map(|app| Value::from(app.as_str())).collect();
        let input = |pairs: Vec<(Value, Value)>| {
            Value::from(pairs.into_iter().collect::<std::collections::BTreeMap<_, _>>())
        };
        let mut sum = 0;
        for user in (0..self.users.len()).step_by(self.step) {
            let it = (Value::from("user"), Value::from(self.users[user].as_str()));
            if self.is_row {
                self.vm.set_input(input(vec![it]));
                let row = self.vm.execute().unwrap();
                let row = row.as_set().unwrap();
                for (app, text) in texts.iter().enumerate() {
                    sum = mix(sum, user * texts.len() + app, row.contains(text));
                }
            } else {
                for (app, text) in texts.iter().enumerate() {
                    self.vm.set_input(input(vec![it.clone(), (Value::from("application"), text.clone())]));
                    let is_allowed = self.vm.execute().unwrap() == Value::from(true);
                    sum = mix(sum, user * texts.len() + app, is_allowed);
                }
            }
        }
        sum
    }
}
