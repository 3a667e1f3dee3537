//! The question: who, from where, to what, by which feature.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::OnceCell;

use serde_json::Value;

use crate::gates::{Imagined, Rules};
use crate::guests_of_home::GuestsOfHome;
use crate::shape::{Field, Object, Reader, Rest, Shape, serde_by_shape, words, written};
use crate::{AppKind, Id, Property, Scenario, Tenant, TenantRestrictionsSignal};

words! {
    /// The two ways of working across tenants that cross-tenant access settings govern.
    Feature or B2bDirectConnect {
        /// B2B direct connect: shared channels, no object in the resource tenant.
        B2bDirectConnect = "b2bDirectConnect",
        /// B2B collaboration: guests.
        B2bCollaboration = "b2bCollaboration",
    }
}

impl Feature {
    /// Both features.
    pub const ALL: [Feature; 2] = [Feature::B2bDirectConnect, Feature::B2bCollaboration];

    /// The setting that governs this feature in this direction.
    pub fn property(self, direction: Direction) -> Property {
        match (self, direction) {
            (Feature::B2bDirectConnect, Direction::Inbound) => Property::B2bDirectConnectInbound,
            (Feature::B2bDirectConnect, Direction::Outbound) => Property::B2bDirectConnectOutbound,
            (Feature::B2bCollaboration, Direction::Inbound) => Property::B2bCollaborationInbound,
            (Feature::B2bCollaboration, Direction::Outbound) => Property::B2bCollaborationOutbound,
        }
    }
}

/// Which way a setting looks, seen from the tenant that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// External users reach one's own applications.
    Inbound,
    /// One's own users reach external applications.
    Outbound,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A user of the home tenant, by object id. One the directory does not list is in no group.
    User(Id),
    /// Whoever is in no group and on no list of the scenario, now or later.
    AnyOther,
    /// Nobody in particular: somebody who joins a meeting or opens a link without signing in.
    Anonymous,
    /// An application of the home tenant that signs in as itself.
    ServicePrincipal,
}

/// The words that stand for a subject without an object id.
const SUBJECTS: [(&str, Subject); 3] = [
    ("anyOtherUser", Subject::AnyOther),
    ("anonymous", Subject::Anonymous),
    ("servicePrincipal", Subject::ServicePrincipal),
];

impl From<String> for Subject {
    fn from(text: String) -> Self {
        SUBJECTS
            .into_iter()
            .find(|(word, _)| *word == text)
            .map_or_else(|| Subject::User(Id::from(text)), |(_, subject)| subject)
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        match &subject {
            Subject::User(id) => id.as_str().into(),
            other => SUBJECTS
                .iter()
                .find(|(_, subject)| subject == other)
                .map_or_else(String::new, |(word, _)| (*word).into()),
        }
    }
}

impl Shape for Subject {
    const EXPECTED: &'static str = "an object id, or `anyOtherUser`, `anonymous` or `servicePrincipal`";

    fn read(&mut self, value: Value, reader: &mut Reader) {
        *self = reader.text(Self::EXPECTED, value).into();
    }

    fn blank() -> Self {
        Subject::AnyOther
    }

    fn left_out(&mut self, reader: &mut Reader) {
        reader.missing(Self::EXPECTED);
    }

    fn write(&self) -> Value {
        String::from(self.clone()).into()
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// An application in the resource tenant, by application id. One the directory does not list is
    /// taken to be the organization's own or a third party's.
    Application(Id),
    /// Any application of this kind that no list of the scenario names.
    AnyOther(AppKind),
}

const ANY_OTHER_APPLICATION: [(&str, AppKind); 3] = [
    ("anyOtherApplication/office365", AppKind::Office365),
    ("anyOtherApplication/microsoft", AppKind::Microsoft),
    ("anyOtherApplication/lineOfBusiness", AppKind::LineOfBusiness),
];

impl From<String> for Resource {
    fn from(text: String) -> Self {
        ANY_OTHER_APPLICATION.iter().find(|(word, _)| *word == text).map_or_else(
            || Resource::Application(Id::from(text.as_str())),
            |(_, kind)| Resource::AnyOther(*kind),
        )
    }
}

impl From<Resource> for String {
    fn from(resource: Resource) -> Self {
        match resource {
            Resource::Application(id) => id.as_str().into(),
            Resource::AnyOther(kind) => ANY_OTHER_APPLICATION
                .iter()
                .find(|(_, other)| *other == kind)
                .map_or_else(String::new, |(word, _)| (*word).into()),
        }
    }
}

impl Shape for Resource {
    const EXPECTED: &'static str = "an application id, or `anyOtherApplication/` and a kind";

    fn read(&mut self, value: Value, reader: &mut Reader) {
        *self = reader.text(Self::EXPECTED, value).into();
    }

    fn blank() -> Self {
        Resource::AnyOther(AppKind::default())
    }

    fn left_out(&mut self, reader: &mut Reader) {
        reader.missing(Self::EXPECTED);
    }

    fn write(&self) -> Value {
        String::from(self.clone()).into()
    }
}

/// One question to [`crate::evaluate()`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The tenant of the user.
    pub home: Id,
    /// The tenant of the application.
    pub resource: Id,
    /// By which feature.
    pub feature: Feature,
    /// Who. In JSON an object id, or `anyOtherUser`.
    pub user: Subject,
    /// To what. In JSON an application id, or `anyOtherApplication/` and a kind.
    pub application: Resource,
    /// The signal of tenant restrictions that the request carries, in the place of the session's. An application
    /// that signs in as itself, and whoever does not sign in, have no session.
    pub signal: Option<TenantRestrictionsSignal>,
}

/// The properties that every request has.
const REQUIRED: [&str; 5] = ["home", "resource", "feature", "user", "application"];

/// The property that a request may do without.
const SIGNAL: &str = "signal";

impl Object for Request {
    fn each(&self, see: &mut dyn FnMut(&'static str, &dyn Field)) {
        see("home", &self.home);
        see("resource", &self.resource);
        see("feature", &self.feature);
        see("user", &self.user);
        see("application", &self.application);
        see(SIGNAL, &self.signal);
    }

    fn each_mut(&mut self, see: &mut dyn FnMut(&'static str, &mut dyn Field)) {
        see("home", &mut self.home);
        see("resource", &mut self.resource);
        see("feature", &mut self.feature);
        see("user", &mut self.user);
        see("application", &mut self.application);
        see(SIGNAL, &mut self.signal);
    }

    fn rest(&self) -> Rest {
        Rest::new()
    }

    fn keep(&mut self, _: Rest) {}
}

impl Shape for Request {
    const EXPECTED: &'static str = "an object";

    fn blank() -> Self {
        Request {
            home: Id::blank(),
            resource: Id::blank(),
            feature: Feature::blank(),
            user: Subject::blank(),
            application: Resource::blank(),
            signal: None,
        }
    }

    fn read(&mut self, value: Value, reader: &mut Reader) {
        let properties = reader.properties(value);
        // A misspelt property, passed over in silence, would be a question nobody asked.
        if let Some(key) = properties.keys().find(|key| !REQUIRED.contains(key) && *key != SIGNAL) {
            reader.unknown(key, "`home`, `resource`, `feature`, `user`, `application` or `signal`");
        }
        // A feature could do without, as everywhere else; a question can't.
        reader.require(&properties, "feature", Feature::EXPECTED);
        reader.fill(properties, self);
    }

    fn left_out(&mut self, reader: &mut Reader) {
        self.read(Value::Object(Rest::new()), reader);
    }

    fn write(&self) -> Value {
        written(self)
    }
}

serde_by_shape!(Request);

/// A direction and a feature: all that the requests of one matrix share.
#[derive(Clone, Debug)]
pub struct Connection {
    /// The tenant of the users.
    pub home: Arc<Tenant>,
    /// The tenant of the applications.
    pub resource: Arc<Tenant>,
    /// By which feature.
    pub feature: Feature,
    /// Every tenant of the scenario, to tell whose an id is, and whose device or network a request comes from.
    pub(crate) tenants: Vec<Arc<Tenant>>,
    /// The rules that answer.
    pub(crate) rules: Rules,
    /// The guests, once somebody has asked for many.
    pub(crate) guests_of_home: OnceCell<Arc<GuestsOfHome>>,
    /// What the settings may be that nobody has seen; by gate, where there are any.
    pub(crate) imagined: Vec<Imagined>,
}

impl Connection {
    /// Whether users of one tenant reach for applications of another.
    pub fn crosses_tenants(&self) -> bool {
        self.home.id != self.resource.id
    }

    /// The connection of a request's tenants. A tenant the scenario does not hold counts as one that
    /// nobody has configured.
    pub fn new(scenario: &Scenario, home: &Id, resource: &Id, feature: Feature) -> Self {
        let mut connection = Self::by(Rules::ALL, scenario, home, resource, feature);
        if connection.has_unknown() {
            connection.imagined = Imagined::of(&connection);
            connection.rules = Rules::OF_UNKNOWN;
        }
        connection
    }

    /// Whether there is anything that nobody has seen of any tenant's settings, or of who is in a group.
    fn has_unknown(&self) -> bool {
        self.tenants.iter().any(|tenant| tenant.cross_tenant_access_policy.has_unknown())
            || self.home.directory.half_seen_groups().next().is_some()
    }

    /// The same by the gates at rest; nothing if one of them is not.
    pub(crate) fn at_rest(scenario: &Scenario, home: &Id, resource: &Id, feature: Feature) -> Option<Self> {
        let connection = Self::by(Rules::AT_REST, scenario, home, resource, feature);
        (!connection.has_unknown() && connection.rules.say_all(&connection)).then_some(connection)
    }

    /// The same, answered by `rules`.
    fn by(rules: Rules, scenario: &Scenario, home: &Id, resource: &Id, feature: Feature) -> Self {
        Connection {
            rules,
            home: scenario.tenant_or_untouched(home),
            resource: scenario.tenant_or_untouched(resource),
            feature,
            tenants: scenario.tenants.clone(),
            guests_of_home: OnceCell::new(),
            imagined: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use serde_json::json;

    use super::*;

    #[test]
    fn a_request_is_read_as_it_is_written() {
        let value = json!({
            "home": "a", "resource": "b", "feature": "b2bCollaboration",
            "user": "anyOtherUser", "application": "anyOtherApplication/microsoft"
        });
        let request = Request::from_json(value.clone()).unwrap();
        assert_eq!(request.user, Subject::AnyOther);
        assert_eq!(request.application, Resource::AnyOther(AppKind::Microsoft));
        assert_eq!(request.write(), value);
    }

    #[test]
    fn a_request_may_carry_a_signal() {
        let value = json!({
            "home": "a", "resource": "b", "feature": "b2bCollaboration", "user": "anonymous", "application": "x",
            "signal": { "policyOwner": "p", "carrier": "windowsDevicePolicy" }
        });
        let request = Request::from_json(value.clone()).unwrap();
        let carrier = request.signal.as_ref().map(|signal| signal.carrier);
        assert_eq!(carrier, Some(crate::Carrier::WindowsDevicePolicy));
        assert_eq!(request.write(), value);
    }

    #[test]
    fn a_request_is_whole_and_spelt_right() {
        let whole = json!({"home": "a", "resource": "b", "feature": "b2bDirectConnect", "user": "u", "application": "x"});
        for key in REQUIRED {
            let mut value = whole.clone();
            let properties = value.as_object_mut().unwrap();
            let property = properties.remove(key).unwrap();
            let missing = Request::from_json(value.clone()).unwrap_err().to_string();
            assert!(missing.starts_with(&alloc::format!("`/{key}` is missing")), "{missing}");
            value[alloc::format!("{key}s")] = property;
            let misspelt = Request::from_json(value).unwrap_err().to_string();
            assert!(misspelt.starts_with(&alloc::format!("`/{key}s` should be `home`")), "{misspelt}");
        }
    }
}
