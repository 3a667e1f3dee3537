//! A model that keeps what it does not know takes a misspelt property for an unknown one, and a misspelt
//! id for somebody the directory does not list. In a case that would be a question nobody meant to ask.

use entente_policy::graph::Target;
use entente_policy::{Id, Resource, Subject};
use serde_json::Value;

use super::case::Asked;

/// Every property that a scenario in a case may have.
const PROPERTIES: &[&str] = &[
    // Ours.
    "title story tenants domains cloud directory users groups members applications anyOtherUser kind session mfa
     mfaMethod signInRisk userRisk compliantDevice hybridJoinedDevice guests homeTenant homeUser userType
     directoryRoles isMfaRegistered identityProvider externalUserState crossTenantAccessPolicy conditionalAccessPolicies",
    // Graph: directory.
    "id displayName userPrincipalName mail appId",
    // Guests and invitations.
    "guests homeTenant homeUser externalUserState userType identityProvider authorizationPolicy allowInvitesFrom
     invitationsAllowedAndBlockedDomainsPolicy allowedDomains blockedDomains identitySynchronization userSyncInbound
     isSyncAllowed",
    // The signal of tenant restrictions.
    "policyOwner carrier",
    // Graph: cross-tenant access.
    "default partners allowedCloudEndpoints tenantId isServiceDefault isServiceProvider
     b2bCollaborationInbound b2bCollaborationOutbound b2bDirectConnectInbound b2bDirectConnectOutbound inboundTrust automaticUserConsentSettings tenantRestrictions
     devices rule inboundAllowed outboundAllowed usersAndGroups accessType targets target targetType isMfaAccepted
     isCompliantDeviceAccepted isHybridAzureADJoinedDeviceAccepted m365CollaborationInbound
     m365CollaborationOutbound appServiceConnectInbound invitationRedemptionIdentityProviderConfiguration
     primaryIdentityProviderPrecedenceOrder fallbackIdentityProvider",
    // What nobody has seen.
    "@entente.unknown",
    // Graph: conditional access.
    "state conditions includeUsers excludeUsers includeGuestsOrExternalUsers excludeGuestsOrExternalUsers
     guestOrExternalUserTypes externalTenants membershipKind includeApplications excludeApplications locations
     includeLocations excludeLocations grantControls operator builtInControls termsOfUse authenticationStrength
     customAuthenticationFactors sessionControls signInFrequency persistentBrowser applicationEnforcedRestrictions
     cloudAppSecurity cloudAppSecurityType isEnabled type value mode authenticationType frequencyInterval
     disableResilienceDefaults includeGroups excludeGroups includeRoles excludeRoles signInRiskLevels userRiskLevels
     platforms includePlatforms excludePlatforms clientAppTypes deviceFilter rule allowedCombinations
     blockServiceProviderOutboundAccess insiderRiskLevels applicationFilter",
    // Teams.
    "teams service channelsPolicies identity allowSharedChannelCreation allowChannelSharingToExternalUser
     allowUserToParticipateInExternalSharedChannel assignedUsers assignedGroups allowGuestsToAccessGroups
     allowSharePointExternalSharing federationConfiguration allowFederatedUsers allowedDomains blockedDomains mail",
];

/// A word that conditional access knows and access lists do not, and names in the place of ids: cases show what these
/// name there.
const ELSEWHERE: [&str; 4] =
    ["MicrosoftAdminPortals", "ana@fabrikam.com", "My Test Group", "SharePoint Online"];

/// Finds properties nobody knows, and ids that nothing in the scenario has.
pub(super) fn check(scenario: &Value, asked: &[Asked]) -> Result<(), String> {
    properties(scenario)?;
    let tenants = scenario["tenants"].as_array().ok_or("a scenario has tenants")?;
    let mut ids: Vec<Id> = Vec::new();
    for tenant in tenants {
        for list in ["users", "groups", "applications"] {
            ids.extend(tenant["directory"][list].as_array().into_iter().flatten().map(id_of));
        }
    }
    targets(scenario, &ids)?;
    for Asked { request, .. } in asked {
        let tenant = |id: &Id| {
            tenants
                .iter()
                .find(|tenant| id_of(tenant) == *id)
                .ok_or_else(|| format!("no tenant has the id {id}"))
        };
        let has = |tenant: &Value, list: &str, id: &Id| {
            let found =
                tenant["directory"][list].as_array().into_iter().flatten().any(|one| id_of(one) == *id);
            if found { Ok(()) } else { Err(format!("{} has no such {list}: {id}", tenant["displayName"])) }
        };
        let (home, resource) = (tenant(&request.home)?, tenant(&request.resource)?);
        if let Subject::User(id) = &request.user {
            has(home, "users", id)?;
        }
        if let Resource::Application(id) = &request.application {
            has(resource, "applications", id)?;
        }
    }
    Ok(())
}

fn id_of(value: &Value) -> Id {
    Id::from(value["id"].as_str().or_else(|| value["appId"].as_str()).unwrap_or_default())
}

fn properties(value: &Value) -> Result<(), String> {
    match value {
        Value::Object(object) => object.iter().try_for_each(|(name, value)| {
            if !PROPERTIES.iter().any(|line| line.split_whitespace().any(|known| known == name)) {
                return Err(format!("nobody knows the property `{name}`"));
            }
            properties(value)
        }),
        Value::Array(items) => items.iter().try_for_each(properties),
        _ => Ok(()),
    }
}

fn targets(value: &Value, ids: &[Id]) -> Result<(), String> {
    match value {
        Value::Object(object) => {
            if let Some(target) = object.get("target").and_then(Value::as_str) {
                let id = Id::from(target);
                let reserved = Target::new(id.clone(), entente_policy::graph::TargetType::User).is_reserved();
                if !reserved && !ELSEWHERE.contains(&target) && !ids.contains(&id) {
                    return Err(format!("a list names {target}, which nothing in the scenario has"));
                }
            }
            object.values().try_for_each(|value| targets(value, ids))
        }
        Value::Array(items) => items.iter().try_for_each(|item| targets(item, ids)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn unknown_properties_and_ids_are_noticed() {
        let with = |setting: Value| {
            json!({ "tenants": [{ "id": "t", "directory": { "users": [{ "id": "u" }] },
                "crossTenantAccessPolicy": { "default": { "b2bCollaborationInbound": setting } } }] })
        };
        let list = |name: &str, target: &str| {
            let target = json!({ "target": target, "targetType": "user" });
            json!({ name: { "accessType": "allowed", "targets": [target] } })
        };
        assert_eq!(check(&with(list("usersAndGroups", "u")), &[]), Ok(()));
        assert_eq!(check(&with(list("usersAndGroups", "AllUsers")), &[]), Ok(()));
        assert!(check(&with(list("userAndGroups", "u")), &[]).is_err());
        assert!(check(&with(list("usersAndGroups", "v")), &[]).is_err());
    }
}
