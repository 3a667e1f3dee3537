//! The gallery's stories say what is so.

use entente_exchange::gallery::ENTRIES;
use entente_policy::{Request, evaluate};

#[test]
fn every_story_comes_out_as_it_says() {
    let wrong: Vec<String> = ENTRIES
        .iter()
        .filter_map(|entry| {
            let scenario = entry.scenario();
            let view = entry.first_view();
            let (user, application) = view.cell(&scenario).expect("a cell to look at first");
            let request = Request {
                home: scenario.tenants[view.home].id.clone(),
                resource: scenario.tenants[1 - view.home].id.clone(),
                feature: view.feature,
                user,
                application,
                signal: None,
            };
            let decision = evaluate(&scenario, &request);
            let outcome = decision.outcome.as_str();
            (outcome != entry.outcome()).then(|| {
                format!("{}: says {}, is {outcome}\n{:#}", entry.id, entry.outcome(), decision.to_json())
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
