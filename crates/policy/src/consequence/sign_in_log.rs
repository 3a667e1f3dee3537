//! What each tenant's sign-in log records, field by field, by Graph's names.

use alloc::vec;
use alloc::vec::Vec;

use super::declare::facts;
use super::situation::{errors, offers_nothing};
use super::{Consequence, Row, Situation};
use crate::{Decision, ErrorCode, Feature, Gate, Outcome, Status, UserType};

facts! {
    /// Nothing is there to sign in to, so nothing is recorded.
    NothingRecorded = "signInLog.nothingRecorded" is Inferred on SignInLog,
    /// Recorded at the first access, and again for every refresh token.
    AtFirstAccessAndRefresh = "signInLog.atFirstAccessAndRefresh" is Documented on DirectConnectOverview,
    /// Recorded with every sign-in.
    AtEverySignIn = "signInLog.atEverySignIn" is Documented on SignInLog,
    /// Recorded by the tenant that receives the request alone.
    InReceivingTenantOnly = "signInLog.inReceivingTenantOnly" is Documented on TenantRestrictions,
    /// Not recorded here.
    NotRecordedHere = "signInLog.notRecordedHere" is Documented on TenantRestrictions,
    /// `none`: the sign-in crosses no tenants.
    TypeNone = "signInLog.typeNone" is Documented on SignInResource,
    /// `b2bDirectConnect`.
    TypeDirectConnect = "signInLog.typeDirectConnect" is Documented on SignInResource,
    /// `b2bCollaboration`.
    TypeCollaboration = "signInLog.typeCollaboration" is Documented on SignInResource,
    /// `serviceProvider`, for delegated administrators.
    TypeServiceProvider = "signInLog.typeServiceProvider" is Documented on SignInResource,
    /// The home tenant's id.
    HomeTenantId = "signInLog.homeTenantId" is Documented on SignInResource,
    /// The resource tenant's id.
    ResourceTenantId = "signInLog.resourceTenantId" is Documented on SignInResource,
    /// Blank, for privacy.
    HomeTenantNameBlank = "signInLog.homeTenantNameBlank" is Documented on SignInLog,
    /// The object id that the person has in the home tenant.
    ObjectIdFromHome = "signInLog.objectIdFromHome" is Documented on DirectConnectOverview,
    /// `guest`.
    UserTypeGuest = "signInLog.userTypeGuest" is Inferred on SignInResource,
    /// `member`: an object made by synchronization, say.
    UserTypeMember = "signInLog.userTypeMember" is Inferred on SignInResource,
    /// Client application information.
    ClientApplication = "signInLog.clientApplication" is Documented on DirectConnectOverview,
    /// The conditional access policies that were applied.
    PoliciesApplied = "signInLog.policiesApplied" is Documented on DirectConnectOverview,
    /// No error.
    NoError = "signInLog.noError" is Inferred on SignInResource,
    /// This error; both tenants' logs have it.
    ErrorInBoth = "signInLog.errorInBoth" is Documented on SignInLog,
    /// This error. That this tenant's log has it follows from sign-ins being logged in both.
    ErrorExpected = "signInLog.errorExpected" is Inferred on SignInLog,
    /// The resource tenant's code for an account it does not hold.
    NotInTenant = "signInLog.notInTenant" is Documented on AccountNotInTenant,
    /// The home tenant's code for the same event.
    NotInTenantFromHome = "signInLog.notInTenantFromHome" is Documented on AccountNotInTenant,
    /// A refusal without a documented code.
    ErrorNotDocumented = "signInLog.errorNotDocumented" is Undocumented on ErrorCodes,
    /// `true`: tenant restrictions refuse.
    Restricted = "signInLog.restricted" is Inferred on SignInResource,
    /// The request carries the signal of tenant restrictions, and they let it through: what stands here then is
    /// not documented.
    RestrictionNotDocumented = "signInLog.restrictionNotDocumented" is Undocumented on SignInResource,
    /// `false`: no signal.
    NotRestricted = "signInLog.notRestricted" is Inferred on SignInResource,
}

crate::record::codes! {
    /// A field of a sign-in log, by Graph's name where there is one.
    LogField {
        /// When an entry is made.
        Recorded = "recorded",
        /// Which way across tenants.
        CrossTenantAccessType = "crossTenantAccessType",
        /// The person's tenant.
        HomeTenantId = "homeTenantId",
        /// Its name.
        HomeTenantName = "homeTenantName",
        /// The application's tenant.
        ResourceTenantId = "resourceTenantId",
        /// The person's object id.
        UserId = "userId",
        /// Guest or member.
        UserType = "userType",
        /// The client application.
        ClientApplication = "clientApplication",
        /// Conditional access.
        AppliedConditionalAccessPolicies = "appliedConditionalAccessPolicies",
        /// The error.
        ErrorCode = "status.errorCode",
        /// Tenant restrictions.
        IsTenantRestricted = "isTenantRestricted",
    }
}

/// The entries for the feature asked about: the home tenant's beside the resource tenant's.
pub(super) fn entries(situation: &Situation<'_>, feature: Feature) -> Vec<Row<LogField>> {
    let decision = situation.decision(feature);
    let both = |field, fact: Consequence| Row::new(field, vec![fact.clone()], vec![fact]);
    if offers_nothing(decision) {
        return vec![both(LogField::Recorded, Consequence::here(Fact::NothingRecorded))];
    }
    let crosses = situation.connection.crosses_tenants();
    let direct_connect = feature == Feature::B2bDirectConnect;
    let errors = errors(decision);
    let mut rows = vec![recorded(&errors, direct_connect)];
    let one = |fact| vec![Consequence::here(fact)];
    let of_type = match (crosses, direct_connect) {
        (false, _) => Fact::TypeNone,
        (true, true) => Fact::TypeDirectConnect,
        (true, false) => Fact::TypeCollaboration,
    };
    let mut types = one(of_type);
    if decision.gates.iter().any(|gate| gate.gate == Gate::ServiceProvider && !gate.is_at_rest()) {
        types.extend(one(Fact::TypeServiceProvider));
    }
    rows.push(Row::new(LogField::CrossTenantAccessType, types.clone(), types));
    rows.push(both(LogField::HomeTenantId, Consequence::here(Fact::HomeTenantId)));
    rows.push(Row::new(LogField::HomeTenantName, Vec::new(), one(Fact::HomeTenantNameBlank)));
    rows.push(both(LogField::ResourceTenantId, Consequence::here(Fact::ResourceTenantId)));
    if direct_connect {
        rows.push(both(LogField::UserId, Consequence::here(Fact::ObjectIdFromHome)));
        rows.push(Row::new(LogField::ClientApplication, one(Fact::ClientApplication), Vec::new()));
    } else if crosses {
        let member = situation.guest().is_some_and(|guest| guest.user_type == Some(UserType::Member));
        let fact = if member { Fact::UserTypeMember } else { Fact::UserTypeGuest };
        rows.push(Row::new(LogField::UserType, Vec::new(), one(fact)));
    }
    rows.push(Row::new(
        LogField::AppliedConditionalAccessPolicies,
        Vec::new(),
        vec![Consequence::here(Fact::PoliciesApplied).from(policies(decision))],
    ));
    rows.push(error(decision, errors));
    rows.push(restricted(decision));
    if !crosses {
        // One tenant has one log.
        for row in &mut rows {
            let [home, resource] = &mut row.cells;
            if resource.is_empty() { resource.clone_from(home) } else { home.clone_from(resource) }
        }
    }
    rows
}

fn recorded(errors: &[ErrorCode], direct_connect: bool) -> Row<LogField> {
    let one = |fact| vec![Consequence::here(fact)];
    if matches!(errors, [ErrorCode::TenantRestricted]) {
        return Row::new(LogField::Recorded, one(Fact::NotRecordedHere), one(Fact::InReceivingTenantOnly));
    }
    let fact = if direct_connect { Fact::AtFirstAccessAndRefresh } else { Fact::AtEverySignIn };
    Row::new(LogField::Recorded, one(fact), one(fact))
}

/// The settings of the policies that conditional access looked at.
fn policies(decision: &Decision) -> Vec<crate::SettingPath> {
    let grounds = decision.gates.iter().filter(|gate| gate.gate == Gate::ConditionalAccess);
    let mut paths = Vec::new();
    for ground in grounds.flat_map(|gate| &gate.grounds).filter(|ground| ground.policy.is_some()) {
        for path in &ground.settings {
            if matches!(path, crate::SettingPath::ConditionalAccess { .. }) && !paths.contains(path) {
                paths.push(path.clone());
            }
        }
    }
    paths
}

/// The error in each log. Which of several comes first is not documented: all are named.
fn error(decision: &Decision, errors: Vec<ErrorCode>) -> Row<LogField> {
    let field = LogField::ErrorCode;
    let here = |fact, error| Consequence::here(fact).with(vec![error]);
    if errors.is_empty() {
        let fact =
            if decision.outcome == Outcome::Blocked { Fact::ErrorNotDocumented } else { Fact::NoError };
        return Row::new(field, vec![Consequence::here(fact)], vec![Consequence::here(fact)]);
    }
    let (mut home, mut resource) = (Vec::new(), Vec::new());
    for error in errors {
        match error {
            ErrorCode::NotInResourceTenant | ErrorCode::ExternalAccountNotInTenant => {
                home.push(here(Fact::NotInTenantFromHome, ErrorCode::ExternalAccountNotInTenant));
                resource.push(here(Fact::NotInTenant, ErrorCode::NotInResourceTenant));
            }
            ErrorCode::TenantRestricted => resource.push(here(Fact::InReceivingTenantOnly, error)),
            ErrorCode::AcceptCompliantDevice => {
                home.push(here(Fact::ErrorInBoth, error));
                resource.push(here(Fact::ErrorInBoth, error));
            }
            _ => {
                home.push(here(Fact::ErrorExpected, error));
                resource.push(here(Fact::ErrorExpected, error));
            }
        }
    }
    Row::new(field, home, resource)
}

/// Whether the request carries a signal is for the gate of tenant restrictions to know: without one it is at rest.
fn restricted(decision: &Decision) -> Row<LogField> {
    let gate = decision.gates.iter().find(|gate| gate.gate == Gate::TenantRestrictions);
    let cell = |fact| vec![Consequence::here(fact)];
    match gate {
        // Such a sign-in stands in the log of the tenant that receives it alone.
        Some(gate) if gate.status == Status::Fail => {
            Row::new(LogField::IsTenantRestricted, Vec::new(), cell(Fact::Restricted))
        }
        Some(gate) if !gate.is_at_rest() => {
            let cell = cell(Fact::RestrictionNotDocumented);
            Row::new(LogField::IsTenantRestricted, cell.clone(), cell)
        }
        _ => Row::new(LogField::IsTenantRestricted, cell(Fact::NotRestricted), cell(Fact::NotRestricted)),
    }
}
