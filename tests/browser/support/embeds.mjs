/** Documents that embed playgrounds, and what those playgrounds tell. */

import { documentWith } from "./documents.mjs";
import { eventually } from "./eventually.mjs";

/** Notes every event of every playground from before the first of them is defined. */
const LISTEN = () => {
  globalThis.told = [];
  for (const type of ["ready", "change", "decision", "error"]) {
    document.addEventListener(type, (event) => {
      if (event instanceof CustomEvent) {
        const detail = JSON.parse(JSON.stringify(event.detail));
        told.push({ id: event.target.id, type, detail, composed: event.composed, bubbles: event.bubbles });
      }
    });
  }
};

/**
 * Opens a document with this in place of the page's element.
 *
 * @param {ReturnType<import("./stage.mjs").useStage>} stage
 * @param {string} html
 * @param {object} [options] of `openPlayground`, and `files`: texts by their path, to be fetched
 */
export async function openEmbeds(stage, html, { files = {}, prepare, ...options } = {}) {
  const whole = await documentWith(`<main><h1>A page</h1>${html}</main>`);
  const opened = await stage.open({
    path: "embeds.html",
    ready: false,
    async prepare(page) {
      await page.addInitScript(LISTEN);
      await page.route("**/embeds.html*", (route) => route.fulfill({ contentType: "text/html", body: whole }));
      for (const [path, body] of Object.entries(files)) {
        await page.route(`**/${path}`, (route) => route.fulfill({ contentType: path.endsWith(".js") ? "text/javascript" : "application/json", body }));
      }
      await prepare?.(page);
    },
    ...options,
  });
  return { ...opened, told: (type, id) => told(opened.page, type, id) };
}

/** What was told so far: of one kind, of one playground. */
export async function told(page, type, id) {
  const all = await page.evaluate(() => globalThis.told);
  return all.filter((event) => event.type === type && (id === undefined || event.id === id)).map((event) => event.detail);
}

/** Waits until a playground is ready. */
export const whenReady = (locator) => locator.evaluate((element) => customElements.whenDefined(element.localName).then(() => element.whenReady()).then(() => undefined));

/** Waits until something was told, and returns the latest of it. */
export async function hears(opened, type, id) {
  return eventually(async () => {
    const details = await opened.told(type, id);
    if (details.length === 0) {
      throw new Error(`no ${type} of ${id ?? "anybody"} was told`);
    }
    return details.at(-1);
  });
}
