//! What a change would have meant for those who connected.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use entente_policy::{Id, Outcome, Replayed, Subject};

use super::{Activity, Way};

/// What a change means for somebody who was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Connected, and would be stopped.
    Stopped,
    /// Connected, and whether that goes on depends, or is not documented.
    Uncertain,
    /// Did not get in, and would get in now.
    Admitted,
    /// Connected, although the scenario says that it was blocked before the change: it lacks something.
    Contradicted,
    /// Connected, and would first be asked for something.
    Asked,
    /// Nothing changes.
    Same,
}

impl Effect {
    /// All of them, what matters most first.
    pub const ALL: [Effect; 6] = [
        Effect::Stopped,
        Effect::Uncertain,
        Effect::Admitted,
        Effect::Contradicted,
        Effect::Asked,
        Effect::Same,
    ];

    /// A word for scripts.
    pub fn code(self) -> &'static str {
        match self {
            Effect::Stopped => "stopped",
            Effect::Uncertain => "uncertain",
            Effect::Admitted => "admitted",
            Effect::Contradicted => "contradicted",
            Effect::Asked => "asked",
            Effect::Same => "same",
        }
    }

    fn of(way: &Way, replayed: &Replayed) -> Self {
        let (before, after) = (replayed.before, replayed.after);
        match way.connected > 0 {
            true if before == Outcome::Blocked => Effect::Contradicted,
            true if after == Outcome::Blocked => Effect::Stopped,
            true if before.connects() && !after.connects() => Effect::Uncertain,
            true if before == Outcome::Allowed && after == Outcome::AllowedAfter => Effect::Asked,
            false if way.refused > 0 && !before.connects() && after.connects() => Effect::Admitted,
            _ => Effect::Same,
        }
    }
}

/// One way that was seen, and what becomes of it.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    /// The way.
    pub way: &'a Way,
    /// What it came to, and comes to.
    pub replayed: Replayed,
    /// What that means.
    pub effect: Effect,
}

/// Everything that was seen, before a change and after it.
#[derive(Clone, Debug)]
pub struct Replay<'a> {
    /// What was read.
    pub activity: &'a Activity,
    /// Every way, what was seen most often first.
    pub seen: Vec<Seen<'a>>,
}

impl<'a> Replay<'a> {
    /// What decisions say of what was seen: one for each way, in their order.
    pub fn of(activity: &'a Activity, decisions: Vec<Replayed>) -> Self {
        let seen = activity.ways.iter().zip(decisions);
        let mut seen: Vec<Seen<'a>> =
            seen.map(|(way, replayed)| Seen { way, effect: Effect::of(way, &replayed), replayed }).collect();
        seen.sort_by_key(|seen| core::cmp::Reverse(seen.way.seen()));
        Replay { activity, seen }
    }

    /// The ways that this happens to.
    pub fn with(&self, effect: Effect) -> impl Iterator<Item = &Seen<'a>> {
        self.seen.iter().filter(move |seen| seen.effect == effect)
    }

    /// How many people this happens to in one way or another.
    pub fn people(&self, effect: Effect) -> usize {
        let people: BTreeSet<(&Id, &Id)> = self.with(effect).filter_map(|seen| person(seen.way)).collect();
        people.len()
    }

    /// How many people connected.
    pub fn people_connected(&self) -> usize {
        let connected = self.seen.iter().filter(|seen| seen.way.connected > 0);
        let people: BTreeSet<(&Id, &Id)> = connected.filter_map(|seen| person(seen.way)).collect();
        people.len()
    }

    /// How many people were asked for something, and are not seen to have connected or to have been refused.
    pub fn people_prompted(&self) -> usize {
        let came_to = |way: &Way| way.connected > 0 || way.refused > 0;
        let known: BTreeSet<(&Id, &Id)> =
            self.seen.iter().filter(|seen| came_to(seen.way)).filter_map(|seen| person(seen.way)).collect();
        let prompted = self.seen.iter().filter(|seen| seen.way.prompted > 0);
        let prompted: BTreeSet<(&Id, &Id)> = prompted.filter_map(|seen| person(seen.way)).collect();
        prompted.difference(&known).count()
    }

    /// Whether everybody who connected goes on as before, and nobody else gets in.
    pub fn is_uneventful(&self) -> bool {
        self.seen.iter().all(|seen| seen.effect == Effect::Same)
    }
}

fn person(way: &Way) -> Option<(&Id, &Id)> {
    match &way.request.user {
        Subject::User(id) => Some((&way.request.home, id)),
        _ => None,
    }
}
