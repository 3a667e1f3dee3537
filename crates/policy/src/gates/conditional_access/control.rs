//! What one control makes of the session: the decision table for external users, for both features.
//! Source: the page on authentication and conditional access for external users, and the direct connect
//! overview where the two differ.

use alloc::vec;
use alloc::vec::Vec;

use super::condition::Risk;
use super::trust::Trust;
use super::{Draft, Reason, Statement, other_account, risk, session, strength};
use crate::class::SessionClaim;
use crate::graph::{AuthenticationStrength, BuiltInControl, GrantControls};
use crate::person::Person;
use crate::{Connection, ErrorCode, Feature, Note, Reading, Standing, Status};

/// Whether any control asks for a claim of the session.
pub(super) fn asks_for(controls: &GrantControls, claim: SessionClaim) -> bool {
    let wanted = match claim {
        SessionClaim::Mfa => BuiltInControl::Mfa,
        SessionClaim::CompliantDevice => BuiltInControl::CompliantDevice,
        SessionClaim::HybridJoinedDevice => BuiltInControl::DomainJoinedDevice,
    };
    controls.built_in_controls.contains(&wanted)
        || (claim == SessionClaim::Mfa
            && (controls.authentication_strength.is_some()
                || !controls.custom_authentication_factors.is_empty()))
}

/// Every control of a policy.
pub(super) fn all(
    controls: &GrantControls,
    connection: &Connection,
    person: &Person<'_>,
    trust: &Trust,
    risk: Risk,
) -> Vec<Draft> {
    let context = Context { connection, person, trust, risk };
    let mut judged: Vec<Draft> =
        controls.built_in_controls.iter().map(|control| context.built_in(control)).collect();
    if let Some(strength) = &controls.authentication_strength {
        judged.push(match person.other_account {
            Some(_) => other_account::strength(),
            None => context.claim(SessionClaim::Mfa, |counts| {
                context.under_risk(context.strength(strength, counts), counts)
            }),
        });
    }
    if !controls.terms_of_use.is_empty() {
        judged.push(context.terms_of_use());
    }
    if !controls.custom_authentication_factors.is_empty() {
        judged.push(match person.other_account {
            Some(_) => custom_control(false),
            None => context.claim(SessionClaim::Mfa, custom_control),
        });
    }
    judged
}

/// What direct connect does not support, with both readings of what happens then.
pub(super) fn not_supported_for_direct_connect() -> Draft {
    let mut draft = Draft::new(
        Status::Undocumented,
        Reason::NotSupportedForDirectConnect,
        Statement::UnsupportedForDirectConnect,
        Standing::Undocumented,
    );
    draft.readings = vec![
        Reading::new(Reason::UnsupportedBlocks, Status::Fail),
        Reading::new(Reason::UnsupportedIgnored, Status::Pass),
    ];
    draft
}

/// A custom control is another service's to judge. It does not work with claims from home that count; what happens
/// then no page says.
fn custom_control(counts: bool) -> Draft {
    if !counts {
        return Draft::new(
            Status::Depends,
            Reason::CustomControlDecides,
            Statement::CustomControls,
            Standing::Inferred,
        );
    }
    let mut draft = Draft::new(
        Status::Undocumented,
        Reason::CustomControlWithTrust,
        Statement::CustomControls,
        Standing::Undocumented,
    );
    draft.readings = vec![
        Reading::new(Reason::UnsupportedBlocks, Status::Fail),
        Reading::new(Reason::CustomControlAskedAnyway, Status::Depends),
    ];
    draft
}

struct Context<'a> {
    connection: &'a Connection,
    person: &'a Person<'a>,
    trust: &'a Trust,
    risk: Risk,
}

impl Context<'_> {
    fn direct_connect(&self) -> bool {
        self.connection.feature == Feature::B2bDirectConnect
    }

    fn built_in(&self, control: &BuiltInControl) -> Draft {
        let unsupported =
            |reason| Draft::new(Status::Fail, reason, Statement::UnsupportedControls, Standing::Inferred);
        match control {
            BuiltInControl::Mfa => {
                self.claim(SessionClaim::Mfa, |counts| self.under_risk(self.mfa(counts), counts))
            }
            BuiltInControl::CompliantDevice => self.claim(SessionClaim::CompliantDevice, |counts| {
                self.device(
                    self.person.session.compliant_device,
                    counts,
                    [
                        Reason::CompliantDeviceCounts,
                        Reason::CompliantDeviceMissing,
                        Reason::CompliantDeviceNotTrusted,
                    ],
                )
            }),
            BuiltInControl::DomainJoinedDevice => self.claim(SessionClaim::HybridJoinedDevice, |counts| {
                self.device(
                    self.person.session.hybrid_joined_device,
                    counts,
                    [
                        Reason::HybridJoinedDeviceCounts,
                        Reason::HybridJoinedDeviceMissing,
                        Reason::HybridJoinedDeviceNotTrusted,
                    ],
                )
            }),
            BuiltInControl::Block if self.risk.user => {
                Draft::new(Status::Fail, Reason::UserRiskBlocks, Statement::Risk, Standing::Documented)
            }
            BuiltInControl::Block => {
                Draft::new(Status::Fail, Reason::PolicyBlocks, Statement::GrantControls, Standing::Documented)
            }
            BuiltInControl::ApprovedApplication => unsupported(Reason::ApprovedAppNotSupported),
            BuiltInControl::PasswordChange if self.risk.user => Draft::new(
                Status::Fail,
                Reason::PasswordChangeImpossible,
                Statement::Risk,
                Standing::Documented,
            ),
            BuiltInControl::CompliantApplication | BuiltInControl::PasswordChange => {
                unsupported(Reason::ControlNotSupported)
            }
            BuiltInControl::Other(_) => Draft::new(
                Status::Depends,
                Reason::NotEvaluated,
                Statement::GrantControls,
                Standing::Undocumented,
            ),
        }
    }

    /// Judges a control whose answer hangs on whether a claim from home counts, under both readings of a
    /// switch left null.
    fn claim(&self, claim: SessionClaim, judge: impl Fn(bool) -> Draft) -> Draft {
        if self.person.other_account.is_some() {
            let draft = other_account::claim(claim);
            return if claim == SessionClaim::Mfa { self.under_risk(draft, false) } else { draft };
        }
        let [off, inherited] = self.trust.counts(claim);
        let mut draft = judge(off);
        if off != inherited {
            let other = judge(inherited);
            if other.status != draft.status {
                let readings = vec![
                    Reading::new(Reason::NullTrustIsOff, draft.status),
                    Reading::new(Reason::NullTrustInherits, other.status),
                ];
                draft = Draft::new(
                    Status::Undocumented,
                    Reason::TrustNotStated,
                    Statement::TrustSettings,
                    Standing::Undocumented,
                );
                draft.readings = readings;
            }
        }
        draft.settings = self.trust.cited(claim).collect();
        draft.settings.push(session(self.connection, self.person));
        if claim == SessionClaim::Mfa {
            draft.settings.extend(risk::cited(self.connection, self.risk));
        }
        draft.source = Some(self.trust.source);
        draft
    }

    fn mfa(&self, counts: bool) -> Draft {
        let mut draft = self.mfa_alone(counts);
        if counts && !self.direct_connect() {
            draft.notes.push(Note::MfaRegistrationPolicy);
        }
        draft
    }

    fn mfa_alone(&self, counts: bool) -> Draft {
        let done = self.person.session.mfa;
        match (counts, done, self.direct_connect()) {
            (true, true, _) => {
                Draft::new(Status::Pass, Reason::MfaAtHomeCounts, Statement::MfaTrust, Standing::Documented)
            }
            (true, false, false) => {
                Draft::new(Status::Prompt, Reason::MfaPromptAtHome, Statement::MfaTrust, Standing::Documented)
            }
            // The direct connect overview says blocked; the general page describes a challenge at home.
            (true, false, true) => Draft::new(
                Status::Fail,
                Reason::MfaNotDoneAtHome,
                Statement::MfaDoneAtHome,
                Standing::Contradictory,
            ),
            (false, _, false) => Draft::new(
                Status::Prompt,
                Reason::MfaPromptInResource,
                Statement::MfaTrust,
                Standing::Documented,
            ),
            (false, _, true) => Draft::new(
                Status::Fail,
                Reason::MfaNotTrusted,
                Statement::MfaTrustRequired,
                Standing::Documented,
            ),
        }
    }

    fn device(&self, claimed: bool, counts: bool, [present, missing, untrusted]: [Reason; 3]) -> Draft {
        let (status, reason) = match (counts, claimed) {
            (true, true) => (Status::Pass, present),
            (true, false) => (Status::Fail, missing),
            (false, _) => (Status::Fail, untrusted),
        };
        let mut draft = Draft::new(status, reason, Statement::DeviceTrust, Standing::Documented);
        if reason == missing {
            // The support article on that error has it for a device that does not say what it is, too.
            draft.notes.push(Note::OtherError { error: ErrorCode::AcceptCompliantDevice });
        }
        draft
    }

    /// What sign-in risk makes of a control that asks for multifactor authentication.
    fn under_risk(&self, plain: Draft, counts: bool) -> Draft {
        if self.risk.sign_in {
            risk::on_registration(plain, counts, self.connection, self.person)
        } else {
            plain
        }
    }

    fn strength(&self, strength: &AuthenticationStrength, counts: bool) -> Draft {
        if strength.id.is(AuthenticationStrength::MULTIFACTOR) && (counts || !self.direct_connect()) {
            return self.mfa(counts);
        }
        match (counts, self.person.session.mfa, self.direct_connect()) {
            (true, false, _) => self.mfa(true),
            (true, true, direct_connect) => {
                strength::done_at_home(strength, self.person.session, direct_connect)
            }
            (false, _, true) => Draft::new(
                Status::Fail,
                Reason::StrengthNotTrusted,
                Statement::AuthenticationStrength,
                Standing::Documented,
            ),
            (false, _, false) => strength::in_resource(strength),
        }
    }

    fn terms_of_use(&self) -> Draft {
        if self.direct_connect() {
            return not_supported_for_direct_connect();
        }
        Draft::new(Status::Prompt, Reason::TermsOfUsePrompt, Statement::GrantControls, Standing::Documented)
    }
}
