import type { Glob } from "../glob";
import type { AddressRange } from "./addresses";

/** One way a single value can satisfy a field of an event pattern. */
export type ValueTest =
  /** The same string, character by character. */
  | { readonly kind: "string"; readonly text: string }
  /** The same number by value, or by spelling where a double cannot hold it. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "literal"; readonly text: "true" | "false" | "null" }
  | { readonly kind: "prefix"; readonly text: string; readonly ignoresCase: boolean }
  | { readonly kind: "suffix"; readonly text: string; readonly ignoresCase: boolean }
  | { readonly kind: "equals-ignore-case"; readonly text: string }
  | { readonly kind: "wildcard"; readonly text: string; readonly glob: Glob }
  /** Any value, of whatever type, that none of the tests accepts; an absent field has no value. */
  | { readonly kind: "anything-but"; readonly tests: readonly ValueTest[] }
  | { readonly kind: "numeric"; readonly low?: Bound; readonly high?: Bound }
  /** An IP address in the block; a string in a list that is an IP address is a block of one. */
  | { readonly kind: "cidr"; readonly text: string; readonly range: AddressRange }
  | { readonly kind: "exists"; readonly wanted: boolean }
  /** A value known only after deployment. */
  | { readonly kind: "unknown" };

export interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
}

/** One field: at least one of the tests must hold for one of its values. */
export interface FieldPattern {
  /** Names from the root, joined by dots: `detail.eventName`. */
  readonly path: string;
  readonly tests: readonly ValueTest[];
}

/** Fields that must all match, by path, in the order of their paths. Without `$or` a pattern has one. */
export interface Branch {
  readonly fields: readonly FieldPattern[];
  /** Paths below which the pattern is known only after deployment. The empty path is the root. */
  readonly unknownBelow: readonly string[];
}

/** A valid pattern: it matches an event when one of the branches does. */
export interface EventPattern {
  readonly kind: "pattern";
  readonly branches: readonly Branch[];
  /** Paths that are written more than once: only the last one counts. */
  readonly overridden: readonly string[];
  /** Why the service may refuse the pattern although the language allows it. Empty for nearly all. */
  readonly doubts: readonly string[];
}

export interface InvalidEventPattern {
  readonly kind: "invalid";
  /** Where: keys and list positions joined by dots; empty for the whole pattern. */
  readonly path: string;
  readonly problem: string;
  /** The corrected text of the part at `path`, or what to write instead. */
  readonly suggestion?: string;
}

/** Keys that may not name a field inside `$or`. Source: event-ruler 2.0.1, Constants. */
export const reservedInsideOr: ReadonlySet<string> = new Set([
  ...["exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric", "cidr"],
  ...["=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case"],
  ...["date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range"],
  ...["ip-address-in-range", "ip-address-not-in-range"],
]);
