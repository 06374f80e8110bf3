import { type Stack } from "../../core/resource";
import { matchesFilterPattern } from "../../patterns/filter-pattern/match";
import { type FilterPattern, type InvalidFilterPattern } from "../../patterns/filter-pattern/model";
import { parseFilterPattern } from "../../patterns/filter-pattern/parse";
import { contradiction } from "../../patterns/filter-pattern/scope";
import { type Claim, claim, some } from "../../core/claim";
import { mapRead } from "../../core/read";
import { truthOf } from "../../core/truth";
import { Trail } from "../cloudtrail/trail";
import { recordFor } from "../facts/detections/event";
import { catalogue } from "../facts/detections/detections";
import { LogGroup } from "../logs/log-group";
import { type LogMetricFilterView } from "../logs/metric-filter";
import { referenceOf } from "../references";
import { type Link, broken, holding, unproven } from "./link";

/**
 * Whether a metric filter tells anything: it can match some log event and, where it reads a trail's log group, not each
 * of them. A pattern that was left empty on purpose counts them all, and is let be.
 */
export function filterLink(stack: Stack, filter: LogMetricFilterView): Link {
  const pattern = mapRead(filter.pattern, parseFilterPattern);
  const hop = { from: filter.urn, to: filter.urn, place: pattern.place };
  const named = `filter \`${filter.name}\``;
  if (pattern.kind !== "known") return unproven(hop, `the pattern of ${named} is not known yet`);
  if (pattern.value.kind === "invalid")
    return broken(hop, `the pattern of ${named} is invalid: ${problemOf(pattern.value)}`, fixOf(pattern.value));
  const conflict = contradiction(pattern.value);
  if (conflict.truth === "yes") {
    const what = `${named} never matches: no event satisfies \`${conflict.clause ?? ""}\``;
    return broken(hop, what, "Join alternatives with `||`; what `&&` joins must hold at once.");
  }
  const trail = readsTrail(stack, filter);
  if (trail.truth !== "no" && matchesEverything(pattern.value)) {
    if (trail.truth === "unknown")
      return unproven(
        { ...hop, place: trail.places[0] ?? hop.place },
        `whether ${named} reads a trail is not known yet`,
      );
    const what = `${named} matches every event of the trail, so its alarm rings all day`;
    return broken(
      hop,
      what,
      "Ask for what the alarm is about; of several `!=` on one field, `||` lets everything through.",
    );
  }
  return holding(hop, `${named} may match`);
}

function problemOf({ problem, position }: InvalidFilterPattern): string {
  return `${problem} at character ${position + 1}`;
}

function fixOf({ suggestion }: InvalidFilterPattern): string {
  return suggestion === undefined ? "Write a valid pattern." : `Write \`${suggestion}\`.`;
}

/** Whether the filter reads the log group of a trail of the stack. */
function readsTrail(stack: Stack, filter: LogMetricFilterView): Claim {
  const group = referenceOf(stack, filter.resource, filter.logGroupName, LogGroup.types);
  const trails = Trail.allIn(stack);
  if (group.kind === "unknown") return claim(trails.length === 0 ? "no" : "unknown", group.place);
  if (group.kind !== "resource") return claim("no", group.place);
  return some(
    ...trails.map((trail) => {
      const target = referenceOf(stack, trail.resource, trail.cloudWatchLogsGroupArn, LogGroup.types);
      if (target.kind === "unknown") return claim("unknown", target.place);
      return claim(truthOf(target.kind === "resource" && target.resource === group.resource), target.place);
    }),
  );
}

/** Whether a pattern that asks for something takes every event of the catalogue, everyday ones included. */
function matchesEverything(pattern: FilterPattern): boolean {
  if (pattern.form.language !== "json") return false;
  return catalogue().every((event) => matchesFilterPattern(pattern, recordFor(event)).truth === "yes");
}
