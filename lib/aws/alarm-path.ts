import { type Stack, oncePerStack } from "../core/resource";
import { type Settings } from "../core/settings";
import { Trail, type TrailView } from "./cloudtrail/trail";
import { EventRule } from "./events/event-rule";
import { type Detection } from "./facts/detections/detection";
import { type CatalogueEvent } from "./facts/detections/event";
import { detections } from "./facts/detections/detections";
import { trailTampering } from "./facts/detections/trail";
import { LogMetricFilter } from "./logs/metric-filter";
import { occurrencesBeside } from "./alarms/occurrence";
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
  return detections.flatMap((detection) => detectionVerdictOf(stack, settings, detection) ?? []);
}

/** The verdict on one detection; `undefined` where the stack has nothing to do with alarms on API calls. */
export function detectionVerdictOf(
  stack: Stack,
  settings: Settings,
  detection: Detection,
): DetectionVerdict | undefined {
  return watchesTrail(stack, settings) ? analysisOf(stack, settings).verdictIfAsked(detection) : undefined;
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

/** One stack with one set of settings: every verdict is computed at most once, and only when it is asked for. */
class Analysis {
  private readonly main: TrailView | undefined;
  private readonly system: AlarmSystem;
  private readonly verdicts = new Map<Detection, DetectionVerdict>();
  private readonly inquiries = new Map<TrailView | undefined, Inquiry>();

  constructor(
    private readonly stack: Stack,
    settings: Settings,
  ) {
    this.main = mainTrail(stack);
    this.system = alarmSystemOf(stack, settings);
  }

  /** Of trails outside the stack, other stacks may watch what this one does not: only what is meant for a detection counts. */
  verdictIfAsked(detection: Detection): DetectionVerdict | undefined {
    const asked = this.main !== undefined || this.hasEntranceFor(detection);
    return asked ? this.verdictOn(detection) : undefined;
  }

  private hasEntranceFor(detection: Detection): boolean {
    const inquiry = this.inquiryBeside(this.main);
    return this.system.entrances.some((entrance) => inquiry.isMeantFor(entrance, detection));
  }

  private verdictOn(detection: Detection): DetectionVerdict {
    const known = this.verdicts.get(detection);
    if (known) return known;
    const mustRing = this.judge(this.main, detection, detection.mustRing);
    const shouldRing = this.judge(this.main, detection, detection.shouldRing);
    const made = { detection, verdict: worstOf(mustRing.map((each) => each.verdict)), mustRing, shouldRing };
    this.verdicts.set(detection, made);
    return made;
  }

  tamperingWith(trail: TrailView): readonly EventVerdict[] {
    if (trail.urn === this.main?.urn) return this.verdictOn(trailTampering).mustRing;
    return this.judge(trail, trailTampering, trailTampering.mustRing);
  }

  /** Judges events as they would happen beside a trail. */
  private judge(
    trail: TrailView | undefined,
    detection: Detection,
    events: readonly CatalogueEvent[],
  ): readonly EventVerdict[] {
    const inquiry = this.inquiryBeside(trail);
    return events.map((event) => verdictOn(this.system, detection, inquiry.occurrenceOf(event), inquiry));
  }

  private inquiryBeside(trail: TrailView | undefined): Inquiry {
    const known = this.inquiries.get(trail);
    if (known) return known;
    const made = new Inquiry(occurrencesBeside(this.stack, trail));
    this.inquiries.set(trail, made);
    return made;
  }
}

const analyses = oncePerStack(() => new WeakMap<Settings, Analysis>());

function analysisOf(stack: Stack, settings: Settings): Analysis {
  const bySettings = analyses(stack);
  const made = bySettings.get(settings) ?? new Analysis(stack, settings);
  bySettings.set(settings, made);
  return made;
}
