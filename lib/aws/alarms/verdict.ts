import { type Truth, all, any } from "../../core/truth";
import { type Detection } from "../facts/detections/detection";
import { type CatalogueEvent } from "../facts/detections/event";
import { type Link } from "./link";
import { type Occurrence } from "./occurrence";
import { type Path, assumptionsOf, best, bestPath, brokenLink, holds, openLink } from "./way";

/**
 * `rings`: somebody hears of the event, and not of everyday events through the same filter or rule. `silent`: nobody
 * does. `vacuous`: somebody does, but hears of everyday events just as much. `unproven`: it cannot be told.
 */
export type Verdict = "rings" | "silent" | "vacuous" | "unproven";

/** Where events enter the alarm system: a metric filter on a trail's log group, or a rule on an event bus. */
export interface Entrance {
  /** The hops from the call up to and with this filter or rule. The last of them is the match. */
  head(occurrence: Occurrence): Path;
  /** Whether its pattern takes the event, where the last hop of the head asks for more than that. */
  takes?(occurrence: Occurrence): Truth;
  /** The best way on from here; the same for every event. */
  readonly tail: Path;
  /** Whether somebody vouches for what lies behind it, so that its answer to everyday events is not asked. */
  readonly vouched: boolean;
}

/** The ways of a stack: its entrances, and for each place without a fitting entrance the path that ends there. */
export interface AlarmSystem {
  readonly entrances: readonly Entrance[];
  /** What is said where no entrance is meant for an event: it never holds. */
  deadEnds(occurrence: Occurrence): readonly Path[];
}

export interface EventVerdict {
  readonly event: CatalogueEvent;
  readonly verdict: Verdict;
  /** The path that rings, or that comes nearest: up to and with the hop that decides. */
  readonly path: Path;
  /** The hop that is broken (`silent`), open (`unproven`), or that lets everyday events pass too (`vacuous`). */
  readonly decisive?: Link;
  /** Only for `vacuous`: an everyday event that rings as well. */
  readonly alsoRings?: CatalogueEvent;
  readonly assumptions: readonly string[];
}

/** An entrance asked about one event. */
interface Way {
  readonly entrance: Entrance;
  readonly path: Path;
  readonly truth: Truth;
}

/**
 * The verdict on one event of a detection, from every way it could take.
 *
 * For a way, `reaches` is whether all its hops hold, and `everyday` whether it rings for a look-alike too.
 *
 * | some way                                      | verdict    | why                                                |
 * |-----------------------------------------------|------------|----------------------------------------------------|
 * | reaches yes, everyday no                      | `rings`    | one alarm is enough                                |
 * | reaches yes or unknown, everyday no or unknown | `unproven` | it may turn out to ring                            |
 * | reaches yes, everyday yes                     | `vacuous`  | heard, but nobody listens to what always rings     |
 * | reaches unknown, everyday yes                 | `unproven` | it is vacuous or silent                            |
 * | none                                          | `silent`   | every way has a broken hop                         |
 *
 * The first row that fits decides.
 */
export function verdictOn(
  system: AlarmSystem,
  detection: Detection,
  occurrence: Occurrence,
  asked: Inquiry,
): EventVerdict {
  const { event } = occurrence;
  const ways = system.entrances.flatMap((entrance) => wayThrough(entrance, asked.answer(entrance, occurrence)));
  const everyday = new Map(ways.map((way) => [way, asked.everyday(way.entrance, detection)]));
  const discriminating = (way: Way) => everyday.get(way)?.truth ?? "no";
  const ringing = ways.filter((way) => way.truth === "yes" && discriminating(way) === "no");
  if (ringing.length > 0) return ringingVerdict(event, ringing);
  const possible = ways.filter((way) => discriminating(way) !== "yes");
  if (possible.length > 0) return unproven(event, possible, everyday);
  const heard = ways.find((way) => way.truth === "yes");
  if (heard) return vacuous(event, heard, everyday.get(heard)?.event);
  if (ways.length > 0) return unproven(event, ways, everyday);
  return silent(system, detection, occurrence, asked);
}

/** Nothing where the way is surely broken. */
function wayThrough(entrance: Entrance, { reaches, head }: EntranceAnswer): readonly Way[] {
  const truth = all([reaches, holds(entrance.tail)]);
  return truth === "no" ? [] : [{ entrance, path: [...head, ...entrance.tail], truth }];
}

function ringingVerdict(event: CatalogueEvent, ways: readonly Way[]): EventVerdict {
  const path = bestPath(ways.map((way) => way.path)) ?? [];
  return { event, verdict: "rings", path, assumptions: assumptionsOf(path) };
}

function unproven(event: CatalogueEvent, ways: readonly Way[], everyday: ReadonlyMap<Way, Everyday>): EventVerdict {
  const path = bestPath(ways.map((way) => way.path)) ?? [];
  const way = ways.find((each) => each.path === path);
  const decisive = openLink(path) ?? (way && everyday.get(way)?.link);
  const upTo = decisive ? pathUpTo(path, decisive) : path;
  return { event, verdict: "unproven", path: upTo, ...(decisive && { decisive }), assumptions: assumptionsOf(upTo) };
}

function vacuous(event: CatalogueEvent, { path, entrance }: Way, alsoRings: CatalogueEvent | undefined): EventVerdict {
  const decisive = path[path.length - entrance.tail.length - 1];
  return {
    event,
    verdict: "vacuous",
    path,
    ...(decisive && { decisive }),
    ...(alsoRings && { alsoRings }),
    assumptions: assumptionsOf(path),
  };
}

/**
 * The path that comes nearest to ringing. A filter or rule that does not match explains nothing unless it is meant for
 * the detection, which shows in its matching another event of it: else the dead end says that there is none.
 */
function silent(system: AlarmSystem, detection: Detection, occurrence: Occurrence, asked: Inquiry): EventVerdict {
  const meant = system.entrances.flatMap((entrance) => {
    if (asked.takes(entrance, occurrence) === "no" && !asked.isMeantFor(entrance, detection)) return [];
    const head = entrance.head(occurrence);
    return [{ path: [...head, ...entrance.tail], headLength: head.length, meant: 1 }];
  });
  const dead = system.deadEnds(occurrence).map((path) => ({ path, headLength: path.length, meant: 0 }));
  const open = dead.find(({ path }) => holds(path) !== "no");
  if (open && meant.length === 0) return openEnd(occurrence.event, open.path);
  const nearest = best([...meant, ...dead], ({ path, headLength, meant: isMeant }) => {
    const at = path.findIndex(({ truth }) => truth === "no");
    const fromMatch = at - (headLength - 1);
    return [Math.max(fromMatch, -2), isMeant];
  });
  const path = nearest?.path ?? [];
  const decisive = brokenLink(path);
  const upTo = decisive ? pathUpTo(path, decisive) : path;
  return { event: occurrence.event, verdict: "silent", path: upTo, ...(decisive && { decisive }), assumptions: [] };
}

/** What lies beyond cannot be seen. */
function openEnd(event: CatalogueEvent, path: Path): EventVerdict {
  const decisive = openLink(path);
  return { event, verdict: "unproven", path, ...(decisive && { decisive }), assumptions: assumptionsOf(path) };
}

function pathUpTo(path: Path, link: Link): Path {
  const at = path.indexOf(link);
  return at < 0 ? path : path.slice(0, at + 1);
}

/** Whether an entrance lets a look-alike through, the first that it does, and the hop that says so. */
interface Everyday {
  readonly truth: Truth;
  readonly event?: CatalogueEvent;
  readonly link?: Link;
}

/** What an entrance makes of an event. */
interface EntranceAnswer {
  /** Whether all hops up to and with the entrance hold. */
  readonly reaches: Truth;
  /** Whether the filter or rule matches. */
  readonly matches: Truth;
  /** The hops; empty where they do not hold, since nearly all do not, and few are ever told. */
  readonly head: Path;
}

const passedBy: Readonly<Record<Truth, EntranceAnswer>> = {
  yes: { reaches: "no", matches: "yes", head: [] },
  no: { reaches: "no", matches: "no", head: [] },
  unknown: { reaches: "no", matches: "unknown", head: [] },
};

/** Asks each entrance about each event once. */
export class Inquiry {
  private readonly heard = new Map<Entrance, Map<Occurrence, EntranceAnswer>>();
  private readonly taken = new Map<Entrance, Map<Occurrence, Truth>>();
  private readonly answers = new Map<Entrance, Map<string, Everyday>>();

  /** `occurrenceOf`: an event of the catalogue as it would happen here. */
  constructor(readonly occurrenceOf: (event: CatalogueEvent) => Occurrence) {}

  answer(entrance: Entrance, occurrence: Occurrence): EntranceAnswer {
    const known = this.heard.get(entrance) ?? new Map<Occurrence, EntranceAnswer>();
    this.heard.set(entrance, known);
    const made = known.get(occurrence) ?? answerOf(entrance.head(occurrence));
    known.set(occurrence, made);
    return made;
  }

  everyday(entrance: Entrance, detection: Detection): Everyday {
    const known = this.answers.get(entrance) ?? new Map<string, Everyday>();
    this.answers.set(entrance, known);
    const made = known.get(detection.id) ?? this.askEveryday(entrance, detection);
    known.set(detection.id, made);
    return made;
  }

  /** Whether the pattern of an entrance takes an event, whatever else is in the way. */
  takes(entrance: Entrance, occurrence: Occurrence): Truth {
    if (!entrance.takes) return this.answer(entrance, occurrence).matches;
    const known = this.taken.get(entrance) ?? new Map<Occurrence, Truth>();
    this.taken.set(entrance, known);
    const made = known.get(occurrence) ?? entrance.takes(occurrence);
    known.set(occurrence, made);
    return made;
  }

  /** Whether an entrance surely matches an event of the detection. */
  isMeantFor(entrance: Entrance, { mustRing, shouldRing }: Detection): boolean {
    return [...mustRing, ...shouldRing].some((event) => this.takes(entrance, this.occurrenceOf(event)) === "yes");
  }

  private askEveryday(entrance: Entrance, detection: Detection): Everyday {
    if (entrance.vouched) return { truth: "no" };
    const answers = detection.mustNotRing.map((event) => ({
      event,
      ...this.answer(entrance, this.occurrenceOf(event)),
    }));
    const truth = any(answers.map(({ reaches }) => reaches));
    if (truth === "no") return { truth };
    const shown = answers.find(({ reaches }) => reaches === truth);
    const link = shown && openLink(shown.head);
    return { truth, ...(shown && { event: shown.event }), ...(link && { link }) };
  }
}

function answerOf(head: Path): EntranceAnswer {
  const reaches = holds(head);
  const matches = head.at(-1)?.truth ?? "no";
  return reaches === "no" ? passedBy[matches] : { reaches, matches, head };
}
