//! The front end: a Yew application inside the custom element `<entente-playground>`. The page is one such
//! element. It holds neither rules nor sentences about decisions; those come from `entente-policy` and
//! `entente-narrate`.

mod announce;
mod autosave;
mod components;
mod crash;
mod element;
mod focus;
mod host;
mod lazy;
mod passing;
mod shortcuts;
mod theme;

pub use element::register;
