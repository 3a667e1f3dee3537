//! Authentication strengths for external users: which methods meet one, and in which tenant they can be used.
//! Source: the page on authentication strengths for external users.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Draft, Reason, Statement};
use crate::conditions::Conditions;
use crate::gates::Gate;
use crate::graph::{AuthenticationMethod as Method, AuthenticationStrength};
use crate::{Id, Reading, Session, Standing, Status};

/// Second factors that follow a password.
static SECOND: [Method; 5] =
    [Method::Sms, Method::Voice, Method::AuthenticatorPush, Method::SoftwareOath, Method::HardwareOath];
/// Methods that count in either tenant. The others of the table count only if used at home.
static IN_RESOURCE: [Method; 4] =
    [Method::Sms, Method::Voice, Method::AuthenticatorPush, Method::SoftwareOath];
/// Methods that count if used at home alone.
static AT_HOME: [Method; 5] =
    [Method::PhoneSignIn, Method::HardwareOath, Method::Fido2, Method::WindowsHello, Method::Certificate];

/// What meets the built-in strengths.
static PHISHING_RESISTANT: [Method; 3] = [Method::WindowsHello, Method::Fido2, Method::Certificate];
static PASSWORDLESS: [Method; 4] =
    [Method::WindowsHello, Method::Fido2, Method::Certificate, Method::PhoneSignIn];

/// The combinations that meet a strength; nothing if nobody has stated them.
fn combinations(strength: &AuthenticationStrength) -> Option<Vec<&str>> {
    let names = |methods: &'static [Method]| Some(methods.iter().map(Method::as_str).collect());
    if strength.id.is(AuthenticationStrength::PHISHING_RESISTANT) {
        names(&PHISHING_RESISTANT)
    } else if strength.id.is(AuthenticationStrength::PASSWORDLESS) {
        names(&PASSWORDLESS)
    } else {
        let stated = &strength.allowed_combinations;
        (!stated.is_empty()).then(|| stated.iter().map(String::as_str).collect())
    }
}

/// Whether a combination is this method. A second factor stands for itself after a password.
fn is(combination: &str, method: &Method) -> bool {
    let parts = |text: &str| -> Vec<String> {
        text.split(',').map(|part| part.trim().to_ascii_lowercase()).collect()
    };
    let method_parts = match method {
        second if SECOND.contains(second) => parts(&format!("password,{}", second.as_str())),
        other => parts(other.as_str()),
    };
    // The same parts in any order.
    let mut left = parts(combination);
    let all = method_parts.iter().all(|part| {
        let at = left.iter().position(|other| other == part);
        at.map(|at| left.swap_remove(at)).is_some()
    });
    all && left.is_empty()
}

/// Whether a method of the session meets a strength; nothing if that is not stated.
fn meets(strength: &AuthenticationStrength, session: &Session) -> Option<bool> {
    let method = session.mfa_method.as_ref()?;
    Some(combinations(strength)?.iter().any(|combination| is(combination, method)))
}

/// Whether the table says of a method that it counts if used at home.
fn is_in_table(session: &Session) -> bool {
    let method = session.mfa_method.as_ref();
    let listed =
        |methods: &[Method]| method.is_some_and(|method| methods.iter().any(|one| is_same(one, method)));
    listed(&IN_RESOURCE) || listed(&AT_HOME)
}

/// Whether two spellings are one method: a second factor may be written with its password.
fn is_same(one: &Method, other: &Method) -> bool {
    one == other || is(other.as_str(), one)
}

/// Names the conditions that whether the session meets a strength depends on.
pub(super) fn conditions<'a>(strength: &'a AuthenticationStrength, conditions: &mut Conditions<'a>) {
    let gate = Gate::ConditionalAccess;
    let key = combinations(strength).map(|combinations| Id::from(combinations.join(" or ")));
    conditions.session_fact(gate, "method", key, |session| meets(strength, session) == Some(true));
    conditions.session_fact(gate, "methodStated", None, |session| session.mfa_method.is_some());
    conditions.session_fact(gate, "methodInTable", None, is_in_table);
}

/// What a strength other than "any multifactor authentication" comes to, with multifactor authentication done at
/// home and counting.
pub(super) fn done_at_home(
    strength: &AuthenticationStrength,
    session: &Session,
    direct_connect: bool,
) -> Draft {
    let draft =
        |status, reason, standing| Draft::new(status, reason, Statement::AuthenticationStrength, standing);
    let again = if direct_connect {
        // As with multifactor authentication in general: one page says blocked, another describes a challenge.
        draft(Status::Fail, Reason::StrengthNotMetAtHome, Standing::Contradictory)
    } else {
        draft(Status::Prompt, Reason::StrengthPromptAtHome, Standing::Documented)
    };
    match meets(strength, session) {
        // Whether the method used at home satisfies the strength is not stated.
        None => draft(Status::Depends, Reason::StrengthDependsOnMethod, Standing::Documented),
        Some(false) => again,
        Some(true) if is_in_table(session) => {
            draft(Status::Pass, Reason::StrengthMetAtHome, Standing::Documented)
        }
        Some(true) => {
            let mut open =
                draft(Status::Undocumented, Reason::StrengthMethodNotDocumented, Standing::Undocumented);
            open.readings = vec![
                Reading::new(Reason::StrengthMethodCounts, Status::Pass),
                Reading::new(Reason::StrengthMethodDoesNotCount, again.status),
            ];
            open
        }
    }
}

/// What a strength comes to for a guest whose multifactor authentication at home does not count.
pub(super) fn in_resource(strength: &AuthenticationStrength) -> Draft {
    let draft =
        |status, reason, standing| Draft::new(status, reason, Statement::AuthenticationStrength, standing);
    match combinations(strength) {
        None => draft(Status::Depends, Reason::StrengthDependsOnMethod, Standing::Documented),
        Some(combinations) => {
            let offered = |combination: &&str| IN_RESOURCE.iter().any(|method| is(combination, method));
            if combinations.iter().any(offered) {
                draft(Status::Prompt, Reason::StrengthPromptInResource, Standing::Documented)
            } else {
                draft(Status::Fail, Reason::StrengthNotTrusted, Standing::Inferred)
            }
        }
    }
}
