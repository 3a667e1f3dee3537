/** The same work without a mouse: whoever cannot use one must get as far. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventually } from "./support/eventually.mjs";
import { EXAMPLE_2, SHUT } from "./support/expected.mjs";
import { Keyboard } from "./support/keyboard.mjs";
import { shows } from "./support/matrix.mjs";
import { announces, explanation, gallery, headline, picker, says, setting, speaks, undo } from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const stage = useStage();

/** Opens a scenario by its title. */
async function startFrom(page, keyboard, title) {
  await keyboard.tabTo(/^Marketing only/, { role: "button" });
  await keyboard.press("Enter");
  await gallery(page).waitFor();
  await keyboard.tabTo(new RegExp(`^${title} `), { role: "button" });
  await keyboard.press("Enter");
  await gallery(page).waitFor({ state: "hidden" });
}

/** Makes a blocking sentence, which the focus comes to next, allow. */
async function allow(page, keyboard, tenant, way, options) {
  await keyboard.tabTo(`${way} ${way === "Inbound" ? "to" : "from"} ${tenant}, direct connect: allow or block`, options);
  const sentence = setting(page, tenant, way);
  assert.ok(await sentence.locator("select:focus").count(), `that is not ${tenant}’s ${way}`);
  await keyboard.press("ArrowUp");
  await speaks(sentence, /^\S+ .*\bAllow\b/);
}

/** Names Marketing, and nobody else, in the sentence the focus is in. */
async function nameMarketing(page, keyboard, way) {
  await keyboard.tabTo(new RegExp(`^${way} \\w+ \\w+, direct connect: who\\. Now: all users`));
  await keyboard.press("Enter");
  await picker(page).waitFor();
  await eventually(async () => assert.match((await keyboard.focused()).name, /^all users/, "the list has no focus"));
  await keyboard.tabTo(/^Marketing/, { role: "checkbox" });
  await keyboard.press("Space");
  await keyboard.press("Escape");
  await picker(page).waitFor({ state: "detached" });
  await eventually(async () =>
    assert.match((await keyboard.focused()).name, new RegExp(`^${way} \\w+ \\w+, direct connect: who\\. Now: Marketing`)),
  );
}

test("Example 2 is built, explained and undone by keyboard alone", async () => {
  const { page, assertQuiet } = await stage.open();
  const keyboard = await Keyboard.of(page);
  await startFrom(page, keyboard, "Shipped defaults");
  await eventually(async () => assert.match((await keyboard.focused()).name, /^Shipped defaults/));

  await allow(page, keyboard, "Contoso", "Inbound");
  await nameMarketing(page, keyboard, "Inbound");
  await allow(page, keyboard, "Contoso", "Outbound");
  await allow(page, keyboard, "Fabrikam", "Outbound");
  await nameMarketing(page, keyboard, "Outbound");
  await allow(page, keyboard, "Fabrikam", "Inbound");
  const edits = 6;
  await shows(page, EXAMPLE_2.fabrikamToContoso);

  await keyboard.tabTo(/^Fabrikam → Contoso/, { role: "radio" });
  await keyboard.press("ArrowRight");
  await shows(page, EXAMPLE_2.contosoToFabrikam);
  await keyboard.press("ArrowLeft");
  await shows(page, EXAMPLE_2.fabrikamToContoso);

  await keyboard.tabTo(/./, { role: "rowheader" });
  await keyboard.press("Control+Home");
  assert.match((await keyboard.focused()).name, /^Marketing/);
  await keyboard.press("ArrowDown", 5);
  assert.match((await keyboard.focused()).name, /^Ben Okafor/);
  await keyboard.press("ArrowRight");
  assert.deepEqual(await keyboard.focused(), { name: "No", role: "gridcell" });
  await keyboard.press("Enter");
  await says(headline(page), "Ben Okafor can’t open Contoso’s Teams shared channel.");
  await announces(page, /^Ben Okafor can’t open .* Both administrators have to act\.$/);
  await speaks(explanation(page), /AADSTS500212 or AADSTS500213/);

  await keyboard.tabTo(/^Show inbound: Contoso’s settings for Fabrikam: inbound direct connect/);
  await keyboard.press("Enter");
  const inbound = setting(page, "Contoso", "Inbound");
  await eventually(async () => {
    assert.equal((await keyboard.focused()).name, "Inbound: Fabrikam’s people reach Contoso");
    assert.match(await inbound.getAttribute("class"), /\blit\b/);
  });
  // From there on it is the next stop that changes it.
  await keyboard.press("Tab");
  assert.equal((await keyboard.focused()).name, "Inbound to Contoso, direct connect: allow or block");

  for (let undone = 0; undone < edits; undone += 1) {
    assert.ok(await undo(page).isEnabled(), `only ${undone} of ${edits} edits could be undone`);
    await keyboard.press("Control+z");
  }
  await eventually(async () => assert.ok(await undo(page).isDisabled(), "there is more to undo than was done"));
  await shows(page, SHUT.fabrikamToContoso);
  await keyboard.press("Control+Shift+z", edits);
  await shows(page, EXAMPLE_2.fabrikamToContoso);
  assertQuiet();
});

test("whoever looks the other way, or by the other feature, is told what there is to see", async () => {
  const { page, assertQuiet } = await stage.open();
  const keyboard = await Keyboard.of(page);
  await keyboard.tabTo(/^Direct connect/, { role: "radio" });
  await keyboard.press("ArrowRight");
  await announces(page, /^B2B collaboration, Fabrikam to Contoso: 5 of 5 people can connect\.$/);
  await keyboard.press("ArrowLeft");
  await announces(page, /^B2B direct connect, Fabrikam to Contoso: 3 of 5 people can connect\.$/);
  // An explanation is open, and belongs to the direction that is left.
  await keyboard.tabTo(/^Fabrikam → Contoso/, { role: "radio" });
  await keyboard.press("ArrowRight");
  await announces(page, /^B2B direct connect, Contoso to Fabrikam: 6 of 6 people can connect\.$/);
  assertQuiet();
});

test("in the matrix the arrows go where the focus is, wherever the mouse put it", async () => {
  const { page, assertQuiet } = await stage.open();
  const keyboard = await Keyboard.of(page);
  const rows = page.getByRole("treegrid").locator("tbody tr");
  const before = await rows.count();
  // Li Wei × Teams shared channel.
  await rows.nth(2).locator("td").first().click();
  await keyboard.press("ArrowLeft");
  assert.match((await keyboard.focused()).name, /^Li Wei/);
  assert.equal(await rows.count(), before, "a class that has no focus was folded");
  await keyboard.press("ArrowRight", 2);
  await keyboard.press("Enter");
  await says(headline(page), "Li Wei can open Contoso’s SharePoint Online.");
  assertQuiet();
});

test("classes are folded and unfolded by the arrows", async () => {
  const { page, assertQuiet } = await stage.open();
  const keyboard = await Keyboard.of(page);
  const rows = page.getByRole("treegrid").locator("tbody tr");
  const all = await rows.count();
  await keyboard.tabTo(/^Marketing/, { role: "rowheader" });
  await keyboard.press("ArrowLeft");
  await eventually(async () => assert.equal(await rows.count(), all - 3));
  assert.match((await keyboard.focused()).name, /^Marketing/);
  await keyboard.press("ArrowRight");
  await eventually(async () => assert.equal(await rows.count(), all));
  await keyboard.press("Enter");
  await eventually(async () => assert.equal(await rows.count(), all - 3));
  assertQuiet();
});

test("undo and redo work when nothing has the focus", async () => {
  const { page, assertQuiet } = await stage.open();
  const keyboard = await Keyboard.of(page);
  const isCalled = (name) =>
    eventually(async () => assert.equal(await page.getByRole("article", { name, exact: true }).count(), 1, name));
  await keyboard.tabTo(/^Organization’s name/);
  await keyboard.press("Control+a");
  await page.keyboard.type("Initech");
  await keyboard.press("Enter");
  await isCalled("Initech");
  // A click beside everything.
  await page.getByRole("contentinfo").click();
  await keyboard.press("Control+z");
  await isCalled("Contoso");
  await keyboard.press("Control+Shift+z");
  await isCalled("Initech");
  assertQuiet();
});

test("in a text field, undo is the field’s own", async () => {
  const { page, assertQuiet } = await stage.open();
  const keyboard = await Keyboard.of(page);
  await keyboard.tabTo(/^Multifactor authentication/, { role: "checkbox" });
  await keyboard.press("Space");
  await eventually(async () => assert.ok(await undo(page).isEnabled()));
  await keyboard.tabTo("Find a person or app");
  await page.keyboard.type("Ana");
  await keyboard.press("Control+z");
  await keyboard.press("Tab");
  assert.ok(await undo(page).isEnabled(), "the scenario’s edit was undone from within a text field");
  assertQuiet();
});
