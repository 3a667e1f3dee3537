/**
 * What the page loads before it can be used, and what it loads later: that the first is what `cargo xtask
 * sizes` weighs as the first load, and that nobody notices the second, or is told when it does not come.
 */

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { describe, test } from "node:test";

import { EXAMPLE_2 } from "./support/expected.mjs";
import { eventually } from "./support/eventually.mjs";
import { cell, shows } from "./support/matrix.mjs";
import {
  directory,
  explanation,
  gallery,
  headline,
  openDirectory,
  picker,
  scenarioButton,
  setting,
  speaks,
  targets,
  textButton,
  textDialog,
  verb,
} from "./support/places.mjs";
import { DIST } from "./support/server.mjs";
import { useStage } from "./support/stage.mjs";

/** A file of a part that is loaded later; `crates/xtask` names them. */
const PART = /\/part-[^/]*\.wasm$/;

/** Keeps the parts from the page: `release` lets all of them through, `refuse` fails those that wait. */
async function withhold(page) {
  const waiting = [];
  let held = true;
  await page.route(PART, (route) => (held ? void waiting.push(route) : route.continue()));
  const finish = (each) => Promise.all(waiting.splice(0).map(each));
  return {
    waiting,
    async release() {
      held = false;
      await finish((route) => route.continue());
    },
    refuse: () => finish((route) => route.abort("failed")),
  };
}

/** Opens the page without its parts, and notes what it asked for. */
async function openWithout(stage) {
  const requested = [];
  let parts;
  const opened = await stage.open({
    whole: false,
    async prepare(page) {
      page.on("request", (request) => requested.push(new URL(request.url()).pathname));
      parts = await withhold(page);
    },
  });
  return { ...opened, parts, requested };
}

/** What stands beside the page in the same folder. */
const BESIDE = /^\/((docs|embed|package)\/|offline\.js$|_|\.)/;

/** Every file of the built page. */
async function built() {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const paths = files.map((file) => `${file.parentPath ?? file.path}/${file.name}`.slice(DIST.length).replace(/^\/*/, "/"));
  return paths.filter((path) => !BESIDE.test(path));
}

describe("the parts of the page", () => {
  const stage = useStage();

  test("are not among what is loaded before the page can be used, and everything else is", async () => {
    const { page, requested, assertQuiet } = await openWithout(stage);
    await shows(page, EXAMPLE_2.fabrikamToContoso);
    const first = new Set(requested.filter((path) => !PART.test(path)).map((path) => path.replace(/\/$/, "/index.html")));
    const weighed = (await built()).filter((path) => !PART.test(path));
    assert.deepEqual([...first].sort(), weighed.sort());
    assertQuiet();
  });

  test("are all loaded without being asked for, but for those that few come to need", async () => {
    const { page, requested, parts, playground, assertQuiet } = await openWithout(stage);
    await parts.release();
    await page.locator("entente-playground[data-whole]").waitFor({ state: "attached" });
    const later = () => [...new Set(requested.filter((path) => PART.test(path)))].sort();
    const cutOff = (await built()).filter((path) => PART.test(path));
    assert.ok(cutOff.length > 0, "nothing is cut off the program");
    const rare = ["opening", "giving", "importing"];
    assert.deepEqual(later().filter((path) => rare.some((name) => path.includes(name))), []);
    await playground.evaluate(async (element) => {
      await element.link();
      element.scenario = "from: example-2\n";
    });
    for (const name of ["Import", "Export", "Share"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    }
    await eventually(() => assert.deepEqual(later(), cutOff.sort()));
    assert.ok(await playground.evaluate((element) => element.save().includes("Marketing only")));
    assertQuiet();
  });

  test("are waited for in peace: the page says so, does as it was told, and then explains", async () => {
    const { page, parts, assertQuiet } = await openWithout(stage);
    await explanation(page).getByText("Explaining…").waitFor();
    // Done before there is anything to do it with.
    await verb(setting(page, "Contoso", "Inbound")).selectOption("Block");
    await page.getByText("One moment…").waitFor();
    await scenarioButton(page).click();
    await gallery(page).getByText("Loading…").waitFor();
    await page.keyboard.press("Escape");
    await gallery(page).waitFor({ state: "hidden" });

    await parts.release();
    await speaks(headline(page), /Ben Okafor can’t open/);
    await speaks(scenarioButton(page), /edited$/);
    assert.equal(await page.getByText("One moment…").count(), 0);
    assertQuiet();
  });

  test("are there right after: an explanation, a list, a dialog", async () => {
    const { page, assertQuiet } = await stage.open();
    await speaks(headline(page), /Ben Okafor can’t open/);
    await (await cell(page, "Ana Ruiz", "Teams shared channel")).click();
    await speaks(headline(page), /Ana Ruiz can open/);
    await targets(setting(page, "Contoso", "Inbound")).click();
    await picker(page).waitFor();
    await openDirectory(page, "Contoso");
    await directory(page, "Contoso").getByRole("region", { name: "People" }).waitFor();
    await textButton(page).click();
    await textDialog(page).getByRole("textbox").waitFor();
    assert.match(await textDialog(page).getByRole("textbox").inputValue(), /Marketing only/);
    assertQuiet();
  });

  test("that do not come are missed with a word, and come when asked for again", async () => {
    const { page, parts } = await openWithout(stage);
    await explanation(page).getByText("Explaining…").waitFor();
    await eventually(() => assert.ok(parts.waiting.length > 0));
    const retry = explanation(page).getByRole("button", { name: "Try again" });
    // What comes to be asked for after the refusal is refused as well.
    await eventually(async () => {
      await parts.refuse();
      assert.ok(await retry.isVisible());
    });
    await explanation(page).getByRole("alert").waitFor();
    await speaks(explanation(page).getByRole("alert"), /^This part of the page could not be loaded\./);
    await parts.release();
    await retry.click();
    await speaks(headline(page), /Ben Okafor can’t open/);
  });
});

describe("under a path, with a content security policy", () => {
  const stage = useStage({
    prefix: "/docs/tools/entente/",
    headers: {
      "content-security-policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types entente",
    },
  });

  test("the parts are found beside the program", async () => {
    const { page, assertQuiet } = await stage.open({ path: "?from=elsewhere#there" });
    await speaks(headline(page), /Ben Okafor can’t open/);
    await textButton(page).click();
    await textDialog(page).getByRole("textbox").waitFor();
    assertQuiet();
  });
});
