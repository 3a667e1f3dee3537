use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_exchange::gallery::{ENTRIES, Entry};
use entente_policy::consequence::{Consequence, Consequences, Fact};
use entente_policy::{
    AppKind, Feature, Handshake, Matrix, Outcome, Reason, Resource, Statement, Status, Subject,
};

use crate::{Narrator, Reference};

/// Every sentence the gallery can make, with a line for what it is about.
fn explanations(entry: &Entry) -> Vec<String> {
    let scenario = entry.scenario();
    let narrator = Narrator::new(&scenario);
    let mut lines = Vec::new();
    for (home, resource) in [(0, 1), (1, 0)] {
        for feature in Feature::ALL {
            let ids = [&scenario.tenants[home].id, &scenario.tenants[resource].id];
            let matrix = Matrix::new(&scenario, ids[0], ids[1], feature);
            lines.push(narrator.handshake(&matrix, &Handshake::of(&matrix)).to_string());
            for (at, class) in matrix.users.iter().enumerate() {
                lines.push(narrator.class(&matrix, class).name);
                for app in 0..matrix.applications.len() {
                    let decision = matrix.class_decision(at, app).unwrap();
                    lines.push(narrator.headline(decision).to_string());
                    lines.push(narrator.user_sees(decision).to_string());
                    let consequences = Consequences::of(&scenario, &decision.request);
                    lines.extend(
                        consequences
                            .iter()
                            .filter(|found| !is_value(found))
                            .map(|found| narrator.consequence(&consequences, found).to_string()),
                    );
                    for gate in &decision.gates {
                        for ground in &gate.grounds {
                            lines.push(narrator.ground(decision, gate, ground).to_string());
                            lines
                                .extend(narrator.remedy(decision, gate, ground).map(|text| text.to_string()));
                        }
                    }
                }
            }
        }
    }
    lines
}

/// What stands in a table as a log has it, or as a cell of the matrix does, and is no sentence.
fn is_value(found: &Consequence) -> bool {
    matches!(found.fact, Fact::SignInLog(_) | Fact::Comparison(_))
}

fn decision(entry: &str, home: usize, user: usize) -> (entente_policy::Scenario, entente_policy::Decision) {
    let scenario = Entry::find(entry).unwrap().scenario();
    let (from, to) = (&scenario.tenants[home], &scenario.tenants[1 - home]);
    let matrix = Matrix::new(&scenario, &from.id, &to.id, Feature::B2bDirectConnect);
    let decision = matrix.decision(
        &Subject::User(from.directory.users[user].id.clone()),
        &Resource::Application(to.directory.applications[0].app_id.clone()),
    );
    (scenario, decision)
}

fn said(entry: &str, home: usize, user: usize) -> Vec<String> {
    let (scenario, decision) = decision(entry, home, user);
    let narrator = Narrator::new(&scenario);
    let mut said = Vec::from([narrator.headline(&decision).to_string()]);
    for gate in decision.gates.iter().filter(|gate| gate.status == Status::Fail) {
        for ground in &gate.grounds {
            let remedy = narrator.remedy(&decision, gate, ground).unwrap();
            said.push(narrator.ground(&decision, gate, ground).sentence(remedy).to_string());
        }
    }
    said.push(narrator.user_sees(&decision).to_string());
    said
}

#[test]
fn a_shut_default_names_the_tenant_and_who_has_to_act() {
    assert_eq!(
        said("example-1-half-done", 1, 0),
        [
            "Ana Ruiz can’t open Contoso’s Teams shared channel.",
            "Fabrikam’s outbound default, as shipped, blocks B2B direct connect for everyone. Fabrikam’s administrator has to allow it for Contoso.",
            "Ana Ruiz’s sign-in ends with AADSTS500212.",
        ]
    );
}

#[test]
fn a_list_that_leaves_a_person_out_says_where_the_person_is() {
    assert_eq!(
        said("example-2", 1, 3),
        [
            "Ben Okafor can’t open Contoso’s Teams shared channel.",
            "Only Marketing may use B2B direct connect with Contoso. Ben Okafor is in Sales. Fabrikam’s administrator has to add Ben Okafor, or the group Sales, to the list of who is allowed.",
            "Contoso admits only Marketing by B2B direct connect. Ben Okafor is in Sales. Contoso’s administrator has to add Ben Okafor, or the group Sales, to the list of who is allowed.",
            "Ben Okafor’s sign-in ends with an error: AADSTS500212 or AADSTS500213. Which comes first is not documented.",
        ]
    );
}

#[test]
fn a_group_of_the_wrong_tenant_is_named_as_such() {
    assert_eq!(
        said("example-2-wrong-group", 1, 0)[1],
        "Contoso admits only Contoso’s own Marketing by B2B direct connect. Ana Ruiz is in Marketing. Contoso’s administrator has to replace the id of Contoso’s own group Marketing by the object id that the group has in Fabrikam."
    );
}

#[test]
fn missing_mfa_trust_is_the_resource_tenants_to_mend() {
    assert_eq!(
        said("mfa-without-trust", 1, 0)[1],
        "“External users: require MFA” asks for multifactor authentication. Contoso does not accept Fabrikam’s, and direct connect users have no other way to do it. Contoso’s administrator has to accept multifactor authentication from Fabrikam in the trust settings."
    );
}

#[test]
fn sentences_are_whole() {
    for entry in ENTRIES {
        for line in explanations(entry) {
            assert!(!line.is_empty(), "{}: an empty sentence", entry.id);
            for wrong in ["  ", " .", " ,", "..", "’s’s", ",,"] {
                assert!(!line.contains(wrong), "{}: {wrong:?} in {line:?}", entry.id);
            }
            assert!(line.chars().next().is_some_and(|first| first.is_uppercase() || first == '“'), "{line}");
        }
    }
}

#[test]
fn classes_are_named_by_what_sets_them_apart() {
    let names = |entry: &str| -> Vec<String> {
        let scenario = Entry::find(entry).unwrap().scenario();
        let matrix = Matrix::new(
            &scenario,
            &scenario.tenants[1].id,
            &scenario.tenants[0].id,
            Feature::B2bDirectConnect,
        );
        let narrator = Narrator::new(&scenario);
        matrix
            .users
            .iter()
            .map(|class| {
                let name = narrator.class(&matrix, class);
                alloc::format!("{} ({})", name.name, name.detail)
            })
            .collect()
    };
    assert_eq!(names("shipped-defaults"), ["Everyone at Fabrikam (5 people, and anyone else)"]);
    assert_eq!(
        names("example-2"),
        ["Marketing (3 people alike)", "Not in Marketing (2 people, and anyone else)"]
    );
    assert_eq!(
        names("mfa-with-trust"),
        [
            "Marketing, MFA done (2 people alike)",
            "Marketing, MFA not done (1 person)",
            "Not in Marketing, MFA not done (2 people, and anyone else)",
        ]
    );
}

#[test]
fn every_outcome_and_statement_has_words() {
    let scenario = ENTRIES[0].scenario();
    let narrator = Narrator::new(&scenario);
    for outcome in
        [Outcome::Allowed, Outcome::AllowedAfter, Outcome::Blocked, Outcome::Depends, Outcome::Undocumented]
    {
        assert!(!narrator.outcome(outcome).word.is_empty());
    }
    for kinds in [&AppKind::ALL[..], &AppKind::ALL[..1], &AppKind::ALL[1..], &AppKind::ALL[2..]] {
        assert!(narrator.any_other_application(kinds).starts_with("any other"));
    }
    let (_, decision) = decision("example-1", 0, 0);
    for gate in &decision.gates {
        for ground in &gate.grounds {
            assert!(Reference::of(ground.statement).address.starts_with("https://learn.microsoft.com/"));
        }
    }
    for reason in Reason::all() {
        let mut ground = decision.gates[0].grounds[0].clone();
        ground.reason = reason;
        assert!(!narrator.ground(&decision, &decision.gates[0], &ground).is_empty(), "{}", reason.code());
    }
    for statement in Statement::all() {
        assert!(!Reference::of(statement).says.is_empty(), "{}", statement.code());
    }
}

#[test]
fn every_consequence_has_words_in_every_scenario() {
    for entry in ENTRIES {
        let (scenario, decision) = decision(entry.id, 1, 0);
        let narrator = Narrator::new(&scenario);
        let consequences = Consequences::of(&scenario, &decision.request);
        for found in consequences.iter() {
            // An error's fact without the error is the one that comes from elsewhere.
            assert!(!narrator.consequence(&consequences, found).is_empty(), "{}", found.fact.code());
        }
        for fact in Fact::all() {
            let mut found = consequences.privacy[0].clone();
            found.fact = fact;
            found.errors.push(entente_policy::ErrorCode::NotInResourceTenant);
            let words = narrator.consequence(&consequences, &found);
            // Without a prompt in the decision, there is none to tell of.
            assert!(!words.is_empty(), "{}", fact.code());
            assert!(!crate::title(fact.page()).is_empty());
        }
    }
}
