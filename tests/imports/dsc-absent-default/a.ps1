AADCrossTenantAccessPolicyConfigurationDefault 'x'
{
    IsSingleInstance = 'Yes'
    InboundTrust     = MSFT_AADCrossTenantAccessPolicyInboundTrust {
        IsMfaAccepted = $True
    }
    Ensure           = 'Absent'
}
AADCrossTenantAccessPolicy 'x'
{
    IsSingleInstance = 'Yes'
    Ensure           = 'Absent'
}
