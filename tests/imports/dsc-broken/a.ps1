AADCrossTenantAccessPolicyConfigurationPartner 'x'
{
    Ensure = 'Present;
}
