/** Every state of the page keeps the rules of accessibility, in light and dark, wide and narrow. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./support/axe.mjs";
import { nameAndRole } from "./support/keyboard.mjs";
import { look, matrix } from "./support/matrix.mjs";
import { eventually } from "./support/eventually.mjs";
import {
  bridge,
  explanation,
  gallery,
  headline,
  openDirectory,
  panel,
  picker,
  says,
  scenarioButton,
  setting,
  startFrom,
  targets,
  textButton,
  textDialog,
} from "./support/places.mjs";
import { useStage } from "./support/stage.mjs";
import { STATED } from "./support/stated.mjs";
import { UNDOCUMENTED } from "./support/undocumented.mjs";

const stage = useStage();

/** What the page can show, each reached from the one before. */
const STATES = {
  "the first page": async () => {},
  "the gallery": async (page) => {
    await scenarioButton(page).click();
    await gallery(page).waitFor();
  },
  "the scenario as text": async (page) => {
    await gallery(page).getByRole("button", { name: "Close" }).click();
    await textButton(page).click();
    await textDialog(page).waitFor();
  },
  "the scenario as text, refused": async (page) => {
    await textDialog(page).getByRole("textbox").fill("{");
    await textDialog(page).getByRole("button", { name: "Open this text" }).click();
    await textDialog(page).getByText(/^Not opened/).waitFor();
  },
  "a list of targets": async (page) => {
    await textDialog(page).getByRole("button", { name: "Close" }).click();
    await targets(setting(page, "Contoso", "Inbound")).click();
    await picker(page).waitFor();
  },
  "a list of targets with a complaint": async (page) => {
    await picker(page).getByRole("textbox", { name: "Another object id" }).fill("Marketing");
    await picker(page).getByRole("button", { name: "Add" }).click();
    await picker(page).getByText(/is not an object id/).waitFor();
  },
  "a directory": async (page) => {
    await picker(page).getByRole("button", { name: "Done" }).click();
    await openDirectory(page, "Fabrikam");
  },
  "no explanation": async (page) => {
    await page.getByRole("button", { name: "Close the explanation" }).click();
    await says(headline(page), "Why?");
  },
  "defaults": async (page) => {
    for (const tenant of ["Contoso", "Fabrikam"]) {
      await panel(page, tenant).getByRole("radio", { name: "Defaults" }).check();
    }
    await setting(page, "Fabrikam", "Inbound").getByText(/any other organization/).waitFor();
  },
  "a policy": async (page) => {
    await startFrom(page, "MFA required, not trusted");
    await panel(page, "Contoso").locator("details.policy > summary").click();
    await panel(page, "Contoso").locator("details.more:not(.others) > summary").click();
    await explanation(page)
      .locator("details")
      .evaluateAll((all) => {
        for (const details of all) {
          details.open = true;
        }
      });
  },
  "more that decides": async (page) => {
    await page.locator("entente-playground").evaluate((element, scenario) => element.restore(scenario), STATED);
    await page.locator("details.others, details.bystanders, details.part, details.directory, .tenant details.about, details.policy, details.further, details.assigned").evaluateAll(
      (all) => all.forEach((details) => (details.open = true)),
    );
    const field = panel(page, "Contoso").getByRole("textbox", { name: "Contoso’s domains for invitations, by name" });
    await field.fill("nonsense");
    await field.press("Enter");
    await page.getByText("“nonsense” is not a domain.").waitFor();
  },
  "collaboration": async (page) => {
    await startFrom(page, "The same settings for collaboration");
    await look(page, "Contoso", "Fabrikam");
    await look(page, "Fabrikam", "Contoso");
  },
  "something that is not documented": async (page) => {
    await page.locator("entente-playground").evaluate((element, scenario) => element.restore(scenario), UNDOCUMENTED);
    await bridge(page).getByRole("radio", { name: "Direct connect" }).check();
    await look(page, "Fabrikam", "Contoso");
    const cell = matrix(page).getByRole("gridcell", { name: "Not documented" }).first();
    await cell.click();
    await headline(page).getByText(/is not documented\.$/).waitFor();
  },
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390]) {
    test(`no rule of accessibility is broken, ${colorScheme}, ${width} wide`, async () => {
      const { page, assertQuiet } = await stage.open({ viewport: { width, height: 900 }, colorScheme });
      const broken = [];
      for (const [state, reach] of Object.entries(STATES)) {
        await reach(page);
        const where = `${state} (${colorScheme}, ${width})`;
        await assertAccessible(page, { state: where, colourOnly: colorScheme === "dark" }).catch((error) =>
          broken.push(error.message),
        );
      }
      assert.ok(broken.length === 0, `${broken.length} states are not accessible\n\n${broken.join("\n\n")}`);
      assertQuiet();
    });
  }
}

test("everything that can be acted on has a name", async () => {
  const { page, assertQuiet } = await stage.open();
  const devtools = await page.context().newCDPSession(page);
  const nameless = [];
  const names = [];
  const stuck = new Set();
  let met = 0;
  const INTERACTIVE = "a[href], button, input, select, textarea, summary, [tabindex], [role=gridcell], th, dialog";
  for (const [state, reach] of Object.entries(STATES)) {
    await reach(page);
    const { result } = await devtools.send("Runtime.evaluate", {
      expression: `[...document.querySelector("entente-playground").shadowRoot.querySelectorAll("${INTERACTIVE}")]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))`,
    });
    const { result: elements } = await devtools.send("Runtime.getProperties", {
      objectId: result.objectId,
      ownProperties: true,
    });
    for (const { name: at, value } of elements) {
      if (!/^\d+$/.test(at)) {
        continue;
      }
      const { name, role } = await nameAndRole(devtools, value.objectId);
      // What a modal dialog covers is hidden from assistive technology, too.
      if (role === "none" || role === "") {
        continue;
      }
      met += 1;
      if (name.trim() === "") {
        nameless.push(`${state}: ${role} (${value.description})`);
      }
      names.push(name);
    }
    // Small print stands apart for the eye; for the ear it needs a space.
    const prints = await page
      .locator("label small, th small, button small")
      .evaluateAll((all) => all.filter((small) => small.checkVisibility()).map((small) => small.textContent.trim()));
    for (const print of prints.filter((print) => print !== "")) {
      for (const name of names.filter((name) => name.endsWith(print) && /\S$/.test(name.slice(0, -print.length)))) {
        stuck.add(name);
      }
    }
    names.length = 0;
  }
  assert.ok(met > 500, `only ${met} things were looked at`);
  const found = { withoutName: [...new Set(nameless)], runTogether: [...stuck] };
  assert.deepEqual(found, { withoutName: [], runTogether: [] });
  assertQuiet();
});

test("the page works at 320 pixels and at 400 %, without scrolling sideways", async () => {
  // 1280 by 1024 pixels at 400 %.
  const { page, assertQuiet } = await stage.open({ viewport: { width: 320, height: 256 } });
  const wide = [];
  for (const [state, reach] of Object.entries(STATES)) {
    await reach(page);
    const beyond = await page.evaluate(tooWide);
    if (beyond.length > 0) {
      wide.push(`${state}:`, ...beyond.map((line) => `  ${line}`));
    }
  }
  assert.ok(wide.length === 0, `there is more than fits\n${wide.join("\n")}`);
  assertQuiet();
});

/** Runs in the page: what makes it, or a dialog on it, wider than the window. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  const root = document.querySelector("entente-playground").shadowRoot;
  const dialog = root.querySelector("dialog[open]");
  // The matrix scrolls in its own box, and so may a text. What is only for listening takes no room.
  const all = [...(dialog ?? root).querySelectorAll("*")].filter(
    (element) => element.checkVisibility() && !element.closest(".scroll, textarea, .hidden, svg"),
  );
  const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 1;
  const culprits = all.filter((element) => sticksOut(element) && ![...element.children].some(sticksOut));
  const describe = (element) => {
    const { left, right } = element.getBoundingClientRect();
    const [, around] = element.closest("[aria-label], legend, form, label")?.outerHTML.match(/^(<[^>]*>)/) ?? [];
    return `${element.localName}.${element.className} “${element.textContent.slice(0, 40)}” from ${left} to ${right} in ${around}`;
  };
  const found = culprits.slice(0, 8).map(describe);
  if (scrollWidth > clientWidth) {
    found.push(`the page scrolls to ${scrollWidth}`);
  }
  if (dialog && dialog.scrollWidth > dialog.clientWidth) {
    found.push(`the dialog scrolls to ${dialog.scrollWidth} of ${dialog.clientWidth}`);
  }
  return found;
}

test("what is acted on is not covered by the bar, at 400 %", async () => {
  const { page, assertQuiet } = await stage.open({ viewport: { width: 320, height: 256 } });
  const seen = await page.evaluate(() => {
    const bar = document.querySelector("entente-playground").shadowRoot.querySelector("header");
    return innerHeight - bar.getBoundingClientRect().height;
  });
  assert.ok(seen >= 170, `the bar leaves ${seen} of 256 pixels for the page`);
  assertQuiet();
});

test("the page can be used in forced colours", async () => {
  const { page, assertQuiet } = await stage.open({ context: { forcedColors: "active" } });
  assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
  // Which of the words is in force is no longer told by the background.
  const outlines = await page
    .getByRole("complementary", { name: "The handshake" })
    .locator("fieldset label > span")
    .evaluateAll((words) => words.map((word) => getComputedStyle(word).outlineStyle));
  assert.deepEqual(outlines, ["solid", "none"]);
  await startFrom(page, "MFA required, not trusted");
  await explanation(page).getByRole("button", { name: /^Show (inbound|outbound)/ }).first().click();
  await eventually(async () => assert.ok((await page.locator(".lit").count()) > 0));
  await assertAccessible(page, { state: "forced colours" });
  assertQuiet();
});

test("nothing moves for those who asked for that", async () => {
  for (const [reducedMotion, moves] of [["reduce", false], ["no-preference", true]]) {
    const { page, assertQuiet } = await stage.open({ reducedMotion });
    await targets(setting(page, "Contoso", "Inbound")).click();
    await picker(page).waitFor();
    const moving = await page.locator("entente-playground").evaluate((element) =>
      [...element.shadowRoot.querySelectorAll("*")].some((it) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(it);
        const takesTime = (durations) => durations.split(",").some((one) => parseFloat(one) > 0);
        return (animationName !== "none" && takesTime(animationDuration)) || takesTime(transitionDuration);
      }),
    );
    assert.equal(moving, moves, `with reduced motion “${reducedMotion}”`);
    assertQuiet();
  }
});
