// The custom element. It holds a shadow root and forwards to the engine behind it.

let sheet;

function styled(root, css) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}

/** Defines the element `name`; `mount(host, root)` returns the handle its members forward to. */
export function define(name, css, mount) {
  if (customElements.get(name)) {
    return;
  }
  customElements.define(
    name,
    class extends HTMLElement {
      #handle;
      #root;

      connectedCallback() {
        // An element that is only moved keeps its handle: its disconnection is undone in the same task.
        if (this.#handle) {
          return;
        }
        this.#root ??= this.attachShadow({ mode: "open" });
        styled(this.#root, css);
        this.#handle = mount(this, this.#root);
        this.setAttribute("data-ready", "");
      }

      disconnectedCallback() {
        queueMicrotask(() => {
          if (!this.isConnected && this.#handle) {
            this.#handle.destroy();
            this.#handle.free();
            this.#handle = undefined;
            this.#root.replaceChildren();
            this.removeAttribute("data-ready");
            this.removeAttribute("data-whole");
          }
        });
      }

      /** The scenario document, as text. Until the element says `data-whole` it may throw, as `evaluate` may. */
      save() {
        return this.#handle?.save();
      }

      /** Opens a scenario document: its text, or the object it stands for. Throws if it is none. */
      restore(document) {
        this.#handle?.restore(typeof document === "string" ? document : JSON.stringify(document));
      }

      /** The decision on a request, as a plain object. Throws if the request is not one. */
      evaluate(request) {
        // What has no JSON, such as a function, is no request either.
        return this.#handle?.evaluate(JSON.stringify(request) ?? "null");
      }
    },
  );
}

/** Replaces what is left of a page that broke by a notice that offers the work back. */
export function showCrash(root, words, storage, text) {
  const [title, what, name, copyIt, copied, reloadIt, startAfresh] = words;
  const make = (tag, content) => Object.assign(document.createElement(tag), { textContent: content ?? "" });
  const notice = make("main");
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
