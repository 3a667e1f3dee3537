//! `entente`: the same engine as the page, for scripts and terminals.
//!
//! Exit codes: 0 when all is well, 1 when a test fails, two documents differ, somebody who was seen would be answered
//! otherwise, or a file does not carry out all that was changed, 2 when the question or a document cannot be read.

mod arguments;
mod diff;
mod explain;
mod export;
mod failure;
mod find;
mod gallery;
mod import;
mod link;
mod matrix;
mod paint;
mod replay;
mod report;
mod source;
mod takeaway;
mod test;

/// Adds a line to what is going to be printed. Nothing is printed before everything is known.
macro_rules! say {
    ($out:expr $(, $($words:tt)*)?) => {{
        $($out.push_str(&format!($($words)*));)?
        $out.push('\n');
    }};
}
pub(crate) use say;

use std::ffi::OsString;

use clap::{CommandFactory, Parser};
use entente_exchange::import::ExportScript;

use crate::arguments::{Arguments, Command, ScriptShell};
pub use crate::failure::Failure;

/// What a command comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All is well.
    Well,
    /// A test fails, two documents differ, somebody who was seen would be answered otherwise, or a file does not carry
    /// out all that was changed.
    Differs,
}

/// What a command says.
#[derive(Debug)]
pub struct Output<'a> {
    /// The answer: standard output.
    pub out: &'a mut String,
    /// What is said beside it: standard error.
    pub aside: &'a mut String,
}

/// Runs one command line, the program's name first, and adds what it answers to `out`.
///
/// # Errors
/// As [`run_with`].
pub fn run(
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    out: &mut String,
) -> Result<Verdict, Failure> {
    run_with(arguments, Output { out, aside: &mut String::new() })
}

/// Runs one command line, the program's name first, and adds what it says to `output`.
///
/// `--help` and a command line that cannot be understood end the process, as they do on every command line.
///
/// # Errors
/// When the question or a document cannot be read.
pub fn run_with(
    arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    mut output: Output<'_>,
) -> Result<Verdict, Failure> {
    let out = &mut *output.out;
    match Arguments::parse_from(arguments).command {
        Command::Explain(question) => explain::run(&question, out),
        Command::Matrix(question) => matrix::run(&question, out),
        Command::Test(question) => test::run(&question, out),
        Command::Diff(question) => diff::run(&question, out),
        Command::Replay(question) => replay::run(&question, &mut output),
        Command::Link(question) => link::run(&question, out),
        Command::Import(question) => import::run(&question, &mut output),
        Command::Script { shell } => {
            let script = match shell {
                ScriptShell::Powershell => ExportScript::PowerShell,
                ScriptShell::Sh => ExportScript::Shell,
            };
            out.push_str(script.text());
            Ok(Verdict::Well)
        }
        Command::Export(question) => export::run(&question, &mut output),
        Command::Gallery(question) => gallery::run(&question, out),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "entente", &mut script);
            out.push_str(&String::from_utf8_lossy(&script));
            Ok(Verdict::Well)
        }
    }
}

#[cfg(test)]
mod tests;
