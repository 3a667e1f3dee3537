//! Finding by name, whatever the case: in slices, so that a directory of any size can be searched while somebody types.

use std::rc::Rc;

use entente_policy::{Application, Id, Matrix, User};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;

use crate::host::{Dispatch, Host};

/// How many people are looked at in one go.
const SLICE: usize = 10_000;
/// From how many letters on an id is recognised by how it begins.
const OF_AN_ID: usize = 4;

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

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wanted(String);

impl Wanted {
    pub(crate) fn of(query: &str) -> Self {
        Wanted(folded(query.trim()))
    }

    /// Whether nothing is looked for.
    pub(crate) fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a name has it in it.
    pub(crate) fn is_in(&self, name: &str) -> bool {
        let wanted = self.0.as_bytes();
        if self.is_nothing() {
            return true;
        }
        let is_in = |name: &str, same: fn(&[u8], &[u8]) -> bool| {
            name.as_bytes().windows(wanted.len()).any(|part| same(part, wanted))
        };
        if name.is_ascii() {
            // Most names are, and those need not ask the browser.
            return is_in(name, <[u8]>::eq_ignore_ascii_case);
        }
        is_in(&folded(name), |part, wanted| part == wanted)
    }

    fn begins(&self, id: &Id) -> bool {
        self.0.len() >= OF_AN_ID
            && id.as_str().get(..self.0.len()).is_some_and(|start| start.eq_ignore_ascii_case(&self.0))
    }

    /// Whether a person is called so, signs in so, or has such an object id.
    pub(crate) fn is_user(&self, user: &User) -> bool {
        let sign_in_name = user.user_principal_name.split('@').next().unwrap_or_default();
        self.is_in(&user.display_name) || self.is_in(sign_in_name) || self.begins(&user.id)
    }

    /// Whether an application is called so, or has such an id.
    pub(crate) fn is_application(&self, application: &Application) -> bool {
        self.is_in(&application.display_name) || self.begins(&application.app_id)
    }
}

/// What a search of the matrix has found so far.
#[derive(Clone)]
pub(crate) struct Found {
    pub(crate) wanted: Wanted,
    /// People, by position in their directory.
    pub(crate) users: Vec<usize>,
    /// Applications, by position in theirs.
    pub(crate) applications: Vec<usize>,
    /// Whose and where. It also keeps both directories where they are.
    matrix: Rc<Matrix>,
    /// How many people have been looked at.
    seen: usize,
}

impl Found {
    /// Whether everybody has been looked at.
    pub(crate) fn is_all(&self) -> bool {
        self.seen >= self.matrix.connection.home.directory.users.len()
    }

    fn is_of(&self, wanted: &Wanted, matrix: &Matrix) -> bool {
        let [ours, theirs] = [&self.matrix, matrix].map(|matrix| &matrix.connection);
        self.wanted == *wanted
            && ours.home.directory.users.is_same(&theirs.home.directory.users)
            && ours.resource.directory.applications.is_same(&theirs.resource.directory.applications)
    }

    fn go_on(&mut self) {
        let users = &self.matrix.connection.home.directory.users;
        let slice = (self.seen..).zip(users.from(self.seen)).take(SLICE);
        self.users.extend(slice.filter(|(_, user)| self.wanted.is_user(user)).map(|(at, _)| at));
        self.seen = self.seen.saturating_add(SLICE);
    }
}

/// What is found of `query` in the matrix; nothing if nothing is looked for. A small directory is searched at once, a
/// large one goes on being searched while the page can be used.
pub(crate) fn found(dispatch: &Dispatch, matrix: &Rc<Matrix>, query: &str) -> Option<Found> {
    let wanted = Wanted::of(query);
    let mut known = dispatch.0.passing.found.borrow_mut();
    if wanted.is_nothing() {
        *known = None;
        return None;
    }
    if !known.as_ref().is_some_and(|known| known.is_of(&wanted, matrix)) {
        let applications = matrix.connection.resource.directory.applications.iter().enumerate();
        let applications = applications.filter(|(_, app)| wanted.is_application(app)).map(|(at, _)| at);
        let applications = applications.collect();
        let mut found = Found { wanted, users: Vec::new(), applications, matrix: matrix.clone(), seen: 0 };
        found.go_on();
        if !found.is_all() {
            go_on_soon(&dispatch.0);
        }
        *known = Some(found);
    }
    known.clone()
}

fn go_on_soon(host: &Rc<Host>) {
    let weak = Rc::downgrade(host);
    let next = Timeout::new(0, move || {
        let Some(host) = weak.upgrade() else { return };
        let is_all = match host.passing.found.borrow_mut().as_mut() {
            Some(found) => {
                found.go_on();
                found.is_all()
            }
            None => return,
        };
        if is_all {
            host.redraw();
        } else {
            go_on_soon(&host);
        }
    });
    host.passing.searching.replace(Some(next));
}
