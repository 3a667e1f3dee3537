//! Files of real tenants, read into a scenario.

use entente_exchange::document;
use entente_exchange::import::{
    About, B2B_SETTINGS, Belongs, Choices, File, ImportError, Imported, Named, Note, Plan, Report, Weight,
    apply, read,
};
use entente_policy::{Id, Property, Scenario};
use serde_json::{Value, json};

use crate::arguments::Import;
use crate::failure::Failure;
use crate::{Output, Verdict, find, report, say, source};

pub(crate) fn run(question: &Import, output: &mut Output<'_>) -> Result<Verdict, Failure> {
    let files = source::files(&question.files)?;
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let plan = read(&files);
    if question.look {
        let scenario = onto(question, &plan).unwrap_or_default();
        let told = plan.report(&scenario, &plan.propose(&scenario));
        tell(&told, &scenario, question.json, output.out);
        return Ok(Verdict::Well);
    }
    refuse(&plan)?;
    let scenario = onto(question, &plan)?;
    let (choices, contradicted) = choices(question, &plan, &scenario)?;
    let Imported { scenario, mut report } =
        apply(&plan, &scenario, &choices).map_err(|error| Failure::new(error.to_string()))?;
    report.notes.extend(contradicted);
    let text = document::to_text(&scenario);
    match &question.output {
        Some(file) => {
            std::fs::write(file, text + "\n")
                .map_err(|error| Failure::new(format!("{file} cannot be written: {error}")))?;
            tell(&report, &scenario, question.json, output.out);
        }
        None if question.json => {
            let scenario: Value = serde_json::from_str(&text).unwrap_or_default();
            say!(output.out, "{:#}", json!({ "scenario": scenario, "report": report.to_json() }));
        }
        None => {
            say!(output.out, "{text}");
            tell(&report, &scenario, false, output.aside);
        }
    }
    Ok(Verdict::Well)
}

fn tell(report: &Report, scenario: &Scenario, is_json: bool, out: &mut String) {
    if is_json {
        say!(out, "{:#}", json!({ "report": report.to_json() }));
    } else {
        out.push_str(&report::words(report, scenario));
    }
}

/// All files can be read, or nothing is done.
pub(crate) fn refuse(plan: &Plan) -> Result<(), Failure> {
    let refused: Vec<String> = plan.refused().map(ImportError::to_string).collect();
    if refused.is_empty() { Ok(()) } else { Err(Failure::new(refused.join("\n  and: "))) }
}

/// The scenario that the files go into.
fn onto(question: &Import, plan: &Plan) -> Result<Scenario, Failure> {
    if let Some(document) = &question.onto {
        return source::read(document);
    }
    // A whole scenario needs no tenants to go into.
    if plan.pieces.iter().any(|piece| piece.what == entente_exchange::import::What::Scenario) {
        return Ok(Scenario::default());
    }
    let own = question.tenant.as_deref().map(Named::of);
    let is_told = own.is_some();
    plan.pair(own, question.partner.as_deref().map(Named::of)).map_err(|organizations| {
        if !is_told && plan.tenants().is_empty() {
            return Failure::new("the files do not say which tenant they are of").remedy(
                "name it: --tenant Contoso=c0000000-0000-4000-8000-000000000001; where they are of two tenants, name the other with --partner, and say for each file whose it is: --whose FILE=TENANT",
            );
        }
        Failure::new(format!(
            "the files hold settings about {} organizations, and a scenario needs the one to look at",
            organizations.len()
        ))
        .remedy("name it: --partner Fabrikam=f0000000-0000-4000-8000-000000000001; or give a scenario with --onto")
    })
}

/// Whose each part of the files is: as the person says for that file; as the file says by an id; as the person says
/// for all files; as it seems. With what contradicts the person.
fn choices(question: &Import, plan: &Plan, scenario: &Scenario) -> Result<(Choices, Vec<Note>), Failure> {
    let about = question.about.as_deref().map(|about| self::about(scenario, about)).transpose()?;
    let property = question.setting.as_deref().map(property).transpose()?;
    let belongs = |tenant: Id| Belongs { tenant, about: about.clone(), property };
    let told = question.tenant.as_deref().map(|typed| tenant(scenario, typed)).transpose()?;
    let mut of_files = Vec::new();
    for whose in &question.whose {
        let Some((file, typed)) = whose.rsplit_once('=') else {
            return Err(
                Failure::new(format!("`{whose}` says no tenant")).remedy("--whose theirs.json=Fabrikam")
            );
        };
        if !question.files.iter().any(|known| known == file) {
            return Err(Failure::new(format!("`{file}` is none of the files")));
        }
        of_files.push((file, tenant(scenario, typed)?));
    }
    let (mut choices, mut contradicted) = (Choices::default(), Vec::new());
    let guesses = plan.whose(scenario);
    // Where a file lies says less than the command line; but if files lie there that say it themselves, that is told.
    let is_said =
        |tenant: &Id| guesses.iter().any(|guess| !guess.is_by_path && guess.tenant.as_ref() == Some(tenant));
    for guess in guesses.clone() {
        let Some(part) = plan.sources.get(guess.source) else { continue };
        let of_file = of_files.iter().find(|(file, _)| *file == part.file).map(|(_, tenant)| tenant.clone());
        let said = guess.tenant.clone().filter(|_| guess.is_certain);
        if let (Some(id), None) = (said.as_ref().filter(|id| scenario.tenant(id).is_none()), &of_file) {
            let what = format!(
                "{} is of the tenant `{id}` ({}), which the scenario does not have",
                part.file,
                guess.why.join("; ")
            );
            return Err(
                Failure::new(what).remedy(format!("if you know better: --whose {}=TENANT", part.file))
            );
        }
        let seems = guess.tenant.filter(|tenant| scenario.tenant(tenant).is_some());
        let says = seems.clone().filter(|tenant| !guess.is_by_path || guess.is_beside || is_said(tenant));
        // A file of several tenants says itself which part is whose, and so do the files of a folder together.
        let is_shared = plan.sources.iter().filter(|source| source.file == part.file).count() > 1;
        let apart = seems.clone().filter(|_| is_shared || guess.is_beside);
        let told_for_all = told.as_ref().filter(|_| of_file.is_none() && !is_shared);
        if let (Some(domain), None, true) = (&guess.elsewhere, &of_file, is_shared) {
            choices.left_out.insert(guess.source);
            contradicted.push(elsewhere(&part.file, domain));
            continue;
        }
        if let (Some(domain), Some(told)) = (&guess.elsewhere, told_for_all) {
            let names = [domain.clone(), name(scenario, told), name(scenario, told)];
            contradicted.push(contradiction(&part.file, &guess.why.join("; "), &names));
        }
        // What has settings about the tenant that is told for all files is of another.
        let mut parts = plan.pieces.iter().filter(|piece| piece.source == guess.source);
        let is_about = parts.any(|piece| piece.partners().any(|id| Some(&id) == told.as_ref()));
        let other = seems.clone().filter(|_| is_about);
        let found = of_file.or(said).or(apart).or(other).or_else(|| told.clone());
        if let Some(tenant) = found.or(seems) {
            if let (Some(told), Some(says)) = (told_for_all, says.filter(|says| Some(says) != told.as_ref()))
            {
                let names = [&says, told, &tenant].map(|id| name(scenario, id));
                contradicted.push(contradiction(&part.file, &guess.why.join("; "), &names));
            }
            choices.of.insert(guess.source, belongs(tenant));
        }
    }
    Ok((choices, contradicted))
}

fn name(scenario: &Scenario, id: &Id) -> String {
    scenario.tenant(id).map_or_else(|| id.to_string(), |tenant| tenant.display_name.clone())
}

/// What a file holds says that it is another tenant’s than the command line does.
fn contradiction(file: &str, why: &str, [says, told, taken]: &[String; 3]) -> Note {
    let says = format!(
        "This seems to be of {says} ({why}), and `--tenant` names {told}. It was taken to be of {taken}; `--whose {file}=TENANT` says it for this file alone."
    );
    of_file("contradicted", file, says)
}

/// A part of a file of several tenants is of one that the scenario does not have.
fn elsewhere(file: &str, domain: &str) -> Note {
    let says = format!(
        "A part of this says that it is of {domain}, a domain that no tenant of the scenario has. That part was left out."
    );
    of_file("elsewhere", file, says)
}

/// A note on a whole file.
fn of_file(code: &'static str, file: &str, says: String) -> Note {
    let (file, pointer) = (file.into(), String::new());
    Note { code, weight: Weight::Warning, file, pointer, place: (1, 1), times: 1, says }
}

fn tenant(scenario: &Scenario, typed: &str) -> Result<Id, Failure> {
    let named = Named::of(typed);
    let found = find::tenant(scenario, &named.name).or_else(|_| find::tenant(scenario, named.id.as_str()))?;
    Ok(found.id.clone())
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
