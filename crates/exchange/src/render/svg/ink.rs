//! The colours of a picture, light and dark: those of the page.

use alloc::format;
use alloc::string::String;

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Paper,
    Main,
    Soft,
    Line,
    First,
    FirstWash,
    Second,
    SecondWash,
    Yes,
    YesWash,
    After,
    AfterWash,
    No,
    NoWash,
    Open,
}

/// Every one of them, with the letter of its class.
const ALL: [(Ink, &str); 15] = [
    (Ink::Paper, "p"),
    (Ink::Main, "i"),
    (Ink::Soft, "s"),
    (Ink::Line, "l"),
    (Ink::First, "f"),
    (Ink::FirstWash, "fw"),
    (Ink::Second, "t"),
    (Ink::SecondWash, "tw"),
    (Ink::Yes, "y"),
    (Ink::YesWash, "yw"),
    (Ink::After, "a"),
    (Ink::AfterWash, "aw"),
    (Ink::No, "n"),
    (Ink::NoWash, "nw"),
    (Ink::Open, "o"),
];

/// The colours, in the order of the inks.
type Palette = [&'static str; 15];

/// By day.
pub(super) const LIGHT: Palette = [
    "#fffefc", "#1d1f24", "#5d6068", "#e2dfd8", "#3d4fd1", "#eceefb", "#b3500c", "#fbeee3", "#14713f",
    "#e4f3ea", "#805b00", "#fbf1d5", "#b02a44", "#f9e9eb", "#4a5568",
];

/// By night.
pub(super) const DARK: Palette = [
    "#1b1d21", "#eceae4", "#a3a5ab", "#2d3036", "#98a4ff", "#23284a", "#f0a467", "#41291a", "#6fd39a",
    "#173425", "#e8c25a", "#3a2f12", "#f08a9c", "#3b1c24", "#b8c0cc",
];

impl Ink {
    fn at(self) -> usize {
        ALL.iter().position(|(ink, _)| *ink == self).unwrap_or_default()
    }

    /// Its colour.
    pub(super) fn of(self, palette: &Palette) -> &'static str {
        palette.get(self.at()).copied().unwrap_or("#000")
    }

    /// Its class.
    pub(super) fn class(self) -> String {
        format!("entente-{}", ALL.get(self.at()).map_or("", |(_, letter)| *letter))
    }

    /// What turns light into dark.
    pub(super) fn style() -> String {
        let mut style = String::from("<style>@media (prefers-color-scheme: dark) {");
        for (ink, letter) in ALL {
            style.push_str(&format!(" .entente-{letter} {{ fill: {} }}", ink.of(&DARK)));
        }
        style.push_str(" }</style>\n");
        style
    }
}
