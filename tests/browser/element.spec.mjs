/** The contract of `<entente-playground>` with the page that embeds it. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { hears, openEmbeds, whenReady } from "./support/embeds.mjs";
import { eventually, settled } from "./support/eventually.mjs";
import { headline, says, scenarioButton, setting, speaks, undo, verb } from "./support/places.mjs";
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
    await speaks(headline(it), /Ben Okafor can open Contoso’s Payroll/);
    const decision = await hears(opened, "decision", "it");
    assert.equal(decision.outcome, "allowed");
    assert.equal(decision.verdict, "Yes");
    assert.match(decision.headline, /Ben Okafor/);
    await it.evaluate((element) => {
      element.user = "Ana Ruiz";
      element.application = "Teams shared channel";
      element.feature = "b2bDirectConnect";
    });
    await speaks(headline(it), /Ana Ruiz can open .*Teams shared channel/);
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
    await whenReady(it);
    const { link, fetched } = await it.evaluate(async (element) => ({
      link: await element.link(),
      fetched: performance.getEntriesByType("resource").filter((entry) => /part-opening/.test(entry.name)).length,
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

describe("readonly", () => {
  const stage = useStage();

  test("lets nobody change anything, and everybody look", async () => {
    const opened = await openEmbeds(stage, '<entente-playground id="it" scenario="example-2" readonly></entente-playground>');
    const { page } = opened;
    const it = page.locator("#it");
    await whenReady(it);
    await eventually(async () => assert.notEqual(await it.getAttribute("data-whole"), null));
    assert.ok(await verb(setting(it, "Contoso", "Inbound")).isDisabled());
    assert.ok(await scenarioButton(it).isDisabled());
    await it.locator(".tenant").first().getByRole("radio", { name: "Defaults" }).check();
    await it.locator(".bridge").getByRole("radio", { name: "Collaboration" }).check();
    await it.locator("[data-at='1,1']").click();
    await speaks(headline(it), /open/);
    for (const summary of await it.locator(".tenant summary").all()) {
      if (await summary.isVisible()) await summary.click();
    }
    await page.keyboard.press("Control+z");
    assert.deepEqual(await opened.told("change"), []);
    const enabled = await it.locator(":is(.held, .session, .under) :is(input, select, button):enabled").count();
    assert.equal(enabled, 0);
    await assertAccessible(page, { state: "a playground nobody may change" });
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/readonly.png`, fullPage: true });
    await it.evaluate((element) => (element.readonly = false));
    await eventually(async () => assert.ok(await verb(setting(it, "Contoso", "Inbound")).isEnabled()));
    opened.assertQuiet();
  });
});

describe("coming and going", () => {
  const stage = useStage();

  test("a moved element keeps its state, one that is removed lets go of it", async () => {
    const opened = await openEmbeds(stage, '<div id="place"></div><entente-playground id="it" scenario="example-1"></entente-playground>');
    const it = opened.page.locator("#it");
    await whenReady(it);
    await it.evaluate((element, scenario) => element.restore(scenario), DOCUMENT);
    for (const how of ["insertBefore", "moveBefore"]) {
      await it.evaluate((element, how) => {
        const place = document.getElementById("place");
        const [parent, before] = how === "moveBefore" ? [document.querySelector("main"), place] : [place, null];
        if (parent[how]) parent[how](element, before);
      }, how);
      await settled(opened.page);
      assert.equal(await title(it), "Of my own", how);
    }
    await it.evaluate(async (element) => {
      const parent = element.parentElement;
      element.remove();
      await new Promise((over) => setTimeout(over));
      parent.append(element);
    });
    await whenReady(it);
    assert.equal(await title(it), "Fabrikam allowed, all others blocked");
    opened.assertQuiet();
  });

  test("two hundred mounts leave nothing behind", async () => {
    const opened = await openEmbeds(stage, '<div id="place"></div>', {
      context: {},
      async prepare(page) {
        // The program keeps its memory to itself: it is seen where it is made.
        await page.addInitScript(() => {
          for (const name of ["instantiate", "instantiateStreaming"]) {
            const before = WebAssembly[name];
            WebAssembly[name] = async (...given) => {
              const made = await before.call(WebAssembly, ...given);
              const memory = (made.instance ?? made).exports?.memory;
              if (memory) globalThis.memory ??= memory;
              return made;
            };
          }
        });
      },
    });
    const { page } = opened;
    const session = await opened.context.newCDPSession(page);
    const round = (times) =>
      page.evaluate(async (times) => {
        const place = document.getElementById("place");
        for (let time = 0; time < times; time += 1) {
          const element = document.createElement("entente-playground");
          element.setAttribute("scenario", "example-1");
          element.setAttribute("mode", ["full", "matrix", "explanation", "handshake"][time % 4]);
          place.append(element);
          await element.whenReady();
          element.remove();
          await new Promise((over) => setTimeout(over));
        }
      }, times);
    const measure = async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
      return { nodes, jsEventListeners, bytes: await page.evaluate(() => globalThis.memory.buffer.byteLength) };
    };
    await page.evaluate(() => customElements.whenDefined("entente-playground"));
    await round(20);
    const before = await measure();
    await round(200);
    const after = await measure();
    if (process.env.SHOTS) console.log(before, after);
    // What one playground takes is hundreds of nodes and tens of listeners.
    assert.ok(after.nodes < before.nodes + 400, `${before.nodes} nodes became ${after.nodes}`);
    assert.ok(after.jsEventListeners < before.jsEventListeners + 40, `${before.jsEventListeners} listeners became ${after.jsEventListeners}`);
    assert.ok(after.bytes <= before.bytes + 1024 * 1024, `${before.bytes} bytes became ${after.bytes}`);
    opened.assertQuiet();
  });
});

describe("every mode", () => {
  const stage = useStage();

  for (const [colorScheme, width] of [["light", 1440], ["dark", 390]]) {
    test(`keeps the rules of accessibility (${colorScheme}, ${width})`, async () => {
      const modes = ["handshake", "explanation", "matrix", "full"];
      const html = modes.map((mode) => `<entente-playground id="${mode}" mode="${mode}" scenario="example-2"></entente-playground>`);
      const opened = await openEmbeds(stage, html.join(""), { colorScheme, viewport: { width, height: 900 } });
      for (const mode of modes) {
        await whenReady(opened.page.locator(`#${mode}`));
      }
      await eventually(async () => assert.notEqual(await opened.page.locator("#full").getAttribute("data-whole"), null));
      // Four playgrounds of one name are one page’s own doing.
      await assertAccessible(opened.page, { state: `embeds (${colorScheme}, ${width})`, except: ["landmark-unique"] });
      const { scroll, client } = await opened.page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      assert.ok(scroll <= client, `${scroll} > ${client}`);
      if (process.env.SHOTS) await opened.page.screenshot({ path: `${process.env.SHOTS}/embeds-${width}.png`, fullPage: true });
      opened.assertQuiet();
    });
  }

  test("hands what was edited over to the full page", async () => {
    const opened = await openEmbeds(stage, '<entente-playground id="it" mode="explanation" scenario="example-2"></entente-playground>');
    const { page, context } = opened;
    const it = page.locator("#it");
    await whenReady(it);
    await it.evaluate((element, scenario) => element.restore(scenario), DOCUMENT);
    const link = it.getByRole("link", { name: "Open in full" });
    const [full] = await Promise.all([context.waitForEvent("page"), link.click()]);
    await full.locator("entente-playground[data-whole]").waitFor({ state: "attached" });
    assert.equal(JSON.parse(await full.locator("entente-playground").evaluate((element) => element.save())).title, "Of my own");
    opened.assertQuiet();
  });
});
