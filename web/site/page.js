// Starts the page, and keeps it for when there is no network.
import init from "./program.js";

init();

/** A worker is a script, which a page under Trusted Types may only name by a policy. */
function own(name) {
  const policy = globalThis.trustedTypes?.createPolicy("entente", { createScriptURL: (url) => url });
  const url = new URL(name, import.meta.url).href;
  return policy?.createScriptURL(url) ?? url;
}

addEventListener("load", () => {
  // Not where the page is framed without an origin, nor where it comes by an insecure way.
  if (globalThis.isSecureContext && navigator.serviceWorker && origin !== "null") {
    navigator.serviceWorker.register(own("offline.js")).catch(() => {});
  }
});
