//! What settings are edited with, as far as it is folded away at first.

use entente_policy::graph::TargetConfiguration;
use yew::prelude::*;

use super::conditional_access::policies;
use super::directory::held;
use super::more::more;
use super::picker::{Whose, choices};
use super::redemption::switches;
use super::tenant::Panel;
use crate::host::Playground;

/// The editors.
#[derive(Clone, Copy)]
pub(crate) struct Editors {
    /// The targets to choose from for one half of a setting.
    pub(crate) choices: fn(&Playground, &Whose, &TargetConfiguration, &str) -> Html,
    /// The conditional access policies of a tenant.
    pub(crate) policies: fn(&Panel<'_>) -> Html,
    /// Automatic redemption.
    pub(crate) redemption: fn(&Panel<'_>) -> Html,
    /// What decides beside the everyday settings.
    pub(crate) more: fn(&Playground, usize) -> Html,
    /// People, groups and applications.
    pub(crate) directory: fn(&Panel<'_>) -> Html,
}

impl Editors {
    /// All of them. Only `lazy` names this.
    pub(crate) const ALL: Editors =
        Editors { choices, policies, redemption: switches, more, directory: held };
}
