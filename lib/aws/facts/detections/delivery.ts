import type { Truth } from "../../../core/truth";
import type { EventCategory, EventType } from "./record";

/**
 * Where CloudTrail records an event, and so which region's default event bus receives it:
 * - `us-east-1`: global services (IAM, Organizations, Route 53, CloudFront, STS's global endpoint) and root sign-in;
 * - `caller-region`: the region of the endpoint that was called;
 * - `sign-in-region`: the sign-in of an IAM user, see `signInRegions`.
 * The log group of a multi-region trail receives all of them in the trail's home region.
 * Source: CloudTrail user guide, "Global service events" and "AWS Management Console sign-in events"; partition `aws`.
 */
export type Landing = "us-east-1" | "caller-region" | "sign-in-region";

/**
 * Where the console records the sign-in of an IAM user: us-east-1 without an account-alias cookie, with one any of the
 * other three. A regional sign-in endpoint records in its own region, so no list is complete.
 */
export const signInRegions = ["us-east-1", "us-east-2", "eu-north-1", "ap-southeast-2"] as const;

/**
 * Whether the record of an event appears in `region` when the caller works in `callerRegion`. `unknown` for IAM users'
 * sign-in (a cookie decides) and for global services outside the `aws` partition.
 */
export function landsIn(lands: Landing, region: string, callerRegion: string): Truth {
  switch (lands) {
    case "caller-region":
      return region === callerRegion ? "yes" : "no";
    case "us-east-1":
      if (/^(cn|us-gov|us-iso|us-isob|eu-isoe|us-isof|eusc)-/.test(callerRegion)) return "unknown";
      return region === "us-east-1" ? "yes" : "no";
    case "sign-in-region":
      return "unknown";
  }
}

/** Whether EventBridge delivers an event to a rule in one of its two enabled states, given a trail that records it. */
export interface BusDelivery {
  /** `state: "ENABLED"`. */
  readonly enabled: Truth;
  /** `state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"`. */
  readonly withAllManagementEvents: Truth;
}

/**
 * Write management events and data events reach every enabled rule. Read-only management events need the longer state:
 * `Describe`, `List` and `Get` calls surely do; AWS documents that other read-only ones may come without it, hence `unknown`.
 * Source: EventBridge user guide, "Receiving read-only management events from AWS services", November 2026.
 */
export function busDelivery(event: {
  readonly eventName: string;
  readonly readOnly: boolean;
  readonly category: EventCategory;
}): BusDelivery {
  const all: Truth = "yes";
  if (event.category === "Data" || !event.readOnly) return { enabled: "yes", withAllManagementEvents: all };
  const exempt = event.eventName === "GetFederationToken" || event.eventName === "GetSessionToken";
  const dropped = /^(Describe|List|Get)/.test(event.eventName) && !exempt;
  return { enabled: dropped ? "no" : "unknown", withAllManagementEvents: all };
}

/** The `detail-type` that the bus puts on a record, as the service spells it. */
export const detailTypes = {
  AwsApiCall: "AWS API Call via CloudTrail",
  AwsConsoleSignIn: "AWS Console Sign In via CloudTrail",
  AwsServiceEvent: "AWS Service Event via CloudTrail",
} as const satisfies Record<EventType, string>;

export type DetailType = (typeof detailTypes)[EventType];
