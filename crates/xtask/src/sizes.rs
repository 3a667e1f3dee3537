//! `cargo xtask sizes`: what the page weighs, and whether that is still little.

mod budget;
mod glue;
mod weight;

use crate::failure::Outcome;
use crate::repository::Repository;
use crate::sizes::budget::Budget;
use crate::sizes::weight::Weights;

/// Prints the table of `dist/` and fails when the page is over its budget or cannot start.
pub(crate) fn report(repository: &Repository) -> Outcome {
    let weights = Weights::of(&repository.dist())?;
    let budget = Budget::read(&repository.tests().join("budgets.json"))?;
    println!("{}", weights.table());
    println!("{}", budget.verdict(&weights)?);
    glue::check(&repository.dist())
}

/// What the built site weighs, for whoever compares it with what is aimed at.
pub(crate) struct Sizes(Weights);

impl Sizes {
    /// Weighs `dist/`, if it has been built.
    pub(crate) fn of(repository: &Repository) -> Option<Self> {
        let dist = repository.dist();
        dist.is_dir().then(|| Weights::of(&dist).ok()).flatten().map(Self)
    }

    /// What has an aim: its name, the kilobytes aimed at, and its bytes.
    pub(crate) fn targets(&self) -> [(&'static str, u64, u64); 3] {
        let beside = self.0.beside();
        let of = |name: &str| beside.get(name).map_or(0, |weight| weight.gzip);
        [
            ("first load of the page", 180, self.0.first_load().gzip),
            ("the JavaScript package", 90, of("package")),
            ("the loader of embedded examples", 4, of("loader")),
        ]
    }
}
