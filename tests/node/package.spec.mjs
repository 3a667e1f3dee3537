/** The package in Node: what its class does, and what it refuses. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { everyCaseHolds } from "../browser/support/cases.mjs";
import { load } from "./support/package.mjs";
import { thrown, using } from "./support/scenario.mjs";

const { Scenario, gallery } = await load("entente");

const FEATURES = ["b2bDirectConnect", "b2bCollaboration"];

/** A scenario of the gallery, as a document. */
const document = (id = "example-2") => using(Scenario.fromGallery(id), (scenario) => scenario.save());

/** A request that example 2 refuses. */
function refused({ tenants: [contoso, fabrikam] }) {
  return {
    home: fabrikam.id,
    resource: contoso.id,
    feature: "b2bDirectConnect",
    user: fabrikam.directory.users.find(({ displayName }) => displayName === "Ben Okafor").id,
    application: contoso.directory.applications[0].appId,
  };
}

test("every case holds in Node", async () => {
  await everyCaseHolds((document, requests) =>
    using(Scenario.from(document), (scenario) => Promise.all(requests.map((request) => scenario.evaluate(request)))),
  );
});

test("a document is read as an object and as text, and saved as it was", async () => {
  const given = { ...(await document()), mine: [1, 2.5, -1e21, { "a/b": null }] };
  for (const form of [given, JSON.stringify(given), `\uFEFF${JSON.stringify(given, null, 2)}`]) {
    await using(Scenario.from(form), async (scenario) => {
      assert.deepEqual(scenario.save(), given);
      assert.equal(scenario.title, given.title);
      assert.deepEqual(scenario.unknownProperties(), ["/mine"]);
    });
  }
  const error = await thrown(() => Scenario.from(given, { refuseUnknown: true }));
  assert.equal(error.path, "/mine");
});

test("the matrix is what evaluation says, cell by cell", async () => {
  for (const { id } of await gallery()) {
    await using(Scenario.fromGallery(id), async (scenario) => {
      const { tenants } = scenario.save();
      let cells = 0;
      for (const feature of FEATURES) {
        for (const home of tenants.slice(0, 2)) {
          const resource = tenants.slice(0, 2).find(({ id }) => id !== home.id);
          const way = { home: home.id, resource: resource.id, feature };
          const { users, applications, outcomes } = await scenario.matrix(way);
          for (const [at, row] of users.entries()) {
            for (const [over, column] of applications.entries()) {
              const people = [...row.members, ...(row.anyOther ? ["anyOtherUser"] : [])];
              const apps = [...column.members, ...column.anyOther.map((kind) => `anyOtherApplication/${kind}`)];
              for (const user of people) {
                for (const application of apps) {
                  const { outcome } = await scenario.evaluate({ ...way, user, application });
                  assert.equal(outcomes[at][over], outcome, `${id}: ${user} to ${application}`);
                  cells += 1;
                }
              }
            }
          }
          assert.equal(users.flatMap(({ members }) => members).length, home.directory.users.length);
          assert.equal(applications.flatMap(({ anyOther }) => anyOther).length, 3);
        }
      }
      assert.ok(cells > 100, `${id}: ${cells} cells`);
    });
  }
});

test("a setting is put in place by what a decision cites, and by pointer, and taken back", async () => {
  const given = await document();
  const request = refused(given);
  await using(Scenario.from(given), async (scenario) => {
    const { outcome, gates } = await scenario.evaluate(request);
    assert.equal(outcome, "blocked");
    const later = scenario.clone();
    const everyone = { accessType: "allowed", targets: [{ target: "AllUsers", targetType: "user" }] };
    for (const { grounds } of gates.filter(({ status }) => status === "fail")) {
      const path = grounds[0].settings.find((setting) => setting.endsWith("/usersAndGroups"));
      later.set(path, everyone);
      assert.deepEqual(later.get(path), everyone);
    }
    assert.equal((await later.evaluate(request)).outcome, "allowed");
    assert.equal((await scenario.evaluate(request)).outcome, "blocked", "a clone is changed on its own");
    const changes = await scenario.diff(later);
    assert.ok(changes.some(({ change, user }) => change === "opened" && user === request.user));
    assert.ok(changes.every(({ change }) => change === "opened"));
    assert.deepEqual(await scenario.diff(scenario), []);
    const partner = "/tenants/0/crossTenantAccessPolicy/partners/0";
    later.set(`${partner}/b2bDirectConnectInbound`, null);
    assert.equal(later.get(`${partner}/b2bDirectConnectInbound`), undefined);
    assert.equal((await later.evaluate(request)).outcome, "blocked");
    later.free();
  });
});

test("what is misspelt is an error that names it, and nothing has changed", async () => {
  const given = await document();
  const { feature, ...request } = refused(given);
  await using(Scenario.from(given), async (scenario) => {
    const misspelt = await thrown(() => scenario.evaluate({ ...request, featur: feature }));
    assert.equal(misspelt.path, "/featur");
    assert.match(misspelt.message, /`home`, `resource`, `feature`, `user`, `application` or `signal`/);
    assert.equal((await thrown(() => scenario.evaluate(request))).path, "/feature");
    assert.equal((await thrown(() => scenario.evaluate({ ...request, feature: "teams" }))).path, "/feature");
    const signal = { policyOwner: request.home, carier: "proxy" };
    await scenario.evaluate({ ...request, feature, signal: undefined });
    assert.equal((await thrown(() => scenario.evaluate({ ...request, feature, signal }))).path, "/signal/carier");
    for (const call of [
      () => scenario.matrix({ home: request.home, resource: request.resource, feture: feature }),
      () => scenario.link({ pag: "https://example.org/" }),
      () => Scenario.from(given, { refuseUnknwon: true }),
    ]) {
      const { message, path } = await thrown(call);
      assert.match(message, /is no property that belongs here: known are `/);
      assert.match(path, /^\/(feture|pag|refuseUnknwon)$/);
    }
    const policy = "/tenants/0/crossTenantAccessPolicy/default";
    const setting = { userAndGroups: { accessType: "allowed", targets: [] } };
    const unknown = await thrown(() => scenario.set(`${policy}/b2bCollaborationInbound`, setting));
    assert.equal(unknown.path, `${policy}/b2bCollaborationInbound/userAndGroups`);
    assert.equal((await thrown(() => scenario.set(`${policy}/inboundTrsut`, {}))).path, `${policy}/inboundTrsut`);
    assert.equal((await thrown(() => scenario.set(`${policy}/inboundTrust`, "yes"))).path, `${policy}/inboundTrust`);
    assert.deepEqual(scenario.save(), given);
  });
});

test("what is no document or no JSON is refused with its place, and the engine goes on", async () => {
  const round = { title: "t" };
  round.tenants = [round];
  for (const [given, path] of [
    ["{", null],
    [round, null],
    [[], null],
    [{ tenants: [] }, null],
    [{ tenants: [{ id: 7 }] }, "/tenants/0/id"],
    [{ title: new Map() }, "/title"],
    [{ title: () => "" }, "/title"],
    [{ title: NaN }, "/title"],
    [{ "a/b": 1n }, "/a~1b"],
    [undefined, null],
  ]) {
    assert.equal((await thrown(() => Scenario.from(given))).path, path);
  }
  const given = await document();
  assert.doesNotThrow(() => Scenario.from(given).free());
});

test("a document's tests are run", async () => {
  const given = await document();
  const ask = { what: "Ben stays outside", ...refused(given) };
  given.tests = [
    { ...ask, expect: { outcome: "blocked", gates: { homeOutbound: { status: "fail" } } } },
    { ...ask, expect: { outcome: "allowed", gates: { homeOutbound: { sttus: "fail" } } } },
  ];
  await using(Scenario.from(given), async (scenario) => {
    const { passed, failed, tests } = await scenario.test();
    assert.deepEqual([passed, failed], [1, 1]);
    assert.deepEqual(tests[0], { result: "passed", what: "Ben stays outside" });
    assert.deepEqual(tests[1].mismatches, [
      { key: "outcome", expected: "allowed", got: "blocked" },
      { key: "gates.homeOutbound.sttus", expected: "fail", got: "there is no such key" },
    ]);
  });
});

test("an explanation says whose setting it is, what the person sees, and who has to do what", async () => {
  await using(Scenario.fromGallery("example-2"), async (scenario) => {
    const request = refused(scenario.save());
    const { outcome, headline, verdict, gates, refusal, assumed } = await scenario.explain(request);
    assert.equal(outcome, "blocked");
    assert.equal(headline, "Ben Okafor can’t open Contoso’s Teams shared channel.");
    assert.deepEqual(verdict, { sign: "✕", word: "No" });
    assert.equal(refusal.whoActs, "Both administrators have to act");
    assert.deepEqual(refusal.actors, ["homeAdministrator", "resourceAdministrator"]);
    assert.deepEqual(refusal.errors.map(({ code }) => code), ["AADSTS500212", "AADSTS500213"]);
    assert.ok(assumed.length > 0);
    const outbound = gates.find(({ gate }) => gate === "homeOutbound");
    assert.equal(outbound.ownerName, "Fabrikam’s administrator");
    const [{ why, remedy, settings, statement }] = outbound.grounds;
    assert.match(why, /Marketing/);
    assert.match(remedy, /^Fabrikam’s administrator has to /);
    assert.match(statement.address, /^https:\/\/learn\.microsoft\.com\//);
    assert.ok(settings.every(({ path, name }) => scenario.get(path) !== undefined && name !== ""));
    // The decision and its words are about the same.
    const decision = await scenario.evaluate(request);
    assert.deepEqual(gates.map(({ gate, status }) => [gate, status]), decision.gates.map(({ gate, status }) => [gate, status]));
  });
});

test("the gallery names what it has", async () => {
  assert.match((await thrown(() => Scenario.fromGallery("nothing"))).message, /shipped-defaults/);
});
