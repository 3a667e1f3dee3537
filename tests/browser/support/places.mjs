/** Where things are on the page, found the way a person finds them: by role and name. */

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** The bar; no landmark where the playground is a part of a page. */
const bar = (page) => page.locator(".bar").first();

/** The button in the bar that bears the scenario's name and opens the gallery. */
export const scenarioButton = (page) => bar(page).locator("button[aria-haspopup=dialog]").first();

export const gallery = (page) => page.getByRole("dialog", { name: "Scenarios to start from" });

/** The button that opens the scenario as text; where there is little room it says less. */
export const textButton = (page) => bar(page).getByRole("button", { name: /text$/ });

export const textDialog = (page) => page.getByRole("dialog", { name: "Scenario as text" });

export const undo = (page) => page.getByRole("button", { name: "Undo", exact: true });

export const redo = (page) => page.getByRole("button", { name: "Redo", exact: true });

/** One tenant's panel. */
export const panel = (page, tenant) => page.getByRole("article", { name: tenant, exact: true });

/** A setting of the feature on view: `way` is "Inbound" or "Outbound". */
export const setting = (page, tenant, way) =>
  panel(page, tenant).getByRole("region", { name: new RegExp(`^${way}:`) });

/** The word of a sentence that says whether it allows or blocks. */
export const verb = (sentence) => sentence.getByRole("combobox", { name: /allow or block$/ });

/** What a sentence names: its users and groups, or its applications. */
export const targets = (sentence, half = "who") =>
  sentence.getByRole("button", { name: half === "who" ? /: who\./ : /: which applications\./ });

/** The list of what can be named, where it is open. */
export const picker = (page) => page.getByRole("group", { name: /: (who|which applications)$/ });

/** The line that says where a setting's value comes from. */
export const source = (sentence) => sentence.locator("footer");

export const bridge = (page) => page.locator("aside.bridge");

/** What opened and closed since the baseline. */
export const since = (page) => bridge(page).locator(".since");

export const explanation = (page) => page.locator("aside.why");

export const headline = (page) => explanation(page).getByRole("heading", { level: 2 });

/** What a screen reader was told last. */
export const announcement = (page) => page.locator("p[role=status][aria-live]");

/** The people, groups and applications of a tenant, behind their line. */
export const directory = (page, tenant) => panel(page, tenant).locator("details.directory");

/** A name of a list of the directory: "People", "Groups" or "Applications". */
export const kind = (page, tenant, name) => directory(page, tenant).getByRole("region", { name: `${name} of ${tenant}`, exact: true });

/** What a locator finds, as one line. */
export async function text(locator) {
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}

/** Waits until a locator finds something that says exactly this. */
export async function says(locator, expected) {
  await eventually(async () => assert.equal(await text(locator), expected));
}

/** Waits until a locator finds something whose words match. */
export async function speaks(locator, pattern) {
  await eventually(async () => assert.match(await text(locator), pattern));
}

/** Waits until what a screen reader is told matches; it is hidden from the eye. */
export async function announces(page, pattern) {
  await eventually(async () => assert.match(await announcement(page).textContent(), pattern));
}

/** Opens a scenario of the gallery by its title, with the mouse. */
export async function startFrom(page, title) {
  await scenarioButton(page).click();
  await gallery(page).getByText(title, { exact: true }).click();
  await gallery(page).waitFor({ state: "hidden" });
  await eventually(async () => assert.ok((await text(scenarioButton(page))).startsWith(title)));
}

/** Replaces what a list names by the boxes with these names, with the mouse. */
export async function name(page, sentence, half, names) {
  await targets(sentence, half).click();
  for (const one of names) {
    await picker(page).getByRole("checkbox", { name: one }).check();
  }
  await picker(page).getByRole("button", { name: "Done" }).click();
  await picker(page).waitFor({ state: "detached" });
}

/** Unfolds a tenant's directory. */
export async function openDirectory(page, tenant) {
  const place = directory(page, tenant);
  if ((await place.getAttribute("open")) === null) {
    await place.locator("summary").first().click();
  }
}

/** Adds something to a tenant's directory by the line for it. */
export async function add(page, tenant, label, name) {
  const field = directory(page, tenant).getByRole("textbox", { name: label });
  await field.fill(name);
  await field.press("Enter");
  await eventually(async () => assert.equal(await field.inputValue(), "", `${label}: “${name}” was not taken`));
}

/** What decides beside the everyday settings: the line of a tenant, and what is behind it. */
export const more = (page, tenant) => panel(page, tenant).locator("details.others");

/** A section behind that line, by its title. */
export const part = (page, tenant, title) =>
  more(page, tenant).locator("details.part").filter({ has: page.getByRole("heading", { name: new RegExp(`^${title}`) }) });

/** Unfolds a section, and the line it stands behind. */
export async function openPart(page, tenant, title) {
  for (const place of [more(page, tenant), part(page, tenant, title)]) {
    if ((await place.getAttribute("open")) === null) {
      await place.locator("summary").first().click();
    }
  }
  return part(page, tenant, title);
}

/** The gates of a direction as they stand on the page; an arrow names the direction. */
export const strip = (page, arrow) =>
  bridge(page).getByRole("figure").filter({ hasText: arrow }).locator("li");
