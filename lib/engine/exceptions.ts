import * as z from "zod";
import { type Violation } from "../core/finding";
import { type Policy } from "../core/policy";
import { globMatches } from "../core/wildcard";

/** An accepted violation, written in the stack's own configuration under `trailguard:exceptions`. */
export const Exception = z.strictObject({
  policy: z.string().describe("The policy's name."),
  resource: z.string().describe("The URN or the logical name of the resource; `*` stands for anything."),
  finding: z
    .string()
    .optional()
    .describe("The id of the finding, or a path in the resource such as `policy.Statement[1]`; absent: every finding."),
  reason: z.string().min(10).describe("Why this is accepted, for whoever reads it in a year."),
  owner: z.string().min(1).describe("The person or team that accepted it."),
  until: z.iso.date().describe("The last day on which it holds, as YYYY-MM-DD."),
});
export type Exception = z.infer<typeof Exception>;
export const Exceptions = z.array(Exception);

/** The exceptions of a run. It keeps count, so that unused and expired ones can be told. */
export class ExceptionList {
  private readonly used = new Set<Exception>();

  constructor(
    private readonly exceptions: readonly Exception[],
    private readonly now: Date,
  ) {}

  /** The exception that accepts this violation today, or `undefined`. */
  accepting(policy: Pick<Policy, "id" | "formerly">, violation: Violation): Exception | undefined {
    const found = this.exceptions.find(
      (exception) => !this.isExpired(exception) && accepts(exception, policy, violation),
    );
    if (found) this.used.add(found);
    return found;
  }

  /** The names of policies that exceptions give, right or wrong. */
  get policies(): readonly string[] {
    return this.exceptions.map(({ policy }) => policy);
  }

  get unused(): readonly Exception[] {
    return this.exceptions.filter((exception) => !this.used.has(exception) && !this.isExpired(exception));
  }

  get expired(): readonly Exception[] {
    return this.exceptions.filter((exception) => this.isExpired(exception));
  }

  private isExpired(exception: Exception): boolean {
    return this.now.toISOString().slice(0, 10) > exception.until;
  }
}

function accepts(exception: Exception, policy: Pick<Policy, "id" | "formerly">, violation: Violation): boolean {
  const named = exception.policy === policy.id || (policy.formerly ?? []).includes(exception.policy);
  return (
    named && matchesResource(exception.resource, violation.place.urn) && matchesFinding(exception.finding, violation)
  );
}

function matchesResource(pattern: string, urn: string): boolean {
  const name = urn.slice(urn.lastIndexOf("::") + 2);
  return globMatches(pattern, urn) || globMatches(pattern, name);
}

function matchesFinding(finding: string | undefined, violation: Violation): boolean {
  if (finding === undefined || finding === violation.id) return true;
  const { path } = violation.place;
  return path === finding || path.startsWith(`${finding}.`) || path.startsWith(`${finding}[`);
}
