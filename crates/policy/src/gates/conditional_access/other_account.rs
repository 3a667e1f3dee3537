//! What a control makes of a guest who does not sign in with an account of a Microsoft Entra tenant: no claim
//! from home can count, whatever the trust settings say.

use alloc::vec;

use super::{Draft, Reason, Statement};
use crate::class::SessionClaim;
use crate::{Reading, Standing, Status};

/// A control that asks for a claim.
pub(super) fn claim(claim: SessionClaim) -> Draft {
    match claim {
        SessionClaim::Mfa => Draft::new(
            Status::Prompt,
            Reason::MfaOfOtherAccount,
            Statement::OtherIdentityProviders,
            Standing::Documented,
        ),
        SessionClaim::CompliantDevice | SessionClaim::HybridJoinedDevice => Draft::new(
            Status::Fail,
            Reason::DeviceOfOtherAccount,
            Statement::OtherIdentityProviders,
            Standing::Inferred,
        ),
    }
}

/// An authentication strength, which cannot be applied to such guests. What happens if it is, no page says.
pub(super) fn strength() -> Draft {
    let mut draft = Draft::new(
        Status::Undocumented,
        Reason::StrengthOfOtherAccount,
        Statement::AuthenticationStrength,
        Standing::Undocumented,
    );
    draft.readings = vec![
        Reading::new(Reason::UnsupportedBlocks, Status::Fail),
        Reading::new(Reason::UnsupportedIgnored, Status::Pass),
    ];
    draft
}
