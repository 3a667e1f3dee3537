//! `cedar-policy`: entities with their parents closed once, two policies, one request a pair.

use std::collections::HashSet;
use std::str::FromStr;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet, Request,
};

use crate::workload::{Workload, checksum};

/// A store of entities and policies.
pub struct Cedar {
    policies: PolicySet,
    entities: Entities,
    users: Vec<Option<EntityUid>>,
    applications: Vec<EntityUid>,
    action: EntityUid,
    step: usize,
}

fn uid(kind: &str, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(EntityTypeName::from_str(kind).unwrap(), EntityId::new(id))
}

impl Cedar {
    /// Reads the workload, with every `step`th user: what a pair costs does not depend on how many others there are.
    pub fn new(workload: &Workload, step: usize) -> Self {
        let people = workload.people();
        let memberships = workload.memberships();
        let sides = ["outbound", "inbound"];
        let list = |kind: &str, side: usize| uid(kind, sides[side]);
        let lists = |kind: &str, is_on: &dyn Fn(usize) -> bool| -> HashSet<EntityUid> {
            (0..2).filter(|side| is_on(*side)).map(|side| list(kind, side)).collect()
        };
        let mut entities = Vec::new();
        for (at, group) in people.groups.iter().enumerate() {
            let parents = lists("People", &|side| workload.settings[side].groups.contains(&at));
            entities.push(Entity::new_no_attrs(uid("Group", group.id.as_str()), parents));
        }
        let mut users = Vec::new();
        for (at, user) in people.users.iter().enumerate() {
            if at % step != 0 {
                users.push(None);
                continue;
            }
            let id = uid("User", user.id.as_str());
            let mut parents = lists("People", &|side| workload.settings[side].users.contains(&at));
            let groups = memberships[at].iter().map(|group| &people.groups[*group as usize]);
            parents.extend(groups.map(|group| uid("Group", group.id.as_str())));
            entities.push(Entity::new_no_attrs(id.clone(), parents));
            users.push(Some(id));
        }
        let mut applications = Vec::new();
        for (at, app) in workload.applications().applications.iter().enumerate() {
            let id = uid("App", app.app_id.as_str());
            let parents = lists("Apps", &|side| workload.settings[side].applications.contains(&at));
            entities.push(Entity::new_no_attrs(id.clone(), parents));
            applications.push(id);
        }
        for side in 0..2 {
            entities.extend(
                ["People", "Apps"].map(|kind| Entity::new_no_attrs(list(kind, side), HashSet::new())),
            );
        }
        let policies = if workload.settings[0].blocks {
            r#"permit(principal, action, resource);
               forbid(principal in People::"outbound", action, resource in Apps::"outbound");
               forbid(principal in People::"inbound", action, resource in Apps::"inbound");"#
        } else {
            r#"permit(principal in People::"outbound", action, resource in Apps::"outbound")
               when { principal in People::"inbound" && resource in Apps::"inbound" };"#
        };
        Cedar {
            policies: PolicySet::from_str(policies).unwrap(),
            entities: Entities::from_entities(entities, None).unwrap(),
            users,
            applications,
            action: uid("Action", "reach"),
            step,
        }
    }

    /// Asks for every pair. The checksum of the answers.
    pub fn answer(&self) -> u32 {
        let authorizer = Authorizer::new();
        checksum(self.users.len(), self.applications.len(), self.step, |user, app| {
            let user = self.users[user].clone().unwrap();
            let request = Request::new(
                user,
                self.action.clone(),
                self.applications[app].clone(),
                Context::empty(),
                None,
            );
            let answer = authorizer.is_authorized(&request.unwrap(), &self.policies, &self.entities);
            answer.decision() == Decision::Allow
        })
    }
}
