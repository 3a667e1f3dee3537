/** Getting about with the keyboard alone: presses keys, and looks at what has the focus. */

import assert from "node:assert/strict";

/** More stops than any page here has; whoever tabs that often goes in circles. */
const STOPS = 400;

/** Runs in the page: what has the focus, shadow roots looked into. */
const FOCUSED = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
})()`;

/** A keyboard on a page. */
export class Keyboard {
  #page;
  #devtools;

  /** @param {import("playwright-core").Page} page */
  static async of(page) {
    const keyboard = new Keyboard();
    keyboard.#page = page;
    keyboard.#devtools = await page.context().newCDPSession(page);
    return keyboard;
  }

  /**
   * The name and the role of what has the focus, as the browser tells assistive technology.
   *
   * @returns {Promise<{ name: string, role: string }>}
   */
  async focused() {
    const { result } = await this.#devtools.send("Runtime.evaluate", { expression: FOCUSED });
    return nameAndRole(this.#devtools, result.objectId);
  }

  /** Presses a key, so many times. */
  async press(key, times = 1) {
    for (let done = 0; done < times; done += 1) {
      await this.#page.keyboard.press(key);
    }
  }

  /**
   * Tabs until what has the focus has this name and, if one is given, this role.
   *
   * @param {string | RegExp} name
   * @param {{ role?: string, back?: boolean }} [options]
   */
  async tabTo(name, { role, back = false } = {}) {
    const met = [];
    const fits = (found) =>
      (typeof name === "string" ? found.name === name : name.test(found.name)) &&
      (role === undefined || found.role === role);
    for (let stops = 0; stops < STOPS; stops += 1) {
      await this.press(back ? "Shift+Tab" : "Tab");
      const found = await this.focused();
      if (fits(found)) {
        return found;
      }
      met.push(`${found.role} “${found.name}”`);
    }
    const seen = [...new Set(met)].join("\n  ");
    assert.fail(`Tab never reached ${role ?? "anything"} called ${name}; it met\n  ${seen}`);
  }
}

/** What the browser tells assistive technology of an element. */
export async function nameAndRole(devtools, objectId) {
  const { nodes } = await devtools.send("Accessibility.getPartialAXTree", { objectId, fetchRelatives: false });
  const [node] = nodes;
  return { name: String(node?.name?.value ?? ""), role: String(node?.role?.value ?? "") };
}

/** What has the focus, as a selector-like word, for finding out that nothing has: "body". */
export function focusedElement(page) {
  return page.evaluate(`(() => {
    const element = ${FOCUSED};
    const label = element?.getAttribute("aria-label");
    return element ? element.localName + (label ? " “" + label + "”" : "") : "nothing";
  })()`);
}

/** Fails when nothing has the focus any more: whoever goes by keyboard would have to begin anew. */
export async function assertFocusKept(page, after) {
  const found = await focusedElement(page);
  assert.ok(!["body", "html", "nothing", "entente-playground"].includes(found), `after ${after} the focus is on ${found}`);
}
