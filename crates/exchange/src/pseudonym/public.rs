//! What is the same in every tenant, and so gives nobody away: Microsoft's own ids and applications, its
//! addresses, and the words of Graph and of the model.

use entente_policy::Id;
use entente_policy::gates::tenant_restrictions::PERSONAL_ACCOUNTS;

/// Microsoft's applications that Entente knows by name.
const APPLICATIONS: [(&str, &str); 12] = [
    ("cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "Teams shared channel"),
    ("00000003-0000-0ff1-ce00-000000000000", "SharePoint Online"),
    ("00000002-0000-0ff1-ce00-000000000000", "Exchange Online"),
    ("c44b4083-3bb0-49c1-b47d-974e53cbdf3c", "Azure portal"),
    ("2793995e-0a7d-40d7-bd35-6968ba142197", "My Apps"),
    ("19db86c3-b2b9-44cc-b339-36da233a3be2", "My Sign-ins"),
    ("8c59ead7-d703-4a27-9e55-c96a0054c8d2", "My Profile"),
    ("0000000c-0000-0000-c000-000000000000", "Microsoft App Access Panel"),
    ("d52792f4-ba38-424d-8140-ada5b883f293", "Terms of Use"),
    ("00000012-0000-0000-c000-000000000000", "Rights Management"),
    ("00000003-0000-0000-c000-000000000000", "Microsoft Graph"),
    ("797f4846-ba00-4fd7-ba43-dac1f8f63013", "Azure service management"),
];

/// How the ids of Microsoft's applications end that were not made at random.
const ENDINGS: [&str; 2] = ["-c000-000000000000", "-ce00-000000000000"];

/// How the ids of built-in authentication strengths begin.
const STRENGTHS: &str = "00000000-0000-0000-0000-00000000000";

/// The words that stand where ids stand.
const RESERVED: [&str; 16] = [
    "AllUsers",
    "AllApplications",
    "AllMicrosoftApps",
    "Office365",
    "MicrosoftAdminPortals",
    "All",
    "None",
    "AllTrusted",
    "GuestsOrExternalUsers",
    "Global",
    "anyOtherUser",
    "anonymous",
    "servicePrincipal",
    "anyOtherApplication/office365",
    "anyOtherApplication/microsoft",
    "anyOtherApplication/lineOfBusiness",
];

/// Words of Graph that properties without a type in the model can hold.
const WORDS: [&str; 57] = [
    "allowed",
    "blocked",
    "user",
    "group",
    "application",
    "enabled",
    "disabled",
    "true",
    "false",
    "all",
    "none",
    "browser",
    "mobileAppsAndDesktopClients",
    "exchangeActiveSync",
    "easSupported",
    "other",
    "android",
    "iOS",
    "windows",
    "windowsPhone",
    "macOS",
    "linux",
    "include",
    "exclude",
    "low",
    "medium",
    "high",
    "hidden",
    "unknownFutureValue",
    "newPartners",
    "existingPartners",
    "userImpact",
    "always",
    "never",
    "hours",
    "days",
    "everyTime",
    "timeBased",
    "primaryAndSecondaryAuthentication",
    "secondaryAuthentication",
    "strict",
    "defaultConfiguration",
    "homeTenant",
    "deviceCodeFlow",
    "authenticationTransfer",
    "minor",
    "moderate",
    "elevated",
    "Member",
    "Guest",
    "Accepted",
    "PendingAcceptance",
    "AND",
    "OR",
    "enumerated",
    "default",
    "partners",
];

/// Hosts of Microsoft's, with whatever stands before them.
const HOSTS: [&str; 9] = [
    "microsoft.com",
    "microsoft.us",
    "microsoft-ppe.com",
    "microsoftonline.com",
    "microsoftonline.us",
    "microsoftonline.cn",
    "chinacloudapi.cn",
    "windows.net",
    "azure.com",
];

/// Whether an id is Microsoft's own, or a word in an id's place: it is the same in every tenant.
pub fn is_public(id: &Id) -> bool {
    let text = id.as_str().to_ascii_lowercase();
    id.is(PERSONAL_ACCOUNTS)
        || RESERVED.iter().any(|word| id.is(word))
        || application(&text).is_some()
        || (id.is_guid()
            && (ENDINGS.iter().any(|ending| text.ends_with(ending)) || text.starts_with(STRENGTHS)))
}

/// The name of an application of Microsoft's.
pub(super) fn application(id: &str) -> Option<&'static str> {
    APPLICATIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(id)).map(|(_, name)| *name)
}

/// Whether a text is made of words that everybody has, with commas between them.
pub(super) fn are_words(text: &str) -> bool {
    text.split(',').map(str::trim).all(|word| {
        let is = |known: &&str| known.eq_ignore_ascii_case(word);
        WORDS.iter().any(is) || RESERVED.iter().any(is)
    })
}

/// Whether a text looks like words of Graph's, which begin small: `b2bDirectConnectUser,internalGuest`.
pub(super) fn is_graph_word(text: &str) -> bool {
    text.split(',').map(str::trim).all(|word| {
        (word.starts_with(|first: char| first.is_ascii_lowercase())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric()))
            || is_host(word)
    })
}

/// Whether a text looks like a code of ours: `access.listed`, `AADSTS500213`.
pub(super) fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
}

/// Whether a text is a number of few digits, or begins as a date does.
pub(super) fn is_number_or_date(text: &str) -> bool {
    let is_date = text.len() >= 10
        && text.bytes().take(10).enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
        && text.bytes().skip(10).all(|byte| byte.is_ascii_digit() || b"T:.+-Z ".contains(&byte));
    is_date || (text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text is the name of a type of Graph's, or an address at Microsoft.
pub(super) fn is_microsoft_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://");
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(is_host) || is_graph_type(text)
}

/// Whether a text is the name of a type of Graph's, such as `#microsoft.graph.user`.
pub(super) fn is_graph_type(text: &str) -> bool {
    text.trim_start_matches('#').starts_with("microsoft.graph")
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"#.".contains(&byte))
}

/// Whether a domain is one of Microsoft's that stand in addresses of its services.
pub(super) fn is_host(domain: &str) -> bool {
    HOSTS.iter().any(|host| {
        let before = domain.strip_suffix(host);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    })
}

/// Whether a key looks like a property's name: letters and digits, and OData's `@` and dots.
pub(super) fn is_property(key: &str) -> bool {
    let word = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    match key.split_once("@odata.") {
        Some((property, annotation)) => {
            (property.is_empty() || word(property)) && annotation.split('.').all(word)
        }
        None => word(key),
    }
}
