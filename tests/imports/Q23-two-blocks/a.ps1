AADCrossTenantAccessPolicyConfigurationPartner 'F'
{
    PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
    InboundTrust    = MSFT_AADCrossTenantAccessPolicyInboundTrust{ IsMfaAccepted = $True }
}

AADCrossTenantAccessPolicyConfigurationPartner 'G'
{
    PartnerTenantId = 'F0000000-0000-4000-8000-000000000001'
    InboundTrust    = MSFT_AADCrossTenantAccessPolicyInboundTrust{ IsMfaAccepted = $False }
}
