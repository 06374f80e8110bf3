import type { PropertyValue } from "../../core/properties";
import { all, any, type Truth } from "../../core/truth";
import type { Answer } from "../answer";
import { eventFields, merged, type EventFields, type Membership } from "./event";
import type { Branch, EventPattern, FieldPattern } from "./model";
import { testValue } from "./test-value";

/** Combinations of list elements that are tried before the answer is left open. */
const mostTrials = 200_000;

/**
 * Whether a rule with this pattern takes the event. Definite unless a part of the pattern or of the event is unknown
 * or the service may refuse the pattern. `event` is a JSON text or a property, or is laid out already.
 */
export function matchesEventPattern(pattern: EventPattern, event: PropertyValue | EventFields): Answer {
  const [doubt] = pattern.doubts;
  if (doubt !== undefined) return { truth: "unknown", reason: doubt };
  const fields = isLaidOut(event) ? event : eventFields(event);
  if (fields === undefined) return { truth: "no" };
  const work = { trials: 0 };
  const truth = any(pattern.branches.map((branch) => matchesBranch(branch, fields, work)));
  if (truth !== "unknown") return { truth };
  return { truth, reason: work.trials > mostTrials ? "too many combinations of list elements" : notYetKnown };
}

const notYetKnown = "a part of the pattern or of the event is known only after deployment";

/** A layout is recognised by its map: no property is a `Map`. */
function isLaidOut(event: PropertyValue | EventFields): event is EventFields {
  return typeof event === "object" && event !== null && "byPath" in event && event.byPath instanceof Map;
}

interface Work {
  trials: number;
}

/** Fields that matched so far need one element of each list; what is still open makes the whole open. */
interface Trail {
  readonly membership: Membership;
  readonly truth: Exclude<Truth, "no">;
}

function matchesBranch(branch: Branch, event: EventFields, work: Work): Truth {
  let trails: readonly Trail[] = [{ membership: new Map(), truth: "yes" }];
  for (const field of branch.fields) {
    const open = branch.unknownBelow.some((path) => isBelow(field.path, path));
    trails = distinct(trails.flatMap((trail) => follow(trail, field, event, work)));
    if (open) trails = [{ membership: new Map(), truth: "unknown" }];
    if (trails.length === 0) return "no";
    if (work.trials > mostTrials) return "unknown";
  }
  const rest: Truth = branch.unknownBelow.length > 0 ? "unknown" : "yes";
  return all([any(trails.map((trail) => trail.truth)), rest]);
}

/** The ways in which a field can match after the ones before it, in the order of their paths as event-ruler does. */
function follow(trail: Trail, field: FieldPattern, event: EventFields, work: Work): readonly Trail[] {
  const result: Trail[] = [];
  for (const { value, membership } of candidates(field.path, event)) {
    work.trials++;
    if (work.trials > mostTrials) break;
    const together = merged(trail.membership, membership);
    if (together === undefined) continue;
    const truth = all([trail.truth, any(field.tests.map((test) => testValue(test, value)))]);
    if (truth !== "no") result.push({ membership: together, truth });
  }
  const absent = all([trail.truth, absence(trail, field, event)]);
  if (absent !== "no") result.push({ membership: trail.membership, truth: absent });
  return result;
}

function candidates(
  path: string,
  event: EventFields,
): EventFields["byPath"] extends ReadonlyMap<string, infer F> ? F : never {
  const known = event.byPath.get(path) ?? [];
  const hidden = event.unknown.filter((part) => part.path !== path && isBelow(path, part.path));
  if (hidden.length === 0) return known;
  return [...known, ...hidden.map(({ membership }) => ({ value: { kind: "unknown" as const }, membership }))];
}

/**
 * Whether `exists: false` holds: no value at this path goes together with the elements chosen so far. On a trail
 * that is open the choice is not certain, so a value that stands there decides nothing.
 */
function absence(trail: Trail, field: FieldPattern, event: EventFields): Truth {
  const wanted = any(
    field.tests.map((test) => {
      if (test.kind === "unknown") return "unknown";
      return test.kind === "exists" && !test.wanted ? "yes" : "no";
    }),
  );
  if (wanted === "no") return "no";
  const present = candidates(field.path, event).filter(
    ({ membership }) => merged(trail.membership, membership) !== undefined,
  );
  if (present.length === 0) return wanted;
  const certain = trail.truth === "yes" && present.some(({ value }) => value.kind !== "unknown");
  return certain ? "no" : "unknown";
}

/** Whether `path` is `ancestor` or lies under it; everything lies under the empty path. */
function isBelow(path: string, ancestor: string): boolean {
  return ancestor === "" || path === ancestor || path.startsWith(`${ancestor}.`);
}

/** One trail for each set of elements: a certain one before an open one. */
function distinct(trails: readonly Trail[]): readonly Trail[] {
  if (trails.length <= 1) return trails;
  const byElements = new Map<string, Trail>();
  for (const trail of trails) {
    const key = [...trail.membership].sort(([one], [other]) => one - other).join(";");
    if (byElements.get(key)?.truth !== "yes") byElements.set(key, trail);
  }
  return [...byElements.values()];
}
