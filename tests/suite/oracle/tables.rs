//! The tables.

use entente_policy::Property;

/// Whether a list lets through or keeps out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Allowed,
    Blocked,
}

/// Whether a list names the user or the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    Yes,
    No,
}

/// What a check says, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    Yes,
    AfterPrompt,
    Unclear,
    Blocked,
}

/// What the service ships, where nobody has set anything.
pub(super) const SHIPPED: [(Property, Says); 4] = [
    (Property::B2bCollaborationInbound, Says::Yes),
    (Property::B2bCollaborationOutbound, Says::Yes),
    (Property::B2bDirectConnectInbound, Says::Blocked),
    (Property::B2bDirectConnectOutbound, Says::Blocked),
];

/// One half of a setting as it meets a user or an application.
pub(super) type Half = (Access, Listed);

/// Users and applications of one setting.
pub(super) const ACCESS: [(Half, Half, Says); 16] = {
    use Access::{Allowed, Blocked};
    use Listed::{No, Yes};
    [
        ((Allowed, Yes), (Allowed, Yes), Says::Yes),
        ((Allowed, Yes), (Allowed, No), Says::Blocked),
        ((Allowed, No), (Allowed, Yes), Says::Blocked),
        ((Allowed, No), (Allowed, No), Says::Blocked),
        // Allowed users, blocked applications: the users reach anything else.
        ((Allowed, Yes), (Blocked, Yes), Says::Blocked),
        ((Allowed, Yes), (Blocked, No), Says::Yes),
        ((Allowed, No), (Blocked, Yes), Says::Blocked),
        ((Allowed, No), (Blocked, No), Says::Blocked),
        // Blocked users, allowed applications: the others reach these and nothing else.
        ((Blocked, Yes), (Allowed, Yes), Says::Blocked),
        ((Blocked, Yes), (Allowed, No), Says::Blocked),
        ((Blocked, No), (Allowed, Yes), Says::Yes),
        ((Blocked, No), (Allowed, No), Says::Blocked),
        // Blocked users, blocked applications: only the pair is blocked.
        ((Blocked, Yes), (Blocked, Yes), Says::Blocked),
        ((Blocked, Yes), (Blocked, No), Says::Yes),
        ((Blocked, No), (Blocked, Yes), Says::Yes),
        ((Blocked, No), (Blocked, No), Says::Yes),
    ]
};

/// Whether something has to hold for a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    Yes,
    No,
    Any,
}

impl When {
    pub(super) fn meets(self, fact: bool) -> bool {
        match self {
            When::Yes => fact,
            When::No => !fact,
            When::Any => true,
        }
    }
}

/// Conditional access for external users from another Entra tenant: a grant control, whether the resource
/// tenant trusts the claim, whether the session holds it; then what that means for a guest, and for a direct
/// connect user.
pub(super) const CONTROLS: [(&str, When, When, Says, Says); 10] = {
    use Says::{AfterPrompt, Blocked};
    use When::{Any, No, Yes};
    const OPEN: Says = Says::Yes;
    [
        ("block", Any, Any, Blocked, Blocked),
        ("mfa", Yes, Yes, OPEN, OPEN),
        ("mfa", Yes, No, AfterPrompt, Blocked),
        ("mfa", No, Any, AfterPrompt, Blocked),
        ("compliantDevice", Yes, Yes, OPEN, OPEN),
        ("compliantDevice", Yes, No, Blocked, Blocked),
        ("compliantDevice", No, Any, Blocked, Blocked),
        ("domainJoinedDevice", Yes, Yes, OPEN, OPEN),
        ("domainJoinedDevice", Yes, No, Blocked, Blocked),
        ("domainJoinedDevice", No, Any, Blocked, Blocked),
    ]
};
