resource "microsoft365wp_cross_tenant_access_policy_configuration_partner" "x" {
  tenant_id = var.tenant
}
