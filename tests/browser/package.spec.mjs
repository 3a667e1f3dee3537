/** The package for JavaScript in a browser, imported from where it is served, with no bundler between. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { everyCaseHolds } from "./support/cases.mjs";
import { useStage } from "./support/stage.mjs";

/** A page that allows nothing but its own scripts and programs. */
const headers = {
  "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
};
const documents = { "use.html": '<!doctype html><html lang="en"><title>Package</title></html>' };

const stage = useStage({ headers, documents, prefix: "/tools/entente/" });

const open = () => stage.open({ path: "use.html", ready: false });

const entry = (page) => new URL("package/index.js", page.url()).href;

test("every case holds in the browser", async () => {
  const { page, assertQuiet } = await open();
  await everyCaseHolds((document, requests) =>
    page.evaluate(
      async ({ address, document, requests }) => {
        const { Scenario } = await import(address);
        const scenario = Scenario.from(document);
        const decisions = requests.map((request) => scenario.evaluate(request));
        // They answer for the scenario as it was when they were asked.
        scenario.free();
        return Promise.all(decisions);
      },
      { address: entry(page), document, requests },
    ),
  );
  assertQuiet();
});

test("the import fetches what is weighed as the package, and parts follow when they are needed", async () => {
  const { page, assertQuiet } = await open();
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  const since = () => asked.splice(0).sort();
  const run = (use) => page.evaluate(use, entry(page));
  await run(async (address) => {
    const { Scenario } = await import(address);
    window.scenario = Scenario.from({ tenants: [{ id: "a" }, { id: "b" }] });
    window.request = { home: "a", resource: "b", feature: "b2bCollaboration", user: "u", application: "p" };
    await window.scenario.evaluate(window.request);
  });
  assert.deepEqual(since(), ["entente.js", "entente_bg.wasm", "index.js"]);
  await run(async () => Promise.all([window.scenario.explain(window.request), window.scenario.explain(window.request)]));
  const parts = since();
  assert.ok(parts.includes("part-words.wasm") && new Set(parts).size === parts.length, parts.join());
  await run(() => window.scenario.explain(window.request).then(() => window.scenario.free()));
  assert.deepEqual(since(), []);
  assertQuiet();
});

test("it explains, and says what is misspelt", async () => {
  const { page, assertQuiet } = await open();
  const { headline, path } = await page.evaluate(async (address) => {
    const { Scenario } = await import(address);
    const scenario = await Scenario.fromGallery("example-2");
    const [contoso, fabrikam] = scenario.save().tenants;
    const request = {
      home: fabrikam.id,
      resource: contoso.id,
      feature: "b2bDirectConnect",
      user: fabrikam.directory.users[3].id,
      application: contoso.directory.applications[0].appId,
    };
    try {
      await scenario.explain({ ...request, usr: "" });
    } catch (error) {
      return { headline: (await scenario.explain(request)).headline, path: error.path };
    }
  }, entry(page));
  assert.equal(headline, "Ben Okafor can’t open Contoso’s Teams shared channel.");
  assert.equal(path, "/usr");
  assertQuiet();
});

test("it reads what Graph answers, writes it again, and passes on what is looked at", async () => {
  const { page, assertQuiet } = await open();
  const { missing, same, line, kind, title, view } = await page.evaluate(async (address) => {
    const { Scenario } = await import(address);
    const scenario = await Scenario.fromGallery("example-2");
    const later = scenario.clone();
    const [{ id: tenant }, { id: home }] = scenario.save().tenants;
    const text = await scenario.export({ format: "graph", tenant });
    const { missing } = await later.import(text, { tenant });
    let line;
    try {
      await later.import("{\n", { tenant });
    } catch (error) {
      line = error.line;
    }
    const same = (await later.export({ format: "graph", tenant })) === text;
    later.set("/title", "Later");
    const { kind, baseline, view } = await Scenario.fromLink(await later.link({ baseline: scenario, view: { home } }));
    return { missing, same, line, kind, title: baseline.title, view: { ...view, home: view.home === home } };
  }, entry(page));
  assert.ok(!missing.includes("default") && !missing.includes("partners"));
  assert.deepEqual([same, line, kind, title], [true, 2, "compared", "Marketing only"]);
  assert.deepEqual([view.home, view.cell, view.defaults], [true, null, []]);
  assertQuiet();
});
