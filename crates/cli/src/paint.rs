//! Words and colours of the terminal. The colours go where there is no terminal.

use anstyle::{AnsiColor, Style};
use entente_narrate::Text;
use entente_policy::{Outcome, Status};

/// A sentence with its strong words bold.
pub(crate) fn text(text: &Text) -> String {
    let bold = Style::new().bold();
    text.runs
        .iter()
        .map(|run| if run.strong { format!("{bold}{}{bold:#}", run.words) } else { run.words.clone() })
        .collect()
}

/// Words in the colour of an outcome.
pub(crate) fn outcome(outcome: Outcome, words: &str) -> String {
    coloured(
        match outcome {
            Outcome::Allowed => AnsiColor::Green,
            Outcome::AllowedAfter => AnsiColor::Yellow,
            Outcome::Blocked => AnsiColor::Red,
            Outcome::Depends | Outcome::Undocumented => AnsiColor::Magenta,
        },
        words,
    )
}

/// The sign of a gate's status, in its colour.
pub(crate) fn status(status: Status) -> String {
    let (sign, colour) = match status {
        Status::Pass => ("✓", AnsiColor::Green),
        Status::Prompt => ("◔", AnsiColor::Yellow),
        Status::Depends => ("?", AnsiColor::Magenta),
        Status::Undocumented => ("≟", AnsiColor::Magenta),
        Status::Fail => ("✕", AnsiColor::Red),
    };
    coloured(colour, sign)
}

/// Words to be read second.
pub(crate) fn dim(words: &str) -> String {
    let style = Style::new().dimmed();
    format!("{style}{words}{style:#}")
}

/// A heading.
pub(crate) fn bold(words: &str) -> String {
    let style = Style::new().bold();
    format!("{style}{words}{style:#}")
}

/// Words in a colour.
pub(crate) fn coloured(colour: AnsiColor, words: &str) -> String {
    let style = Style::new().fg_color(Some(colour.into()));
    format!("{style}{words}{style:#}")
}
