AADCrossTenantAccessPolicyConfigurationPartner 'F'
{
    PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
    InboundTrust    = MSFT_AADCrossTenantAccessPolicyInboundTrust{ IsMfaAccepted = $True; IsCompliantDeviceAccepted = $cfg.x }
    AutomaticUserConsentSettings = MSFT_AADCrossTenantAccessPolicyAutomaticUserConsentSettings{ InboundAllowed = $True }
}
