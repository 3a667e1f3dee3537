/** The look of the element, set from outside by its custom properties. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { openEmbeds, whenReady } from "./support/embeds.mjs";
import { eventually } from "./support/eventually.mjs";
import { useStage } from "./support/stage.mjs";

/** Styles the page around, which may be under a policy that keeps `<style>` out. */
const styles = (page, text) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, text);

/** The style of what stands inside the element. */
const inside = (it, selector, property) =>
  it.evaluate((element, [selector, property]) => getComputedStyle(element.shadowRoot.querySelector(selector))[property], [selector, property]);

const of = (it, property) => it.evaluate((element, property) => getComputedStyle(element)[property], property);

describe("custom properties", () => {
  const stage = useStage();

  test("set colours, fonts and corners, in light and in dark", async () => {
    const css = `entente-playground {
      --bg: light-dark(rgb(250, 240, 230), rgb(10, 20, 30));
      --paper: light-dark(rgb(255, 250, 245), rgb(20, 30, 40));
      --ink: light-dark(rgb(40, 20, 0), rgb(250, 240, 230));
      --c: light-dark(rgb(0, 80, 80), rgb(120, 220, 220));
      --round: 3px;
      --font: Georgia, serif;
    }`;
    for (const [colorScheme, bg, paper, ink, contoso] of [
      ["light", "rgb(250, 240, 230)", "rgb(255, 250, 245)", "rgb(40, 20, 0)", "rgb(0, 80, 80)"],
      ["dark", "rgb(10, 20, 30)", "rgb(20, 30, 40)", "rgb(250, 240, 230)", "rgb(120, 220, 220)"],
    ]) {
      const opened = await openEmbeds(stage, `<entente-playground id="it" scenario="example-2"></entente-playground>`, { colorScheme });
      await styles(opened.page, css);
      const it = opened.page.locator("#it");
      await whenReady(it);
      await eventually(async () => assert.equal(await of(it, "backgroundColor"), bg));
      assert.equal(await of(it, "color"), ink);
      assert.equal(await of(it, "fontFamily"), "Georgia, serif");
      assert.equal(await inside(it, "button, input", "fontFamily"), "Georgia, serif");
      assert.equal(await inside(it, ".grid", "backgroundColor"), paper);
      assert.equal(await inside(it, ".lane .c .node", "borderTopColor"), contoso);
      assert.equal(await inside(it, ".verdict", "borderTopLeftRadius"), "2.1px", "corners within corners are less round");
      assert.equal(await inside(it, ".grid", "borderTopLeftRadius"), "4.2px");
      await opened.close();
    }
  });

  test("are what they are said to be where nobody sets them, and can be read", async () => {
    for (const colorScheme of ["light", "dark"]) {
      for (const mode of ["full", "handshake", "matrix", "explanation"]) {
        const opened = await openEmbeds(stage, `<entente-playground id="it" scenario="example-2" mode="${mode}"></entente-playground>`, { colorScheme });
        await whenReady(opened.page.locator("#it"));
        await assertAccessible(opened.page, { colourOnly: true, state: `${mode} in ${colorScheme}` });
        await opened.close();
      }
    }
  });

  test("leave the theme of an element its own: one can be dark on a light page", async () => {
    const css = "entente-playground { --paper: light-dark(rgb(1, 1, 1), rgb(2, 2, 2)); }";
    const opened = await openEmbeds(
      stage,
      `<entente-playground id="day" theme="light" mode="full"></entente-playground><entente-playground id="night" theme="dark" mode="full"></entente-playground>`,
    );
    await styles(opened.page, css);
    for (const [id, paper] of [["day", "rgb(1, 1, 1)"], ["night", "rgb(2, 2, 2)"]]) {
      const it = opened.page.locator(`#${id}`);
      await whenReady(it);
      await eventually(async () => assert.equal(await inside(it, ".grid", "backgroundColor"), paper));
    }
  });
});
