//! Edits of what a session says beside the claims that trust settings accept.

use entente_policy::graph::{AuthenticationMethod, RiskLevel};
use entente_policy::{Session, TenantRestrictionsSignal};

/// One change of a session.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionEdit {
    /// Puts the person on an organization's network or device, by the signal that it adds; none if it adds none.
    SetNetwork(Option<TenantRestrictionsSignal>),
    /// Sets the method of multifactor authentication; none where it is not stated.
    SetMethod(Option<AuthenticationMethod>),
    /// Sets the risk seen in the sign-in; none where it is not stated.
    SetSignInRisk(Option<RiskLevel>),
    /// Sets the risk seen in the user; none where it is not stated.
    SetUserRisk(Option<RiskLevel>),
}

pub(super) fn apply(session: &mut Session, edit: SessionEdit) {
    match edit {
        SessionEdit::SetNetwork(signal) => session.tenant_restrictions = signal,
        SessionEdit::SetMethod(method) => session.mfa_method = method,
        SessionEdit::SetSignInRisk(level) => session.sign_in_risk = level,
        SessionEdit::SetUserRisk(level) => session.user_risk = level,
    }
}
