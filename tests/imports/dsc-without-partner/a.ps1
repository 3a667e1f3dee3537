AADCrossTenantAccessPolicyConfigurationPartner 'x'
{
    InboundTrust = MSFT_AADCrossTenantAccessPolicyInboundTrust{ IsMfaAccepted = $True }
    Ensure = 'Present'
}
