//! Texts that are known and cannot be read: what they are, and which command gives what can be.

use super::csv::Rows;
use super::text::Foreign;
use super::{names, refusal};

/// How to get everything at once.
pub(super) const EXPORT: &str =
    "Run the export script that Entente shows (`entente script`) in that tenant, and give the file it writes";

/// Whether the bytes are no text at all.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Foreign> {
    let is = |start: &[u8]| bytes.starts_with(start);
    if is(b"PK\x03\x04") {
        return Some(Foreign::new(
            "archive",
            "this is a ZIP archive, or a workbook of Excel",
            "Unpack it and give the files in it; save a workbook’s sheet as CSV",
        ));
    }
    if is(b"\xff\xfe\0\0") || is(b"\0\0\xfe\xff") {
        return Some(Foreign::new(
            "utf32",
            "the text is written in UTF-32",
            "Save it as UTF-8: `Out-File -Encoding utf8`",
        ));
    }
    if is(b"\x1f\x8b") || is(b"%PDF") || is(b"\x89PNG") || is(b"\xd0\xcf\x11\xe0") {
        return Some(Foreign::new("notText", "this is not a text", EXPORT));
    }
    None
}

/// What a table is that counts sign-ins instead of listing them, by the names of its columns.
pub(super) fn of_table(text: &str) -> Option<Foreign> {
    const SIGN_INS: &str = "Ask for the sign-ins themselves: `Get-MsIdCrossTenantAccessActivity` without `-SummaryStats`, with `| Export-Csv`, or `GET https://graph.microsoft.com/beta/auditLogs/signIns?$filter=crossTenantAccessType ne 'none'`";
    let start = text.trim_start();
    if start.starts_with(['{', '[', '<']) {
        return None;
    }
    let names = Rows::of(text).next().ok().flatten()?;
    let has = |known: &str| names.iter().any(|(_, name)| names::folded(name.trim()) == known);
    let ends = |end: &str| names.iter().any(|(_, name)| names::folded(name.trim()).ends_with(end));
    if has("accessdirection") && (has("signins") || has("successsignins") || has("uniqueusers")) {
        return Some(Foreign::new(
            "sums",
            "these are sums of sign-ins (`-SummaryStats`), which do not say who it was",
            SIGN_INS,
        ));
    }
    let is_workbook =
        ends("boundsigninstotal") || ends("boundappsigninstotal") || ends("boundsigninsfailure");
    if is_workbook || has("statuscount") && (has("status") || has("statuscode")) {
        return Some(Foreign::new(
            "workbookTable",
            "this is a table of the workbook for cross-tenant access activity: counts, which do not say who signed in to what",
            SIGN_INS,
        ));
    }
    None
}

/// What a text is in which no document was found, or that only looks like one.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    let start = text.trim_start();
    let lower_start: alloc::string::String =
        start.chars().take(64).collect::<alloc::string::String>().to_ascii_lowercase();
    if lower_start.starts_with("<!doctype html")
        || lower_start.starts_with("<html")
        || start.contains("&quot;")
    {
        return Some(Foreign::new(
            "webPage",
            "this is a web page, not the answer that it shows",
            "In Graph Explorer copy the response itself, from the first { to the last }",
        ));
    }
    if start.starts_with("<Objs") || start.starts_with("<?xml") {
        return Some(Foreign::new(
            "xml",
            "this is XML, as `Export-Clixml` writes it",
            "Export with `Invoke-MgGraphRequest -OutputType Json` instead",
        ));
    }
    let has = |part: &str| text.contains(part);
    if has("resource \"microsoft365") || has("resource \"msgraph_resource") {
        return Some(Foreign::new(
            "hcl",
            "this is the source of a Terraform configuration, which says what should be and not what is",
            "Give what `terraform show -json` prints",
        ));
    }
    if has("▶") || has("▼") || has(": {…}") || has(": {...}") {
        return Some(Foreign::new(
            "browserTree",
            "this is what a browser’s developer tools show of an answer, with parts folded away",
            "Copy the response itself: in the network view choose “Copy response”",
        ));
    }
    if has("instance of MSFT_") {
        return Some(Foreign::new(
            "mof",
            "this is a compiled configuration (MOF) of Microsoft365DSC",
            "Give the configuration itself, the .ps1 file that it was compiled from",
        ));
    }
    if is_error(text) {
        return Some(Foreign::new(
            "errorAnswer",
            "this is an error that a command printed, and no answer",
            refusal::remedy(None, text),
        ));
    }
    if is_hashtable(text) {
        return Some(Foreign::new(
            "hashtable",
            "this is the table of names and values that `Invoke-MgGraphRequest` shows on the screen, with settings cut short",
            "Ask with `Invoke-MgGraphRequest -OutputType Json` and write what it gives into a file",
        ));
    }
    if is_format_list(text) || is_format_table(text) {
        return Some(Foreign::new(
            "formatList",
            "this is what PowerShell shows on the screen (`Format-List`, `Format-Table`), with settings cut short",
            "Ask with `Invoke-MgGraphRequest -OutputType Json`, or add `| ConvertTo-Json -Depth 100`",
        ));
    }
    if [
        "MgPolicyCrossTenantAccess",
        "MgBetaPolicyCrossTenantAccess",
        "Invoke-MgGraphRequest",
        "Connect-MgGraph",
    ]
    .iter()
    .any(|part| has(part))
    {
        return Some(Foreign::new(
            "script",
            "this is a script, which says what somebody wants to do and not what is set",
            EXPORT,
        ));
    }
    if has("'\"$") || has("\"'$") {
        return Some(Foreign::new(
            "notFilledIn",
            "a variable of a shell stands in the body, and nobody has filled it in",
            "Put the value in its place, or give the answer of a tenant instead of a command",
        ));
    }
    if (has("az rest") || has("mgc ")) && has("{\\\"") {
        return Some(Foreign::new(
            "escapedBody",
            "this is a command line whose body has a backslash before each quote, as a shell wants it",
            "Give the body alone, without the backslashes; better, give the answer of the tenant: run the command with GET, and give what it prints",
        ));
    }
    if has("az rest") || has("mgc policies") {
        return Some(Foreign::new(
            "commandLine",
            "this is a command line without the answer to it",
            "Run it, and give what it prints",
        ));
    }
    if has("type: Microsoft365DSC/")
        || has("resourceType: AADCross")
        || has("b2b_collaboration:")
        || has("b2bCollaborationInbound:")
        || has("b2b_direct_connect:")
    {
        return Some(Foreign::new("yaml", "this is YAML, which Entente does not read", EXPORT));
    }
    if is_yaml_of_graph(text) {
        return Some(Foreign::new(
            "yaml",
            "this is YAML, which Entente does not read",
            "Ask for JSON: it is what `az rest` prints without `--output yaml`",
        ));
    }
    if is_mixed(text) {
        return Some(Foreign::new(
            "mixedEncoding",
            "a part of this is UTF-16 and another is not, as PowerShell’s `>>` and `Out-File -Append` write it",
            "Write each answer into a file of its own",
        ));
    }
    None
}

/// Whether it is an answer of Graph's as a tool prints it that was asked for YAML.
fn is_yaml_of_graph(text: &str) -> bool {
    const KEYS: [&str; 6] = [
        "'@odata.context':",
        "\"@odata.context\": h",
        "isServiceDefault:",
        "inboundTrust:",
        "allowedCloudEndpoints:",
        "tenantId:",
    ];
    let is_key = |line: &str| {
        let line = line.trim_start_matches([' ', '-']);
        KEYS.iter().any(|key| line.starts_with(key))
    };
    !text.trim_start().starts_with(['{', '[']) && text.lines().take(200).any(is_key)
}

/// Whether a part of it is wide: letters with a zero behind each.
fn is_mixed(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    let (pairs, _) = text.as_bytes().as_chunks::<4>();
    pairs
        .iter()
        .filter(|[one, zero, other, last]| {
            let is_low = is_letter(*one) && *zero == 0 && is_letter(*other) && *last == 0;
            is_low || *one == 0 && is_letter(*zero) && *other == 0 && is_letter(*last)
        })
        .take(8)
        .count()
        == 8
}

/// What a document is in that does not begin on a line of its own.
pub(super) fn of_text_around(text: &str) -> Option<Foreign> {
    let brace = text.find(['{', '['])?;
    let after = text.get(brace.saturating_add(1)..)?.trim_start_matches(|letter: char| {
        letter.is_whitespace() || letter.is_ascii_digit() || letter == '{'
    });
    after.starts_with('"').then(|| {
        Foreign::new(
            "textAround",
            "there is JSON in this, behind other text on its lines",
            "Keep the answer alone, from its first { or [ to the last, without numbers of lines and without a variable before it",
        )
    })
}

/// Whether it is what the Azure CLI or PowerShell prints when Graph refuses.
fn is_error(text: &str) -> bool {
    let start: alloc::string::String = text.trim_start().chars().take(2_000).collect();
    let has = |part: &str| start.contains(part);
    start.starts_with("ERROR:")
        || has("ErrorCode: ")
        || has("Authorization_RequestDenied")
        || has("Insufficient privileges to complete the operation")
        || has("FullyQualifiedErrorId")
        || has("Authentication needed. Please call Connect-MgGraph")
}

/// `Name` and `Value`, with dashes under them.
fn is_hashtable(text: &str) -> bool {
    let words =
        |line: &str| line.split_whitespace().map(alloc::string::String::from).collect::<alloc::vec::Vec<_>>();
    let mut lines = text.lines().skip_while(|line| line.trim().is_empty());
    let (names, rule) = (words(lines.next().unwrap_or_default()), words(lines.next().unwrap_or_default()));
    names == ["Name", "Value"] && rule == ["----", "-----"]
}

/// Names of columns, and lines of dashes under them.
fn is_format_table(text: &str) -> bool {
    let mut before = "";
    text.lines().take(200).any(|line| {
        let is_rule = line.trim().len() > 2 && line.trim().chars().all(|letter| matches!(letter, '-' | ' '));
        let names = core::mem::replace(&mut before, line).to_ascii_lowercase();
        is_rule
            && ["tenantid", "inboundtrust", "b2bcollab", "isservicedefault"]
                .iter()
                .any(|name| names.contains(name))
    })
}

/// Lines such as `B2BCollaborationInbound : Microsoft.Graph.PowerShell.Models…`.
fn is_format_list(text: &str) -> bool {
    let is_line = |line: &str| {
        line.split_once(" : ").is_some_and(|(name, _)| {
            let name = name.trim_end();
            !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric())
        })
    };
    text.lines().take(200).filter(|line| is_line(line)).count() >= 2
        && ["tenantid", "inboundtrust", "b2bcollaboration", "isservicedefault"]
            .iter()
            .any(|name| text.to_ascii_lowercase().contains(name))
}
