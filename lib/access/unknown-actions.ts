import { nearest } from "../core/nearest";
import { expandActionFacts } from "./facts/actions";
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
  const near = nearest(name, service.actions.keys());
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
  if (written.length < shortestName) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  let end = 0;
  while (end < Math.min(written.length, meant.length) - start && lastBut(written, end) === lastBut(meant, end)) end++;
  const [left, right] = [written.slice(start, written.length - end), meant.slice(start, meant.length - end)];
  if (start === 0) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

const shortestName = 5;

function lastBut(text: string, count: number): string | undefined {
  return text[text.length - 1 - count];
}

/** Calls of AWS's APIs that another action stands for (S3 and DynamoDB documentation of required permissions, read 2026-11). */
const callNames: ReadonlyMap<string, string> = new Map([
  ["s3:listobjects", "s3:ListBucket"],
  ["s3:listobjectsv2", "s3:ListBucket"],
  ["s3:listobjectversions", "s3:ListBucketVersions"],
  ["s3:listbuckets", "s3:ListAllMyBuckets"],
  ["s3:listmultipartuploads", "s3:ListBucketMultipartUploads"],
  ["s3:listparts", "s3:ListMultipartUploadParts"],
  ["s3:headobject", "s3:GetObject"],
  ["s3:headbucket", "s3:ListBucket"],
  ["s3:copyobject", "s3:PutObject"],
  ["s3:uploadpart", "s3:PutObject"],
  ["s3:createmultipartupload", "s3:PutObject"],
  ["s3:completemultipartupload", "s3:PutObject"],
  ["s3:deleteobjects", "s3:DeleteObject"],
  ["s3:getbucketencryption", "s3:GetEncryptionConfiguration"],
  ["s3:putbucketencryption", "s3:PutEncryptionConfiguration"],
  ["s3:getbucketlifecycleconfiguration", "s3:GetLifecycleConfiguration"],
  ["s3:putbucketlifecycleconfiguration", "s3:PutLifecycleConfiguration"],
  ["s3:getbucketreplication", "s3:GetReplicationConfiguration"],
  ["s3:putbucketreplication", "s3:PutReplicationConfiguration"],
  ["s3:getpublicaccessblock", "s3:GetBucketPublicAccessBlock"],
  ["s3:putpublicaccessblock", "s3:PutBucketPublicAccessBlock"],
  ["lambda:invoke", "lambda:InvokeFunction"],
  ["dynamodb:transactgetitems", "dynamodb:GetItem"],
  ["dynamodb:transactwriteitems", "dynamodb:PutItem"],
]);

/** Names of services, where the prefix of their actions is another. */
const callPrefixes: ReadonlyMap<string, string> = new Map([
  ["eventbridge", "events"],
  ["stepfunctions", "states"],
  ["cognito", "cognito-idp"],
  ["elb", "elasticloadbalancing"],
  ["elbv2", "elasticloadbalancing"],
  ["efs", "elasticfilesystem"],
  ["emr", "elasticmapreduce"],
  ["secretmanager", "secretsmanager"],
  ["secrets-manager", "secretsmanager"],
  ["organization", "organizations"],
  ["api-gateway", "apigateway"],
]);
