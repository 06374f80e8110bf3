import { groupedBy } from "../../core/grouping";
import { type Claim, every, isGiven, isTrue, some, whether } from "../../core/claim";
import { type Read, valueOf } from "../../core/read";
import { type Stack, oncePerStack } from "../../core/resource";
import { any } from "../../core/truth";
import { regionOf } from "../location";
import { recordsAllManagement } from "./coverage";
import { Trail, type TrailView } from "./trail";

/**
 * Whether any trail of the stack is all that `claim` says: then not every one need be. Asked once for a `question`,
 * the words by which the answer is kept. Names a place only where it is open.
 */
export function anyTrail(stack: Stack, question: string, claim: (trail: TrailView) => Claim): Claim {
  const answers = answersOf(stack);
  const made = answers.get(question);
  if (made) return made;
  const { truth, places } = some(...Trail.allIn(stack).map(claim));
  const answer: Claim = { truth, places: truth === "unknown" ? places.slice(0, 1) : [] };
  answers.set(question, answer);
  return answer;
}

const answersOf = oncePerStack(() => new Map<string, Claim>());

/** Whether a trail has Insights of a kind, such as `ApiCallRateInsight`. */
export function hasInsight({ insightTypes }: TrailView, kind: string): Claim {
  return whether(
    insightTypes,
    (types) => any(types.map((type) => whether(type, (name) => name === kind, "no").truth)),
    "no",
  );
}

/** One thing that a trail which an account relies on has. */
export interface TrailQuality {
  /** In words that follow "lacks". */
  readonly what: string;
  readonly has: Claim;
}

/**
 * What makes a trail the one that an account can rely on, all at once. As AWS Config's rule
 * `cloudtrail-security-trail-enabled`, and that it is switched on.
 */
export function qualitiesOf(trail: TrailView): readonly TrailQuality[] {
  return [
    { what: "logging", has: isTrue(trail.enableLogging) },
    { what: "all regions", has: isTrue(trail.isMultiRegionTrail) },
    { what: "global service events", has: isTrue(trail.includeGlobalServiceEvents) },
    { what: "all management events", has: recordsAllManagement(trail.selectors) },
    { what: "log file validation", has: isTrue(trail.enableLogFileValidation) },
    { what: "a KMS key", has: isGiven(trail.kmsKeyId) },
  ];
}

/** Whether a trail has all of it. */
export function isComplete(trail: TrailView): Claim {
  return every(...qualitiesOf(trail).map(({ has }) => has));
}

/** Trails of one provider, so of one account, in one region. */
export interface RegionOfTrails {
  /** The region's name, or "the provider's region". */
  readonly region: string;
  readonly trails: readonly TrailView[];
  /** Trails that may be here too, since their region is not known yet. */
  readonly possible: readonly TrailView[];
}

/** The trails of a stack by home region. Copies that trails of all regions have elsewhere are not counted. */
export function trailsByRegion(stack: Stack): readonly RegionOfTrails[] {
  const placed = Trail.allIn(stack).map((trail): PlacedTrail => ({
    trail,
    provider: trail.resource.provider?.urn ?? "",
    region: regionOf(trail.resource),
  }));
  const isOpen = ({ region }: PlacedTrail) => region.kind === "unknown";
  const open = groupedBy(placed.filter(isOpen), ({ provider }) => provider);
  const groups = groupedBy(
    placed.filter((each) => !isOpen(each)),
    ({ provider, region }) => `${provider} ${valueOf(region) ?? ""}`,
  );
  return [...groups.values()].map((group) => ({
    region: (group[0] && valueOf(group[0].region)) ?? "the provider's region",
    trails: group.map(({ trail }) => trail),
    possible: (open.get(group[0]?.provider ?? "") ?? []).map(({ trail }) => trail),
  }));
}

interface PlacedTrail {
  readonly trail: TrailView;
  /** URN of the provider; trails of one provider are in one account. */
  readonly provider: string;
  readonly region: Read<string>;
}
