AADCrossTenantAccessPolicyConfigurationPartner 'x'
{
 PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
 InboundTrust = $trust
 ApplicationId = $ConfigurationData.NonNodeData.ApplicationId
 B2BCollaborationInbound = (Get-It -Name 'a;b')
 Ensure='Present'
}
