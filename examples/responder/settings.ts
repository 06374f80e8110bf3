import type { AdvancedEventSelector, EventSelector } from "@aws-sdk/client-cloudtrail";

/** The settings of a trail in the terms of the CloudTrail API; an empty string is a setting that is not used. */
export interface TrailSettings {
  readonly S3BucketName: string;
  readonly S3KeyPrefix: string;
  /** A topic's ARN. */
  readonly SnsTopicName: string;
  readonly IncludeGlobalServiceEvents: boolean;
  readonly IsMultiRegionTrail: boolean;
  readonly EnableLogFileValidation: boolean;
  readonly IsOrganizationTrail: boolean;
  readonly CloudWatchLogsLogGroupArn: string;
  readonly CloudWatchLogsRoleArn: string;
  /** A key's ARN: CloudTrail answers with the ARN even where an alias was given. */
  readonly KmsKeyId: string;
}

/** What a trail is declared to be, and what it is put back to. */
export interface DeclaredTrail {
  readonly arn: string;
  readonly settings: TrailSettings;
  /** Empty together with `advancedEventSelectors` for a trail that records all management events, CloudTrail's default. */
  readonly eventSelectors: readonly EventSelector[];
  readonly advancedEventSelectors: readonly AdvancedEventSelector[];
  readonly insightTypes: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** The environment variables of the function. */
export const environmentNames = {
  /** A `DeclaredTrail` in JSON. */
  trail: "DECLARED_TRAIL",
  /** The ARN of the function's own role. */
  role: "RESPONDER_ROLE_ARN",
  topic: "SECURITY_TOPIC_ARN",
} as const;

/** The name of the trail with an ARN. */
export function trailName(arn: string): string {
  return arn.slice(arn.indexOf(":trail/") + ":trail/".length);
}

/** The region in a trail's or topic's ARN. */
export function regionOf(arn: string): string {
  const region = arn.split(":")[3];
  if (region === undefined || region === "") throw new Error(`\`${arn}\` names no region`);
  return region;
}

/** Reads a declared trail from JSON. Throws, naming the field, for a text that is not one. */
export function readDeclaredTrail(text: string): DeclaredTrail {
  const declared = fieldsOf(JSON.parse(text), "the declared trail");
  return {
    arn: trailArn(declared),
    settings: readSettings(fieldsOf(declared["settings"], "`settings`")),
    eventSelectors: list(declared, "eventSelectors", isEventSelector),
    advancedEventSelectors: list(declared, "advancedEventSelectors", isAdvancedEventSelector),
    insightTypes: list(declared, "insightTypes", isText),
    tags: readTags(fieldsOf(declared["tags"], "`tags`")),
  };
}

function readSettings(settings: Fields): TrailSettings {
  return {
    S3BucketName: text(settings, "S3BucketName"),
    S3KeyPrefix: text(settings, "S3KeyPrefix"),
    SnsTopicName: emptyOrArn(settings, "SnsTopicName"),
    IncludeGlobalServiceEvents: truth(settings, "IncludeGlobalServiceEvents"),
    IsMultiRegionTrail: truth(settings, "IsMultiRegionTrail"),
    EnableLogFileValidation: truth(settings, "EnableLogFileValidation"),
    IsOrganizationTrail: truth(settings, "IsOrganizationTrail"),
    CloudWatchLogsLogGroupArn: emptyOrArn(settings, "CloudWatchLogsLogGroupArn"),
    CloudWatchLogsRoleArn: emptyOrArn(settings, "CloudWatchLogsRoleArn"),
    KmsKeyId: emptyOrKeyArn(settings, "KmsKeyId"),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown, what: string): Fields {
  if (!isFields(value)) throw new Error(`${what} must be an object`);
  return value;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isEventSelector(value: unknown): value is EventSelector {
  return isFields(value) && isText(value["ReadWriteType"]);
}

function isAdvancedEventSelector(value: unknown): value is AdvancedEventSelector {
  return isFields(value) && Array.isArray(value["FieldSelectors"]);
}

function trailArn(fields: Fields): string {
  const arn = text(fields, "arn");
  if (!/^arn:[^:]+:cloudtrail:[^:]+:\d{12}:trail\/[^/]+$/.test(arn)) throw new Error("`arn` must be a trail's ARN");
  return arn;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (!isText(value)) throw new Error(`\`${name}\` must be text`);
  return value;
}

// INVARIANT: CloudTrail answers with ARNs, so a declared name or alias would differ from the trail for ever.
function emptyOrArn(fields: Fields, name: string): string {
  const value = text(fields, name);
  if (value !== "" && !value.startsWith("arn:")) throw new Error(`\`${name}\` must be an ARN or empty`);
  return value;
}

function emptyOrKeyArn(fields: Fields, name: string): string {
  const value = emptyOrArn(fields, name);
  if (value.includes(":alias/")) throw new Error(`\`${name}\` must be the ARN of a key, not of an alias`);
  return value;
}

function truth(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value !== "boolean") throw new Error(`\`${name}\` must be true or false`);
  return value;
}

function list<Item>(fields: Fields, name: string, isItem: (value: unknown) => value is Item): readonly Item[] {
  const value: unknown = fields[name];
  if (!Array.isArray(value) || !value.every(isItem)) throw new Error(`\`${name}\` must be a list of its API's shape`);
  return value;
}

function readTags(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, text(fields, key)]));
}
