import { requestContext, undeterminedKey } from "../../access/context";
import { type Condition, type PolicyDocument, type Statement, hasPolicyVariables } from "../../access/document";
import { coversResource, evaluate } from "../../access/evaluate";
import { parsePolicy } from "../../access/parse";
import { type Claim, claim } from "../../core/claim";
import { type UnknownValue, isUnknown, unknownValue } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Truth, all, any, not, truthOf } from "../../core/truth";
import { regionOf } from "../location";
import { allowsSomething, coversOneOf, namesEveryone, writesAction } from "../statements";
import { Bucket } from "./bucket";
import { type TrailBucket } from "./trail-buckets";

const bucketActions = [
  "s3:ListBucket",
  "s3:ListBucketVersions",
  "s3:GetBucketPolicy",
  "s3:PutBucketPolicy",
  "s3:PutBucketVersioning",
  "s3:PutLifecycleConfiguration",
  "s3:DeleteBucket",
] as const;
const objectActions = [
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3:PutObject",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
] as const;

/** A request by anybody that is not encrypted on its way. Services always come over TLS, and may be excepted. */
const plainHttp = requestContext(
  {
    "aws:SecureTransport": "false",
    "aws:PrincipalIsAWSService": "false",
    "aws:ViaAWSService": "false",
  },
  undeterminedKey,
);

const allowEverything = parsePolicy({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
}).statements;

/** Whether the bucket's policy refuses every request without TLS, for the bucket and for its objects. `no` without a policy. */
export function refusesPlainHttp(bucket: TrailBucket): Claim {
  const { policy } = bucket;
  if (policy.kind !== "known") return claim(policy.kind === "absent" ? "no" : "unknown", policy.place);
  const document = {
    ...policy.value,
    statements: [...policy.value.statements.filter(refusesAnybody), ...allowEverything],
  };
  const arn = bucketArn(bucket);
  const objects = logFileIn(arn);
  const refused = all([
    ...bucketActions.map((action) => isRefused(document, action, arn)),
    ...objectActions.map((action) => isRefused(document, action, objects)),
  ]);
  return claim(refused, policy.place);
}

function isRefused(document: PolicyDocument, action: string, resource: string | UnknownValue): Truth {
  const request = { principal: { kind: "anonymous" }, action, resource, context: plainHttp } as const;
  return not(evaluate(request, { resource: { name: "the bucket's policy", document } }).decision);
}

/** A denial for everybody that depends on nothing but how the request comes. */
function refusesAnybody(statement: Statement): boolean {
  if (statement.effect === undefined || statement.effect === "Allow") return false;
  return namesEveryone(statement) !== "no" && statement.conditions.every(isAboutTransport);
}

function isAboutTransport({ unknown, key }: Condition): boolean {
  return unknown || plainHttp.values.has(key.toLowerCase());
}

/** The ARN of some object of the bucket. */
function logFileIn(bucket: string | UnknownValue): string | UnknownValue {
  return isUnknown(bucket) ? bucket : `${bucket}/AWSLogs/log.json.gz`;
}

/** The ARN of the bucket, from its name, which a preview knows. */
function bucketArn({ resource }: TrailBucket): string | UnknownValue {
  const name = Bucket.shows(resource) ? valueOf(Bucket.view(resource).bucketName) : undefined;
  return name === undefined ? unknownValue : `arn:${partitionOf(valueOf(regionOf(resource)) ?? "")}:s3:::${name}`;
}

function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** What must stay possible for somebody, or nobody can repair the bucket or use what is in it. */
const repairs = ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"] as const;
const uses = ["s3:GetObject", "s3:PutObject"] as const;

/** Whether a statement of the bucket's policy denies everybody, without any condition, what somebody must be able to do. */
export function locksEverybodyOut(bucket: TrailBucket): (statement: Statement, document: PolicyDocument) => Truth {
  const arn = bucketArn(bucket);
  const object = logFileIn(arn);
  return (statement, document) => {
    const covers = (resource: string | UnknownValue) =>
      coversResource(statement, resource, plainHttp, hasPolicyVariables(document));
    const repair = all([coversOneOf(statement, repairs), covers(arn)]);
    const use = all([coversOneOf(statement, uses), covers(object)]);
    return all([deniesSomething(statement), isUnconditional(statement), namesEveryone(statement), any([repair, use])]);
  };
}

function deniesSomething({ effect }: Statement): Truth {
  if (effect === undefined) return "no";
  return isUnknown(effect) ? "unknown" : truthOf(effect === "Deny");
}

function isUnconditional({ conditions }: Statement): Truth {
  if (conditions.length === 0) return "yes";
  return conditions.every(({ unknown }) => unknown) ? "unknown" : "no";
}

/** Whether a statement allows all but some actions. */
export function allowsAllBut(statement: Statement): Truth {
  return all([allowsSomething(statement), truthOf(statement.notActions !== undefined)]);
}

/** Whether a statement allows every action by a star. */
export function allowsEveryAction(statement: Statement): Truth {
  return all([allowsSomething(statement), writesAction(statement, ["*", "s3:*"])]);
}
