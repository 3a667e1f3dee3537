//! What tenant restrictions make of everyone: the rows of the table to learn from.

use alloc::format;
use alloc::string::String;

use entente_policy::{Carrier, Gate, Reason, Status, Subject, TenantRestrictionsRow};

use crate::names::capital;
use crate::{Narrator, Text};

/// A row of the table in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestrictionsRow {
    /// Whose account.
    pub account: String,
    /// Whose application.
    pub resource: String,
    /// Whether the restrictions have to do with it.
    pub processed: &'static str,
    /// What they come to.
    pub result: Text,
}

impl Narrator<'_> {
    /// A row of the table of tenant restrictions.
    pub fn restrictions_row(&self, row: &TenantRestrictionsRow) -> RestrictionsRow {
        let request = &row.decision.request;
        let (home, resource) = (self.tenant(&request.home), self.tenant(&request.resource));
        let personal = self.is_personal(&request.home);
        let account = match request.user {
            Subject::Anonymous => "Nobody signed in".into(),
            Subject::ServicePrincipal => format!("An application of {home} that signs in as itself"),
            _ if personal && request.home == request.resource => "A personal account".into(),
            _ if personal => format!("A personal account, guest of {resource}"),
            _ if request.home == request.resource => format!("An account of {home}"),
            _ => format!("An account of {home}, guest of {resource}"),
        };
        let word = match row.status() {
            Status::Pass | Status::Prompt => "Let through",
            Status::Fail => "Stopped",
            Status::Depends => "Depends",
            Status::Undocumented => "Not documented",
        };
        let gates = row.decision.gates.iter().filter(|gate| gate.gate == Gate::TenantRestrictions);
        let mut grounds = gates.flat_map(|gate| gate.grounds.iter().map(move |ground| (gate, ground)));
        let why = grounds.next().map(|(gate, ground)| self.ground(&row.decision, gate, ground));
        RestrictionsRow {
            account,
            resource: capital(&resource),
            processed: if row.is_processed() { "yes" } else { "no" },
            result: Text::new().strong(word).and(". ").then(why.unwrap_or_default()),
        }
    }

    /// What puts the signal on a request.
    pub fn carrier(&self, carrier: Carrier) -> &'static str {
        match carrier {
            Carrier::Proxy => "a proxy",
            Carrier::WindowsDevicePolicy => "a Windows device policy",
            Carrier::GlobalSecureAccess => "Global Secure Access",
        }
    }

    /// What becomes of a request that restrictions leave alone, but that other settings refuse; nothing where they
    /// do not. The account a tenant gave out itself is for its outbound settings.
    pub fn beside_restrictions(&self, row: &TenantRestrictionsRow) -> Option<Text> {
        let request = &row.decision.request;
        let outbound = row.decision.gates.iter().find(|gate| gate.gate == Gate::HomeOutbound)?;
        let refuses = outbound.status == Status::Fail && row.status() == Status::Pass;
        let is_own = row.decision.gates.iter().flat_map(|gate| &gate.grounds).any(|ground| {
            let Reason::TenantRestrictions(reason) = ground.reason else { return false };
            reason == entente_policy::gates::tenant_restrictions::Reason::OwnAccount
        });
        (refuses && is_own).then(|| {
            Text::new().strong(self.tenants(&request.home)).and(" outbound settings stop it instead.")
        })
    }
}
