//! What the files go into, and what would come of it for each tenant.

use entente_exchange::import::{Named, OfTenant, Report, Unnamed, Unstated, What};
use entente_policy::{Id, Layer};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::files::{capital, sentence};
use super::table::{Outlook, Step, Table};

/// How many ids are offered to be named here. All of them can be in the directory.
const MANY: usize = 12;

/// Whether they go into the tenants on the page, or make two of their own.
pub(super) fn into(outlook: &Outlook, table: &UseReducerHandle<Table>) -> Html {
    if outlook.is_whole {
        return html! { <p class="muted">{ "A whole scenario is among the files: it takes the place of the one on the page." }</p> };
    }
    let names = |tenants: Vec<&str>| tenants.join(" and ");
    let here =
        names(table.base().tenants.iter().take(2).map(|tenant| tenant.display_name.as_str()).collect());
    let way = |anew: bool, words: String| {
        let table = table.dispatcher();
        let onchange = Callback::from(move |_: Event| table.dispatch(Step::SetAnew(anew)));
        html! {
            <label class="check" key={words.clone()}>
                <input type="radio" name="import-into" checked={outlook.anew == anew} {onchange} />
                <span>{ words }</span>
            </label>
        }
    };
    html! {
        <fieldset class="into">
            <legend>{ "Where it goes" }</legend>
            { way(false, format!("Into {here}, as they are on the page")) }
            { way(true, "Into two tenants of its own".into()) }
            <div class="pair">
                if outlook.anew {
                    { for outlook.pair.iter().zip(&outlook.candidates).enumerate().map(|(at, (named, known))| of_its_own(at, named, known, table)) }
                }
            </div>
        </fieldset>
    }
}

/// The name and the id of one of the two.
fn of_its_own(at: usize, named: &Named, known: &[Named], table: &UseReducerHandle<Table>) -> Html {
    let (side, class) = if at == 0 { ("Left tenant", "left") } else { ("Right tenant", "right") };
    let typed = |step: fn(usize, String) -> Step| {
        let table = table.dispatcher();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            table.dispatch(step(at, input.value()));
        })
    };
    let list = format!("import-ids-{at}");
    html! {
        <div key={at} {class}>
            <label><span>{ format!("{side}’s name") }</span><input type="text" value={named.name.clone()} onchange={typed(Step::SetName)} /></label>
            <label><span>{ format!("{side}’s id") }</span><input type="text" spellcheck="false" list={list.clone()} value={named.id.as_str().to_string()} onchange={typed(Step::SetId)} /></label>
            <datalist id={list}>
                { for known.iter().map(|known| html! { <option key={known.id.as_str().to_string()} value={known.id.as_str().to_string()}>{ &known.name }</option> }) }
            </datalist>
        </div>
    }
}

/// What has to be said before anything can be put into the scenario.
pub(super) fn open_question(outlook: &Outlook) -> Option<String> {
    if outlook.anew {
        let [left, right] = &outlook.pair;
        if let Some((side, _)) =
            [("left", left), ("right", right)].into_iter().find(|(_, named)| !named.id.is_guid())
        {
            return Some(format!(
                "Say which tenant stands on the {side}: it needs its id, which no file says for certain."
            ));
        }
        if left.id == right.id {
            return Some("Both sides have the same id: they have to be two tenants.".into());
        }
    }
    let error = outlook.outcome.as_ref().err()?;
    let remedy = match error.code {
        // What is asked for is asked above, in words of this page.
        "whose" | "about" => "Say it above, or leave it out.".into(),
        _ => sentence(&error.remedy),
    };
    Some(format!("{}: {} {remedy}", error.file, sentence(&error.what)))
}

/// What each tenant has sent and what it has still to send, what stays as it was, and what has no name.
pub(super) fn come_to(outlook: &Outlook, table: &UseReducerHandle<Table>) -> Html {
    let report = outlook.report();
    let unnamed: Vec<&Unnamed> = report.unnamed.iter().collect();
    html! {
        <>
            <section class="senders" hidden={report.tenants.is_empty()} aria-label="What each tenant has sent">
                { for report.tenants.iter().enumerate().take(2).map(|(at, tenant)| html! {
                    <div key={at} class={if at == 0 { "left" } else { "right" }}>{ sender(tenant, report, outlook) }</div>
                }) }
            </section>
            <details class="aside" hidden={unnamed.is_empty()}>
                <summary>{ known_by_id(&unnamed) }</summary>
                <p class="muted">{ "Settings name these by their ids, and no directory here has them. Give them names, now or later among people and apps; the answers are the same." }</p>
                <ul class="unnamed">
                    { for unnamed.iter().take(MANY).map(|unnamed| html! {
                        <li key={format!("{}{}", unnamed.directory, unnamed.id)}>{ name_of(unnamed, outlook, table) }</li>
                    }) }
                </ul>
            </details>
        </>
    }
}

fn known_by_id(unnamed: &[&Unnamed]) -> String {
    match unnamed.len() {
        1 => "1 thing is known by its id alone".into(),
        many => format!("{many} things are known by their ids alone"),
    }
}

fn name_of(unnamed: &Unnamed, outlook: &Outlook, table: &UseReducerHandle<Table>) -> Html {
    let of = name(&unnamed.directory, outlook);
    let says = format!("Name of the {} {} of {of}", unnamed.kind, unnamed.id);
    let (id, table_to) = (unnamed.id.clone(), table.dispatcher());
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        table_to.dispatch(Step::Call(id.clone(), input.value()));
    });
    html! {
        <label>
            <span>{ format!("{} of {of}", capital(unnamed.kind)) }{ " " }<code>{ unnamed.id.as_str() }</code></span>
            <input type="text" aria-label={says} placeholder="Name" {onchange} />
        </label>
    }
}

fn name(id: &Id, outlook: &Outlook) -> String {
    outlook.target.tenant(id).map_or_else(|| id.to_string(), |tenant| tenant.display_name.clone())
}

/// One tenant’s part of the report.
fn sender(tenant: &OfTenant, report: &Report, outlook: &Outlook) -> Html {
    let title = if tenant.has.is_empty() {
        format!("{} has sent nothing yet", tenant.name)
    } else {
        format!("From {}", tenant.name)
    };
    let stands = if outlook.anew {
        "access settings are unknown until they come, and the rest is as the service ships it"
    } else {
        "until they come, what is on the page stands for them"
    };
    let missing = match (tenant.has.is_empty(), tenant.missing.len()) {
        (_, 0) => "Nothing is missing".into(),
        (true, _) => format!("Ask it for these; {stands}"),
        (false, 1) => format!("1 thing is not among the files; {stands}"),
        (false, many) => format!("{many} things are not among the files; {stands}"),
    };
    // Of who has sent nothing, nothing is known: that is said above.
    let unknown = report.unknown.iter().filter(|_| !tenant.has.is_empty());
    let open: Vec<String> = (report.unstated.iter().map(|open| (open, "left as it was")))
        .chain(unknown.map(|open| (open, "nobody has seen it, so it is not known")))
        .filter(|(open, _)| open.tenant == tenant.tenant)
        .map(|(open, comes_to)| left_open(open, comes_to, outlook))
        .collect();
    let beside = tenant.assumed.iter().filter(|assumed| !tenant.missing.contains(&assumed.of));
    let taken: Vec<String> = beside.map(|assumed| assumed.says.clone()).collect();
    html! {
        <>
            <h3>{ title }</h3>
            <ul class="has">{ for tenant.has.iter().map(|what| html! { <li key={what.code()}>{ capital(what.name()) }</li> }) }</ul>
            <details open={tenant.has.is_empty()}>
                <summary>{ missing }</summary>
                <ul class="missing">{ for tenant.missing.iter().map(|what| html! { <li key={what.code()}>{ asked_for(*what, tenant) }{ assumed(tenant, *what) }</li> }) }</ul>
            </details>
            <ul class="missing">
                { for taken.into_iter().map(|says| html! { <li key={says.clone()}>{ says }</li> }) }
            </ul>
            <ul class="missing">
                { for open.into_iter().enumerate().map(|(at, open)| html! { <li key={at}>{ open }</li> }) }
            </ul>
        </>
    }
}

fn asked_for(what: What, tenant: &OfTenant) -> Html {
    html! { <>{ capital(what.name()) }<code>{ what.request_in(tenant.cloud) }</code></> }
}

/// What decisions take for granted until it comes.
fn assumed(tenant: &OfTenant, what: What) -> Html {
    let says = tenant.assumed.iter().find(|assumed| assumed.of == what).map(|assumed| assumed.says.clone());
    html! { <>{ " " }{ says }</> }
}

/// Settings that a file was silent about.
fn left_open(unstated: &Unstated, comes_to: &str, outlook: &Outlook) -> String {
    let about = match &unstated.layer {
        Layer::Default => "the default settings".to_string(),
        Layer::Partner(id) => format!("the settings about {}", name(id, outlook)),
    };
    let properties: Vec<&str> = unstated.properties.iter().map(|property| property.as_str()).collect();
    format!("Of {about} the files do not say {}: {comes_to}.", properties.join(", "))
}
