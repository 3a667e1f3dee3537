//! What stands for what.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, Tenant};

use super::public;

/// Originals, in small letters, with their pseudonyms.
#[derive(Default)]
pub(super) struct Vocabulary {
    ids: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
    addresses: BTreeMap<String, String>,
    domains: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
    /// How names can be written within a sentence: their words in small letters, with a space between two.
    spellings: BTreeMap<String, String>,
    /// How many words the longest of these has.
    longest: usize,
    /// Names in scripts that put no space between words.
    unspaced: Vec<(String, String)>,
    /// Every original: no pseudonym is one of these.
    originals: BTreeSet<String>,
    given: BTreeMap<&'static str, usize>,
    given_addresses: BTreeSet<String>,
}

/// Words within names that name nobody.
const COMMON: [&str; 13] =
    ["the", "and", "ltd", "inc", "llc", "gmbh", "corp", "company", "group", "tenant", "user", "test", "com"];

/// A name of more words than this is looked for as a whole text alone.
const LONGEST: usize = 64;

impl Vocabulary {
    /// Gives a pseudonym to everything that `scenario` names.
    pub(super) fn learn(&mut self, scenario: &Scenario) {
        for tenant in &scenario.tenants {
            self.note_originals(tenant);
        }
        for tenant in &scenario.tenants {
            self.learn_tenant(tenant);
        }
        for tenant in &scenario.tenants {
            self.learn_directory(tenant);
        }
    }

    fn note_originals(&mut self, tenant: &Tenant) {
        let directory = &tenant.directory;
        let ids = directory.users.iter().map(|user| &user.id);
        let ids = ids.chain(directory.groups.iter().map(|group| &group.id));
        let ids = ids.chain(directory.applications.iter().map(|application| &application.app_id));
        let ids = ids.chain(tenant.conditional_access_policies.iter().map(|policy| &policy.id));
        let ids = ids.chain(tenant.guests.iter().flat_map(|guests| guests.iter().map(|guest| &guest.id)));
        for id in ids.chain([&tenant.id]) {
            self.originals.insert(id.as_str().to_ascii_lowercase());
        }
        let names = directory.users.iter().map(|user| &user.display_name);
        let names = names.chain(directory.groups.iter().map(|group| &group.display_name));
        let names = names.chain(directory.applications.iter().map(|application| &application.display_name));
        for name in names.chain([&tenant.display_name]).chain(&tenant.domains) {
            self.originals.insert(name.to_lowercase());
        }
    }

    fn learn_tenant(&mut self, tenant: &Tenant) {
        self.id(tenant.id.as_str());
        let name = self.named(&tenant.display_name, "Tenant");
        let short = name.to_lowercase().replace(' ', "-");
        for (at, domain) in tenant.domains.iter().enumerate() {
            let key = domain.to_ascii_lowercase();
            if !self.domains.contains_key(&key) {
                let number = if at == 0 { String::new() } else { at.saturating_add(1).to_string() };
                let candidate = format!("{short}{number}.example");
                let pseudonym = if self.originals.contains(&candidate) {
                    self.fresh("domain", |number| format!("domain{number}.example"))
                } else {
                    candidate
                };
                self.domains.insert(key, pseudonym);
            }
            // Contoso is what people say of contoso.com.
            if let Some(label) = domain.split('.').next() {
                self.spell(label, &name);
            }
        }
        self.spell_words(&tenant.display_name, &name);
    }

    fn learn_directory(&mut self, tenant: &Tenant) {
        for user in &tenant.directory.users {
            self.id(user.id.as_str());
            let name = self.named(&user.display_name, "User");
            let short = name.to_lowercase().replace(' ', "");
            for address in [Some(&user.user_principal_name), user.mail.as_ref()].into_iter().flatten() {
                self.address_of(address, Some(&short));
                let local = address.split('@').next().unwrap_or_default();
                self.spell(local, &name);
                self.spell_words(local, &name);
            }
            self.spell_words(&user.display_name, &name);
        }
        for group in &tenant.directory.groups {
            self.id(group.id.as_str());
            self.named(&group.display_name, "Group");
        }
        for application in &tenant.directory.applications {
            self.id(application.app_id.as_str());
            if public::application(application.app_id.as_str()) != Some(application.display_name.as_str()) {
                self.named(&application.display_name, "Application");
            }
        }
        for policy in &tenant.conditional_access_policies {
            self.id(policy.id.as_str());
            self.named(&policy.display_name, "Policy");
        }
        for policy in &tenant.teams.channels_policies {
            self.named(&policy.identity, "Policy");
        }
        let ids = tenant.guests.iter().flat_map(|guests| guests.iter().map(|guest| &guest.id));
        for id in
            ids.chain(tenant.cross_tenant_access_policy.partners.iter().map(|partner| &partner.tenant_id))
        {
            self.id(id.as_str());
        }
    }

    /// Lets a name be found in sentences; what was found first stands.
    fn spell(&mut self, name: &str, pseudonym: &str) {
        if name.chars().any(|letter| letter >= '\u{e00}') {
            self.unspaced.push((name.into(), pseudonym.into()));
        }
        let words = words(name);
        // A single letter is no name, and a number names too much.
        let is_name = match words.as_slice() {
            [] => false,
            [word] => word.chars().count() >= 2 && !word.bytes().all(|byte| byte.is_ascii_digit()),
            _ => true,
        };
        if is_name && words.len() <= LONGEST {
            self.longest = self.longest.max(words.len());
            self.spellings.entry(words.join(" ")).or_insert_with(|| pseudonym.into());
        }
    }

    /// Lets the words of a name be found in sentences, each for itself.
    fn spell_words(&mut self, name: &str, pseudonym: &str) {
        for word in words(name).iter().filter(|word| !COMMON.contains(&word.as_str())) {
            self.spell(word, pseudonym);
        }
    }

    /// How many words of a sentence can be a name.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// What stands for a name within a sentence, given by its words in small letters with a space between two.
    pub(super) fn spelt(&self, words: &str) -> Option<&str> {
        self.spellings.get(words).map(String::as_str)
    }

    /// Names that are found wherever they stand, the longest first.
    pub(super) fn unspaced(&self) -> impl Iterator<Item = &(String, String)> {
        let mut names: Vec<&(String, String)> = self.unspaced.iter().collect();
        names.sort_by_key(|(name, _)| core::cmp::Reverse(name.len()));
        names.into_iter()
    }

    /// A pseudonym that is not an original: `write` of the next number of its kind.
    fn fresh(&mut self, kind: &'static str, write: impl Fn(usize) -> String) -> String {
        let number = self.given.entry(kind).or_default();
        loop {
            *number = number.saturating_add(1);
            let pseudonym = write(*number);
            if !self.originals.contains(&pseudonym.to_lowercase()) {
                return pseudonym;
            }
        }
    }

    /// What stands for a text that is the whole of something named in the scenario, or looks like an id, an
    /// address or a domain.
    pub(super) fn met(&mut self, text: &str) -> Option<String> {
        let key = text.to_lowercase();
        let known = [&self.ids, &self.names, &self.addresses, &self.domains];
        if let Some(pseudonym) = known.iter().find_map(|known| known.get(&key)) {
            return Some(pseudonym.clone());
        }
        if Id::from(text).is_guid() {
            Some(self.id(text))
        } else if looks_like_address(text) {
            Some(self.address(text))
        } else if looks_like_domain(text) {
            Some(self.domain(text))
        } else {
            None
        }
    }

    pub(super) fn id(&mut self, text: &str) -> String {
        let id = Id::from(text);
        if text.trim().is_empty() || public::is_public(&id) {
            return text.into();
        }
        let key = text.to_ascii_lowercase();
        if let Some(pseudonym) = self.ids.get(&key) {
            return pseudonym.clone();
        }
        let pseudonym = if id.is_guid() {
            self.fresh("guid", |number| format!("d0000000-0000-4000-8000-{number:012x}"))
        } else if looks_like_address(text) {
            return self.address(text);
        } else {
            self.spell(text, "something");
            self.fresh("id", |number| format!("id-{number}"))
        };
        self.ids.insert(key, pseudonym.clone());
        pseudonym
    }

    pub(super) fn name(&mut self, text: &str) -> String {
        if looks_like_address(text) { self.address(text) } else { self.named(text, "Name") }
    }

    fn named(&mut self, text: &str, kind: &'static str) -> String {
        if text.trim().is_empty() || public::are_words(text) {
            return text.into();
        }
        let key = text.to_lowercase();
        if let Some(pseudonym) = self.names.get(&key) {
            return pseudonym.clone();
        }
        let pseudonym = self.fresh(kind, |number| match u8::try_from(number) {
            Ok(number @ 1..=26) if kind == "Tenant" => {
                format!("{kind} {}", char::from(b'A'.saturating_add(number.saturating_sub(1))))
            }
            _ => format!("{kind} {number}"),
        });
        self.spell(text, &pseudonym);
        self.names.insert(key, pseudonym.clone());
        pseudonym
    }

    pub(super) fn address(&mut self, text: &str) -> String {
        self.address_of(text, None)
    }

    /// What is before the `@` becomes `local`; what is behind it is a domain like others.
    fn address_of(&mut self, text: &str, local: Option<&str>) -> String {
        if text.trim().is_empty() {
            return text.into();
        }
        let key = text.to_lowercase();
        if let Some(pseudonym) = self.addresses.get(&key) {
            return pseudonym.clone();
        }
        let local =
            local.map_or_else(|| self.fresh("address", |number| format!("address{number}")), String::from);
        let domain = text.rsplit_once('@').map(|(_, domain)| domain);
        let domain = domain.map(|domain| self.domain(domain));
        let write = |local: &str| match &domain {
            Some(domain) => format!("{local}@{domain}"),
            None => local.to_string(),
        };
        // Two addresses of one person are two: at one of them the person may not be found.
        let mut pseudonym = write(&local);
        let mut number = 1_usize;
        while self.given_addresses.contains(&pseudonym) {
            number = number.saturating_add(1);
            pseudonym = write(&format!("{local}-{number}"));
        }
        self.given_addresses.insert(pseudonym.clone());
        self.addresses.insert(key, pseudonym.clone());
        pseudonym
    }

    pub(super) fn domain(&mut self, text: &str) -> String {
        let key = text.to_lowercase();
        if text.trim().is_empty() || (!self.domains.contains_key(&key) && public::is_host(&key)) {
            return text.into();
        }
        if let Some(pseudonym) = self.domains.get(&key) {
            return pseudonym.clone();
        }
        let pseudonym = self.fresh("domain", |number| format!("domain{number}.example"));
        self.domains.insert(key, pseudonym.clone());
        pseudonym
    }

    /// What stands for a text of which nothing is known.
    pub(super) fn text(&mut self, text: &str) -> String {
        if let Some(pseudonym) = self.texts.get(text) {
            return pseudonym.clone();
        }
        let pseudonym = self.fresh("text", |number| format!("text-{number}"));
        self.texts.insert(text.into(), pseudonym.clone());
        pseudonym
    }
}

/// The words of a name, in small letters.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether a text is `somebody@somewhere`.
pub(super) fn looks_like_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && text.rsplit_once('@').is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
        && !text.contains("@odata.")
}

/// Whether a text is labels with dots between them, the last one of letters: `fabrikam.com`.
pub(super) fn looks_like_domain(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    let Some((before, last)) = text.rsplit_once('.') else { return false };
    // `device.trustType` and the like are properties: a domain is not written that way.
    let is_camel = last.chars().any(char::is_uppercase) && last.chars().any(char::is_lowercase);
    last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
        && !is_camel
        && before.split('.').all(label)
}
