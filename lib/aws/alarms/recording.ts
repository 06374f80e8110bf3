import { isFalse, isTrue } from "../../core/claim";
import { type Place } from "../../core/read";
import { type Truth, all, any, not } from "../../core/truth";
import { recordsEvent } from "../cloudtrail/selectors";
import { type TrailView } from "../cloudtrail/trail";
import { type Link, weakest } from "./link";
import { type Occurrence, appearsBeside } from "./occurrence";

/** Whether a trail records an occurrence: it logs, covers the region where the record appears, and selects the event. */
export function recordingLink(trail: TrailView, occurrence: Occurrence): Link {
  const links = [logging(trail), coversRegion(trail, occurrence), selects(trail, occurrence)];
  const decisive = weakest(links);
  if (decisive) return decisive;
  const assumptions = links.flatMap((link) => link.assumptions);
  return { ...base(trail), truth: "yes", what: `trail \`${trail.name}\``, place: trail.place, assumptions };
}

/** The recording of a trail outside the stack, which the organization's settings vouch for. */
export function externalRecording(pattern: string): Link {
  return {
    truth: "yes",
    from: "",
    to: "",
    what: `trail \`${pattern}\` outside the stack`,
    place: { urn: "", path: "" },
    assumptions: [`trail \`${pattern}\` records the management events of this account in all regions`],
  };
}

function base(trail: TrailView) {
  return { from: "", to: trail.urn, assumptions: [], named: `trail \`${trail.name}\`` };
}

function logging(trail: TrailView): Link {
  const { truth } = isTrue(trail.enableLogging);
  const what = truth === "no" ? `trail \`${trail.name}\` is switched off` : notKnown(trail, "enableLogging");
  const reportedBy = "cloudtrail-require-logging";
  const { place } = trail.enableLogging;
  return { ...base(trail), truth, what, fix: "Set `enableLogging: true`.", reportedBy, place };
}

/**
 * A trail of one region records what appears in that region. Events of global services appear in us-east-1; a trail of
 * all regions gets them too.
 */
function coversRegion(trail: TrailView, occurrence: Occurrence): Link {
  const multiRegion = isTrue(trail.isMultiRegionTrail).truth;
  const here = appearsBeside(occurrence, trail.resource);
  const located = any([multiRegion, here]);
  if (located !== "yes") return elsewhere(trail, occurrence, located);
  const global = globalEvents(trail, occurrence);
  const what =
    global === "no"
      ? `trail \`${trail.name}\` leaves out global services, and \`${occurrence.event.eventName}\` is an event of one`
      : notKnown(trail, "includeGlobalServiceEvents");
  const fix = "Set `includeGlobalServiceEvents: true`.";
  if (global !== "yes") {
    const reportedBy = "cloudtrail-require-global-service-events";
    return { ...base(trail), truth: global, what, fix, reportedBy, place: trail.includeGlobalServiceEvents.place };
  }
  return {
    ...base(trail),
    truth: "yes",
    what: "",
    place: trail.place,
    assumptions: regionAssumptions(trail, occurrence),
  };
}

function elsewhere(trail: TrailView, { event }: Occurrence, truth: Truth): Link {
  const recorded =
    event.lands === "us-east-1" ? "which is recorded in us-east-1" : "which may be recorded in another region";
  const what =
    truth === "no"
      ? `trail \`${trail.name}\` records one region only and never sees \`${event.eventName}\`, ${recorded}`
      : `whether trail \`${trail.name}\`, of one region, sees \`${event.eventName}\` is not known`;
  const reportedBy = "cloudtrail-require-multi-region";
  const { place } = trail.isMultiRegionTrail;
  return { ...base(trail), truth, what, fix: "Set `isMultiRegionTrail: true`.", reportedBy, place };
}

/** What a trail of one region misses is the business of a policy of its own; here it is an assumption. */
function regionAssumptions(trail: TrailView, { event }: Occurrence): readonly string[] {
  if (event.lands !== "caller-region" || isTrue(trail.isMultiRegionTrail).truth === "yes") return [];
  if (event.eventSource === "cloudtrail.amazonaws.com") return [];
  return [`the call is made in the region of trail \`${trail.name}\`, the only one it records`];
}

/** AWS documents the switch for IAM, STS and CloudFront; whether sign-ins of the root user follow it is left open. */
function globalEvents(trail: TrailView, { event }: Occurrence): Truth {
  if (event.lands !== "us-east-1") return "yes";
  const left = isFalse(trail.includeGlobalServiceEvents).truth;
  const concerned: Truth = event.eventSource === "signin.amazonaws.com" ? "unknown" : "yes";
  return not(all([left, concerned]));
}

function selects(trail: TrailView, { event, ways }: Occurrence): Link {
  const record = ways[0]?.[0]?.record;
  const recording = record && recordsEvent(trail.selectors, record);
  const place: Place = recording?.places[0] ?? trail.place;
  const truth = recording?.truth ?? "unknown";
  const why = recording?.why ?? "its record is not known";
  const verb = truth === "no" ? "does not record" : "may not record";
  const what = `trail \`${trail.name}\` ${verb} \`${event.eventName}\`: ${why}`;
  const reportedBy = "cloudtrail-require-management-events";
  return { ...base(trail), truth, what, fix: selectorFix(event.readOnly), reportedBy, place };
}

function selectorFix(readOnly: boolean): string {
  const type = readOnly ? '`readWriteType: "All"`' : '`readWriteType: "All"` (or `"WriteOnly"`)';
  return `Give the trail an event selector with \`includeManagementEvents: true\`, ${type} and no \`excludeManagementEventSources\`, or no selectors at all.`;
}

function notKnown(trail: TrailView, property: string): string {
  return `\`${property}\` of trail \`${trail.name}\` is known only after deployment`;
}
