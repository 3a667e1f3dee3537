//! Who can connect to what: classes of people first, people second.

mod columns;
mod navigation;
mod rows;
mod window;

use entente_policy::{Change, Decision, Region};
use entente_workspace::{Action, Cell};
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use self::columns::Column;
pub(crate) use self::navigation::Place;
use self::navigation::{place_of, roving};
use self::rows::{Grid, Row};
use self::window::{Piece, Window, height, width};
use super::control::segmented;
use super::search::found;
use crate::host::{Playground, Shared};

/// The matrix with its controls.
pub(crate) fn matrix(playground: &Playground) -> Html {
    let snapshot = &playground.snapshot;
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
                    <input type="search" placeholder="Find a person or app" aria-label="Find a person or app" value={playground.dispatch.query()} oninput={search} />
                </label>
            </header>
            <Table playground={playground.clone()} />
            { legend(playground) }
        </section>
    }
}

/// The table itself.
#[component]
fn Table(props: &Shared) -> Html {
    let playground = &props.playground;
    let window = use_state_eq(Window::default);
    let snapshot = &playground.snapshot;
    let matrix = snapshot.answers.matrix();
    let query = playground.dispatch.query();
    let found = found(&playground.dispatch, matrix, &query);
    let grid = std::rc::Rc::new(Grid::new(snapshot, found.as_ref()));
    let page = grid.is_long.then(|| window.page());
    let (focus, moved) = roving(&playground.dispatch, [grid.rows, grid.columns.len()], page);
    let drawn = if grid.is_long {
        // Column 0 of a place is the row's head, which is always drawn.
        let columns = window.columns.pieces(grid.columns.len(), focus.column.saturating_sub(1));
        Drawn { rows: window.rows.pieces(grid.rows, focus.row), columns }
    } else {
        let all = |count: usize| (0..count).map(Piece::At).collect();
        Drawn { rows: all(grid.rows), columns: all(grid.columns.len()) }
    };
    let keys = {
        let (dispatch, grid) = (playground.dispatch.clone(), grid.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = place_of(&event).unwrap_or(focus);
            let expand = match (event.key().as_str(), at.column) {
                ("ArrowRight", 0) => Some(true),
                ("ArrowLeft", 0) => Some(false),
                _ => None,
            };
            if let (Some(open), Some(block)) = (expand, grid.block(at.row))
                && open != block.open
                && let Some(action) = block.toggle()
            {
                event.prevent_default();
                dispatch.act(action);
                return;
            }
            moved.emit(event);
        })
    };
    let scrolled = Callback::from(move |event: Event| window.set(Window::of(&event)));
    let counts = |count: usize| grid.is_long.then(|| (count + 1).to_string());
    let nothing = (grid.rows == 0 || grid.columns.is_empty()).then(|| match &found {
        Some(found) if !found.is_all() => "Searching…".to_string(),
        _ => format!("Nobody and nothing here is called “{}”.", query.trim()),
    });
    html! {
        <div class={if grid.is_long { "scroll long" } else { "scroll" }} onscroll={grid.is_long.then_some(scrolled)}>
            <table
                role="treegrid"
                aria-labelledby="who-can-connect"
                aria-readonly="true"
                aria-rowcount={counts(grid.rows)}
                aria-colcount={counts(grid.columns.len())}
                onkeydown={keys}
            >
                { widths(&grid, &drawn) }
                <thead>{ head(playground, &grid, &drawn) }</thead>
                <tbody>{ for drawn.rows.iter().map(|piece| match piece {
                    Piece::At(at) => row(playground, &grid, &drawn, focus, *at),
                    Piece::Gap(which, rows) => html! {
                        <tr key={format!("gap {which}")} class="gap" aria-hidden="true"><td height={height(*rows)} /></tr>
                    },
                }) }</tbody>
            </table>
            <p class="empty">{ nothing }</p>
        </div>
    }
}

/// What of the table is drawn.
struct Drawn {
    rows: Vec<Piece>,
    columns: Vec<Piece>,
}

impl Drawn {
    /// Every column that is drawn, by its place and itself; a gap in place of those that are not.
    fn each<'a>(
        &'a self,
        grid: &'a Grid,
        gap: fn(String) -> Html,
        cell: impl Fn(usize, &Column) -> Html + 'a,
    ) -> impl Iterator<Item = Html> + 'a {
        self.columns.iter().filter_map(move |piece| match piece {
            Piece::At(at) => Some(cell(*at, grid.columns.get(*at)?)),
            Piece::Gap(which, _) => Some(gap(format!("gap {which}"))),
        })
    }
}

/// How wide the columns of a long table are. They may not depend on what is in sight.
fn widths(grid: &Grid, drawn: &Drawn) -> Html {
    let columns = drawn.columns.iter().filter(|_| grid.is_long).enumerate().map(|(key, piece)| {
        let columns = if let Piece::Gap(_, columns) = piece { *columns } else { 1 };
        html! { <col {key} width={width(columns)} /> }
    });
    html! { <colgroup><col key="who" class="who" />{ for columns }</colgroup> }
}

fn head(playground: &Playground, grid: &Grid, drawn: &Drawn) -> Html {
    let snapshot = &playground.snapshot;
    let narrator = snapshot.narrator();
    let matrix = snapshot.answers.matrix();
    let first = grid.row(matrix, 0).map(|row| row.block().class);
    let index = |at: usize| grid.is_long.then(|| (at + 1).to_string());
    let gap = |key: String| html! { <th {key} class="gap" aria-hidden="true" /> };
    let cells = drawn.each(grid, gap, |at, column| {
        let sample = first.and_then(|class| matrix.class_decision(class, column.class(matrix)?));
        let (name, detail) = column.caption(snapshot);
        let detail = sample.and_then(|decision| narrator.out_of_reach(decision)).unwrap_or(detail);
        let name = column_name(playground, name, column.toggle(matrix));
        html! {
            <th key={column.key(matrix)} scope="col" role="columnheader" aria-colindex={index(at + 1)}>
                { name }{ " " }
                <small>{ detail }</small>
            </th>
        }
    });
    html! {
        <tr role="row" aria-rowindex={index(0)}>
            <th key="who" scope="col" role="columnheader" aria-colindex={index(0)}>{ grid.head.clone() }</th>
            { for cells }
        </tr>
    }
}

/// The name of a column, which opens it if it stands for several.
fn column_name(playground: &Playground, name: String, toggle: Option<(bool, Action)>) -> Html {
    match toggle {
        Some((open, action)) => html! {
            <button class="opens" aria-expanded={open.to_string()} onclick={playground.dispatch.on::<MouseEvent>(action)}>
                <i class={turn(open)} aria-hidden="true" />{ name }
            </button>
        },
        None => html! { <span>{ name }</span> },
    }
}

/// What turns where something opens.
fn turn(open: bool) -> &'static str {
    if open { "tw down" } else { "tw right" }
}

fn row(playground: &Playground, grid: &Grid, drawn: &Drawn, focus: Place, row_at: usize) -> Html {
    let snapshot = &playground.snapshot;
    let matrix = snapshot.answers.matrix();
    let selected = &snapshot.workspace.view().cell;
    let Some(row) = grid.row(matrix, row_at) else {
        return html! { <tr key={row_at} /> };
    };
    let tab = |column: usize| if focus == (Place { row: row_at, column }) { "0" } else { "-1" };
    let index = |at: usize| grid.is_long.then(|| (at + 1).to_string());
    let class = row.block().class;
    let is_class = matches!(row, Row::Class(_));
    let gap = |key: String| html! { <td {key} class="gap" aria-hidden="true" /> };
    let cells = drawn.each(grid, gap, |at, column| {
        let key = column.key(matrix);
        let Some((app_class, decision)) = column
            .class(matrix)
            .and_then(|app_class| Some((app_class, matrix.class_decision(class, app_class)?)))
        else {
            return html! { <td {key} role="gridcell" /> };
        };
        let cell = Cell {
            user: row.subject(matrix),
            application: column.resource(matrix),
            whole_class: is_class,
        };
        let is_selected = selected.as_ref() == Some(&cell);
        let change = match row.at().zip(column.at()) {
            Some((user, application)) => snapshot.answers.change(user, application),
            // Of a few, each shows its own.
            None if grid.is_long => snapshot.answers.change_of_classes(class, app_class),
            None => None,
        };
        html! {
            <td
                {key}
                role="gridcell"
                class={classes!(decision.outcome.as_str(), is_selected.then_some("sel"), change.map(change_class))}
                aria-selected={is_selected.to_string()}
                aria-colindex={index(at + 1)}
                tabindex={tab(at + 1)}
                data-at={format!("{row_at},{}", at + 1)}
                onclick={playground.dispatch.on::<MouseEvent>(Action::Select(Some(cell)))}
            >
                { cell_words(playground, decision, change, is_class) }
            </td>
        }
    });
    let expanded = row.expanded().map(|open| open.to_string());
    let toggle = is_class.then(|| row.block().toggle()).flatten();
    let toggle = toggle.map(|action| playground.dispatch.on::<MouseEvent>(action));
    let place = row.place().filter(|_| grid.is_long);
    let (name, detail) = row.caption(snapshot, grid.is_long);
    html! {
        <tr
            key={row.key(matrix)}
            role="row"
            aria-level={row.level().to_string()}
            aria-expanded={expanded.clone()}
            aria-rowindex={index(row_at + 1)}
            aria-posinset={place.map(|(at, _)| at.to_string())}
            aria-setsize={place.map(|(_, of)| of.to_string())}
            class={row.css_class()}
        >
            <th
                key="who"
                scope="row"
                role="rowheader"
                aria-colindex={index(0)}
                tabindex={tab(0)}
                data-at={format!("{row_at},0")}
                onclick={toggle}
                class={classes!(expanded.is_some().then_some("opens"))}
            >
                <i class={classes!(row.expanded().map_or("tw", turn))} aria-hidden="true" />
                <span class="name" title={grid.is_long.then(|| name.clone())}>{ name }</span>{ " " }
                <small>{ detail }</small>
            </th>
            { for cells }
        </tr>
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
