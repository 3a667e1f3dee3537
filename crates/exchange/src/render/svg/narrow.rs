//! The same picture for a column as narrow as a telephone: one thing below the other, so that nothing has to shrink.

use alloc::string::String;
use alloc::vec::Vec;

use super::measure::wrap;
use super::{Anchor, Ink, LEADING, Picture, of_outcome, of_spread};
use crate::render::{Cell, Sheet};

/// How wide the picture is.
pub(super) const WIDTH: usize = 360;

pub(super) const MARGIN: usize = 16;

/// Where the names of what is reached begin, right of the answer.
const NAMES: usize = MARGIN + 118;

impl Picture {
    /// One sheet from top to bottom.
    pub(super) fn stacked(&mut self, sheet: &Sheet) {
        self.heading(sheet);
        self.way(sheet);
        for row in &sheet.rows {
            self.line(self.y);
            self.y += 6;
            self.lines(MARGIN, WIDTH - MARGIN * 2, (14, true), Ink::Main, &row.name);
            self.lines(MARGIN, WIDTH - MARGIN * 2, (12, false), Ink::Soft, &row.detail);
            self.y += 2;
            for (cell, names) in by_answer(sheet, &row.cells) {
                self.answer(cell, &names);
            }
            self.y += 14;
        }
    }

    /// From the one tenant to the other, a line for each gate.
    fn way(&mut self, sheet: &Sheet) {
        let (first, second) = ((Ink::First, Ink::FirstWash), (Ink::Second, Ink::SecondWash));
        let (home, away) = if sheet.is_from_first { (first, second) } else { (second, first) };
        let middle = MARGIN + 18;
        let top = self.y;
        let height = 34 * (sheet.gates.len() + 2);
        self.rect((middle - 1, top + 16), (2, height.saturating_sub(34)), 0, Ink::Line);
        self.tenant(&sheet.home, home);
        for gate in &sheet.gates {
            let (sign, wash, ink) = of_spread(gate.spread);
            self.circle((middle, self.y + 17), 14, Ink::Paper);
            self.circle((middle, self.y + 17), 12, wash);
            self.text(middle, self.y + 22, (14, true), ink, Anchor::Middle, sign);
            let name = wrap(&gate.name, 13, WIDTH - MARGIN * 2 - 44, 1);
            for name in &name {
                self.text(MARGIN + 44, self.y + 22, (13, false), Ink::Soft, Anchor::Start, name);
            }
            self.y += 34;
        }
        self.tenant(&sheet.resource, away);
        self.y += 20;
    }

    fn tenant(&mut self, name: &str, (ink, wash): (Ink, Ink)) {
        let name = super::cut(name, 14, WIDTH - MARGIN * 2 - 28);
        self.rect((MARGIN, self.y + 2), (super::width(&name, 14) + 28, 30), 8, wash);
        self.text(MARGIN + 14, self.y + 22, (14, true), ink, Anchor::Start, &name);
        self.y += 34;
    }

    /// An answer, and to its right whatever has it.
    fn answer(&mut self, cell: &Cell, names: &[String]) {
        let ink = of_outcome(cell.outcome);
        let words = wrap(&cell.word, 13, NAMES - MARGIN - 26, 4);
        let names = wrap(&names.join(", "), 13, WIDTH - MARGIN - NAMES, 8);
        self.y += 7;
        let top = self.y + 14;
        self.text(MARGIN, top, (13, true), ink, Anchor::Start, cell.sign);
        for (at, line) in words.iter().enumerate() {
            let bold = cell.outcome.connects();
            self.text(MARGIN + 18, top + at * LEADING, (13, bold), ink, Anchor::Start, line);
        }
        for (at, line) in names.iter().enumerate() {
            self.text(NAMES, top + at * LEADING, (13, false), Ink::Main, Anchor::Start, line);
        }
        self.y += words.len().max(names.len()) * LEADING;
    }

    fn lines(&mut self, x: usize, space: usize, (size, bold): (usize, bool), ink: Ink, words: &str) {
        for line in wrap(words, size, space, 4) {
            self.y += LEADING;
            self.text(x, self.y, (size, bold), ink, Anchor::Start, &line);
        }
    }
}

/// The answers of a row, each with the names of what has it, in the order of the columns.
fn by_answer<'a>(sheet: &'a Sheet, cells: &'a [Cell]) -> Vec<(&'a Cell, Vec<String>)> {
    let mut found: Vec<(&Cell, Vec<String>)> = Vec::new();
    for (column, cell) in sheet.columns.iter().zip(cells) {
        let is_same = |known: &Cell| (known.outcome, &known.word) == (cell.outcome, &cell.word);
        match found.iter_mut().find(|(known, _)| is_same(known)) {
            Some((_, names)) => names.push(column.name()),
            None => found.push((cell, [column.name()].into())),
        }
    }
    found
}
