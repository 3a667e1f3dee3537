AADCrossTenantAccessPolicyConfigurationPartner 'y'
{
    PartnerTenantId = 'f0000000-Ü000-4000-8000-000000000001'
    BlockServiceProviderOutboundAccess = $True
    M365CollaborationInbound = MSFT_AADCrossTenantAccessPolicyM365CollaborationInboundSetting v
        Users = MSFT_AADCrossTenantAccessPolicyTargetConfiguration {
            AccessType = 'allowed'
            Targets    = @( MSFT_AADCrossTenantAccessPolicyTarget { Target = 'AllUsers'; TargetType = 'user' } )
        }
    }
    TenantId = 'c0000000-0000-4000-8000-000000000001'
    Ensure   = 'Present'
}
