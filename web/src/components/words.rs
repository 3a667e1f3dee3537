//! Sentences on the page.

use entente_narrate::Text;
use yew::prelude::*;

/// A text with its strong runs. Whatever a name holds is shown as text.
pub(crate) fn words(text: &Text) -> Html {
    let runs = text.runs.iter().enumerate().map(|(at, run)| {
        let words = run.words.clone();
        if run.strong {
            html! { <b key={at}>{ words }</b> }
        } else {
            html! { <span key={at}>{ words }</span> }
        }
    });
    html! { <>{ for runs }</> }
}
