mgc policies cross-tenant-access-policy partners list --all \
  --output json
