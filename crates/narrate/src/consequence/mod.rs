//! The words of what follows, a file for each section, as in `entente-policy`.

mod application;
mod audit;
mod comparison;
mod experience;
mod licence;
mod page;
mod privacy;
mod review;
mod sign_in_log;

use alloc::string::String;

use entente_policy::consequence::{Consequence, Consequences, Fact};
use entente_policy::{Decision, Id, Request};

pub use self::page::title;
use crate::gates::unknown::not_seen;
use crate::{Narrator, Text};

/// One consequence, to be put into words.
pub(crate) struct Following<'a> {
    narrator: &'a Narrator<'a>,
    consequences: &'a Consequences,
    consequence: &'a Consequence,
}

impl Following<'_> {
    /// The answer that the consequence is about.
    fn decision(&self) -> &Decision {
        self.consequences.decision(self.consequence.feature.unwrap_or_default())
    }

    fn request(&self) -> &Request {
        &self.decision().request
    }

    /// The home tenant's name.
    fn home(&self) -> String {
        self.narrator.tenant(&self.request().home)
    }

    /// The resource tenant's name.
    fn resource(&self) -> String {
        self.narrator.tenant(&self.request().resource)
    }

    /// The person's name.
    fn user(&self) -> String {
        self.narrator.user(&self.request().home, &self.request().user)
    }

    /// The application's name.
    fn application(&self) -> String {
        self.narrator.application(&self.request().resource, &self.request().application)
    }

    /// The tenant that the consequence is about.
    fn tenant(&self) -> &Id {
        self.consequence.tenant.as_ref().unwrap_or(&self.request().home)
    }

    /// The other one of the two.
    fn other(&self) -> &Id {
        let request = self.request();
        if *self.tenant() == request.home { &request.resource } else { &request.home }
    }

    /// The settings it follows from, each by its name and once.
    fn settings(&self) -> Text {
        let mut names = alloc::vec::Vec::new();
        for path in &self.consequence.settings {
            let name = Text::from(self.narrator.whole_setting(path).as_str());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Text::list(names, " and ")
    }
}

impl Following<'_> {
    /// That nobody has seen what it follows from, and who finds out how.
    fn not_seen(&self) -> Text {
        not_seen(self.narrator, &self.consequence.settings)
    }
}

impl Narrator<'_> {
    /// What follows, in a sentence or two.
    pub fn consequence(&self, consequences: &Consequences, consequence: &Consequence) -> Text {
        let following = Following { narrator: self, consequences, consequence };
        match consequence.fact {
            Fact::Experience(fact) => experience::says(&following, fact),
            Fact::SignInLog(fact) => sign_in_log::says(&following, fact),
            Fact::Review(fact) => Text::from(review::says(fact)),
            Fact::Privacy(fact) => privacy::says(&following, fact),
            Fact::Licence(fact) => licence::says(&following, fact),
            Fact::Comparison(fact) => comparison::says(&following, fact),
            Fact::Application(fact) => Text::from(application::says(fact)),
        }
    }
}
