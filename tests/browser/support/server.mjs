/**
 * Serves the built page the way any static file server would.
 *
 * A path prefix stands for a host that publishes the page in a folder, extra headers for one that
 * sends a content security policy.
 */

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The page as `cargo xtask build` leaves it, or a copy of it in the folder that ENTENTE_DIST names:
 * one can go on testing that while the page is being built anew.
 */
export const DIST = process.env.ENTENTE_DIST
  ? resolve(process.env.ENTENTE_DIST)
  : fileURLToPath(new URL("../../../dist", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/**
 * Starts a server on a free port of the loopback address.
 *
 * @param {object} [options]
 * @param {string} [options.root] the folder to serve
 * @param {string} [options.prefix] the path under which it is served, such as "/tools/entente/"
 * @param {Record<string, string>} [options.headers] headers to send with every answer
 * @param {Record<string, string>} [options.documents] further documents by their path below
 *   the prefix, such as `{ "two.html": "<!doctype html>…" }`
 * @param {Record<string, string>} [options.mounts] further folders to serve, by their path below the
 *   prefix, such as `{ "entente/": DIST }`
 * @returns {Promise<{ origin: string, url: string, close(): Promise<void> }>}
 */
export async function serveDist({
  root = DIST,
  prefix = "/",
  headers = {},
  documents = {},
  mounts = {},
} = {}) {
  const server = createServer((request, response) => {
    answer(request, response, { root, prefix, headers, documents, mounts }).catch((error) => {
      response.writeHead(500, { "content-type": "text/plain" }).end(String(error));
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + prefix,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(request, response, { root, prefix, headers, documents, mounts }) {
  const refuse = (status) => {
    const text = `${status} ${request.method} ${request.url}\n`;
    response.writeHead(status, { ...headers, "content-type": "text/plain" }).end(text);
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(405);
  }
  const name = nameBelow(prefix, request.url);
  if (name === undefined) {
    return refuse(404);
  }
  if (Object.hasOwn(documents, name)) {
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(name)] ?? TYPES[".html"] });
    return response.end(documents[name]);
  }
  const mount = Object.keys(mounts).find((path) => name.startsWith(path));
  let file = mount === undefined ? join(root, name) : join(mounts[mount], name.slice(mount.length));
  let found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    file = join(file, "index.html");
    found = await stat(file).catch(() => undefined);
  }
  if (!found?.isFile()) {
    return refuse(404);
  }
  response.writeHead(200, {
    ...headers,
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-store",
  });
  if (request.method === "HEAD") {
    return response.end();
  }
  createReadStream(file).pipe(response);
}

/** The path of the wanted file below the served folder; undefined when it lies outside. */
function nameBelow(prefix, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (!path.startsWith(prefix)) {
    return undefined;
  }
  const name = normalize(path.slice(prefix.length) || "index.html");
  const leaves = name.startsWith("..") || name.startsWith(sep) || name.includes("\0");
  return leaves ? undefined : name;
}
