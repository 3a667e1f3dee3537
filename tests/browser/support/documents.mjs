/** Further documents to serve beside the page, made from the page's own so that they load the same program. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { DIST } from "./server.mjs";

const ELEMENT = /<entente-playground[^>]*>[\s\S]*?<\/entente-playground>/;

/** The page with this in place of its element. */
export async function documentWith(html) {
  const page = await readFile(join(DIST, "index.html"), "utf8");
  if (!ELEMENT.test(page)) {
    throw new Error("the page has no <entente-playground> to put something in place of");
  }
  return page.replace(ELEMENT, () => html);
}
