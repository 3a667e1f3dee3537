//! Who has to do what for a refusal to turn.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Actor, Decision, GateResult, Ground, Note, Reason, Request, Subject};

use crate::reason::side;
use crate::verdict::feature;
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
        match (has(Actor::HomeAdministrator), has(Actor::ResourceAdministrator), has(Actor::Person)) {
            (true, true, _) => "Both administrators have to act".into(),
            (true, false, _) => format!("{} administrator has to act", self.tenants(&request.home)),
            (false, true, _) => format!("{} administrator has to act", self.tenants(&request.resource)),
            (false, false, true) => format!("{} can do it", self.user(&request.home, &request.user)),
            (false, false, false) => "Nobody has to act".into(),
        }
    }

    /// What has to be done about a ground that refuses; nothing for one that does not.
    pub fn remedy(&self, decision: &Decision, gate: &GateResult, ground: &Ground) -> Option<Text> {
        let request = &decision.request;
        let actor = ground.actor?;
        let who = match actor {
            Actor::HomeAdministrator => {
                Text::new().strong(self.tenants(&request.home)).and(" administrator has to ")
            }
            Actor::ResourceAdministrator => {
                Text::new().strong(self.tenants(&request.resource)).and(" administrator has to ")
            }
            Actor::Person => Text::new().strong(self.user(&request.home, &request.user)).and(" has to "),
            Actor::Nobody => {
                return Some(
                    Text::from("To share it, invite ")
                        .and(self.user(&request.home, &request.user))
                        .and(" as a guest by B2B collaboration."),
                );
            }
        };
        Some(who.then(self.deed(request, gate, ground)).and("."))
    }

    fn deed(&self, request: &Request, gate: &GateResult, ground: &Ground) -> Text {
        let side = side(gate.gate, request);
        let home = self.tenant(&request.home);
        let other = self.tenant(side.other);
        let user = self.user(&request.home, &request.user);
        let application = self.application(&request.resource, &request.application);
        let text = Text::new();
        match ground.reason {
            Reason::EveryoneBlocked => text.and(match ground.source {
                Some(entente_policy::Source::Organizational) => {
                    format!("change the settings for {other} to allow {}", feature(request.feature))
                }
                _ => format!("allow it for {other}"),
            }),
            Reason::UserNotListed => match self.foreign_group(ground) {
                Some(name) => text
                    .and(format!("replace the id of {name} by the object id that the group has in {home}")),
                None => text.and("add ").then(self.user_or_groups(request)).and(" to the list of who is allowed"),
            },
            Reason::ApplicationNotListed => {
                text.and("add ").strong(application).and(" to the list of applications that are open")
            }
            Reason::UserBlocked => text
                .and(format!("take whatever names {user} off the list of who is blocked, or allow others instead")),
            Reason::ApplicationBlocked => {
                text.and("take ").strong(application).and(" off the list of applications that are blocked")
            }
            Reason::PairBlocked => {
                text.and(format!("take either {user} or {application} off the lists of what is blocked"))
            }
            Reason::MfaNotTrusted | Reason::StrengthNotTrusted => {
                text.and(format!("accept multifactor authentication from {home} in the trust settings"))
            }
            Reason::CompliantDeviceNotTrusted => text.and(format!(
                "accept compliant devices from {home} in the trust settings, or leave external users out of the policy"
            )),
            Reason::HybridJoinedDeviceNotTrusted => text.and(format!(
                "accept hybrid joined devices from {home} in the trust settings, or leave external users out of the policy"
            )),
            Reason::MfaNotDoneAtHome => {
                text.and(format!("sign in to {home} with multifactor authentication first"))
            }
            Reason::CompliantDeviceMissing => {
                text.and(format!("sign in from a device that {home} finds compliant, in a browser or app that says so"))
            }
            Reason::HybridJoinedDeviceMissing => {
                text.and(format!("sign in from a device that is hybrid joined to {home}, in a browser or app that says so"))
            }
            Reason::PolicyBlocks | Reason::ControlNotSupported | Reason::ApprovedAppNotSupported => {
                text.and("leave external users out of the policy, or ask them for something else")
            }
            _ => text.and("look at this setting"),
        }
    }

    /// "Ben Okafor, or a group that Ben Okafor is in (Sales)".
    fn user_or_groups(&self, request: &Request) -> Text {
        let name = self.user(&request.home, &request.user);
        let text = Text::new().strong(&name);
        let Subject::User(id) = &request.user else {
            return text;
        };
        let groups: Vec<Text> = self
            .find_tenant(&request.home)
            .map(|tenant| {
                tenant.directory.groups_of(id).map(|group| Text::new().strong(&group.display_name)).collect()
            })
            .unwrap_or_default();
        if groups.is_empty() {
            text
        } else {
            text.and(", or the group ").then(Text::list(groups, " or ")).and(",")
        }
    }

    /// The object of the wrong tenant that a list names, if it names one.
    fn foreign_group(&self, ground: &Ground) -> Option<String> {
        ground.notes.iter().find_map(|note| match note {
            Note::TargetOfOtherTenant { target, tenant } => Some(self.foreign_name(tenant, target)),
            _ => None,
        })
    }
}
