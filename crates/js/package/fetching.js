// How the parts of the program are come by: from beside this file, unless somebody says otherwise.

import { loaders } from "./__wasm_split.js";

let source = (_, address) => fetch(address);

export function partsFrom(given) {
  source = given;
}

/** The bytes of a part. */
export async function part(file, address) {
  const given = await source(file, address);
  if (!(given instanceof Response)) {
    return given;
  }
  if (!given.ok) {
    throw new Error(`${given.url || address} was answered with ${given.status}`);
  }
  return given.arrayBuffer();
}

/** Waits for all of these, even if one fails: whoever tries again is not to meet what is still about to fail. */
export async function all(coming) {
  const failed = (await Promise.allSettled(coming)).find(({ status }) => status === "rejected");
  if (failed) {
    throw failed.reason;
  }
}

/** The answer to what is asked, once the parts that it needs are there. */
export async function answered(asked) {
  try {
    for (;;) {
      const answer = asked.answer();
      if (answer !== undefined) {
        return answer;
      }
      await fetched(asked.missing());
    }
  } finally {
    asked.free();
  }
}

async function fetched(name) {
  try {
    await loaders[name]();
  } catch (error) {
    const why = error?.message ?? error;
    const message = `a part of the package could not be fetched: ${why}. Asking again fetches it again`;
    throw Object.assign(new Error(message), { name: "EntenteError", path: null });
  }
}
