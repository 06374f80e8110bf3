import { type Place, type Read } from "./read";
import { type Truth, not, truthOf } from "./truth";

/**
 * A statement about a resource with its answer and the places that decided it. The first place is where a
 * finding about it is put; for an `unknown` claim the places are what could not be read.
 */
export interface Claim {
  readonly truth: Truth;
  readonly places: readonly Place[];
}

export function claim(truth: Truth, ...places: readonly Place[]): Claim {
  return { truth, places };
}

/** Whether a known value satisfies `predicate`; `absent` says what a missing value means. */
export function whether<T>(read: Read<T>, predicate: (value: T) => boolean | Truth, absent: Truth): Claim {
  switch (read.kind) {
    case "known":
      return claim(asTruth(predicate(read.value)), read.place);
    case "absent":
      return claim(absent, read.place);
    case "unknown":
      return claim("unknown", read.place);
  }
}

function asTruth(answer: boolean | Truth): Truth {
  return typeof answer === "boolean" ? truthOf(answer) : answer;
}

/** Absent counts as `no`: give the read its default first where AWS has one. */
export function isTrue(read: Read<boolean>): Claim {
  return whether(read, (value) => value, "no");
}

/** Absent counts as `no`: give the read its default first where AWS has one. */
export function isFalse(read: Read<boolean>): Claim {
  return whether(read, (value) => !value, "no");
}

/** Absent counts as `no`. */
export function equals<T>(read: Read<T>, wanted: T): Claim {
  return whether(read, (value) => value === wanted, "no");
}

/** Absent counts as `no`. */
export function isOneOf<T>(read: Read<T>, wanted: readonly T[]): Claim {
  return whether(read, (value) => wanted.includes(value), "no");
}

/** Absent counts as `no`. */
export function atLeast(read: Read<number>, minimum: number): Claim {
  return whether(read, (value) => value >= minimum, "no");
}

/** Absent counts as `no`. */
export function atMost(read: Read<number>, maximum: number): Claim {
  return whether(read, (value) => value <= maximum, "no");
}

/** Whether the program gives a value at all. A value that is unknown in preview is given: the answer is `yes`. */
export function isGiven(read: Read<unknown>): Claim {
  if (read.kind === "unknown" && read.because === "malformed") return claim("unknown", read.place);
  return claim(truthOf(read.kind !== "absent"), read.place);
}

/** Kleene conjunction; the places are those of the claims that decided. `yes` for none. */
export function every(...claims: readonly Claim[]): Claim {
  return decide(claims, "no", "yes");
}

/** Kleene disjunction; the places are those of the claims that decided. `no` for none. */
export function some(...claims: readonly Claim[]): Claim {
  return decide(claims, "yes", "no");
}

/** Kleene negation, with the same places. */
export function negate(value: Claim): Claim {
  return { truth: not(value.truth), places: value.places };
}

/** One claim with the `decisive` answer settles it, then one `unknown`; else the answer is `otherwise`. */
function decide(claims: readonly Claim[], decisive: Truth, otherwise: Truth): Claim {
  for (const answer of [decisive, "unknown"] as const) {
    const deciding = claims.filter((each) => each.truth === answer);
    if (deciding.length > 0) return { truth: answer, places: deciding.flatMap((each) => each.places) };
  }
  return { truth: otherwise, places: claims.flatMap((each) => each.places) };
}
