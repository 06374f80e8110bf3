import { type Place } from "./read";

export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/** CrossGuard's levels. `remediate` is only ever set by users. */
export const levels = ["disabled", "advisory", "mandatory", "remediate"] as const;
export type Level = (typeof levels)[number];

/** Something is wrong. */
export interface Violation {
  readonly kind: "violation";
  /** The id of the message in its policy: stable, used by exceptions. */
  readonly id: string;
  readonly place: Place;
  /** What is wrong, in lower case, with the user's values in backticks. No full stop at the end. */
  readonly message: string;
  /** What to do about it, a sentence. */
  readonly fix: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The question could not be answered, because something is known only after deployment. */
export interface Undetermined {
  readonly kind: "undetermined";
  readonly id: string;
  /** What could not be read. */
  readonly place: Place;
}

export type Finding = Violation | Undetermined;
