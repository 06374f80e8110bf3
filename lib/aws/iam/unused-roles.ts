import { type PolicyDocument } from "../../access/document";
import { type Claim, claim, negate, some } from "../../core/claim";
import { isUnknown } from "../../core/properties";
import { type Place } from "../../core/read";
import { type Resource } from "../../core/resource";
import { type StackSubject } from "../../core/policy";
import { type Truth, all, truthOf } from "../../core/truth";
import { isMentioned } from "../mentions";
import { type DocumentRead } from "../policy-document";
import { InstanceProfile } from "./instance-profile";
import { Role } from "./role";

/** A role of workloads, or an instance profile. */
export interface WorkloadIdentity {
  readonly noun: "role" | "instance profile";
  readonly name: string;
  /** `yes` as well for a role that others than workloads take on: they do so from outside. */
  readonly isUsed: Claim;
}

/**
 * The services that take on a role because a resource names it (service authorization reference, read 2026-11). Not DMS,
 * which finds `dms-vpc-role` and others by their names.
 */
const workloadServices = new Set(
  [
    "apprunner",
    "batch",
    "codebuild",
    "codedeploy",
    "codepipeline",
    "ec2",
    "ecs",
    "ecs-tasks",
    "eks",
    "eks-fargate-pods",
    "elasticmapreduce",
    "events",
    "firehose",
    "glue",
    "lambda",
    "pipes",
    "sagemaker",
    "scheduler",
    "states",
    "synthetics",
    "build.apprunner",
    "tasks.apprunner",
    "monitoring.rds",
    "vpc-flow-logs",
  ].map((service) => `${service}.amazonaws.com`),
);

/** What hangs on a role and gives it no work. */
const belongings = new Set([
  "aws:iam/policyAttachment:PolicyAttachment",
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
]);

export const WorkloadIdentities: StackSubject<WorkloadIdentity> = {
  scope: "stack",
  types: [...Role.types, ...InstanceProfile.types],
  *select(stack) {
    for (const { resource, name, place, assumeRolePolicy } of Role.allIn(stack)) {
      const mentioned = claim(isMentioned(stack, resource, givesWork), place);
      yield { noun: "role", name, isUsed: some(mentioned, negate(trustsWorkloadsOnly(assumeRolePolicy, place))) };
    }
    for (const { resource, name, place } of InstanceProfile.allIn(stack))
      yield { noun: "instance profile", name, isUsed: claim(isMentioned(stack, resource, givesWork), place) };
  },
};

function givesWork({ type }: Resource): boolean {
  return !belongings.has(type);
}

/** Whether nobody but services of the list may take the role on: a trust policy that is not known yet leaves it open. */
function trustsWorkloadsOnly(policy: DocumentRead, role: Place): Claim {
  if (policy.kind !== "known") return claim(policy.kind === "absent" ? "no" : "unknown", policy.place);
  const truth = areWorkloads(policy.value);
  return claim(truth, truth === "unknown" ? policy.place : role);
}

function areWorkloads({ statements }: PolicyDocument): Truth {
  if (statements.length === 0 || statements.some(({ notPrincipals }) => notPrincipals !== undefined)) return "no";
  return all(
    statements
      .flatMap(({ principals }) => principals ?? [])
      .map(({ kind, value }) => {
        if (kind === "unknown" || isUnknown(value)) return "unknown";
        return truthOf(kind === "service" && workloadServices.has(value.replace(/\.cn$/, "")));
      }),
  );
}
