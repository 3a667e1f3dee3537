/** Scenarios give back the memory of the engine: when they are freed, and when nobody holds them any more. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { PACKAGE, load } from "./support/package.mjs";

const { Scenario, gallery } = await load("entente");
const init = await load("entente/init");
const bytes = readFileSync(join(PACKAGE, "entente_bg.wasm"));
// The engine that runs already; it is not started twice.
const { memory } = init.initSync({ module: bytes });

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/** One round of everything that makes something in the engine. */
async function round(document, request) {
  const scenario = Scenario.from(document);
  const other = scenario.clone();
  other.set("/title", "Another");
  await scenario.evaluate(request);
  await scenario.matrix({ home: request.home, resource: request.resource, feature: request.feature });
  scenario.save();
  await assert.rejects(scenario.evaluate({ ...request, feature: "none" }));
  assert.throws(() => other.set("/tenants/0/cloud", "moon"));
  assert.throws(() => Scenario.from({ tenants: [] }));
  const tenant = request.home;
  await other.import(await other.export({ format: "graph", tenant }), { tenant });
  await assert.rejects(other.import("{", { tenant }));
  await assert.rejects(other.link({ baseline: {} }));
  const { scenario: sent, baseline } = await Scenario.fromLink(await other.link({ baseline: scenario }));
  return [scenario, other, sent, baseline];
}

async function example() {
  const scenario = await Scenario.fromGallery((await gallery())[0].id);
  const document = scenario.save();
  scenario.free();
  const [contoso, fabrikam] = document.tenants;
  const request = {
    home: fabrikam.id,
    resource: contoso.id,
    feature: "b2bCollaboration",
    user: "anyOtherUser",
    application: "anyOtherApplication/microsoft",
  };
  return { document, request };
}

test("10,000 scenarios that are freed leave nothing behind", async () => {
  const { document, request } = await example();
  const small = { tenants: [{ id: request.home, directory: document.tenants[1].directory }, { id: request.resource }] };
  const rounds = async (count) => {
    for (let at = 0; at < count; at += 1) {
      Scenario.from(small).free();
      if (at % 50 === 0) {
        (await round(document, request)).forEach((made) => made.free());
      }
    }
  };
  await rounds(500);
  const before = memory.buffer.byteLength;
  await rounds(10_000);
  assert.equal(memory.buffer.byteLength, before, "the memory of the engine has grown");
});

test("scenarios that nobody holds are freed by the garbage collector", async () => {
  // Some 20 KB each, inside the engine.
  const small = { title: "x".repeat(20_000), tenants: [{ id: "a" }, { id: "b" }] };
  const drop = (count) => {
    for (let at = 0; at < count; at += 1) {
      Scenario.from(small);
    }
  };
  const settle = async () => {
    collectGarbage();
    await pause(20);
  };
  for (let at = 0; at < 5; at += 1) {
    drop(200);
    await settle();
  }
  const before = memory.buffer.byteLength;
  for (let at = 0; at < 20; at += 1) {
    drop(200);
    await settle();
  }
  const grown = memory.buffer.byteLength - before;
  // If they were kept, 4,000 scenarios would take 80 MB.
  assert.ok(grown < 16 * 1024 * 1024, `the memory of the engine has grown by ${grown} bytes`);
});

test("a scenario that was freed says so", async () => {
  const scenario = await Scenario.fromGallery("example-1");
  scenario.free();
  assert.throws(() => scenario.save(), /null pointer|freed/);
});
