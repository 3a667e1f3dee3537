/** Checks accessibility with axe-core: WCAG 2.2 A and AA, and the best practices. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules that a colour scheme can break on its own. */
const COLOUR = ["color-contrast", "link-in-text-block"];

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/**
 * Fails with a readable list when the document, open shadow roots included, breaks a rule.
 *
 * @param {import("playwright-core").Page} page
 * @param {object} [options]
 * @param {string[]} [options.except] rules to leave out; say why where it is called
 * @param {boolean} [options.colourOnly] only the rules about colours: for a state that was checked by all
 *   rules in another colour scheme
 * @param {string} [options.state] what the page is showing, for the message
 */
export async function assertAccessible(page, { except = [], colourOnly = false, state = "the page" } = {}) {
  // Evaluated by the debugger, which a content security policy does not concern.
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(SOURCE);
  }
  // What happens to stand under the bar, which stays, is not obscured for whoever goes there.
  await page.evaluate(() => scrollTo(0, 0));
  const only = colourOnly ? { type: "rule", values: COLOUR } : { type: "tag", values: TAGS };
  const { violations, inShadow } = await page.evaluate(inspect, { only, except });
  assert.ok(inShadow > 0, `axe saw nothing inside a shadow root: ${state} is not up`);
  assert.ok(violations.length === 0, describe(state, violations));
}

/** Runs in the page. */
async function inspect({ only, except }) {
  const rules = Object.fromEntries(except.map((id) => [id, { enabled: false }]));
  const results = await window.axe.run(document, {
    runOnly: only,
    rules,
    resultTypes: ["violations", "passes"],
  });
  // axe addresses a node within shadow roots by a list of selectors, one for each root.
  const path = (target) => target.map((step) => [step].flat().join(" >>> ")).join(" in frame ");
  const inShadow = results.passes
    .flatMap((rule) => rule.nodes)
    .filter((node) => Array.isArray(node.target[0])).length;
  const violations = results.violations.map(({ id, help, helpUrl, impact, nodes }) => ({
    id,
    help,
    helpUrl,
    impact,
    nodes: nodes.map((node) => ({
      path: path(node.target),
      html: node.html,
      summary: node.failureSummary,
    })),
  }));
  return { violations, inShadow };
}

function describe(state, violations) {
  const lines = [`${state} breaks ${violations.length} rule(s) of accessibility`];
  for (const { id, impact, help, helpUrl, nodes } of violations) {
    lines.push("", `${id} (${impact}): ${help}`, `  ${helpUrl}`);
    for (const node of nodes) {
      lines.push(`  at ${node.path}`, `     ${node.html}`);
      lines.push(...(node.summary ?? "").split("\n").map((line) => `     ${line}`));
    }
  }
  return lines.join("\n");
}
