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
