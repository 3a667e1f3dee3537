/** What `entente/full` reads and writes: files of real tenants, texts for others, and links. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { belonging, bodies } from "./support/graph.mjs";
import { load } from "./support/package.mjs";
import { thrown, using } from "./support/scenario.mjs";

const lean = await load("entente");
const { Scenario, gallery } = await load("entente/full");

const example = (use, id = "example-2") => using(Scenario.fromGallery(id), use);

const LINKS = new URL("../links/", import.meta.url);

/** Runs `use` with what a link carries, and frees it. */
function shared(link, use) {
  const { scenario, baseline, ...rest } = Scenario.fromLink(link);
  try {
    return use({ scenario, ...(baseline && { baseline }), ...rest });
  } finally {
    scenario.free();
    baseline?.free();
  }
}

test("every body of the reference is read, and the report says as what", () => {
  const kinds = new Set();
  for (const body of bodies()) {
    example((scenario) => {
      const { read, missing, kept, notes } = scenario.import([body], belonging(scenario));
      assert.ok(read.length > 0 && read.every(({ file }) => file === body.name), body.name);
      assert.ok(Array.isArray(kept) && Array.isArray(notes));
      assert.ok(missing.every((kind) => read.every(({ as }) => as !== kind)));
      read.forEach(({ as }) => kinds.add(as));
    });
  }
  const all = ["b2bSetting", "default", "identitySynchronization", "partner", "partners", "policy", "settings", "template"];
  assert.deepEqual([...kinds].sort(), all);
});

test("what is exported is read back as it was, for every tenant of the gallery", () => {
  for (const { id } of gallery()) {
    example((scenario) => {
      const given = scenario.save();
      const bare = given.tenants.map((tenant) => {
        const { crossTenantAccessPolicy, conditionalAccessPolicies, authorizationPolicy, ...rest } = tenant;
        return rest;
      });
      using(Scenario.from({ ...given, tenants: bare }), (again) => {
        for (const { id: tenant } of given.tenants) {
          const text = scenario.export({ format: "graph", tenant });
          const { read, kept } = again.import(text, { tenant });
          assert.ok(read.length >= 3 && read.every(({ file }) => file === "the text"));
          assert.ok(kept.every(({ pointer, times }) => pointer.startsWith("/") && times > 0));
          assert.equal(again.export({ format: "graph", tenant }), text);
        }
        assert.deepEqual(again.save(), given, id);
      });
    }, id);
  }
});

test("several files go in one after the other, and what was in none of them is named", () => {
  example((scenario) => {
    const [contoso, fabrikam] = scenario.save().tenants.map(({ id }) => id);
    const report = scenario.import(
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

test("a file that cannot be read is named with line and place, and nothing has changed", () => {
  example((scenario) => {
    const given = scenario.save();
    const tenant = given.tenants[0].id;
    const good = { name: "good.json", text: '{ "isServiceDefault": false }' };
    const bad = (text) => thrown(() => scenario.import([good, { name: "bad.json", text }], { tenant }));
    const { message, path, file, line, column } = bad('{\n  "value": [{"tenantId": 7}]}');
    assert.deepEqual([file, line, column, path], ["bad.json", 2, 26, "/value/0/tenantId"]);
    assert.match(message, /^bad\.json, line 2, column 26, `\/value\/0\/tenantId`: /);
    assert.deepEqual([bad("{\n").file, bad("{\n").line, bad("{\n").path], ["bad.json", 2, null]);
    assert.match(bad('{ "error": { "code": "Forbidden" } }').message, /Policy\.Read\.All/);
    assert.match(bad('{ "inboundTrust": {} }').message, /does not say which of the tenant’s settings/);
    assert.equal(bad("").line, null);
    assert.deepEqual(scenario.save(), given);
  });
});

test("what is misspelt in a call is an error that names it, and nothing has changed", () => {
  example((scenario) => {
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
      [() => using(lean.Scenario.from(given), (baseline) => scenario.link({ baseline })), "/baseline"],
      [() => scenario.link([]), ""],
      [() => scenario.link(new Map()), ""],
      [() => scenario.link({ view: { hoem: tenant } }), "/view/hoem"],
      [() => scenario.link({ view: { home: "nobody" } }), "/view/home"],
      [() => scenario.link({ view: { defaults: [tenant, "nobody"] } }), "/view/defaults/1"],
      [() => scenario.link({ view: { cell: { user: "anyOtherUser" } } }), "/view/cell/application"],
      [() => scenario.link({ view: { cell: { usr: "anyOtherUser" } } }), "/view/cell/usr"],
      [() => scenario.link({ view: { expanded: { anyone: "yes" } } }), "/view/expanded/anyone"],
    ]) {
      const error = thrown(call);
      assert.equal(error.path, path, `${call}: ${error.message}`);
      assert.equal(error.file, undefined);
    }
    assert.equal(scenario.import(text, { tenant, about: "default" }).read[0].as, "settings");
  });
});

test("every format is written, for the ways and the features that are asked for", () => {
  example((scenario) => {
    const [contoso, fabrikam] = scenario.save().tenants.map(({ id }) => id);
    assert.deepEqual(JSON.parse(scenario.export({ format: "scenario" })), scenario.save());
    const bundle = JSON.parse(scenario.export({ format: "graph", tenant: contoso }));
    assert.deepEqual(bundle.default, scenario.get("/tenants/0/crossTenantAccessPolicy/default"));
    const markdown = scenario.export({ format: "markdown" });
    assert.match(markdown, /## Fabrikam → Contoso, B2B direct connect\n\nOpen for Marketing\./);
    const lines = (options) => scenario.export({ format: "csv", ...options }).trim().split(/\r?\n/).slice(1);
    const both = lines({});
    const [from, to] = [lines({ home: contoso }), lines({ home: fabrikam })];
    assert.equal(both.length, from.length + to.length);
    const halves = ["b2bDirectConnect", "b2bCollaboration"].map((feature) => lines({ home: fabrikam, feature }));
    assert.deepEqual(halves.flat().sort(), to.sort());
    const light = scenario.export({ format: "svg", theme: "light" });
    assert.match(light, /^<svg [\s\S]*<\/svg>\s*$/);
    assert.notEqual(light, scenario.export({ format: "svg", theme: "dark" }));
    assert.equal(scenario.export({ format: "svg", theme: "auto" }), scenario.export({ format: "svg" }));
    assert.match(scenario.export({ format: "html" }), /<table/);
    assert.match(scenario.export({ format: "page" }), /^<!doctype html>/i);
    assert.match(scenario.export({ format: "css" }), /\{/);
  });
});

test("a link carries the scenario, its baseline and the view there and back", () => {
  example((before) => {
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
    const link = after.link({ page: "https://example.org/e/", baseline: before, view });
    assert.match(link, /^https:\/\/example\.org\/e\/#1\./);
    for (const form of [link, link.split("#")[1]]) {
      shared(form, ({ kind, scenario, baseline, view: seen }) => {
        assert.equal(kind, "compared");
        assert.deepEqual(scenario.save(), after.save());
        assert.deepEqual(baseline.save(), before.save());
        assert.deepEqual(seen, view);
        assert.equal(scenario.link({ page: "https://example.org/e/", baseline, view: seen }), link);
      });
    }
    assert.notEqual(before.title, "Later", "what it is compared with is still there");
    // Compared with what is the same, or with nothing, it stands alone.
    for (const baseline of [after, null, undefined]) {
      shared(after.link({ baseline }), ({ kind, scenario, view: seen, ...rest }) => {
        assert.equal(kind, "alone");
        assert.deepEqual(rest, {});
        assert.deepEqual(scenario.save(), after.save());
        const first = { home: contoso.id, feature: "b2bDirectConnect", cell: null, defaults: [], expanded: {} };
        assert.deepEqual({ ...seen, feature: first.feature }, first);
      });
    }
    after.free();
    assert.equal(thrown(() => before.link({ baseline: after })).path, "/baseline");
  });
  assert.match(thrown(() => Scenario.fromLink("#1.AAAA")).message, /cut short or changed/);
});

test("links that were made once are what they were, and are made again", () => {
  for (const name of ["example-2", "example-2-looked-at"]) {
    const text = readFileSync(new URL(`${name}.link`, LINKS), "utf8").trim();
    const document = JSON.parse(readFileSync(new URL(`${name}.json`, LINKS), "utf8"));
    shared(text, ({ kind, scenario, baseline, view }) => {
      const { ententeVersion, ...saved } = scenario.save();
      const { ententeVersion: then, ...expected } = document;
      assert.deepEqual(saved, expected, name);
      shared(scenario.link({ ...(kind === "compared" && { baseline }), view }), (again) => {
        assert.deepEqual(again.view, view);
        assert.equal(again.kind, kind);
      });
    });
  }
});
