/** An administrator brings two tenants, changes something, and takes exactly that away for each side. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { assertAccessible } from "./support/axe.mjs";
import { eventually, settled } from "./support/eventually.mjs";
import { EXAMPLE_2, SHUT } from "./support/expected.mjs";
import { shows } from "./support/matrix.mjs";
import { announces, panel, scenarioButton, setting, speaks, startFrom, text, undo, verb } from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";

const FABRIKAM = "f0000000-0000-4000-8000-000000000001";
const CONTOSO = "c0000000-0000-4000-8000-000000000001";
const TEAMS = "cc15fd57-2c6c-4117-a88c-83b1d56b4bbe";

const path = (name) => fileURLToPath(new URL(`./tenants/${name}`, import.meta.url));
const FOUR = ["contoso/default.json", "contoso/partners.json", "fabrikam/default.json", "fabrikam/partners.json"];

const bar = (page, name) => page.locator(".bar").getByRole("button", { name, exact: true });
const importDialog = (page) => page.getByRole("dialog", { name: "Bring your tenants" });
const exportDialog = (page) => page.getByRole("dialog", { name: "Take the changes away" });
const put = (page) => importDialog(page).getByRole("button", { name: "Put it into the scenario" });
const file = (page, name) => importDialog(page).locator(".file").filter({ has: page.getByText(name, { exact: true }) });
const whose = (page, name) => file(page, name).getByRole("combobox", { name: /^Whose it is/ });

/** Drops files, by their paths or as texts by their names, on a side of what is on top, or anywhere. */
async function drop(page, files, side) {
  const texts = await Promise.all(
    files.map(async (one) => (typeof one === "string" ? [basename(one), await readFile(path(one), "utf8")] : one)),
  );
  const prevented = await page.evaluate(
    ([texts, side]) => {
      const root = document.querySelector("entente-playground").shadowRoot;
      const within = root.querySelector("dialog[open]") ?? root;
      const place = side === undefined ? root.querySelector(".page") : within.querySelector(`[data-side="${side}"]`);
      const dataTransfer = new DataTransfer();
      texts.forEach(([name, text]) => dataTransfer.items.add(new File([text], name)));
      return ["dragover", "drop"].map((type) => {
        const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer });
        place.dispatchEvent(event);
        return event.defaultPrevented;
      });
    },
    [texts, side],
  );
  return prevented;
}

/** Waits until the files have been read. */
const read = (page, pattern) => speaks(importDialog(page).locator(".said"), pattern);

/** The only text to take away for a tenant. */
const takenAway = (page, tenant) => exportDialog(page).getByRole("region", { name: `In ${tenant}` }).locator("pre");

describe("four files", () => {
  const stage = useStage();

  test("are dropped, seen, put into the scenario, undone, changed, and two requests are taken away", async () => {
    const { page, playground, assertQuiet } = await stage.open({
      context: { permissions: ["clipboard-read", "clipboard-write"] },
    });
    await startFrom(page, "Shipped defaults");
    await shows(page, SHUT.fabrikamToContoso);
    const before = await playground.evaluate((element) => element.save());

    // The files of one tenant on its side, those of the other anywhere.
    await drop(page, FOUR.slice(0, 2), 0);
    await read(page, /^2 files were read/);
    await drop(page, FOUR.slice(2), 1);
    await read(page, /^4 files were read/);
    for (const [name, tenant] of [
      ["default.json", "Contoso"],
      ["partners.json", "Contoso"],
      ["default.json (2)", "Fabrikam"],
      ["partners.json (2)", "Fabrikam"],
    ]) {
      assert.equal(await whose(page, name).locator("option:checked").innerText(), tenant, name);
    }
    await speaks(file(page, "partners.json"), /1 × organizational settings/);
    await speaks(importDialog(page), /From Contoso.*From Fabrikam/);
    await speaks(importDialog(page), /One undo brings it all back/);
    assert.equal(await playground.evaluate((element) => element.save()), before, "something changed before it was confirmed");

    await put(page).click();
    await importDialog(page).waitFor({ state: "hidden" });
    await announces(page, /^The files are in the scenario/);
    await shows(page, EXAMPLE_2.fabrikamToContoso);
    assert.equal(await text(scenarioButton(page)), "Contoso and Fabrikam", "what was read is no edit");

    await undo(page).click();
    await shows(page, SHUT.fabrikamToContoso);
    assert.equal(await playground.evaluate((element) => element.save()), before);
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await shows(page, EXAMPLE_2.fabrikamToContoso);

    await bar(page, "Export").click();
    await speaks(exportDialog(page), /Nothing (differs|has been changed)/);
    await page.keyboard.press("Escape");
    await verb(setting(page, "Contoso", "Inbound")).selectOption("Block");
    await verb(setting(page, "Fabrikam", "Outbound")).selectOption("Block");
    await bar(page, "Export").click();
    const select = exportDialog(page).getByRole("combobox", { name: "Written for" });
    await select.selectOption("Microsoft Graph: bodies of requests");
    for (const [tenant, about, property] of [
      ["Contoso", FABRIKAM, "b2bDirectConnectInbound"],
      ["Fabrikam", CONTOSO, "b2bDirectConnectOutbound"],
    ]) {
      const written = await eventually(async () => JSON.parse(await takenAway(page, tenant).innerText()));
      const { operations: requests } = written;
      assert.equal(requests.length, 1, JSON.stringify(written));
      const [{ method, url, body }] = requests;
      assert.equal(method, "PATCH");
      assert.match(url, new RegExp(`/policies/crossTenantAccessPolicy/partners/${about}$`));
      assert.deepEqual(Object.keys(body), [property], "more than what was changed");
      assert.equal(body[property].usersAndGroups.accessType, "blocked");
    }
    await select.selectOption("Microsoft Graph: a file of requests");
    const copy = exportDialog(page).getByRole("button", { name: "Copy: contoso-changes.http" });
    await copy.click();
    await exportDialog(page).getByText("Copied.").waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), new RegExp(`^PATCH https://graph\\.microsoft\\.com/.*/partners/${FABRIKAM}`, "m"));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      exportDialog(page).getByRole("button", { name: "Save as fabrikam-changes.http" }).click(),
    ]);
    assert.equal(download.suggestedFilename(), "fabrikam-changes.http");
    await exportDialog(page).getByRole("radio", { name: "Who can connect, as Markdown" }).check();
    await speaks(exportDialog(page).locator(".giving pre"), /Fabrikam/);
    await exportDialog(page).getByRole("checkbox", { name: /With pseudonyms/ }).check();
    await eventually(async () => assert.doesNotMatch(await exportDialog(page).locator(".giving pre").innerText(), /Okafor/));
    assertQuiet();
  });

  test("go the same way by the keyboard", async () => {
    const { page, assertQuiet } = await stage.open();
    await startFrom(page, "Shipped defaults");
    await bar(page, "Import").focus();
    await page.keyboard.press("Enter");
    const choose = importDialog(page).getByLabel(/Choose files: Whichever side/);
    await choose.waitFor({ state: "attached" });
    await choose.focus();
    assert.ok(await choose.evaluate((input) => input.matches(":focus")), "nobody reaches the button for files by the keyboard");
    await choose.setInputFiles(FOUR.slice(0, 2).map(path));
    await read(page, /^2 files were read/);
    // The default settings do not say whose they are.
    assert.ok(await put(page).isDisabled());
    await whose(page, "default.json").focus();
    await page.keyboard.press("ArrowDown");
    await eventually(async () => assert.ok(await put(page).isEnabled()));
    await speaks(importDialog(page), /Fabrikam has sent nothing yet/);
    await put(page).focus();
    await page.keyboard.press("Enter");
    await importDialog(page).waitFor({ state: "hidden" });
    await eventually(async () => assert.equal(await verb(setting(page, "Contoso", "Inbound")).inputValue(), "Allow"));
    await eventually(async () => assert.ok(await bar(page, "Import").evaluate((button) => button.matches(":focus"))));
    await page.keyboard.press("Control+z");
    await shows(page, SHUT.fabrikamToContoso);
    assertQuiet();
  });
});

describe("files", () => {
  const stage = useStage();

  test("of sign-ins say whom the changes on the page would stop, and change nothing", async () => {
    const { page, playground, assertQuiet } = await stage.open();
    const row = (user, day) => `"${FABRIKAM}","Inbound","${user}@fabrikam.com","b2bDirectConnect","${TEAMS}","${day} 09:12:11","0"`;
    const names = ["ExternalTenantId", "AccessDirection", "UserPrincipalName", "CrossTenantAccessType", "ResourceId", "CreatedDateTime", "StatusCode"];
    const table = [names.join(), row("ana", "2026-05-04"), row("ana", "2026-05-06"), row("ben", "2026-05-05")].join("\r\n");
    const past = importDialog(page).getByRole("region", { name: "What the sign-ins say" });

    await drop(page, [["activity.csv", table]]);
    await read(page, /^1 file was read/);
    await speaks(past, /Of 2 people who connected between 2026-05-04 and 2026-05-06, nobody would be stopped\..*Nothing has been changed/);
    await speaks(past, /Connected, although the scenario says they were blocked: 1 person.*Ben Okafor to Contoso’s Teams shared channel/);
    assert.ok(await put(page).isDisabled());
    await speaks(importDialog(page), /Sign-ins change no setting/);
    await page.keyboard.press("Escape");

    await verb(setting(page, "Contoso", "Inbound")).selectOption("Block");
    const changed = await playground.evaluate((element) => element.save());
    await drop(page, [["activity.csv", table]]);
    await speaks(past, /1 would be stopped.*Would be stopped: 1 person.*Ana Ruiz to Contoso’s Teams shared channel.*Inbound.*2 sign-ins, last on 2026-05-06/i);
    await assertAccessible(page, { state: "sign-ins asked again" });
    await page.keyboard.press("Escape");
    assert.equal(await playground.evaluate((element) => element.save()), changed);
    assertQuiet();
  });

  test("that cannot be read say where and why, and stop neither the others nor change anything", async () => {
    const { page, playground, assertQuiet } = await stage.open();
    const before = await playground.evaluate((element) => element.save());
    await drop(page, [
      ["cut.json", '{"b2bCollaborationInbound": "@{usersAndGroups=; applications=}"}'],
      ["broken.json", '{"value": [\n  {"tenantId": }]}'],
    ]);
    await read(page, /^0 files were read, 2 were not/);
    await speaks(file(page, "cut.json"), /PowerShell.*-Depth/);
    await speaks(file(page, "broken.json"), /Line 2/);
    assert.ok(await put(page).isDisabled());
    await drop(page, ["contoso/partners.json"]);
    await read(page, /^1 file was read, 2 were not/);
    assert.equal(await whose(page, "partners.json").locator("option:checked").innerText(), "Contoso");
    await speaks(file(page, "partners.json"), /It has settings about Fabrikam/);
    assert.ok(await put(page).isEnabled());
    assert.equal(await playground.evaluate((element) => element.save()), before);
    await importDialog(page).getByRole("button", { name: "Start over" }).click();
    await eventually(async () => assert.equal(await importDialog(page).locator(".file").count(), 0));
    await page.keyboard.press("Escape");
    assert.ok(await undo(page).isDisabled());
    assertQuiet();
  });

  test("of other tenants make a scenario of their own, and a pasted text is as good as a file", async () => {
    const { page, playground, assertQuiet } = await stage.open();
    const ids = ["a1111111-1111-4111-8111-111111111111", "b2222222-2222-4222-8222-222222222222"];
    const bundle = (own, name, other) =>
      JSON.stringify({
        organization: { value: [{ id: own, displayName: name, verifiedDomains: [] }] },
        partners: { value: [{ tenantId: other, inboundTrust: { isMfaAccepted: true }, isMadeUp: 1 }] },
      });
    await bar(page, "Import").click();
    await importDialog(page).getByText("Paste a text instead").click();
    const area = importDialog(page).getByRole("textbox", { name: "Text to read" });
    for (const text of [bundle(ids[0], "Adatum", ids[1]), bundle(ids[1], "Woodgrove", ids[0])]) {
      await area.fill(text);
      await importDialog(page).getByRole("button", { name: "Read this text" }).click();
      await eventually(async () => assert.equal(await area.inputValue(), ""));
    }
    await read(page, /^2 files were read/);
    assert.equal(await importDialog(page).getByLabel("Left tenant’s name").inputValue(), "Adatum");
    assert.equal(await importDialog(page).getByLabel("Right tenant’s id").inputValue(), ids[1]);
    await speaks(file(page, "Pasted text"), /1 property kept without being understood/);
    await put(page).click();
    await panel(page, "Adatum").waitFor();
    await panel(page, "Woodgrove").waitFor();
    const saved = JSON.parse(await playground.evaluate((element) => element.save()));
    assert.deepEqual(saved.tenants.map(({ id }) => id), ids);
    assert.equal(saved.tenants[0].crossTenantAccessPolicy.partners[0].isMadeUp, 1);
    await undo(page).click();
    await panel(page, "Contoso").waitFor();
    assertQuiet();
  });

  test("show where they can be dropped while they are held over the page, and not where nothing may change", async () => {
    const { page, playground } = await stage.open();
    const hold = () =>
      playground.evaluate((element) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["{}"], "a.json"));
        element.shadowRoot.querySelector(".page").dispatchEvent(new DragEvent("dragover", { bubbles: true, composed: true, cancelable: true, dataTransfer }));
      });
    await hold();
    const places = page.locator(".drop-places");
    await speaks(places, /Contoso’s side.*Fabrikam’s side/);
    assert.ok(await places.isVisible());
    await places.waitFor({ state: "hidden" });
    await playground.evaluate((element) => (element.readonly = true));
    await settled(page);
    await hold();
    assert.ok(!(await places.isVisible()));
    assert.deepEqual(await drop(page, FOUR), [false, false]);
    assert.equal(await importDialog(page).count(), 0);
  });
});

describe("both dialogs keep the rules of accessibility", () => {
  const stage = useStage();

  for (const [colorScheme, width] of [["light", 1440], ["dark", 1440], ["light", 390], ["dark", 390]]) {
    test(`${colorScheme}, ${width}`, async () => {
      const colourOnly = colorScheme === "dark";
      const { page } = await stage.open({ colorScheme, viewport: { width, height: 900 } });
      const look = (state) => assertAccessible(page, { colourOnly, state: `${state} (${colorScheme}, ${width})` });
      await bar(page, "Import").click();
      await importDialog(page).getByText("How do I get these files?").click();
      await drop(page, [...FOUR, ["broken.json", "{"]]);
      await read(page, /^4 files were read, 1 was not/);
      await look("the import");
      await importDialog(page).getByRole("radio", { name: "Into two tenants of its own" }).check();
      await look("the import into tenants of its own");
      await page.keyboard.press("Escape");
      await verb(setting(page, "Contoso", "Inbound")).selectOption("Block");
      await bar(page, "Export").click();
      await exportDialog(page).getByRole("radio", { name: "Who can connect, as CSV" }).check();
      await exportDialog(page).locator(".giving pre").waitFor();
      await look("the export");
    });
  }
});
