//! Runs other programs, and says which one failed and how when one does.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, ErrorKind, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::{Failure, Outcome};

/// A program about to be run.
///
/// Its standard input is closed: nothing here may stop and ask, because CI has nobody to answer.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    missing: String,
}

impl Program {
    /// A program found on `PATH`, or given by its path.
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name);
        command.stdin(Stdio::null());
        Self { command, missing: "install it, or put it on PATH".to_owned() }
    }

    /// The Cargo that runs this very program, so that nested calls use the same toolchain.
    pub(crate) fn cargo() -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let program = Self::new(cargo).when_missing("install Rust with rustup: https://rustup.rs");
        if std::io::stderr().is_terminal() {
            program
        } else {
            // A progress bar in a log file is noise.
            program.variable("CARGO_TERM_PROGRESS_WHEN", "never")
        }
    }

    /// What to tell the reader when the program does not exist.
    pub(crate) fn when_missing(mut self, remedy: impl Into<String>) -> Self {
        self.missing = remedy.into();
        self
    }

    /// Adds arguments.
    pub(crate) fn arguments(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn variable(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Keeps an environment variable from the program.
    pub(crate) fn without_variable(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs the program in this folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Puts these folders in front of the program's `PATH`.
    pub(crate) fn with_path(self, folders: &[PathBuf]) -> Outcome<Self> {
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let all = folders.iter().cloned().chain(std::env::split_paths(&inherited));
        let path = std::env::join_paths(all).map_err(|error| {
            Failure::new(format!("a folder name cannot be part of PATH: {error}"))
                .remedy("choose another cache folder with ENTENTE_CACHE")
        })?;
        Ok(self.variable("PATH", path))
    }

    /// Runs the program; what it prints goes to the terminal.
    pub(crate) fn run(mut self) -> Outcome {
        let status = self.command.status();
        let status = status.map_err(|error| self.cannot_start(&error))?;
        self.judge(status)
    }

    /// Runs the program; what it prints on standard output goes to the terminal, and each line
    /// of it to `watcher`.
    pub(crate) fn run_watched(mut self, mut watcher: impl FnMut(&str)) -> Outcome {
        self.command.stdout(Stdio::piped());
        let child = self.command.spawn();
        let mut child = child.map_err(|error| self.cannot_start(&error))?;
        if let Some(output) = child.stdout.take() {
            // Bytes, not strings: a program may print something that is not UTF-8.
            for line in BufReader::new(output).split(b'\n') {
                let line = line.map_err(|error| self.lost(&error))?;
                let line = String::from_utf8_lossy(&line);
                println!("{line}");
                watcher(&line);
            }
        }
        let status = child.wait().map_err(|error| self.lost(&error))?;
        self.judge(status)
    }

    /// Runs the program and returns what it printed on standard output.
    pub(crate) fn output(mut self) -> Outcome<String> {
        let output = self.command.output();
        let output = output.map_err(|error| self.cannot_start(&error))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Failure::new(format!("`{}` failed ({}):\n{}", self.line(), output.status, said.trim_end())))
    }

    /// Runs the program in silence and says whether it exists and succeeded.
    pub(crate) fn succeeds(mut self) -> bool {
        self.command.stdout(Stdio::null()).stderr(Stdio::null());
        self.command.status().is_ok_and(|status| status.success())
    }

    /// The command line, as one would type it: the program without its folder.
    pub(crate) fn line(&self) -> String {
        let program = self.command.get_program();
        let name = Path::new(program).file_name().unwrap_or(program);
        let words = std::iter::once(name).chain(self.command.get_args());
        words.map(typed).collect::<Vec<_>>().join(" ")
    }

    fn judge(&self, status: ExitStatus) -> Outcome {
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new(format!("`{}` failed ({status}); its own messages are above", self.line())))
        }
    }

    fn cannot_start(&self, error: &std::io::Error) -> Failure {
        let name = self.command.get_program().to_string_lossy();
        // A missing working folder is reported just like a missing program.
        let folder = self.command.get_current_dir().filter(|folder| !folder.is_dir());
        if let Some(folder) = folder {
            Failure::new(format!("cannot run `{name}` in {}: there is no such folder", folder.display()))
        } else if error.kind() == ErrorKind::NotFound {
            Failure::new(format!("the program `{name}` was not found")).remedy(&self.missing)
        } else {
            Failure::new(format!("cannot start `{}`: {error}", self.line()))
        }
    }

    fn lost(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("lost touch with `{}`: {error}", self.line()))
    }
}

/// The file name of a program on this system: `trunk` or `trunk.exe`.
pub(crate) fn executable(name: &str) -> OsString {
    format!("{name}{}", std::env::consts::EXE_SUFFIX).into()
}

fn typed(word: &OsStr) -> String {
    let word = word.to_string_lossy();
    if word.is_empty() || word.contains(char::is_whitespace) {
        format!("\"{word}\"")
    } else {
        word.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::Program;

    #[test]
    fn the_line_shows_words_with_spaces_in_quotes() {
        let program = Program::new("/somewhere/trunk").arguments(["build", "my page.html", ""]);
        assert_eq!(program.line(), "trunk build \"my page.html\" \"\"");
    }

    #[test]
    fn a_missing_program_is_named_together_with_its_remedy() {
        let program = Program::new("entente-no-such-program").when_missing("install it");
        let failure = program.run().unwrap_err().to_string();
        assert!(failure.contains("`entente-no-such-program` was not found"), "{failure}");
        assert!(failure.contains("try: install it"), "{failure}");
    }
}
