//! Which rules answer: all there are, or, of the gates that have one, the rule for the gate at rest.
//!
//! A gate at rest says the same by either; by the second it takes a fraction of the program. So a page can show
//! a scenario that leaves these gates alone before the rest of it is loaded.

use super::unknown;
use super::{Gate, GateRule};
use crate::Connection;

/// The rules of every gate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules(fn(Gate) -> &'static dyn GateRule);

impl Rules {
    /// What holds for every scenario.
    pub(crate) const ALL: Rules = Rules(Gate::rule);
    /// What holds where [`Rules::say_all`].
    pub(crate) const AT_REST: Rules = Rules(Gate::rule_at_rest);

    /// What holds where nobody has seen some of the settings.
    pub(crate) const OF_UNKNOWN: Rules = Rules(unknown::rule);

    /// The rule of a gate.
    pub(crate) fn of(self, gate: Gate) -> &'static dyn GateRule {
        (self.0)(gate)
    }

    /// Whether these are all that the gates have to say on the connection.
    pub(crate) fn say_all(self, connection: &Connection) -> bool {
        Gate::ALL.iter().all(|gate| self.of(*gate).says_all(connection))
    }
}
