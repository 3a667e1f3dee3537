/** The compact forms for documentation: the handshake alone, the matrix alone, one explanation alone. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { hears, openEmbeds, whenReady } from "./support/embeds.mjs";
import { eventually } from "./support/eventually.mjs";
import { announces, headline, speaks, text } from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const WIDTHS = [1440, 1024, 390];

async function openMode(stage, mode, { attributes = "", ...options } = {}) {
  const html = `<entente-playground id="it" scenario="example-2" mode="${mode}" ${attributes}></entente-playground>`;
  const opened = await openEmbeds(stage, html, options);
  const it = opened.page.locator("#it");
  await whenReady(it);
  return { ...opened, it };
}

/** Where “Open in full” leads, once it has been prepared for whoever goes to it. */
async function inFull(it) {
  const link = it.getByRole("link", { name: "Open in full" });
  await link.focus();
  return eventually(async () => {
    const address = await link.getAttribute("href");
    assert.match(address, /#1\./);
    return address;
  });
}

/** Opens an address in a page of its own and says what is explained there. */
async function explainedAt(opened, address) {
  const page = await opened.page.context().newPage();
  await page.goto(address);
  await page.locator("entente-playground[data-ready]").waitFor();
  await page.locator("#why-headline").filter({ hasText: "open" }).waitFor();
  const said = await text(headline(page));
  await page.close();
  return said;
}

describe("the handshake alone", () => {
  const stage = useStage();
  const gate = (it, name) => it.getByRole("button", { name });
  const told = (it) => it.locator(".told");

  test("says of a gate in place why it is open or shut, and to whom", async () => {
    const opened = await openMode(stage, "handshake");
    const { it } = opened;
    const inbound = gate(it, /^Contoso’s inbound: open for some, 3 of 5 people$/);
    assert.equal(await inbound.getAttribute("aria-expanded"), "false");
    await inbound.click();
    const place = told(it).filter({ hasText: "Contoso’s inbound" });
    await speaks(place, /Contoso’s administrator.*Not in Marketing.*Contoso admits only Marketing.*Marketing.*Ana Ruiz/);
    assert.equal(await inbound.getAttribute("aria-expanded"), "true");
    assert.match(await explainedAt(opened, await inFull(it)), /^Ben Okafor can’t open/);
    await assertAccessible(opened.page, { state: "a handshake with a gate explained" });

    await inbound.press("Enter");
    await eventually(async () => assert.equal(await inbound.getAttribute("aria-expanded"), "false"));
    assert.equal((await told(it).allInnerTexts()).join("").trim(), "");
    opened.assertQuiet();
  });

  test("leads to the answer that the gate decides, also in the other direction, and tells of it", async () => {
    const opened = await openMode(stage, "handshake");
    await gate(opened.it, /^Contoso’s outbound: open, 6 of 6 people$/).click();
    await announces(opened.it, /can open Fabrikam’s/);
    const decision = await hears(opened, "decision", "it");
    assert.equal(decision.outcome, "allowed");
    assert.match(await explainedAt(opened, await inFull(opened.it)), /can open Fabrikam’s/);
    opened.assertQuiet();
  });

  test("is no wider than its words need, and stays within what there is", async () => {
    for (const width of WIDTHS) {
      const opened = await openMode(stage, "handshake", { viewport: { width, height: 900 } });
      const box = await opened.it.locator(".bridge").boundingBox();
      assert.ok(box.width <= 940, `${width}: ${box.width}`);
      const over = await opened.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${width}: ${over} too wide`);
      await opened.close();
    }
  });
});

describe("the matrix alone", () => {
  const stage = useStage();

  test("says in short what a chosen cell comes to, and leads to it", async () => {
    const opened = await openMode(stage, "matrix", { attributes: 'direction="Contoso to Fabrikam"' });
    const { it } = opened;
    const verdict = it.locator(".told");
    await speaks(verdict, /^Choose a cell, and what decides it is said here\.$/);
    await it.getByRole("radio", { name: /^Fabrikam → Contoso/ }).check();
    const row = it.getByRole("row").filter({ hasText: "Ben Okafor" });
    await row.getByRole("gridcell").first().click();
    await speaks(verdict, /^Ben Okafor can’t open Contoso’s Teams shared channel\. .*Fabrikam’s outbound.*Fabrikam’s administrator.*Contoso’s inbound.*Contoso’s administrator.*Both administrators have to act\.$/);
    await assertAccessible(opened.page, { state: "a matrix with a cell told of" });
    assert.match(await explainedAt(opened, await inFull(it)), /^Ben Okafor can’t open/);

    await it.getByRole("row").filter({ hasText: "Ana Ruiz" }).getByRole("gridcell").first().click();
    await speaks(verdict, /^Ana Ruiz can open Contoso’s Teams shared channel\. Every gate on the way is open\.$/);
    opened.assertQuiet();
  });
});

describe("one explanation alone", () => {
  const stage = useStage();

  test("has what happens to be opened by whoever asks, and the full playground has it open", async () => {
    const opened = await openMode(stage, "explanation");
    const happens = opened.it.locator("details.sees");
    await speaks(headline(opened.it), /^Ben Okafor can’t open/);
    assert.equal(await happens.getAttribute("open"), null);
    await happens.locator("summary").first().click();
    await speaks(happens, /sign-in ends with an error/);
    opened.assertQuiet();
    const full = await openMode(stage, "full");
    assert.notEqual(await full.it.locator("details.sees").getAttribute("open"), null);
  });
});
