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
