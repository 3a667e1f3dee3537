AADCrossTenantAccessPolicyConfigurationPartner 'x'
{
 PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
 B2BCollaborationInbound = MSFT_AADCrossTenantAccessPolicyB2BSetting {
  UsersAndGroups = MSFT_AADCrossTenantAccessPolicyTargetConfiguration { AccessType = 'allowed'
   Targets = @(MSFT_AADCrossTenantAccessPolicyTarget { Target = 'AllUsers'; TargetType = 'user' }; $more) }
 }
}
