//! How a part is fetched, and what stands in its place until it is there.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::{Rc, Weak};
use std::thread::LocalKey;

use wasm_bindgen::prelude::*;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::host::{Dispatch, Host};

/// When a part is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// At once: somebody looks at where it stands.
    Now,
    /// With everything else, as soon as the browser has nothing better to do.
    Idle,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Absent,
    Coming,
    Here,
    /// Somebody waits for it, and it could not be fetched.
    Missed,
}

/// One part on its way.
pub(super) struct Part {
    /// The module that it is in.
    #[cfg_attr(not(feature = "split"), allow(dead_code, reason = "nothing is cut off"))]
    file: &'static str,
    /// Takes in what it gives, once its module is here.
    take_in: fn(),
    state: Cell<State>,
    /// Who is to be drawn again when it is there.
    waiting: RefCell<Vec<Weak<Host>>>,
}

impl Part {
    pub(super) const fn new(file: &'static str, take_in: fn()) -> Self {
        Part { file, take_in, state: Cell::new(State::Absent), waiting: RefCell::new(Vec::new()) }
    }

    fn await_with(&self, host: &Rc<Host>) {
        let mut waiting = self.waiting.borrow_mut();
        if !waiting.iter().any(|known| known.as_ptr() == Rc::as_ptr(host)) {
            waiting.push(Rc::downgrade(host));
        }
    }

    fn is_missed(&self) -> bool {
        self.state.get() == State::Missed || !self.waiting.borrow().is_empty()
    }

    fn draw_again(&self) {
        for host in self.waiting.take() {
            if let Some(host) = host.upgrade() {
                host.redraw();
            }
        }
    }
}

/// What stands in the place of a part that is not here. Whoever shows it is drawn again when the part is.
pub(super) fn place(
    part: &'static LocalKey<Part>,
    dispatch: &Dispatch,
    when: When,
    words: &'static str,
) -> Html {
    let state = part.with(|part| {
        part.await_with(&dispatch.0);
        part.state.get()
    });
    if state == State::Missed {
        let again = Callback::from(move |_: MouseEvent| {
            part.with(|part| part.state.set(State::Absent));
            spawn_local(bring(part));
            part.with(Part::draw_again);
        });
        return html! {
            <p class="problem" role="alert">
                { "This part of the page could not be loaded. Your work is safe. " }
                <button class="link" onclick={again}>{ "Try again" }</button>
            </p>
        };
    }
    if state == State::Absent && when == When::Now {
        spawn_local(bring(part));
    }
    html! { <p class="muted">{ words }</p> }
}

/// Fetches a part, unless it is here. Of one that is on its way already the same is awaited.
pub(super) async fn bring(part: &'static LocalKey<Part>) {
    if part.with(|part| part.state.get() == State::Here) {
        return;
    }
    part.with(|part| part.state.set(State::Coming));
    #[cfg(feature = "split")]
    let is_here = load(part.with(|part| part.file)).await.is_ok();
    #[cfg(not(feature = "split"))]
    let is_here = true;
    part.with(|part| {
        if is_here {
            (part.take_in)();
        }
        part.state.set(match is_here {
            true => State::Here,
            // Fetched ahead and missed by nobody: whoever comes to need it tries again.
            false if !part.is_missed() => State::Absent,
            false => State::Missed,
        });
        part.draw_again();
    });
}

#[cfg(feature = "split")]
#[wasm_bindgen(raw_module = "./__wasm_split.js")]
extern "C" {
    /// Fetches a module, unless it is here. The browser's console says why it could not be fetched.
    #[wasm_bindgen(catch)]
    async fn load(file: &str) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = whenIdle)]
    fn when_idle(then: JsValue);

    /// Styles what came with a part, in every playground.
    #[wasm_bindgen(js_name = addStyles)]
    pub(super) fn add_styles(css: &str);
}

/// Runs `fetching` when the browser has nothing better to do.
pub(super) fn once_idle(fetching: impl Future<Output = ()> + 'static) {
    when_idle(Closure::once_into_js(move || spawn_local(fetching)));
}

/// Declares the parts. For each there is a function of its name, which gives its content or what to show
/// in its place, and a `coming` in a module of its name, for whoever can wait; `prefetch` fetches all of them,
/// save those that are declared `on demand`, which are fetched when somebody waits for them.
macro_rules! parts {
    (
        ahead { $($(#[$about:meta])* $name:ident in $file:ident $words:literal: $content:ty = $value:expr $(, styled by $($styles:literal)+)?;)+ }
        on demand { $($(#[$rarely:meta])* $rare:ident in $rare_file:ident: $rare_content:ty = $rare_value:expr;)+ }
    ) => {
        $(
            $(#[$about])*
            pub(crate) fn $name(dispatch: &Dispatch, when: When) -> Result<$content, Html> {
                $name::CONTENT
                    .get()
                    .ok_or_else(|| part::place(&$name::PART, dispatch, when, $words))
            }

            part::parts!(@fetched $(#[$about])* $name in $file: $content = $value $(, styled by $($styles)+)?);
        )+

        $(part::parts!(@fetched $(#[$rarely])* $rare in $rare_file: $rare_content = $rare_value);)+

        /// Fetches every part, one after the other in the order above, once the browser is idle, and calls
        /// `whole` when all of them are there.
        pub(crate) fn prefetch(whole: impl FnOnce() + 'static) {
            part::once_idle(async {
                $(part::bring(&$name::PART).await;)+
                if $($name::CONTENT.get().is_some())&&+ {
                    whole();
                }
            });
        }
    };
    (@fetched $(#[$about:meta])* $name:ident in $file:ident: $content:ty = $value:expr $(, styled by $($styles:literal)+)?) => {
        $(#[$about])*
        pub(crate) mod $name {
            use super::*;

            thread_local! {
                pub(super) static CONTENT: std::cell::Cell<Option<$content>> =
                    const { std::cell::Cell::new(None) };
                pub(super) static PART: part::Part = const { part::Part::new(stringify!($file), take_in) };
            }

            // Whatever is reached from here alone goes into the part. Without the feature this is a
            // function like any other.
            #[cfg_attr(feature = "split", entente_parts::wasm_split($file, wasm_split_path = entente_parts))]
            fn fetched() -> ($content, &'static str) {
                ($value, concat!($($(include_str!(concat!("../styles/", $styles))),+)?))
            }

            fn take_in() {
                #[cfg(feature = "split")]
                let fetched = entente_parts::at_once(fetched());
                #[cfg(not(feature = "split"))]
                let fetched = Some(fetched());
                if let Some((content, styles)) = fetched {
                    // Whoever waited for it as well has taken it in already.
                    if CONTENT.replace(Some(content)).is_none() {
                        part::add_styles(styles);
                    }
                }
            }

            /// The content, if it is there.
            #[allow(dead_code, reason = "not every part is asked for by its content")]
            pub(crate) fn here() -> Option<$content> {
                CONTENT.get()
            }

            /// The content, once it is there; nothing if it could not be fetched.
            #[allow(dead_code, reason = "not every part is waited for")]
            pub(crate) async fn coming() -> Option<$content> {
                part::bring(&PART).await;
                CONTENT.get()
            }
        }
    };
}

pub(super) use parts;
