// A program as somebody would write it, checked by the compiler and never run.
import { Scenario, gallery } from "entente";
import type { CellChange, Decision, EntenteError, Request, ScenarioDocument, Settings } from "entente";
import type { Explanation, ExportOptions, GalleryEntry, ImportError, ImportReport, LinkOptions } from "entente";
import start, { Scenario as Manual, initSync, partsFrom } from "entente/init";

const document: ScenarioDocument = {
  title: "Two tenants",
  tenants: [
    {
      id: "contoso",
      displayName: "Contoso",
      crossTenantAccessPolicy: {
        default: { isServiceDefault: false, inboundTrust: { isMfaAccepted: true } },
        partners: [{ tenantId: "fabrikam", b2bDirectConnectInbound: null }],
      },
    },
    { id: "fabrikam", directory: { users: [{ id: "ana", displayName: "Ana" }] } },
  ],
};

const request: Request = {
  home: "fabrikam",
  resource: "contoso",
  feature: "b2bDirectConnect",
  user: "anyOtherUser",
  application: "anyOtherApplication/office365",
};

export async function whyNot(scenario: Scenario): Promise<string[]> {
  const decision: Decision = await scenario.evaluate(request);
  switch (decision.outcome) {
    case "allowed":
    case "allowedAfter":
      return [];
    case "blocked":
    case "depends":
    case "undocumented":
      return decision.gates
        .filter((gate) => gate.status === "fail")
        .flatMap((gate) => gate.grounds.map((ground) => ground.reason));
  }
}

export function inWords(explanation: Explanation): string {
  return explanation.outcome === "blocked" ? explanation.refusal.whoActs : explanation.userSees;
}

export function noted(decision: Decision): string[] {
  const notes = decision.gates.flatMap((gate) => gate.grounds.flatMap((ground) => ground.notes ?? []));
  return notes.map((note) => (note.kind === "targetOfOtherTenant" ? note.tenant : note.kind));
}

export async function opened(before: Scenario, after: Scenario): Promise<CellChange[]> {
  return (await before.diff(after)).filter(({ change }) => change === "opened");
}

export async function failures(scenario: Scenario): Promise<string[]> {
  return (await scenario.test()).tests.flatMap((test) => (test.result === "failed" ? test.mismatches.map(({ key }) => key) : []));
}

export async function byHand(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await start({ module_or_path: new URL("https://example.org/entente_bg.wasm") });
  partsFrom((file) => fetch(`https://example.org/${file}`));
  partsFrom(() => bytes);
  initSync({ module: bytes });
  Manual.from(document).free();
}

export function read(text: string): Scenario | string {
  try {
    return Scenario.from(text, { refuseUnknown: true });
  } catch (error) {
    const { message, path } = error as EntenteError;
    return path === null ? message : `${path}: ${message}`;
  }
}

{
  using scenario = Scenario.from(document);
  const settings: Settings = { b2bCollaborationInbound: null };
  scenario.set("/tenants/0/crossTenantAccessPolicy/default", settings);
  const { users, applications, outcomes } = await scenario.matrix({
    home: request.home,
    resource: request.resource,
    feature: request.feature,
  });
  users.forEach((row, at) => applications.forEach((_, over) => row.members.push(outcomes[at]?.[over] ?? "")));
  const way = { home: request.home, resource: request.resource, feature: request.feature };
  const names: string[] = (await scenario.rowNames(way)).map(({ name, detail }) => `${name}: ${detail}`);
  names.push("");
}

export const titles: GalleryEntry["title"][] = (await gallery()).map(({ title }) => title);

export const link: string = await (await Scenario.fromGallery("example-2")).link({
  page: "https://example.org/",
  baseline: Scenario.from(document),
  view: { feature: "b2bCollaboration", defaults: ["contoso"] },
});

export async function same(link: string): Promise<string> {
  const shared = await Scenario.fromLink(link);
  const { home, cell }: { home: string; cell: { user: string } | null } = shared.view;
  const options: LinkOptions = { view: shared.view };
  if (shared.kind === "compared") {
    options.baseline = shared.baseline;
  }
  return `${home} ${cell?.user} ${await shared.scenario.link(options)}`;
}

export async function taken(scenario: Scenario, text: string): Promise<ImportReport["missing"]> {
  try {
    return (await scenario.import([{ name: "partners.json", text }], { tenant: "contoso", about: "default" })).missing;
  } catch (error) {
    const { file, line } = error as ImportError;
    throw new Error(`${file}: ${line ?? "?"}`);
  }
}

export async function wide(scenario: Scenario, bytes: Uint8Array): Promise<number> {
  const { read } = await scenario.import([{ name: "default.json", bytes }], { tenant: "contoso" });
  return read.length;
}

const written: ExportOptions[] = [
  { format: "scenario" },
  { format: "graph", tenant: "contoso" },
  { format: "svg", theme: "dark", home: "fabrikam", feature: "b2bCollaboration" },
  { format: "markdown" },
];
export const texts: string[] = await Promise.all(written.map((options) => Scenario.from(document).export(options)));

// @ts-expect-error A bundle is one tenant's.
export const nobodys: ExportOptions = { format: "graph" };

// @ts-expect-error What the declarations do not know is refused by the compiler.
export const misspelt: ScenarioDocument = { tenants: [], titel: "" };
