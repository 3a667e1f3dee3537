/**
 * A scenario whose answer the documentation leaves open: Contoso's list of who is allowed names nobody,
 * and what an empty list means is not said.
 */

const users = (accessType, targets) => ({ accessType, targets });

const EVERYONE = { target: "AllUsers", targetType: "user" };
const EVERYTHING = { target: "AllApplications", targetType: "application" };

const setting = (targets) => ({
  usersAndGroups: users("allowed", targets),
  applications: { accessType: "allowed", targets: [EVERYTHING] },
});

const tenant = (id, displayName, partner, inbound) => ({
  id,
  displayName,
  directory: {
    users: [{ id: id.replace("0000-4", "0001-4"), displayName: `Someone at ${displayName}` }],
    applications: [
      { appId: "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", displayName: "Teams shared channel", kind: "office365" },
    ],
  },
  crossTenantAccessPolicy: {
    partners: [
      { tenantId: partner, b2bDirectConnectInbound: setting(inbound), b2bDirectConnectOutbound: setting([EVERYONE]) },
    ],
  },
});

const CONTOSO = "c0000000-0000-4000-8000-000000000001";
const FABRIKAM = "f0000000-0000-4000-8000-000000000001";

export const UNDOCUMENTED = {
  title: "An empty list",
  tenants: [tenant(CONTOSO, "Contoso", FABRIKAM, []), tenant(FABRIKAM, "Fabrikam", CONTOSO, [EVERYONE])],
};
