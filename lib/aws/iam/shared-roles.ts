import { type Read } from "../../core/read";
import { type Resource, type Stack } from "../../core/resource";
import { type StackSubject } from "../../core/policy";
import { TaskDefinition } from "../ecs/task-definition";
import { LambdaFunction } from "../lambda/function";
import { type Reference, referenceOf } from "../references";
import { Role } from "./role";

/** A function or task that works with a role, and the others that work with the same one. */
export interface RoleUser {
  /** Such as "function `report`". */
  readonly label: string;
  readonly reference: Reference;
  /** The role's logical name, or the ARN of one outside the stack. */
  readonly role: string;
  /** The labels of those that come before it in the stack. */
  readonly others: readonly string[];
}

/** Functions and tasks that have a role each, in the order of their URNs. */
export const RoleUsers: StackSubject<RoleUser> = {
  scope: "stack",
  types: [...LambdaFunction.types, ...TaskDefinition.types],
  *select(stack) {
    const seen = new Map<string, string[]>();
    for (const { label, reference } of usersIn(stack)) {
      const role = roleOf(reference);
      const others = role === undefined ? [] : (seen.get(role.key) ?? []);
      if (role !== undefined) seen.set(role.key, [...others, label]);
      yield { label, reference, role: role?.name ?? "", others };
    }
  },
};

function usersIn(stack: Stack) {
  const user = (label: string, resource: Resource, role: Read<string>) => ({
    label,
    reference: referenceOf(stack, resource, role, Role.types),
  });
  return [
    ...LambdaFunction.allIn(stack).map(({ name, resource, role }) => user(`function \`${name}\``, resource, role)),
    ...TaskDefinition.allIn(stack).map(({ name, resource, taskRoleArn }) =>
      user(`task definition \`${name}\``, resource, taskRoleArn),
    ),
  ];
}

/** `undefined` where it is not known which one it is. */
function roleOf(reference: Reference): { readonly key: string; readonly name: string } | undefined {
  if (reference.kind === "resource") return { key: reference.resource.urn, name: reference.resource.name };
  if (reference.kind !== "external" || reference.text === undefined) return undefined;
  return { key: reference.text, name: reference.text };
}
