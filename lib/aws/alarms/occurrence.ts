import { isUnknown, ownProperty } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth, all } from "../../core/truth";
import { type EventFields, eventFields } from "../../patterns/event-pattern/event";
import { parseArn } from "../arn";
import { type TrailView } from "../cloudtrail/trail";
import { landsIn } from "../facts/detections/delivery";
import { envelopeOf } from "../facts/detections/envelope";
import { type CatalogueEvent, recordFor } from "../facts/detections/event";
import { type CloudTrailRecord } from "../facts/detections/record";
import { type Subjects } from "../facts/detections/subjects";
import { accountOf, regionOf, sameRegion } from "../location";
import { resourcesOfType } from "../references";

/** One way a record of an event can look, ready for both pattern languages. */
export interface Rendering {
  readonly record: CloudTrailRecord;
  /** The line in the log group. */
  readonly text: string;
  /** The event on the bus. */
  readonly fields: EventFields;
}

/** An event as it would happen in this account, beside one of its trails. */
export interface Occurrence {
  readonly event: CatalogueEvent;
  /** The trail that the event is about, in whose home region the caller works; absent where all trails are elsewhere. */
  readonly beside: TrailView | undefined;
  /**
   * The caller chooses how a request names the trail: every way must ring. Within a way there is one rendering for each
   * sample of what is not known; an answer on which they differ is open.
   */
  readonly ways: readonly (readonly Rendering[])[];
}

/** Events as they would happen beside `trail`, each made when it is first asked for. */
export function occurrencesBeside(stack: Stack, trail: TrailView | undefined): (event: CatalogueEvent) => Occurrence {
  const ways = waysOf(stack, trail);
  const made = new Map<CatalogueEvent, Occurrence>();
  return (event) => {
    const known = made.get(event);
    if (known) return known;
    const fresh = {
      event,
      beside: trail,
      ways: distinctWays(ways.map((samples) => distinctRenderings(event, samples))),
    };
    made.set(event, fresh);
    return fresh;
  };
}

/** What a pattern answers about an occurrence as a whole; the first reason given for an open answer is kept. */
export function answerFor(
  { ways }: Occurrence,
  ask: (rendering: Rendering) => { readonly truth: Truth; readonly reason?: string },
): { readonly truth: Truth; readonly reason?: string } {
  const answers = ways.map((samples) => agreed(samples.map(ask)));
  const truth = all(answers.map((answer) => answer.truth));
  const reason = truth === "unknown" ? answers.find((answer) => answer.truth === "unknown")?.reason : undefined;
  return reason === undefined ? { truth } : { truth, reason };
}

function agreed(answers: readonly { readonly truth: Truth; readonly reason?: string }[]) {
  const [first, ...others] = answers;
  if (first && others.every(({ truth }) => truth === first.truth)) return first;
  return { truth: "unknown" as const, reason: "the pattern asks for a value that is known only after deployment" };
}

/** Whether the record of an occurrence appears in the region of `resource`: in its event bus, or in its trail. */
export function appearsBeside({ event, beside }: Occurrence, resource: Resource): Truth {
  switch (event.lands) {
    case "caller-region":
      return beside ? sameRegion(resource, beside.resource) : "yes";
    case "us-east-1": {
      const region = valueOf(regionOf(resource));
      return region === undefined ? "unknown" : landsIn(event.lands, region, region);
    }
    case "sign-in-region":
      return "unknown";
  }
}

/** Most records do not name the trail at all, and look the same whatever the caller calls it. */
function distinctWays(ways: readonly (readonly Rendering[])[]): readonly (readonly Rendering[])[] {
  const byText = new Map(ways.map((samples) => [samples.map(({ text }) => text).join("\n"), samples] as const));
  return [...byText.values()];
}

function distinctRenderings(event: CatalogueEvent, samples: readonly Partial<Subjects>[]): readonly Rendering[] {
  const byText = new Map<string, Rendering>();
  for (const subjects of samples) {
    const record = recordFor(event, subjects);
    const text = JSON.stringify(record);
    const fields = byText.has(text) ? undefined : eventFields(envelopeOf(record));
    if (fields) byText.set(text, { record, text, fields });
  }
  return [...byText.values()];
}

/** Twice each, where the stack does not say: a pattern that tells the samples apart asks for what is not known. */
const samples = {
  account: ["111122223333", "444455556666"],
  region: ["eu-central-1", "us-west-2"],
} as const;

function waysOf(stack: Stack, trail: TrailView | undefined): readonly (readonly Partial<Subjects>[])[] {
  const account = trail && valueOf(accountOf(trail.resource));
  const region = trail && valueOf(regionOf(trail.resource));
  const declared = declaredSubjects(stack, trail);
  const known = account !== undefined && region !== undefined;
  const trailName = (trail && valueOf(trail.trailName)) ?? "main";
  const sets = (known ? [0] : [0, 1]).map((sample) => {
    const at = { account: account ?? samples.account[sample] ?? "", region: region ?? samples.region[sample] ?? "" };
    const trailArn = `arn:${partitionOf(at.region)}:cloudtrail:${at.region}:${at.account}:trail/${trailName}`;
    return { ...at, trailArn, ...declared };
  });
  return [
    sets.map((set) => ({ ...set, trailReference: set.trailArn })),
    sets.map((set) => ({ ...set, trailReference: trailName })),
  ];
}

function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** Which property of the first resource of a type names what records are about; samples stand for the rest. */
const subjectSources: readonly (readonly [keyof Subjects, string, string])[] = [
  ["metricFilterName", "aws:cloudwatch/logMetricFilter:LogMetricFilter", "name"],
  ["alarmName", "aws:cloudwatch/metricAlarm:MetricAlarm", "name"],
  ["ruleName", "aws:cloudwatch/eventRule:EventRule", "name"],
  ["topicArn", "aws:sns/topic:Topic", "arn"],
  ["subscriptionArn", "aws:sns/topicSubscription:TopicSubscription", "arn"],
  ["functionName", "aws:lambda/function:Function", "name"],
  ["logGroupName", "aws:cloudwatch/logGroup:LogGroup", "name"],
];

function declaredSubjects(stack: Stack, trail: TrailView | undefined): Partial<Subjects> {
  const found = subjectSources.flatMap(([subject, type, property]) => {
    const text = firstText(resourcesOfType(stack, type), property);
    return text === undefined ? [] : [[subject, text] as const];
  });
  const group = trail && groupNameIn(valueOf(trail.cloudWatchLogsGroupArn));
  const bucket = trail && valueOf(trail.s3BucketName);
  return {
    ...(Object.fromEntries(found) as Partial<Subjects>),
    ...(group === undefined ? {} : { logGroupName: group }),
    ...(bucket === undefined ? {} : { bucketName: bucket }),
  };
}

function firstText(resources: readonly Resource[], property: string): string | undefined {
  for (const { properties } of resources) {
    const value = ownProperty(properties, property);
    if (typeof value === "string" && !isUnknown(value) && value !== "") return value;
  }
  return undefined;
}

function groupNameIn(arn: string | undefined): string | undefined {
  const resource = arn === undefined ? undefined : parseArn(arn)?.resource;
  return resource === undefined ? undefined : /^log-group:([^:]+)/.exec(resource)?.[1];
}
