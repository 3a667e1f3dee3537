//! What somebody has typed, put into the edit that it is for.

use entente_policy::Id;

use super::{GuestEdit, PolicyEdit, TeamsEdit, domains};
use crate::Edit;

impl Edit {
    /// The same edit with what was typed, for the edits that take a name or another text.
    #[must_use]
    pub fn named(mut self, new: String) -> Self {
        match &mut self {
            Edit::SetTitle(name)
            | Edit::Policy { edit: PolicyEdit::Rename { name }, .. }
            | Edit::AddTenant { name }
            | Edit::RenameTenant { name, .. }
            | Edit::AddUser { name, .. }
            | Edit::RenameUser { name, .. }
            | Edit::AddGroup { name, .. }
            | Edit::RenameGroup { name, .. }
            | Edit::AddApplication { name, .. }
            | Edit::RenameApplication { name, .. }
            | Edit::SetSignInName { name, .. }
            | Edit::SetMail { mail: name, .. }
            | Edit::Teams {
                edit: TeamsEdit::AddPolicy { name } | TeamsEdit::RenamePolicy { name, .. },
                ..
            } => *name = new,
            Edit::Guests { edit: GuestEdit::SetDomains(rule), .. }
            | Edit::Teams { edit: TeamsEdit::SetDomains(rule), .. } => rule.retype(&new),
            Edit::SetDomains { domains: list, .. } => {
                if let Ok(typed) = domains(&new) {
                    *list = typed;
                }
            }
            Edit::Policy {
                edit: PolicyEdit::SetTenant { tenant: id, .. } | PolicyEdit::SetNamed { id, .. },
                ..
            } => *id = Id::from(new.trim()),
            _ => {}
        }
        self
    }
}
