import { splitArn } from "./match";
import { compileWildcard, wildcardsOverlap } from "./wildcards";
import { type ActionFacts, type ResourceTypeFacts } from "./facts/service-facts";

/**
 * Whether an action may apply to something that a written resource names. `false` follows from AWS's list of the action's
 * resource types. Of actions without types the list is not to be relied on: some are granted by ARNs all the same. What a
 * variable stands for may be anything.
 */
export function mayApplyTo({ name, resourceTypes }: ActionFacts, resource: string): boolean {
  if (mayBeAnything(resource)) return true;
  if (resourceTypes.length === 0) return !describesEverything.test(name);
  return resourceTypes.some((type) => mayBeOfType(type, resource));
}

/** What EC2 describes only on `*` (EC2 user guide, "Example policies to control access to the console", read 2026-11). */
const describesEverything = /^ec2:Describe/;

/** `*`, and patterns that leave the service open. */
export function mayBeAnything(resource: string): boolean {
  const [, , service = "*"] = resource.split(":");
  return !resource.startsWith("arn:") || /[*?$]/.test(service);
}

const overlaps = new Map<string, boolean>();

/** Answers that are remembered: documents repeat each other. */
const rememberedAnswers = 20_000;

function mayBeOfType({ arn }: ResourceTypeFacts, resource: string): boolean {
  const key = `${arn}\n${resource}`;
  const known = overlaps.get(key);
  if (known !== undefined) return known;
  if (overlaps.size >= rememberedAnswers) overlaps.clear();
  const answer = overlapOf(arn, resource);
  overlaps.set(key, answer);
  return answer;
}

function overlapOf(arn: string, resource: string): boolean {
  const plain = withoutVariables(resource);
  // The names of buckets hold no slash: what has one is an object.
  if (arn === bucketArn && plain.includes("/")) return false;
  const listed = withoutVariables(arn);
  const [one, other] = [splitArn(listed), splitArn(plain)];
  // A wildcard before the last segment may run across the colons: then only the whole texts can be compared.
  if (one === undefined || other === undefined || other.slice(0, -1).some((segment) => segment.includes("*"))) {
    return textsOverlap(listed, plain);
  }
  return one.every((segment, index) => textsOverlap(segment, other[index] ?? ""));
}

function textsOverlap(left: string, right: string): boolean {
  return wildcardsOverlap(compileWildcard(left), compileWildcard(right));
}

const bucketArn = "arn:${Partition}:s3:::${BucketName}";

/** Variables of documents and placeholders of AWS's list both stand for any text. */
function withoutVariables(text: string): string {
  return text.replace(/\$\{[^${}]*\}/g, "*");
}
