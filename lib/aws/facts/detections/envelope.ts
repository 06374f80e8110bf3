import { type DetailType, detailTypes } from "./delivery";
import type { CloudTrailRecord } from "./record";

/** A CloudTrail record as the default event bus carries it. */
export type EventBridgeEvent = {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": DetailType;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  /** Always empty for CloudTrail's events: a pattern that asks for a resource never matches. */
  readonly resources: readonly [];
  readonly detail: CloudTrailRecord;
};

/** `aws.` and the first label of the event source: `signin.amazonaws.com` is `aws.signin`. */
export function sourceOf(eventSource: string): string {
  const dot = eventSource.indexOf(".");
  return `aws.${dot < 0 ? eventSource : eventSource.slice(0, dot)}`;
}

/**
 * The event that rules on the default bus of `record.awsRegion` see.
 * Source: EventBridge user guide, "Events from AWS services via AWS CloudTrail", November 2026.
 */
export function envelopeOf(record: CloudTrailRecord): EventBridgeEvent {
  return {
    version: "0",
    id: record.eventID,
    "detail-type": detailTypes[record.eventType],
    source: sourceOf(record.eventSource),
    account: record.recipientAccountId,
    time: record.eventTime,
    region: record.awsRegion,
    resources: [],
    detail: record,
  };
}
