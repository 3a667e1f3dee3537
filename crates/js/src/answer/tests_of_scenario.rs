//! What a scenario expects of itself, run.

use std::sync::Arc;

use entente_policy::{Decision, Mismatch as Found, Scenario, ScenarioTest};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::hand_over;
use crate::failure::Failure;
use crate::json;

/// The tests that a scenario document holds, run.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TestReport {
    /// How many hold.
    passed: usize,
    /// How many do not.
    failed: usize,
    /// Each of them, in order.
    tests: Vec<TestResult>,
}

/// One test, run.
#[derive(Serialize, Tsify)]
#[serde(tag = "result", rename_all = "camelCase")]
enum TestResult {
    /// Everything came out as expected.
    Passed {
        /// What is tested.
        what: String,
    },
    /// Something came out otherwise.
    Failed {
        /// What is tested.
        what: String,
        /// In what the decision differs.
        mismatches: Vec<Mismatch>,
    },
}

/// One key that came out otherwise than expected.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
struct Mismatch {
    /// Which key, from the decision down: `gates.homeOutbound.reason`.
    key: String,
    /// What was expected.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "unknown")]
    expected: JsValue,
    /// What came out.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    #[tsify(type = "unknown")]
    got: JsValue,
}

/// Compares the answers with what the scenario's tests expect, in order.
pub(crate) fn test_report(scenario: &Scenario, decisions: &[Decision]) -> Result<JsValue, Failure> {
    let compared = |(test, decision): (&Arc<ScenarioTest>, &Decision)| {
        let what = test.what.clone();
        let mismatches: Vec<Mismatch> = test.mismatches(decision).iter().map(Mismatch::of).collect();
        if mismatches.is_empty() {
            TestResult::Passed { what }
        } else {
            TestResult::Failed { what, mismatches }
        }
    };
    let tests: Vec<TestResult> = scenario.tests.iter().zip(decisions).map(compared).collect();
    let failed = tests.iter().filter(|test| matches!(test, TestResult::Failed { .. })).count();
    hand_over(&TestReport { passed: tests.len().saturating_sub(failed), failed, tests })
}

impl Mismatch {
    fn of(found: &Found) -> Self {
        Mismatch {
            key: found.key.clone(),
            expected: json::to_js(&found.expected),
            got: json::to_js(&found.got),
        }
    }
}
