import { type Claim, every, some } from "../../core/claim";
import { type EventSelectors, type RecordedEvent, namedSources, recordsEvent } from "./selectors";

/** Whether selectors let through everything that somebody does to an account, by kind. */
export interface ManagementCoverage {
  readonly reads: Claim;
  readonly writes: Claim;
  /** Services whose calls may be left out although those of others are recorded. */
  readonly sources: readonly SourceCoverage[];
}

export interface SourceCoverage {
  /** For example `kms.amazonaws.com`. */
  readonly source: string;
  readonly recorded: Claim;
}

/** A service that no selector names: it stands for all those. */
const anySource = "any-other-service.amazonaws.com";

/**
 * Sources in which an attack shows; selectors that name others by their beginning or end are asked about those too.
 * `kms` and `rdsdata` are those that CloudTrail's console offers to leave out.
 */
const watchedSources = [
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "ec2.amazonaws.com",
  "iam.amazonaws.com",
  "kms.amazonaws.com",
  "lambda.amazonaws.com",
  "logs.amazonaws.com",
  "monitoring.amazonaws.com",
  "organizations.amazonaws.com",
  "rdsdata.amazonaws.com",
  "s3.amazonaws.com",
  "signin.amazonaws.com",
  "sts.amazonaws.com",
] as const;

/** Which management events selectors let through. The event name is one that no selector names. */
export function managementCoverage(selectors: EventSelectors): ManagementCoverage {
  const recorded = (eventSource: string, readOnly: boolean) =>
    recordsEvent(selectors, { eventCategory: "Management", eventSource, readOnly, eventName: "AnyOtherCall" });
  const reads = recorded(anySource, true);
  const writes = recorded(anySource, false);
  const sources = [...new Set([...watchedSources, ...namedSources(selectors)])].map((source) => ({
    source,
    recorded: every(
      ...(reads.truth === "yes" ? [recorded(source, true)] : []),
      ...(writes.truth === "yes" ? [recorded(source, false)] : []),
    ),
  }));
  return { reads, writes, sources: sources.filter((each) => each.recorded.truth !== "yes") };
}

/** Whether selectors let through reads and writes of every service but the `excepted`. */
export function recordsAllManagement(selectors: EventSelectors, excepted: readonly string[] = []): Claim {
  const { reads, writes, sources } = managementCoverage(selectors);
  const missing = sources.filter(({ source }) => !excepted.includes(source));
  return every(reads, writes, ...missing.map(({ recorded }) => recorded));
}

/** Data events that stand for all of a kind: of a resource that no selector names. */
export type DataKind = "objectReads" | "objectWrites" | "functionCalls";

/** Whether data events of a kind are recorded whatever the resource. Selectors that name single resources do not. */
export function recordsAllData(selectors: EventSelectors, kind: DataKind): Claim {
  return some(
    ...partitions.map((partition) => every(...samples(kind, partition).map((event) => recordsEvent(selectors, event)))),
  );
}

/**
 * Whether data events of a type of resource, such as `AWS::Bedrock::AgentAlias`, are recorded whatever the resource;
 * `eventSource` is the service's, such as `bedrock.amazonaws.com`.
 */
export function recordsDataOf(selectors: EventSelectors, type: string, eventSource: string): Claim {
  const recorded = (partition: string, readOnly: boolean) => {
    const resources = [{ ARN: `arn:${partition}:a-service:any-region:${accountId}:any`, accountId, type }];
    const event = { eventCategory: "Data", readOnly, eventSource, eventName: "AnyOtherCall", resources } as const;
    return recordsEvent(selectors, event);
  };
  return some(...partitions.map((partition) => every(recorded(partition, true), recorded(partition, false))));
}

/** A trail is in one partition only, and names no other. */
const partitions = ["aws", "aws-cn", "aws-us-gov"] as const;

function samples(kind: DataKind, partition: string): readonly RecordedEvent[] {
  switch (kind) {
    case "objectReads":
      return [objectEvent(partition, "GetObject", true)];
    case "objectWrites":
      return ["PutObject", "DeleteObject"].map((name) => objectEvent(partition, name, false));
    case "functionCalls":
      return [functionEvent(partition)];
  }
}

const accountId = "000000000000";

function objectEvent(partition: string, eventName: string, readOnly: boolean): RecordedEvent {
  const ARN = `arn:${partition}:s3:::a-bucket-that-no-selector-names/a/key`;
  const resources = [{ ARN, accountId, type: "AWS::S3::Object" }];
  return { eventCategory: "Data", readOnly, eventSource: "s3.amazonaws.com", eventName, resources };
}

function functionEvent(partition: string): RecordedEvent {
  const ARN = `arn:${partition}:lambda:any-region:${accountId}:function:a-function-that-no-selector-names`;
  const resources = [{ ARN, accountId, type: "AWS::Lambda::Function" }];
  return {
    eventCategory: "Data",
    readOnly: false,
    eventSource: "lambda.amazonaws.com",
    eventName: "Invoke",
    resources,
  };
}
