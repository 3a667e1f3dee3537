/** Work is not lost: not by a reload, not without storage, not by what was saved wrongly, not by a crash. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { eventually, settled } from "./support/eventually.mjs";
import { EXAMPLE_2 } from "./support/expected.mjs";
import { look, people, shows } from "./support/matrix.mjs";
import {
  bridge,
  directory,
  openDirectory,
  panel,
  says,
  scenarioButton,
  setting,
  since,
  speaks,
  startFrom,
  textButton,
  textDialog,
  undo,
  verb,
} from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

/** Where the page keeps the work. */
const WORK = "entente.work.1";

const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "null"), WORK);

const save = (playground) => playground.evaluate((element) => element.save());

describe("work", () => {
  const stage = useStage();

  test("is there again after a reload", async () => {
    const { page, playground, untilReady, assertQuiet } = await stage.open();
    await startFrom(page, "The same settings for collaboration");
    await verb(setting(page, "Contoso", "Inbound")).selectOption("Block");
    await look(page, "Contoso", "Fabrikam");
    await speaks(since(page), /^Since “The same settings for collaboration” \+\d+ −[1-9]/);
    const before = { scenario: await save(playground), since: await since(page).innerText(), people: await people(page) };
    await eventually(async () => {
      const work = await kept(page);
      assert.equal(work?.home, 0);
      assert.equal(JSON.stringify(JSON.parse(work.scenario)), JSON.stringify(JSON.parse(before.scenario)));
    });

    await page.reload();
    await untilReady();
    await shows(page, before.people);
    assert.equal(await save(playground), before.scenario);
    assert.equal(await since(page).innerText(), before.since);
    assert.ok(await bridge(page).getByRole("radio", { name: "Collaboration" }).isChecked());
    assert.ok(await page.getByRole("radio", { name: "Contoso → Fabrikam" }).isChecked());
    await speaks(scenarioButton(page), /^The same settings for collaboration edited$/);
    await page.getByText("Your work is kept in this browser.").waitFor();
    assertQuiet();
  });

  test("is saved even if the page is left at once", async () => {
    const { page, playground, untilReady, assertQuiet } = await stage.open();
    await verb(setting(page, "Contoso", "Inbound")).selectOption("Block");
    const before = await save(playground);
    assert.match(before, /"blocked"/);
    await page.reload();
    await untilReady();
    assert.ok((await save(playground)) === before, "the last edit is lost");
    assertQuiet();
  });

  for (const [what, take] of Object.entries({
    "fails when it is asked for": () =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      }),
    "is not there": () => Object.defineProperty(window, "localStorage", { value: null }),
    "is full": () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  })) {
    test(`goes on where storage ${what}, and the page says so`, async () => {
      const { page, assertQuiet } = await stage.open({ prepare: (page) => page.addInitScript(take) });
      await shows(page, EXAMPLE_2.fabrikamToContoso);
      await verb(setting(page, "Fabrikam", "Outbound")).selectOption("Block");
      await eventually(async () => assert.ok(await undo(page).isEnabled()));
      await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
      await page.getByText("This browser gives no storage: copy the scenario as text before you leave.").waitFor();
      assert.equal(await page.getByText("Your work is kept in this browser.").count(), 0);
      assertQuiet();
    });
  }

  for (const [what, text] of Object.entries({
    "is no JSON": "{",
    "is something else": `[1, "two"]`,
    "is another program’s": `{"scenario": 7, "home": "x"}`,
    "holds no scenario": `{"scenario": "{}", "baseline": "{}"}`,
    "is of a later version": JSON.stringify({ scenario: `{"ententeVersion": 99, "tenants": []}` }),
    "is empty": "",
  })) {
    test(`that ${what} gives way to the first scenario`, async () => {
      const { page, assertQuiet } = await stage.open({
        prepare: (page) => page.addInitScript(([key, text]) => localStorage.setItem(key, text), [WORK, text]),
      });
      await says(scenarioButton(page), "Marketing only");
      await shows(page, EXAMPLE_2.fabrikamToContoso);
      assertQuiet();
    });
  }

  test("with a broken baseline or an unknown feature is opened all the same", async () => {
    const { page: first, playground } = await stage.open();
    const scenario = JSON.stringify({ ...JSON.parse(await save(playground)), title: "Mine" });
    await first.close();
    const work = JSON.stringify({ scenario, baseline: "{", origin: "gone", feature: "telepathy", home: 7 });
    const { page, assertQuiet } = await stage.open({
      prepare: (page) => page.addInitScript(([key, text]) => localStorage.setItem(key, text), [WORK, work]),
    });
    await says(scenarioButton(page), "Mine");
    assert.ok(await bridge(page).getByRole("radio", { name: "Direct connect" }).isChecked());
    assertQuiet();
  });
});

describe("after a crash", () => {
  const stage = useStage();

  /** Takes rows from under the page's feet, so that putting another before them fails. */
  async function crash(page) {
    await openDirectory(page, "Fabrikam");
    await page.getByRole("treegrid").locator("tbody").evaluate((rows) => rows.replaceChildren());
    await directory(page, "Fabrikam").getByRole("textbox", { name: "Add a person" }).fill("Zoë Quine");
    await page.keyboard.press("Enter");
    const notice = page.locator(".crash");
    await notice.waitFor();
    return notice;
  }

  test("the scenario is offered as text, and a fresh page opens it", async () => {
    const { page, troubles } = await stage.open();
    await startFrom(page, "MFA required and trusted");
    await verb(setting(page, "Contoso", "Outbound")).selectOption("Block");
    await eventually(async () => assert.ok(await undo(page).isEnabled()));
    const notice = await crash(page);
    assert.equal(await notice.getByRole("alert").count(), 1);
    assert.equal(await notice.getByRole("heading").innerText(), "Entente broke. Your scenario did not.");
    const text = await notice.getByRole("textbox", { name: "The scenario as text" }).inputValue();
    assert.ok(troubles.some((line) => /panicked|unreachable|RuntimeError/.test(line)), "the console says nothing of it");

    const { page: fresh, playground, assertQuiet } = await stage.open();
    await playground.evaluate((element, text) => element.restore(text), text);
    await says(scenarioButton(fresh), "MFA required and trusted");
    assert.equal(await verb(setting(fresh, "Contoso", "Outbound")).inputValue(), "Block");
    await look(fresh, "Fabrikam", "Contoso");
    assert.equal((await people(fresh))["Ana Ruiz"]["Teams shared channel"], "Yes");
    assertQuiet();
  });

  test("the text can be copied", async () => {
    const { page } = await stage.open({ context: { permissions: ["clipboard-read", "clipboard-write"] } });
    const notice = await crash(page);
    await notice.getByRole("button", { name: "Copy the scenario" }).click();
    await notice.getByRole("button", { name: "Copied" }).waitFor();
    const text = await notice.getByRole("textbox").inputValue();
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())) === text);
    assert.equal(JSON.parse(text).title, "Marketing only");
  });

  test("the page comes back with the work, or without it", async () => {
    const { page, untilReady } = await stage.open();
    await startFrom(page, "Shipped defaults");
    await eventually(async () => assert.equal(JSON.parse((await kept(page)).scenario).title, "Shipped defaults"));
    for (const [button, title] of [
      ["Reload", "Shipped defaults"],
      ["Forget saved work and start afresh", "Marketing only"],
    ]) {
      const notice = await crash(page);
      await Promise.all([page.waitForEvent("load"), notice.getByRole("button", { name: button }).click()]);
      await untilReady();
      await eventually(async () => assert.match(await scenarioButton(page).innerText(), new RegExp(`^${title}`)));
    }
  });

  test("the notice keeps the rules of accessibility", async () => {
    const { assertAccessible } = await import("./support/axe.mjs");
    for (const colorScheme of ["light", "dark"]) {
      const { page } = await stage.open({ colorScheme });
      await crash(page);
      await assertAccessible(page, { state: `the notice of a crash (${colorScheme})` });
    }
  });
});

describe("the scenario as text", () => {
  const stage = useStage();

  async function paste(page, text) {
    if (!(await textDialog(page).isVisible())) {
      await textButton(page).click();
    }
    await textDialog(page).getByRole("textbox").fill(text);
    await textDialog(page).getByRole("button", { name: "Open this text" }).click();
  }

  test("is refused with the place that is wrong, and changes nothing", async () => {
    const { page, playground, assertQuiet } = await stage.open();
    const before = await save(playground);
    const refusals = {
      '{\n  "title": "x",\n  "tenants": [,]\n}': /not valid JSON.*line 3 column/,
      "": /not valid JSON/,
      "[]": /`title` and `tenants`/,
      '{"tenants": [{"id": "a", "displayName": "A"}]}': /`\/tenants` holds 1 of the two tenants/,
      '{"tenants": [{"id": 7, "displayName": "A"}, {"id": "b", "displayName": "B"}]}': /`\/tenants\/0\/id` should be an id, but is a number/,
      '{"tenants": [{"id": "a", "displayName": "A"}, {"id": "a", "displayName": "B"}]}': /`\/tenants\/1` has the id `a`, which stands there already/,
      '{"ententeVersion": 2, "tenants": []}': /newer Entente/,
    };
    for (const [text, expected] of Object.entries(refusals)) {
      await paste(page, text);
      await speaks(textDialog(page).getByRole("status"), /^Not opened, nothing changed: /);
      await speaks(textDialog(page).getByRole("status"), expected);
      assert.ok((await save(playground)) === before, `something changed by ${text}`);
    }
    assert.ok(await undo(page).isDisabled());
    assertQuiet();
  });

  test("is opened where it is one, with what it holds beyond the page’s knowledge", async () => {
    const { page, playground, assertQuiet } = await stage.open();
    const scenario = JSON.parse(await save(playground));
    scenario.title = "From a text";
    scenario.mine = { kept: [1, null, "🧑🏽‍🚀"] };
    scenario.tenants[1].displayName = "Northwind";
    await paste(page, JSON.stringify(scenario));
    await textDialog(page).waitFor({ state: "hidden" });
    await says(scenarioButton(page), "From a text");
    assert.equal(await panel(page, "Northwind").count(), 1);
    assert.deepEqual(JSON.parse(await save(playground)), scenario);
    assertQuiet();
  });
});

describe("the element", () => {
  const stage = useStage();
  const two = '<main><entente-playground id="one"></entente-playground><entente-playground id="two"></entente-playground></main>';

  /** A document with two playgrounds, neither of which keeps anything. */
  async function openTwo() {
    const { documentWith } = await import("./support/documents.mjs");
    const html = await documentWith(two);
    const opened = await stage.open({
      prepare: (page) => page.route("**/two.html", (route) => route.fulfill({ contentType: "text/html", body: html })),
      path: "two.html",
    });
    const [one, other] = [opened.page.locator("#one"), opened.page.locator("#two")];
    await eventually(async () => assert.ok(await other.evaluate((element) => element.hasAttribute("data-ready"))));
    return { ...opened, one, other };
  }

  const title = (element) => element.evaluate((element) => JSON.parse(element.save()).title);
  const called = (name) => ({
    title: name,
    tenants: [
      { id: "a", displayName: "A" },
      { id: "b", displayName: "B" },
    ],
  });

  test("stands twice on a document, and each is its own", async () => {
    const { page, one, other, assertQuiet } = await openTwo();
    await one.evaluate((element, scenario) => element.restore(scenario), called("Only here"));
    assert.equal(await title(one), "Only here");
    assert.equal(await title(other), "Marketing only");
    await verb(setting(other, "Contoso", "Inbound")).selectOption("Block");
    await eventually(async () => assert.ok(await undo(other).isEnabled()));
    assert.ok(await undo(one).isDisabled());
    // Choices of one among a few are told apart, too.
    await bridge(other).getByRole("radio", { name: "Collaboration" }).check();
    await settled(page);
    assert.ok(await bridge(one).getByRole("radio", { name: "Direct connect" }).isChecked());
    assert.equal(await page.evaluate(() => localStorage.length), 0, "an element that was not told to keep anything does");
    assertQuiet();
  });

  test("keeps its state when it is moved", async () => {
    const { page, one, assertQuiet } = await openTwo();
    await verb(setting(one, "Contoso", "Inbound")).selectOption("Block");
    await eventually(async () => assert.ok(await undo(one).isEnabled()));
    const before = await save(one);
    await page.evaluate(() => document.body.append(document.getElementById("one")));
    await settled(page);
    assert.equal(await save(one), before);
    await undo(one).click();
    await eventually(async () => assert.ok(await undo(one).isDisabled()));
    assert.equal(await verb(setting(one, "Contoso", "Inbound")).inputValue(), "Allow");
    assertQuiet();
  });

  test("works again after it was removed and put back", async () => {
    const { page, one, assertQuiet } = await openTwo();
    for (let round = 0; round < 3; round += 1) {
      await page.evaluate(async () => {
        const element = document.getElementById("one");
        element.remove();
        // Longer than a task: this is no move.
        await new Promise((over) => requestAnimationFrame(() => over()));
        if (element.hasAttribute("data-ready") || element.shadowRoot.childElementCount > 0) {
          throw new Error("what was removed is still up");
        }
        document.body.prepend(element);
      });
      await eventually(async () => assert.ok(await one.evaluate((element) => element.hasAttribute("data-ready"))));
      assert.equal(await title(one), "Marketing only");
      await verb(setting(one, "Contoso", "Inbound")).selectOption("Block");
      await eventually(async () => assert.ok(await undo(one).isEnabled()));
    }
    assertQuiet();
  });

  test("gives back what it was given", async () => {
    const { one, assertQuiet } = await openTwo();
    for (const form of ["object", "text"]) {
      const scenario = called(`As ${form}`);
      const given = form === "text" ? JSON.stringify(scenario) : scenario;
      const saved = await one.evaluate((element, given) => {
        element.restore(given);
        return element.save();
      }, given);
      const { ententeVersion, title, tenants } = JSON.parse(saved);
      assert.equal(ententeVersion, 1);
      assert.equal(title, scenario.title);
      assert.deepEqual(tenants.map(({ id, displayName }) => ({ id, displayName })), scenario.tenants);
      await says(scenarioButton(one), scenario.title);
      const again = await one.evaluate((element, saved) => {
        element.restore(saved);
        return element.save();
      }, saved);
      assert.equal(again, saved);
    }
    assertQuiet();
  });

  const error = (locator, member, argument) =>
    locator.evaluate(
      (element, [member, argument]) => {
        try {
          element[member](argument);
          return "nothing was thrown";
        } catch (error) {
          return error instanceof Error ? error.message : `no error was thrown, but ${typeof error}`;
        }
      },
      [member, argument],
    );

  test("throws a clear error at what is no scenario, and stays as it is", async () => {
    const { one, assertQuiet } = await openTwo();
    const before = await save(one);
    for (const [given, expected] of [
      ["nonsense", /not valid JSON.*line 1 column/],
      [{}, /`\/tenants`/],
      [null, /JSON object with `title` and `tenants`/],
      [undefined, /./],
      [[called("x")], /JSON object with `title` and `tenants`/],
      [{ tenants: "two" }, /`\/tenants` should be/],
    ]) {
      const message = await error(one, "restore", given);
      assert.doesNotMatch(message, /nothing was thrown|no error/, JSON.stringify(given));
      assert.match(message, expected);
      assert.ok((await save(one)) === before, `it changed by ${JSON.stringify(given)}`);
    }
    assertQuiet();
  });

  test("answers requests as plain objects, and throws a clear error at what is none", async () => {
    const { one, assertQuiet } = await openTwo();
    const before = await save(one);
    const request = {
      home: "f0000000-0000-4000-8000-000000000001",
      resource: "c0000000-0000-4000-8000-000000000001",
      feature: "b2bDirectConnect",
      user: "f1000000-0000-4000-8000-000000000004",
      application: "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe",
    };
    const decision = await one.evaluate((element, request) => {
      const decision = element.evaluate(request);
      return { decision, plain: Object.getPrototypeOf(decision) === Object.prototype };
    }, request);
    assert.ok(decision.plain);
    assert.equal(decision.decision.outcome, "blocked");

    const { user, ...without } = request;
    for (const [given, expected] of [
      [{ ...without, usre: user }, /not a request: .*usre/],
      [{ ...request, aplication: "x" }, /not a request: .*aplication/],
      [without, /not a request: .*user/],
      [{ ...request, feature: "telepathy" }, /not a request: .*(feature|telepathy)/],
      [{ ...request, home: 7 }, /not a request: /],
      ["nonsense", /not a request: /],
      [null, /not a request: /],
      [undefined, /not a request: /],
    ]) {
      const message = await error(one, "evaluate", given);
      assert.match(message, expected, JSON.stringify(given));
    }
    assert.ok((await save(one)) === before);
    assertQuiet();
  });
});

describe("below a path", () => {
  const stage = useStage({ prefix: "/tools/entente/" });

  test("the page works as it does at the top", async () => {
    const { page, assertQuiet } = await stage.open();
    assert.match(page.url(), /\/tools\/entente\/$/);
    await shows(page, EXAMPLE_2.fabrikamToContoso);
    await startFrom(page, "Shipped defaults");
    assertQuiet();
  });
});
