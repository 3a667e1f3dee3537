//! What the pieces come in: lists, `value`, batches, bundles, and whatever tools put around them.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::Id;

use super::asked::Asked;
use super::bytes::Lines;
use super::embedded;
use super::normalise::{Found, lifted};
use super::planned::Planned;
use super::raw::Raw;
use super::refusal::{self, Refusal};
use super::remark::Remark;
use super::resource::{self, Tool};
use super::rows;
use super::search::is_map;
use super::side_by_side::SideBySide;
use super::stand_in::is_cut_short;
use super::tree::{Data, Node, token};
use super::whose::Evidence;
use super::{ImportError, What, csv, invitation_domains, names, pages, people, whole};
use crate::annotation::UNKNOWN;

/// In how many texts a document may stand, each within the other.
const MAX_TEXTS: usize = 3;

/// What people can do about a file that nothing was found in.
pub(super) const KNOWN: &str = "Entente reads the cross-tenant access policy, its default, its partners, identity synchronization, conditional access policies, the authorization policy and the directory as Microsoft Graph answers them, bundles of these, Microsoft365DSC, `terraform show -json`, CSV, and its own documents";

/// What an envelope says of what is in it.
#[derive(Clone, Default)]
pub(super) struct Around {
    pub(super) asked: Asked,
    pub(super) has_more: bool,
    /// The status that the answer had.
    pub(super) status: Option<u16>,
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
    /// Errors in the place of answers.
    pub(super) failed: Vec<ImportError>,
    /// In how many texts what is being opened stands.
    pub(super) texts: usize,
    /// How many objects were looked into that nobody knows.
    pub(super) searched: usize,
}

/// Whether the name of a file, without its folders, says that it holds organizations.
fn is_called_partners(file: &str) -> bool {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.to_ascii_lowercase().contains("partner")
}

pub(super) type Opened = Result<(), ImportError>;

impl Opening<'_> {
    pub(super) fn error(
        &self,
        at: usize,
        pointer: &str,
        code: &'static str,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Opened {
        self.fail(at, ImportError::new(self.file, pointer, code, what, remedy))
    }

    pub(super) fn fail(&self, at: usize, mut error: ImportError) -> Opened {
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
            Data::Text(text) if self.may_be_document(&text) => self.text(&text, at, pointer, around),
            _ if around.is_search => Ok(()),
            _ => self.error(at, pointer, "notAnObject", "an object or a list belongs here", KNOWN),
        }
    }

    /// Whether a text in a document may be a document itself.
    pub(super) fn may_be_document(&self, text: &str) -> bool {
        self.texts < MAX_TEXTS && embedded::may_be_one(text)
    }

    fn text(&mut self, text: &str, at: usize, pointer: &str, around: &Around) -> Opened {
        match embedded::document(text, at) {
            Some((node, remarks)) => {
                remarks.into_iter().for_each(|remark| self.remark(at, pointer, remark));
                self.texts = self.texts.saturating_add(1);
                let opened = self.open(node, pointer, around);
                self.texts = self.texts.saturating_sub(1);
                opened
            }
            None if around.is_search => Ok(()),
            None => self.error(at, pointer, "notAnObject", "an object or a list belongs here", KNOWN),
        }
    }

    fn object(&mut self, mut node: Node, pointer: &str, around: &Around) -> Opened {
        self.lift(&mut node, pointer);
        let context = node.text_of("@odata.context");
        let asked = context.map(Asked::of_context).unwrap_or_default().or(&around.asked);
        self.evidence_in(&node);
        if let Some(Refusal { at, step, words }) = Refusal::of(&node) {
            self.failed(at, &format!("{pointer}/{step}"), around.status, &words);
            return Ok(());
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
        if let Some(instances) = resource::instances(&mut node) {
            for (steps, instance) in instances {
                self.open(instance, &format!("{pointer}{steps}"), around)?;
            }
            return Ok(());
        }
        if let Some(planned) = Planned::of(&mut node) {
            return self.planned(planned, node.at, pointer, around);
        }
        if let Some((what, tool, node, at)) = resource::of(&node, &mut self.sources, self.source) {
            let around = Around { what: Some(what), tool: Some(tool), asked, ..around.clone() };
            return self.typed(what, node, &format!("{pointer}{at}"), &around);
        }
        if invitation_domains::is_one(&node) {
            return self.invitation_domains(&node, pointer, around);
        }
        if resource::is_one(&node) {
            self.remark(node.at, pointer, Remark::OtherResources);
            return Ok(());
        }
        if self.is_bundle(&node) {
            return self.bundle(node, pointer, &Around { asked, ..around.clone() });
        }
        if around.what == Some(What::Partners) && is_map(&node) {
            return self.search(node, pointer, &Around { asked, what: None, ..around.clone() });
        }
        let said = around
            .what
            .filter(|what| !what.is_list())
            .or_else(|| around.what.and_then(What::one))
            .or_else(|| {
                let listed = What::of_list(&asked).filter(|what| what.is_of_directory() && node.has("id"));
                listed.and_then(What::one)
            });
        let seen = What::of(&node, &asked).filter(|seen| seen.tells_more_than(said));
        // What states something of its own is no wrapper, whatever stands in it.
        let states_clouds = said == Some(What::Policy) && node.has("allowedCloudEndpoints");
        let is_itself = What::has_settings(&node) || node.has(UNKNOWN) || states_clouds;
        let wraps = ["value", "results"].into_iter().filter(|_| !is_itself).find(|key| {
            node.get(key).is_some_and(|inner| matches!(inner.data, Data::List(_) | Data::Object(_)))
        });
        let goes_on = pages::are_left(&node);
        let has_more = around.has_more || goes_on;
        if let (None, Some(key)) = (seen, wraps) {
            if goes_on {
                self.remark(node.at, pointer, Remark::MorePages);
            }
            let Some(inner) = node.take(key) else { return Ok(()) };
            if !around.is_search {
                self.pass_over(&node, pointer);
            }
            let around = Around { asked, has_more, ..around.clone() };
            return self.open(inner.node, &format!("{pointer}/{}", token(&inner.key)), &around);
        }
        if let Some(what) = seen.or(said) {
            return self.piece(what, node, pointer, &Around { asked, ..around.clone() });
        }
        if let Some(remark) = resource::of_terraform(&mut node) {
            self.remark(node.at, pointer, remark);
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

    /// An error stands here, and what it was the answer to is unknown.
    pub(super) fn failed(&mut self, at: usize, pointer: &str, status: Option<u16>, words: &str) {
        let what = match status {
            Some(status) => {
                format!("this is an error that was answered, status {status}: {}", super::quote(words))
            }
            None => format!("this is an error that was answered: {}", super::quote(words)),
        };
        let remedy = refusal::remedy(status, words);
        let what = what.trim_end_matches([' ', ':']);
        let mut error = ImportError::new(self.file, pointer, "errorAnswer", what, remedy);
        error.place = Some(self.lines.place(at));
        self.failed.push(error);
        self.remark(at, pointer, Remark::FailedRequest { status, words: words.into(), remedy });
    }

    fn list(&mut self, at: usize, mut items: Vec<Node>, pointer: &str, around: &Around) -> Opened {
        for (number, item) in items.iter_mut().enumerate() {
            self.lift(item, &format!("{pointer}/{number}"));
        }
        let what = around
            .what
            .and_then(|what| what.several().or(Some(what)))
            .or_else(|| What::of_list(&around.asked));
        if items.is_empty() {
            return match what {
                Some(what) => self.piece(what, Node::new(at, Data::List(items)), pointer, around),
                None if around.is_search => Ok(()),
                None if is_called_partners(self.file) => {
                    self.remark(at, pointer, Remark::NoneByName);
                    self.piece(What::Partners, Node::new(at, Data::List(items)), pointer, around)
                }
                None => {
                    self.remark(at, pointer, Remark::EmptyList);
                    Ok(())
                }
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
            if around.asked.is_members() {
                return Some(What::User);
            }
            let is_resource = resource::is_one(item) || self.is_bundle(item);
            let what = What::of(item, &around.asked).filter(|_| !is_resource);
            // What the envelope says is more than what could be anything.
            let said = around
                .what
                .or_else(|| What::of_list(&around.asked).filter(|what| what.is_of_directory()))
                .or_else(|| self.by_the_name_of_the_file(item))
                .and_then(What::one)
                .filter(|_| {
                    let is_wrapper = item.has("value") && !item.has("tenantId");
                    matches!(item.data, Data::Object(_)) && !is_resource && !is_wrapper
                });
            what.filter(|seen| seen.tells_more_than(said)).or(said)
        };
        let kinds: Vec<Option<What>> = items.iter().map(of_item).collect();
        let is_of_partners = kinds.contains(&Some(What::Partner))
            || What::of_list(&around.asked) == Some(What::Partners)
            || items.len() > 1 && is_called_partners(self.file);
        if let Some(number) = kinds.iter().position(|kind| is_of_partners && *kind == Some(What::Settings)) {
            let pointer = format!("{pointer}/{number}/tenantId");
            let at = items.get(number).map_or(at, |item| item.at);
            return self.fail(at, ImportError::no_tenant_id(self.file, &pointer));
        }
        let several = kinds.first().copied().flatten().and_then(What::several);
        let is_one_list =
            several.is_some() && kinds.iter().all(|kind| kind.and_then(What::several) == several);
        let owners = rows::owners(&items, |item| self.is_bundle(item));
        if let (Some(what), true, false) = (several, is_one_list, owners.is_several()) {
            if let Some(first) = items.first() {
                self.evidence_in(first);
            }
            return self.piece(what, Node::new(at, Data::List(items)), pointer, around);
        }
        let mut parts = SideBySide::of(self);
        for (number, item) in items.into_iter().enumerate() {
            if let Some(owner) = owners.of(number) {
                self.source = self.source_of(owner);
            }
            parts.open(self, item, &format!("{pointer}/{number}"), around)?;
        }
        parts.finish(self)
    }

    /// What an object is of which nobody has asked for more than its id and its name.
    fn by_the_name_of_the_file(&self, item: &Node) -> Option<What> {
        let columns = ["id", "displayName"].map(String::from);
        let is_bare = columns.iter().all(|column| item.has(column)) && item.members().len() <= 4;
        is_bare.then(|| csv::lists(&columns, self.file)).flatten()
    }

    /// Takes out what PowerShell's module keeps apart because it does not know it.
    fn lift(&mut self, node: &mut Node, pointer: &str) {
        let Data::Object(members) = &mut node.data else { return };
        if let Some(at) = lifted(members) {
            self.remark(at, pointer, Remark::AdditionalProperties);
        }
    }

    /// What an object says of whose it is.
    fn evidence_in(&mut self, node: &Node) {
        self.evidence(Evidence::in_object(node));
    }

    fn evidence(&mut self, found: Vec<Evidence>) {
        if let Some(id) = found.iter().find_map(Evidence::id).cloned() {
            self.own_source(&id);
        }
        if let Some(known) = self.sources.get_mut(self.source) {
            for evidence in found {
                if !known.contains(&evidence) {
                    known.push(evidence);
                }
            }
        }
    }

    pub(super) fn piece(&mut self, what: What, mut node: Node, pointer: &str, around: &Around) -> Opened {
        if let Some(opened) = self.policies_in_part(what, &node, pointer, around) {
            return opened;
        }
        let mut asked = around.asked.clone();
        if what == What::Organization
            && let Some(evidence) = Evidence::of_organization(&node)
        {
            self.evidence(alloc::vec![evidence]);
        }
        if matches!(what, What::User | What::Users) {
            people::tell_kinds(&mut node);
        }
        if matches!(what, What::Group | What::Groups) {
            people::tell_kinds_of_members(&mut node);
        }
        if what == What::Users {
            self.members_of_a_table(&node, pointer, &mut asked);
        }
        let is_selection = around.asked.is_selection;
        if is_selection && !what.is_of_directory() && what != What::Organization {
            self.remark(node.at, pointer, Remark::Selected);
        }
        if what == What::Default
            && let Some(id) = node.take("tenantId")
            && let Some(id) = id.node.text().filter(|id| names::is_guid(id)).map(Id::from)
        {
            // Defaults are about nobody: whoever put a tenant’s id there said whose they are.
            self.own_source(&id);
            if let Some(known) = self.sources.get_mut(self.source) {
                known.push(Evidence::Said(id));
            }
        }
        if what == What::Default {
            whole::leave_unread(&mut node);
        }
        if around.asked.is_addition && what == What::Partner {
            whole::fill_in(&mut node);
        }
        // What a selection, a change or a tool leaves out goes without saying.
        let is_change = around.asked.is_change && !around.asked.is_addition;
        // Of people and groups a part is as good as all, but for who is in a group: what there is more follows on
        // further pages, and what was left out of each is of no use.
        let is_settings = !what.is_of_directory();
        let is_filtered = is_settings && around.asked.is_filtered && what.is_list();
        if is_filtered && matches!(what, What::Partners | What::ConditionalAccessPolicies) {
            self.remark(node.at, pointer, Remark::Filtered);
        }
        let is_answer = !is_selection && !is_change && around.tool.is_none();
        if let Some(remark) = whole::remark(what, &node).filter(|_| is_answer) {
            self.remark(node.at, pointer, remark);
        }
        match what {
            What::Template => self.remark(node.at, pointer, Remark::Template),
            What::DeletedPartner => self.remark(node.at, pointer, Remark::Deleted),
            What::User | What::Users => self.people(&node, pointer, &asked),
            What::Group | What::Groups => self.members_shown(&node, pointer),
            _ => {}
        }
        let is_partial = around.has_more
            || is_filtered
            || is_settings && is_selection
            || is_change
            || around.tool.is_some()
            || what == What::Users && self.goes_deeper(&node, &asked);
        self.found.push(Raw {
            is_partial,
            is_declared: around.tool.is_some_and(Tool::declares),
            asked,
            tool: around.tool,
            ..Raw::of(what, node, pointer, self.source)
        });
        Ok(())
    }
}
