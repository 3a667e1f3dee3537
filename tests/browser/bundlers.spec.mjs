/** The package for JavaScript, taken along by bundlers: program and parts have to follow it. */

import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { build } from "vite";
import webpack from "webpack";

import { launchBrowser } from "./support/browser.mjs";
import { DIST, serveDist } from "./support/server.mjs";

/** What somebody writes who uses the package. All but one of the answers come with parts. */
const PROGRAM = `
import { Scenario } from "entente";

const scenario = await Scenario.fromGallery("example-2");
const [resource, home] = scenario.save().tenants;
const request = {
  home: home.id,
  resource: resource.id,
  feature: "b2bDirectConnect",
  user: home.directory.users[0].id,
  application: resource.directory.applications[0].appId,
};
const { outcome } = await scenario.evaluate(request);
globalThis.said = { outcome, explained: await scenario.explain(request), link: await scenario.link() };
`;

let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-bundlers-"));
  await cp(join(DIST, "package"), join(folder, "node_modules/entente"), { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "site", private: true, type: "module" }));
  await mkdir(join(folder, "src"));
  await writeFile(join(folder, "src/main.js"), PROGRAM);
  await import(pathToFileURL(join(folder, "src/main.js")).href);
});

after(() => rm(folder, { recursive: true, force: true }));

/** Opens what a bundler wrote, below a path, and gives what the program said. */
async function run(built) {
  const server = await serveDist({ root: built, prefix: "/some/where/" });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("requestfailed", (request) => wrong.push(request.url()));
    await page.goto(new URL("index.html", server.url).href);
    await page.waitForFunction(() => globalThis.said).catch((error) => wrong.push(error.message));
    assert.deepEqual(wrong, []);
    return await page.evaluate(() => globalThis.said);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What Node says, which finds the package by itself. */
const holds = (said) => assert.deepEqual(said, globalThis.said);

test("Vite takes the program and its parts along", { timeout: 120_000 }, async () => {
  const root = join(folder, "vite");
  await mkdir(root);
  await writeFile(
    join(root, "index.html"),
    '<!doctype html><html lang="en"><title>Vite</title><script type="module" src="../src/main.js"></script></html>',
  );
  const outDir = join(root, "built");
  await build({ root, base: "./", configFile: false, logLevel: "error", build: { outDir, target: "esnext" } });
  holds(await run(outDir));
});

test("webpack takes the program and its parts along", { timeout: 120_000 }, async () => {
  const path = join(folder, "webpack/built");
  const stats = await new Promise((resolve, reject) => {
    const output = { path, filename: "main.js", module: true };
    const options = {
      mode: "production",
      context: folder,
      entry: "./src/main.js",
      output,
      experiments: { outputModule: true },
      performance: false,
    };
    webpack(options, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.deepEqual(stats.toJson({ all: false, errors: true, warnings: true }).errors, []);
  await writeFile(
    join(path, "index.html"),
    '<!doctype html><html lang="en"><title>webpack</title><script type="module" src="main.js"></script></html>',
  );
  holds(await run(path));
});
