import { nearest } from "../core/nearest";
import { expandActionFacts } from "./facts/actions";
import { servicePrefix } from "./service-prefix";
import { serviceFacts, servicePrefixes } from "./facts/service-facts";

/**
 * The action that is most likely meant by one that AWS does not list, such as `s3:ListBucket` for `s3:ListObjects`;
 * `undefined` for one that is listed, and where no name is near: AWS has actions that it does not list, and adds some every
 * week. Patterns count where the service is misspelled.
 */
export function meantAction(written: string): string | undefined {
  const colon = written.indexOf(":");
  if (colon < 0) return undefined;
  const [prefix, name] = [written.slice(0, colon).toLowerCase(), written.slice(colon + 1)];
  if (/[*?]/.test(prefix) || expandActionFacts(written).length > 0) return undefined;
  const service = serviceFacts(prefix);
  if (service === undefined) return inMeantService(prefix, name);
  if (/[*?]/.test(name)) return undefined;
  const byCall = callNames.get(`${prefix}:${name.toLowerCase()}`);
  if (byCall !== undefined) return byCall;
  const near = nearest(name, nearIn(service.actions.keys(), name.toLowerCase()));
  if (near === undefined || !isSlip(name.toLowerCase(), near)) return undefined;
  return service.actions.get(near)?.name;
}

/** The same action in a service whose prefix is near. */
function inMeantService(prefix: string, name: string): string | undefined {
  const known = callPrefixes.get(prefix) ?? nearest(prefix, servicePrefixes());
  if (known === undefined) return undefined;
  const meant = `${known}:${name}`;
  const found = expandActionFacts(meant);
  if (found.length === 0 || (name === "*" && !isSlip(prefix, known) && !callPrefixes.has(prefix))) return undefined;
  return /[*?]/.test(name) ? meant : found[0]?.name;
}

/**
 * Whether one text is a slip of the other: one character more, less or other, or two neighbours swapped. Names that differ in
 * a word, such as `GetThing` and `SetThing`, differ in their first character: those are two actions.
 */
function isSlip(written: string, meant: string): boolean {
  return written.length >= shortestName && written[0] === meant[0] && differsByOne(written, meant);
}

function differsByOne(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  let end = 0;
  while (end < Math.min(written.length, meant.length) - start && lastBut(written, end) === lastBut(meant, end)) end++;
  const [left, right] = [written.slice(start, written.length - end), meant.slice(start, meant.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** The names that may be slips: there are hundreds, and to measure how far each is takes long. */
function* nearIn(names: Iterable<string>, written: string): Iterable<string> {
  for (const name of names) if (differsByOne(written, name)) yield name;
}

const shortestName = 5;

function lastBut(text: string, count: number): string | undefined {
  return text[text.length - 1 - count];
}

/**
 * Calls of AWS's APIs that have no action of their own, by the action that stands for them; the main one, where AWS asks
 * for several. `DeleteBucketPublicAccessBlock` and `DeleteAccountPublicAccessBlock` are CloudTrail's names of such calls.
 * Source: Service Authorization Reference, "API operations" of each service; S3 user guide, "Amazon S3 CloudTrail events"
 * (read 2026-11).
 */
const callsByAction: Readonly<Record<string, string>> = {
  "s3:ListBucket": "HeadBucket ListObjects ListObjectsV2",
  "s3:ListBucketVersions": "ListObjectVersions",
  "s3:ListAllMyBuckets": "ListBuckets",
  "s3:ListBucketMultipartUploads": "ListMultipartUploads",
  "s3:ListMultipartUploadParts": "ListParts",
  "s3:GetObject": "HeadObject SelectObjectContent",
  "s3:PutObject": "CopyObject CreateMultipartUpload UploadPart UploadPartCopy CompleteMultipartUpload",
  "s3:DeleteObject": "DeleteObjects",
  "s3:PutBucketCORS": "DeleteBucketCors",
  "s3:GetEncryptionConfiguration": "GetBucketEncryption",
  "s3:PutEncryptionConfiguration": "PutBucketEncryption DeleteBucketEncryption",
  "s3:GetLifecycleConfiguration": "GetBucketLifecycle GetBucketLifecycleConfiguration",
  "s3:PutLifecycleConfiguration": "PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle",
  "s3:GetReplicationConfiguration": "GetBucketReplication",
  "s3:PutReplicationConfiguration": "PutBucketReplication DeleteBucketReplication",
  "s3:GetBucketNotification": "GetBucketNotificationConfiguration",
  "s3:PutBucketNotification": "PutBucketNotificationConfiguration",
  "s3:GetAccelerateConfiguration": "GetBucketAccelerateConfiguration",
  "s3:PutAccelerateConfiguration": "PutBucketAccelerateConfiguration",
  "s3:GetAnalyticsConfiguration": "GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations",
  "s3:PutAnalyticsConfiguration": "PutBucketAnalyticsConfiguration DeleteBucketAnalyticsConfiguration",
  "s3:GetInventoryConfiguration": "GetBucketInventoryConfiguration ListBucketInventoryConfigurations",
  "s3:PutInventoryConfiguration": "PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration",
  "s3:GetMetricsConfiguration": "GetBucketMetricsConfiguration ListBucketMetricsConfigurations",
  "s3:PutMetricsConfiguration": "PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration",
  "s3:GetIntelligentTieringConfiguration":
    "GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations",
  "s3:PutIntelligentTieringConfiguration":
    "PutBucketIntelligentTieringConfiguration DeleteBucketIntelligentTieringConfiguration",
  "s3:PutBucketOwnershipControls": "DeleteBucketOwnershipControls",
  "s3:PutBucketTagging": "DeleteBucketTagging",
  "s3:GetBucketObjectLockConfiguration": "GetObjectLockConfiguration",
  "s3:PutBucketObjectLockConfiguration": "PutObjectLockConfiguration",
  "s3:GetBucketPublicAccessBlock": "GetPublicAccessBlock",
  "s3:PutBucketPublicAccessBlock": "PutPublicAccessBlock DeletePublicAccessBlock DeleteBucketPublicAccessBlock",
  "s3:PutAccountPublicAccessBlock": "DeleteAccountPublicAccessBlock",
  "lambda:InvokeFunction": "Invoke InvokeWithResponseStream",
  "dynamodb:GetItem": "TransactGetItems",
  "dynamodb:PutItem": "TransactWriteItems",
  "bedrock:InvokeModel": "Converse",
  "bedrock:InvokeModelWithResponseStream": "ConverseStream",
  "sqs:SendMessage": "SendMessageBatch",
  "sqs:DeleteMessage": "DeleteMessageBatch",
  "sqs:ChangeMessageVisibility": "ChangeMessageVisibilityBatch",
  "sns:Publish": "PublishBatch",
  "kms:ReEncrypt*": "ReEncrypt",
};

/** By service and call in lower case. */
const callNames: ReadonlyMap<string, string> = new Map(
  Object.entries(callsByAction).flatMap(([action, calls]) => {
    const prefix = servicePrefix(action);
    return calls.split(" ").map((call) => [`${prefix}:${call.toLowerCase()}`, action] as const);
  }),
);

/**
 * Names of services, where the prefix of their actions is another: everyday names, AWS's names of their SDK clients with
 * the names that these sign with (botocore 1.44, read 2026-11), and `monitoring`, the source of CloudWatch's events.
 */
const callPrefixes: ReadonlyMap<string, string> = new Map([
  ["amp", "aps"],
  ["api-gateway", "apigateway"],
  ["apigatewayv2", "apigateway"],
  ["bedrock-agent", "bedrock"],
  ["bedrock-agent-runtime", "bedrock"],
  ["bedrock-runtime", "bedrock"],
  ["cloudwatch-events", "events"],
  ["cloudwatch-logs", "logs"],
  ["cloudwatchlogs", "logs"],
  ["cognito", "cognito-idp"],
  ["docdb", "rds"],
  ["dynamodbstreams", "dynamodb"],
  ["efs", "elasticfilesystem"],
  ["elb", "elasticloadbalancing"],
  ["elbv2", "elasticloadbalancing"],
  ["emr", "elasticmapreduce"],
  ["eventbridge", "events"],
  ["keyspaces", "cassandra"],
  ["location", "geo"],
  ["monitoring", "cloudwatch"],
  ["msk", "kafka"],
  ["mwaa", "airflow"],
  ["neptune", "rds"],
  ["opensearchserverless", "aoss"],
  ["organization", "organizations"],
  ["pinpoint", "mobiletargeting"],
  ["s3control", "s3"],
  ["sagemaker-runtime", "sagemaker"],
  ["secretmanager", "secretsmanager"],
  ["secrets-manager", "secretsmanager"],
  ["sesv2", "ses"],
  ["sso-admin", "sso"],
  ["stepfunctions", "states"],
  ["timestream-query", "timestream"],
  ["timestream-write", "timestream"],
]);
