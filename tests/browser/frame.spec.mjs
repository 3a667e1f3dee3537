/** The playground in a frame: its height, what can be said to it, and to whom it listens. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { eventually } from "./support/eventually.mjs";
import { DIST } from "./support/server.mjs";
import { useStage } from "./support/stage.mjs";

const EXAMPLE = "embed/frame.html#scenario=example-2&mode=explanation";

const page = (frame) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">
<h1>A page around a frame</h1>${frame}
<script type="module" src="host.js"></script></html>`;

const frame = (more = "", src = EXAMPLE) => `<iframe title="An example" src="${src}" width="900" ${more}></iframe>`;

const documents = {
  "open.html": page(frame()),
  "sandbox.html": page(frame('sandbox="allow-scripts"')),
  "named.html": page(frame("", `${EXAMPLE}&host=https://docs.example.org`)),
};

documents["host.js"] = `import { connect } from "./embed/frame.js";
globalThis.told = [];
globalThis.playground = connect(document.querySelector("iframe"));
for (const event of ["ready", "change", "decision", "error", "height"]) {
  playground.addEventListener(event, ({ detail }) => told.push({ event, detail }));
}`;

/** What the frame has told the page around it. */
const told = (page, event) => page.evaluate((event) => globalThis.told.filter((one) => one.event === event), event);

const isReady = (page) => eventually(async () => assert.equal((await told(page, "ready")).length, 1));

const inner = (page) => page.frameLocator("iframe");

describe("a frame", () => {
  const stage = useStage({ root: DIST, prefix: "/tools/entente/", documents });

  test("has the height it needs and no bar to scroll", async () => {
    const { page, assertQuiet } = await stage.open({ path: "open.html", ready: false });
    await isReady(page);
    await inner(page).getByText("Ben Okafor can’t open").first().waitFor();
    await eventually(async () => {
      const height = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
      const content = await inner(page).locator("html").evaluate((root) => root.scrollHeight);
      assert.ok(height > 200 && Math.abs(height - content) <= 4, `${height} of ${content}`);
    });
    assertQuiet();
  });

  test("is told and asked by messages", async () => {
    const { page, assertQuiet } = await stage.open({ path: "open.html", ready: false });
    await isReady(page);
    assert.match(await page.evaluate(() => globalThis.playground.save()), /Marketing only/);
    assert.match(await page.evaluate(() => globalThis.playground.link()), /#1\./);
    await page.evaluate(() => globalThis.playground.set("scenario", "example-1"));
    await eventually(async () =>
      assert.match(await page.evaluate(() => globalThis.playground.save()), /Fabrikam allowed, all others blocked/),
    );
    const refused = (call) => page.evaluate(`(${call}).then(() => "no error", (error) => error.message)`);
    assert.match(await refused('playground.set("onclick", "1")'), /there is no attribute `onclick`/);
    assert.match(await refused("playground.evaluate({ homes: 1 })"), /not a request/);
    assertQuiet();
  });

  test("listens to nobody but the page around it, and answers nothing that is not a message of its kind", async () => {
    const { page } = await stage.open({ path: "open.html", ready: false });
    await isReady(page);
    const before = await page.evaluate(() => globalThis.playground.save());
    await page.evaluate(async () => {
      globalThis.answers = [];
      addEventListener("message", ({ data }) => data?.id?.startsWith?.("x") && globalThis.answers.push(data));
      const { contentWindow } = document.querySelector("iframe");
      for (const message of [
        "restore",
        null,
        { id: "x1", method: "save" },
        { entente: 2, id: "x2", method: "save" },
        { entente: 1, id: {}, method: "save" },
        { entente: 1, id: "x3", method: 7 },
      ]) {
        contentWindow.postMessage(message, "*");
      }
      // Another frame of the very same origin is not the page around it.
      const other = document.body.appendChild(document.createElement("iframe"));
      other.contentWindow.Function;
      await new Promise((then) => setTimeout(then, 500));
    });
    assert.deepEqual(await page.evaluate(() => globalThis.answers), []);
    assert.equal(await page.evaluate(() => globalThis.playground.save()), before);
    const unknown = page.evaluate(() => globalThis.playground.save.constructor && document.querySelector("iframe").contentWindow.postMessage({ entente: 1, id: "x4", method: "toString" }, "*"));
    await unknown;
    await eventually(async () =>
      assert.match((await page.evaluate(() => globalThis.answers))[0]?.error?.message ?? "", /there is no method `toString`/),
    );
  });

  test("that is told of another host does not speak to this one", async () => {
    const { page } = await stage.open({ path: "named.html", ready: false });
    await inner(page).getByText("Ben Okafor can’t open").first().waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => globalThis.told), []);
  });
});

describe("in a sandbox without an origin, where there is no storage", () => {
  describe("a frame whose server lets anybody load its files", () => {
    const headers = { "access-control-allow-origin": "*" };
    const stage = useStage({ root: DIST, documents, headers });

    test("works as any other", async () => {
      const { page, assertQuiet } = await stage.open({ path: "sandbox.html", ready: false });
      await isReady(page);
      await inner(page).getByText("Ben Okafor can’t open").first().waitFor();
      assert.match(await page.evaluate(() => globalThis.playground.save()), /Marketing only/);
      assert.ok((await told(page, "height")).length > 0);
      assertQuiet();
    });
  });

  describe("a frame whose server does not", () => {
    const stage = useStage({ root: DIST, documents });

    test("says what is missing, and tells the page around it", async () => {
      const { page } = await stage.open({ path: "sandbox.html", ready: false });
      await inner(page).getByText("Access-Control-Allow-Origin").waitFor();
      await eventually(async () => assert.equal((await told(page, "error")).length, 1));
    });
  });
});
