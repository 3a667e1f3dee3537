//! Methods of multifactor authentication, and the strengths that name them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Id;
use crate::shape::{object, words};

words! {
    /// A method of multifactor authentication. Graph: `authenticationMethodModes`.
    ///
    /// A second factor stands for itself with a password before it; other combinations are kept as they came, with
    /// commas, as Graph spells them.
    kept AuthenticationMethod {
        /// A text message, after a password.
        Sms = "sms",
        /// A call, after a password.
        Voice = "voice",
        /// A notification of Microsoft Authenticator, after a password.
        AuthenticatorPush = "microsoftAuthenticatorPush",
        /// A passcode of a software token, after a password.
        SoftwareOath = "softwareOath",
        /// A passcode of a hardware token, after a password.
        HardwareOath = "hardwareOath",
        /// Phone sign-in with Microsoft Authenticator.
        PhoneSignIn = "deviceBasedPush",
        /// A FIDO2 security key or passkey.
        Fido2 = "fido2",
        /// Windows Hello for Business.
        WindowsHello = "windowsHelloForBusiness",
        /// A certificate that counts as two factors.
        Certificate = "x509CertificateMultiFactor",
    }
}

object! {
    /// Graph: `authenticationStrengthPolicy`, as far as a grant control names it.
    AuthenticationStrength {
        /// The strength's object id.
        id: Id = "id",
        /// The strength's name.
        display_name: String = "displayName",
        /// The combinations of methods that meet it, with commas within each. Empty where nobody has stated them,
        /// and not needed for the strengths that the service ships.
        allowed_combinations: Vec<String> = "allowedCombinations",
    }
}

impl AuthenticationStrength {
    /// The built-in strength that any multifactor authentication meets.
    pub const MULTIFACTOR: &'static str = "00000000-0000-0000-0000-000000000002";
    /// The built-in strength that only methods without a password meet.
    pub const PASSWORDLESS: &'static str = "00000000-0000-0000-0000-000000000003";
    /// The built-in strength that only phishing-resistant methods meet.
    pub const PHISHING_RESISTANT: &'static str = "00000000-0000-0000-0000-000000000004";
}
