//! Lists of domains: which rule they make, and reading them from what somebody typed.

/// A rule about domains: all of them, a list of allowed ones, or a list of blocked ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DomainRule {
    /// Every domain.
    Any,
    /// These domains alone.
    Only(Vec<String>),
    /// Every domain but these.
    Except(Vec<String>),
}

impl DomainRule {
    /// The domains it names.
    pub fn domains(&self) -> &[String] {
        match self {
            DomainRule::Any => &[],
            DomainRule::Only(list) | DomainRule::Except(list) => list,
        }
    }

    /// Makes it about the domains of `text`, unless one of them is none.
    pub(crate) fn retype(&mut self, text: &str) {
        if let (DomainRule::Only(list) | DomainRule::Except(list), Ok(typed)) = (self, domains(text)) {
            *list = typed;
        }
    }
}

/// The domains in a text, between commas, semicolons or white space, each once and in small letters.
///
/// # Errors
/// The first word that is no domain.
pub fn domains(text: &str) -> Result<Vec<String>, String> {
    let mut found: Vec<String> = Vec::new();
    let words = text.split(|letter: char| letter.is_whitespace() || ",;".contains(letter));
    for word in words.filter(|word| !word.is_empty()) {
        if !is_domain(word) {
            return Err(word.into());
        }
        let word = word.to_ascii_lowercase();
        if !found.contains(&word) {
            found.push(word);
        }
    }
    Ok(found)
}

/// Two labels or more of letters, digits and inner hyphens; letters of other scripts are let be.
fn is_domain(word: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter == '-' || letter.is_alphanumeric())
    };
    word.contains('.') && word.len() <= 253 && word.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_read_from_what_is_typed() {
        let read = domains(" Fabrikam.com, northwind.example;fabrikam.com\ncafé.fr ").unwrap();
        assert_eq!(read, ["fabrikam.com", "northwind.example", "café.fr"]);
        assert_eq!(domains(""), Ok(Vec::new()));
        for wrong in
            ["fabrikam", "@fabrikam.com", "ana@fabrikam.com", "a..b", "-a.com", "*.com", "https://a.com"]
        {
            assert_eq!(domains(&format!("a.com {wrong}")), Err(wrong.to_string()));
        }
    }
}
