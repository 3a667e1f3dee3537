//! The report of what files held, as a person reads it.

use entente_exchange::import::{Report, Weight};
use entente_policy::{Id, Layer, Scenario};

use crate::{paint, say};

pub(crate) fn words(report: &Report, scenario: &Scenario) -> String {
    let mut text = String::new();
    let name =
        |id: &Id| scenario.tenant(id).map_or_else(|| id.to_string(), |tenant| tenant.display_name.clone());
    if !report.refused.is_empty() {
        say!(text, "{}", paint::bold("Not read"));
        for error in &report.refused {
            say!(text, "  {error}");
        }
    }
    say!(text, "{}", paint::bold("Read"));
    for taken in &report.read {
        let of = taken.tenant.as_ref().map_or_else(String::new, |tenant| format!(", of {}", name(tenant)));
        say!(text, "  {taken}{of}");
    }
    let guesses: Vec<_> = report.whose.iter().filter(|guess| !guess.why.is_empty()).collect();
    if !guesses.is_empty() {
        say!(text, "{}", paint::bold("Whose it seems to be"));
        for guess in guesses {
            let tenant = guess.tenant.as_ref().map_or_else(|| "nobody knows".into(), &name);
            say!(text, "  {}. {tenant}: {}", guess.source.saturating_add(1), guess.why.join("; "));
        }
    }
    if !report.kept.is_empty() {
        say!(text, "{}", paint::bold("Kept, and not understood"));
        for kept in &report.kept {
            let times = if kept.times > 1 { format!(" ({} times)", kept.times) } else { String::new() };
            say!(text, "  {}, `{}`{times}", kept.file, kept.pointer);
        }
    }
    for (weight, title) in [(Weight::Warning, "Look at this"), (Weight::Info, "To know")] {
        let notes: Vec<_> = report.notes.iter().filter(|note| note.weight == weight).collect();
        if notes.is_empty() {
            continue;
        }
        say!(text, "{}", paint::bold(title));
        for note in notes {
            let place = if note.pointer.is_empty() { String::new() } else { format!(", `{}`", note.pointer) };
            let times = if note.times > 1 { format!(" ({} times)", note.times) } else { String::new() };
            say!(text, "  {}, line {}{place}: {}{times}", note.file, note.place.0, note.says);
        }
    }
    let open = [
        ("Not stated, so left as it was", &report.unstated),
        ("Not known: nobody has seen it", &report.unknown),
    ];
    for (title, open) in open.into_iter().filter(|(_, open)| !open.is_empty()) {
        say!(text, "{}", paint::bold(title));
        for unstated in open {
            let about = match &unstated.layer {
                Layer::Default => "by default".to_string(),
                Layer::Partner(id) => format!("about {}", name(id)),
            };
            let properties: Vec<&str> =
                unstated.properties.iter().map(|property| property.as_str()).collect();
            say!(text, "  {}, {about}: {}", name(&unstated.tenant), properties.join(", "));
        }
    }
    if !report.unnamed.is_empty() {
        say!(text, "{}", paint::bold("Known by id alone"));
        for unnamed in &report.unnamed {
            say!(text, "  {} `{}` of {}", unnamed.kind, unnamed.id, name(&unnamed.directory));
        }
    }
    missing(&mut text, report);
    text
}

/// What is missing, tenant by tenant: what one side has left out, and what the other side still has to send.
fn missing(text: &mut String, report: &Report) {
    for tenant in &report.tenants {
        for assumed in tenant.assumed.iter().filter(|assumed| !tenant.missing.contains(&assumed.of)) {
            say!(text, "{}: {}", paint::bold(&tenant.name), assumed.says);
        }
    }
    for tenant in report.tenants.iter().filter(|tenant| !tenant.missing.is_empty()) {
        let title = if tenant.has.is_empty() {
            format!("{} has sent nothing yet; ask it for", tenant.name)
        } else {
            format!("In none of {}’s files; ask for", tenant.name)
        };
        say!(text, "{}", paint::bold(&title));
        for what in &tenant.missing {
            let request =
                what.request_in(tenant.cloud).map(|request| paint::dim(&request)).unwrap_or_default();
            say!(text, "  {}  {request}", what.name());
            for assumed in tenant.assumed.iter().filter(|assumed| assumed.of == *what) {
                say!(text, "    {}", assumed.says);
            }
        }
    }
}
