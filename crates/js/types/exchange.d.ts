/** What a link carries. The scenarios in it take memory like any other. */
export type Shared = SharedScenario &
  (
    | { kind: "alone" }
    /** With what the scenario is compared with: what opens and closes is marked. */
    | { kind: "compared"; baseline: Scenario }
  );

/** What every link carries. */
export interface SharedScenario {
  /** The scenario, with its tests. */
  scenario: Scenario;
  /** How it is looked at. */
  view: SharedView;
}

/** How a shared scenario is looked at. */
export interface SharedView {
  /** Whose people are looked at: one of the first two tenants. */
  home: Id;
  /** By which feature. */
  feature: Feature;
  /** Whose explanation is open; null if none is. */
  cell: SharedCell | null;
  /** The tenants whose panels show default settings: of the first two. */
  defaults: Id[];
  /** The classes of people that were opened (true) or closed (false) by hand, by the object id of its first member, or `anyone`. */
  expanded: Record<string, boolean>;
}

/** A person and an application whose explanation is open. */
export interface SharedCell {
  /** Who. */
  user: Subject;
  /** To what. */
  application: Resource;
  /** Whether the person stands for everyone whom no setting tells apart. */
  wholeClass?: boolean;
}

/** How a link opens the page. A property that is misspelt is an error. */
export interface LinkOptions {
  /** The address of the page. Without it the link is what stands behind the address, from `#` on. */
  page?: string;
  /** What the scenario is compared with. It stays yours, and has to be freed by you. */
  baseline?: Scenario | null;
  /** How it is looked at. What is left out is as the page opens any scenario. */
  view?: Partial<SharedView>;
}

/** A file that is read into a scenario: its text, or its bytes. */
export interface ImportFile {
  /** What it is called in the report and in errors. */
  name: string;
  /** What is in it, as it came. */
  text?: string;
  /** The same as bytes, which need not be UTF-8: Windows PowerShell writes UTF-16. */
  bytes?: Uint8Array;
}

/** Where what is read belongs. A property that is misspelt is an error. */
export interface ImportOptions {
  /** Whose settings they are: a tenant of the scenario. */
  tenant: Id;
  /** For the body of a PATCH, which does not say it: the default settings, or those about this organization. */
  about?: "default" | Id;
  /** For a lone B2B setting, which does not say it: which one. */
  setting?:
    | "b2bCollaborationInbound"
    | "b2bCollaborationOutbound"
    | "b2bDirectConnectInbound"
    | "b2bDirectConnectOutbound"
    | "tenantRestrictions";
}

/** What was read, what was kept, and what is missing. */
export interface ImportReport {
  /** What was read. */
  read: ImportedPiece[];
  /** Properties that nobody knows. They are kept and written back, and decide nothing. */
  kept: KeptProperty[];
  /** What to know about it. */
  notes: ImportNote[];
  /** What no file held, of what a whole picture of a tenant needs. It is as it was. */
  missing: ImportedKind[];
  /** How many annotations of OData's were left out. */
  annotationsLeftOut: number;
  /** Whose each part of the files seems to be, and why. */
  whose: ImportGuess[];
  /** What each tenant has sent, and what it still has to send. */
  tenants: ImportOfTenant[];
  /** Settings that a file was silent about without saying that they are not set. They are as they were. */
  unstated: UnstatedSettings[];
  /** Settings that nobody has seen now: what hangs on them depends. */
  unknown: UnstatedSettings[];
  /** What settings name by an id that no directory has a name for. */
  unnamed: UnnamedObject[];
  /** Files that could not be read: none, as nothing is imported then. */
  refused: RefusedFile[];
}

/** Whose a part of the files seems to be. */
export interface ImportGuess {
  /** Which part, counted from zero. */
  source: number;
  /** The tenant; null where nothing says it. */
  tenant: Id | null;
  /** Whether it is named by its id. */
  isCertain: boolean;
  /** Why, or why not. */
  why: string[];
}

/** What one tenant has sent. */
export interface ImportOfTenant {
  /** The tenant. */
  tenant: Id;
  /** Its name. */
  name: string;
  /** What it has sent. */
  has: ImportedKind[];
  /** What a whole picture of it still needs. */
  missing: ImportedKind[];
  /** What decisions take for granted in the place of what nobody has sent, where nothing is marked as unknown. */
  assumed: { of: ImportedKind; says: string }[];
}

/** Settings that a file was silent about. */
export interface UnstatedSettings {
  /** Whose settings. */
  tenant: Id;
  /** The default settings, or those about this organization. */
  about: "default" | Id;
  /** The properties. */
  properties: string[];
}

/** What settings name by an id alone. */
export interface UnnamedObject {
  /** The id. */
  id: Id;
  /** What it is. */
  kind: "user" | "group" | "application";
  /** In whose directory it belongs. */
  directory: Id;
}

/** A file that could not be read. */
export interface RefusedFile {
  /** A word for scripts. */
  code: string;
  /** The file. */
  file: string;
  /** Where in the file, by JSON pointer; empty for the whole of it. */
  pointer: string;
  /** The line, counted from one; null where it cannot be told. */
  line: number | null;
  /** The character in the line, counted from one; null where it cannot be told. */
  column: number | null;
  /** What is wrong and what to do. */
  says: string;
}

/** Something that was read. */
export interface ImportedPiece {
  /** The file. */
  file: string;
  /** Where in the file, by JSON pointer; empty for the whole of it. */
  pointer: string;
  /** Which document in the file, counted from one. */
  document: number;
  /** As what. */
  as: ImportedKind;
  /** How many of them. */
  count: number;
  /** Whose it is; null for what belongs to no one tenant. */
  tenant: Id | null;
}

/** A property that nobody knows. */
export interface KeptProperty {
  /** The file. */
  file: string;
  /** Where it stands first, by JSON pointer. */
  pointer: string;
  /** How often it stands there. */
  times: number;
}

/** Something to know about what was read. */
export interface ImportNote {
  /** A word for scripts. */
  code: string;
  /** The file. */
  file: string;
  /** Where it stands first, by JSON pointer; empty for the whole of it. */
  pointer: string;
  /** The line of that, counted from one. */
  line: number;
  /** The character in the line, counted from one. */
  column: number;
  /** How often it stands there. */
  times: number;
  /** A sentence. */
  says: string;
}

/** What a piece of a file is. */
export type ImportedKind =
  | "scenario"
  | "policy"
  | "default"
  | "partner"
  | "partners"
  | "identitySynchronization"
  | "conditionalAccessPolicy"
  | "conditionalAccessPolicies"
  | "authorizationPolicy"
  | "invitationDomains"
  | "settings"
  | "b2bSetting"
  | "template"
  | "deletedPartner"
  | "policyInPart"
  | "organization"
  | "user"
  | "users"
  | "group"
  | "groups"
  | "membership"
  | "memberships"
  | "application"
  | "applications"
  | "signIn"
  | "signIns";

/** What `import` throws when a file cannot be read. `path` is the place in the file. */
export interface ImportError extends EntenteError {
  /** The file. */
  file: string;
  /** The line, counted from one; null where it cannot be told. */
  line: number | null;
  /** The character in the line, counted from one; null where it cannot be told. */
  column: number | null;
}

/** What is written. What does not belong to a format is an error. */
export type ExportOptions =
  /** The scenario document. */
  | { format: "scenario" }
  /** The settings of one tenant, as answers of Microsoft Graph in a bundle, which `import` reads. */
  | { format: "graph"; tenant: Id }
  /** Who can connect: Markdown, CSV, tables for a page of one's own, or a whole page. */
  | ({ format: "markdown" | "csv" | "html" | "page" } & ExportedWays)
  /** Who can connect, as a picture; by which light it is looked at: `auto` is as the reader prefers. */
  | ({ format: "svg"; theme?: "auto" | "light" | "dark" } & ExportedWays)
  /** The style sheet for the tables of `html`. */
  | { format: "css" };

/** Who can connect to whom. */
export interface ExportedWays {
  /** Whose people, to every other tenant; without it those of the first two tenants, to each other. */
  home?: Id;
  /** By which feature; without it by both. */
  feature?: Feature;
}
