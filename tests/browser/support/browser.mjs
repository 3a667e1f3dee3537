/** Starts the browser that `cargo xtask test` found or installed. */

import { chromium } from "playwright-core";

/** A start takes about a second; one that takes this long has hung. */
const START = 30_000;

const FLAGS = [
  // Nothing that a browser does for itself may reach for the network.
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium.
 *
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) {
    throw new Error(
      "CHROMIUM is not set: run the specs with `cargo xtask test --only browser`, " +
        "or set it to the path of a Chromium-based browser",
    );
  }
  const launch = () =>
    chromium.launch({
      executablePath,
      headless: true,
      timeout: START,
      args: FLAGS,
      // It cannot start as root, nor where user namespaces are closed to users, and it would
      // protect against pages from elsewhere: the specs only ever load our own.
      chromiumSandbox: false,
    });
  try {
    return await launch();
  } catch (error) {
    // On a busy machine a start hangs once in a while; a second hang is no accident.
    console.warn(`The browser did not start, trying once more: ${firstLine(error)}`);
    return launch();
  }
}

function firstLine(error) {
  return String(error.message ?? error).split("\n", 1)[0];
}
