//! How much of the playground an element shows.

use web_sys::HtmlElement;

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Full,
    Handshake,
    Explanation,
    Matrix,
}

impl Mode {
    pub(crate) const ALL: [Mode; 4] = [Mode::Full, Mode::Handshake, Mode::Explanation, Mode::Matrix];

    pub(crate) fn word(self) -> &'static str {
        match self {
            Mode::Full => "full",
            Mode::Handshake => "handshake",
            Mode::Explanation => "explanation",
            Mode::Matrix => "matrix",
        }
    }

    /// The mode of an element.
    pub(crate) fn of(element: &HtmlElement) -> Mode {
        let word = element.get_attribute("mode").unwrap_or_default();
        Mode::ALL.into_iter().find(|mode| mode.word() == word).unwrap_or(Mode::Full)
    }
}
