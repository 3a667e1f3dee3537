/* tslint:disable */
/* eslint-disable */
/**
 * A class of people, in words.
 */
export interface RowName {
    /**
     * What they have in common.
     */
    name: string;
    /**
     * How many they are.
     */
    detail: string;
}

/**
 * A gate in words.
 */
export interface GateExplanation {
    /**
     * Which gate.
     */
    gate: Gate;
    /**
     * What it is called, with its tenant's name.
     */
    name: string;
    /**
     * What it says.
     */
    status: Status;
    /**
     * Whose administrator can change it.
     */
    owner: Owner;
    /**
     * The same in words.
     */
    ownerName: string;
    /**
     * Whether nothing in the scenario has to do with it: whoever looks for a reason need not look here.
     */
    atRest: boolean;
    /**
     * Why it says so, what decides first.
     */
    grounds: GroundExplanation[];
}

/**
 * A ground in words.
 */
export interface GroundExplanation {
    /**
     * What it comes to.
     */
    status: Status;
    /**
     * The stable reason.
     */
    reason: Reason;
    /**
     * Why, in a sentence or two.
     */
    why: string;
    /**
     * Who has to do what; not there where nothing has to be done.
     */
    remedy?: string;
    /**
     * What else is worth knowing.
     */
    notes: string[];
    /**
     * The readings, where the documentation leaves more than one.
     */
    readings: ExplainedReading[];
    /**
     * The error that the person would see.
     */
    error?: ExplainedError;
    /**
     * The settings that decided. `Scenario.set` takes their paths.
     */
    settings: ExplainedSetting[];
    /**
     * The documented statement behind it.
     */
    statement: ExplainedStatement;
}

/**
 * A person and an application that come to something else than before.
 */
export interface CellChange {
    /**
     * What happened: it connects now and did not before, the other way round, or another answer of either kind.
     */
    change: "opened" | "closed" | "other";
    /**
     * The tenant of the person.
     */
    home: string;
    /**
     * The tenant of the application.
     */
    resource: string;
    /**
     * By which feature.
     */
    feature: Feature;
    /**
     * The person, by object id.
     */
    user: string;
    /**
     * The application, by application id.
     */
    application: string;
    /**
     * What it came to.
     */
    before: Outcome;
    /**
     * What it comes to now.
     */
    after: Outcome;
}

/**
 * A reading of what the documentation leaves open.
 */
export interface ExplainedReading {
    /**
     * Which reading.
     */
    reason: Reason;
    /**
     * In a few words.
     */
    words: string;
    /**
     * What the gate would say.
     */
    status: Status;
}

/**
 * A scenario of the gallery.
 */
export interface GalleryEntry {
    /**
     * The name that `Scenario.fromGallery` takes.
     */
    id: string;
    /**
     * The heading it stands under.
     */
    theme: string;
    /**
     * Its title.
     */
    title: string;
    /**
     * What is set up, what happens, why, and what to change: a line each.
     */
    story: string;
}

/**
 * A setting, by its address and in words.
 */
export interface ExplainedSetting {
    /**
     * The address, as `Scenario.set` takes it.
     */
    path: string;
    /**
     * What it is called, with its tenant's name.
     */
    name: string;
}

/**
 * A statement of Microsoft's documentation, and how well it supports what it is cited for.
 */
export interface ExplainedStatement {
    /**
     * The stable code.
     */
    code: Statement;
    /**
     * What the page says, in our words.
     */
    says: string;
    /**
     * The page's address.
     */
    address: string;
    /**
     * How well it supports the ground.
     */
    standing: Standing;
    /**
     * The same in a word or two.
     */
    standingWord: string;
}

/**
 * An error that the person would see. Microsoft says that codes may change, and that software must not branch
 * on them.
 */
export interface ExplainedError {
    /**
     * The code.
     */
    code: ErrorCode;
    /**
     * What it means.
     */
    means: string;
}

/**
 * An outcome in a word.
 */
export interface Verdict {
    /**
     * One character that is not a colour.
     */
    sign: string;
    /**
     * A word or a few.
     */
    word: string;
}

/**
 * Applications that no setting of the scenario tells apart.
 */
export interface ApplicationClass {
    /**
     * Their application ids.
     */
    members: string[];
    /**
     * The kinds of which any other application belongs here.
     */
    anyOther: AppKind[];
}

/**
 * Everybody × everything, for one direction and one feature: by classes of people and of applications that no
 * setting of the scenario tells apart.
 */
export interface Matrix {
    /**
     * The tenant of the people.
     */
    home: string;
    /**
     * The tenant of the applications.
     */
    resource: string;
    /**
     * By which feature.
     */
    feature: Feature;
    /**
     * The classes of people, a row each; the last is that of whoever no setting names.
     */
    users: UserClass[];
    /**
     * The classes of applications, a column each.
     */
    applications: ApplicationClass[];
    /**
     * What each class of people and each class of applications come to: `outcomes[row][column]`.
     */
    outcomes: Outcome[][];
    /**
     * How many people of the home directory reach something.
     */
    connected: number;
    /**
     * How many people the home directory holds.
     */
    people: number;
    /**
     * Whether whoever the directory does not list reaches something.
     */
    anyOtherConnects: boolean;
}

/**
 * One key that came out otherwise than expected.
 */
export interface Mismatch {
    /**
     * Which key, from the decision down: `gates.homeOutbound.reason`.
     */
    key: string;
    /**
     * What was expected.
     */
    expected: unknown;
    /**
     * What came out.
     */
    got: unknown;
}

/**
 * One test, run.
 */
export type TestResult = { result: "passed"; what: string } | { result: "failed"; what: string; mismatches: Mismatch[] };

/**
 * People whom no setting of the scenario tells apart.
 */
export interface UserClass {
    /**
     * Their object ids.
     */
    members: string[];
    /**
     * Whether whoever the scenario names nowhere belongs here.
     */
    anyOther: boolean;
}

/**
 * Something that the decision takes for granted.
 */
export interface Assumption {
    /**
     * What.
     */
    what: NotModelled;
    /**
     * In words.
     */
    words: string;
}

/**
 * The tests that a scenario document holds, run.
 */
export interface TestReport {
    /**
     * How many hold.
     */
    passed: number;
    /**
     * How many do not.
     */
    failed: number;
    /**
     * Each of them, in order.
     */
    tests: TestResult[];
}

/**
 * Who has to act for a refusal to turn, and what the person sees until then.
 */
export interface Refusal {
    /**
     * Who has to act, in a few words.
     */
    whoActs: string;
    /**
     * The same as codes, in the gates' order.
     */
    actors: Actor[];
    /**
     * Every error that may come up. Which comes first is not documented.
     */
    errors: ExplainedError[];
}

/** A decision in words. What there is beside depends on its outcome. */
export type Explanation = Explained &
(
| { outcome: "allowed" | "allowedAfter" | "depends" | "undocumented" }
/** Refused: with who has to act for that to turn. */
| { outcome: "blocked"; refusal: Refusal }
);

/** What every explanation has. */
export interface Explained {
    /** The answer in one sentence: who can or cannot open what. */
    headline: string;
    /** The same in a word. */
    verdict: Verdict;
    /** What the person would see. */
    userSees: string;
    /** Every gate, in the order in which they stand between the person and the application. */
    gates: GateExplanation[];
    /** What the decision takes for granted. */
    assumed: Assumption[];
}


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


/** The answer to a request. */
export interface Decision {
    /** What was asked. */
    request: Request;
    /** What it comes to. */
    outcome: Outcome;
    /** Every gate, in the order in which they stand between the person and the application. */
    gates: GateResult[];
    /** What the decision leaves out. */
    notModelled: NotModelled[];
}

/** What one gate says, and why. */
export interface GateResult {
    /** Which gate. */
    gate: Gate;
    /** Whose administrator can change it. */
    owner: Owner;
    /** The worst of its grounds. */
    status: Status;
    /** Every ground, the deciding ones first. Never empty. */
    grounds: Ground[];
}

/** Why a gate says what it says. */
export interface Ground {
    /** What this ground comes to. */
    status: Status;
    /** The stable reason. */
    reason: Reason;
    /** The settings that decided it. No other setting of the scenario can change this ground. */
    settings: Address[];
    /** The layer the deciding value comes from. */
    source?: Source;
    /** How the lists meet the request. */
    evidence?: Evidence;
    /** The conditional access policy it is about. */
    policy?: Id;
    /** The error the person would see. */
    error?: ErrorCode;
    /** The documented statement behind it. */
    statement: Statement;
    /** How well that statement supports it. */
    standing: Standing;
    /** The readings, where the documentation leaves more than one. */
    readings?: Reading[];
    /** What else is worth knowing. */
    notes?: Note[];
    /** Who has to act to change it; nobody named where nothing needs to change. */
    actor?: Actor;
    /** Nothing in the scenario has to do with it: the gate lets everyone through as things are shipped. */
    atRest?: true;
}

/** How the two halves of a B2B setting meet the request. */
export interface Evidence {
    /** How the list of users and groups meets the user. */
    user: Match;
    /** How the list of applications meets the application. */
    application: Match;
}

/** How a list meets a user or an application. */
export type Match =
/** Not at all. */
| "notNamed"
/** By the word that stands for everyone or everything. */
| "everyone"
/** By its own id. */
| "itself"
/** Through these groups. */
| { groups: Id[] }
/** Through a suite of applications, by its reserved word. */
| { suite: Id };

/** One way to read what the documentation leaves open, and what it would mean. */
export interface Reading {
    /** Which reading. */
    reason: Reason;
    /** What the gate would say. */
    status: Status;
}

/** Something worth knowing about a setting that took part in a decision. */
export type Note =
/** The setting leaves this half out; it was taken from the layer below. */
| { kind: "missingHalf"; half: "usersAndGroups" | "applications" }
/** The list names an object of another tenant than the one whose users it is about. */
| { kind: "targetOfOtherTenant"; target: Id; tenant: Id }
/** Teams finds the person by this sign-in name, not by the e-mail address. */
| { kind: "addedByPrincipalName"; name: string }
/** What the person would redeem an invitation with. */
| { kind: "redeemsWith"; identity: RedeemsWith }
/** Another page gives another error for this. */
| { kind: "otherError"; error: ErrorCode }
| {
    kind:
    /** The portal refuses to save this combination of users and applications; Graph takes it. */
    | "portalRefuses"
    /** No documented example has this shape; the formula of the documented ones was used. */
    | "shapeNotDocumented"
    /** The setting lets a part of the Office 365 suite through, and a shared channel needs more of it. */
    | "partOfOffice365"
    /** Whoever may not join external shared channels still gets into one with a team that is a member of it. */
    | "joinsWithTeam"
    /** Turning invitations off leaves the members whom a channel already has. */
    | "membersStay"
    /** The person has an object in the resource tenant as well, and is added by the account of home. */
    | "addedByHomeAccount"
    /** Guests can't satisfy Identity Protection's multifactor authentication registration policy. */
    | "mfaRegistrationPolicy"
    /** In a shared channel the condition is enforced at its files alone: the channel opens. */
    | "filesOnly"
    /** The portal cannot remove an organization that is a service provider. */
    | "cannotBeRemoved"
    /** The list chooses users in default settings that are always for everyone. */
    | "defaultIsForEveryone"
    /** The list chooses users among personal accounts, which cannot be told apart. */
    | "personalAccountsAlike";
};


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


// Written by tests/suite/declarations.rs from what crates/policy declares: do not edit.

/** Whether a list of targets is an allow list or a block list. */
export type AccessType =
/** Only the targets may. */
| "allowed"
/** The targets may not. */
| "blocked"
/** A word that Entente does not know is kept. */
| (string & {});

/** An activity, by the name that the audit log gives it. */
export type Activity =
/** An organization was added. */
| "Add a partner to cross-tenant access setting"
/** An organization's settings were changed. */
| "Update a partner cross-tenant access setting"
/** An organization was removed. */
| "Delete partner specific cross-tenant access setting"
/** The defaults were changed. */
| "Update the company default cross-tenant access setting"
/** The defaults were set back to what the service ships. */
| "Reset the cross-tenant access default setting"
/** Synchronization from an organization was set up. */
| "Create a partner cross-tenant identity sync setting"
/** Synchronization from an organization was changed. */
| "Update a partner cross-tenant identity sync setting"
/** Synchronization from an organization was taken down. */
| "Delete a partner cross-tenant identity sync setting"
/** A guest was invited. */
| "Invite external user"
/** A guest redeemed the invitation. */
| "Redeem external user invite";

/** Who has to act for a gate to let the request through. */
export type Actor =
/** The home tenant's administrator. */
| "homeAdministrator"
/** The resource tenant's administrator. */
| "resourceAdministrator"
/** The administrator of the tenant that owns the device or the network. */
| "networkAdministrator"
/** Somebody of the resource tenant who may invite. */
| "inviter"
/** The person who signs in. */
| "person"
/** Nobody can: the service does not do it. */
| "nobody";

/** Who may invite guests. Graph: `allowInvitesFrom`. An untouched tenant lets everyone invite. */
export type AllowInvitesFrom =
/** Everyone in the organization, guests included. */
| "everyone"
/** Administrators, guest inviters and all members. */
| "adminsGuestInvitersAndAllMembers"
/** Administrators and guest inviters. */
| "adminsAndGuestInviters"
/** Nobody. */
| "none"
/** A word that Entente does not know is kept. */
| (string & {});

/** What an application is to the suites that settings can name. */
export type AppKind =
/** A member of conditional access's Office 365 suite, which holds what a Teams shared channel needs. */
| "office365"
/** Another Microsoft cloud application. */
| "microsoft"
/** The organization's own or a third party's application. */
| "lineOfBusiness";

/** Graph: `crossTenantAccessPolicyAppServiceConnectSetting`. */
export interface AppServiceConnect {
    /** Which applications. */
    applications?: TargetConfiguration | null;
}

/** An application in the resource tenant. Graph: `servicePrincipal`. */
export interface Application {
    /** The application id. Microsoft's own applications have the same in every tenant. */
    appId: Id;
    /** The application's name. */
    displayName?: string;
    /** Which suites take it in. */
    kind?: AppKind;
}

/** What a line of the comparison is about. */
export type Attribute =
/** The answer for this person and this application. */
| "answer"
/** What it is. */
| "definition"
/** How it works. */
| "functionality"
/** Which applications. */
| "applications"
/** Signing in. */
| "access"
/** How the organizations are tied. */
| "integration"
/** Whom it is for. */
| "intendedFor"
/** As shipped, and who has to act. */
| "defaults"
/** The object in the resource tenant. */
| "directoryObject"
/** Who manages access. */
| "management"
/** Accounts. */
| "identities"
/** Switching tenants. */
| "tenantSwitching"
/** In Teams. */
| "teams"
/** The Azure portal. */
| "azurePortal"
/** My Apps. */
| "myApps"
/** Invitation and consent. */
| "consent"
/** Multifactor authentication. */
| "mfa"
/** Devices. */
| "devices"
/** Terms of use and session controls. */
| "sessionControls"
/** Other Microsoft clouds. */
| "clouds"
/** Domain lists. */
| "domainLists"
/** Synchronization and entitlement management. */
| "automation"
/** Sign-in logs. */
| "log"
/** Access reviews. */
| "accessReviews"
/** Brand. */
| "branding"
/** Compliance. */
| "compliance"
/** Licences. */
| "licensing";

/**
 * A method of multifactor authentication. Graph: `authenticationMethodModes`.
 *
 * A second factor stands for itself with a password before it; other combinations are kept as they came, with
 * commas, as Graph spells them.
 */
export type AuthenticationMethod =
/** A text message, after a password. */
| "sms"
/** A call, after a password. */
| "voice"
/** A notification of Microsoft Authenticator, after a password. */
| "microsoftAuthenticatorPush"
/** A passcode of a software token, after a password. */
| "softwareOath"
/** A passcode of a hardware token, after a password. */
| "hardwareOath"
/** Phone sign-in with Microsoft Authenticator. */
| "deviceBasedPush"
/** A FIDO2 security key or passkey. */
| "fido2"
/** Windows Hello for Business. */
| "windowsHelloForBusiness"
/** A certificate that counts as two factors. */
| "x509CertificateMultiFactor"
/** A word that Entente does not know is kept. */
| (string & {});

/** Graph: `authenticationStrengthPolicy`, as far as a grant control names it. */
export interface AuthenticationStrength {
    /** The strength's object id. */
    id: Id;
    /** The strength's name. */
    displayName?: string;
    /**
     * The combinations of methods that meet it, with commas within each. Empty where nobody has stated them,
     * and not needed for the strengths that the service ships.
     */
    allowedCombinations?: string[];
}

/** The part of a tenant's authorization policy that is about guests. Graph: `authorizationPolicy`. */
export interface AuthorizationPolicy {
    /** Who may invite guests; null is everyone. */
    allowInvitesFrom?: AllowInvitesFrom | null;
}

/**
 * Users × applications. Graph: `crossTenantAccessPolicyB2BSetting`, and
 * `crossTenantAccessPolicyTenantRestrictions`, which adds `devices` (kept in `rest`).
 */
export interface B2bSetting {
    /** Which users and groups. */
    usersAndGroups?: TargetConfiguration | null;
    /** Which applications. */
    applications?: TargetConfiguration | null;
}

/** Graph: `conditionalAccessGrantControl`. */
export type BuiltInControl =
/** No access. */
| "block"
/** Multifactor authentication. */
| "mfa"
/** A device marked compliant. */
| "compliantDevice"
/** A hybrid joined device. */
| "domainJoinedDevice"
/** An approved client app. */
| "approvedApplication"
/** An app protection policy. */
| "compliantApplication"
/** A password change. */
| "passwordChange"
/** A word that Entente does not know is kept. */
| (string & {});

/** What puts the signal on a request. */
export type Carrier =
/** The organization's proxy adds a header. */
| "proxy"
/** A policy on a Windows device. */
| "windowsDevicePolicy"
/** Global Secure Access: universal tenant restrictions. */
| "globalSecureAccess";

/** A category of activities, by the name that the audit log gives it. */
export type Category =
/** Cross-tenant access settings. */
| "CrossTenantAccessSettings"
/** Cross-tenant synchronization; the change of the defaults is listed here as well. */
| "CrossTenantIdentitySyncSettings";

/** The Microsoft cloud a tenant lives in. */
export type Cloud =
/** The worldwide commercial cloud. */
| "commercial"
/** Microsoft Azure Government. */
| "usGovernment"
/** Microsoft Azure operated by 21Vianet. */
| "china";

/** Whom and what a policy meets. Graph: `conditionalAccessConditionSet`. */
export interface ConditionSet {
    /** Users. */
    users?: ConditionalAccessUsers;
    /** Applications. */
    applications?: ConditionalAccessApplications;
    /** Levels of risk in the sign-in; empty asks for none. */
    signInRiskLevels?: RiskLevel[];
    /** Levels of risk in the user; empty asks for none. */
    userRiskLevels?: RiskLevel[];
}

/** Graph: `conditionalAccessApplications`. */
export interface ConditionalAccessApplications {
    /** Application ids, or `All`, `None`, `Office365`. */
    includeApplications?: Id[];
    /** Application ids, or `Office365`. */
    excludeApplications?: Id[];
}

/** A conditional access policy. Graph: `conditionalAccessPolicy`. */
export interface ConditionalAccessPolicy {
    /** The policy's object id. */
    id: Id;
    /** The policy's name. */
    displayName?: string;
    /** Whether it is in force. */
    state: PolicyState;
    /** Whom and what it meets. */
    conditions?: ConditionSet;
    /** What it asks for. */
    grantControls?: GrantControls | null;
    /** What it imposes on the session, as Graph has it. */
    sessionControls?: Record<string, unknown> | null;
}

/** Graph: `conditionalAccessUsers`. */
export interface ConditionalAccessUsers {
    /** Object ids, or `All`, `None`, `GuestsOrExternalUsers`. */
    includeUsers?: Id[];
    /** Object ids, or `GuestsOrExternalUsers`. */
    excludeUsers?: Id[];
    /** Groups of the tenant that has the policy, by object id. */
    includeGroups?: Id[];
    /** Groups that the policy spares. */
    excludeGroups?: Id[];
    /** Directory roles, by the id of their template. */
    includeRoles?: Id[];
    /** Directory roles that the policy spares. */
    excludeRoles?: Id[];
    /** External users the policy meets. */
    includeGuestsOrExternalUsers?: GuestsOrExternalUsers | null;
    /** External users the policy spares. */
    excludeGuestsOrExternalUsers?: GuestsOrExternalUsers | null;
}

/** A tenant's default settings. Graph: `crossTenantAccessPolicyConfigurationDefault`. */
export interface ConfigurationDefault extends Settings {
    /** Whether nobody has changed them. */
    isServiceDefault?: boolean;
}

/** Settings about one organization. Graph: `crossTenantAccessPolicyConfigurationPartner`. */
export interface ConfigurationPartner extends Settings {
    /** The organization. */
    tenantId: Id;
}

/** A tenant's cross-tenant access policy. Graph: `crossTenantAccessPolicy`. */
export interface CrossTenantAccessPolicy {
    /** The policy's name. */
    displayName?: string | null;
    /** Other Microsoft clouds this tenant works with. */
    allowedCloudEndpoints?: string[];
    /** What holds for every tenant without settings of its own. */
    default?: ConfigurationDefault;
    /** What holds for one other tenant each. */
    partners?: ConfigurationPartner[];
    /** What of it nobody has seen. */
    "@entente.unknown"?: UnknownPart[];
}

/** What a tenant's directory holds, as far as the scenario states it. */
export interface Directory {
    /** Users. */
    users?: User[];
    /** Groups with their members. */
    groups?: Group[];
    /** Applications that live in this tenant. */
    applications?: Application[];
    /** The session assumed of every user the directory does not list. */
    anyOtherUser?: Session;
}

/** An error the person who signs in would see. */
export type ErrorCode =
/** The home tenant's outbound access settings refuse. */
| "AADSTS500212"
/** The resource tenant's inbound access settings refuse. */
| "AADSTS500213"
/** Multifactor authentication at home is not accepted. */
| "AADSTS90071"
/** Device claims from home are not accepted. */
| "AADSTS530004"
/** The device is not compliant. */
| "AADSTS53000"
/** The device is not joined. */
| "AADSTS53001"
/** The app is not an approved client app. */
| "AADSTS53002"
/** Conditional access refuses. */
| "AADSTS53003"
/** Proving who one is was blocked by risk. */
| "AADSTS53004"
/** Blocked by risk, on the home tenant. */
| "AADSTS53011"
/** Multifactor authentication is asked for. An interrupt, not a refusal. */
| "AADSTS50076"
/** The person has to register for multifactor authentication. An interrupt, not a refusal. */
| "AADSTS50079"
/** The identity tenant has not enabled the cloud of the resource tenant. */
| "AADSTS1000104"
/** Tenant restrictions of the device or network do not let this tenant through. */
| "AADSTS5000211"
/** The account is not in the resource tenant. */
| "AADSTS50020"
/** The same event in the home tenant's log. */
| "AADSTS90072"
/** The invitation has not been redeemed. */
| "AADSTS50014"
/** Delegated administration is blocked. */
| "AADSTS530034";

/** What is expected of a decision. */
export interface Expectation {
    /** The outcome's word. */
    outcome?: string | null;
    /** Who has to act, in order. */
    actors?: string[] | null;
    /** What the gates say, by the gates' words; null for a gate that the decision does not have. */
    gates?: Record<string, unknown>;
}

/** Graph: `conditionalAccessExternalTenants`. */
export interface ExternalTenants {
    /** `all` or `enumerated`. */
    membershipKind?: string;
    /** The tenants, when enumerated. */
    members?: Id[];
}

/** How far an invitation has come. Graph: `externalUserState`. */
export type ExternalUserState =
/** Redeemed. */
| "Accepted"
/** Sent, and not redeemed yet. */
| "PendingAcceptance"
/** A word that Entente does not know is kept. */
| (string & {});

/** The two ways of working across tenants that cross-tenant access settings govern. */
export type Feature =
/** B2B direct connect: shared channels, no object in the resource tenant. */
| "b2bDirectConnect"
/** B2B collaboration: guests. */
| "b2bCollaboration";

/** External access. PowerShell: `CsTenantFederationConfiguration`. */
export interface FederationConfiguration {
    /** Whether people work with other organizations at all; null is yes. */
    allowFederatedUsers?: boolean | null;
    /** Only these domains; null where all are allowed. */
    allowedDomains?: string[] | null;
    /** Not these domains. */
    blockedDomains?: string[];
}

/** One check that must pass. */
export type Gate =
/** The Microsoft clouds of the two tenants. */
| "cloud"
/** The resource tenant's conditional access, with the claims it trusts. */
| "conditionalAccess"
/** What the feature itself can reach. */
| "featureScope"
/** The home tenant's outbound access settings. */
| "homeOutbound"
/** The invitation to the resource tenant, and the guest object it leaves there. */
| "invitation"
/** The resource tenant's inbound access settings. */
| "resourceInbound"
/** Delegated administration by a service provider, which goes by other ways. */
| "serviceProvider"
/** Both organizations' Teams policies for shared channels. */
| "teams"
/** Tenant restrictions of whoever owns the device or the network. */
| "tenantRestrictions";

/** What a policy asks for. Graph: `conditionalAccessGrantControls`. */
export interface GrantControls {
    /** How the controls combine. */
    operator?: Operator;
    /** Controls by name. */
    builtInControls?: BuiltInControl[];
    /** Terms of use, by object id. */
    termsOfUse?: Id[];
    /** Custom controls, by id: other services that have to be satisfied. */
    customAuthenticationFactors?: string[];
    /** A required authentication strength. */
    authenticationStrength?: AuthenticationStrength | null;
}

/** A group and its effective members: nested membership is stated flat. Graph: `group`. */
export interface Group {
    /** The object id in the home tenant. */
    id: Id;
    /** The group's name. */
    displayName?: string;
    /** Object ids of the members. */
    members?: Id[];
    /** What nobody has seen of the group. */
    "@entente.unknown"?: UnknownPart[];
}

/** A guest of a tenant, from another tenant of the scenario. */
export interface Guest {
    /** The object id in the resource tenant. */
    id: Id;
    /** The guest's home tenant. */
    homeTenant: Id;
    /** The object id in the home tenant. */
    homeUser: Id;
    /** How far the invitation has come. */
    externalUserState?: ExternalUserState;
    /** Whether the object is a guest's or, as synchronization makes them, a member's. */
    userType?: UserType | null;
    /** The directory roles that the object holds, by the id of their template; null where nobody has stated them. */
    directoryRoles?: Id[] | null;
    /**
     * Whether the guest has registered for multifactor authentication in the resource tenant; null where
     * nobody has stated it. Graph: `userRegistrationDetails`.
     */
    isMfaRegistered?: boolean | null;
    /** What the guest signs in with. */
    identityProvider?: IdentityProvider;
}

/** Graph: `conditionalAccessGuestsOrExternalUsers`. */
export interface GuestsOrExternalUsers {
    /**
     * A comma-separated set of `internalGuest`, `b2bCollaborationGuest`, `b2bCollaborationMember`,
     * `b2bDirectConnectUser`, `otherExternalUser`, `serviceProvider`.
     */
    guestOrExternalUserTypes?: string;
    /** Which tenants' users; null means all. */
    externalTenants?: ExternalTenants | null;
}

/** The identity a guest signs in with. */
export type IdentityProvider =
/** The account of a Microsoft Entra tenant. */
| "azureActiveDirectory"
/** A personal Microsoft account. */
| "microsoftAccount"
/** A Google account. */
| "google"
/** SAML or WS-Federation with the guest's organization. */
| "externalFederation"
/** A passcode sent by e-mail for each sign-in. */
| "emailOneTimePasscode"
/** A word that Entente does not know is kept. */
| (string & {});

/** Cross-tenant synchronization from another tenant. Graph: `crossTenantIdentitySyncPolicyPartner`. */
export interface IdentitySynchronization {
    /** Users. */
    userSyncInbound?: UserSyncInbound | null;
}

/** A pair of switches. Graph: `inboundOutboundPolicyConfiguration`. */
export interface InboundOutboundPolicyConfiguration {
    /** For the other tenant's users, coming in. */
    inboundAllowed?: boolean | null;
    /** For one's own users, going out. */
    outboundAllowed?: boolean | null;
}

/** Which claims of the other tenant count. Graph: `crossTenantAccessPolicyInboundTrust`. */
export interface InboundTrust {
    /** Multifactor authentication done at home counts. */
    isMfaAccepted?: boolean | null;
    /** A device that the home tenant finds compliant counts. */
    isCompliantDeviceAccepted?: boolean | null;
    /** A device hybrid joined to the home tenant counts. */
    isHybridAzureADJoinedDeviceAccepted?: boolean | null;
}

/** The domains that invitations may go to: a list of allowed or a list of blocked ones, not both. */
export interface InvitationDomains {
    /** Invitations go to these domains alone; null where there is no such list. */
    allowedDomains?: string[] | null;
    /** Invitations do not go to these domains; null where there is no such list. */
    blockedDomains?: string[] | null;
}

/**
 * Which identities a guest may redeem an invitation with.
 * Graph: `defaultInvitationRedemptionIdentityProviderConfiguration`.
 */
export interface InvitationRedemption {
    /** In order: `azureActiveDirectory`, `externalFederation`, `socialIdentityProviders`. */
    primaryIdentityProviderPrecedenceOrder?: string[];
    /** `defaultConfiguredIdp`, `emailOneTimePasscode` or `microsoftAccount`. */
    fallbackIdentityProvider?: string | null;
}

/** A field of a sign-in log, by Graph's name where there is one. */
export type LogField =
/** When an entry is made. */
| "recorded"
/** Which way across tenants. */
| "crossTenantAccessType"
/** The person's tenant. */
| "homeTenantId"
/** Its name. */
| "homeTenantName"
/** The application's tenant. */
| "resourceTenantId"
/** The person's object id. */
| "userId"
/** Guest or member. */
| "userType"
/** The client application. */
| "clientApplication"
/** Conditional access. */
| "appliedConditionalAccessPolicies"
/** The error. */
| "status.errorCode"
/** Tenant restrictions. */
| "isTenantRestricted";

/** Graph: `crossTenantAccessPolicyM365CollaborationInboundSetting`. */
export interface M365CollaborationInbound {
    /** Which of the other tenant's users. */
    users?: TargetConfiguration | null;
}

/** Graph: `crossTenantAccessPolicyM365CollaborationOutboundSetting`. */
export interface M365CollaborationOutbound {
    /** Which of one's own users and groups. */
    usersAndGroups?: TargetConfiguration | null;
}

/** A part of the real world that a decision leaves out. */
export type NotModelled =
/** Consent to the application and assignment to it. */
| "applicationAssignment"
/** What the application itself allows the person to do. */
| "applicationPermissions"
/** How long a change takes to arrive everywhere. */
| "propagation"
/** Risk that the services see in users and sign-ins. */
| "risk"
/** Information barriers of the host organization. */
| "informationBarriers";

/** How grant controls combine. */
export type Operator =
/** All of them. */
| "AND"
/** Any one of them. */
| "OR"
/** A word that Entente does not know is kept. */
| (string & {});

/** Something that differs and that none of these activities is about. */
export type OtherChange =
/** The organization's name, domains or cloud. */
| "identity"
/** Users, groups, applications, sessions. */
| "directory"
/** Which other clouds the tenant works with. */
| "clouds"
/** Conditional access policies. */
| "conditionalAccess"
/** Who may invite, and to which domains. */
| "externalCollaboration"
/** Guests removed or changed otherwise than by redeeming. */
| "guests"
/** Teams. */
| "teams";

/** What a request comes to. */
export type Outcome =
/** Every gate lets the request through. */
| "allowed"
/** Every gate lets it through once the person has answered a prompt. */
| "allowedAfter"
/** A gate refuses. */
| "blocked"
/** Something the scenario does not state decides. */
| "depends"
/** The documentation is silent or contradicts itself, and its readings differ. */
| "undocumented";

/** Whose administrator can change what a gate says. */
export type Owner =
/** The tenant of the user. */
| "home"
/** The tenant of the application. */
| "resource"
/** Both tenants', each for its side. */
| "both"
/** The tenant's that owns the device or the network. */
| "network"
/** Nobody's: a limit of the service. */
| "service";

/** A page of Microsoft's documentation, by its address below `https://learn.microsoft.com/`. */
export type Page =
/** B2B direct connect overview. */
| "entra/external-id/b2b-direct-connect-overview"
/** External identities overview, with the comparison that its earlier versions hold. */
| "entra/external-id/external-identities-overview"
/** Cross-tenant access overview. */
| "entra/external-id/cross-tenant-access-overview"
/** Cross-tenant access settings for B2B collaboration. */
| "entra/external-id/cross-tenant-access-settings-b2b-collaboration"
/** Cross-tenant access settings for B2B direct connect. */
| "entra/external-id/cross-tenant-access-settings-b2b-direct-connect"
/** Authentication and conditional access for external users. */
| "entra/external-id/authentication-conditional-access"
/** Redemption of invitations. */
| "entra/external-id/redemption-experience"
/** Troubleshooting B2B collaboration. */
| "entra/external-id/troubleshoot"
/** Properties of guests. */
| "entra/external-id/user-properties"
/** Domains that invitations may go to. */
| "entra/external-id/allow-deny-list"
/** Microsoft cloud settings. */
| "entra/external-id/cross-cloud-settings"
/** Tenant restrictions. */
| "entra/external-id/tenant-restrictions-v2"
/** Universal tenant restrictions. */
| "entra/global-secure-access/how-to-universal-tenant-restrictions"
/** External collaboration settings. */
| "entra/external-id/external-collaboration-settings-configure"
/** Pricing of External ID. */
| "entra/external-id/external-identities-pricing"
/** Cross-tenant synchronization. */
| "entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure"
/** What a sign-in log records. */
| "entra/identity/monitoring-health/concept-sign-in-log-activity-details"
/** Graph: `signIn`. */
| "graph/api/resources/signin"
/** Audit activities. */
| "entra/identity/monitoring-health/reference-audit-activities"
/** Creating access reviews. */
| "entra/id-governance/create-access-review"
/** Error codes. */
| "entra/identity-platform/reference-error-codes"
/** The account is not in the tenant. */
| "troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist"
/** Shared channels in Teams. */
| "microsoftteams/shared-channels"
/** Planning external collaboration. */
| "microsoft-365/solutions/plan-external-collaboration"
/** Collaborating in a shared channel, and how long changes take. */
| "microsoft-365/solutions/collaborate-teams-direct-connect"
/** Graph: creating organizational settings. */
| "graph/api/crosstenantaccesspolicy-post-partners";

/** A setting beside the layers of the cross-tenant access policy. */
export type Place =
/** The Microsoft cloud the tenant lives in. */
| "cloud"
/** Which other Microsoft clouds the tenant works with. */
| "crossTenantAccessPolicy/allowedCloudEndpoints"
/** The organizations that have settings of their own. */
| "crossTenantAccessPolicy/partners"
/** Conditional access policies, all of them. */
| "conditionalAccessPolicies"
/** Who may invite. */
| "authorizationPolicy/allowInvitesFrom"
/** Which domains invitations may go to. */
| "invitationsAllowedAndBlockedDomainsPolicy"
/** Guests. */
| "guests"
/** Users, with what is stated about them. */
| "directory/users"
/** Who is in a group. */
| "directory/groups"
/** Teams channel policies. */
| "teams/channelsPolicies"
/** Guests in Microsoft 365 groups. */
| "teams/allowGuestsToAccessGroups"
/** SharePoint's sharing with external users. */
| "teams/allowSharePointExternalSharing"
/** Teams external access. */
| "teams/federationConfiguration"
/** Which Teams service the tenant uses. */
| "teams/service";

/** Whether a policy is in force. */
export type PolicyState =
/** In force. */
| "enabled"
/** Not in force. */
| "disabled"
/** Reports what it would do, enforces nothing. */
| "enabledForReportingButNotEnforced"
/** A word that Entente does not know is kept. */
| (string & {});

/** A property of the default or of an organization's settings, by Graph's name. */
export type Property =
/** Guests from outside, coming in. */
| "b2bCollaborationInbound"
/** One's own users, being guests elsewhere. */
| "b2bCollaborationOutbound"
/** External users in one's own shared channels. */
| "b2bDirectConnectInbound"
/** One's own users in other organizations' shared channels. */
| "b2bDirectConnectOutbound"
/** Which claims of the other tenant count. */
| "inboundTrust"
/** Automatic redemption. */
| "automaticUserConsentSettings"
/** External accounts in external tenants, on one's own network and devices. */
| "tenantRestrictions"
/** Which identities a guest may redeem an invitation with. On the defaults alone. */
| "invitationRedemptionIdentityProviderConfiguration"
/** Cross-tenant synchronization from the other tenant. On organizational settings alone. */
| "identitySynchronization"
/** The other organization is a cloud service provider. On organizational settings alone. */
| "isServiceProvider"
/** One's own users may not administer other organizations on behalf of them. */
| "blockServiceProviderOutboundAccess";

/** Why a gate says what it says. The codes never change their meaning. */
export type Reason =
/** The block list names this application. */
| "access.applicationBlocked"
/** The setting allows some applications, and this one is not among them. */
| "access.applicationNotListed"
/** Reading: the default governs guests who belong to no tenant. */
| "access.defaultGovernsOtherAccounts"
/** The setting's list names nobody or nothing, and what that means is not documented. */
| "access.emptyList"
/** Reading: an empty list sets no limit, as if it named everyone or everything. */
| "access.emptyListNamesEveryone"
/** Reading: an empty list names nobody and nothing. */
| "access.emptyListNamesNobody"
/** The setting lets everyone reach everything. */
| "access.everyoneAllowed"
/** The setting keeps everyone from everything. */
| "access.everyoneBlocked"
/** The setting's lists let this user reach this application. */
| "access.listed"
/** The setting leaves one half out, and what that means is not documented. */
| "access.missingHalf"
/** Reading: a missing half is inherited from the layer below. */
| "access.missingHalfInherits"
/** Reading: a missing half sets no limit. */
| "access.missingHalfSetsNoLimit"
/** The setting blocks, but not this user and this application. */
| "access.notBlocked"
/** Reading: no access settings govern guests who belong to no tenant. */
| "access.nothingGovernsOtherAccounts"
/**
 * A target of the setting stands for nobody or nothing that this engine knows of: a name in the place of an id,
 * or a type that is not documented.
 */
| "access.openTarget"
/** Reading: the open target stands for this user or this application. */
| "access.openTargetNamesIt"
/** Reading: the open target stands for somebody or something else. */
| "access.openTargetNamesOthers"
/** The guest does not sign in with an account of the home tenant, so its settings do not govern. */
| "access.otherAccount"
/** The guest belongs to no tenant that settings could be about; the default would let them in anyway. */
| "access.otherAccountLetIn"
/**
 * The guest belongs to no tenant that settings could be about, and whether the default governs is not
 * documented.
 */
| "access.otherAccountNotDocumented"
/** The block lists name this user with this application. */
| "access.pairBlocked"
/** The setting has an access type this engine does not know. */
| "access.unknownAccessType"
/** The block list names this user. */
| "access.userBlocked"
/** The setting allows some users, and this one is not among them. */
| "access.userNotListed"
/** Both tenants have enabled the other's cloud and added the other tenant. */
| "cloud.bothPrepared"
/** The home tenant has not enabled the resource tenant's cloud. */
| "cloud.homeCloudNotEnabled"
/** The home tenant has not added the resource tenant. */
| "cloud.homeTenantNotAdded"
/** Direct connect never crosses clouds. */
| "cloud.noDirectConnect"
/** The two clouds are not among the pairs that collaborate. */
| "cloud.pairNotSupported"
/** The resource tenant has not enabled the home tenant's cloud. */
| "cloud.resourceCloudNotEnabled"
/** The resource tenant has not added the home tenant. */
| "cloud.resourceTenantNotAdded"
/** Both tenants are in the same cloud: nothing in the scenario has to do with it. */
| "cloud.same"
/** Reading: `All users` takes in direct connect users. */
| "conditionalAccess.allUsersIncludesDirectConnect"
/** Reading: `All users` means users with an object in the tenant. */
| "conditionalAccess.allUsersMeansDirectory"
/** The client app is not an approved one, and external users cannot have it approved. */
| "conditionalAccess.approvedAppNotSupported"
/** The policy is for some kinds of client apps. */
| "conditionalAccess.clientAppNotStated"
/** The device is compliant at home, and that counts. */
| "conditionalAccess.compliantDeviceCounts"
/** Device compliance at home would count, but the session has no such claim. */
| "conditionalAccess.compliantDeviceMissing"
/** Device compliance at home does not count. */
| "conditionalAccess.compliantDeviceNotTrusted"
/** The control is not supported for external users, so they cannot satisfy it. */
| "conditionalAccess.controlNotSupported"
/** Reading: leaving somebody out goes for one way across alone. */
| "conditionalAccess.crossOverDoesNotExclude"
/** Reading: whom a policy leaves out is left out the other way across, too. */
| "conditionalAccess.crossOverExcludes"
/**
 * The policy leaves out those of the other way across, and whether that goes for who crosses over is not
 * documented.
 */
| "conditionalAccess.crossOverNotDocumented"
/** Reading: the custom control is asked for all the same. */
| "conditionalAccess.customControlAskedAnyway"
/** Another service judges a custom control. */
| "conditionalAccess.customControlDecides"
/** A custom control does not work with claims from home that count, and what happens then is not documented. */
| "conditionalAccess.customControlWithTrust"
/** The policy filters devices, and no claim about devices from home counts. */
| "conditionalAccess.deviceFilterNeedsTrust"
/** The policy filters devices, and the scenario does not state what the device is. */
| "conditionalAccess.deviceFilterNotStated"
/** The guest belongs to no tenant whose word for a device could count. */
| "conditionalAccess.deviceOfOtherAccount"
/**
 * The policy is for direct connect users, and whether direct connect would let the guest through is not
 * documented.
 */
| "conditionalAccess.eligibilityNotDocumented"
/** Reading: direct connect would let the guest through, so policies for direct connect users are for them. */
| "conditionalAccess.eligibleForDirectConnect"
/** Reading: multifactor authentication at home counts in a sign-in at risk. */
| "conditionalAccess.homeMfaCountsUnderRisk"
/** The device is hybrid joined at home, and that counts. */
| "conditionalAccess.hybridJoinedDeviceCounts"
/** A hybrid joined device would count, but the session has no such claim. */
| "conditionalAccess.hybridJoinedDeviceMissing"
/** A device hybrid joined at home does not count. */
| "conditionalAccess.hybridJoinedDeviceNotTrusted"
/** The policy is for some locations. */
| "conditionalAccess.locationNotStated"
/** The policy names groups, roles or objects, and the scenario does not state the person's. */
| "conditionalAccess.membershipNotStated"
/** Multifactor authentication was done at home, and that counts. */
| "conditionalAccess.mfaAtHomeCounts"
/** Multifactor authentication at home would count, but has not been done. */
| "conditionalAccess.mfaNotDoneAtHome"
/** Multifactor authentication at home does not count, and direct connect has no other. */
| "conditionalAccess.mfaNotTrusted"
/**
 * The guest belongs to no tenant whose multifactor authentication could count, and does it in the resource
 * tenant.
 */
| "conditionalAccess.mfaOfOtherAccount"
/** Multifactor authentication at home would count; the person is asked for it there. */
| "conditionalAccess.mfaPromptAtHome"
/** Multifactor authentication at home does not count; the person is asked for it in the resource tenant. */
| "conditionalAccess.mfaPromptInResource"
/** No policy in force meets this user and this application. */
| "conditionalAccess.noPolicyApplies"
/** Reading: direct connect would not let the guest through. */
| "conditionalAccess.notEligibleForDirectConnect"
/** The policy has a condition or control this engine does not evaluate. */
| "conditionalAccess.notEvaluated"
/** The policy imposes what direct connect does not support, and what happens then is not documented. */
| "conditionalAccess.notSupportedForDirectConnect"
/** The policy asks for nothing. */
| "conditionalAccess.nothingRequired"
/** Reading: null inherits the default's switch. */
| "conditionalAccess.nullTrustInherits"
/** Reading: null counts as not trusted. */
| "conditionalAccess.nullTrustIsOff"
/** The policy has users at risk change their password, which external users can't in the resource tenant. */
| "conditionalAccess.passwordChangeImpossible"
/** The policy is for some device platforms. */
| "conditionalAccess.platformNotStated"
/** The policy blocks. */
| "conditionalAccess.policyBlocks"
/** The policy meets others, and what somebody has set or stated of this person decides that. */
| "conditionalAccess.policyNotForPerson"
/** Nobody may register for multifactor authentication in a sign-in at risk, and this person has not. */
| "conditionalAccess.registrationBlockedByRisk"
/** Reading: a sign-in at risk needs registration in the resource tenant. */
| "conditionalAccess.registrationNeededUnderRisk"
/** Whether this person has registered for multifactor authentication in the resource tenant is not stated. */
| "conditionalAccess.registrationNotStated"
/** The policy is for other levels of risk. */
| "conditionalAccess.riskDoesNotMatch"
/** The sign-in is at risk, and whether multifactor authentication at home then counts is not documented. */
| "conditionalAccess.riskWithTrust"
/** Whether the policy meets direct connect users is not documented. */
| "conditionalAccess.scopeNotDocumented"
/** Session controls of the policy hold for guests as well. They refuse nobody. */
| "conditionalAccess.sessionControlsApply"
/** The policy is for a risk in the sign-in that the scenario does not state. */
| "conditionalAccess.signInRiskNotStated"
/** Whether the method used at home satisfies the required strength is not stated. */
| "conditionalAccess.strengthDependsOnMethod"
/** The method used at home satisfies the required strength, and that counts. */
| "conditionalAccess.strengthMetAtHome"
/** Reading: a method that no page lists counts. */
| "conditionalAccess.strengthMethodCounts"
/** Reading: only methods that a page lists count. */
| "conditionalAccess.strengthMethodDoesNotCount"
/** The method satisfies the required strength, and no page says whether it counts if used at home. */
| "conditionalAccess.strengthMethodNotDocumented"
/** The method used at home does not satisfy the required strength. */
| "conditionalAccess.strengthNotMetAtHome"
/** The required strength can only be met at home, where it does not count. */
| "conditionalAccess.strengthNotTrusted"
/** An authentication strength cannot be applied to guests who belong to no tenant. */
| "conditionalAccess.strengthOfOtherAccount"
/** The method used at home does not satisfy the required strength; the person is asked for another there. */
| "conditionalAccess.strengthPromptAtHome"
/** Nothing from home counts; the person is asked for a method that the resource tenant has. */
| "conditionalAccess.strengthPromptInResource"
/** The person has to accept terms of use. */
| "conditionalAccess.termsOfUsePrompt"
/** A trust setting is null inside an object that is not, and what that means is not documented. */
| "conditionalAccess.trustNotStated"
/** Reading: the unsupported control cannot be satisfied. */
| "conditionalAccess.unsupportedBlocks"
/** Reading: the unsupported control is passed over. */
| "conditionalAccess.unsupportedIgnored"
/** The policy is for users at risk, which the home tenant sees, and blocks. */
| "conditionalAccess.userRiskBlocks"
/** The policy is for a risk in the user that the scenario does not state. */
| "conditionalAccess.userRiskNotStated"
/** The feature does not reach this application, whatever the settings say. */
| "feature.outside"
/** The feature reaches this application. */
| "feature.within"
/** Reading: such a block stops the invitation. */
| "invitation.blockStopsInvitation"
/** One side's settings block, but not the person as such. Whether that stops an invitation is not documented. */
| "invitation.blocksApplications"
/** The person's domain is on the list of blocked ones. */
| "invitation.domainBlocked"
/** There is a list of allowed domains, and the person's is not on it. */
| "invitation.domainNotListed"
/** The scenario does not state the person's domain, or states two that the lists treat differently. */
| "invitation.domainNotStated"
/** The resource tenant's inbound settings block the person, and so the invitation. */
| "invitation.inboundBlocks"
/** The resource tenant lets nobody invite. */
| "invitation.invitationsNotAllowed"
/** The person has no object in the resource tenant. */
| "invitation.notInvited"
/** Reading: only users matter to an invitation. */
| "invitation.onlyUsersMatter"
/** The home tenant's outbound settings block the person, and so the invitation. */
| "invitation.outboundBlocks"
/** The guest has redeemed the invitation. */
| "invitation.redeemed"
/** The invitation is pending, and redeems itself: both sides have automatic redemption on. */
| "invitation.redeemsAutomatically"
/** The invitation is pending, and redeeming it asks for consent. */
| "invitation.redeemsWithPrompt"
/** Synchronization is allowed, and inbound settings that block the person can stop it. */
| "invitation.syncBlockedInbound"
/** Synchronization is allowed, and forbidden because nobody may invite guests. */
| "invitation.syncForbidden"
/** Synchronization can create the object, if the home tenant takes the person into its scope. */
| "invitation.syncMayCreate"
/** Synchronization is allowed, and fails because the home tenant does not redeem automatically. */
| "invitation.syncNeedsHomeRedemption"
/** Synchronization is allowed, and fails because the resource tenant does not redeem automatically. */
| "invitation.syncNeedsResourceRedemption"
/** The scenario states no guests, and nothing would keep the person from becoming one. */
| "invitation.takenToBeGuest"
/** Who may invite is set to a word this engine does not know. */
| "invitation.unknownInviteSetting"
/** The guest object is in a state this engine does not know. */
| "invitation.unknownState"
/** The home tenant's delegated administrators come by other ways, with multifactor authentication done at home. */
| "serviceProvider.delegatedAdministrators"
/** Whether the resource tenant's inbound settings keep delegated administrators out is not documented. */
| "serviceProvider.inboundNotDocumented"
/** The home tenant keeps its users from administering other organizations. */
| "serviceProvider.outboundBlocked"
/** A policy of the resource tenant keeps delegated administrators out. */
| "serviceProvider.policyBlocksThem"
/** A policy of the resource tenant meets delegated administrators. */
| "serviceProvider.policyMeetsThem"
/** What no other ground speaks of is as the service ships it, and lets shared channels be shared. */
| "teams.asShipped"
/** The person is a guest of the home tenant, and guests cannot be added to shared channels. */
| "teams.guestOfHome"
/** The host lets no guests into Microsoft 365 groups. */
| "teams.guestsOff"
/** Some at the host may share channels and some may not: it hangs on the channel's owner. */
| "teams.hangsOnOwner"
/** Nobody at the host may invite external users to shared channels. */
| "teams.invitationsOff"
/** The person's channel policy lets them join external shared channels. */
| "teams.mayJoin"
/** The person's channel policy keeps them from external shared channels. */
| "teams.mayNotJoin"
/** The home tenant's external access does not allow the other domain: no presence, no channel meetings. */
| "teams.notFederatedByHome"
/** The resource tenant's external access does not allow the other domain: the same. */
| "teams.notFederatedByResource"
/** The two tenants use different Teams services. */
| "teams.otherService"
/** Policies that differ are assigned to the person, and which is in force is not stated. */
| "teams.severalPolicies"
/** The host's SharePoint shares with nobody outside. */
| "teams.sharePointOff"
/** Nobody at the host may create shared channels. */
| "teams.sharedChannelsOff"
/** Nobody signs in, and what carries the signal is only there when somebody does. */
| "tenantRestrictions.authenticationPlaneOnly"
/** Which applications look for the signal themselves is told in two ways. */
| "tenantRestrictions.dataPlaneContradictory"
/** Reading: of applications, Microsoft Graph alone looks for the signal. */
| "tenantRestrictions.dataPlaneOfGraph"
/** Reading: Office 365 looks for the signal as it does from Windows devices. */
| "tenantRestrictions.dataPlaneOfOffice"
/** Reading: the default counts, as nobody's account is of any organization. */
| "tenantRestrictions.defaultForNobody"
/** Reading: the settings about the account's tenant count. */
| "tenantRestrictions.entryForHome"
/** Reading: the settings about the application's tenant count. */
| "tenantRestrictions.entryForResource"
/** Which of the policy owner's settings count is not documented. */
| "tenantRestrictions.entryNotDocumented"
/** The request carries no signal: nothing in the scenario has to do with it. */
| "tenantRestrictions.noSignal"
/** Nobody signs in, and the application does not look for the signal itself. */
| "tenantRestrictions.notOnDataPlane"
/** The policy owner is in another cloud: signing in is not restricted. */
| "tenantRestrictions.otherCloud"
/** The policy owner is in another cloud, and applications that look for the signal themselves refuse. */
| "tenantRestrictions.otherCloudRefused"
/** The account is the policy owner's own. */
| "tenantRestrictions.ownAccount"
/** The application is the policy owner's own. */
| "tenantRestrictions.ownResource"
/** A personal account as a guest: its restrictions do not stop that. */
| "tenantRestrictions.personalGuest"
/** The scenario does not hold the policy owner. */
| "tenantRestrictions.policyUnknown"
/** Nobody has seen the setting, and whatever it is, it comes to the same. */
| "unknown.eitherWay"
/** Nobody has seen the setting, and it decides. */
| "unknown.notSeen";

/** What a new guest would redeem an invitation with, by the resource tenant's order. */
export type RedeemsWith =
/** The account of the home tenant. */
| "homeAccount"
/** The account of the home tenant, unless the resource tenant has a federation with the domain. */
| "homeAccountUnlessFederated"
/** A passcode by e-mail, if the tenant has it on, else a personal Microsoft account. */
| "defaultFallback"
/** A passcode by e-mail. */
| "passcode"
/** A personal Microsoft account. */
| "microsoftAccount"
/** No fallback is stated, although one always stays. */
| "notStated";

/** How much risk is seen in a user or a sign-in. Graph: `riskLevel`. */
export type RiskLevel =
/** None. */
| "none"
/** Low. */
| "low"
/** Medium. */
| "medium"
/** High. */
| "high"
/** A word that Entente does not know is kept. */
| (string & {});

/** Two tenants (or more) whose settings meet. */
export interface ScenarioDocument {
    /** The version of the document's form. */
    ententeVersion?: 1;
    /** The scenario's name. */
    title?: string;
    /** What it is about, in a few sentences. */
    story?: string;
    /** The tenants. The first two stand side by side. */
    tenants?: Tenant[];
    /** What should come out of it: whoever publishes the scenario can have that checked. */
    tests?: ScenarioTest[];
}

/** A question about the scenario it stands in, with the answer it should have. */
export interface ScenarioTest {
    /** What is tested, in a sentence. */
    what?: string;
    /** The tenant of the user. */
    home: Id;
    /** The tenant of the application. */
    resource: Id;
    /** By which feature. */
    feature?: Feature;
    /** Who. */
    user: Subject;
    /** To what. */
    application: Resource;
    /** The signal of tenant restrictions that the request carries, in the place of the session's. */
    signal?: TenantRestrictionsSignal | null;
    /** What should come out. */
    expect?: Expectation;
}

/** Claims in a user's session from signing in to the home tenant. */
export interface Session {
    /** Multifactor authentication has been done in the home tenant. */
    mfa?: boolean;
    /** The device is compliant with the home tenant's policies, and the session says so. */
    compliantDevice?: boolean;
    /** The device is hybrid joined to the home tenant, and the session says so. */
    hybridJoinedDevice?: boolean;
    /** The method of that multifactor authentication; null where nobody has stated it. */
    mfaMethod?: AuthenticationMethod | null;
    /** The risk that the resource tenant sees in the sign-in; null where nobody has stated it. */
    signInRisk?: RiskLevel | null;
    /** The risk that the home tenant sees in the user; null where nobody has stated it. */
    userRisk?: RiskLevel | null;
    /** The signal of tenant restrictions that the network or device adds; none if it adds none. */
    tenantRestrictions?: TenantRestrictionsSignal | null;
}

/** The settings that [`ConfigurationDefault`] and [`ConfigurationPartner`] share. */
export interface Settings {
    /** Guests from outside, coming in. */
    b2bCollaborationInbound?: B2bSetting | null;
    /** One's own users, being guests elsewhere. */
    b2bCollaborationOutbound?: B2bSetting | null;
    /** External users in one's own shared channels. */
    b2bDirectConnectInbound?: B2bSetting | null;
    /** One's own users in other organizations' shared channels. */
    b2bDirectConnectOutbound?: B2bSetting | null;
    /** Which claims of the other tenant count in one's own conditional access. */
    inboundTrust?: InboundTrust | null;
    /** Automatic redemption: whether consent prompts are suppressed. */
    automaticUserConsentSettings?: InboundOutboundPolicyConfiguration | null;
    /** External accounts in external tenants, on one's own network and devices. */
    tenantRestrictions?: B2bSetting | null;
    /** Which identities a guest may redeem an invitation with, in order. On the defaults alone. */
    invitationRedemptionIdentityProviderConfiguration?: InvitationRedemption | null;
    /** Cross-tenant synchronization from the other tenant. On organizational settings alone. */
    identitySynchronization?: IdentitySynchronization | null;
    /** The other organization is a cloud service provider. On organizational settings alone. */
    isServiceProvider?: boolean | null;
    /** One's own users may not administer other organizations on behalf of them. Beta. */
    blockServiceProviderOutboundAccess?: boolean | null;
    /** Microsoft 365 collaboration, coming in. */
    m365CollaborationInbound?: M365CollaborationInbound | null;
    /** Microsoft 365 collaboration, going out. */
    m365CollaborationOutbound?: M365CollaborationOutbound | null;
    /** App service connect, coming in. */
    appServiceConnectInbound?: AppServiceConnect | null;
    /** Properties that nobody has seen: they may be null, or have any value. */
    "@entente.unknown"?: Property[];
}

/** Which layer a value comes from. */
export type Source =
/** Settings about the one organization. */
| "organizational"
/** The tenant's default settings. */
| "default"
/** Default settings nobody has changed: what the service ships. */
| "serviceDefault"
/** None that anybody has seen. */
| "unknown";

/** How well the documentation supports a ground. */
export type Standing =
/** The documentation says so. */
| "documented"
/** It follows from what the documentation says. */
| "inferred"
/** The documentation is silent. */
| "undocumented"
/** The documentation contradicts itself. */
| "contradictory";

/** A statement of Microsoft's documentation that a ground rests on. */
export type Statement =
/** Cross-tenant access settings, which do not speak of delegated administration. */
| "accessSettings"
/** Whom `All users` takes in. */
| "allUsersScope"
/** Authentication strengths for external users. */
| "authenticationStrength"
/** Automatic redemption needs both sides, each in its direction. */
| "automaticRedemption"
/** A switch that keeps users from administering other organizations. */
| "blockServiceProviderOutboundAccess"
/** Collaboration is checked against the home tenant's outbound and the resource tenant's inbound settings. */
| "bothSidesChecked"
/** Collaboration with a newly enabled cloud is blocked until a tenant there is added. */
| "cloudBlockedUntilAdded"
/** The error of a home tenant that has not enabled the cloud. */
| "cloudNotAllowedOnIdentityTenant"
/** Which clouds collaborate with which. */
| "cloudPairs"
/** Settings for other clouds are only asked for across clouds. */
| "cloudSettings"
/** Both tenants enable the other's cloud and add the other tenant by its id. */
| "cloudsBothEnableAndAdd"
/** What both organizations set up to collaborate in a shared channel. */
| "collaborateInChannel"
/** No conditional access policy in force meets external users here. */
| "conditionalAccessApplies"
/** Conditions beside users and applications. */
| "conditions"
/** Custom controls do not work with cross-tenant trust. */
| "customControls"
/** Delegated administrators always do multifactor authentication at home, and it always counts. */
| "delegatedAdministration"
/** Device claims count only if trusted. */
| "deviceTrust"
/** Direct connect is not supported across clouds. */
| "directConnectWithinCloud"
/** Domain lists are for invitations, sent or pending; redeemed guests are unaffected. */
| "domainLists"
/** Access settings are about other Microsoft Entra organizations. */
| "entraOrganizations"
/** Conditional access for external users: grant controls. */
| "grantControls"
/** Whoever signs in as a guest has an object in the resource tenant. */
| "guestObject"
/** Access settings of both sides decide whether a person can be invited. */
| "invitationAccess"
/** A direct connect user who has not done multifactor authentication at home is blocked. */
| "mfaDoneAtHome"
/** Multifactor authentication and trust for external users. */
| "mfaTrust"
/** Direct connect users are blocked where a policy asks for multifactor authentication without trust. */
| "mfaTrustRequired"
/** Direct connect works only when both organizations allow it, each in its direction. */
| "mutualDirectConnect"
/** Direct connect users have access to the My Apps portal. */
| "myAppsPortal"
/** Which checks guests of other identity providers meet. */
| "otherIdentityProviders"
/** Guests of other identity providers always do multifactor authentication in the resource tenant. */
| "otherIdentityProvidersMfa"
/** How a guest redeems an invitation. */
| "redemption"
/** Sign-in risk is evaluated in the resource tenant, user risk at home. */
| "risk"
/** Conditional access has a user type for service providers. */
| "serviceProviderType"
/** Which session controls are supported for guests. */
| "sessionControls"
/** Which settings hold: those about the organization, property by property, or else the default. */
| "settingsPrecedence"
/** What shared channels need, and whom they cannot take in. */
| "sharedChannels"
/** Direct connect currently works with Teams shared channels only. */
| "sharedChannelsOnly"
/** What cross-tenant synchronization needs, and how it fails. */
| "synchronization"
/** Target lists. */
| "targetLists"
/** The three switches of a Teams channel policy. */
| "teamsChannelsPolicy"
/** Which of several Teams policies is in force. */
| "teamsPolicyPrecedence"
/** Across clouds: not enforced when signing in, refused by the data plane. */
| "tenantRestrictionsAcrossClouds"
/** Requests by nobody: stopped on the data plane, which a proxy does not have. */
| "tenantRestrictionsAnonymousAccess"
/** External accounts in external tenants meet the settings about their organization, or else the default. */
| "tenantRestrictionsExternalAccounts"
/** The policy owner's own accounts are left to outbound settings. */
| "tenantRestrictionsOwnMembers"
/** The policy owner's own applications are left alone, whoever comes. */
| "tenantRestrictionsOwnTenant"
/** Personal accounts are an organization of their own; as guests they are not stopped. */
| "tenantRestrictionsPersonalAccounts"
/** Restrictions are enforced only on requests that carry their signal. */
| "tenantRestrictionsSignal"
/** What universal tenant restrictions protect beside signing in. */
| "tenantRestrictionsUniversalDataPlane"
/** Trust settings and their null values. */
| "trustSettings"
/** Which controls are not supported for external users. */
| "unsupportedControls"
/** Which controls are not supported for direct connect users. */
| "unsupportedForDirectConnect"
/** How external users are told apart, by type and by the ids of the tenant. */
| "userTypes"
/** How users and applications of one setting combine: the table of nine settings. */
| "usersAndApplications"
/** Who may invite. */
| "whoMayInvite";

/** What one gate says. Ordered from best to worst for the person who asks. */
export type Status =
/** Lets the request through. */
| "pass"
/** Lets it through after a prompt. */
| "prompt"
/** Something the scenario does not state decides. */
| "depends"
/** The readings of the documentation differ. */
| "undocumented"
/** Refuses. */
| "fail";

/** What a line of the steps is about. */
export type Step =
/** How the person is found or invited. */
| "added"
/** Signing in. */
| "signIn"
/** Consent. */
| "consent"
/** What else is asked. */
| "prompt"
/** Arriving, or being refused. */
| "arrival"
/** What is within reach. */
| "reach"
/** How long that lasts. */
| "lasting"
/** When a changed setting is met. */
| "change";

/** One name on a target list. Graph: `crossTenantAccessPolicyTarget`. */
export interface Target {
    /** An object id, an application id or a reserved word. */
    target: Id;
    /** What `target` names. */
    targetType: TargetType;
}

/**
 * One half of a B2B setting: an allow list or a block list.
 * Graph: `crossTenantAccessPolicyTargetConfiguration`.
 */
export interface TargetConfiguration {
    /** Whether `targets` are let through or kept out. */
    accessType: AccessType;
    /** Who or what the list names. A PATCH replaces the whole list. */
    targets?: Target[];
}

/** What kind of object a target names. */
export type TargetType =
/** A user's object id, or the reserved word `AllUsers`. */
| "user"
/** A group's object id. */
| "group"
/**
 * An application id, or one of the reserved words `AllApplications`, `Office365`,
 * `AllMicrosoftApps`.
 */
| "application"
/** A word that Entente does not know is kept. */
| (string & {});

/** A Teams channel policy. PowerShell: `CsTeamsChannelsPolicy`. A switch that is null is on, as shipped. */
export interface TeamsChannelsPolicy {
    /** The policy's name; `Global` is the one for everybody else. */
    identity?: string;
    /** People may create shared channels. */
    allowSharedChannelCreation?: boolean | null;
    /** People may invite external users to shared channels. */
    allowChannelSharingToExternalUser?: boolean | null;
    /** People may take part in external shared channels. */
    allowUserToParticipateInExternalSharedChannel?: boolean | null;
    /** Object ids of the users it is assigned to. */
    assignedUsers?: Id[];
    /** Object ids of the groups it is assigned to. */
    assignedGroups?: Id[];
}

/** The Teams service a tenant of the commercial cloud uses. */
export type TeamsService =
/** Commercial. */
| "commercial"
/** The United States' government community cloud, GCC. */
| "gcc";

/** A tenant's settings for Teams. What is not stated is as the service ships it. */
export interface TeamsSettings {
    /** Which Teams service the tenant uses; null is the commercial one. */
    service?: TeamsService | null;
    /** Channel policies. Whoever none is assigned to has the one called `Global`. */
    channelsPolicies?: TeamsChannelsPolicy[];
    /** Whether guests may use Microsoft 365 groups; null is yes. */
    allowGuestsToAccessGroups?: boolean | null;
    /** Whether SharePoint shares with external users; null is yes. */
    allowSharePointExternalSharing?: boolean | null;
    /** External access: chat and presence with other organizations. */
    federationConfiguration?: FederationConfiguration;
}

/**
 * A Microsoft Entra tenant.
 *
 * The big parts are shared pointers, so that keeping every earlier state of a scenario costs what changed.
 */
export interface Tenant {
    /** The tenant id. */
    id: Id;
    /** The organization's name. */
    displayName?: string;
    /** Verified domains, the first being the one shown. */
    domains?: string[];
    /** The Microsoft cloud. */
    cloud?: Cloud;
    /** Users, groups, memberships and applications. */
    directory?: Directory;
    /** Default and organizational settings. */
    crossTenantAccessPolicy?: CrossTenantAccessPolicy;
    /** Conditional access policies that may meet external users. */
    conditionalAccessPolicies?: ConditionalAccessPolicy[];
    /** External collaboration settings: who may invite. */
    authorizationPolicy?: AuthorizationPolicy;
    /** External collaboration settings: which domains invitations may go to. */
    invitationsAllowedAndBlockedDomainsPolicy?: InvitationDomains;
    /**
     * The guests of this tenant that come from other tenants of the scenario. Null where the scenario does
     * not state them: whoever collaborates is then taken to be a guest already.
     */
    guests?: Guest[] | null;
    /** What Teams has to say about shared channels. */
    teams?: TeamsSettings;
}

/** The signal of tenant restrictions on a request. */
export interface TenantRestrictionsSignal {
    /** The tenant whose tenant restrictions the signal names: it owns the device or the network. */
    policyOwner: Id;
    /** What puts it there. */
    carrier?: Carrier;
}

/** A part of a cross-tenant access policy, or of a group, that may be unknown as a whole. */
export type UnknownPart =
/** The organizations that have settings of their own: those listed may not be all. */
| "partners"
/** Which other Microsoft clouds the tenant works with. */
| "allowedCloudEndpoints"
/** Who is in a group: those listed may not be all. */
| "members";

/** A user. Graph: `user`. */
export interface User {
    /** The object id in the home tenant. */
    id: Id;
    /** The user's name. */
    displayName?: string;
    /** The sign-in name. */
    userPrincipalName?: string;
    /** The e-mail address, where it differs from the sign-in name. */
    mail?: string | null;
    /** Whether this is the tenant's own user or a guest of it; null is a member. */
    userType?: UserType | null;
    /** What the user's sign-in session holds at this moment. */
    session?: Session;
}

/** Graph: `crossTenantUserSyncInbound`. */
export interface UserSyncInbound {
    /** Whether the other tenant may create users here. */
    isSyncAllowed?: boolean | null;
}

/** Whether a user object is a member's or a guest's. Graph: `userType`. */
export type UserType =
/** A member. */
| "Member"
/** A guest. */
| "Guest"
/** A word that Entente does not know is kept. */
| (string & {});



/**
 * Two tenants or more whose settings meet, kept inside the engine: nothing is read or written again to ask it.
 *
 * What holds and changes it does so at once. What answers gives a promise, because it may need a part of the program
 * that is not here yet, and answers for the scenario as it was when it was asked: changed or freed meanwhile, the answer
 * is the same.
 *
 * It takes memory until `free` is called, at the end of a `using` block, or when the garbage collector finds that
 * nobody holds it any more.
 */
export class Scenario {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Another scenario that is the same, to be changed on its own. What stays the same takes no memory twice.
     */
    clone(): Scenario;
    /**
     * Who reaches what in `later` and does not here, and the other way round: for every pair of tenants that both
     * hold, by both features.
     */
    diff(later: Scenario): Promise<CellChange[]>;
    /**
     * The decision on a request: every gate, with its status, its owner, the settings that decided it, and the
     * documented statement behind it. Every request has one.
     */
    evaluate(request: Request): Promise<Decision>;
    /**
     * The decision on a request in words: every gate's sentences, whose it is, the settings that decided it, the error
     * that the person sees, the documented statement behind it, and who has to do what.
     */
    explain(request: Request): Promise<Explanation>;
    /**
     * The text of a file for others: the document, one tenant's settings as Microsoft Graph has them, or who can
     * connect, as Markdown, CSV, a picture or HTML. The command line writes the same.
     */
    export(options: ExportOptions): Promise<string>;
    /**
     * A scenario of the gallery, by its id.
     */
    static fromGallery(id: string): Promise<Scenario>;
    /**
     * Reads what a link carries, a whole address or what stands behind its `#`: the scenario, what it is compared
     * with, and how it is looked at.
     */
    static fromLink(link: string): Promise<Shared>;
    /**
     * Reads a scenario document: an object, or its text. Properties that nobody knows are kept, unless the options
     * refuse them.
     */
    static from(document: ScenarioDocument | string, options?: ReadOptions): Scenario;
    /**
     * What stands at an address; undefined where nothing is stated.
     */
    get(address: Address): unknown;
    /**
     * Reads answers of Microsoft Graph, bundles of them, or scenario documents, as texts or bytes, and puts what they
     * hold where it belongs in a tenant of the scenario as it then is. Comes to what was read as what, what was kept
     * though nobody knows it, and what is missing. When it fails, nothing has changed. Leave the files as they are
     * until then.
     */
    import(files: string | Uint8Array | ImportFile[], options: ImportOptions): Promise<ImportReport>;
    /**
     * A link that opens the scenario in the page. With what `fromLink` gave back, it is the same link again.
     */
    link(options?: LinkOptions): Promise<string>;
    /**
     * Everybody × everything, for one direction and one feature.
     */
    matrix(way: Way): Promise<Matrix>;
    /**
     * What the rows of the matrix are called, in its order.
     */
    rowNames(way: Way): Promise<RowName[]>;
    /**
     * The scenario as a document: a plain object, which `JSON.stringify` makes the text that the page and the
     * command line read.
     */
    save(): ScenarioDocument;
    /**
     * Puts a value at an address: a setting, a session, anything. Null is to state nothing there, which for a setting
     * about an organization is to inherit the default. When it throws, nothing has changed.
     */
    set(address: Address, value: unknown): void;
    /**
     * Runs the tests that the document holds.
     */
    test(): Promise<TestReport>;
    /**
     * Where properties stand that nobody knows, by JSON pointer. They are kept, and decide nothing.
     */
    unknownProperties(): string[];
    /**
     * The scenario's name.
     */
    readonly title: string;
}

/**
 * The scenarios of the gallery, in order.
 */
export function gallery(): Promise<GalleryEntry[]>;
