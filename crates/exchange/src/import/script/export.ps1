# Exports of one tenant what Entente reads, to one file. It only reads. Run it in each of the two tenants.
#Requires -Modules Microsoft.Graph.Authentication
$ErrorActionPreference = 'Stop'
Connect-MgGraph -Scopes 'Policy.Read.All', 'Directory.Read.All'
$graph = 'https://graph.microsoft.com/v1.0'

function Get-One([string] $Path) {
    Invoke-MgGraphRequest -Method GET -Uri "$graph/$Path" -OutputType Json | ConvertFrom-Json
}

# All pages of a list.
function Get-All([string] $Path) {
    $uri = "$graph/$Path"
    $items = [System.Collections.ArrayList]::new()
    while ($uri) {
        $page = Invoke-MgGraphRequest -Method GET -Uri $uri -OutputType Json | ConvertFrom-Json
        foreach ($item in $page.value) { [void] $items.Add($item) }
        $uri = $page.'@odata.nextLink'
    }
    , $items.ToArray()
}

$organization = Get-All 'organization?$select=id,displayName,verifiedDomains'
$groups = Get-All 'groups?$select=id,displayName'
foreach ($group in $groups) {
    $members = Get-All ('groups/{0}/transitiveMembers?$select=id' -f $group.id)
    $group | Add-Member -NotePropertyName members -NotePropertyValue @($members | ForEach-Object { $_.id })
}
$export = [ordered]@{
    tenantId                  = $organization[0].id
    organization              = $organization
    policy                    = Get-One 'policies/crossTenantAccessPolicy'
    default                   = Get-One 'policies/crossTenantAccessPolicy/default'
    partners                  = Get-All 'policies/crossTenantAccessPolicy/partners?$expand=identitySynchronization'
    conditionalAccessPolicies = Get-All 'identity/conditionalAccess/policies'
    authorizationPolicy       = Get-One 'policies/authorizationPolicy'
    users                     = Get-All 'users?$select=id,displayName,userPrincipalName,mail,userType'
    groups                    = $groups
    servicePrincipals         = Get-All 'servicePrincipals?$select=appId,displayName,appOwnerOrganizationId'
}
$file = Join-Path $PWD "entente-$($organization[0].id).json"
$json = ConvertTo-Json -InputObject $export -Depth 100
[IO.File]::WriteAllText($file, $json, [Text.UTF8Encoding]::new($false))
Write-Host "Written: $file"
