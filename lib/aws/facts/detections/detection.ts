import type { PropertyMap } from "../../../core/properties";
import type { Control } from "../../../core/controls";
import { sourceOf } from "./envelope";
import type { CatalogueEvent } from "./event";
import { everydayEvents } from "./everyday";

/** One thing that must not go unnoticed, with the events that show it. */
export interface Detection {
  /** Kebab case; the policy is `alarms-require-<id>`. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The IAM best practice, 1 to 16. */
  readonly practice: number;
  readonly controls: readonly Control[];
  /** Enforcement in the recommended pack, when the stack declares a trail. */
  readonly level: "mandatory" | "advisory";
  /**
   * The core. Where CIS asks for the detection: events its text catches in every version, so that its pattern,
   * copied word for word, satisfies this list.
   */
  readonly mustRing: readonly CatalogueEvent[];
  /** What the same intruder can do beside the core, and later versions of CIS caught or none does. */
  readonly shouldRing: readonly CatalogueEvent[];
  /** Look-alikes of daily work: an alarm that rings for one of them tells nobody anything. */
  readonly mustNotRing: readonly CatalogueEvent[];
  /** A CloudWatch Logs filter pattern that rings for both lists and for no look-alike. */
  readonly suggestedFilterPattern: string;
  /** The same as an EventBridge event pattern; read-only events also need the rule's longer state. */
  readonly suggestedEventPattern: PropertyMap;
}

type Names = Pick<Detection, "id" | "title" | "why" | "practice" | "controls" | "level"> & {
  readonly mustRing: readonly CatalogueEvent[];
  readonly shouldRing: readonly CatalogueEvent[];
  /** Read calls of the same service; the everyday events are added. */
  readonly lookAlikes: readonly CatalogueEvent[];
};

/** A detection of calls by their names: the suggested patterns list the names of its events. */
export function detectionByName({ lookAlikes, ...facts }: Names): Detection {
  const events = [...facts.mustRing, ...facts.shouldRing];
  return {
    ...facts,
    mustNotRing: [...lookAlikes, ...everydayEvents],
    suggestedFilterPattern: filterPatternFor(events),
    suggestedEventPattern: eventPatternFor(events),
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Names the event source too when there is only one: event names are not unique across services. */
function filterPatternFor(events: readonly CatalogueEvent[]): string {
  const names = distinct(events.map(({ eventName }) => eventName));
  const anyName = names.map((name) => `($.eventName = ${name})`).join(" || ");
  const [source, ...others] = distinct(events.map(({ eventSource }) => eventSource));
  if (source === undefined || others.length > 0) return `{ ${anyName} }`;
  return `{ ($.eventSource = ${source}) && (${anyName}) }`;
}

function eventPatternFor(events: readonly CatalogueEvent[]): PropertyMap {
  const sources = distinct(events.map(({ eventSource }) => eventSource));
  return {
    source: sources.map(sourceOf),
    "detail-type": distinct(events.map(({ detailType }) => detailType)),
    detail: { eventSource: sources, eventName: distinct(events.map(({ eventName }) => eventName)) },
  };
}
