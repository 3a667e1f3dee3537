//! What stands under a property of the model.

use crate::annotation::{BESIDE, UNKNOWN};

/// What the text under a property is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// An object id, application id or tenant id, or a reserved word in its place.
    Id,
    /// The name of somebody or something.
    Name,
    /// A sign-in name or an e-mail address.
    Address,
    /// A domain.
    Domain,
    /// A word of Graph's, or one of the model's.
    Word,
    /// A word of decisions.
    Expected,
    /// A sentence that a person wrote.
    Sentence,
    /// The address of a setting: ids and words between slashes.
    Path,
    /// Nobody knows.
    Unknown,
}

/// Properties of an expectation that hold words, as decisions have them.
const EXPECTED: [&str; 15] = [
    "outcome", "actors", "actor", "status", "owner", "reason", "reasons", "error", "errors", "standing",
    "source", "notes", "readings", "kind", "reading",
];

/// Properties by what they hold.
const PLACES: [(Place, &[&str]); 7] = [
    (
        Place::Id,
        &[
            "id",
            "appId",
            "tenantId",
            "target",
            "homeTenant",
            "homeUser",
            "home",
            "resource",
            "user",
            "application",
            "policyOwner",
            "policy",
            "members",
            "includeUsers",
            "excludeUsers",
            "includeGroups",
            "excludeGroups",
            "includeRoles",
            "excludeRoles",
            "includeApplications",
            "excludeApplications",
            "assignedUsers",
            "assignedGroups",
            "termsOfUse",
            "customAuthenticationFactors",
            "directoryRoles",
        ],
    ),
    (Place::Name, &["displayName", "identity"]),
    (Place::Address, &["userPrincipalName", "mail"]),
    (Place::Domain, &["domains", "allowedDomains", "blockedDomains"]),
    (
        Place::Word,
        &[
            "cloud",
            "kind",
            "userType",
            "externalUserState",
            "identityProvider",
            "mfaMethod",
            "signInRisk",
            "userRisk",
            "carrier",
            "accessType",
            "targetType",
            "state",
            "operator",
            "builtInControls",
            "signInRiskLevels",
            "userRiskLevels",
            "guestOrExternalUserTypes",
            "membershipKind",
            "allowedCombinations",
            "allowInvitesFrom",
            "service",
            "allowedCloudEndpoints",
            "primaryIdentityProviderPrecedenceOrder",
            "fallbackIdentityProvider",
            "feature",
            "clientAppTypes",
            UNKNOWN,
        ],
    ),
    (Place::Sentence, &["title", "story", "what"]),
    (Place::Path, &["settings"]),
];

/// Properties of the model, and of what Graph has beside it, that hold no text and have names that a person, a
/// group or a policy could have, too.
const OBJECTS: [&str; 35] = [
    BESIDE,
    "tenants",
    "tests",
    "directory",
    "users",
    "groups",
    "applications",
    "guests",
    "teams",
    "session",
    "mfa",
    "default",
    "partners",
    "targets",
    "conditions",
    "devices",
    "locations",
    "platforms",
    "expect",
    "gates",
    "cloud",
    "outbound",
    "inbound",
    "invitation",
    "reach",
    "access",
    "service",
    "signal",
    "readings",
    "notes",
    "templates",
    "definition",
    "usersAndGroups",
    "rest",
    "mode",
];

/// Whether the model has a property of this name. All of them begin small, and a name of several words in one is
/// nobody's.
pub(super) fn is_of_the_model(key: &str) -> bool {
    let is_camel = key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().any(|byte| byte.is_ascii_uppercase())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_camel || OBJECTS.contains(&key) || EXPECTED.contains(&key) || Place::of(key, false) != Place::Unknown
}

impl Place {
    /// What stands under `key`, in an expectation or elsewhere.
    pub(super) fn of(key: &str, in_expectation: bool) -> Self {
        if in_expectation && EXPECTED.contains(&key) {
            return Place::Expected;
        }
        let known = PLACES.iter().find(|(_, keys)| keys.contains(&key)).map(|(place, _)| *place);
        known.unwrap_or_else(|| {
            // Whatever Graph may come to call a name: `givenName`, `federationBrandName`, `mailNickname`.
            let key = key.to_ascii_lowercase();
            if key.ends_with("name") { Place::Name } else { Place::Unknown }
        })
    }
}
