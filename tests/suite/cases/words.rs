//! Every sentence about every case is whole.

use entente_narrate::Narrator;
use entente_policy::{Decision, Scenario, evaluate};

use super::case::Case;
use super::load;

/// Every sentence about a decision.
fn sentences(narrator: &Narrator<'_>, decision: &Decision) -> Vec<String> {
    let mut lines = vec![narrator.headline(decision).to_string(), narrator.user_sees(decision).to_string()];
    for gate in &decision.gates {
        for ground in &gate.grounds {
            lines.push(narrator.ground(decision, gate, ground).to_string());
            lines.extend(narrator.remedy(decision, gate, ground).map(|text| text.to_string()));
            lines.extend(ground.notes.iter().map(|note| narrator.note(&decision.request, note).to_string()));
            lines.extend(ground.readings.iter().map(|reading| narrator.reading(reading.reason).to_owned()));
        }
    }
    lines
}

#[test]
fn sentences_about_cases_are_whole() {
    let (scenarios, cases) = load();
    for (name, value) in &cases {
        for situation in Case::read(value).unwrap().situations(&scenarios).unwrap() {
            let scenario: Scenario = serde_json::from_value(situation.scenario).unwrap();
            let narrator = Narrator::new(&scenario);
            for asked in &situation.asked {
                for line in sentences(&narrator, &evaluate(&scenario, &asked.request)) {
                    assert!(!line.is_empty(), "{name}: an empty sentence");
                    for wrong in ["  ", " .", " ,", "..", "’s’s", ",,"] {
                        assert!(!line.contains(wrong), "{name}: {wrong:?} in {line:?}");
                    }
                    let first = line.chars().next().unwrap();
                    assert!(first.is_uppercase() || first == '“', "{name}: {line}");
                }
            }
        }
    }
}
