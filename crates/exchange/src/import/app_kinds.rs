//! What applications are to the suites that settings can name, and where that is taken for granted.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{AppKind, Application, Id, Scenario};

use super::directory::text;
use super::remark::Remark;
use super::{Choices, Note, Piece, Plan, What, names, quote, several};

/// The tenants that own Microsoft's own applications.
const MICROSOFT: [&str; 2] = ["f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47"];

/// Applications of the suite that settings call `Office365`.
const OFFICE_365: [&str; 8] = [
    "00000002-0000-0ff1-ce00-000000000000",
    "00000003-0000-0ff1-ce00-000000000000",
    "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
    "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
    "00000007-0000-0ff1-ce00-000000000000",
    "00000004-0000-0ff1-ce00-000000000000",
    "09abbdfd-ed23-44ee-a2d9-a627aa1c90f3",
    "00000012-0000-0000-c000-000000000000",
];

/// Most applications that a note names.
const MOST_NAMED: usize = 5;

/// The tenant that owns an application, as far as it is said. The portal says only whether that is Microsoft.
pub(super) fn owner_of<'a>(says: impl Fn(&str) -> Option<&'a str>) -> Option<&'a str> {
    let is_microsofts =
        says("applicationType").is_some_and(|kind| kind.eq_ignore_ascii_case("Microsoft Application"));
    says("appOwnerOrganizationId").or(is_microsofts.then_some(MICROSOFT[0]))
}

/// What an application is, by its id and by the tenant that owns it.
pub(crate) fn kind_of(app_id: &Id, owner: Option<&str>) -> AppKind {
    let is_one_of = |list: &[&str], id: &str| list.iter().any(|known| known.eq_ignore_ascii_case(id));
    if is_one_of(&OFFICE_365, app_id.as_str()) {
        AppKind::Office365
    } else if owner.is_some_and(|owner| is_one_of(&MICROSOFT, owner)) {
        AppKind::Microsoft
    } else {
        AppKind::LineOfBusiness
    }
}

/// A note for each piece with applications of which decisions take for granted what they are: Microsoft publishes who is
/// in `Office365` by name alone, and who has no owner may be Microsoft’s.
pub(super) fn notes(plan: &Plan, scenario: &Scenario, choices: &Choices) -> Vec<Note> {
    let mut notes = Vec::new();
    for tenant in &scenario.tenants {
        let known: BTreeMap<&Id, &Application> = tenant
            .directory
            .applications
            .iter()
            .map(|application| (&application.app_id, application))
            .collect();
        let is_of_tenant = |piece: &&Piece| {
            let is_of_it = choices.belongs(piece.source).is_some_and(|belongs| belongs.tenant == tenant.id);
            is_of_it && piece.what.one().unwrap_or(piece.what) == What::Application
        };
        let pieces: Vec<&Piece> = plan.pieces.iter().filter(is_of_tenant).collect();
        let listed = |piece: &'_ Piece, has_owner: bool| -> BTreeSet<Id> {
            let items = piece.items().iter();
            let items = items.filter(|item| !has_owner || owner_of(|key| text(item, key)).is_some());
            items.filter_map(|item| text(item, "appId")).map(|id| Id::from(names::bare(id))).collect()
        };
        let owned: BTreeSet<Id> = pieces.iter().flat_map(|piece| listed(piece, true)).collect();
        for piece in pieces {
            let listed = listed(piece, false);
            let of_kind = |kind: AppKind| {
                listed.iter().filter_map(|id| known.get(id)).filter(move |known| known.kind == kind)
            };
            let microsofts: Vec<&Application> = of_kind(AppKind::Microsoft).copied().collect();
            if !microsofts.is_empty() {
                notes.push(Remark::SuiteNotKnown(called(&microsofts)).on(piece));
            }
            let others = of_kind(AppKind::LineOfBusiness).copied();
            let others: Vec<&Application> = others.filter(|known| !owned.contains(&known.app_id)).collect();
            if !others.is_empty() {
                notes.push(Remark::OwnerNotStated(called(&others)).on(piece));
            }
        }
    }
    notes
}

/// The first of them by name, and how many more there are.
fn called(applications: &[&Application]) -> String {
    several::named(applications.iter().map(|known| quote(&known.display_name)), MOST_NAMED)
}
