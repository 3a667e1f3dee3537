//! What a careful programmer would write for just these settings: lists as sets, a row at a time, bits as the answer.

use crate::workload::Workload;

/// The same questions with numbers for ids, ready to be answered.
pub struct ByHand {
    memberships: Vec<Vec<u32>>,
    settings: Vec<Side>,
    applications: usize,
}

struct Side {
    blocks: bool,
    users: Vec<bool>,
    groups: Vec<bool>,
    applications: Vec<bool>,
}

impl ByHand {
    /// Turns lists into sets, which is not timed.
    pub fn new(workload: &Workload) -> Self {
        let set = |length: usize, named: &[usize]| {
            let mut set = vec![false; length];
            named.iter().for_each(|at| set[*at] = true);
            set
        };
        let people = workload.people();
        let applications = workload.applications().applications.len();
        let sides = workload.settings.iter().map(|flat| Side {
            blocks: flat.blocks,
            users: set(people.users.len(), &flat.users),
            groups: set(people.groups.len(), &flat.groups),
            applications: set(applications, &flat.applications),
        });
        ByHand { memberships: workload.memberships(), settings: sides.collect(), applications }
    }

    /// Answers every cell, a byte each.
    pub fn answer(&self, out: &mut [u8]) {
        let [outbound, inbound] = [&self.settings[0], &self.settings[1]];
        for (user, row) in out.chunks_exact_mut(self.applications).enumerate() {
            let groups = &self.memberships[user];
            let is_named =
                |side: &Side| side.users[user] || groups.iter().any(|group| side.groups[*group as usize]);
            let named = [is_named(outbound), is_named(inbound)];
            for (app, cell) in row.iter_mut().enumerate() {
                let lets = |side: &Side, user: bool| {
                    let application = side.applications[app];
                    if side.blocks { !(user && application) } else { user && application }
                };
                *cell = u8::from(lets(outbound, named[0]) && lets(inbound, named[1]));
            }
        }
    }
}
