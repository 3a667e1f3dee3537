//! Directory roles that guests hold now and then, by the id of their template.
//! Source: Microsoft Entra built-in roles.

use entente_policy::Id;

/// The roles.
pub(crate) const ROLES: [(&str, &str); 6] = [
    ("62e90394-69f5-4237-9190-012177145e10", "Global Administrator"),
    ("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader"),
    ("95e79109-95c0-4d8e-aee3-d01accf2d47b", "Guest Inviter"),
    ("194ae4cb-b126-40b2-bd5b-6091b380977d", "Security Administrator"),
    ("69091246-20e8-4a56-aa4d-066075b2a7a8", "Teams Administrator"),
    ("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator"),
];

/// An id that is not known by a name, cut.
pub(crate) fn short(id: &Id) -> String {
    let text = id.as_str();
    if text.chars().count() <= 13 {
        text.into()
    } else {
        format!("{}…", text.chars().take(8).collect::<String>())
    }
}
