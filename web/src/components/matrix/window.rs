//! What of a long table is drawn: what is in sight and a little around it, with gaps as large as the rest. So a class of a
//! hundred thousand people is as quick to scroll as one of ten.

use web_sys::{Event, HtmlElement};
use yew::TargetCast;

/// How high a row of a long table is, in pixels (`matrix.css`).
const ROW: usize = 46;
/// How wide a column of a long table is.
const COLUMN: usize = 124;
/// How many rows and columns are drawn around what is in sight, and how far that moves at once.
const ROWS_AROUND: usize = 6;
const COLUMNS_AROUND: usize = 2;

/// Rows or columns in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    first: usize,
    count: usize,
    around: usize,
}

/// The part of a table that is in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) rows: Span,
    pub(super) columns: Span,
}

impl Default for Window {
    /// Where a table begins, as far as the largest screen shows it.
    fn default() -> Self {
        Window {
            rows: Span { first: 0, count: 16, around: ROWS_AROUND },
            columns: Span { first: 0, count: 9, around: COLUMNS_AROUND },
        }
    }
}

impl Window {
    /// Where a table has been scrolled to.
    pub(super) fn of(event: &Event) -> Self {
        let table: HtmlElement = event.target_unchecked_into();
        let span = |scrolled: i32, length: i32, each: usize, around: usize| {
            let [scrolled, length] = [scrolled, length].map(|pixels| usize::try_from(pixels).unwrap_or(0));
            Span { first: scrolled / each / around * around, count: length / each + 1, around }
        };
        Window {
            rows: span(table.scroll_top(), table.client_height(), ROW, ROWS_AROUND),
            columns: span(table.scroll_left(), table.client_width(), COLUMN, COLUMNS_AROUND),
        }
    }

    /// How many rows a page has.
    pub(super) fn page(&self) -> usize {
        self.rows.count.saturating_sub(3).max(1)
    }
}

/// A row or column to draw, or a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    At(usize),
    /// Which gap it is, and how many rows or columns are left out.
    Gap(usize, usize),
}

impl Span {
    /// What to draw of `total`, `kept` in any case: it has the focus.
    pub(super) fn pieces(self, total: usize, kept: usize) -> Vec<Piece> {
        let in_sight = self.first.min(total.saturating_sub(self.count));
        let first = in_sight.saturating_sub(self.around);
        let end = (in_sight + self.count + 2 * self.around).min(total);
        let mut pieces = Vec::new();
        let mut next = 0;
        let before = (kept < first).then_some(kept);
        let behind = (kept >= end && kept < total).then_some(kept);
        for at in before.into_iter().chain(first..end).chain(behind) {
            if at > next {
                pieces.push(Piece::Gap(pieces.len(), at - next));
            }
            pieces.push(Piece::At(at));
            next = at + 1;
        }
        if next < total {
            pieces.push(Piece::Gap(pieces.len(), total - next));
        }
        pieces
    }
}

/// How high a gap of so many rows is.
pub(super) fn height(rows: usize) -> String {
    (rows * ROW).to_string()
}

/// How wide so many columns are.
pub(super) fn width(columns: usize) -> String {
    (columns * COLUMN).to_string()
}
