//! Finding by name, whatever the case.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type JsString;

    #[wasm_bindgen(method, js_name = toLowerCase)]
    fn to_lower_case(this: &JsString) -> String;
}

/// A text without regard to case. The browser knows Unicode's tables; a copy of them would weigh 20 KB.
pub(crate) fn folded(text: &str) -> String {
    JsValue::from_str(text).unchecked_into::<JsString>().to_lower_case()
}
