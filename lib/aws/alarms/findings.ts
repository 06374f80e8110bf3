import { groupedBy } from "../../core/grouping";
import { type Finding } from "../../core/finding";
import { type CheckContext, type StackSubject, nowhere } from "../../core/policy";
import { type DetectionVerdict, detectionVerdictOf, tamperingVerdictsOf } from "../alarm-path";
import { Trail } from "../cloudtrail/trail";
import { EventRule } from "../events/event-rule";
import { detections } from "../facts/detections/detections";
import { LogMetricFilter } from "../logs/metric-filter";
import { chainOf, eventWords } from "./explain";
import { type EventVerdict } from "./verdict";

/** What a policy about events that must ring has to say. */
export const unnoticedMessages = {
  silent: { what: "{events} would go unnoticed: {chain}{end}", fix: "{fix}." },
  vacuous: {
    what: "{events} would drown: {chain}{end}, and matches `{everyday}` of every day as well",
    fix: "Narrow the pattern to the events of the detection: the policy's page gives one.",
  },
} as const;

/** The subject of the policy for one detection: what the stack's alarms make of it, where they are asked at all. */
export function detectionVerdict(id: string): StackSubject<DetectionVerdict> {
  return {
    scope: "stack",
    types: [...Trail.types, ...LogMetricFilter.types, ...EventRule.types],
    *select(stack, settings) {
      const detection = detections.find((each) => each.id === id);
      const verdict = detection && detectionVerdictOf(stack, settings, detection);
      if (verdict) yield verdict;
    },
  };
}

/** The subject of the policy for each declared trail: what its alarms make of tampering with it. */
export const tamperingVerdicts: StackSubject<readonly EventVerdict[]> = {
  scope: "stack",
  types: Trail.types,
  *select(stack, settings) {
    for (const trail of Trail.allIn(stack)) yield tamperingVerdictsOf(stack, settings, trail);
  },
};

type Context = CheckContext<unknown, typeof unnoticedMessages>;

/**
 * One finding for each hop that keeps events from being noticed, on the resource to change, naming all the events that
 * it stops. Open questions are asked once for each place.
 */
export function* unnoticed(
  verdicts: readonly EventVerdict[],
  { violation, undetermined }: Context,
): Generator<Finding> {
  for (const group of groupedByHop(verdicts)) {
    const [first] = group;
    if (!first) continue;
    const place = first.decisive?.place ?? nowhere;
    const events = eventWords(group.map(({ event }) => event));
    const { chain, end } = toldOnce(first);
    switch (first.verdict) {
      case "rings":
        break;
      case "unproven":
        yield undetermined(place, "silent");
        break;
      case "silent":
        yield violation(place, "silent", { events, chain, end, fix: withoutStop(first.decisive?.fix) });
        break;
      case "vacuous":
        yield violation(place, "vacuous", { events, chain, end, everyday: first.alsoRings?.eventName ?? "anything" });
    }
  }
}

/** Of a hop that a policy of its own reports, the name of that policy says more than the way there. */
function toldOnce(verdict: EventVerdict): ReturnType<typeof chainOf> {
  const { chain, end } = chainOf(verdict);
  const { reportedBy } = verdict.decisive ?? {};
  return reportedBy === undefined ? { chain, end } : { chain: "", end: `${end} (${reportedBy})` };
}

function withoutStop(fix = "Add an alarm."): string {
  return fix.replace(/[.]$/, "");
}

function groupedByHop(verdicts: readonly EventVerdict[]): readonly (readonly EventVerdict[])[] {
  const groups = groupedBy(verdicts, ({ verdict, decisive }) => {
    const { urn, path } = decisive?.place ?? nowhere;
    return `${verdict} ${urn} ${path}`;
  });
  return [...groups.values()];
}
