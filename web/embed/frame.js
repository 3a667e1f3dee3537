// Beside a frame: gives it the height it needs, and speaks with it.
//
//   import { connect } from "…/embed/frame.js";
//   const playground = connect(document.querySelector("iframe"));
//   playground.addEventListener("decision", ({ detail }) => …);
//   await playground.save();
//
// Only messages that come from that very frame, and from its origin, are listened to.

const METHODS = ["save", "restore", "evaluate", "link", "set"];
const EVENTS = ["ready", "change", "decision", "error", "height"];
/** Taller than this no example is; a frame cannot push the rest of the page out of reach. */
const TALLEST = 20000;

/** Speaks with the frame: `save()`, `restore(document)`, `evaluate(request)`, `link()`, `set(name, value)`, and events. */
export function connect(frame) {
  const { origin } = new URL(frame.src, document.baseURI);
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  const open = new Map();
  const playground = new EventTarget();
  let last = 0;

  function listen({ source, origin: from, data }) {
    if (source !== frame.contentWindow || from !== (isOpaque ? "null" : origin) || data?.entente !== 1) {
      return;
    }
    const { id, event, detail, error, result } = data;
    if (EVENTS.includes(event)) {
      if (event === "height" && Number.isFinite(detail?.height)) {
        frame.style.height = `${Math.min(Math.max(detail.height, 0), TALLEST)}px`;
      }
      playground.dispatchEvent(new CustomEvent(event, { detail }));
    } else if (open.has(id)) {
      const { then, failed } = open.get(id);
      open.delete(id);
      error ? failed(new Error(String(error.message))) : then(result);
    }
  }

  for (const method of METHODS) {
    playground[method] = (...params) =>
      new Promise((then, failed) => {
        const id = ++last;
        open.set(id, { then, failed });
        // A frame without an origin can be named by none. What is sent is what the page asks for.
        frame.contentWindow.postMessage({ entente: 1, id, method, params }, isOpaque ? "*" : origin);
      });
  }
  playground.disconnect = () => removeEventListener("message", listen);
  addEventListener("message", listen);
  return playground;
}
