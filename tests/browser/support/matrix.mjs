/** Reads the matrix the way a screen reader does: heads, names and words, no colours. */

import assert from "node:assert/strict";

import { eventually } from "./eventually.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** The matrix. */
export const matrix = (page) => page.getByRole("treegrid", { name: "Who can connect" });

/**
 * The matrix as it is shown: for every row the words of its cells, by column.
 *
 * @param {Page} page
 * @returns {Promise<{ name: string, level: number, expanded: string | null, cells: Record<string, string>, was: Record<string, string> }[]>}
 */
export function rows(page) {
  return matrix(page).evaluate((table) => {
    // Without what is small print or only for the eye.
    const words = (element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll("small, [aria-hidden=true]").forEach((part) => part.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    const [, ...columns] = [...table.tHead.rows[0].cells].map(words);
    return [...table.tBodies[0].rows].map((row) => {
      const [head, ...cells] = row.cells;
      const read = cells.map((cell) => /^(.*?)(?: ?\(was (.*)\))?$/.exec(words(cell)));
      const by = (group) =>
        Object.fromEntries(columns.map((column, at) => [column, read[at]?.[group]]).filter(([, word]) => word));
      return {
        name: words(head),
        level: Number(row.getAttribute("aria-level")),
        expanded: row.getAttribute("aria-expanded"),
        cells: by(1),
        was: by(2),
      };
    });
  });
}

/** The rows of single people and of anyone else: what stands for a class is left out. */
export async function people(page) {
  const all = await rows(page);
  const isPerson = (row) => row.level === 2 || row.expanded === null;
  return Object.fromEntries(all.filter(isPerson).map((row) => [row.name, row.cells]));
}

/** Waits until the matrix shows exactly these people with these words. */
export async function shows(page, expected) {
  return eventually(async () => {
    const wrong = differences(expected, await people(page));
    assert.ok(wrong.length === 0, `the matrix differs:\n  ${wrong.join("\n  ")}`);
  });
}

/** Every cell that is not as expected, a line each. */
function differences(expected, shown) {
  const wrong = [];
  for (const person of new Set([...Object.keys(expected), ...Object.keys(shown)])) {
    const [should, does] = [expected[person] ?? {}, shown[person] ?? {}];
    for (const application of new Set([...Object.keys(should), ...Object.keys(does)])) {
      if (should[application] !== does[application]) {
        wrong.push(`${person} × ${application}: ${does[application]} instead of ${should[application]}`);
      }
    }
  }
  return wrong;
}

/** A cell, by the row's and the column's name. */
export async function cell(page, person, application) {
  const at = await eventually(async () => {
    const place = await matrix(page).evaluate(
      (table, { person, application }) => {
        const named = (cells, name) => [...cells].findIndex((cell) => cell.innerText.trim().startsWith(name));
        const row = [...table.tBodies[0].rows].findIndex(({ cells }) => cells[0].innerText.trim().startsWith(person));
        return { row, column: named(table.tHead.rows[0].cells, application) };
      },
      { person, application },
    );
    assert.ok(place.row >= 0 && place.column > 0, `there is no cell of ${person} × ${application}`);
    return place;
  });
  return matrix(page).locator("tbody tr").nth(at.row).locator("th, td").nth(at.column);
}

/** Whose people on whose applications: chooses the direction with the mouse. */
export async function look(page, home, resource) {
  await page.getByRole("radio", { name: `${home} → ${resource}` }).check();
  await eventually(async () =>
    assert.match(await matrix(page).locator("thead th").first().innerText(), new RegExp(`^${home}’s people`)),
  );
}
