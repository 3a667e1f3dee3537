/** A server, a browser and the pages opened on them, for the tests of one spec file. */

import { after, afterEach, before } from "node:test";

import { launchBrowser } from "./browser.mjs";
import { openPlayground } from "./page.mjs";
import { serveDist } from "./server.mjs";

/**
 * Sets the stage before the tests of the calling file (or `describe`) and clears it afterwards;
 * pages opened by a test are closed when that test is over.
 *
 * @param {Parameters<typeof serveDist>[0]} [served] how to serve the page
 */
export function useStage(served) {
  const open = [];
  const stage = {
    /** Set once the tests run. */
    server: undefined,
    browser: undefined,
    /** Opens the playground; takes the options of `openPlayground`. */
    async open(options = {}) {
      const { browser, server } = stage;
      const opened = await openPlayground({ browser, server, ...options });
      open.push(opened);
      return opened;
    },
  };
  before(async () => {
    stage.server = await serveDist(served);
    stage.browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((opened) => opened.close()));
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.close();
  });
  return stage;
}
