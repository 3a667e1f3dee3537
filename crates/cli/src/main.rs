//! `entente`: the same engine as the page, for scripts and terminals.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use entente_cli::{Output, Verdict, run_with};

fn main() -> ExitCode {
    let (mut out, mut aside) = (String::new(), String::new());
    let output = Output { out: &mut out, aside: &mut aside };
    let code = match run_with(std::env::args_os(), output) {
        Ok(Verdict::Well) => ExitCode::SUCCESS,
        Ok(Verdict::Differs) => ExitCode::from(1),
        Err(failure) => {
            anstream::eprintln!("{failure}");
            ExitCode::from(2)
        }
    };
    anstream::eprint!("{aside}");
    // Whoever reads may have seen enough: `entente matrix … | head`.
    match anstream::stdout().write_all(out.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            anstream::eprintln!("error: the answer cannot be written: {error}");
            ExitCode::from(2)
        }
        _ => code,
    }
}
