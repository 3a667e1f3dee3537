/** The page comes up, keeps quiet and stays at home. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { useStage } from "./support/stage.mjs";

const stage = useStage();

test("the page comes up without a complaint", async () => {
  const { playground, assertQuiet } = await stage.open();
  const text = await playground.evaluate((element) => element.shadowRoot.textContent.trim());
  assert.notEqual(text, "", "the element says it is ready but shows nothing");
  assertQuiet();
});

test("the page asks no host but its own for anything", async () => {
  const { page, assertQuiet } = await stage.open();
  await page.waitForLoadState("networkidle");
  // A request to a foreign origin is stopped, noted, and a reason not to be quiet.
  assertQuiet();
});
