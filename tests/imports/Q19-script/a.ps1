Connect-MgGraph -Scopes "Policy.ReadWrite.CrossTenantAccess"
$params = @{
  TenantId = "x"
}
New-MgPolicyCrossTenantAccessPolicyPartner -BodyParameter $params
