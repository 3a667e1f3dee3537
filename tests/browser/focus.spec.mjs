/**
 * The focus is never lost: whoever goes by keyboard, or listens, is where they were, or where it goes on,
 * after what they acted on is gone.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventually, settled } from "./support/eventually.mjs";
import { Keyboard, assertFocusKept } from "./support/keyboard.mjs";
import {
  gallery,
  kind,
  openDirectory,
  panel,
  picker,
  scenarioButton,
  setting,
  startFrom,
  targets,
  text,
  textDialog,
  undo,
} from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const stage = useStage();

/** A page with a keyboard on it, at a scenario. */
async function begin(title = "Marketing only") {
  const opened = await stage.open();
  await startFrom(opened.page, title);
  const keyboard = await Keyboard.of(opened.page);
  const isAt = (name) => eventually(async () => assert.match((await keyboard.focused()).name, name));
  return { ...opened, keyboard, isAt };
}

/** Presses Enter on something and waits until it, or what it belongs to, is gone. */
async function pressAway(page, keyboard, target, gone = target) {
  await target.focus();
  await keyboard.press("Enter");
  await gone.waitFor({ state: "detached" });
  await settled(page);
}

test("closing a list of targets goes back to what opened it", async () => {
  const { page, keyboard, isAt, assertQuiet } = await begin();
  const button = targets(setting(page, "Contoso", "Inbound"));
  await button.focus();
  await keyboard.press("Enter");
  await isAt(/^all users/);
  await keyboard.press("Escape");
  await picker(page).waitFor({ state: "detached" });
  await isAt(/^Inbound to Contoso, direct connect: who\. Now: Marketing Fabrikam group$/);

  await keyboard.press("Enter");
  await isAt(/^all users/);
  await keyboard.tabTo("Done", { role: "button" });
  await keyboard.press("Enter");
  await picker(page).waitFor({ state: "detached" });
  await isAt(/^Inbound to Contoso, direct connect: who\. Now: Marketing Fabrikam group$/);

  // Opened by the same button, which closes it, too.
  await keyboard.press("Enter");
  await isAt(/^all users/);
  await keyboard.tabTo(/^Inbound to Contoso, direct connect: who/, { back: true });
  await keyboard.press("Enter");
  await picker(page).waitFor({ state: "detached" });
  await isAt(/^Inbound to Contoso, direct connect: who\. Now: Marketing Fabrikam group$/);
  assertQuiet();
});

test("another list of targets takes the focus over", async () => {
  const { page, keyboard, isAt, assertQuiet } = await begin();
  await targets(setting(page, "Contoso", "Inbound")).focus();
  await keyboard.press("Enter");
  await isAt(/^all users/);
  await targets(setting(page, "Contoso", "Inbound"), "which").focus();
  await keyboard.press("Enter");
  await isAt(/^all applications/);
  await keyboard.press("Escape");
  await isAt(/^Inbound to Contoso, direct connect: which applications\. Now: all applications$/);
  assertQuiet();
});

test("closing a dialog goes back to the button that opened it", async () => {
  const { page, keyboard, isAt, assertQuiet } = await begin();
  const dialogs = [
    [/^Marketing only$/, gallery(page)],
    [/^Scenario as text$/, textDialog(page)],
    [/^Import$/, page.getByRole("dialog", { name: "Bring your tenants" })],
    [/^Export$/, page.getByRole("dialog", { name: "Take the changes away" })],
  ];
  for (const [button, dialog] of dialogs) {
    await page.getByRole("banner").getByRole("button", { name: button }).focus();
    await keyboard.press("Enter");
    await dialog.waitFor();
    await assertFocusKept(page, `opening the dialog of ${button}`);
    await keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await isAt(button);

    await keyboard.press("Enter");
    await dialog.waitFor();
    await dialog.getByRole("button", { name: "Close" }).focus();
    await keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
    await isAt(button);
  }
  assertQuiet();
});

test("Escape in a name drops the new name, and nothing else", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  await scenarioButton(page).click();
  const field = gallery(page).getByRole("textbox", { name: "Scenario’s name" });
  await field.fill("Something else");
  await keyboard.press("Escape");
  await settled(page);
  assert.ok(await gallery(page).isVisible(), "the dialog was closed as well");
  assert.equal(await field.inputValue(), "Marketing only");
  assert.ok(await undo(page).isDisabled());
  assertQuiet();
});

test("a name keeps the focus, or hands it on, when it is finished", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  for (const [key, left] of [["Enter", "Initech"], ["Escape", "Initech"]]) {
    const field = page.getByRole("textbox", { name: "Organization’s name" }).first();
    await field.focus();
    await keyboard.press("Control+a");
    await page.keyboard.type(key === "Enter" ? "Initech" : "Umbrella");
    await keyboard.press(key);
    await eventually(async () => assert.equal(await panel(page, left).count(), 1));
    await settled(page);
    await assertFocusKept(page, `${key} in a name`);
  }
  assertQuiet();
});

test("the last undo leaves the focus somewhere, and so does the last redo", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  await setting(page, "Contoso", "Inbound").getByRole("combobox", { name: /allow or block/ }).selectOption("Block");
  await eventually(async () => assert.ok(await undo(page).isEnabled()));
  await undo(page).focus();
  await keyboard.press("Enter");
  await eventually(async () => assert.equal(await setting(page, "Contoso", "Inbound").locator("select").first().inputValue(), "Allow"));
  await settled(page);
  await assertFocusKept(page, "the last undo");
  const redo = page.getByRole("button", { name: "Redo" });
  await redo.focus();
  await keyboard.press("Enter");
  await eventually(async () => assert.equal(await setting(page, "Contoso", "Inbound").locator("select").first().inputValue(), "Block"));
  await settled(page);
  await assertFocusKept(page, "the last redo");
  assertQuiet();
});

test("undo by the keys leaves the focus where it is", async () => {
  const { page, keyboard, isAt, assertQuiet } = await begin();
  const box = panel(page, "Contoso").getByRole("checkbox", { name: "Compliant device" });
  await box.focus();
  await keyboard.press("Space");
  await eventually(async () => assert.ok(await undo(page).isEnabled()));
  await keyboard.press("Control+z");
  await eventually(async () => assert.ok(!(await box.isChecked())));
  await isAt(/^Compliant device/);
  assertQuiet();
});

for (const [what, list, label] of [
  ["a person", "People", "Remove Li Wei"],
  ["a group", "Groups", "Remove group Sales"],
  ["an application", "Applications", "Remove SharePoint Online"],
]) {
  test(`removing ${what} leaves the focus near by`, async () => {
    const { page, keyboard, assertQuiet } = await begin();
    await openDirectory(page, "Fabrikam");
    await pressAway(page, keyboard, kind(page, "Fabrikam", list).getByRole("button", { name: label }));
    await assertFocusKept(page, `removing ${what}`);
    assertQuiet();
  });
}

test("removing the last person leaves the focus near by", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  await openDirectory(page, "Fabrikam");
  for (const name of ["Priya Nair", "Ben Okafor", "Noor Haddad", "Li Wei", "Ana Ruiz"]) {
    await pressAway(
      page,
      keyboard,
      kind(page, "Fabrikam", "People").getByRole("button", { name: `Remove ${name}` }),
    );
  }
  await assertFocusKept(page, "removing everyone");
  assertQuiet();
});

test("removing a policy leaves the focus near by", async () => {
  const { page, keyboard, assertQuiet } = await begin("MFA required, not trusted");
  const policies = panel(page, "Contoso").getByRole("region", { name: "Contoso’s conditional access" });
  await policies.locator("summary").first().click();
  await pressAway(page, keyboard, policies.getByRole("button", { name: "Remove this policy" }));
  await assertFocusKept(page, "removing a policy");
  assertQuiet();
});

test("closing the explanation leaves the focus in the matrix or in what stays", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  await pressAway(page, keyboard, page.getByRole("button", { name: "Close the explanation" }));
  await assertFocusKept(page, "closing the explanation");
  assertQuiet();
});

test("what a button says may change under the focus, or it goes and hands the focus on", async () => {
  const { page, keyboard, assertQuiet } = await begin();
  const press = async (target, what) => {
    const pressed = await target.elementHandle();
    const words = await text(target);
    await target.focus();
    await keyboard.press("Enter");
    await eventually(async () =>
      assert.ok(!(await pressed.isVisible()) || (await pressed.innerText()) !== words, `${words} did nothing`),
    );
    await settled(page);
    await assertFocusKept(page, what);
  };
  const contoso = panel(page, "Contoso");
  await press(contoso.getByRole("button", { name: "Return to default: Inbound to Contoso, direct connect" }), "returning to the default");
  await press(contoso.getByRole("button", { name: "Set for Fabrikam: Inbound to Contoso, direct connect" }), "setting it for one organization");
  await press(page.getByRole("button", { name: "See who, person by person" }), "looking the other way");
  await press(page.getByRole("button", { name: "Compare from here on" }), "comparing from here on");
  assertQuiet();
});
