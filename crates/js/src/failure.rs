//! What is thrown: an `Error` that says what is wrong, and where.

use entente_exchange::document::DocumentError;
use entente_policy::ShapeError;
use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// Why something cannot be done, worded for whoever wrote the call.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    pub(crate) message: String,
    /// Where in what was given, by JSON pointer.
    pub(crate) path: Option<String>,
}

impl Failure {
    /// A failure that has no place.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Failure { message: message.into(), path: None }
    }

    /// A failure at a place.
    pub(crate) fn at(path: impl Into<String>, message: impl Into<String>) -> Self {
        Failure { message: message.into(), path: Some(path.into()) }
    }
}

impl From<ShapeError> for Failure {
    fn from(error: ShapeError) -> Self {
        Failure { message: error.to_string(), path: Some(error.pointer) }
    }
}

impl From<DocumentError> for Failure {
    fn from(error: DocumentError) -> Self {
        Failure { message: error.to_string(), path: error.pointer().map(String::from) }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        let error = Error::new(&failure.message);
        error.set_name("EntenteError");
        let path = failure.path.map_or(JsValue::NULL, JsValue::from);
        // An error that was just made takes any property.
        let _ = Reflect::set(&error, &"path".into(), &path);
        error.into()
    }
}
