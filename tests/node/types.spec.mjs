/** The declarations of the package: they are as they were, a program can use them, and they are true. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { everySituation, requestsOf } from "../browser/support/cases.mjs";
import { belonging, bodies } from "./support/graph.mjs";
import { PACKAGE, load, project } from "./support/package.mjs";
import { using } from "./support/scenario.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const SAMPLE = readFileSync(join(HERE, "declarations", "sample.ts"), "utf8");
const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");

/** Fails with what the compiler says of these files, in a program that uses the package. */
function assertTyped(files, resolution = { module: "nodenext" }) {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    exactOptionalPropertyTypes: true,
    target: "esnext",
    lib: ["esnext", "dom"],
    types: [],
    ...resolution,
  };
  const { folder, remove } = project({ ...files, "tsconfig.json": JSON.stringify({ compilerOptions }) });
  try {
    execFileSync(process.execPath, [TSC, "-p", folder], { encoding: "utf8" });
  } catch ({ stdout, message }) {
    assert.fail((stdout || message).slice(0, 4000));
  } finally {
    remove();
  }
}

test("the declarations are as they were", () => {
  const now = readFileSync(join(PACKAGE, "index.d.ts"), "utf8");
  const snapshot = join(HERE, "declarations", "index.d.ts");
  if (process.env.ENTENTE_UPDATE) {
    writeFileSync(snapshot, now);
  }
  const then = readFileSync(snapshot, "utf8");
  assert.ok(
    now === then,
    "the package declares something else than tests/node/declarations/index.d.ts; if that is meant:\n" +
      "  ENTENTE_UPDATE=1 node --test tests/node/types.spec.mjs",
  );
});

test("everything that is declared says what it is", () => {
  const lines = readFileSync(join(PACKAGE, "index.d.ts"), "utf8").split("\n");
  const bare = lines.filter(
    (line, at) => /^\s*(export (interface|type|class|function)|[a-zA-Z]+\??: |static |[a-z]+\()/.test(line) && !/\*\/$/.test(lines[at - 1]),
  );
  const meant = /constructor|free\(\)|\[Symbol\.dispose\]|^\s*kind:$/;
  assert.deepEqual(bare.filter((line) => !meant.test(line)), []);
});

/** Texts, addresses and ids are of no type of their own: without them, much of what is answered is the same. */
const anonymous = (_, value) => (typeof value === "string" && /[^\w.]/.test(value) ? "…" : value);

test("every answer is of the type that is declared, and a program can use it", async () => {
  const { Scenario, gallery } = await load("entente");
  const found = { Decision: new Set(), Explanation: new Set(), Matrix: new Set(), "RowName[]": new Set(), ScenarioDocument: new Set(), ImportReport: new Set() };
  const look = (type, value) => found[type].add(JSON.stringify(value, anonymous));
  for (const { scenario: document, asked } of everySituation()) {
    const scenario = Scenario.from(document);
    for (const request of requestsOf(asked)) {
      look("Decision", await scenario.evaluate(request));
      look("Explanation", await scenario.explain(request));
    }
    const [{ home, resource, feature }] = requestsOf(asked);
    look("RowName[]", await scenario.rowNames({ home, resource, feature }));
    look("Matrix", await scenario.matrix({ home, resource, feature }));
    scenario.free();
  }
  for (const { id } of await gallery()) {
    const scenario = await Scenario.fromGallery(id);
    look("ScenarioDocument", scenario.save());
    scenario.free();
  }
  await using(Scenario.fromGallery("example-2"), async (scenario) => {
    for (const body of bodies()) {
      look("ImportReport", await scenario.import([body], belonging(scenario)));
    }
  });
  // A literal may have no property that its type does not have.
  const files = Object.entries(found).map(([type, values]) => {
    const text = [...values].map((value, at) => `export const v${at}: ${type} = ${value};`).join("\n");
    const name = type.replace("[]", "");
    return [`${name}.ts`, `import type { ${name} } from "entente";\n${text}\n`];
  });
  assertTyped({ "sample.ts": SAMPLE, ...Object.fromEntries(files) });
});

test("a program that is bundled finds the declarations as well", () => {
  assertTyped({ "sample.ts": SAMPLE }, { module: "esnext", moduleResolution: "bundler" });
});
