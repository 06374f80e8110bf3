import { type Claim, claim, whether } from "../../core/claim";
import { valueOf } from "../../core/read";
import { type Stack } from "../../core/resource";
import { type Settings } from "../../core/settings";
import { type Truth, truthOf } from "../../core/truth";
import { accountIn, accountOfResource } from "../accounts";
import { groupNameOf, isExternalGroup } from "../alarms/delivery";
import { parseArn } from "../arn";
import { regionOf, sameRegion } from "../location";
import { LogGroup } from "../logs/log-group";
import { type Reference, referenceOf } from "../references";
import { type TrailView } from "./trail";

type LogGroupView = ReturnType<typeof LogGroup.view>;
type Found = Extract<Reference, { kind: "resource" | "external" }>;

/**
 * Whether the ARN by which a trail names its log group is of the trail's own region, since CloudTrail delivers to no
 * other ("Sending events to CloudWatch Logs", CloudTrail user guide, read 2026-11). `yes` for a text without a region.
 */
export function namesOwnRegion(trail: TrailView): Claim {
  return whether(trail.cloudWatchLogsGroupArn, (text) => isRegionOf(trail, parseArn(text)?.region ?? ""), "yes");
}

function isRegionOf({ resource }: TrailView, region: string): Truth {
  const own = valueOf(regionOf(resource));
  if (region === "" || region === own) return "yes";
  return own === undefined ? "unknown" : "no";
}

/** The log group that a trail names, in the stack or outside it, with what speaks for its being the one that is meant. */
export interface LogGroupChoice {
  /** What messages call it: its logical name, or the name in its ARN. */
  readonly group: string;
  /** Whether it is in the trail's region. */
  readonly isNear: Claim;
  /** Whether it is in the trail's account. */
  readonly isOwn: Claim;
  /** Whether it is not a slip for `instead`. */
  readonly isMeant: Claim;
  /** The name, as AWS knows it, of the group of the stack that is meant; "" where there is none. */
  readonly instead: string;
}

/** The log group that a trail names; `undefined` where that is nothing, or not known at all. */
export function logGroupChoice(stack: Stack, settings: Settings, trail: TrailView): LogGroupChoice | undefined {
  const reference = referenceOf(stack, trail.resource, trail.cloudWatchLogsGroupArn, LogGroup.types);
  if (reference.kind === "absent" || reference.kind === "unknown") return undefined;
  const meant = reference.kind === "external" ? groupMeantBy(stack, settings, trail, reference.text) : undefined;
  return {
    group: reference.kind === "resource" ? reference.resource.name : groupNameOf(reference.text ?? ""),
    isNear: isNear(trail, reference),
    isOwn: isInOwnAccount(stack, trail, reference),
    isMeant: claim(truthOf(meant === undefined), reference.place),
    instead: (meant && valueOf(meant.groupName)) ?? "",
  };
}

/** Where the text says another region, that is one finding already. */
function isNear(trail: TrailView, reference: Found): Claim {
  if (reference.kind === "external" || namesOwnRegion(trail).truth === "no") return claim("yes", reference.place);
  return claim(sameRegion(trail.resource, reference.resource), reference.place);
}

/** Left open for an organization's trail, which is in the management account also where another account declares it. */
function isInOwnAccount(stack: Stack, trail: TrailView, reference: Found): Claim {
  const { place } = reference;
  const group = reference.kind === "resource" ? reference.resource : undefined;
  const text = valueOf(trail.cloudWatchLogsGroupArn) ?? "";
  const account = accountIn(text) ?? (group && accountOfResource(stack, group));
  const own = accountOfResource(stack, trail.resource);
  if (account !== undefined && account === own) return claim("yes", place);
  if (account === undefined && group?.provider?.urn === trail.resource.provider?.urn) return claim("yes", place);
  const isOpen = account === undefined || own === undefined || valueOf(trail.isOrganizationTrail) !== false;
  return claim(isOpen ? "unknown" : "no", place);
}

function groupMeantBy(
  stack: Stack,
  settings: Settings,
  trail: TrailView,
  text: string | undefined,
): LogGroupView | undefined {
  if (text === undefined || isExternalGroup(settings, text)) return undefined;
  const name = groupNameOf(text);
  return LogGroup.allIn(stack).find(
    (group) => sameRegion(trail.resource, group.resource) !== "no" && isSlipFor(name, group),
  );
}

/** Two names as somebody types them: upper and lower case and what stands between words are easily mistaken. */
function asTyped(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/**
 * Whether a name is nobody's but a slip for that of a group: it differs in case and separators alone, or is the logical
 * name of a group to whose name Pulumi added its own ending. Names that differ in a letter or a digit may both be right.
 */
function isSlipFor(name: string, group: LogGroupView): boolean {
  const actual = valueOf(group.groupName);
  if (actual === undefined) return false;
  const isLogicalName = name === group.name && /^-[0-9a-f]{7}$/.test(actual.slice(group.name.length));
  return isLogicalName ? actual.startsWith(group.name) : asTyped(actual) === asTyped(name);
}
