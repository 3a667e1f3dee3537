//! Files are read one after the other, and between them the browser sees to whatever else there is to do.

use entente_exchange::import::{Encoding, File, FileRead, Format, ImportError, Plan, read};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::{Array, Uint8Array};
use yew::prelude::*;

use super::table::{Step, Table};

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    /// What a file is called, and its bytes.
    #[wasm_bindgen(js_name = readFile, catch)]
    async fn read_file(file: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = breathe)]
    async fn breathe();
}

/// A name that no file on the table has yet: exports of two tenants are often called the same.
fn fresh(known: &mut Vec<String>, name: String) -> String {
    let free = (2..).map(|number: u32| format!("{name} ({number})")).find(|name| !known.contains(name));
    let name = if known.contains(&name) { free.unwrap_or(name) } else { name };
    known.push(name.clone());
    name
}

/// Reads what was given, and says at the table what it is. `known` are the names of the files that lie there.
pub(super) fn read_all(
    given: Vec<(String, Array)>,
    mut known: Vec<String>,
    table: UseReducerDispatcher<Table>,
) {
    let count = given.iter().map(|(_, files)| usize::try_from(files.length()).unwrap_or_default()).sum();
    table.dispatch(Step::Begin(count));
    spawn_local(async move {
        for (side, files) in given {
            for file in files.iter() {
                let plan = match read_file(file).await {
                    Ok(named) => {
                        let named = Array::from(&named);
                        let name = fresh(&mut known, named.get(0).as_string().unwrap_or_default());
                        table.dispatch(Step::Reading(name.clone()));
                        breathe().await;
                        let bytes = Uint8Array::new(&named.get(1)).to_vec();
                        read(&[File { name: &name, bytes: &bytes }])
                    }
                    Err(_) => unreadable(),
                };
                table.dispatch(Step::Read(plan, side.parse().ok()));
                breathe().await;
            }
        }
        table.dispatch(Step::Done);
    });
}

/// Reads a text that was pasted.
pub(super) fn read_text(text: &str, mut known: Vec<String>, table: &UseReducerDispatcher<Table>) {
    let name = fresh(&mut known, "Pasted text".into());
    table.dispatch(Step::Begin(1));
    table.dispatch(Step::Read(read(&[File::of_text(&name, text)]), None));
    table.dispatch(Step::Done);
}

/// What the browser does not give.
fn unreadable() -> Plan {
    let refused = ImportError {
        code: "unreadable",
        file: "A file".into(),
        pointer: String::new(),
        place: None,
        what: "the browser could not read it".into(),
        remedy: "Drop the files themselves, not their folder, and check that they are still where they were"
            .into(),
    };
    let file = FileRead {
        name: refused.file.clone(),
        encoding: Encoding::default(),
        format: Format::default(),
        documents: 0,
        refused: Some(refused),
    };
    Plan { files: vec![file], ..Plan::default() }
}
