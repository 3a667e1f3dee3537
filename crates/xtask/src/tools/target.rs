//! Compilation targets, added to the toolchain by rustup.

use crate::command::Program;
use crate::failure::{Failure, Outcome};

/// Makes sure the toolchain can compile for `target`.
pub(crate) fn ready(target: &str) -> Outcome {
    let installed = rustup().arguments(["target", "list", "--installed"]).output()?;
    if lists(&installed, target) {
        return Ok(());
    }
    println!("Adding the target {target} to the Rust toolchain.");
    rustup().arguments(["target", "add", target]).run().map_err(|failure| {
        Failure::new(format!("the target {target} could not be added\n  {failure}"))
            .remedy(format!("rustup target add {target}"))
    })
}

fn rustup() -> Program {
    Program::new("rustup").when_missing(
        "install Rust with rustup (https://rustup.rs); a Rust from elsewhere has no way to add \
         the WebAssembly target",
    )
}

fn lists(installed: &str, target: &str) -> bool {
    installed.lines().any(|line| line.trim() == target)
}

#[cfg(test)]
mod tests {
    use super::lists;

    #[test]
    fn only_the_whole_name_counts() {
        let installed = "wasm32-unknown-unknown\nx86_64-unknown-linux-gnu\n";
        assert!(lists(installed, "wasm32-unknown-unknown"));
        assert!(!lists(installed, "wasm32-unknown"));
        assert!(!lists("", "wasm32v1-none"));
    }
}
