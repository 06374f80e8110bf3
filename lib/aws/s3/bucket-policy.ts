import { requestContext, undeterminedKey } from "../../access/context";
import { type Condition, type PolicyDocument, type Statement, hasPolicyVariables } from "../../access/document";
import { coversAction, coversResource, evaluate } from "../../access/evaluate";
import { parsePolicy } from "../../access/parse";
import { type Claim, claim } from "../../core/claim";
import { type UnknownValue, isUnknown, unknownValue } from "../../core/properties";
import { valueOf } from "../../core/read";
import { type Truth, all, any, not, truthOf } from "../../core/truth";
import { regionOf } from "../location";
import { allowsSomething, namesEveryone, writesAction } from "../statements";
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
  const objects = isUnknown(arn) ? arn : `${arn}/AWSLogs/log.json.gz`;
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

/** The ARN of the bucket, from its name, which a preview knows. */
function bucketArn({ resource }: TrailBucket): string | UnknownValue {
  const name = Bucket.shows(resource) ? valueOf(Bucket.view(resource).bucketName) : undefined;
  return name === undefined ? unknownValue : `arn:${partitionOf(valueOf(regionOf(resource)) ?? "")}:s3:::${name}`;
}

function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** What must stay possible for somebody, or nobody can repair or read the bucket. */
const lifelines = ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "s3:GetObject", "s3:PutObject"] as const;

/** Whether a statement denies everybody, without any condition, something that somebody must be able to do. */
export function locksEverybodyOut(statement: Statement, document: PolicyDocument): Truth {
  if (statement.effect === undefined || statement.effect === "Allow" || statement.conditions.length > 0) {
    return statement.effect === "Deny" && statement.conditions.some(({ unknown }) => unknown) ? "unknown" : "no";
  }
  const denies = isUnknown(statement.effect) ? "unknown" : "yes";
  const actions = any(lifelines.map((action) => coversAction(statement, action)));
  const anyResource = coversResource(statement, unknownValue, plainHttp, hasPolicyVariables(document));
  return all([denies, namesEveryone(statement), actions, anyResource === "no" ? "no" : "yes"]);
}

/** Whether a statement allows all but some actions. */
export function allowsAllBut(statement: Statement): Truth {
  return all([allowsSomething(statement), truthOf(statement.notActions !== undefined)]);
}

/** Whether a statement allows everybody but some principals. */
export function allowsEverybodyBut(statement: Statement): Truth {
  return all([allowsSomething(statement), truthOf(statement.notPrincipals !== undefined)]);
}

/** Whether a statement allows every action by a star. */
export function allowsEveryAction(statement: Statement): Truth {
  return all([allowsSomething(statement), writesAction(statement, ["*", "s3:*"])]);
}
