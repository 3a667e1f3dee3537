// The loader: upgrades the fenced blocks of a page of documentation in place. It works as a classic script and as a
// module, and fetches nothing before a block is near the viewport, clicked or focused.
//
//   <script src="…/embed/entente.js" defer></script>
//
// `data-load="click"` waits for a click on a button instead; so does a reader who asks for little data.

const NAME = "entente-playground";
const LANGUAGE = ["language-entente", "lang-entente"];
/** What marks the language: on the code, its `pre`, or around both. */
const MARKED = `.${LANGUAGE.join(",.")},pre.entente,div.entente>pre`;
/** What generators put around a block. */
const AROUND = /\b(lang(uage)?-|highlight|entente\b|codeBlock)/;
/** How far from the viewport a block is near. */
const NEAR = "400px";

const script = document.currentScript ?? [...document.scripts].find(({ src }) => /\/entente\.js([?#]|$)/.test(src));
const from = script?.src || document.baseURI;
const byClick = script?.dataset.load === "click" || navigator.connection?.saveData === true;

/** What is known of each block: `block` is all of it, `code` what holds its text. */
const known = new Map();
let hiding;

/** The text of a block. Some highlighters break lines by `<br>` alone, some by blocks. */
function textOf(node) {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      text += child.data;
    } else if (child.nodeName === "BR") {
      text += "\n";
    } else if (child.nodeType === 1 && !child.matches("button,[aria-hidden=true]")) {
      const inner = textOf(child);
      const breaks = child.matches("div,.token-line") && inner && !/\n$/.test(inner) && child.nextSibling?.nodeName !== "BR";
      text += breaks ? `${inner}\n` : inner;
    }
  }
  return text;
}

/** The outermost element that is still nothing but the block. */
function around(code) {
  let block = code.closest("pre") ?? code;
  while (block.parentElement && block.parentElement !== document.body && AROUND.test(block.parentElement.className)) {
    block = block.parentElement;
  }
  return block;
}

/** Light or dark, as the page around the block is, or as the system has it if that is how the page does it. */
function themeOf(block) {
  for (let at = block.parentElement; at; at = at.parentElement) {
    const [red, green, blue, alpha] = getComputedStyle(at).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
    if (blue !== undefined && alpha !== 0) {
      return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
    }
  }
  // Nothing has a colour of its own: what is seen is the browser's.
  const schemes = getComputedStyle(document.documentElement).colorScheme;
  return !schemes.includes("dark") ? "light" : schemes.includes("light") ? "system" : "dark";
}

/** Hides by a rule that the pages' own do not overrule, and that no content security policy minds. */
function hide(block) {
  if (!hiding) {
    hiding = new CSSStyleSheet();
    hiding.replaceSync("[data-entente=up]{display:none!important}");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, hiding];
  }
  block.setAttribute("data-entente", "up");
}

function complain(state, message) {
  const { block } = state;
  state.element?.remove();
  const notice = document.createElement("p");
  notice.className = "entente-problem";
  notice.setAttribute("role", "alert");
  notice.textContent = `Entente can’t show this example: ${message}`;
  block.after(notice);
  block.setAttribute("data-entente", "failed");
  state.element = notice;
}

async function upgrade(block) {
  const state = known.get(block);
  if (!state || state.begun) {
    return;
  }
  state.begun = true;
  near?.unobserve(block);
  state.button?.remove();
  block.setAttribute("data-entente", "coming");
  try {
    await import(new URL("playground.js", from).href);
    await customElements.whenDefined(NAME);
  } catch (error) {
    return complain(state, `${error.message}. Reload the page to try again.`);
  }
  if (!block.isConnected) {
    return;
  }
  const element = document.createElement(NAME);
  state.element = element;
  element.setAttribute("theme", themeOf(block));
  // What has been complained of and taken away again is not heard of any more.
  element.addEventListener("ready", () => state.element === element && hide(block), { once: true });
  element.addEventListener("error", ({ detail }) => state.element === element && complain(state, detail.message), { once: true });
  element.scenario = textOf(state.code);
  block.after(element);
}

const near =
  byClick || !globalThis.IntersectionObserver
    ? undefined
    : new IntersectionObserver(
        (seen) => seen.forEach((entry) => entry.isIntersecting && upgrade(entry.target)),
        { rootMargin: NEAR },
      );

function meet(block, code) {
  const state = { code };
  known.set(block, Object.assign(state, { block }));
  const now = () => upgrade(block);
  block.addEventListener("pointerdown", now, { once: true });
  block.addEventListener("focusin", now, { once: true });
  if (near) {
    near.observe(block);
  } else {
    state.button = Object.assign(document.createElement("button"), { type: "button", textContent: "Try this example" });
    state.button.className = "entente-open";
    state.button.addEventListener("click", now);
    block.after(state.button);
  }
}

/** Finds the blocks there are, and lets go of those there were. */
function look() {
  for (const [block, state] of known) {
    if (!block.isConnected) {
      known.delete(block);
      near?.unobserve(block);
      state.element?.remove();
      state.button?.remove();
    }
  }
  for (const marked of document.querySelectorAll(MARKED)) {
    const code = marked.matches("code") ? marked : (marked.querySelector("pre code, td.code pre") ?? marked.querySelector("code, pre") ?? marked);
    const block = code.matches("pre, pre *") && around(code);
    if (block && !known.has(block)) {
      meet(block, code);
    }
  }
  for (const { block, element } of known.values()) {
    const theme = element?.localName === NAME && themeOf(block);
    if (theme && theme !== element.getAttribute("theme")) {
      element.setAttribute("theme", theme);
    }
  }
}

let waiting;
function soon() {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    look();
  }, 50);
}

// Pages that are brought to life by a framework are left alone until they are: it would not know what it finds.
function begin() {
  (globalThis.requestIdleCallback ?? setTimeout)(look);
  new MutationObserver(soon).observe(document, { childList: true, subtree: true });
  // A theme that is switched is an attribute of the page or its body.
  const themes = { attributes: true, attributeFilter: ["class", "data-theme", "data-md-color-scheme", "data-bs-theme", "style"] };
  const themed = new MutationObserver(() => {
    soon();
    // Colours may take their time to change.
    setTimeout(soon, 600);
  });
  themed.observe(document.documentElement, themes);
  themed.observe(document.body, themes);
}

if (!globalThis.ententeLoader) {
  globalThis.ententeLoader = true;
  document.readyState === "complete" ? begin() : addEventListener("load", begin, { once: true });
}
