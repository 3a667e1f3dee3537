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
