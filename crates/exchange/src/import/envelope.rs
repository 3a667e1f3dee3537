//! What the pieces come in: lists, `value`, batches, bundles, and whatever tools put around them.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::asked::Asked;
use super::bytes::Lines;
use super::normalise::{Found, is_cut_short};
use super::remark::Remark;
use super::resource::{self, Tool};
use super::tree::{Data, Node, token};
use super::whose::Evidence;
use super::{ImportError, What};

/// What people can do about a file that nothing was found in.
pub(super) const KNOWN: &str = "Entente reads the cross-tenant access policy, its default, its partners, identity synchronization, conditional access policies, the authorization policy and the directory as Microsoft Graph answers them, bundles of these, Microsoft365DSC, `terraform show -json`, CSV, and its own documents";

/// A piece as it was found, with the names that the file has for things.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) what: What,
    pub(super) node: Node,
    pub(super) pointer: String,
    pub(super) source: usize,
    pub(super) is_partial: bool,
    pub(super) asked: Asked,
}

/// What an envelope says of what is in it.
#[derive(Clone, Default)]
pub(super) struct Around {
    pub(super) asked: Asked,
    pub(super) has_more: bool,
    /// What it has to be, where the envelope says it.
    pub(super) what: Option<What>,
    pub(super) tool: Option<Tool>,
    /// Nobody said that there is anything: what is not understood is passed over.
    pub(super) is_search: bool,
}

impl Around {
    pub(super) fn of(asked: Asked) -> Self {
        Around { asked, ..Around::default() }
    }
}

pub(super) struct Opening<'a> {
    pub(super) file: &'a str,
    pub(super) lines: &'a Lines<'a>,
    pub(super) found: Vec<Raw>,
    pub(super) remarks: Vec<Found>,
    /// Whose each of the parts is, as far as it says so.
    pub(super) sources: Vec<Vec<Evidence>>,
    /// Of which part what is being opened is.
    pub(super) source: usize,
}

pub(super) type Opened = Result<(), ImportError>;

impl Opening<'_> {
    fn error(
        &self,
        at: usize,
        pointer: &str,
        code: &'static str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Opened {
        self.fail(at, ImportError::new(self.file, pointer, code, what, remedy))
    }

    fn fail(&self, at: usize, mut error: ImportError) -> Opened {
        error.place = Some(self.lines.place(at));
        Err(error)
    }

    pub(super) fn remark(&mut self, at: usize, pointer: &str, remark: Remark) {
        self.found_remark(Found { at, pointer: pointer.into(), remark });
    }

    fn found_remark(&mut self, found: Found) {
        self.remarks.push(found);
    }

    pub(super) fn open(&mut self, node: Node, pointer: &str, around: &Around) -> Opened {
        let at = node.at;
        match node.data {
            Data::List(items) => self.list(at, items, pointer, around),
            Data::Object(_) => self.object(node, pointer, around),
            // A part that is not there.
            Data::Null if !pointer.is_empty() => Ok(()),
            Data::Text(text) if is_cut_short(&text) => {
                self.fail(at, ImportError::cut_short(self.file, pointer, &text))
            }
            _ if around.is_search => Ok(()),
            _ => self.error(at, pointer, "notAnObject", "an object or a list belongs here", KNOWN),
        }
    }

    fn object(&mut self, mut node: Node, pointer: &str, around: &Around) -> Opened {
        let context = node.text_of("@odata.context").or_else(|| {
            // PowerShell's module keeps it apart.
            node.get("AdditionalProperties")?.text_of("@odata.context")
        });
        let asked = context.map(Asked::of_context).unwrap_or_default().or(&around.asked);
        self.evidence_in(&node);
        if let Some(error) = node.get("error").filter(|error| error.has("code") || error.has("message")) {
            return self.refusal(error.clone(), pointer);
        }
        if matches!(node.get("responses").map(|node| &node.data), Some(Data::List(_))) {
            return self.responses(node, pointer, around);
        }
        if node
            .get("requests")
            .and_then(|requests| requests.items().first())
            .is_some_and(|first| first.has("method"))
        {
            self.remark(node.at, pointer, Remark::Questions);
            return Ok(());
        }
        if let Some((what, tool, node, at)) = resource::of(&node, &mut self.sources, self.source) {
            let around = Around { what: Some(what), tool: Some(tool), asked, ..around.clone() };
            return self.typed(what, node, &format!("{pointer}{at}"), &around);
        }
        if self.is_bundle(&node) {
            return self.bundle(node, pointer, &Around { asked, ..around.clone() });
        }
        let said = around.what.filter(|what| !what.is_list()).or_else(|| around.what.and_then(What::one));
        let seen = What::of(&node, &asked).filter(|what| {
            // What is said tells more than what could be anything.
            match what {
                What::Settings => said.is_none(),
                What::Partner => said != Some(What::Synchronization),
                _ => true,
            }
        });
        let wraps = ["value", "results"].into_iter().find(|key| {
            node.get(key).is_some_and(|inner| matches!(inner.data, Data::List(_) | Data::Object(_)))
        });
        let has_more = around.has_more || node.has("@odata.nextLink");
        if let (None, Some(key)) = (seen, wraps) {
            if node.has("@odata.nextLink") {
                self.remark(node.at, pointer, Remark::MorePages);
            }
            let Some(inner) = node.take(key) else { return Ok(()) };
            let around = Around { asked, has_more, ..around.clone() };
            return self.open(inner.node, &format!("{pointer}/{}", token(&inner.key)), &around);
        }
        if let Some(what) = seen.or(said) {
            return self.piece(what, node, pointer, &Around { asked, ..around.clone() });
        }
        resource::of_terraform(&mut node);
        if resource::is_one(&node) && around.is_search {
            // A resource of another kind.
            return Ok(());
        }
        self.search(node, pointer, &Around { asked, ..around.clone() })
    }

    /// Something that says by its type what it is.
    fn typed(&mut self, what: What, node: Node, pointer: &str, around: &Around) -> Opened {
        if let Some(tool) = around.tool {
            self.remark(node.at, pointer, Remark::NotEverything(tool.name()));
            if tool == Tool::Microsoft365wp && what == What::Default {
                self.remark(node.at, pointer, Remark::FilledIn("everybody and every application"));
            }
        }
        self.piece(what, node, pointer, around)
    }

    fn refusal(&self, error: Node, pointer: &str) -> Opened {
        let text = |key| error.text_of(key).unwrap_or_default();
        let what = format!(
            "this is an error that Graph answered: {} {}",
            text("code"),
            super::quote(text("message"))
        );
        let remedy = "Ask again with an account that may read policies (scope Policy.Read.All)";
        self.error(error.at, &format!("{pointer}/error"), "errorAnswer", what.trim_end(), remedy)
    }

    /// The answers of a `$batch`.
    fn responses(&mut self, mut node: Node, pointer: &str, around: &Around) -> Opened {
        let Some(responses) = node.take("responses") else { return Ok(()) };
        let pointer = format!("{pointer}/{}", responses.step());
        let Data::List(items) = responses.node.data else { return Ok(()) };
        for (number, mut response) in items.into_iter().enumerate() {
            let pointer = format!("{pointer}/{number}");
            let status = match response.get("status").map(|status| &status.data) {
                Some(Data::Number(status)) => status.to_string().parse::<u16>().ok(),
                Some(Data::Text(status)) => status.trim().parse().ok(),
                _ => None,
            };
            if let Some(status) = status.filter(|status| *status >= 400) {
                self.remark(response.at, &pointer, Remark::FailedRequest(status));
                continue;
            }
            if let Some(body) = response.take("body") {
                let pointer = format!("{pointer}/{}", body.step());
                self.open(body.node, &pointer, around)?;
            }
        }
        Ok(())
    }

    /// Looks for pieces in what nobody knows.
    fn search(&mut self, mut node: Node, pointer: &str, around: &Around) -> Opened {
        let at = node.at;
        let before = self.found.len();
        let keys: Vec<String> = node.members().iter().map(|member| member.key.clone()).take(6).collect();
        let Data::Object(members) = &mut node.data else { return Ok(()) };
        let members = core::mem::take(members);
        let is_cut = members.iter().find(|member| member.node.text().is_some_and(is_cut_short));
        if let Some(member) = is_cut {
            let pointer = format!("{pointer}/{}", member.step());
            let text = member.node.text().unwrap_or_default();
            return self.fail(member.node.at, ImportError::cut_short(self.file, &pointer, text));
        }
        let several = members.iter().filter(|member| self.is_bundle(&member.node)).count() > 1;
        let outer = self.source;
        for member in members {
            let pointer = format!("{pointer}/{}", member.step());
            if !matches!(member.node.data, Data::Object(_) | Data::List(_)) {
                continue;
            }
            if several && self.is_bundle(&member.node) {
                self.new_source(Some(Evidence::Key(member.key.clone())));
            }
            let found = self.found.len();
            let inner = Around { is_search: true, what: None, ..around.clone() };
            let (key, at) = (member.key.clone(), member.node.at);
            self.open(member.node, &pointer, &inner)?;
            if found == self.found.len() && !around.is_search {
                self.remark(at, &pointer, Remark::PassedOver(key));
            }
            self.source = outer;
        }
        if before < self.found.len() || around.is_search {
            return Ok(());
        }
        let what = if keys.is_empty() {
            "this object is empty".to_string()
        } else {
            format!("an object with `{}` is nothing that Entente knows", super::quote(&keys.join("`, `")))
        };
        self.error(at, pointer, "notKnown", what, KNOWN)
    }

    fn list(&mut self, at: usize, items: Vec<Node>, pointer: &str, around: &Around) -> Opened {
        let what = around
            .what
            .and_then(|what| what.several().or(Some(what)))
            .or_else(|| What::of_empty_list(&around.asked));
        if items.is_empty() {
            return match what {
                Some(what) => self.piece(what, Node::new(at, Data::List(items)), pointer, around),
                None if around.is_search => Ok(()),
                None => self.error(
                    at,
                    pointer,
                    "emptyList",
                    "this list is empty, and does not say of what",
                    KNOWN,
                ),
            };
        }
        if let Some((number, text)) = items
            .iter()
            .enumerate()
            .find_map(|(number, item)| Some((number, item.text().filter(|text| is_cut_short(text))?)))
        {
            let pointer = format!("{pointer}/{number}");
            return self.fail(at, ImportError::cut_short(self.file, &pointer, text));
        }
        let of_item = |item: &Node| {
            let is_resource = resource::is_one(item);
            let what = What::of(item, &around.asked).filter(|_| !is_resource);
            // What the envelope says is more than what could be anything.
            let said = around
                .what
                .and_then(What::one)
                .filter(|_| matches!(item.data, Data::Object(_)) && !is_resource && !item.has("value"));
            what.filter(|what| *what != What::Settings || said.is_none()).or(said)
        };
        let kinds: Vec<Option<What>> = items.iter().map(of_item).collect();
        let several = kinds.first().copied().flatten().and_then(What::several);
        let is_one_list =
            several.is_some() && kinds.iter().all(|kind| kind.and_then(What::several) == several);
        if let (Some(what), true) = (several, is_one_list) {
            if let Some(first) = items.first() {
                self.evidence_in(first);
            }
            return self.piece(what, Node::new(at, Data::List(items)), pointer, around);
        }
        for (number, item) in items.into_iter().enumerate() {
            let around = Around { what: None, ..around.clone() };
            self.open(item, &format!("{pointer}/{number}"), &around)?;
        }
        Ok(())
    }

    /// What an object says of whose it is.
    fn evidence_in(&mut self, node: &Node) {
        let found = Evidence::in_object(node);
        if let Some(known) = self.sources.get_mut(self.source) {
            for evidence in found {
                if !known.contains(&evidence) {
                    known.push(evidence);
                }
            }
        }
    }

    pub(super) fn piece(&mut self, what: What, node: Node, pointer: &str, around: &Around) -> Opened {
        if around.asked.is_selection && !what.is_of_directory() && what != What::Organization {
            self.remark(node.at, pointer, Remark::Selected);
        }
        match what {
            What::Template => self.remark(node.at, pointer, Remark::Template),
            What::DeletedPartner => self.remark(node.at, pointer, Remark::Deleted),
            What::User | What::Users => self.people(&node, pointer, &around.asked),
            _ => {}
        }
        self.found.push(Raw {
            what,
            node,
            pointer: pointer.into(),
            source: self.source,
            is_partial: around.has_more || around.asked.is_selection || around.tool.is_some(),
            asked: around.asked.clone(),
        });
        Ok(())
    }

    /// What is to be known of users: that not all of them are one's own, and that not everything of them is kept.
    fn people(&mut self, node: &Node, pointer: &str, asked: &Asked) {
        const PERSONAL: [&str; 8] = [
            "businessPhones",
            "mobilePhone",
            "jobTitle",
            "officeLocation",
            "givenName",
            "surname",
            "department",
            "streetAddress",
        ];
        let one = core::slice::from_ref(node);
        let users = if let Data::List(items) = &node.data { items.as_slice() } else { one };
        let is_guest =
            |user: &&Node| user.text_of("userType").is_some_and(|kind| kind.eq_ignore_ascii_case("guest"));
        let guests = users.iter().filter(is_guest).count();
        if guests > 0 {
            self.remark(node.at, pointer, Remark::Guests(guests));
        }
        if users.first().is_some_and(|user| PERSONAL.iter().any(|key| user.has(key))) {
            self.remark(node.at, pointer, Remark::LeftOut);
        }
        if asked.path.ends_with("members") && asked.group.is_none() {
            self.remark(node.at, pointer, Remark::MembersOfWhom);
        }
    }
}
