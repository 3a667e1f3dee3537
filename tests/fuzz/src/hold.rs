//! What holds for whatever bytes there are: nothing panics, nothing hangs, what cannot be read says why, and what can is
//! written and read back as it was.

use entente_exchange::activity::{Activity, Replay};
use entente_exchange::block;
use entente_exchange::document;
use entente_exchange::export::bundle;
use entente_exchange::import::{About, B2B_SETTINGS, Belongs, Choices, File, Named, Plan, apply, pair, read};
use entente_exchange::link;
use entente_policy::graph::{AuthorizationPolicy, CrossTenantAccessPolicy, InvitationDomains};
use entente_policy::{
    AppKind, Feature, Matrix, Request, Resource, Scenario, Subject, Tenant, evaluate, replay,
};

/// What stands between two files that are given together.
pub const BETWEEN: u8 = 0x1e;

/// How many people and how many applications of a directory are asked about.
const ASKED: usize = 2;

/// Two tenants that nobody knows anything of.
pub fn fresh() -> Scenario {
    pair(
        &Named::of("Contoso=c0000000-0000-4000-8000-000000000001"),
        &Named::of("Fabrikam=f0000000-0000-4000-8000-000000000001"),
    )
}

/// One file, of a name that says something or nothing.
pub fn import(bytes: &[u8]) {
    const NAMES: [&str; 3] =
        ["a.json", "Policies/CrossTenantAccessPolicy/Partners/Partners/Partners.json", "Fabrikam/users.csv"];
    let name = NAMES.get(bytes.len() % NAMES.len()).copied().unwrap_or_default();
    file(name, bytes);
}

/// One file of the first tenant.
pub fn file(name: &str, bytes: &[u8]) {
    let before = fresh();
    let plan = read(&[File { name, bytes }]);
    assert_eq!(plan.files.len(), 1);
    let mut choices = plan.propose(&before);
    choices.others = before.tenants.first().map(|tenant| Belongs::to(tenant.id.clone()));
    put(&plan, &before, &choices);
}

/// Several files and what somebody says of them: four bytes, and then each file after [`BETWEEN`], the line of its name
/// first.
pub fn import_pair(bytes: &[u8]) {
    let mut parts = bytes.split(|byte| *byte == BETWEEN);
    let said = parts.next().unwrap_or_default();
    let said = |at: usize| said.get(at).copied().unwrap_or_default();
    let parts: Vec<(String, &[u8])> = parts
        .take(8)
        .map(|part| {
            let end = part.iter().position(|byte| *byte == b'\n').unwrap_or_default();
            let (name, rest) = part.split_at(end);
            (String::from_utf8_lossy(name).into_owned(), rest.get(1..).unwrap_or_default())
        })
        .collect();
    let files: Vec<File<'_>> = parts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let plan = read(&files);
    let before = match said(3) {
        // Into two tenants of their own, where the files say which.
        1 => plan.pair(None, None).unwrap_or_else(|_| fresh()),
        _ => fresh(),
    };
    let tenant = |at: u8| before.tenants.get(usize::from(at)).map(|tenant| tenant.id.clone());
    let mut choices = plan.propose(&before);
    choices.others = said(0).checked_sub(1).and_then(tenant).map(|id| Belongs {
        about: match said(1) {
            0 => None,
            1 => Some(About::Default),
            at => tenant(at.saturating_sub(2)).map(About::Partner),
        },
        property: B2B_SETTINGS.get(usize::from(said(2)).wrapping_sub(1)).copied(),
        tenant: id,
    });
    choices.left_out = (0..8).filter(|at| said(2) >> 3 & 1 << at != 0).collect();
    choices.names =
        plan.report(&before, &choices).unnamed.into_iter().map(|it| (it.id, "A name".into())).collect();
    put(&plan, &before, &choices);
}

/// What a plan holds is put into a scenario: all of it or nothing.
fn put(plan: &Plan, before: &Scenario, choices: &Choices) {
    let as_it_was = before.clone();
    let report = plan.report(before, choices);
    for error in &report.refused {
        assert!(!error.what.is_empty() && !error.remedy.is_empty(), "{error:?}");
        assert!(plan.files.iter().any(|file| file.name == error.file), "{error:?}");
        assert!(error.to_string().len() < 4_000 + 2 * error.file.len(), "a message repeats the file");
    }
    let told = report.to_json().to_string();
    assert!(!told.is_empty());
    if plan.pieces.is_empty() {
        return;
    }
    match apply(plan, before, choices) {
        Err(error) => assert!(!error.what.is_empty() && !error.remedy.is_empty(), "{error:?}"),
        Ok(imported) => {
            let scenario = imported.scenario;
            let text = document::to_text(&scenario);
            match document::from_text(&text) {
                Ok(again) => {
                    assert_eq!(document::to_text(&again), text);
                    assert!(again == scenario, "a document is what it was written from");
                }
                // That a list names one id twice, or something without an id, is told where a document is read.
                Err(error) => assert!(error.pointer().is_some(), "{error}"),
            }
            exported(&scenario);
            answers(&scenario);
        }
    }
    past(plan, before, choices);
    assert!(*before == as_it_was);
}

/// Every sign-in is told of, once.
fn past(plan: &Plan, scenario: &Scenario, choices: &Choices) {
    let activity = Activity::of(plan, scenario, choices);
    if activity.rows == 0 {
        return;
    }
    let left_out: usize = activity.left_out.iter().map(|left| left.rows).sum();
    assert_eq!(activity.seen() + left_out, activity.rows);
    let known = activity.known_in(scenario);
    let decisions = replay(scenario, &known, &activity.requests());
    let replay = Replay::of(&activity, decisions);
    assert_eq!(replay.seen.len(), activity.ways.len());
    assert!(!replay.headline().is_empty() && !replay.to_json().to_string().is_empty());
    for seen in &replay.seen {
        assert!(!replay.told(seen, &known).to.is_empty());
    }
}

/// What a tenant has set is read back as it was, if it can be read back: by whoever has it, and by whoever has seen
/// nothing of it.
fn exported(scenario: &Scenario) {
    for tenant in scenario.tenants.iter().take(2) {
        let text = bundle(tenant);
        let plan = read(&[File::of_text("bundle.json", &text)]);
        if plan.refused().next().is_some() {
            continue;
        }
        let choices = Choices::all(Belongs::to(tenant.id.clone()));
        for before in [scenario, &unseen(scenario, tenant)] {
            if let Ok(again) = apply(&plan, before, &choices)
                && let Some(again) = again.scenario.tenant(&tenant.id)
            {
                assert_eq!(bundle(again), text, "what is exported is what was read");
            }
        }
    }
}

/// A scenario of which nobody has seen what this tenant has set.
fn unseen(scenario: &Scenario, tenant: &Tenant) -> Scenario {
    let mut scenario = scenario.clone();
    if let Some(tenant) = scenario.tenant_mut(&tenant.id) {
        tenant.cross_tenant_access_policy = CrossTenantAccessPolicy::unseen();
        tenant.conditional_access_policies.clear();
        tenant.authorization_policy = AuthorizationPolicy::default();
        tenant.invitation_domains = InvitationDomains::default();
        tenant.rest.clear();
    }
    scenario
}

/// The link of an address, what one packs, or a state that nothing packs.
pub fn link(bytes: &[u8]) {
    let fragment = match bytes {
        [b'1', b'.', ..] => String::from_utf8_lossy(bytes).into_owned(),
        [b'{', ..] => {
            let length = u16::try_from(bytes.len()).unwrap_or(u16::MAX);
            let state = bytes.get(..usize::from(length)).unwrap_or_default();
            let (length, inverse) = (length.to_le_bytes(), (!length).to_le_bytes());
            let packed = [&[0, 0, 1][..], &length, &inverse, state].concat();
            format!("1.{}", base64url(&packed))
        }
        _ => format!("1.{}", base64url(bytes)),
    };
    let Ok(shared) = link::decode(&fragment) else { return };
    let again = link::encode(&shared);
    let decoded = link::decode(&again).unwrap_or_else(|error| panic!("what is written is read: {error}"));
    assert_eq!(link::encode(&decoded), again);
    answers(&shared.scenario);
}

fn base64url(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        let digits = (0..=chunk.len()).map(|at| char::from(DIGITS[(group >> (18 - 6 * at) & 63) as usize]));
        text.extend(digits);
    }
    text
}

/// The text of a fenced block.
pub fn block(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match block::read(text) {
        Ok(block) => answers(&block.shared.scenario),
        Err(error) => {
            // A carriage return alone ends a line of YAML, and what is missing at the end is told on the line after it.
            let lines = text.matches(['\n', '\r']).count() + 2;
            assert!((1..=lines).contains(&error.place.line), "{error} is beyond the {lines} lines");
            assert!(!error.to_string().is_empty());
        }
    }
}

/// The text of a scenario document.
pub fn document(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(scenario) = document::from_text(text) else { return };
    let written = document::to_text(&scenario);
    let again =
        document::from_text(&written).unwrap_or_else(|error| panic!("what is written is read: {error}"));
    assert_eq!(document::to_text(&again), written);
    answers(&scenario);
}

/// Whatever a scenario is, it has answers, and those of the matrix are those of each of its cells.
fn answers(scenario: &Scenario) {
    let [left, right] = match &scenario.tenants[..] {
        [left, right, ..] => [left, right],
        _ => return,
    };
    for (home, resource) in [(left, right), (right, left)] {
        for feature in Feature::ALL {
            let matrix = Matrix::new(scenario, &home.id, &resource.id, feature);
            let named = home.directory.users.iter().take(ASKED).map(|user| Subject::User(user.id.clone()));
            for user in named.chain([Subject::AnyOther, Subject::Anonymous]) {
                let listed = resource.directory.applications.iter().take(ASKED);
                let listed = listed.map(|application| Resource::Application(application.app_id.clone()));
                for application in listed.chain([Resource::AnyOther(AppKind::Microsoft)]) {
                    let (home, resource) = (home.id.clone(), resource.id.clone());
                    let user = user.clone();
                    let request = Request { home, resource, feature, user, application, signal: None };
                    let decision = evaluate(scenario, &request);
                    assert!(!decision.to_json().to_string().is_empty());
                    if let Some(outcome) = matrix.look_up(&request.user, &request.application) {
                        assert_eq!(outcome, decision.outcome, "the matrix is its cells: {request:?}");
                    }
                }
            }
        }
    }
}
