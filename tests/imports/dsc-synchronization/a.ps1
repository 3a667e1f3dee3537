AADCrossTenantAccessPolicyConfigurationPartner 'y'
{
    PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
    BlockServiceProviderOutboundAccess = $True
    M365CollaborationInbound = MSFT_AADCrossTenantAccessPolicyM365CollaborationInboundSetting {
        Users = MSFT_AADCrossTenantAccessPolicyTargetConfiguration {
            AccessType = 'allowed'
            Targets    = @( MSFT_AADCrossTenantAccessPolicyTarget { Target = 'AllUsers'; TargetType = 'user' } )
        }
    }
    TenantId = 'c0000000-0000-4000-8000-000000000001'
    Ensure   = 'Present'
}
AADCrossTenantIdentitySyncPolicyPartner 'x'
{
    CrossTenantAccessPolicyConfigurationPartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
    DisplayName   = 'Fabrikam'
    IsSyncAllowed = $True
    TenantId      = 'c0000000-0000-4000-8000-000000000001'
    Ensure        = 'Present'
}
