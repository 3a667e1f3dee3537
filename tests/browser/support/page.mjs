/**
 * Opens the playground in a fresh browser context and keeps a record of everything that went
 * wrong behind its back.
 */

import assert from "node:assert/strict";

/** The custom element that is the page. */
export const ELEMENT = "entente-playground";

/** How long the page may take to come up on a busy machine. */
const READY = 30_000;

/** How long anything else may take: what is not there by then is not coming. */
const PATIENCE = 10_000;

/**
 * What the console may say. Chrome checks the integrity of the program when it is loaded, but not
 * when it is preloaded, and warns of that.
 */
const HARMLESS = [
  /`integrity` attribute is currently ignored for preload destinations/,
  // The specs keep the page from registering its worker, and say so in its console.
  /Service Worker registration blocked by Playwright/,
];

/**
 * Opens the playground and waits until it is up.
 *
 * @param {object} options
 * @param {import("playwright-core").Browser} options.browser
 * @param {{ origin: string, url: string }} options.server as `serveDist` returns it
 * @param {string} [options.path] what to add to the server's URL: a document, a query, a fragment
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {"light" | "dark"} [options.colorScheme]
 * @param {"reduce" | "no-preference"} [options.reducedMotion] "reduce" unless told otherwise, so
 *   that nothing is looked at half-way through a transition
 * @param {boolean} [options.ready] whether to wait for the element; false for a document that
 *   shows it later, or not at all
 * @param {boolean} [options.whole] whether to wait for the parts that are loaded later as well, as
 *   a person would without noticing; false for tests of how it is without them
 * @param {object} [options.context] further options for Playwright's `newContext`, such as
 *   `forcedColors`, `locale`, `permissions` or `javaScriptEnabled`
 * @param {RegExp[]} [options.harmless] what else the console may say: a site of others has its own complaints
 * @param {(page: import("playwright-core").Page) => Promise<void>} [options.prepare] runs before
 *   the page is loaded
 */
export async function openPlayground({
  browser,
  server,
  path = "",
  viewport = { width: 1280, height: 900 },
  colorScheme = "light",
  reducedMotion = "reduce",
  ready = true,
  whole = true,
  context: more = {},
  harmless = [],
  prepare,
}) {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    reducedMotion,
    // What a worker fetches, no test could stop or count.
    serviceWorkers: "block",
    ...more,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const troubles = record(page, [...HARMLESS, ...harmless]);
  await keepHome(context, server.origin, troubles);
  await prepare?.(page);
  await page.goto(new URL(path, server.url).href);
  const playground = page.locator(ELEMENT).first();
  if (ready) {
    await untilReady(page, troubles, whole);
  }
  return {
    page,
    context,
    playground,
    /** Everything that went wrong so far, a line each. */
    troubles,
    /** Waits until (another) playground is up, for instance after a reload. */
    untilReady: () => untilReady(page, troubles, whole),
    /** Fails if the console, a script, a request or a foreign host gave cause for complaint. */
    assertQuiet() {
      assert.ok(troubles.length === 0, `the page was not quiet:\n${list(troubles)}`);
    },
    close: () => context.close(),
  };
}

async function untilReady(page, troubles, whole) {
  const attribute = whole ? "data-whole" : "data-ready";
  try {
    const up = page.locator(`${ELEMENT}[${attribute}]`).first();
    await up.waitFor({ state: "attached", timeout: READY });
  } catch (cause) {
    const seen = troubles.length === 0 ? "  (nothing was reported)" : list(troubles);
    throw new Error(
      `<${ELEMENT}> did not get ${attribute} within ${READY / 1000} s at ${page.url()}\n${seen}`,
      { cause },
    );
  }
}

/** Notes what the page complains of. */
function record(page, harmless) {
  const troubles = [];
  page.on("console", (message) => {
    const bad = message.type() === "error" || message.type() === "warning";
    if (bad && !harmless.some((pattern) => pattern.test(message.text()))) {
      const { url } = message.location();
      troubles.push(`console ${message.type()}: ${message.text()}${url ? ` (${url})` : ""}`);
    }
  });
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.stack ?? error}`));
  page.on("crash", () => troubles.push("the page crashed"));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // What a reload or a download cuts short did not fail.
    if (reason !== "net::ERR_ABORTED") {
      troubles.push(`request failed: ${request.url()} (${reason})`);
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) {
      troubles.push(`request answered ${response.status()}: ${response.url()}`);
    }
  });
  return troubles;
}

/** Stops every request that would leave the server the page came from, and notes it. */
async function keepHome(context, origin, troubles) {
  const leaves = (url) => /^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host;
  await context.route(leaves, (route) => {
    troubles.push(`request to a foreign origin: ${route.request().url()}`);
    return route.abort("blockedbyclient");
  });
  await context.routeWebSocket(leaves, (socket) => {
    troubles.push(`connection to a foreign origin: ${socket.url()}`);
    return socket.close();
  });
}

function list(lines) {
  return lines.map((line) => `  - ${line.replaceAll("\n", "\n    ")}`).join("\n");
}
