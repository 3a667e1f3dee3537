/** The site around the page: its documentation, its policy, and what is left of it without a network. */

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { headline, speaks } from "./support/places.mjs";
import { DIST } from "./support/server.mjs";
import { useStage } from "./support/stage.mjs";

const BLOCK = "pre:has(> code.language-entente)";

/** Scrolls to a block, whether it has made way for its playground already or not. */
const comeNear = (block) =>
  block.evaluate((block) => (block.checkVisibility() ? block : block.nextElementSibling).scrollIntoView({ block: "center" }));

const chapters = (await readdir(join(DIST, "docs"))).filter((file) => file.endsWith(".html") && file !== "404.html");

describe("the documentation", () => {
  const stage = useStage({ prefix: "/entente/" });

  for (const chapter of chapters) {
    test(`is quiet, has its examples up and no dead end: ${chapter}`, async () => {
      const { page, troubles, assertQuiet } = await stage.open({ path: `docs/${chapter}`, ready: false });
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
      for (const block of await page.locator(BLOCK).all()) {
        await comeNear(block);
        await block.locator("xpath=following-sibling::*[1][self::entente-playground][@data-ready]").waitFor({ timeout: 30_000 });
        await block.waitFor({ state: "hidden" });
      }
      assert.equal(await page.getByRole("alert").filter({ hasText: "Entente can’t" }).count(), 0);
      const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href));
      for (const link of new Set(links.filter((link) => link.startsWith(stage.server.origin)))) {
        const [address, fragment] = link.split("#");
        const answer = await page.request.get(address);
        assert.ok(answer.ok(), `${link} answers ${answer.status()}`);
        if (fragment && address === page.url().split("#")[0]) {
          assert.equal(await page.locator(`[id="${fragment}"]`).count(), 1, `${link} leads nowhere`);
        }
      }
      assert.deepEqual(troubles, []);
      assertQuiet();
    });
  }

  test("is for everybody, in light and dark, wide and narrow", async () => {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [1440, 390]) {
        const { page } = await stage.open({
          path: "docs/block.html",
          ready: false,
          colorScheme,
          viewport: { width, height: 900 },
        });
        await comeNear(page.locator(BLOCK).last());
        await speaks(headline(page), /Ben Okafor can’t open/);
        await assertAccessible(page, { state: `the documentation in ${colorScheme} at ${width}` });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wider <= 0, `the page is ${wider} pixels too wide at ${width}`);
      }
    }
  });
});

describe("without a network", () => {
  const stage = useStage({ prefix: "/entente/" });

  test("the page and its documentation open as they did, after the first visit", async () => {
    const { page, context, untilReady, troubles } = await stage.open({ context: { serviceWorkers: "allow" } });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    troubles.length = 0;
    await page.reload();
    await untilReady();
    await speaks(headline(page), /Ben Okafor can’t open/);
    await page.goto(new URL("docs/index.html", stage.server.url).href);
    await comeNear(page.locator(BLOCK).first());
    await speaks(headline(page), /Ben Okafor can’t open/);
    assert.deepEqual(troubles, []);
    await context.setOffline(false);
  });

  test("nothing but this version is kept, and only what is of this site", async () => {
    const { page } = await stage.open({ context: { serviceWorkers: "allow" } });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      return { names, urls: all.flat() };
    });
    assert.equal(kept.names.length, 1);
    assert.ok(kept.urls.length > 20);
    assert.deepEqual(kept.urls.filter((url) => !url.startsWith(stage.server.url)), []);
  });
});
