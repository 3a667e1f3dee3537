//! What sections look at: the two tenants, the person, and the answers by both features.

use alloc::vec::Vec;

use crate::graph::{AccessType, InboundTrust, TargetConfiguration};
use crate::resolve::Resolved;
use crate::{
    AppKind, Connection, Decision, Direction, Effective, ErrorCode, ExternalUserState, Feature, Gate, Guest,
    Id, Layer, Property, Request, Resource, Scenario, SettingPath, Source, Status, Subject, Tenant, User,
    effective_b2b, effective_consent, effective_trust,
};

/// One person, one application, both features.
pub(super) struct Situation<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) request: &'a Request,
    pub(super) connection: Connection,
    /// By the order of [`Feature::ALL`].
    pub(super) decisions: &'a [Decision; 2],
}

impl<'a> Situation<'a> {
    pub(super) fn new(scenario: &'a Scenario, request: &'a Request, decisions: &'a [Decision; 2]) -> Self {
        let connection = Connection::new(scenario, &request.home, &request.resource, request.feature);
        Situation { scenario, request, connection, decisions }
    }

    pub(super) fn home(&self) -> &Tenant {
        &self.connection.home
    }

    pub(super) fn resource(&self) -> &Tenant {
        &self.connection.resource
    }

    /// Both tenants, each with the other.
    pub(super) fn sides(&self) -> [(&Tenant, &Tenant); 2] {
        [(self.home(), self.resource()), (self.resource(), self.home())]
    }

    pub(super) fn decision(&self, feature: Feature) -> &'a Decision {
        match feature {
            Feature::B2bDirectConnect => &self.decisions[0],
            Feature::B2bCollaboration => &self.decisions[1],
        }
    }

    /// What the home directory states of the person.
    pub(super) fn user(&self) -> Option<&User> {
        match &self.request.user {
            Subject::User(id) => self.home().directory.user(id),
            _ => None,
        }
    }

    /// The person's object in the resource tenant.
    pub(super) fn guest(&self) -> Option<&Guest> {
        match &self.request.user {
            Subject::User(id) => self.resource().guest(&self.home().id, id),
            _ => None,
        }
    }

    /// Whether the person is known to have redeemed an invitation; nothing where the scenario states no guests.
    pub(super) fn has_redeemed(&self) -> Option<bool> {
        self.resource().guests.as_ref()?;
        Some(self.guest().is_some_and(|guest| guest.external_user_state == ExternalUserState::Accepted))
    }

    /// What the application is to the suites that settings can name.
    pub(super) fn kind(&self) -> AppKind {
        match &self.request.application {
            Resource::AnyOther(kind) => *kind,
            Resource::Application(id) => {
                self.resource().directory.application(id).map(|app| app.kind).unwrap_or_default()
            }
        }
    }

    /// Whether the prompt for consent is suppressed: both sides have to say so, and in this direction.
    /// The settings that decide it come with it; nothing but those that nobody has seen, where it hangs on these.
    pub(super) fn consents_automatically(&self) -> (Option<bool>, Vec<SettingPath>) {
        let outbound = effective_consent(self.home(), &self.resource().id);
        let inbound = effective_consent(self.resource(), &self.home().id);
        let sides = [
            (unseen(&outbound).is_some(), outbound.value.outbound_allowed == Some(true), outbound.path),
            (unseen(&inbound).is_some(), inbound.value.inbound_allowed == Some(true), inbound.path),
        ];
        let is_refused = sides.iter().any(|(is_unseen, allowed, _)| !is_unseen && !allowed);
        let is_open = !is_refused && sides.iter().any(|(is_unseen, ..)| *is_unseen);
        let decide = sides.iter().filter(|(is_unseen, ..)| !is_open || *is_unseen);
        ((!is_open).then_some(!is_refused), decide.map(|(.., path)| path.clone()).collect())
    }

    /// Whether the resource tenant accepts one of these claims of the home tenant, and the setting that says so;
    /// nothing where it hangs on what nobody has seen.
    pub(super) fn trusts(&self, claims: &[fn(&InboundTrust) -> Option<bool>]) -> (Option<bool>, SettingPath) {
        let trust = effective_trust(self.resource(), &self.home().id);
        if claims.iter().any(|claim| claim(&trust.value) == Some(true)) {
            return (Some(true), trust.path);
        }
        if unseen(&trust).is_some() {
            return (None, trust.path);
        }
        // A switch left null is the default's to state.
        let policy = &self.resource().cross_tenant_access_policy;
        let is_left = claims.iter().any(|claim| claim(&trust.value).is_none());
        if is_left && policy.is_unknown(&Layer::Default, Property::InboundTrust) {
            return (None, whole(&self.resource().id, Layer::Default, Property::InboundTrust));
        }
        (Some(false), trust.path)
    }
}

/// The address of a setting as a whole.
pub(super) fn whole(tenant: &Id, layer: Layer, property: Property) -> SettingPath {
    SettingPath::CrossTenantAccess { tenant: tenant.clone(), layer, property, half: None }
}

/// The address of a setting that nobody has seen.
pub(super) fn unseen<T>(resolved: &Resolved<T>) -> Option<SettingPath> {
    (resolved.source == Source::Unknown).then(|| match resolved.path.clone() {
        SettingPath::CrossTenantAccess { tenant, layer, property, .. } => whole(&tenant, layer, property),
        other => other,
    })
}

/// The address of a setting of which nobody has seen a half.
pub(super) fn unseen_half(setting: &Effective<'_>) -> Option<SettingPath> {
    unseen(&setting.users_and_groups).or_else(|| unseen(&setting.applications))
}

/// Whether a gate of the decision refuses.
pub(super) fn refuses(decision: &Decision, gate: Gate) -> bool {
    decision.gates.iter().any(|result| result.gate == gate && result.status == Status::Fail)
}

/// The errors of a decision, each once.
pub(super) fn errors(decision: &Decision) -> Vec<ErrorCode> {
    let mut errors = Vec::new();
    for error in decision.failing().filter_map(|ground| ground.error) {
        if !errors.contains(&error) {
            errors.push(error);
        }
    }
    errors
}

/// Whether nothing is there to sign in to: the feature or Teams offers nothing, so that no error can come up.
pub(super) fn offers_nothing(decision: &Decision) -> bool {
    refuses(decision, Gate::FeatureScope) || (refuses(decision, Gate::Teams) && errors(decision).is_empty())
}

/// The direct connect setting of one direction that holds for `other`.
pub(super) fn direct_connect<'a>(tenant: &'a Tenant, other: &Id, direction: Direction) -> Effective<'a> {
    effective_b2b(tenant, other, Feature::B2bDirectConnect.property(direction))
}

/// The addresses of a setting in force.
pub(super) fn halves(setting: &Effective<'_>) -> Vec<SettingPath> {
    setting.cited()
}

/// Whether a setting in force lets anybody reach anything.
pub(super) fn lets_anybody(setting: &Effective<'_>) -> bool {
    let users: &TargetConfiguration = &setting.users_and_groups.value;
    let applications: &TargetConfiguration = &setting.applications.value;
    let allows = |list: &TargetConfiguration| list.access_type == AccessType::Allowed;
    let some = |list: &TargetConfiguration| !list.targets.is_empty();
    match (allows(users), allows(applications)) {
        (true, true) => some(users) && some(applications),
        (true, false) => some(users) && !applications.names_all(),
        (false, true) => !users.names_all() && some(applications),
        (false, false) => !(users.names_all() && applications.names_all()),
    }
}

/// Whether a setting in force names chosen users, groups or applications.
pub(super) fn chooses(setting: &Effective<'_>) -> bool {
    let chosen = |list: &TargetConfiguration| list.targets.iter().any(|target| !target.is_all());
    chosen(&setting.users_and_groups.value) || chosen(&setting.applications.value)
}

/// The four B2B settings.
pub(super) const B2B: [Property; 4] = [
    Property::B2bCollaborationInbound,
    Property::B2bCollaborationOutbound,
    Property::B2bDirectConnectInbound,
    Property::B2bDirectConnectOutbound,
];
