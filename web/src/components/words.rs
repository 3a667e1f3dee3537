//! Sentences on the page.

use entente_narrate::Text;
use yew::prelude::*;

/// A text with its strong runs. Whatever a name holds is shown as text.
pub(crate) fn words(text: &Text) -> Html {
    let runs = text.runs.iter().enumerate().map(|(at, run)| {
        let words = &run.words;
        if run.strong {
            html! { <b key={at}>{ words }</b> }
        } else {
            html! { <span key={at}>{ words }</span> }
        }
    });
    html! { <>{ for runs }</> }
}

/// Texts as a list; an empty list where there are none.
pub(crate) fn word_list(class: &'static str, texts: &[Text]) -> Html {
    html! {
        <ul {class}>{ for texts.iter().enumerate().map(|(at, text)| html! { <li key={at}>{ words(text) }</li> }) }</ul>
    }
}
