#!/bin/sh
# Exports of one tenant what Entente reads, to one file. It only reads. Run it in each of the two tenants.
# It needs the Azure CLI (`az login` first) and jq.
set -eu
graph=https://graph.microsoft.com/v1.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

one() { az rest --method get --url "$graph/$1" --output json; }

# All pages of a list.
all() {
    url="$graph/$1"
    : > "$work/items"
    while [ -n "$url" ]; do
        az rest --method get --url "$url" --output json > "$work/page"
        jq -c '.value[]' "$work/page" >> "$work/items"
        url=$(jq -r '."@odata.nextLink" // empty' "$work/page")
    done
    jq -s . "$work/items"
}

all 'organization?$select=id,displayName,verifiedDomains' > "$work/organization.json"
one 'policies/crossTenantAccessPolicy' > "$work/policy.json"
one 'policies/crossTenantAccessPolicy/default' > "$work/default.json"
all 'policies/crossTenantAccessPolicy/partners?$expand=identitySynchronization' > "$work/partners.json"
all 'identity/conditionalAccess/policies' > "$work/conditionalAccessPolicies.json"
one 'policies/authorizationPolicy' > "$work/authorizationPolicy.json"
all 'users?$select=id,displayName,userPrincipalName,mail,userType' > "$work/users.json"
all 'servicePrincipals?$select=appId,displayName,appOwnerOrganizationId' > "$work/servicePrincipals.json"
all 'groups?$select=id,displayName' > "$work/groups.json"
jq -r '.[].id' "$work/groups.json" | while read -r group; do
    all "groups/$group/transitiveMembers?\$select=id" |
        jq -c --arg group "$group" '.[] | { groupId: $group, memberId: .id }' >> "$work/memberships"
done
touch "$work/memberships"
jq -s . "$work/memberships" > "$work/memberships.json"

file="entente-$(jq -r '.[0].id' "$work/organization.json").json"
{
    printf '{ "tenantId": %s' "$(jq '.[0].id' "$work/organization.json")"
    for part in organization policy default partners conditionalAccessPolicies authorizationPolicy \
        users groups memberships servicePrincipals; do
        printf ', "%s": ' "$part"
        cat "$work/$part.json"
    done
    printf '}\n'
} | jq . > "$file"
echo "Written: $file"
