import { type Claim, every, isGiven, isTrue, some, whether } from "../../core/claim";
import { valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { any } from "../../core/truth";
import { regionOf } from "../location";
import { recordsAllManagement } from "./coverage";
import { Trail, type TrailView } from "./trail";

/** Whether any other trail of the stack is all that `claim` says: then this one need not be. */
export function anotherTrail(stack: Stack, trail: TrailView, claim: (other: TrailView) => Claim): Claim {
  return some(...Trail.allIn(stack).flatMap((other) => (other === trail ? [] : [claim(other)])));
}

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
  const groups = new Map<string, { readonly region: string; readonly account: string; readonly trails: TrailView[] }>();
  const open: TrailView[] = [];
  for (const trail of Trail.allIn(stack)) {
    const region = regionOf(trail.resource);
    if (region.kind === "unknown") {
      open.push(trail);
      continue;
    }
    const account = accountKey(trail);
    const name = valueOf(region) ?? "the provider's region";
    const group = groups.get(`${account} ${name}`) ?? { region: name, account, trails: [] };
    group.trails.push(trail);
    groups.set(`${account} ${name}`, group);
  }
  return [...groups.values()].map(({ region, account, trails }) => ({
    region,
    trails,
    possible: open.filter((trail) => accountKey(trail) === account),
  }));
}

function accountKey(trail: TrailView): string {
  return trail.resource.provider?.urn ?? "";
}
