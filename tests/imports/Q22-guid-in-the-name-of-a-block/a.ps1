Configuration M365TenantConfig
{
    Node localhost
    {
        AADCrossTenantAccessPolicy "AADCrossTenantAccessPolicy"
        {
            AllowedCloudEndpoints = @();
            DisplayName           = "CrossTenantAccessPolicy for c0000000-0000-4000-8000-000000000001";
            Ensure                = "Present";
            IsSingleInstance      = "Yes";
        }
    }
}
