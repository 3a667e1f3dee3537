//! What was changed since another state of the document, as a file that carries it out.

use entente_exchange::changes::{Changes, Spelled, changes};
use entente_exchange::handover::handover;
use entente_exchange::pseudonym::Pseudonyms;
use entente_policy::Scenario;
use serde_json::{Value, json};

use crate::arguments::{Export, Format};
use crate::export::write;
use crate::failure::Failure;
use crate::{Output, Verdict, find, paint, say, source};

pub(crate) fn run(question: &Export, before: &str, output: &mut Output<'_>) -> Result<Verdict, Failure> {
    if question.format == Format::Handover {
        return hand_over(question, before, output);
    }
    let Some(spelling) = question.format.spelling() else {
        return Err(Failure::new("this format does not hold what was changed")
            .remedy("--format patch, http, powershell, az, terraform-msgraph, terraform-microsoft365, terraform-microsoft365wp, dsc or handover"));
    };
    let (mut before, mut after) = (source::read(before)?, source::read(&question.document)?);
    let at = whose(&before, &after, question.tenant.as_deref())?;
    if question.pseudonymise {
        let mut pseudonyms = Pseudonyms::of([&before, &after]);
        (before, after) = (pseudonyms.scenario(&before), pseudonyms.scenario(&after));
    }
    let all = changes(&before, &after);
    let (Some(changes), Some(tenant)) = (all.get(at), after.tenants.get(at)) else {
        return Err(Failure::new("the document holds no such tenant"));
    };
    let spelled = spelling.write(changes, tenant);
    if question.json {
        write(question, output, &format!("{:#}\n", record(changes, &spelled)))?;
    } else {
        write(question, output, &spelled.text)?;
        tell(output.aside, changes, &spelled);
    }
    let all_is_in_it = !changes.leaves_something() && spelled.left_out.is_empty();
    Ok(if all_is_in_it { Verdict::Well } else { Verdict::Differs })
}

/// What one administrator asks of another: the tenant that is named, and the first of the others.
fn hand_over(question: &Export, before: &str, output: &mut Output<'_>) -> Result<Verdict, Failure> {
    let (mut before, mut after) = (source::read(before)?, source::read(&question.document)?);
    let names: Vec<&str> = after.tenants.iter().map(|tenant| tenant.display_name.as_str()).collect();
    let typed = question.tenant.as_deref().ok_or_else(|| {
        Failure::new("a hand-over is for one tenant")
            .remedy(format!("say for which with --tenant: {}", names.join(", ")))
    })?;
    let to = find::tenant(&after, typed)?.id.clone();
    let at = after.tenants.iter().position(|tenant| tenant.id == to).unwrap_or_default();
    if question.pseudonymise {
        let mut pseudonyms = Pseudonyms::of([&before, &after]);
        (before, after) = (pseudonyms.scenario(&before), pseudonyms.scenario(&after));
    }
    let to = after.tenants.get(at).map(|tenant| tenant.id.clone()).unwrap_or(to);
    let from =
        after.tenants.iter().enumerate().find(|(other, _)| *other != at).map(|(_, tenant)| tenant.id.clone());
    let handover = from.and_then(|from| handover(&before, &after, &to, &from));
    let handover = handover.ok_or_else(|| Failure::new("nothing between the two tenants was changed"))?;
    let text = if question.json { format!("{:#}\n", handover.to_json()) } else { handover.markdown() };
    write(question, output, &text)?;
    let aside = &mut *output.aside;
    if handover.names_no_ids() && !question.json {
        say!(aside, "{}", paint::bold("Names stand in it where Microsoft Graph takes ids alone"));
    }
    if !handover.not_asked.is_empty() && !question.json {
        say!(aside, "{}", paint::bold("Changed, and not asked for in this file"));
        handover.not_asked.iter().for_each(|beside| say!(aside, "  {}", beside.says()));
        say!(aside, "  {}", paint::dim("--format patch and its like carry out what is theirs alone"));
    }
    let is_whole = handover.not_asked.is_empty() && !handover.names_no_ids();
    Ok(if is_whole { Verdict::Well } else { Verdict::Differs })
}

/// The position of the tenant: the one that was named, or the only one that was changed.
fn whose(before: &Scenario, after: &Scenario, typed: Option<&str>) -> Result<usize, Failure> {
    if let Some(typed) = typed {
        let found = find::tenant(after, typed)?;
        return Ok(after.tenants.iter().position(|tenant| tenant.id == found.id).unwrap_or_default());
    }
    let all = changes(before, after);
    let changed: Vec<usize> =
        (0..all.len()).filter(|at| all.get(*at).is_some_and(|one| !one.is_empty())).collect();
    match changed.as_slice() {
        [one] => Ok(*one),
        [] => Err(Failure::new("nothing was changed")),
        several => {
            let names: Vec<&str> =
                several.iter().filter_map(|at| all.get(*at)).map(|one| one.display_name.as_str()).collect();
            Err(Failure::new("a file holds what was changed in one tenant")
                .remedy(format!("say in which with --tenant: {}", names.join(", "))))
        }
    }
}

fn tell(aside: &mut String, changes: &Changes, spelled: &Spelled) {
    let left = changes.remarks.iter().filter(|remark| !remark.is_carried_out());
    let (refused, by_hand): (Vec<_>, Vec<_>) =
        left.map(|remark| (remark, changes.request_of(remark))).partition(|(_, request)| request.is_some());
    for (at, (remark, request)) in refused.iter().enumerate() {
        if at == 0 {
            say!(aside, "{}", paint::bold("Refused as it stands: put it right before the request is sent"));
        }
        let request = request.map(|of| format!("{} {}", of.method.as_str(), of.path)).unwrap_or_default();
        say!(aside, "  {request}: {}: {}", remark.settings.join(", "), remark.says());
    }
    let by_hand = by_hand.iter().map(|(remark, _)| (&remark.settings, remark.says()));
    let left_out = spelled.left_out.iter().map(|left| (&left.settings, left.why.clone()));
    for (at, (settings, why)) in by_hand.chain(left_out).enumerate() {
        if at == 0 {
            say!(aside, "{}", paint::bold("Not in this file: it stays as it is until somebody does it"));
        }
        say!(aside, "  {}: {why}", settings.join(", "));
    }
}

fn record(changes: &Changes, spelled: &Spelled) -> Value {
    let left_out: Vec<Value> =
        spelled.left_out.iter().map(|left| json!({ "settings": left.settings, "why": left.why })).collect();
    json!({ "changes": changes.to_json(), "text": spelled.text, "leftOut": left_out })
}
