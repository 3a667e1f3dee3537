//! A table with two columns, which stands in a narrow panel as lines with two cells below their name, and in a
//! narrower one as a list. It says its roles, because a table that is laid out otherwise loses them.

use entente_narrate::Text;
use yew::prelude::*;

use crate::components::words::words;

/// One line.
pub(super) struct Line {
    pub(super) name: Text,
    /// Whether the name is one from the log.
    pub(super) code: bool,
    /// Whether both columns say the same.
    pub(super) shared: bool,
    pub(super) cells: [Html; 2],
}

/// The table.
pub(super) fn table(caption: &str, columns: &[String; 2], lines: Vec<Line>) -> Html {
    let [first, second] = columns;
    html! {
        <table class="beside" role="table" aria-label={caption.to_string()}>
            <thead role="rowgroup">
                <tr role="row">
                    <td role="cell" class="corner" />
                    <th role="columnheader" scope="col">{ first }</th>
                    <th role="columnheader" scope="col">{ second }</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for lines.iter().enumerate().map(|(at, line)| html! {
                    <tr role="row" key={at}>
                        <th role="rowheader" scope="row">{ name(line) }</th>
                        <td
                            role="cell"
                            class={line.shared.then_some("both")}
                            colspan={line.shared.then_some("2")}
                            data-column={(!line.shared).then(|| first.clone())}
                        >{ line.cells[0].clone() }</td>
                        <td role="cell" hidden={line.shared} data-column={second.clone()}>{ line.cells[1].clone() }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn name(line: &Line) -> Html {
    if line.code {
        html! { <code>{ line.name.to_string() }</code> }
    } else {
        words(&line.name)
    }
}
