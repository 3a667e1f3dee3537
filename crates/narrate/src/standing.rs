//! How well the documentation supports an answer, and where it says so.

use alloc::format;
use alloc::string::String;

use entente_policy::{Standing, Statement};

/// A standing in a word or two.
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Documented => "documented",
        Standing::Inferred => "inferred",
        Standing::Undocumented => "not documented",
        Standing::Contradictory => "documentation contradicts itself",
    }
}

/// A documented statement for people: what it says in our words, and the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What the page says, in our words.
    pub says: &'static str,
    /// The page's address.
    pub address: String,
}

impl Reference {
    /// The reference for a statement.
    pub fn of(statement: Statement) -> Self {
        let says = match statement {
            Statement::MutualDirectConnect => {
                "Direct connect works only when both organizations allow it; both directions are blocked until someone opens them."
            }
            Statement::BothSidesChecked => {
                "A guest’s sign-in is checked against the home tenant’s outbound and the resource tenant’s inbound settings."
            }
            Statement::UsersAndApplications => {
                "How the users and the applications of one setting combine, by a table of nine settings."
            }
            Statement::SharedChannelsOnly => "Direct connect currently works with Teams shared channels.",
            Statement::MyAppsPortal => "Direct connect users have access to the My Apps portal.",
            Statement::ConditionalAccessApplies => {
                "The resource tenant’s conditional access policies are evaluated when an external user signs in."
            }
            Statement::GrantControls => "Which grant controls conditional access has for external users.",
            Statement::MfaTrust => {
                "With trust, multifactor authentication done at home counts; without, guests do it in the resource tenant."
            }
            Statement::MfaTrustRequired => {
                "With a policy that requires multifactor authentication, direct connect needs the trust setting."
            }
            Statement::MfaDoneAtHome => {
                "The direct connect overview refuses a person who has not done multifactor authentication at home; the page on conditional access for external users describes a challenge at home instead. This page follows the first."
            }
            Statement::DeviceTrust => "Device claims of external users count only with the trust setting.",
            Statement::UnsupportedControls => {
                "Approved client apps, app protection policies and password change are not supported for external users."
            }
            Statement::UnsupportedForDirectConnect => {
                "Terms of use and session controls are not supported for direct connect users."
            }
            Statement::AuthenticationStrength => {
                "Which methods satisfy an authentication strength at home and in the resource tenant."
            }
            Statement::AllUsersScope => "All users takes in everyone in the directory, guests included.",
            Statement::TrustSettings => "The three trust settings; null is not explained.",
            Statement::TargetLists => "Access type and targets; an empty list is not explained.",
        };
        Reference { says, address: format!("https://learn.microsoft.com/{}", statement.page()) }
    }
}
