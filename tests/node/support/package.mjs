/** The built package, installed where a program that uses it would have it. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { DIST } from "../../browser/support/server.mjs";

/** The package as `cargo xtask package` leaves it. */
export const PACKAGE = join(DIST, "package");

/**
 * A folder with the package in its `node_modules`, and these files.
 *
 * @param {Record<string, string>} files by name
 */
export function project(files = {}) {
  const folder = mkdtempSync(join(tmpdir(), "entente-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(PACKAGE, join(folder, "node_modules", "entente"), "junction");
  for (const [name, text] of Object.entries({ "package.json": '{ "type": "module" }', ...files })) {
    writeFileSync(join(folder, name), text);
  }
  return {
    folder,
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What an entry of the package exports, found as Node finds it for a program. */
export async function load(entry) {
  const { path, remove } = project({ "use.js": `export * from "${entry}";` });
  try {
    return await import(pathToFileURL(path("use.js")).href);
  } finally {
    remove();
  }
}
