Configuration M365TenantConfig {
  Write-Host "<# no comment"; $x = 'a # is none here'
  Node localhost {
<#
    AADCrossTenantAccessPolicyConfigurationPartner 'F' { PartnerTenantId = 'f0000000-0000-4000-8000-000000000001'; InboundTrust = MSFT_X{ IsMfaAccepted = $True } }
#>
# AADCrossTenantAccessPolicyConfigurationPartner 'G' { PartnerTenantId = '11111111-2222-4333-8444-555555555555'; InboundTrust = MSFT_X{ IsMfaAccepted = $True } }
#    AADCrossTenantAccessPolicyConfigurationPartner "it's H"
#    {
#        PartnerTenantId = '21111111-2222-4333-8444-555555555555'
#    }
    AADCrossTenantAccessPolicyConfigurationDefault 'd' {
      ApplicationId = $ConfigurationData.ApplicationId # it's the one that runs this }
      IsSingleInstance = 'Yes'; InboundTrust = MSFT_X{ IsMfaAccepted = $False } # 'F
    }
  }
}
