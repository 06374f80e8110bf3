import { type Claim, claim } from "../../core/claim";
import { valueOf } from "../../core/read";
import { type StackSubject } from "../../core/policy";
import { type Resource, type Stack } from "../../core/resource";
import { type Truth, any, truthOf } from "../../core/truth";
import { grantsOf } from "./grants";
import { ManagedPolicyNames } from "./managed-policy-arns";
import { ManagedPolicy } from "./policy";
import { type AttachedPolicy, type Principal, principalsOf } from "./principals";
import { Role } from "./role";

/** A role, and which managed policies it carries. */
export interface PolicyCarrier {
  readonly name: string;
  readonly resource: Resource;
  /** Whether a managed policy is attached, by its name or its ARN. */
  readonly carries: (policy: string) => Claim;
}

/** The subject of policies that ask what every role must carry. */
export const PolicyCarriers: StackSubject<PolicyCarrier> = {
  scope: "stack",
  types: Role.types,
  *select(stack) {
    for (const role of rolesOf(stack)) {
      const { name, resource } = role;
      yield { name, resource, carries: (policy) => carriedBy(stack, role, policy) };
    }
  },
};

/** Whether some role of the stack carries a managed policy, by its name or its ARN. */
export function someRoleCarries(stack: Stack, policy: string): Claim {
  const claims = rolesOf(stack).map((role) => carriedBy(stack, role, policy));
  const truth = any(claims.map((each) => each.truth));
  return claim(truth, ...claims.filter((each) => each.truth === truth && truth === "unknown").flatMap(placesOf));
}

function placesOf({ places }: Claim): Claim["places"] {
  return places;
}

function rolesOf(stack: Stack): readonly Principal[] {
  return principalsOf(stack).filter(({ kind }) => kind === "role");
}

/** The claim stands at the role as a whole, or at an attachment that is not known yet. */
function carriedBy(stack: Stack, { resource, managedPolicies }: Principal, policy: string): Claim {
  const answers = managedPolicies.map((attached) => ({ attached, truth: isNamed(attached, policy) }));
  const open = grantsOf(stack).openTypes.has(resource.type) ? "unknown" : "no";
  const truth = any([open, ...answers.map((each) => each.truth)]);
  const unread = answers.find((each) => each.truth === "unknown");
  return claim(truth, truth === "unknown" && unread ? unread.attached.place : { urn: resource.urn, path: "" });
}

function isNamed({ policy }: AttachedPolicy, wanted: string): Truth {
  switch (policy.kind) {
    case "aws":
      return truthOf(policy.policyName === wanted || policy.arn === wanted);
    case "resource": {
      const { name, policyName } = ManagedPolicy.view(policy.resource);
      return truthOf([name, valueOf(policyName)].includes(lastName(wanted)));
    }
    case "external":
      return policy.arn === undefined ? "unknown" : truthOf([policy.arn, lastName(policy.arn)].includes(wanted));
    case "unknown":
      return "unknown";
  }
}

function lastName(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}

/** The subject of policies that look at each managed policy that is attached, in whatever way. */
export const AttachedPolicies: StackSubject<AttachedPolicy> = {
  scope: "stack",
  types: ManagedPolicyNames.types,
  *select(stack) {
    for (const { given, place } of grantsOf(stack).all) {
      if (given.form === "managed") yield { policy: given.policy, place };
    }
  },
};
