AADCrossTenantAccessPolicyConfigurationPartner 'x'
{
  # a comment { with brace
  <# block } #>
  PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'
  Note = @'
some 'quoted' }
'@
  InboundTrust = MSFT_AADCrossTenantAccessPolicyInboundTrust {
    IsMfaAccepted = $true # yes
    IsCompliantDeviceAccepted = $False
  }
  Ensure = 'Present'
}
