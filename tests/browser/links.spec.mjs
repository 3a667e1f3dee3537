/** Links: what the page’s address says, and what is shared. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { eventually, settled } from "./support/eventually.mjs";
import { headline, panel, says, scenarioButton, setting, speaks, startFrom, undo, verb } from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const shareButton = (page) => page.locator(".bar").getByRole("button", { name: "Share" });
const shareDialog = (page) => page.getByRole("dialog", { name: "Share" });
const notice = (page) => page.locator(".notices .notice");
const frozen = async (name) => (await readFile(new URL(`../links/${name}.link`, import.meta.url), "utf8")).trim();
const title = (page, name) => speaks(scenarioButton(page), new RegExp(`^${name}`));
const inbound = (page) => verb(setting(page, "Contoso", "Inbound"));

/** Waits until what was edited is kept. */
const kept = (page, key, pattern) =>
  eventually(async () => assert.match((await page.evaluate((key) => localStorage.getItem(key), key)) ?? "", pattern));

describe("a link", () => {
  const stage = useStage();

  test("opens what it holds, and one’s own work stays", async () => {
    const link = await frozen("mfa-with-trust");
    const { page, untilReady, assertQuiet } = await stage.open();
    await startFrom(page, "Shipped defaults");
    await kept(page, "entente.work.1", /Shipped defaults/);
    await page.evaluate((link) => (location.hash = link), link);
    await title(page, "MFA required and trusted");
    await speaks(notice(page), /Your own work is kept beside it/);
    await page.reload();
    await untilReady();
    await title(page, "MFA required and trusted");
    await notice(page).getByRole("button", { name: "Back to your own work" }).click();
    await title(page, "Shipped defaults");
    assert.equal(new URL(page.url()).hash, "");
    await page.goBack();
    await title(page, "MFA required and trusted");
    assertQuiet();
  });

  test("is what it was after an edit and a reload, with the edit on top, until one starts from it again", async () => {
    const link = await frozen("mfa-with-trust");
    const { page, untilReady, assertQuiet } = await stage.open({ path: `#${link}` });
    await title(page, "MFA required and trusted");
    const before = await inbound(page).inputValue();
    await inbound(page).selectOption("Block");
    await kept(page, "entente.links.1", /MFA required/);
    assert.equal(await page.evaluate(() => localStorage.getItem("entente.work.1")), null);
    await page.reload();
    await untilReady();
    await speaks(notice(page), /Your edits on top of this link are back/);
    assert.equal(await inbound(page).inputValue(), "Block");
    await notice(page).getByRole("button", { name: "Start from the link again" }).click();
    await eventually(async () => assert.equal(await inbound(page).inputValue(), before));
    await page.reload();
    await untilReady();
    assert.equal(await inbound(page).inputValue(), before);
    assertQuiet();
  });

  test("that is broken says what is wrong, and keeps the work", async () => {
    const link = await frozen("example-2");
    const { page } = await stage.open();
    await inbound(page).selectOption("Block");
    for (const [fragment, expected] of [
      [link.slice(0, 300), /can’t be opened, and nothing was changed: .*cut short/],
      ["2.abc", /newer Entente/],
      ["1.", /can’t be opened/],
    ]) {
      await page.evaluate((hash) => (location.hash = hash), fragment);
      await speaks(notice(page), expected);
      assert.equal(await notice(page).getAttribute("role"), "alert");
      assert.equal(await inbound(page).inputValue(), "Block");
    }
    await assertAccessible(page, { state: "a broken link" });
    await notice(page).getByRole("button", { name: "Dismiss" }).click();
    await eventually(async () => assert.ok(!(await notice(page).isVisible())));
    assert.ok(await undo(page).isEnabled());
  });

  test("is not loaded for by a page that has none", async () => {
    const { page } = await stage.open();
    const linking = () => page.evaluate(() => performance.getEntriesByType("resource").some((entry) => /part-opening/.test(entry.name)));
    await settled(page);
    assert.equal(await linking(), false);
    await page.locator("entente-playground").evaluate((element) => element.link());
    assert.equal(await linking(), true, "the module has another name");
  });

  test("without storage keeps one’s own work for as long as the page is open", async () => {
    const link = await frozen("mfa-with-trust");
    const { page, assertQuiet } = await stage.open({
      prepare: (page) =>
        page.addInitScript(() =>
          Object.defineProperty(globalThis, "localStorage", {
            get() {
              throw new DOMException("The operation is insecure.", "SecurityError");
            },
          }),
        ),
    });
    await inbound(page).selectOption("Block");
    await page.evaluate((hash) => (location.hash = hash), link);
    await title(page, "MFA required and trusted");
    await notice(page).getByRole("button", { name: "Back to your own work" }).click();
    await title(page, "Marketing only");
    assert.equal(await inbound(page).inputValue(), "Block");
    assert.ok(await undo(page).isEnabled(), "the steps are lost");
    assertQuiet();
  });
});

describe("#new", () => {
  const stage = useStage();

  test("restores nothing, and what is kept stays kept until something is done", async () => {
    const { page, untilReady, assertQuiet } = await stage.open();
    await startFrom(page, "MFA required and trusted");
    await kept(page, "entente.work.1", /MFA required/);
    await page.evaluate(() => (location.hash = "new"));
    await title(page, "Shipped defaults");
    await page.reload();
    await untilReady();
    await title(page, "Shipped defaults");
    await speaks(notice(page), /Your earlier work is kept until you change something here/);
    assert.match(await page.evaluate(() => localStorage.getItem("entente.work.1")), /MFA required/);
    await inbound(page).selectOption("Allow");
    await kept(page, "entente.work.1", /Shipped defaults/);
    assert.equal(new URL(page.url()).hash, "");
    await page.reload();
    await untilReady();
    assert.equal(await inbound(page).inputValue(), "Allow");
    assertQuiet();
  });
});

describe("sharing", () => {
  const stage = useStage({});

  test("gives a link that opens everything on another browser", async () => {
    const { page, assertQuiet } = await stage.open({ context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await inbound(page).selectOption("Block");
    await panel(page, "Contoso").getByRole("radio", { name: "Defaults" }).check();
    await shareButton(page).click();
    const link = await shareDialog(page).getByRole("textbox", { name: "The link" }).inputValue();
    assert.match(link, /#1\.[\w-]+$/);
    await speaks(shareDialog(page), /It holds the settings of Contoso and Fabrikam, 11 people/);
    await shareDialog(page).getByRole("button", { name: "Copy link" }).click();
    await shareDialog(page).getByText("Copied.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    await shareDialog(page).getByRole("button", { name: "Copy as Markdown" }).click();
    await eventually(async () => assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `[Marketing only](${link})`));

    const { page: other } = await stage.open({ path: new URL(link).hash });
    await speaks(scenarioButton(other), /Marketing only edited/);
    assert.ok(await panel(other, "Contoso").getByRole("radio", { name: "Defaults" }).isChecked());
    await speaks(headline(other), /Ben Okafor/);
    assertQuiet();
  });

  test("with pseudonyms gives a link that names nobody", async () => {
    const { page } = await stage.open();
    await shareButton(page).click();
    const field = shareDialog(page).getByRole("textbox", { name: "The link" });
    const before = await field.inputValue();
    await shareDialog(page).getByRole("checkbox", { name: /With pseudonyms/ }).check();
    await eventually(async () => assert.notEqual(await field.inputValue(), before));
    const { page: other, playground } = await stage.open({ path: new URL(await field.inputValue()).hash });
    const text = await playground.evaluate((element) => element.save());
    assert.doesNotMatch(text, /Okafor|fabrikam\.com|f1000000/i);
    await speaks(headline(other), /can’t open/);
  });

  test("gives the texts to embed it by, for each kind of site", async () => {
    const { page } = await stage.open();
    await shareButton(page).click();
    const select = shareDialog(page).getByRole("combobox", { name: "Kind of site" });
    await select.waitFor();
    const names = await select.locator("option").allInnerTexts();
    assert.equal(names.length, 10);
    for (const name of names) {
      await select.selectOption(name);
      await speaks(shareDialog(page).locator(".piece").last(), name.startsWith("A frame") ? /embed\/frame\.html#1\./ : /from: example-2/);
    }
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      shareDialog(page).getByRole("button", { name: "Download the scenario" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "marketing-only.entente.json");
    assert.equal(JSON.parse(await readFile(await download.path(), "utf8")).title, "Marketing only");
  });

  test("gives the answers as pictures and tables for places without scripts", async () => {
    const { page, assertQuiet } = await stage.open({ context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await shareButton(page).click();
    const still = shareDialog(page).getByRole("region", { name: "Where no script runs" });
    const shows = still.getByRole("combobox", { name: "Shows" });
    await shows.waitFor();
    assert.deepEqual(await shows.locator("option").allInnerTexts(), [
      "Fabrikam → Contoso, direct connect",
      "both directions, direct connect",
      "both directions, both features",
    ]);
    const gets = async (name) => {
      const [download] = await Promise.all([page.waitForEvent("download"), still.getByRole("button", { name, exact: true }).click()]);
      return [download.suggestedFilename(), await readFile(await download.path(), "utf8")];
    };
    const [name, wide] = await gets("Download picture");
    assert.equal(name, "marketing-only.svg");
    assert.match(wide, /^<svg .*Fabrikam → Contoso, B2B direct connect/s);
    const [narrowName, narrow] = await gets("Download narrow picture");
    assert.equal(narrowName, "marketing-only-narrow.svg");
    assert.match(narrow, / viewBox="0 0 360 /);
    await still.getByRole("button", { name: "Copy table" }).click();
    await shareDialog(page).getByText("Copied.").waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^<div class="entente".*<table>/s);
    await shows.selectOption("both directions, both features");
    const [pageName, whole] = await gets("Download table");
    assert.equal(pageName, "marketing-only.html");
    assert.equal(whole.match(/<table>/g).length, 4);
    // With pseudonyms nobody is named here either.
    await shareDialog(page).getByRole("checkbox", { name: /With pseudonyms/ }).check();
    await eventually(async () => assert.doesNotMatch(await shows.innerText(), /Contoso/));
    assert.doesNotMatch((await gets("Download table"))[1], /Contoso|Fabrikam/);
    assertQuiet();
  });

  for (const [colorScheme, width] of [["light", 1440], ["dark", 390]]) {
    test(`keeps the rules of accessibility (${colorScheme}, ${width})`, async () => {
      const { page } = await stage.open({ colorScheme, viewport: { width, height: 900 } });
      await shareButton(page).click();
      await shareDialog(page).getByRole("textbox", { name: "The link" }).waitFor();
      await assertAccessible(page, { state: `the share dialog (${colorScheme}, ${width})` });
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/share-${width}.png` });
      await page.keyboard.press("Escape");
      await shareDialog(page).waitFor({ state: "hidden" });
    });
  }
});
