//! Sign-ins of the past, asked again of a scenario before a change and after it.

use anstyle::AnsiColor;
use entente_exchange::activity::{Activity, Effect, Replay};
use entente_exchange::import::{Belongs, Choices, File, Plan, Weight, read};
use entente_policy::{Scenario, replay};

use crate::arguments::Replay as Question;
use crate::failure::Failure;
use crate::{Output, Verdict, find, import, paint, say, source};

/// How many ways of each kind are told, unless all are asked for as JSON.
const TOLD: usize = 40;

pub(crate) fn run(question: &Question, output: &mut Output<'_>) -> Result<Verdict, Failure> {
    let files = source::files(&question.files)?;
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let plan = read(&files);
    import::refuse(&plan)?;
    let after = source::read(&question.scenario)?;
    let before = question.before.as_deref().map(source::read).transpose()?;
    let owner = question.tenant.as_deref().map(|typed| find::tenant(&after, typed)).transpose()?;
    let choices = owner.map(|owner| Choices::all(Belongs::to(owner.id.clone()))).unwrap_or_default();
    let activity = Activity::of(&plan, &after, &choices);
    if activity.rows == 0 {
        return Err(Failure::new("there are no sign-ins in the files").remedy(
            "the table of Get-MsIdCrossTenantAccessActivity, or what Graph’s beta answers to auditLogs/signIns",
        ));
    }
    if activity.is_all_left_out() {
        let left_out: Vec<String> = activity
            .left_out
            .iter()
            .map(|left| format!("{}, first at `{}`: {}", left.file, left.pointer, left.says()))
            .collect();
        return Err(Failure::new(format!(
            "none of the sign-ins in the files can be asked again\n  {}",
            left_out.join("\n  ")
        ))
        .remedy(
            "sign-ins between the tenants of the scenario, each with who it was and to what: Get-MsIdCrossTenantAccessActivity without -SummaryStats, or what Graph’s beta answers to auditLogs/signIns",
        ));
    }
    let after = activity.known_in(&after);
    let before = before.map(|before| activity.known_in(&before));
    let decisions = replay(before.as_ref().unwrap_or(&after), &after, &activity.requests());
    let replay = Replay::of(&activity, decisions);
    if question.json {
        say!(output.out, "{:#}", replay.to_json());
    } else {
        tell(&replay, &after, output.out);
    }
    warn(&plan, output.aside);
    Ok(if replay.is_uneventful() { Verdict::Well } else { Verdict::Differs })
}

fn tell(replay: &Replay<'_>, scenario: &Scenario, out: &mut String) {
    say!(out, "{}", replay.headline());
    for effect in Effect::ALL.into_iter().filter(|effect| *effect != Effect::Same) {
        let count = replay.with(effect).count();
        if count == 0 {
            continue;
        }
        say!(out, "{}", paint::bold(effect.title()));
        if let Some(advice) = effect.advice() {
            say!(out, "  {}", paint::dim(advice));
        }
        let (sign, colour) = match effect {
            Effect::Stopped => ("-", AnsiColor::Red),
            Effect::Admitted => ("+", AnsiColor::Green),
            _ => ("~", AnsiColor::Yellow),
        };
        for seen in replay.with(effect).take(TOLD) {
            let told = replay.told(seen, scenario);
            let because =
                if told.because.is_empty() { String::new() } else { format!(" ({})", told.because) };
            let line = format!("{sign} {} to {}, by {}: {}{because}", told.who, told.to, told.by, told.times);
            say!(out, "  {}", paint::coloured(colour, &line));
        }
        if count > TOLD {
            say!(out, "  and {} more: --json tells all of them", count.saturating_sub(TOLD));
        }
    }
    let activity = replay.activity;
    if activity.is_silent {
        say!(out, "Not every file says which sign-ins succeeded; those that do not are taken to have.");
    }
    if activity.is_undated {
        say!(
            out,
            "Some dates are not written as Graph writes them, year first, so the period leaves them out: nobody knows which number is the day."
        );
    }
    if !activity.left_out.is_empty() {
        say!(out, "{}", paint::bold("Left out"));
        for left in &activity.left_out {
            say!(out, "  {}, first at `{}`: {}", left.file, left.pointer, left.says());
        }
    }
}

/// What is to be known of the files.
fn warn(plan: &Plan, aside: &mut String) {
    for note in plan.notes.iter().filter(|note| note.weight == Weight::Warning) {
        say!(aside, "{}, line {}: {}", note.file, note.place.0, note.says);
    }
}
