//! Undo and redo without limit. Every state is a whole scenario; what did not change is shared.

use std::rc::Rc;

use entente_policy::Scenario;

/// A scenario with its past and its undone future.
#[derive(Clone, Debug)]
pub struct History {
    past: Rc<Vec<Rc<Scenario>>>,
    present: Rc<Scenario>,
    future: Rc<Vec<Rc<Scenario>>>,
    /// What the present came from, be it by an edit, an undo or a redo.
    before: Option<Rc<Scenario>>,
}

impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        // Cheap and exact: a step always makes a new present.
        Rc::ptr_eq(&self.present, &other.present)
            && self.past.len() == other.past.len()
            && self.future.len() == other.future.len()
    }
}

impl History {
    /// A history that starts here.
    pub fn new(present: Rc<Scenario>) -> Self {
        History { past: Rc::default(), present, future: Rc::default(), before: None }
    }

    /// The scenario as it is.
    pub fn present(&self) -> &Rc<Scenario> {
        &self.present
    }

    /// The scenario before the last step.
    pub fn before(&self) -> Option<&Rc<Scenario>> {
        self.before.as_ref()
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes `next` the present and forgets what was undone. An equal scenario is no step.
    pub fn push(&mut self, next: Rc<Scenario>) {
        if *next == *self.present {
            return;
        }
        let previous = std::mem::replace(&mut self.present, next);
        Rc::make_mut(&mut self.past).push(previous.clone());
        Rc::make_mut(&mut self.future).clear();
        self.before = Some(previous);
    }

    /// Goes one step back, if there is one.
    pub fn undo(&mut self) {
        if let Some(earlier) = Rc::make_mut(&mut self.past).pop() {
            let later = std::mem::replace(&mut self.present, earlier);
            Rc::make_mut(&mut self.future).push(later.clone());
            self.before = Some(later);
        }
    }

    /// Goes one step forward again, if there is one.
    pub fn redo(&mut self) {
        if let Some(later) = Rc::make_mut(&mut self.future).pop() {
            let earlier = std::mem::replace(&mut self.present, later);
            Rc::make_mut(&mut self.past).push(earlier.clone());
            self.before = Some(earlier);
        }
    }
}
