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

/// Users and applications of one setting.
pub(super) const ACCESS: [((Access, Listed), (Access, Listed), Says); 16] = {
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

/// A grant control, with what trust and session make of it for each feature.
pub(super) struct Control {
    pub(super) control: &'static str,
    /// Whether the resource tenant accepts the claim; none where it does not matter.
    pub(super) trusted: Option<bool>,
    /// Whether the session holds the claim; none where it does not matter.
    pub(super) claimed: Option<bool>,
    pub(super) collaboration: Says,
    pub(super) direct_connect: Says,
}

/// Conditional access for external users from another Entra tenant.
pub(super) const CONTROLS: [Control; 10] = [
    Control { control: "block", trusted: None, claimed: None, collaboration: Says::Blocked, direct_connect: Says::Blocked },
    Control { control: "mfa", trusted: Some(true), claimed: Some(true), collaboration: Says::Yes, direct_connect: Says::Yes },
    Control { control: "mfa", trusted: Some(true), claimed: Some(false), collaboration: Says::AfterPrompt, direct_connect: Says::Blocked },
    Control { control: "mfa", trusted: Some(false), claimed: None, collaboration: Says::AfterPrompt, direct_connect: Says::Blocked },
    Control { control: "compliantDevice", trusted: Some(true), claimed: Some(true), collaboration: Says::Yes, direct_connect: Says::Yes },
    Control { control: "compliantDevice", trusted: Some(true), claimed: Some(false), collaboration: Says::Blocked, direct_connect: Says::Blocked },
    Control { control: "compliantDevice", trusted: Some(false), claimed: None, collaboration: Says::Blocked, direct_connect: Says::Blocked },
    Control { control: "domainJoinedDevice", trusted: Some(true), claimed: Some(true), collaboration: Says::Yes, direct_connect: Says::Yes },
    Control { control: "domainJoinedDevice", trusted: Some(true), claimed: Some(false), collaboration: Says::Blocked, direct_connect: Says::Blocked },
    Control { control: "domainJoinedDevice", trusted: Some(false), claimed: None, collaboration: Says::Blocked, direct_connect: Says::Blocked },
];
