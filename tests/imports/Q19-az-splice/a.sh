az rest --method post --url https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/partners --body '{
"tenantId": "'"$PARTNER_TENANT_ID"'"
}'
