// How the parts of the program are come by: from beside this file, unless somebody says otherwise.

let source = (_, address) => fetch(address);
let why = "";

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

/** Keeps why a part could not be had. */
export function missed(error) {
  why = String(error?.message ?? error);
}

export function whyMissing() {
  return why;
}
