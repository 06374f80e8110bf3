/**
 * The things that records of one account are about. A filter or a rule may name one particular trail, group or
 * topic, so a record is made for the subjects at hand; whatever is not given is a sample value.
 */
export interface Subjects {
  /** Twelve digits. */
  readonly account: string;
  /** Where the caller works, such as `eu-central-1`. */
  readonly region: string;
  /** Where the console records the sign-in of an IAM user; see `signInRegions`. */
  readonly signInRegion: string;
  readonly trailArn: string;
  /** How a request names the trail: its ARN or its name, as the caller pleases. */
  readonly trailReference: string;
  readonly eventDataStoreArn: string;
  readonly logGroupName: string;
  readonly metricFilterName: string;
  readonly subscriptionFilterName: string;
  readonly logRoleName: string;
  readonly alarmName: string;
  readonly ruleName: string;
  readonly targetId: string;
  readonly topicArn: string;
  readonly subscriptionArn: string;
  readonly functionName: string;
  readonly bucketName: string;
  readonly keyArn: string;
}

/** The subjects with samples for what is not given. ARNs follow the account and the region given. */
export function subjectsWith(given: Partial<Subjects>): Subjects {
  const account = given.account ?? "111122223333";
  const region = given.region ?? "eu-central-1";
  const trailArn = given.trailArn ?? `arn:aws:cloudtrail:${region}:${account}:trail/main`;
  const topicArn = given.topicArn ?? `arn:aws:sns:${region}:${account}:security`;
  return {
    account,
    region,
    signInRegion: "us-east-1",
    trailArn,
    trailReference: trailArn,
    eventDataStoreArn: `arn:aws:cloudtrail:${region}:${account}:eventdatastore/6f1d2c3b-4a59-4e68-8776-95a4b3c2d1e0`,
    logGroupName: "trail",
    metricFilterName: "trail-tampering",
    subscriptionFilterName: "to-responder",
    logRoleName: "trail-to-logs",
    alarmName: "trail-tampering",
    ruleName: "trail-tampering",
    targetId: "responder",
    topicArn,
    subscriptionArn: `${topicArn}:2bcfbf39-05c3-41de-beaa-fcfcc21c8f55`,
    functionName: "RevertCloudTrailOff",
    bucketName: `trail-logs-${account}`,
    keyArn: `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    ...given,
  };
}

/** The last part of an ARN of the form `...:kind/name`. */
export function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
