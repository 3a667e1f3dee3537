// Inside of a frame: the element, told by the address what to show, and spoken to by messages.
//
// frame.html#scenario=example-2&mode=matrix&host=https://docs.example.org
//
// `host` is the origin of the page around the frame, which alone is listened to and spoken to; without it that is the
// frame's own. What else the fragment says are attributes of the element. A link's fragment (`1.…`) does as well.
// Messages are { entente: 1, id, method, params } and { entente: 1, id, result } or { entente: 1, id, error: { message } };
// what happens is told as { entente: 1, event, detail }.

const NAME = "entente-playground";
const ATTRIBUTES = ["scenario", "lang", "theme", "mode", "direction", "feature", "user", "application", "readonly", "full"];
const EVENTS = ["ready", "change", "decision", "error"];

const fragment = location.hash.slice(1);
const isLink = /^\d+\./.test(fragment);
const words = new URLSearchParams(isLink ? "" : fragment);
// What a sandbox takes from a frame is its origin, not the address it came from.
const host = words.get("host") ?? new URL(location.href).origin;
const element = document.createElement(NAME);

function tell(message) {
  if (parent !== window) {
    parent.postMessage({ entente: 1, ...message }, host);
  }
}

function set(name, value) {
  if (!ATTRIBUTES.includes(name)) {
    throw new Error(`there is no attribute \`${name}\`; there are ${ATTRIBUTES.join(", ")}`);
  }
  if (name === "scenario") {
    element.scenario = value;
  } else if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

const METHODS = {
  save: () => element.save(),
  restore: ([document]) => element.restore(document),
  evaluate: ([request]) => element.evaluate(request),
  link: () => element.link(),
  set: ([name, value]) => set(name, value),
};

async function carryOut({ id, method, params = [] }) {
  try {
    if (!Object.hasOwn(METHODS, method) || !Array.isArray(params)) {
      throw new Error(`there is no method \`${method}\` with a list of parameters; there are ${Object.keys(METHODS).join(", ")}`);
    }
    await element.whenReady?.();
    tell({ id, result: await METHODS[method](params) });
  } catch (error) {
    tell({ id, error: { message: String(error?.message ?? error) } });
  }
}

addEventListener("message", ({ source, origin, data }) => {
  const isMeant = source === parent && origin === host && data?.entente === 1;
  if (isMeant && ["string", "number"].includes(typeof data.id) && typeof data.method === "string") {
    carryOut(data);
  }
});

/** What of an event can be told: what can be cloned. */
function plain(detail) {
  try {
    return JSON.parse(JSON.stringify(detail ?? null));
  } catch {
    return null;
  }
}

for (const event of EVENTS) {
  element.addEventListener(event, ({ detail }) => tell({ event, detail: plain(detail) }));
}

let height;
function measure() {
  const now = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (now !== height) {
    height = now;
    tell({ event: "height", detail: { height } });
  }
}
new ResizeObserver(measure).observe(document.documentElement);

for (const [name, value] of words) {
  if (ATTRIBUTES.includes(name)) {
    set(name, value);
  }
}
if (isLink) {
  element.scenario = `#${fragment}`;
}

import(new URL("playground.js", document.currentScript.src).href).then(
  () => document.getElementById("before").replaceWith(element),
  () => {
    const message =
      origin === "null"
        ? "This frame is sandboxed without an origin. Its server has to send “Access-Control-Allow-Origin: *”, or the sandbox to say “allow-same-origin”."
        : "Entente could not be loaded. Reload the page to try again.";
    document.getElementById("before").textContent = message;
    tell({ event: "error", detail: { message } });
  },
);
