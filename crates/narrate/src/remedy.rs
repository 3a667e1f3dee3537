//! Who has to do what for a refusal to turn.

use alloc::format;
use alloc::string::String;

use entente_policy::{Actor, Decision, GateResult, Ground};

use crate::gates::{Case, administrator};
use crate::{Narrator, Text};

impl Narrator<'_> {
    /// Who has to act, in a few words, over all gates.
    pub fn who_acts(&self, decision: &Decision) -> String {
        let request = &decision.request;
        let actors = decision.actors();
        let has = |actor| actors.contains(&actor);
        if has(Actor::Nobody) {
            return "No setting can open this".into();
        }
        match (has(Actor::HomeAdministrator), has(Actor::ResourceAdministrator)) {
            (true, true) => "Both administrators have to act".into(),
            (true, false) => format!("{} administrator has to act", self.tenants(&request.home)),
            (false, true) => format!("{} administrator has to act", self.tenants(&request.resource)),
            (false, false) if has(Actor::NetworkAdministrator) => {
                "The device’s or network’s administrator has to act".into()
            }
            (false, false) if has(Actor::Inviter) => {
                format!("Somebody of {} has to send an invitation", self.tenant(&request.resource))
            }
            (false, false) if has(Actor::Person) => {
                format!("{} can do it", self.user(&request.home, &request.user))
            }
            (false, false) => "Nobody has to act".into(),
        }
    }

    /// What has to be done about a ground that refuses; nothing for one that does not.
    pub fn remedy(&self, decision: &Decision, gate: &GateResult, ground: &Ground) -> Option<Text> {
        let request = &decision.request;
        let actor = ground.actor?;
        let administrator = administrator(ground.reason);
        let who = match actor {
            Actor::HomeAdministrator => {
                Text::new().strong(self.tenants(&request.home)).and(format!(" {administrator} has to "))
            }
            Actor::ResourceAdministrator => {
                Text::new().strong(self.tenants(&request.resource)).and(format!(" {administrator} has to "))
            }
            Actor::NetworkAdministrator => {
                let owner = ground.settings.first().map(|path| self.tenants(path.tenant()));
                let owner = owner.unwrap_or_else(|| "The network’s".into());
                Text::new().strong(owner).and(" administrator has to ")
            }
            Actor::Inviter => Text::from("Somebody of ")
                .strong(self.tenant(&request.resource))
                .and(" who may invite has to "),
            Actor::Person => Text::new().strong(self.user(&request.home, &request.user)).and(" has to "),
            // No setting helps: the deed says what does.
            Actor::Nobody => Text::new(),
        };
        let case = Case { narrator: self, decision, gate, ground };
        Some(who.then(self.deed(&case)).and("."))
    }
}
