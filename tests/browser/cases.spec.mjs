/**
 * The cases in `tests/cases`, asked through the page: what the documentation says has to come out of the
 * element as it comes out of the engine.
 *
 * That a case file is well formed is for the native suite, which reads the same files, to check.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import { compare, everyCaseHolds, requestsOf, situationsOf } from "./support/cases.mjs";
import { useStage } from "./support/stage.mjs";

const stage = useStage();

test("every case holds in the page", async () => {
  const { playground, assertQuiet } = await stage.open();
  await everyCaseHolds((scenario, requests) => playground.evaluate(ask, { scenario, requests }));
  assertQuiet();
});

test("a scenario may be restored from text as well", async () => {
  const { playground } = await stage.open();
  const [{ scenario, asked }] = situationsOf("mutuality/contoso-alone-opens");
  const requests = requestsOf(asked);
  const fromText = await playground.evaluate(ask, { scenario: JSON.stringify(scenario), requests });
  const fromObject = await playground.evaluate(ask, { scenario, requests });
  assert.deepEqual(fromText, fromObject);
  assert.deepEqual(compare(fromText[0], asked[0].expect), []);
});

/** Runs in the page. */
async function ask(element, { scenario, requests }) {
  await element.restore(scenario);
  const decisions = [];
  for (const request of requests) {
    decisions.push(await element.evaluate(request));
  }
  return decisions;
}
