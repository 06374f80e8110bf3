import type { Truth } from "../../core/truth";

/** Collects why an answer is open. The first reason is the one that is told. */
export class Inquiry {
  reason: string | undefined;

  open(reason: string): Truth {
    this.reason ??= reason;
    return "unknown";
  }
}

export const notYetKnown = "a value of the record is known only after deployment";
export const middleStar = "whether `*` in the middle of a value is a wildcard is not documented";
export const nullCompared = "how null is compared is not documented";
export const booleanCompared = "how true and false are compared is not documented: use IS TRUE or IS FALSE";
export const mixedNumber = "how a number is compared with a string of digits is not documented";
export const largeNumber = "the number is larger than can be compared exactly";
export const regexEffort = "the regular expression takes too many steps to decide";
export const regexNumber = "how a regular expression reads a number is not documented";
export const wildcardSelector = "what a wildcard selector means here is not documented";
