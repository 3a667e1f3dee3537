/** What specs do with scenarios of the package. */

import assert from "node:assert/strict";

/** Runs `use` with a scenario that is freed afterwards. */
export async function using(given, use) {
  const scenario = await given;
  try {
    return await use(scenario);
  } finally {
    scenario.free();
  }
}

/** What a call throws, or the promise that it gives. */
export async function thrown(call) {
  try {
    await call();
  } catch (error) {
    assert.ok(error instanceof Error, "what is thrown is an Error");
    assert.equal(error.name, "EntenteError");
    return error;
  }
  assert.fail("nothing was thrown");
}
