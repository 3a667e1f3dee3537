//! Texts that stand where something else belongs: what PowerShell has cut short, and what nobody has filled in.

use super::names;

/// Whether PowerShell wrote this text in the place of what does not go so deep.
pub(super) fn is_cut_short(text: &str) -> bool {
    let text = text.trim();
    (text.starts_with("@{") && text.ends_with('}'))
        || (text.starts_with("System.") && text.ends_with("[]"))
        || text.starts_with("System.Collections.")
        || text.starts_with("Microsoft.Graph.PowerShell.")
        || text.starts_with("Microsoft.Graph.Beta.PowerShell.")
        || text == "System.Management.Automation.PSCustomObject"
}

/// Whether a text is what documentation and scripts put where a value belongs.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let between = |open: char, close: char| text.len() > 2 && text.starts_with(open) && text.ends_with(close);
    let inner = text.trim_start_matches('{').trim_end_matches('}');
    (between('{', '}') && !names::is_guid(inner))
        || between('<', '>')
        || between('%', '%')
        || text.starts_with('$')
        || text.contains("$(")
        || text.contains("\"$")
        || text.contains('…')
        || text == "String"
        || text.starts_with("String (")
        || text == "Boolean"
        || text == "00000000-0000-0000-0000-000000000000"
        || text.to_ascii_lowercase().contains("xxxx-xxxx")
        || is_name_of_one(text)
        || (text.contains('-')
            && !names::is_guid(text)
            && text.chars().all(|letter| letter.is_ascii_digit() || letter == '-'))
}

/// Whether it only says what belongs there: `YOUR_TENANT_ID`, `partner-tenant-id`, `objectId`.
fn is_name_of_one(text: &str) -> bool {
    let name = names::folded(text);
    let is_word = name.chars().all(|letter| letter.is_ascii_alphabetic());
    is_word && ["tenantid", "objectid", "userid", "groupid", "appid"].iter().any(|end| name.ends_with(end))
}
