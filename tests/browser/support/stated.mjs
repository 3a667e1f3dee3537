/** A scenario that states what most leave as shipped: clouds, guests, networks, Teams, a bystander. */

const user = (id, displayName, more = {}) => ({ id, displayName, userPrincipalName: `${displayName}@example.com`, ...more });

const CONTOSO = "c0000000-0000-4000-8000-000000000001";
const FABRIKAM = "f0000000-0000-4000-8000-000000000001";
const NORTHWIND = "a0000000-0000-4000-8000-000000000009";
const ANA = "f1000000-0000-4000-8000-000000000001";
const STAFF = "f2000000-0000-4000-8000-000000000001";

const APPLICATIONS = [
  { appId: "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", displayName: "Teams shared channel", kind: "office365" },
];

export const STATED = JSON.stringify({
  title: "Everything stated",
  tenants: [
    {
      id: CONTOSO,
      displayName: "Contoso",
      domains: ["contoso.com"],
      cloud: "usGovernment",
      directory: { users: [user("c1000000-0000-4000-8000-000000000001", "Maya")], applications: APPLICATIONS },
      crossTenantAccessPolicy: {
        allowedCloudEndpoints: ["microsoftonline.com"],
        partners: [{ tenantId: FABRIKAM, isServiceProvider: true }],
      },
      authorizationPolicy: { allowInvitesFrom: "none" },
      invitationsAllowedAndBlockedDomainsPolicy: { allowedDomains: ["fabrikam.com"] },
      guests: [
        {
          id: "a4000000-0000-4000-8000-000000000001",
          homeTenant: FABRIKAM,
          homeUser: ANA,
          externalUserState: "PendingAcceptance",
          identityProvider: "google",
        },
      ],
      conditionalAccessPolicies: [
        {
          id: "ca000000-0000-4000-8000-000000000001",
          displayName: "Guests",
          state: "enabled",
          conditions: {
            users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "b2bCollaborationGuest" } },
            applications: { includeApplications: ["All"] },
          },
          grantControls: { operator: "OR", builtInControls: ["mfa", "passwordChange"] },
          sessionControls: { signInFrequency: { isEnabled: true } },
        },
      ],
      teams: { allowGuestsToAccessGroups: false, channelsPolicies: [{ identity: "Global", allowSharedChannelCreation: false }] },
    },
    {
      id: FABRIKAM,
      displayName: "Fabrikam",
      domains: ["fabrikam.com"],
      cloud: "commercial",
      directory: {
        users: [
          user(ANA, "Ana", {
            mail: "ana@mail.example",
            userType: "Guest",
            session: { signInRisk: "high", tenantRestrictions: { policyOwner: NORTHWIND, carrier: "proxy" } },
          }),
        ],
        groups: [{ id: STAFF, displayName: "Staff", members: [ANA] }],
        applications: APPLICATIONS,
      },
      teams: {
        service: "gcc",
        federationConfiguration: { blockedDomains: ["contoso.com"] },
        channelsPolicies: [{ identity: "Faculty", assignedGroups: [STAFF] }],
      },
    },
    { id: NORTHWIND, displayName: "Northwind", domains: ["northwind.com"], cloud: "commercial" },
  ],
});
