/** The cases in `tests/cases`, for those who ask them at another door than the engine's own. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";

const CASES = fileURLToPath(new URL("../../cases", import.meta.url));

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

/**
 * Every situation of every case: a scenario with its questions.
 *
 * @returns {{ name: string, what: string, scenario: object, asked: { expect: object }[] }[]}
 */
export function everySituation() {
  return [...FILES]
    .filter(([name]) => !name.startsWith("scenarios/"))
    .flatMap(([name, file]) => situations(file).map((situation) => ({ name, ...situation })));
}

/** The situations of one case. */
export function situationsOf(name) {
  return situations(FILES.get(name));
}

/**
 * Asks every question of every case, and fails with all that came out otherwise.
 *
 * @param {(scenario: object, requests: object[]) => Promise<object[]> | object[]} ask a decision for each request
 */
export async function everyCaseHolds(ask) {
  const failures = [];
  const cases = new Set();
  let questions = 0;
  for (const { name, what, scenario, asked } of everySituation()) {
    cases.add(name);
    questions += asked.length;
    const decisions = await ask(scenario, requestsOf(asked));
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
  assert.ok(questions > cases.size && cases.size > 0, "there are hardly any questions");
  assert.ok(
    failures.length === 0,
    `${failures.length} failures in ${cases.size} cases with ${questions} questions\n\n${failures.join("\n\n")}\n`,
  );
  console.log(`${cases.size} cases, ${questions} questions`);
}

/** Questions without what is expected of their answers. */
export function requestsOf(asked) {
  return asked.map(({ expect, ...request }) => request);
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
export function compare(decision, expect) {
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
