import * as z from "zod";
import { type RuleSet, rulesOf } from "../core/controls";
import { type Level, type Undetermined, type Violation, levels, severities } from "../core/finding";
import { pageOf } from "../core/naming";
import { type Policy } from "../core/policy";
import { type Stack } from "../core/resource";
import { Exception, type ExceptionList } from "./exceptions";
import { type Outcome } from "./outcome";

const Framework = z.object({ name: z.string(), references: z.array(z.string()) });

const ReportFinding = z.object({
  policy: z.string(),
  id: z.string().describe("The finding's kind within its policy."),
  severity: z.enum(severities),
  level: z.enum(levels).describe("The level in force: that of the user's policy configuration, else the pack's."),
  urn: z.string().describe("The resource; empty for the stack as a whole."),
  path: z.string().describe("The property in the resource; empty for the resource as a whole."),
  message: z.string(),
  fix: z.string(),
  practice: z.int().min(1).max(16).optional().describe("The IAM best practice."),
  frameworks: z.array(Framework),
  page: z.string(),
});

const UndeterminedCheck = z.object({
  policy: z.string(),
  id: z.string(),
  urn: z.string(),
  path: z.string().describe("The property that could not be read."),
});

const AcceptedFinding = ReportFinding.extend({ exception: Exception });

/** The one document that everything people look at later is made from. No secrets: only what messages quote. */
export const Report = z.looseObject({
  version: z.literal(1),
  pack: z.object({ name: z.string(), version: z.string() }),
  project: z.string(),
  stack: z.string(),
  preview: z.boolean(),
  complete: z
    .boolean()
    .describe(
      "Whether the run came to its end. A run that a finding stopped leaves what was known by then: the findings on single resources that it had reached. What follows from relations between resources is not in it.",
    ),
  time: z.iso.datetime(),
  findings: z.array(ReportFinding),
  undetermined: z.array(UndeterminedCheck),
  exceptions: z.object({ used: z.array(AcceptedFinding), unused: z.array(Exception), expired: z.array(Exception) }),
});
export type Report = z.infer<typeof Report>;
export type ReportFinding = z.infer<typeof ReportFinding>;

/** What one policy said in a run, at the level that it has. */
export interface PolicyResult {
  readonly policy: Policy;
  readonly level: Level;
  readonly outcome: Outcome;
}

export interface ReportParts {
  readonly pack: { readonly name: string; readonly version: string };
  readonly run: Pick<Stack, "project" | "name" | "preview" | "now">;
  readonly complete: boolean;
  readonly results: readonly PolicyResult[];
  readonly exceptions: ExceptionList;
  /** Further parts of the document by name, such as the verdict on every alarm. */
  readonly sections: Readonly<Record<string, unknown>>;
}

/** The report of a run; findings are sorted by URN, policy, path and id. */
export function makeReport({ pack, run, complete, results, exceptions, sections }: ReportParts): Report {
  const findings: ReportFinding[] = [];
  const used: z.infer<typeof AcceptedFinding>[] = [];
  for (const { policy, level, outcome } of results) {
    for (const violation of outcome.violations) {
      const finding = reportFinding(policy, level, violation);
      const exception = exceptions.accepting(policy, violation);
      if (exception) used.push({ ...finding, exception });
      else findings.push(finding);
    }
  }
  return {
    version: 1,
    pack,
    project: run.project,
    stack: run.name,
    preview: run.preview,
    complete,
    time: run.now.toISOString(),
    findings: findings.sort(byPlace),
    undetermined: results
      .flatMap(({ policy, outcome }) => outcome.undetermined.map((each) => undeterminedCheck(policy, each)))
      .sort(byPlace),
    exceptions: {
      used: used.sort(byPlace),
      // what was not reached may still need its exception
      unused: complete ? [...exceptions.unused] : [],
      expired: [...exceptions.expired],
    },
    ...sections,
  };
}

function reportFinding(policy: Policy, level: Level, violation: Violation): ReportFinding {
  return {
    policy: policy.id,
    id: violation.id,
    severity: policy.severity,
    level,
    urn: violation.place.urn,
    path: violation.place.path,
    message: violation.message,
    fix: violation.fix,
    ...(policy.practice === undefined ? {} : { practice: policy.practice }),
    frameworks: frameworksOf(policy),
    page: pageOf(policy.id),
  };
}

function undeterminedCheck(policy: Policy, undetermined: Undetermined): z.infer<typeof UndeterminedCheck> {
  return { policy: policy.id, id: undetermined.id, urn: undetermined.place.urn, path: undetermined.place.path };
}

/** The frameworks that a report and the packs name, by the rule set that the controls are taken from. */
export const frameworkNames = {
  "cis-aws-1.4": "CIS AWS Foundations 1.4",
  "cis-aws-3.0": "CIS AWS Foundations 3.0",
  "cis-aws-5.0": "CIS AWS Foundations 5.0",
  "cis-aws-7.0": "CIS AWS Foundations 7.0",
  "security-hub": "AWS Security Hub",
} as const satisfies Partial<Record<RuleSet, string>>;
export type FrameworkKey = keyof typeof frameworkNames;

/** What the frameworks call the controls that a policy covers, with the NIST controls that it names itself. */
export function frameworksOf(policy: Pick<Policy, "covers" | "nist">): z.infer<typeof Framework>[] {
  const frameworks: z.infer<typeof Framework>[] = Object.entries(frameworkNames).map(([key, name]) => ({
    name,
    references: rulesOf(key as FrameworkKey, policy.covers ?? []),
  }));
  if (policy.nist) frameworks.push({ name: "NIST SP 800-53 Rev. 5", references: [...policy.nist] });
  return frameworks.filter(({ references }) => references.length > 0);
}

interface Placed {
  readonly urn: string;
  readonly policy: string;
  readonly path: string;
  readonly id: string;
}

function byPlace(a: Placed, b: Placed): number {
  return compare(a.urn, b.urn) || compare(a.policy, b.policy) || compare(a.path, b.path) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
