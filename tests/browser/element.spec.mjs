/** The contract of `<entente-playground>` with the page that embeds it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { hears, openEmbeds, told, whenReady } from "./support/embeds.mjs";
import { eventually, settled } from "./support/eventually.mjs";
import { bridge, explanation, headline, says, scenarioButton, setting, speaks, undo, verb } from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const DOCUMENT = {
  title: "Of my own",
  tenants: [
    { id: "a", displayName: "Adatum", directory: { users: [{ id: "a1", displayName: "Ann" }] } },
    { id: "b", displayName: "Blue Yonder", directory: { applications: [{ appId: "b1", displayName: "Wiki" }] } },
  ],
};

const title = (element) => element.evaluate((element) => JSON.parse(element.save()).title);

describe("the attributes", () => {
  const stage = useStage();

  test("say the scenario by its id, and take effect when they change", async () => {
    const opened = await openEmbeds(stage, '<entente-playground id="it" scenario="mfa-with-trust"></entente-playground>');
    const it = opened.page.locator("#it");
    await whenReady(it);
    assert.equal(await title(it), "MFA required and trusted");
    await it.evaluate((element) => (element.scenario = "new"));
    await says(scenarioButton(it), "Shipped defaults");
    const { version, cause } = await hears(opened, "change", "it");
    assert.deepEqual({ version, cause }, { version: 1, cause: "attribute" });
    assert.equal(await it.getAttribute("scenario"), "new");
    opened.assertQuiet();
  });

  test("say what is looked at, by names or ids, in whatever order they come", async () => {
    const opened = await openEmbeds(
      stage,
      `<entente-playground id="it" user="ben@fabrikam.com" application="Payroll" feature="b2bCollaboration" scenario="example-2"></entente-playground>`,
    );
    const it = opened.page.locator("#it");
    await whenReady(it);
    await speaks(headline(it), /Ben Okafor can’t open Payroll/);
    const decision = await hears(opened, "decision", "it");
    assert.equal(decision.outcome, "blocked");
    assert.match(decision.headline, /Ben Okafor/);
    await it.evaluate((element) => {
      element.user = "Ana Ruiz";
      element.application = "Teams shared channel";
      element.feature = "b2bDirectConnect";
    });
    await speaks(headline(it), /Ana Ruiz can open Teams shared channel/);
    opened.assertQuiet();
  });

  test("say the scenario by an address of the same origin", async () => {
    const opened = await openEmbeds(
      stage,
      `<entente-playground id="it" src="mine.json"><table><tr><td>What is known without a program</td></tr></table></entente-playground>`,
      { files: { "mine.json": JSON.stringify(DOCUMENT) } },
    );
    const it = opened.page.locator("#it");
    await whenReady(it);
    assert.equal(await title(it), "Of my own");
    opened.assertQuiet();
  });

  for (const [what, attributes, expected] of [
    ["scenario", 'scenario="no-such"', /no scenario `no-such`/],
    ["address", 'src="missing.json"', /`missing\.json` could not be fetched: .*404/],
    ["origin", 'src="https://example.com/x.json"', /not of this page’s origin/],
    ["document", 'src="broken.json"', /`broken\.json`: line \d+, column \d+: /],
    ["mode", 'mode="tiny"', /`mode` is one of full, handshake, explanation, matrix, not `tiny`/],
    ["theme", 'theme="pink"', /`theme` is one of system, light, dark, not `pink`/],
    ["direction", 'direction="Northwind"', /`direction` is .*not `Northwind`/],
    ["feature", 'feature="telepathy"', /`feature` is .*not `telepathy`/],
    ["person", 'user="Nobody"', /no person `Nobody`/],
    ["application", 'application="Nothing"', /no application `Nothing`/],
  ]) {
    test(`that say a ${what} that there is not are told of, and the default is shown`, async () => {
      const opened = await openEmbeds(stage, `<entente-playground id="it" ${attributes}></entente-playground>`, {
        files: { "broken.json": "{" },
      });
      const it = opened.page.locator("#it");
      await whenReady(it);
      assert.equal(await title(it), "Marketing only");
      const errors = await opened.told("error", "it");
      assert.equal(errors.length, 1, JSON.stringify(errors));
      assert.match(errors[0].message, expected);
      assert.ok(opened.troubles.some((line) => line.includes("console warning: <entente-playground>: ")));
    });
  }

  test("in another language than there is are no error", async () => {
    const opened = await openEmbeds(stage, '<entente-playground id="it" lang="eo"></entente-playground>');
    await whenReady(opened.page.locator("#it"));
    assert.deepEqual(await opened.told("error"), []);
    opened.assertQuiet();
  });

  test("are properties as well, also when set before the program is there", async () => {
    const opened = await openEmbeds(
      stage,
      '<script src="early.js"></script>',
      {
        files: {
          "early.js": `const early = document.createElement("entente-playground");
        early.id = "it";
        early.scenario = ${JSON.stringify(DOCUMENT)};
        early.mode = "matrix";
        early.readonly = true;
        document.currentScript.after(early);`,
        },
      },
    );
    const it = opened.page.locator("#it");
    await it.evaluate(() => customElements.whenDefined("entente-playground"));
    await whenReady(it);
    assert.equal(await title(it), "Of my own");
    assert.equal(await it.getAttribute("mode"), "matrix");
    assert.equal(await it.getAttribute("readonly"), "");
    assert.deepEqual(await it.evaluate((element) => [element.mode, element.readonly, element.src, element.scenario.title]), [
      "matrix",
      true,
      "",
      "Of my own",
    ]);
    opened.assertQuiet();
  });
});

describe("what stands inside the element", () => {
  const stage = useStage();

  test("is in sight until the playground is, and not after", async () => {
    const held = [];
    let hold = true;
    const opened = await openEmbeds(
      stage,
      '<entente-playground id="it" scenario="example-1"><table><tr><td>Known without a program</td></tr></table></entente-playground>',
      {
        async prepare(page) {
          await page.route(/\/part-[^/]*\.wasm$/, (route) => (hold ? void held.push(route) : route.continue()));
        },
      },
    );
    const { page } = opened;
    const it = page.locator("#it");
    await eventually(async () => assert.ok(await it.evaluate((element) => element.shadowRoot?.childElementCount > 0)));
    const fallback = page.getByText("Known without a program");
    assert.ok(await fallback.isVisible());
    assert.equal(await it.getAttribute("data-ready"), null);
    hold = false;
    await Promise.all(held.map((route) => route.continue()));
    await whenReady(it);
    assert.ok(!(await fallback.isVisible()));
    assert.notEqual(await it.getAttribute("data-ready"), null);
    opened.assertQuiet();
  });
});

describe("events and methods", () => {
  const stage = useStage();

  test("tell what changes, and by what", async () => {
    const opened = await openEmbeds(stage, '<entente-playground id="it"></entente-playground>');
    const it = opened.page.locator("#it");
    await whenReady(it);
    const [ready] = await opened.told("ready", "it");
    assert.equal(ready.title, "Marketing only");
    await hears(opened, "decision", "it");

    await verb(setting(it, "Contoso", "Inbound")).selectOption("Block");
    const change = await hears(opened, "change", "it");
    assert.equal(change.cause, "edit");
    assert.equal(change.version, 1);
    assert.equal(JSON.parse(change.scenario).title, "Marketing only");
    await undo(it).click();
    await eventually(async () => assert.equal((await hears(opened, "change", "it")).cause, "undo"));
    await it.evaluate((element, scenario) => element.restore(scenario), DOCUMENT);
    await eventually(async () => assert.equal((await hears(opened, "change", "it")).cause, "restore"));
    const before = (await opened.told("change")).length;
    await it.evaluate((element, scenario) => element.restore(element.save()), DOCUMENT);
    await settled(opened.page);
    assert.ok((await opened.told("change")).length <= before + 1);
    const events = await opened.page.evaluate(() => told);
    assert.ok(events.every((event) => event.composed && event.bubbles));
    opened.assertQuiet();
  });

  test("a link leads to the full page with everything that is here", async () => {
    const opened = await openEmbeds(stage, '<entente-playground id="it" scenario="example-1"></entente-playground>');
    const it = opened.page.locator("#it");
    const { link, fetched } = await it.evaluate(async (element) => ({
      link: await element.link(),
      fetched: performance.getEntriesByType("resource").filter((entry) => /part-linking/.test(entry.name)).length,
    }));
    assert.equal(fetched, 1);
    assert.equal(new URL(link).pathname, new URL(stage.server.url).pathname);
    assert.match(new URL(link).hash, /^#1\.[\w-]+$/);
    opened.assertQuiet();
  });

  test("many share one program", async () => {
    const html = Array.from({ length: 5 }, (_, at) => `<entente-playground id="e${at}" mode="handshake"></entente-playground>`);
    const opened = await openEmbeds(stage, html.join(""));
    for (let at = 0; at < 5; at += 1) {
      await whenReady(opened.page.locator(`#e${at}`));
    }
    const programs = await opened.page.evaluate(
      () => performance.getEntriesByType("resource").filter((entry) => /_bg\.wasm/.test(entry.name)).length,
    );
    assert.ok(programs <= 2, `${programs} requests`);
    opened.assertQuiet();
  });
});

describe("the modes", () => {
  const stage = useStage();

  for (const mode of ["handshake", "explanation", "matrix"]) {
    test(`${mode} shows only that, and the way to the full page`, async () => {
      const opened = await openEmbeds(stage, `<entente-playground id="it" mode="${mode}" scenario="example-2"></entente-playground>`);
      const it = opened.page.locator("#it");
      await whenReady(it);
      const seen = {
        handshake: await it.locator(".bridge").count(),
        explanation: await it.locator(".why").count(),
        matrix: await it.getByRole("treegrid").count(),
        settings: await it.getByRole("article").count(),
        bar: await it.locator(".bar").count(),
      };
      assert.deepEqual(seen, { handshake: 0, explanation: 0, matrix: 0, settings: 0, bar: 0, [mode]: 1 });
      await it.getByRole("link", { name: "Open in full" }).waitFor();
      for (const landmark of ["main", "banner", "contentinfo", "complementary"]) {
        assert.equal(await it.getByRole(landmark).count(), 0, landmark);
      }
      assert.equal(await opened.page.getByRole("region", { name: "Entente: Marketing only" }).count(), 1);
      if (process.env.SHOTS) await opened.page.screenshot({ path: `${process.env.SHOTS}/mode-${mode}.png`, fullPage: true });
      opened.assertQuiet();
    });
  }
});
