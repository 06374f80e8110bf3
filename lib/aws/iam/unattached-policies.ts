import { type Claim, claim } from "../../core/claim";
import { type StackSubject } from "../../core/policy";
import { type Resource, type Stack, oncePerStack } from "../../core/resource";
import { any, truthOf } from "../../core/truth";
import { isMentioned } from "../mentions";
import { grantsOf } from "./grants";
import { ManagedPolicy } from "./policy";
import { principalsOf } from "./principals";

/** A customer managed policy, and whether anything in the stack has it. */
export interface OfferedPolicy {
  readonly name: string;
  readonly isUsed: Claim;
}

/** The customer managed policies of a stack. What names one, in whatever way, uses it. */
export const OfferedPolicies: StackSubject<OfferedPolicy> = {
  scope: "stack",
  types: ManagedPolicy.types,
  *select(stack) {
    const { used, open } = usesIn(stack);
    for (const { resource, name, place } of ManagedPolicy.allIn(stack)) {
      const answers = [truthOf(used.has(resource)), isMentioned(stack, resource), open ? "unknown" : "no"] as const;
      yield { name, isUsed: claim(any(answers), place) };
    }
  },
};

interface Uses {
  readonly used: ReadonlySet<Resource>;
  /** Whether something is attached of which it is not known what it is. */
  readonly open: boolean;
}

const usesIn = oncePerStack((stack: Stack): Uses => {
  const attached = grantsOf(stack).all.flatMap(({ given }) => (given.form === "managed" ? [given.policy] : []));
  const boundaries = principalsOf(stack).map(({ boundary }) => boundary);
  return {
    used: new Set([
      ...attached.flatMap((policy) => (policy.kind === "resource" ? [policy.resource] : [])),
      ...boundaries.flatMap((boundary) => (boundary.kind === "document" ? [boundary.document.resource] : [])),
    ]),
    open: [...attached, ...boundaries].some(({ kind }) => kind === "unknown"),
  };
});
