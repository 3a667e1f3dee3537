Node localhost
{
  $x = @'
  AADCrossTenantAccessPolicyConfigurationPartner "x" { PartnerTenantId = '99999999-aaaa-4bbb-8ccc-dddddddddddd'; Ensure = 'Present' }
'@
  AADCrossTenantAccessPolicyConfigurationPartner "x y } { z = 1" { PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'; Ensure = 'Present' }
}
