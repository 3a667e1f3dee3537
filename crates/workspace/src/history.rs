//! Undo and redo without limit. Every state is a whole scenario; what did not change is shared.

use std::rc::Rc;

use entente_policy::Scenario;

/// A state that a step leads away from, or back to.
#[derive(Clone, Debug)]
struct Step {
    scenario: Rc<Scenario>,
    /// What it is compared with, if the step moves that too.
    baseline: Option<Rc<Scenario>>,
}

/// A scenario with its past and its undone future.
#[derive(Clone, Debug)]
pub struct History {
    past: Rc<Vec<Step>>,
    present: Rc<Scenario>,
    future: Rc<Vec<Step>>,
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
        self.step(next, None);
    }

    /// The same, and what is compared with from here on is `next` itself: nothing has been changed in it yet.
    pub fn push_afresh(&mut self, next: Rc<Scenario>, baseline: &mut Rc<Scenario>) {
        let before = std::mem::replace(baseline, next.clone());
        self.step(next, Some(before));
        // Of an equal scenario the one is kept that is there.
        baseline.clone_from(&self.present);
    }

    fn step(&mut self, next: Rc<Scenario>, baseline: Option<Rc<Scenario>>) {
        if *next == *self.present {
            return;
        }
        let previous = std::mem::replace(&mut self.present, next);
        Rc::make_mut(&mut self.past).push(Step { scenario: previous.clone(), baseline });
        Rc::make_mut(&mut self.future).clear();
        self.before = Some(previous);
    }

    /// Goes one step back, if there is one, and with it what the step moved of the baseline.
    pub fn undo(&mut self, baseline: &mut Rc<Scenario>) {
        if let Some(earlier) = Rc::make_mut(&mut self.past).pop() {
            let later = self.go_to(earlier, baseline);
            Rc::make_mut(&mut self.future).push(later);
        }
    }

    /// Goes one step forward again, if there is one.
    pub fn redo(&mut self, baseline: &mut Rc<Scenario>) {
        if let Some(later) = Rc::make_mut(&mut self.future).pop() {
            let earlier = self.go_to(later, baseline);
            Rc::make_mut(&mut self.past).push(earlier);
        }
    }

    /// Makes a state the present, and gives the way back.
    fn go_to(&mut self, next: Step, baseline: &mut Rc<Scenario>) -> Step {
        let left = std::mem::replace(&mut self.present, next.scenario);
        self.before = Some(left.clone());
        let moved = next.baseline.map(|other| std::mem::replace(baseline, other));
        Step { scenario: left, baseline: moved }
    }
}
