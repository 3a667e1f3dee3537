// The custom element. It holds a shadow root and forwards to the engine behind it.

/** What an element says of itself, beside `lang`, and whether it says it by a word or by being there. */
const WORDS = ["scenario", "src", "theme", "mode", "direction", "feature", "user", "application", "storage", "full"];
const SWITCH = "readonly";

/** Before these are heeded there is nothing to draw. */
const FIRST = ["scenario", "src", "direction", "feature", "user", "application"];

let sheet;
let styles;
/** The playgrounds that have said that they are ready. */
const ready = new WeakSet();
/** The scenarios that were set as objects or texts, which no attribute holds. */
const given = new WeakMap();

function styled(root, css) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync((styles = css));
  }
  root.adoptedStyleSheets = [sheet];
}

/** Styles what is loaded later, in every playground. */
export const addStyles = (css) => sheet.replaceSync((styles += css));

const asText = (document) => (typeof document === "string" ? document : JSON.stringify(document));

/** Defines the element `name`; `mount(host, root, waits)` returns the handle its members forward to. */
export function define(name, css, mount) {
  if (customElements.get(name)) {
    return;
  }
  class Playground extends HTMLElement {
    static observedAttributes = [...WORDS, SWITCH];
    #handle;
    #root;
    #turned;

    attributeChangedCallback(name, before, now) {
      if (before !== now) {
        this.#turn(name);
      }
    }

    /** Several that change in one task are heeded together, whatever their order. */
    #turn(name) {
      if (!this.#handle) {
        return;
      }
      if (!this.#turned) {
        this.#turned = [];
        queueMicrotask(() => {
          const names = this.#turned.join(" ");
          this.#turned = undefined;
          this.#handle?.turn(names);
        });
      }
      this.#turned.push(name);
    }

    // An element that is moved by `moveBefore` is neither disconnected nor connected.
    connectedMoveCallback() {}

    connectedCallback() {
      // An element that is only moved keeps its handle: its disconnection is undone in the same task.
      if (this.#handle) {
        return;
      }
      for (const name of [...WORDS, SWITCH]) {
        // What was set before the class was known stands in the way of what the class makes of it.
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      this.#root ??= this.attachShadow({ mode: "open" });
      styled(this.#root, css);
      const linked = this.storage === "local" && /^#(new$|\d+\.)/.test(location.hash);
      const waits = linked || given.has(this) || FIRST.some((name) => this.hasAttribute(name));
      this.#handle = mount(this, this.#root, waits);
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected && this.#handle) {
          this.#handle.destroy();
          this.#handle.free();
          this.#handle = undefined;
          this.#root.replaceChildren();
          ready.delete(this);
          this.removeAttribute("data-ready");
          this.removeAttribute("data-whole");
        }
      });
    }

    /** The scenario to start with: the id of one of the gallery, `new`, a document as text or object, a block, or a link’s fragment. */
    get scenario() {
      return given.get(this) ?? this.getAttribute("scenario") ?? "";
    }

    set scenario(scenario) {
      given.delete(this);
      if (scenario && typeof scenario === "object" || /[^\w-]/.test(String(scenario ?? "").trim())) {
        given.set(this, scenario);
        this.#turn("scenario");
      } else if (scenario == null) {
        this.removeAttribute("scenario");
      } else {
        this.setAttribute("scenario", scenario);
      }
    }

    /** Resolves to the element once everything below works; at once if it does already. */
    whenReady() {
      return new Promise((then) => {
        if (ready.has(this)) {
          then(this);
        } else {
          this.addEventListener("ready", () => then(this), { once: true });
        }
      });
    }

    /** The scenario document, as text. Until the element is ready it may throw, as `evaluate` may. */
    save() {
      return this.#handle?.save();
    }

    /** Opens a scenario document: its text, or the object it stands for. Throws if it is none. */
    restore(document) {
      if (this.#handle) {
        this.#handle.restore(asText(document));
      } else {
        this.scenario = document;
      }
    }

    /** The decision on a request, as a plain object. Throws if the request is not one. */
    evaluate(request) {
      // What has no JSON, such as a function, is no request either.
      return this.#handle && JSON.parse(this.#handle.evaluate(JSON.stringify(request) ?? "null"));
    }

    /** Resolves to the address of the full page with everything that is here, unsaved edits included. */
    async link() {
      await this.whenReady();
      return new Promise((then, failed) => this.#handle.link(then, failed));
    }
  }
  for (const name of WORDS.slice(1)) {
    Object.defineProperty(Playground.prototype, name, {
      get() {
        return this.getAttribute(name) ?? "";
      },
      set(value) {
        value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
      },
      configurable: true,
      enumerable: true,
    });
  }
  Object.defineProperty(Playground.prototype, SWITCH, {
    get() {
      return this.hasAttribute(SWITCH);
    },
    set(value) {
      this.toggleAttribute(SWITCH, !!value);
    },
    configurable: true,
    enumerable: true,
  });
  customElements.define(name, Playground);
}

/** Tells whoever embeds the element. A problem is also written to the console. */
export function tell(element, type, text) {
  const detail = JSON.parse(text);
  if (type === "ready") {
    ready.add(element);
  } else if (type === "error") {
    console.warn(`<${element.localName}>: ${detail.message}`);
  } else if (type === "change") {
    Object.defineProperty(detail, "scenario", { get: () => element.save(), enumerable: true });
  }
  element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
}

/** The scenario an element is told to start with: an id, or the text of a document. */
export function wanted(element) {
  return asText(element.scenario) ?? "";
}

/** The text at an address of the page's own origin. */
export async function fetchText(address) {
  const url = new URL(address, document.baseURI);
  if (url.origin !== location.origin) {
    throw new Error(`${url.href} is not of this page’s origin`);
  }
  const answer = await fetch(url, { redirect: "error" });
  if (!answer.ok) {
    throw new Error(`${url.href} answers ${answer.status}`);
  }
  return answer.text();
}

/** Copies a text; whether that worked. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Calls `then` with files that are dropped on the page, or on the element where that is a part of one: the number of the
 * side they were dropped on, if they were dropped on one, and the files. Gives what ends it.
 */
export function watchFiles(element, then) {
  const place = element.storage === "local" ? document : element;
  let over;
  const shown = (are) => element.toggleAttribute("data-files", are);
  const heed = (event) => {
    if (!event.dataTransfer?.types.includes("Files") || element.readonly || !/^(full)?$/.test(element.mode)) {
      return;
    }
    event.preventDefault();
    clearTimeout(over);
    const drops = event.type === "drop";
    shown(!drops);
    // As long as they are held over the page, this comes again and again.
    over = setTimeout(shown, 400, false);
    if (drops) {
      then(event.composedPath()[0].closest?.("[data-side]")?.dataset.side ?? "", [...event.dataTransfer.files]);
    }
  };
  const types = ["dragover", "drop"];
  types.forEach((type) => place.addEventListener(type, heed));
  return () => types.forEach((type) => place.removeEventListener(type, heed));
}

/** What a file is called, with its folders, and its bytes. */
export async function readFile(file) {
  return [file.webkitRelativePath || file.name, new Uint8Array(await file.arrayBuffer())];
}

/** Resolves when the browser has seen to everything else. */
export const breathe = () => new Promise((then) => setTimeout(then));

/** Hands a text over as a file. */
export function download(name, text, type = "application/json") {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** The address of the full page: what the element says, the page itself, or what the program stands beside. */
export function pageOf(element) {
  if (element.full) {
    return new URL(element.full, document.baseURI).href.replace(/#.*/, "");
  }
  return element.storage === "local" ? location.href.replace(/#.*/, "") : new URL("../../../", import.meta.url).href;
}

/** Replaces what is left of a page that broke by a notice that offers the work back. */
export function showCrash(root, words, storage, text) {
  const [title, what, name, copyIt, copied, reloadIt, startAfresh] = words;
  const make = (tag, content) => Object.assign(document.createElement(tag), { textContent: content ?? "" });
  const notice = make(root.host.storage === "local" ? "main" : "div");
  notice.className = "crash";
  const alert = make("div");
  alert.setAttribute("role", "alert");
  const area = make("textarea");
  area.readOnly = true;
  area.value = text;
  area.rows = 12;
  area.setAttribute("aria-label", name);
  const copy = make("button", copyIt);
  copy.onclick = () => {
    area.select();
    const done = () => (copy.textContent = copied);
    navigator.clipboard?.writeText(text).then(done, () => document.execCommand("copy") && done());
  };
  const reload = make("button", reloadIt);
  reload.onclick = () => location.reload();
  const fresh = make("button", startAfresh);
  fresh.onclick = () => {
    try {
      localStorage.removeItem(storage);
    } catch {
      // Without storage there is nothing to forget.
    }
    location.reload();
  };
  const buttons = make("p");
  buttons.append(copy, reload, fresh);
  alert.append(make("h1", title), make("p", what));
  notice.append(alert, buttons, area);
  root.replaceChildren(notice);
}

/** Calls `then` when the browser has nothing better to do; soon, where it cannot say. */
export function whenIdle(then) {
  (globalThis.requestIdleCallback ?? setTimeout)(() => then());
}
