/** The parts of the package: which are fetched for what, how often, and what becomes of a part that cannot be had. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { PACKAGE, load } from "./support/package.mjs";
import { thrown, using } from "./support/scenario.mjs";

const { Scenario, initSync, partsFrom } = await load("entente/init");
initSync({ module: readFileSync(join(PACKAGE, "entente_bg.wasm")) });

/** The files that were asked for. */
const fetched = [];
let give = (file) => readFileSync(join(PACKAGE, file));
partsFrom((file) => {
  fetched.push(file);
  return give(file);
});

/** Parts that were asked for since, without those that several have in common. */
const since = () => fetched.splice(0).filter((file) => !file.startsWith("part-shared-"));

const CALM = {
  title: "Calm",
  tenants: [
    {
      id: "contoso",
      displayName: "Contoso",
      crossTenantAccessPolicy: { partners: [{ tenantId: "fabrikam", inboundTrust: { isMfaAccepted: true } }] },
      directory: { applications: [{ appId: "teams", displayName: "Teams" }] },
    },
    {
      id: "fabrikam",
      displayName: "Fabrikam",
      directory: { users: [{ id: "ana", displayName: "Ana" }], groups: [{ id: "sales", displayName: "Sales", members: ["ana"] }] },
    },
  ],
};
const POLICY = { id: "p", displayName: "MFA", state: "enabled", conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } }, grantControls: { operator: "OR", builtInControls: ["mfa"] } };
const way = (feature) => ({ home: "fabrikam", resource: "contoso", feature });
const request = (feature) => ({ ...way(feature), user: "ana", application: "teams" });
const FEATURES = ["b2bDirectConnect", "b2bCollaboration"];

test("what most scenarios need to be held, changed and evaluated is here; classes are fetched once", async () => {
  await using(Scenario.from(CALM), async (scenario) => {
    const later = scenario.clone();
    for (const feature of FEATURES) {
      await scenario.evaluate(request(feature));
    }
    later.set("/tenants/0/crossTenantAccessPolicy/partners/0/b2bCollaborationInbound", {
      usersAndGroups: { accessType: "blocked", targets: [{ target: "AllUsers", targetType: "user" }] },
      applications: { accessType: "blocked", targets: [{ target: "AllApplications", targetType: "application" }] },
    });
    assert.equal(later.save().tenants.length, 2);
    assert.deepEqual(since(), []);
    for (const feature of FEATURES) {
      await scenario.matrix(way(feature));
    }
    assert.ok((await scenario.diff(later)).length > 0);
    later.free();
  });
  assert.deepEqual(since(), ["part-classes.wasm"]);
});

test("a part that cannot be had is said, and asked for again; what needs none goes on", async () => {
  const scenario = Scenario.from({ ...CALM, tenants: [{ ...CALM.tenants[0], conditionalAccessPolicies: [POLICY] }, CALM.tenants[1]] });
  const had = give;
  give = () => new Response("", { status: 503 });
  const error = await thrown(() => scenario.evaluate(request("b2bDirectConnect")));
  assert.match(error.message, /^a part of the package could not be fetched: .*503\. Asking again fetches it again$/);
  assert.equal(error.path, null);
  give = () => Promise.reject(new TypeError("fetch failed"));
  assert.match((await thrown(() => scenario.evaluate(request("b2bCollaboration")))).message, /: fetch failed\./);
  await using(Scenario.from(CALM), (calm) => calm.evaluate(request("b2bDirectConnect")));
  give = () => new Response(new Uint8Array([1, 2, 3]));
  await thrown(() => scenario.matrix(way("b2bCollaboration")));
  since();
  give = (file) => new Response(had(file));
  // Two calls at once fetch once, and answer for what was when they were asked.
  const before = [scenario.evaluate(request("b2bCollaboration")), scenario.matrix(way("b2bCollaboration"))];
  scenario.set("/tenants/0/conditionalAccessPolicies", []);
  const after = scenario.evaluate(request("b2bCollaboration"));
  scenario.free();
  const judged = ({ gates }) => gates.find(({ gate }) => gate === "conditionalAccess").grounds[0].reason;
  assert.notEqual(judged(await before[0]), "conditionalAccess.noPolicyApplies");
  assert.ok((await before[1]).outcomes.length > 0);
  assert.equal(judged(await after), "conditionalAccess.noPolicyApplies");
  assert.deepEqual(since(), ["part-rules.wasm"]);
  give = had;
});

test("every other thing has its part, once", async () => {
  await using(Scenario.from(CALM), async (scenario) => {
    await Promise.all([scenario.explain(request("b2bDirectConnect")), scenario.rowNames(way("b2bDirectConnect")), scenario.test()]);
    await scenario.export({ format: "csv" });
    assert.deepEqual(since(), ["part-words.wasm"]);
    const link = await scenario.link();
    const { scenario: again } = await Scenario.fromLink(link);
    again.free();
    assert.deepEqual(since(), ["part-links.wasm"]);
    await scenario.import('{ "inboundTrust": {} }', { tenant: "contoso", about: "default" });
    (await Scenario.fromGallery("example-1")).free();
    assert.deepEqual(since(), ["part-files.wasm"]);
  });
});

test("what is asked with a signal of its own has the rules for it", async () => {
  await using(Scenario.from(CALM), async (scenario) => {
    const signal = { policyOwner: "fabrikam", carrier: "proxy" };
    const { gates } = await scenario.evaluate({ ...request("b2bCollaboration"), signal });
    assert.notEqual(gates.find(({ gate }) => gate === "tenantRestrictions").grounds[0].reason, "tenantRestrictions.noSignal");
  });
});
