//! Decisions as a picture: the handshake between two tenants, and below it who reaches what.
//!
//! Nothing is fetched and nothing runs. Colours are attributes, which no policy forbids; only [`Theme::Auto`] has a
//! style of its own, that turns them dark where the reader prefers it, and where a policy forbids that the picture is
//! light, on its own ground.

mod ink;
mod measure;
mod narrow;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Outcome, Spread};

use self::ink::{DARK, Ink, LIGHT};
use self::measure::{cut, width, wrap};
use super::html::escape;
use super::{Gate, Sheet};

/// By which light a picture is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader prefers.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

const MARGIN: usize = 28;
const LEAST_WIDTH: usize = 760;
const ROW_HEAD: usize = 210;
const LEAST_COLUMN: usize = 118;
/// Between the lines of a cell.
const LEADING: usize = 17;

/// One picture of all the sheets, one below the other.
pub fn svg(title: &str, sheets: &[Sheet], theme: Theme) -> String {
    let columns = sheets.iter().map(|sheet| sheet.columns.len()).max().unwrap_or_default();
    let wide = MARGIN * 2 + ROW_HEAD + columns * LEAST_COLUMN;
    picture(title, sheets, theme, (wide.max(LEAST_WIDTH), MARGIN), |picture, sheet| {
        picture.heading(sheet);
        picture.handshake(sheet);
        picture.matrix(sheet);
    })
}

/// The same for narrow columns: its words stay readable in a picture 350 pixels wide.
pub fn narrow_svg(title: &str, sheets: &[Sheet], theme: Theme) -> String {
    picture(title, sheets, theme, (narrow::WIDTH, narrow::MARGIN), Picture::stacked)
}

fn picture(
    title: &str,
    sheets: &[Sheet],
    theme: Theme,
    (width, margin): (usize, usize),
    draw: impl Fn(&mut Picture, &Sheet),
) -> String {
    let mut picture = Picture { body: String::new(), theme, width, margin, y: margin };
    for (at, sheet) in sheets.iter().enumerate() {
        if at > 0 {
            picture.y += 44;
            picture.line(picture.y - 30);
        }
        draw(&mut picture, sheet);
    }
    picture.finish(title, sheets)
}

struct Picture {
    body: String,
    theme: Theme,
    width: usize,
    margin: usize,
    y: usize,
}

/// Where a text stands at its place.
#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
}

impl Picture {
    fn fill(&self, ink: Ink) -> String {
        match self.theme {
            Theme::Auto => format!("fill=\"{}\" class=\"{}\"", ink.of(&LIGHT), ink.class()),
            Theme::Light => format!("fill=\"{}\"", ink.of(&LIGHT)),
            Theme::Dark => format!("fill=\"{}\"", ink.of(&DARK)),
        }
    }

    fn text(
        &mut self,
        x: usize,
        y: usize,
        (size, bold): (usize, bool),
        ink: Ink,
        anchor: Anchor,
        words: &str,
    ) {
        let fill = self.fill(ink);
        let weight = if bold { " font-weight=\"600\"" } else { "" };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
        };
        self.body.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} {fill}>{}</text>\n",
            escape(words)
        ));
    }

    fn rect(&mut self, (x, y): (usize, usize), (width, height): (usize, usize), round: usize, ink: Ink) {
        let fill = self.fill(ink);
        self.body.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\" {fill}/>\n"
        ));
    }

    fn circle(&mut self, (x, y): (usize, usize), radius: usize, ink: Ink) {
        let fill = self.fill(ink);
        self.body.push_str(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {fill}/>\n"));
    }

    /// A line is a thin rectangle: it has a fill as everything else.
    fn line(&mut self, y: usize) {
        self.rect((self.margin, y), (self.width - self.margin * 2, 1), 0, Ink::Line);
    }

    fn heading(&mut self, sheet: &Sheet) {
        let (margin, space) = (self.margin, self.width - self.margin * 2);
        // Where there is room for it on one line, it is larger.
        let title = sheet.title();
        let size = if self.width < LEAST_WIDTH { 16 } else { 18 };
        for (at, line) in wrap(&title, size, space, 3).iter().enumerate() {
            self.y += if at == 0 { 14 } else { 21 };
            self.text(margin, self.y, (size, true), Ink::Main, Anchor::Start, line);
        }
        self.y += 10;
        for line in wrap(&sheet.summary, 13, space, if size == 16 { 10 } else { 4 }) {
            self.y += 19;
            self.text(margin, self.y, (13, false), Ink::Soft, Anchor::Start, &line);
        }
        self.y += 26;
    }

    fn handshake(&mut self, sheet: &Sheet) {
        const HEIGHT: usize = 34;
        let middle = self.y + HEIGHT / 2;
        let pill = |name: &str| (width(name, 14) + 28).clamp(70, 170);
        let (left, right) = (pill(&sheet.home), pill(&sheet.resource));
        let (first, second) = ((Ink::First, Ink::FirstWash), (Ink::Second, Ink::SecondWash));
        let (home, away) = if sheet.is_from_first { (first, second) } else { (second, first) };
        let (from, to) = (MARGIN + left, self.width - MARGIN - right);
        self.rect((from, middle - 1), (to.saturating_sub(from), 2), 0, Ink::Line);
        self.rect((MARGIN, self.y), (left, HEIGHT), 8, home.1);
        self.rect((to, self.y), (right, HEIGHT), 8, away.1);
        let name = |name: &str, space: usize| cut(name, 14, space.saturating_sub(20));
        self.text(
            MARGIN + left / 2,
            middle + 5,
            (14, true),
            home.0,
            Anchor::Middle,
            &name(&sheet.home, left),
        );
        let resource = name(&sheet.resource, right);
        self.text(to + right / 2, middle + 5, (14, true), away.0, Anchor::Middle, &resource);
        let slot = to.saturating_sub(from) / sheet.gates.len().max(1);
        let mut lines = 0;
        for (at, gate) in sheet.gates.iter().enumerate() {
            lines = lines.max(self.gate(gate, from + slot * at + slot / 2, middle, slot));
        }
        self.y += HEIGHT + 6 + lines * 14 + 20;
    }

    /// A gate on the way; gives how many lines its name takes.
    fn gate(&mut self, gate: &Gate, x: usize, y: usize, slot: usize) -> usize {
        let (sign, wash, ink) = of_spread(gate.spread);
        self.circle((x, y), 16, Ink::Paper);
        self.circle((x, y), 13, wash);
        self.text(x, y + 5, (14, true), ink, Anchor::Middle, sign);
        let lines = wrap(&gate.name, 11, slot.saturating_sub(8), 4);
        for (at, line) in lines.iter().enumerate() {
            self.text(x, y + 32 + at * 14, (11, false), Ink::Soft, Anchor::Middle, line);
        }
        lines.len()
    }

    fn matrix(&mut self, sheet: &Sheet) {
        let space = self.width - MARGIN * 2 - ROW_HEAD;
        let column = space / sheet.columns.len().max(1);
        let x = |at: usize| MARGIN + ROW_HEAD + at * column;
        let heads: Vec<Vec<String>> =
            sheet.columns.iter().map(|head| wrap(&head.name(), 12, column - 14, 5)).collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or_default().max(1);
        self.text(MARGIN, self.y + 12 + (lines - 1) * 15, (12, true), Ink::Soft, Anchor::Start, "Who");
        for (at, head) in heads.iter().enumerate() {
            // Heads stand on one line at the bottom.
            let above = lines - head.len();
            for (line, words) in head.iter().enumerate() {
                let y = self.y + 12 + (above + line) * 15;
                self.text(x(at), y, (12, true), Ink::Soft, Anchor::Start, words);
            }
        }
        self.y += lines * 15 + 8;
        for row in &sheet.rows {
            self.line(self.y);
            let name = wrap(&row.name, 13, ROW_HEAD - 16, 4);
            let cells: Vec<Vec<String>> =
                row.cells.iter().map(|cell| wrap(&cell.word, 13, column - 34, 3)).collect();
            let below = self.y + 21;
            for (at, line) in name.iter().enumerate() {
                self.text(MARGIN, below + at * LEADING, (13, true), Ink::Main, Anchor::Start, line);
            }
            let detail = cut(&row.detail, 12, ROW_HEAD - 16);
            self.text(MARGIN, below + name.len() * LEADING, (12, false), Ink::Soft, Anchor::Start, &detail);
            for (at, (cell, words)) in row.cells.iter().zip(&cells).enumerate() {
                let ink = of_outcome(cell.outcome);
                self.text(x(at), below, (13, true), ink, Anchor::Start, cell.sign);
                for (line, words) in words.iter().enumerate() {
                    let place = (x(at) + 19, below + line * LEADING);
                    let bold = cell.outcome.connects();
                    self.text(place.0, place.1, (13, bold), ink, Anchor::Start, words);
                }
            }
            let lines = cells.iter().map(Vec::len).max().unwrap_or_default().max(name.len() + 1);
            self.y += lines * LEADING + 16;
        }
    }

    fn finish(self, title: &str, sheets: &[Sheet]) -> String {
        let (width, height) = (self.width, self.y + self.margin);
        let name = if title.is_empty() { "Who can connect" } else { title };
        let says: Vec<String> = sheets.iter().map(description).collect();
        let id = identity(&self.body);
        let style = match self.theme {
            Theme::Auto => Ink::style(),
            Theme::Light | Theme::Dark => String::new(),
        };
        let (edge, ground) = (self.fill(Ink::Line), self.fill(Ink::Paper));
        let inner = (width - 2, height - 2);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" font-family=\"ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\">\n<title id=\"{id}-t\">{}</title>\n<desc id=\"{id}-d\">{}</desc>\n{style}<rect width=\"{width}\" height=\"{height}\" rx=\"12\" {edge}/>\n<rect x=\"1\" y=\"1\" width=\"{}\" height=\"{}\" rx=\"11\" {ground}/>\n{}</svg>\n",
            escape(name),
            escape(&says.join(" ")),
            inner.0,
            inner.1,
            self.body
        )
    }
}

/// How far a gate is open: a sign, its ground and its colour.
fn of_spread(spread: Spread) -> (&'static str, Ink, Ink) {
    match spread {
        Spread::All => ("✓", Ink::YesWash, Ink::Yes),
        Spread::Some => ("◐", Ink::AfterWash, Ink::After),
        Spread::None => ("✕", Ink::NoWash, Ink::No),
        Spread::Open => ("?", Ink::Line, Ink::Open),
    }
}

fn of_outcome(outcome: Outcome) -> Ink {
    match outcome {
        Outcome::Allowed => Ink::Yes,
        Outcome::AllowedAfter => Ink::After,
        Outcome::Blocked => Ink::No,
        Outcome::Depends | Outcome::Undocumented => Ink::Open,
    }
}

/// The picture in words.
fn description(sheet: &Sheet) -> String {
    let mut says = format!("{}. {}", sheet.title(), sheet.summary);
    for row in &sheet.rows {
        let cells = sheet.columns.iter().zip(&row.cells);
        let cells: Vec<String> =
            cells.map(|(column, cell)| format!("{}: {}", column.name(), cell.word)).collect();
        says.push_str(&format!(" {} ({}): {}.", row.name, row.detail, cells.join("; ")));
    }
    says
}

/// A name for the picture's parts, so that several pictures can stand in one page.
fn identity(body: &str) -> String {
    let hash =
        body.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("entente-{hash:08x}")
}
