//! Dice that fall the same way for the same seed: SplitMix64.

/// Dice.
pub(super) struct Dice(u64);

/// What SplitMix64 adds at every throw.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl Dice {
    /// The dice of one scenario: no matter which others were made before it.
    pub(super) fn of(seed: u64, number: u64) -> Self {
        let mut dice = Dice(seed);
        Dice(dice.throw() ^ number.wrapping_mul(GOLDEN))
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `count` - 1.
    pub(super) fn below(&mut self, count: usize) -> usize {
        (self.throw() % count as u64) as usize
    }

    /// A number from `least` to `most`.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// Whether something happens that happens `wanted` times of `all`.
    pub(super) fn hits(&mut self, wanted: usize, all: usize) -> bool {
        self.below(all) < wanted
    }

    /// Something that is there `wanted` times of `all`.
    pub(super) fn maybe<T>(
        &mut self,
        wanted: usize,
        all: usize,
        what: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        self.hits(wanted, all).then(|| what(self))
    }

    /// One of these.
    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// Each of these, `wanted` times of `all`.
    pub(super) fn some_of<T: Clone>(&mut self, of: &[T], wanted: usize, all: usize) -> Vec<T> {
        of.iter().filter(|_| self.hits(wanted, all)).cloned().collect()
    }

    /// A switch that is off, on or null.
    pub(super) fn switch(&mut self) -> Option<bool> {
        *self.pick(&[Some(true), Some(true), Some(false), None])
    }
}
