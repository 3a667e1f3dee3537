//! Which tenant words mean: those of a domain, of a property, of a path.

use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Tenant;

use super::names;

/// Names of fewer letters are in too many words.
const SHORTEST: usize = 3;

/// The tenant that has a domain, and whether it is known to have it: of a tenant of which no domain is known, or not
/// the one that it began with, the first word of the domain may be the whole name.
pub(super) fn by_domain<'a>(tenants: &[&'a Tenant], domain: &str) -> Option<(&'a Tenant, bool)> {
    let domain = domain.trim().to_lowercase();
    let has = |tenant: &Tenant| tenant.domains.iter().any(|known| known.eq_ignore_ascii_case(&domain));
    if let Some(tenant) = only(tenants.iter().copied().filter(|tenant| has(tenant))) {
        return Some((tenant, true));
    }
    const INITIAL: &str = ".onmicrosoft.com";
    let (first, _) = domain.split_once('.')?;
    let may_have = |tenant: &Tenant| match domain.strip_suffix(INITIAL) {
        Some(_) => !tenant.domains.iter().any(|known| known.to_lowercase().ends_with(INITIAL)),
        None => tenant.domains.is_empty(),
    };
    let is_called = |tenant: &Tenant| may_have(tenant) && names::same(&tenant.display_name, first);
    only(tenants.iter().copied().filter(|tenant| is_called(tenant))).map(|tenant| (tenant, false))
}

/// The tenant whose name, id or domain stands in a text as words of their own.
pub(super) fn by_words<'a>(tenants: &[&'a Tenant], text: &str) -> Option<&'a Tenant> {
    let words = words(text);
    let found: Vec<(&Tenant, Vec<String>)> =
        tenants.iter().filter_map(|tenant| Some((*tenant, longest_in(tenant, &words)?))).collect();
    // Of a name that is a part of another, the other is meant.
    let is_part =
        |one: &[String]| found.iter().any(|(_, other)| other.len() > one.len() && holds(other, one));
    only(found.iter().filter(|(_, name)| !is_part(name)).map(|(tenant, _)| *tenant))
}

/// The tenant that a path means: the name of the file is nearer to it than those of its folders.
pub(super) fn by_path<'a>(tenants: &[&'a Tenant], path: &str) -> Option<&'a Tenant> {
    let steps = path.rsplit(['/', '\\']);
    let mut named =
        steps.filter(|step| tenants.iter().any(|tenant| longest_in(tenant, &words(step)).is_some()));
    by_words(tenants, named.next()?)
}

fn only<'a>(mut found: impl Iterator<Item = &'a Tenant>) -> Option<&'a Tenant> {
    let first = found.next();
    first.filter(|_| found.next().is_none())
}

fn words(text: &str) -> Vec<String> {
    let parts =
        text.split(|letter: char| matches!(letter, '/' | '\\' | '-' | '_' | '.') || letter.is_whitespace());
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}

/// What of a tenant stands in these words, as words: the longest, if there is more.
fn longest_in(tenant: &Tenant, text: &[String]) -> Option<Vec<String>> {
    let called = [tenant.id.as_str(), &tenant.display_name].into_iter();
    let called = called.chain(tenant.domains.iter().map(|domain| &**domain));
    let long = called.filter(|name| name.chars().count() >= SHORTEST).map(words);
    long.filter(|name| holds(text, name)).max_by_key(Vec::len)
}

/// Whether words stand in others, one behind the other.
fn holds(text: &[String], name: &[String]) -> bool {
    !name.is_empty() && text.windows(name.len()).any(|part| part == name)
}

#[cfg(test)]
mod tests {
    use alloc::sync::Arc;

    use super::*;
    use crate::import::{Named, pair};

    #[test]
    fn a_name_in_another_is_not_meant() {
        let mut scenario = pair(&Named::of("Contoso=c"), &Named::of("Contoso EMEA=e"));
        let called = |scenario: &entente_policy::Scenario,
                      text: &str,
                      find: &dyn Fn(&[&Tenant], &str) -> Option<String>| {
            let tenants: Vec<&Tenant> = scenario.tenants.iter().map(AsRef::as_ref).collect();
            find(&tenants, text)
        };
        let domain = |tenants: &[&Tenant], text: &str| {
            let exact = |exact| if exact { "!" } else { "" };
            by_domain(tenants, text)
                .map(|(tenant, is_exact)| alloc::format!("{}{}", tenant.id, exact(is_exact)))
        };
        let path =
            |tenants: &[&Tenant], text: &str| by_path(tenants, text).map(|tenant| tenant.id.as_str().into());
        for (text, expected) in [
            ("contoso.onmicrosoft.com", Some("c")),
            ("contosoemea.onmicrosoft.com", Some("e")),
            ("notcontoso.onmicrosoft.com", None),
            ("contoso.example", Some("c")),
        ] {
            assert_eq!(called(&scenario, text, &domain).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("exports/Contoso-EMEA/default.json", Some("e")),
            ("exports/contoso_default.json", Some("c")),
            ("Contoso EMEA/contoso.json", Some("c")),
            ("contosolaptop/default.json", None),
        ] {
            assert_eq!(called(&scenario, text, &path).as_deref(), expected, "{text}");
        }
        Arc::make_mut(&mut scenario.tenants[0]).domains =
            alloc::vec!["ctso.example".into(), "contosoemea.onmicrosoft.com".into()];
        for (text, expected) in [
            ("contosoemea.onmicrosoft.com", Some("c!")),
            ("contoso.onmicrosoft.com", None),
            ("contoso.example", None),
        ] {
            assert_eq!(called(&scenario, text, &domain).as_deref(), expected, "{text}");
        }
    }
}
