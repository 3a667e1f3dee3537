//! The words of the gates, a file each, as in `entente-policy`.
//!
//! A gate's file has: what the gate is called (`name`, `short`), why it says what it says (`why`), what has to
//! be done about a refusal (`deed`), what a prompt asks (`prompt`), what stands in a cell (`word`), a reading in
//! a few words (`reading`), what a documented statement says (`says`), and what its own questions about people
//! are called (`condition`). The register below has a line for the file.

mod access;
mod cloud;
mod conditional_access;
mod feature_scope;
mod invitation;
mod service_provider;
mod teams;
mod tenant_restrictions;
pub(crate) mod unknown;

use alloc::string::String;

use entente_policy::{
    Decision, Feature, Gate, GateResult, Ground, Id, Owner, Reason, Request, Statement, Status,
};

use crate::{Narrator, Text};

/// One ground of one gate of a decision, to be put into words.
pub(crate) struct Case<'a> {
    pub(crate) narrator: &'a Narrator<'a>,
    pub(crate) decision: &'a Decision,
    pub(crate) gate: &'a GateResult,
    pub(crate) ground: &'a Ground,
}

impl Case<'_> {
    pub(crate) fn request(&self) -> &Request {
        &self.decision.request
    }

    pub(crate) fn feature(&self) -> Feature {
        self.request().feature
    }

    /// The home tenant's name.
    pub(crate) fn home(&self) -> String {
        self.narrator.tenant(&self.request().home)
    }

    /// The resource tenant's name.
    pub(crate) fn resource(&self) -> String {
        self.narrator.tenant(&self.request().resource)
    }

    /// The person's name.
    pub(crate) fn user(&self) -> String {
        self.narrator.user(&self.request().home, &self.request().user)
    }

    /// The application's name.
    pub(crate) fn application(&self) -> String {
        self.narrator.application(&self.request().resource, &self.request().application)
    }
}

/// Calls a function of the file that words the gate of `$reason`.
macro_rules! of_reason {
    ($enum:ident, $reason:expr, $function:ident($($argument:expr),*)) => {
        match $reason {
            $enum::Cloud(its) => cloud::$function($($argument,)* its),
            $enum::Access(its) => access::$function($($argument,)* its),
            $enum::FeatureScope(its) => feature_scope::$function($($argument,)* its),
            $enum::Invitation(its) => invitation::$function($($argument,)* its),
            $enum::TenantRestrictions(its) => tenant_restrictions::$function($($argument,)* its),
            $enum::ConditionalAccess(its) => conditional_access::$function($($argument,)* its),
            $enum::Teams(its) => teams::$function($($argument,)* its),
            $enum::ServiceProvider(its) => service_provider::$function($($argument,)* its),
            $enum::Unknown(its) => unknown::$function($($argument,)* its),
        }
    };
}

/// Calls a function of the file that words `$gate`.
macro_rules! of_gate {
    ($gate:expr, $function:ident($($argument:expr),*)) => {
        match $gate {
            Gate::Cloud => cloud::$function($($argument),*),
            Gate::HomeOutbound | Gate::ResourceInbound => access::$function($($argument),*),
            Gate::FeatureScope => feature_scope::$function($($argument),*),
            Gate::Invitation => invitation::$function($($argument),*),
            Gate::TenantRestrictions => tenant_restrictions::$function($($argument),*),
            Gate::ConditionalAccess => conditional_access::$function($($argument),*),
            Gate::Teams => teams::$function($($argument),*),
            Gate::ServiceProvider => service_provider::$function($($argument),*),
        }
    };
}

impl Narrator<'_> {
    /// A gate's name, with its tenant's.
    pub fn gate(&self, gate: Gate, request: &Request) -> String {
        of_gate!(gate, name(self, gate, request))
    }

    /// A gate's name in a word, where its tenant is plain to see.
    pub fn gate_short(&self, gate: Gate) -> &'static str {
        of_gate!(gate, short(gate))
    }

    /// Why a gate says what it says.
    pub fn ground(&self, decision: &Decision, gate: &GateResult, ground: &Ground) -> Text {
        let case = Case { narrator: self, decision, gate, ground };
        of_reason!(Reason, ground.reason, why(&case))
    }

    /// What has to be done about a refusal, after "has to"; where nobody can do anything, what helps instead.
    pub(crate) fn deed(&self, case: &Case<'_>) -> Text {
        of_reason!(Reason, case.ground.reason, deed(case))
    }

    /// What a prompt asks of the person, after the person's name.
    pub(crate) fn prompt(&self, case: &Case<'_>) -> Option<String> {
        of_reason!(Reason, case.ground.reason, prompt(case))
    }

    /// A reading in a few words; empty for a reason that is no reading.
    pub fn reading(&self, reading: Reason) -> &'static str {
        of_reason!(Reason, reading, reading())
    }

    /// A person's answer to a gate's own question, in a few words; nothing where it goes without saying.
    pub(crate) fn condition(
        &self,
        gate: Gate,
        code: &str,
        about: Option<&Id>,
        answer: bool,
    ) -> Option<String> {
        of_gate!(gate, condition(self, code, about, answer))
    }

    /// Who can change what a gate says.
    pub fn owner(&self, owner: Owner, request: &Request) -> String {
        match owner {
            Owner::Home => alloc::format!("{} administrator", self.tenants(&request.home)),
            Owner::Resource => alloc::format!("{} administrator", self.tenants(&request.resource)),
            Owner::Both => "both administrators, each for their side".into(),
            Owner::Network => "whoever owns the device or the network".into(),
            Owner::Service => "a limit of the service".into(),
        }
    }

    /// What a gate says under a reading.
    pub fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Pass => "lets through",
            Status::Prompt => "lets through after a prompt",
            Status::Depends => "depends",
            Status::Undocumented => "not documented",
            Status::Fail => "refuses",
        }
    }
}

/// What stands in a cell for a ground that asks something of the person, if it has a word of its own.
pub(crate) fn word(reason: Reason) -> Option<&'static str> {
    of_reason!(Reason, reason, word())
}

/// Which of a tenant's administrators changes what a ground is about.
pub(crate) fn administrator(reason: Reason) -> &'static str {
    match reason {
        Reason::Teams(its) => teams::administrator(its),
        _ => "administrator",
    }
}

/// What a documented statement says, in our words.
pub(crate) fn says(statement: Statement) -> &'static str {
    of_reason!(Statement, statement, says())
}
