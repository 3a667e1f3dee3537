//! Classes after an edit that has other people be told apart by kind, or stand elsewhere.

use alloc::vec;
use alloc::vec::Vec;

use super::{Known, Partition};
use crate::passage::Passage;
use crate::question::Answer;
use crate::table::{Table, mixed};

/// What was asked in a condition's place before an edit, and what is asked there now.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// Which condition it was; nothing if there was none.
    pub(crate) number: Option<usize>,
    /// The answer then.
    pub(crate) was: &'a Answer,
    /// The answer now.
    pub(crate) now: &'a Answer,
}

/// A class of the partition before, and the kinds that members of it were and are of.
type Kindred = (u32, usize, usize);

impl Partition {
    /// The same classes where everybody stands where they stood, and each kind answers as it did: only those are put
    /// into other classes who are of another kind now. How many they are.
    pub(crate) fn rekind(&mut self, passage: &Passage<'_>, asked: &[Asked<'_>]) -> usize {
        let people = &passage.of_other_kind;
        let was: Vec<u32> = people.iter().map(|position| self.class_at(*position)).collect();
        let mut known = Known::of(&self.classes, &self.of_kind);
        let mut is = Vec::with_capacity(people.len());
        for (position, class) in people.iter().zip(&was) {
            let answers = self.answers_of(self.kindred(passage, *position, *position, *class), asked);
            is.push(known.class(&mut self.classes, &self.of_kind, answers));
        }
        let mut of_kind = Vec::with_capacity(passage.was_kind.len());
        for (kind, was) in passage.was_kind.iter().enumerate() {
            // What is assumed of any other user is edited without anybody being of another kind.
            let stays = was.filter(|_| kind < passage.kinds.count()).and_then(|was| self.of_kind.get(was));
            of_kind.push(match stays {
                Some(class) => *class,
                None => {
                    let answers = asked.iter().map(|asked| asked.now.kind(kind)).collect();
                    known.class(&mut self.classes, &self.of_kind, answers)
                }
            });
        }
        (self.kinds, self.of_kind) = (passage.kinds.clone(), of_kind);
        self.put(people, &was, &is);
        people.len()
    }

    /// The classes of a list in which kinds answer otherwise, or people stand elsewhere. What lists said of each is
    /// kept. With how many were put into a class that answers otherwise.
    pub(crate) fn carried(&self, passage: &Passage<'_>, asked: &[Asked<'_>]) -> (Self, usize) {
        let answers: Vec<&Answer> = asked.iter().map(|asked| asked.now).collect();
        let mut partition = Partition::by_kind(passage.kinds, passage.was_kind.len(), &answers);
        let mut known = Known::of(&partition.classes, &partition.of_kind);
        // A class and two kinds, and the class that comes of them.
        let mut seen: Vec<(Kindred, u32, bool)> = Vec::new();
        let mut table = Table::new(self.classes.len().saturating_mul(4));
        let mut room = self.classes.len().saturating_mul(4);
        let [mut positions, mut was, mut is] = [const { Vec::new() }; 3];
        let mut looked_at = 0_usize;
        for (stood, class) in self.touched() {
            let Some(position) = passage.shift.now(stood as usize).map(|now| now as u32) else { continue };
            let kindred = self.kindred(passage, stood, position, class);
            if seen.len() >= room {
                room = room.saturating_mul(2).max(16);
                table = Table::new(room);
                for (at, (kindred, ..)) in seen.iter().enumerate() {
                    table.enter(hash(*kindred), at, |_| false);
                }
            }
            let at = table
                .enter(hash(kindred), seen.len(), |at| seen.get(at).is_some_and(|seen| seen.0 == kindred));
            if at == seen.len() {
                let answers = self.answers_of(kindred, asked);
                let stays = self.stays(kindred, asked);
                seen.push((kindred, known.class(&mut partition.classes, &partition.of_kind, answers), stays));
            }
            let Some((_, class, stays)) = seen.get(at) else { continue };
            positions.push(position);
            was.push(partition.of_kind.get(kindred.2).copied().unwrap_or_default());
            is.push(*class);
            looked_at = looked_at.saturating_add(usize::from(!stays));
        }
        partition.put(&positions, &was, &is);
        (partition, looked_at)
    }

    fn kindred(&self, passage: &Passage<'_>, stood: u32, position: u32, class: u32) -> Kindred {
        let [was, now] = [passage.was_kinds.of(stood), passage.kinds.of(position)];
        (class, was.unwrap_or_default(), now.unwrap_or_default())
    }

    /// What members of a class answer now: as their kind does, or otherwise if they did otherwise than theirs before.
    fn answers_of(&self, (class, was, now): Kindred, asked: &[Asked<'_>]) -> Vec<bool> {
        let answers =
            self.classes.get(class as usize).map(|class| class.answers.as_slice()).unwrap_or_default();
        let mut all = vec![false; asked.len()];
        for (answer, asked) in all.iter_mut().zip(asked) {
            let is_other = asked
                .number
                .and_then(|number| answers.get(number))
                .is_some_and(|is_so| *is_so != asked.was.kind(was));
            *answer = is_other != asked.now.kind(now);
        }
        all
    }

    /// Whether a kind answers what it did.
    fn stays(&self, (_, was, now): Kindred, asked: &[Asked<'_>]) -> bool {
        asked.iter().all(|asked| asked.was.kind(was) == asked.now.kind(now))
    }
}

fn hash((class, was, now): Kindred) -> u64 {
    mixed(mixed(u64::from(class) << 32 ^ was as u64) ^ now as u64)
}
