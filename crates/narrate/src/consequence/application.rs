//! The words of applications that guests depend on.

use alloc::format;
use alloc::string::String;

use entente_policy::consequence::facts::Application;
use entente_policy::consequence::{Consequence, Fact};

use crate::Narrator;

/// What becomes of people where a list keeps the application out.
pub(super) fn says(fact: Application) -> &'static str {
    match fact {
        Application::MyApps => "My Apps: guests have nowhere to land.",
        Application::MySignIns => {
            "My Sign-ins: a guest who has to register for multifactor authentication here can’t."
        }
        Application::AppAccessPanel => {
            "App Access Panel: part of registering for multifactor authentication. Both tenants have to let it through."
        }
        Application::MyProfile => "My Profile: guests can’t see or leave their organizations.",
        Application::TermsOfUse => {
            "Terms of use: whoever has to accept some can’t. Both tenants have to let it through."
        }
        Application::RightsManagement => {
            "Rights Management: encrypted mail from other organizations can’t be read."
        }
        Application::Office365 => {
            "Office 365: a channel leans on SharePoint and Exchange, not on Teams alone."
        }
    }
}

impl Narrator<'_> {
    /// What a list of applications keeps out, in a few words.
    pub fn side_effects(&self, found: &[Consequence]) -> String {
        match found {
            [only] if only.fact == Fact::Application(Application::Office365) => {
                "Less than a shared channel needs".into()
            }
            [_] => "The list keeps out 1 application that people need".into(),
            _ => format!("The list keeps out {} applications that people need", found.len()),
        }
    }

    /// One application that a list keeps out, and what becomes of people then.
    pub fn side_effect(&self, found: &Consequence) -> &'static str {
        match found.fact {
            Fact::Application(fact) => says(fact),
            _ => "",
        }
    }
}
