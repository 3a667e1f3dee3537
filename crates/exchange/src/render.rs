//! Decisions as a picture, a table and a list, for places that run no script: SVG, HTML, Markdown and CSV.
//!
//! Whoever asks has evaluated: a [`Sheet`] is what a matrix says, in words, and everything else here only writes it
//! down. Names are what people typed, and are escaped wherever they go.

mod csv;
mod html;
mod markdown;
mod sheet;
mod svg;
mod ways;

pub use self::csv::csv;
pub use self::html::{STYLES, page, tables};
pub use self::markdown::markdown;
pub use self::sheet::{Cell, Column, Gate, Person, Row, Sheet};
pub use self::svg::{Theme, narrow_svg, svg};
pub use self::ways::{Way, ways};

#[cfg(test)]
mod tests;
