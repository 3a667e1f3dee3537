//! What lies on the table while files are being looked at: what was read, whose it is to be, and what would come of it.
//! Nothing of it is in the scenario before it is put there.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use entente_exchange::import::{
    About, Belongs, Choices, Guess, ImportError, Imported, Named, Plan, Report, What, apply, pair,
};
use entente_policy::{Id, Property, Scenario};
use yew::Reducible;

use super::past::{Past, is_sign_in};

/// Where a part of the files goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seat {
    /// To the tenant at this position.
    Tenant(usize),
    /// Nowhere.
    Out,
}

/// How far reading has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) done: usize,
    pub(super) of: usize,
    /// The file that is being read.
    pub(super) name: String,
}

/// Something that happens at the table.
pub(super) enum Step {
    /// So many files more are to be read.
    Begin(usize),
    /// This one is being read.
    Reading(String),
    /// What one file holds, and the side it was given for.
    Read(Plan, Option<usize>),
    /// All of those are read.
    Done,
    /// A part goes there; nothing said goes back to where it seems to belong.
    Sit(usize, Option<Seat>),
    /// A part of the files holds these settings.
    SetAbout(usize, About),
    /// A part of the files holds this setting.
    SetProperty(usize, Property),
    /// Whether the files make a scenario of their own.
    SetAnew(bool),
    /// The name of the tenant at this position.
    SetName(usize, String),
    /// The id of the tenant at this position.
    SetId(usize, String),
    /// What an id is called.
    Call(Id, String),
    /// Everything off the table.
    Clear,
}

/// The table.
#[derive(Clone)]
pub(super) struct Table {
    /// The scenario on the page.
    base: Rc<Scenario>,
    /// What changes on the page are counted from.
    baseline: Rc<Scenario>,
    plan: Rc<RefCell<Plan>>,
    seats: BTreeMap<usize, Seat>,
    abouts: BTreeMap<usize, About>,
    properties: BTreeMap<usize, Property>,
    anew: Option<bool>,
    names: [Option<String>; 2],
    ids: [Option<String>; 2],
    called: BTreeMap<Id, String>,
    pub(super) progress: Option<Progress>,
    pub(super) outlook: Option<Rc<Outlook>>,
}

/// What would come of it.
pub(super) struct Outlook {
    /// Whether the files make a scenario of their own.
    pub(super) anew: bool,
    /// Whether a whole scenario is among the files.
    pub(super) is_whole: bool,
    /// The two tenants of that.
    pub(super) pair: [Named; 2],
    /// Ids that they could have.
    pub(super) candidates: [Vec<Named>; 2],
    /// What the files go into.
    pub(super) target: Scenario,
    /// Whose each part seems to be.
    pub(super) guesses: Vec<Guess>,
    pub(super) seats: Vec<Option<Seat>>,
    pub(super) choices: Choices,
    pub(super) outcome: Result<Imported, ImportError>,
    /// What the sign-ins among the files say.
    pub(super) past: Option<Rc<Past>>,
    report: Report,
}

impl Outlook {
    pub(super) fn report(&self) -> &Report {
        self.outcome.as_ref().map_or(&self.report, |imported| &imported.report)
    }
}

impl Table {
    pub(super) fn new(base: Rc<Scenario>, baseline: Rc<Scenario>) -> Self {
        Table {
            base,
            baseline,
            plan: Rc::default(),
            seats: BTreeMap::new(),
            abouts: BTreeMap::new(),
            properties: BTreeMap::new(),
            anew: None,
            names: [None, None],
            ids: [None, None],
            called: BTreeMap::new(),
            progress: None,
            outlook: None,
        }
    }

    pub(super) fn base(&self) -> &Scenario {
        &self.base
    }

    pub(super) fn plan(&self) -> std::cell::Ref<'_, Plan> {
        self.plan.borrow()
    }

    /// Whether there are sign-ins and nothing else: nothing that a scenario could take in.
    pub(super) fn is_past(&self) -> bool {
        let plan = self.plan.borrow();
        !plan.pieces.is_empty() && plan.pieces.iter().all(|piece| is_sign_in(piece.what))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.plan.borrow().files.is_empty()
    }

    fn read(&mut self, read: Plan, side: Option<usize>) {
        let mut plan = self.plan.borrow_mut();
        let before = plan.sources.len();
        plan.add(read);
        if let Some(side) = side {
            self.seats.extend((before..plan.sources.len()).map(|source| (source, Seat::Tenant(side))));
        }
    }

    /// The ids that the tenant at this position could have: those that the other’s settings are about.
    fn candidates(&self, plan: &Plan, position: usize, taken: Option<&Id>) -> Vec<Named> {
        let is_other =
            |source: usize| !matches!(self.seats.get(&source), Some(Seat::Tenant(at)) if *at == position);
        let mut ids: Vec<Id> = plan
            .pieces
            .iter()
            .filter(|piece| is_other(piece.source))
            .flat_map(|piece| piece.partners().collect::<Vec<_>>())
            .filter(|id| Some(id) != taken)
            .collect();
        ids.sort();
        ids.dedup();
        ids.into_iter().map(|id| Named { name: plan.name_of(&id), id }).collect()
    }

    /// The two tenants of a scenario of the files’ own: as somebody typed them, as the files say it, and else the only
    /// one that can be meant.
    fn pair(&self, plan: &Plan) -> ([Named; 2], [Vec<Named>; 2]) {
        let said: Vec<(usize, Id)> = plan
            .whose(&Scenario::default())
            .into_iter()
            .filter(|guess| guess.is_certain)
            .filter_map(|guess| Some((guess.source, guess.tenant?)))
            .collect();
        let mut ids: [Option<Id>; 2] = [None, None];
        for (position, place) in ids.iter_mut().enumerate() {
            let of_side = |(source, _): &&(usize, Id)| matches!(self.seats.get(source), Some(Seat::Tenant(at)) if *at == position);
            *place = said.iter().find(of_side).map(|(_, id)| id.clone());
        }
        for (_, id) in said.iter().filter(|(source, _)| !self.seats.contains_key(source)) {
            if ids.iter().flatten().all(|taken| taken != id)
                && let Some(free) = ids.iter_mut().find(|place| place.is_none())
            {
                *free = Some(id.clone());
            }
        }
        let [left, right] = &ids;
        let candidates = [self.candidates(plan, 0, right.as_ref()), self.candidates(plan, 1, left.as_ref())];
        for (place, known) in ids.iter_mut().zip(&candidates) {
            if let ([only], None) = (known.as_slice(), &place) {
                *place = Some(only.id.clone());
            }
        }
        let [left, right] = ids;
        let named = |position: usize, id: Option<Id>, otherwise: &str| {
            let typed = self.ids.get(position).and_then(Option::as_ref).map(|typed| Id::from(typed.trim()));
            let id = typed.or(id).unwrap_or_else(|| Id::from(""));
            let known = plan.name_of(&id);
            let known = if known == id.as_str() { otherwise.to_string() } else { known };
            Named { name: self.names.get(position).cloned().flatten().unwrap_or(known), id }
        };
        ([named(0, left, "First tenant"), named(1, right, "Second tenant")], candidates)
    }

    /// Works out what would come of it as things stand.
    fn look_ahead(&mut self) {
        let plan = self.plan.borrow();
        if plan.pieces.is_empty() {
            self.outlook = None;
            return;
        }
        let is_whole = plan.pieces.iter().any(|piece| piece.what == What::Scenario);
        let anew = !is_whole && self.anew.unwrap_or_else(|| !plan.fits(&self.base));
        let (named, candidates) = self.pair(&plan);
        let target = if anew { pair(&named[0], &named[1]) } else { (*self.base).clone() };
        let guesses = plan.whose(&target);
        let position = |id: &Id| target.tenants.iter().position(|tenant| tenant.id == *id);
        let seats: Vec<Option<Seat>> = guesses
            .iter()
            .map(|guess| {
                let seems = guess.tenant.as_ref().and_then(position).map(Seat::Tenant);
                self.seats.get(&guess.source).copied().or(seems)
            })
            .collect();
        let mut choices = Choices { names: self.called.clone(), ..Choices::default() };
        for (source, seat) in seats.iter().enumerate() {
            match seat {
                Some(Seat::Tenant(at)) => {
                    if let Some(tenant) = target.tenants.get(*at) {
                        let about = self.abouts.get(&source).cloned();
                        let property = self.properties.get(&source).copied();
                        choices.of.insert(source, Belongs { tenant: tenant.id.clone(), about, property });
                    }
                }
                Some(Seat::Out) => {
                    choices.left_out.insert(source);
                }
                None => {}
            }
        }
        let outcome = apply(&plan, &target, &choices);
        let report = match &outcome {
            Ok(_) => Report::default(),
            Err(_) => plan.report(&target, &choices),
        };
        // Sign-ins alone are asked of the changes on the page, and beside settings of what those come to.
        let past = match &outcome {
            Ok(_) if plan.pieces.iter().all(|piece| is_sign_in(piece.what)) => {
                Past::of(&plan, &choices, [&self.baseline, &self.base])
            }
            Ok(imported) => Past::of(&plan, &choices, [&imported.scenario; 2]),
            Err(_) => None,
        };
        let outlook = Outlook {
            anew,
            is_whole,
            pair: named,
            candidates,
            target,
            guesses,
            seats,
            choices,
            outcome,
            past: past.map(Rc::new),
            report,
        };
        self.outlook = Some(Rc::new(outlook));
    }
}

impl Reducible for Table {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        let mut next = (*self).clone();
        match step {
            Step::Begin(count) => next.progress.get_or_insert_default().of += count,
            Step::Reading(name) => next.progress.get_or_insert_default().name = name,
            Step::Read(plan, side) => {
                next.read(plan, side);
                next.progress.get_or_insert_default().done += 1;
                return Rc::new(next);
            }
            // More may have been dropped since.
            Step::Done => next.progress = next.progress.filter(|progress| progress.done < progress.of),
            Step::Sit(source, Some(seat)) => {
                next.seats.insert(source, seat);
            }
            Step::Sit(source, None) => {
                next.seats.remove(&source);
            }
            Step::SetAbout(source, about) => {
                next.abouts.insert(source, about);
            }
            Step::SetProperty(source, property) => {
                next.properties.insert(source, property);
            }
            Step::SetAnew(anew) => next.anew = Some(anew),
            Step::SetName(at, name) => {
                if let Some(place) = next.names.get_mut(at) {
                    *place = Some(name);
                }
            }
            Step::SetId(at, id) => {
                if let Some(place) = next.ids.get_mut(at) {
                    *place = Some(id);
                }
            }
            Step::Call(id, name) if name.trim().is_empty() => {
                next.called.remove(&id);
            }
            Step::Call(id, name) => {
                next.called.insert(id, name.trim().to_string());
            }
            Step::Clear => return Rc::new(Table::new(next.base, next.baseline)),
        }
        if next.progress.is_none() {
            next.look_ahead();
        }
        Rc::new(next)
    }
}
