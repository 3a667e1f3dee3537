//! The same question gets the same answer.

use entente_policy::{Decision, Scenario, Status, evaluate};
use proptest::prelude::*;

use crate::questions::{all, beyond_users};
use crate::strategy::{Random, Shapes, config, scenario};

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_same_question_gets_the_same_answer(Random(scenario) in scenario(Shapes::Any)) {
        let read_again: Scenario = serde_json::from_value(serde_json::to_value(&scenario).unwrap()).unwrap();
        for request in all(&scenario).into_iter().chain(beyond_users(&scenario)) {
            let decision = evaluate(&scenario, &request);
            prop_assert_eq!(&evaluate(&scenario, &request), &decision);
            prop_assert_eq!(&evaluate(&read_again, &request), &decision);
        }
    }

    /// The order of lists, memberships and policies carries no meaning.
    #[test]
    fn order_means_nothing(Random(scenario) in scenario(Shapes::Any)) {
        let mut reversed = serde_json::to_value(&scenario).unwrap();
        reverse(&mut reversed);
        let reversed: Scenario = serde_json::from_value(reversed).unwrap();
        for request in all(&scenario).into_iter().chain(beyond_users(&scenario)) {
            let (one, other) = (evaluate(&scenario, &request), evaluate(&reversed, &request));
            prop_assert_eq!(one.outcome, other.outcome);
            let statuses = |decision: &Decision| {
                decision.gates.iter().map(|gate| gate.status).collect::<Vec<_>>()
            };
            prop_assert_eq!(statuses(&one), statuses(&other));
        }
    }

    /// A decision is consistent in itself.
    #[test]
    fn the_worst_ground_decides_and_only_refusals_need_somebody(Random(scenario) in scenario(Shapes::Any)) {
        for request in all(&scenario).into_iter().chain(beyond_users(&scenario)) {
            let decision = evaluate(&scenario, &request);
            prop_assert_eq!(&decision.request, &request);
            for gate in &decision.gates {
                let worst = gate.grounds.iter().map(|ground| ground.status).max();
                prop_assert_eq!(worst, Some(gate.status), "a gate has grounds, and the worst decides");
                prop_assert_eq!(gate.grounds[0].status, gate.status, "the deciding ground comes first");
                for ground in &gate.grounds {
                    prop_assert_eq!(ground.actor.is_some(), ground.status == Status::Fail);
                    prop_assert!(ground.error.is_none() || ground.status == Status::Fail);
                    if !ground.readings.is_empty() {
                        prop_assert_eq!(ground.status, Status::Undocumented);
                        prop_assert!(ground.readings.windows(2).any(|pair| pair[0].status != pair[1].status));
                    }
                }
            }
        }
    }
}

fn reverse(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Array(items) => {
            items.reverse();
            items.iter_mut().for_each(reverse);
        }
        serde_json::Value::Object(properties) => properties.iter_mut().for_each(|(_, value)| reverse(value)),
        _ => {}
    }
}
