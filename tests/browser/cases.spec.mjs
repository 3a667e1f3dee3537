/**
 * The cases in `tests/cases`, asked through the page: what the documentation says has to come out of the
 * element as it comes out of the engine.
 *
 * That a case file is well formed is for the native suite, which reads the same files, to check.
 */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";

import { useStage } from "./support/stage.mjs";

const CASES = fileURLToPath(new URL("../cases", import.meta.url));

/** Every JSON file below the folder of cases, by its path without the extension. */
const FILES = new Map(
  readdirSync(CASES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => [
      relative(CASES, path).split(sep).join("/").replace(/\.json$/, ""),
      JSON.parse(readFileSync(path, "utf8")),
    ]),
);

const stage = useStage();

test("every case holds in the page", async () => {
  const { playground, assertQuiet } = await stage.open();
  const failures = [];
  let cases = 0;
  let questions = 0;
  for (const [name, file] of FILES) {
    if (name.startsWith("scenarios/")) {
      continue;
    }
    cases += 1;
    for (const { what, scenario, asked } of situations(file)) {
      questions += asked.length;
      const requests = asked.map(({ expect, ...request }) => request);
      const decisions = await playground.evaluate(ask, { scenario, requests });
      const lines = asked.flatMap(({ expect, ...request }, at) => {
        const differences = compare(decisions[at], expect);
        return differences.length === 0
          ? []
          : [`  question ${at + 1}: ${JSON.stringify(request)}`, ...differences.map((line) => `    ${line}`)];
      });
      if (lines.length > 0) {
        failures.push([`${name}: ${what}`, ...lines].join("\n"));
      }
    }
  }
  assert.ok(questions > cases && cases > 0, "there are hardly any questions");
  assert.ok(
    failures.length === 0,
    `${failures.length} failures in ${cases} cases with ${questions} questions\n\n${failures.join("\n\n")}\n`,
  );
  assertQuiet();
});

test("a scenario may be restored from text as well", async () => {
  const { playground } = await stage.open();
  const [{ scenario, asked }] = situations(FILES.get("mutuality/contoso-alone-opens"));
  const requests = asked.map(({ expect, ...request }) => request);
  const fromText = await playground.evaluate(ask, { scenario: JSON.stringify(scenario), requests });
  const fromObject = await playground.evaluate(ask, { scenario, requests });
  assert.deepEqual(fromText, fromObject);
  assert.deepEqual(compare(fromText[0], asked[0].expect), []);
});

/** Runs in the page. */
async function ask(element, { scenario, requests }) {
  await element.restore(scenario);
  const decisions = [];
  for (const request of requests) {
    decisions.push(await element.evaluate(request));
  }
  return decisions;
}

/** The scenarios of a case file with their questions: one, or one for each cell of a table's rows. */
function situations(file) {
  const scenario = structuredClone(FILES.get(`scenarios/${file.scenario}`));
  for (const [pointer, value] of Object.entries(file.with ?? {})) {
    put(scenario, pointer, value);
  }
  if (!file.table) {
    return [{ what: file.what, scenario, asked: file.requests }];
  }
  const { home, resource, places, settings } = file.table;
  return places.flatMap(({ at, feature, gate }) =>
    settings.map(({ what, setting, allowed }) => {
      const changed = structuredClone(scenario);
      put(changed, at, setting);
      const asked = Object.entries(allowed).flatMap(([user, applications]) =>
        Object.entries(applications).map(([application, yes]) => ({
          home,
          resource,
          feature,
          user,
          application,
          expect: {
            outcome: yes ? "allowed" : "blocked",
            gates: { [gate]: { status: yes ? "pass" : "fail" } },
          },
        })),
      );
      return { what: `${what} (${at})`, scenario: changed, asked };
    }),
  );
}

/** Puts a value at a JSON pointer whose parent exists. */
function put(document, pointer, value) {
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop();
  const parent = steps.reduce((at, step) => at?.[step], document);
  assert.ok(parent !== null && typeof parent === "object", `there is nothing to put ${pointer} into`);
  parent[last] = structuredClone(value);
}

/** Everything in which a decision differs from what is expected of it, a line each. */
function compare(decision, expect) {
  const lines = [];
  const check = (key, expected, got) => {
    if (!isDeepStrictEqual(expected, got)) {
      lines.push(`${key}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    }
  };
  check("outcome", expect.outcome, decision.outcome);
  if (expect.actors !== undefined) {
    check("actors", expect.actors, actors(decision));
  }
  for (const [name, expected] of Object.entries(expect.gates ?? {})) {
    const gate = decision.gates.find((result) => result.gate === name) ?? null;
    if (expected === null || gate === null) {
      check(`gates.${name}`, expected, gate);
      continue;
    }
    for (const [key, value] of Object.entries(expected)) {
      check(`gates.${name}.${key}`, inOrder(key, value), inOrder(key, ofGate(gate, key)));
    }
  }
  return lines;
}

/** Who has to act, without repetition, in the gates' order. */
function actors({ gates }) {
  const refusing = gates.filter(({ status }) => status === "fail").flatMap(({ grounds }) => grounds);
  return [...new Set(refusing.map(({ status, actor }) => (status === "fail" ? actor : undefined)))].filter(Boolean);
}

/** What a gate says under a key of an expectation: its own properties, or those of its first ground. */
function ofGate(gate, key) {
  const [first] = gate.grounds;
  switch (key) {
    case "status":
    case "owner":
      return gate[key];
    case "reasons":
      return gate.grounds.map(({ reason }) => reason);
    case "notes":
      return (first.notes ?? []).map(({ kind }) => kind);
    case "readings":
      return first.readings ?? [];
    default:
      return first[key] ?? null;
  }
}

/** Settings and notes are sets. */
function inOrder(key, value) {
  return ["settings", "notes"].includes(key) && Array.isArray(value) ? value.toSorted() : value;
}
