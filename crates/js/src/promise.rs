//! Promises of what may have to wait for a part.

use std::future::Future;
use std::pin::Pin;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

type Work = Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>;

/// The promise of what `work` comes to.
pub(crate) fn promise(work: impl Future<Output = Result<JsValue, JsValue>> + 'static) -> Promise {
    // One type of work is one copy of what carries it out.
    let work: Work = Box::pin(work);
    future_to_promise(work)
}
