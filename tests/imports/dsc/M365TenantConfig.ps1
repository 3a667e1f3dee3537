# Generated with Microsoft365DSC
Configuration M365TenantConfig
{
    Node localhost
    {
        AADCrossTenantAccessPolicyConfigurationDefault "AADCrossTenantAccessPolicyConfigurationDefault"
        {
            ApplicationId         = $ConfigurationData.NonNodeData.ApplicationId;
            B2BCollaborationInbound = MSFT_AADCrossTenantAccessPolicyB2BSetting {
                Applications   = MSFT_AADCrossTenantAccessPolicyTargetConfiguration{
                    AccessType = 'allowed'
                    Targets    = @( MSFT_AADCrossTenantAccessPolicyTarget{ Target = 'AllApplications'; TargetType = 'application' } ) }
                UsersAndGroups = MSFT_AADCrossTenantAccessPolicyTargetConfiguration{
                    AccessType = 'allowed'
                    Targets    = @( MSFT_AADCrossTenantAccessPolicyTarget{ Target = 'AllUsers'; TargetType = 'user' } ) } };
            InboundTrust = MSFT_AADCrossTenantAccessPolicyInboundTrust{ IsMfaAccepted = $True }
            IsSingleInstance      = "Yes";
            TenantId              = 'contoso.onmicrosoft.com';
            Ensure                = "Present"; # always
        }
        AADCrossTenantAccessPolicyConfigurationPartner 'Fabrikam'
        {
            PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
            B2BDirectConnectInbound = MSFT_AADCrossTenantAccessPolicyB2BSetting {
                UsersAndGroups = MSFT_AADCrossTenantAccessPolicyTargetConfiguration{
                    AccessType = 'allowed'
                    Targets    = @( MSFT_AADCrossTenantAccessPolicyTarget{ Target = 'My Test Group'; TargetType = 'group' } ) }
                Applications = MSFT_AADCrossTenantAccessPolicyTargetConfiguration{ AccessType = 'allowed'
                    Targets    = @( MSFT_AADCrossTenantAccessPolicyTarget{ Target = 'Office365'; TargetType = 'application' } ) } }
            Ensure = 'Present'
        }
    }
}
