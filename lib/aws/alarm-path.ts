import { type Stack, oncePerStack } from "../core/resource";
import { type Settings } from "../core/settings";
import { Trail, type TrailView } from "./cloudtrail/trail";
import { EventRule } from "./events/event-rule";
import { type Detection } from "./facts/detections/detection";
import { type CatalogueEvent } from "./facts/detections/event";
import { catalogue, detections } from "./facts/detections/detections";
import { trailTampering } from "./facts/detections/trail";
import { LogMetricFilter } from "./logs/metric-filter";
import { occurrencesOf } from "./alarms/occurrence";
import { alarmSystemOf, mainTrail } from "./alarms/system";
import { type EventVerdict, Inquiry, type AlarmSystem, type Verdict, verdictOn } from "./alarms/verdict";

/** What a stack's alarms make of a detection. */
export interface DetectionVerdict {
  readonly detection: Detection;
  /** The worst of the events that must ring: `silent`, then `vacuous`, then `unproven`. */
  readonly verdict: Verdict;
  readonly mustRing: readonly EventVerdict[];
  /** They decide nothing; reports show them. */
  readonly shouldRing: readonly EventVerdict[];
}

/** The verdict on every detection, in the order of the catalogue. Empty where the stack has nothing to do with alarms on API calls. */
export function detectionVerdictsOf(stack: Stack, settings: Settings): readonly DetectionVerdict[] {
  return analysisOf(stack, settings).verdicts();
}

/** The verdicts on the tampering with one trail, by the calls that stop, delete or change it. */
export function tamperingVerdictsOf(stack: Stack, settings: Settings, trail: TrailView): readonly EventVerdict[] {
  return analysisOf(stack, settings).tamperingWith(trail);
}

/**
 * Whether a stack is asked at all: it declares a trail, or the settings name trails outside and it declares what could
 * ring for them.
 */
export function watchesTrail(stack: Stack, settings: Settings): boolean {
  if (Trail.allIn(stack).length > 0) return true;
  return settings.externalTrails.length > 0 && declaresAlarms(stack);
}

/** Metric filters, and rules with a pattern. */
function declaresAlarms(stack: Stack): boolean {
  const rules = EventRule.allIn(stack).filter(({ eventPattern }) => eventPattern.kind !== "absent");
  return LogMetricFilter.allIn(stack).length > 0 || rules.length > 0;
}

/** The worst first. */
const severity: readonly Verdict[] = ["silent", "vacuous", "unproven", "rings"];

/** The worst of several verdicts; `rings` for none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return severity.find((verdict) => verdicts.includes(verdict)) ?? "rings";
}

/** One stack with one set of settings: every verdict is computed at most once. */
class Analysis {
  private readonly main: TrailView | undefined;
  private declared: AlarmSystem | undefined;
  private made: readonly DetectionVerdict[] | undefined;

  constructor(
    private readonly stack: Stack,
    private readonly settings: Settings,
  ) {
    this.main = mainTrail(stack);
  }

  verdicts(): readonly DetectionVerdict[] {
    this.made ??= watchesTrail(this.stack, this.settings) ? this.judgeAll() : [];
    return this.made;
  }

  private get system(): AlarmSystem {
    this.declared ??= alarmSystemOf(this.stack, this.settings);
    return this.declared;
  }

  tamperingWith(trail: TrailView): readonly EventVerdict[] {
    const main = this.main?.urn === trail.urn;
    const known = main ? this.verdicts().find(({ detection }) => detection === trailTampering) : undefined;
    return known?.mustRing ?? this.judgeBeside(trail)(trailTampering, trailTampering.mustRing);
  }

  private judgeAll(): readonly DetectionVerdict[] {
    const judge = this.judgeBeside(this.main);
    return detections.map((detection) => {
      const mustRing = judge(detection, detection.mustRing);
      const verdict = worstOf(mustRing.map((each) => each.verdict));
      return { detection, verdict, mustRing, shouldRing: judge(detection, detection.shouldRing) };
    });
  }

  /** Judges events as they would happen beside a trail. */
  private judgeBeside(trail: TrailView | undefined) {
    const made = occurrencesOf(this.stack, trail, catalogue());
    const occurrences = new Map(made.map((occurrence) => [occurrence.event, occurrence] as const));
    const inquiry = new Inquiry(occurrences);
    return (detection: Detection, events: readonly CatalogueEvent[]) =>
      events.flatMap((event) => {
        const occurrence = occurrences.get(event);
        return occurrence ? [verdictOn(this.system, detection, occurrence, inquiry)] : [];
      });
  }
}

const analyses = oncePerStack(() => new WeakMap<Settings, Analysis>());

function analysisOf(stack: Stack, settings: Settings): Analysis {
  const bySettings = analyses(stack);
  const made = bySettings.get(settings) ?? new Analysis(stack, settings);
  bySettings.set(settings, made);
  return made;
}
