//! A scenario, or what comes of it, as a file for others.

use entente_exchange::render::{
    STYLES, Sheet, Theme, Way, csv, markdown, narrow_svg, page, svg, tables, ways,
};
use entente_exchange::{document, export, pseudonym};
use entente_policy::{Matrix, Scenario};

use crate::arguments::{Export, Format, ThemeName};
use crate::failure::Failure;
use crate::{Output, Verdict, find, paint, say, source, takeaway};

pub(crate) fn run(question: &Export, output: &mut Output<'_>) -> Result<Verdict, Failure> {
    if let Some(before) = &question.changes_from {
        return takeaway::run(question, before, output);
    }
    if question.format.spelling().is_some() || question.format == Format::Handover {
        return Err(Failure::new("this format holds what was changed")
            .remedy("say since when: --changes-from BEFORE.json"));
    }
    let mut scenario = source::read(&question.document)?;
    // Names are looked for in the original: the others nobody knows yet.
    let home = question.home.as_deref().map(|typed| position(&scenario, typed)).transpose()?;
    let tenant = question.tenant.as_deref().map(|typed| position(&scenario, typed)).transpose()?;
    if question.pseudonymise {
        let read_again = pseudonym::sentences(&scenario);
        scenario = pseudonym::pseudonymise(&scenario);
        if !read_again.is_empty() {
            let note = format!("Read once more what people wrote: {}", read_again.join(", "));
            say!(output.aside, "{}", paint::dim(&note));
        }
    }
    let sheets = || sheets(&scenario, question, home);
    let text = match question.format {
        Format::Scenario => document::to_text(&scenario) + "\n",
        Format::Graph => graph(&scenario, tenant)? + "\n",
        Format::Markdown => markdown(&scenario.title, &sheets()),
        Format::Csv => csv(&sheets()),
        Format::Svg if question.narrow => narrow_svg(&scenario.title, &sheets(), question.theme.into()),
        Format::Svg => svg(&scenario.title, &sheets(), question.theme.into()),
        Format::Html => tables(&sheets()),
        Format::Page => page(&scenario.title, &sheets()),
        _ => STYLES.into(),
    };
    write(question, output, &text)?;
    Ok(Verdict::Well)
}

/// Writes to the file that was asked for, or to standard output.
pub(crate) fn write(question: &Export, output: &mut Output<'_>, text: &str) -> Result<(), Failure> {
    match &question.output {
        Some(file) => std::fs::write(file, text)
            .map_err(|error| Failure::new(format!("{file} cannot be written: {error}")))?,
        None => output.out.push_str(text),
    }
    Ok(())
}

impl From<ThemeName> for Theme {
    fn from(name: ThemeName) -> Self {
        match name {
            ThemeName::Auto => Theme::Auto,
            ThemeName::Light => Theme::Light,
            ThemeName::Dark => Theme::Dark,
        }
    }
}

fn position(scenario: &Scenario, typed: &str) -> Result<usize, Failure> {
    let found = find::tenant(scenario, typed)?;
    Ok(scenario.tenants.iter().position(|tenant| tenant.id == found.id).unwrap_or_default())
}

fn sheets(scenario: &Scenario, question: &Export, home: Option<usize>) -> Vec<Sheet> {
    let home = home.and_then(|at| scenario.tenants.get(at)).map(|tenant| &tenant.id);
    let sheet =
        |way: &Way| Sheet::of(scenario, &Matrix::new(scenario, &way.home, &way.resource, way.feature));
    ways(scenario, home, question.feature.map(Into::into)).iter().map(sheet).collect()
}

fn graph(scenario: &Scenario, tenant: Option<usize>) -> Result<String, Failure> {
    let tenant = tenant.and_then(|at| scenario.tenants.get(at)).ok_or_else(|| {
        let names: Vec<&str> = scenario.tenants.iter().map(|tenant| tenant.display_name.as_str()).collect();
        Failure::new("a Graph bundle is one tenant’s")
            .remedy(format!("say whose with --tenant: {}", names.join(", ")))
    })?;
    Ok(export::bundle(tenant))
}
