/** What the package reads and writes: files of real tenants, texts for others, and links. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { belonging, bodies } from "./support/graph.mjs";
import { load } from "./support/package.mjs";
import { thrown, using } from "./support/scenario.mjs";

const { Scenario, gallery } = await load("entente");

const example = (use, id = "example-2") => using(Scenario.fromGallery(id), use);

const LINKS = new URL("../links/", import.meta.url);

/** Runs `use` with what a link carries, and frees it. */
async function shared(link, use) {
  const { scenario, baseline, ...rest } = await Scenario.fromLink(await link);
  try {
    return await use({ scenario, ...(baseline && { baseline }), ...rest });
  } finally {
    scenario.free();
    baseline?.free();
  }
}

test("every body of the reference is read, and the report says as what", async () => {
  const kinds = new Set();
  for (const body of bodies()) {
    await example(async (scenario) => {
      const { read, missing, kept, notes } = await scenario.import([body], belonging(scenario));
      assert.ok(read.length > 0 && read.every(({ file }) => file === body.name), body.name);
      assert.ok(Array.isArray(kept) && Array.isArray(notes));
      assert.ok(missing.every((kind) => read.every(({ as }) => as !== kind)));
      read.forEach(({ as }) => kinds.add(as));
    });
  }
  const all = ["b2bSetting", "default", "identitySynchronization", "partner", "partners", "policy", "settings", "template"];
  assert.deepEqual([...kinds].sort(), all);
});

test("what is exported is read back as it was, for every tenant of the gallery", async () => {
  for (const { id } of await gallery()) {
    await example(async (scenario) => {
      const given = scenario.save();
      const bare = given.tenants.map((tenant) => {
        const { crossTenantAccessPolicy, conditionalAccessPolicies, authorizationPolicy, ...rest } = tenant;
        return rest;
      });
      await using(Scenario.from({ ...given, tenants: bare }), async (again) => {
        for (const { id: tenant } of given.tenants) {
          const text = await scenario.export({ format: "graph", tenant });
          const { read, kept } = await again.import(text, { tenant });
          // Of a tenant as shipped there is hardly anything: what states nothing is not said to have been read.
          assert.ok(read.length >= 1 && read.every(({ file }) => file === "the text"));
          assert.ok(kept.every(({ pointer, times }) => pointer.startsWith("/") && times > 0));
          assert.equal(await again.export({ format: "graph", tenant }), text);
        }
        assert.deepEqual(again.save(), given, id);
      });
    }, id);
  }
});

test("several files go in one after the other, and what was in none of them is named", async () => {
  await example(async (scenario) => {
    const [contoso, fabrikam] = scenario.save().tenants.map(({ id }) => id);
    const report = await scenario.import(
      [
        { name: "default.json", text: '\uFEFF{ "isServiceDefault": false, "inboundTrust": { "isMfaAccepted": true }, "new": 1 }' },
        { name: "partners.json", text: JSON.stringify({ value: [{ "@odata.etag": "x", tenantId: fabrikam }] }) },
      ],
      { tenant: contoso },
    );
    assert.deepEqual(
      report.read.map(({ file, as, count }) => [file, as, count]),
      [
        ["default.json", "default", 1],
        ["partners.json", "partners", 1],
      ],
    );
    assert.deepEqual(report.kept, [{ file: "default.json", pointer: "/new", times: 1 }]);
    assert.deepEqual(report.missing, ["policy", "identitySynchronization", "conditionalAccessPolicies", "authorizationPolicy"]);
    assert.equal(report.annotationsLeftOut, 1);
    assert.equal(scenario.get(`${contoso}/default/inboundTrust/isMfaAccepted`), true);
  });
});

test("bytes are read in whatever encoding they are", async () => {
  await example(async (scenario) => {
    const tenant = scenario.save().tenants[0].id;
    const text = '{ "isServiceDefault": false, "inboundTrust": { "isMfaAccepted": true } }';
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
    for (const files of [wide, [{ name: "default.json", bytes: wide }], Buffer.from(text)]) {
      const { read } = await scenario.import(files, { tenant });
      assert.deepEqual(read.map(({ as }) => as), ["default"]);
      assert.equal(scenario.get(`${tenant}/default/inboundTrust/isMfaAccepted`), true);
    }
    for (const [file, place] of [
      [{ name: "a", bytes: "text" }, "/0/bytes"],
      [{ name: "a", bytes: wide, text }, "/0/text"],
      [{ bytes: wide }, "/0/name"],
    ]) {
      assert.equal((await thrown(() => scenario.import([file], { tenant }))).path, place);
    }
  });
});

test("a file that cannot be read is named with line and place, and nothing has changed", async () => {
  await example(async (scenario) => {
    const given = scenario.save();
    const tenant = given.tenants[0].id;
    const good = { name: "good.json", text: '{ "isServiceDefault": false }' };
    const bad = async (text) => thrown(() => scenario.import([good, { name: "bad.json", text }], { tenant }));
    const { message, path, file, line, column } = await bad('{\n  "value": [{"tenantId": 7}]}');
    assert.deepEqual([file, line, column, path], ["bad.json", 2, 26, "/value/0/tenantId"]);
    assert.match(message, /^bad\.json, line 2, column 26, `\/value\/0\/tenantId`: /);
    const cut = await bad("{\n");
    assert.deepEqual([cut.file, cut.line, cut.path], ["bad.json", 2, null]);
    assert.match((await bad('{ "error": { "code": "Forbidden" } }')).message, /Policy\.Read\.All/);
    assert.match((await bad('{ "inboundTrust": {} }')).message, /does not say which of the tenant’s settings/);
    assert.equal((await bad("Good morning")).file, "bad.json");
    assert.deepEqual(scenario.save(), given);
  });
});

test("what is misspelt in a call is an error that names it, and nothing has changed", async () => {
  await example(async (scenario) => {
    const given = scenario.save();
    const [tenant] = given.tenants.map(({ id }) => id);
    const text = '{ "inboundTrust": { "isMfaAccepted": true } }';
    for (const [call, path] of [
      [() => scenario.import(text, { tenant, abuot: "default" }), "/abuot"],
      [() => scenario.import(text, { about: "default" }), "/tenant"],
      [() => scenario.import(text, { tenant: "Contoso" }), "/tenant"],
      [() => scenario.import(text, { tenant, about: "defualt" }), "/about"],
      [() => scenario.import(text, { tenant, about: "default", setting: "inbound" }), "/setting"],
      [() => scenario.import([{ name: "a", txt: text }], { tenant }), "/0/txt"],
      [() => scenario.import([{ name: "a" }], { tenant }), "/0/text"],
      [() => scenario.import({ text }, { tenant }), ""],
      [() => scenario.export({ fromat: "csv" }), "/fromat"],
      [() => scenario.export(), "/format"],
      [() => scenario.export({ format: "pdf" }), "/format"],
      [() => scenario.export({ format: "csv", theme: "dark" }), "/theme"],
      [() => scenario.export({ format: "svg", theme: "dim" }), "/theme"],
      [() => scenario.export({ format: "graph" }), "/tenant"],
      [() => scenario.export({ format: "graph", tenant: "nobody" }), "/tenant"],
      [() => scenario.export({ format: "csv", home: "nobody" }), "/home"],
      [() => scenario.export({ format: "csv", feature: "teams" }), "/feature"],
      [() => scenario.link({ home: tenant }), "/home"],
      [() => scenario.link({ baseline: given }), "/baseline"],
      [() => scenario.link([]), ""],
      [() => scenario.link(new Map()), ""],
      [() => scenario.link({ view: { hoem: tenant } }), "/view/hoem"],
      [() => scenario.link({ view: { home: "nobody" } }), "/view/home"],
      [() => scenario.link({ view: { defaults: [tenant, "nobody"] } }), "/view/defaults/1"],
      [() => scenario.link({ view: { cell: { user: "anyOtherUser" } } }), "/view/cell/application"],
      [() => scenario.link({ view: { cell: { usr: "anyOtherUser" } } }), "/view/cell/usr"],
      [() => scenario.link({ view: { expanded: { anyone: "yes" } } }), "/view/expanded/anyone"],
    ]) {
      const error = await thrown(call);
      assert.equal(error.path, path, `${call}: ${error.message}`);
      assert.equal(error.file, undefined);
    }
    assert.equal((await scenario.import(text, { tenant, about: "default" })).read[0].as, "settings");
  });
});

test("every format is written, for the ways and the features that are asked for", async () => {
  await example(async (scenario) => {
    const [contoso, fabrikam] = scenario.save().tenants.map(({ id }) => id);
    assert.deepEqual(JSON.parse(await scenario.export({ format: "scenario" })), scenario.save());
    const bundle = JSON.parse(await scenario.export({ format: "graph", tenant: contoso }));
    // As Graph answers: what nobody has configured is there, and null.
    const stated = Object.fromEntries(Object.entries(bundle.default).filter(([, value]) => value !== null));
    assert.deepEqual(stated, scenario.get("/tenants/0/crossTenantAccessPolicy/default"));
    assert.equal(bundle.default.tenantRestrictions, null);
    const markdown = await scenario.export({ format: "markdown" });
    assert.match(markdown, /## Fabrikam → Contoso, B2B direct connect\n\nOpen for Marketing\./);
    const lines = async (options) => (await scenario.export({ format: "csv", ...options })).trim().split(/\r?\n/).slice(1);
    const both = await lines({});
    const [from, to] = [await lines({ home: contoso }), await lines({ home: fabrikam })];
    assert.equal(both.length, from.length + to.length);
    const features = ["b2bDirectConnect", "b2bCollaboration"];
    const halves = await Promise.all(features.map((feature) => lines({ home: fabrikam, feature })));
    assert.deepEqual(halves.flat().sort(), to.sort());
    const light = await scenario.export({ format: "svg", theme: "light" });
    assert.match(light, /^<svg [\s\S]*<\/svg>\s*$/);
    assert.notEqual(light, await scenario.export({ format: "svg", theme: "dark" }));
    assert.equal(await scenario.export({ format: "svg", theme: "auto" }), await scenario.export({ format: "svg" }));
    assert.match(await scenario.export({ format: "html" }), /<table/);
    assert.match(await scenario.export({ format: "page" }), /^<!doctype html>/i);
    assert.match(await scenario.export({ format: "css" }), /\{/);
  });
});

test("a link carries the scenario, its baseline and the view there and back", async () => {
  await example(async (before) => {
    const after = before.clone();
    const [contoso, fabrikam] = before.save().tenants;
    after.set("/title", "Later");
    const view = {
      home: fabrikam.id,
      feature: "b2bCollaboration",
      cell: { user: fabrikam.directory.users[0].id, application: contoso.directory.applications[0].appId, wholeClass: true },
      defaults: [fabrikam.id],
      expanded: { anyone: false, [fabrikam.directory.users[1].id]: true },
    };
    const link = await after.link({ page: "https://example.org/e/", baseline: before, view });
    assert.match(link, /^https:\/\/example\.org\/e\/#1\./);
    for (const form of [link, link.split("#")[1]]) {
      await shared(form, async ({ kind, scenario, baseline, view: seen }) => {
        assert.equal(kind, "compared");
        assert.deepEqual(scenario.save(), after.save());
        assert.deepEqual(baseline.save(), before.save());
        assert.deepEqual(seen, view);
        assert.equal(await scenario.link({ page: "https://example.org/e/", baseline, view: seen }), link);
      });
    }
    assert.notEqual(before.title, "Later", "what it is compared with is still there");
    // Compared with what is the same, or with nothing, it stands alone.
    for (const baseline of [after, null, undefined]) {
      await shared(after.link({ baseline }), async ({ kind, scenario, view: seen, ...rest }) => {
        assert.equal(kind, "alone");
        assert.deepEqual(rest, {});
        assert.deepEqual(scenario.save(), after.save());
        const first = { home: contoso.id, feature: "b2bDirectConnect", cell: null, defaults: [], expanded: {} };
        assert.deepEqual({ ...seen, feature: first.feature }, first);
      });
    }
    after.free();
    assert.equal((await thrown(() => before.link({ baseline: after }))).path, "/baseline");
  });
  assert.match((await thrown(() => Scenario.fromLink("#1.AAAA"))).message, /cut short or changed/);
});

test("links that were made once are what they were, and are made again", async () => {
  for (const name of ["example-2", "example-2-looked-at"]) {
    const text = readFileSync(new URL(`${name}.link`, LINKS), "utf8").trim();
    const document = JSON.parse(readFileSync(new URL(`${name}.json`, LINKS), "utf8"));
    await shared(text, async ({ kind, scenario, baseline, view }) => {
      const { ententeVersion, ...saved } = scenario.save();
      const { ententeVersion: then, ...expected } = document;
      assert.deepEqual(saved, expected, name);
      await shared(scenario.link({ ...(kind === "compared" && { baseline }), view }), async (again) => {
        assert.deepEqual(again.view, view);
        assert.equal(again.kind, kind);
      });
    });
  }
});
