/** The sites of `tests/hosts`, as `cargo xtask test` leaves them, with the built page beside their own. */

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { DIST } from "./server.mjs";

const SOURCES = fileURLToPath(new URL("../../hosts", import.meta.url));
const BUILT = process.env.ENTENTE_HOSTS
  ? resolve(process.env.ENTENTE_HOSTS)
  : fileURLToPath(new URL("../../../target/xtask/hosts", import.meta.url));

/** The strict policy of the plain page, which the documentation shows. */
const [name, ...policy] = (await readFile(join(SOURCES, "plain", "policy.txt"), "utf8")).trim().split(": ");

const site = (root, prefix, more = {}) => ({ root, prefix, mounts: { "entente/": DIST }, ...more });

/** Each site: how it is served, and the page with a mistake. */
export const SITES = {
  mdBook: {
    served: site(join(BUILT, "mdbook"), "/book/"),
    mistake: "mistake.html",
    // Its own highlighter, of a language it does not know.
    harmless: [/Could not find the language 'entente'/, /Falling back to no-highlight mode/],
  },
  Docusaurus: { served: site(join(BUILT, "docusaurus"), "/handbook/"), mistake: "mistake" },
  "MkDocs Material": { served: site(join(BUILT, "mkdocs"), "/guide/"), mistake: "mistake/" },
  "a plain page": { served: site(join(SOURCES, "plain"), "/"), mistake: "mistake.html" },
  "a plain page under a strict policy and Trusted Types": {
    served: site(join(SOURCES, "plain"), "/some/where/", { headers: { [name.toLowerCase()]: policy.join(": ") } }),
    mistake: "mistake.html",
  },
};
