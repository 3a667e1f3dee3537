//! The parts of the page that are loaded when they are needed, and not before the page can be used.
//!
//! Parts that are needed together are one WebAssembly module, which holds whatever only they reach: components,
//! words, data. What several modules have in common is a file for each set of them: few modules are few files.
//! `cargo xtask build` cuts them off; where nothing is cut off, as in `cargo xtask serve`, a part is there at
//! once and everything else is the same.
//!
//! To add a part:
//! 1. write its view in a file of its own in `components`, as ever;
//! 2. name it in `parts!` below: its module, what is shown while it is on its way, the type of what it gives (a
//!    function, or several in a structure), that itself, and the style sheets that only it needs. This has to be
//!    the only mention of the view;
//! 3. where it stands on the page, write `match lazy::name(dispatch, When::Now)`: what the part gives, or
//!    what to show in its place until it does;
//! 4. say in `tests/budgets.json` what its module may weigh.
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
        acting in answering "One moment…": Acting = Acting::ALL;
        /// Why a cell says what it says, with the sentences that only explanations need.
        explanation in answering "Explaining…": Explaining = Explaining::ALL, styled by "explanation.css" "consequences.css";
        /// What settings are edited with, as far as it is folded away at first.
        editors in editing "Loading…": Editors = Editors::ALL, styled by "picker.css" "editors.css";
        /// What is in the dialogs, with the scenarios of the gallery.
        dialogs in editing "Loading…": Dialogs = Dialogs::ALL, styled by "dialogs.css" "exchange.css";
    }
    on demand {
        /// What reads and writes links.
        linking in opening: Linking = Linking::ALL;
        /// What draws pictures and writes tables for places without scripts.
        still in giving: Still = Still::ALL;
        /// What reads files of real tenants.
        importing in importing: fn(&Playground) -> Html = import;
        /// What writes down what was changed.
        exporting in giving: fn(&Playground) -> Html = export;
        /// What reads fenced blocks, and with them YAML.
        blocks in opening: fn(&str) -> Result<Block, BlockError> = block::read;
    }
}
