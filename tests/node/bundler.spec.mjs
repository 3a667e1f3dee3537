/** The package goes through a bundler, and its parts that are not for a platform stay out. */

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { project } from "./support/package.mjs";

const { build } = createRequire(import.meta.url)("esbuild");

const PROGRAM = `
  import { initSync, Scenario } from "entente/init";
  import bytes from "entente/entente_bg.wasm";
  initSync({ module: bytes });
  export const title = Scenario.from({ title: "Bundled", tenants: [{ id: "a" }, { id: "b" }] }).title;
`;

test("a program with the engine in one file", async () => {
  const { path, remove } = project({ "use.js": PROGRAM });
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
    const { title } = await import(pathToFileURL(path("bundle.mjs")).href);
    assert.equal(title, "Bundled");
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
  } finally {
    remove();
  }
});
