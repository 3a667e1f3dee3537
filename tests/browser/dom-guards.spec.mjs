/**
 * Guards against two defects of Yew 0.23.0 in the DOM: conditions among siblings that break it, and lists
 * that make the elements before them anew when they grow. What someone is typing must stay, in the very
 * same element, whatever comes and goes around it.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventually, settled } from "./support/eventually.mjs";
import { look } from "./support/matrix.mjs";
import {
  add,
  bridge,
  directory,
  gallery,
  headline,
  kind,
  name,
  openDirectory,
  panel,
  picker,
  redo,
  scenarioButton,
  setting,
  targets,
  textButton,
  textDialog,
  undo,
  verb,
} from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const stage = useStage();

const DRAFT = "Half a na";

/** Fields for something that is not there yet, on both sides of everything that comes and goes. */
const drafts = (page) => [
  directory(page, "Contoso").getByRole("textbox", { name: "Add a person" }),
  directory(page, "Contoso").getByRole("textbox", { name: "Add a group" }),
  directory(page, "Contoso").getByRole("textbox", { name: "Add an application" }),
  directory(page, "Fabrikam").getByRole("textbox", { name: "Add a person" }),
  directory(page, "Fabrikam").getByRole("textbox", { name: "Add a group" }),
  directory(page, "Fabrikam").getByRole("textbox", { name: "Add an application" }),
  page.getByRole("searchbox", { name: "Find a person or app" }),
];

/** Fills the fields and remembers the elements; `check` fails when one of them is another one now. */
async function draft(page) {
  await openDirectory(page, "Contoso");
  await openDirectory(page, "Fabrikam");
  const kept = [];
  for (const field of drafts(page)) {
    const search = (await field.getAttribute("type")) === "search";
    // A search takes effect while one types: this one finds everybody.
    const words = search ? "a" : DRAFT;
    await field.fill(words);
    kept.push({ element: await field.elementHandle(), label: await field.getAttribute("aria-label"), words });
  }
  return async (after) => {
    await settled(page);
    for (const { element, label, words } of kept) {
      const state = await element.evaluate((field) => ({ there: field.isConnected, value: field.value }));
      assert.deepEqual(state, { there: true, value: words }, `“${label}” did not survive: ${after}`);
    }
  };
}

test("what is being typed stays while lists around it grow and shrink", async () => {
  const { page, playground, assertQuiet } = await stage.open();
  const check = await draft(page);
  const contoso = panel(page, "Contoso");
  const policies = contoso.getByRole("region", { name: "Contoso’s conditional access" });
  const steps = {
    "a policy more": () => policies.getByRole("button", { name: /policy of Contoso$/ }).click(),
    "two policies more": () => policies.getByRole("button", { name: /policy of Contoso$/ }).click(),
    "a policy opened": () => policies.locator("details.policy > summary").last().click(),
    "a policy less": () => policies.getByRole("button", { name: "Remove this policy" }).click(),
    "a person less": () => kind(page, "Fabrikam", "People").getByRole("button", { name: "Remove Ana Ruiz" }).click(),
    "a group less": () => kind(page, "Contoso", "Groups").getByRole("button", { name: "Remove group Engineering" }).click(),
    "an application less": () => kind(page, "Contoso", "Applications").getByRole("button", { name: "Remove Payroll" }).click(),
    "a member more": () =>
      kind(page, "Contoso", "People").getByRole("group", { name: "Diego Santos" }).getByRole("checkbox", { name: "Marketing" }).check(),
    "somebody named": () => name(page, setting(page, "Contoso", "Outbound"), "who", [/^Marketing/, /^Tom Becker/]),
    "an application named": () => name(page, setting(page, "Contoso", "Inbound"), "which", [/^Office 365/]),
    "nobody named": async () => {
      await targets(setting(page, "Fabrikam", "Outbound")).click();
      await picker(page).getByRole("checkbox", { name: /^Marketing/ }).uncheck();
      await picker(page).getByRole("button", { name: "Done" }).click();
    },
  };
  const saved = () => playground.evaluate((element) => element.save());
  for (const [step, take] of Object.entries(steps)) {
    await take();
    await check(step);
  }
  const end = await saved();
  let undone = 0;
  for (; await undo(page).isEnabled(); undone += 1) {
    await undo(page).click();
    await check(`undo ${undone + 1}`);
  }
  assert.ok(undone >= Object.keys(steps).length - 1, `only ${undone} steps were edits`);
  for (let redone = 0; redone < undone; redone += 1) {
    await redo(page).click();
    await check(`redo ${redone + 1}`);
  }
  assert.equal(await saved(), end);
  assertQuiet();
});

test("what is being typed stays while another of its kind is added", async () => {
  const { page, assertQuiet } = await stage.open();
  for (const [label, other] of [
    ["Add a person", "Add a group"],
    ["Add a group", "Add an application"],
    ["Add an application", "Add a person"],
  ]) {
    await openDirectory(page, "Fabrikam");
    const field = directory(page, "Fabrikam").getByRole("textbox", { name: label });
    await field.fill(DRAFT);
    const element = await field.elementHandle();
    for (const words of ["One more", "And another"]) {
      await add(page, "Fabrikam", other, words);
      await settled(page);
      assert.deepEqual(
        await element.evaluate((field) => [field.isConnected, field.value]),
        [true, DRAFT],
        `“${label}” did not survive “${other}”`,
      );
    }
    await field.fill("");
  }
  assertQuiet();
});

test("what is being typed stays while every panel comes and goes", async () => {
  const { page, assertQuiet } = await stage.open();
  const check = await draft(page);
  const cell = () => page.getByRole("treegrid").getByRole("gridcell").first();
  const choose = (place, label) => place.getByRole("radio", { name: label }).check();
  const opened = async (sentence, half) => {
    await targets(sentence, half).click();
    await picker(page).waitFor();
  };
  const steps = {
    "the defaults of the left": () => choose(panel(page, "Contoso"), "Defaults"),
    "a list of a default": () => opened(setting(page, "Contoso", "Inbound"), "who"),
    "the same list, of one organization": () => choose(panel(page, "Contoso"), "About Fabrikam"),
    "the defaults of the right": () => choose(panel(page, "Fabrikam"), "Defaults"),
    "a list with other ids": () => opened(setting(page, "Contoso", "Outbound"), "who"),
    "its neighbour": () => opened(setting(page, "Contoso", "Outbound"), "which"),
    "a list of the other side": () => opened(setting(page, "Fabrikam", "Outbound"), "who"),
    "a list closed": () => picker(page).getByRole("button", { name: "Done" }).click(),
    "an explanation": () => cell().click(),
    "the explanation closed": () => page.getByRole("button", { name: "Close the explanation" }).click(),
    "the explanation opened": async () => {
      await cell().click();
      await eventually(async () => assert.notEqual(await headline(page).innerText(), "Why?"));
    },
    "the other feature": () => choose(bridge(page), "Collaboration"),
    "the other direction": () => look(page, "Contoso", "Fabrikam"),
    "the explanation opened again": () => cell().click(),
    "the first feature": () => choose(bridge(page), "Direct connect"),
    "the first direction": () => bridge(page).getByRole("button", { name: "See who, person by person" }).click(),
    "one organization on the right": () => choose(panel(page, "Fabrikam"), "About Contoso"),
    "automatic redemption": () => panel(page, "Contoso").locator("summary", { hasText: "Automatic redemption" }).click(),
    "a setting given back": () =>
      setting(page, "Contoso", "Inbound").getByRole("button", { name: /^Return to default/ }).click(),
    "a setting taken over": () =>
      setting(page, "Contoso", "Inbound").getByRole("button", { name: /^Set for Fabrikam/ }).click(),
    "another word": (round) => verb(setting(page, "Contoso", "Inbound")).selectOption(round === 0 ? "Allow" : "Block"),
    // Something that the baseline does not have, whichever round it is.
    "a claim that counts": () => panel(page, "Contoso").getByRole("checkbox", { name: "Hybrid joined device" }).first().click(),
    "compared from here on": () => bridge(page).getByRole("button", { name: "Compare from here on" }).click(),
    "the gallery": async () => {
      await scenarioButton(page).click();
      await gallery(page).getByRole("button", { name: "Close" }).click();
    },
    "the scenario as text": async () => {
      await textButton(page).click();
      await textDialog(page).getByRole("button", { name: "Close" }).click();
    },
    "classes folded": async () => {
      for (const row of await page.getByRole("treegrid").locator("tbody tr[aria-expanded=true] > th").all()) {
        await row.click();
      }
    },
  };
  // Twice: what is made for the first time and what is made again go different ways.
  for (const round of [0, 1]) {
    for (const [step, take] of Object.entries(steps)) {
      await take(round);
      await check(`${step}${round === 0 ? "" : ", once more"}`);
    }
  }
  assertQuiet();
});

test("a new name that is not finished stays while the page is drawn again", async () => {
  const { page, playground, assertQuiet } = await stage.open();
  await openDirectory(page, "Fabrikam");
  const field = kind(page, "Fabrikam", "People").getByRole("textbox", { name: "Person’s name" }).first();
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" y Ruiz");
  // The mouse comes to lie on a gate of the explanation, whose settings light up.
  await page.locator("#why-headline ~ ol > li").nth(1).hover();
  await eventually(async () => assert.ok((await page.locator(".lit").count()) > 0, "nothing lights up"));
  await settled(page);
  assert.equal(await field.inputValue(), "Ana Ruiz y Ruiz");
  await page.keyboard.press("Enter");
  await eventually(async () =>
    assert.match(await playground.evaluate((element) => element.save()), /"Ana Ruiz y Ruiz"/),
  );
  assertQuiet();
});

test("an emptied name comes back", async () => {
  const { page, assertQuiet } = await stage.open();
  const field = panel(page, "Fabrikam").getByRole("textbox", { name: "Organization’s name" });
  for (const empty of ["", "   "]) {
    await field.fill(empty);
    await field.press("Enter");
    await settled(page);
    assert.equal(await field.inputValue(), "Fabrikam");
  }
  assert.ok(await undo(page).isDisabled());
  assertQuiet();
});

test("a list of targets starts anew when it is opened for another half", async () => {
  const { page, assertQuiet } = await stage.open();
  const inbound = setting(page, "Contoso", "Inbound");
  await targets(inbound).click();
  await picker(page).getByRole("textbox", { name: "Another object id" }).fill("nonsense");
  await picker(page).getByRole("button", { name: "Add" }).click();
  await picker(page).getByText(/is not an object id/).waitFor();
  await targets(inbound, "which").click();
  const field = picker(page).getByRole("textbox", { name: "Another application id" });
  await field.waitFor();
  await settled(page);
  assert.equal(await picker(page).getByText(/is not an object id/).count(), 0, "the complaint is of the other list");
  assert.equal(await field.inputValue(), "", "what was typed belongs to the other list");
  assertQuiet();
});

test("a text that is not a scenario stays to be mended", async () => {
  const { page, assertQuiet } = await stage.open();
  await textButton(page).click();
  const area = textDialog(page).getByRole("textbox");
  const broken = `{ "title": "Half of it"`;
  await area.fill(broken);
  await textDialog(page).getByRole("button", { name: "Open this text" }).click();
  await textDialog(page).getByText(/^Not opened, nothing changed/).waitFor();
  await settled(page);
  assert.ok((await area.inputValue()) === broken, "what was pasted is gone, and cannot be mended");
  await startAnew(page);
  assertQuiet();
});

/** A text that was not opened is gone when the dialog is opened again. */
async function startAnew(page) {
  await textDialog(page).getByRole("button", { name: "Close" }).click();
  await textButton(page).click();
  await eventually(async () => assert.match(await textDialog(page).getByRole("textbox").inputValue(), /"Marketing only"/));
}
