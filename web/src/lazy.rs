//! The parts of the page that are loaded when they are needed, and not before the page can be used.
//!
//! Each part is a WebAssembly module of its own. It holds whatever only it reaches: components, words, data.
//! `cargo xtask build` cuts it off; where nothing is cut off, as in `cargo xtask serve`, a part is there at
//! once and everything else is the same.
//!
//! To add a part:
//! 1. write its view in a file of its own in `components`, as ever;
//! 2. name it in `parts!` below: what is shown while it is on its way, the type of what it gives (a function,
//!    or several in a structure), and that itself, with the style sheets that only it needs. This has to be the
//!    only mention of the view;
//! 3. where it stands on the page, write `match lazy::name(dispatch, When::Now)`: what the part gives, or
//!    what to show in its place until it does;
//! 4. say in `tests/budgets.json` what it may weigh.
//!
//! To add to a part, reach the new view from the part, and from nowhere else.

mod part;

use entente_exchange::block::{self, Block, BlockError};
use yew::prelude::*;

use crate::address::Linking;
use crate::announce::Acting;
use crate::components::dialogs::Dialogs;
use crate::components::editors::Editors;
use crate::components::export::export;
use crate::components::import::import;
use crate::components::share::Still;
use crate::components::why::Explaining;
use crate::host::{Dispatch, Playground};

pub(crate) use part::When;

part::parts! {
    ahead {
        /// What carries actions out and says what they came to, and what writes the scenario and its answers.
        acting "One moment…": Acting = Acting::ALL;
        /// Why a cell says what it says, with the sentences that only explanations need.
        explanation "Explaining…": Explaining = Explaining::ALL, styled by "explanation.css" "consequences.css";
        /// What settings are edited with, as far as it is folded away at first.
        editors "Loading…": Editors = Editors::ALL, styled by "editors.css";
        /// What is in the dialogs, with the scenarios of the gallery.
        dialogs "Loading…": Dialogs = Dialogs::ALL, styled by "dialogs.css" "exchange.css";
    }
    on demand {
        /// What reads and writes links.
        linking: Linking = Linking::ALL;
        /// What draws pictures and writes tables for places without scripts.
        still: Still = Still::ALL;
        /// What reads files of real tenants.
        importing: fn(&Playground) -> Html = import;
        /// What writes down what was changed.
        exporting: fn(&Playground) -> Html = export;
        /// What reads fenced blocks, and with them YAML.
        blocks: fn(&str) -> Result<Block, BlockError> = block::read;
    }
}
