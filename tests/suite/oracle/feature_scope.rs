//! What direct connect reaches. Tables: the comparison of B2B collaboration and B2B direct connect.

use entente_policy::AppKind;

use super::question::Question;
use super::says::Says;

/// Shared channels need Office 365.
const REACHED: [(AppKind, Says); 3] =
    [(AppKind::Office365, Says::Yes), (AppKind::Microsoft, Says::No), (AppKind::LineOfBusiness, Says::No)];

/// Beside that, direct connect users have My Apps.
const MY_APPS: &str = "2793995e-0a7d-40d7-bd35-6968ba142197";

pub(super) fn says(question: &Question<'_>) -> Says {
    if !question.is_of_a_user_across_tenants()
        || !question.is_direct_connect()
        || question.application_is_one_of(&[MY_APPS])
    {
        return Says::Yes;
    }
    let kind = question.kind();
    REACHED.iter().find(|(reached, _)| *reached == kind).expect("the table is complete").1
}
