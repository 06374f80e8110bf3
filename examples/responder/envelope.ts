/** The CloudTrail calls that switch a trail off, remove it or narrow what it records. */
export const tamperingCalls = [
  "StopLogging",
  "DeleteTrail",
  "UpdateTrail",
  "PutEventSelectors",
  "PutInsightSelectors",
] as const;

export type TamperingCallName = (typeof tamperingCalls)[number];

/** Who called: `arn` and `issuerArn` are absent where CloudTrail records none, as for an AWS service. */
export interface Caller {
  readonly type: string;
  readonly arn: string | undefined;
  /** The ARN of the role behind an assumed-role session. */
  readonly issuerArn: string | undefined;
  readonly invokedBy: string | undefined;
}

/** One recorded call that tampers, or tried to tamper, with a trail. */
export interface TamperingCall {
  readonly eventId: string;
  readonly name: TamperingCallName;
  readonly time: string;
  readonly region: string;
  readonly account: string;
  readonly caller: Caller;
  readonly sourceIpAddress: string | undefined;
  readonly userAgent: string | undefined;
  /** The trail's name or ARN, as the caller wrote it; absent only in a call that failed. */
  readonly trail: string | undefined;
  /** Present when AWS refused the call. */
  readonly errorCode: string | undefined;
}

/**
 * What an event turned out to be. `unrelated` is a well-formed event about something else;
 * `malformed` claims to be about a trail, or is no event at all, and cannot be understood.
 */
export type Envelope =
  | { readonly kind: "call"; readonly call: TamperingCall }
  | { readonly kind: "unrelated"; readonly reason: string }
  | { readonly kind: "malformed"; readonly reason: string };

type Fields = Readonly<Record<string, unknown>>;

class MissingFieldError extends Error {}

/**
 * Reads an EventBridge event of the detail type `AWS API Call via CloudTrail`.
 * Its `detail` is the CloudTrail record (CloudTrail user guide, "CloudTrail record contents").
 */
export function readEnvelope(event: unknown): Envelope {
  try {
    return readFields(event);
  } catch (error) {
    if (error instanceof MissingFieldError) return { kind: "malformed", reason: error.message };
    throw error;
  }
}

function readFields(event: unknown): Envelope {
  const envelope = fieldsOf(event, "the event");
  const source = requiredText(envelope, "source");
  const detailType = requiredText(envelope, "detail-type");
  if (source !== "aws.cloudtrail" || detailType !== "AWS API Call via CloudTrail") {
    return { kind: "unrelated", reason: "it is not an API call to CloudTrail" };
  }
  const record = fieldsOf(envelope["detail"], "`detail`");
  const name = requiredText(record, "eventName");
  if (requiredText(record, "eventSource") !== "cloudtrail.amazonaws.com" || !isTamperingCall(name)) {
    return { kind: "unrelated", reason: "the call leaves every trail as it is" };
  }
  return { kind: "call", call: readCall(record, name) };
}

function readCall(record: Fields, name: TamperingCallName): TamperingCall {
  const errorCode = optionalText(record, "errorCode");
  const trail = readTrail(record, name);
  if (trail === undefined && errorCode === undefined) throw new MissingFieldError("the call names no trail");
  return {
    eventId: requiredText(record, "eventID"),
    name,
    time: requiredText(record, "eventTime"),
    region: requiredText(record, "awsRegion"),
    account: requiredText(record, "recipientAccountId"),
    caller: readCaller(fieldsOf(record["userIdentity"], "`userIdentity`")),
    sourceIpAddress: optionalText(record, "sourceIPAddress"),
    userAgent: optionalText(record, "userAgent"),
    trail,
    errorCode,
  };
}

function readTrail(record: Fields, name: TamperingCallName): string | undefined {
  const parameters = record["requestParameters"];
  // CloudTrail records `null` for a request that could not be read.
  if (parameters === null || parameters === undefined) return undefined;
  const fields = fieldsOf(parameters, "`requestParameters`");
  switch (name) {
    case "StopLogging":
    case "DeleteTrail":
    case "UpdateTrail":
      return optionalText(fields, "name");
    case "PutEventSelectors":
    case "PutInsightSelectors":
      return optionalText(fields, "trailName");
  }
}

function readCaller(identity: Fields): Caller {
  const session = identity["sessionContext"];
  const issuer = isFields(session) ? session["sessionIssuer"] : undefined;
  return {
    type: requiredText(identity, "type"),
    arn: optionalText(identity, "arn"),
    issuerArn: isFields(issuer) ? optionalText(issuer, "arn") : undefined,
    invokedBy: optionalText(identity, "invokedBy"),
  };
}

function isTamperingCall(name: string): name is TamperingCallName {
  return tamperingCalls.some((call) => call === name);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown, what: string): Fields {
  if (!isFields(value)) throw new MissingFieldError(`${what} is not an object`);
  return value;
}

function requiredText(fields: Fields, name: string): string {
  const text = optionalText(fields, name);
  if (text === undefined) throw new MissingFieldError(`\`${name}\` is missing or not text`);
  return text;
}

function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
