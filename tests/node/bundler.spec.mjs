/** The package goes through a bundler, and its parts that are not for a platform stay out. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { PACKAGE, project } from "./support/package.mjs";

const { build } = createRequire(import.meta.url)("esbuild");

const PROGRAM = `
  import { initSync, partsFrom, Scenario } from "entente/init";
  import bytes from "entente/entente_bg.wasm";
  import * as parts from "./parts.js";
  partsFrom((file) => parts[file]);
  initSync({ module: bytes });
  const scenario = Scenario.from({ title: "Bundled", tenants: [{ id: "a" }, { id: "b" }] });
  export const title = scenario.title;
  export const page = await scenario.export({ format: "page" });
`;

/** A module that exports every part of the program under its file's name. */
const PARTS = readdirSync(PACKAGE)
  .filter((file) => file.startsWith("part-"))
  .map((file) => `export { default as "${file}" } from "entente/${file}";`)
  .join("\n");

test("a program with the engine in one file", async () => {
  const { path, remove } = project({ "use.js": PROGRAM, "parts.js": PARTS });
  try {
    await build({
      entryPoints: [path("use.js")],
      outfile: path("bundle.mjs"),
      bundle: true,
      minify: true,
      format: "esm",
      target: "node20",
      loader: { ".wasm": "binary" },
      logLevel: "silent",
    });
    const { title, page } = await import(pathToFileURL(path("bundle.mjs")).href);
    assert.equal(title, "Bundled");
    assert.match(page, /<title>Bundled/);
  } finally {
    remove();
  }
});

test("a bundle for browsers takes the entry for browsers", async () => {
  const { path, remove } = project({ "use.js": 'export * from "entente";' });
  try {
    const { outputFiles } = await build({
      entryPoints: [path("use.js")],
      bundle: true,
      write: false,
      format: "esm",
      target: "es2022",
      logLevel: "silent",
    });
    const [{ text }] = outputFiles;
    assert.doesNotMatch(text, /node:fs/);
    assert.match(text, /new URL\("entente_bg\.wasm", import\.meta\.url\)/);
    assert.match(text, /new URL\("\.\/part-rules\.wasm", import\.meta\.url\)/);
  } finally {
    remove();
  }
});
