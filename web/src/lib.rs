//! The front end: a Yew application inside the custom element `<entente-playground>`. The page is one such
//! element. It holds neither rules nor sentences about decisions; those come from `entente-policy` and
//! `entente-narrate`.

mod address;
mod announce;
mod attributes;
mod autosave;
mod components;
mod crash;
mod element;
mod events;
mod focus;
mod host;
mod lazy;
mod mode;
mod passing;
mod seat;
mod shortcuts;
mod theme;

pub use element::register;
