//! A decision in words.

use entente_narrate::{Narrator, Reference, standing_word};
use entente_policy::{
    Actor, Decision, ErrorCode, Gate, GateResult, Ground, NotModelled, Outcome, Owner, Scenario, Standing,
    Status,
};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::hand_over;
use crate::failure::Failure;

/// A decision in words. `types/explanation.d.ts` declares it, by its outcome.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Explanation {
    outcome: Outcome,
    headline: String,
    verdict: Verdict,
    user_sees: String,
    gates: Vec<GateExplanation>,
    assumed: Vec<Assumption>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refusal: Option<Refusal>,
}

/// An outcome in a word.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct Verdict {
    /// One character that is not a colour.
    sign: &'static str,
    /// A word or a few.
    word: String,
}

/// Who has to act for a refusal to turn, and what the person sees until then.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct Refusal {
    /// Who has to act, in a few words.
    who_acts: String,
    /// The same as codes, in the gates' order.
    #[tsify(type = "Actor[]")]
    actors: Vec<Actor>,
    /// Every error that may come up. Which comes first is not documented.
    errors: Vec<ExplainedError>,
}

/// An error that the person would see. Microsoft says that codes may change, and that software must not branch
/// on them.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct ExplainedError {
    /// The code.
    #[tsify(type = "ErrorCode")]
    code: ErrorCode,
    /// What it means.
    means: &'static str,
}

/// Something that the decision takes for granted.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct Assumption {
    /// What.
    #[tsify(type = "NotModelled")]
    what: NotModelled,
    /// In words.
    words: &'static str,
}

/// A gate in words.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct GateExplanation {
    /// Which gate.
    #[tsify(type = "Gate")]
    gate: Gate,
    /// What it is called, with its tenant's name.
    name: String,
    /// What it says.
    #[tsify(type = "Status")]
    status: Status,
    /// Whose administrator can change it.
    #[tsify(type = "Owner")]
    owner: Owner,
    /// The same in words.
    owner_name: String,
    /// Whether nothing in the scenario has to do with it: whoever looks for a reason need not look here.
    at_rest: bool,
    /// Why it says so, what decides first.
    grounds: Vec<GroundExplanation>,
}

/// A ground in words.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct GroundExplanation {
    /// What it comes to.
    #[tsify(type = "Status")]
    status: Status,
    /// The stable reason.
    #[tsify(type = "Reason")]
    reason: &'static str,
    /// Why, in a sentence or two.
    why: String,
    /// Who has to do what; not there where nothing has to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<String>,
    /// What else is worth knowing.
    notes: Vec<String>,
    /// The readings, where the documentation leaves more than one.
    readings: Vec<ExplainedReading>,
    /// The error that the person would see.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ExplainedError>,
    /// The settings that decided. `Scenario.set` takes their paths.
    settings: Vec<ExplainedSetting>,
    /// The documented statement behind it.
    statement: ExplainedStatement,
}

/// A setting, by its address and in words.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct ExplainedSetting {
    /// The address, as `Scenario.set` takes it.
    path: String,
    /// What it is called, with its tenant's name.
    name: String,
}

/// A reading of what the documentation leaves open.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct ExplainedReading {
    /// Which reading.
    #[tsify(type = "Reason")]
    reason: &'static str,
    /// In a few words.
    words: &'static str,
    /// What the gate would say.
    #[tsify(type = "Status")]
    status: Status,
}

/// A statement of Microsoft's documentation, and how well it supports what it is cited for.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct ExplainedStatement {
    /// The stable code.
    #[tsify(type = "Statement")]
    code: &'static str,
    /// What the page says, in our words.
    says: &'static str,
    /// The page's address.
    address: String,
    /// How well it supports the ground.
    #[tsify(type = "Standing")]
    standing: Standing,
    /// The same in a word or two.
    standing_word: &'static str,
}

/// Puts a decision into words.
pub(crate) fn explain(scenario: &Scenario, decision: &Decision) -> Result<JsValue, Failure> {
    hand_over(&Explanation::of(&Narrator::new(scenario), decision))
}

impl Explanation {
    fn of(narrator: &Narrator<'_>, decision: &Decision) -> Self {
        let verdict = narrator.verdict(decision);
        Explanation {
            outcome: decision.outcome,
            headline: narrator.headline(decision).to_string(),
            verdict: Verdict { sign: verdict.sign, word: verdict.word },
            user_sees: narrator.user_sees(decision).to_string(),
            gates: decision.gates.iter().map(|gate| gate_explanation(narrator, decision, gate)).collect(),
            assumed: decision
                .not_modelled
                .iter()
                .map(|what| Assumption { what: *what, words: narrator.not_modelled(*what) })
                .collect(),
            refusal: (decision.outcome == Outcome::Blocked).then(|| refusal(narrator, decision)),
        }
    }
}

fn refusal(narrator: &Narrator<'_>, decision: &Decision) -> Refusal {
    let mut errors: Vec<ErrorCode> = Vec::new();
    for error in decision.failing().filter_map(|ground| ground.error) {
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    Refusal {
        who_acts: narrator.who_acts(decision),
        actors: decision.actors(),
        errors: errors.into_iter().map(|error| explained(narrator, error)).collect(),
    }
}

fn explained(narrator: &Narrator<'_>, code: ErrorCode) -> ExplainedError {
    ExplainedError { code, means: narrator.error(code) }
}

fn gate_explanation(narrator: &Narrator<'_>, decision: &Decision, gate: &GateResult) -> GateExplanation {
    GateExplanation {
        gate: gate.gate,
        name: narrator.gate(gate.gate, &decision.request),
        status: gate.status,
        owner: gate.owner,
        owner_name: narrator.owner(gate.owner, &decision.request),
        at_rest: gate.is_at_rest(),
        grounds: gate.grounds.iter().map(|ground| grounded(narrator, decision, gate, ground)).collect(),
    }
}

fn grounded(
    narrator: &Narrator<'_>,
    decision: &Decision,
    gate: &GateResult,
    ground: &Ground,
) -> GroundExplanation {
    let reference = Reference::of(ground.statement);
    GroundExplanation {
        status: ground.status,
        reason: ground.reason.code(),
        why: narrator.ground(decision, gate, ground).to_string(),
        remedy: narrator.remedy(decision, gate, ground).map(|text| text.to_string()),
        notes: ground.notes.iter().map(|note| narrator.note(&decision.request, note).to_string()).collect(),
        readings: ground
            .readings
            .iter()
            .map(|reading| ExplainedReading {
                reason: reading.reason.code(),
                words: narrator.reading(reading.reason),
                status: reading.status,
            })
            .collect(),
        error: ground.error.map(|error| explained(narrator, error)),
        settings: ground
            .settings
            .iter()
            .map(|path| ExplainedSetting { path: path.to_string(), name: narrator.setting(path) })
            .collect(),
        statement: ExplainedStatement {
            code: ground.statement.code(),
            says: reference.says,
            address: reference.address,
            standing: ground.standing,
            standing_word: standing_word(ground.standing),
        },
    }
}
