//! How a program is cut into parts that are fetched when something needs them.
//!
//! `#[wasm_split(part, wasm_split_path = entente_parts)]` makes of a function one that is asynchronous: whatever is
//! reached from it alone goes into a WebAssembly module of its own. The splitter would have the program fetch that
//! module and wait for it. Here scripts do, before anybody calls: to wait in Rust is more of a program than to be
//! called later. So the function has its answer [`at_once`].

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub use wasm_split_helpers::wasm_split;

/// What the splitter's macro names.
pub mod rt {
    use std::ffi::c_void;
    use std::pin::Pin;

    use crate::SplitLoaderError;

    /// Told that a module has been fetched, or could not be.
    pub type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);

    /// Fetches a module.
    pub type LoadFn = unsafe extern "C" fn(LoadCallbackFn, *const c_void);

    /// What fetches a module when it is first needed: nothing, for scripts have fetched it.
    #[derive(Debug)]
    pub struct LazySplitLoader;

    impl LazySplitLoader {
        /// Fetches nothing.
        pub const fn new(_: LoadFn) -> Self {
            LazySplitLoader
        }
    }

    /// Waits for nothing.
    ///
    /// # Errors
    /// None.
    pub async fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Result<(), SplitLoaderError> {
        Ok(())
    }
}

/// That a module could not be fetched, which scripts find out before anybody calls.
#[derive(Debug)]
pub struct SplitLoaderError;

/// What a function gives that was made asynchronous and waits for nothing. INVARIANT: its part has been fetched.
pub fn at_once<T>(given: impl Future<Output = T>) -> Option<T> {
    match pin!(given).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(given) => Some(given),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[wasm_split(part, wasm_split_path = crate)]
    fn seven() -> u8 {
        7
    }

    #[test]
    fn what_waits_for_nothing_is_there_at_once() {
        assert_eq!(at_once(seven()), Some(7));
        assert_eq!(at_once(std::future::pending::<()>()), None);
    }
}
