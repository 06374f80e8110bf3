/**
 * The three answers a policy can give. `unknown` means that a value is not known yet (in a preview) or
 * that AWS does not document what happens; it is never rounded to one of the other two.
 */
export type Truth = "yes" | "no" | "unknown";

/** `yes` for true, `no` for false. */
export function truthOf(value: boolean): Truth {
  return value ? "yes" : "no";
}

/** Kleene negation: `not("unknown")` stays `unknown`. */
export function not(value: Truth): Truth {
  switch (value) {
    case "yes":
      return "no";
    case "no":
      return "yes";
    case "unknown":
      return "unknown";
  }
}

/** Kleene conjunction: one `no` decides; without one, an `unknown` keeps the answer open. `yes` for none. */
export function all(values: Iterable<Truth>): Truth {
  let answer: Truth = "yes";
  for (const value of values) {
    if (value === "no") return "no";
    if (value === "unknown") answer = "unknown";
  }
  return answer;
}

/** Kleene disjunction: one `yes` decides; without one, an `unknown` keeps the answer open. `no` for none. */
export function any(values: Iterable<Truth>): Truth {
  let answer: Truth = "no";
  for (const value of values) {
    if (value === "yes") return "yes";
    if (value === "unknown") answer = "unknown";
  }
  return answer;
}
