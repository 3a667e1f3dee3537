AADCrossTenantAccessPolicyConfigurationPartner 'x'
{
 PartnerTenantId = $ConfigurationData.NonNodeData.Partner
}
