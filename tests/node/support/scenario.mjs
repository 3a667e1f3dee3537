/** What specs do with scenarios of the package. */

import assert from "node:assert/strict";

/** Runs `use` with a scenario that is freed afterwards. */
export function using(scenario, use) {
  try {
    return use(scenario);
  } finally {
    scenario.free();
  }
}

/** What a call throws. */
export function thrown(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof Error, "what is thrown is an Error");
    assert.equal(error.name, "EntenteError");
    return error;
  }
  assert.fail("nothing was thrown");
}
