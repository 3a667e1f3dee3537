//! What settings are edited with, as far as it is folded away at first, and what is remarked on them.

use entente_narrate::Text;
use entente_policy::graph::TargetConfiguration;
use entente_policy::{Direction, Layer, SettingPath};
use yew::prelude::*;

use super::audit::audit;
use super::bystanders::held as bystanders_held;
use super::conditional_access::policies;
use super::directory::held;
use super::more::more;
use super::picker::{Whose, choices};
use super::redemption::switches;
use super::remarks::{notes, side_effects_of};
use super::tenant::{Panel, name};
use crate::host::Playground;

/// The editors.
#[derive(Clone, Copy)]
pub(crate) struct Editors {
    /// The name of a tenant.
    pub(crate) name: fn(&Panel<'_>) -> Html,
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
    /// The tenants that stand by.
    pub(crate) bystanders: fn(&Playground) -> Html,
    /// What is worth knowing about a setting.
    pub(crate) notes: fn(&Panel<'_>, &Layer, Direction) -> Vec<Text>,
    /// Applications that a setting keeps out though people need them.
    pub(crate) side_effects: fn(&Panel<'_>, &SettingPath) -> Html,
    /// What the audit logs would say.
    pub(crate) audit: fn(&Playground) -> Html,
}

impl Editors {
    /// All of them. Only `lazy` names this.
    pub(crate) const ALL: Editors = Editors {
        name,
        choices,
        policies,
        redemption: switches,
        more,
        directory: held,
        bystanders: bystanders_held,
        notes,
        side_effects: side_effects_of,
        audit,
    };
}
