/**
 * Waiting for what the page is about to show. It draws shortly after it was acted on, so what a test
 * looks for may not be there at its first look.
 */

import { setTimeout as pause } from "node:timers/promises";

/** A page that has not drawn by then has not understood. */
const PATIENCE = 5_000;

/**
 * Looks again and again until an assertion holds; fails as it failed at the last look.
 *
 * @template T
 * @param {() => Promise<T> | T} look asserts something, and may return what it saw
 * @returns {Promise<T>}
 */
export async function eventually(look, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() >= end) {
        throw error;
      }
    }
    await pause(20);
  }
}

/**
 * Waits until everything that was asked for so far is drawn: needed only before looking for something
 * that must *not* have happened.
 *
 * @param {import("playwright-core").Page} page
 */
export async function settled(page) {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  );
}
