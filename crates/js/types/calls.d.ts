/** An object id, application id or tenant id: usually a GUID, compared without regard to case. */
export type Id = string;

/** A user by object id, or a word for somebody without one. One the directory does not list is in no group. */
export type Subject = "anyOtherUser" | "anonymous" | "servicePrincipal" | (Id & {});

/** An application by application id, or any application of a kind that no list of the scenario names. */
export type Resource =
  | "anyOtherApplication/office365"
  | "anyOtherApplication/microsoft"
  | "anyOtherApplication/lineOfBusiness"
  | (Id & {});

/** The question: who, from where, to what, by which feature. A property that is misspelt is an error. */
export interface Request {
  /** The tenant of the user. */
  home: Id;
  /** The tenant of the application. */
  resource: Id;
  /** By which feature. */
  feature: Feature;
  /** Who. */
  user: Subject;
  /** To what. */
  application: Resource;
  /** The signal of tenant restrictions that the request carries, in the place of the session's. */
  signal?: TenantRestrictionsSignal | null;
}

/** A direction and a feature: all that the requests of one matrix share. */
export interface Way {
  /** The tenant of the users. */
  home: Id;
  /** The tenant of the applications. */
  resource: Id;
  /** By which feature. */
  feature: Feature;
}

/** How a document is read. */
export interface ReadOptions {
  /** Whether a property that nobody knows is an error. Without it, such properties are kept and decide nothing. */
  refuseUnknown?: boolean;
}

/**
 * Where something stands: a JSON pointer into the document, such as
 * `/tenants/0/crossTenantAccessPolicy/default/inboundTrust`, or what a decision cites under `settings`, such as
 * `TENANT/partners/OTHER/b2bDirectConnectInbound` with the tenants' ids. In both, an item of a list goes by its
 * position or by its id.
 */
export type Address = string;

/** What is thrown when something that is given is not as it should be. */
export interface EntenteError extends Error {
  /** By which it is told from other errors. */
  name: "EntenteError";
  /** Where in what was given, by JSON pointer; null where it is no one place. */
  path: string | null;
}
