//! One decision, gate by gate.

use entente_narrate::{Narrator, Reference, standing_word};
use entente_policy::{Decision, GateResult, Ground, Request, Status, evaluate};

use crate::arguments::Explain;
use crate::failure::Failure;
use crate::say;
use crate::{Verdict, find, paint, source};

pub(crate) fn run(question: &Explain, out: &mut String) -> Result<Verdict, Failure> {
    let scenario = source::read(&question.document)?;
    let (home, user) = find::person(&scenario, &question.user, question.home.as_deref())?;
    let resource = find::resource(&scenario, home, question.resource.as_deref())?;
    let request = Request {
        home: home.id.clone(),
        resource: resource.id.clone(),
        feature: question.feature.into(),
        user,
        application: find::application(resource, &question.application)?,
        signal: None,
    };
    let decision = evaluate(&scenario, &request);
    if question.json {
        say!(out, "{:#}", decision.to_json());
    } else {
        print(out, &Narrator::new(&scenario), &decision);
    }
    Ok(Verdict::Well)
}

fn print(out: &mut String, narrator: &Narrator<'_>, decision: &Decision) {
    let headline = narrator.headline(decision).to_string();
    say!(out, "{}", paint::outcome(decision.outcome, &paint::bold(&headline)));
    for gate in decision.gates.iter().filter(|gate| !gate.is_at_rest()) {
        say!(
            out,
            "\n{} {}  {}",
            paint::status(gate.status),
            paint::bold(&narrator.gate(gate.gate, &decision.request)),
            paint::dim(&narrator.owner(gate.owner, &decision.request))
        );
        for ground in &gate.grounds {
            print_ground(out, narrator, decision, gate, ground);
        }
    }
    let at_rest: Vec<String> = decision
        .gates
        .iter()
        .filter(|gate| gate.is_at_rest())
        .map(|gate| narrator.gate(gate.gate, &decision.request))
        .collect();
    if !at_rest.is_empty() {
        say!(out, "\n{}", paint::dim(&format!("As shipped, and open: {}", at_rest.join(", "))));
    }
    say!(out, "\n{}", paint::bold("What happens"));
    say!(out, "  {}", paint::text(&narrator.user_sees(decision)));
    let assumed: Vec<&str> = decision.not_modelled.iter().map(|what| narrator.not_modelled(*what)).collect();
    say!(out, "\n{}", paint::dim(&format!("Taken for granted: {}.", assumed.join("; "))));
}

fn print_ground(
    out: &mut String,
    narrator: &Narrator<'_>,
    decision: &Decision,
    gate: &GateResult,
    ground: &Ground,
) {
    say!(out, "  {}", paint::text(&narrator.ground(decision, gate, ground)));
    if let Some(remedy) = narrator.remedy(decision, gate, ground) {
        say!(out, "  → {}", paint::text(&remedy));
    }
    for note in &ground.notes {
        say!(out, "  ! {}", paint::text(&narrator.note(&decision.request, note)));
    }
    for reading in &ground.readings {
        say!(
            out,
            "  {} {}: {}",
            paint::status(reading.status),
            narrator.reading(reading.reason),
            narrator.status(reading.status)
        );
    }
    if let Some(error) = ground.error.filter(|_| ground.status == Status::Fail) {
        say!(
            out,
            "  {}: {} {}",
            error.as_str(),
            narrator.error(error),
            paint::dim("(Microsoft says that codes may change)")
        );
    }
    for setting in ground.settings.iter().filter(|_| !ground.at_rest) {
        say!(out, "  {}", paint::dim(&narrator.setting(setting)));
    }
    let reference = Reference::of(ground.statement);
    say!(
        out,
        "  {}",
        paint::dim(&format!("{}: {} {}", standing_word(ground.standing), reference.says, reference.address))
    );
}
