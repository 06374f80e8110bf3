import { type Finding, type Undetermined, type Violation } from "../core/finding";
import { type Policy, type PolicyRun } from "../core/policy";
import { type Resource, type Stack } from "../core/resource";

/** What a policy has to say of a resource or of a stack. */
export interface Outcome {
  readonly violations: readonly Violation[];
  readonly undetermined: readonly Undetermined[];
}

const nothing: Outcome = { violations: [], undetermined: [] };

/** Runs a resource policy on one resource. A crash becomes a violation that names the bug. */
export function checkResource(policy: Policy, resource: Resource, run: PolicyRun): Outcome {
  const subject = policy.on;
  if (subject.scope !== "resource" || !subject.types.includes(resource.type)) return nothing;
  return contained(policy, resource.urn, function* () {
    yield* policy.checkOne(subject.view(resource), run);
  });
}

/** Runs a stack policy on all that it asks about. A crash becomes a violation that names the bug. */
export function checkStack(policy: Policy, stack: Stack, run: PolicyRun): Outcome {
  const subject = policy.on;
  if (subject.scope !== "stack") return nothing;
  return contained(policy, "", function* () {
    for (const view of subject.select(stack, run.settings)) yield* policy.checkOne(view, run);
  });
}

/** Runs a policy on every resource of a stack, or on the stack: for tests, reports and the command line. */
export function checkAll(policy: Policy, stack: Stack, run: PolicyRun): Outcome {
  if (policy.on.scope === "stack") return checkStack(policy, stack, run);
  const outcomes = stack.resources.map((resource) => checkResource(policy, resource, run));
  return {
    violations: outcomes.flatMap((outcome) => outcome.violations),
    undetermined: outcomes.flatMap((outcome) => outcome.undetermined),
  };
}

/** The id of the finding that stands for a bug in a policy. */
export const crashId = "policyFailed";

function contained(policy: Policy, urn: string, findings: () => Iterable<Finding>): Outcome {
  const violations: Violation[] = [];
  const undetermined: Undetermined[] = [];
  try {
    for (const finding of findings()) {
      if (finding.kind === "violation") violations.push(finding);
      else undetermined.push(finding);
    }
  } catch (error) {
    violations.push(crashViolation(policy, urn, error));
  }
  return { violations: sorted(violations), undetermined: sorted(undetermined) };
}

/** Only the kind of error and the place in our code: an error's text may quote the user's values. */
function crashViolation(policy: Policy, urn: string, error: unknown): Violation {
  const kind = error instanceof Error ? error.name : typeof error;
  const where =
    error instanceof Error
      ? (/\((?:.*[\\/])?([\w.-]+:\d+):\d+\)/.exec(error.stack ?? "")?.[1] ?? "unknown place")
      : "unknown place";
  return {
    kind: "violation",
    id: crashId,
    place: { urn, path: "" },
    message: `policy \`${policy.id}\` failed with a bug of its own (${kind} at ${where}), so nothing is known of this resource`,
    fix: "Please report it with the properties that this resource has; until then set the policy's enforcement level to `disabled`.",
    data: {},
  };
}

/** By place, then by id; the same finding reached in two ways is one. */
function sorted<F extends Finding>(findings: readonly F[]): readonly F[] {
  const byKey = new Map<string, F>();
  for (const finding of findings) {
    const text = finding.kind === "violation" ? finding.message : "";
    const key = [finding.place.urn, finding.place.path, finding.id, text].join("\u0000");
    if (!byKey.has(key)) byKey.set(key, finding);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, finding]) => finding);
}
