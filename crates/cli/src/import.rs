//! Files of real tenants, read into a scenario.

use entente_exchange::document;
use entente_exchange::import::{
    About, B2B_SETTINGS, Belongs, File, Imported, Named, Report, import, pair, read,
};
use entente_policy::{Id, Property, Scenario};
use serde_json::{Value, json};

use crate::arguments::Import;
use crate::failure::Failure;
use crate::{Output, Verdict, find, paint, say, source};

pub(crate) fn run(question: &Import, output: &mut Output<'_>) -> Result<Verdict, Failure> {
    let texts: Vec<(String, String)> = question
        .files
        .iter()
        .map(|name| Ok((name.clone(), source::text(name)?)))
        .collect::<Result<_, Failure>>()?;
    let files: Vec<File<'_>> = texts.iter().map(|(name, text)| File { name, text }).collect();
    let (scenario, tenant) = onto(question, &files)?;
    let belongs = Belongs {
        tenant,
        about: question.about.as_deref().map(|about| self::about(&scenario, about)).transpose()?,
        property: question.setting.as_deref().map(property).transpose()?,
    };
    let Imported { scenario, report } =
        import(&scenario, &belongs, &files).map_err(|error| Failure::new(error.to_string()))?;
    let text = document::to_text(&scenario);
    let told = if question.json { json!({ "report": report.to_json() }).to_string() } else { words(&report) };
    match &question.output {
        Some(file) => {
            std::fs::write(file, text + "\n")
                .map_err(|error| Failure::new(format!("{file} cannot be written: {error}")))?;
            output.out.push_str(&told);
        }
        None if question.json => {
            let scenario: Value = serde_json::from_str(&text).unwrap_or_default();
            say!(output.out, "{:#}", json!({ "scenario": scenario, "report": report.to_json() }));
        }
        None => {
            say!(output.out, "{text}");
            output.aside.push_str(&told);
        }
    }
    Ok(Verdict::Well)
}

/// The scenario that the files go into, and whose they are.
fn onto(question: &Import, files: &[File<'_>]) -> Result<(Scenario, Id), Failure> {
    if let Some(document) = &question.onto {
        let scenario = source::read(document)?;
        let named = Named::of(&question.tenant);
        let tenant =
            find::tenant(&scenario, &named.name).or_else(|_| find::tenant(&scenario, named.id.as_str()))?;
        let id = tenant.id.clone();
        return Ok((scenario, id));
    }
    let own = Named::of(&question.tenant);
    let other = match &question.partner {
        Some(partner) => Named::of(partner),
        None => only_partner(files)?,
    };
    Ok((pair(&own, &other), own.id))
}

/// The one organization that the files hold settings about.
fn only_partner(files: &[File<'_>]) -> Result<Named, Failure> {
    let mut partners: Vec<Id> = Vec::new();
    for file in files {
        for piece in read(file).map_err(|error| Failure::new(error.to_string()))? {
            partners.extend(piece.partners());
        }
    }
    partners.sort();
    partners.dedup();
    match partners.as_slice() {
        [one] => Ok(Named::of(one.as_str())),
        several => Err(Failure::new(format!(
            "the files hold settings about {} organizations, and a scenario needs the one to look at",
            several.len()
        ))
        .remedy("name it: --partner Fabrikam=f0000000-0000-4000-8000-000000000001; or give a scenario with --onto")),
    }
}

fn about(scenario: &Scenario, typed: &str) -> Result<About, Failure> {
    if typed.eq_ignore_ascii_case("default") {
        return Ok(About::Default);
    }
    match find::tenant(scenario, typed) {
        Ok(tenant) => Ok(About::Partner(tenant.id.clone())),
        Err(_) if Id::from(typed).is_guid() => Ok(About::Partner(Id::from(typed))),
        Err(failure) => Err(failure),
    }
}

fn property(typed: &str) -> Result<Property, Failure> {
    B2B_SETTINGS.into_iter().find(|property| property.as_str().eq_ignore_ascii_case(typed)).ok_or_else(|| {
        let names = B2B_SETTINGS.map(Property::as_str).join(", ");
        Failure::new(format!("there is no B2B setting `{typed}`")).remedy(format!("one of {names}"))
    })
}

/// The report as a person reads it.
fn words(report: &Report) -> String {
    let mut text = String::new();
    say!(text, "{}", paint::bold("Read"));
    for taken in &report.read {
        say!(text, "  {taken}");
    }
    if !report.kept.is_empty() {
        say!(text, "{}", paint::bold("Kept, and not understood"));
        for kept in &report.kept {
            let times = if kept.times > 1 { format!(" ({} times)", kept.times) } else { String::new() };
            say!(text, "  {}, `{}`{times}", kept.file, kept.pointer);
        }
    }
    if !report.notes.is_empty() {
        say!(text, "{}", paint::bold("To know"));
        for note in &report.notes {
            let place = if note.pointer.is_empty() { String::new() } else { format!(", `{}`", note.pointer) };
            say!(text, "  {}{place}: {}", note.file, note.says);
        }
    }
    if !report.missing.is_empty() {
        say!(text, "{}", paint::bold("In none of the files, and taken as it was"));
        for what in &report.missing {
            let request = what.request().map(|request| paint::dim(&request)).unwrap_or_default();
            say!(text, "  {}  {request}", what.name());
        }
    }
    text
}
