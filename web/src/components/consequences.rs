//! What follows from the answer that is explained: for the person, for the logs, for privacy and licences, and
//! how the two features compare. Reached from the explanation alone.

mod table;

use entente_narrate::{Narrator, Text, feature_short, standing_word, title};
use entente_policy::consequence::{Consequence, Consequences, Page, Row, Step};
use entente_policy::{Decision, Feature, Standing};
use yew::prelude::*;

use self::table::{Line, table};
use super::words::words;
use crate::host::Playground;
use crate::mode::Mode;

/// What follows for one person and one application. `first` is what the explanation says of what happens.
pub(crate) fn consequences(playground: &Playground, decision: &Decision, first: Html) -> Html {
    let narrator = &playground.snapshot.narrator();
    let found = &Consequences::of(playground.snapshot.scenario(), &decision.request);
    let request = &decision.request;
    let features = Feature::ALL.map(|feature| format!("By {}", feature_short(feature)));
    let tenants =
        [&request.home, &request.resource].map(|tenant| format!("{} log", narrator.tenants(tenant)));
    let cells =
        |row: &[Vec<Consequence>; 2]| [facts(narrator, found, &row[0]), facts(narrator, found, &row[1])];
    let steps = found.experience.iter().map(|row| {
        let name = Text::from(narrator.experience_step(row.topic));
        Line { name, code: false, shared: row.is_shared(), cells: cells(&row.cells) }
    });
    let entries = found.sign_in_log.iter().map(|row| {
        let (name, code) = narrator.log_field(row.topic);
        Line { name: name.into(), code, shared: row.is_shared(), cells: cells(&row.cells) }
    });
    let (here, general): (Vec<_>, Vec<_>) =
        found.comparison.iter().partition(|row| row.cells.iter().flatten().any(|found| found.here));
    let compared = |rows: Vec<&Row<_>>| -> Vec<Line> {
        rows.into_iter()
            .map(|row| {
                let name = Text::from(narrator.attribute(row.topic));
                Line { name, code: false, shared: row.is_shared(), cells: cells(&row.cells) }
            })
            .collect()
    };
    html! {
        <div class="follows">
            <details class="sees" open={playground.dispatch.0.mode() == Mode::Full}>
                <summary><h3>{ "What happens" }</h3></summary>
                { first }
                { table("What happens step by step", &features, steps.collect()) }
                { sources(found.experience.iter().flat_map(|row: &Row<Step>| row.cells.iter().flatten())) }
            </details>
            <details>
                <summary><h3>{ "Direct connect and collaboration compared" }</h3></summary>
                <h4>{ "In this scenario" }</h4>
                { table("Compared in this scenario", &features, compared(here)) }
                <h4>{ "In general" }</h4>
                { table("Compared in general", &features, compared(general)) }
                { sources(found.comparison.iter().flat_map(|row| row.cells.iter().flatten())) }
            </details>
            <details>
                <summary><h3>{ "What the logs record" }</h3></summary>
                { table("What the sign-in logs record", &tenants, entries.collect()) }
                { list(narrator, found, &found.review) }
                { sources(found.sign_in_log.iter().flat_map(|row| row.cells.iter().flatten()).chain(&found.review)) }
            </details>
            <details>
                <summary><h3>{ "Who learns what of whom" }</h3></summary>
                { list(narrator, found, &found.privacy) }
                { sources(found.privacy.iter()) }
            </details>
            <details>
                <summary><h3>{ "Licences and roles" }</h3></summary>
                { list(narrator, found, &found.licence) }
                { sources(found.licence.iter()) }
            </details>
        </div>
    }
}

/// One thing that follows, with a word on its standing where that is less than documented.
fn fact(narrator: &Narrator<'_>, found: &Consequences, fact: &Consequence) -> Html {
    let standing = fact.fact.standing();
    html! {
        <>
            { words(&narrator.consequence(found, fact)) }
            <small class="doubt">
                { if standing == Standing::Documented { String::new() } else { format!(" {}", standing_word(standing)) } }
            </small>
        </>
    }
}

/// What stands in one cell.
fn facts(narrator: &Narrator<'_>, found: &Consequences, facts: &[Consequence]) -> Html {
    html! {
        <div>
            { for facts.iter().enumerate().map(|(at, one)| html! { <p key={at}>{ fact(narrator, found, one) }</p> }) }
        </div>
    }
}

fn list(narrator: &Narrator<'_>, found: &Consequences, facts: &[Consequence]) -> Html {
    html! {
        <ul class="facts-list">
            { for facts.iter().enumerate().map(|(at, one)| html! { <li key={at}>{ fact(narrator, found, one) }</li> }) }
        </ul>
    }
}

/// The pages that a section is from, each once.
fn sources<'a>(facts: impl Iterator<Item = &'a Consequence>) -> Html {
    let mut pages: Vec<Page> = facts.map(|one| one.fact.page()).collect();
    pages.sort_unstable();
    pages.dedup();
    html! {
        <details class="sources">
            <summary>{ "Microsoft’s pages behind this" }</summary>
            <ul>
                { for pages.into_iter().map(|page| html! {
                    <li key={page.as_str()}>
                        <a href={format!("https://learn.microsoft.com/{}", page.as_str())} target="_blank" rel="noopener">{ title(page) }</a>
                    </li>
                }) }
            </ul>
        </details>
    }
}
