//! What nobody has seen of a cross-tenant access policy: neither null nor a value.
//!
//! A selection of properties, the body of a request or a tool that leaves properties out says nothing of the
//! others, and of an organization whose administrator has sent nothing everything is unknown. Our own mark of it
//! is an annotation, as OData spells those that are not Graph's; it never leaves in a request.

use super::{ConfigurationDefault, ConfigurationPartner, CrossTenantAccessPolicy, Settings};
use crate::shape::words;
use crate::{Id, Layer, Property};

words! {
    /// A part of a cross-tenant access policy, or of a group, that may be unknown as a whole.
    UnknownPart or Partners {
        /// The organizations that have settings of their own: those listed may not be all.
        Partners = "partners",
        /// Which other Microsoft clouds the tenant works with.
        AllowedCloudEndpoints = "allowedCloudEndpoints",
        /// Who is in a group: those listed may not be all.
        Members = "members",
    }
}

impl Settings {
    /// Whether nobody has seen `property`. What has a value is known.
    pub fn is_unknown(&self, property: Property) -> bool {
        self.unknown.contains(&property) && !self.has(property)
    }

    /// Notes that `property` has been seen, or has been set.
    pub fn make_known(&mut self, property: Property) {
        self.unknown.retain(|other| *other != property);
    }

    /// Notes that nobody has seen `property`, which loses the value it has.
    pub fn make_unknown(&mut self, property: Property) {
        self.clear(property);
        if !self.unknown.contains(&property) {
            self.unknown.push(property);
            self.unknown.sort_unstable();
        }
    }

    /// Takes away the value of `property`.
    pub fn clear(&mut self, property: Property) {
        match property {
            Property::InboundTrust => self.inbound_trust = None,
            Property::AutomaticUserConsentSettings => self.automatic_user_consent_settings = None,
            Property::InvitationRedemptionIdentityProviderConfiguration => {
                self.invitation_redemption_identity_provider_configuration = None;
            }
            Property::IdentitySynchronization => self.identity_synchronization = None,
            Property::IsServiceProvider => self.is_service_provider = None,
            Property::BlockServiceProviderOutboundAccess => {
                self.block_service_provider_outbound_access = None;
            }
            b2b => {
                if let Some(setting) = self.b2b_mut(b2b) {
                    *setting = None;
                }
            }
        }
    }
}

impl ConfigurationDefault {
    /// Defaults that nobody has seen.
    pub fn unseen() -> Self {
        let unknown = Property::ALL.into_iter().filter(|property| property.is_of_defaults()).collect();
        ConfigurationDefault {
            is_service_default: None,
            settings: Settings { unknown, ..Settings::default() },
        }
    }
}

impl ConfigurationPartner {
    /// Settings about an organization that nobody has seen.
    pub fn unseen(tenant_id: Id) -> Self {
        let unknown = Property::ALL.into_iter().filter(|property| property.is_of_partners()).collect();
        ConfigurationPartner { tenant_id, settings: Settings { unknown, ..Settings::default() } }
    }
}

impl CrossTenantAccessPolicy {
    /// A policy that nobody has seen.
    pub fn unseen() -> Self {
        CrossTenantAccessPolicy {
            default: ConfigurationDefault::unseen().into(),
            unknown: [UnknownPart::Partners, UnknownPart::AllowedCloudEndpoints].into(),
            ..Self::default()
        }
    }

    /// Whether nobody has seen what `layer` says of `property`.
    pub fn is_unknown(&self, layer: &Layer, property: Property) -> bool {
        match layer {
            Layer::Default => self.default.settings.is_unknown(property),
            Layer::Partner(other) => self.partner(other).map_or_else(
                || self.is_part_unknown(UnknownPart::Partners),
                |partner| partner.settings.is_unknown(property),
            ),
        }
    }

    /// Whether nobody has seen all of `part`.
    pub fn is_part_unknown(&self, part: UnknownPart) -> bool {
        self.unknown.contains(&part)
    }

    /// Notes that all of `part` has been seen.
    pub fn make_known(&mut self, part: UnknownPart) {
        self.unknown.retain(|other| *other != part);
    }

    /// Whether there is anything that nobody has seen.
    pub fn has_unknown(&self) -> bool {
        !self.unknown.is_empty()
            || !self.default.settings.unknown.is_empty()
            || self.partners.iter().any(|partner| !partner.settings.unknown.is_empty())
    }

    /// An organization that has no settings of its own here, to be added: everything inherited, or, where nobody
    /// has seen whether it has been added already, everything unknown.
    pub fn to_be_added(&self, tenant_id: Id) -> ConfigurationPartner {
        if self.is_part_unknown(UnknownPart::Partners) {
            ConfigurationPartner::unseen(tenant_id)
        } else {
            ConfigurationPartner::inheriting(tenant_id)
        }
    }
}
