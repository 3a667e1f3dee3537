//! What the pages leave open, and all ways to read them.

use std::cell::Cell;

use crate::oracle::says::Says;

/// An open question: both answers are tried.
#[derive(Clone, Copy, Debug)]
pub(super) enum Open {
    /// Does a trust switch that is null take the default's value? Otherwise it is off.
    NullTrustInherits,
    /// Does "all users" take in direct connect users, who have no object in the tenant?
    AllUsersAreDirectConnectUsersToo,
    /// Does what the user cannot do keep the user out? Otherwise nothing comes of it.
    UnsupportedKeepsOut,
    /// Does a sign-in at risk need registration in the resource tenant, although what was done at home counts?
    RiskNeedsRegistrationDespiteTrust,
    /// Does leaving out one type spare those who are of it only by the cross-over?
    ExclusionCrossesOver,
    /// Is whoever may or may not come by direct connect eligible for it?
    UncertainIsEligible,
    /// Is a custom control still satisfied where trust is on? Otherwise it keeps out.
    CustomControlWorksWithTrust,
}

/// One way to read the pages: an answer to every open question.
#[derive(Default)]
pub(super) struct Reading {
    answers: u32,
    asked: Cell<u32>,
}

impl Reading {
    /// The answer to an open question.
    pub(super) fn is(&self, question: Open) -> bool {
        let bit = 1 << question as u32;
        self.asked.set(self.asked.get() | bit);
        self.answers & bit != 0
    }
}

/// What all readings come to. A question that nobody asks need not be answered.
pub(super) fn read(says: impl Fn(&Reading) -> Says) -> Says {
    let mut asked = 0;
    let mut answers = Vec::new();
    for number in 0..1 << (Open::CustomControlWorksWithTrust as u32 + 1) {
        if number & !asked == 0 {
            let reading = Reading { answers: number, asked: Cell::default() };
            answers.push(says(&reading));
            asked |= reading.asked.get();
        }
    }
    Says::read(answers)
}
