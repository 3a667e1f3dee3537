//! What is asked of the program, and may need parts of it that are not here yet.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

use crate::failure::Failure;
use crate::parts::{Part, Stopped};

/// Something asked. The scripts ask for its answer, fetch the part that it then misses, and ask again; promises are
/// theirs to make.
#[wasm_bindgen(skip_typescript)]
pub struct Asked {
    work: Box<dyn FnMut() -> Result<JsValue, Stopped>>,
    missing: Option<Part>,
}

#[wasm_bindgen]
impl Asked {
    /// The answer; undefined if a part is missing. Whoever asks again has fetched it.
    #[wasm_bindgen(skip_typescript)]
    pub fn answer(&mut self) -> Result<JsValue, JsValue> {
        if let Some(part) = self.missing.take() {
            part.take_in();
        }
        match (self.work)() {
            Ok(answer) => Ok(answer),
            Err(Stopped::Failed(error)) => Err(error),
            Err(Stopped::Missing(part)) => {
                self.missing = Some(part);
                Ok(JsValue::UNDEFINED)
            }
        }
    }

    /// The name of the part that is missing.
    #[wasm_bindgen(skip_typescript)]
    pub fn missing(&self) -> String {
        self.missing.map_or("", Part::name).into()
    }
}

#[wasm_bindgen(raw_module = "./fetching.js")]
extern "C" {
    /// The promise of the answer.
    fn answered(asked: Asked) -> Promise;
}

/// The promise of what `work` comes to with what is given. It is called again when a part was missing, and changes
/// nothing before it has them all.
pub(crate) fn ask<T: 'static>(
    given: Result<T, Failure>,
    mut work: impl FnMut(&mut T) -> Result<JsValue, Stopped> + 'static,
) -> Promise {
    match given {
        Ok(mut given) => answered(Asked { work: Box::new(move || work(&mut given)), missing: None }),
        Err(failure) => Promise::reject(&failure.into()),
    }
}
