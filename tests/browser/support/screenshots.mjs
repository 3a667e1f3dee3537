/**
 * Pictures of the page at the widths and in the schemes it is made for, into the folder that is
 * named; and the picture in the README.
 */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { launchBrowser } from "./browser.mjs";
import { openPlayground } from "./page.mjs";
import { serveDist } from "./server.mjs";

const README = fileURLToPath(new URL("../../../web/screenshot.png", import.meta.url));

const folder = process.argv[2];
await mkdir(folder, { recursive: true });
const server = await serveDist();
const browser = await launchBrowser();
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 1024, 390]) {
    const viewport = { width, height: width === 390 ? 844 : 1000 };
    const opened = await openPlayground({ browser, server, viewport, colorScheme });
    const file = join(folder, `${width}-${colorScheme}.png`);
    await opened.page.screenshot({ path: file, fullPage: true });
    console.log(file);
    await opened.close();
  }
}
const viewport = { width: 1440, height: 1560 };
const opened = await openPlayground({ browser, server, viewport });
await opened.page.screenshot({ path: README });
console.log(README);
await browser.close();
await server.close();
