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

/** A file that is read into a scenario. */
export interface ImportFile {
  /** What it is called in the report and in errors. */
  name: string;
  /** What is in it, as it came. */
  text: string;
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
}

/** Something that was read. */
export interface ImportedPiece {
  /** The file. */
  file: string;
  /** Where in the file, by JSON pointer; empty for the whole of it. */
  pointer: string;
  /** As what. */
  as: ImportedKind;
  /** How many of them. */
  count: number;
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
  /** The file. */
  file: string;
  /** Where in the file, by JSON pointer; empty for the whole of it. */
  pointer: string;
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
  | "settings"
  | "b2bSetting"
  | "template"
  | "deletedPartner";

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
