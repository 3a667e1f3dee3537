// Serves the folder given and runs its page in the browser that CHROMIUM names. What it measured is printed as JSON; or,
// with `profile`, where the time goes.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, extname, resolve } from "node:path";

const [folder, packages, mode] = process.argv.slice(2);
const { chromium } = createRequire(join(resolve(packages), "package.json"))("playwright-core");
// What gives and takes memory.
const MEMORY = /talc|__rust_(re|de)?alloc|__rdl_|RawVec|raw_vec|memcpy|memmove|memset|memory\./;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

const server = createServer(async (request, response) => {
  const path = request.url === "/" ? "/index.html" : request.url.split("?")[0];
  try {
    const body = await readFile(join(folder, path.replaceAll("..", "")));
    response.writeHead(200, {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      // With these the clock of the page counts in steps of 5 microseconds, not of 100.
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  headless: true,
  chromiumSandbox: false,
});
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.error(message.text()));
  page.on("pageerror", (error) => console.error(String(error)));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction("globalThis.ready", null, { timeout: 60_000 });
  const records = mode === "profile" ? await profiles(page) : await page.evaluate("globalThis.run()");
  console.log(JSON.stringify({ browser: browser.version(), records }));
} finally {
  await browser.close();
  server.close();
}

/** Where the time goes in what misses its aim most: each a share for each room of the engine. */
async function profiles(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: 200 });
  const found = [];
  for (const [what, size, restriction] of [["matrix", 1, 0], ["matrix", 1, 1], ["index", 2, 0], ["edit", 2, 0]]) {
    await page.evaluate(`globalThis.prepare("${what}", ${size}, ${restriction})`);
    await session.send("Profiler.start");
    await page.evaluate("globalThis.repeat(4000)");
    const { profile } = await session.send("Profiler.stop");
    const rooms = shares(profile);
    console.error(what, size, restriction, JSON.stringify(rooms));
    found.push({ what: "profile", of: what, size, restriction, rooms });
  }
  return found;
}

/** What of the time is spent in which room. What libraries do is done for the room that asked for it, but for memory. */
function shares(profile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const roomOf = (id) => {
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const name = nodes.get(at).callFrame.functionName;
      if (at === id && MEMORY.test(name)) return "memory";
      const room = name.match(/entente_policy::([a-z_]+)/)?.[1];
      if (room) return room;
    }
    return "beside the engine";
  };
  const rooms = {};
  let all = 0;
  for (const id of profile.samples) {
    const room = roomOf(id);
    rooms[room] = (rooms[room] ?? 0) + 1;
    all += 1;
  }
  return Object.fromEntries(Object.entries(rooms).map(([room, count]) => [room, count / all]).sort((a, b) => b[1] - a[1]));
}
