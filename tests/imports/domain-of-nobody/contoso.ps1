Configuration Exported
{
    Node localhost
    {
        AADCrossTenantAccessPolicy "AADCrossTenantAccessPolicy"
        {
            AllowedCloudEndpoints = @();
            DisplayName           = "CrossTenantAccessPolicy";
            Ensure                = "Present";
            IsSingleInstance      = "Yes";
            TenantId              = "notcontoso.onmicrosoft.com";
        }
    }
}
