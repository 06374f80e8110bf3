import { nearest } from "../../core/nearest";
import type ManagedPolicies from "./managed-policies.json";

export type ManagedPolicyState = "exists" | "deprecated" | "missing";

let packed: typeof ManagedPolicies | undefined;

function packedPolicies(): typeof ManagedPolicies {
  packed ??= require("./managed-policies.json") as typeof ManagedPolicies;
  return packed;
}

let states: ReadonlyMap<string, ManagedPolicyState> | undefined;

function policyStates(): ReadonlyMap<string, ManagedPolicyState> {
  states ??= new Map<string, ManagedPolicyState>([
    ...packedPolicies()
      .current.split("\n")
      .map((path) => [path, "exists"] as const),
    ...packedPolicies()
      .deprecated.split("\n")
      .filter((path) => path !== "")
      .map((path) => [path, "deprecated"] as const),
  ]);
  return states;
}

/** The month in which the names were read: AWS adds some every week. */
export function managedPoliciesDate(): string {
  return packedPolicies().date;
}

const managedArn = /^arn:(aws[a-z-]*):iam::aws:policy\/(.+)$/;

/**
 * Whether an AWS managed policy exists, by its ARN. `undefined` for an ARN of anything else, and for one of another
 * partition that the commercial one, to which the facts belong, does not have.
 */
export function isManagedPolicy(arn: string): ManagedPolicyState | undefined {
  const [, partition, path = ""] = managedArn.exec(arn) ?? [];
  if (partition === undefined) return undefined;
  return policyStates().get(path) ?? withoutPath(path) ?? (partition === "aws" ? "missing" : undefined);
}

/** The ARN that a typing error or a forgotten path most likely meant, such as `service-role/` left out. */
export function nearestManagedPolicy(arn: string): string | undefined {
  const [, partition = "aws", path = arn] = managedArn.exec(arn) ?? [];
  const name = lastName(path).toLowerCase();
  const paths = [...policyStates()].flatMap(([known, state]) => (state === "exists" ? [known] : []));
  const meant = paths.find((known) => lastName(known).toLowerCase() === name) ?? nearest(path, paths);
  return meant === undefined ? undefined : `arn:${partition}:iam::aws:policy/${meant}`;
}

/** Of most deprecated policies the list has lost the path. */
function withoutPath(path: string): ManagedPolicyState | undefined {
  return policyStates().get(lastName(path)) === "deprecated" ? "deprecated" : undefined;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
