//! `cargo xtask`: everything that is done *to* Entente — serving, building, weighing, testing.
//!
//! One program instead of a shelf of scripts, so that a developer's machine and a CI machine do
//! the same things in the same order, on Linux, macOS and Windows. It installs the tools it needs
//! itself, at the versions pinned in the root `Cargo.toml`, and never asks a question.

mod bench;
mod build;
mod command;
mod failure;
mod fingerprint;
mod folder;
mod fuzz;
mod hosts;
mod oracle;
mod order;
mod port;
mod progress;
mod repository;
mod screenshots;
mod serve;
mod sizes;
mod tally;
mod test;
mod tools;

use std::process::ExitCode;

use crate::failure::Outcome;
use crate::order::Order;
use crate::repository::Repository;

fn main() -> ExitCode {
    match Order::read(std::env::args().skip(1)).and_then(carry_out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(order: Order) -> Outcome {
    if matches!(order, Order::Help) {
        println!("{}", order::USAGE);
        return Ok(());
    }
    let repository = Repository::find()?;
    match order {
        Order::Help => Ok(()),
        Order::Serve { port, open } => serve::serve(&repository, port, open),
        Order::Test(choice) => test::test(&repository, choice),
        Order::Build => build::build(&repository),
        Order::Package => build::package::package(&repository),
        Order::Sizes => sizes::report(&repository),
        Order::Bench => bench::bench(&repository),
        Order::Oracle(comparison) => oracle::compare(&repository, comparison),
        Order::Fuzz(trial) => fuzz::run(&repository, trial),
        Order::Screenshots => screenshots::take(&repository),
        Order::Tools => tools::prepare_all(&repository),
    }
}
