//! Edits of what a layer of the cross-tenant access policy says beside access, trust and redemption.

use entente_policy::graph::{InvitationRedemption, Rest, UserSyncInbound};
use entente_policy::{Layer, Property, Tenant};

use super::settings::layer_mut;

/// One change of a layer. Some settings are the defaults' alone, others those about one organization.
#[derive(Clone, Debug, PartialEq)]
pub enum LayerEdit {
    /// Lets the other tenant synchronize users into this one, or no longer. About one organization.
    SetSynchronization(bool),
    /// Says that the other organization is a service provider, or is not. About one organization.
    SetServiceProvider(bool),
    /// Keeps one's own users from administering other organizations, or no longer.
    SetAdministrationBlocked(bool),
    /// Sets the order in which identities are tried at redemption. On the defaults alone.
    SetPrecedence(Vec<String>),
    /// Sets what is tried last. On the defaults alone.
    SetFallback(String),
    /// Says that nobody has seen a property, which loses its value; or that it is known to have none.
    SetUnknown(Property, bool),
}

/// The order that the portal resets to. Graph's example has the first two the other way round.
pub fn shipped_redemption() -> InvitationRedemption {
    let order = ["azureActiveDirectory", "externalFederation", "socialIdentityProviders"];
    InvitationRedemption {
        primary_identity_provider_precedence_order: order.map(String::from).into(),
        fallback_identity_provider: Some("defaultConfiguredIdp".into()),
        rest: Rest::new(),
    }
}

pub(super) fn apply(tenant: &mut Tenant, layer: &Layer, edit: LayerEdit) -> Option<()> {
    let settings = layer_mut(tenant, layer)?;
    let redemption = &mut settings.invitation_redemption_identity_provider_configuration;
    match edit {
        LayerEdit::SetSynchronization(allowed) => {
            let users = &mut settings.identity_synchronization.get_or_insert_default().user_sync_inbound;
            users.get_or_insert_with(UserSyncInbound::default).is_sync_allowed = Some(allowed);
        }
        LayerEdit::SetServiceProvider(is_one) => settings.is_service_provider = Some(is_one),
        LayerEdit::SetAdministrationBlocked(blocked) => {
            settings.block_service_provider_outbound_access = Some(blocked);
        }
        LayerEdit::SetPrecedence(order) => {
            redemption.get_or_insert_with(shipped_redemption).primary_identity_provider_precedence_order =
                order;
        }
        LayerEdit::SetFallback(provider) => {
            redemption.get_or_insert_with(shipped_redemption).fallback_identity_provider = Some(provider);
        }
        LayerEdit::SetUnknown(property, true) => settings.make_unknown(property),
        LayerEdit::SetUnknown(property, false) => {
            settings.clear(property);
            settings.make_known(property);
        }
    }
    Some(())
}
