import { nearest } from "../core/nearest";
import { splitArn } from "./match";

/** What keeps a written ARN from naming anything. */
export interface ArnMistake {
  readonly kind: "partition" | "serviceCase" | "region" | "account" | "noAccount" | "noResource";
  /** What is meant, or an example. */
  readonly meant: string;
}

/** AWS's partitions (read 2026-11). */
const partitions: readonly string[] = [
  "aws",
  "aws-cn",
  "aws-us-gov",
  "aws-iso",
  "aws-iso-b",
  "aws-iso-e",
  "aws-iso-f",
  "aws-eusc",
];

/** The first mistake in the segments of an ARN; `undefined` for what is no ARN of six segments. */
export function arnMistake(arn: string): ArnMistake | undefined {
  const [, partition = "", service = "", region = "", account = "", resource = ""] = splitArn(arn) ?? [];
  if (service === "") return undefined;
  if (isWritten(partition) && !partitions.includes(partition)) {
    return { kind: "partition", meant: nearest(partition, partitions) ?? "aws" };
  }
  if (isWritten(service) && service !== service.toLowerCase()) {
    return { kind: "serviceCase", meant: service.toLowerCase() };
  }
  const meantRegion = regionMistake(region);
  if (meantRegion !== undefined) return { kind: "region", meant: meantRegion };
  if (account === "" && alwaysInAccounts.has(service)) return { kind: "noAccount", meant: service };
  if (isWrongAccount(account)) return { kind: "account", meant: account.replace(/-/g, "") };
  return resource === "" ? { kind: "noResource", meant: `${arn}*` } : undefined;
}

/** Without wildcards and variables. */
function isWritten(segment: string): boolean {
  return !/[*?$]/.test(segment);
}

/** Availability zones, and regions in which a dash is missing: other texts may be regions that are not known here. */
function regionMistake(region: string): string | undefined {
  const zone = /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(region);
  if (zone !== null) return zone[1];
  const dashless = /^([a-z]{2}-[a-z]+)(\d)$/.exec(region);
  return dashless === null ? undefined : `${dashless[1] ?? ""}-${dashless[2] ?? ""}`;
}

/** Services of which every resource is in an account (service authorization reference, read 2026-11). */
const alwaysInAccounts: ReadonlySet<string> = new Set(
  "dynamodb ecr ecs eks iam kinesis kms lambda logs secretsmanager sns sqs states".split(" "),
);

/** Numbers have twelve digits; the words that services have in this place are left alone. */
function isWrongAccount(account: string): boolean {
  return /^[\d-]+$/.test(account) && !/^\d{12}$/.test(account);
}
