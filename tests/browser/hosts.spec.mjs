/**
 * Examples in the sites of others: each is built by its own generator, holds a fenced block below the first screen,
 * and has the loader in every page.
 */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { eventually } from "./support/eventually.mjs";
import { SITES } from "./support/hosts.mjs";
import { headline, speaks } from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

/** What is only fetched for an example that is near. */
const ENGINE = /playground|\.wasm$/;

/** Opens a page of a site, and notes what it asks for. */
async function visit(stage, path = "", more = {}) {
  const requested = [];
  const opened = await stage.open({
    path,
    ready: false,
    ...more,
    async prepare(page) {
      // Material changes pages in place only where it finds itself at the address it was built for.
      await page.route("**/sitemap.xml", async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll("https://example.org", stage.server.origin);
        await route.fulfill({ response, body });
      });
      page.on("request", (request) => requested.push(new URL(request.url()).pathname));
    },
  });
  return { ...opened, requested, engine: () => requested.filter((path) => ENGINE.test(path)) };
}

/** The block's own text, as the site shows it. */
const source = (page) => page.locator("pre").filter({ hasText: "from: example-2" }).first();

/**
 * Scrolls to where the example is, until it is a playground. The block makes way for it at any moment, and a framework
 * that has just brought its page to life scrolls to where it thinks one was.
 */
const comeNear = (page) =>
  eventually(async () => {
    const playground = page.locator("entente-playground");
    await source(page).or(playground).first().evaluate((element) => element.scrollIntoView({ block: "center" }));
    assert.equal(await playground.count(), 1);
  });

const complaint = (page) => page.getByRole("alert").filter({ hasText: "Entente can’t show this example" });

for (const [name, { served, mistake, harmless }] of Object.entries(SITES)) {
  describe(`in ${name}`, () => {
    const stage = useStage(served);

    test("a block stays as it is, and nothing is fetched, until it is near; then it is a playground", async () => {
      const { page, playground, requested, engine, assertQuiet } = await visit(stage, "", { harmless });
      await page.waitForLoadState("load");
      await eventually(() => assert.ok(requested.some((path) => path.endsWith("/embed/entente.js"))));
      await page.waitForTimeout(500);
      assert.deepEqual(engine(), [], "the engine was fetched before the block was near");
      assert.equal(await source(page).count(), 1);
      assert.equal(await playground.count(), 0);

      await comeNear(page);
      await speaks(headline(page), /Ben Okafor can’t open/);
      await source(page).waitFor({ state: "hidden" });
      assert.ok(engine().length > 0);
      assert.equal(await playground.evaluate((element) => JSON.parse(element.save()).title), "Ben is let out, but not in");
      assertQuiet();
    });

    test("a block is opened by a click before it is near, and with nothing but the keyboard where it can have the focus", async () => {
      const { page, engine, assertQuiet } = await visit(stage, "", { harmless });
      await page.waitForLoadState("load");
      await page.waitForTimeout(500);
      assert.deepEqual(engine(), []);
      await source(page).dispatchEvent("pointerdown");
      await speaks(headline(page), /Ben Okafor can’t open/);
      assertQuiet();
    });

    test("a mistake is named by line and column, and the block stays", async () => {
      const { page } = await visit(stage, mistake);
      await speaks(complaint(page), /line 3, column 3: Fabrikam has no user `Bem Okafor`/);
      assert.ok(await source(page).isVisible());
      assert.equal(await page.locator("entente-playground").count(), 0);
    });
  });
}

describe("an element with a table inside", () => {
  const stage = useStage(SITES["a plain page under a strict policy and Trusted Types"].served);
  const table = (page) => page.getByRole("table").filter({ hasText: "Fabrikam → Contoso, B2B direct connect" });

  test("is the table of its answers for readers without scripts", async () => {
    const { page } = await visit(stage, "element.html", { context: { javaScriptEnabled: false } });
    assert.ok(await table(page).isVisible());
    assert.equal(await table(page).getByRole("row", { name: /^Not in Marketing/ }).getByRole("cell").first().innerText(), "✕ No");
    assert.ok((await table(page).getByRole("row").count()) >= 3);
  });

  test("and the playground, which says the same, for all others", async () => {
    const { page, playground, assertQuiet } = await visit(stage, "element.html");
    await speaks(headline(page), /Ben Okafor can’t open Contoso’s Teams shared channel/);
    assert.equal(await playground.locator("> .entente").isVisible(), false);
    assertQuiet();
  });
});

describe("where pages change without being loaded", () => {
  for (const name of ["Docusaurus", "MkDocs Material"]) {
    describe(`in ${name}`, () => {
      const stage = useStage(SITES[name].served);

      test("blocks that come are upgraded, and playgrounds of those that go go with them", async () => {
        const { page, playground } = await visit(stage);
        await comeNear(page);
        await speaks(headline(page), /Ben Okafor can’t open/);
        await page.evaluate(() => (globalThis.stays = true));
        await page.getByRole("main").getByRole("link", { name: "A page with a mistake" }).click();
        await complaint(page).waitFor();
        assert.equal(await playground.count(), 0);
        await page.goBack();
        // The page with the mistake has a block as well.
        await page.getByText("After the example.").waitFor({ state: "attached" });
        await comeNear(page);
        await speaks(headline(page), /Ben Okafor can’t open/);
        assert.equal(await playground.count(), 1);
        assert.ok(await page.evaluate(() => globalThis.stays), "the page was loaded anew");
      });
    });
  }
});

describe("a theme", () => {
  const stage = useStage(SITES.Docusaurus.served);

  test("is the site’s, whatever the system’s is, and changes with it", async () => {
    const { page, playground } = await visit(stage, "", { colorScheme: "light" });
    const becomes = (theme) =>
      eventually(async () => {
        const is = await page.evaluate(() => document.documentElement.getAttribute("data-theme"));
        if (is !== theme) {
          await page.getByRole("button", { name: /dark and light mode/ }).click();
        }
        assert.equal(is, theme);
      });
    await becomes("dark");
    await comeNear(page);
    await speaks(headline(page), /Ben Okafor can’t open/);
    assert.equal(await playground.getAttribute("theme"), "dark");
    await becomes("light");
    await eventually(async () => assert.equal(await playground.getAttribute("theme"), "light"));
  });
});

const MARKUP = {
  Hugo: (text) => `<pre><code class="language-entente" data-lang="entente">${text}</code></pre>`,
  "Hugo with line spans": (text) =>
    `<div class="highlight"><pre tabindex="0" class="chroma"><code class="language-entente" data-lang="entente">${lines(text, (line) => `<span class="line"><span class="cl">${line}\n</span></span>`)}</code></pre></div>`,
  Jekyll: (text) =>
    `<div class="language-entente highlighter-rouge"><div class="highlight"><pre class="highlight"><code>${text}</code></pre></div></div>`,
  DocFX: (text) => `<pre><code class="lang-entente">${text}</code></pre>`,
  "line numbers in a table": (text) =>
    `<div class="language-entente highlight"><table><tbody><tr><td class="linenos"><pre><span>1\n2</span></pre></td><td class="code"><pre><code>${text}</code></pre></td></tr></tbody></table></div>`,
  "a pre that bears the language": (text) => `<pre class="language-entente"><code>${text}</code></pre>`,
};

const lines = (text, each) => text.trimEnd().split("\n").map(each).join("");

describe("the markup of generators", () => {
  const text = "from: example-2\nview:\n  user: Ben Okafor\n  mode: explanation\n";
  const page = (block) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><h1>t</h1>${block}<script src="entente/embed/entente.js"></script></html>`;
  const documents = Object.fromEntries(
    Object.entries(MARKUP).map(([name, block]) => [`${name.replaceAll(" ", "-")}.html`, page(block(text))]),
  );
  const stage = useStage({ ...SITES["a plain page"].served, documents });

  for (const name of Object.keys(MARKUP)) {
    test(`is understood: ${name}`, async () => {
      const { page, playground, assertQuiet } = await visit(stage, `${name.replaceAll(" ", "-")}.html`);
      await speaks(headline(page), /Ben Okafor can’t open/);
      assert.equal(await playground.count(), 1);
      await source(page).waitFor({ state: "hidden" });
      assertQuiet();
    });
  }
});

describe("a loader that waits for a click", () => {
  const block = '<pre><code class="language-entente">from: example-2\n</code></pre>';
  const documents = {
    "click.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,"><h1>t</h1>${block}<script src="entente/embed/entente.js" data-load="click"></script></html>`,
  };
  const stage = useStage({ ...SITES["a plain page"].served, documents });

  test("fetches nothing by itself, and has a button", async () => {
    const { page, engine, assertQuiet } = await visit(stage, "click.html");
    const button = page.getByRole("button", { name: "Try this example" });
    await button.waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(engine(), []);
    await button.focus();
    await page.keyboard.press("Enter");
    await page.locator("entente-playground[data-ready]").waitFor();
    assert.equal(await button.count(), 0);
    assertQuiet();
  });
});
