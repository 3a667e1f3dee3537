//! Who can connect to what: classes of people first, people second.

mod navigation;
mod rows;

use entente_policy::{Change, Decision, Region};
use entente_workspace::{Action, Cell};
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

pub(crate) use self::navigation::Place;
use self::navigation::{place_of, roving};
use self::rows::{Grid, Row};
use super::control::segmented;
use crate::host::Playground;

/// The matrix with its controls.
pub(crate) fn matrix(playground: &Playground) -> Html {
    let snapshot = &playground.snapshot;
    let query = playground.dispatch.query();
    let grid = Grid::new(snapshot, &query);
    let (focus, moved) = roving(&playground.dispatch, grid.rows.len(), grid.columns.len());
    let scroll = table_of(playground, &grid, &query, focus, moved);
    let tenants = &snapshot.scenario().tenants;
    let name = |at: usize| tenants.get(at).map(|tenant| tenant.display_name.clone()).unwrap_or_default();
    let search = {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            dispatch.look_for(input.value());
        })
    };
    let home = snapshot.workspace.view().home;
    let show = |from: usize| {
        let words = format!("{} → {}", name(from), name(1 - from));
        (words, home == from, Action::ShowDirection(from))
    };
    html! {
        <section class="grid" aria-labelledby="who-can-connect">
            <header>
                <h2 id="who-can-connect">{ "Who can connect" }</h2>
                { segmented(&playground.dispatch, "", "Direction", "direction", vec![show(1), show(0)]) }
                <label class="find">
                    <span aria-hidden="true">{ "⌕" }</span>
                    <input type="search" placeholder="Find a person or app" aria-label="Find a person or app" value={query} oninput={search} />
                </label>
            </header>
            { scroll }
            { legend(playground) }
        </section>
    }
}

/// The table itself.
fn table_of(
    playground: &Playground,
    grid: &Grid,
    query: &str,
    focus: Place,
    moved: Callback<KeyboardEvent>,
) -> Html {
    let snapshot = &playground.snapshot;
    let narrator = snapshot.narrator();
    let matrix = snapshot.answers.matrix();
    let selected = &snapshot.workspace.view().cell;

    let keys = {
        let (dispatch, rows) = (playground.dispatch.clone(), grid.rows.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = place_of(&event).unwrap_or(focus);
            let expand = match (event.key().as_str(), at.column) {
                ("ArrowRight", 0) => Some(true),
                ("ArrowLeft", 0) => Some(false),
                _ => None,
            };
            if let (Some(open), Some(Row::Class { key, open: is_open, people, .. })) =
                (expand, rows.get(at.row))
                && open != *is_open
                && *people > 0
            {
                event.prevent_default();
                dispatch.act(Action::Expand(key.clone(), open));
                return;
            }
            moved.emit(event);
        })
    };
    let head = grid.columns.iter().enumerate().map(|(at, column)| {
        let sample = grid.decision(matrix, 0, at);
        let detail =
            sample.and_then(|decision| narrator.out_of_reach(decision)).or_else(|| column.detail(snapshot));
        html! {
            <th key={column.key(snapshot)} scope="col" role="columnheader">
                { column.name(snapshot) }{ " " }
                <small>{ detail }</small>
            </th>
        }
    });
    let body = grid.rows.iter().enumerate().map(|(row_at, row)| {
        let tab = |column: usize| if focus == (Place { row: row_at, column }) { "0" } else { "-1" };
        let cells = grid.columns.iter().enumerate().map(|(column_at, column)| {
            let Some(decision) = row.class().and_then(|class| matrix.class_decision(class, column.class(matrix)?)) else {
                return html! { <td key={column.key(snapshot)} role="gridcell" /> };
            };
            let cell = Cell {
                user: row.subject(matrix),
                application: column.resource(matrix),
                whole_class: matches!(row, Row::Class { .. }),
            };
            let is_selected = selected.as_ref() == Some(&cell);
            let change = row.at().zip(column.at()).and_then(|(user, app)| snapshot.answers.change(user, app));
            html! {
                <td
                    key={column.key(snapshot)}
                    role="gridcell"
                    class={classes!(decision.outcome.as_str(), is_selected.then_some("sel"), change.map(change_class))}
                    aria-selected={is_selected.to_string()}
                    tabindex={tab(column_at + 1)}
                    data-at={format!("{row_at},{}", column_at + 1)}
                    onclick={playground.dispatch.on::<MouseEvent>(Action::Select(Some(cell)))}
                >
                    { cell_words(playground, decision, change, matches!(row, Row::Class { .. })) }
                </td>
            }
        });
        let (key, level, class) = (row.key(), row.level(), row.css_class());
        let expanded = row.expanded().map(|open| open.to_string());
        let toggle = row.toggle().map(|action| playground.dispatch.on::<MouseEvent>(action));
        html! {
            <tr key={key} role="row" aria-level={level.to_string()} aria-expanded={expanded.clone()} class={class}>
                <th
                    scope="row"
                    role="rowheader"
                    tabindex={tab(0)}
                    data-at={format!("{row_at},0")}
                    onclick={toggle}
                    class={classes!(expanded.is_some().then_some("opens"))}
                >
                    <i class={classes!("tw", row.expanded().map(|open| if open { "down" } else { "right" }))} aria-hidden="true" />
                    <span class="name">{ row.name() }</span>{ " " }
                    <small>{ row.detail() }</small>
                </th>
                { for cells }
            </tr>
        }
    });
    let empty = grid.rows.is_empty() || grid.columns.is_empty();
    html! {
        <div class="scroll">
            <table role="treegrid" aria-labelledby="who-can-connect" aria-readonly="true" onkeydown={keys}>
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader">{ grid.head.clone() }</th>
                        { for head }
                    </tr>
                </thead>
                <tbody>{ for body }</tbody>
            </table>
            <p class="empty">
                if empty { { format!("Nobody and nothing here is called “{}”.", query.trim()) } }
            </p>
        </div>
    }
}

fn change_class(change: &Region) -> &'static str {
    match change.change {
        Change::Opened => "was opened",
        Change::Closed => "was closed",
        Change::Other => "was",
    }
}

fn cell_words(playground: &Playground, decision: &Decision, change: Option<&Region>, class: bool) -> Html {
    let narrator = playground.snapshot.narrator();
    let verdict = narrator.verdict(decision);
    let before = change.map(|change| narrator.outcome(change.before));
    html! {
        <span class="verdict">
            <i aria-hidden="true">{ verdict.sign }</i>
            <span class={classes!((!class).then_some("word"))}>{ verdict.word }</span>
            <span class="before">
                if let Some(before) = before {
                    <s aria-hidden="true">{ before.sign }</s>
                    <span class="hidden">{ format!(" (was {})", before.word.to_ascii_lowercase()) }</span>
                }
            </span>
        </span>
    }
}

/// What the signs mean.
fn legend(playground: &Playground) -> Html {
    use entente_policy::Outcome;
    let snapshot = &playground.snapshot;
    let narrator = snapshot.narrator();
    let outcomes =
        [Outcome::Allowed, Outcome::AllowedAfter, Outcome::Blocked, Outcome::Depends, Outcome::Undocumented];
    let name = &snapshot.workspace.baseline().title;
    html! {
        <ul class="legend">
            { for outcomes.iter().map(|outcome| {
                let verdict = narrator.outcome(*outcome);
                html! { <li key={outcome.as_str()} class={outcome.as_str()}><i aria-hidden="true">{ verdict.sign }</i>{ " " }{ verdict.word }</li> }
            }) }
            <li key="changed" class="delta">{ format!("changed since “{name}”") }</li>
        </ul>
    }
}
