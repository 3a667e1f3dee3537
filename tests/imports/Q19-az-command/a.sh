az rest --method patch --url "https://graph.microsoft.com/v1.0/policies/crossTenantAccessPolicy/default" --headers "Content-Type=application/json" --body '{"inboundTrust": {"isMfaAccepted": true}}'
