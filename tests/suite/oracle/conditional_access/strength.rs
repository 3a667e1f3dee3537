//! Authentication strengths. Tables: built-in authentication strengths, authentication strengths for external
//! users.

use entente_policy::graph::{AuthenticationMethod, AuthenticationStrength};

/// Methods, the combination that a strength names them by, whether they count when used in the resource
/// tenant, and whether the passwordless and the phishing-resistant strength take them.
const METHODS: [(AuthenticationMethod, &str, bool, bool, bool); 9] = [
    (AuthenticationMethod::Sms, "password,sms", true, false, false),
    (AuthenticationMethod::Voice, "password,voice", true, false, false),
    (AuthenticationMethod::AuthenticatorPush, "password,microsoftAuthenticatorPush", true, false, false),
    (AuthenticationMethod::SoftwareOath, "password,softwareOath", true, false, false),
    (AuthenticationMethod::HardwareOath, "password,hardwareOath", false, false, false),
    (AuthenticationMethod::PhoneSignIn, "deviceBasedPush", false, true, false),
    (AuthenticationMethod::Fido2, "fido2", false, true, true),
    (AuthenticationMethod::WindowsHello, "windowsHelloForBusiness", false, true, true),
    (AuthenticationMethod::Certificate, "x509CertificateMultiFactor", false, true, true),
];

/// Whether something is so, as far as the scenario states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    So,
    Not,
    NotStated,
}

impl Is {
    fn it(so: bool) -> Self {
        if so { Is::So } else { Is::Not }
    }
}

/// Whether a strength takes the method in this row; nothing where nobody has stated its methods.
fn takes(
    strength: &AuthenticationStrength,
    row: &(AuthenticationMethod, &str, bool, bool, bool),
) -> Option<bool> {
    match strength.id.as_str() {
        AuthenticationStrength::MULTIFACTOR => Some(true),
        AuthenticationStrength::PASSWORDLESS => Some(row.3),
        AuthenticationStrength::PHISHING_RESISTANT => Some(row.4),
        _ if strength.allowed_combinations.is_empty() => None,
        _ => Some(strength.allowed_combinations.iter().any(|combination| combination == row.1)),
    }
}

/// Whether multifactor authentication by this method meets the strength.
pub(super) fn is_met_by(strength: &AuthenticationStrength, method: Option<&AuthenticationMethod>) -> Is {
    if strength.id.as_str() == AuthenticationStrength::MULTIFACTOR {
        return Is::So;
    }
    let row = METHODS.iter().find(|row| Some(&row.0) == method);
    row.and_then(|row| takes(strength, row)).map_or(Is::NotStated, Is::it)
}

/// Whether a guest has a method for it in the resource tenant.
pub(super) fn can_be_met_here(strength: &AuthenticationStrength) -> Is {
    let here: Option<Vec<bool>> =
        METHODS.iter().filter(|row| row.2).map(|row| takes(strength, row)).collect();
    here.map_or(Is::NotStated, |here| Is::it(here.contains(&true)))
}
