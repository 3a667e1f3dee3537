/** The bodies that the reference of Microsoft Graph prints. */

import { readFileSync, readdirSync } from "node:fs";

const FOLDER = new URL("../../graph/", import.meta.url);

/** Each of them, as a file that is imported. */
export function bodies() {
  return readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));
}

/** Where they belong: what does not say it is about the scenario's first tenant. */
export function belonging(scenario) {
  return { tenant: scenario.get("/tenants/0/id"), about: "default", setting: "b2bCollaborationInbound" };
}
