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

for (const entry of ["index.js", "full.js"]) {
  test(`every case holds in the browser: ${entry}`, async () => {
    const { page, assertQuiet } = await open();
    await everyCaseHolds((document, requests) =>
      page.evaluate(
        async ({ address, document, requests }) => {
          const { Scenario } = await import(address);
          const scenario = Scenario.from(document);
          const decisions = requests.map((request) => scenario.evaluate(request));
          scenario.free();
          return decisions;
        },
        { address: new URL(`package/${entry}`, page.url()).href, document, requests },
      ),
    );
    assertQuiet();
  });
}

test("it explains, and says what is misspelt", async () => {
  const { page, assertQuiet } = await open();
  const { headline, path } = await page.evaluate(async (address) => {
    const { Scenario } = await import(address);
    const scenario = Scenario.fromGallery("example-2");
    const [contoso, fabrikam] = scenario.save().tenants;
    const request = {
      home: fabrikam.id,
      resource: contoso.id,
      feature: "b2bDirectConnect",
      user: fabrikam.directory.users[3].id,
      application: contoso.directory.applications[0].appId,
    };
    try {
      scenario.explain({ ...request, usr: "" });
    } catch (error) {
      return { headline: scenario.explain(request).headline, path: error.path };
    }
  }, new URL("package/full.js", page.url()).href);
  assert.equal(headline, "Ben Okafor can’t open Contoso’s Teams shared channel.");
  assert.equal(path, "/usr");
  assertQuiet();
});

test("it reads what Graph answers, writes it again, and passes on what is looked at", async () => {
  const { page, assertQuiet } = await open();
  const { missing, same, line, kind, title, view } = await page.evaluate(async (address) => {
    const { Scenario } = await import(address);
    const scenario = Scenario.fromGallery("example-2");
    const later = scenario.clone();
    const [{ id: tenant }, { id: home }] = scenario.save().tenants;
    const text = scenario.export({ format: "graph", tenant });
    const { missing } = later.import(text, { tenant });
    let line;
    try {
      later.import("{\n", { tenant });
    } catch (error) {
      line = error.line;
    }
    const same = later.export({ format: "graph", tenant }) === text;
    later.set("/title", "Later");
    const { kind, baseline, view } = Scenario.fromLink(later.link({ baseline: scenario, view: { home } }));
    return { missing, same, line, kind, title: baseline.title, view: { ...view, home: view.home === home } };
  }, new URL("package/full.js", page.url()).href);
  assert.ok(!missing.includes("default") && !missing.includes("partners"));
  assert.deepEqual([same, line, kind, title], [true, 2, "compared", "Marketing only"]);
  assert.deepEqual([view.home, view.cell, view.defaults], [true, null, []]);
  assertQuiet();
});
