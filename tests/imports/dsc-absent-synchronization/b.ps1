AADCrossTenantIdentitySyncPolicyPartner 'x'
{
    PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
    Ensure          = 'Absent'
}
