//! Redeeming an invitation: the consent prompt, what suppresses it, and the identity that comes of it.

use alloc::vec;
use alloc::vec::Vec;

use super::{Reason, Statement, domains, guests, path};
use crate::person::Person;
use crate::record::codes;
use crate::resolve::effective_consent;
use crate::{Connection, ErrorCode, Ground, Layer, Note, Place, Property, SettingPath, Status};

codes! {
    /// What a new guest would redeem an invitation with, by the resource tenant's order.
    RedeemsWith {
        /// The account of the home tenant.
        HomeAccount = "homeAccount",
        /// The account of the home tenant, unless the resource tenant has a federation with the domain.
        HomeAccountUnlessFederated = "homeAccountUnlessFederated",
        /// A passcode by e-mail, if the tenant has it on, else a personal Microsoft account.
        DefaultFallback = "defaultFallback",
        /// A passcode by e-mail.
        Passcode = "passcode",
        /// A personal Microsoft account.
        MicrosoftAccount = "microsoftAccount",
        /// No fallback is stated, although one always stays.
        NotStated = "notStated",
    }
}

/// Whether both sides redeem automatically for people who come from the home tenant: the home tenant going
/// out, the resource tenant coming in.
pub(super) fn automatic(connection: &Connection) -> (bool, bool) {
    let home = effective_consent(&connection.home, &connection.resource.id).value.outbound_allowed;
    let resource = effective_consent(&connection.resource, &connection.home.id).value.inbound_allowed;
    (home == Some(true), resource == Some(true))
}

/// The settings that decide it. A switch left null is the default's to state.
pub(super) fn automatic_cited(connection: &Connection) -> [SettingPath; 2] {
    [(&connection.home, &connection.resource), (&connection.resource, &connection.home)]
        .map(|(tenant, other)| effective_consent(tenant, &other.id).path)
}

/// A guest who has been invited and has not redeemed.
pub(super) fn pending(connection: &Connection, person: &Person<'_>) -> Vec<Ground> {
    let guests = guests::path(connection);
    if let Some(mut obstacle) = domains::obstacle(connection, person) {
        obstacle.settings.push(guests);
        obstacle.error = (obstacle.status == Status::Fail).then_some(ErrorCode::GuestUserInPendingState);
        return vec![obstacle];
    }
    // Automatic redemption is about tenants. Who belongs to none is asked in any case.
    let is_automatic = person.other_account.is_none() && automatic(connection) == (true, true);
    let ground = if is_automatic {
        Ground::new(Status::Pass, Reason::RedeemsAutomatically, Statement::AutomaticRedemption)
    } else {
        Ground::new(Status::Prompt, Reason::RedeemsWithPrompt, Statement::AutomaticRedemption)
    };
    let lists = path(connection, Place::InvitationDomains);
    let mut ground = ground.decided_by([guests, lists].into_iter().chain(automatic_cited(connection)));
    note(connection, &mut ground);
    vec![ground]
}

/// Notes what the person would redeem with, where the resource tenant states an order.
pub(super) fn note(connection: &Connection, ground: &mut Ground) {
    let default = &connection.resource.cross_tenant_access_policy.default.settings;
    let Some(order) = &default.invitation_redemption_identity_provider_configuration else { return };
    let place = |word: &str| {
        order.primary_identity_provider_precedence_order.iter().position(|one| one.eq_ignore_ascii_case(word))
    };
    let identity = match (place("azureActiveDirectory"), place("externalFederation")) {
        (Some(home), Some(federation)) if federation < home => RedeemsWith::HomeAccountUnlessFederated,
        (Some(_), _) => RedeemsWith::HomeAccount,
        (None, _) => match order.fallback_identity_provider.as_deref() {
            Some("defaultConfiguredIdp") => RedeemsWith::DefaultFallback,
            Some("emailOneTimePasscode") => RedeemsWith::Passcode,
            Some("microsoftAccount") => RedeemsWith::MicrosoftAccount,
            _ => RedeemsWith::NotStated,
        },
    };
    ground.notes.push(Note::RedeemsWith { identity });
    ground.settings.push(SettingPath::CrossTenantAccess {
        tenant: connection.resource.id.clone(),
        layer: Layer::Default,
        property: Property::InvitationRedemptionIdentityProviderConfiguration,
        half: None,
    });
}
